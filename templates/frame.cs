<!DOCTYPE html>
<?cs # The frame of every page.  page.body, from the route table, is the page itself.
Needs, shared by all requests: words, asset, site {name, name_en, sponsor, phone, address, hours, icp,
police, code,
party_url, mistake_url, map_url, accessibility_url, privacy_url, contact_url}; all but name may be missing,
and a link without its address is not drawn.
Needs, per request:
  page.program   public | office | publish | watch | signin: which navigation is shown
  page.key       public_home …: words.title[page.key] is the title unless page.title is set
  page.nav       the entry of the navigation that is current: the first part of the path, home for none
  page.{path,language,language_other_url,care,care_url,print,size,background,refresh}
  page.kiosk     a machine in a hall: its own frame, and the visit ends by itself;  page.kiosk_home  nothing to end yet
  page.bare      nothing around the page: the screen of a hall
  page.part      what of it is shown, where the title alone does not tell
  page.{description,canonical}   of the head, where they are set;  page.plain_url the page without ?print
  page.qr_url    a QR code of this page's address, for paper
  who.{kind,name,organ_name,role}: kind is "" (nobody), person, enterprise or staff
  token, nonce   for forms;  crumbs.N.{url,text}, the last without url
  refusal        a reason code;  conflict  set when a colleague was faster;  done  a code of words.done
  errors.N.{field,code} and error.<field>;  form.<field>
?><?cs include!"parts/parts.cs" ?>
<html lang="<?cs var:words.lang ?>"<?cs if:page.care ?> data-care="on"<?cs /if ?><?cs if:page.size ?> data-size="<?cs var:page.size ?>"<?cs /if ?><?cs if:page.background && !page.print ?> data-background="<?cs var:page.background ?>"<?cs /if ?><?cs if:page.print ?> data-print="on"<?cs /if ?><?cs if:page.kiosk ?> data-kiosk="on"<?cs /if ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#b5121b">
<meta name="format-detection" content="telephone=no">
<title><?cs if:errors.0.code ?><?cs var:words.frame.title_error ?><?cs /if ?><?cs if:page.title ?><?cs var:page.title ?><?cs else ?><?cs var:words.title[page.key] ?><?cs /if ?><?cs if:page.part ?> - <?cs var:page.part ?><?cs /if ?><?cs if:page.print ?> - <?cs var:words.print.bar ?><?cs /if ?> - <?cs call:site_name() ?></title>
<?cs if:page.description ?><meta name="description" content="<?cs var:page.description ?>"><?cs /if ?>
<?cs if:page.print ?><meta name="robots" content="noindex"><?cs elif:page.program == "public" && page.canonical ?><link rel="canonical" href="<?cs var:url_validate(page.canonical) ?>"><?cs /if ?>
<link rel="icon" href="<?cs var:asset.favicon ?>" type="image/svg+xml">
<link rel="stylesheet" href="<?cs var:asset.style ?>">
<script src="<?cs var:asset.script ?>" defer></script>
<?cs if:page.kiosk && !page.kiosk_home ?><noscript><meta http-equiv="refresh" content="60; url=/kiosk/end"></noscript>
<?cs elif:page.refresh ?><noscript><meta http-equiv="refresh" content="<?cs var:page.refresh ?>"></noscript>
<?cs /if ?></head>
<body class="ym-body ym-body--<?cs var:page.program ?>">
<a href="#main" class="govuk-skip-link"><?cs var:words.frame.skip ?></a>
<?cs if:page.print ?><?cs call:print_bar() ?><?cs elif:page.bare ?><?cs elif:page.kiosk ?><?cs call:kiosk_header() ?><?cs else ?><?cs call:frame_header() ?><?cs /if ?>
<div class="ym-width ym-page">
<?cs call:crumbs() ?>
<main class="ym-main" id="main">
<?cs call:page_notices() ?>
<?cs call:error_summary() ?>
<?cs include!page.body ?>
</main>
</div>
<?cs if:page.bare ?><?cs elif:page.kiosk && !page.print ?><?cs call:kiosk_footer() ?><?cs else ?><?cs call:frame_footer() ?><?cs /if ?>
</body>
</html>
