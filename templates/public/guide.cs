<?cs # 办事指南: all elements of one item, its sections as anchors, apply in reach.  Also the webmaster's preview.
Needs: guide (fcgi/worker/guide.h), guide_code, apply_url, on, none_then, page.tools ?>
<?cs def:guide_lines(lines) ?><?cs if:subcount(lines) == #1 ?><p><?cs var:lines.0.text ?></p><?cs else ?><ul class="govuk-list govuk-list--spaced"><?cs each:line = lines ?><li><?cs var:line.text ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?>
<?cs def:guide_yes(key, flag) ?><?cs if:flag == "1" ?><?cs call:fact(key, words.guide.yes) ?><?cs elif:flag == "0" ?><?cs call:fact(key, words.guide.no) ?><?cs /if ?><?cs /def ?>
<article class="ym-guide">
<h1 class="ym-h1"><?cs var:page.title ?></h1>
<?cs if:guide.state == "retired" ?><?cs call:notice_word("warn", "guide_retired") ?><?cs /if ?>
<?cs if:none_then ?><?cs call:notice_word("info", "guide_none_then") ?><?cs /if ?>
<?cs if:page.language == "en" && guide.brief_en ?><p class="ym-lead"><?cs var:guide.brief_en ?></p><?cs elif:guide.brief ?><p class="ym-lead"><?cs var:guide.brief ?></p><?cs /if ?>
<?cs if:page.language == "en" ?><?cs call:notice_word("info", "guide_chinese") ?><?cs /if ?>
<?cs call:toolbar(page.tools) ?>
<dl class="ym-facts">
<?cs call:fact("promised", guide.promised_text) ?>
<?cs call:fact("statutory", guide.statutory_text) ?>
<?cs call:fact("visits", guide.visits_text) ?>
<?cs if:guide.online_depth ?><?cs call:fact("online_depth", words.online_depth[guide.online_depth]) ?><?cs /if ?>
<?cs call:fact("charged", guide.charged_text) ?>
<?cs call:fact("organ", guide.organ_name) ?>
</dl>
<div class="ym-columns">
<div class="ym-columns__main">
<nav class="ym-section-nav" aria-label="<?cs var:words.guide.contents ?>"><ul>
<li><a href="#basic"><?cs var:words.guide.basic ?></a></li>
<?cs if:guide.conditions_lines.0.text ?><li><a href="#conditions"><?cs var:words.guide.conditions ?></a></li><?cs /if ?>
<?cs if:guide.materials.0.name ?><li><a href="#materials"><?cs var:words.guide.materials ?></a></li><?cs /if ?>
<?cs if:guide.steps.0.name || guide.process_lines.0.text ?><li><a href="#steps"><?cs var:words.guide.steps ?></a></li><?cs /if ?>
<li><a href="#fees"><?cs var:words.guide.fees ?></a></li>
<li><a href="#places"><?cs var:words.guide.places ?></a></li>
<?cs if:guide.bases.0.title ?><li><a href="#bases"><?cs var:words.guide.bases ?></a></li><?cs /if ?>
<?cs if:guide.questions.0.question ?><li><a href="#questions"><?cs var:words.guide.questions ?></a></li><?cs /if ?>
<li><a href="#contact"><?cs var:words.guide.contact ?></a></li>
</ul></nav>

