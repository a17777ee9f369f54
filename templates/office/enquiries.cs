<?cs # Questions, complaints and suggestions of the organ.  Needs: tabs, side, pager;
enquiries.N.{url,title,shown,kind,due,due_on,claimed_name,asked_at,answered_at,level,public}. ?>
<?cs include!"parts/after.cs" ?>
<?cs call:heading(words.nav.enquiries) ?>
<?cs call:tabs(tabs) ?>
<?cs if:enquiries.0.url ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.enquiry_side[side] ?></caption>
<thead><tr><th scope="col"><?cs var:words.ask.enquiry ?></th><th scope="col"><?cs var:words.ask.kind ?></th><?cs if:side == "open" ?><th scope="col"><?cs var:words.label.due ?></th><?cs else ?><th scope="col"><?cs var:words.ask.answered_on ?></th><th scope="col"><?cs var:words.ask.level ?></th><?cs /if ?><th scope="col"><?cs var:words.ask.asked_on ?></th></tr></thead>
<tbody>
<?cs each:one = enquiries ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a><br><span class="ym-number ym-small"><?cs var:one.shown ?></span></th>
<td data-label="<?cs var:words.ask.kind ?>"><?cs var:words.enquiry_kind[one.kind] ?></td>
<?cs if:side == "open" ?><td data-label="<?cs var:words.label.due ?>"><?cs call:due_tag(one.due) ?><br><span class="ym-small ym-nowrap"><?cs var:one.due_on.text ?></span></td>
<?cs else ?><td data-label="<?cs var:words.ask.answered_on ?>"><span class="ym-nowrap"><?cs var:one.answered_at.day ?></span></td>
<td data-label="<?cs var:words.ask.level ?>"><?cs if:one.level ?><?cs call:level_tag(one.level) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td><?cs /if ?>
<td data-label="<?cs var:words.ask.asked_on ?>"><span class="ym-nowrap"><?cs var:one.asked_at.day ?></span></td>
</tr>
<?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("enquiries") ?><?cs /if ?>
