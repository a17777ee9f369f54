<?cs # What the visitor sees instead of a page.  Needs: wait_text, may be missing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.too_many.title) ?>
<p><?cs var:words.too_many.text ?></p>
<?cs if:wait_text ?><p><?cs var:words.too_many.wait ?><?cs var:words.frame.colon ?><strong><?cs var:wait_text ?></strong></p><?cs /if ?>
</div>
