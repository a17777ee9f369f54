<?cs # One division.  Needs: thing.{url,code,name,version,level_text,parent_name,retired_on}, form, ties, bound, history. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<dl class="ym-facts"><div class="ym-facts__item"><dt><?cs var:words.field.area_code ?></dt><dd class="ym-number"><?cs var:thing.code ?></dd></div><div class="ym-facts__item"><dt><?cs var:words.admin.level ?></dt><dd><?cs var:thing.level_text ?></dd></div><?cs if:thing.parent_name ?><div class="ym-facts__item"><dt><?cs var:words.field.area_parent ?></dt><dd<?cs call:data_lang() ?>><?cs var:thing.parent_name ?></dd></div><?cs /if ?></dl>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:admin_version() ?>
<?cs call:field_text("admin_name") ?><?cs call:field_text("admin_name_en") ?>
<?cs call:field_reason() ?><?cs call:button("save") ?></form>
<?cs call:admin_retire() ?>
<?cs call:admin_history(thing.url) ?>
