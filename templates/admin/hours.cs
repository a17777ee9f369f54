<?cs # When a hall gives numbers.  Needs: thing.{url,name,version}, form.hours_1 … hours_7, history. ?>
<?cs call:heading_lead(words.admin.hours, words.admin.hours_lead) ?>
<p<?cs call:data_lang() ?>><strong><?cs var:thing.name ?></strong></p>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:admin_version() ?>
<?cs call:field_input("hours_1", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_2", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_3", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_4", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_5", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_6", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("hours_7", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_reason() ?><?cs call:button("save") ?></form>
<?cs call:admin_history(thing.url) ?>
