<?cs # What is asked to change one thing about an account.  Needs: account.{url,act,version,name,login,roles_text}; choices; code when one was given. ?>
<?cs call:heading_lead(words.guard_act[account.act], words.guard_act_lead[account.act]) ?>
<p><strong<?cs call:lang_of(account.name) ?>><?cs var:account.name ?></strong> <span class="ym-number"><?cs var:account.login ?></span> <?cs var:account.roles_text ?></p>
<?cs if:code.text ?><?cs call:staff_code(code) ?><p><a href="<?cs var:url_validate(account.url) ?>"><?cs var:words.guard.back ?></a></p>
<?cs else ?><form method="post" action="<?cs var:url_validate(account.url) ?>/<?cs var:url_escape(account.act) ?>" novalidate>
<?cs call:form_token() ?>
<input type="hidden" name="version" value="<?cs var:account.version ?>">
<?cs if:account.act == "place" ?><?cs call:field_input("account_name", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_select("account_organ") ?>
<?cs elif:account.act == "roles" ?><?cs call:field_many("account_roles") ?>
<?cs elif:account.act == "expiry" ?><?cs call:field_day("expires_on") ?><?cs /if ?>
<?cs call:field_text("admin_reason") ?>
<div class="ym-buttons"><?cs if:account.act == "disable" || account.act == "password" || account.act == "second" || account.act == "sessions" ?><?cs call:button_warn("guard_do") ?><?cs else ?><?cs call:button("guard_do") ?><?cs /if ?> <a href="<?cs var:url_validate(account.url) ?>"><?cs var:words.action.cancel ?></a></div>
</form><?cs /if ?>
