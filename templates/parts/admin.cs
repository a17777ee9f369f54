<?cs # What the administrators' pages share. ?>

<?cs # What was changed by one act.  Needs: act.changes.M.{label,was,became}. ?>
<?cs def:admin_changes(act) ?><?cs if:act.changes.0.label ?><ul class="ym-changes"><?cs each:change = act.changes ?><li><?cs var:change.label ?><?cs var:words.frame.colon ?><?cs if:change.was ?><del><?cs var:change.was ?></del><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?>  &rarr; <?cs if:change.became ?><ins><?cs var:change.became ?></ins><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?>

<?cs # The history of the thing on the page.  Needs: history.N as admin_history_into makes it; url: the page, for setting an earlier value again, or "". ?>
<?cs def:admin_history(url) ?>
<section class="ym-panel" aria-labelledby="a-history"><h2 class="ym-panel__title" id="a-history"><?cs var:words.admin.history ?></h2>
<?cs if:history.0.number ?><ol class="ym-rows"><?cs each:act = history ?><li class="ym-rows__item"><p><strong><?cs var:act.act_text ?></strong> <?cs var:act.actor_name ?> <span class="ym-small"><?cs var:act.at.text ?></span></p>
<?cs if:act.reason ?><p<?cs call:data_lang() ?>><?cs var:words.field.admin_reason ?><?cs var:words.frame.colon ?><?cs var:act.reason ?></p><?cs /if ?>
<?cs call:admin_changes(act) ?>
<?cs if:url && act.changes.0.was ?><p class="ym-no-print"><a href="<?cs var:url_validate(url) ?>?back=<?cs var:url_escape(act.number) ?>#f-admin_reason"><?cs var:words.admin.set_back ?><span class="govuk-visually-hidden"> <?cs var:act.at.text ?></span></a></p><?cs /if ?></li>
<?cs /each ?></ol><?cs else ?><?cs call:empty_state("history") ?><?cs /if ?></section>
<?cs /def ?>
