<?cs # A paper issued by mistake is recalled.  Needs: row.{kind_text,number,issued_on,applicant_shown,version,url}, case.url;
may_recall while it stands. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.recall, row.kind_text) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.paper_number ?></dt> <dd<?cs call:lang_of(row.number) ?>><?cs var:row.number ?></dd></div>
<div><dt><?cs var:words.label.paper_issued_on ?></dt> <dd><?cs var:row.issued_on.text ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(row.applicant_shown) ?>><?cs var:row.applicant_shown ?></dd></div>
</dl>
<?cs if:may_recall ?>
<?cs call:notice("warn", words.recall.help) ?>
<form method="post" action="<?cs var:url_validate(row.url) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:row.version ?>">
<?cs call:field_lines("recall_reason") ?>
<div class="ym-buttons">
<?cs call:button_warn("recall") ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
<?cs else ?>
<p><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>"><?cs var:words.recall.back ?></a></p>
<?cs /if ?>
</div>
