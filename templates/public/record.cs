<?cs # The record's heads: what they are, the latest, those of the days, and one from a paper looked up.
Needs: form.head, check.{kind,text}, latest.{head,at}, heads.N.{day_on,head}, pager ?>
<?cs call:heading_lead(words.title.public_record, words.open_record.lead) ?>
<?cs if:check.text ?><div role="status"><?cs call:notice(check.kind, check.text) ?></div><?cs /if ?>
<section class="ym-panel" aria-labelledby="r-latest"><h2 class="ym-panel__title" id="r-latest"><?cs var:words.open_record.latest ?></h2>
<?cs if:latest.head ?><p class="ym-number"><?cs var:latest.head ?></p><p class="ym-small"><?cs var:words.open_record.sealed ?><?cs var:words.frame.colon ?><?cs var:latest.at.text ?></p><?cs else ?><p><?cs var:words.open_record.nothing ?></p><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="r-check"><h2 class="ym-panel__title" id="r-check"><?cs var:words.open_record.check ?></h2>
<form method="get" action="/open/record" novalidate>
<?cs call:field_input("head", "text", "", "off", "ym-number") ?>
<?cs call:button("check_head") ?>
</form></section>
<section class="ym-panel" aria-labelledby="r-what"><h2 class="ym-panel__title" id="r-what"><?cs var:words.open_record.what ?></h2>
<div class="ym-prose"><?cs each:paragraph = words.about_record ?><p><?cs var:paragraph ?></p><?cs /each ?></div></section>
<section class="ym-panel" aria-labelledby="r-how"><h2 class="ym-panel__title" id="r-how"><?cs var:words.open_record.how ?></h2>
<ul class="ym-bullets"><?cs each:step = words.record_how ?><li><?cs var:step ?></li><?cs /each ?></ul></section>
<section class="ym-panel" aria-labelledby="r-days"><h2 class="ym-panel__title" id="r-days"><?cs var:words.open_record.days ?></h2>
<p><a class="govuk-link" href="/open/record/heads.txt"><?cs var:words.open_record.file ?></a></p>
<?cs if:heads.0.head ?><table class="ym-table"><thead><tr><th scope="col"><?cs var:words.open_record.day ?></th><th scope="col"><?cs var:words.open_record.head ?></th></tr></thead><tbody>
<?cs each:one = heads ?><tr><td class="ym-nowrap" data-label="<?cs var:words.open_record.day ?>"><?cs call:day_iso(one.day_on, one.day_on.text) ?></td><td class="ym-number" data-label="<?cs var:words.open_record.head ?>"><?cs var:one.head ?></td></tr>
<?cs /each ?></tbody></table>
<?cs call:pager(pager) ?><?cs else ?><p><?cs var:words.open_record.no_days ?></p><?cs /if ?></section>
