<?cs # 办事指南: all elements of one item, its sections as anchors, apply in reach.  Also the webmaster's preview.
Needs: guide (fcgi/worker/guide.h), guide_code, apply_url, page.tools; from the public's page also as_of, on, none_then,
other_now, now_url and ended, brief (简版) and tabs between the two ?>
<?cs include!"parts/guide.cs" ?>
<?cs include!"parts/flow.cs" ?>
<article class="ym-guide">
<h1 class="ym-h1"<?cs if:page.title == guide.title ?><?cs call:data_lang() ?><?cs /if ?>><?cs var:page.title ?></h1>
<?cs if:as_of ?><p class="ym-as-of"><?cs call:icon("calendar") ?> <?cs var:as_of ?></p><?cs /if ?>
<?cs if:other_now ?><div class="ym-notice ym-notice--warn"><?cs call:icon("history") ?><p><?cs if:now_url ?><?cs var:words.guide.other_now ?> <a href="<?cs var:url_validate(now_url) ?>"><?cs var:words.guide.see_now ?></a><?cs elif:ended ?><?cs var:words.guide.ended_note ?><?cs else ?><?cs var:words.guide.none_now ?><?cs /if ?></p></div>
<?cs elif:guide.state == "retired" ?><?cs call:notice_word("warn", "guide_retired") ?><?cs /if ?>
<?cs if:none_then ?><?cs call:notice_word("info", "guide_none_then") ?><?cs /if ?>
<?cs if:page.language == "en" && guide.brief_en ?><p class="ym-lead"><?cs var:guide.brief_en ?></p><?cs elif:guide.brief ?><p class="ym-lead"<?cs call:data_lang() ?>><?cs var:guide.brief ?></p><?cs /if ?>
<?cs if:page.language == "en" ?><?cs call:notice_word("info", "guide_chinese") ?><?cs /if ?>
<?cs call:toolbar(page.tools) ?>
<dl class="ym-facts ym-facts--key">
<?cs call:fact("promised", guide.promised_text) ?>
<?cs call:fact("statutory", guide.statutory_text) ?>
<?cs call:fact("visits", guide.visits_text) ?>
<?cs if:guide.online_depth ?><?cs call:fact("online_depth", words.online_depth[guide.online_depth]) ?><?cs /if ?>
<?cs call:fact("charged", guide.charged_text) ?>
<?cs call:fact("organ", guide.organ_name) ?>
</dl>
<?cs if:tabs.0.url && !page.print ?><nav class="ym-tabs" aria-label="<?cs var:words.guide.view ?>"><ul class="ym-tabs__list">
<?cs each:tab = tabs ?><li><a class="ym-tabs__link" href="<?cs var:url_validate(tab.url) ?>"<?cs if:tab.current ?> aria-current="true"<?cs /if ?>><?cs var:tab.label ?></a></li><?cs /each ?></ul></nav><?cs /if ?>

<div class="ym-columns ym-columns--lead">
<div class="ym-columns__side">
<div class="ym-apply-bar">
<?cs if:apply_url ?><p class="ym-apply-bar__note"><?cs if:guide.online_depth == "precheck" ?><?cs var:words.guide.apply_precheck ?><?cs elif:guide.online_depth == "originals" ?><?cs var:words.guide.apply_originals ?><?cs else ?><?cs var:words.guide.apply_note ?><?cs /if ?></p><?cs call:link_button("apply", apply_url) ?>
<?cs elif:other_now ?><p class="ym-apply-bar__note"><?cs var:words.guide.apply_old ?></p><?cs if:now_url ?><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(now_url) ?>"><?cs var:words.guide.see_now ?></a><?cs /if ?>
<?cs else ?><p class="ym-apply-bar__note ym-apply-bar__note--always"><?cs var:words.guide.window_only ?></p><a class="govuk-button govuk-button--secondary" href="#places"><?cs var:words.guide.places ?></a><?cs /if ?>
<?cs if:book_url ?><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(book_url) ?>"><?cs call:icon("calendar") ?> <?cs var:words.nav.book ?></a><?cs /if ?>
<?cs if:guide.consult_phone.tel ?><a class="govuk-button govuk-button--secondary ym-nowrap" href="tel:<?cs var:url_escape(guide.consult_phone.tel) ?>"><?cs call:icon("phone") ?> <?cs var:words.guide.ask ?><span class="ym-apply-bar__number"> <?cs var:guide.consult_phone ?></span></a><?cs /if ?>
</div>
<?cs if:!brief ?><nav class="ym-section-nav ym-section-nav--lead" aria-label="<?cs var:words.guide.contents ?>"><ul>
<li><a href="#basic"><?cs var:words.guide.basic ?></a></li>
<?cs if:guide.conditions_lines.0.text ?><li><a href="#conditions"><?cs var:words.guide.conditions ?></a></li><?cs /if ?>
<?cs if:guide.materials.0.name ?><li><a href="#materials"><?cs var:words.guide.materials ?></a></li><?cs /if ?>
<?cs if:guide.steps.0.name || guide.process_lines.0.text ?><li><a href="#steps"><?cs var:words.guide.steps ?></a></li><?cs /if ?>
<li><a href="#fees"><?cs var:words.guide.fees ?></a></li>
<li><a href="#places"><?cs var:words.guide.places ?></a></li>
<?cs if:guide.bases.0.title ?><li><a href="#bases"><?cs var:words.guide.bases ?></a></li><?cs /if ?>
<?cs if:guide.questions.0.question ?><li><a href="#questions"><?cs var:words.guide.questions ?></a></li><?cs /if ?>
<li><a href="#contact"><?cs var:words.guide.contact ?></a></li>
</ul></nav><?cs /if ?>
</div>
<div class="ym-columns__main">
<?cs if:brief ?><?cs call:guide_brief() ?>
<?cs else ?>

