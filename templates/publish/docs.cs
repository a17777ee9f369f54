<?cs # Documents, by state.  Needs: tabs, pager, documents.N.{id,title,doc_number,index_number,category,state,organ_name,published_on,author_name}; form.q; may.write. ?>
<?cs call:heading(words.title.publish_docs) ?>
<?cs if:may.write ?><p class="ym-buttons"><?cs call:link_button("doc_new", "/publish/docs/new") ?></p><?cs /if ?>
<form class="ym-filters" role="search" method="get" action="/publish/docs">
<?cs if:form.state ?><input type="hidden" name="state" value="<?cs var:form.state ?>"><?cs /if ?>
<?cs call:field_input("q", "search", "", "off", "") ?>
<?cs call:button_plain("search") ?>
</form>
<?cs call:tabs(tabs) ?>
<?cs if:documents.0.id ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.title.publish_docs ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.document ?></th><th scope="col"><?cs var:words.label.doc_number ?></th><th scope="col"><?cs var:words.label.category ?></th><th scope="col"><?cs var:words.label.publisher ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.label.published_on ?></th></tr></thead>
<tbody><?cs each:one = documents ?><tr>
<th scope="row"><a href="/publish/docs/<?cs var:url_escape(one.id) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a><?cs if:one.index_number ?><br><span class="ym-number ym-small"><?cs var:one.index_number ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.label.doc_number ?>"><?cs if:one.doc_number ?><?cs call:data(one.doc_number) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.label.category ?>"><?cs var:words.category[one.category] ?></td>
<td data-label="<?cs var:words.label.publisher ?>"<?cs call:lang_of(one.organ_name) ?>><?cs var:one.organ_name ?></td>
<td data-label="<?cs var:words.label.state ?>" class="ym-nowrap"><strong class="ym-state ym-state--<?cs var:one.state ?>"><?cs var:words.version_state[one.state] ?></strong></td>
<td data-label="<?cs var:words.label.published_on ?>"><?cs if:one.published_on.text ?><span class="ym-nowrap"><?cs var:one.published_on.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
</tr><?cs /each ?></tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("docs") ?><?cs /if ?>
