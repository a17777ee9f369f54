<?cs # 提交回执.  Needs: case.{shown,code_shown,title,organ_name,submitted_at,due_on,next}, qr_url, track_url, print_url;
take_back_text while it may still be taken back. ?>
<div class="ym-receipt">
<h1 class="ym-h1"><?cs var:words.receipt.title ?></h1>
<dl>
<div><dt><?cs var:words.field.number ?></dt><dd><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.field.query_code ?></dt><dd><?cs var:case.code_shown ?></dd></div>
</dl>
<p><?cs var:words.receipt.keep ?></p>
</div>
<dl class="govuk-summary-list">
<?cs call:summary_row("item", case.title) ?>
<?cs call:summary_row("organ", case.organ_name) ?>
<?cs call:summary_row("applicant", case.applicant_name) ?>
<?cs call:summary_row("submitted_at", case.submitted_at.text) ?>
<?cs if:case.due_on ?><?cs call:summary_row("answer_due", case.due_on.text) ?><?cs /if ?>
<?cs if:case.organ_phone ?><?cs call:summary_row("organ_phone", case.organ_phone) ?><?cs /if ?>
</dl>
<?cs if:take_back_text ?>
<div class="ym-panel ym-no-print">
<p><?cs var:take_back_text ?></p>
<form method="post" action="<?cs var:url_validate(case.url) ?>/take_back"><?cs call:form_token() ?><?cs call:button_plain("take_back") ?></form>
</div>
<?cs /if ?>
<?cs call:paper_list(papers, "") ?>
<section class="ym-panel" aria-labelledby="next">
<h2 class="ym-panel__title" id="next"><?cs var:words.receipt.next ?></h2>
<ol class="govuk-list govuk-list--number">
<li><?cs var:words.receipt.next_1 ?></li>
<li><?cs var:words.receipt.next_2 ?></li>
<li><?cs var:words.receipt.next_3 ?></li>
</ol>
<?cs call:qr(qr_url, words.receipt.qr) ?>
<p class="ym-small"><?cs var:track_url ?></p>
</section>
<div class="ym-buttons ym-no-print"><?cs call:link_button("my_case", case.my_url) ?> <?cs call:link_button_plain("print", print_url) ?></div>
