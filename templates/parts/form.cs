<?cs # Forms.  Every field has a label, a hint if words.hint has one, its mistake, and what was typed. ?>

<?cs # Needs: token, nonce. ?>
<?cs def:form_token() ?><input type="hidden" name="token" value="<?cs var:token ?>"><?cs if:nonce ?><input type="hidden" name="nonce" value="<?cs var:nonce ?>"><?cs /if ?><?cs /def ?>

<?cs def:field_hidden(field) ?><input type="hidden" name="<?cs var:field ?>" value="<?cs var:form[field] ?>"><?cs /def ?>

<?cs def:group_open_class(field) ?>govuk-form-group<?cs if:error[field] ?> govuk-form-group--error<?cs /if ?><?cs /def ?>

<?cs def:optional_mark(field) ?><?cs if:optional[field] ?> <span class="ym-optional"><?cs var:words.frame.optional ?></span><?cs /if ?><?cs /def ?>

<?cs def:field_hint(field) ?><?cs if:words.hint[field] ?><div class="govuk-hint" id="h-<?cs var:field ?>"><?cs var:words.hint[field] ?></div><?cs /if ?><?cs /def ?>

<?cs def:error_text(id, code) ?><p class="govuk-error-message" id="e-<?cs var:id ?>"><span class="govuk-visually-hidden"><?cs var:words.frame.error ?><?cs var:words.frame.colon ?></span><?cs if:words.error[code] ?><?cs var:words.error[code] ?><?cs else ?><?cs var:words.error.wrong ?><?cs /if ?></p><?cs /def ?>

<?cs def:field_error(field) ?><?cs if:error[field] ?><?cs call:error_text(field, error[field]) ?><?cs /if ?><?cs /def ?>

<?cs def:field_head(field) ?>
<label class="govuk-label" for="f-<?cs var:field ?>"><?cs var:words.field[field] ?><?cs call:optional_mark(field) ?></label>
<?cs call:field_hint(field) ?><?cs call:field_error(field) ?>
<?cs /def ?>

<?cs # What points from the field to its hint and its mistake. ?>
<?cs def:field_described(field) ?><?cs if:error[field] && words.hint[field] ?> aria-invalid="true" aria-describedby="h-<?cs var:field ?> e-<?cs var:field ?>"<?cs elif:error[field] ?> aria-invalid="true" aria-describedby="e-<?cs var:field ?>"<?cs elif:words.hint[field] ?> aria-describedby="h-<?cs var:field ?>"<?cs /if ?><?cs /def ?>

<?cs def:group_described(field) ?><?cs if:error[field] && words.hint[field] ?> aria-describedby="h-<?cs var:field ?> e-<?cs var:field ?>"<?cs elif:error[field] ?> aria-describedby="e-<?cs var:field ?>"<?cs elif:words.hint[field] ?> aria-describedby="h-<?cs var:field ?>"<?cs /if ?><?cs /def ?>

<?cs # Needs: type and mode as HTML has them (mode may be ""), complete an autocomplete word or "", class of width or "". ?>
<?cs def:field_input(field, type, mode, complete, class) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_head(field) ?>
<input class="govuk-input<?cs if:error[field] ?> govuk-input--error<?cs /if ?><?cs if:class ?> <?cs var:class ?><?cs /if ?>" id="f-<?cs var:field ?>" name="<?cs var:field ?>" type="<?cs var:type ?>"<?cs if:mode ?> inputmode="<?cs var:mode ?>"<?cs /if ?><?cs if:complete ?> autocomplete="<?cs var:complete ?>"<?cs /if ?><?cs if:type != "password" ?> value="<?cs var:form[field] ?>"<?cs /if ?><?cs call:field_described(field) ?>>
</div>
<?cs /def ?>

