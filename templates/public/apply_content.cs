<?cs # What is in a case, as its applicant reads it.  Needs: case, sections, materials, files, delivery_text
(application_into).  sections.N.url: where it may be changed, "" when it may not. ?>
<?cs def:content_answers() ?>
<?cs each:part = sections ?>
<section class="ym-panel" aria-labelledby="s-<?cs var:name(part) ?>">
<h2 class="ym-panel__title" id="s-<?cs var:name(part) ?>"<?cs call:lang_of(part.title) ?>><?cs var:part.title ?></h2>
<dl class="govuk-summary-list">
<?cs each:answer = part.answers ?><div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs call:data(answer.label) ?></dt><dd class="govuk-summary-list__value"><?cs if:answer.missing ?><strong class="ym-task ym-task--wrong"><?cs var:words.apply.missing ?></strong><?cs elif:answer.value ?><?cs call:data(answer.value) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:part.url ?><p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(part.url) ?>"><?cs var:words.action.change ?><span class="govuk-visually-hidden"<?cs call:lang_of(part.title) ?>> <?cs var:part.title ?></span></a></p><?cs /if ?>
</section>
<?cs /each ?>
<?cs /def ?>

<?cs def:content_materials(change) ?>
<section class="ym-panel" aria-labelledby="s-materials">
<h2 class="ym-panel__title" id="s-materials"><?cs var:words.apply.materials ?></h2>
<dl class="govuk-summary-list">
<?cs each:one = materials ?><div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></dt><dd class="govuk-summary-list__value"><?cs if:one.state == "todo" ?><strong class="ym-task ym-task--wrong"><?cs var:words.apply.missing ?></strong><?cs else ?><?cs var:one.hint ?><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:files.0.name ?><h3 class="ym-h4"><?cs var:words.apply.files ?></h3><?cs call:file_list(files) ?><?cs /if ?>
<?cs if:change ?><p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(change) ?>/materials"><?cs var:words.action.change ?><span class="govuk-visually-hidden"> <?cs var:words.apply.materials ?></span></a></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:content_delivery(change) ?>
<section class="ym-panel" aria-labelledby="s-delivery">
<h2 class="ym-panel__title" id="s-delivery"><?cs var:words.apply.delivery ?></h2>
<dl class="govuk-summary-list">
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs call:summary_row("applicant_number", case.applicant_number) ?>
<?cs call:summary_row("contact_name", case.contact_name) ?>
<?cs call:summary_row("contact_phone", case.contact_phone) ?>
<?cs call:summary_row("delivery", delivery_text) ?>
<?cs if:case.delivery_address ?><?cs call:summary_row("delivery_address", case.delivery_address) ?><?cs /if ?>
</dl>
<?cs if:change ?><p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(change) ?>/delivery"><?cs var:words.action.change ?><span class="govuk-visually-hidden"> <?cs var:words.apply.delivery ?></span></a></p><?cs /if ?>
</section>
<?cs /def ?>
