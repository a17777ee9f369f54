<?cs # Lists: how they are searched, narrowed, turned and shown. ?>

<?cs # Needs: the address that answers GET q=…; what was asked. ?>
<?cs def:search_box(url, query) ?>
<form class="ym-search" role="search" method="get" action="<?cs var:url_validate(url) ?>">
<label class="govuk-visually-hidden" for="q"><?cs var:words.frame.search_label ?></label>
<input class="ym-search__input" id="q" name="q" type="search" value="<?cs var:query ?>" placeholder="<?cs var:words.frame.search_hint ?>" autocomplete="off">
<button type="submit" class="ym-search__button"><?cs call:icon("search") ?> <span><?cs var:words.action.search ?></span></button>
</form>
<?cs /def ?>

<?cs def:facet_choice(choice) ?><li><a class="ym-facet__choice<?cs if:choice.checked ?> ym-facet__choice--checked<?cs /if ?>" href="<?cs var:url_validate(choice.url) ?>"<?cs if:choice.checked ?> aria-current="true"<?cs /if ?>><span class="ym-facet__label"<?cs call:lang_of(choice.label) ?>><?cs var:choice.label ?></span> <span class="ym-facet__count"><?cs var:choice.count ?></span></a></li><?cs /def ?>

<?cs # Needs: facets.N.{key,title,choices.N.{label,count,url,checked}}; facets.N.more, further choices behind
one more press (open: not folded); all_url, a page with all of them. ?>
<?cs def:facets(facets) ?>
<div class="ym-facets" id="facets">
<?cs each:facet = facets ?><?cs if:facet.choices.0.label ?>
<details class="ym-facet"<?cs if:facet.key ?> id="facet-<?cs var:facet.key ?>"<?cs /if ?> open>
<summary class="ym-facet__title"><?cs if:facet.title ?><?cs var:facet.title ?><?cs else ?><?cs var:words.facet[facet.key] ?><?cs /if ?></summary>
<ul class="ym-facet__list">
<?cs each:choice = facet.choices ?><?cs call:facet_choice(choice) ?>
<?cs /each ?></ul>
<?cs if:facet.more.0.label ?><details class="ym-facet__more"<?cs if:facet.open ?> open<?cs /if ?>><summary class="ym-facet__more-title"><?cs var:words.catalogue.more ?><span class="govuk-visually-hidden"> <?cs var:words.facet[facet.key] ?></span></summary>
<ul class="ym-facet__list"><?cs each:choice = facet.more ?><?cs call:facet_choice(choice) ?>
<?cs /each ?></ul></details><?cs elif:facet.all_url ?><p class="ym-facet__more-title"><a class="govuk-link" href="<?cs var:url_validate(facet.all_url) ?>" rel="nofollow"><?cs var:words.catalogue.all_choices ?> <?cs var:facet.all ?><span class="govuk-visually-hidden"> <?cs var:words.facet[facet.key] ?></span></a></p><?cs /if ?>
</details>
<?cs /if ?><?cs /each ?>
</div>
<?cs /def ?>

<?cs # On a telephone the facets stand below the list; this leads to them. ?>
<?cs def:facets_link() ?><p class="ym-to-facets"><a class="govuk-button govuk-button--secondary" href="#facets"><?cs call:icon("filter") ?> <?cs var:words.action.filter ?></a></p><?cs /def ?>

<?cs # Needs: chips.N.{label,url}, the url being the list without it; chips_clear_url beside the list. ?>
<?cs def:chips(chips) ?>
<?cs if:chips.0.url ?>
<p class="govuk-visually-hidden" id="chosen"><?cs var:words.frame.chosen ?></p>
<ul class="ym-chips" aria-labelledby="chosen">
<?cs each:chip = chips ?><li><a class="ym-chip" href="<?cs var:url_validate(chip.url) ?>"><span class="govuk-visually-hidden"><?cs var:words.action.remove ?></span> <?cs call:data(chip.label) ?> <?cs call:icon("close") ?></a></li>
<?cs /each ?><?cs if:chips_clear_url ?><li><a class="ym-chip ym-chip--clear" href="<?cs var:url_validate(chips_clear_url) ?>"><?cs var:words.action.clear ?></a></li><?cs /if ?>
</ul>
<?cs /if ?>
<?cs /def ?>

