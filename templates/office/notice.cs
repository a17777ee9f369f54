<?cs # The notice of one result, and what an approver may do about it.  Needs: case.{shown,title}; row, the columns of
notice_of_case and row.{url,public_url}; may_change, may.{withhold,correct}; choices.{notice_act,ground}; history. ?>
<?cs call:heading_lead(words.publicity.notice, case.title) ?>
<p><strong class="ym-tag<?cs if:row.state == "valid" ?> ym-tag--good<?cs else ?> ym-tag--warn<?cs /if ?>"><?cs var:words.result_state[row.state] ?></strong><?cs if:row.public_url ?> <a class="govuk-link" href="<?cs var:url_validate(row.public_url) ?>"><?cs var:words.publicity.see ?></a><?cs /if ?></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("case_number", case.shown) ?>
<?cs call:summary_row("result_subject", row.subject_shown) ?>
<?cs if:row.credit_code ?><?cs call:summary_row("credit_code", row.credit_code) ?><?cs /if ?>
<?cs call:summary_row("outcome_name", row.outcome_name) ?>
<?cs call:summary_row("document_number", row.document_number) ?>
<?cs call:summary_row("outcome_number", row.outcome_number) ?>
<?cs call:summary_row("decided_on", row.decided_on.text) ?>
<?cs call:summary_row("validity", row.validity) ?>
<?cs if:row.published_at.text ?><?cs call:summary_row("published_at", row.published_at.text) ?><?cs else ?><?cs call:summary_row("publish_on", row.publish_on.text) ?><?cs call:summary_row("publicity_due_on", row.due_on.text) ?><?cs /if ?>
<?cs if:row.ground ?><?cs call:summary_row("ground", words.publicity_ground[row.ground]) ?><?cs /if ?>
<?cs if:row.note ?><?cs call:summary_row("notice_note", row.note) ?><?cs /if ?>
</dl>
<?cs if:may_change ?>
<section class="ym-panel ym-no-print" aria-labelledby="change"><h2 class="ym-panel__title" id="change"><?cs var:words.publicity.change ?></h2>
<form method="post" action="<?cs var:url_validate(row.url) ?>" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:row.notice_version ?>">
<?cs call:field_choice("notice_act") ?>
<?cs if:may.withhold ?><?cs call:field_choice("ground") ?><?cs /if ?>
<?cs if:may.correct ?><?cs call:field_text("document_number") ?><?cs call:field_text("outcome_number") ?><?cs call:field_text("notice_validity") ?><?cs /if ?>
<?cs call:field_area("notice_reason", "3") ?>
<?cs call:button("change_notice") ?>
</form></section>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="history"><h2 class="ym-panel__title" id="history"><?cs var:words.fee.history ?></h2>
<ul class="ym-links">
<?cs each:one = history ?><li><?cs var:words.publicity_act[one.act] ?> <span class="ym-small"><?cs var:one.at.text ?> <?cs var:words.office.dot ?> <?cs if:one.actor_name == "clock" ?><?cs var:words.role.clock ?><?cs else ?><?cs call:data(one.actor_name) ?><?cs /if ?><?cs if:one.ground ?> <?cs var:words.office.dot ?> <?cs var:words.publicity_ground[one.ground] ?><?cs /if ?><?cs if:one.reason ?> <?cs var:words.office.dot ?> <?cs call:data(one.reason) ?><?cs /if ?></span></li>
<?cs /each ?></ul></section>
