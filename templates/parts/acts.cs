<?cs # What was done in the catalogue, by whom and why.  Needs: list.N.{at,act,subject,reason,name}. ?>
<?cs def:act_list(list) ?>
<?cs if:list.0.act ?><ol class="ym-timeline">
<?cs each:one = list ?><li class="ym-timeline__item"><p class="ym-timeline__title"><?cs var:words.act[one.act] ?></p>
<p class="ym-timeline__when"><?cs var:one.at.text ?> <?cs var:words.office.dot ?> <?cs if:one.name ?><?cs call:data(one.name) ?><?cs else ?><?cs var:words.role.clock ?><?cs /if ?></p>
<?cs if:one.reason ?><p class="ym-timeline__note"<?cs call:lang_of(one.reason) ?>><?cs var:one.reason ?></p><?cs /if ?></li>
<?cs /each ?></ol><?cs else ?><?cs call:empty_state("events") ?><?cs /if ?>
<?cs /def ?>