<?cs # Needs: pager.{page,pages,summary,previous_url,next_url}, pager.numbers.N.{label,url,current}. ?>
<?cs def:pager(pager) ?>
<?cs if:pager.summary ?><p class="ym-pager__summary"><?cs var:pager.summary ?></p><?cs /if ?>
<?cs if:pager.previous_url || pager.next_url ?>
<nav class="ym-pager" aria-label="<?cs var:words.pager.label ?>">
<ul class="ym-pager__list">
<?cs if:pager.previous_url ?><li><a class="ym-pager__link" rel="prev" href="<?cs var:url_validate(pager.previous_url) ?>"><?cs call:icon("left") ?> <?cs var:words.pager.previous ?></a></li><?cs /if ?>
<?cs each:number = pager.numbers ?><li><?cs if:number.url ?><a class="ym-pager__link ym-pager__link--number" href="<?cs var:url_validate(number.url) ?>"<?cs if:number.current ?> aria-current="page"<?cs /if ?>><span class="govuk-visually-hidden"><?cs var:words.pager.page ?></span> <?cs var:number.label ?></a><?cs else ?><span class="ym-pager__gap"><?cs var:number.label ?></span><?cs /if ?></li>
<?cs /each ?><?cs if:pager.next_url ?><li><a class="ym-pager__link" rel="next" href="<?cs var:url_validate(pager.next_url) ?>"><?cs var:words.pager.next ?> <?cs call:icon("right") ?></a></li><?cs /if ?>
</ul>
</nav>
<?cs /if ?>
<?cs /def ?>

<?cs # Needs: tabs.N.{key,label,count,url,current}; label or words.tab[key]. ?>
<?cs def:tabs(tabs) ?>
<nav class="ym-tabs" aria-label="<?cs var:words.frame.tabs ?>"><ul class="ym-tabs__list">
<?cs each:tab = tabs ?><li><a class="ym-tabs__link" href="<?cs var:url_validate(tab.url) ?>"<?cs if:tab.current ?> aria-current="page"<?cs /if ?>><?cs if:tab.label ?><?cs var:tab.label ?><?cs else ?><?cs var:words.tab[tab.key] ?><?cs /if ?><?cs if:tab.count ?> <span class="ym-tabs__count"><?cs var:tab.count ?></span><?cs /if ?></a></li>
<?cs /each ?></ul></nav>
<?cs /def ?>

<?cs # Needs: sorts.N.{key,url,current}; words.sort[key]. ?>
<?cs def:sort(sorts) ?>
<div class="ym-sort"><span class="ym-sort__name" id="sort"><?cs var:words.frame.sort ?></span><ul class="ym-sort__list" aria-labelledby="sort">
<?cs each:way = sorts ?><li><a class="ym-sort__link" href="<?cs var:url_validate(way.url) ?>"<?cs if:way.current ?> aria-current="true"<?cs /if ?>><?cs var:words.sort[way.key] ?></a></li>
<?cs /each ?></ul></div>
<?cs /def ?>

<?cs # One item in a list.  Needs: item.{url,title,organ_name,area_name,limit_text,visits_text,depth,depth_text,
booking,stars_text,handling,brief,apply_url}; title_lang, brief_lang where they are not the page's. ?>
<?cs def:item_card(item) ?>
<li class="ym-card<?cs if:item.apply_url ?> ym-card--acts<?cs /if ?>">
<h2 class="ym-card__title"><a href="<?cs var:url_validate(item.url) ?>"<?cs if:item.title_lang ?> lang="<?cs var:item.title_lang ?>"<?cs /if ?>><?cs var:item.title ?></a></h2>
<?cs if:item.brief ?><p class="ym-card__brief"<?cs if:item.brief_lang ?> lang="<?cs var:item.brief_lang ?>"<?cs /if ?>><?cs var:item.brief ?></p><?cs /if ?>
<ul class="ym-card__facts">
<?cs if:item.organ_name ?><li><?cs call:icon("building") ?> <?cs call:data(item.organ_name) ?></li><?cs /if ?>
<?cs if:item.area_name ?><li><?cs call:icon("place") ?> <?cs call:data(item.area_name) ?></li><?cs /if ?>
<?cs if:item.limit_text ?><li><?cs call:icon("clock") ?> <?cs var:item.limit_text ?></li><?cs /if ?>
<?cs if:item.visits_text ?><li><?cs call:icon("walk") ?> <?cs var:item.visits_text ?></li><?cs /if ?>
<?cs if:item.depth ?><li><?cs call:icon("online") ?> <?cs if:item.depth_text ?><?cs var:item.depth_text ?><?cs else ?><?cs var:words.online_depth[item.depth] ?><?cs /if ?></li><?cs /if ?>
<?cs if:item.booking ?><li><?cs call:icon("calendar") ?> <?cs var:words.card.booking ?></li><?cs /if ?>
<?cs if:item.stars_text ?><li class="ym-care-hide"><?cs call:icon("star") ?> <?cs var:item.stars_text ?></li><?cs /if ?>
</ul>
<?cs if:item.apply_url ?><p class="ym-card__acts"><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(item.apply_url) ?>"><?cs var:words.action.apply ?><span class="govuk-visually-hidden"<?cs if:item.title_lang ?> lang="<?cs var:item.title_lang ?>"<?cs /if ?>> <?cs var:item.title ?></span></a></p><?cs /if ?>
</li>
<?cs /def ?>

