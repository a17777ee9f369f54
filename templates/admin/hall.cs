<?cs # All organs' appointment plans in a hall, and its closed days.  Needs: thing.{url,name}; plans.N.{id,version,when,time,organ_name,window_number,kind,slot_minutes,capacity,booked}; closures.N.{closed_on,reason,organs,by_hall}; booked.N.{day_on,booked}; history. ?>
<?cs call:heading_lead(words.admin.plans, words.admin.plans_lead) ?>
<p<?cs call:data_lang() ?>><strong><?cs var:thing.name ?></strong></p>
<section class="ym-panel" aria-labelledby="h-plans"><h2 class="ym-panel__title" id="h-plans"><?cs var:words.desk_plan.list ?></h2>
<?cs if:plans.0.id ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.desk_plan.list ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.booking_on ?></th><th scope="col"><?cs var:words.admin_subject.organ ?></th><th scope="col"><?cs var:words.label.place ?></th><th scope="col"><?cs var:words.desk_plan.capacity ?></th><th scope="col"><?cs var:words.admin.booked ?></th></tr></thead>
<tbody><?cs each:plan = plans ?><tr><th scope="row"><?cs var:plan.when ?><br><span class="ym-nowrap"><?cs var:plan.time ?></span></th>
<td data-label="<?cs var:words.admin_subject.organ ?>"><span<?cs call:data_lang() ?>><?cs var:plan.organ_name ?></span></td>
<td data-label="<?cs var:words.label.place ?>"><?cs if:plan.kind == "visit" ?><?cs var:words.booking_kind.visit ?><?cs elif:plan.window_number ?><?cs var:plan.window_number ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.desk_plan.capacity ?>"><?cs var:plan.capacity ?> <span class="ym-small"><?cs var:words.desk_plan.slot ?> <?cs var:plan.slot_minutes ?> <?cs var:words.desk_plan.minutes ?></span></td>
<td data-label="<?cs var:words.admin.booked ?>"><?cs var:plan.booked ?></td></tr>
<?cs /each ?></tbody></table>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>/retire" novalidate><?cs call:form_token() ?>
<div class="govuk-form-group"><label class="govuk-label" for="h-plan"><?cs var:words.admin_subject.plan ?></label><select class="govuk-select" id="h-plan" name="plan"><?cs each:plan = plans ?><option value="<?cs var:plan.id ?>"><?cs var:plan.when ?> <?cs var:plan.time ?> <?cs var:plan.organ_name ?></option><?cs /each ?></select></div>
<div class="govuk-form-group"><label class="govuk-label" for="h-plan-reason"><?cs var:words.field.admin_reason ?></label><textarea class="govuk-textarea" id="h-plan-reason" name="admin_reason" rows="2"></textarea></div>
<?cs call:button_plain("plan_retire") ?></form><?cs else ?><?cs call:empty_state("plans") ?><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="h-close"><h2 class="ym-panel__title" id="h-close"><?cs var:words.admin.closed_days ?></h2>
<?cs if:closures.0.closed_on ?><ul class="ym-rows"><?cs each:day = closures ?><li class="ym-rows__item"><p><?cs call:day_iso(day.closed_on, day.closed_on.text) ?> <span<?cs call:data_lang() ?>><?cs var:day.reason ?></span> <span class="ym-small"><?cs var:words.admin_nav.organs ?> <?cs var:day.organs ?></span></p>
<?cs if:day.by_hall ?><form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>/open"><?cs call:form_token() ?><input type="hidden" name="close_on" value="<?cs var:day.closed_on ?>"><label class="govuk-label" for="h-open-<?cs var:name(day) ?>"><?cs var:words.field.admin_reason ?></label><input class="govuk-input govuk-input--width-20" id="h-open-<?cs var:name(day) ?>" name="admin_reason" type="text"> <button type="submit" class="ym-link-button"><?cs var:words.action.day_open ?><span class="govuk-visually-hidden"> <?cs var:day.closed_on.text ?></span></button></form><?cs else ?><p class="ym-small"><?cs var:words.admin.closed_by_organs ?></p><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:booked.0.day_on ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.admin.booked_days ?></span></summary><ul class="ym-rows"><?cs each:day = booked ?><li class="ym-rows__item"><?cs call:day_iso(day.day_on, day.day_on.text) ?> <?cs var:words.admin.booked ?> <span class="ym-number"><?cs var:day.booked ?></span></li><?cs /each ?></ul></details><?cs /if ?>
<form class="ym-no-print" method="post" action="<?cs var:url_validate(thing.url) ?>/close" novalidate><?cs call:form_token() ?>
<?cs call:field_day("close_on") ?><?cs call:field_reason() ?><?cs call:button_plain("day_close") ?></form></section>
<?cs call:admin_history("") ?>
