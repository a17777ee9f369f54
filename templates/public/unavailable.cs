<?cs # What the visitor sees instead of a page.  Needs: site.phone, may be missing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.unavailable.title) ?>
<p><?cs var:words.unavailable.text ?></p>
<?cs if:site.phone ?><p><?cs var:words.unavailable.phone ?> <strong class="ym-number"><?cs var:site.phone ?></strong></p><?cs /if ?>
</div>
