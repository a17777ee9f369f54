<?cs # A file is brought.  Needs: choices.import_mapping. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.publish.import_new, words.publish.import_lead) ?>
<form method="post" enctype="multipart/form-data" action="/publish/imports/new">
<?cs call:form_token() ?>
<?cs call:field_select("import_mapping") ?>
<?cs call:field_file("import_file") ?>
<div class="ym-buttons"><?cs call:button("dry_run") ?> <a href="/publish/imports"><?cs var:words.action.cancel ?></a></div>
</form>
</div>
