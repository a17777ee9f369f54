<?cs # The materials of a draft.  Needs: case, materials as task_list() wants them, complete. ?>
<?cs call:heading_lead(words.apply.materials, case.title) ?>
<p><?cs var:words.apply.materials_lead ?></p>
<?cs if:materials.0.title ?><?cs call:task_list(materials) ?><?cs else ?><?cs call:empty_state("list") ?><?cs /if ?>
<p><?cs if:complete ?><?cs call:link_button("back_to_tasks", case.url) ?><?cs else ?><?cs call:link_button_plain("back_to_tasks", case.url) ?><?cs /if ?></p>
