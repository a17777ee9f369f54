<?cs # An enterprise opens an account.  Needs: form.*, optional.address. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.door.enterprise, words.door.enterprise_lead) ?>
<form method="post" action="/sign-up/enterprise" novalidate>
<?cs call:form_token() ?>
<?cs call:field_input("firm_name", "text", "", "organization", "") ?>
<?cs call:field_credit("credit_code") ?>
<?cs call:field_text("legal_name") ?>
<?cs call:field_phone("mobile") ?>
<?cs call:field_input("address", "text", "", "address-line1", "") ?>
<?cs call:field_password_new("password_new") ?>
<?cs call:field_password_new("password_again") ?>
<?cs call:field_flag("truthful") ?>
<?cs call:button("sign_up") ?>
</form>
<p><a class="govuk-link" href="/sign-in"><?cs var:words.door.have_account ?></a></p>
</div>
