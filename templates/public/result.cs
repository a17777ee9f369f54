<?cs # One published result.  Needs: row, the columns of result_load; by_law. ?>
<?cs call:heading_lead(row.title, words.results.one) ?>
<p><strong class="ym-tag<?cs if:row.state == "valid" ?> ym-tag--good<?cs else ?> ym-tag--warn<?cs /if ?>"><?cs var:words.result_state[row.state] ?></strong></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("result_subject", row.subject_shown) ?>
<?cs if:row.credit_code ?><?cs call:summary_row("credit_code", row.credit_code) ?><?cs /if ?>
<?cs call:summary_row("result_kind", words.kind[row.item_kind]) ?>
<?cs call:summary_row("outcome_name", row.outcome_name) ?>
<?cs call:summary_row("document_number", row.document_number) ?>
<?cs call:summary_row("outcome_number", row.outcome_number) ?>
<?cs call:summary_row("organ", row.organ_name) ?>
<?cs call:summary_row("decided_on", row.decided_on.text) ?>
<?cs call:summary_row("validity", row.validity) ?>
<?cs if:row.valid_until ?><?cs call:summary_row("valid_until", row.valid_until.text) ?><?cs /if ?>
<?cs call:summary_row("published_at", row.published_at.text) ?>
<?cs if:row.note ?><?cs call:summary_row("notice_note", row.note) ?><?cs /if ?>
</dl>
<ul class="ym-links"><li><a class="govuk-link" href="/items/<?cs var:url_escape(row.item_code) ?>"><?cs var:words.results.guide ?></a></li>
<li><a class="govuk-link" href="/open/results?item=<?cs var:url_escape(row.item_code) ?>"><?cs var:words.results.of_item ?></a></li></ul>
<p class="ym-small"><?cs if:by_law ?><?cs var:words.results.by_law ?> <?cs /if ?><?cs if:row.subject_kind == "person" ?><?cs var:words.results.masked ?><?cs /if ?></p>
