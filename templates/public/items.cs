<?cs # The catalogue: a search box, person or enterprise, what is chosen, facets with counts, cards, pages.
Needs: heading, form.{q,who}, found, nothing {q,wider,wider_url,open_text,open_url}, words_hot, tabs, items.N (parts/list.cs
item_card), facets, chips, sorts, pager ?>
<h1 class="ym-heading"<?cs if:errors.0.field ?> id="f-<?cs var:errors.0.field ?>"<?cs /if ?>><?cs var:heading ?></h1>
<form class="ym-search" role="search" method="get" action="/items">
<?cs if:form.who ?><input type="hidden" name="who" value="<?cs var:form.who ?>"><?cs /if ?>
<label class="govuk-visually-hidden" for="q"><?cs var:words.frame.search_label ?></label>
<input class="ym-search__input" id="q" name="q" type="search" value="<?cs var:form.q ?>" placeholder="<?cs var:words.frame.search_hint ?>" autocomplete="off">
<button type="submit" class="ym-search__button"><?cs call:icon("search") ?> <span><?cs var:words.action.search ?></span></button>
</form>
<nav class="ym-tabs" aria-label="<?cs var:words.catalogue.who ?>"><ul class="ym-tabs__list">
<?cs each:tab = tabs ?><li><a class="ym-tabs__link" href="<?cs var:url_validate(tab.url) ?>"<?cs if:tab.current ?> aria-current="true"<?cs /if ?>><?cs var:tab.label ?> <span class="ym-tabs__count"><?cs var:tab.count ?></span></a></li>
<?cs /each ?></ul></nav>
<?cs call:chips(chips) ?>
<div class="<?cs if:nothing ?>ym-panel--narrow<?cs else ?>ym-columns ym-columns--facets<?cs /if ?>">
<div class="ym-columns__main">
<?cs if:!nothing ?><?cs call:facets_link() ?><?cs /if ?>
<div class="ym-listhead"><p class="ym-listhead__found" role="status"><?cs var:found ?></p><?cs if:!nothing ?><?cs call:sort(sorts) ?><?cs /if ?></div>
<?cs if:nothing ?><?cs call:empty_state("items") ?>
<section class="ym-panel" aria-labelledby="tips"><h2 class="ym-panel__title" id="tips"><?cs var:words.catalogue.tips ?></h2>
<ul class="ym-bullets">
<?cs if:nothing.wider_url ?><li><a href="<?cs var:url_validate(nothing.wider_url) ?>"><?cs var:nothing.wider ?></a></li><?cs /if ?>
<?cs if:nothing.q ?><li><?cs var:words.catalogue.tip_words ?></li>
<li><?cs var:words.catalogue.tip_initials ?></li><?cs /if ?>
<?cs if:nothing.open_url ?><li><a href="<?cs var:url_validate(nothing.open_url) ?>"><?cs var:nothing.open_text ?></a></li><?cs /if ?>
<li><a href="/organs"><?cs var:words.catalogue.tip_browse ?></a></li>
<?cs if:site.phone ?><li><?cs var:words.catalogue.tip_phone ?> <a class="ym-number ym-nowrap" href="tel:<?cs var:url_escape(site.phone) ?>"><?cs var:site.phone ?></a></li><?cs /if ?>
</ul>
<?cs if:words_hot.0.url && page.language != "en" ?><h3 class="ym-h4" id="hot-words"><?cs var:words.catalogue.tip_hot ?></h3>
<ul class="ym-words" aria-labelledby="hot-words"><?cs each:hot_word = words_hot ?><li><a href="<?cs var:url_validate(hot_word.url) ?>"><?cs var:hot_word.text ?></a></li><?cs /each ?></ul><?cs /if ?>
</section>
<?cs else ?>
<ul class="ym-cards">
<?cs each:item = items ?><?cs call:item_card(item) ?><?cs /each ?>
</ul>
<?cs call:pager(pager) ?><?cs /if ?>
</div>
<?cs if:!nothing ?><div class="ym-columns__side">
<h2 class="govuk-visually-hidden"><?cs var:words.catalogue.narrow ?></h2>
<?cs call:facets(facets) ?>
</div><?cs /if ?>
</div>
