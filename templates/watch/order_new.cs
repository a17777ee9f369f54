<?cs # A new work order.  Needs: choices.{class,organs,outside_kind_1…3}; form; card where it comes of one. ?>
<?cs def:field_select_blank(field) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_head(field) ?>
<select class="govuk-select" id="f-<?cs var:field ?>" name="<?cs var:field ?>"<?cs call:field_described(field) ?>>
<option value=""><?cs var:words.watch.choose ?></option>
<?cs each:choice = choices[field] ?><option value="<?cs var:choice.value ?>"<?cs if:choice.checked ?> selected<?cs /if ?>><?cs var:choice.label ?></option>
<?cs /each ?></select>
</div>
<?cs /def ?>
<?cs def:outside(kind, name, contact) ?>
<div class="ym-filters"><?cs call:field_select_blank(kind) ?><?cs call:field_text(name) ?><?cs call:field_text(contact) ?></div>
<?cs /def ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading_lead(words.watch.order_new, words.watch.order_new_lead) ?>
<form method="post" action="/watch/orders/new">
<?cs call:form_token() ?><?cs if:form.card ?><?cs call:field_hidden("card") ?><?cs /if ?>
<?cs call:field_select("class") ?>
<?cs call:field_text("order_title") ?>
<?cs call:field_lines("order_body") ?>
<?cs call:field_input("case_number", "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs call:field_number("days") ?>
<?cs call:field_many("organs") ?>
<h2 class="ym-h3"><?cs var:words.watch.outside ?></h2>
<p class="ym-small"><?cs var:words.watch.outside_help ?></p>
<?cs call:outside("outside_kind_1", "outside_name_1", "outside_contact_1") ?>
<?cs call:outside("outside_kind_2", "outside_name_2", "outside_contact_2") ?>
<?cs call:outside("outside_kind_3", "outside_name_3", "outside_contact_3") ?>
<div class="ym-buttons"><?cs call:button("order_make") ?> <a href="/watch/orders"><?cs var:words.action.cancel ?></a></div>
</form>
</div>
