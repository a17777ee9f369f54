<?cs # Who is in.  Needs: choices.session_kind, session_kind; sessions.N.{mark,account_id,name,login,stage,created_at,seen_at,address,own}; pager. ?>
<?cs call:heading_lead(words.guard_nav.sessions, words.guard.sessions_lead) ?>
<?cs if:who.whole ?><form class="ym-filters ym-no-print" method="get" action="/admin/sessions">
<?cs call:field_select("session_kind") ?>
<?cs call:button_plain("filter") ?>
</form><?cs /if ?>
<?cs if:sessions.0.mark ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard_nav.sessions ?></caption>
<thead><tr><th scope="col"><?cs var:words.guard.account ?></th><th scope="col"><?cs var:words.security.seen ?></th><th scope="col"><?cs var:words.guard.address ?></th><th scope="col"><?cs var:words.guard.end ?></th></tr></thead>
<tbody>
<?cs each:one = sessions ?><tr>
<th scope="row"><?cs call:data(one.name) ?><br><span class="ym-small ym-number"><?cs var:one.login ?></span></th>
<td data-label="<?cs var:words.security.seen ?>"><span class="ym-nowrap"><?cs var:one.seen_at.text ?></span><?cs if:one.stage == "password" ?><br><span class="ym-small"><?cs var:words.guard.half ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.guard.address ?>"><span class="ym-number"><?cs var:one.address ?></span></td>
<td data-label="<?cs var:words.guard.end ?>"><?cs if:one.own == "1" ?><?cs var:words.security.this ?><?cs else ?>
<form class="ym-inline" method="post" action="/admin/sessions"><?cs call:form_token() ?><input type="hidden" name="account" value="<?cs var:one.account_id ?>"><input type="hidden" name="mark" value="<?cs var:one.mark ?>"><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:words.action.session_end ?><span class="govuk-visually-hidden"> <?cs call:data(one.name) ?> <?cs var:one.seen_at.text ?></span></button></form>
<form class="ym-inline" method="post" action="/admin/sessions"><?cs call:form_token() ?><input type="hidden" name="account" value="<?cs var:one.account_id ?>"><button type="submit" class="govuk-button govuk-button--warning"><?cs var:words.action.sessions_end ?><span class="govuk-visually-hidden"<?cs call:lang_of(one.name) ?>> <?cs var:one.name ?></span></button></form><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("sessions") ?><?cs /if ?>
