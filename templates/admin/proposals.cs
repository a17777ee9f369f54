<?cs # What waits for a second person.  Needs: choices.proposal_state; proposals.N.{url,name,login,organ_name,change_kind,roles_text,held_text,made_name,made_at,shown_state,ended_name}; pager. ?>
<?cs call:heading_lead(words.guard_nav.proposals, words.guard.proposals_lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/admin/proposals">
<?cs call:field_select("proposal_state") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:proposals.0.url ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard_nav.proposals ?></caption>
<thead><tr><th scope="col"><?cs var:words.guard.account ?></th><th scope="col"><?cs var:words.guard.change ?></th><th scope="col"><?cs var:words.guard.proposed_by ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:one = proposals ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.name) ?>><?cs var:one.name ?></a><br><span class="ym-small ym-number"><?cs var:one.login ?></span></th>
<td data-label="<?cs var:words.guard.change ?>"><?cs var:words.guard_change[one.change_kind] ?><?cs if:one.roles_text ?><br><span class="ym-small"><?cs var:one.roles_text ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.guard.proposed_by ?>"><?cs call:data(one.made_name) ?><br><span class="ym-small"><?cs var:one.made_at.text ?></span></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.proposal_state[one.shown_state] ?><?cs if:one.ended_name ?><br><span class="ym-small"<?cs call:lang_of(one.ended_name) ?>><?cs var:one.ended_name ?></span><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("proposals") ?><?cs /if ?>
