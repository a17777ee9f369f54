<?cs # One work order, as a party to it.  Needs: order.{url,number,title,body,class,state,party_state,due,version,case_url,case_number,organ_name,made_name,made_at,evidence}; may_take, may_reply; events. ?>
<?cs call:heading_lead(order.title, order.number) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.watch.class ?></dt> <dd><?cs var:words.order_class[order.class] ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs if:order.state == "open" ?><?cs var:words.party_state[order.party_state] ?><?cs else ?><?cs var:words.order_state[order.state] ?><?cs /if ?></dd></div>
<?cs if:order.due.level ?><div><dt><?cs var:words.label.reply ?></dt> <dd><?cs call:due_tag(order.due) ?></dd></div><?cs /if ?>
<div><dt><?cs var:words.label.made_by ?></dt> <dd><?cs call:data(order.organ_name) ?> <?cs call:data(order.made_name) ?></dd></div>
</dl>
<?cs if:order.case_number ?><p><?cs var:words.label.case_number ?><?cs var:words.frame.colon ?><?cs if:order.case_url ?><a class="ym-number" href="<?cs var:url_validate(order.case_url) ?>"><?cs var:order.case_number ?></a><?cs else ?><span class="ym-number"><?cs var:order.case_number ?></span><?cs /if ?></p><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<section class="ym-panel" aria-labelledby="matter"><h2 class="ym-panel__title" id="matter"><?cs var:words.watch.matter ?></h2><p class="ym-lines"<?cs call:lang_of(order.body) ?>><?cs var:order.body ?></p></section>
<?cs if:order.evidence ?><section class="ym-panel" aria-labelledby="proof"><h2 class="ym-panel__title" id="proof"><?cs var:words.watch.proof ?></h2><p class="ym-lines"<?cs call:lang_of(order.evidence) ?>><?cs var:order.evidence ?></p></section><?cs /if ?>
<?cs call:watch_history(events) ?>
</div>
<section class="ym-case__side ym-no-print" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<section class="ym-decide" aria-labelledby="acts"><h2 class="ym-h3" id="acts"><?cs var:words.watch.acts ?></h2>
<?cs if:may_take ?><form method="post" action="<?cs var:url_validate(order.url) ?>/take"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:order.version ?>"><?cs call:button_plain("order_take") ?></form><?cs /if ?>
<?cs if:may_reply ?><form method="post" action="<?cs var:url_validate(order.url) ?>/reply"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:order.version ?>">
<?cs call:field_lines("party_reply") ?><?cs call:button("order_reply") ?></form>
<?cs else ?><p><?cs var:words.supervised.no_acts ?></p><?cs /if ?>
</section></section>
</div>
