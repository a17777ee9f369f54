<?cs # Parts of pages.  Each says in a line what it needs. ?>

<?cs # An icon never speaks alone: a text beside it says the same.  Needs: a name of static/icons. ?>
<?cs def:icon(key) ?><span class="ym-icon ym-icon--<?cs var:key ?>" aria-hidden="true"></span><?cs /def ?>

<?cs # Chinese data on an English page says so, to those who hear it: all within an element, an element of one text that may be
English, and a text among words of ours. ?>
<?cs def:data_lang() ?><?cs if:page.language == "en" ?> lang="zh-CN"<?cs /if ?><?cs /def ?>
<?cs def:lang_of(text) ?><?cs if:page.language == "en" && chinese(text) ?> lang="zh-CN"<?cs /if ?><?cs /def ?>
<?cs def:data(text) ?><?cs if:page.language == "en" && chinese(text) ?><span lang="zh-CN"><?cs var:text ?></span><?cs else ?><?cs var:text ?><?cs /if ?><?cs /def ?>

<?cs def:heading(text) ?><h1 class="ym-h1"<?cs call:lang_of(text) ?>><?cs var:text ?></h1><?cs /def ?>

<?cs def:heading_lead(text, lead) ?>
<h1 class="ym-h1"<?cs call:lang_of(text) ?>><?cs var:text ?></h1>
<?cs if:lead ?><p class="ym-lead"<?cs call:lang_of(lead) ?>><?cs var:lead ?></p><?cs /if ?>
<?cs /def ?>

<?cs # Needs: words.empty[key]. ?>
<?cs def:empty_state(key) ?>
<div class="ym-empty"><?cs call:icon("empty") ?><p><?cs var:words.empty[key] ?></p></div>
<?cs /def ?>

<?cs def:notice_icon(kind) ?><?cs if:kind == "good" ?><?cs call:icon("check") ?><?cs elif:kind == "warn" ?><?cs call:icon("warning") ?><?cs elif:kind == "bad" ?><?cs call:icon("over") ?><?cs else ?><?cs call:icon("info") ?><?cs /if ?><?cs /def ?>

<?cs # Needs: kind of info, good, warn, bad; a finished sentence. ?>
<?cs def:notice(kind, text) ?>
<div class="ym-notice ym-notice--<?cs var:kind ?>"><?cs call:notice_icon(kind) ?><p><?cs var:text ?></p></div>
<?cs /def ?>

<?cs # Needs: words.notice[key]. ?>
<?cs def:notice_word(kind, key) ?>
<div class="ym-notice ym-notice--<?cs var:kind ?>"><?cs call:notice_icon(kind) ?><p><?cs var:words.notice[key] ?></p></div>
<?cs /def ?>

<?cs # Needs: words.label[key]; inside <dl class="govuk-summary-list">. ?>
<?cs def:summary_row(key, value) ?>
<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key"><?cs var:words.label[key] ?></dt><dd class="govuk-summary-list__value"<?cs call:lang_of(value) ?>><?cs if:value ?><?cs var:value ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd></div>
<?cs /def ?>

<?cs # Needs: words.label[key], words.action[action]. ?>
<?cs def:summary_row_link(key, value, url, action) ?>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:words.label[key] ?></dt><dd class="govuk-summary-list__value"<?cs call:lang_of(value) ?>><?cs if:value ?><?cs var:value ?><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></dd><dd class="govuk-summary-list__actions"><a class="govuk-link" href="<?cs var:url_validate(url) ?>"><?cs var:words.action[action] ?><span class="govuk-visually-hidden"> <?cs var:words.label[key] ?></span></a></dd></div>
<?cs /def ?>

<?cs # Needs: words.label[key]; inside <dl class="ym-facts">.  An empty value shows nothing. ?>
<?cs def:fact(key, value) ?><?cs if:value ?>
<div class="ym-facts__item"><dt><?cs var:words.label[key] ?></dt><dd<?cs call:lang_of(value) ?>><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?>

<?cs # The same for data that is Chinese in every language. ?>
<?cs def:fact_data(key, value) ?><?cs if:value ?>
<div class="ym-facts__item"><dt><?cs var:words.label[key] ?></dt><dd<?cs call:data_lang() ?>><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?>

<?cs # A telephone number, pressed to be dialled.  Needs: number, number.tel (page_phone). ?>
<?cs def:phone(number) ?><?cs if:number.tel ?><a class="ym-number ym-nowrap" href="tel:<?cs var:url_escape(number.tel) ?>"><?cs var:number ?></a><?cs else ?><?cs var:number ?><?cs /if ?><?cs /def ?>
<?cs def:fact_phone(key, number) ?><?cs if:number ?>
<div class="ym-facts__item"><dt><?cs var:words.label[key] ?></dt><dd><?cs call:phone(number) ?></dd></div>
<?cs /if ?><?cs /def ?>

