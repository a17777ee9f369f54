<?cs # 我的证照: what a person or a body holds.  Needs: licences.N, the columns of licences with standing, soon, paper_url,
pdf_url, verify_url, renew_url. ?>
<?cs include!"parts/licence.cs" ?>
<?cs call:heading_lead(words.licence.mine, words.licence.mine_lead) ?>
<?cs if:licences.0.id ?>
<ul class="ym-rows">
<?cs each:licence = licences ?><li class="ym-rows__item"><h2 class="ym-h4"<?cs call:lang_of(licence.title) ?>><?cs var:licence.title ?></h2>
<p><?cs call:licence_tag(licence.standing) ?> <?cs if:licence.soon ?><strong class="ym-due ym-due--near"><?cs var:licence.soon ?></strong><?cs /if ?></p>
<dl class="ym-facts">
<?cs call:fact("licence_days_text", licence.days_text) ?>
<?cs call:fact_data("licence_organ", licence.organ_name) ?>
<?cs call:fact_data("licence_document", licence.document_number) ?>
<?cs call:fact_data("outcome_number", licence.outcome_number) ?>
<?cs call:fact("licence_identifier", licence.identifier) ?>
<?cs call:fact_data("licence_reason", licence.reason) ?>
</dl>
<p class="ym-small"><?cs if:licence.paper_url ?><a class="govuk-link" href="<?cs var:url_validate(licence.paper_url) ?>"><?cs var:words.licence.paper ?><span class="govuk-visually-hidden"<?cs call:lang_of(licence.title) ?>> <?cs var:licence.title ?></span></a> <a class="govuk-link" href="<?cs var:url_validate(licence.pdf_url) ?>"><?cs var:words.paper.pdf ?><span class="govuk-visually-hidden"<?cs call:lang_of(licence.title) ?>> <?cs var:licence.title ?></span></a> <?cs /if ?><?cs if:licence.verify_url ?><a class="govuk-link" href="<?cs var:url_validate(licence.verify_url) ?>"><?cs var:words.paper.verify ?><span class="govuk-visually-hidden"<?cs call:lang_of(licence.title) ?>> <?cs var:licence.title ?></span></a> <?cs /if ?><?cs if:licence.renew_url ?><a class="govuk-link" href="<?cs var:url_validate(licence.renew_url) ?>"><strong><?cs var:words.licence.renew ?></strong><span class="govuk-visually-hidden"<?cs call:lang_of(licence.title) ?>> <?cs var:licence.title ?></span></a><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("my_licences") ?><?cs /if ?>
