<?cs # What the visitor sees instead of a page.  Needs: wait_text, refusal, may be missing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.too_many.title) ?>
<?cs # The frame has told which quota it is. ?>
<?cs if:!refusal ?><p><?cs var:words.too_many.text ?></p><?cs /if ?>
<?cs if:wait_text ?><p><?cs var:words.too_many.wait ?><?cs var:words.frame.colon ?><strong><?cs var:wait_text ?></strong></p><?cs /if ?>
</div>
