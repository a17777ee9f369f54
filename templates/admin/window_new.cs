<?cs # A new window of a hall.  Needs: thing.{url,name}, choices.{window_organ,window_letter}. ?>
<?cs call:heading_lead(words.admin.window_new, words.admin.window_new_lead) ?>
<p<?cs call:data_lang() ?>><strong><?cs var:thing.name ?></strong></p>
<form method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:form_token() ?>
<?cs call:field_input("window_number", "text", "", "off", "govuk-input--width-5") ?><?cs call:window_fields() ?><?cs call:button("add") ?></form>
