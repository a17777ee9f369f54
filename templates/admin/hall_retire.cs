<?cs # An appointment plan to be ended, sent back.  Needs: thing.{url,name}, form. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<form method="post" action="<?cs var:url_validate(thing.url) ?>/retire" novalidate><?cs call:form_token() ?><?cs call:field_hidden("plan") ?><?cs call:field_reason() ?><?cs call:button_plain("plan_retire") ?></form>
<p><a href="<?cs var:url_validate(thing.url) ?>"><?cs var:words.admin.back ?></a></p>
