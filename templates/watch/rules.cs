<?cs # Every rule of supervision.  Needs: rules.N.{number,label,evidence,article,remedy,colour,colour_level,answerer}. ?>
<?cs call:heading_lead(words.watch.rules, words.watch.rules_lead) ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.rules ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.rule ?></th><th scope="col"><?cs var:words.watch.evidence ?></th><th scope="col"><?cs var:words.watch.worst ?></th><th scope="col"><?cs var:words.label.answerer ?></th><th scope="col"><?cs var:words.label.remedy ?></th></tr></thead>
<tbody>
<?cs each:rule = rules ?><tr id="<?cs var:rule.number ?>">
<th scope="row"><span class="ym-number"><?cs var:rule.number ?></span> <?cs var:rule.label ?></th>
<td data-label="<?cs var:words.watch.evidence ?>"><?cs var:rule.evidence ?><br><span class="ym-small"><?cs var:rule.article ?></span></td>
<td data-label="<?cs var:words.watch.worst ?>"><?cs call:card_colour(rule) ?></td>
<td data-label="<?cs var:words.label.answerer ?>"><?cs var:rule.answerer ?></td>
<td data-label="<?cs var:words.label.remedy ?>"><?cs var:rule.remedy ?></td>
</tr>
<?cs /each ?></tbody>
</table>
