<?cs # The flow of a case.  Needs: flow.{shown,width,height,box_width,box_height,parallel,stage_on};
flow.nodes.N.{x,y,text_x,text_y,text_y_2,state_y,line_1,line_2,state}; flow.lines.N.path;
flow.steps.N, the columns of flow_list with state, role, url, mine, again, due.  The picture says nothing the list does not. ?>
<?cs def:case_flow_picture() ?>
<svg class="ym-case-flow ym-no-print" width="<?cs var:flow.width ?>" height="<?cs var:flow.height ?>" viewBox="0 0 <?cs var:flow.width ?> <?cs var:flow.height ?>" role="img" aria-label="<?cs var:words.flow.picture ?>">
<?cs each:line = flow.lines ?><path class="ym-case-flow__line" d="<?cs var:line.path ?>"/><?cs /each ?>
<?cs each:node = flow.nodes ?><rect class="ym-case-flow__box ym-case-flow__box--<?cs var:node.state ?>" x="<?cs var:node.x ?>" y="<?cs var:node.y ?>" width="<?cs var:flow.box_width ?>" height="<?cs var:flow.box_height ?>" rx="6"/><?cs /each ?>
<g fill="currentColor" text-anchor="middle"><?cs each:node = flow.nodes ?><text x="<?cs var:node.text_x ?>" y="<?cs var:node.text_y ?>"<?cs call:lang_of(node.line_1) ?>><?cs var:node.line_1 ?></text><?cs if:node.line_2 ?><text x="<?cs var:node.text_x ?>" y="<?cs var:node.text_y_2 ?>"<?cs call:lang_of(node.line_2) ?>><?cs var:node.line_2 ?></text><?cs /if ?><text class="ym-case-flow__state" x="<?cs var:node.text_x ?>" y="<?cs var:node.state_y ?>"><?cs var:words.task_state[node.state] ?></text>
<?cs /each ?></g></svg>
<?cs /def ?>

<?cs def:case_flow_step(step) ?>
<li class="ym-rows__item<?cs if:step.mine ?> ym-case-flow__mine<?cs /if ?>"><p><strong><?cs if:step.url ?><a href="<?cs var:url_validate(step.url) ?>"<?cs call:lang_of(step.name) ?>><?cs var:step.name ?></a><?cs else ?><?cs call:data(step.name) ?><?cs /if ?></strong> <span class="ym-case-flow__tag ym-case-flow__tag--<?cs var:step.state ?>"><?cs var:words.task_state[step.state] ?></span><?cs if:step.verdict ?> <?cs var:words.verdict[step.verdict] ?><?cs /if ?><?cs if:step.state == "open" && step.due.level ?> <?cs call:due_tag(step.due) ?><?cs /if ?></p>
<p class="ym-small"><?cs var:words.step_kind[step.kind] ?> <?cs var:words.office.dot ?> <?cs call:data(step.organ_name) ?><?cs if:step.role ?> <?cs var:words.office.dot ?> <?cs var:words.role[step.role] ?><?cs /if ?><?cs if:step.again ?> <?cs var:words.office.dot ?> <?cs var:words.tasks.round ?> <?cs var:step.round ?><?cs /if ?><?cs if:step.account_name && step.state != "deemed" ?> <?cs var:words.office.dot ?> <?cs call:data(step.account_name) ?><?cs elif:step.claimed_name ?> <?cs var:words.office.dot ?> <?cs call:data(step.claimed_name) ?><?cs /if ?><?cs if:step.done_at.text ?> <?cs var:words.office.dot ?> <?cs var:step.done_at.text ?><?cs elif:step.opened_at.text ?> <?cs var:words.office.dot ?> <?cs var:words.tasks.since ?> <?cs var:step.opened_at.text ?><?cs /if ?></p></li>
<?cs /def ?>

<?cs def:case_flow() ?>
<?cs if:flow.shown ?>
<section class="ym-panel" aria-labelledby="flow">
<h2 class="ym-panel__title" id="flow"><?cs var:words.flow.title ?></h2>
<?cs if:flow.parallel ?><p><?cs var:flow.parallel ?> <?cs var:words.flow.parallel ?> <?cs var:flow.stage_on.text ?></p><?cs /if ?>
<?cs call:case_flow_picture() ?>
<ol class="ym-rows">
<?cs each:step = flow.steps ?><?cs call:case_flow_step(step) ?><?cs /each ?></ol>
</section>
<?cs /if ?>
<?cs /def ?>
