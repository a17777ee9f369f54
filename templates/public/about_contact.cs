<?cs # Whom to call.  Needs: site.{sponsor,phone,hours,address}; centres.N.{name,address,hours,phone} ?>
<?cs call:heading(words.title.public_about_contact) ?>
<section class="ym-panel" aria-labelledby="c-site"><h2 class="ym-panel__title" id="c-site"><?cs var:words.about.site ?></h2>
<dl class="ym-facts"><?cs call:fact("sponsor", site.sponsor) ?><?cs call:fact("phone", site.phone) ?><?cs call:fact("hours", site.hours) ?><?cs call:fact("address", site.address) ?></dl></section>
<?cs each:centre = centres ?><section class="ym-panel"><h2 class="ym-panel__title"><?cs var:centre.name ?></h2>
<dl class="ym-facts"><?cs call:fact("address", centre.address) ?><?cs call:fact("hours", centre.hours) ?><?cs call:fact("phone", centre.phone) ?></dl></section><?cs /each ?>
