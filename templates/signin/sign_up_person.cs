<?cs # A person opens an account.  Needs: form.*. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.door.person, words.door.person_lead) ?>
<form method="post" action="/sign-up/person" novalidate>
<?cs call:form_token() ?>
<?cs call:field_name("full_name") ?>
<?cs call:field_citizen("citizen_number") ?>
<?cs call:field_phone("mobile") ?>
<?cs call:field_password_new("password_new") ?>
<?cs call:field_password_new("password_again") ?>
<?cs call:field_flag("truthful") ?>
<?cs call:button("sign_up") ?>
</form>
<p><a class="govuk-link" href="/sign-in"><?cs var:words.door.have_account ?></a></p>
</div>
