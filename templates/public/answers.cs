<?cs # Answers for everybody.  Needs: form.q, choices.ask_kind, found, counts.{asked,answered,shown},
answers.N.{url,title,kind,asker,organ_name,asked_text,public_text}, pager. ?>
<h1 class="ym-h1"><?cs var:words.ask.answers ?></h1>
<form class="ym-filters" method="get" action="/ask/answers" role="search">
<?cs call:field_input("q", "search", "", "off", "") ?>
<?cs call:field_select("ask_kind") ?>
<?cs call:button_plain("search") ?>
</form>
<ul class="ym-stats">
<?cs call:stat(counts.asked, words.ask.count_asked) ?>
<?cs call:stat(counts.answered, words.ask.count_answered) ?>
<?cs call:stat(counts.shown, words.ask.count_shown) ?>
</ul>
<p role="status"><?cs var:found ?></p>
<?cs if:answers.0.url ?><ul class="ym-cards"><?cs each:one = answers ?><li class="ym-card">
<h2 class="ym-card__title"><a href="<?cs var:url_validate(one.url) ?>"<?cs call:data_lang() ?>><?cs var:one.title ?></a></h2>
<ul class="ym-card__facts"><li><?cs var:words.enquiry_kind[one.kind] ?></li><?cs if:one.asker ?><li><?cs call:icon("user") ?> <?cs call:data(one.asker) ?></li><?cs /if ?><li><?cs call:icon("building") ?> <?cs call:data(one.organ_name) ?></li><li><?cs call:icon("calendar") ?> <?cs var:one.public_text ?></li></ul>
</li><?cs /each ?></ul>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("answers") ?><?cs /if ?>
<p><?cs call:link_button_plain("ask_new", "/ask") ?></p>
