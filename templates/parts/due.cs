<?cs # How each date of a case was computed, for the applicant, for staff, and for who asks by number and code.
  paused_notice({paused})          paused.{kind,since,until,expected_days,over,reason,text,until_text}; nothing without
  clock_working({clock})           clocks.N.{key,from,from_at,due_on,due_at,limit_text,extended_text,tag,provisional,paused,
                                   moved,pauses,months,days}: the heading, the facts, the months, the days
?>
<?cs def:paused_notice(paused) ?><?cs if:paused.kind ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="paused">
<h2 class="ym-panel__title" id="paused"><?cs var:words.pause.title ?></h2>
<p><?cs var:paused.text ?> <?cs var:paused.until_text ?><?cs if:paused.provisional ?> <span class="ym-small"><?cs var:words.due_page.provisional ?></span><?cs /if ?></p>
<?cs if:paused.reason ?><p><?cs var:words.pause.reason ?><?cs var:words.frame.colon ?><?cs call:data(paused.reason) ?></p><?cs /if ?>
</section>
<?cs /if ?><?cs /def ?>

<?cs def:month_table(month, caption) ?>
<table class="ym-month">
<caption class="ym-month__caption"><span class="govuk-visually-hidden"><?cs var:caption ?> </span><?cs var:month.title ?></caption>
<thead><tr><?cs each:day = words.weekday_short ?><th scope="col"><?cs var:day ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:week = month.weeks ?><tr><?cs each:cell = week.cells ?><td class="ym-month__day<?cs if:cell.kind ?> ym-month__day--<?cs var:cell.kind ?><?cs /if ?><?cs if:cell.due ?> ym-month__day--due<?cs /if ?><?cs if:cell.today ?> ym-month__day--today<?cs /if ?>"><span class="ym-month__number"><?cs var:cell.number ?></span><?cs if:cell.kind ?> <span class="ym-month__mark"><?cs if:cell.count ?><?cs var:cell.count ?><?cs /if ?><?cs if:!cell.count || cell.kind == "makeup" ?> <?cs var:cell.mark ?><?cs /if ?><?cs if:cell.due ?> <?cs var:words.day_mark.due ?><?cs /if ?></span><?cs /if ?></td><?cs /each ?></tr>
<?cs /each ?></tbody>
</table>
<?cs /def ?>

<?cs def:clock_facts(clock) ?>
<dl class="ym-facts">
<?cs if:clock.due_at.text ?><?cs call:fact("from_at", clock.from_at.text) ?><?cs else ?><?cs call:fact("counted_from", clock.from.text) ?><?cs /if ?>
<?cs if:clock.limit_text ?><div class="ym-facts__item"><dt><?cs var:words.label.limit ?></dt><dd><?cs var:clock.limit_text ?><?cs if:clock.extended_text ?><?cs var:words.due_page.comma ?> <?cs var:clock.extended_text ?><?cs /if ?></dd></div><?cs /if ?>
<?cs each:pause = clock.pauses ?><div class="ym-facts__item"><dt><?cs var:words.pause_kind[pause.kind] ?></dt><dd><?cs var:pause.text ?></dd></div><?cs /each ?>
<?cs if:clock.due_at.text ?><?cs call:fact("due_at", clock.due_at.text) ?><?cs else ?><?cs call:fact("due", clock.due_on.text) ?><?cs /if ?>
</dl>
<?cs /def ?>

<?cs def:clock_working(clock) ?>
<section class="ym-panel" aria-labelledby="clock-<?cs var:clock.key ?>">
<h2 class="ym-panel__title" id="clock-<?cs var:clock.key ?>"><?cs var:words.clock[clock.key] ?></h2>
<p><?cs var:words.clock_basis[clock.key] ?></p>
<?cs call:clock_facts(clock) ?>
<p><?cs call:due_tag(clock.tag) ?><?cs if:clock.provisional ?> <strong class="ym-due ym-due--near"><?cs var:words.due_page.provisional ?></strong><?cs /if ?></p>
<?cs if:clock.provisional ?><p class="ym-small"><?cs var:words.due_page.provisional_help ?></p><?cs /if ?>
<?cs if:clock.paused ?><p><?cs var:words.due_page.paused ?></p><?cs elif:!clock.limit_text ?><p><?cs var:words.due_page.set ?></p><?cs /if ?>
<?cs if:clock.moved ?><p class="ym-small"><?cs var:words.due_page.moved ?></p><?cs /if ?>
<?cs if:clock.months.0.title ?>
<div class="ym-working">
<div class="ym-working__months"><h3 class="ym-h4"><?cs var:words.due_page.calendar_view ?></h3>
<p class="ym-small"><?cs var:words.due_page.legend ?></p>
<div class="ym-months">
<?cs each:month = clock.months ?><?cs call:month_table(month, words.clock[clock.key]) ?><?cs /each ?></div></div>
<div class="ym-working__days"><h3 class="ym-h4"><?cs var:words.due_page.day_view ?></h3>
<?cs call:days_table(clock.days) ?></div>
</div><?cs /if ?>
</section>
<?cs /def ?>
