<?cs # The first page of staff who handle no cases.  Needs: desk.publish, set for webmasters and editors. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.desk.title) ?>
<?cs if:desk.publish ?>
<p><?cs var:words.desk.publish ?></p>
<p><?cs call:link_button("to_publish", "/publish/") ?></p>
<?cs else ?>
<p><?cs var:words.desk.none ?></p>
<?cs /if ?>
</div>
