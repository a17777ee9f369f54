<?cs # 收件凭证, and afterwards where the case stands.  Needs: case, the columns of window_case and {url,shown,code_shown,
title,ours}; materials.N; events.N; qr_url, track_url, print_url, case_url. ?>
<div class="ym-receipt">
<h1 class="ym-h1"><?cs var:words.window.receipt ?></h1>
<dl>
<div><dt><?cs var:words.field.number ?></dt><dd><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.field.query_code ?></dt><dd><?cs var:case.code_shown ?></dd></div>
</dl>
<p><?cs var:words.receipt.keep ?></p>
</div>
<p class="ym-no-print"><?cs call:tag_state(case.state) ?></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("item", case.title) ?>
<?cs call:summary_row("organ", case.organ_name) ?>
<?cs call:summary_row("intake_organ", case.intake_name) ?>
<?cs call:summary_row("receiver", case.received_name) ?>
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs if:case.agent_name ?><?cs call:summary_row("agent_name", case.agent_name) ?><?cs /if ?>
<?cs call:summary_row("submitted_at", case.submitted_at.text) ?>
<?cs if:case.due_on ?><?cs call:summary_row("answer_due", case.due_on.text) ?><?cs /if ?>
<?cs if:case.organ_phone ?><?cs call:summary_row("organ_phone", case.organ_phone) ?><?cs /if ?>
</dl>
<section class="ym-panel" aria-labelledby="materials">
<h2 class="ym-panel__title" id="materials"><?cs var:words.window.materials ?></h2>
<?cs call:papers_table(materials) ?>
</section>
<?cs call:qr(qr_url, words.receipt.qr) ?>
<p class="ym-small"><?cs var:track_url ?></p>
<p class="ym-print-only"><?cs var:words.window.signature ?></p>
<?cs if:!page.print && events.0.title ?><section class="ym-panel ym-no-print" aria-labelledby="history">
<h2 class="ym-panel__title" id="history"><?cs var:words.office.history ?></h2>
<?cs call:timeline(events) ?>
</section><?cs /if ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button("print", print_url) ?> <?cs if:case.ours ?><?cs call:link_button_plain("open_case", case_url) ?> <?cs /if ?><a href="/office/window"><?cs var:words.window.next ?></a></div>
