<?cs # What the visitor sees instead of a page.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.bad_request.title) ?>
<p><?cs var:words.bad_request.text ?></p>
<p><?cs call:link_button("home", "/") ?></p>
</div>
