<?cs # The organs.  Needs: form.admin_q; organs.N.{url,code,name,name_en,short_name,area_name,items,retired_on}; pager. ?>
<?cs call:heading_lead(words.admin_nav.organs, words.admin.organs_lead) ?>
<p class="ym-no-print"><?cs call:link_button("organ_new", "/admin/organs/new") ?></p>
<?cs call:admin_find("/admin/organs") ?>
<?cs if:organs.0.code ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin_nav.organs ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin_column.name ?></th><th scope="col"><?cs var:words.field.organ_code ?></th><th scope="col"><?cs var:words.field.admin_area ?></th><th scope="col"><?cs var:words.admin.items ?></th></tr></thead>
<tbody><?cs each:one = organs ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:data_lang() ?>><?cs var:one.name ?></a><?cs call:admin_retired_mark(one.retired_on) ?><?cs if:one.name_en ?><br><span class="ym-small" lang="en"><?cs var:one.name_en ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.field.organ_code ?>"><span class="ym-number"><?cs var:one.code ?></span></td>
<td data-label="<?cs var:words.field.admin_area ?>"><span<?cs call:data_lang() ?>><?cs var:one.area_name ?></span></td>
<td data-label="<?cs var:words.admin.items ?>"><?cs var:one.items ?></td></tr>
<?cs /each ?></tbody></table><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("found_none") ?><?cs /if ?>
