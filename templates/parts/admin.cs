<?cs # What the administrators' pages share. ?>

<?cs # What was changed by one act.  Needs: act.changes.M.{label,was,became}. ?>
<?cs def:admin_changes(act) ?><?cs if:act.changes.0.label ?><ul class="ym-changes"><?cs each:change = act.changes ?><li><?cs var:change.label ?><?cs var:words.frame.colon ?><?cs if:change.was ?><del<?cs call:lang_of(change.was) ?>><?cs var:change.was ?></del><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?>  &rarr; <?cs if:change.became ?><ins<?cs call:lang_of(change.became) ?>><?cs var:change.became ?></ins><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?>

<?cs # The history of the thing on the page.  Needs: history.N as admin_history_into makes it; url: the page, for setting an earlier value again, or "". ?>
<?cs def:admin_history(url) ?>
<section class="ym-panel" aria-labelledby="a-history"><h2 class="ym-panel__title" id="a-history"><?cs var:words.admin.history ?></h2>
<?cs if:history.0.number ?><ol class="ym-rows"><?cs each:act = history ?><li class="ym-rows__item"><p><strong><?cs var:act.act_text ?></strong> <?cs call:data(act.actor_name) ?> <span class="ym-small"><?cs var:act.at.text ?></span></p>
<?cs if:act.reason ?><p><?cs var:words.field.admin_reason ?><?cs var:words.frame.colon ?><?cs call:data(act.reason) ?></p><?cs /if ?>
<?cs call:admin_changes(act) ?>
<?cs if:url && act.act == "edit" ?><p class="ym-no-print"><a href="<?cs var:url_validate(url) ?>?back=<?cs var:url_escape(act.number) ?>#f-admin_reason"><?cs var:words.admin.set_back ?><span class="govuk-visually-hidden"> <?cs var:act.at.text ?></span></a></p><?cs /if ?></li>
<?cs /each ?></ol><?cs else ?><?cs call:empty_state("history") ?><?cs /if ?></section>
<?cs /def ?>

<?cs # Says that the form shows an earlier value, not what stands.  Needs: set_back. ?>
<?cs def:admin_set_back() ?><?cs if:set_back ?><?cs call:notice("info", words.admin.set_back_now) ?><?cs /if ?><?cs /def ?>

<?cs # Retiring, or putting back into use, with what hangs on it.  Needs: thing.{url,version,retired_on}, ties.N.{label,found}, bound. ?>
<?cs def:admin_retire() ?>
<section class="ym-panel" aria-labelledby="a-retire"><h2 class="ym-panel__title" id="a-retire"><?cs if:thing.retired_on ?><?cs var:words.admin.restore ?><?cs else ?><?cs var:words.admin.retire ?><?cs /if ?></h2>
<?cs if:thing.retired_on ?><p><?cs var:words.admin.retired_since ?> <?cs call:day_iso(thing.retired_on, thing.retired_on.text) ?></p><?cs else ?><p><?cs var:words.admin.retire_lead ?></p><?cs /if ?>
<?cs if:ties.0.label ?><dl class="ym-facts"><?cs each:tie = ties ?><div class="ym-facts__item"><dt><?cs var:tie.label ?></dt><dd class="ym-number"><?cs var:tie.found ?></dd></div><?cs /each ?></dl><?cs /if ?>
<?cs if:!thing.retired_on && bound ?><?cs call:notice("warn", words.admin.bound) ?>
<?cs else ?><form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>/<?cs if:thing.retired_on ?>restore<?cs else ?>retire<?cs /if ?>" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:thing.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="r-reason"><?cs var:words.field.admin_reason ?></label><textarea class="govuk-textarea" id="r-reason" name="admin_reason" rows="2"></textarea></div>
<?cs if:thing.retired_on ?><?cs call:button_plain("restore") ?><?cs else ?><?cs call:button_warn("retire") ?><?cs /if ?></form><?cs /if ?></section>
<?cs /def ?>

<?cs def:admin_retired_mark(on) ?><?cs if:on ?> <strong class="ym-state"><?cs var:words.admin_act.retire ?></strong><?cs /if ?><?cs /def ?>

