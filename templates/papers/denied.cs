<?cs # 不予行政许可决定书, 不予办理决定书: with the reason, and what can be done against it.  Needs: paper with case, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，本机关于<?cs var:paper.case.accepted_at.day ?>受理。经审查，<?cs if:paper.kind == "licence_denied" ?>依照《中华人民共和国行政许可法》第三十八条，决定不予行政许可。<?cs else ?>决定不予办理。<?cs /if ?></p>
<?cs call:identity() ?>
<fact name="决定日期"><?cs var:paper.case.decided_at.day ?></fact>
<h>理由和依据</h>
<p><?cs var:paper.reason ?></p>
<h>救济途径</h>
<?cs call:rights() ?>
<?cs call:clock_lines() ?>
<?cs call:end() ?>
