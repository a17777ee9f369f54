<?cs # The way out, of all that is published or of one batch.  Needs: choices.{export_mapping,export_form}; batch or none. ?>
<div class="ym-panel ym-panel--narrow">
<?cs if:batch.id ?><?cs call:heading_lead(words.publish.export_batch, batch.file_name) ?><?cs else ?><?cs call:heading_lead(words.publish.export, words.publish.export_lead) ?><?cs /if ?>
<form method="get" action="/publish/export/file">
<?cs if:batch.id ?><input type="hidden" name="batch" value="<?cs var:batch.id ?>"><?cs /if ?>
<?cs call:field_select("export_mapping") ?>
<?cs call:field_choice("export_form") ?>
<?cs call:field_flag("export_internal") ?>
<div class="ym-buttons"><?cs call:button("download") ?><?cs if:batch.url ?> <a href="<?cs var:url_validate(batch.url) ?>"><?cs var:words.action.back ?></a><?cs /if ?></div>
</form>
</div>