<?cs # Needs: files.N.{url,name,size_text,kind,note,remove_url}. ?>
<?cs def:file_list(files) ?>
<ul class="ym-files">
<?cs each:file = files ?><li class="ym-files__item"><?cs call:icon("file") ?> <span class="ym-files__main"><?cs if:file.url ?><a class="govuk-link" href="<?cs var:url_validate(file.url) ?>"<?cs call:lang_of(file.name) ?>><?cs var:file.name ?></a><?cs else ?><?cs call:data(file.name) ?><?cs /if ?><?cs if:file.kind || file.size_text ?> <span class="ym-files__about"><?cs var:file.kind ?> <?cs var:file.size_text ?></span><?cs /if ?><?cs if:file.note ?><span class="ym-files__note"><?cs var:file.note ?></span><?cs /if ?></span><?cs if:file.remove_url ?><form class="ym-files__remove" method="post" action="<?cs var:url_validate(file.remove_url) ?>"><?cs call:form_token() ?><button type="submit" class="ym-link-button"><?cs var:words.action.delete ?><span class="govuk-visually-hidden"<?cs call:lang_of(file.name) ?>> <?cs var:file.name ?></span></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /def ?>

<?cs # Needs: events.N.{day,at_text,title,who,note,kind,current}; kind good, bad, wait or none. ?>
<?cs def:timeline(events) ?>
<ol class="ym-timeline">
<?cs each:event = events ?><li class="ym-timeline__item<?cs if:event.kind ?> ym-timeline__item--<?cs var:event.kind ?><?cs /if ?>"<?cs if:event.current ?> aria-current="step"<?cs /if ?>>
<p class="ym-timeline__title"><?cs var:event.title ?></p>
<?cs if:event.at_text ?><p class="ym-timeline__when"><?cs if:event.day ?><time datetime="<?cs var:event.day ?>"><?cs var:event.at_text ?></time><?cs else ?><?cs var:event.at_text ?><?cs /if ?><?cs if:event.who ?> <span class="ym-timeline__who"<?cs call:lang_of(event.who) ?>><?cs var:event.who ?></span><?cs /if ?></p><?cs /if ?>
<?cs if:event.note ?><p class="ym-timeline__note"<?cs call:lang_of(event.note) ?>><?cs var:event.note ?></p><?cs /if ?></li>
<?cs /each ?></ol>
<?cs /def ?>

<?cs # Needs: tasks.N.{title,url,hint,state}; words.task[state]: todo, started, done, later, optional, wrong. ?>
<?cs def:task_list(tasks) ?>
<ul class="govuk-task-list">
<?cs each:task = tasks ?><li class="govuk-task-list__item<?cs if:task.url ?> govuk-task-list__item--with-link<?cs /if ?>"><div class="govuk-task-list__name-and-hint"><?cs if:task.url ?><a class="govuk-link govuk-task-list__link" href="<?cs var:url_validate(task.url) ?>"<?cs call:lang_of(task.title) ?>><?cs var:task.title ?></a><?cs else ?><?cs call:data(task.title) ?><?cs /if ?><?cs if:task.hint ?><div class="govuk-task-list__hint"<?cs call:lang_of(task.hint) ?>><?cs var:task.hint ?></div><?cs /if ?></div><div class="govuk-task-list__status"><strong class="ym-task ym-task--<?cs var:task.state ?>"><?cs var:words.task[task.state] ?></strong></div></li>
<?cs /each ?></ul>
<?cs /def ?>

