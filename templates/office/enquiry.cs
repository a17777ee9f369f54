<?cs # One enquiry of the organ.  Needs: enquiry.{url,version,shown,kind,source,state,title,body,against,asker_name,asker_phone,
asker_email,organ_name,first_organ_name,item_title,case_number,case_shown,asked_at,due_on,due,answer,answered_at,level,public};
events; against_me; may_handle, may_extend, may_let_out, shown_now; choices.to_organ; form.{public_title,public_body,public_answer}. ?>
<?cs include!"parts/after.cs" ?>
<?cs def:enquiry_form(act) ?><form method="post" action="<?cs var:url_validate(enquiry.url) ?>/<?cs var:url_escape(act) ?>" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:enquiry.version ?>"><?cs /def ?>
<?cs call:heading(enquiry.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.field.enquiry_number ?></dt> <dd class="ym-number"><?cs var:enquiry.shown ?></dd></div>
<div><dt><?cs var:words.ask.kind ?></dt> <dd><?cs var:words.enquiry_kind[enquiry.kind] ?></dd></div>
<div><dt><?cs var:words.ask.organ ?></dt> <dd<?cs call:lang_of(enquiry.organ_name) ?>><?cs var:enquiry.organ_name ?></dd></div>
<div><dt><?cs var:words.ask.first_organ ?></dt> <dd<?cs call:lang_of(enquiry.first_organ_name) ?>><?cs var:enquiry.first_organ_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs var:words.enquiry_state[enquiry.state] ?></dd></div>
<div><dt><?cs var:words.ask.due_on ?></dt> <dd><?cs call:day_iso(enquiry.due_on, enquiry.due_on.text) ?> <?cs call:due_tag(enquiry.due) ?></dd></div>
</dl>
<?cs if:against_me ?><?cs call:notice("warn", words.ask.against_you) ?><?cs /if ?>
<div class="ym-columns"><div class="ym-columns__main">
<section class="ym-panel" aria-labelledby="asked"><h2 class="ym-panel__title" id="asked"><?cs var:words.ask.said ?></h2>
<p class="ym-lines"<?cs call:lang_of(enquiry.body) ?>><?cs var:enquiry.body ?></p>
<?cs if:enquiry.against ?><p><?cs var:words.field.against ?><?cs var:words.frame.colon ?><?cs call:data(enquiry.against) ?></p><?cs /if ?>
<?cs if:enquiry.item_title ?><p class="ym-small"><?cs var:words.ask.about ?><?cs var:words.frame.colon ?><?cs call:data(enquiry.item_title) ?></p><?cs /if ?>
<?cs if:enquiry.case_number ?><p class="ym-small"><?cs var:words.label.case_number ?><?cs var:words.frame.colon ?><a class="govuk-link ym-number" href="/office/cases/<?cs var:url_escape(enquiry.case_number) ?>"><?cs var:enquiry.case_shown ?></a></p><?cs /if ?>
<?cs if:!against_me ?><p class="ym-small"><?cs var:words.ask.asker ?><?cs var:words.frame.colon ?><?cs if:enquiry.asker_name ?><?cs call:data(enquiry.asker_name) ?> <span class="ym-number"><?cs var:enquiry.asker_phone ?></span> <?cs var:enquiry.asker_email ?><?cs else ?><?cs var:words.ask.asker_gone ?><?cs /if ?></p><?cs /if ?></section>
<?cs if:enquiry.answer ?><section class="ym-panel ym-panel--tint" aria-labelledby="answered"><h2 class="ym-panel__title" id="answered"><?cs if:enquiry.state == "open" ?><?cs var:words.ask.answer_before ?><?cs else ?><?cs var:words.ask.answer ?><?cs /if ?></h2>
<p class="ym-lines"<?cs call:lang_of(enquiry.answer) ?>><?cs var:enquiry.answer ?></p><p class="ym-small"><?cs var:enquiry.answered_at.text ?><?cs if:enquiry.level ?> <?cs var:words.office.dot ?> <?cs call:level_tag(enquiry.level) ?><?cs /if ?></p></section><?cs /if ?>
<?cs if:may_handle ?><section class="ym-panel ym-panel--tint" aria-labelledby="do-answer"><h2 class="ym-panel__title" id="do-answer"><?cs var:words.action.enquiry_answer ?></h2>
<?cs call:enquiry_form("answer") ?><?cs call:field_lines("enquiry_answer") ?><?cs call:button("enquiry_answer") ?></form></section><?cs /if ?>
<?cs if:may_handle || against_me && enquiry.state == "open" ?><details class="ym-panel"<?cs if:error.to_organ || error.transfer_reason ?> open<?cs /if ?>><summary><strong><?cs var:words.action.enquiry_transfer ?></strong></summary>
<?cs call:enquiry_form("transfer") ?><?cs call:field_select("to_organ") ?><?cs call:field_lines("transfer_reason") ?><?cs call:button_plain("enquiry_transfer") ?></form></details><?cs /if ?>
<?cs if:may_extend ?><details class="ym-panel"<?cs if:error.extend_by || error.enquiry_extend_reason ?> open<?cs /if ?>><summary><strong><?cs var:words.action.enquiry_extend ?></strong></summary>
<?cs call:enquiry_form("extend") ?><?cs call:field_number("extend_by") ?><?cs call:field_lines("enquiry_extend_reason") ?><?cs call:button_plain("enquiry_extend") ?></form></details><?cs /if ?>
<?cs if:may_let_out ?><section class="ym-panel" aria-labelledby="let-out"><h2 class="ym-panel__title" id="let-out"><?cs var:words.ask.let_out ?></h2>
<p><?cs var:words.enquiry_public[enquiry.public] ?></p><p class="ym-small"><?cs var:words.ask.let_out_help ?></p>
<?cs call:enquiry_form("show") ?><?cs call:field_text("public_title") ?><?cs call:field_lines("public_body") ?><?cs call:field_lines("public_answer") ?><?cs call:button_plain("enquiry_show") ?></form></section>
<details class="ym-panel"<?cs if:error.hide_reason ?> open<?cs /if ?>><summary><strong><?cs var:words.action.enquiry_hide ?></strong></summary>
<?cs call:enquiry_form("hide") ?><?cs call:field_lines("hide_reason") ?><?cs call:button_plain("enquiry_hide") ?></form></details><?cs /if ?>
</div><div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="course"><h2 class="ym-panel__title" id="course"><?cs var:words.callback.course ?></h2><?cs call:timeline(events) ?></section>
</div></div>
