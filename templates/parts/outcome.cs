<?cs # What follows the decision.  Needs: bills.N.{name,standard,amount_text,slip_shown,state,url,reason,receipt_number,
paid_at,quantity}; deliveries.N.{method,state,company,tracking_number,…}. ?>
<?cs def:bill_tag(state) ?><strong class="ym-tag<?cs if:state == "asked" ?> ym-tag--warn<?cs elif:state == "paid" || state == "waived" ?> ym-tag--good<?cs /if ?>"><?cs var:words.bill_state[state] ?></strong><?cs /def ?>

<?cs def:bill_line(bill) ?><tr>
<th scope="row"><?cs if:bill.url ?><a class="govuk-link" href="<?cs var:url_validate(bill.url) ?>"<?cs call:data_lang() ?>><?cs var:bill.name ?></a><?cs else ?><span<?cs call:data_lang() ?>><?cs var:bill.name ?></span><?cs /if ?><?cs if:bill.standard ?><br><span class="ym-small"<?cs call:data_lang() ?>><?cs var:bill.standard ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.fee.slip ?>"><span class="ym-number ym-nowrap"><?cs var:bill.slip_shown ?></span></td>
<td data-label="<?cs var:words.fee.amount ?>"><span class="ym-number ym-nowrap"><?cs var:bill.amount_text ?></span></td>
<td data-label="<?cs var:words.label.state ?>"><?cs call:bill_tag(bill.state) ?><?cs if:bill.state == "paid" ?> <span class="ym-small"><?cs var:bill.paid_at.text ?></span><?cs /if ?></td>
</tr>
<?cs /def ?>

<?cs def:bill_table(bills) ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.fee.bills ?></caption>
<thead><tr><th scope="col"><?cs var:words.fee.name ?></th><th scope="col"><?cs var:words.fee.slip ?></th><th scope="col"><?cs var:words.fee.amount ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:bill = bills ?><?cs call:bill_line(bill) ?><?cs /each ?></tbody>
</table>
<?cs /def ?>

<?cs def:delivery_rows(deliveries) ?>
<ul class="ym-rows">
<?cs each:one = deliveries ?><li class="ym-rows__item"><p><strong><?cs var:words.delivery[one.method] ?></strong> <?cs var:words.office.dot ?> <?cs var:words.delivery_state[one.state] ?></p>
<dl class="ym-facts">
<?cs call:fact_data("courier_company", one.company) ?><?cs if:one.tracking_number ?><div class="ym-facts__item"><dt><?cs var:words.label.tracking_number ?></dt><dd class="ym-number"><?cs var:one.tracking_number ?></dd></div><?cs /if ?><?cs if:one.sent_at.text ?><?cs call:fact("sent_at", one.sent_at.text) ?><?cs /if ?><?cs if:one.signed_on.text ?><?cs call:fact("signed_on", one.signed_on.text) ?><?cs /if ?><?cs call:fact_data("delivery_receiver", one.receiver) ?><?cs if:one.relation ?><?cs call:fact("relation", words.relation[one.relation]) ?><?cs /if ?><?cs call:fact_data("returned_reason", one.reason) ?>
</dl></li>
<?cs /each ?></ul>
<?cs /def ?>

<?cs # The desks of what follows the decision, each leading to the others. ?>
<?cs def:outcome_desk(here, key, url) ?><a class="govuk-link" href="<?cs var:url_validate(url) ?>"<?cs if:here == key ?> aria-current="page"<?cs /if ?>><?cs var:words.nav[key] ?></a><?cs /def ?>
<?cs def:outcome_desks(here) ?>
<nav class="ym-no-print" aria-label="<?cs var:words.delivery_page.desks ?>"><p class="ym-buttons"><?cs call:outcome_desk(here, "deliveries", "/office/deliveries") ?> <?cs call:outcome_desk(here, "fees", "/office/fees") ?> <?cs call:outcome_desk(here, "followups", "/office/followups") ?> <?cs call:outcome_desk(here, "publicity", "/office/notices") ?></p></nav>
<?cs /def ?>
