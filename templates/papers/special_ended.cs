<?cs # 特别程序结束告知书: the clock runs again, until when.  Needs: paper with case, act, clocks, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”所进行的特别程序已经结束，自<?cs if:paper.act.to_on.text ?><?cs var:paper.act.to_on.text ?><?cs else ?><?cs var:paper.issued_on.text ?><?cs /if ?>起恢复办理，办理期限继续计算。</p>
<?cs call:identity() ?>
<?cs if:paper.reason ?><h>说明</h><p><?cs var:paper.reason ?></p><?cs /if ?>
<h>办理期限</h>
<?cs call:clock_lines() ?>
<p>特别程序期间不计算在上述期限内，逐日计算的过程可以在本人的办件页面查看。</p>
<?cs call:end() ?>
