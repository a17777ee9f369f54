<?cs # Random samples of finished cases.  Needs: samples.N.{url,purpose,organ_name,from_on,to_on,population,size,done,drawn_name,
drawn_at,note}; may_draw with choices.{sample_purpose,sample_organ} and form. ?>
<?cs call:heading_lead(words.sample.title, words.sample.lead) ?>
<?cs if:samples.0.url ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.sample.title ?></caption>
<thead><tr><th scope="col"><?cs var:words.sample.frame ?></th><th scope="col"><?cs var:words.sample.purpose ?></th><th scope="col"><?cs var:words.sample.population ?></th><th scope="col"><?cs var:words.sample.size ?></th><th scope="col"><?cs var:words.sample.done ?></th><th scope="col"><?cs var:words.sample.drawn ?></th></tr></thead>
<tbody>
<?cs each:one = samples ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"><?cs if:one.organ_name ?><?cs call:data(one.organ_name) ?><?cs else ?><?cs var:words.sample.all_organs ?><?cs /if ?> <span class="ym-nowrap"><?cs var:one.from_on ?></span> <?cs var:words.sample.until ?> <span class="ym-nowrap"><?cs var:one.to_on ?></span></a><?cs if:one.note ?><br><span class="ym-small"<?cs call:lang_of(one.note) ?>><?cs var:one.note ?></span><?cs /if ?></th>
<td data-label="<?cs var:words.sample.purpose ?>"><?cs var:words.sample_purpose[one.purpose] ?></td>
<td data-label="<?cs var:words.sample.population ?>"><?cs var:one.population ?></td>
<td data-label="<?cs var:words.sample.size ?>"><?cs var:one.size ?></td>
<td data-label="<?cs var:words.sample.done ?>"><?cs var:one.done ?></td>
<td data-label="<?cs var:words.sample.drawn ?>"><?cs call:data(one.drawn_name) ?> <span class="ym-nowrap"><?cs var:one.drawn_at.day ?></span></td>
</tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("samples") ?><?cs /if ?>
<?cs if:may_draw ?><section class="ym-panel ym-panel--narrow" aria-labelledby="draw"><h2 class="ym-panel__title" id="draw"><?cs var:words.action.sample_draw ?></h2>
<form method="post" action="/watch/samples" novalidate><?cs call:form_token() ?>
<?cs call:field_choice("sample_purpose") ?>
<?cs call:field_day("sample_from") ?>
<?cs call:field_day("sample_to") ?>
<?cs call:field_select("sample_organ") ?>
<?cs call:field_number("sample_size") ?>
<?cs call:field_text("sample_seed") ?>
<?cs call:field_text("sample_note") ?>
<?cs call:button("sample_draw") ?></form></section><?cs /if ?>
