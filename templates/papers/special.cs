<?cs # 特别程序告知书: why the clock stands still, and for how long.  Needs: paper with case, act, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”，办理中需要进行<?cs if:paper.act.pause_kind == "hearing" ?>听证<?cs elif:paper.act.pause_kind == "tender" ?>招标<?cs elif:paper.act.pause_kind == "auction" ?>拍卖<?cs elif:paper.act.pause_kind == "inspection" ?>检验<?cs elif:paper.act.pause_kind == "testing" ?>检测<?cs elif:paper.act.pause_kind == "quarantine" ?>检疫<?cs elif:paper.act.pause_kind == "appraisal" ?>鉴定<?cs elif:paper.act.pause_kind == "expert_review" ?>专家评审<?cs elif:paper.act.pause_kind == "publicity" ?>公示<?cs else ?>特别程序<?cs /if ?>。依照<?cs if:paper.case.item_kind == "01" ?>《中华人民共和国行政许可法》第四十五条<?cs else ?>本事项办事指南<?cs /if ?>，所需时间不计算在办理期限内，现书面告知。</p>
<?cs call:identity() ?>
<fact name="开始日期"><?cs if:paper.act.from_on.text ?><?cs var:paper.act.from_on.text ?><?cs else ?><?cs var:paper.issued_on.text ?><?cs /if ?></fact>
<?cs if:paper.act.expected_days ?><fact name="所需时间">预计<?cs var:paper.act.expected_days ?>个工作日</fact><?cs /if ?>
<h>理由</h>
<p><?cs var:paper.reason ?></p>
<p>特别程序结束后，办理期限继续计算，届满日期另行告知。</p>
<?cs call:end() ?>
