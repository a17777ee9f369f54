<?cs # One work order.  Needs: order; parties.N.{line,kind,name,contact,state,due_on,late,level,escalated_on,replied_at,version,may_reply,may_return}; events; may_act. ?>
<?cs def:party_forms(party) ?>
<?cs if:party.may_reply ?><details class="ym-no-print"><summary><?cs var:words.watch.enter_reply ?></summary>
<form method="post" action="<?cs var:url_validate(order.url) ?>/parties/<?cs var:url_escape(party.line) ?>/reply"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:party.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="reply-<?cs var:party.line ?>"><?cs var:words.field.party_reply ?></label><textarea class="govuk-textarea" id="reply-<?cs var:party.line ?>" name="party_reply" rows="3"><?cs var:form.party_reply ?></textarea></div>
<button type="submit" class="govuk-button"><?cs var:words.action.party_reply ?><span class="govuk-visually-hidden"<?cs call:lang_of(party.name) ?>> <?cs var:party.name ?></span></button></form></details><?cs /if ?>
<?cs if:party.may_return ?><details class="ym-no-print"><summary><?cs var:words.watch_button.return ?><span class="govuk-visually-hidden"<?cs call:lang_of(party.name) ?>> <?cs var:party.name ?></span></summary>
<form method="post" action="<?cs var:url_validate(order.url) ?>/parties/<?cs var:url_escape(party.line) ?>/return"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:party.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="return-<?cs var:party.line ?>"><?cs var:words.field.return_note ?></label><textarea class="govuk-textarea" id="return-<?cs var:party.line ?>" name="return_note" rows="2"><?cs var:form.return_note ?></textarea></div>
<div class="govuk-form-group"><label class="govuk-label" for="days-<?cs var:party.line ?>"><?cs var:words.field.days ?></label><input class="govuk-input govuk-input--width-5" id="days-<?cs var:party.line ?>" name="days" type="text" inputmode="numeric" value="<?cs var:form.days ?>"></div>
<button type="submit" class="govuk-button govuk-button--secondary"><?cs var:words.watch_button.return ?><span class="govuk-visually-hidden"<?cs call:lang_of(party.name) ?>> <?cs var:party.name ?></span></button></form></details><?cs /if ?>
<?cs /def ?>
<?cs call:heading_lead(order.title, order.number) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.watch.class ?></dt> <dd><?cs var:words.order_class[order.class] ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs var:words.order_state[order.state] ?></dd></div>
<div><dt><?cs var:words.label.due ?></dt> <dd><?cs var:order.due_on.text ?></dd></div>
<div><dt><?cs var:words.label.made_by ?></dt> <dd><?cs call:data(order.made_name) ?> <?cs var:order.made_at.text ?></dd></div>
</dl>
<?cs if:order.case_url || order.card_url ?><p class="ym-small"><?cs if:order.case_url ?><a class="ym-number" href="<?cs var:url_validate(order.case_url) ?>"><?cs var:order.case_number ?></a><?cs /if ?> <?cs if:order.card_url ?><a href="<?cs var:url_validate(order.card_url) ?>"><?cs var:words.watch.its_card ?></a><?cs /if ?></p><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<section class="ym-panel" aria-labelledby="matter"><h2 class="ym-panel__title" id="matter"><?cs var:words.watch.matter ?></h2><p class="ym-lines"<?cs call:lang_of(order.body) ?>><?cs var:order.body ?></p></section>
<section class="ym-panel" aria-labelledby="parties">
<h2 class="ym-panel__title" id="parties"><?cs var:words.watch.parties ?></h2>
<ul class="ym-rows">
<?cs each:party = parties ?><li class="ym-rows__item"><h3 class="ym-h4"<?cs call:lang_of(party.name) ?>><?cs var:party.name ?></h3>
<p><?cs var:words.party_kind[party.kind] ?><?cs if:party.contact ?> <?cs var:words.office.dot ?> <?cs call:data(party.contact) ?><?cs /if ?> <?cs var:words.office.dot ?> <strong><?cs var:words.party_state[party.state] ?></strong><?cs if:party.due_on.text ?> <?cs var:words.office.dot ?> <?cs var:party.due_on.text ?><?cs /if ?><?cs if:party.late ?> <strong class="ym-due ym-due--over"><?cs call:icon("over") ?><?cs var:words.due.over ?></strong><?cs /if ?><?cs if:party.level != "0" ?> <?cs var:words.order_level[party.level] ?> <?cs var:party.escalated_on.text ?><?cs /if ?></p>
<?cs call:party_forms(party) ?></li>
<?cs /each ?></ul>
</section>
<?cs if:order.evidence ?><section class="ym-panel" aria-labelledby="proof"><h2 class="ym-panel__title" id="proof"><?cs var:words.watch.proof ?></h2><p class="ym-lines"<?cs call:lang_of(order.evidence) ?>><?cs var:order.evidence ?></p></section><?cs /if ?>
<?cs call:watch_history(events) ?>
</div>
<section class="ym-case__side ym-no-print" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<section class="ym-decide" aria-labelledby="acts"><h2 class="ym-h3" id="acts"><?cs var:words.watch.acts ?></h2>
<?cs if:may_act ?>
<form method="post" action="<?cs var:url_validate(order.url) ?>/close"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:order.version ?>">
<?cs call:field_lines("order_evidence") ?>
<div class="ym-buttons"><?cs call:button("order_close") ?> <button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:url_validate(order.url) ?>/cancel"><?cs var:words.action.order_cancel ?></button></div></form>
<?cs else ?><p><?cs var:words.watch.no_acts ?></p><?cs /if ?>
</section></section>
</div>
