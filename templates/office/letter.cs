<?cs # One letter to the organ; print=1 is the sheet alone.  Needs: letter; may_receive; events. ?>
<?cs include!"parts/letter.cs" ?>
<?cs call:letter_sheet(letter) ?>
<?cs if:!page.print ?>
<p class="ym-small"><a href="<?cs var:url_validate(letter.url) ?>?print=1"><?cs var:words.action.print ?></a><?cs if:letter.case_url ?> <a href="<?cs var:url_validate(letter.case_url) ?>"><?cs var:words.watch.its_case ?></a><?cs /if ?></p>
<?cs if:may_receive ?><section class="ym-decide ym-no-print" aria-labelledby="acts"><h2 class="ym-h3" id="acts"><?cs var:words.watch.acts ?></h2>
<form method="post" action="<?cs var:url_validate(letter.url) ?>/receive"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:letter.version ?>">
<?cs call:field_lines("receipt_note") ?><?cs call:button("letter_receive") ?></form></section>
<?cs else ?><dl class="ym-strip"><div><dt><?cs var:words.label.received_at ?></dt> <dd><?cs var:letter.received_at.text ?> <?cs call:data(letter.receiver_name) ?></dd></div></dl>
<?cs if:letter.receipt ?><p class="ym-lines"<?cs call:lang_of(letter.receipt) ?>><?cs var:letter.receipt ?></p><?cs /if ?><?cs /if ?>
<?cs call:watch_history(events) ?>
<?cs /if ?>
