<?cs # One result that is held, and what became of it.  Needs: licence, the columns of licences with standing, case_url,
paper_url, revoke_url, replaced_url; events as timeline() wants them. ?>
<?cs include!"parts/licence.cs" ?>
<?cs call:heading_lead(licence.title, licence.holder_name) ?>
<p><?cs call:licence_tag(licence.standing) ?></p>
<?cs if:licence.reason ?><div class="ym-notice ym-notice--warn"><?cs call:notice_icon("warn") ?><p<?cs call:lang_of(licence.reason) ?>><?cs var:licence.reason ?></p></div><?cs /if ?>
<div class="ym-case">
<div class="ym-case__main">
<section class="ym-panel" aria-labelledby="facts">
<h2 class="ym-panel__title" id="facts"><?cs var:words.licence.facts ?></h2>
<dl class="govuk-summary-list">
<?cs if:licence.identifier ?><?cs call:summary_row("licence_identifier", licence.identifier) ?><?cs else ?><?cs call:summary_row("licence_identifier", words.licence.unnumbered) ?><?cs /if ?>
<?cs call:summary_row("licence_holder", licence.holder_name) ?>
<?cs call:summary_row("licence_number", licence.id_number) ?>
<?cs call:summary_row("licence_item", licence.item_title) ?>
<?cs call:summary_row("licence_document", licence.document_number) ?>
<?cs if:licence.outcome_number ?><?cs call:summary_row("outcome_number", licence.outcome_number) ?><?cs /if ?>
<?cs call:summary_row("licence_issued_on", licence.issued_on.text) ?>
<?cs call:summary_row("licence_signed_at", licence.signed_at) ?>
<?cs call:summary_row("licence_from", licence.valid_from.text) ?>
<?cs if:licence.valid_to.text ?><?cs call:summary_row("licence_to", licence.valid_to.text) ?><?cs else ?><?cs call:summary_row("licence_to", words.licence.long_term) ?><?cs /if ?>
</dl>
<ul class="ym-links ym-no-print">
<li><a class="govuk-link" href="<?cs var:url_validate(licence.case_url) ?>"><?cs var:words.licence.case ?></a></li>
<?cs if:licence.paper_url ?><li><a class="govuk-link" href="<?cs var:url_validate(licence.paper_url) ?>"><?cs var:words.licence.paper ?></a></li><?cs /if ?>
<?cs if:licence.replaced_url ?><li><a class="govuk-link" href="<?cs var:url_validate(licence.replaced_url) ?>"><?cs var:words.licence.newer ?></a></li><?cs /if ?>
</ul>
</section>
</div>
<section class="ym-case__side" tabindex="0" aria-label="<?cs var:words.office.side ?>">
<?cs if:licence.revoke_url ?><section class="ym-decide ym-no-print" aria-labelledby="acts"><h2 class="ym-h3" id="acts"><?cs var:words.office.acts ?></h2>
<p><?cs call:link_button_plain("revoke", licence.revoke_url) ?></p></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="history">
<h2 class="ym-panel__title" id="history"><?cs var:words.licence.history ?></h2>
<?cs call:timeline(events) ?>
</section>
</section>
</div>
