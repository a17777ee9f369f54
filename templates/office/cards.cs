<?cs # Cards of the organ.  Needs: tabs, side, cards, pager. ?>
<?cs call:heading_lead(words.supervised.title, words.supervised.lead) ?>
<?cs call:tabs(tabs) ?>
<p><?cs var:words.supervised_help[side] ?></p>
<?cs if:cards.0.rule ?><?cs call:cards_table(cards, "") ?><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("cards") ?><?cs /if ?>
