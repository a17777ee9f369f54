<?cs # Where a case stands, for who knows its number and code.  Needs: case.{title,shown,state,organ_name,applicant_name
(masked),submitted_at,due_on,due,next}, events; paused; form.{number,query_code}; when working is
set clocks as parts/due.cs needs them, calendar_text; rating_offered, or given, may_rate and the rest of rating_fields. ?>
<?cs include!"parts/after.cs" ?>
<?cs include!"parts/outcome.cs" ?>
<?cs call:heading(case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.field.number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.organ ?></dt> <dd><?cs var:case.organ_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
<?cs if:case.due_on ?><div><dt><?cs var:words.my.due_on ?></dt> <dd><?cs call:day_iso(case.due_on, case.due_on.text) ?> <?cs call:due_tag(case.due) ?></dd></div><?cs /if ?>
</dl>
<?cs call:notice("info", case.next) ?>
<?cs call:paused_notice(paused) ?>
<?cs if:bills_owed ?><?cs call:notice("warn", bills_owed) ?><?cs /if ?>
<section class="ym-panel" aria-labelledby="course">
<h2 class="ym-panel__title" id="course"><?cs var:words.my.course ?></h2>
<?cs if:events.0.title ?><?cs call:timeline(events) ?><?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
<?cs if:case.seal ?><p class="ym-small"><?cs var:words.open_record.case ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:case.seal ?></span> <a class="govuk-link" href="/open/record?head=<?cs var:url_escape(case.seal) ?>"><?cs var:words.open_record.case_check ?></a></p><?cs /if ?>
</section>
<?cs if:clocks.0.key && working ?><details class="ym-panel" open><summary><strong><?cs var:words.due_page.see ?></strong></summary>
<p class="ym-small"><?cs var:words.due_page.lead ?></p>
<?cs each:clock = clocks ?><?cs call:clock_working(clock) ?><?cs /each ?><p class="ym-small"><?cs var:calendar_text ?></p>
</details>
<?cs elif:!working ?><form method="post" action="/track">
<?cs call:form_token() ?>
<?cs call:field_hidden("number") ?>
<?cs call:field_hidden("query_code") ?>
<input type="hidden" name="working" value="1">
<button type="submit" class="govuk-button govuk-button--secondary"><?cs var:words.due_page.see ?></button>
</form>
<?cs /if ?>
<?cs if:rating_offered ?><form method="post" action="/track#say">
<?cs call:form_token() ?>
<?cs call:field_hidden("number") ?>
<?cs call:field_hidden("query_code") ?>
<input type="hidden" name="rating" value="1">
<button type="submit" class="govuk-button govuk-button--secondary"><?cs var:words.rate.give ?></button>
</form><?cs /if ?>
<?cs call:rating_given(given) ?>
<?cs if:may_rate ?><section class="ym-panel" aria-labelledby="say"><h2 class="ym-panel__title" id="say"><?cs if:rate.round == "2" ?><?cs var:words.rate.again ?><?cs else ?><?cs var:words.rate.give ?><?cs /if ?></h2>
<p><?cs var:words.rate.lead ?></p>
<form method="post" action="/track/rate" novalidate>
<?cs call:form_token() ?><input type="hidden" name="number" value="<?cs var:rate_number ?>"><input type="hidden" name="ticket" value="<?cs var:rate_ticket ?>">
<?cs call:rating_fields() ?>
<p class="ym-small"><?cs var:words.rate.once ?></p>
<?cs call:button("rate") ?>
</form></section><?cs /if ?>
<?cs if:bills.0.line ?><section class="ym-panel" aria-labelledby="fees"><h2 class="ym-panel__title" id="fees"><?cs var:words.fee.title ?></h2>
<?cs call:bill_table(bills) ?><?cs if:bills_owed ?><p><?cs var:words.fee.track_how ?></p><?cs /if ?></section><?cs /if ?>
<?cs if:deliveries.0.round ?><section class="ym-panel" aria-labelledby="sent"><h2 class="ym-panel__title" id="sent"><?cs var:words.delivery_page.course ?></h2>
<ul class="ym-links"><?cs each:one = deliveries ?><li><?cs var:words.delivery[one.method] ?> <?cs var:words.office.dot ?> <?cs var:words.delivery_state[one.state] ?><?cs if:one.tracking_number ?> <span class="ym-small"><?cs call:data(one.company) ?> <span class="ym-number"><?cs var:one.tracking_number ?></span></span><?cs /if ?></li><?cs /each ?></ul></section><?cs /if ?>
<?cs call:paper_list(papers, words.paper.track_note) ?>
<p><?cs if:case.organ_phone ?><?cs var:words.track.ask ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:case.organ_phone ?></span><?cs /if ?></p>
<p><a class="govuk-link" href="/ask?kind=complaint"><?cs var:words.ask.complain ?></a></p>
<p><?cs call:link_button_plain("track_another", "/track") ?></p>
