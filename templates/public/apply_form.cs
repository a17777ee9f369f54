<?cs # One section of the item's form.  Needs: case, section.{title,place,url}, fields.N as field_declared() wants them. ?>
<?cs if:section.title == words.apply.details ?><?cs call:heading_lead(section.title, section.place) ?><?cs else ?><?cs call:heading_lead(section.title, section.place) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(section.url) ?>" novalidate>
<?cs call:form_token() ?>
<?cs each:f = fields ?><?cs call:field_declared(f) ?><?cs /each ?>
<div class="ym-buttons"><?cs call:button("save_next") ?> <?cs call:button_named("save_only", "save_only", "1") ?></div>
</form>
