<?cs # One card.  Needs: card as card_into fills it, card.{url,case_url,organ_text,version}; events; acts.N.act, may_act; came.N.{what,number,url}. ?>
<?cs def:card_form(act) ?>
<form method="post" action="<?cs var:url_validate(card.url) ?>/<?cs var:url_escape(act) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:card.version ?>">
<?cs if:act == "withdraw" || act == "return" ?>
<div class="<?cs call:group_open_class("card_reason") ?>"><label class="govuk-label" for="f-card_reason-<?cs var:act ?>"><?cs var:words.watch_ask[act] ?></label>
<?cs call:field_error("card_reason") ?>
<textarea class="govuk-textarea" id="f-card_reason-<?cs var:act ?>" name="card_reason" rows="3"><?cs var:form.card_reason ?></textarea></div>
<?cs else ?>
<div class="govuk-form-group"><label class="govuk-label" for="f-card_note-<?cs var:act ?>"><?cs var:words.watch_ask[act] ?> <span class="ym-optional"><?cs var:words.frame.optional ?></span></label>
<textarea class="govuk-textarea" id="f-card_note-<?cs var:act ?>" name="card_note" rows="2"><?cs var:form.card_note ?></textarea></div>
<?cs /if ?>
<button type="submit" class="govuk-button<?cs if:act != "close" ?> govuk-button--secondary<?cs /if ?>"><?cs var:words.watch_button[act] ?></button>
</form>
<?cs /def ?>
<?cs call:heading(page.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.card_id ?></dt> <dd class="ym-number"><?cs var:card.id ?></dd></div>
<div><dt><?cs var:words.watch.colour ?></dt> <dd><?cs call:card_colour(card) ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:card_state(card.state) ?></dd></div>
<div><dt><?cs var:words.watch.organ ?></dt> <dd<?cs call:lang_of(card.organ_text) ?>><?cs var:card.organ_text ?></dd></div>
<?cs if:card.reply_due.level ?><div><dt><?cs var:words.label.reply ?></dt> <dd><?cs call:due_tag(card.reply_due) ?></dd></div><?cs /if ?>
</dl>
<?cs if:card.case_url ?><p><?cs var:words.label.case_number ?><?cs var:words.frame.colon ?><a class="ym-number" href="<?cs var:url_validate(card.case_url) ?>"><?cs var:card.shown ?></a> <?cs call:data(card.title) ?></p>
<?cs elif:card.item_code ?><p><?cs var:words.label.item ?><?cs var:words.frame.colon ?><a href="/watch/guides/<?cs var:url_escape(card.item_code) ?>"<?cs call:lang_of(card.title) ?>><?cs var:card.title ?></a></p><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<?cs call:card_facts(card) ?>
<?cs call:watch_history(events) ?>
</div>
<section class="ym-case__side ym-no-print" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<section class="ym-decide" aria-labelledby="acts">
<h2 class="ym-h3" id="acts"><?cs var:words.watch.acts ?></h2>
<?cs if:acts.0.act ?><?cs each:one = acts ?><?cs call:card_form(one.act) ?><?cs /each ?>
<?cs else ?><p><?cs if:may_act ?><?cs var:words.watch.no_acts ?><?cs else ?><?cs var:words.watch.reads_only ?><?cs /if ?></p><?cs /if ?>
<?cs if:may_act ?><p class="ym-small"><a href="/watch/orders/new?card=<?cs var:url_escape(card.id) ?>"><?cs var:words.watch.order_new ?></a> <a href="/watch/letters/new?card=<?cs var:url_escape(card.id) ?>"><?cs var:words.watch.letter_new ?></a></p><?cs /if ?>
</section>
<?cs if:came.0.number ?><section class="ym-panel" aria-labelledby="came"><h2 class="ym-panel__title" id="came"><?cs var:words.watch.came ?></h2>
<ul class="ym-links"><?cs each:one = came ?><li><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.number) ?>><?cs var:one.number ?></a></li><?cs /each ?></ul></section><?cs /if ?>
</section>
</div>
