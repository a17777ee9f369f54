<?cs # One figure, inside: its definition, its rows, its query.  Needs: as parts/figures.cs says. ?>
<?cs call:heading(figure.label) ?>
<?cs call:figures_scope_line() ?>
<?cs call:figure_page() ?>
<p><a class="govuk-link" href="<?cs var:url_validate(scope.figures_url) ?>"><?cs var:words.title.watch_figures ?></a></p>
