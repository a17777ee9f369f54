<?cs # One appointment at the desk.  Needs: booking.{id,number,name,phone,time,day_on,state,kind,centre_name,window_number,
officer_name,address,visit_reason,url,version,may_note,may_assign,may_finish}, items.N.{title,url}, choices.officer, events. ?>
<?cs call:heading_lead(booking.number, words.booking_state[booking.state]) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.desk_booking.people ?></dt> <dd<?cs call:lang_of(booking.name) ?>><?cs var:booking.name ?></dd></div>
<div><dt><?cs var:words.label.phone ?></dt> <dd><?cs call:phone(booking.phone) ?></dd></div>
<div><dt><?cs var:words.label.booking_on ?></dt> <dd><?cs call:day_iso(booking.day_on, booking.day_on.text) ?> <?cs var:booking.time ?></dd></div>
<?cs if:booking.kind == "visit" ?><div><dt><?cs var:words.label.visit_address ?></dt> <dd<?cs call:lang_of(booking.address) ?>><?cs var:booking.address ?></dd></div>
<div><dt><?cs var:words.label.home_reason ?></dt> <dd<?cs call:lang_of(booking.visit_reason) ?>><?cs var:booking.visit_reason ?></dd></div>
<?cs else ?><div><dt><?cs var:words.label.place ?></dt> <dd><?cs call:data(booking.centre_name) ?> <?cs var:booking.window_number ?></dd></div><?cs /if ?>
<div><dt><?cs var:words.label.officer ?></dt> <dd><?cs if:booking.officer_name ?><?cs call:data(booking.officer_name) ?><?cs else ?><?cs var:words.desk_booking.none_named ?><?cs /if ?></dd></div>
</dl>
<section class="ym-panel" aria-labelledby="b-items"><h2 class="ym-panel__title" id="b-items"><?cs var:words.book.items ?></h2>
<ul class="ym-rows"><?cs each:item = items ?><li class="ym-rows__item"><a href="<?cs var:url_validate(item.url) ?>"<?cs call:lang_of(item.title) ?>><?cs var:item.title ?></a></li><?cs /each ?></ul></section>
<?cs if:booking.may_note || booking.may_finish ?><section class="ym-panel" aria-labelledby="b-note"><h2 class="ym-panel__title" id="b-note"><?cs var:words.desk_booking.acts ?></h2>
<form method="post" action="<?cs var:url_validate(booking.url) ?>/<?cs if:booking.may_finish ?>finished<?cs else ?>came<?cs /if ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:booking.version ?>">
<?cs call:field_text("act_reason") ?>
<div class="ym-buttons"><?cs if:booking.may_finish ?><?cs call:button("visit_done") ?><?cs else ?><?cs call:button("came") ?> <button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:url_validate(booking.url) ?>/missed"><?cs var:words.action.not_come ?></button><?cs /if ?></div></form></section><?cs /if ?>
<?cs if:booking.may_assign ?><section class="ym-panel" aria-labelledby="b-officer"><h2 class="ym-panel__title" id="b-officer"><?cs var:words.desk_booking.assign ?></h2>
<form method="post" action="<?cs var:url_validate(booking.url) ?>/assign"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:booking.version ?>"><?cs call:field_select("officer") ?><?cs call:button_plain("assign") ?></form></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="b-acts"><h2 class="ym-panel__title" id="b-acts"><?cs var:words.desk_booking.history ?></h2><?cs call:timeline(events) ?></section>
