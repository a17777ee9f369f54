<?cs # Work orders.  Needs: choices.{state,class}; orders.N.{url,number,class,title,names,due_on,state,late,level,replied,parties}; pager; may_act; csv_url, xlsx_url. ?>
<?cs call:heading_lead(words.watch.orders, words.watch.orders_lead) ?>
<?cs if:may_act ?><p class="ym-no-print"><?cs call:link_button("order_new", "/watch/orders/new") ?></p><?cs /if ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/orders">
<?cs call:field_select("state") ?>
<?cs call:field_select("class") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:orders.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.orders ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.order ?></th><th scope="col"><?cs var:words.watch.class ?></th><th scope="col"><?cs var:words.watch.parties ?></th><th scope="col"><?cs var:words.label.due ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:order = orders ?><tr>
<th scope="row"><a href="<?cs var:url_validate(order.url) ?>"<?cs call:lang_of(order.title) ?>><?cs var:order.title ?></a><br><span class="ym-number ym-small"<?cs call:lang_of(order.number) ?>><?cs var:order.number ?></span></th>
<td data-label="<?cs var:words.watch.class ?>"><?cs var:words.order_class[order.class] ?></td>
<td data-label="<?cs var:words.watch.parties ?>"><?cs call:data(order.names) ?><br><span class="ym-small"><?cs var:words.party_state.replied ?> <?cs var:order.replied ?> / <?cs var:order.parties ?></span></td>
<td data-label="<?cs var:words.label.due ?>"><span class="ym-nowrap"><?cs var:order.due_on.text ?></span></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.order_state[order.state] ?><?cs if:order.state == "open" && order.late != "0" ?> <strong class="ym-due ym-due--over"><?cs call:icon("over") ?><?cs var:words.due.over ?></strong><?cs /if ?><?cs if:order.level != "0" ?> <span class="ym-small"><?cs var:words.order_level[order.level] ?></span><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
<?cs else ?><?cs call:empty_state("orders") ?><?cs /if ?>
