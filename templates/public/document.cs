<?cs # One document: its record, its text, its files, and the reading tools.
Needs: document (columns, organ, body.html or paragraphs.N.text), files, related, page.tools ?>
<article>
<h1 class="ym-h1"><?cs var:page.title ?></h1>
<?cs if:document.status != "in_force" ?><div class="ym-notice ym-notice--warn"><?cs call:icon("warning") ?><p><?cs var:words.document_status[document.status] ?></p></div><?cs /if ?>
<?cs call:toolbar(page.tools) ?>
<dl class="ym-facts">
<?cs call:fact("index_number", document.index_number) ?>
<?cs call:fact("category", words.category[document.category]) ?>
<?cs call:fact("topic", document.topic) ?>
<?cs call:fact("publisher", document.organ) ?>
<?cs call:fact("doc_number", document.doc_number) ?>
<?cs call:fact("issued_on", document.issued_on.text) ?>
<?cs call:fact("produced_on", document.produced_on.text) ?>
<?cs call:fact("published_on", document.published_on.text) ?>
<?cs call:fact("valid_until", document.valid_until.text) ?>
<?cs call:fact("document_status", words.document_status[document.status]) ?>
<?cs call:fact("keywords", document.keywords) ?>
<?cs call:fact("source", document.source) ?>
</dl>
<?cs if:document.summary ?><section class="ym-section" aria-labelledby="h-summary"><h2 id="h-summary"><?cs var:words.open.summary ?></h2><p><?cs var:document.summary ?></p></section><?cs /if ?>
<section class="ym-section" aria-labelledby="h-body"><h2 id="h-body"><?cs var:words.open.body ?></h2>
<?cs if:document.body.html ?><?cs call:markdown(document.body) ?><?cs else ?><div class="ym-prose ym-prose--indent"><?cs each:p = paragraphs ?><p><?cs var:p.text ?></p><?cs /each ?></div><?cs /if ?>
</section>
<?cs if:files.0.name ?><section class="ym-section" aria-labelledby="h-files"><h2 id="h-files"><?cs var:words.open.files ?></h2><?cs call:file_list(files) ?></section><?cs /if ?>
<?cs if:related.0.title ?><section class="ym-section" aria-labelledby="h-related"><h2 id="h-related"><?cs var:words.open.related ?></h2>
<ul class="ym-links"><?cs each:one = related ?><li><a class="govuk-link" href="/open/docs/<?cs var:url_escape(one.index_number) ?>"><?cs var:one.title ?></a> <?cs call:day_iso(one.published_on, one.published_on.text) ?></li><?cs /each ?></ul></section><?cs /if ?>
</article>
