<?cs # The record verified.  Needs: last, head, published; choices.verify_scope; verifications.N.{url,scope,asked_name,asked_at,state,over,faults}; pager. ?>
<?cs call:heading_lead(words.guard_nav.verify, words.guard.verify_lead) ?>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.guard.last_whole ?></dt><dd class="govuk-summary-list__value"><?cs if:last.id ?><?cs call:faults_tag(last.faults) ?> <?cs var:last.ended_at.text ?> <?cs call:data(last.asked_name) ?><?cs else ?><?cs var:words.guard.never ?><?cs /if ?></dd></div>
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.guard.head ?></dt><dd class="govuk-summary-list__value"><?cs if:head.head ?><span class="ym-number ym-break"><?cs var:head.head ?></span><br><span class="ym-small"><?cs var:head.at.text ?></span><?cs else ?><?cs var:words.frame.none ?><?cs /if ?></dd></div>
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.guard.published ?></dt><dd class="govuk-summary-list__value"><?cs if:published.head ?><span class="ym-number ym-break"><?cs var:published.head ?></span><br><span class="ym-small"><?cs var:published.day_on.text ?></span><?cs else ?><?cs var:words.frame.none ?><?cs /if ?> <a href="/open/record"><?cs var:words.guard.published_page ?></a></dd></div>
</dl>
<form class="ym-no-print" method="post" action="/admin/verify" novalidate>
<?cs call:form_token() ?>
<?cs call:field_choice("verify_scope") ?>
<?cs call:field_day("verify_from_on") ?>
<?cs call:field_input("case_number", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs call:button("verify") ?>
</form>
<?cs if:verifications.0.url ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.guard_nav.verify ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin.done_at ?></th><th scope="col"><?cs var:words.field.verify_scope ?></th><th scope="col"><?cs var:words.admin.done_by ?></th><th scope="col"><?cs var:words.guard.result ?></th></tr></thead>
<tbody>
<?cs each:one = verifications ?><tr>
<th scope="row"><a href="<?cs var:url_validate(one.url) ?>"><?cs var:one.asked_at.text ?></a></th>
<td data-label="<?cs var:words.field.verify_scope ?>"><?cs var:words.verify_scope[one.scope] ?> <?cs var:one.case_number ?> <?cs var:one.from_on.text ?></td>
<td data-label="<?cs var:words.admin.done_by ?>"<?cs call:lang_of(one.asked_name) ?>><?cs var:one.asked_name ?></td>
<td data-label="<?cs var:words.guard.result ?>"><?cs if:one.state == "done" ?><?cs call:faults_tag(one.faults) ?><?cs else ?><?cs var:words.verify_state[one.state] ?><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("verifications") ?><?cs /if ?>
