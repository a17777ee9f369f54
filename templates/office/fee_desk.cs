<?cs # What an organ waits for, and what banks sent that fits no bill.  Needs: tabs; rows; wrong; may_settle; pager. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(words.fee.title, words.fee.desk_lead) ?>
<?cs call:outcome_desks("fees") ?>
<?cs call:tabs(tabs) ?>
<?cs if:wrong ?><p><?cs var:words.fee.wrong_help ?></p><?cs /if ?>
<?cs if:rows.0.line && wrong ?>
<?cs each:row = rows ?><section class="ym-panel" aria-labelledby="row-<?cs var:row.file_id ?>-<?cs var:row.line ?>">
<h2 class="ym-panel__title" id="row-<?cs var:row.file_id ?>-<?cs var:row.line ?>"><?cs var:words.payment_fault[row.why] ?></h2>
<dl class="ym-facts">
<?cs call:fact("slip_number", row.slip_shown) ?><?cs call:fact("fee_amount", row.amount_text) ?><?cs if:row.paid_at.text ?><?cs call:fact("paid_at", row.paid_at.text) ?><?cs /if ?><?cs call:fact("bank_serial", row.bank_serial) ?><?cs call:fact("payment_file", row.file_name) ?><?cs call:fact("payment_line", row.line) ?>
</dl>
<p class="ym-small ym-number"><?cs var:row.row_text ?></p>
<?cs if:may_settle ?><form method="post" action="<?cs var:url_validate(row.settle_url) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:row.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="settle-<?cs var:row.file_id ?>-<?cs var:row.line ?>"><?cs var:words.field.settle_note ?></label>
<textarea class="govuk-textarea" id="settle-<?cs var:row.file_id ?>-<?cs var:row.line ?>" name="settle_note" rows="2"></textarea></div>
<?cs call:button_plain("settle") ?></form><?cs /if ?>
</section>
<?cs /each ?><?cs call:pager(pager) ?>
<?cs elif:rows.0.line ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.fee_side.asked ?></caption>
<thead><tr><th scope="col"><?cs var:words.fee.slip ?></th><th scope="col"><?cs var:words.fee.name ?></th><th scope="col"><?cs var:words.fee.amount ?></th><th scope="col"><?cs var:words.label.case_number ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.fee.asked_at ?></th></tr></thead>
<tbody>
<?cs each:row = rows ?><tr>
<th scope="row"><a class="ym-number ym-nowrap" href="<?cs var:url_validate(row.url) ?>"><?cs var:row.slip_shown ?></a></th>
<td data-label="<?cs var:words.fee.name ?>"<?cs call:lang_of(row.name) ?>><?cs var:row.name ?></td>
<td data-label="<?cs var:words.fee.amount ?>"><span class="ym-number"><?cs var:row.amount_text ?></span></td>
<td data-label="<?cs var:words.label.case_number ?>"><span class="ym-number"><?cs var:row.shown ?></span><br><span class="ym-small"<?cs call:lang_of(row.title) ?>><?cs var:row.title ?></span></td>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(row.applicant_name) ?>><?cs var:row.applicant_name ?></td>
<td data-label="<?cs var:words.fee.asked_at ?>"><span class="ym-nowrap"><?cs var:row.asked_at.text ?></span></td>
</tr>
<?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("fees") ?><?cs /if ?>
