<?cs # Versions of items, by state.  Needs: tabs, pager, versions.N.{id,title,item_code,number,state,organ_name,author_name,effective_on}; form.q; may.write. ?>
<?cs call:heading(words.title.publish_items) ?>
<?cs if:may.write ?><p class="ym-buttons"><?cs call:link_button("item_new", "/publish/items/new") ?> <?cs call:link_button_plain("import_new", "/publish/imports/new") ?></p><?cs /if ?>
<form class="ym-filters" role="search" method="get" action="/publish/items">
<?cs if:form.state ?><input type="hidden" name="state" value="<?cs var:form.state ?>"><?cs /if ?><?cs if:form.batch ?><input type="hidden" name="batch" value="<?cs var:form.batch ?>"><?cs /if ?>
<?cs call:field_input("q", "search", "", "off", "") ?>
<?cs call:button_plain("search") ?>
</form>
<?cs call:tabs(tabs) ?>
<?cs if:versions.0.id ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.title.publish_items ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.item ?></th><th scope="col"><?cs var:words.label.organ ?></th><th scope="col"><?cs var:words.label.guide_version ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.label.effective_on ?></th><th scope="col"><?cs var:words.publish.author ?></th></tr></thead>
<tbody>
<?cs each:one = versions ?><tr>
<th scope="row"><a href="/publish/versions/<?cs var:url_escape(one.id) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a><br><span class="ym-number ym-small"><?cs var:one.item_code ?></span></th>
<td data-label="<?cs var:words.label.organ ?>"<?cs call:lang_of(one.organ_name) ?>><?cs var:one.organ_name ?></td>
<td data-label="<?cs var:words.label.guide_version ?>"><a href="/publish/items/<?cs var:url_escape(one.item_code) ?>"><?cs var:one.number ?><span class="govuk-visually-hidden"> <?cs var:words.publish.versions ?> <?cs call:data(one.title) ?></span></a></td>
<td data-label="<?cs var:words.label.state ?>"><strong class="ym-state ym-state--<?cs var:one.state ?>"><?cs var:words.version_state[one.state] ?></strong></td>
<td data-label="<?cs var:words.label.effective_on ?>"><?cs if:one.effective_on.text ?><span class="ym-nowrap"><?cs var:one.effective_on.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.publish.author ?>"<?cs call:lang_of(one.author_name) ?>><?cs var:one.author_name ?></td>
</tr><?cs /each ?>
</tbody></table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("items") ?><?cs /if ?>
