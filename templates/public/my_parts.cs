<?cs # Cases and drafts in a list.  Needs: a list N.{url,title,shown,state,organ_name,submitted_at,due,next}. ?>
<?cs def:case_rows(list) ?>
<ul class="ym-rows">
<?cs each:one = list ?><li class="ym-rows__item"><h3 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></a></h3>
<p><?cs call:tag_state(one.state) ?> <?cs call:due_tag(one.due) ?></p>
<p class="ym-small"><span class="ym-number"><?cs var:one.shown ?></span> <?cs call:data(one.organ_name) ?> <?cs call:day_iso(one.submitted_at, one.submitted_at.day) ?></p></li>
<?cs /each ?></ul>
<?cs /def ?>
