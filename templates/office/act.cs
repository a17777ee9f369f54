<?cs # One act that needs words.  Needs: act, an event of rules/steps.h or hand_over; case.{url,shown,version,state,
applicant_name,title,claimed_name,outcome_name}; choices.{verdict,colleague} where the act has them;
holds where what is granted will be held, with choices.validity and form.{valid_from,valid_to}. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.action[act], case.title) ?>
<dl class="ym-strip">
<div><dt><?cs var:words.label.case_number ?></dt> <dd class="ym-number"><?cs var:case.shown ?></dd></div>
<div><dt><?cs var:words.label.applicant ?></dt> <dd<?cs call:lang_of(case.applicant_name) ?>><?cs var:case.applicant_name ?></dd></div>
<div><dt><?cs var:words.label.state ?></dt> <dd><?cs call:tag_state(case.state) ?></dd></div>
</dl>
<form method="post" action="<?cs var:url_validate(case.url) ?>/<?cs var:url_escape(act) ?>">
<?cs call:form_token() ?><input type="hidden" name="version" value="<?cs var:case.version ?>">
<?cs if:act == "refuse_acceptance" ?>
<?cs call:field_lines("refusal_reason") ?>
<?cs call:confirm_word("refuse_acceptance") ?>
<?cs elif:act == "opinion" ?>
<?cs call:field_choice("verdict") ?>
<?cs call:field_lines("opinion_text") ?>
<?cs elif:act == "grant" ?>
<?cs if:case.outcome_name ?><p><?cs var:words.office.outcome ?><?cs var:words.frame.colon ?><?cs call:data(case.outcome_name) ?></p><?cs /if ?>
<?cs call:field_input("outcome_number", "text", "", "off", "govuk-input--width-20") ?>
<?cs if:holds ?><?cs if:case.outcome_validity ?><p class="ym-small"><?cs var:words.licence.guide_says ?><?cs var:words.frame.colon ?><?cs call:data(case.outcome_validity) ?></p><?cs /if ?>
<?cs call:field_day("valid_from") ?>
<?cs call:field_choice("validity") ?>
<?cs call:field_day("valid_to") ?><?cs /if ?>
<?cs call:field_lines("decision_note") ?>
<?cs elif:act == "deny" ?>
<?cs call:field_lines("denial_reason") ?>
<?cs call:confirm_word("deny") ?>
<?cs elif:act == "send_back" ?>
<p><?cs var:words.tasks.back_help ?></p>
<?cs call:field_choice("target") ?>
<?cs call:field_lines("back_reason") ?>
<?cs elif:act == "hand_over" ?>
<?cs if:case.claimed_name ?><p><?cs var:words.label.claimed_by ?><?cs var:words.frame.colon ?><?cs call:data(case.claimed_name) ?></p><?cs /if ?>
<?cs call:field_select("colleague") ?>
<?cs call:field_text("hand_over_reason") ?>
<?cs /if ?>
<div class="ym-buttons">
<?cs if:act == "deny" || act == "refuse_acceptance" ?><?cs call:button_warn(act) ?><?cs else ?><?cs call:button(act) ?><?cs /if ?>
<a href="<?cs var:url_validate(case.url) ?>"><?cs var:words.action.cancel ?></a>
</div>
</form>
</div>
