<?cs # Which items somebody comes for.  Needs: asked.{centre,change}, chosen.N and found.N {code,title,organ_name},
form.item_find, none_found, items_full.  Included by public/book.cs and public/queue.cs. ?>
<?cs def:carry_item(item) ?><input type="hidden" name="item" value="<?cs var:item.code ?>"><?cs /def ?>
<?cs def:carried() ?><input type="hidden" name="centre" value="<?cs var:asked.centre ?>"><?cs if:asked.change ?><input type="hidden" name="change" value="<?cs var:asked.change ?>"><?cs /if ?><?cs each:item = chosen ?><?cs call:carry_item(item) ?><?cs /each ?><?cs /def ?>

<?cs def:pick_item(item, checked) ?><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="i-<?cs var:item.code ?>" name="item" value="<?cs var:item.code ?>"<?cs if:checked ?> checked<?cs /if ?>><label class="govuk-label govuk-checkboxes__label" for="i-<?cs var:item.code ?>"><?cs call:data(item.title) ?><?cs if:item.organ_name ?> <span class="ym-small"<?cs call:lang_of(item.organ_name) ?>><?cs var:item.organ_name ?></span><?cs /if ?></label></div><?cs /def ?>

<?cs def:pick_form(action) ?>
<form method="get" action="<?cs var:url_validate(action) ?>">
<input type="hidden" name="centre" value="<?cs var:asked.centre ?>"><?cs if:asked.change ?><input type="hidden" name="change" value="<?cs var:asked.change ?>"><?cs /if ?>
<div class="ym-filters"><?cs call:field_input("item_find", "search", "", "off", "") ?><?cs call:button_named("search", "step", "find") ?></div>
<?cs if:chosen.0.code ?><fieldset class="govuk-fieldset ym-section"><legend class="govuk-fieldset__legend"><?cs var:words.book.chosen ?></legend>
<div class="govuk-checkboxes"><?cs each:item = chosen ?><?cs call:pick_item(item, "1") ?><?cs /each ?></div></fieldset><?cs /if ?>
<?cs if:found.0.code && !items_full ?><fieldset class="govuk-fieldset ym-section"><legend class="govuk-fieldset__legend"><?cs var:words.book.found ?></legend>
<div class="govuk-checkboxes"><?cs each:item = found ?><?cs call:pick_item(item, "") ?><?cs /each ?></div></fieldset>
<?cs elif:items_full ?><p class="ym-small"><?cs var:words.book.items_full ?></p>
<?cs elif:none_found ?><p class="ym-none"><?cs var:words.book.none_found ?></p><?cs /if ?>
<button type="submit" class="govuk-button" name="step" value="on"><?cs var:words.action.step_on ?></button>
</form>
<?cs /def ?>

<?cs def:hall(hall) ?><li class="ym-hall"><h2 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(hall.url) ?>"><?cs var:hall.name ?></a></h2>
<p class="ym-small"<?cs call:data_lang() ?>><?cs var:hall.address ?><br><?cs var:hall.hours ?></p><?cs if:hall.screen_url ?><p><?cs if:hall.open ?><strong class="ym-due ym-due--normal"><?cs call:icon("normal") ?><?cs var:words.queue.open ?></strong><?cs else ?><strong class="ym-due ym-due--paused"><?cs call:icon("paused") ?><?cs var:words.queue.closed ?></strong><?cs /if ?> <a class="govuk-link" href="<?cs var:url_validate(hall.screen_url) ?>"><?cs var:words.queue.screen ?><span class="govuk-visually-hidden"> <?cs var:hall.name ?></span></a></p><?cs /if ?></li><?cs /def ?>

<?cs def:chosen_list() ?><ul class="govuk-list govuk-list--bullet"><?cs each:item = chosen ?><li><?cs var:item.title ?></li><?cs /each ?></ul><?cs /def ?>
