<?cs # The one-time list of what is missing.  Needs: act (ask_correction or ask_supplement); case.{url,shown,version,title,asked_before};
materials.N.{name,given,files,open,since,held_there,held_url,held} with defect and wanted as field_declared needs them; form.answer_by_on; for
a second list corrections.N with lines, form_since, second_flagged. ?>
<?cs include!"parts/licence.cs" ?>
<?cs def:since_tag(since) ?><?cs if:since ?> <span class="ym-small">(<?cs var:words.defect_since[since] ?>)</span><?cs /if ?><?cs /def ?>
<?cs call:heading_lead(words.action[act], case.title) ?>
<?cs call:notice("info", words.ask_help[act]) ?>
<?cs if:case.asked_before && act == "ask_correction" ?><?cs call:notice("warn", words.office.asked_before) ?>
<?cs if:second_flagged ?><?cs call:notice("info", words.office.second_flagged) ?><?cs else ?><?cs call:notice("info", words.office.second_refused) ?><?cs /if ?>
<?cs each:list = corrections ?><details class="ym-panel" open><summary><strong><?cs var:words.office.correction ?></strong> <span class="ym-small"><?cs var:list.asked_at.text ?> <?cs call:data(list.asked_name) ?></span></summary>
<ol class="govuk-list govuk-list--number">
<?cs each:line = list.lines ?><li><strong><?cs if:line.material_name ?><?cs call:data(line.material_name) ?><?cs else ?><?cs var:words.office.the_form ?><?cs /if ?></strong><?cs var:words.frame.colon ?><?cs call:data(line.defect) ?></li>
<?cs /each ?></ol></details>
<?cs /each ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/<?cs var:url_escape(act) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<section class="ym-panel" aria-labelledby="the-form">
<h2 class="ym-panel__title" id="the-form"><?cs var:words.office.the_form ?><?cs call:since_tag(form_since) ?></h2>
<?cs call:field_lines("form_defect") ?>
<?cs call:field_text("form_wanted") ?>
</section>
<?cs each:material = materials ?><details class="ym-panel"<?cs if:material.open ?> open<?cs /if ?>>
<summary><strong<?cs call:lang_of(material.name) ?>><?cs var:material.name ?></strong> <span class="ym-small"><?cs var:words.given[material.given] ?></span><?cs call:since_tag(material.since) ?></summary>
<?cs if:material.held_there ?><p><?cs call:icon("info") ?> <?cs var:words.error.held_already ?> <?cs if:material.held_url ?><a class="govuk-link" href="<?cs var:url_validate(material.held_url) ?>"><?cs var:words.licence.stored ?></a><?cs /if ?></p><?cs /if ?>
<?cs if:material.held.title ?><?cs call:licence_source(material.held) ?><?cs /if ?>
<?cs if:material.files.0.name ?><?cs call:file_list(material.files) ?><?cs /if ?>
<?cs call:field_declared(material.defect) ?>
<?cs call:field_declared(material.wanted) ?>
</details>
<?cs /each ?>
<section class="ym-panel" aria-labelledby="answer-by">
<h2 class="ym-panel__title" id="answer-by"><?cs var:words.office.answer_by ?></h2>
<?cs call:field_day("answer_by_on") ?>
<?cs call:field_lines("correction_note") ?>
<div class="ym-buttons"><?cs call:button(act) ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</section>
</form>
