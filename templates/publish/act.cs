<?cs # An act that needs words: publishing, sending back, retiring, withdrawing.
Needs: act; closed, set when the state does not allow it; edit.url; version or document with url, title, version; verdict.{stops,warnings} when an item is published. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action[act], page.title) ?>
<?cs if:closed ?><p><a href="<?cs if:version.url ?><?cs var:url_validate(version.url) ?><?cs else ?><?cs var:url_validate(document.url) ?><?cs /if ?>"><?cs var:words.action.back ?></a></p><?cs else ?>
<?cs if:act == "publish_item" && verdict.stops != "0" && !refusal ?><?cs call:notice("bad", words.refusal.checks_stop) ?><p><a href="<?cs var:url_validate(version.url) ?>/checks"><?cs var:words.publish.checks ?></a></p><?cs /if ?>
<form method="post" action="<?cs var:url_validate(edit.url) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs if:version.version ?><?cs var:version.version ?><?cs else ?><?cs var:document.version ?><?cs /if ?>">
<?cs if:act == "publish_item" ?>
<?cs call:field_day("effective_on") ?>
<?cs if:verdict.warnings != "0" ?><?cs call:notice("warn", words.refusal.checks_warn) ?><p><a href="<?cs var:url_validate(version.url) ?>/checks"><?cs var:words.publish.checks ?></a></p><?cs call:field_lines("over_reason") ?><?cs /if ?>
<?cs elif:act == "retire_item" ?>
<?cs call:field_day("retired_on") ?><?cs call:field_lines("act_reason") ?><?cs call:confirm_word("retire") ?>
<?cs elif:act == "withdraw_document" ?>
<?cs call:field_lines("act_reason") ?><?cs call:confirm_word("withdraw_document") ?>
<?cs else ?>
<?cs call:field_lines("act_reason") ?>
<?cs /if ?>
<div class="ym-buttons"><?cs if:act == "retire_item" || act == "withdraw_document" ?><?cs call:button_warn(act) ?><?cs else ?><?cs call:button(act) ?><?cs /if ?>
<a href="<?cs if:version.url ?><?cs var:url_validate(version.url) ?><?cs else ?><?cs var:url_validate(document.url) ?><?cs /if ?>"><?cs var:words.action.cancel ?></a></div>
</form>
<?cs /if ?>
</div>
