<?cs # Work orders given to the organ.  Needs: tabs; orders.N.{url,number,class,title,party_state,state,due,level}. ?>
<?cs call:heading_lead(words.supervised.title, words.supervised.lead) ?>
<?cs call:tabs(tabs) ?>
<?cs if:orders.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.orders ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.order ?></th><th scope="col"><?cs var:words.watch.class ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:order = orders ?><tr><th scope="row"><a href="<?cs var:url_validate(order.url) ?>"<?cs call:lang_of(order.title) ?>><?cs var:order.title ?></a><br><span class="ym-number ym-small"<?cs call:lang_of(order.number) ?>><?cs var:order.number ?></span></th><td data-label="<?cs var:words.watch.class ?>"><?cs var:words.order_class[order.class] ?></td><td data-label="<?cs var:words.label.due ?>"><?cs if:order.due.level ?><?cs call:due_tag(order.due) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td><td data-label="<?cs var:words.label.state ?>"><?cs if:order.state == "open" ?><?cs var:words.party_state[order.party_state] ?><?cs if:order.level != "0" ?> <span class="ym-small"><?cs var:words.order_level[order.level] ?></span><?cs /if ?><?cs else ?><?cs var:words.order_state[order.state] ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("orders") ?><?cs /if ?>
