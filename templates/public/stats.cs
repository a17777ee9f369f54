<?cs # 数据公开: the figures.  Needs: as parts/figures.cs says; scope.promises_url. ?>
<?cs call:heading_lead(words.title.public_stats, words.figures.lead) ?>
<?cs call:figures_filters("/stats") ?>
<?cs call:figures_tiles() ?>
<p><a class="govuk-link" href="<?cs var:url_validate(scope.promises_url) ?>"><?cs var:words.title.public_promises ?></a> <a class="govuk-link" href="/open/record"><?cs var:words.open_record.link ?></a></p>
<?cs call:figures_charts() ?>
<?cs call:figures_table() ?>
<?cs call:figures_windows() ?>
<?cs call:figures_files() ?>
