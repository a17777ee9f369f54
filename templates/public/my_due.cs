<?cs # Why that day.  Needs: case, due_text, days (days_table; none when the day was set by hand). ?>
<?cs call:heading_lead(words.my.due, case.title) ?>
<p><?cs var:due_text ?></p>
<?cs if:days.0.day_text ?><?cs call:days_table(days) ?><?cs /if ?>
<div class="ym-buttons"><?cs call:link_button_plain("back", case.my_url) ?></div>