<?cs # Needs: words.state[state]. ?>
<?cs def:tag_state(state) ?><strong class="ym-state ym-state--<?cs var:state ?>"><?cs var:words.state[state] ?></strong><?cs /def ?>

<?cs # Needs: due.level of normal, near, over (rules/deadline.h), paused, done; due.text, a finished phrase. ?>
<?cs def:due_tag(due) ?><?cs if:due.level ?><strong class="ym-due ym-due--<?cs var:due.level ?>"><?cs call:icon(due.level) ?><span class="govuk-visually-hidden"><?cs var:words.due[due.level] ?><?cs var:words.frame.colon ?></span><?cs if:due.text ?><?cs var:due.text ?><?cs else ?><?cs var:words.due[due.level] ?><?cs /if ?></strong><?cs /if ?><?cs /def ?>

<?cs # Needs: a date as people read it, and as machines do. ?>
<?cs def:day(text) ?><span class="ym-day"><?cs var:text ?></span><?cs /def ?>
<?cs def:day_iso(iso, text) ?><time class="ym-day" datetime="<?cs var:iso ?>"><?cs var:text ?></time><?cs /def ?>

<?cs # Needs: inside <ul class="ym-stats">. ?>
<?cs def:stat(value, label) ?><li class="ym-stats__item"><span class="ym-stats__label"><?cs var:label ?></span> <span class="ym-stats__value"><?cs var:value ?></span></li><?cs /def ?>
<?cs def:stat_link(value, label, url) ?><li class="ym-stats__item"><a class="ym-stats__link" href="<?cs var:url_validate(url) ?>"><span class="ym-stats__label"><?cs var:label ?></span> <span class="ym-stats__value"><?cs var:value ?></span></a></li><?cs /def ?>

<?cs # Needs: the address of the picture, and what it leads to. ?>
<?cs def:qr(url, text) ?>
<figure class="ym-qr"><img class="ym-qr__picture" src="<?cs var:url_validate(url) ?>" width="132" height="132" alt="<?cs var:words.frame.qr ?>"><figcaption><?cs var:text ?></figcaption></figure>
<?cs /def ?>

<?cs # Reading tools, all of them links.  Needs: tools.{sizes,backgrounds}.N.{key,url,current}, tools.{print_url,qr_url};
page.canonical is what the copy button copies (it is drawn by script). ?>
<?cs def:toolbar(tools) ?>
<div class="ym-toolbar" role="group" aria-label="<?cs var:words.tool.tools ?>">
<?cs if:tools.sizes.0.url ?><div class="ym-toolbar__group"><span class="ym-toolbar__name" id="tool-size"><?cs var:words.tool.size ?></span>
<ul class="ym-toolbar__list" aria-labelledby="tool-size"><?cs each:size = tools.sizes ?><li><a class="ym-toolbar__size ym-toolbar__size--<?cs var:size.key ?>" href="<?cs var:url_validate(size.url) ?>"<?cs if:size.current ?> aria-current="true"<?cs /if ?>><?cs var:words.tool_size[size.key] ?></a></li><?cs /each ?></ul></div><?cs /if ?>
<?cs if:tools.backgrounds.0.url ?><div class="ym-toolbar__group"><span class="ym-toolbar__name" id="tool-background"><?cs var:words.tool.background ?></span>
<ul class="ym-toolbar__list" aria-labelledby="tool-background"><?cs each:back = tools.backgrounds ?><li><a class="ym-toolbar__colour ym-toolbar__colour--<?cs var:back.key ?>" href="<?cs var:url_validate(back.url) ?>"<?cs if:back.current ?> aria-current="true"<?cs /if ?>><span class="govuk-visually-hidden"><?cs var:words.tool_background[back.key] ?></span></a></li><?cs /each ?></ul></div><?cs /if ?>
<ul class="ym-toolbar__list ym-toolbar__acts">
<?cs if:tools.print_url ?><li><a class="ym-toolbar__act" href="<?cs var:url_validate(tools.print_url) ?>"><?cs call:icon("print") ?> <?cs var:words.tool.print ?></a></li><?cs /if ?>
<?cs if:page.canonical ?><li><button type="button" class="ym-toolbar__act ym-link-button" data-copy="<?cs var:page.canonical ?>" data-copied="<?cs var:words.tool.copied ?>" hidden><?cs call:icon("link") ?> <?cs var:words.tool.copy ?></button></li><?cs /if ?>
<?cs if:tools.qr_url ?><li><a class="ym-toolbar__act" href="<?cs var:url_validate(tools.qr_url) ?>"><?cs call:icon("qr") ?> <?cs var:words.tool.qr ?></a></li><?cs /if ?>
</ul>
</div>
<?cs /def ?>
