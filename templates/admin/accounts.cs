<?cs # Accounts of colleagues.  Needs: choices.{account_organ,account_role,account_state}; accounts.N.{url,login,name,organ_name,roles_text,state,expires_on}; pager. ?>
<?cs call:heading_lead(words.guard_nav.accounts, words.guard.accounts_lead) ?>
<p class="ym-no-print"><?cs call:link_button("account_new", "/admin/accounts/new") ?></p>
<form class="ym-filters ym-no-print" method="get" action="/admin/accounts">
<?cs call:field_input("admin_q", "search", "", "off", "govuk-input--width-20") ?>
<?cs call:field_select("account_organ") ?>
<?cs call:field_select("account_role") ?>
<?cs call:field_select("account_state") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:accounts.0.url ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard_nav.accounts ?></caption>
<thead><tr><th scope="col"><?cs var:words.guard.account ?></th><th scope="col"><?cs var:words.field.account_organ ?></th><th scope="col"><?cs var:words.field.account_roles ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:one = accounts ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.name) ?>><?cs var:one.name ?></a><br><span class="ym-small ym-number"><?cs var:one.login ?></span></th>
<td data-label="<?cs var:words.field.account_organ ?>"<?cs call:data_lang() ?>><?cs var:one.organ_name ?></td>
<td data-label="<?cs var:words.field.account_roles ?>"><?cs if:one.roles_text ?><?cs var:one.roles_text ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs call:account_state(one.state) ?><?cs if:one.expires_on.text ?><br><span class="ym-small"><?cs var:words.guard.until ?> <?cs var:one.expires_on.text ?></span><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("accounts") ?><?cs /if ?>
