<?cs # What waits for delivery, by method.  Needs: tabs; method; rows.N.{shown,url,title,applicant_name,contact_name,
contact_phone,delivery_address,tag,delivery_state,company,tracking_number,reason,held}; clerk; pager. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(words.delivery_page.title, words.delivery_page.lead) ?>
<?cs call:outcome_desks("deliveries") ?>
<?cs call:tabs(tabs) ?>
<?cs if:method == "courier" && rows.0.number ?><p class="ym-no-print"><?cs call:link_button_plain("labels", "/office/deliveries/labels?print=1") ?></p><?cs /if ?>
<?cs if:method == "online" ?><p><?cs var:words.delivery_page.online_help ?></p><?cs /if ?>
<?cs if:rows.0.number ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.delivery[method] ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.case_number ?></th><th scope="col"><?cs var:words.label.applicant ?></th><th scope="col"><?cs var:words.delivery_page.to ?></th><th scope="col"><?cs var:words.delivery_page.due ?></th><th scope="col"><?cs var:words.label.state ?></th></tr></thead>
<tbody>
<?cs each:row = rows ?><tr>
<th scope="row"><a class="ym-number" href="<?cs var:url_validate(row.url) ?>"><?cs var:row.shown ?></a><br><span class="ym-small"<?cs call:lang_of(row.title) ?>><?cs var:row.title ?></span></th>
<td data-label="<?cs var:words.label.applicant ?>"<?cs call:lang_of(row.applicant_name) ?>><?cs var:row.applicant_name ?></td>
<td data-label="<?cs var:words.delivery_page.to ?>"><?cs call:data(row.contact_name) ?> <span class="ym-number ym-nowrap"><?cs var:row.contact_phone ?></span><?cs if:method == "courier" ?><br><?cs call:data(row.delivery_address) ?><?cs /if ?></td>
<td data-label="<?cs var:words.delivery_page.due ?>"><?cs call:due_tag(row.tag) ?></td>
<td data-label="<?cs var:words.label.state ?>"><?cs if:row.held ?><strong class="ym-tag ym-tag--warn"><?cs var:words.delivery_page.held ?></strong><?cs else ?><?cs var:words.delivery_state[row.delivery_state] ?><?cs if:row.delivery_state == "sent" ?><br><span class="ym-small"><?cs call:data(row.company) ?> <span class="ym-number"><?cs var:row.tracking_number ?></span></span><?cs elif:row.delivery_state == "returned" ?><br><span class="ym-small"<?cs call:lang_of(row.reason) ?>><?cs var:row.reason ?></span><?cs /if ?><?cs if:clerk && method != "online" ?><br><a class="ym-no-print" href="<?cs var:url_validate(row.url) ?><?cs if:method == "courier" && row.delivery_state != "sent" ?>/send<?cs else ?>/deliver<?cs /if ?>"><?cs if:method == "courier" && row.delivery_state != "sent" ?><?cs var:words.action.send ?><?cs else ?><?cs var:words.action.deliver ?><?cs /if ?><span class="govuk-visually-hidden"> <?cs var:row.shown ?></span></a><?cs /if ?><?cs /if ?></td>
</tr>
<?cs /each ?></tbody>
</table>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("deliveries") ?><?cs /if ?>
