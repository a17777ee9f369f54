<?cs # The first page of a kiosk.  Needs: kiosk.{known,name,centre_name,queue_url,book_url}. ?>
<?cs def:kiosk_tile(url, icon, key) ?><li><a class="ym-kiosk-tile" href="<?cs var:url_validate(url) ?>"><?cs call:icon(icon) ?> <span class="ym-kiosk-tile__name"><?cs var:words.kiosk_tile[key] ?></span></a></li><?cs /def ?>
<h1 class="ym-h1"><?cs var:words.kiosk.welcome ?></h1>
<?cs if:kiosk.known ?><p class="ym-lead"><?cs var:kiosk.centre_name ?> <span<?cs call:data_lang() ?>><?cs var:kiosk.name ?></span></p><?cs /if ?>
<ul class="ym-kiosk-tiles">
<?cs call:kiosk_tile(kiosk.queue_url, "ticket", "queue") ?>
<?cs call:kiosk_tile("/book/find", "check", "arrive") ?>
<?cs call:kiosk_tile(kiosk.book_url, "calendar", "book") ?>
<?cs call:kiosk_tile("/items", "search", "items") ?>
<?cs call:kiosk_tile("/track", "clock", "track") ?>
<?cs call:kiosk_tile("/my/", "user", "my") ?>
<?cs call:kiosk_tile("/verify", "shield", "verify") ?>
<?cs call:kiosk_tile("/open/", "file", "open") ?>
</ul>
<?cs if:!kiosk.known ?><p class="ym-small"><a class="govuk-link" href="/kiosk/set_up"><?cs var:words.kiosk.set_up ?></a></p><?cs /if ?>
