<?cs # The home page: search first, then who you are, what about, which organ; where is my case.
Needs: words_hot.N.{text,url}; themes_person.N and themes_enterprise.N {name,icon,url,count};
organs.N.{name,url,count}, organs_url; areas.N.{name,url}; hot.N.{title,url,organ_name,limit_text,online_depth};
figures.N.{value,label,url}, figures_url; notices.N.{title,url,day,day_text}; form.{number,query_code}
with error.* after a failed look-up; site.{consult_url,complain_url,rate_url,verify_url}.  POST /track
answers the progress box.  No list is required: what is missing is not drawn.  Care mode has fewer things: what an
old person comes for, and a telephone number. ?>
<section class="ym-hero" aria-labelledby="hero">
<div class="ym-hero__main">
<div class="ym-hero__words">
<h1 class="ym-hero__title" id="hero"><?cs var:words.home.search ?></h1>
<p class="ym-hero__lead"><?cs var:words.home.lead ?></p>
</div>
<?cs call:search_box("/items", "") ?>
<?cs if:words_hot.0.url && page.language != "en" ?>
<div class="ym-hero__hot"><span id="hot-words"><?cs var:words.home.hot_words ?></span>
<ul aria-labelledby="hot-words"><?cs each:hot_word = words_hot ?><li><a href="<?cs var:url_validate(hot_word.url) ?>"><?cs var:hot_word.text ?></a></li><?cs /each ?></ul></div>
<?cs /if ?>
</div>
<?cs if:asset.scene ?><img class="ym-hero__scene" src="<?cs var:asset.scene ?>" width="400" height="190" alt=""><?cs /if ?>
</section>

<div class="ym-columns ym-home">
<div class="ym-columns__main">
<section class="ym-home__doors" aria-labelledby="doors">
<h2 class="govuk-visually-hidden" id="doors"><?cs var:words.home.doors ?></h2>
<ul class="ym-doors">
<li class="ym-door ym-door--person"><a class="ym-door__link" href="/items?who=person"><?cs call:icon("person") ?> <span class="ym-door__words"><span class="ym-door__name"><?cs var:words.home.person ?></span> <span class="ym-door__help"><?cs var:words.home.person_help ?></span></span></a></li>
<li class="ym-door ym-door--enterprise"><a class="ym-door__link" href="/items?who=enterprise"><?cs call:icon("building") ?> <span class="ym-door__words"><span class="ym-door__name"><?cs var:words.home.enterprise ?></span> <span class="ym-door__help"><?cs var:words.home.enterprise_help ?></span></span></a></li>
</ul>
</section>

<?cs if:themes_person.0.url || themes_enterprise.0.url ?>
<section class="ym-panel" aria-labelledby="themes">
<h2 class="ym-panel__title" id="themes"><?cs var:words.home.themes ?></h2>
<?cs if:themes_person.0.url ?>
<h3 class="ym-h4"><?cs var:words.home.themes_person ?></h3>
<?cs call:theme_tiles(themes_person) ?>
<?cs /if ?>
<?cs if:themes_enterprise.0.url && !page.care ?>
<h3 class="ym-h4"><?cs var:words.home.themes_enterprise ?></h3>
<?cs call:theme_tiles(themes_enterprise) ?>
<?cs /if ?>
</section>
<?cs /if ?>

<?cs if:hot.0.url ?>
<section class="ym-panel" aria-labelledby="hot">
<h2 class="ym-panel__title" id="hot"><?cs var:words.home.hot ?></h2>
<ol class="ym-hot">
<?cs each:item = hot ?><li class="ym-hot__item"><a class="ym-hot__link" href="<?cs var:url_validate(item.url) ?>"<?cs if:item.title_lang ?> lang="<?cs var:item.title_lang ?>"<?cs /if ?>><?cs var:item.title ?></a>
<span class="ym-hot__about"><?cs if:item.organ_name ?><span<?cs call:lang_of(item.organ_name) ?>><?cs var:item.organ_name ?></span><?cs /if ?><?cs if:item.limit_text ?> <span><?cs var:item.limit_text ?></span><?cs /if ?><?cs if:item.online_depth ?> <span><?cs var:words.online_depth[item.online_depth] ?></span><?cs /if ?></span></li>
<?cs /each ?></ol>
<p class="ym-more"><a href="/items"><?cs var:words.home.hot_more ?></a></p>
</section>
<?cs /if ?>

