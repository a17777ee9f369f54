<?cs # What administrators did.  Needs: history.N.{number,at,actor_name,power_text,act_text,subject_text,subject_name,reason,changes}; pager; csv_url, xlsx_url. ?>
<?cs call:heading_lead(words.admin_nav.history, words.admin.history_lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/admin/history">
<?cs call:field_input("admin_q", "search", "", "off", "govuk-input--width-20") ?>
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:history.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.admin_nav.history ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin.done_at ?></th><th scope="col"><?cs var:words.admin.done_by ?></th><th scope="col"><?cs var:words.admin.subject ?></th><th scope="col"><?cs var:words.admin.what ?></th></tr></thead>
<tbody>
<?cs each:act = history ?><tr>
<th scope="row"><span class="ym-nowrap"><?cs var:act.at.text ?></span><br><span class="ym-small ym-number"><?cs var:act.number ?></span></th>
<td data-label="<?cs var:words.admin.done_by ?>"><?cs call:data(act.actor_name) ?><br><span class="ym-small"><?cs var:act.power_text ?></span></td>
<td data-label="<?cs var:words.admin.subject ?>"><span class="ym-small"><?cs var:act.subject_text ?></span> <?cs call:data(act.subject_name) ?></td>
<td data-label="<?cs var:words.admin.what ?>"><strong><?cs var:act.act_text ?></strong><?cs if:act.reason ?> <span<?cs call:data_lang() ?>><?cs var:act.reason ?></span><?cs /if ?><?cs call:admin_changes(act) ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
<?cs else ?><?cs call:empty_state("history") ?><?cs /if ?>