<?cs def:field_text(field) ?><?cs call:field_input(field, "text", "", "", "") ?><?cs /def ?>
<?cs def:field_name(field) ?><?cs call:field_input(field, "text", "", "name", "govuk-input--width-20") ?><?cs /def ?>
<?cs def:field_number(field) ?><?cs call:field_input(field, "text", "numeric", "", "govuk-input--width-5") ?><?cs /def ?>
<?cs def:field_money(field) ?><?cs call:field_input(field, "text", "decimal", "", "govuk-input--width-10") ?><?cs /def ?>
<?cs def:field_day(field) ?><?cs call:field_input(field, "date", "", "", "govuk-input--width-10") ?><?cs /def ?>
<?cs def:field_phone(field) ?><?cs call:field_input(field, "tel", "tel", "tel", "govuk-input--width-20") ?><?cs /def ?>
<?cs def:field_email(field) ?><?cs call:field_input(field, "email", "email", "email", "govuk-input--width-20") ?><?cs /def ?>
<?cs def:field_citizen(field) ?><?cs call:field_input(field, "text", "", "off", "govuk-input--width-20 ym-number") ?><?cs /def ?>
<?cs def:field_credit(field) ?><?cs call:field_input(field, "text", "", "off", "govuk-input--width-20 ym-number") ?><?cs /def ?>
<?cs def:field_code(field) ?><?cs call:field_input(field, "text", "numeric", "one-time-code", "govuk-input--width-10 ym-number") ?><?cs /def ?>
<?cs def:field_user(field) ?><?cs call:field_input(field, "text", "", "username", "govuk-input--width-20") ?><?cs /def ?>
<?cs def:field_password(field) ?><?cs call:field_input(field, "password", "", "current-password", "govuk-input--width-20") ?><?cs /def ?>
<?cs def:field_password_new(field) ?><?cs call:field_input(field, "password", "", "new-password", "govuk-input--width-20") ?><?cs /def ?>

<?cs def:field_area(field, rows) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_head(field) ?>
<textarea class="govuk-textarea<?cs if:error[field] ?> govuk-textarea--error<?cs /if ?>" id="f-<?cs var:field ?>" name="<?cs var:field ?>" rows="<?cs var:rows ?>"<?cs call:field_described(field) ?>><?cs var:form[field] ?></textarea>
</div>
<?cs /def ?>
<?cs def:field_lines(field) ?><?cs call:field_area(field, "5") ?><?cs /def ?>
<?cs def:field_body(field) ?><?cs call:field_area(field, "20") ?><?cs /def ?>

<?cs # Needs: choices[field].N.{value,label,checked}. ?>
<?cs def:field_select(field) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_head(field) ?>
<select class="govuk-select<?cs if:error[field] ?> govuk-select--error<?cs /if ?>" id="f-<?cs var:field ?>" name="<?cs var:field ?>"<?cs call:field_described(field) ?>>
<?cs each:choice = choices[field] ?><option value="<?cs var:choice.value ?>"<?cs if:choice.checked ?> selected<?cs /if ?>><?cs var:choice.label ?></option>
<?cs /each ?></select>
</div>
<?cs /def ?>

<?cs # The first choice carries the field's id, so that the summary's link finds it. ?>
<?cs def:choice_id(field, choice) ?><?cs if:name(choice) == "0" ?>f-<?cs var:field ?><?cs else ?>f-<?cs var:field ?>-<?cs var:name(choice) ?><?cs /if ?><?cs /def ?>

<?cs def:choice_list(field, kind, choices) ?>
<div class="<?cs if:kind == "radio" ?>govuk-radios govuk-radios--small<?cs else ?>govuk-checkboxes govuk-checkboxes--small<?cs /if ?>">
<?cs each:choice = choices ?>
<?cs if:kind == "radio" ?><div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="<?cs call:choice_id(field, choice) ?>" name="<?cs var:field ?>" value="<?cs var:choice.value ?>"<?cs if:choice.checked ?> checked<?cs /if ?>><label class="govuk-label govuk-radios__label" for="<?cs call:choice_id(field, choice) ?>"><?cs call:data(choice.label) ?><?cs if:choice.about ?> (<?cs var:choice.about ?>)<?cs /if ?></label><?cs if:choice.hint ?><div class="govuk-hint govuk-radios__hint"<?cs call:lang_of(choice.hint) ?>><?cs var:choice.hint ?></div><?cs /if ?></div>
<?cs else ?><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="<?cs call:choice_id(field, choice) ?>" name="<?cs var:field ?>" value="<?cs var:choice.value ?>"<?cs if:choice.checked ?> checked<?cs /if ?>><label class="govuk-label govuk-checkboxes__label" for="<?cs call:choice_id(field, choice) ?>"><?cs call:data(choice.label) ?><?cs if:choice.about ?> (<?cs var:choice.about ?>)<?cs /if ?></label><?cs if:choice.hint ?><div class="govuk-hint govuk-checkboxes__hint"<?cs call:lang_of(choice.hint) ?>><?cs var:choice.hint ?></div><?cs /if ?></div>
<?cs /if ?><?cs /each ?>
</div>
<?cs /def ?>

