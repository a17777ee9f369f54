<?cs # One letter; print=1 is the sheet alone.  Needs: letter, events. ?>
<?cs include!"parts/letter.cs" ?>
<?cs call:letter_sheet(letter) ?>
<?cs if:!page.print ?>
<p class="ym-small"><a href="<?cs var:url_validate(letter.url) ?>?print=1"><?cs var:words.action.print ?></a><?cs if:letter.case_url ?> <a href="<?cs var:url_validate(letter.case_url) ?>"><?cs var:words.watch.its_case ?></a><?cs /if ?></p>
<dl class="ym-strip">
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs var:words.letter_state[letter.state] ?></dd></div>
<?cs if:letter.received_at.text ?><div><dt><?cs var:words.label.received_at ?></dt> <dd><?cs var:letter.received_at.text ?> <?cs call:data(letter.receiver_name) ?></dd></div><?cs /if ?>
</dl>
<?cs if:letter.receipt ?><p class="ym-lines"<?cs call:lang_of(letter.receipt) ?>><?cs var:letter.receipt ?></p><?cs /if ?>
<?cs call:watch_history(events) ?>
<?cs /if ?>
