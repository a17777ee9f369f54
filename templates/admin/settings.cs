<?cs # All settings.  Needs: form.admin_q; settings.N.{url,name,label,value,usual,by,at}; pager. ?>
<?cs call:heading_lead(words.admin_nav.settings, words.admin.settings_lead) ?>
<?cs call:admin_find("/admin/settings") ?>
<?cs if:settings.0.name ?><table class="ym-table"><caption class="govuk-visually-hidden"><?cs var:words.admin_nav.settings ?></caption>
<thead><tr><th scope="col"><?cs var:words.admin_subject.setting ?></th><th scope="col"><?cs var:words.admin.value ?></th><th scope="col"><?cs var:words.admin.last_changed ?></th></tr></thead>
<tbody><?cs each:one = settings ?><tr><th scope="row"><a href="<?cs var:url_validate(one.url) ?>"><?cs var:one.label ?></a><br><span class="ym-small ym-number"><?cs var:one.name ?></span></th>
<td data-label="<?cs var:words.admin.value ?>"><?cs if:one.value ?><span class="ym-value"<?cs call:data_lang() ?>><?cs var:one.value ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?><?cs if:one.usual ?> <span class="ym-small"><?cs var:words.admin.usual ?></span><?cs /if ?></td>
<td data-label="<?cs var:words.admin.last_changed ?>"><?cs if:one.by ?><?cs call:data(one.by) ?><br><span class="ym-small"><?cs var:one.at.text ?></span><?cs else ?><span class="ym-none"><?cs var:words.frame.none ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody></table><?cs call:pager(pager) ?><?cs else ?><?cs call:empty_state("found_none") ?><?cs /if ?>
