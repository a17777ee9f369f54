<?cs # Is this paper genuine?  Needs: form.paper_code. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.verify.title, words.verify.lead) ?>
<form method="get" action="/verify" novalidate>
<?cs call:field_input("paper_code", "text", "", "off", "ym-number") ?>
<?cs call:button("verify") ?>
</form>
<p class="ym-small"><?cs var:words.verify.help ?></p>
</div>
