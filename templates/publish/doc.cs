<?cs # One document: its record, its text as the public sees it, its attachments, its way.
Needs: document, the columns of document_head and url, body.html or paragraphs.N.text; files.N.{position,url,name,size_text,sha256};
may.{write,check,withdraw}; acts. ?>
<?cs include!"parts/acts.cs" ?>
<?cs def:doc_button(act, path) ?><form method="post" action="<?cs var:url_validate(document.url) ?>/<?cs var:url_escape(path) ?>"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:document.version ?>"><?cs call:button(act) ?></form><?cs /def ?>
<?cs call:heading(document.title) ?>
<div class="ym-columns">
<div class="ym-columns__main">
<section class="ym-panel" aria-labelledby="record"><h2 class="ym-panel__title" id="record"><?cs var:words.publish.record ?></h2>
<dl class="ym-facts">
<div class="ym-facts__item"><dt><?cs var:words.label.state ?></dt><dd><strong class="ym-state ym-state--<?cs var:document.state ?>"><?cs var:words.version_state[document.state] ?></strong></dd></div>
<?cs call:fact("index_number", document.index_number) ?>
<?cs call:fact_data("doc_number", document.doc_number) ?>
<?cs call:fact("category", words.category[document.category]) ?>
<?cs call:fact_data("topic", document.topic) ?>
<?cs if:document.organ_full_name ?><?cs call:fact_data("publisher", document.organ_full_name) ?><?cs else ?><?cs call:fact_data("publisher", document.organ_name) ?><?cs /if ?>
<?cs call:fact("issued_on", document.issued_on.text) ?>
<?cs call:fact("produced_on", document.produced_on.text) ?>
<?cs call:fact("published_on", document.published_on.text) ?>
<?cs call:fact("valid_until", document.valid_until.text) ?>
<?cs call:fact("document_status", words.document_status[document.status]) ?>
<?cs call:fact_data("keywords", document.keywords) ?>
<?cs call:fact_data("source", document.source) ?>
</dl></section>
<?cs if:document.summary ?><section class="ym-panel" aria-labelledby="h-summary"><h2 class="ym-panel__title" id="h-summary"><?cs var:words.open.summary ?></h2><p<?cs call:lang_of(document.summary) ?>><?cs var:document.summary ?></p></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="h-body"><h2 class="ym-panel__title" id="h-body"><?cs var:words.open.body ?></h2>
<?cs if:document.body.html && page.language == "en" ?><div<?cs call:data_lang() ?>><?cs call:markdown(document.body) ?></div><?cs elif:document.body.html ?><?cs call:markdown(document.body) ?><?cs else ?><div class="ym-prose ym-prose--indent"<?cs call:data_lang() ?>><?cs each:p = paragraphs ?><p><?cs var:p.text ?></p><?cs /each ?></div><?cs /if ?>
</section>
<section class="ym-panel" aria-labelledby="h-files"><h2 class="ym-panel__title" id="h-files"><?cs var:words.open.files ?></h2>
<?cs if:files.0.name ?><ul class="ym-files"><?cs each:file = files ?><li class="ym-files__item"><?cs call:icon("file") ?> <span class="ym-files__main"><a class="govuk-link" href="<?cs var:url_validate(file.url) ?>"<?cs call:lang_of(file.name) ?>><?cs var:file.name ?></a> <span class="ym-files__about"><?cs var:file.size_text ?></span><span class="ym-files__note ym-number"><?cs var:words.publish.hash ?> <?cs var:file.sha256 ?></span></span>
<?cs if:may.write ?><form class="ym-files__remove" method="post" action="<?cs var:url_validate(file.url) ?>/remove"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:document.version ?>"><button class="ym-link-button"><?cs var:words.action.delete ?><span class="govuk-visually-hidden"<?cs call:lang_of(file.name) ?>> <?cs var:file.name ?></span></button></form><?cs /if ?></li><?cs /each ?></ul>
<?cs else ?><p class="ym-none"><?cs var:words.empty.files ?></p><?cs /if ?>
<?cs if:may.write ?><form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(document.url) ?>/files"><?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:document.version ?>"><?cs call:field_files("doc_files") ?><?cs call:button_plain("upload") ?></form><?cs /if ?>
</section>
</div>
<div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="next"><h2 class="ym-panel__title" id="next"><?cs var:words.publish.next ?></h2>
<?cs if:may.write ?><p><?cs call:link_button_plain("edit", document.edit_url) ?></p><?cs call:doc_button("submit_review", "submit") ?><?cs /if ?>
<?cs if:document.state != "published" ?><p><a href="<?cs var:url_validate(document.url) ?>/preview"><?cs var:words.publish.preview ?></a></p><?cs /if ?>
<?cs if:may.check ?><?cs call:doc_button("publish_document", "publish") ?><p><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(document.url) ?>/send_back"><?cs var:words.action.send_back_document ?></a></p><?cs /if ?>
<?cs if:may.withdraw ?><p><a class="govuk-button govuk-button--warning" href="<?cs var:url_validate(document.url) ?>/withdraw"><?cs var:words.action.withdraw_document ?></a></p><?cs /if ?>
<?cs if:document.state == "published" ?><p><a href="/open/docs/<?cs var:url_escape(document.index_number) ?>"><?cs var:words.publish.as_public ?></a></p><?cs /if ?>
<?cs if:!may.write && !may.check && !may.withdraw && document.state != "published" ?><p><?cs var:words.publish.nothing_next ?></p><?cs /if ?>
</section>
<section class="ym-panel" aria-labelledby="acts"><h2 class="ym-panel__title" id="acts"><?cs var:words.publish.acts ?></h2><?cs call:act_list(acts) ?></section>
</div>
</div>
