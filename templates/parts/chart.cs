<?cs # Charts as chart.h sets them.
  chart({chart})                   chart.{name,title,heading,legend,lines}, chart.series.N.{label,mark}, chart.{wide,narrow}, the drawings,
                                   chart.rows.N.{label,url,values.N.{text,label}}, the same numbers as a table
?>
<?cs def:chart_patterns(chart, size) ?>
<defs>
<pattern id="<?cs var:chart.name ?>-<?cs var:size ?>-0" width="8" height="8" patternUnits="userSpaceOnUse"><path class="ym-chart__fill" d="M0 0h8v8h-8z"/></pattern>
<pattern id="<?cs var:chart.name ?>-<?cs var:size ?>-1" width="6" height="6" patternUnits="userSpaceOnUse"><path class="ym-chart__pale" d="M0 0h6v6h-6z"/><path class="ym-chart__hatch" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/></pattern>
<pattern id="<?cs var:chart.name ?>-<?cs var:size ?>-2" width="5" height="5" patternUnits="userSpaceOnUse"><path class="ym-chart__clear" d="M0 0h5v5h-5z"/><path class="ym-chart__speck" d="M1 1h2v2h-2z"/></pattern>
<pattern id="<?cs var:chart.name ?>-<?cs var:size ?>-3" width="8" height="8" patternUnits="userSpaceOnUse"><path class="ym-chart__clear" d="M0 0h8v8h-8z"/></pattern>
</defs>
<?cs /def ?>

<?cs def:chart_drawing(chart, drawing, size) ?>
<svg class="ym-chart__drawing ym-chart__drawing--<?cs var:size ?>" viewBox="0 0 <?cs var:drawing.width ?> <?cs var:drawing.height ?>" width="<?cs var:drawing.width ?>" height="<?cs var:drawing.height ?>" aria-hidden="true" focusable="false">
<?cs if:drawing.bars.0.x ?><?cs call:chart_patterns(chart, size) ?><?cs /if ?>
<?cs each:tick = drawing.ticks ?><line class="ym-chart__grid" x1="<?cs var:tick.from ?>" x2="<?cs var:tick.to ?>" y1="<?cs var:tick.y ?>" y2="<?cs var:tick.y ?>"/><text class="ym-chart__text" x="<?cs var:tick.text_x ?>" y="<?cs var:tick.text_y ?>" text-anchor="end"><?cs var:tick.text ?></text>
<?cs /each ?>
<?cs each:bar = drawing.bars ?><rect class="ym-chart__bar" fill="url(#<?cs var:chart.name ?>-<?cs var:size ?>-<?cs var:bar.mark ?>)" x="<?cs var:bar.x ?>" y="<?cs var:bar.y ?>" width="<?cs var:bar.width ?>" height="<?cs var:bar.height ?>"/>
<?cs /each ?>
<?cs each:line = drawing.lines ?><path class="ym-chart__line ym-chart__line--<?cs var:line.mark ?>" d="<?cs var:line.path ?>"/>
<?cs /each ?>
<?cs each:dot = drawing.dots ?><path class="ym-chart__dot ym-chart__dot--<?cs var:dot.mark ?>" d="<?cs var:dot.path ?>"/>
<?cs /each ?>
<?cs each:text = drawing.texts ?><text class="ym-chart__text" x="<?cs var:text.x ?>" y="<?cs var:text.y ?>" text-anchor="<?cs var:text.anchor ?>"><?cs var:text.text ?></text>
<?cs /each ?>
</svg>
<?cs /def ?>

<?cs def:chart_key(chart, entry) ?>
<svg class="ym-chart__key" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" focusable="false"><?cs if:chart.lines ?><path class="ym-chart__line ym-chart__line--<?cs var:entry.mark ?>" d="M0 7h28"/><path class="ym-chart__dot ym-chart__dot--<?cs var:entry.mark ?>" d="<?cs if:entry.mark == "0" ?>M11 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0z<?cs elif:entry.mark == "1" ?>M11 4h6v6h-6z<?cs elif:entry.mark == "2" ?>M14 3l4 4-4 4-4-4z<?cs else ?>M14 3l4 7h-8z<?cs /if ?>"/><?cs else ?><path class="ym-chart__bar<?cs if:entry.mark == "0" ?> ym-chart__fill<?cs elif:entry.mark == "1" ?> ym-chart__pale<?cs else ?> ym-chart__clear<?cs /if ?>" d="M1 1h26v12h-26z"/><?cs if:entry.mark == "1" ?><path class="ym-chart__hatch" d="M1 13l12-12M7 13l12-12M13 13l12-12"/><?cs elif:entry.mark == "2" ?><path class="ym-chart__speck" d="M5 6h2v2h-2zM10 6h2v2h-2zM15 6h2v2h-2zM20 6h2v2h-2z"/><?cs /if ?><?cs /if ?></svg>
<?cs /def ?>

<?cs def:chart_table(chart) ?>
<table class="ym-table ym-table--numbers">
<caption class="govuk-visually-hidden"><?cs var:chart.title ?></caption>
<thead><tr><th scope="col"><?cs var:chart.heading ?></th><?cs each:entry = chart.series ?><th scope="col"><?cs var:entry.label ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:row = chart.rows ?><tr><th scope="row"><?cs if:row.url ?><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.label ?></a><?cs else ?><?cs var:row.label ?><?cs /if ?></th><?cs each:value = row.values ?><td data-label="<?cs var:value.label ?>"><?cs var:value.text ?></td><?cs /each ?></tr>
<?cs /each ?></tbody></table>
<?cs /def ?>

<?cs def:chart(chart) ?>
<?cs if:chart.rows.0.label ?>
<figure class="ym-chart">
<figcaption class="ym-chart__title"><?cs var:chart.title ?></figcaption>
<?cs if:chart.legend ?><ul class="ym-chart__legend"><?cs each:entry = chart.series ?><li><?cs call:chart_key(chart, entry) ?> <?cs var:entry.label ?></li><?cs /each ?></ul><?cs /if ?>
<div role="img" aria-label="<?cs var:chart.title ?>">
<?cs call:chart_drawing(chart, chart.wide, "wide") ?>
<?cs call:chart_drawing(chart, chart.narrow, "narrow") ?>
</div>
<details class="govuk-details ym-chart__numbers"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:words.chart.numbers ?></span></summary>
<div class="govuk-details__text"><?cs call:chart_table(chart) ?></div></details>
</figure>
<?cs elif:chart.title ?>
<figure class="ym-chart"><figcaption class="ym-chart__title"><?cs var:chart.title ?></figcaption><p class="ym-none"><?cs var:words.chart.none ?></p></figure>
<?cs /if ?>
<?cs /def ?>
