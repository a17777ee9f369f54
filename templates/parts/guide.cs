<?cs # What the guide is made of, in full and in brief.  Needs: as public/guide.cs says.  Included by it alone. ?>
<?cs def:guide_lines(lines) ?><?cs if:subcount(lines) == #1 ?><p<?cs call:data_lang() ?>><?cs var:lines.0.text ?></p><?cs else ?><ul class="ym-lines-list"<?cs call:data_lang() ?>><?cs each:line = lines ?><li><?cs var:line.text ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?>
<?cs def:guide_yes(key, flag) ?><?cs if:flag == "1" ?><?cs call:fact(key, words.guide.yes) ?><?cs elif:flag == "0" ?><?cs call:fact(key, words.guide.no) ?><?cs /if ?><?cs /def ?>
<?cs def:material_form(url, key, name) ?><?cs if:url ?><li><a class="govuk-link" href="<?cs var:url_validate(url) ?>"><?cs call:icon("download") ?> <?cs var:words.label[key] ?><span class="govuk-visually-hidden"<?cs call:data_lang() ?>> <?cs var:name ?></span></a></li><?cs /if ?><?cs /def ?>
<?cs # One material with all that is asked of it; what few ask lies behind one press. ?>
<?cs def:guide_material(material) ?>
<li class="ym-material">
<h3 class="ym-material__name"<?cs call:data_lang() ?>><?cs var:material.name ?></h3>
<ul class="ym-tags"><?cs if:material.necessity ?><li class="ym-tag ym-tag--<?cs var:material.necessity ?>"><?cs var:words.necessity[material.necessity] ?></li><?cs /if ?><?cs if:material.form ?><li class="ym-tag"><?cs var:words.material_form[material.form] ?></li><?cs /if ?><?cs if:material.copies_text ?><li class="ym-tag"><?cs var:material.copies_text ?></li><?cs /if ?><?cs if:material.source ?><li class="ym-tag"><?cs var:words.material_source[material.source] ?></li><?cs /if ?><?cs if:material.promise_allowed == "1" && guide.low_risk == "1" ?><li class="ym-tag ym-tag--good"><?cs var:words.guide.promise_allowed ?></li><?cs /if ?><?cs if:material.may_lack == "1" && guide.lacking_days ?><li class="ym-tag ym-tag--good"><?cs var:words.guide.may_lack ?></li><?cs /if ?><?cs if:material.licence ?><li class="ym-tag ym-tag--good"><?cs var:words.guide.licence_held ?></li><?cs /if ?></ul>
<?cs if:material.condition_note ?><p><?cs var:words.guide.when ?><span<?cs call:data_lang() ?>><?cs var:material.condition_note ?></span></p><?cs /if ?>
<?cs if:material.instructions ?><p<?cs call:data_lang() ?>><?cs var:material.instructions ?></p><?cs /if ?>
<?cs if:material.blank_url || material.sample_url ?><ul class="ym-material__forms"><?cs call:material_form(material.blank_url, "blank_form", material.name) ?><?cs call:material_form(material.sample_url, "sample_form", material.name) ?></ul><?cs /if ?>
<?cs if:material.acceptance || material.basis || material.format || material.source_note ?><details class="govuk-details"<?cs if:page.print ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.guide.material_more ?><span class="govuk-visually-hidden"<?cs call:data_lang() ?>> <?cs var:material.name ?></span></span></summary>
<dl class="ym-facts ym-facts--plain">
<?cs call:fact_data("acceptance", material.acceptance) ?>
<?cs call:fact_data("format", material.format) ?>
<?cs call:fact_data("source_note", material.source_note) ?>
<?cs call:fact_data("basis", material.basis) ?>
</dl></details><?cs /if ?>
</li>
<?cs /def ?>

<?cs # What may lack for a while, and what a promise may stand for. ?>
<?cs def:guide_trust() ?>
<?cs if:guide.lacking_text ?><p><?cs var:guide.lacking_text ?></p><?cs /if ?>
<?cs if:guide.low_risk == "1" ?><details class="govuk-details"<?cs if:page.print ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.guide.promise_more ?></span></summary><div class="govuk-details__text">
<p><?cs var:words.guide.promise_choice ?></p>
<h3 class="ym-h4"><?cs var:words.guide.promise_notice ?></h3><?cs call:guide_lines(guide.promise_notice_lines) ?>
<h3 class="ym-h4"><?cs var:words.guide.promise_text ?></h3><?cs call:guide_lines(guide.promise_text_lines) ?>
</div></details><?cs /if ?>
<?cs /def ?>

