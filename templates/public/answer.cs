<?cs # One question and its answer, as it was let out.  Needs: answer.{title,kind,asker,organ_name,asked_text,answered_text,body,
answer,item_title,item_url}. ?>
<article>
<h1 class="ym-h1"<?cs call:data_lang() ?>><?cs var:answer.title ?></h1>
<dl class="ym-strip">
<div><dt><?cs var:words.ask.kind ?></dt> <dd><?cs var:words.enquiry_kind[answer.kind] ?></dd></div>
<div><dt><?cs var:words.ask.asker ?></dt> <dd><?cs if:answer.asker ?><?cs call:data(answer.asker) ?><?cs else ?><?cs var:words.ask.asker_gone ?><?cs /if ?></dd></div>
<div><dt><?cs var:words.ask.asked_on ?></dt> <dd><?cs var:answer.asked_text ?></dd></div>
<div><dt><?cs var:words.ask.organ ?></dt> <dd><?cs var:answer.organ_name ?></dd></div>
</dl>
<section class="ym-panel" aria-labelledby="asked"><h2 class="ym-panel__title" id="asked"><?cs var:words.ask.question ?></h2>
<p class="ym-lines"<?cs call:data_lang() ?>><?cs var:answer.body ?></p></section>
<section class="ym-panel ym-panel--tint" aria-labelledby="answer"><h2 class="ym-panel__title" id="answer"><?cs var:words.ask.answer ?></h2>
<p class="ym-lines"<?cs call:data_lang() ?>><?cs var:answer.answer ?></p>
<p class="ym-small"><?cs var:answer.answered_text ?></p></section>
<?cs if:answer.item_url ?><p><?cs var:words.ask.about ?><?cs var:words.frame.colon ?><a class="govuk-link" href="<?cs var:url_validate(answer.item_url) ?>"><?cs var:answer.item_title ?></a></p><?cs /if ?>
</article>
