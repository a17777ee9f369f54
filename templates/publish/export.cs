<?cs # The way out.  Needs: choices.{export_mapping,export_form}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.publish.export, words.publish.export_lead) ?>
<form method="get" action="/publish/export/file">
<?cs call:field_select("export_mapping") ?>
<?cs call:field_choice("export_form") ?>
<?cs call:button("download") ?>
</form>
</div>