<?cs # Where it is handled. ?>
<?cs def:guide_places() ?>
<?cs each:place = guide.places ?><dl class="ym-facts ym-facts--plain">
<?cs call:fact_data("place", place.name) ?><?cs call:fact_data("window", place.window_name) ?><?cs call:fact_data("address", place.address) ?><?cs call:fact_data("hours", place.hours) ?><?cs call:fact_phone("phone", place.phone) ?><?cs call:fact_data("transport", place.transport) ?>
</dl><?cs /each ?>
<?cs if:!guide.places.0.name ?><p><?cs var:words.guide.places_unsaid ?></p>
<?cs if:guide.hours ?><p><?cs var:words.label.hours ?><?cs var:words.frame.colon ?><span<?cs call:data_lang() ?>><?cs var:guide.hours ?></span></p><?cs /if ?><?cs /if ?>
<?cs /def ?>

<?cs def:guide_contact() ?>
<section class="ym-section" id="contact" aria-labelledby="h-contact"><h2 id="h-contact"><?cs var:words.guide.contact ?></h2>
<dl class="ym-facts ym-facts--plain"><?cs call:fact_phone("consult_phone", guide.consult_phone) ?><?cs call:fact_phone("complaint_phone", guide.complaint_phone) ?><?cs call:fact_data("consult_note", guide.consult_note) ?></dl>
<?cs if:guide_code && !page.print ?><p><a class="govuk-link" href="/open/results?item=<?cs var:url_escape(guide_code) ?>"><?cs var:words.results.of_guide ?></a></p><?cs /if ?>
<?cs if:guide_code ?><p><a class="govuk-link" href="/ask?kind=question&amp;item=<?cs var:url_escape(guide_code) ?>"><?cs var:words.ask.ask_item ?></a> <a class="govuk-link" href="/ask?kind=complaint&amp;item=<?cs var:url_escape(guide_code) ?>"><?cs var:words.ask.complain ?></a> <a class="govuk-link" href="/ask/answers?item=<?cs var:url_escape(guide_code) ?>"><?cs var:words.ask.answers ?></a></p><?cs /if ?>
<?cs if:guide.rights_lines.0.text && !brief ?><h3 class="ym-h4"><?cs var:words.guide.rights ?></h3><?cs call:guide_lines(guide.rights_lines) ?><?cs /if ?>
</section>
<?cs /def ?>

<?cs # 简版指南: what to bring, where to go, whom to ask. ?>
<?cs def:guide_brief() ?>
<?cs if:guide.materials.0.name ?><section class="ym-section" id="materials" aria-labelledby="h-materials"><h2 id="h-materials"><?cs var:words.guide.brief_materials ?></h2>
<ol class="ym-materials">
<?cs each:material = guide.materials ?><?cs if:material.source != "shared" ?><li class="ym-material"><h3 class="ym-material__name"><span<?cs call:data_lang() ?>><?cs var:material.name ?></span><?cs if:material.necessity != "required" ?> <span class="ym-small"><?cs var:words.guide.optional_part ?></span><?cs /if ?></h3>
<?cs if:material.copies_text ?><p><?cs var:material.copies_text ?></p><?cs /if ?>
<?cs if:material.condition_note ?><p><?cs var:words.guide.when ?><span<?cs call:data_lang() ?>><?cs var:material.condition_note ?></span></p><?cs /if ?>
<?cs if:material.blank_url || material.sample_url ?><ul class="ym-material__forms"><?cs call:material_form(material.blank_url, "blank_form", material.name) ?><?cs call:material_form(material.sample_url, "sample_form", material.name) ?></ul><?cs /if ?></li><?cs /if ?>
<?cs /each ?></ol></section><?cs /if ?>
<section class="ym-section" id="places" aria-labelledby="h-places"><h2 id="h-places"><?cs var:words.guide.brief_places ?></h2><?cs call:guide_places() ?></section>
<?cs call:guide_contact() ?>
<p><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(tabs.0.url) ?>"><?cs var:words.guide.brief_more ?></a></p>
<?cs /def ?>
