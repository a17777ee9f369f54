<?cs # When an organ sees people by appointment.  Needs: plans.N.{id,when,time,centre_name,window_number,kind,serves,slot_minutes,
capacity,officer_name,holidays,until_on}, closures.N.{centre_code,centre_name,closed_on,reason,by_hall}, choices.{plan_centre,plan_kind,
plan_serves,plan_when,officer}. ?>
<?cs call:heading_lead(words.desk_plan.title, words.desk_plan.lead) ?>
<section class="ym-panel" aria-labelledby="p-list"><h2 class="ym-panel__title" id="p-list"><?cs var:words.desk_plan.list ?></h2>
<?cs if:plans.0.id ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.desk_plan.list ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.booking_on ?></th><th scope="col"><?cs var:words.label.place ?></th><th scope="col"><?cs var:words.desk_plan.serves ?></th><th scope="col"><?cs var:words.desk_plan.capacity ?></th><th scope="col"><?cs var:words.label.officer ?></th><th scope="col"><?cs var:words.desk_plan.retire ?></th></tr></thead>
<tbody>
<?cs each:plan = plans ?><tr><th scope="row"><?cs var:plan.when ?><br><span class="ym-nowrap"><?cs var:plan.time ?></span><?cs if:plan.holidays == "1" ?><br><span class="ym-small"><?cs var:words.desk_plan.holidays ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.label.place ?>"><?cs call:data(plan.centre_name) ?> <?cs if:plan.kind == "visit" ?><?cs var:words.booking_kind.visit ?><?cs else ?><?cs var:plan.window_number ?><?cs /if ?></td>
<td data-label="<?cs var:words.desk_plan.serves ?>"><?cs var:words.plan_serves[plan.serves] ?></td>
<td data-label="<?cs var:words.desk_plan.capacity ?>"><?cs var:plan.capacity ?> <span class="ym-small"><?cs var:words.desk_plan.slot ?> <?cs var:plan.slot_minutes ?> <?cs var:words.desk_plan.minutes ?></span></td>
<td data-label="<?cs var:words.label.officer ?>"><?cs if:plan.officer_name ?><?cs call:data(plan.officer_name) ?><?cs else ?><span class="ym-none"><?cs var:words.desk_booking.none_named ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.desk_plan.retire ?>"><form method="post" action="/office/plans/retire"><?cs call:form_token() ?><input type="hidden" name="plan" value="<?cs var:plan.id ?>"><button type="submit" class="ym-link-button"><?cs var:words.action.plan_retire ?><span class="govuk-visually-hidden"> <?cs var:plan.when ?> <?cs var:plan.time ?></span></button></form></td></tr>
<?cs /each ?></tbody></table><?cs else ?><?cs call:empty_state("plans") ?><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="p-add"><h2 class="ym-panel__title" id="p-add"><?cs var:words.desk_plan.add ?></h2>
<form method="post" action="/office/plans" novalidate><?cs call:form_token() ?>
<?cs call:field_select("plan_centre") ?><?cs call:field_choice("plan_kind") ?>
<?cs call:field_input("plan_window", "text", "", "off", "govuk-input--width-5") ?>
<?cs call:field_choice("plan_serves") ?><?cs call:field_input("plan_items", "text", "", "off", "") ?>
<?cs call:field_select("plan_when") ?><?cs call:field_day("plan_on") ?><?cs call:field_day("plan_until") ?>
<?cs call:field_input("plan_from", "text", "", "off", "govuk-input--width-5") ?><?cs call:field_input("plan_to", "text", "", "off", "govuk-input--width-5") ?>
<?cs call:field_number("plan_each") ?><?cs call:field_number("plan_capacity") ?>
<?cs call:field_select("officer") ?><?cs call:field_flag("plan_holidays") ?>
<?cs call:button("plan_add") ?></form></section>
<section class="ym-panel" aria-labelledby="p-copy"><h2 class="ym-panel__title" id="p-copy"><?cs var:words.desk_plan.copy ?></h2><p><?cs var:words.desk_plan.copy_help ?></p>
<form method="post" action="/office/plans/copy" novalidate><?cs call:form_token() ?><?cs call:field_day("copy_from") ?><?cs call:field_day("copy_to") ?><?cs call:button_plain("week_copy") ?></form></section>
<section class="ym-panel" aria-labelledby="p-close"><h2 class="ym-panel__title" id="p-close"><?cs var:words.desk_plan.closures ?></h2>
<?cs if:closures.0.closed_on ?><ul class="ym-rows"><?cs each:closure = closures ?><li class="ym-rows__item"><?cs var:closure.closed_on.text ?> <?cs call:data(closure.centre_name) ?> <?cs call:data(closure.reason) ?>
<?cs if:closure.by_hall ?><p class="ym-small"><?cs var:words.desk_plan.closed_by_hall ?></p><?cs else ?><form method="post" action="/office/plans/open"><?cs call:form_token() ?><input type="hidden" name="plan_centre" value="<?cs var:closure.centre_code ?>"><input type="hidden" name="close_on" value="<?cs var:closure.closed_on ?>"><button type="submit" class="ym-link-button"><?cs var:words.action.day_open ?><span class="govuk-visually-hidden"> <?cs var:closure.closed_on.text ?></span></button></form><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
<form method="post" action="/office/plans/close" novalidate><?cs call:form_token() ?>
<div class="govuk-form-group"><label class="govuk-label" for="c-centre"><?cs var:words.field.plan_centre ?></label><select class="govuk-select" id="c-centre" name="plan_centre"><?cs each:choice = choices.plan_centre ?><option value="<?cs var:choice.value ?>"><?cs var:choice.label ?></option><?cs /each ?></select></div>
<?cs call:field_day("close_on") ?><?cs call:field_text("close_reason") ?><?cs call:button_plain("day_close") ?></form></section>
