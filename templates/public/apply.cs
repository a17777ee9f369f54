<?cs # Before applying: may I, what does it take, what do I need.  Needs: guide (fcgi/worker/guide.h), guide_url, apply_url;
draft_url when one is open; not_here, a key of words.apply_not, when this visitor can not apply here. ?>
<div class="ym-columns">
<div class="ym-columns__main">
<?cs call:heading(guide.title) ?>
<?cs if:not_here ?><?cs call:notice("warn", words.apply_not[not_here]) ?><?cs elif:draft_url ?><?cs call:notice_word("info", "draft_there") ?><?cs /if ?>
<div class="ym-panel">
<h2 class="ym-panel__title"><?cs var:words.apply.before ?></h2>
<dl class="ym-facts">
<?cs call:fact("organ", guide.organ_name) ?>
<?cs if:guide.promised_limit ?><?cs if:guide.promised_limit == "0" ?><?cs call:fact("promised", words.handling["1"]) ?><?cs else ?><?cs call:fact("promised", guide.promised_text) ?><?cs /if ?><?cs /if ?>
<?cs if:guide.visits ?><?cs call:fact("visits", guide.visits) ?><?cs /if ?>
<?cs if:guide.charged ?><?cs call:fact("charged", words.yes_no[guide.charged]) ?><?cs /if ?>
<?cs call:fact_data("outcome_name", guide.outcome_name) ?>
</dl>
<?cs if:guide.conditions_lines.0.text ?>
<h3 class="ym-h4"><?cs var:words.apply.conditions ?></h3>
<ul class="govuk-list"<?cs call:data_lang() ?>><?cs each:line = guide.conditions_lines ?><li><?cs var:line.text ?></li><?cs /each ?></ul>
<?cs /if ?>
<?cs if:guide.materials.0.name ?>
<h3 class="ym-h4"><?cs var:words.apply.needed ?></h3>
<ul class="govuk-list govuk-list--bullet"><?cs each:material = guide.materials ?><li><?cs call:data(material.name) ?> <span class="ym-small"><?cs if:material.source == "shared" ?><?cs var:words.material_source.shared ?><?cs elif:material.necessity ?><?cs var:words.necessity[material.necessity] ?><?cs /if ?></span></li><?cs /each ?></ul>
<?cs /if ?>
<?cs if:not_here != "ended" ?><p class="ym-small"><?cs var:words.apply.as_of ?></p><?cs /if ?>
</div>
</div>
<div class="ym-columns__side">
<div class="ym-panel ym-panel--tint">
<?cs if:not_here ?>
<?cs if:not_here == "ended" ?><p><?cs call:link_button("find_item", "/items") ?></p><?cs else ?><p><?cs var:words.apply.elsewhere ?></p><?cs /if ?>
<p><?cs call:link_button("guide", guide_url) ?></p>
<?cs elif:draft_url ?>
<p><?cs call:link_button("continue_draft", draft_url) ?></p>
<p><a class="govuk-link" href="<?cs var:url_validate(guide_url) ?>"><?cs var:words.action.guide ?></a></p>
<?cs else ?>
<p><?cs var:words.apply.saved_always ?></p>
<form method="post" action="<?cs var:url_validate(apply_url) ?>"><?cs call:form_token() ?><?cs call:button("begin") ?></form>
<p><a class="govuk-link" href="<?cs var:url_validate(guide_url) ?>"><?cs var:words.action.guide ?></a></p>
<?cs /if ?>
</div>
</div>
</div>
