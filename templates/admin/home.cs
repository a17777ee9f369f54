<?cs # The administrators' first page.  Needs: who.{role,whole}; count.{areas,organs,centres,windows,calendar,calendar_last_on,drafts,settings,acts_today}. ?>
<?cs call:heading_lead(words.admin.title, words.admin.lead) ?>
<?cs if:who.role.system_admin ?>
<section class="ym-panel" aria-labelledby="a-system"><h2 class="ym-panel__title" id="a-system"><?cs var:words.role.system_admin ?></h2>
<p><?cs if:who.whole ?><?cs var:words.admin.system_lead ?><?cs else ?><?cs var:words.admin.system_lead_area ?><?cs /if ?></p>
<ul class="ym-stats">
<?cs call:stat_link(count.areas, words.admin_nav.areas, "/admin/areas") ?>
<?cs call:stat_link(count.organs, words.admin_nav.organs, "/admin/organs") ?>
<?cs call:stat_link(count.centres, words.admin_nav.centres, "/admin/centres") ?>
<?cs if:who.whole ?><?cs call:stat_link(count.calendar, words.admin.calendar_version, "/admin/calendar") ?>
<?cs call:stat_link(count.settings, words.admin_nav.settings, "/admin/settings") ?><?cs /if ?>
</ul>
<p><?cs var:words.admin.arranged_until ?> <?cs call:day_iso(count.calendar_last_on, count.calendar_last_on.text) ?></p>
<?cs if:who.whole ?><ul class="ym-links"><li><a href="/office/reminders"><?cs var:words.reminders.title ?></a></li></ul><?cs /if ?>
</section>
<?cs /if ?>
<?cs if:count.drafts && who.whole && !who.role.auditor ?><section class="ym-panel" aria-labelledby="a-drafts"><h2 class="ym-panel__title" id="a-drafts"><?cs var:words.admin_nav.calendar ?></h2>
<ul class="ym-stats"><?cs call:stat_link(count.drafts, words.admin.drafts_offered, "/admin/calendar") ?></ul>
</section><?cs /if ?>
<section class="ym-panel" aria-labelledby="a-acts"><h2 class="ym-panel__title" id="a-acts"><?cs var:words.admin_nav.history ?></h2>
<ul class="ym-stats"><?cs call:stat_link(count.acts_today, words.admin.acts_today, "/admin/history") ?></ul>
</section>
