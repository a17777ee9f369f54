<?cs # What one asked.  Needs: enquiries.N.{url,shown,title,kind,state,organ_name,asked_at,due}, pager. ?>
<?cs call:heading(words.my.enquiries) ?>
<p><?cs call:link_button_plain("ask_new", "/ask") ?></p>
<?cs if:enquiries.0.url ?>
<ul class="ym-rows">
<?cs each:one = enquiries ?><li class="ym-rows__item"><h2 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a></h2>
<p class="ym-small"><?cs var:words.enquiry_kind[one.kind] ?> <?cs var:words.office.dot ?> <span class="ym-number"><?cs var:one.shown ?></span> <?cs var:words.office.dot ?> <?cs var:one.organ_name ?> <?cs var:words.office.dot ?> <?cs var:one.asked_at.day ?></p>
<p><?cs var:words.enquiry_state[one.state] ?> <?cs call:due_tag(one.due) ?></p></li>
<?cs /each ?></ul>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("enquiries") ?><?cs /if ?>
