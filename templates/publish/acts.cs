<?cs # The log of acts.  Needs: acts.N.{at,act,subject,reason,name}, pager. ?>
<?cs call:heading(words.publish.acts) ?>
<?cs if:acts.0.act ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.publish.acts ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.act_at ?></th><th scope="col"><?cs var:words.publish.act_who ?></th><th scope="col"><?cs var:words.publish.act_what ?></th><th scope="col"><?cs var:words.publish.act_subject ?></th><th scope="col"><?cs var:words.publish.act_reason ?></th></tr></thead>
<tbody>
<?cs each:one = acts ?><tr>
<th scope="row"><span class="ym-nowrap"><?cs var:one.at.text ?></span></th>
<td data-label="<?cs var:words.publish.act_who ?>"><?cs if:one.name ?><?cs call:data(one.name) ?><?cs else ?><?cs var:words.role.clock ?><?cs /if ?></td>
<td data-label="<?cs var:words.publish.act_what ?>"><?cs var:words.act[one.act] ?></td>
<td data-label="<?cs var:words.publish.act_subject ?>"><span class="ym-number"><?cs var:one.subject ?></span></td>
<td data-label="<?cs var:words.publish.act_reason ?>"><?cs if:one.reason ?><?cs call:data(one.reason) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
</tr><?cs /each ?>
</tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
