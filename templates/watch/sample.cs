<?cs # One sample: how it was drawn, its cases, what was found.  Needs: sample.{id,purpose,organ_name,from_on,to_on,seed,population,
listing,size,drawn_name,drawn_at,note}; cases.N.{position,shown,title,organ_name,decided_at,result,note,by_name,at,version};
again_url, again once it was drawn again; may_record. ?>
<?cs call:heading_lead(words.sample.title, sample.note) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.sample.purpose ?></dt> <dd><?cs var:words.sample_purpose[sample.purpose] ?></dd></div>
<div><dt><?cs var:words.sample.frame ?></dt> <dd><?cs if:sample.organ_name ?><?cs call:data(sample.organ_name) ?><?cs else ?><?cs var:words.sample.all_organs ?><?cs /if ?> <span class="ym-nowrap"><?cs var:sample.from_on ?></span> <?cs var:words.sample.until ?> <span class="ym-nowrap"><?cs var:sample.to_on ?></span></dd></div>
<div><dt><?cs var:words.sample.population ?></dt> <dd><?cs var:sample.population ?></dd></div>
<div><dt><?cs var:words.sample.size ?></dt> <dd><?cs var:sample.size ?></dd></div>
<div><dt><?cs var:words.sample.seed ?></dt> <dd class="ym-number"><?cs var:sample.seed ?></dd></div>
<div><dt><?cs var:words.sample.listing ?></dt> <dd class="ym-number"><?cs var:sample.listing ?></dd></div>
<div><dt><?cs var:words.sample.drawn ?></dt> <dd><?cs call:data(sample.drawn_name) ?> <?cs var:sample.drawn_at.text ?></dd></div>
</dl>
<details class="ym-panel"<?cs if:again ?> open<?cs /if ?>><summary><strong><?cs var:words.sample.how ?></strong></summary>
<p><?cs var:words.sample.how_text ?></p>
<?cs if:again == "same" ?><?cs call:notice("good", words.sample_again.same) ?><?cs elif:again ?><?cs call:notice("warn", words.sample_again[again]) ?><?cs /if ?>
<p><a class="govuk-link" href="<?cs var:url_validate(again_url) ?>"><?cs var:words.sample.again ?></a></p></details>
<ol class="ym-rows">
<?cs each:one = cases ?><li class="ym-rows__item"><h2 class="ym-h4"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></h2>
<p class="ym-small"><span class="ym-number"><?cs var:one.shown ?></span> <?cs var:words.office.dot ?> <?cs call:data(one.organ_name) ?> <?cs var:words.office.dot ?> <?cs var:one.decided_at.day ?></p>
<?cs if:one.result ?><p><strong><?cs var:words.sample_result[one.result] ?></strong> <?cs call:data(one.note) ?> <span class="ym-small"><?cs call:data(one.by_name) ?> <?cs var:one.at.text ?></span></p>
<?cs elif:may_record ?><form class="ym-filters" method="post" action="/watch/samples/<?cs var:url_escape(sample.id) ?>/<?cs var:url_escape(one.position) ?>" novalidate><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:one.version ?>">
<div class="govuk-form-group"><label class="govuk-label" for="result-<?cs var:one.position ?>"><?cs var:words.field.sample_result ?></label>
<select class="govuk-select" id="result-<?cs var:one.position ?>" name="sample_result"><option value="fine"><?cs var:words.sample_result.fine ?></option><option value="fault"><?cs var:words.sample_result.fault ?></option><option value="not_reached"><?cs var:words.sample_result.not_reached ?></option></select></div>
<div class="govuk-form-group"><label class="govuk-label" for="finding-<?cs var:one.position ?>"><?cs var:words.field.sample_finding ?></label>
<input class="govuk-input" id="finding-<?cs var:one.position ?>" name="sample_finding" type="text"></div>
<?cs call:button_plain("sample_record") ?></form><?cs /if ?></li>
<?cs /each ?></ol>
