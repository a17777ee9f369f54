<?cs # The screen of a hall: who is called where.  Needs: centre.name, called.N.{number,window,state}, counts.{waiting,
wait_minutes}, now. ?>
<div class="ym-screen" data-refresh="<?cs var:page.refresh ?>">
<h1 class="ym-screen__title"><?cs var:centre.name ?> <span class="ym-screen__clock"><?cs var:now.clock ?></span></h1>
<?cs if:called.0.number ?><table class="ym-screen__table"><caption class="govuk-visually-hidden"><?cs var:words.queue.called ?></caption>
<thead><tr><th scope="col"><?cs var:words.queue.number ?></th><th scope="col"><?cs var:words.label.window ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody><?cs each:row = called ?><tr class="ym-screen__row ym-screen__row--<?cs var:row.state ?>"><th scope="row"><?cs var:row.number ?></th><td><?cs var:row.window ?></td><td><?cs var:words.ticket_state[row.state] ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><p class="ym-screen__none"><?cs var:words.queue.none_called ?></p><?cs /if ?>
<p class="ym-screen__foot"><?cs var:words.queue.waiting ?> <strong><?cs var:counts.waiting ?></strong> <br><?cs var:words.queue.wait_minutes ?> <strong><?cs var:counts.wait_minutes ?></strong></p>
</div>
