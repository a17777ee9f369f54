<?cs # A thing that was to be retired or put back, and why it was not.  Needs: thing.{url,name,version,retired_on}, ties.N.{label,found}, bound, form. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<?cs if:ties.0.label ?><dl class="ym-facts"><?cs each:tie = ties ?><div class="ym-facts__item"><dt><?cs var:tie.label ?></dt><dd class="ym-number"><?cs var:tie.found ?></dd></div><?cs /each ?></dl><?cs /if ?>
<?cs if:!thing.retired_on && bound ?><?cs call:notice("warn", words.admin.bound) ?><?cs else ?>
<form method="post" action="<?cs var:url_validate(thing.url) ?>/<?cs if:thing.retired_on ?>restore<?cs else ?>retire<?cs /if ?>" novalidate><?cs call:admin_version() ?><?cs call:field_reason() ?><?cs if:thing.retired_on ?><?cs call:button_plain("restore") ?><?cs else ?><?cs call:button_warn("retire") ?><?cs /if ?></form><?cs /if ?>
<p><a href="<?cs var:url_validate(thing.url) ?>"><?cs var:words.admin.back ?></a></p>
