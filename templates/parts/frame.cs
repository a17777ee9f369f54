<?cs # What stands around every page.  Needs: as frame.cs says. ?>
<?cs def:site_name() ?><?cs if:words.code == "en" ?><?cs var:site.name_en ?><?cs else ?><?cs var:site.name ?><?cs /if ?><?cs /def ?>

<?cs def:nav_link(url, key) ?>
<li class="ym-nav__item"><a class="ym-nav__link" href="<?cs var:url_validate(url) ?>"<?cs if:page.nav == key ?> aria-current="true"<?cs /if ?>><?cs var:words.nav[key] ?></a></li>
<?cs /def ?>

<?cs def:nav_link_named(url, key, text) ?>
<li class="ym-nav__item"><a class="ym-nav__link" href="<?cs var:url_validate(url) ?>"<?cs if:page.nav == key ?> aria-current="true"<?cs /if ?>><?cs var:text ?></a></li>
<?cs /def ?>

<?cs def:frame_nav() ?>
<nav class="ym-nav" aria-label="<?cs var:words.frame.nav ?>">
<div class="ym-width">
<ul class="ym-nav__list">
<?cs if:page.program == "office" ?>
<?cs call:nav_link("/office/", "home") ?>
<?cs call:nav_link("/office/cases", "cases") ?>
<?cs call:nav_link("/office/window", "window") ?>
<?cs call:nav_link("/office/queue", "queue") ?>
<?cs call:nav_link("/office/bookings", "bookings") ?>
<?cs call:nav_link("/office/register", "register") ?>
<?cs call:nav_link("/office/licences", "licences") ?>
<?cs call:nav_link("/office/enquiries", "enquiries") ?>
<?cs call:nav_link("/office/callbacks", "callbacks") ?>
<?cs call:nav_link("/office/cards", "cards") ?>
<?cs call:nav_link("/office/deliveries", "deliveries") ?>
<?cs if:who.role.clerk ?><?cs call:nav_link("/office/claims", "claims") ?><?cs /if ?>
<?cs if:who.role.system_admin && who.whole ?><?cs call:nav_link("/office/reminders", "reminders") ?><?cs /if ?>
<?cs call:nav_link("/office/messages", "messages") ?>
<?cs elif:page.program == "watch" ?>
<?cs call:nav_link("/watch/", "home") ?>
<?cs call:nav_link("/watch/figures", "figures") ?>
<?cs call:nav_link("/watch/late", "late") ?>
<?cs call:nav_link("/watch/scores", "scores") ?>
<?cs call:nav_link("/watch/samples", "samples") ?>
<?cs call:nav_link("/watch/findings", "findings") ?>
<?cs call:nav_link("/watch/orders", "orders") ?>
<?cs call:nav_link("/watch/letters", "letters") ?>
<?cs call:nav_link("/watch/guides", "guides") ?>
<?cs elif:page.program == "admin" ?>
<?cs call:nav_link("/admin/", "home") ?>
<?cs if:who.role.system_admin ?>
<?cs call:nav_link_named("/admin/areas", "areas", words.admin_nav.areas) ?>
<?cs call:nav_link_named("/admin/organs", "organs", words.admin_nav.organs) ?>
<?cs call:nav_link_named("/admin/centres", "centres", words.admin_nav.centres) ?>
<?cs if:who.whole ?><?cs call:nav_link_named("/admin/calendar", "calendar", words.admin_nav.calendar) ?>
<?cs call:nav_link_named("/admin/settings", "settings", words.admin_nav.settings) ?><?cs /if ?>
<?cs /if ?>
<?cs if:who.role.security_admin ?>
<?cs call:nav_link_named("/admin/accounts", "accounts", words.guard_nav.accounts) ?>
<?cs call:nav_link_named("/admin/locks", "locks", words.guard_nav.locks) ?>
<?cs call:nav_link_named("/admin/sessions", "sessions", words.guard_nav.sessions) ?>
<?cs /if ?>
<?cs if:who.role.security_admin && who.whole ?><?cs call:nav_link_named("/admin/calendar", "calendar", words.admin_nav.calendar) ?><?cs /if ?>
<?cs if:who.role.security_admin || who.role.system_admin ?><?cs call:nav_link_named("/admin/proposals", "proposals", words.guard_nav.proposals) ?><?cs /if ?>
<?cs if:who.role.auditor ?>
<?cs call:nav_link_named("/admin/audit", "audit", words.guard_nav.audit) ?>
<?cs if:who.whole ?><?cs call:nav_link_named("/admin/verify", "verify", words.guard_nav.verify) ?><?cs /if ?>
<?cs /if ?>
<?cs if:who.role.security_admin || who.role.auditor ?><?cs call:nav_link_named("/admin/sign-ins", "sign-ins", words.guard_nav.sign_ins) ?><?cs /if ?>
<?cs call:nav_link_named("/admin/history", "history", words.admin_nav.history) ?>
<?cs elif:page.program == "publish" ?>
<?cs call:nav_link("/publish/", "home") ?>
<?cs call:nav_link("/publish/items", "items") ?>
<?cs call:nav_link("/publish/imports", "imports") ?>
<?cs call:nav_link("/publish/docs", "docs") ?>
<?cs else ?>
<?cs call:nav_link("/", "home") ?>
<?cs call:nav_link("/items?who=person", "person") ?>
<?cs call:nav_link("/items?who=enterprise", "enterprise") ?>
<?cs call:nav_link("/organs", "organs") ?>
<?cs call:nav_link("/items", "items") ?>
<?cs call:nav_link("/track", "track") ?>
<?cs call:nav_link("/open/", "open") ?>
<?cs call:nav_link("/stats", "stats") ?>
<?cs call:nav_link("/ask", "ask") ?>
<?cs /if ?>
</ul>
</div>
</nav>
<?cs /def ?>

