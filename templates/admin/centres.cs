<?cs # The halls.  Needs: form.admin_q; centres.N.{url,code,name,name_en,address,area_name,windows,retired_on}; pager. ?>
<?cs call:heading_lead(words.admin_nav.centres, words.admin.centres_lead) ?>
<p class="ym-no-print"><?cs call:link_button("centre_new", "/admin/centres/new") ?></p>
<?cs call:admin_find("/admin/centres") ?>
<?cs if:centres.0.code ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin_nav.centres ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin_column.name ?></th><th scope="col"><?cs var:words.field.centre_code ?></th><th scope="col"><?cs var:words.field.admin_area ?></th><th scope="col"><?cs var:words.field.admin_address ?></th><th scope="col"><?cs var:words.admin.windows ?></th></tr></thead>
<tbody><?cs each:one = centres ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:data_lang() ?>><?cs var:one.name ?></a><?cs call:admin_retired_mark(one.retired_on) ?><?cs if:one.name_en ?><br><span class="ym-small" lang="en"><?cs var:one.name_en ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.field.centre_code ?>"><span class="ym-number"><?cs var:one.code ?></span></td>
<td data-label="<?cs var:words.field.admin_area ?>"><span<?cs call:data_lang() ?>><?cs var:one.area_name ?></span></td>
<td data-label="<?cs var:words.field.admin_address ?>"><span<?cs call:data_lang() ?>><?cs var:one.address ?></span></td>
<td data-label="<?cs var:words.admin.windows ?>"><?cs var:one.windows ?></td></tr>
<?cs /each ?></tbody></table><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("found_none") ?><?cs /if ?>
