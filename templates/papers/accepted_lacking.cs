<?cs # 容缺受理通知书: what may still come, by when, and what happens if it does not.  Needs: paper with case, materials, clocks. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，主要材料齐全、符合法定形式，次要材料有欠缺。根据<?cs call:you() ?>的书面承诺，本机关决定自<?cs var:paper.case.accepted_at.day ?>起容缺受理。</p>
<?cs call:identity() ?>
<h>应当补交的材料</h>
<table>
<head><c w="8">序号</c><c w="38">材料名称</c><c w="32">形式要求</c><c w="22">补交期限</c></head>
<?cs each:material = paper.materials ?><?cs if:material.given == "lack" ?><row><c><?cs var:material.position ?></c><c><?cs var:material.name ?></c><c><?cs var:material.format ?></c><c><?cs if:material.promised_by_on.text ?><?cs var:material.promised_by_on.text ?>以前<?cs else ?>承诺办结期限以前<?cs /if ?></c></row><?cs /if ?>
<?cs /each ?></table>
<h>不补交的后果</h>
<p>逾期没有补交，或者补交的材料不符合要求的，本机关终止办理，并将未履行承诺的情况记入信用记录；在信用修复以前，不再适用容缺受理和告知承诺。</p>
<h>办理期限</h>
<?cs call:clock_lines() ?>
<h>已经收到的材料</h>
<table>
<head><c w="8">序号</c><c w="54">材料名称</c><c w="22">提交方式</c><c w="16">数量</c></head>
<?cs each:material = paper.materials ?><?cs if:material.given != "none" && material.given != "lack" ?><?cs call:material_row(material) ?><?cs /if ?>
<?cs /each ?></table>
<?cs call:end() ?>
