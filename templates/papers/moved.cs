<?cs # 办理期限调整告知书: a new calendar moved a date.  Needs: paper with case, clocks, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p>国家公布了新的节假日安排，<?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”的办理期限按照新的工作日历重新计算，现予告知。此前文书所载的届满日期以本告知书为准。</p>
<?cs call:identity() ?>
<?cs if:paper.reason ?><p><?cs var:paper.reason ?></p><?cs /if ?>
<h>办理期限</h>
<?cs call:clock_lines() ?>
<?cs call:end() ?>
