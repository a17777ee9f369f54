<?cs # The result is handed over, or was signed for.  Needs: case.{url,shown,version,applicant_name,title,delivery,
delivery_address}; under_way, last.{company,tracking_number}; may_send; bills_owed; deliveries; choices.{relation,identity_seen}. ?>
<?cs include!"parts/outcome.cs" ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action.deliver, case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.delivery ?></dt> <dd><?cs if:case.delivery ?><?cs var:words.delivery[case.delivery] ?><?cs else ?><?cs var:words.delivery.window ?><?cs /if ?></dd></div>
</dl>
<?cs if:bills_owed ?><?cs call:notice("warn", bills_owed) ?><p><?cs var:words.refusal.fee_unpaid ?></p><?cs /if ?>
<?cs if:deliveries.0.round ?><?cs call:delivery_rows(deliveries) ?><?cs /if ?>
<?cs if:may_send ?><p><?cs call:link_button("send", case.send_url) ?></p><h2 class="ym-h3"><?cs var:words.delivery_page.at_window ?></h2><?cs /if ?>
<form method="post" action="<?cs var:url_validate(case.url) ?>/deliver" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs if:under_way ?><input type="hidden" name="delivered_by" value="courier">
<h2 class="ym-h3"><?cs var:words.delivery_page.signed ?></h2>
<?cs call:field_day("signed_on") ?>
<?cs else ?><input type="hidden" name="delivered_by" value="window"><?cs /if ?>
<?cs call:field_input("receiver", "text", "", "off", "govuk-input--width-20") ?>
<?cs call:field_choice("relation") ?>
<?cs if:!under_way ?><?cs call:field_choice("identity_seen") ?>
<?cs call:field_input("identity_tail", "text", "", "off", "govuk-input--width-5 ym-number") ?><?cs /if ?>
<div class="ym-buttons">
<?cs call:button("deliver") ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
<?cs if:under_way ?>
<section aria-labelledby="returned"><h2 class="ym-h3" id="returned"><?cs var:words.delivery_page.returned ?></h2>
<p><?cs var:words.delivery_page.returned_help ?></p>
<form method="post" action="<?cs var:url_validate(case.url) ?>/returned" novalidate>
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs call:field_text("returned_reason") ?>
<?cs call:button_plain("returned") ?>
</form></section>
<?cs /if ?>
</div>
