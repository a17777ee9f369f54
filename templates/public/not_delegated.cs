<?cs # What who acts for another sees on a page he was given no right to.  Needs: acting.{holder,fallen,rights.N.name}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.not_delegated.title) ?>
<?cs if:acting.fallen ?>
<p><?cs var:words.not_delegated.fallen ?></p>
<p><?cs var:words.delegation_fallen[acting.fallen] ?></p>
<?cs else ?>
<p><?cs var:words.not_delegated.text ?></p>
<p><?cs var:words.not_delegated.rights ?></p>
<ul class="govuk-list govuk-list--bullet"><?cs each:right = acting.rights ?><li><?cs var:words.right[right.name] ?></li><?cs /each ?></ul>
<?cs /if ?>
<p><?cs var:words.not_delegated.what ?></p>
<?cs call:link_button("acting_switch", "/my/act") ?>
</div>
