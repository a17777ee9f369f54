<?cs # What was granted, for the organ that supervises it.  Needs: followup, the columns of followup_load and
followup.{shown,url,tag}; may_acknowledge. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.followup.one, followup.title) ?>
<?cs if:followup.tag.level ?><p><?cs call:due_tag(followup.tag) ?></p><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("case_number", followup.shown) ?>
<?cs call:summary_row("applicant", followup.applicant_name) ?>
<?cs call:summary_row("applicant_number", followup.applicant_number) ?>
<?cs call:summary_row("contact_name", followup.contact_name) ?>
<?cs call:summary_row("contact_phone", followup.contact_phone) ?>
<?cs call:summary_row("organ", followup.organ_name) ?>
<?cs call:summary_row("decided_at", followup.decided_at.text) ?>
<?cs call:summary_row("outcome_name", followup.outcome_name) ?>
<?cs call:summary_row("outcome_number", followup.outcome_number) ?>
<?cs call:summary_row("validity", followup.outcome_validity) ?>
<?cs call:summary_row("decision_reason", followup.decision_reason) ?>
<?cs if:followup.acknowledged_at.text ?><?cs call:summary_row("acknowledged_at", followup.acknowledged_at.text) ?><?cs call:summary_row("acknowledged_name", followup.acknowledged_name) ?><?cs call:summary_row("acknowledge_note", followup.note) ?><?cs /if ?>
</dl>
<?cs if:may_acknowledge ?>
<form method="post" action="<?cs var:url_validate(followup.url) ?>" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:followup.followup_version ?>">
<?cs call:field_lines("acknowledge_note") ?>
<?cs call:button("acknowledge") ?>
</form>
<?cs /if ?>
</div>
