<?cs # A result that is held.  Needs: licence.standing of words.licence_standing, and the columns of licences. ?>
<?cs def:licence_tag(standing) ?><strong class="ym-state ym-nowrap ym-state--<?cs if:standing == "valid" ?>granted<?cs elif:standing == "revoked" ?>denied<?cs elif:standing == "not_yet" ?>submitted<?cs else ?>withdrawn<?cs /if ?>"><?cs var:words.licence_standing[standing] ?></strong><?cs /def ?>

<?cs def:licence_days(licence) ?><?cs if:licence.valid_to.text ?><span class="ym-nowrap"><?cs var:licence.valid_from.text ?></span> <?cs var:words.licence.to ?> <span class="ym-nowrap"><?cs var:licence.valid_to.text ?></span><?cs else ?><span class="ym-nowrap"><?cs var:licence.valid_from.text ?></span> <?cs var:words.licence.long_from ?><?cs /if ?><?cs /def ?>

<?cs # Where a material comes from that need not be submitted: who issued it, under which number, for how long. ?>
<?cs def:licence_source(licence) ?>
<p class="ym-small"><?cs call:licence_tag(licence.standing) ?> <?cs if:licence.paper_url ?><a class="govuk-link" href="<?cs var:url_validate(licence.paper_url) ?>"<?cs call:lang_of(licence.title) ?>><?cs var:licence.title ?></a><?cs else ?><?cs call:data(licence.title) ?><?cs /if ?> <?cs call:data(licence.organ_name) ?> <?cs if:licence.identifier ?><span class="ym-number"><?cs var:licence.identifier ?></span><?cs else ?><?cs call:data(licence.document_number) ?><?cs /if ?> <?cs call:licence_days(licence) ?></p>
<?cs /def ?>

<?cs def:licence_panel(licence) ?>
<?cs if:licence.title ?>
<section class="ym-panel" aria-labelledby="licence">
<h2 class="ym-panel__title" id="licence"><?cs var:words.licence.held ?></h2>
<p><strong><?cs if:licence.url ?><a class="govuk-link" href="<?cs var:url_validate(licence.url) ?>"<?cs call:lang_of(licence.title) ?>><?cs var:licence.title ?></a><?cs else ?><?cs call:data(licence.title) ?><?cs /if ?></strong> <?cs call:licence_tag(licence.standing) ?></p>
<p class="ym-small"><?cs if:licence.identifier ?><span class="ym-number"><?cs var:licence.identifier ?></span><br><?cs /if ?><?cs call:licence_days(licence) ?><?cs if:licence.reason ?><br><?cs call:data(licence.reason) ?><?cs /if ?></p>
</section>
<?cs /if ?>
<?cs /def ?>
