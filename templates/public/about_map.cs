<?cs # 站点地图: all rooms of the portal.  Needs: themes_person, themes_enterprise (parts/list.cs theme_tiles), organs ?>
<?cs call:heading(words.title.public_about_map) ?>
<section class="ym-panel" aria-labelledby="m-main"><h2 class="ym-panel__title" id="m-main"><?cs var:words.about.main ?></h2>
<ul class="ym-links">
<li><a class="govuk-link" href="/"><?cs var:words.nav.home ?></a></li>
<li><a class="govuk-link" href="/items"><?cs var:words.nav.items ?></a></li>
<li><a class="govuk-link" href="/items?who=person"><?cs var:words.nav.person ?></a></li>
<li><a class="govuk-link" href="/items?who=enterprise"><?cs var:words.nav.enterprise ?></a></li>
<li><a class="govuk-link" href="/organs"><?cs var:words.nav.organs ?></a></li>
<li><a class="govuk-link" href="/track"><?cs var:words.nav.track ?></a></li>
<li><a class="govuk-link" href="/open/"><?cs var:words.nav.open ?></a></li>
<li><a class="govuk-link" href="/open/record"><?cs var:words.open_record.link ?></a></li>
<li><a class="govuk-link" href="/my"><?cs var:words.nav.my ?></a></li>
<li><a class="govuk-link" href="/about/accessibility"><?cs var:words.frame.accessibility ?></a></li>
<li><a class="govuk-link" href="/about/privacy"><?cs var:words.frame.privacy ?></a></li>
<li><a class="govuk-link" href="/about/contact"><?cs var:words.frame.contact ?></a></li>
</ul></section>
<section class="ym-panel" aria-labelledby="m-person"><h2 class="ym-panel__title" id="m-person"><?cs var:words.home.themes_person ?></h2><?cs call:theme_tiles(themes_person) ?></section>
<section class="ym-panel" aria-labelledby="m-enterprise"><h2 class="ym-panel__title" id="m-enterprise"><?cs var:words.home.themes_enterprise ?></h2><?cs call:theme_tiles(themes_enterprise) ?></section>