<section class="ym-section" id="basic" aria-labelledby="h-basic"><h2 id="h-basic"><?cs var:words.guide.basic ?></h2>
<dl class="ym-facts ym-facts--plain">
<?cs if:page.language == "en" ?><?cs call:fact("title_zh", guide.title) ?><?cs /if ?>
<?cs if:guide.kind ?><?cs call:fact("kind", words.kind[guide.kind]) ?><?cs /if ?>
<?cs if:guide.handling ?><?cs call:fact("handling", words.handling[guide.handling]) ?><?cs /if ?>
<?cs call:fact("audience", guide.audiences_text) ?>
<?cs call:fact("organ", guide.organ_name) ?>
<?cs call:fact("delegate", guide.delegate) ?>
<?cs call:fact("joint_organs", guide.joint_organs) ?>
<?cs if:guide.level ?><?cs call:fact("level", words.level[guide.level]) ?><?cs /if ?>
<?cs call:fact("area", guide.area_name) ?>
<?cs if:guide.authority ?><?cs call:fact("authority", words.authority[guide.authority]) ?><?cs /if ?>
<?cs if:guide.scope ?><?cs call:fact("scope", words.scope[guide.scope]) ?><?cs /if ?>
<?cs call:fact("channels", guide.channels_text) ?>
<?cs call:fact("quantity_limit", guide.quantity_limit) ?>
<?cs call:fact("outcome_name", guide.outcome_name) ?>
<?cs if:guide.outcome_kind ?><?cs call:fact("outcome_kind", words.outcome_kind[guide.outcome_kind]) ?><?cs /if ?>
<?cs call:fact("outcome_validity", guide.outcome_validity) ?>
<?cs call:guide_yes("in_centre", guide.in_centre) ?>
<?cs call:guide_yes("booking", guide.booking) ?>
<?cs call:guide_yes("courier", guide.courier) ?>
<?cs call:guide_yes("pay_online", guide.pay_online) ?>
<?cs call:guide_yes("kiosk", guide.kiosk) ?>
<?cs call:fact("visit_reason", guide.visit_reason) ?>
<?cs call:fact("promised_note", guide.promised_note) ?>
<?cs call:fact("statutory_note", guide.statutory_note) ?>
<?cs call:fact("item_code", guide.item_code) ?>
<?cs call:fact("base_code", guide.base_code) ?>
<?cs call:fact("effective_on", guide.effective_on.text) ?>
<?cs call:fact("guide_version", guide.number) ?>
</dl>
</section>

<?cs if:guide.conditions_lines.0.text ?><section class="ym-section" id="conditions" aria-labelledby="h-conditions"><h2 id="h-conditions"><?cs var:words.guide.conditions ?></h2>
<?cs call:guide_lines(guide.conditions_lines) ?></section><?cs /if ?>

<?cs if:guide.materials.0.name ?><section class="ym-section" id="materials" aria-labelledby="h-materials"><h2 id="h-materials"><?cs var:words.guide.materials ?></h2>
<ol class="ym-materials">
<?cs each:material = guide.materials ?><li class="ym-material">
<h3 class="ym-material__name"><?cs var:material.name ?></h3>
<ul class="ym-tags"><?cs if:material.necessity ?><li class="ym-tag ym-tag--<?cs var:material.necessity ?>"><?cs var:words.necessity[material.necessity] ?></li><?cs /if ?><?cs if:material.form ?><li class="ym-tag"><?cs var:words.material_form[material.form] ?></li><?cs /if ?><?cs if:material.copies_text ?><li class="ym-tag"><?cs var:material.copies_text ?></li><?cs /if ?><?cs if:material.source ?><li class="ym-tag"><?cs var:words.material_source[material.source] ?></li><?cs /if ?><?cs if:material.promise_allowed == "1" ?><li class="ym-tag ym-tag--good"><?cs var:words.guide.promise_allowed ?></li><?cs /if ?><?cs if:material.may_lack == "1" ?><li class="ym-tag ym-tag--good"><?cs var:words.guide.may_lack ?></li><?cs /if ?></ul>
<?cs if:material.condition_note ?><p><?cs var:words.guide.when ?><?cs var:material.condition_note ?></p><?cs /if ?>
<?cs if:material.instructions ?><p><?cs var:material.instructions ?></p><?cs /if ?>
<?cs if:material.acceptance || material.basis || material.format || material.source_note || material.blank_form || material.sample_form ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.guide.material_more ?><span class="govuk-visually-hidden"> <?cs var:material.name ?></span></span></summary>
<dl class="ym-facts ym-facts--plain">
<?cs call:fact("acceptance", material.acceptance) ?>
<?cs call:fact("format", material.format) ?>
<?cs call:fact("source_note", material.source_note) ?>
<?cs call:fact("basis", material.basis) ?>
<?cs if:material.blank_url ?><div class="ym-facts__item"><dt><?cs var:words.label.blank_form ?></dt><dd><a class="govuk-link" href="<?cs var:url_validate(material.blank_url) ?>"><?cs var:words.action.download ?><span class="govuk-visually-hidden"> <?cs var:words.label.blank_form ?> <?cs var:material.name ?></span></a></dd></div><?cs /if ?>
<?cs if:material.sample_url ?><div class="ym-facts__item"><dt><?cs var:words.label.sample_form ?></dt><dd><a class="govuk-link" href="<?cs var:url_validate(material.sample_url) ?>"><?cs var:words.action.download ?><span class="govuk-visually-hidden"> <?cs var:words.label.sample_form ?> <?cs var:material.name ?></span></a></dd></div><?cs /if ?>
</dl></details><?cs /if ?>
</li><?cs /each ?>
</ol></section><?cs /if ?>

