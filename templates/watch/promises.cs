<?cs # 承诺兑现: what was promised and what was kept, inside.  Needs: as parts/figures.cs says. ?>
<?cs call:heading_lead(words.title.public_promises, words.figures.promises_lead) ?>
<?cs call:figures_filters("/watch/figures/promises") ?>
<?cs call:figures_kept() ?>
<p><a class="govuk-link" href="<?cs var:url_validate(scope.figures_url) ?>"><?cs var:words.title.watch_figures ?></a></p>
