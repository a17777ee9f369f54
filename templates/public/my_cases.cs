<?cs # All cases of one's own.  Needs: tabs, cases (case_rows), pager. ?>
<?cs include!"public/my_parts.cs" ?>
<?cs call:heading(words.my.cases) ?>
<?cs call:tabs(tabs) ?>
<h2 class="govuk-visually-hidden"><?cs var:words.my.cases ?></h2>
<?cs if:cases.0.url ?><?cs call:case_rows(cases) ?><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("cases") ?><?cs /if ?>
