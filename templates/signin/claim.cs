<?cs # Opening an account by a code from a window.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.claim.title, words.claim.lead) ?>
<form method="post" action="/sign-up/claim" novalidate>
<?cs call:form_token() ?>
<?cs call:field_code("claim_number") ?>
<?cs call:field_code("claim_code") ?>
<?cs call:field_password_new("password_new") ?>
<?cs call:field_password_new("password_again") ?>
<?cs call:button("open_claimed") ?>
</form>
</div>
