<?cs # Cards as supervisors and organs see them.
  card_colour({card})              card.{colour,colour_level}: yellow, red, or only told
  card_state(state)                words.watch_state[state], as a tag
  cards_table({cards}, organs)     cards.N of card_row_into, each with url; organs: with the organ's column
  card_facts({card})               one card of card_into: what was found, by what, who answers
?>
<?cs def:card_colour(card) ?><?cs if:card.colour_level ?><strong class="ym-due ym-due--<?cs var:card.colour_level ?>"><?cs call:icon(card.colour_level) ?><?cs var:words.watch_colour[card.colour] ?></strong><?cs else ?><strong class="ym-due ym-due--normal"><?cs call:icon("info") ?><?cs var:words.watch_colour.none ?></strong><?cs /if ?><?cs /def ?>

<?cs def:card_state(state) ?><strong class="ym-state ym-state--<?cs if:state == "open" || state == "upheld" ?>reviewing<?cs elif:state == "replied" || state == "appealed" ?>submitted<?cs elif:state == "withdrawn" ?>withdrawn<?cs else ?>closed<?cs /if ?>"><?cs var:words.watch_state[state] ?></strong><?cs /def ?>

<?cs def:card_line(card, organs) ?><tr>
<th scope="row"><a href="<?cs var:url_validate(card.url) ?>"><span class="ym-number"><?cs var:card.rule_number ?></span> <?cs var:card.rule_text ?></a><?cs if:card.mine == "1" ?><br><span class="ym-small"><?cs var:words.supervised.mine ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.watch.colour ?>"><?cs call:card_colour(card) ?></td>
<?cs if:organs ?><td data-label="<?cs var:words.watch.organ ?>"<?cs call:lang_of(card.organ_text) ?>><?cs var:card.organ_text ?></td><?cs /if ?>
<td data-label="<?cs var:words.watch.about ?>"><?cs if:card.title ?><span<?cs call:lang_of(card.title) ?>><?cs var:card.title ?></span><?cs if:card.shown ?><br><span class="ym-number ym-small"><?cs var:card.shown ?></span><?cs /if ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.given_on ?>"><span class="ym-nowrap"><?cs var:card.given_on.text ?></span></td>
<td data-label="<?cs var:words.label.state ?>"><?cs call:card_state(card.state) ?><?cs if:card.reply_due.level ?> <?cs call:due_tag(card.reply_due) ?><?cs /if ?></td>
</tr>
<?cs /def ?>

<?cs def:cards_table(cards, organs) ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.findings ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.rule ?></th><th scope="col"><?cs var:words.watch.colour ?></th><?cs if:organs ?><th scope="col"><?cs var:words.watch.organ ?></th><?cs /if ?><th scope="col"><?cs var:words.watch.about ?></th><th scope="col"><?cs var:words.label.given_on ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:card = cards ?><?cs call:card_line(card, organs) ?><?cs /each ?></tbody>
</table>
<?cs /def ?>

<?cs def:card_facts(card) ?>
<section class="ym-panel" aria-labelledby="found">
<h2 class="ym-panel__title" id="found"><?cs var:words.watch.evidence ?></h2>
<p<?cs call:data_lang() ?>><?cs var:card.evidence_text ?></p>
<dl class="govuk-summary-list">
<?cs call:summary_row("article", card.article) ?>
<?cs call:summary_row("remedy", card.remedy) ?>
<?cs call:summary_row("answerer", card.answerer) ?>
<?cs call:summary_row("responsible", card.account_name) ?>
<?cs call:summary_row("given_on", card.given_on.text) ?>
<?cs if:card.reply_by_on.text ?><?cs call:summary_row("reply_by_on", card.reply_by_on.text) ?><?cs /if ?>
<?cs if:card.appeal_by_on.text ?><?cs call:summary_row("appeal_by_on", card.appeal_by_on.text) ?><?cs /if ?>
</dl>
</section>
<?cs /def ?>

<?cs def:watch_history(events) ?>
<section class="ym-panel" aria-labelledby="history">
<h2 class="ym-panel__title" id="history"><?cs var:words.watch.history ?></h2>
<?cs if:events.0.title ?><?cs call:timeline(events) ?><?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
</section>
<?cs /def ?>
