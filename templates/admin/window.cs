<?cs # One window.  Needs: thing.{url,id,number,name,centre_name,centre_url,version,retired_on}; services.N.{kind,code,name}; choices.{window_organ,window_letter,service_kind}; form, ties, bound, history. ?>
<h1 class="ym-h1"><span class="ym-number"><?cs var:thing.number ?></span> <span<?cs call:data_lang() ?>><?cs var:thing.name ?></span></h1>
<p><a href="<?cs var:url_validate(thing.centre_url) ?>"<?cs call:data_lang() ?>><?cs var:thing.centre_name ?></a></p>
<section class="ym-panel" aria-labelledby="w-services"><h2 class="ym-panel__title" id="w-services"><?cs var:words.admin.services ?></h2>
<p><?cs var:words.admin.services_lead ?></p>
<?cs if:services.0.code ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin.services ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin_column.name ?></th><th scope="col"><?cs var:words.field.service_code ?></th><th scope="col"><?cs var:words.field.service_kind ?></th></tr></thead>
<tbody><?cs each:one = services ?><tr><th scope="row"<?cs call:data_lang() ?>><?cs if:one.name ?><?cs var:one.name ?><?cs else ?><?cs var:one.code ?><?cs /if ?></th><td data-label="<?cs var:words.field.service_code ?>"><span class="ym-number"><?cs var:one.code ?></span></td><td data-label="<?cs var:words.field.service_kind ?>"><?cs var:words.service_kind[one.kind] ?></td></tr>
<?cs /each ?></tbody></table><?cs else ?><?cs call:empty_state("services") ?><?cs /if ?>
<?cs if:!thing.retired_on ?><form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>/services" novalidate><?cs call:admin_version() ?>
<?cs call:field_choice("service_kind") ?><?cs call:field_input("service_code", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<div class="govuk-form-group"><label class="govuk-label" for="w-reason"><?cs var:words.field.admin_reason ?></label><textarea class="govuk-textarea" id="w-reason" name="admin_reason" rows="2"></textarea></div>
<div class="ym-buttons"><?cs call:button("service_add") ?><button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:url_validate(thing.url) ?>/services/remove"><?cs var:words.action.service_remove ?></button></div></form><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="a-edit"><h2 class="ym-panel__title" id="a-edit"><?cs var:words.admin_act.edit ?></h2>
<?cs call:admin_set_back() ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>" novalidate><?cs call:admin_version() ?>
<?cs call:window_fields() ?><?cs call:button("save") ?></form></section>
<?cs call:admin_retire() ?>
<?cs call:admin_history(thing.url) ?>