<?cs def:frame_who() ?>
<?cs if:who.kind == "staff" ?>
<li class="ym-tools__item ym-tools__who"><?cs call:icon("user") ?> <?cs call:data(who.name) ?><?cs if:who.organ_name ?> <span class="ym-tools__organ"<?cs call:lang_of(who.organ_name) ?>><?cs var:who.organ_name ?></span><?cs /if ?></li>
<?cs elif:who.kind ?>
<li class="ym-tools__item"><a class="ym-tools__link" href="/my/"><?cs call:icon("user") ?> <?cs call:data(who.name) ?> <span class="govuk-visually-hidden"><?cs var:words.nav.my ?></span></a></li>
<?cs if:who.kind == "person" || acting.holder ?><li class="ym-tools__item ym-tools__item--wide"><a class="ym-tools__link" href="/my/act"><?cs var:words.acts_for.switch ?></a></li><?cs /if ?>
<?cs /if ?>
<?cs if:who.kind ?>
<li class="ym-tools__item"><form method="post" action="/sign-out"><?cs call:form_token() ?><button type="submit" class="ym-tools__button"><?cs var:words.action.sign_out ?></button></form></li>
<?cs elif:page.program != "office" && page.program != "publish" && page.program != "watch" && page.program != "admin" ?>
<li class="ym-tools__item"><a class="ym-tools__link" href="/sign-in"><?cs call:icon("user") ?> <?cs var:words.action.sign_in ?></a></li>
<li class="ym-tools__item ym-tools__item--wide"><a class="ym-tools__link" href="/sign-up"><?cs var:words.action.sign_up ?></a></li>
<?cs /if ?>
<?cs /def ?>

<?cs # For whom a person acts: on every page, with the way back.  Needs: acting.{holder,fallen,expires_on}. ?>
<?cs def:frame_acting() ?>
<?cs if:acting.holder ?>
<section class="ym-acting" aria-label="<?cs var:words.acts_for.region ?>">
<div class="ym-width ym-acting__inner">
<p class="ym-acting__text"><?cs if:acting.fallen ?><?cs var:words.acts_for.was ?><?cs else ?><?cs var:words.acts_for.for ?><?cs /if ?> <strong><?cs var:acting.holder ?></strong></p>
<form class="ym-acting__form" method="post" action="/my/act"><?cs call:form_token() ?><input type="hidden" name="for" value="0"><button type="submit" class="ym-acting__button"><?cs var:words.acts_for.back ?></button></form>
</div>
</section>
<?cs /if ?>
<?cs /def ?>

