<?cs # What was granted is revoked.  Needs: case.{url,shown,version,applicant_name,title}; licence where something is held. ?>
<?cs include!"parts/licence.cs" ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.revoke, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
</dl>
<?cs if:licence.title ?><?cs call:licence_source(licence) ?><?cs /if ?>
<?cs call:notice("warn", words.licence.revoke_help) ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/revoke">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_lines("revoke_reason") ?>
<div class="ym-buttons">
<?cs call:button_warn("revoke") ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
