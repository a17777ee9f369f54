<?cs # A new item: its code, title, organ and area; all else is written in its draft.  Needs: choices.{item_organ,item_area}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.publish.item_new, words.publish.item_new_lead) ?>
<form method="post" action="/publish/items/new">
<?cs call:form_token() ?>
<?cs call:field_input("item_code", "text", "", "off", "ym-number") ?>
<?cs call:field_text("item_title") ?>
<?cs call:field_select("item_organ") ?>
<?cs call:field_select("item_area") ?>
<div class="ym-buttons"><?cs call:button("item_new") ?> <a href="/publish/items"><?cs var:words.action.cancel ?></a></div>
</form>
</div>
