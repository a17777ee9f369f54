<?cs # One version of an item.
Needs: version, the columns of version_head and url; sections.KEY.{key,filled}; elements.KEY.{key,rows.N.{name,position}};
guide.steps and guide.flow (fcgi/worker/guide.h); verdict.{stops,warnings}; may.{write,submit,check,retire,redraft}; acts. ?>
<?cs include!"parts/acts.cs" ?>
<?cs include!"parts/flow.cs" ?>
<?cs def:version_button(act, path) ?><form method="post" action="<?cs var:url_validate(version.url) ?>/<?cs var:url_escape(path) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:version.version ?>"><?cs call:button(act) ?></form><?cs /def ?>
<?cs def:row_button(element, row, path, key) ?><form class="ym-row-form" method="post" action="<?cs var:url_validate(version.url) ?>/<?cs var:url_escape(element.key) ?>/<?cs var:url_escape(row.position) ?>/<?cs var:url_escape(path) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:version.version ?>"><button type="submit" class="ym-link-button"><?cs var:words.action[key] ?><span class="govuk-visually-hidden"<?cs call:lang_of(row.name) ?>> <?cs var:row.name ?></span></button></form><?cs /def ?>
<?cs # The steps with all their columns; their needs and ways back are numbers of steps. ?>
<?cs def:step_rows(element) ?>
<?cs call:flow_picture(guide.flow) ?>
<table class="ym-table ym-step-rows"><caption class="govuk-visually-hidden"><?cs var:words.sheet.steps ?></caption>
<thead><tr><th scope="col"><?cs var:words.guide.step ?></th><th scope="col"><?cs var:words.publish.step_role ?></th><th scope="col"><?cs var:words.guide.step_organ ?></th><th scope="col"><?cs var:words.guide.step_limit ?></th><th scope="col"><?cs var:words.publish.step_needs ?></th><th scope="col"><?cs var:words.publish.step_back ?></th><?cs if:may.write ?><th scope="col"><?cs var:words.publish.step_acts ?></th><?cs /if ?></tr></thead>
<tbody><?cs each:step = guide.steps ?><tr>
<th scope="row" data-label="<?cs var:words.guide.step ?>"><span><?cs var:step.position ?>. <?cs if:may.write ?><a href="<?cs var:url_validate(version.url) ?>/steps/<?cs var:url_escape(step.position) ?>"<?cs call:lang_of(step.name) ?>><?cs var:step.name ?></a><?cs else ?><?cs call:data(step.name) ?><?cs /if ?><?cs if:step.kind && step.name != words.step_kind[step.kind] ?> <span class="ym-small"><?cs var:words.step_kind[step.kind] ?></span><?cs /if ?></span></th>
<td data-label="<?cs var:words.publish.step_role ?>"><?cs if:step.role ?><?cs var:words.role[step.role] ?><?cs else ?><?cs var:words.publish.step_none ?><?cs /if ?></td>
<td data-label="<?cs var:words.guide.step_organ ?>"><?cs if:step.organ_name ?><?cs call:data(step.organ_name) ?><?cs else ?><?cs call:data(version.organ_name) ?><?cs /if ?></td>
<td class="ym-nowrap" data-label="<?cs var:words.guide.step_limit ?>"><span><?cs if:step.limit_text ?><?cs var:step.limit_text ?><?cs else ?><?cs var:words.publish.step_none ?><?cs /if ?><?cs if:step.silence == "consent" ?> <span class="ym-small"><?cs var:words.silence.consent ?></span><?cs /if ?></span></td>
<td class="ym-nowrap" data-label="<?cs var:words.publish.step_needs ?>"><?cs if:step.after_text ?><?cs var:step.after_text ?><?cs else ?><?cs var:words.publish.step_none ?><?cs /if ?></td>
<td class="ym-nowrap" data-label="<?cs var:words.publish.step_back ?>"><?cs if:step.back_text ?><?cs var:step.back_text ?><?cs else ?><?cs var:words.publish.step_none ?><?cs /if ?></td>
<?cs if:may.write ?><td data-label="<?cs var:words.publish.step_acts ?>"><div class="ym-row-acts"><?cs call:row_button(element, step, "up", "move_up") ?> <?cs call:row_button(element, step, "down", "move_down") ?> <?cs call:row_button(element, step, "remove", "delete") ?></div></td><?cs /if ?>
</tr><?cs /each ?></tbody></table>
<?cs /def ?>
<?cs call:heading(version.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.item_code ?></dt> <dd class="ym-number"><a href="/publish/items/<?cs var:url_escape(version.item_code) ?>"><?cs var:version.item_code ?></a></dd></div>
<div><dt><?cs var:words.label.guide_version ?></dt> <dd><?cs var:version.number ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><strong class="ym-state ym-state--<?cs var:version.state ?>"><?cs var:words.version_state[version.state] ?></strong></dd></div>
<div><dt><?cs var:words.label.organ ?></dt> <dd<?cs call:lang_of(version.organ_name) ?>><?cs var:version.organ_name ?></dd></div>
<div><dt><?cs var:words.publish.author ?></dt> <dd<?cs call:lang_of(version.author_name) ?>><?cs var:version.author_name ?></dd></div>
<?cs if:version.effective_on.text ?><div><dt><?cs var:words.label.effective_on ?></dt> <dd><?cs var:version.effective_on.text ?></dd></div><?cs /if ?>
<?cs if:version.retired_on.text ?><div><dt><?cs var:words.publish.retired_on ?></dt> <dd><?cs var:version.retired_on.text ?></dd></div><?cs /if ?>
</dl>
<div class="ym-columns">
<div class="ym-columns__main">
<section class="ym-panel" aria-labelledby="sections"><h2 class="ym-panel__title" id="sections"><?cs var:words.publish.sections ?></h2>
<ul class="ym-rows">
<?cs each:section = sections ?><li class="ym-rows__item"><?cs if:may.write ?><a href="<?cs var:url_validate(version.url) ?>/<?cs var:url_escape(section.key) ?>"><?cs var:words.sheet[section.key] ?></a><?cs else ?><span><?cs var:words.sheet[section.key] ?></span><?cs /if ?> <span class="ym-small"><?cs var:section.filled ?></span></li>
<?cs /each ?></ul></section>
<?cs each:element = elements ?>
<section class="ym-panel" id="<?cs var:element.key ?>" aria-labelledby="h-<?cs var:element.key ?>"><h2 class="ym-panel__title" id="h-<?cs var:element.key ?>"><?cs var:words.sheet[element.key] ?></h2>
<?cs if:element.key == "steps" && guide.steps.0.name ?><?cs call:step_rows(element) ?><?cs elif:element.rows.0.position ?><ol class="ym-rows">
<?cs each:row = element.rows ?><li class="ym-rows__item"><?cs if:may.write ?><a href="<?cs var:url_validate(version.url) ?>/<?cs var:url_escape(element.key) ?>/<?cs var:url_escape(row.position) ?>"<?cs call:lang_of(row.name) ?>><?cs var:row.name ?></a><?cs if:row.note ?> <span class="ym-small"><?cs var:row.note ?></span><?cs /if ?>
<div class="ym-row-acts"><?cs call:row_button(element, row, "up", "move_up") ?> <?cs call:row_button(element, row, "down", "move_down") ?> <?cs call:row_button(element, row, "remove", "delete") ?></div><?cs else ?><span><?cs call:data(row.name) ?><?cs if:row.note ?> <span class="ym-small"><?cs var:row.note ?></span><?cs /if ?></span><?cs /if ?></li>
<?cs /each ?></ol><?cs else ?><p class="ym-none"><?cs var:words.publish.no_rows ?></p><?cs /if ?>
<?cs if:may.write ?><p><a class="govuk-link" href="<?cs var:url_validate(version.url) ?>/<?cs var:url_escape(element.key) ?>/new"><?cs var:words.action.add ?><span class="govuk-visually-hidden"> <?cs var:words.sheet[element.key] ?></span></a></p><?cs /if ?>
</section>
<?cs /each ?>
</div>
<div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="next"><h2 class="ym-panel__title" id="next"><?cs var:words.publish.next ?></h2>
<p><?cs if:verdict.stops != "0" ?><?cs call:icon("over") ?> <?cs var:words.publish.stops ?> <strong><?cs var:verdict.stops ?></strong> <?cs /if ?><?cs if:verdict.warnings != "0" ?><?cs call:icon("warning") ?> <?cs var:words.publish.warnings ?> <strong><?cs var:verdict.warnings ?></strong><?cs /if ?><?cs if:verdict.stops == "0" && verdict.warnings == "0" ?><?cs call:icon("check") ?> <?cs var:words.publish.all_right ?><?cs /if ?></p>
<ul class="govuk-list">
<li><a href="<?cs var:url_validate(version.url) ?>/checks"><?cs var:words.publish.checks ?></a></li>
<li><a href="<?cs var:url_validate(version.url) ?>/preview"><?cs var:words.publish.preview ?></a></li>
<li><a href="<?cs var:url_validate(version.url) ?>/changes"><?cs var:words.publish.changes ?></a></li>
</ul>
<?cs if:may.submit ?><?cs call:version_button("submit_review", "submit") ?><?cs /if ?>
<?cs if:may.check ?><div class="ym-buttons"><a class="govuk-button" href="<?cs var:url_validate(version.url) ?>/publish"><?cs var:words.action.publish_item ?></a>
<a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(version.url) ?>/send_back"><?cs var:words.action.send_back_item ?></a></div><?cs /if ?>
<?cs if:may.redraft ?><?cs call:version_button("redraft", "redraft") ?><?cs /if ?>
<?cs if:may.retire ?><p><a class="govuk-button govuk-button--warning" href="<?cs var:url_validate(version.url) ?>/retire"><?cs var:words.action.retire_item ?></a></p><?cs /if ?>
</section>
<section class="ym-panel" aria-labelledby="acts"><h2 class="ym-panel__title" id="acts"><?cs var:words.publish.acts ?></h2><?cs call:act_list(acts) ?></section>
</div>
</div>
