<?cs # Messages on the site.  Needs: messages.N.{subject,body,created_at,unread,case_url,shown}. ?>
<?cs def:message_rows(list) ?>
<ul class="ym-rows">
<?cs each:one = list ?><li class="ym-rows__item"><h2 class="ym-h4"><?cs if:one.unread == "1" ?><strong class="ym-task ym-task--todo"><?cs var:words.outbox.unread ?></strong> <?cs /if ?><?cs call:data(one.subject) ?></h2>
<p<?cs call:lang_of(one.body) ?>><?cs var:one.body ?></p>
<p class="ym-small"><time datetime="<?cs var:one.created_at ?>"><?cs var:one.created_at.text ?></time><?cs if:one.case_url ?> <a class="govuk-link ym-number" href="<?cs var:url_validate(one.case_url) ?>"><?cs var:one.shown ?></a><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs /def ?>
