<?cs # Publicity of the organ's results.  Needs: tabs; state; rows.N.{shown,url,title,subject_shown,document_number,
decided_on,publish_on,due_on,published_at,ground,note}; pager. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(words.publicity.title, words.publicity.lead) ?>
<?cs call:outcome_desks("publicity") ?>
<?cs call:tabs(tabs) ?>
<?cs if:rows.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.result_state[state] ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.case_number ?></th><th scope="col"><?cs var:words.publicity.subject ?></th><th scope="col"><?cs var:words.publicity.document_number ?></th><th scope="col"><?cs var:words.publicity.when ?></th></tr></thead>
<tbody>
<?cs each:row = rows ?><tr>
<th scope="row"><a class="ym-number" href="<?cs var:url_validate(row.url) ?>"><?cs var:row.shown ?></a><br><span class="ym-small"<?cs call:lang_of(row.title) ?>><?cs var:row.title ?></span></th>
<td data-label="<?cs var:words.publicity.subject ?>"<?cs call:lang_of(row.subject_shown) ?>><?cs var:row.subject_shown ?></td>
<td data-label="<?cs var:words.publicity.document_number ?>"><?cs if:row.document_number ?><?cs call:data(row.document_number) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.publicity.when ?>"><?cs if:state == "waiting" ?><?cs var:row.publish_on.text ?><br><span class="ym-small"><?cs var:words.publicity.due_on ?><?cs var:words.frame.colon ?><?cs var:row.due_on.text ?></span><?cs else ?><?cs var:row.published_at.text ?><?cs /if ?><?cs if:row.ground ?><?cs var:words.publicity_ground[row.ground] ?><?cs /if ?><?cs if:row.note ?><br><span class="ym-small"<?cs call:lang_of(row.note) ?>><?cs var:row.note ?></span><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("results") ?><?cs /if ?>
