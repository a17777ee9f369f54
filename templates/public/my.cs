<?cs # 我的空间: what waits for me first.  Needs: todo, open and finished (case_rows), drafts.N.{url,title,saved_at},
counts.{todo,drafts,open,done}. ?>
<?cs include!"public/my_parts.cs" ?>
<?cs call:heading_lead(words.my.title, who.name) ?>
<ul class="ym-stats">
<?cs call:stat_link(counts.todo, words.my.side_todo, "/my/cases?side=todo") ?>
<?cs call:stat_link(counts.drafts, words.apply.drafts, "/applications") ?>
<?cs call:stat_link(counts.open, words.my.side_open, "/my/cases?side=open") ?>
<?cs call:stat_link(counts.done, words.my.side_done, "/my/cases?side=done") ?>
<?cs call:stat_link(counts.unread, words.my.unread, "/my/messages") ?>
</ul>
<?cs if:todo.0.url ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="m-todo"><h2 class="ym-panel__title" id="m-todo"><?cs var:words.my.todo_first ?></h2>
<?cs call:case_rows(todo) ?></section>
<?cs /if ?>
<?cs if:drafts.0.url ?>
<section class="ym-panel" aria-labelledby="m-drafts"><h2 class="ym-panel__title" id="m-drafts"><?cs var:words.apply.drafts ?></h2>
<ul class="ym-links"><?cs each:draft = drafts ?><li><a class="govuk-link" href="<?cs var:url_validate(draft.url) ?>"><?cs var:draft.title ?></a> <?cs call:day_iso(draft.saved_at, draft.saved_at.day) ?></li>
<?cs /each ?></ul>
<p class="ym-more"><a class="govuk-link" href="/applications"><?cs var:words.my.all_drafts ?></a></p></section>
<?cs /if ?>
<section class="ym-panel" aria-labelledby="m-open"><h2 class="ym-panel__title" id="m-open"><?cs var:words.my.side_open ?></h2>
<?cs if:open.0.url ?><?cs call:case_rows(open) ?><p class="ym-more"><a class="govuk-link" href="/my/cases"><?cs var:words.my.all_cases ?></a></p><?cs else ?><?cs call:empty_state("cases") ?><p><?cs call:link_button("find_item", "/items") ?></p><?cs /if ?></section>
<?cs if:finished.0.url ?>
<section class="ym-panel" aria-labelledby="m-done"><h2 class="ym-panel__title" id="m-done"><?cs var:words.my.side_done ?></h2>
<?cs call:case_rows(finished) ?></section>
<?cs /if ?>
<ul class="ym-links">
<li><a class="govuk-link" href="/my/messages"><?cs var:words.my.messages ?></a></li>
<li><a class="govuk-link" href="/my/account"><?cs var:words.my.account ?></a></li>
<li><a class="govuk-link" href="/password"><?cs var:words.door.password ?></a></li>
</ul>