<?cs # How a deadline was counted.  Needs: days.N.{day_text,weekday,kind,note,count,due}; kind as rules/deadline.h names it. ?>
<?cs def:days_table(days) ?>
<table class="ym-days">
<caption class="ym-days__caption"><?cs var:words.days.caption ?></caption>
<thead><tr><th scope="col"><?cs var:words.days.day ?></th><th scope="col"><?cs var:words.days.kind ?></th><th scope="col" class="ym-days__count"><?cs var:words.days.count ?></th></tr></thead>
<tbody>
<?cs each:line = days ?><tr class="ym-days__row ym-days__row--<?cs var:line.kind ?><?cs if:line.due ?> ym-days__row--due<?cs /if ?>"><th scope="row"><span class="ym-day"><?cs var:line.day_text ?></span> <span class="ym-days__weekday"><?cs var:line.weekday ?></span></th><td><?cs var:words.day_kind[line.kind] ?><?cs if:line.took ?> <?cs var:line.took ?><?cs /if ?><?cs if:line.note ?> <span class="ym-days__note"><?cs var:line.note ?></span><?cs /if ?><?cs if:line.provisional ?> <span class="ym-days__note"><?cs var:words.due_page.provisional ?></span><?cs /if ?></td><td class="ym-days__count"><?cs var:line.count ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /def ?>

<?cs # Needs: themes.N.{name,icon,url,count}. ?>
<?cs def:theme_tiles(themes) ?>
<ul class="ym-tiles">
<?cs each:theme = themes ?><li><a class="ym-tile" href="<?cs var:url_validate(theme.url) ?>"><?cs call:icon(theme.icon) ?> <span class="ym-tile__name"<?cs call:lang_of(theme.name) ?>><?cs var:theme.name ?></span><?cs if:theme.count ?> <span class="ym-count"><?cs var:theme.count ?></span><?cs /if ?></a></li>
<?cs /each ?></ul>
<?cs /def ?>

<?cs # One way to talk to the office, on the home page. ?>
<?cs def:home_act(url, key, title, help) ?><?cs if:url ?><li><a class="ym-act" href="<?cs var:url_validate(url) ?>"><?cs call:icon(key) ?> <span class="ym-act__words"><span class="ym-act__name"><?cs var:title ?></span> <span class="ym-act__help"><?cs var:help ?></span></span></a></li><?cs /if ?><?cs /def ?>

<?cs # What was brought to a window.  Needs: materials.N.{name,given,originals,copies,files,missing}. ?>
<?cs def:papers_table(materials) ?>
<?cs if:materials.0.name ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.window.materials ?></caption>
<thead><tr><th scope="col"><?cs var:words.window.material ?></th><th scope="col"><?cs var:words.window.given ?></th><th scope="col"><?cs var:words.window.originals ?></th><th scope="col"><?cs var:words.window.copies ?></th><th scope="col"><?cs var:words.window.scans ?></th></tr></thead>
<tbody>
<?cs each:material = materials ?><tr><th scope="row"<?cs call:lang_of(material.name) ?>><?cs var:material.name ?></th>
<td data-label="<?cs var:words.window.given ?>"><?cs if:material.missing ?><strong><?cs var:words.window.not_brought ?></strong><?cs else ?><?cs var:words.window_give[material.given] ?><?cs /if ?></td>
<td data-label="<?cs var:words.window.originals ?>"><?cs var:material.originals ?></td>
<td data-label="<?cs var:words.window.copies ?>"><?cs var:material.copies ?></td>
<td data-label="<?cs var:words.window.scans ?>"><?cs var:material.files ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><p class="ym-none"><?cs var:words.empty.files ?></p><?cs /if ?>
<?cs /def ?>

<?cs # A newer guide than the draft's.  Needs: changes.N.{name,is_new}; url of the draft. ?>
<?cs def:guide_changes(changes, url) ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="changed">
<h2 class="ym-panel__title" id="changed"><?cs var:words.apply.changed ?></h2>
<p><?cs var:words.apply.changed_help ?></p>
<?cs if:changes.0.name ?><ul class="govuk-list govuk-list--bullet">
<?cs each:change = changes ?><li><?cs if:change.is_new == "1" ?><?cs var:words.apply.changed_new ?><?cs else ?><?cs var:words.apply.changed_gone ?><?cs /if ?> <?cs call:data(change.name) ?></li>
<?cs /each ?></ul><?cs /if ?>
<form method="post" action="<?cs var:url_validate(url) ?>/renew"><?cs call:form_token() ?><?cs call:button("renew") ?></form>
</section>
<?cs /def ?>
