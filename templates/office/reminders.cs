<?cs # What colleagues are reminded of.  Needs: reminders.N.{url,subject,turn,role_name,last_on}. ?>
<?cs call:heading_lead(words.reminders.title, words.reminders.lead) ?>
<?cs if:reminders.0.url ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.reminders.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.field.reminder_subject ?></th><th scope="col"><?cs var:words.reminders.turn ?></th><th scope="col"><?cs var:words.field.reminder_role ?></th><th scope="col"><?cs var:words.reminders.last_on ?></th></tr></thead>
<tbody>
<?cs each:one = reminders ?><tr>
<th scope="row"><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.subject) ?>><?cs var:one.subject ?></a></th>
<td data-label="<?cs var:words.reminders.turn ?>"><?cs var:one.turn ?></td>
<td data-label="<?cs var:words.field.reminder_role ?>"><?cs var:one.role_name ?></td>
<td data-label="<?cs var:words.reminders.last_on ?>"><?cs if:one.last_on ?><?cs call:day_iso(one.last_on, one.last_on.text) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><?cs call:empty_state("reminders") ?><?cs /if ?>
