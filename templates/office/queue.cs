<?cs # The calling desk.  Needs: seat.{centre_name,window_number,window_name}, choices.seat; current.{number,state,calls,url,
version,booking_number,booking_name,taken_at,started_at}, current.items.N.{title,opened,url,case_url}, choices.to_window; waiting.N
and served.N {number,items,taken_at,priority,state,after_hours}; counts.{waiting,done,late,wait_minutes}; may_call. ?>
<?cs def:ticket_act(act, name) ?><form method="post" action="<?cs var:url_validate(current.url) ?>/<?cs var:url_escape(name) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:current.version ?>"><?cs call:button_plain(act) ?></form><?cs /def ?>
<div<?cs if:page.refresh ?> data-refresh="<?cs var:page.refresh ?>"<?cs /if ?>>
<?cs call:heading_lead(words.desk_queue.title, words.desk_queue.lead) ?>
<?cs if:seat.window_number ?>
<ul class="ym-stats"><?cs call:stat(seat.window_number, words.desk_queue.seat) ?><?cs call:stat(counts.waiting, words.desk_queue.waiting) ?><?cs call:stat(counts.done, words.desk_queue.done) ?><?cs call:stat(counts.late, words.desk_queue.late) ?><?cs call:stat(counts.wait_minutes, words.desk_queue.wait_minutes) ?></ul>
<section class="ym-panel ym-panel--tint" aria-labelledby="q-current"><h2 class="ym-panel__title" id="q-current"><?cs var:words.desk_queue.current ?></h2>
<?cs if:current.id ?>
<p class="ym-ticket__number"><?cs var:current.number ?></p>
<p><?cs var:words.ticket_state[current.state] ?> <?cs var:words.office.dot ?> <?cs var:words.desk_queue.calls ?> <?cs var:current.calls ?><?cs if:current.booking_number ?> <?cs var:words.office.dot ?> <?cs var:words.desk_queue.booking ?> <span class="ym-number"><?cs var:current.booking_number ?></span> <?cs call:data(current.booking_name) ?><?cs /if ?></p>
<h3 class="ym-h4"><?cs var:words.desk_queue.items ?></h3>
<ul class="ym-rows"><?cs each:item = current.items ?><li class="ym-rows__item"><?cs call:data(item.title) ?><?cs if:item.opened ?> <?cs var:words.office.dot ?> <?cs if:item.case_url ?><a href="<?cs var:url_validate(item.case_url) ?>"><?cs var:words.desk_queue.intake_done ?><span class="govuk-visually-hidden"<?cs call:lang_of(item.title) ?>> <?cs var:item.title ?></span></a><?cs else ?><a href="<?cs var:url_validate(item.url) ?>"><?cs var:words.desk_queue.intake ?><span class="govuk-visually-hidden"<?cs call:lang_of(item.title) ?>> <?cs var:item.title ?></span></a><?cs /if ?> <strong class="ym-task ym-task--started"><?cs var:words.desk_queue.opened ?></strong><?cs /if ?></li><?cs /each ?></ul>
<div class="ym-buttons">
<?cs if:current.state == "called" ?><form method="post" action="<?cs var:url_validate(current.url) ?>/start"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:current.version ?>"><?cs call:button("start") ?></form>
<?cs call:ticket_act("call_again", "recall") ?><?cs call:ticket_act("miss", "miss") ?>
<?cs else ?><form method="post" action="<?cs var:url_validate(current.url) ?>/finish"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:current.version ?>"><?cs call:button("finish") ?></form><?cs /if ?>
</div>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.action.pass ?></span></summary>
<form method="post" action="<?cs var:url_validate(current.url) ?>/pass"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:current.version ?>"><?cs call:field_select("to_window") ?><?cs call:field_text("pass_reason") ?><?cs call:button_plain("pass") ?></form></details>
<?cs elif:may_call ?><form method="post" action="/office/queue/call"><?cs call:form_token() ?><?cs call:button("call_next") ?></form><?cs /if ?>
</section>
<section class="ym-panel" aria-labelledby="q-waiting"><h2 class="ym-panel__title" id="q-waiting"><?cs var:words.desk_queue.waiting ?></h2>
<?cs if:waiting.0.id ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.desk_queue.waiting ?></caption>
<thead><tr><th scope="col"><?cs var:words.queue.number ?></th><th scope="col"><?cs var:words.book.items ?></th><th scope="col"><?cs var:words.queue.taken ?></th></tr></thead>
<tbody><?cs each:ticket = waiting ?><tr><th scope="row"><?cs var:ticket.number ?><?cs if:ticket.priority == "1" ?> <span class="ym-tag"><?cs var:words.desk_queue.booking ?></span><?cs /if ?></th><td data-label="<?cs var:words.book.items ?>"<?cs call:lang_of(ticket.items) ?>><?cs var:ticket.items ?></td><td data-label="<?cs var:words.queue.taken ?>"><?cs var:ticket.taken_at.clock ?></td></tr>
<?cs /each ?></tbody></table><?cs else ?><p class="ym-none"><?cs var:words.desk_queue.none_waiting ?></p><?cs /if ?></section>
<?cs else ?><?cs call:notice("info", words.desk_queue.seat_none) ?><?cs /if ?>
<?cs if:served.0.number ?><section class="ym-panel" aria-labelledby="q-served"><h2 class="ym-panel__title" id="q-served"><?cs var:words.desk_queue.served ?></h2>
<table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.desk_queue.served ?></caption>
<thead><tr><th scope="col"><?cs var:words.queue.number ?></th><th scope="col"><?cs var:words.book.items ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody><?cs each:ticket = served ?><tr><th scope="row"><?cs var:ticket.number ?></th><td data-label="<?cs var:words.book.items ?>"<?cs call:lang_of(ticket.items) ?>><?cs var:ticket.items ?></td><td data-label="<?cs var:words.label.state ?>"><?cs var:words.ticket_state[ticket.state] ?> <?cs var:ticket.ended_at.clock ?><?cs if:ticket.after_hours == "1" ?> <span class="ym-tag"><?cs var:words.desk_queue.late ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody></table></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="q-seat"><h2 class="ym-panel__title" id="q-seat"><?cs var:words.desk_queue.seat ?></h2>
<form method="post" action="/office/queue/seat"><?cs call:form_token() ?><?cs call:field_select("seat") ?><?cs call:button_plain("seat_set") ?></form></section>
</div>
