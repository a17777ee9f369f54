<?cs # A form of webmasters, drawn from its declared fields.
Needs: closed, set when the state does not allow it; edit.{url,multipart,version,preview}; sheet (or page.title); fields.N.{name,kind}; choices; version or document for the way back. ?>
<?cs def:edit_field(f) ?>
<?cs if:f.kind == "lines" ?><?cs call:field_lines(f.name) ?>
<?cs elif:f.kind == "body" ?><?cs call:field_body(f.name) ?>
<?cs elif:f.kind == "number" ?><?cs call:field_number(f.name) ?>
<?cs elif:f.kind == "day" ?><?cs call:field_day(f.name) ?>
<?cs elif:f.kind == "choice" ?><?cs call:field_select(f.name) ?>
<?cs elif:f.kind == "many" ?><?cs call:field_many(f.name) ?>
<?cs elif:f.kind == "flag" ?><?cs call:field_flag(f.name) ?>
<?cs elif:f.kind == "file" ?><?cs call:field_file(f.name) ?>
<?cs elif:f.kind == "code" ?><?cs call:field_input(f.name, "text", "", "off", "ym-number") ?>
<?cs elif:f.kind != "none" ?><?cs call:field_text(f.name) ?><?cs /if ?>
<?cs /def ?>
<div class="ym-panel ym-panel--narrow">
<?cs if:conflict ?><p><a href="<?cs var:url_validate(edit.url) ?>"><?cs var:words.publish.see_latest ?></a></p><?cs /if ?>
<?cs if:sheet ?><?cs call:heading_lead(words.sheet[sheet], version.title) ?><?cs else ?><h1 class="ym-h1"<?cs call:lang_of(page.title) ?>><?cs var:page.title ?></h1><?cs /if ?>
<?cs if:closed ?><p><a href="<?cs if:version.url ?><?cs var:url_validate(version.url) ?><?cs else ?><?cs var:url_validate(document.url) ?><?cs /if ?>"><?cs var:words.action.back ?></a></p><?cs else ?>
<form class="ym-sheet" method="post" data-keep action="<?cs var:url_validate(edit.url) ?>"<?cs if:edit.multipart ?> enctype="multipart/form-data"<?cs /if ?>>
<?cs call:form_token() ?>
<?cs if:edit.version ?><input type="hidden" name="version" value="<?cs var:edit.version ?>"><?cs /if ?>
<?cs each:f = fields ?><?cs if:f.name != edit.preview ?><?cs call:edit_field(f) ?><?cs /if ?><?cs /each ?>
<div class="ym-buttons"><?cs call:button("save") ?> <?cs if:edit.preview ?><?cs call:button_named("save_preview", edit.preview, "1") ?> <?cs /if ?><?cs if:version.url ?><a href="<?cs var:url_validate(version.url) ?>"><?cs var:words.action.cancel ?></a><?cs elif:document.url ?><a href="<?cs var:url_validate(document.url) ?>"><?cs var:words.action.cancel ?></a><?cs else ?><a href="/publish/docs"><?cs var:words.action.cancel ?></a><?cs /if ?></div>
</form>
<?cs /if ?>
</div>
