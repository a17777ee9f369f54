<?cs # What the checks of publishing say of a version.  Needs: version; verdict; findings.N.{check,severity,element,position,url}; may.write. ?>
<?cs call:heading_lead(words.publish.checks, version.title) ?>
<?cs if:findings.0.check ?>
<p><?cs if:verdict.stops != "0" ?><?cs call:icon("over") ?> <?cs var:words.publish.stops ?> <strong><?cs var:verdict.stops ?></strong> <?cs /if ?><?cs if:verdict.warnings != "0" ?><?cs call:icon("warning") ?> <?cs var:words.publish.warnings ?> <strong><?cs var:verdict.warnings ?></strong><?cs /if ?></p>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.publish.checks ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.finding ?></th><th scope="col"><?cs var:words.publish.where ?></th><th scope="col"><?cs var:words.publish.severity ?></th><?cs if:may.write ?><th scope="col"><?cs var:words.publish.mend ?></th><?cs /if ?></tr></thead>
<tbody><?cs each:one = findings ?><tr>
<th scope="row"><?cs var:words.check[one.check] ?></th>
<td data-label="<?cs var:words.publish.where ?>"><?cs var:words.sheet[one.element] ?><?cs if:one.position ?> <?cs var:one.position ?><?cs /if ?></td>
<td data-label="<?cs var:words.publish.severity ?>"><?cs if:one.severity == "stop" ?><?cs call:icon("over") ?><?cs else ?><?cs call:icon("warning") ?><?cs /if ?> <?cs var:words.severity[one.severity] ?></td>
<?cs if:may.write ?><td data-label="<?cs var:words.publish.mend ?>"><a href="<?cs var:url_validate(one.url) ?>"><?cs var:words.action.edit ?><span class="govuk-visually-hidden"> <?cs var:words.check[one.check] ?></span></a></td><?cs /if ?>
</tr><?cs /each ?></tbody></table>
<?cs else ?><?cs call:notice("good", words.publish.all_right) ?><?cs /if ?>
<p><a href="<?cs var:url_validate(version.url) ?>"><?cs var:words.action.back ?></a></p>
