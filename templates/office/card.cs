<?cs # One card of the organ.  Needs: card as card_into fills it, card.{url,case_url,version}; may_reply, may_appeal; events. ?>
<?cs call:heading(page.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.card_id ?></dt> <dd class="ym-number"><?cs var:card.id ?></dd></div>
<div><dt><?cs var:words.watch.colour ?></dt> <dd><?cs call:card_colour(card) ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:card_state(card.state) ?></dd></div>
<?cs if:card.reply_due.level ?><div><dt><?cs var:words.label.reply ?></dt> <dd><?cs call:due_tag(card.reply_due) ?></dd></div><?cs /if ?>
</dl>
<?cs if:card.case_url ?><p><?cs var:words.label.case_number ?><?cs var:words.frame.colon ?><a class="ym-number" href="<?cs var:url_validate(card.case_url) ?>"><?cs var:card.shown ?></a> <?cs call:data(card.title) ?></p>
<?cs elif:card.title ?><p><?cs var:words.label.item ?><?cs var:words.frame.colon ?><?cs call:data(card.title) ?></p><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<?cs call:card_facts(card) ?>
<?cs call:watch_history(events) ?>
</div>
<section class="ym-case__side ym-no-print" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<section class="ym-decide" aria-labelledby="acts"><h2 class="ym-h3" id="acts"><?cs var:words.watch.acts ?></h2>
<?cs if:may_reply ?><form method="post" action="<?cs var:url_validate(card.url) ?>/reply"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:card.version ?>">
<?cs call:field_lines("card_reply") ?><?cs call:button("card_reply") ?></form><?cs /if ?>
<?cs if:may_appeal ?><form method="post" action="<?cs var:url_validate(card.url) ?>/appeal"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:card.version ?>">
<?cs call:field_lines("card_appeal") ?><?cs call:button_plain("card_appeal") ?></form><?cs /if ?>
<?cs if:!may_reply && !may_appeal ?><p><?cs var:words.supervised.no_acts ?></p><?cs /if ?>
</section></section>
</div>
