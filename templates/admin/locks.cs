<?cs # What is locked by failures.  Needs: choices.lock.N.{value,label,hint}; locks_count. ?>
<?cs call:heading_lead(words.guard_nav.locks, words.guard.locks_lead) ?>
<?cs if:choices.lock.0.value ?>
<form method="post" action="/admin/locks" novalidate>
<?cs call:form_token() ?>
<?cs call:field_choice("lock") ?>
<?cs call:field_text("admin_reason") ?>
<?cs call:button("lock_release") ?>
</form>
<?cs else ?><?cs call:empty_state("locks") ?><?cs /if ?>
