<?cs # Why each date of a case is that day.  Needs: case.{shown,url,title}; clocks as parts/due.cs needs them;
calendar_text; paused. ?>
<?cs call:heading_lead(words.title.office_due, case.title) ?>
<p class="ym-small"><?cs var:words.due_page.lead ?> <a class="ym-no-print" href="<?cs var:url_validate(case.url) ?>/due?print=1"><?cs var:words.action.print ?></a></p>
<?cs call:paused_notice(paused) ?>
<?cs if:!clocks.0.key ?><?cs call:empty_state("clocks") ?><?cs /if ?>
<?cs each:clock = clocks ?><?cs call:clock_working(clock) ?><?cs /each ?>
<p class="ym-small"><?cs var:calendar_text ?></p>
<p class="ym-no-print"><a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.office.back_to_case ?></a></p>
