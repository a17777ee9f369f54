<?cs # Closing one's own account.  Needs: asked, against, day, lead or asked_text, {cases_open,delegations_given,delegations_taken}_text. ?>
<?cs call:heading(words.closing.title) ?>
<?cs if:asked ?>
<?cs call:notice("warn", asked_text) ?>
<?cs if:against ?><p><?cs var:words.closing.waits ?></p><?cs /if ?>
<form method="post" action="/my/account/keep" novalidate>
<?cs call:form_token() ?>
<?cs call:button("keep_account") ?>
</form>
<?cs else ?><p class="ym-lead"><?cs var:lead ?></p><?cs /if ?>
<?cs if:against ?>
<section class="ym-section" aria-labelledby="c-first"><h2 id="c-first"><?cs var:words.closing.first ?></h2>
<ul class="govuk-list govuk-list--bullet">
<?cs if:cases_open_text ?><li><a class="govuk-link" href="/my/cases?side=open"><?cs var:cases_open_text ?></a></li><?cs /if ?>
<?cs if:delegations_given_text ?><li><a class="govuk-link" href="/my/delegates"><?cs var:delegations_given_text ?></a></li><?cs /if ?>
<?cs if:delegations_taken_text ?><li><a class="govuk-link" href="/my/delegates"><?cs var:delegations_taken_text ?></a></li><?cs /if ?>
</ul></section>
<?cs /if ?>
<section class="ym-section" aria-labelledby="c-goes"><h2 id="c-goes"><?cs var:words.closing.goes ?></h2>
<ul class="govuk-list govuk-list--bullet">
<li><?cs var:words.closing.goes_account ?></li>
<li><?cs var:words.closing.goes_drafts ?></li>
<li><?cs var:words.closing.goes_recipients ?></li>
</ul></section>
<section class="ym-section" aria-labelledby="c-stays"><h2 id="c-stays"><?cs var:words.closing.stays ?></h2>
<ul class="govuk-list govuk-list--bullet">
<li><?cs var:words.closing.stays_cases ?></li>
<li><?cs var:words.closing.stays_others ?></li>
<li><?cs var:words.closing.stays_bookings ?></li>
</ul></section>
<p><a class="govuk-link" href="/my/export"><?cs var:words.security.take ?></a></p>
<?cs if:!asked && !against ?>
<form method="post" action="/my/account/close" novalidate>
<?cs call:form_token() ?>
<?cs call:field_flag("closing_known") ?>
<?cs call:field_password("password") ?>
<?cs call:button_warn("close_account") ?>
</form>
<?cs /if ?>
