<?cs # One account and all that can be done to it.  Needs: account.{url,shown facts,state,locked,own,proposed}; codes.N, sessions.N, sign_ins.N, history.N. ?>
<?cs call:heading(account.name) ?>
<?cs if:account.proposed ?><?cs call:notice("warn", words.guard.is_proposed) ?><?cs /if ?>
<?cs if:account.own ?><?cs call:notice("info", words.guard.is_own) ?><?cs /if ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("account_login", account.login) ?>
<?cs call:summary_row("account_organ", account.organ_name) ?>
<?cs call:summary_row("account_area", account.area_name) ?>
<?cs call:summary_row("account_roles", account.roles_text) ?>
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.label.state ?></dt><dd class="govuk-summary-list__value"><?cs call:account_state(account.state) ?><?cs if:account.locked ?> <?cs var:words.guard.locked_until ?> <?cs var:account.locked_until.text ?><?cs /if ?><?cs if:account.password_void == "1" ?><br><?cs var:words.guard.password_void ?><?cs /if ?><?cs if:account.second_void == "1" ?><br><?cs var:words.guard.second_void ?><?cs /if ?></dd></div>
<?cs call:summary_row("expires_on", account.expires_on.text) ?>
<?cs call:summary_row("created_at", account.created_at.text) ?>
</dl>
<?cs if:!account.own ?><nav class="ym-no-print" aria-label="<?cs var:words.guard.acts ?>"><ul class="ym-links">
<?cs call:account_act_link(account.url, "place") ?>
<?cs call:account_act_link(account.url, "roles") ?>
<?cs call:account_act_link(account.url, "expiry") ?>
<?cs if:account.disabled == "1" ?><?cs call:account_act_link(account.url, "enable") ?><?cs else ?><?cs call:account_act_link(account.url, "disable") ?><?cs /if ?>
<?cs call:account_act_link(account.url, "password") ?>
<?cs call:account_act_link(account.url, "second") ?>
<?cs if:account.locked ?><?cs call:account_act_link(account.url, "unlock") ?><?cs /if ?>
<?cs call:account_act_link(account.url, "sessions") ?>
</ul></nav><?cs /if ?>
<section class="ym-panel" aria-labelledby="a-codes"><h2 class="ym-panel__title" id="a-codes"><?cs var:words.guard.codes ?></h2>
<?cs if:codes.0.was ?><ul class="ym-rows"><?cs each:one = codes ?><li class="ym-rows__item"><?cs var:words.staff_code_kind[one.was] ?> <strong><?cs if:one.state == "open" && one.lapsed == "1" ?><?cs var:words.staff_code_state.over ?><?cs else ?><?cs var:words.staff_code_state[one.state] ?><?cs /if ?></strong> <span class="ym-small"><?cs call:data(one.given_name) ?> <?cs var:one.given_at.text ?></span></li><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("codes") ?><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="a-sessions"><h2 class="ym-panel__title" id="a-sessions"><?cs var:words.guard_nav.sessions ?></h2>
<?cs if:sessions.0.mark ?><ul class="ym-rows"><?cs each:one = sessions ?><li class="ym-rows__item"><?cs var:words.security.seen ?> <?cs var:one.seen_at.text ?> <span class="ym-small ym-number"><?cs var:one.address ?></span></li><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("sessions") ?><?cs /if ?></section>
<section class="ym-panel" aria-labelledby="a-sign-ins"><h2 class="ym-panel__title" id="a-sign-ins"><?cs var:words.guard_nav.sign_ins ?></h2>
<?cs if:sign_ins.0.how ?><ul class="ym-rows"><?cs each:one = sign_ins ?><li class="ym-rows__item"><?cs var:words.sign_in_how[one.how] ?> <span class="ym-small"><?cs var:one.at.text ?> <span class="ym-number"><?cs var:one.address ?></span></span></li><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("sign_ins") ?><?cs /if ?></section>
<?cs call:admin_history("") ?>
