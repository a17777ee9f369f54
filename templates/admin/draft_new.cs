<?cs # A notice typed in.  Needs: form.{notice_year,notice_source,arrangement}; arrangement_line when a line is wrong. ?>
<?cs call:heading_lead(words.admin.draft_new, words.admin.draft_new_lead) ?>
<form method="post" action="/admin/calendar/drafts/new" novalidate><?cs call:form_token() ?>
<?cs call:draft_fields() ?><?cs call:button("save") ?></form>
