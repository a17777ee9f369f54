<?cs # A case as its officer sees it.
Needs: case, the columns of case_load and case.{shown,url,mine,open,may_hand_over}; clocks.N.{key,due_on,tag};
materials.N with files; answers; corrections.N with lines; opinions; events; actions.N.{event,url,form}.
All lists may be empty. ?>
<?cs include!"parts/case_flow.cs" ?>
<?cs include!"parts/licence.cs" ?>
<?cs include!"parts/outcome.cs" ?>
<?cs def:case_button(action) ?>
<?cs if:action.form ?><a class="govuk-button<?cs if:action.event != "grant" ?> govuk-button--secondary<?cs /if ?>" href="<?cs var:url_validate(action.url) ?>"><?cs var:words.action[action.event] ?></a>
<?cs else ?><form method="post" action="<?cs var:url_validate(action.url) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>"><button type="submit" class="govuk-button<?cs if:action.event == "claim" ?> govuk-button--secondary<?cs /if ?>"><?cs var:words.action[action.event] ?></button></form>
<?cs /if ?>
<?cs /def ?>

<?cs def:case_identity() ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
<?cs if:case.open ?><div><dt><?cs var:words.label.claimed_by ?></dt> <dd><?cs if:case.mine ?><?cs var:words.inbox.me ?><?cs elif:case.claimed_name ?><?cs call:data(case.claimed_name) ?><?cs else ?><?cs var:words.inbox.nobody ?><?cs /if ?></dd></div><?cs /if ?>
</dl>
<?cs /def ?>

<?cs def:case_clocks() ?>
<?cs if:clocks.0.key ?>
<div class="ym-clocks">
<?cs each:clock = clocks ?><div class="ym-clock"><p class="ym-clock__name"><?cs var:words.clock[clock.key] ?></p><p class="ym-clock__day"><?cs if:clock.due_at.text ?><?cs var:clock.due_at.text ?><?cs else ?><?cs var:clock.due_on.text ?><?cs /if ?><?cs if:clock.provisional ?> <span class="ym-small"><?cs var:words.due_page.provisional ?></span><?cs /if ?></p><p><?cs call:due_tag(clock.tag) ?></p></div>
<?cs /each ?></div>
<p class="ym-no-print"><a href="<?cs var:url_validate(case.url) ?>/due"><?cs var:words.office.how_counted ?></a></p>
<?cs /if ?>
<?cs /def ?>

<?cs def:case_materials() ?>
<section class="ym-panel" aria-labelledby="materials">
<h2 class="ym-panel__title" id="materials"><?cs var:words.office.materials ?></h2>
<?cs if:materials.0.position ?><ol class="ym-rows">
<?cs each:material = materials ?><li class="ym-rows__item"><h3 class="ym-h4"<?cs call:lang_of(material.name) ?>><?cs var:material.name ?></h3>
<p class="ym-small"><?cs if:material.necessity ?><?cs var:words.necessity[material.necessity] ?> <?cs var:words.office.dot ?> <?cs /if ?><?cs var:words.given[material.given] ?><?cs if:material.condition_note ?> <?cs var:words.office.dot ?> <?cs call:data(material.condition_note) ?><?cs /if ?></p>
<?cs if:material.held.title ?><?cs if:material.held.relied_on != "1" ?><p class="ym-small"><?cs var:words.licence.has_too ?></p><?cs /if ?><?cs call:licence_source(material.held) ?><?cs /if ?>
<?cs if:material.note ?><p<?cs call:lang_of(material.note) ?>><?cs var:material.note ?></p><?cs /if ?>
<?cs if:material.files.0.name ?><?cs call:file_list(material.files) ?><?cs /if ?>
<?cs if:material.acceptance ?><details class="ym-no-print"><summary><?cs var:words.office.acceptance ?></summary><p<?cs call:lang_of(material.acceptance) ?>><?cs var:material.acceptance ?></p></details><?cs /if ?></li>
<?cs /each ?></ol><?cs else ?><?cs call:empty_state("files") ?><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:case_answers() ?>
<section class="ym-panel" aria-labelledby="answers">
<h2 class="ym-panel__title" id="answers"><?cs var:words.office.answers ?></h2>
<dl class="govuk-summary-list">
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs call:summary_row("applicant_number", case.applicant_number_shown) ?>
<?cs call:summary_row("contact_name", case.contact_name) ?>
<?cs call:summary_row("contact_phone", case.contact_phone_shown) ?>
<?cs call:summary_row("case_channel", words.case_channel[case.channel]) ?>
<?cs if:case.intake_name ?><?cs call:summary_row("intake_organ", case.intake_name) ?><?cs /if ?>
<?cs if:case.received_name ?><?cs call:summary_row("receiver", case.received_name) ?><?cs /if ?>
<?cs if:case.identity_seen ?><?cs call:summary_row("identity_seen", words.identity_paper[case.identity_seen]) ?><?cs /if ?>
<?cs if:case.agent_name ?><?cs call:summary_row("agent_name", case.agent_name) ?><?cs call:summary_row("agent_number", case.agent_number_shown) ?><?cs /if ?>
<?cs if:case.delivery ?><?cs call:summary_row("delivery", words.delivery[case.delivery]) ?><?cs /if ?>
<?cs if:case.delivery_address ?><?cs call:summary_row("delivery_address", case.delivery_address) ?><?cs /if ?>
<?cs each:answer = answers ?><div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs call:data(answer.label) ?></dt><dd class="govuk-summary-list__value"<?cs call:lang_of(answer.value) ?>><?cs if:answer.kind == "flag" ?><?cs if:answer.value == "1" ?><?cs var:words.yes_no["1"] ?><?cs else ?><?cs var:words.yes_no["0"] ?><?cs /if ?><?cs elif:answer.value ?><?cs var:answer.value ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
</section>
<?cs /def ?>