<section class="ym-section" id="basic" aria-labelledby="h-basic"><h2 id="h-basic"><?cs var:words.guide.basic ?></h2>
<dl class="ym-facts ym-facts--plain">
<?cs if:page.language == "en" ?><?cs call:fact_data("title_zh", guide.title) ?><?cs /if ?>
<?cs if:guide.kind ?><?cs call:fact("kind", words.kind[guide.kind]) ?><?cs /if ?>
<?cs if:guide.handling ?><?cs call:fact("handling", words.handling[guide.handling]) ?><?cs /if ?>
<?cs call:fact("audience", guide.audiences_text) ?>
<?cs call:fact("organ", guide.organ_name) ?>
<?cs call:fact_data("delegate", guide.delegate) ?>
<?cs call:fact_data("joint_organs", guide.joint_organs) ?>
<?cs if:guide.level ?><?cs call:fact("level", words.level[guide.level]) ?><?cs /if ?>
<?cs call:fact("area", guide.area_name) ?>
<?cs if:guide.authority ?><?cs call:fact("authority", words.authority[guide.authority]) ?><?cs /if ?>
<?cs if:guide.scope ?><?cs call:fact("scope", words.scope[guide.scope]) ?><?cs /if ?>
<?cs call:fact("channels", guide.channels_text) ?>
<?cs call:fact_data("quantity_limit", guide.quantity_limit) ?>
<?cs call:fact_data("outcome_name", guide.outcome_name) ?>
<?cs if:guide.outcome_kind ?><?cs call:fact("outcome_kind", words.outcome_kind[guide.outcome_kind]) ?><?cs /if ?>
<?cs call:fact_data("outcome_validity", guide.outcome_validity) ?>
<?cs call:guide_yes("in_centre", guide.in_centre) ?>
<?cs call:guide_yes("booking", guide.booking) ?>
<?cs call:guide_yes("courier", guide.courier) ?>
<?cs call:guide_yes("pay_online", guide.pay_online) ?>
<?cs call:guide_yes("kiosk", guide.kiosk) ?>
<?cs call:fact_data("visit_reason", guide.visit_reason) ?>
<?cs call:fact_data("promised_note", guide.promised_note) ?>
<?cs call:fact_data("statutory_note", guide.statutory_note) ?>
<?cs call:fact("item_code", guide.item_code) ?>
<?cs call:fact("base_code", guide.base_code) ?>
<?cs call:fact("effective_on", guide.effective_on.text) ?>
<?cs call:fact("guide_version", guide.number) ?>
</dl>
</section>

<?cs if:guide.conditions_lines.0.text ?><section class="ym-section" id="conditions" aria-labelledby="h-conditions"><h2 id="h-conditions"><?cs var:words.guide.conditions ?></h2>
<?cs call:guide_lines(guide.conditions_lines) ?></section><?cs /if ?>

<?cs if:guide.materials.0.name ?><section class="ym-section" id="materials" aria-labelledby="h-materials"><h2 id="h-materials"><?cs var:words.guide.materials ?></h2>
<?cs call:guide_trust() ?>
<ol class="ym-materials">
<?cs each:material = guide.materials ?><?cs call:guide_material(material) ?><?cs /each ?>
</ol></section><?cs /if ?>

