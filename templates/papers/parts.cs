<?cs # What papers have in common.  They render the markup of docs/papers.md and are in Chinese: their sentences stand
here.  A wording that has been in use is not changed: it gets a new edition.  Needs: paper, as record/paper.c froze it. ?>
<?cs def:head() ?>
<?cs if:paper.form ?><form>文书格式 <?cs var:paper.form ?></form><?cs /if ?>
<title><?cs var:paper.title ?></title>
<english><?cs var:paper.title_en ?> (courtesy title; the Chinese text is the authentic one)</english>
<number><?cs var:paper.document ?></number>
<?cs /def ?>

<?cs def:you() ?><?cs if:paper.case.applicant_kind == "person" ?>你<?cs else ?>你单位<?cs /if ?><?cs /def ?>

<?cs def:to() ?><to><?cs var:paper.case.applicant_name ?>：</to><?cs /def ?>

<?cs def:identity() ?>
<fact name="申请人"><?cs var:paper.case.applicant_name ?></fact>
<?cs if:paper.case.applicant_number_shown ?><fact name="<?cs if:paper.case.applicant_kind == "person" ?>证件号码<?cs else ?>信用代码<?cs /if ?>"><?cs var:paper.case.applicant_number_shown ?></fact><?cs /if ?>
<fact name="申请事项"><?cs var:paper.case.title ?></fact>
<fact name="办件编号"><?cs var:paper.case.number_shown ?></fact>
<?cs if:paper.case.exchange_number ?><fact name="交换编号"><?cs var:paper.case.exchange_number ?></fact><?cs /if ?>
<?cs /def ?>

<?cs # One date with its working. ?>
<?cs def:clock_line(clock) ?>
<p><?cs if:clock.name == "promised" ?>承诺办结期限<?cs elif:clock.name == "statutory" ?>法定办结期限<?cs elif:clock.name == "answer" ?>答复期限<?cs else ?>送达期限<?cs /if ?>：<?cs var:clock.limit ?><?cs var:words.unit[clock.unit] ?>，自<?cs var:clock.from_on.text ?>起计算（当日不计入），至<?cs var:clock.due_on.text ?>届满。<?cs if:clock.workdays ?>其间工作日<?cs var:clock.workdays ?>天<?cs if:clock.makeups != "0" ?>（含调休上班<?cs var:clock.makeups ?>天）<?cs /if ?>，不计入休息日<?cs var:clock.weekends ?>天、节假日放假<?cs var:clock.holidays ?>天；依据工作日历第<?cs var:clock.calendar ?>版。<?cs if:clock.provisional ?>其中部分日期的放假安排国家尚未公布，届满日为暂定，公布后如有变动另行告知。<?cs /if ?><?cs /if ?></p>
<?cs /def ?>

<?cs def:clock_lines() ?>
<?cs each:clock = paper.clocks ?><?cs call:clock_line(clock) ?><?cs /each ?>
<?cs /def ?>

<?cs def:material_row(material) ?>
<row><c><?cs var:material.position ?></c><c><?cs var:material.name ?></c><c><?cs var:words.given[material.given] ?></c><c><?cs if:material.files != "0" ?>电子文件<?cs var:material.files ?>个<?cs /if ?><?cs if:material.originals_given ?>原件<?cs var:material.originals_given ?>份<?cs /if ?><?cs if:material.copies_given ?>复印件<?cs var:material.copies_given ?>份<?cs /if ?></c></row>
<?cs /def ?>

<?cs def:material_table(materials) ?>
<table>
<head><c w="8">序号</c><c w="54">材料名称</c><c w="22">提交方式</c><c w="16">数量</c></head>
<?cs each:material = materials ?><?cs if:material.given != "none" ?><?cs call:material_row(material) ?><?cs /if ?><?cs /each ?>
</table>
<?cs /def ?>

<?cs def:rights() ?>
<p>如不服本决定，可以自收到本文书之日起<?cs var:paper.review_days ?>日内依照《中华人民共和国行政复议法》申请行政复议，也可以自收到本文书之日起<?cs var:paper.suit_months ?>个月内依照《中华人民共和国行政诉讼法》向有管辖权的人民法院提起行政诉讼。</p>
<?cs if:paper.case.rights_note ?><note>本事项办事指南载明的救济途径：<?cs var:paper.case.rights_note ?></note><?cs /if ?>
<?cs /def ?>

<?cs def:contact() ?>
<?cs if:paper.case.consult_phone ?><note>咨询电话：<?cs var:paper.case.consult_phone ?><?cs if:paper.case.complaint_phone ?>　监督投诉电话：<?cs var:paper.case.complaint_phone ?><?cs /if ?></note><?cs elif:paper.case.organ_phone ?><note>联系电话：<?cs var:paper.case.organ_phone ?></note><?cs /if ?>
<?cs /def ?>

<?cs def:proofs() ?>
<proof>防伪码：<?cs var:paper.code_shown ?></proof>
<proof>核验：扫描左侧二维码，或者打开 <?cs var:paper.verify_page ?> 输入防伪码。所持文书与核验结果不一致的，以核验结果为准。</proof>
<proof>签发时间：<?cs var:paper.signed_at ?>（北京时间）</proof>
<?cs /def ?>

<?cs def:end() ?>
<?cs call:contact() ?>
<sign><?cs var:paper.case.organ_name ?>
<?cs var:paper.issued_on.text ?></sign>
<?cs call:proofs() ?>
<?cs /def ?>
