<?cs # An appointment: where, what, when.  Needs: step; centres.N.{name,address,hours,url}; or what public/pick.cs needs; or
kinds.N.{label,url,current}, days.N.{text,weekday,left,url,current}, slots.N.{value,time,window,officer,left}, asked.day,
items_url. ?>
<?cs include!"public/pick.cs" ?>
<?cs call:heading_lead(words.book.title, words.book.lead) ?>
<?cs if:step == "where" ?>
<h2 class="ym-h2"><?cs var:words.book.where ?></h2>
<?cs if:centres.0.url ?><ul class="ym-halls"><?cs each:hall = centres ?><?cs call:hall(hall) ?><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("bookings") ?><?cs /if ?>
<p><a class="govuk-link" href="/book/find"><?cs var:words.book.find ?></a></p>
<?cs elif:step == "what" ?>
<h2 class="ym-h2"><?cs var:words.book.what ?></h2>
<p<?cs call:data_lang() ?>><?cs var:centre.name ?></p>
<?cs call:pick_form("/book") ?>
<?cs else ?>
<h2 class="ym-h2"><?cs var:words.book.when ?></h2>
<p><?cs var:centre.name ?></p>
<?cs call:chosen_list() ?><?cs if:!asked.change ?><p><a class="govuk-link" href="<?cs var:url_validate(items_url) ?>"><?cs var:words.book.change_items ?></a></p>
<nav class="ym-tabs" aria-label="<?cs var:words.book.kind ?>"><ul class="ym-tabs__list"><?cs each:kind = kinds ?><li><a class="ym-tabs__link" href="<?cs var:url_validate(kind.url) ?>"<?cs if:kind.current ?> aria-current="true"<?cs /if ?>><?cs var:kind.label ?></a></li><?cs /each ?></ul></nav><?cs /if ?>
<?cs if:asked.kind == "visit" ?><?cs call:notice("info", words.book.visit_help) ?><?cs /if ?>
<?cs if:days.0.url ?>
<nav aria-label="<?cs var:words.book.days ?>"><ul class="ym-day-strip"><?cs each:day = days ?><li><a class="ym-day-strip__day" href="<?cs var:url_validate(day.url) ?>"<?cs if:day.current ?> aria-current="true"<?cs /if ?>><span><?cs var:day.text ?></span> <span><?cs var:day.weekday ?></span> <span class="ym-small"><?cs var:words.book.left ?> <?cs var:day.left ?></span></a></li><?cs /each ?></ul></nav>
<form method="get" action="/book/slot">
<?cs call:carried() ?><input type="hidden" name="kind" value="<?cs var:asked.kind ?>"><input type="hidden" name="day" value="<?cs var:asked.day ?>">
<h3 class="ym-h4"><?cs var:asked.day.text ?></h3>
<ul class="ym-slots"><?cs each:slot = slots ?><li><?cs if:slot.left ?><button type="submit" class="ym-slot" name="slot" value="<?cs var:slot.value ?>"><span class="ym-slot__time"><?cs var:slot.time ?></span> <?cs if:slot.window ?><span><?cs var:words.book.window ?> <?cs var:slot.window ?></span> <?cs /if ?><?cs if:slot.officer ?><span><?cs call:data(slot.officer) ?></span> <?cs /if ?><span class="ym-small"><?cs var:words.book.left ?> <?cs var:slot.left ?></span></button><?cs else ?><span class="ym-slot ym-slot--full"><span class="ym-slot__time"><?cs var:slot.time ?></span> <span class="ym-small"><?cs var:words.book.none_left ?></span></span><?cs /if ?></li>
<?cs /each ?></ul>
</form>
<?cs else ?><?cs call:notice("warn", words.book.no_days) ?><?cs /if ?>
<?cs /if ?>