<?cs # A list's search.  Needs: form.admin_q. ?>
<?cs def:admin_find(url) ?>
<form class="ym-filters ym-no-print" method="get" action="<?cs var:url_validate(url) ?>"><?cs call:field_input("admin_q", "search", "", "off", "govuk-input--width-20") ?><?cs call:button_plain("filter") ?></form>
<?cs /def ?>

<?cs # The form of a thing begins and ends. ?>
<?cs def:admin_version() ?><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:thing.version ?>"><?cs /def ?>
<?cs def:field_reason() ?><?cs call:field_area("admin_reason", "2") ?><?cs /def ?>

<?cs # Needs: choices.{admin_area,organ_nature}. ?>
<?cs def:organ_fields() ?>
<?cs call:field_text("admin_name") ?><?cs call:field_text("admin_name_en") ?>
<?cs call:field_input("organ_short", "text", "", "off", "govuk-input--width-20") ?><?cs call:field_input("organ_mark", "text", "", "off", "govuk-input--width-10") ?>
<?cs call:field_select("admin_area") ?><?cs call:field_choice("organ_nature") ?>
<?cs call:field_input("admin_phone", "tel", "tel", "off", "govuk-input--width-20") ?><?cs call:field_text("admin_address") ?>
<?cs call:field_number("admin_position") ?><?cs call:field_reason() ?>
<?cs /def ?>

<?cs # Needs: choices.admin_area. ?>
<?cs def:centre_fields() ?>
<?cs call:field_text("admin_name") ?><?cs call:field_text("admin_name_en") ?>
<?cs call:field_select("admin_area") ?><?cs call:field_text("admin_address") ?><?cs call:field_text("hours_text") ?>
<?cs call:field_input("admin_phone", "tel", "tel", "off", "govuk-input--width-20") ?><?cs call:field_reason() ?>
<?cs /def ?>

<?cs # Needs: choices.{window_organ,window_letter}. ?>
<?cs def:window_fields() ?>
<?cs call:field_text("admin_name") ?><?cs call:field_text("admin_name_en") ?>
<?cs call:field_select("window_organ") ?><?cs call:field_select("window_letter") ?><?cs call:field_reason() ?>
<?cs /def ?>

<?cs # Needs: arrangement_line, where the reading stopped. ?>
<?cs def:draft_fields() ?>
<?cs call:field_number("notice_year") ?><?cs call:field_text("notice_source") ?>
<?cs if:error.arrangement && arrangement_line ?><p class="govuk-error-message"><?cs var:words.admin.arrangement_line ?> <span class="ym-number"><?cs var:arrangement_line ?></span></p><?cs /if ?>
<?cs call:field_area("arrangement", "12") ?>
<?cs /def ?>

<?cs # ---- accounts and the record ---- ?>

<?cs # Needs: words.account_state[state]. ?>
<?cs def:account_state(state) ?><strong class="ym-state ym-state--<?cs if:state == "open" ?>granted<?cs elif:state == "unopened" ?>submitted<?cs elif:state == "locked" ?>correction<?cs else ?>withdrawn<?cs /if ?>"><?cs var:words.account_state[state] ?></strong><?cs /def ?>

<?cs def:account_act_link(url, act) ?><li><a href="<?cs var:url_validate(url) ?>/<?cs var:url_escape(act) ?>"><?cs var:words.guard_act[act] ?></a></li><?cs /def ?>

<?cs # A code, the only time it is shown.  Needs: code.{text,name,kind,until}. ?>
<?cs def:staff_code(code) ?><section class="ym-panel ym-panel--tint" aria-labelledby="g-code"><h2 class="ym-panel__title" id="g-code"><?cs var:words.staff_code_kind[code.kind] ?> <?cs call:data(code.name) ?></h2>
<p class="ym-receipt__number ym-number"><?cs var:code.text ?></p>
<p><?cs var:words.guard.code_once ?></p>
<p><?cs var:words.guard.code_use[code.kind] ?></p>
<p><?cs var:words.guard.code_until ?> <?cs var:code.until.text ?></p></section><?cs /def ?>

<?cs def:faults_tag(faults) ?><?cs if:faults == "0" ?><strong class="ym-due ym-due--done"><?cs call:icon("check") ?><?cs var:words.guard.no_fault ?></strong><?cs else ?><strong class="ym-due ym-due--over"><?cs call:icon("over") ?><?cs var:words.guard.faults ?> <?cs var:faults ?></strong><?cs /if ?><?cs /def ?>
