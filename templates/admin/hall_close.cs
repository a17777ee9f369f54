<?cs # A day on which a hall is closed, sent back.  Needs: thing.{url,name}, form. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<form method="post" action="<?cs var:url_validate(thing.url) ?>/close" novalidate><?cs call:form_token() ?><?cs call:field_day("close_on") ?><?cs call:field_reason() ?><?cs call:button_plain("day_close") ?></form>
<p><a href="<?cs var:url_validate(thing.url) ?>"><?cs var:words.admin.back ?></a></p>
