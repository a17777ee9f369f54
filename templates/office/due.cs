<?cs # Why each date of a case is that day.  Needs: case.{shown,url,title};
clocks.N.{key,from,due_on,tag,limit_text,days}; days may be missing: the date was set, not counted. ?>
<?cs call:heading_lead(words.title.office_due, case.title) ?>
<?cs if:!clocks.0.key ?><?cs call:empty_state("clocks") ?><?cs /if ?>
<?cs each:clock = clocks ?><section class="ym-panel" aria-labelledby="clock-<?cs var:clock.key ?>">
<h2 class="ym-panel__title" id="clock-<?cs var:clock.key ?>"><?cs var:words.clock[clock.key] ?></h2>
<p><?cs var:words.clock_basis[clock.key] ?></p>
<dl class="ym-facts">
<?cs call:fact("counted_from", clock.from.text) ?><?cs call:fact("limit", clock.limit_text) ?><?cs call:fact("due", clock.due_on.text) ?>
</dl>
<p><?cs call:due_tag(clock.tag) ?></p>
<?cs if:clock.days.0.day_text ?><?cs call:days_table(clock.days) ?><?cs /if ?>
</section>
<?cs /each ?>
<p class="ym-no-print"><a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.office.back_to_case ?></a></p>
