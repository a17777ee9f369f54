<?cs # A colleague's new second factor.  Needs: second.secret; form.next. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.enrol.title, words.enrol.lead) ?>
<p><img src="/sign-in/enrol/qr.svg" width="200" height="200" alt="<?cs var:words.enrol.qr ?>"></p>
<p><?cs var:words.enrol.by_hand ?></p>
<p><code class="ym-number ym-break"><?cs var:second.secret ?></code></p>
<form method="post" action="/sign-in/enrol" novalidate>
<?cs call:form_token() ?>
<?cs call:field_hidden("next") ?>
<?cs call:field_input("staff_code", "text", "", "off", "govuk-input--width-10 ym-number") ?>
<?cs call:field_code("code") ?>
<?cs call:button("enrol") ?>
</form>
</div>
