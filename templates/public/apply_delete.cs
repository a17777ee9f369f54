<?cs # Really throw this draft away?  Needs: case. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.apply.delete, case.title) ?>
<?cs call:confirm_word("delete_draft") ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/delete">
<?cs call:form_token() ?>
<div class="ym-buttons"><?cs call:button_warn("delete_draft") ?> <?cs call:link_button_plain("back", case.url) ?></div>
</form>
</div>
