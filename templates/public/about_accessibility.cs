<?cs # A page of words only: words.about_accessibility.N. ?>
<?cs call:heading(words.title.public_about_accessibility) ?>
<div class="ym-prose"><?cs each:paragraph = words.about_accessibility ?><p><?cs var:paragraph ?></p><?cs /each ?></div>
