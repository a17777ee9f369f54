<?cs # One setting.  Needs: setting.{name,label,url,kind,limits,usual,value,set,version}, form.setting_value, choices.setting_value, history. ?>
<?cs call:heading(setting.label) ?>
<dl class="ym-facts"><div class="ym-facts__item"><dt><?cs var:words.admin.setting_name ?></dt><dd class="ym-number"><?cs var:setting.name ?></dd></div><div class="ym-facts__item"><dt><?cs var:words.admin.value ?></dt><dd><?cs if:setting.value ?><span class="ym-value"<?cs call:data_lang() ?>><?cs var:setting.value ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div><div class="ym-facts__item"><dt><?cs var:words.admin.usual_value ?></dt><dd><?cs if:setting.usual ?><?cs var:setting.usual ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div><div class="ym-facts__item"><dt><?cs var:words.admin.limits ?></dt><dd><?cs var:setting.limits ?></dd></div></dl>
<p class="ym-small"><?cs var:words.admin.soon ?></p>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(setting.url) ?>" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:setting.version ?>">
<?cs if:setting.kind == "choice" ?><?cs call:field_choice("setting_value") ?><?cs elif:setting.kind == "number" ?><?cs call:field_number("setting_value") ?><?cs else ?><?cs call:field_text("setting_value") ?><?cs /if ?>
<?cs call:field_reason() ?><?cs call:button("save") ?></form>
<?cs if:setting.set ?><section class="ym-panel ym-no-print" aria-labelledby="s-reset"><h2 class="ym-panel__title" id="s-reset"><?cs var:words.admin.reset ?></h2><p><?cs var:words.admin.reset_lead ?></p>
<form method="post" action="<?cs var:url_validate(setting.url) ?>/reset" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:setting.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="s-reason"><?cs var:words.field.admin_reason ?></label><textarea class="govuk-textarea" id="s-reason" name="admin_reason" rows="2"></textarea></div>
<?cs call:button_plain("reset") ?></form></section><?cs /if ?>
<?cs call:admin_history(setting.url) ?>
