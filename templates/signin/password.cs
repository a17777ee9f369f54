<?cs # A new password for who has signed in.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.door.password, words.door.password_lead) ?>
<form method="post" action="/password" novalidate>
<?cs call:form_token() ?>
<?cs call:field_password("password") ?>
<?cs call:field_password_new("password_new") ?>
<?cs call:field_password_new("password_again") ?>
<?cs call:button("save") ?>
</form>
</div>
