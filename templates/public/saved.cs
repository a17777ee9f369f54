<?cs # Picking files handed in before.  Needs: material.{name,url}, choices.saved. ?>
<?cs call:heading_lead(words.saved.pick, material.name) ?>
<?cs if:choices.saved.0.value ?>
<form method="post" action="<?cs var:url_validate(material.url) ?>/saved" novalidate>
<?cs call:form_token() ?>
<?cs call:field_many("saved") ?>
<div class="ym-buttons"><?cs call:button("pick_files") ?> <?cs call:link_button_plain("back", material.url) ?></div>
</form>
<?cs else ?><?cs call:empty_state("saved") ?><p><?cs call:link_button_plain("back", material.url) ?></p><?cs /if ?>
