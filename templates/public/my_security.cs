<?cs # Who came in, who is in.  Needs: sessions.N.{seen_at,address,current}, sign_ins.N.{at,how,address}. ?>
<?cs call:heading_lead(words.security.title, words.security.lead) ?>
<section class="ym-panel" aria-labelledby="s-now"><h2 class="ym-panel__title" id="s-now"><?cs var:words.security.now ?></h2>
<ul class="ym-rows"><?cs each:one = sessions ?><li class="ym-rows__item"><?cs var:words.security.seen ?> <?cs var:one.seen_at.text ?> <span class="ym-small ym-number"><?cs var:one.address ?></span><?cs if:one.current == "1" ?> <strong><?cs var:words.security.this ?></strong><?cs /if ?></li><?cs /each ?></ul>
<?cs if:sessions.1.seen_at ?><form method="post" action="/sign-out/others"><?cs call:form_token() ?><?cs call:button_plain("end_others") ?></form><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="s-past"><h2 class="ym-panel__title" id="s-past"><?cs var:words.security.past ?></h2>
<ul class="ym-rows"><?cs each:one = sign_ins ?><li class="ym-rows__item"><?cs var:words.sign_in_how[one.how] ?> <span class="ym-small"><?cs var:one.at.text ?> <span class="ym-number"><?cs var:one.address ?></span></span></li><?cs /each ?></ul></section>
<section class="ym-panel" aria-labelledby="s-data"><h2 class="ym-panel__title" id="s-data"><?cs var:words.security.data ?></h2>
<p><?cs var:words.security.data_lead ?></p><p><a class="govuk-link" href="/my/export"><?cs var:words.security.take ?></a></p></section>
