<?cs # Who applies, by which document, and who acts.  Needs: who_url; item.{title,organ_name,ours}; case.version while a
draft is changed; choices.{applicant_kind,identity_seen,acting,agent_seen,delivery}. ?>
<?cs call:heading_lead(words.window.who, item.title) ?>
<?cs if:!item.ours ?><?cs call:notice("info", words.window.for_other_help) ?><p><?cs var:words.window.owner ?><?cs var:words.frame.colon ?><?cs call:data(item.organ_name) ?></p><?cs /if ?>
<form class="ym-panel ym-panel--narrow" method="post" action="<?cs var:url_validate(who_url) ?>">
<?cs call:form_token() ?><?cs if:form.ticket ?><input type="hidden" name="ticket" value="<?cs var:form.ticket ?>"><?cs /if ?><?cs if:case.version ?><input type="hidden" name="version" value="<?cs var:case.version ?>"><?cs /if ?>
<?cs call:field_choice("applicant_kind") ?>
<?cs call:field_text("applicant_name") ?>
<?cs call:field_citizen("holder_number") ?>
<?cs call:field_select("identity_seen") ?>
<?cs call:field_choice("acting") ?>
<?cs call:field_text("agent_name") ?>
<?cs call:field_citizen("agent_number") ?>
<?cs call:field_select("agent_seen") ?>
<?cs call:field_phone("contact_phone") ?>
<?cs call:field_choice("delivery") ?>
<?cs call:field_text("delivery_address") ?>
<div class="ym-buttons"><?cs call:button("go_on") ?> <a href="/office/window"><?cs var:words.action.cancel ?></a></div>
</form>
