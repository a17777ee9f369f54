<?cs # What ratings and enquiries share.  rating_fields: needs choices.{level,tags}, form.{rating_words,channel}. ?>
<?cs def:rating_fields() ?>
<?cs call:field_choice("level") ?>
<?cs call:field_many("tags") ?>
<?cs call:field_lines("rating_words") ?>
<input type="hidden" name="channel" value="<?cs var:form.channel ?>">
<?cs /def ?>

<?cs # Needs: given.N.{round,level,words,tags_text,at,callback,reply,mended,mend_by_on}. ?>
<?cs def:rating_given(given) ?>
<?cs each:one = given ?><section class="ym-panel" aria-labelledby="given-<?cs var:one.round ?>">
<h2 class="ym-panel__title" id="given-<?cs var:one.round ?>"><?cs if:one.round == "1" ?><?cs var:words.rate.given ?><?cs else ?><?cs var:words.rate.given_again ?><?cs /if ?></h2>
<p><strong><?cs var:words.rating_level[one.level] ?></strong> <span class="ym-small"><?cs var:one.at.text ?></span></p>
<?cs if:one.tags_text ?><p><?cs var:one.tags_text ?></p><?cs /if ?>
<?cs if:one.words ?><p class="ym-lines"<?cs call:lang_of(one.words) ?>><?cs var:one.words ?></p><?cs /if ?>
<?cs if:one.callback ?><p class="ym-small"><?cs var:words.rate_callback[one.callback] ?></p>
<?cs if:one.reply ?><p><?cs var:words.rate.reply ?><?cs var:words.frame.colon ?><?cs call:data(one.reply) ?></p><?cs /if ?><?cs /if ?>
</section>
<?cs /each ?>
<?cs /def ?>

<?cs # A level of satisfaction, the bad ones marked. ?>
<?cs def:level_tag(level) ?><?cs if:level == "4" || level == "5" ?><strong class="ym-tag ym-tag--warn"><?cs var:words.rating_level[level] ?></strong><?cs else ?><?cs var:words.rating_level[level] ?><?cs /if ?><?cs /def ?>