<?cs if:organs.0.url && !page.care ?>
<section class="ym-panel" aria-labelledby="organs">
<h2 class="ym-panel__title" id="organs"><?cs var:words.home.organs ?></h2>
<ul class="ym-organs">
<?cs each:organ = organs ?><li><a class="ym-organs__link" href="<?cs var:url_validate(organ.url) ?>"><span<?cs call:lang_of(organ.name) ?>><?cs var:organ.name ?></span><?cs if:organ.count ?> <span class="ym-count"><?cs var:organ.count ?></span><?cs /if ?></a></li>
<?cs /each ?></ul>
<?cs if:organs_url ?><p class="ym-more"><a href="<?cs var:url_validate(organs_url) ?>"><?cs var:words.home.organs_all ?></a></p><?cs /if ?>
<?cs if:areas.0.url ?>
<h3 class="ym-h4"><?cs var:words.home.areas ?></h3>
<ul class="ym-words">
<?cs each:area = areas ?><li><a href="<?cs var:url_validate(area.url) ?>"<?cs call:lang_of(area.name) ?>><?cs var:area.name ?></a></li>
<?cs /each ?></ul>
<?cs /if ?>
</section>
<?cs /if ?>
</div>

<div class="ym-columns__side">
<?cs if:page.care && site.phone ?>
<section class="ym-panel" aria-labelledby="help">
<h2 class="ym-panel__title" id="help"><?cs var:words.home.help ?></h2>
<p><?cs var:words.home.help_text ?></p>
<p class="ym-home__phone"><a class="ym-number ym-nowrap" href="tel:<?cs var:url_escape(site.phone) ?>"><?cs call:icon("phone") ?> <?cs var:site.phone ?></a></p>
</section>
<?cs /if ?>
<section class="ym-panel ym-panel--tint ym-home__track" aria-labelledby="track">
<h2 class="ym-panel__title" id="track"><?cs var:words.home.track ?></h2>
<p class="ym-small"><?cs var:words.home.track_help ?></p>
<form method="post" action="/track">
<?cs call:form_token() ?>
<?cs call:field_input("number", "text", "", "off", "ym-number") ?>
<?cs call:field_input("query_code", "text", "", "off", "ym-number") ?>
<?cs call:button("track") ?>
</form>
<p class="ym-small"><a href="/my/"><?cs var:words.home.my_cases ?></a></p>
</section>

<?cs if:site.consult_url || site.complain_url || site.rate_url || site.verify_url ?>
<section class="ym-panel" aria-labelledby="interaction">
<h2 class="ym-panel__title" id="interaction"><?cs var:words.home.interaction ?></h2>
<ul class="ym-acts">
<?cs call:home_act("/book", "calendar", words.home.book, words.home.book_help) ?>
<?cs call:home_act("/queue", "ticket", words.home.queue, words.home.queue_help) ?>
<?cs call:home_act(site.consult_url, "chat", words.home.consult, words.home.consult_help) ?>
<?cs call:home_act(site.complain_url, "megaphone", words.home.complain, words.home.complain_help) ?>
<?cs call:home_act(site.rate_url, "star", words.home.rate, words.home.rate_help) ?>
<?cs call:home_act(site.verify_url, "shield", words.home.verify, words.home.verify_help) ?>
</ul>
</section>
<?cs /if ?>

<?cs if:figures.0.value && !page.care ?>
<section class="ym-panel" aria-labelledby="figures">
<h2 class="ym-panel__title" id="figures"><?cs var:words.home.figures ?></h2>
<ul class="ym-stats ym-stats--narrow">
<?cs each:figure = figures ?><?cs if:figure.url ?><?cs call:stat_link(figure.value, figure.label, figure.url) ?><?cs else ?><?cs call:stat(figure.value, figure.label) ?><?cs /if ?>
<?cs /each ?></ul>
<?cs if:figures_url ?><p class="ym-more"><a href="<?cs var:url_validate(figures_url) ?>"><?cs var:words.home.figures_all ?></a></p><?cs /if ?>
</section>
<?cs /if ?>

<?cs if:notices.0.url && !page.care ?>
<section class="ym-panel" aria-labelledby="notices">
<h2 class="ym-panel__title" id="notices"><?cs var:words.home.notices ?></h2>
<ul class="ym-links">
<?cs each:note = notices ?><li><a href="<?cs var:url_validate(note.url) ?>"><?cs var:note.title ?></a> <?cs call:day_iso(note.day, note.day_text) ?></li>
<?cs /each ?></ul>
</section>
<?cs /if ?>
</div>
</div>