<?cs def:field_choices(field, kind) ?>
<div class="<?cs call:group_open_class(field) ?>">
<fieldset class="govuk-fieldset"<?cs call:group_described(field) ?>>
<legend class="govuk-fieldset__legend"><?cs var:words.field[field] ?><?cs call:optional_mark(field) ?></legend>
<?cs call:field_hint(field) ?><?cs call:field_error(field) ?>
<?cs call:choice_list(field, kind, choices[field]) ?>
</fieldset>
</div>
<?cs /def ?>

<?cs # Needs: choices[field].N.{value,label,about,hint,checked}. ?>
<?cs def:field_choice(field) ?><?cs call:field_choices(field, "radio") ?><?cs /def ?>
<?cs def:field_many(field) ?><?cs call:field_choices(field, "checkbox") ?><?cs /def ?>

<?cs def:field_flag(field) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_error(field) ?>
<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="f-<?cs var:field ?>" name="<?cs var:field ?>" value="1"<?cs if:form[field] ?> checked<?cs /if ?><?cs call:field_described(field) ?>><label class="govuk-label govuk-checkboxes__label" for="f-<?cs var:field ?>"><?cs var:words.field[field] ?></label></div></div>
<?cs call:field_hint(field) ?>
</div>
<?cs /def ?>

<?cs def:field_upload(field, several) ?>
<div class="<?cs call:group_open_class(field) ?>">
<?cs call:field_head(field) ?>
<?cs if:page.kiosk ?><p class="ym-small"><?cs var:words.kiosk.no_files ?></p><?cs else ?><input class="govuk-file-upload<?cs if:error[field] ?> govuk-file-upload--error<?cs /if ?>" id="f-<?cs var:field ?>" name="<?cs var:field ?>" type="file"<?cs if:several ?> multiple<?cs /if ?><?cs call:field_described(field) ?>><?cs /if ?>
</div>
<?cs /def ?>

<?cs # The form around them needs enctype="multipart/form-data". ?>
<?cs def:field_file(field) ?><?cs call:field_upload(field, "") ?><?cs /def ?>
<?cs def:field_files(field) ?><?cs call:field_upload(field, "several") ?><?cs /def ?>

<?cs # Fields whose words are rows of the item, not of the language files. ?>
<?cs def:declared_described(f) ?><?cs if:f.error && f.hint ?> aria-invalid="true" aria-describedby="h-<?cs var:f.name ?> e-<?cs var:f.name ?>"<?cs elif:f.error ?> aria-invalid="true" aria-describedby="e-<?cs var:f.name ?>"<?cs elif:f.hint ?> aria-describedby="h-<?cs var:f.name ?>"<?cs /if ?><?cs /def ?>

<?cs def:declared_hint(f) ?><?cs if:f.hint ?><div class="govuk-hint" id="h-<?cs var:f.name ?>"<?cs call:lang_of(f.hint) ?>><?cs var:f.hint ?></div><?cs /if ?><?cs if:f.error ?><?cs call:error_text(f.name, f.error) ?><?cs /if ?><?cs /def ?>

<?cs def:declared_mark(f) ?><?cs if:!f.required ?> <span class="ym-optional"><?cs var:words.frame.optional ?></span><?cs /if ?><?cs /def ?>

<?cs def:declared_input(f, type, mode, complete, class) ?>
<input class="govuk-input<?cs if:f.error ?> govuk-input--error<?cs /if ?><?cs if:class ?> <?cs var:class ?><?cs /if ?>" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" type="<?cs var:type ?>"<?cs if:mode ?> inputmode="<?cs var:mode ?>"<?cs /if ?><?cs if:complete ?> autocomplete="<?cs var:complete ?>"<?cs /if ?> value="<?cs var:f.value ?>"<?cs call:declared_described(f) ?>>
<?cs /def ?>

