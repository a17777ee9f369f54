<?cs # An administrator makes a machine known.  Needs: form.kiosk_token. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.kiosk.set_up, words.kiosk.set_up_lead) ?>
<form method="post" action="/kiosk/set_up" novalidate><?cs call:form_token() ?>
<?cs call:field_input("kiosk_token", "text", "", "off", "ym-number") ?>
<?cs call:button("kiosk_set") ?>
</form>
</div>
