<?cs # An organ's appointments of a day.  Needs: form.{day,window}, choices.officer, shown_on, days.N.{text,weekday,count,url,
current}, bookings.N.{url,number,time,name,phone,kind,items,window_number,officer_name,address,state,centre_name}, may_plan. ?>
<?cs call:heading_lead(words.desk_booking.title, words.desk_booking.lead) ?>
<form class="ym-filters" method="get" action="/office/bookings">
<?cs call:field_day("day") ?><?cs call:field_select("officer") ?><?cs call:button_plain("show_day") ?>
</form>
<?cs if:may_plan ?><p><a class="govuk-link" href="/office/plans"><?cs var:words.desk_booking.plans ?></a></p><?cs /if ?>
<?cs if:days.0.url ?><nav aria-label="<?cs var:words.desk_booking.near_days ?>"><ul class="ym-day-strip"><?cs each:day = days ?><li><a class="ym-day-strip__day" href="<?cs var:url_validate(day.url) ?>"<?cs if:day.current ?> aria-current="true"<?cs /if ?>><span><?cs var:day.text ?></span> <span><?cs var:day.weekday ?></span> <span class="ym-small"><?cs var:day.count ?></span></a></li><?cs /each ?></ul></nav><?cs /if ?>
<h2 class="ym-h2"><?cs var:shown_on.text ?></h2>
<?cs if:bookings.0.id ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.desk_booking.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.booking_at ?></th><th scope="col"><?cs var:words.desk_booking.people ?></th><th scope="col"><?cs var:words.book.items ?></th><th scope="col"><?cs var:words.label.place ?></th><th scope="col"><?cs var:words.label.officer ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:booking = bookings ?><tr><th scope="row"><a href="<?cs var:url_validate(booking.url) ?>"><span class="ym-nowrap"><?cs var:booking.time ?></span></a><br><span class="ym-number ym-small"><?cs var:booking.number ?></span></th>
<td data-label="<?cs var:words.desk_booking.people ?>"<?cs call:lang_of(booking.name) ?>><?cs var:booking.name ?></td>
<td data-label="<?cs var:words.book.items ?>"<?cs call:lang_of(booking.items) ?>><?cs var:booking.items ?></td>
<td data-label="<?cs var:words.label.place ?>"><?cs if:booking.kind == "visit" ?><strong><?cs var:words.booking_kind.visit ?></strong> <?cs call:data(booking.address) ?><?cs else ?><?cs call:data(booking.centre_name) ?> <?cs var:booking.window_number ?><?cs /if ?></td>
<td data-label="<?cs var:words.label.officer ?>"><?cs if:booking.officer_name ?><?cs call:data(booking.officer_name) ?><?cs else ?><span class="ym-none"><?cs var:words.desk_booking.none_named ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.booking_state[booking.state] ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("bookings") ?><?cs /if ?>
