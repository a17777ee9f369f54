<?cs # 收发件登记.  Needs: form.{from_on,until_on,find}; choices.direction; totals.{total,came_in,went_out};
rows.N.{number_text,at,direction,what,shown,url,title,applicant_name,organ_name,who,late}; pager; csv_url, print_url. ?>
<?cs def:register_line(line) ?><tr>
<th scope="row" class="ym-number"><?cs var:line.number_text ?></th>
<td data-label="<?cs var:words.register.at ?>"><span class="ym-nowrap"><?cs var:line.at.text ?></span><?cs if:line.late ?> <strong class="ym-small"><?cs var:words.register.late ?></strong><?cs /if ?></td>
<td data-label="<?cs var:words.register.direction ?>"><?cs var:words.register_way[line.direction] ?></td>
<td data-label="<?cs var:words.register.what ?>"><?cs var:line.what ?></td>
<td data-label="<?cs var:words.label.case_number ?>"><?cs if:line.url ?><a class="ym-number" href="<?cs var:url_validate(line.url) ?>"><?cs var:line.shown ?></a><?cs else ?><span class="ym-number"><?cs var:line.shown ?></span><?cs /if ?><br><span class="ym-small"<?cs call:lang_of(line.title) ?>><?cs var:line.title ?></span></td>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(line.applicant_name) ?>><?cs var:line.applicant_name ?></td>
<td data-label="<?cs var:words.register.who ?>"<?cs call:lang_of(line.who) ?>><?cs var:line.who ?></td>
</tr>
<?cs /def ?>
<?cs call:heading_lead(words.register.title, words.register.lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/office/register">
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:field_select("direction") ?>
<?cs call:field_input("find", "search", "", "off", "") ?>
<?cs call:button_plain("filter") ?>
</form>
<dl class="ym-strip">
<div><dt><?cs var:words.register.total ?></dt> <dd><?cs var:totals.total ?></dd></div>
<div><dt><?cs var:words.register.came_in ?></dt> <dd><?cs var:totals.came_in ?></dd></div>
<div><dt><?cs var:words.register.went_out ?></dt> <dd><?cs var:totals.went_out ?></dd></div>
</dl>
<?cs if:rows.0.serial ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.register.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.register.number ?></th><th scope="col"><?cs var:words.register.at ?></th><th scope="col"><?cs var:words.register.direction ?></th><th scope="col"><?cs var:words.register.what ?></th><th scope="col"><?cs var:words.label.case_number ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.register.who ?></th></tr></thead>
<tbody>
<?cs each:line = rows ?><?cs call:register_line(line) ?><?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("register") ?><?cs /if ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("print", print_url) ?> <?cs call:link_button_plain("csv", csv_url) ?></div>
