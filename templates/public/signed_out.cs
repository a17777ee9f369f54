<?cs # What is seen by who sends a form after the session has ended.  Needs: nothing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.signed_out.title) ?>
<p><?cs var:words.signed_out.text ?></p>
<p><?cs var:words.signed_out.keep ?></p>
<p><a class="govuk-button" href="/sign-in" target="_blank" rel="noopener"><?cs var:words.signed_out.action ?></a></p>
</div>
