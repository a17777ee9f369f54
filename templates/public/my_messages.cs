<?cs # What one was told on the site.  Needs: messages (message_rows), any_unread, pager. ?>
<?cs include!"parts/messages.cs" ?>
<?cs call:heading(words.my.messages) ?>
<?cs if:messages.0.subject ?>
<?cs if:any_unread ?><form method="post" action="/my/messages/read"><?cs call:form_token() ?><?cs call:button_plain("messages_read") ?></form><?cs /if ?>
<?cs call:message_rows(messages) ?>
<?cs call:pager(pager) ?>
<?cs else ?><?cs call:empty_state("messages") ?><?cs /if ?>
