<?cs # How the result is to come, changed after filing.  Needs: case.{my_url,title,version}; choices.delivery. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.delivery_page.change, case.title) ?>
<p><?cs var:words.delivery_page.until_sent ?></p>
<form method="post" action="<?cs var:url_validate(case.my_url) ?>/delivery" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_choice("delivery") ?>
<?cs call:field_text("delivery_address") ?>
<?cs call:field_name("contact_name") ?>
<?cs call:field_phone("contact_phone") ?>
<div class="ym-buttons">
<?cs call:button("save") ?>
<a href="<?cs var:url_validate(case.my_url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
