<?cs # A draft of the window, and the one button that makes it a case.  Needs: case, the columns of window_case and
{url,title,ours}; answers.N.{label,value,missing}; materials.N.{name,given,originals,copies,files,missing};
form_complete, materials_complete. ?>
<?cs def:window_fact(key, value) ?><?cs if:value ?><?cs call:summary_row(key, value) ?><?cs /if ?><?cs /def ?>
<?cs call:heading_lead(words.window.check, case.title) ?>
<?cs if:!case.ours ?><?cs call:notice("info", words.window.for_other_help) ?><?cs /if ?>
<?cs if:guide_changed ?><?cs call:guide_changes(changes, case.url) ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="who">
<h2 class="ym-panel__title" id="who"><?cs var:words.window.who ?></h2>
<dl class="govuk-summary-list">
<?cs call:summary_row("organ", case.organ_name) ?>
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs call:summary_row("applicant_number", case.applicant_number) ?>
<?cs if:case.identity_seen ?><?cs call:summary_row("identity_seen", words.identity_paper[case.identity_seen]) ?><?cs /if ?>
<?cs if:case.agent_name ?><?cs call:summary_row("agent_name", case.agent_name) ?><?cs /if ?>
<?cs call:window_fact("agent_number", case.agent_number) ?>
<?cs call:summary_row("contact_phone", case.contact_phone) ?>
<?cs call:summary_row("receiver", case.received_name) ?>
</dl>
<p><a href="<?cs var:url_validate(case.url) ?>/who"><?cs var:words.action.change ?><span class="govuk-visually-hidden"> <?cs var:words.window.who ?></span></a></p>
</section>
<section class="ym-panel" aria-labelledby="answers">
<h2 class="ym-panel__title" id="answers"><?cs var:words.window.form ?></h2>
<dl class="govuk-summary-list">
<?cs each:answer = answers ?><div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs call:data(answer.label) ?></dt><dd class="govuk-summary-list__value"><?cs if:answer.value ?><?cs var:answer.value ?><?cs elif:answer.missing ?><strong><?cs var:words.window.missing ?></strong><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
<p><a href="<?cs var:url_validate(case.url) ?>/form"><?cs var:words.action.change ?><span class="govuk-visually-hidden"> <?cs var:words.window.form ?></span></a></p>
</section>
<section class="ym-panel" aria-labelledby="materials">
<h2 class="ym-panel__title" id="materials"><?cs var:words.window.materials ?></h2>
<?cs call:papers_table(materials) ?>
<p><a href="<?cs var:url_validate(case.url) ?>/materials"><?cs var:words.action.change ?><span class="govuk-visually-hidden"> <?cs var:words.window.materials ?></span></a></p>
</section>
<?cs if:!materials_complete ?><?cs call:notice("warn", words.window.incomplete) ?><?cs /if ?>
<section class="ym-decide" aria-labelledby="receive">
<h2 class="ym-h3" id="receive"><?cs var:words.action.receive ?></h2>
<?cs if:form_complete ?><form method="post" action="<?cs var:url_validate(case.url) ?>/receive">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_flag("applicant_signed") ?>
<?cs call:button("receive") ?>
</form>
<?cs else ?><p><?cs var:words.window.form_first ?></p><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/discard"><?cs call:form_token() ?><?cs call:button_plain("discard") ?></form>
</section>
