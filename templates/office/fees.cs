<?cs # The fees of a case.  Needs: case.{shown,title,applicant_name,state,url,version}; bills; bills_owed; fees_url; fees.N of
the guide; may_bill; choices.fee_position. ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading_lead(words.fee.title, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
</dl>
<?cs if:bills_owed ?><?cs call:notice("warn", bills_owed) ?><?cs /if ?>
<?cs if:bills.0.line ?><?cs call:bill_table(bills) ?><?cs else ?><?cs call:empty_state("bills") ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="listed">
<h2 class="ym-panel__title" id="listed"><?cs var:words.fee.listed ?></h2>
<?cs if:fees.0.position ?><ul class="ym-rows">
<?cs each:fee = fees ?><li class="ym-rows__item"><p><strong><?cs call:data(fee.name) ?></strong> <?cs call:data(fee.standard) ?></p><p class="ym-small"><?cs call:data(fee.basis) ?><?cs if:fee.reducible == "1" ?> <?cs var:words.office.dot ?> <?cs var:words.fee.reducible ?><?cs if:fee.reduction_basis ?><?cs var:words.frame.colon ?><?cs call:data(fee.reduction_basis) ?><?cs /if ?><?cs /if ?></p></li>
<?cs /each ?></ul><?cs /if ?>
<?cs if:!fees.0.position || !charged ?><p><?cs var:words.fee.free ?></p><?cs /if ?>
</section>
<?cs if:may_bill ?>
<section class="ym-panel ym-no-print" aria-labelledby="ask">
<h2 class="ym-panel__title" id="ask"><?cs var:words.action.bill ?></h2>
<form method="post" action="<?cs var:url_validate(fees_url) ?>" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_select("fee_position") ?>
<?cs call:field_money("fee_price") ?>
<?cs call:field_number("fee_quantity") ?>
<?cs call:field_area("fee_working", "2") ?>
<?cs call:button("bill") ?>
</form>
</section>
<?cs /if ?>
<p><a class="govuk-link" href="<?cs var:url_validate(case.url) ?>"><?cs var:words.fee.back_to_case ?></a></p>
