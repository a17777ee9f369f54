<?cs # A new hall.  Needs: choices.admin_area. ?>
<?cs call:heading_lead(words.admin.centre_new, words.admin.centre_new_lead) ?>
<form method="post" action="/admin/centres/new" novalidate><?cs call:form_token() ?>
<?cs call:field_input("centre_code", "text", "", "off", "govuk-input--width-10") ?><?cs call:centre_fields() ?><?cs call:button("add") ?></form>
