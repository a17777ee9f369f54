<?cs # A document as the public would see it.  Needs: document, with url and organ; body, files as publish/doc.cs. ?>
<?cs if:document.state != "published" ?><?cs call:notice("info", words.publish.preview_note) ?><?cs /if ?>
<p class="ym-no-print"><a href="<?cs var:url_validate(document.url) ?>"><?cs var:words.action.back ?></a><?cs if:may.write ?> <?cs var:words.office.dot ?> <a href="<?cs var:url_validate(document.edit_url) ?>"><?cs var:words.action.edit ?></a><?cs /if ?></p>
<?cs include!"public/document.cs" ?>
