<?cs # Drafts of one's own.  Needs: drafts.N.{url,title,organ_name,saved_at}. ?>
<?cs call:heading_lead(words.apply.drafts, words.apply.drafts_lead) ?>
<?cs if:drafts.0.url ?>
<ul class="ym-rows">
<?cs each:draft = drafts ?><li class="ym-rows__item"><h2 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(draft.url) ?>"<?cs call:lang_of(draft.title) ?>><?cs var:draft.title ?></a></h2>
<p class="ym-small"><?cs call:data(draft.organ_name) ?> <?cs var:words.apply.saved ?> <?cs call:day_iso(draft.saved_at, draft.saved_at.text) ?></p></li>
<?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("drafts") ?><p><?cs call:link_button("find_item", "/items") ?></p><?cs /if ?>
