<?cs # Imports, the latest first.  Needs: batches.N.{id,kind,file_name,mapping,state,rows_total,error_count,warning_count,created_at,account_name}; pager; may.write. ?>
<?cs call:heading(words.title.publish_imports) ?>
<p class="ym-buttons"><?cs if:may.write ?><?cs call:link_button("import_new", "/publish/imports/new") ?> <?cs /if ?><?cs call:link_button_plain("export", "/publish/export") ?></p>
<?cs if:batches.0.id ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.title.publish_imports ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.file ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.publish.rows ?></th><th scope="col"><?cs var:words.publish.errors ?></th><th scope="col"><?cs var:words.publish.warnings ?></th><th scope="col"><?cs var:words.publish.act_who ?></th></tr></thead>
<tbody><?cs each:one = batches ?><tr>
<th scope="row"><a href="/publish/imports/<?cs var:url_escape(one.id) ?>"<?cs call:lang_of(one.file_name) ?>><?cs var:one.file_name ?></a><br><span class="ym-small"><?cs var:one.created_at.text ?></span></th>
<td data-label="<?cs var:words.label.state ?>" class="ym-nowrap"><strong class="ym-state ym-state--<?cs var:one.state ?>"><?cs var:words.batch_state[one.state] ?></strong></td>
<td data-label="<?cs var:words.publish.rows ?>"><?cs var:one.rows_total ?></td>
<td data-label="<?cs var:words.publish.errors ?>"><?cs var:one.error_count ?></td>
<td data-label="<?cs var:words.publish.warnings ?>"><?cs var:one.warning_count ?></td>
<td data-label="<?cs var:words.publish.act_who ?>"<?cs call:lang_of(one.account_name) ?>><?cs var:one.account_name ?></td>
</tr><?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("imports") ?><?cs /if ?>
