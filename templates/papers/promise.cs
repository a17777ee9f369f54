<?cs # 告知承诺书: the applicant's word instead of a proof.  Needs: paper with case, materials. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<to><?cs var:paper.case.organ_name ?>：</to>
<p>承诺人申请“<?cs var:paper.case.title ?>”，就下列证明事项已被告知其依据、要求和不实承诺的责任，现以书面承诺代替提交证明：</p>
<?cs call:identity() ?>
<table>
<head><c w="8">序号</c><c w="30">以承诺代替的材料</c><c w="62">承诺内容或者依据</c></head>
<?cs each:material = paper.materials ?><?cs if:material.given == "promise" ?><row><c><?cs var:material.position ?></c><c><?cs var:material.name ?></c><c><?cs if:material.promise_body ?><?cs var:material.promise_body ?><?cs else ?><?cs var:material.basis ?><?cs /if ?></c></row><?cs /if ?>
<?cs /each ?></table>
<p>承诺人承诺：</p>
<item>一、已经知晓行政机关告知的全部内容；</item>
<item>二、自身符合办理本事项的条件，所填写的信息真实、准确；</item>
<item>三、愿意接受事中事后核查；承诺不实的，愿意承担撤销决定、记入信用记录等法律责任；</item>
<item>四、上述承诺是真实的意思表示。</item>
<own-sign>承诺人（签名或者盖章）：</own-sign>
<own-sign>日期：</own-sign>
<note><?cs if:paper.case.channel == "window" ?>本承诺书在窗口由承诺人签署。<?cs else ?>承诺人于<?cs var:paper.signed_at ?>以本人账号在网上作出本承诺，与签名具有同等效力；无需再签署纸面。<?cs /if ?></note>
<?cs call:proofs() ?>