<?cs if:guide.steps.0.name || guide.process_lines.0.text ?><section class="ym-section" id="steps" aria-labelledby="h-steps"><h2 id="h-steps"><?cs var:words.guide.steps ?></h2>
<?cs if:guide.process_lines.0.text ?><?cs call:guide_lines(guide.process_lines) ?><?cs /if ?>
<?cs if:guide.steps.0.name ?><ol class="ym-timeline">
<?cs each:step = guide.steps ?><li class="ym-timeline__item"><p class="ym-timeline__title"><?cs var:step.name ?></p>
<p class="ym-timeline__when"><?cs if:step.limit_text ?><?cs var:step.limit_text ?><?cs /if ?><?cs if:step.organ_name ?> <span class="ym-timeline__who"><?cs var:step.organ_name ?></span><?cs /if ?></p>
<?cs if:step.content ?><p class="ym-timeline__note"><?cs var:step.content ?></p><?cs /if ?><?cs if:step.result ?><p class="ym-timeline__note"><?cs var:words.guide.step_result ?><?cs var:step.result ?></p><?cs /if ?></li>
<?cs /each ?></ol><?cs /if ?>
<?cs if:guide.special_procedures_lines.0.text ?><h3 class="ym-h4"><?cs var:words.guide.special ?></h3><?cs call:guide_lines(guide.special_procedures_lines) ?><?cs /if ?>
<?cs if:guide.intermediary ?><h3 class="ym-h4"><?cs var:words.guide.intermediary ?></h3><p><?cs var:guide.intermediary ?></p><?cs /if ?>
</section><?cs /if ?>

<section class="ym-section" id="fees" aria-labelledby="h-fees"><h2 id="h-fees"><?cs var:words.guide.fees ?></h2>
<?cs if:guide.fees.0.name ?><table class="ym-table"><thead><tr><th scope="col"><?cs var:words.label.fee_name ?></th><th scope="col"><?cs var:words.label.fee_standard ?></th><th scope="col"><?cs var:words.label.basis ?></th><th scope="col"><?cs var:words.label.reduction ?></th></tr></thead><tbody>
<?cs each:fee = guide.fees ?><tr><th scope="row" data-label="<?cs var:words.label.fee_name ?>"><?cs var:fee.name ?></th><td data-label="<?cs var:words.label.fee_standard ?>"><?cs var:fee.standard ?></td><td data-label="<?cs var:words.label.basis ?>"><?cs var:fee.basis ?></td><td data-label="<?cs var:words.label.reduction ?>"><?cs if:fee.reducible == "1" ?><?cs var:fee.reduction_basis ?><?cs else ?><?cs var:words.guide.no ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table><?cs elif:guide.charged == "1" ?><p><?cs var:words.guide.fees_unlisted ?></p><?cs elif:guide.charged == "0" ?><p><?cs var:words.guide.free ?></p><?cs else ?><p><?cs var:words.guide.fees_unsaid ?></p><?cs /if ?>
</section>

