<?cs # The figures inside.  Needs: as parts/figures.cs says; scope.promises_url. ?>
<?cs call:heading_lead(words.title.watch_figures, words.figures.watch_lead) ?>
<?cs call:figures_filters("/watch/figures") ?>
<ul class="ym-links ym-no-print"><li><a href="<?cs var:url_validate(scope.promises_url) ?>"><?cs var:words.title.public_promises ?></a></li><li><a href="/watch/late"><?cs var:words.figures.late_list ?></a></li><li><a href="/watch/scores"><?cs var:words.title.watch_scores ?></a></li><li><a href="/watch/digest"><?cs var:words.title.watch_digest ?></a></li></ul>
<?cs call:figures_tiles() ?>
<?cs call:figures_charts() ?>
<?cs call:figures_table() ?>
<?cs call:figures_windows() ?>
<?cs call:figures_files() ?>
