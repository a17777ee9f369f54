<?cs # One proposal.  Needs: proposal.{url,version,account,change_kind,held_text,roles_text,reason,made_name,made_at,waits,lapsed,mine,concerns_me}; code when one was given. ?>
<?cs call:heading_lead(words.guard_change[proposal.change_kind], words.guard.proposals_lead) ?>
<?cs if:code.text ?><?cs call:staff_code(code) ?><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("account_login", proposal.account) ?>
<?cs call:summary_row("roles_held", proposal.held_text) ?>
<?cs if:proposal.roles_text ?><?cs call:summary_row("roles_wanted", proposal.roles_text) ?><?cs /if ?>
<?cs call:summary_row("proposed_by", proposal.made_name) ?>
<?cs call:summary_row("proposed_at", proposal.made_at.text) ?>
<?cs call:summary_row("proposal_reason", proposal.reason) ?>
</dl>
<?cs if:!proposal.waits ?><?cs call:notice("info", words.proposal_state[proposal.state]) ?>
<?cs elif:proposal.concerns_me ?><?cs call:notice("info", words.refusal.power_concerned) ?>
<?cs else ?><?cs if:proposal.lapsed ?><?cs call:notice("warn", words.proposal_state.lapsed) ?><?cs elif:proposal.mine ?><?cs call:notice("info", words.guard.mine) ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(proposal.url) ?>/decline" novalidate>
<?cs call:form_token() ?>
<input type="hidden" name="version" value="<?cs var:proposal.version ?>">
<?cs call:field_text("admin_reason") ?>
<div class="ym-buttons"><?cs if:!proposal.mine && !proposal.lapsed ?><button type="submit" class="govuk-button" formaction="<?cs var:url_validate(proposal.url) ?>/confirm"><?cs var:words.action.proposal_confirm ?></button> <?cs /if ?><?cs if:proposal.mine ?><?cs call:button_plain("proposal_take_back") ?><?cs else ?><?cs call:button_plain("proposal_decline") ?><?cs /if ?></div>
</form><?cs /if ?>
