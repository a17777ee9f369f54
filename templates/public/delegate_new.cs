<?cs # Inviting a delegate.  Needs: firm, choices.{office,rights,extent,item_codes}, last_on. ?>
<?cs call:heading_lead(words.delegates.invite, words.delegates.invite_lead) ?>
<form method="post" action="/my/delegates/new" novalidate>
<?cs call:form_token() ?>
<?cs if:firm ?><?cs call:field_choice("office") ?><?cs /if ?>
<?cs call:field_text("delegate_name") ?>
<?cs call:field_citizen("citizen_number") ?>
<?cs call:field_many("rights") ?>
<?cs call:field_choice("extent") ?>
<?cs if:choices.item_codes.0.value ?><?cs call:field_many("item_codes") ?><?cs /if ?>
<?cs call:field_day("delegated_until") ?>
<p class="ym-small"><?cs var:words.delegates.last_on ?> <?cs call:day_iso(last_on, last_on.text) ?></p>
<?cs call:button("delegate_invite") ?>
</form>
