<?cs # One bill of a case, and what may be done to it.  Needs: case.{shown,applicant_name,version}; bill as outcome.h sets it,
bill.url; history.N.{at,act,amount_text,actor_name,reason}; may_pay, may_waive, may_cancel, not_reducible. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(bill.name, bill.standard) ?>
<p><?cs call:bill_tag(bill.state) ?></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("case_number", case.shown) ?>
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs call:summary_row("slip_number", bill.slip_shown) ?>
<?cs call:summary_row("fee_price", bill.price_text) ?>
<?cs call:summary_row("fee_quantity", bill.quantity) ?>
<?cs if:bill.working ?><?cs call:summary_row("fee_working", bill.working) ?><?cs /if ?>
<?cs call:summary_row("fee_amount", bill.amount_text) ?>
<?cs call:summary_row("fee_basis", bill.basis) ?>
<?cs if:bill.state == "paid" ?><?cs call:summary_row("paid_at", bill.paid_at.text) ?><?cs call:summary_row("fee_channel", words.fee_channel[bill.channel]) ?><?cs call:summary_row("receipt_number", bill.receipt_number) ?><?cs /if ?>
<?cs if:bill.reason ?><?cs call:summary_row("fee_reason", bill.reason) ?><?cs /if ?>
</dl>
<?cs if:may_pay ?>
<section class="ym-panel ym-no-print" aria-labelledby="pay"><h2 class="ym-panel__title" id="pay"><?cs var:words.fee.at_till ?></h2>
<form method="post" action="<?cs var:url_validate(bill.url) ?>/pay" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_input("till_receipt", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs call:button("take_payment") ?></form></section>
<?cs /if ?>
<?cs if:may_waive ?>
<section class="ym-panel ym-no-print" aria-labelledby="waive"><h2 class="ym-panel__title" id="waive"><?cs var:words.fee.reduce ?></h2>
<?cs if:bill.reduction_basis ?><p><?cs var:words.fee.reduction_basis ?><?cs var:words.frame.colon ?><?cs call:data(bill.reduction_basis) ?></p><?cs /if ?>
<form method="post" action="<?cs var:url_validate(bill.url) ?>/waive" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_money("waive_amount") ?>
<?cs call:field_area("waive_reason", "3") ?>
<?cs call:button("waive") ?></form></section>
<?cs elif:not_reducible ?><?cs call:notice("info", words.fee.not_reducible) ?>
<?cs /if ?>
<?cs if:may_cancel ?>
<section class="ym-panel ym-no-print" aria-labelledby="cancel"><h2 class="ym-panel__title" id="cancel"><?cs var:words.fee.cancel ?></h2>
<p><?cs var:words.fee.cancel_help ?></p>
<form method="post" action="<?cs var:url_validate(bill.url) ?>/cancel" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_area("bill_cancel_reason", "2") ?>
<?cs call:button_warn("cancel_bill") ?></form></section>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="history"><h2 class="ym-panel__title" id="history"><?cs var:words.fee.history ?></h2>
<ul class="ym-links">
<?cs each:row = history ?><li><?cs var:words.bill_act[row.act] ?> <span class="ym-number"><?cs var:row.amount_text ?></span> <span class="ym-small"><?cs var:row.at.text ?> <?cs var:words.office.dot ?> <?cs call:data(row.actor_name) ?><?cs if:row.reason ?> <?cs var:words.office.dot ?> <?cs call:data(row.reason) ?><?cs /if ?></span></li>
<?cs /each ?></ul></section>
