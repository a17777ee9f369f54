<?cs # 互动: a question, a complaint, a suggestion.  Needs: choices.ask_kind; about with form.ask_item or form.ask_case, else
choices.ask_organ; form; with_account. ?>
<div class="ym-columns">
<div class="ym-columns__main">
<?cs call:heading_lead(words.ask.title, words.ask.lead) ?>
<form class="ym-panel" method="post" action="/ask" novalidate>
<?cs call:form_token() ?>
<?cs call:field_choice("ask_kind") ?>
<?cs if:about ?><p><?cs var:words.ask.about ?><?cs var:words.frame.colon ?><strong<?cs call:data_lang() ?>><?cs var:about ?></strong></p>
<?cs if:form.ask_case ?><?cs call:field_hidden("ask_case") ?><?cs else ?><?cs call:field_hidden("ask_item") ?><?cs /if ?>
<?cs else ?><?cs call:field_select("ask_organ") ?><?cs /if ?>
<?cs call:field_text("ask_title") ?>
<?cs call:field_lines("ask_body") ?>
<?cs call:field_text("against") ?>
<?cs call:field_name("asker_name") ?>
<?cs call:field_phone("asker_phone") ?>
<?cs call:field_email("asker_email") ?>
<?cs call:field_flag("may_show") ?>
<p class="ym-small"><?cs var:words.ask.private ?></p>
<?cs call:button("ask") ?>
</form>
</div>
<div class="ym-columns__side">
<section class="ym-panel ym-panel--tint" aria-labelledby="ask-find"><h2 class="ym-panel__title" id="ask-find"><?cs var:words.ask.track ?></h2>
<p><?cs if:with_account ?><a class="govuk-link" href="/my/enquiries"><?cs var:words.my.enquiries ?></a><?cs else ?><a class="govuk-link" href="/ask/track"><?cs var:words.ask.track_help ?></a><?cs /if ?></p></section>
<section class="ym-panel" aria-labelledby="ask-answers"><h2 class="ym-panel__title" id="ask-answers"><?cs var:words.ask.answers ?></h2>
<p><?cs var:words.ask.answers_help ?></p>
<p class="ym-more"><a class="govuk-link" href="/ask/answers"><?cs var:words.ask.answers_all ?></a></p></section>
<section class="ym-panel" aria-labelledby="ask-limits"><h2 class="ym-panel__title" id="ask-limits"><?cs var:words.ask.limits ?></h2>
<ul class="ym-bullets"><li><?cs var:words.ask.limit_question ?></li><li><?cs var:words.ask.limit_complaint ?></li><li><?cs var:words.ask.limit_reopen ?></li></ul></section>
</div>
</div>
