<?cs # One delegation.  Needs: delegation, acts.N.name, history, items. ?>
<?cs call:heading_lead(words.delegates.one, delegation.holder_name) ?>
<dl class="govuk-summary-list">
<?cs call:summary_row("delegation_holder", delegation.holder_name) ?>
<?cs call:summary_row("delegation_delegate", delegation.delegate_name) ?>
<?cs call:summary_row("delegation_number", delegation.delegate_number) ?>
<?cs call:summary_row("delegation_office", words.delegation_office[delegation.office]) ?>
<?cs call:summary_row("delegation_state", words.delegation_standing[delegation.standing]) ?>
<?cs call:summary_row("delegation_expires", delegation.expires_on.text) ?>
</dl>
<section class="ym-panel" aria-labelledby="d-rights"><h2 class="ym-panel__title" id="d-rights"><?cs var:words.delegates.rights ?></h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:right = delegation.rights ?><li><?cs var:words.right[right.name] ?></li><?cs /each ?></ul>
<?cs if:delegation.all_items == "0" ?><p><?cs var:words.acts_for.some_items ?></p>
<ul class="govuk-list govuk-list--bullet"><?cs each:item = items ?><li><?cs if:page.language == "en" && item.title_en ?><?cs var:item.title_en ?><?cs elif:item.title ?><?cs call:data(item.title) ?><?cs else ?><?cs var:item.item_code ?><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
</section>
<?cs if:acts.0.name ?>
<section class="ym-panel" aria-labelledby="d-acts"><h2 class="ym-panel__title" id="d-acts"><?cs var:words.delegates.acts ?></h2>
<form method="post" action="/my/delegates/<?cs var:url_escape(delegation.id) ?>" novalidate>
<?cs call:form_token() ?>
<input type="hidden" name="version" value="<?cs var:delegation.version ?>">
<?cs call:field_text("delegation_reason") ?>
<div class="ym-buttons"><?cs each:act = acts ?><button type="submit" class="govuk-button<?cs if:act.name != "accept" && act.name != "confirm" ?> govuk-button--secondary<?cs /if ?>" name="act" value="<?cs var:act.name ?>"><?cs var:words.delegation_act[act.name] ?></button> <?cs /each ?></div>
</form></section>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="d-history"><h2 class="ym-panel__title" id="d-history"><?cs var:words.delegates.history ?></h2>
<ol class="ym-rows"><?cs each:event = history ?><li class="ym-rows__item"><p><strong><?cs var:words.delegation_event[event.event] ?></strong> <?cs call:data(event.actor_name) ?></p><p class="ym-small"><?cs call:day_iso(event.at, event.at.text) ?> <?cs call:data(event.reason) ?></p></li><?cs /each ?></ol></section>
