<?cs # The first page of webmasters and editors: what waits.
Needs: counts.items.STATE, counts.documents.STATE; reviews, drafts, scheduled (versions) and document_reviews,
document_drafts, each N.{id,title,organ_name,author_name}; acts as publish/acts.cs; may.{write,publish}. ?>
<?cs def:desk_versions(key, list) ?><?cs if:list.0.id ?>
<section class="ym-panel" aria-labelledby="<?cs var:key ?>">
<h2 class="ym-panel__title" id="<?cs var:key ?>"><?cs var:words.publish[key] ?></h2>
<ul class="ym-rows"><?cs each:one = list ?><li class="ym-rows__item"><a href="/publish/versions/<?cs var:url_escape(one.id) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a>
<span class="ym-small"><?cs call:data(one.organ_name) ?> <?cs call:data(one.author_name) ?><?cs if:one.effective_on.text ?> <?cs var:one.effective_on.text ?><?cs /if ?></span></li><?cs /each ?></ul>
</section><?cs /if ?><?cs /def ?>
<?cs def:desk_documents(key, list) ?><?cs if:list.0.id ?>
<section class="ym-panel" aria-labelledby="<?cs var:key ?>">
<h2 class="ym-panel__title" id="<?cs var:key ?>"><?cs var:words.publish[key] ?></h2>
<ul class="ym-rows"><?cs each:one = list ?><li class="ym-rows__item"><a href="/publish/docs/<?cs var:url_escape(one.id) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a>
<span class="ym-small"><?cs call:data(one.doc_number) ?> <?cs call:data(one.author_name) ?></span></li><?cs /each ?></ul>
</section><?cs /if ?><?cs /def ?>
<?cs def:desk_count(state, value, url) ?><?cs if:value ?><?cs call:stat_link(value, words.version_state[state], url) ?><?cs /if ?><?cs /def ?>
<?cs call:heading(words.title.publish_home) ?>
<?cs if:may.write ?><p class="ym-buttons"><?cs call:link_button("item_new", "/publish/items/new") ?> <?cs call:link_button_plain("doc_new", "/publish/docs/new") ?> <?cs call:link_button_plain("import_new", "/publish/imports/new") ?></p><?cs /if ?>
<div class="ym-columns">
<div class="ym-columns__main">
<?cs call:desk_versions("reviews", reviews) ?>
<?cs call:desk_documents("document_reviews", document_reviews) ?>
<?cs call:desk_versions("drafts", drafts) ?>
<?cs call:desk_documents("document_drafts", document_drafts) ?>
<?cs call:desk_versions("scheduled", scheduled) ?>
<?cs if:!reviews.0.id && !document_reviews.0.id && !drafts.0.id && !document_drafts.0.id ?><?cs call:empty_state("desk") ?><?cs /if ?>
</div>
<div class="ym-columns__side">
<section class="ym-panel" aria-labelledby="items"><h2 class="ym-panel__title" id="items"><?cs var:words.nav.items ?></h2>
<ul class="ym-stats">
<?cs call:desk_count("review", counts.items.review, "/publish/items?state=review") ?>
<?cs call:desk_count("draft", counts.items.draft, "/publish/items?state=draft") ?>
<?cs call:desk_count("scheduled", counts.items.scheduled, "/publish/items?state=scheduled") ?>
<?cs call:desk_count("published", counts.items.published, "/publish/items?state=published") ?>
<?cs call:desk_count("retired", counts.items.retired, "/publish/items?state=retired") ?>
</ul></section>
<section class="ym-panel" aria-labelledby="docs"><h2 class="ym-panel__title" id="docs"><?cs var:words.nav.docs ?></h2>
<ul class="ym-stats">
<?cs call:desk_count("review", counts.documents.review, "/publish/docs?state=review") ?>
<?cs call:desk_count("draft", counts.documents.draft, "/publish/docs?state=draft") ?>
<?cs call:desk_count("published", counts.documents.published, "/publish/docs?state=published") ?>
<?cs call:desk_count("withdrawn", counts.documents.withdrawn, "/publish/docs?state=withdrawn") ?>
</ul></section>
<p><a href="/publish/acts"><?cs var:words.publish.acts ?></a> <?cs var:words.office.dot ?> <a href="/publish/export"><?cs var:words.publish.export ?></a></p>
</div>
</div>
