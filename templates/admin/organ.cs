<?cs # One organ.  Needs: thing.{url,code,name,version,retired_on}, form, choices, ties, bound, history. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<dl class="ym-facts"><div class="ym-facts__item"><dt><?cs var:words.field.organ_code ?></dt><dd class="ym-number"><?cs var:thing.code ?></dd></div></dl>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:admin_version() ?>
<?cs call:organ_fields() ?><?cs call:button("save") ?></form>
<?cs call:admin_retire() ?>
<?cs call:admin_history(thing.url) ?>
