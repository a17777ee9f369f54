<?cs # Who broke a promise, and whose note was lifted.  Needs: notes.N.{name,id_number,reason,at,title,shown,standing,
lifted_at,lifted_name,lift_reason,url}. ?>
<?cs call:heading_lead(words.integrity.title, words.integrity.lead) ?>
<?cs if:notes.0.id ?><?cs each:note = notes ?><section class="ym-panel" aria-labelledby="note-<?cs var:note.id ?>">
<h2 class="ym-panel__title" id="note-<?cs var:note.id ?>"><?cs call:data(note.name) ?> <span class="ym-number ym-small"><?cs var:note.id_number ?></span></h2>
<p<?cs call:lang_of(note.reason) ?>><?cs var:note.reason ?></p>
<p class="ym-small"><?cs call:data(note.title) ?> <?cs var:words.office.dot ?> <span class="ym-number"><?cs var:note.shown ?></span> <?cs var:words.office.dot ?> <?cs var:note.at.text ?></p>
<?cs if:note.standing ?><form method="post" action="<?cs var:url_validate(note.url) ?>"><?cs call:form_token() ?>
<div class="govuk-form-group"><label class="govuk-label" for="lift-<?cs var:note.id ?>"><?cs var:words.field.lift_reason ?></label>
<textarea class="govuk-textarea" id="lift-<?cs var:note.id ?>" name="lift_reason" rows="2"></textarea></div>
<?cs call:button_plain("lift") ?></form>
<?cs else ?><p><?cs var:words.integrity.lifted ?><?cs var:words.frame.colon ?><?cs call:data(note.lifted_name) ?> <?cs var:note.lifted_at.text ?> <?cs call:data(note.lift_reason) ?></p><?cs /if ?>
</section>
<?cs /each ?><?cs else ?><?cs call:empty_state("integrity") ?><?cs /if ?>
