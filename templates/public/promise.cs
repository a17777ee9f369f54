<?cs # Handing in what was promised for later.  Needs: case.{title,my_url,shown}; promise.{url,material_name,body,
promised_by_on}; limits. ?>
<?cs call:heading_lead(promise.material_name, case.title) ?>
<form class="ym-panel ym-panel--narrow" method="post" action="<?cs var:url_validate(promise.url) ?>" enctype="multipart/form-data" novalidate>
<?cs call:form_token() ?>
<p><?cs var:words.promise.by ?><?cs var:words.frame.colon ?><strong><?cs var:promise.promised_by_on.text ?></strong></p>
<p class="ym-small"<?cs call:lang_of(promise.body) ?>><?cs var:promise.body ?></p>
<?cs call:field_files("files") ?>
<p class="ym-small"><?cs var:limits ?></p>
<div class="ym-buttons"><?cs call:button("hand_in") ?> <?cs call:link_button_plain("back_to_list", case.my_url) ?></div>
</form>
