<?cs # A bad rating and what becomes of it.  Needs: callback.{id,state,version,level,round,channel,words,tags_text,rater,phone,
assigned_name,mended,reply,rated_at,due_on,due,title,shown,case_url}; events; may_assign with choices.callback_to, may_call with
choices.callback_verdict, may_judge with choices.callback_judgement, may_mend, waits_another. ?>
<?cs include!"parts/after.cs" ?>
<?cs def:callback_form(act) ?><form method="post" action="/office/callbacks/<?cs var:url_escape(callback.id) ?>/<?cs var:url_escape(act) ?>" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:callback.version ?>"><?cs /def ?>
<?cs call:heading(callback.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><a class="govuk-link" href="<?cs var:url_validate(callback.case_url) ?>"><?cs var:callback.shown ?></a></dd></div>
<div><dt><?cs var:words.callback.level ?></dt> <dd><?cs call:level_tag(callback.level) ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs var:words.callback_state[callback.state] ?></dd></div>
<div><dt><?cs var:words.callback.assigned ?></dt> <dd><?cs if:callback.assigned_name ?><?cs call:data(callback.assigned_name) ?><?cs else ?><?cs var:words.inbox.nobody ?><?cs /if ?></dd></div>
<?cs if:callback.due_on ?><div><dt><?cs var:words.label.due ?></dt> <dd><?cs call:day_iso(callback.due_on, callback.due_on.text) ?> <?cs call:due_tag(callback.due) ?></dd></div><?cs /if ?>
</dl>
<div class="ym-columns"><div class="ym-columns__main">
<section class="ym-panel" aria-labelledby="said"><h2 class="ym-panel__title" id="said"><?cs var:words.callback.said ?></h2>
<?cs if:callback.tags_text ?><p><?cs var:callback.tags_text ?></p><?cs /if ?>
<?cs if:callback.words ?><p class="ym-lines"<?cs call:lang_of(callback.words) ?>><?cs var:callback.words ?></p><?cs elif:!callback.tags_text ?><p class="ym-none"><?cs var:words.callback.no_words ?></p><?cs /if ?>
<p class="ym-small"><?cs var:callback.rated_at.text ?> <?cs var:words.office.dot ?> <?cs var:words.rating_channel[callback.channel] ?><?cs if:callback.round == "2" ?> <?cs var:words.office.dot ?> <?cs var:words.rate.given_again ?><?cs /if ?></p>
<p class="ym-small"><?cs var:words.callback.rater ?><?cs var:words.frame.colon ?><?cs call:data(callback.rater) ?> <span class="ym-number"><?cs var:callback.phone ?></span></p>
<p class="ym-small"><?cs var:words.callback.confidential ?></p></section>
<?cs if:callback.mended ?><section class="ym-panel" aria-labelledby="mended"><h2 class="ym-panel__title" id="mended"><?cs var:words.field.callback_mended ?></h2><p class="ym-lines"<?cs call:lang_of(callback.mended) ?>><?cs var:callback.mended ?></p>
<p><?cs var:words.rate.reply ?><?cs var:words.frame.colon ?><?cs call:data(callback.reply) ?></p></section><?cs /if ?>
<?cs if:waits_another ?><?cs call:notice("info", words.callback.waits_another) ?><?cs /if ?>
<?cs if:may_call ?><section class="ym-panel ym-panel--tint" aria-labelledby="call"><h2 class="ym-panel__title" id="call"><?cs var:words.callback.call ?></h2>
<?cs call:callback_form("call") ?><?cs call:field_choice("callback_verdict") ?><?cs call:field_lines("callback_note") ?><?cs call:button("call_back") ?></form></section><?cs /if ?>
<?cs if:may_judge ?><section class="ym-panel ym-panel--tint" aria-labelledby="judge"><h2 class="ym-panel__title" id="judge"><?cs var:words.callback.judge ?></h2>
<p><?cs var:words.callback.judge_help ?></p>
<?cs call:callback_form("judge") ?><?cs call:field_choice("callback_judgement") ?><?cs call:field_lines("callback_judge_note") ?><?cs call:button("callback_judge") ?></form></section><?cs /if ?>
<?cs if:may_mend ?><section class="ym-panel ym-panel--tint" aria-labelledby="mend"><h2 class="ym-panel__title" id="mend"><?cs var:words.callback.mend ?></h2>
<?cs call:callback_form("mend") ?><?cs call:field_lines("callback_mended") ?><?cs call:field_lines("callback_reply") ?><?cs call:button("callback_mend") ?></form></section><?cs /if ?>
<?cs if:may_assign ?><section class="ym-panel" aria-labelledby="assign"><h2 class="ym-panel__title" id="assign"><?cs var:words.callback.assign ?></h2>
<?cs call:callback_form("assign") ?><?cs call:field_select("callback_to") ?><?cs call:button_plain("callback_assign") ?></form></section><?cs /if ?>
</div><div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="course"><h2 class="ym-panel__title" id="course"><?cs var:words.callback.course ?></h2><?cs call:timeline(events) ?></section>
</div></div>