<?cs def:case_corrections() ?>
<?cs each:list = corrections ?><section class="ym-panel" aria-labelledby="correction-<?cs var:list.round ?>">
<h2 class="ym-panel__title" id="correction-<?cs var:list.round ?>"><?cs if:list.kind == "supplement" ?><?cs var:words.event.ask_supplement ?><?cs else ?><?cs var:words.office.correction ?><?cs /if ?></h2>
<dl class="ym-facts">
<?cs call:fact("asked_at", list.asked_at.text) ?><?cs call:fact_data("asked_by", list.asked_name) ?><?cs call:fact("answer_by_on", list.answer_by_on.text) ?><?cs call:fact("answered_at", list.answered_at.text) ?>
</dl>
<ol class="govuk-list govuk-list--number">
<?cs each:line = list.lines ?><li><strong><?cs if:line.material_name ?><?cs call:data(line.material_name) ?><?cs else ?><?cs var:words.office.the_form ?><?cs /if ?></strong><?cs var:words.frame.colon ?><?cs call:data(line.defect) ?><?cs if:line.wanted ?><br><?cs var:words.field.form_wanted ?><?cs var:words.frame.colon ?><?cs call:data(line.wanted) ?><?cs /if ?><?cs if:line.visible_before == "1" ?> <strong class="ym-small"><?cs var:words.office.visible_before ?></strong><?cs /if ?></li>
<?cs /each ?></ol>
<?cs if:list.note ?><p<?cs call:lang_of(list.note) ?>><?cs var:list.note ?></p><?cs /if ?>
</section>
<?cs /each ?>
<?cs /def ?>

<?cs def:case_promises() ?>
<?cs if:promises.0.material ?><section class="ym-panel" aria-labelledby="promises">
<h2 class="ym-panel__title" id="promises"><?cs var:words.promise.title ?></h2>
<ul class="ym-rows">
<?cs each:promise = promises ?><li class="ym-rows__item"><h3 class="ym-h4"<?cs call:lang_of(promise.material_name) ?>><?cs var:promise.material_name ?></h3>
<p><strong><?cs var:words.promise_state[promise.state] ?></strong><?cs if:promise.promised_by_on.text ?> <?cs var:words.office.dot ?> <?cs var:words.promise.by ?><?cs var:words.frame.colon ?><?cs var:promise.promised_by_on.text ?><?cs /if ?><?cs if:promise.given_at.text ?> <?cs var:words.office.dot ?> <?cs var:words.promise.given ?><?cs var:words.frame.colon ?><?cs var:promise.given_at.text ?><?cs /if ?><?cs if:promise.checked_name ?> <?cs var:words.office.dot ?> <?cs var:words.promise.checked ?><?cs var:words.frame.colon ?><?cs call:data(promise.checked_name) ?> <?cs var:promise.kept_at.text ?><?cs /if ?></p>
<p class="ym-small"><?cs call:data(promise.body) ?> <?cs var:words.office.dot ?> <?cs var:words.promise_signed[promise.signed_how] ?> <?cs var:promise.signed_at.text ?></p>
<?cs if:promise.url && !page.print ?><form method="post" action="<?cs var:url_validate(promise.url) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>"><?cs if:promise.state == "open" ?><input type="hidden" name="on_paper" value="1"><?cs call:button_plain("keep_promise_paper") ?><?cs else ?><?cs call:button_plain("keep_promise") ?><?cs /if ?></form>
<?cs if:promise.state == "given" ?><form method="post" action="<?cs var:url_validate(promise.url) ?>/return"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="return-<?cs var:promise.material ?>"><?cs var:words.field.return_reason ?></label>
<textarea class="govuk-textarea" id="return-<?cs var:promise.material ?>" name="return_reason" rows="2"><?cs var:form.return_reason ?></textarea></div>
<?cs call:button_plain("return_promise") ?></form><?cs /if ?><?cs /if ?></li>
<?cs /each ?></ul>
</section><?cs /if ?>
<?cs /def ?>

