<?cs # Address labels of what goes out by courier.  Needs: sender.{name,address,phone}; labels.N.{contact_name,contact_phone,
delivery_address,shown}. ?>
<?cs call:heading_lead(words.delivery_page.labels, words.delivery_page.labels_lead) ?>
<?cs if:labels.0.number ?><ul class="ym-rows">
<?cs each:label = labels ?><li class="ym-rows__item">
<p><span class="ym-small"><?cs var:words.delivery_page.to ?></span> <strong<?cs call:lang_of(label.contact_name) ?>><?cs var:label.contact_name ?></strong> <span class="ym-number"><?cs var:label.contact_phone ?></span><br><?cs call:data(label.delivery_address) ?></p>
<p class="ym-small"><?cs var:words.delivery_page.from ?><?cs var:words.frame.colon ?><?cs call:data(sender.name) ?> <?cs var:sender.phone ?> <?cs call:data(sender.address) ?><br><span class="ym-number"><?cs var:label.shown ?></span></p>
</li>
<?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("deliveries") ?><?cs /if ?>
