<?cs # 通报: how each organ did in a quarter.  Needs: scores_title, choices.quarter, parts.N.{label,means,weight},
scores.N.{rank,name,url,total,parts.N.{label,points,weight,working}}, csv_url, xlsx_url, print_url ?>
<?cs call:heading_lead(scores_title, words.scores.lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/scores">
<?cs call:field_select("quarter") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:scores.0.name ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:scores_title ?></caption>
<thead><tr><th scope="col"><?cs var:words.scores.rank ?></th><th scope="col"><?cs var:words.figures.organ ?></th><th scope="col"><?cs var:words.scores.score ?></th><th scope="col"><?cs var:words.scores.working ?></th></tr></thead>
<tbody>
<?cs each:row = scores ?><tr><td data-label="<?cs var:words.scores.rank ?>"><?cs var:row.rank ?></td><th scope="row"><a href="<?cs var:url_validate(row.url) ?>"><?cs var:row.name ?></a></th><td class="ym-table__number" data-label="<?cs var:words.scores.score ?>"><strong><?cs var:row.total ?></strong></td><td data-label="<?cs var:words.scores.working ?>"><ul class="ym-small"><?cs each:part = row.parts ?><li><?cs var:part.label ?> <strong><?cs var:part.points ?></strong> (<?cs var:part.weight ?>)<?cs var:words.frame.colon ?><?cs var:part.working ?></li><?cs /each ?></ul></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><p class="ym-none"><?cs var:words.chart.none ?></p><?cs /if ?>
<section class="ym-panel" aria-labelledby="s-how"><h2 class="ym-panel__title" id="s-how"><?cs var:words.scores.how ?></h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:part = parts ?><li><strong><?cs var:part.label ?></strong> (<?cs var:part.weight ?>)<?cs var:words.frame.colon ?><?cs var:part.means ?></li><?cs /each ?></ul>
<p class="ym-small"><?cs var:words.scores.left_out ?></p></section>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?> <?cs call:link_button_plain("print", print_url) ?></div>
