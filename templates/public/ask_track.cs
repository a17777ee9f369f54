<?cs # The answer to what was asked without an account.  Needs: form.{enquiry_number,query_code}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.ask.track, words.ask.track_lead) ?>
<form method="post" action="/ask/track" novalidate>
<?cs call:form_token() ?>
<?cs call:field_input("enquiry_number", "text", "", "off", "ym-number") ?>
<?cs call:field_input("query_code", "text", "", "off", "govuk-input--width-10 ym-number") ?>
<?cs call:button("track") ?>
</form>
<p class="ym-small"><?cs var:words.track.limits ?></p>
<p><a class="govuk-link" href="/ask"><?cs var:words.ask.title ?></a></p>
</div>
