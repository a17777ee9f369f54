<?cs # An appointment that was made.  Needs: booking.{number,state,kind,day_on,weekday,time,centre_name,centre_address,
centre_phone,window_number,officer_name,organ_name,name,address,visit_reason,url,change_url,ticket_url,may_change,may_arrive},
items.N.{title,url}, events (timeline). ?>
<?cs call:heading_lead(words.book.made, words.booking_state[booking.state]) ?>
<div class="ym-panel">
<p class="ym-big-number"><span class="ym-small"><?cs var:words.book.number ?></span> <span class="ym-number"><?cs var:booking.number ?></span></p>
<dl class="ym-facts ym-facts--plain">
<div class="ym-facts__item"><dt><?cs var:words.label.booking_on ?></dt><dd><?cs call:day_iso(booking.day_on, booking.day_on.text) ?> <?cs var:booking.weekday ?> <?cs var:booking.time ?></dd></div>
<?cs if:booking.kind == "visit" ?><?cs call:fact_data("visit_address", booking.address) ?><?cs call:fact_data("home_reason", booking.visit_reason) ?>
<?cs else ?><?cs call:fact("place", booking.centre_name) ?><?cs call:fact_data("address", booking.centre_address) ?><?cs call:fact("window", booking.window_number) ?><?cs /if ?>
<?cs if:booking.officer_name ?><?cs call:fact_data("officer", booking.officer_name) ?><?cs elif:booking.kind == "visit" ?><?cs call:fact("officer", words.book.officer_later) ?><?cs /if ?>
<?cs call:fact("organ", booking.organ_name) ?>
<?cs call:fact_phone("phone", booking.centre_phone) ?>
</dl>
<h2 class="ym-h4"><?cs var:words.book.items ?></h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:item = items ?><li><a class="govuk-link" href="<?cs var:url_validate(item.url) ?>"><?cs var:item.title ?></a></li><?cs /each ?></ul>
<?cs if:booking.ticket_url ?><p><a class="govuk-button" href="<?cs var:url_validate(booking.ticket_url) ?>"><?cs var:words.book.ticket ?></a></p><?cs /if ?>
<?cs if:booking.may_arrive ?><form method="post" action="<?cs var:url_validate(booking.url) ?>/arrive"><?cs call:form_token() ?><?cs call:button("arrive") ?></form><?cs /if ?>
<p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(booking.url) ?>/booking.ics"><?cs call:icon("calendar") ?> <?cs var:words.book.ics ?></a></p>
</div>
<?cs if:booking.may_change ?><section class="ym-panel ym-no-print" aria-labelledby="b-change"><h2 class="ym-panel__title" id="b-change"><?cs var:words.book.change_title ?></h2>
<p><?cs call:link_button_plain("booking_change", booking.change_url) ?></p>
<form method="post" action="<?cs var:url_validate(booking.url) ?>/cancel"><?cs call:form_token() ?><?cs call:field_text("cancel_reason") ?><?cs call:button_warn("booking_cancel") ?></form></section>
<?cs elif:booking.state == "booked" ?><?cs call:notice("info", words.book.too_late) ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="b-acts"><h2 class="ym-panel__title" id="b-acts"><?cs var:words.book.history ?></h2><?cs call:timeline(events) ?></section>
