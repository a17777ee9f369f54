<?cs # What the visitor sees instead of a page.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.not_found.title) ?>
<p><?cs var:words.not_found.text ?></p>
<p><?cs var:words.not_found.search ?></p>
<?cs call:search_box("/items", "") ?>
<p><?cs call:link_button("home", "/") ?></p>
</div>
