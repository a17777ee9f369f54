<?cs # 补正材料接收凭证, before acceptance and in the review.  Needs: paper with case, list, defects, clocks. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>就“<?cs var:paper.case.title ?>”提交的补正材料，本机关已于<?cs var:paper.issued_on.text ?>收到，清单如下。</p>
<?cs call:identity() ?>
<?cs if:paper.defects.0.defect ?>
<h>收到的补正材料</h>
<table>
<head><c w="7">序号</c><c w="36">材料</c><c w="37">要求补正的问题</c><c w="20">收到</c></head>
<?cs each:defect = paper.defects ?><row><c><?cs var:defect.line ?></c><c><?cs if:defect.name ?><?cs var:defect.name ?><?cs else ?>申请表<?cs /if ?></c><c><?cs var:defect.defect ?></c><c><?cs if:defect.files != "0" ?>电子文件<?cs var:defect.files ?>个<?cs elif:defect.name && defect.given ?><?cs var:words.given[defect.given] ?><?cs else ?>已修改<?cs /if ?></c></row>
<?cs /each ?></table>
<?cs /if ?>
<h>何时答复</h>
<?cs call:clock_lines() ?>
<?cs if:paper.kind == "supplement_receipt" ?><p>等待补正的时间不计入办理期限。自收到补正材料之日起，办理期限继续计算。</p><?cs else ?><p>本机关在上述期限内决定是否受理。</p><?cs /if ?>
<?cs call:end() ?>
