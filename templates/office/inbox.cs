<?cs # The inbox of an officer: what waits at each desk of the organ.
Needs: tabs, sorts, pager as the parts say; choices.{item,state,due,claim}; inbox.{tab,sort,narrowed,clear_url};
cases.N.{url,shown,title,applicant_name,state,due,claimed_name,mine,submitted_at}.  choices.state may be missing. ?>
<?cs call:heading(words.inbox.title) ?>
<?cs call:tabs(tabs) ?>
<form class="ym-filters" method="get" action="/office/">
<input type="hidden" name="tab" value="<?cs var:inbox.tab ?>">
<?cs if:inbox.sort ?><input type="hidden" name="sort" value="<?cs var:inbox.sort ?>"><?cs /if ?>
<?cs call:field_input("find", "search", "", "off", "") ?>
<?cs call:field_select("item") ?>
<?cs if:choices.state.0.value ?><?cs call:field_select("state") ?><?cs /if ?>
<?cs call:field_select("due") ?>
<?cs call:field_select("claim") ?>
<?cs call:button_plain("filter") ?>
<?cs if:inbox.narrowed ?><p class="ym-small"><a href="<?cs var:url_validate(inbox.clear_url) ?>"><?cs var:words.action.clear ?></a></p><?cs /if ?>
</form>
<?cs if:cases.0.number ?>
<?cs if:sorts.0.url ?><?cs call:sort(sorts) ?><?cs /if ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.tab[inbox.tab] ?></caption>
<thead><tr><th scope="col"><?cs var:words.inbox.case ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.label.claimed_by ?></th><th scope="col"><?cs var:words.label.submitted_at ?></th></tr></thead>
<tbody>
<?cs each:case = cases ?><tr>
<th scope="row"><a href="<?cs var:url_validate(case.url) ?>"<?cs call:lang_of(case.title) ?>><?cs var:case.title ?></a><br><span class="ym-number ym-small"><?cs var:case.shown ?></span></th>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs call:tag_state(case.state) ?></td>
<td data-label="<?cs var:words.label.due ?>"><?cs if:case.due.level ?><?cs call:due_tag(case.due) ?><br><span class="ym-small ym-nowrap"><?cs var:case.due_on.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.claimed_by ?>"><?cs if:case.mine ?><strong><?cs var:words.inbox.me ?></strong><?cs elif:case.claimed_name ?><?cs call:data(case.claimed_name) ?><?cs else ?><span class="ym-none"><?cs var:words.inbox.nobody ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.submitted_at ?>"><span class="ym-nowrap"><?cs var:case.submitted_at.day ?></span></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs elif:inbox.narrowed ?><?cs call:empty_state("inbox_narrowed") ?>
<?cs else ?><?cs call:empty_state("inbox") ?><?cs /if ?>
