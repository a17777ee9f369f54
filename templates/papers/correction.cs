<?cs # 补正材料通知书, before acceptance and in the review: every defect, at once.  Needs: paper with case, list, defects. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<?cs if:paper.kind == "supplement" ?>
<p><?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”正在审查。经审查，下列内容需要补正，现一次告知：</p>
<?cs else ?>
<p><?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”，申请材料不齐全或者不符合法定形式。<?cs if:paper.case.item_kind == "01" ?>依照《中华人民共和国行政许可法》第三十二条第一款第四项，<?cs /if ?>现将需要补正的全部内容一次告知如下：</p>
<?cs /if ?>
<?cs call:identity() ?>
<?cs if:paper.defects.0.defect ?>
<h>需要补正的内容</h>
<table>
<head><c w="7">序号</c><c w="25">材料</c><c w="36">存在的问题</c><c w="32">应当如何补正</c></head>
<?cs each:defect = paper.defects ?><row><c><?cs var:defect.line ?></c><c><?cs if:defect.name ?><?cs var:defect.name ?><?cs else ?>申请表<?cs /if ?></c><c><?cs var:defect.defect ?></c><c><?cs var:defect.wanted ?></c></row>
<?cs /each ?></table>
<?cs /if ?>
<?cs if:paper.list.note ?><p>说明：<?cs var:paper.list.note ?></p><?cs elif:!paper.defects.0.defect && paper.reason ?><p>说明：<?cs var:paper.reason ?></p><?cs /if ?>
<?cs if:paper.list.answer_by_on.text ?><p>请在<?cs var:paper.list.answer_by_on.text ?>以前补正。<?cs if:paper.kind == "supplement" ?>等待补正的时间不计入办理期限。<?cs /if ?>逾期没有补正的，终止办理；以后可以重新申请。</p><?cs /if ?>
<p>本通知书以外的内容，本机关不再要求补正；补正的材料带来新问题的除外。</p>
<?cs call:end() ?>
