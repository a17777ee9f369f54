<?cs # One bill: how it is paid, or its receipt.  Needs: case.{shown,title,applicant_name,organ_name}; bill as
fcgi/worker/outcome.h sets it, bill.qr_url; print_url. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs if:bill.state == "asked" ?><?cs call:heading_lead(words.fee.pay, case.title) ?><?cs else ?><?cs call:heading_lead(words.fee.receipt, case.title) ?><?cs /if ?>
<?cs if:bill.state == "asked" ?>
<div class="ym-receipt">
<p><?cs var:words.fee.slip ?></p><p class="ym-receipt__number ym-number"><?cs var:bill.slip_shown ?></p>
<p><?cs var:words.fee.amount ?> <strong class="ym-number"><?cs var:bill.amount_text ?></strong> <?cs var:words.fee.yuan ?></p>
<?cs call:qr(bill.qr_url, words.fee.qr) ?>
</div>
<?cs else ?><p><?cs call:bill_tag(bill.state) ?></p><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("fee_name", bill.name) ?>
<?cs call:summary_row("fee_standard", bill.standard) ?>
<?cs call:summary_row("fee_basis", bill.basis) ?>
<?cs call:summary_row("fee_price", bill.price_text) ?>
<?cs call:summary_row("fee_quantity", bill.quantity) ?>
<?cs if:bill.working ?><?cs call:summary_row("fee_working", bill.working) ?><?cs /if ?>
<?cs call:summary_row("fee_amount", bill.amount_text) ?>
<?cs if:bill.reason ?><?cs call:summary_row("fee_reason", bill.reason) ?><?cs /if ?>
<?cs if:bill.state != "asked" ?><?cs call:summary_row("slip_number", bill.slip_shown) ?><?cs /if ?>
<?cs if:bill.state == "paid" ?><?cs call:summary_row("paid_at", bill.paid_at.text) ?><?cs call:summary_row("fee_channel", words.fee_channel[bill.channel]) ?><?cs call:summary_row("receipt_number", bill.receipt_number) ?><?cs /if ?>
<?cs call:summary_row("case_number", case.shown) ?>
<?cs call:summary_row("organ", case.organ_name) ?>
<?cs call:summary_row("asked_at", bill.asked_at.text) ?>
</dl>
<?cs if:bill.state == "asked" ?>
<section class="ym-panel" aria-labelledby="how"><h2 class="ym-panel__title" id="how"><?cs var:words.fee.how ?></h2>
<ol class="ym-bullets"><li><?cs var:words.fee.how_bank ?><?cs if:site.fee_banks ?> <span<?cs call:data_lang() ?>><?cs var:site.fee_banks ?></span><?cs /if ?></li><li><?cs var:words.fee.how_phone ?></li><li><?cs var:words.fee.how_window ?></li></ol>
<p><?cs var:words.fee.how_amount ?></p><p class="ym-small"><?cs var:words.fee.how_noted ?></p></section>
<?cs /if ?>
<p class="ym-small"><?cs var:words.fee.only_listed ?></p>
<p class="ym-no-print"><?cs call:link_button_plain("print", print_url) ?></p>