<?cs def:declared_control(f) ?>
<?cs if:f.kind == "lines" ?><textarea class="govuk-textarea<?cs if:f.error ?> govuk-textarea--error<?cs /if ?>" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" rows="4"<?cs call:declared_described(f) ?>><?cs var:f.value ?></textarea>
<?cs elif:f.kind == "number" ?><?cs call:declared_input(f, "text", "numeric", "", "govuk-input--width-10") ?>
<?cs elif:f.kind == "money" ?><?cs call:declared_input(f, "text", "decimal", "", "govuk-input--width-10") ?>
<?cs elif:f.kind == "day" ?><?cs call:declared_input(f, "date", "", "", "govuk-input--width-10") ?>
<?cs elif:f.kind == "phone" ?><?cs call:declared_input(f, "tel", "tel", "", "govuk-input--width-20") ?>
<?cs elif:f.kind == "email" ?><?cs call:declared_input(f, "email", "email", "", "govuk-input--width-20") ?>
<?cs elif:f.kind == "citizen" ?><?cs call:declared_input(f, "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs elif:f.kind == "credit" ?><?cs call:declared_input(f, "text", "", "off", "govuk-input--width-20 ym-number") ?>
<?cs elif:f.kind == "postcode" ?><?cs call:declared_input(f, "text", "numeric", "", "govuk-input--width-5 ym-number") ?>
<?cs else ?><?cs call:declared_input(f, "text", "", "", "") ?><?cs /if ?>
<?cs /def ?>

<?cs def:field_declared(f) ?>
<div class="govuk-form-group<?cs if:f.error ?> govuk-form-group--error<?cs /if ?>">
<?cs if:f.kind == "choice" || f.kind == "many" ?>
<fieldset class="govuk-fieldset"<?cs if:f.error && f.hint ?> aria-describedby="h-<?cs var:f.name ?> e-<?cs var:f.name ?>"<?cs elif:f.error ?> aria-describedby="e-<?cs var:f.name ?>"<?cs elif:f.hint ?> aria-describedby="h-<?cs var:f.name ?>"<?cs /if ?>>
<legend class="govuk-fieldset__legend"><?cs call:data(f.label) ?><?cs call:declared_mark(f) ?></legend>
<?cs call:declared_hint(f) ?>
<?cs if:f.kind == "choice" ?><?cs call:choice_list(f.name, "radio", f.choices) ?><?cs else ?><?cs call:choice_list(f.name, "checkbox", f.choices) ?><?cs /if ?>
</fieldset>
<?cs elif:f.kind == "flag" ?>
<?cs if:f.error ?><?cs call:error_text(f.name, f.error) ?><?cs /if ?>
<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="1"<?cs if:f.value ?> checked<?cs /if ?><?cs call:declared_described(f) ?>><label class="govuk-label govuk-checkboxes__label" for="f-<?cs var:f.name ?>"><?cs call:data(f.label) ?></label></div></div>
<?cs if:f.hint ?><div class="govuk-hint" id="h-<?cs var:f.name ?>"<?cs call:lang_of(f.hint) ?>><?cs var:f.hint ?></div><?cs /if ?>
<?cs else ?>
<label class="govuk-label" for="f-<?cs var:f.name ?>"><?cs call:data(f.label) ?><?cs call:declared_mark(f) ?></label>
<?cs call:declared_hint(f) ?>
<?cs call:declared_control(f) ?>
<?cs /if ?>
</div>
<?cs /def ?>

<?cs # Needs: list.N as field_declared needs it; f.section on the first field of a group. ?>
<?cs def:fields_declared(list) ?>
<?cs each:f = list ?><?cs if:f.section ?><h2 class="ym-h2"<?cs call:lang_of(f.section) ?>><?cs var:f.section ?></h2><?cs /if ?><?cs call:field_declared(f) ?><?cs /each ?>
<?cs /def ?>

<?cs # Needs: words.action[key]. ?>
<?cs def:button(key) ?><button type="submit" class="govuk-button"><?cs var:words.action[key] ?></button><?cs /def ?>
<?cs def:button_plain(key) ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:words.action[key] ?></button><?cs /def ?>
<?cs def:button_warn(key) ?><button type="submit" class="govuk-button govuk-button--warning"><?cs var:words.action[key] ?></button><?cs /def ?>
<?cs def:button_named(key, sent, value) ?><button type="submit" class="govuk-button govuk-button--secondary" name="<?cs var:sent ?>" value="<?cs var:value ?>"><?cs var:words.action[key] ?></button><?cs /def ?>
<?cs def:link_button(key, url) ?><a class="govuk-button" href="<?cs var:url_validate(url) ?>"><?cs var:words.action[key] ?></a><?cs /def ?>
<?cs def:link_button_plain(key, url) ?><a class="govuk-button govuk-button--secondary" href="<?cs var:url_validate(url) ?>"><?cs var:words.action[key] ?></a><?cs /def ?>

<?cs # Needs: words.confirm[key]. ?>
<?cs def:confirm_word(key) ?><p class="ym-confirm"><?cs call:icon("warning") ?> <?cs var:words.confirm[key] ?></p><?cs /def ?>
