<?cs # The desk of supervision.  Needs: form.{from_on,until_on}; waits.{appeals,replies,late,orders,letters};
all, rules.N, organs.N: {number,label,url,red,red_url,yellow,yellow_url,none,none_url,open,withdrawn,withdrawn_url}. ?>
<?cs def:tally_cell(label, number, url) ?><td data-label="<?cs var:label ?>"><?cs if:url ?><a href="<?cs var:url_validate(url) ?>"><?cs var:number ?></a><?cs else ?><?cs var:number ?><?cs /if ?></td><?cs /def ?>
<?cs def:tally_heads(first) ?><thead><tr><th scope="col"><?cs var:first ?></th><th scope="col"><?cs var:words.watch_colour.red ?></th><th scope="col"><?cs var:words.watch_colour.yellow ?></th><th scope="col"><?cs var:words.watch_colour.none ?></th><th scope="col"><?cs var:words.watch.not_ended ?></th><th scope="col"><?cs var:words.watch_state.withdrawn ?></th></tr></thead><?cs /def ?>
<?cs def:tally_row(line) ?><tr><th scope="row"><a href="<?cs var:url_validate(line.url) ?>"><?cs if:line.number ?><span class="ym-number"><?cs var:line.number ?></span> <?cs /if ?><?cs var:line.label ?></a></th><?cs call:tally_cell(words.watch_colour.red, line.red, line.red_url) ?><?cs call:tally_cell(words.watch_colour.yellow, line.yellow, line.yellow_url) ?><?cs call:tally_cell(words.watch_colour.none, line.none, line.none_url) ?><td data-label="<?cs var:words.watch.not_ended ?>"><?cs var:line.open ?></td><?cs call:tally_cell(words.watch_state.withdrawn, line.withdrawn, line.withdrawn_url) ?></tr>
<?cs /def ?>
<?cs call:heading_lead(words.watch.desk, words.watch.desk_lead) ?>
<ul class="ym-stats">
<?cs call:stat_link(waits.appeals, words.watch.waits_appeals, "/watch/findings?state=appealed") ?>
<?cs call:stat_link(waits.replies, words.watch.waits_replies, "/watch/findings?state=replied") ?>
<?cs call:stat_link(waits.late, words.watch.waits_late, "/watch/findings?sort=due") ?>
<?cs call:stat_link(waits.orders, words.watch.waits_orders, "/watch/orders?state=open") ?>
<?cs call:stat_link(waits.letters, words.watch.waits_letters, "/watch/letters?state=sent") ?>
</ul>
<form class="ym-filters ym-no-print" method="get" action="/watch/">
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:rules.0.label ?>
<h2 class="ym-h2"><?cs var:words.watch.by_rule ?></h2>
<table class="ym-table ym-table--numbers">
<caption class="govuk-visually-hidden"><?cs var:words.watch.by_rule ?></caption>
<?cs call:tally_heads(words.watch.rule) ?>
<tbody>
<?cs each:line = rules ?><?cs call:tally_row(line) ?><?cs /each ?></tbody>
</table>
<p><a href="/watch/rules"><?cs var:words.watch.rules ?></a></p>
<h2 class="ym-h2"><?cs var:words.watch.by_organ ?></h2>
<table class="ym-table ym-table--numbers">
<caption class="govuk-visually-hidden"><?cs var:words.watch.by_organ ?></caption>
<?cs call:tally_heads(words.watch.organ) ?>
<tbody>
<?cs each:line = organs ?><?cs call:tally_row(line) ?><?cs /each ?></tbody>
</table>
<p class="ym-small"><?cs var:words.watch.withdrawn_help ?></p>
<?cs else ?><?cs call:empty_state("findings") ?><p><a href="/watch/rules"><?cs var:words.watch.rules ?></a></p><?cs /if ?>
