<?cs # What anybody may know of a paper by its code.  Needs: verdict, verdict_kind; row.{kind_text,number,organ_name,issued_on,
applicant_shown,title,state,state_code,state_at,code_shown}, head, head_text, head_published, paper_url where there is one; licence
where it granted one that is held. ?>
<?cs call:heading(words.title.public_verified) ?>
<?cs call:notice(verdict_kind, words.verify[verdict]) ?>
<?cs if:row.number ?>
<p><?cs var:words.verify.compare ?></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("paper_kind", row.kind_text) ?>
<?cs call:summary_row("paper_number", row.number) ?>
<?cs call:summary_row("paper_organ", row.organ_name) ?>
<?cs call:summary_row("paper_issued_on", row.issued_on.text) ?>
<?cs call:summary_row("paper_applicant", row.applicant_shown) ?>
<?cs call:summary_row("paper_item", row.title) ?>
<?cs call:summary_row("paper_state", words.paper_state[row.state]) ?>
<?cs if:row.state_code ?><?cs call:summary_row("paper_state_code", words.paper_state_code[row.state_code]) ?><?cs call:summary_row("paper_state_at", row.state_at.text) ?><?cs /if ?>
<?cs call:summary_row("paper_code", row.code_shown) ?>
<?cs if:licence.title ?><?cs call:summary_row("licence_title", licence.title) ?>
<?cs if:licence.identifier ?><?cs call:summary_row("licence_identifier", licence.identifier) ?><?cs /if ?>
<?cs call:summary_row("licence_state", words.licence_standing[licence.standing]) ?>
<?cs if:licence.valid_to.text ?><?cs call:summary_row("licence_to", licence.valid_to.text) ?><?cs else ?><?cs call:summary_row("licence_to", words.licence.long_term) ?><?cs /if ?><?cs /if ?>
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.label.paper_head ?></dt><dd class="govuk-summary-list__value"><?cs if:head ?><a class="govuk-link ym-number" href="/open/record?head=<?cs var:url_escape(head) ?>"><?cs var:head ?></a><br><?cs /if ?><?cs var:head_text ?><?cs if:head_published ?><br><?cs var:head_published ?><?cs /if ?></dd></div>
</dl>
<?cs elif:verdict == "unknown" ?><p><?cs var:words.verify.unknown_help ?></p>
<?cs elif:verdict == "mistyped" ?><p><?cs var:words.verify.mistyped_help ?></p>
<?cs else ?><p><?cs var:words.verify.damaged_help ?></p>
<?cs /if ?>
<ul class="ym-links ym-no-print">
<li><a class="govuk-link" href="/verify"><?cs var:words.verify.again ?></a></li>
<?cs if:paper_url ?><li><a class="govuk-link" href="<?cs var:url_validate(paper_url) ?>"><?cs var:words.verify.full ?></a></li><?cs /if ?>
</ul>