<?cs def:frame_header() ?>
<header class="ym-header">
<div class="ym-identity">
<div class="ym-width ym-identity__inner">
<a class="ym-identity__brand" href="<?cs if:page.program == "office" ?>/office/<?cs elif:page.program == "publish" ?>/publish/<?cs elif:page.program == "watch" ?>/watch/<?cs elif:page.program == "admin" ?>/admin/<?cs else ?>/<?cs /if ?>">
<svg class="ym-identity__mark" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false"><path fill="currentColor" d="M5 6h38v5H5zM8 15h5v28H8zM35 15h5v28h-5zM17 15h14v3.5l-9 3V43h-5z"/><path fill="currentColor" opacity=".55" d="M25 25.5l6-2V43h-6z"/></svg>
<span class="ym-identity__names"><span class="ym-identity__name"><?cs call:site_name() ?></span>
<?cs if:page.program == "office" ?><span class="ym-identity__sub"><?cs var:words.frame.office ?></span><?cs elif:page.program == "publish" ?><span class="ym-identity__sub"><?cs var:words.frame.publish ?></span><?cs elif:page.program == "watch" ?><span class="ym-identity__sub"><?cs var:words.frame.watch ?></span><?cs elif:page.program == "admin" ?><span class="ym-identity__sub"><?cs var:words.frame.admin ?></span><?cs elif:words.code == "en" ?><span class="ym-identity__sub" lang="zh-CN"><?cs var:site.name ?></span><?cs else ?><span class="ym-identity__sub" lang="en"><?cs var:site.name_en ?></span><?cs /if ?></span></a>
<ul class="ym-tools">
<?cs if:page.care_url ?><li class="ym-tools__item"><a class="ym-tools__link" href="<?cs var:url_validate(page.care_url) ?>"><?cs call:icon("care") ?> <?cs if:page.care ?><?cs var:words.frame.care_off ?><?cs else ?><?cs var:words.frame.care_on ?><?cs /if ?></a></li><?cs /if ?>
<?cs if:page.language_other_url ?><li class="ym-tools__item"><a class="ym-tools__link" href="<?cs var:url_validate(page.language_other_url) ?>" lang="<?cs var:words.other_lang ?>" hreflang="<?cs var:words.other_lang ?>"><?cs call:icon("globe") ?> <?cs var:words.frame.other_language ?></a></li><?cs /if ?>
<?cs call:frame_who() ?>
</ul>
</div>
</div>
<?cs call:frame_nav() ?>
<?cs call:frame_acting() ?>
</header>
<?cs /def ?>

<?cs # A machine in a hall: home, language, large type, and the end of the visit; no way out of this site. ?>
<?cs def:kiosk_header() ?>
<header class="ym-kiosk-header"><div class="ym-kiosk-header__inner">
<p class="ym-kiosk-header__name"><?cs call:site_name() ?></p>
<ul class="ym-kiosk-header__tools">
<li><a class="ym-kiosk-button" href="/kiosk"><?cs call:icon("home") ?> <?cs var:words.kiosk.home ?></a></li>
<?cs if:page.care_url ?><li><a class="ym-kiosk-button" href="<?cs var:url_validate(page.care_url) ?>"><?cs call:icon("care") ?> <?cs if:page.care ?><?cs var:words.frame.care_off ?><?cs else ?><?cs var:words.frame.care_on ?><?cs /if ?></a></li><?cs /if ?>
<?cs if:page.language_other_url ?><li><a class="ym-kiosk-button" href="<?cs var:url_validate(page.language_other_url) ?>" lang="<?cs var:words.other_lang ?>" hreflang="<?cs var:words.other_lang ?>"><?cs call:icon("globe") ?> <?cs var:words.frame.other_language ?></a></li><?cs /if ?>
<li><form method="post" action="/kiosk/end" data-kiosk-end><button type="submit" class="ym-kiosk-button ym-kiosk-button--end"><?cs call:icon("close") ?> <?cs if:who.kind ?><?cs var:words.kiosk.end_who ?><?cs else ?><?cs var:words.kiosk.end ?><?cs /if ?></button></form></li>
</ul></div></header>
<div class="ym-kiosk-idle" data-kiosk-idle role="alertdialog" aria-labelledby="kiosk-idle" aria-modal="true" hidden>
<div class="ym-kiosk-idle__box"><p class="ym-kiosk-idle__title" id="kiosk-idle"><?cs var:words.kiosk.idle ?></p>
<p><span data-kiosk-left></span> <?cs var:words.kiosk.idle_left ?></p>
<button type="button" class="ym-kiosk-button" data-kiosk-stay><?cs var:words.kiosk.stay ?></button></div></div>
<?cs /def ?>

