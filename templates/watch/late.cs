<?cs # Who was late.  Needs: scope as parts/figures.cs says; open.N and done_late.N.{number,url,title,organ_name,officer_name,
applicant_name,due_on,ended_on,over} ?>
<?cs def:late_rows(list, title) ?>
<section class="ym-panel"><h2 class="ym-panel__title"><?cs var:title ?></h2>
<?cs if:list.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:title ?></caption>
<thead><tr><th scope="col"><?cs var:words.column.number ?></th><th scope="col"><?cs var:words.column.title ?></th><th scope="col"><?cs var:words.column.organ_name ?></th><th scope="col"><?cs var:words.column.officer_name ?></th><th scope="col"><?cs var:words.column.applicant_name ?></th><th scope="col"><?cs var:words.column.due_on ?></th><th scope="col"><?cs var:words.figures.over ?></th></tr></thead>
<tbody>
<?cs each:row = list ?><tr><td data-label="<?cs var:words.column.number ?>"><a class="ym-number" href="<?cs var:url_validate(row.url) ?>"><?cs var:row.number ?></a></td><td data-label="<?cs var:words.column.title ?>"<?cs call:lang_of(row.title) ?>><?cs var:row.title ?></td><td data-label="<?cs var:words.column.organ_name ?>"<?cs call:lang_of(row.organ_name) ?>><?cs var:row.organ_name ?></td><td data-label="<?cs var:words.column.officer_name ?>"><?cs if:row.officer_name ?><?cs call:data(row.officer_name) ?><?cs else ?><?cs var:words.figures.nobody ?><?cs /if ?></td><td data-label="<?cs var:words.column.applicant_name ?>"<?cs call:lang_of(row.applicant_name) ?>><?cs var:row.applicant_name ?></td><td data-label="<?cs var:words.column.due_on ?>" class="ym-nowrap"><?cs var:row.due_on.text ?></td><td data-label="<?cs var:words.figures.over ?>"><?cs var:row.over ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><p class="ym-none"><?cs var:words.chart.none ?></p><?cs /if ?></section>
<?cs /def ?>
<?cs call:heading_lead(words.title.watch_late, words.figures.late_lead) ?>
<?cs call:figures_filters("/watch/late") ?>
<?cs call:late_rows(open, words.figures.late_open) ?>
<?cs call:late_rows(done_late, words.figures.late_done) ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", late.csv_url) ?> <?cs call:link_button_plain("xlsx", late.xlsx_url) ?> <?cs call:link_button_plain("print", scope.print_url) ?></div>
