<?cs # One material: what is wanted, what has been given, how to give it.  Needs: material, the columns of the item's
material and {url,blank_url,sample_url}; files; choices.given, given_several; limits; back_url; refused_file;
next_url and next_name when another is still to be given. ?>
<?cs include!"parts/licence.cs" ?>
<?cs call:heading(material.name) ?>
<?cs if:material.held.title ?><?cs if:material.held.standing == "valid" ?><?cs call:notice("good", words.licence.offer) ?><?cs else ?><?cs call:notice("warn", words.refusal.licence_not_valid) ?><?cs /if ?>
<?cs call:licence_source(material.held) ?><?cs /if ?>
<div class="ym-columns">
<div class="ym-columns__main">
<form method="post" action="<?cs var:url_validate(material.url) ?>" enctype="multipart/form-data" novalidate>
<?cs call:form_token() ?>
<?cs if:given_several ?><?cs call:field_choice("given") ?><?cs else ?><input type="hidden" name="given" value="files"><?cs /if ?>
<?cs if:refused_file ?><p class="ym-small"><?cs var:words.apply.refused_file ?><?cs var:words.frame.colon ?><?cs call:data(refused_file) ?></p><?cs /if ?>
<?cs if:promise_open ?><?cs call:field_flag("promise_agreed") ?><?cs /if ?>
<?cs call:field_files("files") ?>
<p class="ym-small"><?cs var:limits ?></p>
<p><a class="govuk-link" href="<?cs var:url_validate(material.url) ?>/saved"><?cs var:words.saved.offer ?></a></p>
<?cs call:field_lines("note") ?>
<?cs call:button("save") ?>
</form>
<h2 class="ym-h4"><?cs var:words.apply.files ?></h2>
<?cs if:files.0.name ?><?cs call:file_list(files) ?><?cs else ?><p class="ym-none"><?cs var:words.empty.files ?></p><?cs /if ?>
<div class="ym-buttons"><?cs if:next_url ?><a class="govuk-button" href="<?cs var:url_validate(next_url) ?>"><?cs var:words.apply.next_material ?><?cs var:words.frame.colon ?><?cs call:data(next_name) ?></a> <?cs /if ?><?cs call:link_button_plain("back_to_list", back_url) ?></div>
</div>
<div class="ym-columns__side">
<section class="ym-panel ym-panel--tint" aria-labelledby="wanted">
<h2 class="ym-panel__title" id="wanted"><?cs var:words.apply.wanted ?></h2>
<?cs if:material.necessity || material.condition_note || material.form || material.originals || material.copies || material.format || material.source || material.source_note || material.instructions || material.acceptance ?><dl class="ym-facts">
<?cs if:material.necessity ?><?cs call:fact("necessity", words.necessity[material.necessity]) ?><?cs /if ?>
<?cs call:fact_data("condition_note", material.condition_note) ?>
<?cs if:material.form ?><?cs call:fact("material_form", words.material_form[material.form]) ?><?cs /if ?>
<?cs call:fact("originals", material.originals) ?><?cs call:fact("copies", material.copies) ?>
<?cs call:fact_data("material_format", material.format) ?>
<?cs if:material.source ?><?cs call:fact("source", words.material_source[material.source]) ?><?cs /if ?>
<?cs call:fact_data("source_note", material.source_note) ?>
<?cs call:fact_data("instructions", material.instructions) ?><?cs call:fact_data("acceptance", material.acceptance) ?>
</dl><?cs else ?><p><?cs var:words.apply.wanted_none ?></p><?cs /if ?>
<?cs if:material.blank_url || material.sample_url ?><ul class="ym-links">
<?cs if:material.blank_url ?><li><a class="govuk-link" href="<?cs var:url_validate(material.blank_url) ?>"><?cs var:words.apply.blank ?></a></li><?cs /if ?>
<?cs if:material.sample_url ?><li><a class="govuk-link" href="<?cs var:url_validate(material.sample_url) ?>"><?cs var:words.apply.sample ?></a></li><?cs /if ?>
</ul><?cs /if ?>
</section>
</div>
</div>
