<?cs # What the rules found.  Needs: form.{from_on,until_on,find}; choices.{rule,organ,colour,state}; sorts; cards; pager; csv_url, xlsx_url. ?>
<?cs call:heading(words.watch.findings) ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/findings">
<?cs call:field_input("find", "search", "", "off", "") ?>
<?cs call:field_select("rule") ?>
<?cs call:field_select("organ") ?>
<?cs call:field_select("colour") ?>
<?cs call:field_select("state") ?>
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:cards.0.rule ?>
<?cs call:sort(sorts) ?>
<?cs call:cards_table(cards, "1") ?>
<?cs call:pager(pager) ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
<?cs else ?><?cs call:empty_state("findings") ?><?cs /if ?>
