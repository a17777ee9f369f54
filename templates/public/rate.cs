<?cs # 好差评: the rating of a case.  Needs: case.{title,shown,organ_name}; given; may_rate with its choices, rate.round; rate_url;
by number and code rate_ticket and rate_number; not_yet before there is a result. ?>
<?cs include!"parts/after.cs" ?>
<div class="ym-panel--narrow">
<?cs call:heading_lead(words.rate.title, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.field.number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.organ ?></dt> <dd<?cs call:lang_of(case.organ_name) ?>><?cs var:case.organ_name ?></dd></div>
</dl>
<?cs call:rating_given(given) ?>
<?cs if:not_yet ?><?cs call:notice("info", words.rate.not_yet) ?><?cs /if ?>
<?cs if:may_rate ?><section class="ym-panel" aria-labelledby="say">
<h2 class="ym-panel__title" id="say"><?cs if:rate.round == "2" ?><?cs var:words.rate.again ?><?cs else ?><?cs var:words.rate.give ?><?cs /if ?></h2>
<p><?cs var:words.rate.lead ?></p>
<form method="post" action="<?cs var:url_validate(rate_url) ?>" novalidate>
<?cs call:form_token() ?>
<?cs if:rate_ticket ?><input type="hidden" name="number" value="<?cs var:rate_number ?>"><input type="hidden" name="ticket" value="<?cs var:rate_ticket ?>"><?cs /if ?>
<?cs call:rating_fields() ?>
<p class="ym-small"><?cs var:words.rate.once ?></p>
<?cs call:button("rate") ?>
</form>
</section><?cs /if ?>
</div>
