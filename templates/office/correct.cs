<?cs # The one-time list of what is missing.  Needs: case.{url,shown,version,title,asked_before};
materials.N.{name,given,files,open} with defect and wanted as field_declared needs them; form.answer_by_on. ?>
<?cs call:heading_lead(words.title.office_correct, case.title) ?>
<?cs call:notice("info", words.office.correct_help) ?>
<?cs if:case.asked_before ?><?cs call:notice("warn", words.office.asked_before) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/ask_correction">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<section class="ym-panel" aria-labelledby="the-form">
<h2 class="ym-panel__title" id="the-form"><?cs var:words.office.the_form ?></h2>
<?cs call:field_lines("form_defect") ?>
<?cs call:field_text("form_wanted") ?>
</section>
<?cs each:material = materials ?><details class="ym-panel"<?cs if:material.open ?> open<?cs /if ?>>
<summary><strong><?cs var:material.name ?></strong> <span class="ym-small"><?cs var:words.given[material.given] ?></span></summary>
<?cs if:material.files.0.name ?><?cs call:file_list(material.files) ?><?cs /if ?>
<?cs call:field_declared(material.defect) ?>
<?cs call:field_declared(material.wanted) ?>
</details>
<?cs /each ?>
<section class="ym-panel" aria-labelledby="answer-by">
<h2 class="ym-panel__title" id="answer-by"><?cs var:words.office.answer_by ?></h2>
<?cs call:field_day("answer_by_on") ?>
<?cs call:field_lines("correction_note") ?>
<div class="ym-buttons"><?cs call:button("ask_correction") ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</section>
</form>
