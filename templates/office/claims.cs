<?cs # A code for whoever showed a document.  Needs: claim.{code,name,expires_at} when one was made; choices.identity_seen, claims.N.{account_name,state,given_name,given_at}. ?>
<?cs call:heading_lead(words.claims.title, words.claims.lead) ?>
<?cs if:claim.code ?><section class="ym-panel ym-panel--tint" aria-labelledby="c-made"><h2 class="ym-panel__title" id="c-made"><?cs var:words.claims.made ?> <?cs call:data(claim.name) ?></h2>
<p class="ym-receipt__number ym-number"><?cs var:claim.code ?></p>
<p><?cs var:words.claims.once ?></p>
<p><?cs var:words.claims.until ?> <?cs var:claim.expires_at.text ?></p></section><?cs /if ?>
<form method="post" action="/office/claims" novalidate>
<?cs call:form_token() ?>
<?cs call:field_code("claim_number") ?>
<?cs call:field_text("claim_name") ?>
<?cs call:field_choice("identity_seen") ?>
<?cs call:button("give_claim") ?>
</form>
<?cs if:claims.0.id ?><section class="ym-panel" aria-labelledby="c-given"><h2 class="ym-panel__title" id="c-given"><?cs var:words.claims.given ?></h2>
<ul class="ym-rows"><?cs each:one = claims ?><li class="ym-rows__item"><p><?cs call:data(one.account_name) ?> <span class="ym-small"><?cs var:words.claim_state[one.state] ?></span></p><p class="ym-small"><?cs call:data(one.given_name) ?> <?cs var:one.given_at.text ?></p></li><?cs /each ?></ul></section><?cs /if ?>
