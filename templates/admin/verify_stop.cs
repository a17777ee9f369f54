<?cs # To stop a verification.  Needs: verification.{url,over,stopping}. ?>
<?cs call:heading_lead(words.guard.verify_stop, words.guard.verify_stop_lead) ?>
<?cs if:verification.over || verification.stopping ?><?cs call:notice("info", words.refusal.verification_ended) ?>
<p><a href="<?cs var:url_validate(verification.url) ?>"><?cs var:words.admin.back ?></a></p>
<?cs else ?><form method="post" action="<?cs var:url_validate(verification.url) ?>/stop" novalidate>
<?cs call:form_token() ?>
<?cs call:field_text("admin_reason") ?>
<div class="ym-buttons"><?cs call:button_warn("verify_stop") ?><a class="govuk-link" href="<?cs var:url_validate(verification.url) ?>"><?cs var:words.admin.back ?></a></div>
</form><?cs /if ?>
