<?cs # 结果登记簿.  Needs: form.licence_find; choices.{licence_kind,state}; rows.N, the columns of licences with standing, url, case_url;
pager; narrowed; csv_url, xlsx_url. ?>
<?cs include!"parts/licence.cs" ?>
<?cs def:licence_line(line) ?><tr>
<th scope="row"><a href="<?cs var:url_validate(line.url) ?>"<?cs call:lang_of(line.title) ?>><?cs var:line.title ?></a><br><span class="ym-small ym-number"><?cs if:line.identifier ?><?cs var:line.identifier ?><?cs else ?><?cs var:words.licence.unnumbered ?><?cs /if ?></span></th>
<td data-label="<?cs var:words.column.licence_holder ?>"<?cs call:lang_of(line.holder_name) ?>><?cs var:line.holder_name ?></td>
<td data-label="<?cs var:words.column.licence_document ?>"><?cs call:data(line.document_number) ?><br><span class="ym-small"><?cs var:line.issued_on.text ?></span></td>
<td data-label="<?cs var:words.column.licence_days ?>"><?cs call:licence_days(line) ?></td>
<td data-label="<?cs var:words.column.licence_state ?>"><?cs call:licence_tag(line.standing) ?></td>
</tr>
<?cs /def ?>
<?cs call:heading_lead(words.licence.register, words.licence.register_lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/office/licences">
<?cs call:field_input("licence_find", "search", "", "off", "") ?>
<?cs call:field_select("licence_kind") ?>
<?cs call:field_select("state") ?>
<?cs call:button_plain("filter") ?>
<?cs if:narrowed ?><p class="ym-small"><a href="/office/licences"><?cs var:words.action.clear ?></a></p><?cs /if ?>
</form>
<?cs if:rows.0.id ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.licence.register ?></caption>
<thead><tr><th scope="col"><?cs var:words.column.licence_title ?></th><th scope="col"><?cs var:words.column.licence_holder ?></th><th scope="col"><?cs var:words.column.licence_document ?></th><th scope="col"><?cs var:words.column.licence_days ?></th><th scope="col"><?cs var:words.column.licence_state ?></th></tr></thead>
<tbody>
<?cs each:line = rows ?><?cs call:licence_line(line) ?><?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("licences") ?><?cs /if ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
