<?cs # What the visitor sees instead of a page.  Needs: page.program. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.not_found.title) ?>
<p><?cs var:words.not_found.text ?></p>
<?cs if:page.program == "office" ?><p><?cs call:link_button("home", "/office/") ?></p>
<?cs elif:page.program == "publish" ?><p><?cs call:link_button("home", "/publish/") ?></p>
<?cs elif:page.program == "watch" ?><p><?cs call:link_button("home", "/watch/") ?></p>
<?cs elif:page.program == "admin" ?><p><?cs call:link_button("home", "/admin/") ?></p>
<?cs else ?>
<p><?cs var:words.not_found.search ?></p>
<?cs call:search_box("/items", "") ?>
<p><?cs call:link_button("home", "/") ?></p>
<?cs /if ?>
</div>
