<?cs # Whom one lets act for oneself, and for whom one may act.  Needs: given, taken, led (delegation_rows). ?>
<?cs def:delegation_rows(list) ?>
<ul class="ym-rows">
<?cs each:one = list ?><li class="ym-rows__item"><h3 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"><?cs if:one.delegate_name ?><?cs call:data(one.delegate_name) ?><?cs if:one.holder_name ?> <span class="ym-small"><?cs call:data(one.holder_name) ?></span><?cs /if ?><?cs else ?><?cs call:data(one.holder_name) ?><?cs /if ?></a></h3>
<p><strong class="ym-state ym-state--delegation-<?cs var:one.standing ?>"><?cs var:words.delegation_standing[one.standing] ?></strong><?cs if:one.office == "representative" ?> <?cs var:words.delegation_office.representative ?><?cs /if ?></p>
<p class="ym-small"><?cs each:right = one.rights ?><?cs var:words.right[right.name] ?> <?cs /each ?><?cs if:one.all_items == "0" ?> <?cs var:words.acts_for.some_items ?> <?cs /if ?> <?cs var:words.acts_for.until ?> <?cs call:day_iso(one.expires_on, one.expires_on.text) ?></p></li>
<?cs /each ?></ul>
<?cs /def ?>
<?cs call:heading_lead(words.delegates.title, words.delegates.lead) ?>
<?cs if:led.0.url ?><section class="ym-panel ym-panel--tint" aria-labelledby="d-led"><h2 class="ym-panel__title" id="d-led"><?cs var:words.delegates.led ?></h2>
<?cs call:delegation_rows(led) ?></section><?cs /if ?>
<section class="ym-panel" aria-labelledby="d-given"><h2 class="ym-panel__title" id="d-given"><?cs var:words.delegates.given ?></h2>
<?cs if:given.0.url ?><?cs call:delegation_rows(given) ?><?cs else ?><p><?cs var:words.delegates.given_none ?></p><?cs /if ?>
<p><?cs call:link_button("delegate_invite", "/my/delegates/new") ?></p></section>
<?cs if:who.kind == "person" ?><section class="ym-panel" aria-labelledby="d-taken"><h2 class="ym-panel__title" id="d-taken"><?cs var:words.delegates.taken ?></h2>
<?cs if:taken.0.url ?><?cs call:delegation_rows(taken) ?><p><?cs call:link_button_plain("acting_switch", "/my/act") ?></p><?cs else ?><p><?cs var:words.delegates.taken_none ?></p><?cs /if ?></section><?cs /if ?>
