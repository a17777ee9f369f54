<?cs # Check answers, declare, submit.  Needs: as apply_content.cs; ready, form_complete, materials_complete,
delivery_complete; guide_changed and changes where a newer guide is in force. ?>
<?cs include!"public/apply_content.cs" ?>
<?cs call:heading_lead(words.apply.check, case.title) ?>
<?cs if:guide_changed ?><?cs call:guide_changes(changes, case.url) ?>
<?cs elif:!ready ?>
<div class="ym-notice ym-notice--warn"><?cs call:icon("warning") ?>
<div><p class="ym-notice__title"><?cs var:words.apply.left ?></p>
<ul class="govuk-list govuk-list--bullet">
<?cs if:!form_complete ?><li><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>"><?cs var:words.apply.fill ?></a></li><?cs /if ?>
<?cs if:!materials_complete ?><li><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>/materials"><?cs var:words.apply.materials ?></a></li><?cs /if ?>
<?cs if:!delivery_complete ?><li><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>/delivery"><?cs var:words.apply.delivery ?></a></li><?cs /if ?>
</ul></div></div>
<?cs /if ?>
<?cs call:content_answers() ?>
<?cs call:content_materials(case.url) ?>
<?cs call:content_delivery(case.url) ?>
<?cs if:ready ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/submit" novalidate>
<?cs call:form_token() ?>
<input type="hidden" name="version" value="<?cs var:case.version ?>">
<h2 class="ym-h2"><?cs var:words.apply.declare ?></h2>
<p><?cs var:words.apply.declare_text ?></p>
<?cs call:field_flag("declaration") ?>
<?cs call:button("submit") ?>
</form>
<p class="ym-small"><?cs var:words.apply.submit_note ?></p>
<?cs else ?><p><?cs call:link_button("back_to_tasks", case.url) ?></p><?cs /if ?>
