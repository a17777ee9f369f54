<?cs # The door.  Needs: form.{login,next}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.door.sign_in) ?>
<form method="post" action="/sign-in" novalidate>
<?cs call:form_token() ?>
<?cs call:field_hidden("next") ?>
<?cs call:field_user("login") ?>
<?cs call:field_password("password") ?>
<p class="ym-small"><?cs var:words.door.locks ?></p>
<?cs call:button("sign_in") ?>
</form>
<h2 class="ym-h4"><?cs var:words.door.no_account ?></h2>
<ul class="ym-links">
<li><a class="govuk-link" href="/sign-up/person"><?cs var:words.door.person ?></a></li>
<li><a class="govuk-link" href="/sign-up/enterprise"><?cs var:words.door.enterprise ?></a></li>
<li><a class="govuk-link" href="/track"><?cs var:words.door.track ?></a></li>
<li><a class="govuk-link" href="/sign-in/renew"><?cs var:words.renew.link ?></a></li>
</ul>
<p class="ym-small"><?cs var:words.door.forgotten ?></p>
</div>
