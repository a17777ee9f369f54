<?cs # What was asked for under one guide.  Needs: guide.{code,title,organ_text}; form.{from_on,until_on}; reasons.N.{name,cases,line_count,defect}; cards. ?>
<?cs call:heading_lead(guide.title, guide.organ_text) ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/guides/<?cs var:url_escape(guide.code) ?>">
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:button_plain("filter") ?>
</form>
<h2 class="ym-h2"><?cs var:words.watch.reasons ?></h2>
<?cs if:reasons.0.cases ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.reasons ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.material ?></th><th scope="col"><?cs var:words.watch.cases ?></th><th scope="col"><?cs var:words.watch.defect ?></th></tr></thead>
<tbody>
<?cs each:reason = reasons ?><tr><th scope="row"<?cs if:reason.name ?><?cs call:data_lang() ?><?cs /if ?>><?cs if:reason.name ?><?cs var:reason.name ?><?cs else ?><?cs var:words.office.the_form ?><?cs /if ?></th><td data-label="<?cs var:words.watch.cases ?>"><?cs var:reason.cases ?></td><td data-label="<?cs var:words.watch.defect ?>"<?cs call:data_lang() ?>><?cs var:reason.defect ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("list") ?><?cs /if ?>
<?cs if:cards.0.rule ?><h2 class="ym-h2"><?cs var:words.watch.findings ?></h2>
<ul class="ym-rows"><?cs each:card = cards ?><li class="ym-rows__item"><p><a href="<?cs var:url_validate(card.url) ?>"><span class="ym-number"><?cs var:card.rule_number ?></span> <?cs var:card.rule_text ?></a> <?cs var:card.given_on.text ?></p><p class="ym-small"<?cs call:data_lang() ?>><?cs var:card.evidence_text ?></p></li><?cs /each ?></ul><?cs /if ?>
<p><a href="/items/<?cs var:url_escape(guide.code) ?>"><?cs var:words.action.guide ?></a></p>
