<?cs # Finding a booking again, without an account.  Needs: form.{booking_number,phone_last}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.book.find, words.book.find_lead) ?>
<form method="post" action="/book/find" novalidate><?cs call:form_token() ?>
<?cs call:field_input("booking_number", "text", "numeric", "off", "govuk-input--width-20 ym-number") ?>
<?cs call:field_input("phone_last", "text", "numeric", "off", "govuk-input--width-5 ym-number") ?>
<?cs call:button("find_booking") ?>
</form>
<p><a class="govuk-link" href="/my/bookings"><?cs var:words.book.mine ?></a></p>
</div>