<?cs def:case_opinions() ?>
<?cs if:opinions.0.position ?>
<section class="ym-panel" aria-labelledby="opinions">
<h2 class="ym-panel__title" id="opinions"><?cs var:words.office.opinions ?></h2>
<ul class="ym-rows">
<?cs each:opinion = opinions ?><li class="ym-rows__item"><p><strong><?cs var:words.verdict[opinion.verdict] ?></strong> <?cs call:data(opinion.body) ?></p><p class="ym-small"><?cs call:data(opinion.name) ?> <?cs var:words.office.dot ?> <?cs var:words.role[opinion.role] ?> <?cs var:words.office.dot ?> <?cs var:opinion.at.text ?></p></li>
<?cs /each ?></ul>
</section>
<?cs /if ?>
<?cs /def ?>

<?cs def:case_fees() ?>
<?cs if:case.fees_url ?><section class="ym-panel" aria-labelledby="fees">
<h2 class="ym-panel__title" id="fees"><?cs var:words.fee.title ?></h2>
<?cs if:bills_owed ?><p><strong><?cs var:bills_owed ?></strong></p><?cs /if ?>
<?cs if:bills.0.line ?><?cs call:bill_table(bills) ?><?cs /if ?>
<p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(case.fees_url) ?>"><?cs var:words.fee.open ?></a></p>
</section><?cs /if ?>
<?cs /def ?>

<?cs def:case_outcome() ?>
<?cs if:deliveries.0.round ?><section class="ym-panel" aria-labelledby="deliveries">
<h2 class="ym-panel__title" id="deliveries"><?cs var:words.delivery_page.course ?></h2>
<?cs call:delivery_rows(deliveries) ?>
</section><?cs /if ?>
<?cs if:notice.state || followup.due_on ?><section class="ym-panel" aria-labelledby="after">
<h2 class="ym-panel__title" id="after"><?cs var:words.publicity.after ?></h2>
<ul class="ym-links">
<?cs if:notice.state ?><li><a class="govuk-link" href="<?cs var:url_validate(notice.url) ?>"><?cs var:words.publicity.notice ?></a> <span class="ym-small"><?cs var:words.result_state[notice.state] ?><?cs if:notice.state == "waiting" ?> <?cs var:words.office.dot ?> <?cs var:notice.publish_on.text ?><?cs /if ?></span></li><?cs /if ?>
<?cs if:followup.due_on ?><li><?cs var:words.followup.by ?><?cs var:words.frame.colon ?><?cs call:data(followup.organ_name) ?> <span class="ym-small"><?cs if:followup.acknowledged_at.text ?><?cs var:words.followup.acknowledged ?> <?cs var:followup.acknowledged_at.text ?> <?cs call:data(followup.note) ?><?cs else ?><?cs var:words.followup.not_yet ?> <?cs var:words.office.dot ?> <?cs var:followup.due_on.text ?><?cs /if ?></span></li><?cs /if ?>
</ul>
</section><?cs /if ?>
<?cs /def ?>

<?cs def:case_decision() ?>
<?cs if:case.decision_reason || case.outcome_number ?>
<section class="ym-panel" aria-labelledby="decision">
<h2 class="ym-panel__title" id="decision"><?cs var:words.state[case.state] ?></h2>
<dl class="govuk-summary-list">
<?cs if:case.decided_at.text ?><?cs call:summary_row("decided_at", case.decided_at.text) ?><?cs /if ?>
<?cs if:case.outcome_number ?><?cs call:summary_row("outcome_number", case.outcome_number) ?><?cs /if ?>
<?cs if:case.decision_reason ?><?cs call:summary_row("decision_reason", case.decision_reason) ?><?cs /if ?>
</dl>
</section>
<?cs /if ?>
<?cs /def ?>

