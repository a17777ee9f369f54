<?cs # A colleague's own messages.  Needs: tabs, messages (message_rows), pager. ?>
<?cs include!"parts/messages.cs" ?>
<?cs call:heading(words.outbox.title) ?>
<?cs call:tabs(tabs) ?>
<?cs if:messages.0.subject ?>
<form method="post" action="/office/messages/read"><?cs call:form_token() ?><?cs call:button_plain("messages_read") ?></form>
<?cs call:message_rows(messages) ?>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("messages") ?><?cs /if ?>
