<?cs # One import: what was found in its file, and what may be done with it.
Needs: batch, the columns of batch_show, url, part and published_rows; running; codes.N.{code,severity,count,first_line,stops};
findings.N.{line,column_name,code,severity,value}; pager; may.{apply,publish,undo}; acts; form.{severity,code}. ?>
<?cs include!"parts/acts.cs" ?>
<?cs def:finding_words(code) ?><?cs if:words.finding[code] ?><?cs var:words.finding[code] ?><?cs else ?><?cs var:words.check[code] ?><?cs /if ?><?cs /def ?>
<?cs call:heading(batch.file_name) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.state ?></dt> <dd><strong class="ym-state ym-state--<?cs var:batch.state ?>"><?cs var:words.batch_state[batch.state] ?></strong></dd></div>
<div><dt><?cs var:words.publish.mapping ?></dt> <dd><?cs if:words.mapping[batch.mapping] ?><?cs var:words.mapping[batch.mapping] ?><?cs else ?><?cs var:batch.mapping ?><?cs /if ?></dd></div>
<div><dt><?cs var:words.publish.rows ?></dt> <dd><?cs var:batch.rows_total ?></dd></div>
<div><dt><?cs var:words.publish.errors ?></dt> <dd><?cs var:batch.error_count ?></dd></div>
<div><dt><?cs var:words.publish.warnings ?></dt> <dd><?cs var:batch.warning_count ?></dd></div>
<div><dt><?cs var:words.publish.act_who ?></dt> <dd<?cs call:lang_of(batch.account_name) ?>><?cs var:batch.account_name ?></dd></div>
</dl>
<?cs if:running ?><div data-refresh="<?cs var:page.refresh ?>"><p><label for="progress"><?cs var:words.publish.running ?></label> <progress id="progress" max="<?cs var:batch.rows_total ?>" value="<?cs var:batch.running_rows ?>"></progress> <?cs var:batch.running_rows ?> / <?cs var:batch.rows_total ?></p><p><a href="<?cs var:url_validate(batch.url) ?>"><?cs var:words.publish.look_again ?></a></p></div>
<?cs elif:batch.state == "refused" ?><?cs call:notice("bad", words.publish.refused_note) ?><?cs elif:batch.state == "ready" ?><?cs call:notice("info", words.publish.ready_note) ?><?cs elif:batch.part ?><?cs call:notice("info", words.publish.part_note) ?><p><progress aria-label="<?cs var:words.publish.part_progress ?>" max="<?cs var:batch.rows_total ?>" value="<?cs var:batch.published_rows ?>"></progress> <?cs var:batch.published_rows ?> / <?cs var:batch.rows_total ?></p><?cs elif:batch.state == "applied" ?><?cs call:notice("info", words.publish.applied_note) ?><?cs elif:batch.state == "published" ?><?cs call:notice("good", words.publish.published_note) ?><?cs /if ?>
<div class="ym-columns">
<div class="ym-columns__main">
<?cs if:codes.0.code ?>
<section class="ym-panel" aria-labelledby="codes"><h2 class="ym-panel__title" id="codes"><?cs var:words.publish.summary ?></h2>
<table class="ym-table"><thead><tr><th scope="col"><?cs var:words.publish.finding ?></th><th scope="col"><?cs var:words.publish.severity ?></th><th scope="col"><?cs var:words.publish.how_many ?></th><th scope="col"><?cs var:words.publish.first_line ?></th></tr></thead>
<tbody><?cs each:one = codes ?><tr><th scope="row"><a href="<?cs var:url_validate(batch.url) ?>?code=<?cs var:url_escape(one.code) ?>#findings"><?cs call:finding_words(one.code) ?></a></th><td data-label="<?cs var:words.publish.severity ?>"><?cs var:words.severity[one.severity] ?><?cs if:one.stops ?><br><span class="ym-small"><?cs var:words.publish.stops_later ?></span><?cs /if ?></td><td data-label="<?cs var:words.publish.how_many ?>"><?cs var:one.count ?></td><td data-label="<?cs var:words.publish.first_line ?>"><?cs var:one.first_line ?></td></tr><?cs /each ?></tbody></table>
<p><a href="<?cs var:url_validate(batch.url) ?>/annotated.csv"><?cs call:icon("download") ?> <?cs var:words.publish.annotated ?></a></p>
</section>
<section class="ym-panel" aria-labelledby="findings"><h2 class="ym-panel__title" id="findings"><?cs var:words.publish.findings ?></h2>
<ul class="ym-chips"><li><a class="ym-chip" href="<?cs var:url_validate(batch.url) ?>#findings"<?cs if:!form.severity && !form.code ?> aria-current="true"<?cs /if ?>><?cs var:words.publish.all ?></a></li><li><a class="ym-chip" href="<?cs var:url_validate(batch.url) ?>?severity=error#findings"<?cs if:form.severity == "error" ?> aria-current="true"<?cs /if ?>><?cs var:words.severity.error ?></a></li><li><a class="ym-chip" href="<?cs var:url_validate(batch.url) ?>?severity=warning#findings"<?cs if:form.severity == "warning" ?> aria-current="true"<?cs /if ?>><?cs var:words.severity.warning ?></a></li><?cs if:form.code ?><li><a class="ym-chip" href="<?cs var:url_validate(batch.url) ?>#findings" aria-current="true"><span class="govuk-visually-hidden"><?cs var:words.action.remove ?></span> <?cs call:finding_words(form.code) ?> <?cs call:icon("close") ?></a></li><?cs /if ?></ul>
<table class="ym-table"><thead><tr><th scope="col"><?cs var:words.publish.line ?></th><th scope="col"><?cs var:words.publish.column ?></th><th scope="col"><?cs var:words.publish.finding ?></th><th scope="col"><?cs var:words.publish.severity ?></th><th scope="col"><?cs var:words.publish.value ?></th></tr></thead>
<tbody><?cs each:one = findings ?><tr><th scope="row"><?cs var:one.line ?></th><td data-label="<?cs var:words.publish.column ?>"><span class="ym-number"><?cs var:one.column_name ?></span></td><td data-label="<?cs var:words.publish.finding ?>"><?cs call:finding_words(one.code) ?></td><td data-label="<?cs var:words.publish.severity ?>" class="ym-nowrap"><?cs if:one.severity == "error" ?><?cs call:icon("over") ?><?cs else ?><?cs call:icon("warning") ?><?cs /if ?> <?cs var:words.severity[one.severity] ?></td><td data-label="<?cs var:words.publish.value ?>"<?cs call:lang_of(one.value) ?>><?cs var:one.value ?></td></tr><?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
</section>
<?cs else ?><?cs call:notice("good", words.publish.all_right) ?><?cs /if ?>
</div>
<div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="next"><h2 class="ym-panel__title" id="next"><?cs var:words.publish.next ?></h2>
<?cs if:may.apply ?><form method="post" action="<?cs var:url_validate(batch.url) ?>/apply"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:batch.version ?>"><p><?cs var:words.publish.apply_help ?></p><?cs call:button("import_apply") ?></form><?cs /if ?>
<?cs if:may.publish ?><form method="post" action="<?cs var:url_validate(batch.url) ?>/publish"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:batch.version ?>"><?cs call:field_lines("over_reason") ?><?cs if:batch.part ?><?cs call:button("import_publish_on") ?><?cs else ?><?cs call:button("import_publish") ?><?cs /if ?></form><?cs /if ?>
<?cs if:may.undo ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.action.import_undo ?></span></summary><div class="govuk-details__text"><form method="post" action="<?cs var:url_validate(batch.url) ?>/undo"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:batch.version ?>"><?cs call:field_lines("act_reason") ?><?cs call:confirm_word("import_undo") ?><?cs call:button_warn("import_undo") ?></form></div></details><?cs /if ?>
<?cs if:batch.state == "applied" || batch.state == "published" ?><ul class="govuk-list">
<?cs if:batch.kind == "items" ?><li><a href="/publish/items?batch=<?cs var:url_escape(batch.id) ?>"><?cs var:words.publish.batch_items ?></a></li><?cs /if ?>
<li><a href="<?cs var:url_validate(batch.url) ?>/export"><?cs var:words.publish.export_batch ?></a></li></ul><?cs elif:!may.apply ?><p><?cs var:words.publish.nothing_next ?></p><?cs /if ?>
</section>
<section class="ym-panel" aria-labelledby="acts"><h2 class="ym-panel__title" id="acts"><?cs var:words.publish.acts ?></h2><?cs call:act_list(acts) ?></section>
</div>
</div>
