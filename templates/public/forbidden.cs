<?cs # What the visitor sees instead of a page.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.forbidden.title) ?>
<p><?cs var:words.forbidden.text ?></p>
<p><?cs call:link_button("home", "/") ?></p>
</div>
