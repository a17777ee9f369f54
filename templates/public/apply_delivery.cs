<?cs # How to reach the applicant, and how the outcome comes to them.  Needs: case, form.*, choices.delivery. ?>
<?cs call:heading_lead(words.apply.delivery, case.title) ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/delivery" novalidate>
<?cs call:form_token() ?>
<?cs call:field_name("contact_name") ?>
<?cs call:field_phone("contact_phone") ?>
<?cs call:field_choice("delivery") ?>
<?cs call:field_input("delivery_address", "text", "", "address-line1", "") ?>
<?cs call:button("save_next") ?>
</form>
