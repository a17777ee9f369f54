<?cs # For whom one acts.  Needs: holders.N.{id,holder_name,rights,all_items,expires_on}, acting.holder, who.name. ?>
<?cs call:heading_lead(words.acts_for.title, words.acts_for.lead) ?>
<ul class="ym-rows">
<li class="ym-rows__item"><h2 class="ym-h4"><?cs var:words.acts_for.self ?></h2>
<form method="post" action="/my/act"><?cs call:form_token() ?><input type="hidden" name="for" value="0"><?cs if:acting.holder ?><?cs call:button_plain("act_self") ?><?cs else ?><p><?cs var:words.acts_for.now ?></p><?cs /if ?></form></li>
<?cs each:holder = holders ?>
<li class="ym-rows__item"><h2 class="ym-h4"<?cs call:lang_of(holder.holder_name) ?>><?cs var:holder.holder_name ?></h2>
<p class="ym-small"><?cs var:words.acts_for.rights ?> <?cs each:right = holder.rights ?><span class="ym-tag"><?cs var:words.right[right.name] ?></span> <?cs /each ?><?cs if:holder.all_items == "0" ?><?cs var:words.acts_for.some_items ?><?cs /if ?></p>
<p class="ym-small"><?cs var:words.acts_for.until ?> <?cs call:day_iso(holder.expires_on, holder.expires_on.text) ?></p>
<form method="post" action="/my/act"><?cs call:form_token() ?><input type="hidden" name="for" value="<?cs var:holder.id ?>"><?cs call:button("act_for") ?></form></li>
<?cs /each ?>
</ul>
<?cs if:!holders.0.id ?><p><?cs var:words.acts_for.none ?></p><?cs /if ?>
