<?cs # What a search found.  Needs: search.{source,from_on,until_on,who,what,object,reason,csv_url}; found.N.{at,who,whose,what,object,more,place}; pager. ?>
<?cs call:heading(words.guard.found) ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("audit_source", words.audit_source[search.source]) ?>
<?cs call:summary_row("from_on", search.from_on.text) ?>
<?cs call:summary_row("until_on", search.until_on.text) ?>
<?cs if:search.who ?><?cs call:summary_row("audit_who", search.who) ?><?cs /if ?>
<?cs if:search.what ?><?cs call:summary_row("audit_what", search.what) ?><?cs /if ?>
<?cs if:search.object ?><?cs call:summary_row("audit_object", search.object) ?><?cs /if ?>
<?cs call:summary_row("proposal_reason", search.reason) ?>
</dl>
<?cs if:found.0.at ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard.found ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin.done_at ?></th><th scope="col"><?cs var:words.column.audit_who ?></th><th scope="col"><?cs var:words.column.audit_what ?></th><th scope="col"><?cs var:words.column.audit_object ?></th><th scope="col"><?cs var:words.column.audit_more ?></th></tr></thead>
<tbody>
<?cs each:one = found ?><tr>
<th scope="row"><span class="ym-nowrap"><?cs var:one.at.text ?></span><?cs if:one.place ?><br><span class="ym-small ym-number"><?cs var:one.place ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.column.audit_who ?>"><?cs call:data(one.who) ?><?cs if:one.whose ?><br><span class="ym-small"<?cs call:lang_of(one.whose) ?>><?cs var:one.whose ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.column.audit_what ?>"><?cs var:one.what ?></td>
<td data-label="<?cs var:words.column.audit_object ?>"><span class="ym-number"<?cs call:lang_of(one.object) ?>><?cs var:one.object ?></span></td>
<td data-label="<?cs var:words.column.audit_more ?>"<?cs call:lang_of(one.more) ?>><?cs var:one.more ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(search.csv_url) ?>"><?cs call:form_token() ?><?cs call:button_plain("csv") ?></form>
<?cs else ?><?cs call:empty_state("found") ?><?cs /if ?>
