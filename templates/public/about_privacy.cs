<?cs # A page of words only: words.about_privacy.N. ?>
<?cs call:heading(words.title.public_about_privacy) ?>
<div class="ym-prose"><?cs each:paragraph = words.about_privacy ?><p><?cs var:paragraph ?></p><?cs /each ?></div>
