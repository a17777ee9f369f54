<?cs # A new division.  Needs: choices.area_parent. ?>
<?cs call:heading_lead(words.admin.area_new, words.admin.area_new_lead) ?>
<form method="post" action="/admin/areas/new" novalidate><?cs call:form_token() ?>
<?cs call:field_input("area_code", "text", "numeric", "off", "govuk-input--width-10 ym-number") ?>
<?cs call:field_select("area_parent") ?>
<?cs call:field_text("admin_name") ?><?cs call:field_text("admin_name_en") ?>
<?cs call:field_reason() ?><?cs call:button("add") ?></form>
