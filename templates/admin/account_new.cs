<?cs # A new account; after it, the code, once.  Needs: choices.{account_organ,account_roles}; code.{text,name,kind,until} when one was given. ?>
<?cs call:heading_lead(words.guard.new_account, words.guard.new_lead) ?>
<?cs if:code.text ?><?cs call:staff_code(code) ?><p><a href="/admin/accounts"><?cs var:words.guard_nav.accounts ?></a></p>
<?cs else ?><form method="post" action="/admin/accounts/new" novalidate>
<?cs call:form_token() ?>
<?cs call:field_input("account_login", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_input("account_name", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_select("account_organ") ?>
<?cs call:field_many("account_roles") ?>
<?cs call:field_day("expires_on") ?>
<?cs call:field_text("admin_reason") ?>
<?cs call:button("account_open") ?>
</form><?cs /if ?>
