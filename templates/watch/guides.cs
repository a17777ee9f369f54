<?cs # Guides by the share of what is sent back.  Needs: form.{from_on,until_on,least}; choices.organ; guides.N.{url,title,item_code,organ_text,received,sent_back,share,over}; share_help; csv_url, xlsx_url. ?>
<?cs call:heading_lead(words.watch.guides, words.watch.guides_lead) ?>
<form class="ym-filters ym-no-print" method="get" action="/watch/guides">
<?cs call:field_select("organ") ?>
<?cs call:field_day("from_on") ?>
<?cs call:field_day("until_on") ?>
<?cs call:field_number("least") ?>
<?cs call:button_plain("filter") ?>
</form>
<p class="ym-small"><?cs var:share_help ?></p>
<?cs if:guides.0.item_code ?>
<table class="ym-table">
<caption class="govuk-visually-hidden"><?cs var:words.watch.guides ?></caption>
<thead><tr><th scope="col"><?cs var:words.label.item ?></th><th scope="col"><?cs var:words.watch.organ ?></th><th scope="col"><?cs var:words.watch.received ?></th><th scope="col"><?cs var:words.watch.sent_back ?></th><th scope="col"><?cs var:words.watch.share ?></th></tr></thead>
<tbody>
<?cs each:guide = guides ?><tr><th scope="row"><a href="<?cs var:url_validate(guide.url) ?>"<?cs call:lang_of(guide.title) ?>><?cs var:guide.title ?></a></th><td data-label="<?cs var:words.watch.organ ?>"<?cs call:lang_of(guide.organ_text) ?>><?cs var:guide.organ_text ?></td><td data-label="<?cs var:words.watch.received ?>"><?cs var:guide.received ?></td><td data-label="<?cs var:words.watch.sent_back ?>"><?cs var:guide.sent_back ?></td><td data-label="<?cs var:words.watch.share ?>"><?cs if:guide.over ?><strong class="ym-due ym-due--over"><?cs call:icon("over") ?><?cs var:guide.share ?></strong><?cs else ?><?cs var:guide.share ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<div class="ym-buttons ym-no-print"><?cs call:link_button_plain("csv", csv_url) ?> <?cs call:link_button_plain("xlsx", xlsx_url) ?></div>
<?cs else ?><?cs call:empty_state("list") ?><?cs /if ?>
