<?cs # What a window serves, sent back.  Needs: thing.{url,number,name,version}, choices.service_kind, form. ?>
<h1 class="ym-h1"><span class="ym-number"><?cs var:thing.number ?></span> <span<?cs call:data_lang() ?>><?cs var:thing.name ?></span></h1>
<form method="post" action="<?cs var:url_validate(thing.url) ?>/services" novalidate><?cs call:admin_version() ?>
<?cs call:field_choice("service_kind") ?><?cs call:field_input("service_code", "text", "", "off", "govuk-input--width-20 ym-number") ?><?cs call:field_reason() ?>
<div class="ym-buttons"><?cs call:button("service_add") ?><button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:url_validate(thing.url) ?>/services/remove"><?cs var:words.action.service_remove ?></button></div></form>
<p><a href="<?cs var:url_validate(thing.url) ?>"><?cs var:words.admin.back ?></a></p>
