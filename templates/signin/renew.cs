<?cs # A colleague's new password, by a code from the security administrator.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.renew.title, words.renew.lead) ?>
<form method="post" action="/sign-in/renew" novalidate>
<?cs call:form_token() ?>
<?cs call:field_user("login") ?>
<?cs call:field_input("staff_code", "text", "", "one-time-code", "govuk-input--width-10 ym-number") ?>
<?cs call:field_password_new("password_new") ?>
<?cs call:field_password_new("password_again") ?>
<?cs call:button("renew_password") ?>
</form>
</div>
