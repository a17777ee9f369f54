<?cs # A special procedure begins or ends.  Needs: act (suspend or resume); case.{url,shown,version,state,applicant_name,
title}; choices.pause_kind; paused while one runs. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action[act], case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
</dl>
<?cs if:act == "suspend" ?><?cs call:notice("info", words.pause.help) ?><?cs else ?><?cs call:notice("info", words.pause.resume_help) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/<?cs var:url_escape(act) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs if:act == "suspend" ?>
<?cs call:field_choice("pause_kind") ?>
<?cs call:field_number("expected_days") ?>
<?cs call:field_lines("pause_reason") ?>
<?cs else ?>
<?cs call:field_lines("resume_note") ?>
<?cs /if ?>
<div class="ym-buttons">
<?cs call:button(act) ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
