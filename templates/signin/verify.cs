<?cs # Saying who one is, by a code from a window.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.claim.verify, words.claim.verify_lead) ?>
<form method="post" action="/sign-up/verify" novalidate>
<?cs call:form_token() ?>
<?cs call:field_code("claim_code") ?>
<?cs call:button("verify_identity") ?>
</form>
</div>
