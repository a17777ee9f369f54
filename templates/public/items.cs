<?cs # The catalogue: a search box, what is chosen, facets with counts, cards, pages.
Needs: form.q, found, nothing, items.N (parts/list.cs item_card), facets, chips, sorts, pager ?>
<h1 class="ym-heading"><?cs var:words.title.public_items ?></h1>
<?cs call:search_box("/items", form.q) ?>
<?cs call:chips(chips) ?>
<div class="ym-columns ym-columns--facets">
<div class="ym-columns__side">
<h2 class="govuk-visually-hidden"><?cs var:words.catalogue.narrow ?></h2>
<?cs call:facets(facets) ?>
</div>
<div class="ym-columns__main">
<?cs call:facets_link() ?>
<div class="ym-listhead"><p class="ym-listhead__found" role="status"><?cs var:found ?></p><?cs if:!nothing ?><?cs call:sort(sorts) ?><?cs /if ?></div>
<?cs if:nothing ?><?cs call:empty_state("items") ?><?cs else ?>
<ul class="ym-cards">
<?cs each:item = items ?><?cs call:item_card(item) ?><?cs /each ?>
</ul>
<?cs call:pager(pager) ?><?cs /if ?>
</div>
</div>
