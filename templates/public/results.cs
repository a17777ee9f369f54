<?cs # 结果公示: what was granted.  Needs: form.q; choices.{organ,item_kind,month}; chips; found; results.N.{url,title,
subject_shown,credit_code,organ_name,document_number,decided_on,published_at,state}; csv_url, xlsx_url; pager. ?>
<?cs call:heading_lead(words.results.title, words.results.lead) ?>
<p class="ym-small ym-no-print"><?cs var:words.results.how ?></p>
<form class="ym-filters ym-no-print" method="get" action="/open/results">
<?cs call:field_input("q", "search", "", "off", "") ?>
<?cs call:field_select("organ") ?>
<?cs call:field_select("item_kind") ?>
<?cs call:field_select("month") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs call:chips(chips) ?>
<p role="status"><?cs var:found ?></p>
<?cs if:results.0.id ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.results.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.publicity.subject ?></th><th scope="col"><?cs var:words.label.item ?></th><th scope="col"><?cs var:words.publicity.document_number ?></th><th scope="col"><?cs var:words.label.organ ?></th><th scope="col"><?cs var:words.label.decided_on ?></th></tr></thead>
<tbody>
<?cs each:row = results ?><tr>
<th scope="row"><a class="govuk-link" href="<?cs var:url_validate(row.url) ?>"<?cs call:data_lang() ?>><?cs var:row.subject_shown ?></a><?cs if:row.credit_code ?><br><span class="ym-small ym-number"><?cs var:row.credit_code ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.label.item ?>"><span<?cs call:data_lang() ?>><?cs var:row.title ?></span><?cs if:row.state == "revoked" ?> <strong class="ym-tag ym-tag--warn"><?cs var:words.result_state.revoked ?></strong><?cs /if ?></td>
<td data-label="<?cs var:words.publicity.document_number ?>"><?cs if:row.document_number ?><span<?cs call:data_lang() ?>><?cs var:row.document_number ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.organ ?>"><span<?cs call:data_lang() ?>><?cs var:row.organ_name ?></span></td>
<td data-label="<?cs var:words.label.decided_on ?>"><span class="ym-nowrap"><?cs var:row.decided_on.text ?></span></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<p class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></p>
<?cs else ?><?cs call:empty_state("results") ?><?cs /if ?>
<p class="ym-small"><?cs var:words.results.masked ?></p>
