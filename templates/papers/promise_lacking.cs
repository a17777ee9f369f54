<?cs # 容缺受理承诺书: the applicant's word to bring what lacks.  Needs: paper with case, materials. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<to><?cs var:paper.case.organ_name ?>：</to>
<p>承诺人申请“<?cs var:paper.case.title ?>”，因下列材料暂时不能提交，申请容缺受理，承诺按期补交：</p>
<?cs call:identity() ?>
<table>
<head><c w="8">序号</c><c w="38">暂缺的材料</c><c w="32">承诺内容</c><c w="22">补交期限</c></head>
<?cs each:material = paper.materials ?><?cs if:material.given == "lack" ?><row><c><?cs var:material.position ?></c><c><?cs var:material.name ?></c><c><?cs var:material.promise_body ?></c><c><?cs if:material.promised_by_on.text ?><?cs var:material.promised_by_on.text ?>以前<?cs else ?>承诺办结期限以前<?cs /if ?></c></row><?cs /if ?>
<?cs /each ?></table>
<p>逾期没有补交或者补交的材料不符合要求的，承诺人接受终止办理，并同意将该情况记入信用记录。</p>
<own-sign>承诺人（签名或者盖章）：</own-sign>
<own-sign>日期：</own-sign>
<?cs call:proofs() ?>
