<?cs # Whom to call.  Needs: site.{sponsor,phone,hours,address}; centres.N.{name,address,hours,phone} ?>
<?cs call:heading(words.title.public_about_contact) ?>
<section class="ym-panel" aria-labelledby="c-site"><h2 class="ym-panel__title" id="c-site"><?cs var:words.about.site ?></h2>
<dl class="ym-facts ym-facts--plain"><?cs call:fact_data("sponsor", site.sponsor) ?><?cs if:site.phone ?><div class="ym-facts__item"><dt><?cs var:words.label.phone ?></dt><dd><a class="ym-number ym-nowrap" href="tel:<?cs var:url_escape(site.phone) ?>"><?cs var:site.phone ?></a></dd></div><?cs /if ?><?cs call:fact_data("hours", site.hours) ?><?cs call:fact_data("address", site.address) ?></dl></section>
<?cs each:centre = centres ?><section class="ym-panel" aria-labelledby="c-<?cs var:centre.code ?>"><h2 class="ym-panel__title" id="c-<?cs var:centre.code ?>"><?cs var:centre.name ?></h2>
<dl class="ym-facts ym-facts--plain"><?cs call:fact_phone("phone", centre.phone) ?><?cs call:fact_data("hours", centre.hours) ?><?cs call:fact_data("address", centre.address) ?></dl></section><?cs /each ?>
