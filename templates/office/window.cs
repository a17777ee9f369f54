<?cs # The reception window: what is handed in, drafts of this organ's windows, what was taken in lately.
Needs: form.item_find; items.N.{url,title,item_code,organ_name,scope,handling,takes,ours}, none_found;
drafts.N.{url,title,applicant_name,received_name,saved_at}; taken.N.{url,shown,title,applicant_name,organ_name,state,
received_name,submitted_at}.  All lists may be empty. ?>
<?cs def:window_found(item) ?>
<tr><th scope="row"><?cs if:item.takes ?><a href="<?cs var:url_validate(item.url) ?>"<?cs call:lang_of(item.title) ?>><?cs var:item.title ?></a><?cs else ?><?cs call:data(item.title) ?><?cs /if ?><br><span class="ym-number ym-small"><?cs var:item.item_code ?></span></th>
<td data-label="<?cs var:words.label.organ ?>"<?cs call:lang_of(item.organ_name) ?>><?cs var:item.organ_name ?></td>
<td data-label="<?cs var:words.window.scope ?>"><?cs if:item.scope ?><?cs var:words.scope[item.scope] ?><?cs /if ?></td>
<td data-label="<?cs var:words.window.whether ?>"><?cs if:item.ours ?><?cs var:words.window.ours ?><?cs elif:item.takes ?><?cs var:words.window.for_other ?><?cs else ?><span class="ym-none"><?cs var:words.window.not_here ?></span><?cs /if ?></td></tr>
<?cs /def ?>
<?cs call:heading_lead(words.window.title, words.window.lead) ?>
<form class="ym-filters" method="get" action="/office/window">
<?cs call:field_input("item_find", "search", "", "off", "") ?>
<?cs call:button_plain("search") ?>
</form>
<?cs if:items.0.item_code ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.window.found ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.item ?></th><th scope="col"><?cs var:words.label.organ ?></th><th scope="col"><?cs var:words.window.scope ?></th><th scope="col"><?cs var:words.window.whether ?></th></tr></thead>
<tbody>
<?cs each:item = items ?><?cs call:window_found(item) ?><?cs /each ?></tbody>
</table>
<?cs elif:none_found ?><p class="ym-none"><?cs var:words.window.none_found ?></p><?cs /if ?>
<?cs if:drafts.0.id ?>
<section class="ym-panel" aria-labelledby="drafts">
<h2 class="ym-panel__title" id="drafts"><?cs var:words.window.drafts ?></h2>
<ul class="ym-rows">
<?cs each:draft = drafts ?><li class="ym-rows__item"><a href="<?cs var:url_validate(draft.url) ?>"<?cs call:lang_of(draft.title) ?>><?cs var:draft.title ?></a> <?cs var:words.office.dot ?> <?cs call:data(draft.applicant_name) ?> <span class="ym-small"><?cs call:data(draft.received_name) ?> <?cs var:words.office.dot ?> <?cs var:draft.saved_at.text ?></span></li>
<?cs /each ?></ul>
</section>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="taken">
<h2 class="ym-panel__title" id="taken"><?cs var:words.window.taken ?></h2>
<?cs if:taken.0.id ?><table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.window.taken ?></caption>
<thead><tr><th scope="col"><?cs var:words.inbox.case ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.window.owner ?></th><th scope="col"><?cs var:words.label.state ?></th><th scope="col"><?cs var:words.window.receiver ?></th><th scope="col"><?cs var:words.label.submitted_at ?></th></tr></thead>
<tbody>
<?cs each:case = taken ?><tr><th scope="row"><a href="<?cs var:url_validate(case.url) ?>"<?cs call:lang_of(case.title) ?>><?cs var:case.title ?></a><br><span class="ym-number ym-small"><?cs var:case.shown ?></span></th>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></td>
<td data-label="<?cs var:words.window.owner ?>"<?cs call:lang_of(case.organ_name) ?>><?cs var:case.organ_name ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs call:tag_state(case.state) ?></td>
<td data-label="<?cs var:words.window.receiver ?>"<?cs call:lang_of(case.received_name) ?>><?cs var:case.received_name ?></td>
<td data-label="<?cs var:words.label.submitted_at ?>"><span class="ym-nowrap"><?cs var:case.submitted_at.text ?></span></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><?cs call:empty_state("window_taken") ?><?cs /if ?>
</section>
