<?cs # What is kept of whom, for how long, and what one may ask for.  Needs: site.sponsor; keeps.N.text; words.about_privacy.N. ?>
<?cs call:heading(words.title.public_about_privacy) ?>
<div class="ym-prose"><?cs each:paragraph = words.about_privacy ?><p><?cs var:paragraph ?></p><?cs /each ?></div>
<section class="ym-panel" aria-labelledby="keeps"><h2 class="ym-panel__title" id="keeps"><?cs var:words.privacy.keeps_title ?></h2>
<ul class="ym-bullets"><li><?cs var:words.privacy.archive ?></li><?cs each:one = keeps ?><li><?cs var:one.text ?></li><?cs /each ?></ul></section>
<section class="ym-panel" aria-labelledby="rights"><h2 class="ym-panel__title" id="rights"><?cs var:words.privacy.rights_title ?></h2>
<p><?cs var:words.privacy.rights ?></p>
<ul class="ym-links"><li><a class="govuk-link" href="/my/account"><?cs var:words.privacy.see ?></a></li>
<li><a class="govuk-link" href="/my/export"><?cs var:words.privacy.copy ?></a></li>
<li><a class="govuk-link" href="/my/account/close"><?cs var:words.privacy.close ?></a></li>
<li><a class="govuk-link" href="/ask?kind=complaint"><?cs var:words.privacy.complain ?></a></li></ul></section>
<section class="ym-panel" aria-labelledby="handler"><h2 class="ym-panel__title" id="handler"><?cs var:words.privacy.handler ?></h2>
<p><span<?cs call:data_lang() ?>><?cs var:site.sponsor ?></span> <a class="govuk-link" href="/about/contact"><?cs var:words.frame.contact ?></a></p></section>
