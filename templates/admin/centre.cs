<?cs # One hall and its windows.  Needs: thing.{url,code,name,version,hours_url,plans_url,window_new_url,retired_on}; windows.N.{url,number,name,name_en,letter,organ_name,services,retired_on}; form, choices, ties, bound, history. ?>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:thing.name ?></h1>
<ul class="ym-links ym-no-print"><li><a href="<?cs var:url_validate(thing.hours_url) ?>"><?cs var:words.admin.hours ?></a></li><li><a href="<?cs var:url_validate(thing.plans_url) ?>"><?cs var:words.admin.plans ?></a></li></ul>
<section class="ym-panel" aria-labelledby="a-windows"><h2 class="ym-panel__title" id="a-windows"><?cs var:words.admin.windows ?></h2>
<?cs if:windows.0.number ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin.windows ?></caption>
<thead><tr><th scope="col"><?cs var:words.field.window_number ?></th><th scope="col"><?cs var:words.admin_column.name ?></th><th scope="col"><?cs var:words.field.window_organ ?></th><th scope="col"><?cs var:words.field.window_letter ?></th><th scope="col"><?cs var:words.admin.services ?></th></tr></thead>
<tbody><?cs each:one = windows ?><tr><th scope="row"><a class="ym-number" href="<?cs var:url_validate(one.url) ?>"><?cs var:one.number ?></a><?cs call:admin_retired_mark(one.retired_on) ?></th>
<td data-label="<?cs var:words.admin_column.name ?>"><span<?cs call:data_lang() ?>><?cs var:one.name ?></span></td>
<td data-label="<?cs var:words.field.window_organ ?>"><?cs if:one.organ_name ?><span<?cs call:data_lang() ?>><?cs var:one.organ_name ?></span><?cs else ?><?cs var:words.admin.general_window ?><?cs /if ?></td>
<td data-label="<?cs var:words.field.window_letter ?>"><?cs var:one.letter ?></td>
<td data-label="<?cs var:words.admin.services ?>"><?cs var:one.services ?></td></tr>
<?cs /each ?></tbody></table><?cs else ?><?cs call:empty_state("windows") ?><?cs /if ?>
<?cs if:!thing.retired_on ?><p class="ym-no-print"><?cs call:link_button_plain("window_new", thing.window_new_url) ?></p><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="a-edit"><h2 class="ym-panel__title" id="a-edit"><?cs var:words.admin_act.edit ?></h2>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:admin_version() ?>
<?cs call:centre_fields() ?><?cs call:button("save") ?></form></section>
<?cs call:admin_retire() ?>
<?cs call:admin_history(thing.url) ?>
