<?cs # 政府信息公开: documents by category and year, searched by words, document number or index number.
Needs: form.q, found, nothing, documents.N.{url,title,title_lang,doc_number,organ,published_on,status,category}, chips,
facets, pager ?>
<h1 class="ym-h1"<?cs if:errors.0.field ?> id="f-<?cs var:errors.0.field ?>"<?cs /if ?>><?cs var:words.title.public_documents ?></h1>
<form class="ym-search" role="search" method="get" action="/open/">
<label class="govuk-visually-hidden" for="q"><?cs var:words.open.search_label ?></label>
<input class="ym-search__input" id="q" name="q" type="search" value="<?cs var:form.q ?>" placeholder="<?cs var:words.open.search_hint ?>" autocomplete="off">
<button type="submit" class="ym-search__button"><?cs call:icon("search") ?> <span><?cs var:words.action.search ?></span></button>
</form>
<?cs call:chips(chips) ?>
<div class="<?cs if:nothing ?>ym-panel--narrow<?cs else ?>ym-columns ym-columns--facets<?cs /if ?>">
<div class="ym-columns__main">
<?cs if:!nothing ?><?cs call:facets_link() ?><?cs /if ?>
<div class="ym-listhead"><p class="ym-listhead__found" role="status"><?cs var:found ?></p></div>
<?cs if:nothing ?><?cs call:empty_state("docs") ?>
<section class="ym-panel" aria-labelledby="tips"><h2 class="ym-panel__title" id="tips"><?cs var:words.catalogue.tips ?></h2>
<ul class="ym-bullets"><?cs if:form.q ?><li><?cs var:words.open.tip_number ?></li>
<li><a href="/items?q=<?cs var:url_escape(form.q) ?>"><?cs var:words.open.tip_items ?></a></li><?cs /if ?>
<li><a href="/open/"><?cs var:words.open.tip_all ?></a></li></ul></section><?cs else ?>
<ul class="ym-cards"><?cs each:doc = documents ?><li class="ym-card">
<h2 class="ym-card__title"><a href="<?cs var:url_validate(doc.url) ?>"<?cs if:doc.title_lang ?> lang="<?cs var:doc.title_lang ?>"<?cs /if ?>><?cs var:doc.title ?></a></h2>
<ul class="ym-card__facts"><?cs if:doc.doc_number ?><li<?cs call:data_lang() ?>><?cs call:icon("file") ?> <?cs var:doc.doc_number ?></li><?cs /if ?><?cs if:doc.organ ?><li><?cs call:icon("building") ?> <?cs call:data(doc.organ) ?></li><?cs /if ?><li><?cs call:icon("calendar") ?> <?cs call:day_iso(doc.published_on, doc.published_on.text) ?></li><?cs if:words.category[doc.category] ?><li><?cs var:words.category[doc.category] ?></li><?cs /if ?><?cs if:doc.status != "in_force" ?><li class="ym-tag ym-tag--warn"><?cs var:words.document_status[doc.status] ?></li><?cs /if ?></ul>
</li><?cs /each ?></ul>
<?cs call:pager(pager) ?><?cs /if ?>
<p class="ym-small"><a class="govuk-link" href="/open/record"><?cs var:words.open_record.link ?></a></p>
</div>
<?cs if:!nothing ?><div class="ym-columns__side"><h2 class="govuk-visually-hidden"><?cs var:words.catalogue.narrow ?></h2><?cs call:facets(facets) ?></div><?cs /if ?>
</div>
