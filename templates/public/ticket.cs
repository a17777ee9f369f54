<?cs # A queue number, on the phone or printed.  Needs: ticket.{number,state,centre_name,centre_address,windows,window_number,
ahead,taken_at,priority,url}, items.N.{title,url}, page.qr_url, print_url. ?>
<div class="ym-ticket"<?cs if:page.refresh ?> data-refresh="<?cs var:page.refresh ?>"<?cs /if ?>>
<h1 class="ym-ticket__head"><span class="ym-ticket__label"><?cs var:words.queue.number ?></span> <span class="ym-ticket__number"><?cs var:ticket.number ?></span></h1>
<p><?cs var:ticket.centre_name ?></p>
<?cs if:ticket.state == "waiting" ?><p class="ym-ticket__state" role="status"><?cs var:words.queue.ahead ?> <strong><?cs var:ticket.ahead ?></strong></p>
<p><?cs var:words.queue.windows ?> <strong><?cs var:ticket.windows ?></strong></p>
<?cs elif:ticket.state == "called" ?><p class="ym-ticket__state ym-ticket__state--called" role="status"><?cs var:words.queue.go_to ?> <strong><?cs var:ticket.window_number ?></strong></p>
<?cs else ?><p class="ym-ticket__state" role="status"><?cs var:words.ticket_state[ticket.state] ?></p><?cs /if ?>
<?cs if:ticket.priority == "1" && ticket.state == "waiting" ?><p><?cs var:words.queue.priority ?></p><?cs /if ?>
<h2 class="ym-h4"><?cs var:words.book.items ?></h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:item = items ?><li><?cs if:page.print ?><?cs var:item.title ?><?cs else ?><a class="govuk-link" href="<?cs var:url_validate(item.url) ?>"><?cs var:item.title ?></a><?cs /if ?></li><?cs /each ?></ul>
<p class="ym-small"><?cs var:words.queue.taken ?> <?cs var:ticket.taken_at.text ?></p>
<?cs call:qr(page.qr_url, words.queue.qr) ?>
<?cs if:!page.print ?><p><a class="govuk-button" href="<?cs var:url_validate(print_url) ?>"><?cs call:icon("print") ?> <?cs var:words.action.print ?></a></p>
<?cs if:ticket.state == "waiting" ?><form method="post" action="<?cs var:url_validate(ticket.url) ?>/leave"><?cs call:form_token() ?><?cs call:button_plain("give_up") ?></form><?cs /if ?>
<p class="ym-small"><?cs var:words.queue.rules ?></p><?cs /if ?>
</div>
