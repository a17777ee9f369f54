<?cs # An item with all its versions.  Needs: item.{code,form}; versions.N.{id,number,state,title,effective_on,retired_on,published_at,author_name,publisher_name}. ?>
<?cs call:heading(page.title) ?>
<dl class="ym-facts"><?cs call:fact("item_code", item.code) ?></dl>
<p><a href="/items/<?cs var:url_escape(item.code) ?>"><?cs var:words.publish.as_public ?></a></p>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.publish.versions ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.guide_version ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.label.effective_on ?></th><th scope="col"><?cs var:words.publish.retired_on ?></th><th scope="col"><?cs var:words.publish.author ?></th><th scope="col"><?cs var:words.publish.published_by ?></th></tr></thead>
<tbody>
<?cs each:one = versions ?><tr>
<th scope="row"><a href="/publish/versions/<?cs var:url_escape(one.id) ?>"><?cs var:one.number ?> <?cs call:data(one.title) ?></a></th>
<td data-label="<?cs var:words.label.state ?>"><strong class="ym-state ym-state--<?cs var:one.state ?>"><?cs var:words.version_state[one.state] ?></strong></td>
<td data-label="<?cs var:words.label.effective_on ?>"><?cs if:one.effective_on.text ?><?cs var:one.effective_on.text ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.publish.retired_on ?>"><?cs if:one.retired_on.text ?><?cs var:one.retired_on.text ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.publish.author ?>"<?cs call:lang_of(one.author_name) ?>><?cs var:one.author_name ?></td>
<td data-label="<?cs var:words.publish.published_by ?>"><?cs if:one.publisher_name ?><?cs call:data(one.publisher_name) ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
</tr><?cs /each ?>
</tbody></table>
