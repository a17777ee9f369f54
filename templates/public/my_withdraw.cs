<?cs # Really withdraw?  Needs: case, may_withdraw. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.my.withdraw, case.title) ?>
<?cs if:may_withdraw ?>
<?cs call:confirm_word("withdraw") ?>
<form method="post" action="<?cs var:url_validate(case.my_url) ?>/withdraw" novalidate>
<?cs call:form_token() ?>
<?cs call:field_lines("reason") ?>
<div class="ym-buttons"><?cs call:button_warn("withdraw") ?> <?cs call:link_button_plain("back", case.my_url) ?></div>
</form>
<?cs else ?><p><?cs var:words.my.no_withdraw ?></p><p><?cs call:link_button_plain("back", case.my_url) ?></p><?cs /if ?>
</div>
