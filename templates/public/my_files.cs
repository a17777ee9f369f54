<?cs # Files handed in before.  Needs: saved.N.{url,name,size_text,material_name,title,uploaded_on}. ?>
<?cs call:heading_lead(words.saved.title, words.saved.lead) ?>
<?cs if:saved.0.url ?>
<ul class="ym-rows">
<?cs each:one = saved ?><li class="ym-rows__item"><p><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.name) ?>><?cs var:one.name ?></a> <span class="ym-small"><?cs var:one.size_text ?></span></p>
<p class="ym-small"><span<?cs call:data_lang() ?>><?cs var:one.material_name ?> <?cs var:one.title ?></span> <?cs call:day_iso(one.uploaded_on, one.uploaded_on.text) ?></p></li>
<?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("saved") ?><?cs /if ?>
