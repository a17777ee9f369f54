<?cs # The calendar: a year of a version, all versions, drafts.  Needs: calendar.{version,year,works,provisional,latest,new_url}; lines.N.text; versions.N.{url,version,source,last_on,created_at}; drafts.N.{url,notice_year,source,state,made_name,made_at}; form.{calendar_year,calendar_version}. ?>
<?cs call:heading_lead(words.admin_nav.calendar, words.admin.calendar_lead) ?>
<?cs if:calendar.new_url ?><p class="ym-no-print"><?cs call:link_button("draft_new", calendar.new_url) ?></p><?cs /if ?>
<form class="ym-filters ym-no-print" method="get" action="/admin/calendar"><?cs call:field_number("calendar_year") ?><?cs call:field_number("calendar_version") ?><?cs call:button_plain("show") ?></form>
<section class="ym-panel" aria-labelledby="c-year"><h2 class="ym-panel__title" id="c-year"><?cs var:calendar.year ?> <?cs var:words.admin.calendar_number ?> <?cs var:calendar.version ?></h2>
<p><?cs var:words.admin.works ?> <strong class="ym-number"><?cs var:calendar.works ?></strong></p>
<?cs if:calendar.provisional ?><?cs call:notice("warn", words.admin.provisional) ?><?cs /if ?>
<?cs if:lines.0.text ?><ul class="govuk-list"><?cs each:line = lines ?><li class="ym-number"<?cs call:data_lang() ?>><?cs var:line.text ?></li><?cs /each ?></ul><?cs else ?><?cs call:empty_state("arranged") ?><?cs /if ?></section>
<?cs if:drafts.0.source ?><section class="ym-panel" aria-labelledby="c-drafts"><h2 class="ym-panel__title" id="c-drafts"><?cs var:words.admin.drafts ?></h2>
<table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin.drafts ?></caption>
<thead><tr><th scope="col"><?cs var:words.field.notice_source ?></th><th scope="col"><?cs var:words.field.notice_year ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.admin.done_by ?></th></tr></thead>
<tbody><?cs each:one = drafts ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.source) ?>><?cs var:one.source ?></a></th><td data-label="<?cs var:words.field.notice_year ?>"><?cs var:one.notice_year ?></td><td data-label="<?cs var:words.label.state ?>"><?cs var:words.draft_state[one.state] ?></td><td data-label="<?cs var:words.admin.done_by ?>"><?cs call:data(one.made_name) ?><br><span class="ym-small"><?cs var:one.made_at.text ?></span></td></tr>
<?cs /each ?></tbody></table></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="c-versions"><h2 class="ym-panel__title" id="c-versions"><?cs var:words.admin.versions ?></h2>
<?cs if:versions.0.version ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin.versions ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin.calendar_number ?></th><th scope="col"><?cs var:words.field.notice_source ?></th><th scope="col"><?cs var:words.admin.arranged_until ?></th><th scope="col"><?cs var:words.admin.done_at ?></th></tr></thead>
<tbody><?cs each:one = versions ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"><?cs var:one.version ?></a></th><td data-label="<?cs var:words.field.notice_source ?>"><span<?cs call:data_lang() ?>><?cs var:one.source ?></span></td><td data-label="<?cs var:words.admin.arranged_until ?>"><?cs var:one.last_on.text ?></td><td data-label="<?cs var:words.admin.done_at ?>"><?cs var:one.created_at.text ?></td></tr>
<?cs /each ?></tbody></table><?cs else ?><?cs call:empty_state("versions") ?><?cs /if ?></section>