<section class="ym-section" id="places" aria-labelledby="h-places"><h2 id="h-places"><?cs var:words.guide.places ?></h2>
<?cs each:place = guide.places ?><dl class="ym-facts ym-facts--plain">
<?cs call:fact("place", place.name) ?><?cs call:fact("window", place.window_name) ?><?cs call:fact("address", place.address) ?><?cs call:fact("hours", place.hours) ?><?cs call:fact("phone", place.phone) ?><?cs call:fact("transport", place.transport) ?>
</dl><?cs /each ?>
<?cs if:!guide.places.0.name ?><p><?cs var:words.guide.places_unsaid ?></p><?cs /if ?>
<?cs if:guide.hours ?><p><?cs var:words.label.hours ?><?cs var:words.frame.colon ?><?cs var:guide.hours ?></p><?cs /if ?>
<?cs if:guide.online_address ?><p><?cs var:words.label.online_address ?><?cs var:words.frame.colon ?><a class="govuk-link" rel="noopener noreferrer" href="<?cs var:url_validate(guide.online_address) ?>"><?cs var:guide.online_address ?></a></p><?cs /if ?>
</section>

<?cs if:guide.bases.0.title ?><section class="ym-section" id="bases" aria-labelledby="h-bases"><h2 id="h-bases"><?cs var:words.guide.bases ?></h2>
<ol class="govuk-list govuk-list--number"><?cs each:base = guide.bases ?><li><strong><?cs var:base.title ?></strong><?cs if:base.article ?> <?cs var:base.article ?><?cs /if ?><?cs if:base.body ?><br><?cs var:base.body ?><?cs /if ?></li><?cs /each ?></ol></section><?cs /if ?>

<?cs if:guide.questions.0.question ?><section class="ym-section" id="questions" aria-labelledby="h-questions"><h2 id="h-questions"><?cs var:words.guide.questions ?></h2>
<?cs each:one = guide.questions ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:one.question ?></span></summary><div class="govuk-details__text"><?cs var:one.answer ?></div></details>
<?cs /each ?></section><?cs /if ?>

<section class="ym-section" id="contact" aria-labelledby="h-contact"><h2 id="h-contact"><?cs var:words.guide.contact ?></h2>
<dl class="ym-facts ym-facts--plain"><?cs call:fact("consult_phone", guide.consult_phone) ?><?cs call:fact("complaint_phone", guide.complaint_phone) ?><?cs call:fact("consult_note", guide.consult_note) ?></dl>
<?cs if:guide.rights_lines.0.text ?><h3 class="ym-h4"><?cs var:words.guide.rights ?></h3><?cs call:guide_lines(guide.rights_lines) ?><?cs /if ?>
</section>
</div>

<div class="ym-columns__side">
<div class="ym-apply-bar">
<?cs if:apply_url ?><p class="ym-apply-bar__note"><?cs var:words.guide.apply_note ?></p><?cs call:link_button("apply", apply_url) ?><?cs else ?><p class="ym-apply-bar__note"><?cs var:words.guide.window_only ?></p><a class="govuk-button govuk-button--secondary" href="#places"><?cs var:words.guide.places ?></a><?cs /if ?>
</div>
<section class="ym-panel" aria-labelledby="h-qr"><h2 class="ym-panel__title" id="h-qr"><?cs var:words.guide.qr ?></h2>
<figure class="ym-qr"><img class="ym-qr__picture" src="/items/<?cs var:url_escape(guide_code) ?>/qr.svg" width="132" height="132" alt="<?cs var:words.frame.qr ?>"><figcaption><?cs var:words.guide.qr_help ?></figcaption></figure></section>
<section class="ym-panel" aria-labelledby="h-on"><h2 class="ym-panel__title" id="h-on"><?cs var:words.guide.on ?></h2>
<form method="get" action="/items/<?cs var:url_escape(guide_code) ?>"><div class="govuk-form-group"><label class="govuk-label" for="on"><?cs var:words.guide.on_help ?></label><input class="govuk-input" type="date" id="on" name="on" value="<?cs if:on ?><?cs var:on ?><?cs else ?><?cs var:page.today ?><?cs /if ?>"></div><?cs call:button_plain("show") ?></form></section>
</div>
</div>
</article>
