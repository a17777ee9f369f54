<?cs # The pages of figures, public and inside, as fcgi/worker/figures.h sets them.
  figures_filters(url)             choices.{area,organ,window,from_on,until_on}; scope.{item_code,item,organ,window,period,as_of}
  figures_tiles()                  tiles.N.{key,label,value,url}
  figures_charts()                 flow, hand, share, table_chart, items_chart
  figures_table()                  table.{title,heading,heads.N.label,rows.N.{name,url,cells.N.{text,label,url}},all_url,all}
  figures_windows()                windows.N.{name,url,received,done,late,on_time}
  figures_files()                  scope.{csv_url,xlsx_url,print_url}
  figures_kept()                   kept.{heading,rows.N.{name,url,done,promised,median,p90,late,late_url,on_time,done_url}}, kept_chart
  figure_page()                    figure.{label,means,value,sql,sum,many,csv_url,xlsx_url}, params.N.{name,value},
                                   heads.N.label, rows.N.cells.N.{text,label,url,whole (on one line)}, pager
?>
<?cs def:figures_scope_line() ?>
<p><strong><?cs var:scope.period ?></strong><?cs if:scope.organ ?> <?cs var:words.figures.organ ?><?cs var:words.frame.colon ?><?cs var:scope.organ ?><?cs /if ?><?cs if:scope.item ?> <?cs var:words.figures.item ?><?cs var:words.frame.colon ?><?cs var:scope.item ?><?cs /if ?><?cs if:scope.window ?> <?cs var:words.figures.window ?><?cs var:words.frame.colon ?><?cs var:scope.window ?><?cs /if ?></p>
<?cs if:scope.as_of ?><p class="ym-small"><?cs var:scope.as_of ?></p><?cs /if ?>
<?cs /def ?>

<?cs def:figures_filters(url) ?>
<form class="ym-filters ym-no-print" method="get" action="<?cs var:url_validate(url) ?>">
<?cs call:field_select("area") ?>
<?cs call:field_select("organ") ?>
<?cs call:field_select("from_on") ?>
<?cs call:field_select("until_on") ?>
<?cs if:scope.item_code ?><input type="hidden" name="item" value="<?cs var:scope.item_code ?>"><?cs /if ?>
<?cs if:scope.window_code ?><input type="hidden" name="window" value="<?cs var:scope.window_code ?>"><?cs /if ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs call:figures_scope_line() ?>
<?cs /def ?>

<?cs def:figures_tiles() ?>
<ul class="ym-figures">
<?cs each:tile = tiles ?><li><a class="ym-figures__link" href="<?cs var:url_validate(tile.url) ?>"><span class="ym-figures__value"><?cs var:tile.value ?></span> <span class="ym-figures__label"><?cs var:tile.label ?></span></a></li>
<?cs /each ?></ul>
<?cs /def ?>

<?cs def:figures_charts() ?>
<section class="ym-panel" aria-labelledby="f-months"><h2 class="ym-panel__title" id="f-months"><?cs var:words.figures.two_years ?></h2>
<?cs call:chart(flow) ?><?cs call:chart(hand) ?><?cs call:chart(share) ?></section>
<?cs /def ?>

<?cs def:figures_table() ?>
<?cs if:table.rows.0.name ?>
<div class="ym-panel"><h2 class="ym-panel__title" id="f-table"><?cs var:table.title ?></h2>
<?cs call:chart(table_chart) ?>
<section class="ym-wide" aria-label="<?cs var:table.title ?>" tabindex="0"><table class="ym-table ym-table--numbers ym-table--wide">
<caption class="govuk-visually-hidden"><?cs var:table.title ?></caption>
<thead><tr><th scope="col"><?cs var:table.heading ?></th><?cs each:head = table.heads ?><th scope="col"><?cs var:head.label ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:row = table.rows ?><tr><th scope="row"><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.name ?></a></th><?cs each:cell = row.cells ?><td data-label="<?cs var:cell.label ?>"><a href="<?cs var:url_validate(cell.url) ?>"><?cs var:cell.text ?></a></td><?cs /each ?></tr>
<?cs /each ?></tbody></table></section>
<?cs if:table.all_url ?><p class="ym-no-print"><a class="govuk-link" href="<?cs var:url_validate(table.all_url) ?>"><?cs var:table.all ?></a></p><?cs /if ?>
</div>
<?cs else ?><p class="ym-none"><?cs var:words.chart.none ?></p><?cs /if ?>
<?cs if:items_chart.title ?><section class="ym-panel" aria-labelledby="f-items"><h2 class="ym-panel__title" id="f-items"><?cs var:words.figures.by_item ?></h2>
<?cs call:chart(items_chart) ?><p class="ym-small"><?cs var:words.figures.items_help ?></p></section><?cs /if ?>
<?cs /def ?>

