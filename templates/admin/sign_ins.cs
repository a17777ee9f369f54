<?cs # Who came in, or tried to.  Needs: choices.sign_in_how; form.{from_on,until_on}; sign_ins.N.{at,name,login,how,address}; pager. ?>
<?cs call:heading_lead(words.guard_nav.sign_ins, words.guard.sign_ins_lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/admin/sign-ins">
<?cs call:field_input("account_login", "search", "", "off", "govuk-input--width-20") ?>
<?cs call:field_select("sign_in_how") ?>
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:sign_ins.0.how ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard_nav.sign_ins ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin.done_at ?></th><th scope="col"><?cs var:words.guard.account ?></th><th scope="col"><?cs var:words.field.sign_in_how ?></th><th scope="col"><?cs var:words.guard.address ?></th></tr></thead>
<tbody>
<?cs each:one = sign_ins ?><tr>
<th scope="row"><span class="ym-nowrap"><?cs var:one.at.text ?></span></th>
<td data-label="<?cs var:words.guard.account ?>"><?cs call:data(one.name) ?> <span class="ym-small ym-number"><?cs var:one.login ?></span></td>
<td data-label="<?cs var:words.field.sign_in_how ?>"><?cs var:words.sign_in_how[one.how] ?></td>
<td data-label="<?cs var:words.guard.address ?>"><span class="ym-number"><?cs var:one.address ?></span></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("sign_ins") ?><?cs /if ?>
