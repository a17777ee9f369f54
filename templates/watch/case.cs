<?cs # A case as supervision sees it: read only, a person's name masked.  Needs: case, cards, events, corrections, tasks, papers, may_act. ?>
<?cs call:heading(case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.watch.organ ?></dt> <dd<?cs call:lang_of(case.organ_text) ?>><?cs var:case.organ_text ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
</dl>
<?cs if:may_act ?><p class="ym-small ym-no-print"><a href="/watch/orders/new?case_number=<?cs var:url_escape(case.number) ?>"><?cs var:words.watch.order_new ?></a> <a href="/watch/letters/new?case_number=<?cs var:url_escape(case.number) ?>"><?cs var:words.watch.letter_new ?></a></p><?cs /if ?>
<h2 class="ym-h2"><?cs var:words.watch.findings ?></h2>
<?cs if:cards.0.rule ?><ul class="ym-rows">
<?cs each:card = cards ?><li class="ym-rows__item"><p><a href="<?cs var:url_validate(card.url) ?>"><span class="ym-number"><?cs var:card.rule_number ?></span> <?cs var:card.rule_text ?></a> <?cs call:card_colour(card) ?> <?cs call:card_state(card.state) ?></p><p class="ym-small"<?cs call:data_lang() ?>><?cs var:card.evidence_text ?></p></li>
<?cs /each ?></ul><?cs else ?><?cs call:empty_state("findings") ?><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<section class="ym-panel" aria-labelledby="facts">
<h2 class="ym-panel__title" id="facts"><?cs var:words.watch.dates ?></h2>
<dl class="govuk-summary-list">
<?cs call:summary_row("case_channel", words.case_channel[case.channel]) ?>
<?cs if:case.intake_name ?><?cs call:summary_row("intake_organ", case.intake_name) ?><?cs /if ?>
<?cs call:summary_row("claimed_by", case.claimed_name) ?>
<?cs call:summary_row("submitted_at", case.submitted_at.text) ?>
<?cs call:summary_row("accepted_at", case.accepted_at.text) ?>
<?cs call:summary_row("promised_on", case.promised_on.text) ?>
<?cs call:summary_row("statutory_on", case.statutory_on.text) ?>
<?cs call:summary_row("due_on", case.due_on.text) ?>
<?cs call:summary_row("decided_at", case.decided_at.text) ?>
<?cs if:case.outcome_number ?><?cs call:summary_row("outcome_number", case.outcome_number) ?><?cs /if ?>
<?cs if:case.decision_reason ?><?cs call:summary_row("decision_reason", case.decision_reason) ?><?cs /if ?>
</dl>
</section>
<?cs if:tasks.0.name ?><section class="ym-panel" aria-labelledby="tasks">
<h2 class="ym-panel__title" id="tasks"><?cs var:words.watch.tasks ?></h2>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.tasks ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.step_kind ?></th><th scope="col"><?cs var:words.label.task_organ ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.label.done_at ?></th><th scope="col"><?cs var:words.label.task_state ?></th></tr></thead>
<tbody>
<?cs each:task = tasks ?><tr><th scope="row"<?cs call:lang_of(task.name) ?>><?cs var:task.name ?></th><td data-label="<?cs var:words.label.task_organ ?>"<?cs call:lang_of(task.organ_text) ?>><?cs var:task.organ_text ?></td><td data-label="<?cs var:words.label.due ?>"><?cs if:task.due_on.text ?><?cs var:task.due_on.text ?><?cs if:task.late ?> <strong><?cs var:words.due.over ?></strong><?cs /if ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td><td data-label="<?cs var:words.label.done_at ?>"><?cs if:task.done_at.text ?><?cs var:task.done_at.text ?> <?cs call:data(task.account_name) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td><td data-label="<?cs var:words.label.task_state ?>"><?cs var:words.task_state[task.task_state] ?></td></tr>
<?cs /each ?></tbody></table>
</section><?cs /if ?>
<?cs each:list = corrections ?><section class="ym-panel" aria-labelledby="list-<?cs var:list.round ?>">
<h2 class="ym-panel__title" id="list-<?cs var:list.round ?>"><?cs if:list.kind == "supplement" ?><?cs var:words.event.ask_supplement ?><?cs else ?><?cs var:words.event.ask_correction ?><?cs /if ?> <?cs var:list.asked_at.text ?></h2>
<ol class="govuk-list govuk-list--number"><?cs each:line = list.lines ?><li><strong><?cs if:line.material_name ?><?cs call:data(line.material_name) ?><?cs else ?><?cs var:words.office.the_form ?><?cs /if ?></strong><?cs var:words.frame.colon ?><?cs call:data(line.defect) ?> <?cs call:data(line.wanted) ?><?cs if:line.visible_before == "1" ?> <strong class="ym-small"><?cs var:words.office.visible_before ?></strong><?cs /if ?></li><?cs /each ?></ol>
</section><?cs /each ?>
<?cs if:papers.0.number ?><section class="ym-panel" aria-labelledby="papers">
<h2 class="ym-panel__title" id="papers"><?cs var:words.watch.papers ?></h2>
<ul class="ym-links"><?cs each:paper = papers ?><li><?cs var:words.paper_kind[paper.kind] ?> <span class="ym-number"<?cs call:lang_of(paper.number) ?>><?cs var:paper.number ?></span> <span class="ym-small"><?cs var:paper.issued_on.text ?></span></li><?cs /each ?></ul>
</section><?cs /if ?>
</div>
<section class="ym-case__side" tabindex="0" aria-label="<?cs var:words.office.history ?>">
<?cs call:watch_history(events) ?>
</section>
</div>
