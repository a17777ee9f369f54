<?cs # The head extends the limit of the law.  Needs: case.{url,shown,version,applicant_name,title};
extend.{statutory_on,promised_on,help,joint}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.extend, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.extend.statutory_on ?></dt> <dd><?cs var:extend.statutory_on.text ?></dd></div>
<?cs if:extend.promised_on.text ?><div><dt><?cs var:words.extend.promised_on ?></dt> <dd><?cs var:extend.promised_on.text ?></dd></div><?cs /if ?>
</dl>
<?cs call:notice("info", extend.help) ?>
<p><?cs var:words.extend.promise ?></p>
<form method="post" action="<?cs var:url_validate(case.url) ?>/extend">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_number("extended_days") ?>
<?cs call:field_lines("extend_reason") ?>
<?cs if:extend.joint ?><p><?cs var:words.extend.joint ?></p>
<?cs call:field_text("government_number") ?><?cs /if ?>
<div class="ym-buttons">
<?cs call:button("extend") ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
