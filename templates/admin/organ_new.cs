<?cs # A new organ.  Needs: choices.{admin_area,organ_nature}. ?>
<?cs call:heading_lead(words.admin.organ_new, words.admin.organ_new_lead) ?>
<form method="post" action="/admin/organs/new" novalidate><?cs call:form_token() ?>
<?cs call:field_credit("organ_code") ?><?cs call:organ_fields() ?><?cs call:button("add") ?></form>
