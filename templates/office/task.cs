<?cs # A task of a case.  Needs: case.{url,shown,title,applicant_name,state}; task, the columns of task_rounds and
task.{url,due,mine,owner_role,opines,may_do,may_skip,may_send_back,refused}; where it may be done also choices.{verdict,
target,cited}, points.N.{answer,remark}, people.N.{n,label,open,organ,name,part,opinion} as field_declared needs them;
rounds.N, the columns of rounds ended, each with checks, people, files.  All lists may be empty. ?>
<?cs def:task_head() ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><a href="<?cs var:url_validate(case.url) ?>"><?cs var:case.shown ?></a></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
<?cs if:task.claimed_name ?><div><dt><?cs var:words.label.claimed_by ?></dt> <dd><?cs if:task.mine ?><?cs var:words.inbox.me ?><?cs else ?><?cs call:data(task.claimed_name) ?><?cs /if ?></dd></div><?cs /if ?>
</dl>
<?cs call:heading_lead(task.name, case.title) ?>
<dl class="ym-facts">
<?cs call:fact("step_kind", words.step_kind[task.kind]) ?><?cs call:fact_data("task_organ", task.organ_name) ?><?cs call:fact("task_role", words.role[task.owner_role]) ?><?cs call:fact("task_state", words.task_state[task.task_state]) ?><?cs call:fact("opened_at", task.opened_at.text) ?><?cs call:fact("due", task.due_on.text) ?>
</dl>
<?cs if:task.due.level ?><p><?cs call:due_tag(task.due) ?></p><?cs /if ?>
<?cs if:task.silence == "consent" && task.task_state == "open" ?><?cs call:notice("warn", words.tasks.silence) ?><?cs /if ?>
<?cs if:task.refused ?><?cs call:notice("info", words.refusal[task.refused]) ?><?cs /if ?>
<?cs if:task.content || task.result ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="asked">
<h2 class="ym-panel__title" id="asked"><?cs var:words.tasks.asked ?></h2>
<?cs if:task.content ?><p<?cs call:lang_of(task.content) ?>><?cs var:task.content ?></p><?cs /if ?>
<?cs if:task.result ?><p class="ym-small"><?cs var:words.tasks.result ?><?cs var:words.frame.colon ?><?cs call:data(task.result) ?></p><?cs /if ?>
</section>
<?cs /if ?>
<?cs /def ?>

<?cs def:task_points() ?>
<?cs if:points.0.point ?>
<section class="ym-panel" aria-labelledby="points">
<h2 class="ym-panel__title" id="points"><?cs var:words.tasks.points ?></h2>
<p class="ym-small"><?cs var:words.tasks.points_help ?></p>
<?cs each:point = points ?><div class="ym-point">
<?cs call:field_declared(point.answer) ?>
<?cs call:field_declared(point.remark) ?>
</div>
<?cs /each ?></section>
<?cs /if ?>
<?cs /def ?>

<?cs def:task_people() ?>
<?cs if:people.0.n ?>
<section class="ym-panel" aria-labelledby="people">
<h2 class="ym-panel__title" id="people"><?cs if:task.kind == "visit" ?><?cs var:words.tasks.attendees ?><?cs else ?><?cs var:words.tasks.members ?><?cs /if ?></h2>
<p class="ym-small"><?cs if:task.kind == "visit" ?><?cs var:words.tasks.attendees_help ?><?cs else ?><?cs var:words.tasks.members_help ?><?cs /if ?></p>
<?cs each:person = people ?><details class="ym-point"<?cs if:person.open ?> open<?cs /if ?>><summary><strong><?cs var:person.label ?></strong></summary>
<?cs call:field_declared(person.organ) ?>
<?cs call:field_declared(person.name) ?>
<?cs call:field_declared(person.part) ?>
<?cs call:field_declared(person.opinion) ?>
</details>
<?cs /each ?></section>
<?cs /if ?>
<?cs /def ?>

