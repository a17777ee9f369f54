<?cs # What is seen by who sends a form that was opened in another session.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.stale.title) ?>
<p><?cs var:words.stale.text ?></p>
<p><?cs var:words.stale.keep ?></p>
</div>
