<?cs # The task list of a draft.  Needs: case; tasks_form, tasks_materials and tasks_finish, lists as task_list() wants
them; ready, was_submitted, saved_text. ?>
<?cs call:heading_lead(case.title, case.organ_name) ?>
<?cs if:was_submitted ?><?cs call:notice_word("info", "taken_back") ?><?cs /if ?>
<?cs if:tasks_form.0.title ?><section aria-labelledby="t-form"><h2 class="ym-h2" id="t-form"><?cs var:words.apply.fill ?></h2><?cs call:task_list(tasks_form) ?></section><?cs /if ?>
<?cs if:tasks_materials.0.title ?><section aria-labelledby="t-materials"><h2 class="ym-h2" id="t-materials"><?cs var:words.apply.materials ?></h2><?cs call:task_list(tasks_materials) ?></section><?cs /if ?>
<section aria-labelledby="t-finish"><h2 class="ym-h2" id="t-finish"><?cs var:words.apply.finish ?></h2><?cs call:task_list(tasks_finish) ?></section>
<?cs if:ready ?><p><a class="govuk-button" href="<?cs var:url_validate(case.url) ?>/check"><?cs var:words.action.check ?></a></p><?cs else ?><p><?cs var:words.apply.not_ready ?></p><?cs /if ?>
<p class="ym-small"><?cs var:saved_text ?> <?cs var:words.apply.saved_always ?></p>
<?cs if:!was_submitted ?><p><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>/delete"><?cs var:words.action.delete_draft ?></a></p><?cs /if ?>
