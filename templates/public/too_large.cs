<?cs # What the visitor sees instead of a page.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.too_large.title) ?>
<p><?cs var:words.too_large.text ?></p>
</div>
