<?cs # What other organs granted and this one supervises.  Needs: tabs; late, any_late; rows.N.{shown,url,title,
applicant_name,organ_name,decided_at,tag,acknowledged_at,acknowledged_name,note}; pager. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(words.followup.title, words.followup.lead) ?>
<?cs call:outcome_desks("followups") ?>
<?cs call:tabs(tabs) ?>
<?cs if:any_late ?><?cs call:notice("bad", words.followup.late) ?><?cs /if ?>
<?cs if:rows.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.followup.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.case_number ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.followup.granted_by ?></th><th scope="col"><?cs var:words.followup.state ?></th></tr></thead>
<tbody>
<?cs each:row = rows ?><tr>
<th scope="row"><a class="ym-number" href="<?cs var:url_validate(row.url) ?>"><?cs var:row.shown ?></a><br><span class="ym-small"<?cs call:lang_of(row.title) ?>><?cs var:row.title ?></span></th>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(row.applicant_name) ?>><?cs var:row.applicant_name ?></td>
<td data-label="<?cs var:words.followup.granted_by ?>"><?cs call:data(row.organ_name) ?><br><span class="ym-small"><?cs var:row.decided_at.text ?></span></td>
<td data-label="<?cs var:words.followup.state ?>"><?cs if:row.acknowledged_at.text ?><?cs call:data(row.acknowledged_name) ?> <?cs var:row.acknowledged_at.text ?><br><span class="ym-small"<?cs call:lang_of(row.note) ?>><?cs var:row.note ?></span><?cs else ?><?cs call:due_tag(row.tag) ?><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("followups") ?><?cs /if ?>
