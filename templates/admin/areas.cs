<?cs # The divisions.  Needs: form.admin_q; areas.N.{url,code,name,name_en,level,parent_name,organs,retired_on}; pager. ?>
<?cs call:heading_lead(words.admin_nav.areas, words.admin.areas_lead) ?>
<p class="ym-no-print"><?cs call:link_button("area_new", "/admin/areas/new") ?></p>
<?cs call:admin_find("/admin/areas") ?>
<?cs if:areas.0.code ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin_nav.areas ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin_column.name ?></th><th scope="col"><?cs var:words.field.area_code ?></th><th scope="col"><?cs var:words.admin.level ?></th><th scope="col"><?cs var:words.field.area_parent ?></th><th scope="col"><?cs var:words.admin_nav.organs ?></th></tr></thead>
<tbody><?cs each:one = areas ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:data_lang() ?>><?cs var:one.name ?></a><?cs call:admin_retired_mark(one.retired_on) ?><?cs if:one.name_en ?><br><span class="ym-small" lang="en"><?cs var:one.name_en ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.field.area_code ?>"><span class="ym-number"><?cs var:one.code ?></span></td>
<td data-label="<?cs var:words.admin.level ?>"><?cs var:words.area_level[one.level] ?></td>
<td data-label="<?cs var:words.field.area_parent ?>"><?cs if:one.parent_name ?><span<?cs call:data_lang() ?>><?cs var:one.parent_name ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.admin_nav.organs ?>"><?cs var:one.organs ?></td></tr>
<?cs /each ?></tbody></table><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("found_none") ?><?cs /if ?>
