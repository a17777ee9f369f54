<?cs # Where is my case?  Needs: form.{number,query_code}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.track.title, words.track.lead) ?>
<form method="post" action="/track" novalidate>
<?cs call:form_token() ?>
<?cs call:field_input("number", "text", "", "off", "ym-number") ?>
<?cs call:field_input("query_code", "text", "", "off", "govuk-input--width-10 ym-number") ?>
<?cs call:button("track") ?>
</form>
<p class="ym-small"><?cs var:words.track.limits ?></p>
<p><a class="govuk-link" href="/my/cases"><?cs var:words.home.my_cases ?></a></p>
</div>
