<?cs # Letters.  Needs: choices.{state,kind}; letters.N.{url,number,kind,title,to_name,issued_on,answer_by_on,state,late,received_at}; pager; may_act; csv_url, xlsx_url. ?>
<?cs call:heading_lead(words.watch.letters, words.watch.letters_lead) ?>
<?cs if:may_act ?><p class="ym-no-print"><?cs call:link_button("letter_new", "/watch/letters/new") ?></p><?cs /if ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/letters">
<?cs call:field_select("state") ?>
<?cs call:field_select("kind") ?>
<?cs call:button_plain("filter") ?>
</form>
<?cs if:letters.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.letters ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.letter ?></th><th scope="col"><?cs var:words.watch.kind ?></th><th scope="col"><?cs var:words.watch.to ?></th><th scope="col"><?cs var:words.label.issued_on ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:letter = letters ?><tr>
<th scope="row"><a href="<?cs var:url_validate(letter.url) ?>"<?cs call:lang_of(letter.title) ?>><?cs var:letter.title ?></a><br><span class="ym-number ym-small"<?cs call:lang_of(letter.number) ?>><?cs var:letter.number ?></span></th>
<td data-label="<?cs var:words.watch.kind ?>"><?cs var:words.letter_kind[letter.kind] ?></td>
<td data-label="<?cs var:words.watch.to ?>"<?cs call:lang_of(letter.to_name) ?>><?cs var:letter.to_name ?></td>
<td data-label="<?cs var:words.label.issued_on ?>"><span class="ym-nowrap"><?cs var:letter.issued_on.text ?></span></td>
<td data-label="<?cs var:words.label.state ?>"><?cs var:words.letter_state[letter.state] ?><?cs if:letter.late ?> <strong class="ym-due ym-due--over"><?cs call:icon("over") ?><?cs var:words.due.over ?></strong><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
<?cs else ?><?cs call:empty_state("letters") ?><?cs /if ?>
