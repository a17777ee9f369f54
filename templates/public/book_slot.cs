<?cs # Who comes, for the slot that was chosen.  Needs: asked.{fine,centre,kind,day,slot,time,weekday,window,officer,change},
centre.name, chosen.N, others_url, own; form fields. ?>
<?cs include!"public/pick.cs" ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.book.who) ?>
<?cs if:asked.fine ?>
<dl class="ym-facts ym-facts--plain">
<?cs if:asked.kind == "window" ?><?cs call:fact("place", centre.name) ?><?cs /if ?>
<?cs call:fact("booking_on", asked.day.text) ?>
<?cs call:fact("booking_at", asked.time) ?>
<?cs call:fact("window", asked.window) ?>
<?cs call:fact_data("officer", asked.officer) ?>
</dl>
<?cs call:chosen_list() ?>
<p><a class="govuk-link" href="<?cs var:url_validate(others_url) ?>"><?cs var:words.book.other_slot ?></a></p>
<?cs if:asked.change ?>
<form method="post" action="/bookings/<?cs var:url_escape(asked.change) ?>/change"><?cs call:form_token() ?>
<input type="hidden" name="day" value="<?cs var:asked.day ?>"><input type="hidden" name="slot" value="<?cs var:asked.slot ?>">
<?cs call:button("booking_change") ?></form>
<?cs else ?>
<form method="post" action="/book/slot" novalidate><?cs call:form_token() ?><?cs call:carried() ?>
<input type="hidden" name="kind" value="<?cs var:asked.kind ?>"><input type="hidden" name="day" value="<?cs var:asked.day ?>"><input type="hidden" name="slot" value="<?cs var:asked.slot ?>">
<?cs call:field_input("booking_name", "text", "", "name", "govuk-input--width-20") ?>
<?cs call:field_phone("booking_phone") ?>
<?cs if:asked.kind == "visit" ?><?cs call:field_text("visit_address") ?><?cs call:field_text("visit_reason") ?><?cs /if ?>
<?cs if:!own ?><p class="ym-small"><?cs var:words.book.no_account ?> <a class="govuk-link" href="/sign-in"><?cs var:words.action.sign_in ?></a></p><?cs /if ?>
<?cs call:button("book_confirm") ?>
</form>
<p class="ym-small"><?cs var:words.book.rules ?></p>
<?cs /if ?>
<?cs else ?><p><a class="govuk-button" href="<?cs var:url_validate(others_url) ?>"><?cs var:words.book.other_slot ?></a></p><?cs /if ?>
</div>
