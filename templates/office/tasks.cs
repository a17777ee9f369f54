<?cs # The desk of tasks: steps of cases that wait for this organ, in its own cases and in others'.
Needs: tabs and pager as the parts say; choices.{whose,kind,due,claim}; desk.narrowed;
tasks.N.{url,shown,title,name,kind,role,state,case_organ,other,applicant_name,due,due_on,claimed_name,mine,opened_at}. ?>
<?cs call:heading(words.tasks.title) ?>
<?cs call:tabs(tabs) ?>
<form class="ym-filters" method="get" action="/office/tasks">
<?cs call:field_select("whose") ?>
<?cs call:field_select("kind") ?>
<?cs call:field_select("due") ?>
<?cs call:field_select("claim") ?>
<?cs call:button_plain("filter") ?>
<?cs if:desk.narrowed ?><p class="ym-small"><a href="/office/tasks"><?cs var:words.action.clear ?></a></p><?cs /if ?>
</form>
<?cs if:tasks.0.url ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.tab.tasks ?></caption>
<thead><tr><th scope="col"><?cs var:words.tasks.task ?></th><th scope="col"><?cs var:words.inbox.case ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.label.claimed_by ?></th><th scope="col"><?cs var:words.tasks.since ?></th></tr></thead>
<tbody>
<?cs each:task = tasks ?><tr>
<th scope="row"><a href="<?cs var:url_validate(task.url) ?>"<?cs call:lang_of(task.name) ?>><?cs var:task.name ?></a><br><span class="ym-small"><?cs var:words.step_kind[task.kind] ?> <?cs var:words.office.dot ?> <?cs var:words.role[task.role] ?></span></th>
<td data-label="<?cs var:words.inbox.case ?>"><?cs call:data(task.title) ?><br><span class="ym-small"><span class="ym-number"><?cs var:task.shown ?></span><?cs if:task.other ?> <?cs var:words.office.dot ?> <?cs call:data(task.case_organ) ?><?cs /if ?></span></td>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(task.applicant_name) ?>><?cs var:task.applicant_name ?></td>
<td data-label="<?cs var:words.label.due ?>"><?cs if:task.state == "suspended" || task.state == "supplement" ?><?cs call:tag_state(task.state) ?><?cs elif:task.due.level ?><?cs call:due_tag(task.due) ?><br><span class="ym-small ym-nowrap"><?cs var:task.due_on.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.claimed_by ?>"><?cs if:task.mine ?><strong><?cs var:words.inbox.me ?></strong><?cs elif:task.claimed_name ?><?cs call:data(task.claimed_name) ?><?cs else ?><span class="ym-none"><?cs var:words.inbox.nobody ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.tasks.since ?>"><span class="ym-nowrap"><?cs var:task.opened_at.day ?></span></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs elif:desk.narrowed ?><?cs call:empty_state("tasks_narrowed") ?>
<?cs else ?><?cs call:empty_state("tasks") ?><?cs /if ?>
