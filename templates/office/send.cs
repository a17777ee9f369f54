<?cs # The result goes out by courier.  Needs: case.{url,shown,version,title,delivery,delivery_address,contact_name,
contact_phone}; bills_owed; deliveries. ?>
<?cs include!"parts/outcome.cs" ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.send, case.title) ?>
<?cs if:bills_owed ?><?cs call:notice("warn", bills_owed) ?><p><?cs var:words.refusal.fee_unpaid ?></p><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("case_number", case.shown) ?>
<?cs call:summary_row("delivery", words.delivery[case.delivery]) ?>
<?cs call:summary_row("contact_name", case.contact_name) ?>
<?cs call:summary_row("contact_phone", case.contact_phone) ?>
<?cs call:summary_row("delivery_address", case.delivery_address) ?>
</dl>
<?cs if:deliveries.0.round ?><?cs call:delivery_rows(deliveries) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/send" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_input("courier_company", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_input("tracking_number", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<div class="ym-buttons">
<?cs call:button("send") ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