<?cs def:figures_windows() ?>
<?cs if:windows.0.name ?>
<section class="ym-panel" aria-labelledby="f-windows"><h2 class="ym-panel__title" id="f-windows"><?cs var:words.figures.by_window ?></h2>
<table class="ym-table ym-table--numbers">
<caption class="govuk-visually-hidden"><?cs var:words.figures.by_window ?></caption>
<thead><tr><th scope="col"><?cs var:words.figures.window ?></th><th scope="col"><?cs var:words.figure.received ?></th><th scope="col"><?cs var:words.figure.done ?></th><th scope="col"><?cs var:words.figure.late ?></th><th scope="col"><?cs var:words.figure.on_time ?></th></tr></thead>
<tbody>
<?cs each:row = windows ?><tr><th scope="row"><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.name ?></a></th><td data-label="<?cs var:words.figure.received ?>"><?cs var:row.received ?></td><td data-label="<?cs var:words.figure.done ?>"><?cs var:row.done ?></td><td data-label="<?cs var:words.figure.late ?>"><?cs var:row.late ?></td><td data-label="<?cs var:words.figure.on_time ?>"><?cs var:row.on_time ?></td></tr>
<?cs /each ?></tbody></table></section>
<?cs /if ?>
<?cs /def ?>

<?cs def:figures_files() ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", scope.csv_url) ?> <?cs call:link_button_plain("xlsx", scope.xlsx_url) ?> <?cs call:link_button_plain("print", scope.print_url) ?></div>
<?cs /def ?>

<?cs def:figures_kept() ?>
<?cs if:kept.rows.0.name ?>
<section class="ym-panel" aria-labelledby="f-kept"><h2 class="ym-panel__title" id="f-kept"><?cs var:words.figures.kept ?></h2>
<?cs call:chart(kept_chart) ?>
<table class="ym-table ym-table--numbers">
<caption class="govuk-visually-hidden"><?cs var:words.figures.kept ?></caption>
<thead><tr><th scope="col"><?cs var:kept.heading ?></th><th scope="col"><?cs var:words.figure.done ?></th><th scope="col"><?cs var:words.figures.promised_days ?></th><th scope="col"><?cs var:words.figure.median ?></th><th scope="col"><?cs var:words.figure.p90 ?></th><th scope="col"><?cs var:words.figure.on_time ?></th><th scope="col"><?cs var:words.figure.late ?></th></tr></thead>
<tbody>
<?cs each:row = kept.rows ?><tr><th scope="row"><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.name ?></a></th><td data-label="<?cs var:words.figure.done ?>"><?cs var:row.done ?></td><td data-label="<?cs var:words.figures.promised_days ?>"><?cs var:row.promised ?></td><td data-label="<?cs var:words.figure.median ?>"><?cs var:row.median ?></td><td data-label="<?cs var:words.figure.p90 ?>"><?cs var:row.p90 ?></td><td data-label="<?cs var:words.figure.on_time ?>"><a href="<?cs var:url_validate(row.done_url) ?>"><?cs var:row.on_time ?></a></td><td data-label="<?cs var:words.figure.late ?>"><a href="<?cs var:url_validate(row.late_url) ?>"><?cs var:row.late ?></a></td></tr>
<?cs /each ?></tbody></table>
<p class="ym-small"><?cs var:words.figures.percentile_help ?></p></section>
<?cs else ?><p class="ym-none"><?cs var:words.chart.none ?></p><?cs /if ?>
<?cs /def ?>

<?cs def:figure_page() ?>
<dl class="ym-strip"><div><dt><?cs var:figure.label ?></dt> <dd><?cs var:figure.value ?></dd></div></dl>
<section class="ym-panel" aria-labelledby="f-means"><h2 class="ym-panel__title" id="f-means"><?cs var:words.figures.definition ?></h2>
<p><?cs var:figure.means ?></p></section>
<div class="ym-panel"><h2 class="ym-panel__title" id="f-rows"><?cs var:words.figures.rows ?></h2>
<?cs if:rows.0.cells.0.label ?>
<section class="ym-wide" aria-label="<?cs var:words.figures.rows ?>" tabindex="0"><table class="ym-table ym-table--wide">
<caption class="govuk-visually-hidden"><?cs var:words.figures.rows ?></caption>
<thead><tr><?cs each:head = heads ?><th scope="col"><?cs var:head.label ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:row = rows ?><tr><?cs each:cell = row.cells ?><td data-label="<?cs var:cell.label ?>"<?cs if:cell.whole ?> class="ym-nowrap"<?cs /if ?><?cs call:lang_of(cell.text) ?>><?cs if:cell.url ?><a href="<?cs var:url_validate(cell.url) ?>"><?cs var:cell.text ?></a><?cs else ?><?cs var:cell.text ?><?cs /if ?></td><?cs /each ?></tr>
<?cs /each ?></tbody></table></section>
<?cs call:pager(pager) ?>
<?cs else ?><p class="ym-none"><?cs var:words.chart.none ?></p><?cs /if ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", figure.csv_url) ?> <?cs call:link_button_plain("xlsx", figure.xlsx_url) ?></div>
<?cs if:figure.sum ?><p class="ym-small"><?cs var:words.figures.sum ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:figure.sum ?></span></p><?cs elif:figure.many ?><p class="ym-small"><?cs var:words.figures.many ?></p><?cs /if ?></div>
<section class="ym-panel" aria-labelledby="f-query"><h2 class="ym-panel__title" id="f-query"><?cs var:words.figures.query ?></h2>
<p class="ym-small"><?cs var:words.figures.query_help ?></p>
<pre class="ym-code" tabindex="0"><?cs var:figure.sql ?></pre>
<ul class="ym-small"><?cs each:param = params ?><li><code><?cs var:param.name ?> = <?cs var:param.value ?></code></li><?cs /each ?></ul></section>
<?cs /def ?>
