<?cs # Acceptance that needs a word: originals seen, the day by which what lacks must come.  Needs: case.{url,version,title,
shown,applicant_name}; pieces.N as field_declared needs them; lacking, last_on. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.accept, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
</dl>
<?cs if:lacking ?><?cs call:notice("warn", words.accept.lacking) ?><?cs if:last_on.text ?><p><?cs var:words.accept.last_on ?><?cs var:words.frame.colon ?><?cs var:last_on.text ?></p><?cs /if ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/accept">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs each:piece = pieces ?><?cs call:field_declared(piece) ?><?cs /each ?>
<div class="ym-buttons"><?cs call:button("accept") ?> <a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a></div>
</form>
</div>
