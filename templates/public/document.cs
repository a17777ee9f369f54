<?cs # One document: its record, its text, its files, and the reading tools.
Needs: document (columns, organ, body.html or paragraphs.N.text), files, related, page.tools, page.qr_url ?>
<article class="ym-document">
<h1 class="ym-h1"<?cs if:page.title == document.title ?><?cs call:data_lang() ?><?cs /if ?>><?cs var:page.title ?></h1>
<?cs if:document.status != "in_force" ?><div class="ym-notice ym-notice--warn"><?cs call:icon("warning") ?><p><?cs var:words.open.not_in_force ?><?cs var:words.document_status[document.status] ?></p></div><?cs /if ?>
<?cs call:toolbar(page.tools) ?>
<dl class="ym-facts ym-facts--plain">
<?cs call:fact("index_number", document.index_number) ?>
<?cs call:fact("category", words.category[document.category]) ?>
<?cs call:fact_data("topic", document.topic) ?>
<?cs call:fact("publisher", document.organ) ?>
<?cs call:fact_data("doc_number", document.doc_number) ?>
<?cs call:fact("issued_on", document.issued_on.text) ?>
<?cs call:fact("produced_on", document.produced_on.text) ?>
<?cs call:fact("published_on", document.published_on.text) ?>
<?cs call:fact("valid_until", document.valid_until.text) ?>
<?cs call:fact("document_status", words.document_status[document.status]) ?>
<?cs call:fact_data("keywords", document.keywords) ?>
<?cs call:fact_data("source", document.source) ?>
</dl>
<div class="ym-columns">
<div class="ym-columns__main">
<?cs if:document.summary ?><section class="ym-section" aria-labelledby="h-summary"><h2 id="h-summary"><?cs var:words.open.summary ?></h2><p<?cs call:data_lang() ?>><?cs var:document.summary ?></p></section><?cs /if ?>
<section class="ym-section" aria-labelledby="h-body"><h2 id="h-body"><?cs var:words.open.body ?></h2>
<div<?cs call:data_lang() ?>><?cs if:document.body.html ?><?cs call:markdown(document.body) ?><?cs else ?><div class="ym-prose ym-prose--indent"><?cs each:p = paragraphs ?><p><?cs var:p.text ?></p><?cs /each ?></div><?cs /if ?></div>
</section>
<?cs if:files.0.name ?><section class="ym-section" aria-labelledby="h-files"><h2 id="h-files"><?cs var:words.open.files ?></h2><?cs call:file_list(files) ?></section><?cs /if ?>
</div>
<?cs if:!page.print ?><div class="ym-columns__side">
<?cs if:page.qr_url ?><section class="ym-panel" aria-labelledby="h-qr"><h2 class="ym-panel__title" id="h-qr"><?cs var:words.open.qr ?></h2><?cs call:qr(page.qr_url, words.open.qr_help) ?></section><?cs /if ?>
<?cs if:related.0.title ?><section class="ym-panel" aria-labelledby="h-related"><h2 class="ym-panel__title" id="h-related"><?cs var:words.open.related ?></h2>
<ul class="ym-links"><?cs each:one = related ?><li><a href="<?cs var:url_validate(one.url) ?>"<?cs if:one.title_lang ?> lang="<?cs var:one.title_lang ?>"<?cs /if ?>><?cs var:one.title ?></a> <?cs call:day_iso(one.published_on, one.published_on.text) ?></li><?cs /each ?></ul></section><?cs /if ?>
</div><?cs /if ?>
</div>
</article>
