<?cs # The flow of a guide, as a picture and as a table, which says all the picture shows.  Needs: guide as fcgi/worker/guide.h fills it. ?>
<?cs def:flow_picture(flow) ?><?cs if:flow.width ?>
<svg class="ym-flow" aria-hidden="true" viewBox="0 0 <?cs var:flow.width ?> <?cs var:flow.height ?>" width="<?cs var:flow.width ?>" height="<?cs var:flow.height ?>">
<g fill="none" stroke="currentColor"><?cs each:line = flow.lines ?><path<?cs if:line.back ?> stroke-dasharray="3 3"<?cs /if ?> d="<?cs var:line.path ?>"/><?cs /each ?>
<?cs each:box = flow.boxes ?><rect x="<?cs var:box.x ?>" y="<?cs var:box.y ?>" width="<?cs var:flow.box_width ?>" height="<?cs var:flow.box_height ?>" rx="6"<?cs if:box.decides ?> stroke-width="2.5"<?cs /if ?>/><?cs /each ?></g>
<g fill="currentColor"><?cs each:line = flow.lines ?><path d="<?cs var:line.head ?>"/><?cs /each ?></g>
<g fill="currentColor" font-size="14" text-anchor="middle"<?cs call:data_lang() ?>><?cs each:box = flow.boxes ?><?cs each:part = box.words ?><text x="<?cs var:box.middle ?>" y="<?cs var:part.y ?>"><?cs var:part.text ?></text><?cs /each ?><?cs /each ?></g>
</svg><?cs /if ?><?cs /def ?>

<?cs def:flow_table(guide) ?>
<table class="ym-table ym-flow-table"><caption class="govuk-visually-hidden"><?cs var:words.guide.steps ?></caption>
<thead><tr><th scope="col"><?cs var:words.guide.step ?></th><th scope="col"><?cs var:words.guide.step_organ ?></th><th scope="col"><?cs var:words.guide.step_limit ?></th><th scope="col"><?cs var:words.guide.step_content ?></th></tr></thead>
<tbody><?cs each:step = guide.steps ?><tr>
<th scope="row" data-label="<?cs var:words.guide.step ?>"><span><?cs var:step.position ?>. <span<?cs call:data_lang() ?>><?cs var:step.name ?></span><?cs if:step.kind && step.name != words.step_kind[step.kind] ?> <span class="ym-small"><?cs var:words.step_kind[step.kind] ?></span><?cs /if ?></span></th>
<td data-label="<?cs var:words.guide.step_organ ?>"><?cs if:step.organ_name ?><span<?cs call:data_lang() ?>><?cs var:step.organ_name ?></span><?cs else ?><?cs var:guide.organ_name ?><?cs /if ?></td>
<td class="ym-nowrap" data-label="<?cs var:words.guide.step_limit ?>"><?cs if:step.limit_text ?><?cs var:step.limit_text ?><?cs else ?><?cs var:words.guide.step_no_limit ?><?cs /if ?></td>
<td data-label="<?cs var:words.guide.step_content ?>"><div><?cs if:step.content ?><p<?cs call:data_lang() ?>><?cs var:step.content ?></p><?cs /if ?>
<?cs if:step.result ?><p><?cs var:words.guide.step_result ?><span<?cs call:data_lang() ?>><?cs var:step.result ?></span></p><?cs /if ?>
<?cs if:step.after_other ?><p class="ym-small"><?cs var:words.guide.step_after ?> <?cs var:step.after_text ?></p><?cs /if ?>
<?cs if:step.back_text ?><p class="ym-small"><?cs var:words.guide.step_back ?> <?cs var:step.back_text ?></p><?cs /if ?>
<?cs if:step.silence == "consent" ?><p class="ym-small"><?cs var:words.guide.step_silence ?></p><?cs /if ?></div></td>
</tr><?cs /each ?></tbody></table>
<?cs /def ?>
