<?cs # Letters written to the organ.  Needs: tabs; letters.N.{url,number,kind,title,organ_name,issued_on,state,due}. ?>
<?cs call:heading_lead(words.supervised.title, words.supervised.lead) ?>
<?cs call:tabs(tabs) ?>
<?cs if:letters.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.letters ?></caption>
<thead><tr><th scope="col"><?cs var:words.watch.letter ?></th><th scope="col"><?cs var:words.watch.kind ?></th><th scope="col"><?cs var:words.label.issued_on ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:letter = letters ?><tr><th scope="row"><a href="<?cs var:url_validate(letter.url) ?>"<?cs call:lang_of(letter.title) ?>><?cs var:letter.title ?></a><br><span class="ym-number ym-small"<?cs call:lang_of(letter.number) ?>><?cs var:letter.number ?></span></th><td data-label="<?cs var:words.watch.kind ?>"><?cs var:words.letter_kind[letter.kind] ?></td><td data-label="<?cs var:words.label.issued_on ?>"><?cs var:letter.issued_on.text ?></td><td data-label="<?cs var:words.label.state ?>"><?cs var:words.letter_state[letter.state] ?><?cs if:letter.due.level ?> <?cs call:due_tag(letter.due) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("letters") ?><?cs /if ?>
