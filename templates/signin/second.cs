<?cs # The second factor of staff.  Needs: form.next. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.door.second, words.door.second_lead) ?>
<form method="post" action="/sign-in/second" novalidate>
<?cs call:form_token() ?>
<?cs call:field_hidden("next") ?>
<?cs call:field_code("code") ?>
<?cs call:button("confirm") ?>
</form>
<p class="ym-small"><?cs var:words.door.second_lost ?></p>
</div>