<?cs if:guide.steps.0.name || guide.process_lines.0.text ?><section class="ym-section" id="steps" aria-labelledby="h-steps"><h2 id="h-steps"><?cs var:words.guide.steps ?></h2>
<?cs if:guide.process_lines.0.text ?><?cs call:guide_lines(guide.process_lines) ?><?cs /if ?>
<?cs if:guide.steps.0.name ?><?cs call:flow_picture(guide.flow) ?><?cs call:flow_table(guide) ?><?cs /if ?>
<?cs if:guide.special_procedures_lines.0.text ?><h3 class="ym-h4"><?cs var:words.guide.special ?></h3><?cs call:guide_lines(guide.special_procedures_lines) ?><?cs /if ?>
<?cs if:guide.intermediary ?><h3 class="ym-h4"><?cs var:words.guide.intermediary ?></h3><p<?cs call:data_lang() ?>><?cs var:guide.intermediary ?></p><?cs /if ?>
</section><?cs /if ?>

<section class="ym-section" id="fees" aria-labelledby="h-fees"><h2 id="h-fees"><?cs var:words.guide.fees ?></h2>
<?cs if:guide.fees.0.name ?><table class="ym-table"><thead><tr><th scope="col"><?cs var:words.label.fee_name ?></th><th scope="col"><?cs var:words.label.fee_standard ?></th><th scope="col"><?cs var:words.label.basis ?></th><th scope="col"><?cs var:words.label.reduction ?></th></tr></thead><tbody<?cs call:data_lang() ?>>
<?cs each:fee = guide.fees ?><tr><th scope="row" data-label="<?cs var:words.label.fee_name ?>"><?cs var:fee.name ?></th><td data-label="<?cs var:words.label.fee_standard ?>"><?cs var:fee.standard ?></td><td data-label="<?cs var:words.label.basis ?>"><?cs var:fee.basis ?></td><td data-label="<?cs var:words.label.reduction ?>"><?cs if:fee.reducible == "1" ?><?cs var:fee.reduction_basis ?><?cs else ?><span lang="<?cs var:words.lang ?>"><?cs var:words.guide.no ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody></table><?cs elif:guide.charged == "1" ?><p><?cs var:words.guide.fees_unlisted ?></p><?cs elif:guide.charged == "0" ?><p><?cs var:words.guide.free ?></p><?cs else ?><p><?cs var:words.guide.fees_unsaid ?></p><?cs /if ?>
</section>

<section class="ym-section" id="places" aria-labelledby="h-places"><h2 id="h-places"><?cs var:words.guide.places ?></h2>
<?cs call:guide_places() ?>
<?cs if:guide.online_address ?><p class="ym-small"><?cs var:words.label.online_address ?><?cs var:words.frame.colon ?><a class="govuk-link" rel="noopener noreferrer" href="<?cs var:url_validate(guide.online_address) ?>"><?cs if:guide.online_address == apply_url ?><?cs var:words.guide.here ?><?cs else ?><?cs var:guide.online_address ?><?cs /if ?></a></p><?cs /if ?>
</section>

<?cs if:guide.bases.0.title ?><section class="ym-section" id="bases" aria-labelledby="h-bases"><h2 id="h-bases"><?cs var:words.guide.bases ?></h2>
<ol class="ym-bases"<?cs call:data_lang() ?>><?cs each:base = guide.bases ?><li><strong><?cs var:base.title ?></strong><?cs if:base.article ?> <?cs var:base.article ?><?cs /if ?><?cs if:base.body ?><p><?cs var:base.body ?></p><?cs /if ?></li><?cs /each ?></ol></section><?cs /if ?>

<?cs if:guide.questions.0.question ?><section class="ym-section" id="questions" aria-labelledby="h-questions"><h2 id="h-questions"><?cs var:words.guide.questions ?></h2>
<?cs each:one = guide.questions ?><details class="govuk-details"<?cs if:page.print ?> open<?cs /if ?><?cs call:data_lang() ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:one.question ?></span></summary><div class="govuk-details__text"><?cs var:one.answer ?></div></details>
<?cs /each ?></section><?cs /if ?>
<?cs call:guide_contact() ?>
<?cs /if ?>
</div>
</div>

<?cs if:!page.print && page.qr_url ?><div class="ym-pair">
<section class="ym-panel" aria-labelledby="h-qr"><h2 class="ym-panel__title" id="h-qr"><?cs var:words.guide.qr ?></h2><?cs call:qr(page.qr_url, words.guide.qr_help) ?></section>
<section class="ym-panel" aria-labelledby="h-on"><h2 class="ym-panel__title" id="h-on"><?cs var:words.guide.on ?></h2>
<form method="get" action="/items/<?cs var:url_escape(guide_code) ?>"><div class="govuk-form-group"><label class="govuk-label" for="f-on"><?cs var:words.guide.on_help ?></label><input class="govuk-input govuk-input--width-10" type="date" id="f-on" name="on" value="<?cs if:on ?><?cs var:on ?><?cs else ?><?cs var:page.today ?><?cs /if ?>"></div><?cs call:button_plain("show") ?></form></section>
</div><?cs /if ?>
</article>
