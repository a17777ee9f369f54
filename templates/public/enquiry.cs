<?cs # What one asked, where it stands, the answer.  Needs: enquiry.{number,shown,code_shown,kind,state,title,body,against,answer,
level,public,organ_name,organ_phone,due_on,asked_at,due}; events; may_rate with choices.level, may_reopen; ticket, "" for an account. ?>
<?cs include!"parts/after.cs" ?>
<?cs call:heading(enquiry.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.field.enquiry_number ?></dt> <dd class="ym-number"><?cs var:enquiry.shown ?></dd></div>
<div><dt><?cs var:words.field.query_code ?></dt> <dd class="ym-number"><?cs var:enquiry.code_shown ?></dd></div>
<div><dt><?cs var:words.ask.kind ?></dt> <dd><?cs var:words.enquiry_kind[enquiry.kind] ?></dd></div>
<div><dt><?cs var:words.ask.organ ?></dt> <dd><?cs var:enquiry.organ_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs var:words.enquiry_state[enquiry.state] ?></dd></div>
<div><dt><?cs var:words.ask.due_on ?></dt> <dd><?cs call:day_iso(enquiry.due_on, enquiry.due_on.text) ?> <?cs call:due_tag(enquiry.due) ?></dd></div>
</dl>
<?cs if:ticket && enquiry.state == "open" ?><?cs call:notice("info", words.ask.keep_code) ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="asked"><h2 class="ym-panel__title" id="asked"><?cs var:words.ask.said ?></h2>
<p class="ym-lines"<?cs call:lang_of(enquiry.body) ?>><?cs var:enquiry.body ?></p>
<?cs if:enquiry.against ?><p><?cs var:words.field.against ?><?cs var:words.frame.colon ?><?cs call:data(enquiry.against) ?></p><?cs /if ?>
<?cs if:enquiry.public != "no" ?><p class="ym-small"><?cs var:words.enquiry_public[enquiry.public] ?></p><?cs /if ?></section>
<?cs if:enquiry.answer ?><section class="ym-panel ym-panel--tint" aria-labelledby="answer"><h2 class="ym-panel__title" id="answer"><?cs if:enquiry.state == "open" ?><?cs var:words.ask.answer_before ?><?cs else ?><?cs var:words.ask.answer ?><?cs /if ?></h2>
<p class="ym-lines"<?cs call:lang_of(enquiry.answer) ?>><?cs var:enquiry.answer ?></p>
<?cs if:enquiry.level ?><p class="ym-small"><?cs var:words.ask.you_rated ?><?cs var:words.frame.colon ?><?cs var:words.rating_level[enquiry.level] ?></p><?cs /if ?></section><?cs /if ?>
<?cs if:may_rate ?><section class="ym-panel" aria-labelledby="rate-answer"><h2 class="ym-panel__title" id="rate-answer"><?cs var:words.ask.rate_answer ?></h2>
<form method="post" action="/ask/<?cs var:url_escape(enquiry.number) ?>/rate" novalidate><?cs call:form_token() ?><?cs if:ticket ?><input type="hidden" name="ticket" value="<?cs var:ticket ?>"><?cs /if ?>
<?cs call:field_choice("level") ?>
<?cs call:button_plain("rate") ?></form></section><?cs /if ?>
<?cs if:may_reopen ?><section class="ym-panel" aria-labelledby="reopen"><h2 class="ym-panel__title" id="reopen"><?cs var:words.ask.reopen ?></h2>
<p><?cs var:words.ask.reopen_help ?></p>
<form method="post" action="/ask/<?cs var:url_escape(enquiry.number) ?>/reopen" novalidate><?cs call:form_token() ?><?cs if:ticket ?><input type="hidden" name="ticket" value="<?cs var:ticket ?>"><?cs /if ?>
<?cs call:field_lines("reopen_reason") ?>
<?cs call:button_plain("reopen") ?></form></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="course"><h2 class="ym-panel__title" id="course"><?cs var:words.my.course ?></h2>
<?cs call:timeline(events) ?></section>
<p class="ym-small"><?cs if:enquiry.organ_phone ?><?cs var:words.track.ask ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:enquiry.organ_phone ?></span><?cs /if ?></p>