<?cs def:case_acts() ?>
<section class="ym-decide ym-no-print" aria-labelledby="acts">
<h2 class="ym-h3" id="acts"><?cs var:words.office.acts ?></h2>
<?cs if:actions.0.event ?><div class="ym-buttons">
<?cs each:action = actions ?><?cs call:case_button(action) ?><?cs /each ?></div>
<?cs else ?><p><?cs var:words.office.no_acts ?></p><?cs /if ?>
<?cs if:case.held ?><p class="ym-small"><?cs var:words.refusal.fee_unpaid ?> <a href="#fees"><?cs var:words.fee.title ?></a></p><?cs /if ?>
<?cs if:flow.waits ?><p class="ym-small"><?cs var:words.refusal.tasks_open ?> <a href="#flow"><?cs var:words.flow.title ?></a></p><?cs /if ?>
<?cs if:flow.may_send_back ?><p class="ym-small"><a href="<?cs var:url_validate(case.url) ?>/send_back"><?cs var:words.action.send_back ?></a></p><?cs /if ?>
<?cs if:case.revoke_url ?><p class="ym-small"><a href="<?cs var:url_validate(case.revoke_url) ?>"><?cs var:words.action.revoke ?></a></p><?cs /if ?>
<?cs if:case.may_hand_over ?><p class="ym-small"><a href="<?cs var:url_validate(case.url) ?>/hand_over"><?cs var:words.action.hand_over ?></a></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs call:case_identity() ?>
<?cs call:heading(case.title) ?>
<p class="ym-small"><?cs if:case.handling == "1" ?><strong><?cs var:words.handling["1"] ?></strong> <?cs var:words.office.dot ?> <?cs /if ?><?cs var:words.label.guide_number ?> <?cs var:case.guide_number ?> <?cs var:words.office.dot ?> <?cs var:words.label.submitted_at ?> <?cs var:case.submitted_at.text ?> <span class="ym-no-print"><?cs var:words.office.dot ?> <a href="#acts"><?cs var:words.office.acts ?></a> <?cs var:words.office.dot ?> <a href="/items/<?cs var:url_escape(case.item_code) ?>"><?cs var:words.action.guide ?></a> <?cs var:words.office.dot ?> <a href="<?cs var:url_validate(case.url) ?>?print=1"><?cs var:words.action.print ?></a></span></p>
<?cs call:paused_notice(paused) ?>
<?cs call:case_clocks() ?>
<?cs call:case_flow() ?>
<div class="ym-case">
<div class="ym-case__main">
<?cs call:case_decision() ?>
<?cs call:licence_panel(licence) ?>
<?cs call:paper_list(papers, "") ?>
<?cs call:case_materials() ?>
<?cs call:case_answers() ?>
<?cs call:case_corrections() ?>
<?cs call:case_promises() ?>
<?cs call:case_fees() ?>
<?cs call:case_outcome() ?>
<?cs call:case_opinions() ?>
</div>
<section class="ym-case__side" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<?cs if:!page.print ?><?cs call:case_acts() ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="history">
<h2 class="ym-panel__title" id="history"><?cs var:words.office.history ?></h2>
<?cs if:events.0.title ?><?cs call:timeline(events) ?><?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
</section>
<?cs if:messages.0.subject ?>
<section class="ym-panel" aria-labelledby="told">
<h2 class="ym-panel__title" id="told"><?cs var:words.outbox.told ?></h2>
<ul class="ym-links">
<?cs each:one = messages ?><li><?cs call:data(one.subject) ?> <span class="ym-small"><?cs var:words.channel_sent[one.channel] ?> <?cs var:words.office.dot ?> <?cs if:one.channel == "site" ?><?cs if:one.read_at.text ?><?cs var:words.outbox.read ?> <?cs var:one.read_at.text ?><?cs else ?><?cs var:words.outbox.unread ?><?cs /if ?><?cs elif:one.state == "sent" ?><?cs var:words.outbox.sent ?> <?cs var:one.sent_at.text ?><?cs else ?><?cs var:words.outbox[one.state] ?><?cs /if ?></span></li>
<?cs /each ?></ul>
</section>
<?cs /if ?>
</section>
</div>
