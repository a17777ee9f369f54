<?cs # My appointments.  Needs: bookings.N.{url,items,centre_name,day_on,time,state,officer_name,number,kind}. ?>
<?cs call:heading(words.book.mine) ?>
<p><?cs call:link_button("book", "/book") ?></p>
<?cs if:bookings.0.url ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.book.mine ?></caption>
<thead><tr><th scope="col"><?cs var:words.book.items ?></th><th scope="col"><?cs var:words.label.booking_on ?></th><th scope="col"><?cs var:words.label.place ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody><?cs each:booking = bookings ?><tr><th scope="row"><a class="govuk-link" href="<?cs var:url_validate(booking.url) ?>"><?cs var:booking.items ?></a><br><span class="ym-number ym-small"><?cs var:booking.number ?></span></th>
<td data-label="<?cs var:words.label.booking_on ?>"><span class="ym-nowrap"><?cs var:booking.day_on.text ?></span> <?cs var:booking.time ?></td>
<td data-label="<?cs var:words.label.place ?>"><?cs if:booking.kind == "visit" ?><?cs var:words.booking_kind.visit ?><?cs else ?><?cs var:booking.centre_name ?><?cs /if ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.booking_state[booking.state] ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("bookings") ?><?cs /if ?>
