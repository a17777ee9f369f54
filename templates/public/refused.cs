<?cs # What the visitor sees instead of a page.  Needs: refusal or conflict, which the frame shows; back_url, may be missing. ?>
<div class="ym-panel ym-panel--narrow">
<?cs call:heading(words.refused.title) ?>
<p><?cs var:words.refused.text ?></p>
<?cs if:back_url ?><p><?cs call:link_button("back", back_url) ?></p><?cs /if ?>
</div>