<?cs def:kiosk_footer() ?><footer class="ym-kiosk-footer"><p><?cs var:words.kiosk.wipes ?></p><?cs if:site.phone ?><p><?cs var:words.frame.phone ?><?cs var:words.frame.colon ?><span class="ym-number"><?cs var:site.phone ?></span></p><?cs /if ?></footer><?cs /def ?>

<?cs def:crumbs() ?>
<?cs if:crumbs.0.text ?>
<nav class="ym-crumbs" aria-label="<?cs var:words.frame.crumbs ?>">
<ol class="ym-crumbs__list">
<?cs each:crumb = crumbs ?><li class="ym-crumbs__item"<?cs if:!crumb.url ?> aria-current="page"<?cs /if ?><?cs call:lang_of(crumb.text) ?>><?cs if:crumb.url ?><a href="<?cs var:url_validate(crumb.url) ?>"><?cs var:crumb.text ?></a><?cs else ?><?cs var:crumb.text ?><?cs /if ?></li><?cs /each ?>
</ol>
</nav>
<?cs /if ?>
<?cs /def ?>

<?cs def:page_notices() ?>
<?cs if:refusal ?>
<div class="ym-notice ym-notice--warn" role="alert"><?cs call:icon("warning") ?>
<div><p class="ym-notice__title"><?cs var:words.frame.refused ?></p><p><?cs var:words.refusal[refusal] ?></p></div></div>
<?cs /if ?>
<?cs if:conflict ?>
<div class="ym-notice ym-notice--warn" role="alert"><?cs call:icon("warning") ?>
<div><p class="ym-notice__title"><?cs var:words.frame.conflict ?></p><p><?cs var:words.frame.conflict_help ?></p></div></div>
<?cs /if ?>
<?cs if:done ?>
<div class="ym-notice ym-notice--good" role="status"><?cs call:icon("check") ?> <p><?cs var:words.done[done] ?></p></div>
<?cs /if ?>
<?cs /def ?>

<?cs def:error_line(mistake) ?><?cs if:mistake.label ?><?cs var:mistake.label ?><?cs var:words.frame.colon ?><?cs elif:words.field[mistake.field] ?><?cs var:words.field[mistake.field] ?><?cs var:words.frame.colon ?><?cs /if ?><?cs if:mistake.text ?><?cs var:mistake.text ?><?cs else ?><?cs var:words.error[mistake.code] ?><?cs /if ?><?cs /def ?>

<?cs # One line a mistake, linked to its field.  An entry may bring its own label (fields from rows) or text. ?>
<?cs def:error_summary() ?>
<?cs if:errors.0.code ?>
<div class="govuk-error-summary" role="alert" tabindex="-1" data-focus>
<p class="govuk-error-summary__title"><?cs var:words.frame.errors ?></p>
<ul class="govuk-list govuk-error-summary__list">
<?cs each:mistake = errors ?><li><?cs if:mistake.field ?><a href="#f-<?cs var:mistake.field ?>"><?cs call:error_line(mistake) ?></a><?cs else ?><?cs call:error_line(mistake) ?><?cs /if ?></li>
<?cs /each ?></ul>
</div>
<?cs /if ?>
<?cs /def ?>

<?cs # Above the print form of a page: back, and the button (which needs script; the browser's own does too). ?>
<?cs def:print_bar() ?>
<nav class="ym-print-bar" aria-label="<?cs var:words.print.bar ?>"><a href="<?cs var:url_validate(page.plain_url) ?>"><?cs call:icon("left") ?> <?cs var:words.print.back ?></a> <button type="button" class="govuk-button" data-print hidden><?cs call:icon("print") ?> <?cs var:words.action.print ?></button></nav>
<?cs /def ?>

