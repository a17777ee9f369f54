<?cs # The one value printed as it is: HTML that page_markdown made of Markdown in safe mode.  Needs: text.html. ?>
<?cs def:markdown(text) ?><div class="ym-prose"><?cs uvar:text.html ?></div><?cs /def ?>
