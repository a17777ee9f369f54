<?cs # Why that day.  Needs: case; clocks as parts/due.cs needs them; calendar_text; paused; print_url. ?>
<?cs call:heading_lead(words.my.due, case.title) ?>
<p class="ym-small"><?cs var:words.due_page.lead ?> <a class="govuk-link ym-no-print" href="<?cs var:url_validate(print_url) ?>"><?cs var:words.action.print ?></a></p>
<?cs call:paused_notice(paused) ?>
<?cs if:!clocks.0.key ?><?cs call:empty_state("clocks") ?><?cs /if ?>
<?cs each:clock = clocks ?><?cs call:clock_working(clock) ?><?cs /each ?>
<p class="ym-small"><?cs var:calendar_text ?></p>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("back", case.my_url) ?></div>
