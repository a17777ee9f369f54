<?cs # One's own account.  Needs: account.{name,login,number_text,legal_name}, form.{phone,email,address}, choices.language. ?>
<?cs call:heading(words.my.account) ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("account_name", account.name) ?>
<?cs call:summary_row("applicant_number", account.number_text) ?>
<?cs if:account.legal_name ?><?cs call:summary_row("legal_name", account.legal_name) ?><?cs /if ?>
<?cs call:summary_row("login", account.login) ?>
</dl>
<p class="ym-small"><?cs var:words.my.account_fixed ?></p>
<form method="post" action="/my/account" novalidate>
<?cs call:form_token() ?>
<?cs call:field_phone("phone") ?>
<?cs call:field_email("email") ?>
<?cs call:field_input("address", "text", "", "address-line1", "") ?>
<?cs call:field_choice("language") ?>
<p class="ym-small"><?cs var:words.my.account_password ?></p>
<?cs call:field_password("password") ?>
<?cs call:button("save") ?>
</form>
<p><a class="govuk-link" href="/my/security"><?cs var:words.security.title ?></a></p>
<p><a class="govuk-link" href="/sign-up/verify"><?cs var:words.claim.verify ?></a></p>
<p><a class="govuk-link" href="/password"><?cs var:words.door.password ?></a></p>
<p><a class="govuk-link" href="/my/account/close"><?cs var:words.closing.title ?></a></p>
