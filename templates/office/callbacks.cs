<?cs # Bad ratings of the organ, to be called back.  Needs: tabs, side, pager;
callbacks.N.{url,title,shown,level,round,state,due,due_on,assigned_name,opened_at,closed_at}. ?>
<?cs include!"parts/after.cs" ?>
<?cs call:heading_lead(words.callback.title, words.callback.lead) ?>
<?cs call:tabs(tabs) ?>
<?cs if:callbacks.0.url ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.callback_side[side] ?></caption>
<thead><tr><th scope="col"><?cs var:words.inbox.case ?></th><th scope="col"><?cs var:words.callback.level ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.callback.assigned ?></th><th scope="col"><?cs var:words.callback.rated_at ?></th></tr></thead>
<tbody>
<?cs each:one = callbacks ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a><br><span class="ym-number ym-small"><?cs var:one.shown ?></span></th>
<td data-label="<?cs var:words.callback.level ?>"><?cs call:level_tag(one.level) ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.callback_state[one.state] ?></td>
<td data-label="<?cs var:words.label.due ?>"><?cs if:one.due.level ?><?cs call:due_tag(one.due) ?><br><span class="ym-small ym-nowrap"><?cs var:one.due_on.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.callback.assigned ?>"><?cs if:one.assigned_name ?><?cs call:data(one.assigned_name) ?><?cs else ?><span class="ym-none"><?cs var:words.inbox.nobody ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.callback.rated_at ?>"><span class="ym-nowrap"><?cs var:one.opened_at.day ?></span></td>
</tr>
<?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("callbacks") ?><?cs /if ?>
