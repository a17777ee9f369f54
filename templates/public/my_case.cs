<?cs # One case as its applicant sees it.  Needs: bills, bills_owed, deliveries, delivery_url, result_url; case, events, correction with lines (only while one is asked for),
correction_complete; may_withdraw, take_back_text; due_url, withdraw_url, answer_url, answer_act, receipt_url; paused; rate_url, rate_word; promises.N.{material_name,
state,promised_by_on,url}; and what apply_content.cs needs. ?>
<?cs include!"public/apply_content.cs" ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading(case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.field.number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.organ ?></dt> <dd<?cs call:lang_of(case.organ_name) ?>><?cs var:case.organ_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
<?cs if:case.due_on ?><div><dt><?cs var:words.my.due_on ?></dt> <dd><?cs call:day_iso(case.due_on, case.due_on.text) ?> <?cs call:due_tag(case.due) ?></dd></div><?cs /if ?>
</dl>
<?cs call:notice("info", case.next) ?>
<?cs call:paused_notice(paused) ?>
<?cs if:bills.0.line ?><section class="ym-panel<?cs if:bills_owed ?> ym-panel--tint<?cs /if ?>" aria-labelledby="fees"><h2 class="ym-panel__title" id="fees"><?cs var:words.fee.title ?></h2>
<?cs if:bills_owed ?><p><strong><?cs var:bills_owed ?></strong> <?cs var:words.fee.my_how ?></p><?cs /if ?>
<?cs call:bill_table(bills) ?></section><?cs /if ?>
<?cs if:result_url ?><section class="ym-panel ym-panel--tint" aria-labelledby="result"><h2 class="ym-panel__title" id="result"><?cs var:words.delivery_page.ready ?></h2>
<?cs if:bills_owed ?><p><?cs var:words.refusal.fee_unpaid ?></p><?cs else ?><p><?cs var:words.delivery_page.opening ?></p>
<form method="post" action="<?cs var:url_validate(result_url) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>"><?cs call:button("open_result") ?></form><?cs /if ?></section><?cs /if ?>
<?cs if:deliveries.0.round ?><section class="ym-panel" aria-labelledby="sent"><h2 class="ym-panel__title" id="sent"><?cs var:words.delivery_page.course ?></h2><?cs call:delivery_rows(deliveries) ?></section><?cs /if ?>
<?cs if:case.outcome_number ?><div class="ym-panel"><h2 class="ym-panel__title"><?cs var:words.label.outcome_number ?></h2><p class="ym-number"<?cs call:lang_of(case.outcome_number) ?>><?cs var:case.outcome_number ?></p></div><?cs /if ?>
<?cs if:case.decision_reason ?><div class="ym-panel"><h2 class="ym-panel__title"><?cs var:words.label.decision_reason ?></h2><p<?cs call:lang_of(case.decision_reason) ?>><?cs var:case.decision_reason ?></p></div><?cs /if ?>
<?cs if:correction.lines.0.defect ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="correct">
<h2 class="ym-panel__title" id="correct"><?cs var:words.my.correct ?></h2>
<p><?cs var:words.label.answer_by_on ?><?cs var:words.frame.colon ?><strong><?cs var:correction.answer_by_on.text ?></strong></p>
<?cs if:correction.note ?><p<?cs call:lang_of(correction.note) ?>><?cs var:correction.note ?></p><?cs /if ?>
<ol class="ym-rows">
<?cs each:line = correction.lines ?><li class="ym-rows__item"><h3 class="ym-h4"><?cs if:line.material_name ?><?cs call:data(line.material_name) ?><?cs else ?><?cs var:words.my.the_form ?><?cs /if ?></h3>
<p<?cs call:lang_of(line.defect) ?>><?cs var:line.defect ?></p><?cs if:line.wanted ?><p><?cs var:words.my.wanted ?><?cs var:words.frame.colon ?><?cs call:data(line.wanted) ?></p><?cs /if ?>
<p><strong class="ym-task ym-task--<?cs var:line.state ?>"><?cs var:words.correct_state[line.state] ?></strong> <a class="govuk-link" href="<?cs var:url_validate(line.url) ?>"><?cs if:line.material_name ?><?cs var:words.my.give_material ?><?cs else ?><?cs var:words.my.change_form ?><?cs /if ?><span class="govuk-visually-hidden"<?cs call:lang_of(line.material_name) ?>> <?cs var:line.material_name ?></span></a></p></li>
<?cs /each ?></ol>
<form method="post" action="<?cs var:url_validate(answer_url) ?>" novalidate>
<?cs call:form_token() ?>
<?cs call:field_lines("note") ?>
<?cs call:button(answer_act) ?>
</form>
</section>
<?cs /if ?>
<?cs if:promises.0.material ?><section class="ym-panel ym-panel--tint" aria-labelledby="promises">
<h2 class="ym-panel__title" id="promises"><?cs var:words.promise.title ?></h2>
<ul class="ym-rows">
<?cs each:promise = promises ?><li class="ym-rows__item"><h3 class="ym-h4"<?cs call:lang_of(promise.material_name) ?>><?cs var:promise.material_name ?></h3>
<p><strong><?cs var:words.promise_state[promise.state] ?></strong> <?cs var:words.promise.by ?><?cs var:words.frame.colon ?><?cs var:promise.promised_by_on.text ?></p>
<?cs if:promise.url ?><p><a class="govuk-link" href="<?cs var:url_validate(promise.url) ?>"><?cs var:words.action.hand_in ?><span class="govuk-visually-hidden"<?cs call:lang_of(promise.material_name) ?>> <?cs var:promise.material_name ?></span></a></p><?cs /if ?></li>
<?cs /each ?></ul>
</section><?cs /if ?>
<?cs if:take_back_text ?>
<div class="ym-panel ym-no-print"><p><?cs var:take_back_text ?></p>
<form method="post" action="<?cs var:url_validate(case.url) ?>/take_back"><?cs call:form_token() ?><?cs call:button_plain("take_back") ?></form></div>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="course">
<h2 class="ym-panel__title" id="course"><?cs var:words.my.course ?></h2>
<?cs if:events.0.title ?><?cs call:timeline(events) ?><?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
<?cs if:case.seal ?><p class="ym-small"><?cs var:words.open_record.case ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:case.seal ?></span> <a class="govuk-link" href="/open/record?head=<?cs var:url_escape(case.seal) ?>"><?cs var:words.open_record.case_check ?></a></p><?cs /if ?>
</section>
<?cs call:paper_list(papers, "") ?>
<?cs call:content_answers() ?>
<?cs call:content_materials("") ?>
<?cs if:delivery_url ?><?cs call:content_delivery(case.my_url) ?><?cs else ?><?cs call:content_delivery("") ?><?cs /if ?>
<ul class="ym-links ym-no-print">
<?cs if:due_url ?><li><a class="govuk-link" href="<?cs var:url_validate(due_url) ?>"><?cs var:words.my.due ?></a></li><?cs /if ?>
<li><a class="govuk-link" href="<?cs var:url_validate(receipt_url) ?>"><?cs var:words.receipt.title ?></a></li>
<?cs if:rate_url ?><li><a class="govuk-link" href="<?cs var:url_validate(rate_url) ?>"><?cs var:rate_word ?></a></li><?cs /if ?>
<li><a class="govuk-link" href="/ask?kind=complaint&amp;case=<?cs var:url_escape(case.number) ?>"><?cs var:words.ask.complain ?></a></li>
<?cs if:may_withdraw ?><li><a class="govuk-link" href="<?cs var:url_validate(withdraw_url) ?>"><?cs var:words.my.withdraw ?></a></li><?cs /if ?>
</ul>
