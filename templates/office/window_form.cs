<?cs # The item's own form, all on one page.  Needs: case.{url,title,shown}; fields.N as field_declared needs them. ?>
<?cs call:heading_lead(words.window.form, case.title) ?>
<form class="ym-panel ym-panel--narrow" method="post" action="<?cs var:url_validate(case.url) ?>/form" novalidate>
<?cs call:form_token() ?>
<?cs if:fields.0.name ?><?cs call:fields_declared(fields) ?><?cs else ?><p class="ym-none"><?cs var:words.window.no_fields ?></p><?cs /if ?>
<div class="ym-buttons"><?cs call:button("go_on") ?> <?cs call:button_named("save_only", "save_only", "1") ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</form>
