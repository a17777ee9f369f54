<?cs # A version as the public would see it.  Needs: version; guide as fcgi/worker/guide.h fills it; guide_code. ?>
<?cs call:notice("info", words.publish.preview_note) ?>
<p class="ym-no-print"><a href="<?cs var:url_validate(version.url) ?>"><?cs var:words.action.back ?></a></p>
<?cs include!"public/guide.cs" ?>
