<?cs # One reminder.  Needs: reminder.{name,version}, choices.{every,reminder_role}, form.{reminder_day,…}, acts.N.{at,name}. ?>
<?cs call:heading(words.reminders.edit) ?>
<form method="post" action="/office/reminders/<?cs var:url_escape(reminder.name) ?>" novalidate>
<?cs call:form_token() ?>
<input type="hidden" name="version" value="<?cs var:reminder.version ?>">
<?cs call:field_choice("every") ?>
<?cs call:field_number("reminder_day") ?>
<?cs call:field_select("reminder_role") ?>
<?cs call:field_text("reminder_subject") ?>
<?cs call:field_lines("reminder_body") ?>
<?cs call:button("save") ?>
</form>
<?cs if:acts.0.name ?><section class="ym-panel" aria-labelledby="r-acts"><h2 class="ym-panel__title" id="r-acts"><?cs var:words.reminders.changed ?></h2>
<ul class="ym-rows"><?cs each:act = acts ?><li class="ym-rows__item"><?cs call:data(act.name) ?> <span class="ym-small"><?cs var:act.at.text ?></span></li><?cs /each ?></ul></section><?cs /if ?>
