<?cs # What differs between two versions of an item.  Needs: version; versions.N.{id,number,title,state}; with, the other's id;
changes.N.{kind,element,row,label,before,after}. ?>
<?cs call:heading_lead(words.publish.changes, version.title) ?>
<form class="ym-filters" method="get" action="<?cs var:url_validate(version.url) ?>/changes">
<div class="govuk-form-group"><label class="govuk-label" for="with"><?cs var:words.publish.compare_with ?></label>
<select class="govuk-select" id="with" name="with"><?cs each:one = versions ?><?cs if:one.id != version.id ?><option value="<?cs var:one.id ?>"<?cs if:one.id == with ?> selected<?cs /if ?>><?cs var:one.number ?> <?cs var:words.version_state[one.state] ?></option><?cs /if ?><?cs /each ?></select></div>
<?cs call:button_plain("show") ?>
</form>
<?cs if:changes.0.kind ?>
<table class="ym-table ym-diff">
<caption class="govuk-visually-hidden"><?cs var:words.publish.changes ?></caption>
<thead><tr><th scope="col"><?cs var:words.publish.where ?></th><th scope="col"><?cs var:words.publish.before ?></th><th scope="col"><?cs var:words.publish.after ?></th></tr></thead>
<tbody><?cs each:one = changes ?><tr>
<th scope="row"><?cs if:one.element ?><?cs var:words.sheet[one.element] ?> <?cs /if ?><?cs if:one.row ?><?cs call:data(one.row) ?> <?cs /if ?><?cs var:one.label ?> <span class="ym-small"><?cs var:words.change[one.kind] ?></span></th>
<td data-label="<?cs var:words.publish.before ?>"><?cs if:one.before ?><del<?cs call:lang_of(one.before) ?>><?cs var:one.before ?></del><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.publish.after ?>"><?cs if:one.after ?><ins<?cs call:lang_of(one.after) ?>><?cs var:one.after ?></ins><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td>
</tr><?cs /each ?></tbody></table>
<?cs elif:with == "0" ?><?cs call:notice("info", words.publish.first_version) ?>
<?cs else ?><?cs call:notice("info", words.publish.no_changes) ?><?cs /if ?>
<p><a href="<?cs var:url_validate(version.url) ?>"><?cs var:words.action.back ?></a></p>
