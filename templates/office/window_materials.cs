<?cs # What is brought.  Needs: case.{url,title}; materials.N the columns of window_materials, with
{giving,originals_box,copies_box,signed} as field_declared needs them and files_field, files_error, open, and held where the applicant has a licence for it; barred. ?>
<?cs include!"parts/licence.cs" ?>
<?cs def:paper_files(material) ?>
<div class="govuk-form-group<?cs if:material.files_error ?> govuk-form-group--error<?cs /if ?>">
<label class="govuk-label" for="f-<?cs var:material.files_field ?>"><?cs var:words.window.scans ?><?cs if:material.files ?> <span class="ym-small"><?cs var:words.window.scanned ?> <?cs var:material.files ?></span><?cs /if ?></label>
<?cs if:material.files_error ?><?cs call:error_text(material.files_field, material.files_error) ?><?cs /if ?>
<input class="govuk-file-upload" id="f-<?cs var:material.files_field ?>" name="<?cs var:material.files_field ?>" type="file" multiple<?cs if:material.files_error ?> aria-invalid="true" aria-describedby="e-<?cs var:material.files_field ?>"<?cs /if ?>>
</div>
<?cs /def ?>
<?cs def:paper_row(material) ?>
<section class="ym-panel" aria-labelledby="material-<?cs var:material.position ?>">
<h2 class="ym-panel__title" id="material-<?cs var:material.position ?>"<?cs call:lang_of(material.name) ?>><?cs var:material.name ?></h2>
<p class="ym-small"><?cs if:material.necessity ?><?cs var:words.necessity[material.necessity] ?><?cs /if ?><?cs if:material.condition_note ?> <?cs var:words.office.dot ?> <?cs call:data(material.condition_note) ?><?cs /if ?><?cs if:material.originals_wanted ?> <?cs var:words.office.dot ?> <?cs var:words.window.originals ?> <?cs var:material.originals_wanted ?><?cs /if ?><?cs if:material.copies_wanted ?> <?cs var:words.office.dot ?> <?cs var:words.window.copies ?> <?cs var:material.copies_wanted ?><?cs /if ?></p>
<?cs if:material.held.title ?><?cs call:licence_source(material.held) ?><?cs /if ?>
<?cs if:!material.open ?><p><?cs var:words.given.shared ?></p>
<?cs else ?>
<?cs call:field_declared(material.giving) ?>
<?cs call:field_declared(material.originals_box) ?>
<?cs call:field_declared(material.copies_box) ?>
<?cs call:paper_files(material) ?>
<?cs if:material.signed.name ?><?cs call:field_declared(material.signed) ?><?cs /if ?>
<?cs /if ?>
</section>
<?cs /def ?>
<?cs call:heading_lead(words.window.materials, case.title) ?>
<?cs if:barred ?><?cs call:notice("warn", words.refusal.promise_barred) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/materials" enctype="multipart/form-data" novalidate>
<?cs call:form_token() ?>
<?cs each:material = materials ?><?cs call:paper_row(material) ?><?cs /each ?>
<div class="ym-buttons"><?cs call:button("save") ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</form>
