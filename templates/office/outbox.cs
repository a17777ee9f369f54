<?cs # Messages of the organ's cases that wait or failed.  Needs: tabs, side, pager;
messages.N.{subject,channel,recipient,tries,next_at,last_error,created_at,version,case_url,shown,retry_url}. ?>
<?cs call:heading(words.outbox.title) ?>
<?cs call:tabs(tabs) ?>
<p><?cs var:words.outbox_help[side] ?></p>
<?cs if:messages.0.subject ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.outbox[side] ?></caption>
<thead><tr><th scope="col"><?cs var:words.outbox.message ?></th><th scope="col"><?cs var:words.outbox.channel ?></th><th scope="col"><?cs var:words.outbox.created_at ?></th><th scope="col"><?cs var:words.outbox.tries ?></th><?cs if:side == "failed" ?><th scope="col"><?cs var:words.outbox.again ?></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:one = messages ?><tr>
<th scope="row"><?cs call:data(one.subject) ?><br><a class="govuk-link ym-number ym-small" href="<?cs var:url_validate(one.case_url) ?>"><?cs var:one.shown ?></a></th>
<td data-label="<?cs var:words.outbox.channel ?>"><?cs var:words.channel_sent[one.channel] ?><br><span class="ym-number ym-small"><?cs var:one.recipient ?></span></td>
<td data-label="<?cs var:words.outbox.created_at ?>"><span class="ym-nowrap"><?cs var:one.created_at.text ?></span></td>
<td data-label="<?cs var:words.outbox.tries ?>"><?cs var:one.tries ?><?cs if:one.last_error ?><br><span class="ym-small" lang="en"><?cs var:one.last_error ?></span><?cs /if ?></td>
<?cs if:side == "failed" ?><td data-label="<?cs var:words.outbox.again ?>"><?cs if:one.retry_url ?><form method="post" action="<?cs var:url_validate(one.retry_url) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:one.version ?>"><button type="submit" class="ym-link-button"><?cs var:words.action.send_again ?><span class="govuk-visually-hidden"<?cs call:lang_of(one.subject) ?>> <?cs var:one.subject ?></span></button></form><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td><?cs /if ?>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("messages") ?><?cs /if ?>
