<?cs # A letter of supervision as it is printed.  letter_sheet({letter}): letter.{kind,number,organ_name,to_name,title,body,demands,
issued_on,answer_by_on,issuer_name,case_number}. ?>
<?cs def:letter_sheet(letter) ?>
<article class="ym-panel ym-prose">
<h1 class="ym-h1"><?cs var:words.letter_kind[letter.kind] ?></h1>
<p class="ym-number"<?cs call:lang_of(letter.number) ?>><?cs var:letter.number ?></p>
<p><?cs call:data(letter.to_name) ?><?cs var:words.frame.colon ?></p>
<h2 class="ym-h3"<?cs call:lang_of(letter.title) ?>><?cs var:letter.title ?></h2>
<p class="ym-lines"<?cs call:lang_of(letter.body) ?>><?cs var:letter.body ?></p>
<?cs if:letter.case_number ?><p><?cs var:words.label.case_number ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:letter.case_number ?></span></p><?cs /if ?>
<?cs if:letter.demands ?><h3 class="ym-h4"><?cs var:words.field.demands ?></h3><p class="ym-lines"<?cs call:lang_of(letter.demands) ?>><?cs var:letter.demands ?></p><?cs /if ?>
<p><?cs var:words.label.answer_by_on ?><?cs var:words.frame.colon ?><?cs var:letter.answer_by_on.text ?></p>
<p><?cs call:data(letter.organ_name) ?><br><?cs var:letter.issued_on.text ?></p>
</article>
<?cs /def ?>
