<?cs # A queue number: which hall, what for, taking it.  Needs: step; centres.N.{name,address,hours,url,screen_url,open}; or what
public/pick.cs needs; open; counts.{waiting,wait_minutes}; items_url. ?>
<?cs include!"public/pick.cs" ?>
<?cs call:heading_lead(words.queue.title, words.queue.lead) ?>
<?cs if:step == "where" ?>
<h2 class="ym-h2"><?cs var:words.book.where ?></h2>
<?cs if:centres.0.url ?><ul class="ym-halls"><?cs each:hall = centres ?><?cs call:hall(hall) ?><?cs /each ?></ul><?cs else ?><?cs call:empty_state("halls") ?><?cs /if ?>
<p><a class="govuk-link" href="/book/find"><?cs var:words.queue.booked ?></a></p>
<?cs else ?>
<p><?cs var:centre.name ?></p>
<?cs if:!open ?><?cs call:notice("warn", words.queue.closed_help) ?><?cs /if ?>
<ul class="ym-stats"><?cs call:stat(counts.waiting, words.queue.waiting) ?><?cs call:stat(counts.wait_minutes, words.queue.wait_minutes) ?></ul>
<?cs if:step == "take" ?>
<h2 class="ym-h2"><?cs var:words.queue.for_these ?></h2>
<?cs call:chosen_list() ?>
<p><a class="govuk-link" href="<?cs var:url_validate(items_url) ?>"><?cs var:words.book.change_items ?></a></p>
<?cs if:open ?><form method="post" action="/queue"><?cs call:form_token() ?><?cs call:carried() ?><?cs call:button("take_ticket") ?></form><?cs /if ?>
<?cs else ?>
<h2 class="ym-h2"><?cs var:words.book.what ?></h2>
<?cs call:pick_form("/queue") ?>
<?cs /if ?>
<?cs /if ?>
