<?cs # The first page of supervisors and leaders. ?>
<?cs call:heading(words.title.watch_desk) ?>
