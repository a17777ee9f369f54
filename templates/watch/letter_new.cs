<?cs # A new letter.  Needs: choices.{letter_kind,to_organ}; form. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.watch.letter_new, words.watch.letters_lead) ?>
<form method="post" action="/watch/letters/new">
<?cs call:form_token() ?><?cs if:form.card ?><?cs call:field_hidden("card") ?><?cs /if ?>
<?cs call:field_choice("letter_kind") ?>
<?cs call:field_select("letter_to") ?>
<?cs call:field_text("letter_title") ?>
<?cs call:field_lines("letter_body") ?>
<?cs call:field_lines("demands") ?>
<?cs call:field_input("case_number", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs call:field_number("days") ?>
<div class="ym-buttons"><?cs call:button("letter_make") ?> <a href="/watch/letters"><?cs var:words.action.cancel ?></a></div>
</form>
</div>