<?cs def:task_form() ?>
<?cs if:!task.mine ?><form method="post" action="<?cs var:url_validate(task.url) ?>/claim"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:task.version ?>"><?cs call:button_plain("claim") ?></form><?cs /if ?>
<form method="post" action="<?cs var:url_validate(task.url) ?>" enctype="multipart/form-data">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:task.version ?>">
<?cs call:task_points() ?>
<?cs if:task.kind == "visit" ?><section class="ym-panel" aria-labelledby="visit"><h2 class="ym-panel__title" id="visit"><?cs var:words.step_kind.visit ?></h2>
<?cs call:field_day("visited_on") ?><?cs call:field_text("place") ?></section><?cs /if ?>
<?cs call:task_people() ?>
<section class="ym-panel" aria-labelledby="verdict-of">
<h2 class="ym-panel__title" id="verdict-of"><?cs var:words.tasks.conclusion ?></h2>
<?cs if:task.kind == "collective" ?><?cs call:field_lines("collective_reason") ?><?cs /if ?>
<?cs if:task.opines ?><?cs call:field_choice("verdict") ?><?cs call:field_lines("task_body") ?><?cs else ?><?cs call:field_lines("task_note") ?><?cs /if ?>
<?cs call:field_files("files") ?>
<div class="ym-buttons"><?cs call:button("task_do") ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</section>
</form>
<?cs if:task.may_skip ?>
<form class="ym-panel" method="post" action="<?cs var:url_validate(task.url) ?>/skip" aria-labelledby="skip">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:task.version ?>">
<h2 class="ym-panel__title" id="skip"><?cs var:words.tasks.skip ?></h2>
<p class="ym-small"><?cs var:words.tasks.skip_help ?></p>
<?cs call:field_choice("cited") ?>
<?cs call:field_lines("unchanged") ?>
<?cs call:button_plain("task_skip") ?>
</form>
<?cs /if ?>
<?cs if:task.may_send_back ?>
<form class="ym-panel" method="post" action="<?cs var:url_validate(task.url) ?>/send_back" aria-labelledby="back">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:task.version ?>">
<h2 class="ym-panel__title" id="back"><?cs var:words.action.send_back ?></h2>
<p class="ym-small"><?cs var:words.tasks.back_help ?></p>
<?cs call:field_choice("target") ?>
<?cs call:field_lines("back_reason") ?>
<?cs call:button_plain("send_back") ?>
</form>
<?cs /if ?>
<?cs /def ?>

<?cs def:task_round(round) ?>
<section class="ym-panel" aria-labelledby="round-<?cs var:round.round ?>">
<h2 class="ym-panel__title" id="round-<?cs var:round.round ?>"><?cs var:words.task_state[round.task_state] ?><?cs if:round.verdict ?> <?cs var:words.office.dot ?> <?cs var:words.verdict[round.verdict] ?><?cs /if ?><?cs if:rounds.1.round ?> <span class="ym-small"><?cs var:words.tasks.round ?> <?cs var:round.round ?></span><?cs /if ?></h2>
<?cs if:round.task_state == "deemed" ?><p><?cs var:words.tasks.deemed ?></p><?cs /if ?>
<?cs if:round.body ?><p class="ym-lines"<?cs call:lang_of(round.body) ?>><?cs var:round.body ?></p><?cs /if ?>
<dl class="ym-facts">
<?cs if:round.task_state != "deemed" ?><?cs call:fact_data("done_by", round.account_name) ?><?cs /if ?><?cs call:fact("done_at", round.done_at.text) ?><?cs call:fact("visited_on", round.visited_on.text) ?><?cs call:fact_data("visit_place", round.place) ?><?cs call:fact("cited", round.cited_number) ?><?cs call:fact("cited_on", round.cited_on.text) ?><?cs call:fact_data("cited_place", round.cited_place) ?>
</dl>
<?cs if:round.reason ?><p><?cs if:round.task_state == "returned" ?><?cs var:words.field.back_reason ?><?cs else ?><?cs var:words.field.collective_reason ?><?cs /if ?><?cs var:words.frame.colon ?><?cs call:data(round.reason) ?></p><?cs /if ?>
<?cs if:round.checks.0.point ?><table class="ym-table"><caption><?cs var:words.tasks.points ?></caption><thead><tr><th scope="col"><?cs var:words.tasks.point ?></th><th scope="col"><?cs var:words.tasks.answer ?></th><th scope="col"><?cs var:words.field.check_remark ?></th></tr></thead><tbody>
<?cs each:check = round.checks ?><tr><th scope="row"<?cs call:lang_of(check.text) ?>><?cs var:check.text ?></th><td data-label="<?cs var:words.tasks.answer ?>"><?cs var:words.check_answer[check.answer] ?></td><td data-label="<?cs var:words.field.check_remark ?>"<?cs call:lang_of(check.remark) ?>><?cs var:check.remark ?></td></tr>
<?cs /each ?></tbody></table><?cs /if ?>
<?cs if:round.people.0.line ?><table class="ym-table"><caption><?cs if:task.kind == "visit" ?><?cs var:words.tasks.attendees ?><?cs else ?><?cs var:words.tasks.members ?><?cs /if ?></caption><thead><tr><th scope="col"><?cs var:words.field.person_name ?></th><th scope="col"><?cs var:words.tasks.part ?></th><th scope="col"><?cs var:words.field.person_opinion ?></th></tr></thead><tbody>
<?cs each:person = round.people ?><tr><th scope="row"><?cs call:data(person.organ_name) ?> <?cs call:data(person.name) ?></th><td data-label="<?cs var:words.tasks.part ?>"><?cs var:words.part[person.part] ?></td><td data-label="<?cs var:words.field.person_opinion ?>"<?cs call:lang_of(person.opinion) ?>><?cs var:person.opinion ?></td></tr>
<?cs /each ?></tbody></table><?cs /if ?>
<?cs if:round.files.0.name ?><?cs call:file_list(round.files) ?><?cs /if ?>
</section>
<?cs /def ?>

<?cs call:task_head() ?>
<?cs if:task.may_do ?><?cs call:task_form() ?><?cs /if ?>
<?cs each:round = rounds ?><?cs call:task_round(round) ?><?cs /each ?>
<p class="ym-no-print"><a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.office.back_to_case ?></a></p>
