<?cs # 准予行政许可决定书, 准予办理决定书.  Needs: paper with case, clocks, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，本机关于<?cs var:paper.case.accepted_at.day ?>受理。经审查，<?cs call:you() ?>的申请符合法定条件、标准，<?cs if:paper.kind == "licence_granted" ?>依照《中华人民共和国行政许可法》第三十八条第一款，决定准予行政许可。<?cs else ?>决定准予办理。<?cs /if ?></p>
<?cs call:identity() ?>
<?cs if:paper.case.outcome_name ?><fact name="结果名称"><?cs var:paper.case.outcome_name ?></fact><?cs /if ?>
<?cs if:paper.case.outcome_number ?><fact name="结果编号"><?cs var:paper.case.outcome_number ?></fact><?cs /if ?>
<?cs if:paper.act.valid_from ?><fact name="有效期"><?cs if:paper.act.valid_to ?>自<?cs var:paper.act.valid_from ?>至<?cs var:paper.act.valid_to ?><?cs else ?>自<?cs var:paper.act.valid_from ?>起长期有效<?cs /if ?></fact><?cs elif:paper.case.outcome_validity ?><fact name="有效期"><?cs var:paper.case.outcome_validity ?></fact><?cs /if ?>
<fact name="决定日期"><?cs var:paper.case.decided_at.day ?></fact>
<?cs if:paper.reason ?><h>决定理由</h><p><?cs var:paper.reason ?></p><?cs /if ?>
<h>送达</h>
<?cs if:paper.kind == "licence_granted" ?><p>依照《中华人民共和国行政许可法》第四十四条，本机关自作出决定之日起十个工作日内向<?cs call:you() ?>颁发、送达行政许可证件。</p><?cs /if ?>
<?cs call:clock_lines() ?>
<?cs call:end() ?>
