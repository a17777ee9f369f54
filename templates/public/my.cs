<?cs # 我的空间: what waits for me first.  Needs: todo.N.{name,url,title,about,due_on,late} (my_todo.h), open and finished
(case_rows), closing_text where the account is to be closed, drafts.N.{url,title,saved_at}, counts.{todo,drafts,open,done,unread}, who.{holder_name,may}. ?>
<?cs include!"public/my_parts.cs" ?>
<?cs call:heading_lead(words.my.title, who.holder_name) ?>
<?cs if:closing_text ?><div class="ym-notice ym-notice--warn"><?cs call:icon("warning") ?><p><?cs var:closing_text ?> <a class="govuk-link" href="/my/account/close"><?cs var:words.closing.keep ?></a></p></div><?cs /if ?>
<?cs if:who.may.look ?>
<ul class="ym-stats">
<?cs call:stat(counts.todo, words.my.side_todo) ?>
<?cs call:stat_link(counts.drafts, words.apply.drafts, "/applications") ?>
<?cs call:stat_link(counts.open, words.my.side_open, "/my/cases?side=open") ?>
<?cs call:stat_link(counts.done, words.my.side_done, "/my/cases?side=done") ?>
<?cs call:stat_link(counts.unread, words.my.unread, "/my/messages") ?>
</ul>
<?cs /if ?>
<section class="ym-panel ym-panel--tint" aria-labelledby="m-todo"><h2 class="ym-panel__title" id="m-todo"><?cs var:words.my.todo_first ?></h2>
<?cs if:todo.0.url ?>
<ul class="ym-rows">
<?cs each:one = todo ?><li class="ym-rows__item"><h3 class="ym-h4"><a class="govuk-link" href="<?cs var:url_validate(one.url) ?>"><?cs var:words.todo[one.name] ?> <span class="ym-todo__what"<?cs call:lang_of(one.title) ?>><?cs var:one.title ?></span></a></h3>
<p class="ym-small"><?cs if:one.about ?><span class="ym-number"><?cs var:one.about ?></span><?cs if:one.due_on ?> <?cs var:words.office.dot ?> <?cs /if ?><?cs /if ?><?cs if:one.due_on ?><?cs if:one.late ?><strong><?cs var:words.my.todo_late ?></strong> <?cs else ?><?cs var:words.my.todo_by ?> <?cs /if ?><?cs call:day_iso(one.due_on, one.due_on.text) ?><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs else ?><p><?cs var:words.my.todo_none ?></p><?cs /if ?></section>
<?cs if:drafts.0.url ?>
<section class="ym-panel" aria-labelledby="m-drafts"><h2 class="ym-panel__title" id="m-drafts"><?cs var:words.apply.drafts ?></h2>
<ul class="ym-links"><?cs each:draft = drafts ?><li><a class="govuk-link" href="<?cs var:url_validate(draft.url) ?>"<?cs call:lang_of(draft.title) ?>><?cs var:draft.title ?></a> <?cs call:day_iso(draft.saved_at, draft.saved_at.day) ?></li>
<?cs /each ?></ul>
<p class="ym-more"><a class="govuk-link" href="/applications"><?cs var:words.my.all_drafts ?></a></p></section>
<?cs /if ?>
<?cs if:who.may.look ?>
<section class="ym-panel" aria-labelledby="m-open"><h2 class="ym-panel__title" id="m-open"><?cs var:words.my.side_open ?></h2>
<?cs if:open.0.url ?><?cs call:case_rows(open) ?><p class="ym-more"><a class="govuk-link" href="/my/cases"><?cs var:words.my.all_cases ?></a></p><?cs else ?><?cs call:empty_state("cases") ?><p><?cs call:link_button("find_item", "/items") ?></p><?cs /if ?></section>
<?cs if:finished.0.url ?>
<section class="ym-panel" aria-labelledby="m-done"><h2 class="ym-panel__title" id="m-done"><?cs var:words.my.side_done ?></h2>
<?cs call:case_rows(finished) ?></section>
<?cs /if ?>
<?cs /if ?>
<ul class="ym-links">
<?cs if:who.may.look ?><li><a class="govuk-link" href="/my/licences"><?cs var:words.licence.mine ?></a></li><?cs /if ?>
<?cs if:who.may.look ?><li><a class="govuk-link" href="/my/messages"><?cs var:words.my.messages ?></a></li><?cs /if ?>
<?cs if:who.may.look ?><li><a class="govuk-link" href="/my/files"><?cs var:words.saved.title ?></a></li><?cs /if ?>
<?cs if:!acting.holder ?>
<li><a class="govuk-link" href="/my/bookings"><?cs var:words.book.mine ?></a></li>
<li><a class="govuk-link" href="/my/enquiries"><?cs var:words.my.enquiries ?></a></li>
<li><a class="govuk-link" href="/my/delegates"><?cs var:words.delegates.title ?></a></li>
<li><a class="govuk-link" href="/my/account"><?cs var:words.my.account ?></a></li>
<?cs /if ?>
<li><a class="govuk-link" href="/password"><?cs var:words.door.password ?></a></li>
</ul>
