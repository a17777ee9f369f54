<?cs # Setting back to what is usual, sent back.  Needs: setting.{label,url,value,usual,version}, form. ?>
<?cs call:heading_lead(setting.label, words.admin.reset_lead) ?>
<form method="post" action="<?cs var:url_validate(setting.url) ?>/reset" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:setting.version ?>"><?cs call:field_reason() ?><?cs call:button_plain("reset") ?></form>
<p><a href="<?cs var:url_validate(setting.url) ?>"><?cs var:words.admin.back ?></a></p>
