<?cs # What an auditor asks of the record, and what was asked before.  Needs: choices.audit_source; form; searches.N.{url,at,source,from_on,until_on,who,what,object,reason}. ?>
<?cs call:heading_lead(words.guard_nav.audit, words.guard.audit_lead) ?>
<form method="post" action="/admin/audit" novalidate>
<?cs call:form_token() ?>
<?cs call:field_choice("audit_source") ?>
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:field_input("audit_who", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_input("audit_what", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_input("audit_object", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_text("admin_reason") ?>
<?cs call:button("audit_ask") ?>
</form>
<section class="ym-panel" aria-labelledby="a-before"><h2 class="ym-panel__title" id="a-before"><?cs var:words.guard.searches ?></h2>
<?cs if:searches.0.url ?><ul class="ym-rows"><?cs each:one = searches ?><li class="ym-rows__item"><a href="<?cs var:url_validate(one.url) ?>"><?cs var:words.audit_source[one.source] ?> <?cs var:one.from_on.text ?> / <?cs var:one.until_on.text ?></a> <span class="ym-small"><?cs call:data(one.who) ?> <?cs call:data(one.what) ?> <?cs call:data(one.object) ?> <?cs call:data(one.reason) ?></span> <span class="ym-small"><?cs var:one.at.text ?></span></li><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("searches") ?><?cs /if ?></section>
