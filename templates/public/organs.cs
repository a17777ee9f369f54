<?cs # 部门服务: the authorities with published items, by area.  Needs: areas.N.{name, organs.M.{name,url,count}} ?>
<?cs call:heading(words.title.public_organs) ?>
<?cs each:area = organ_areas ?><section class="ym-panel" aria-labelledby="a-<?cs var:area.code ?>"><h2 class="ym-panel__title" id="a-<?cs var:area.code ?>"<?cs call:lang_of(area.name) ?>><?cs var:area.name ?></h2>
<ul class="ym-organs"><?cs each:organ = area.organs ?><li><a class="ym-organs__link" href="<?cs var:url_validate(organ.url) ?>"><span<?cs call:lang_of(organ.name) ?>><?cs var:organ.name ?></span> <span class="ym-count"><?cs var:organ.count ?></span></a></li><?cs /each ?></ul></section><?cs /each ?>
<?cs if:!organ_areas.0.name ?><?cs call:empty_state("list") ?><?cs /if ?>
