<?cs # The digest of a month or a quarter, to be printed.  Needs: as parts/figures.cs says; digest.N.{label,value,count,url,csv_url,sum} ?>
<?cs call:heading_lead(words.title.watch_digest, words.figures.digest_lead) ?>
<?cs call:figures_filters("/watch/digest") ?>
<section class="ym-panel" aria-labelledby="d-figures"><h2 class="ym-panel__title" id="d-figures"><?cs var:words.figures.digest_figures ?></h2>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.figures.digest_figures ?></caption>
<thead><tr><th scope="col"><?cs var:words.figures.figure ?></th><th scope="col"><?cs var:words.figures.value ?></th><th scope="col"><?cs var:words.figures.row_count ?></th><th scope="col"><?cs var:words.figures.sum ?></th></tr></thead>
<tbody>
<?cs each:row = digest ?><tr><th scope="row"><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.label ?></a></th><td class="ym-table__number" data-label="<?cs var:words.figures.value ?>"><?cs var:row.value ?></td><td class="ym-table__number" data-label="<?cs var:words.figures.row_count ?>"><a href="<?cs var:url_validate(row.csv_url) ?>"><?cs var:row.count ?></a></td><td data-label="<?cs var:words.figures.sum ?>" class="ym-number ym-small"><?cs if:row.sum ?><?cs var:row.sum ?><?cs else ?><?cs var:words.figures.many ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<p class="ym-small"><?cs var:words.figures.digest_help ?></p></section>
<?cs call:figures_charts() ?>
<?cs call:figures_table() ?>
<?cs call:figures_windows() ?>
<?cs call:figures_files() ?>