<?cs # At the foot of paper: where it comes from, and when it was printed. ?>
<?cs def:print_foot() ?>
<?cs if:page.canonical ?><div class="ym-print-foot"><?cs if:page.qr_url ?><img class="ym-print-foot__qr" src="<?cs var:url_validate(page.qr_url) ?>" width="96" height="96" alt=""><?cs /if ?>
<p><?cs var:words.print.from ?><?cs var:words.frame.colon ?><?cs var:page.canonical ?><br><?cs var:words.print.on ?><?cs var:words.frame.colon ?><?cs var:page.today.text ?></p></div><?cs /if ?>
<?cs /def ?>

<?cs def:footer_link(url, text) ?><?cs if:url ?><li><a href="<?cs var:url_validate(url) ?>"><?cs var:text ?></a></li><?cs /if ?><?cs /def ?>

<?cs def:frame_footer() ?>
<footer class="ym-footer">
<div class="ym-width">
<?cs if:site.map_url && !page.print && page.program != "office" && page.program != "publish" && page.program != "watch" && page.program != "admin" ?>
<ul class="ym-footer__links">
<?cs call:footer_link(site.map_url, words.frame.site_map) ?>
<?cs call:footer_link(site.accessibility_url, words.frame.accessibility) ?>
<?cs call:footer_link(site.privacy_url, words.frame.privacy) ?>
<?cs call:footer_link("/open/record", words.open_record.link) ?>
<?cs call:footer_link(site.contact_url, words.frame.contact) ?>
</ul>
<?cs /if ?>
<div class="ym-footer__about">
<p><?cs if:site.sponsor ?><span class="ym-footer__part"><?cs var:words.frame.sponsor ?><?cs var:words.frame.colon ?><span<?cs call:data_lang() ?>><?cs var:site.sponsor ?></span></span><?cs /if ?>
<?cs if:site.phone ?><span class="ym-footer__part"><?cs var:words.frame.phone ?><?cs var:words.frame.colon ?><a class="ym-number ym-nowrap" href="tel:<?cs var:url_escape(site.phone) ?>"><?cs var:site.phone ?></a></span><?cs /if ?>
<?cs if:site.hours ?><span class="ym-footer__part"><?cs var:words.frame.hours ?><?cs var:words.frame.colon ?><span<?cs call:data_lang() ?>><?cs var:site.hours ?></span></span><?cs /if ?></p>
<?cs if:site.address ?><p><?cs var:words.frame.address ?><?cs var:words.frame.colon ?><span<?cs call:data_lang() ?>><?cs var:site.address ?></span></p><?cs /if ?>
<p><?cs if:site.icp ?><span class="ym-footer__part"<?cs call:data_lang() ?>><?cs var:site.icp ?></span><?cs /if ?>
<?cs if:site.police ?><span class="ym-footer__part"<?cs call:data_lang() ?>><?cs var:site.police ?></span><?cs /if ?>
<?cs if:site.code ?><span class="ym-footer__part"><?cs var:words.frame.site_code ?><?cs var:words.frame.colon ?><?cs var:site.code ?></span><?cs /if ?></p>
<?cs call:print_foot() ?>
</div>
<?cs if:!page.print ?>
<ul class="ym-footer__marks">
<li><?cs if:site.party_url ?><a class="ym-footer__mark" href="<?cs var:url_validate(site.party_url) ?>"><?cs call:icon("shield") ?> <?cs var:words.frame.party ?></a><?cs else ?><span class="ym-footer__mark"><?cs call:icon("shield") ?> <?cs var:words.frame.party ?></span><?cs /if ?></li>
<li><?cs if:site.mistake_url ?><a class="ym-footer__mark" href="<?cs var:url_validate(site.mistake_url) ?>"><?cs call:icon("search") ?> <?cs var:words.frame.mistake ?></a><?cs else ?><span class="ym-footer__mark"><?cs call:icon("search") ?> <?cs var:words.frame.mistake ?></span><?cs /if ?></li>
</ul>
<?cs /if ?>
</div>
</footer>
<?cs /def ?>
