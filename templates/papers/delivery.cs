<?cs # 送达回证: what was given to whom, how and when.  Needs: paper with case, act. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:identity() ?>
<fact name="受送达人"><?cs if:paper.act.receiver ?><?cs var:paper.act.receiver ?><?cs else ?><?cs var:paper.case.applicant_name ?><?cs /if ?></fact>
<fact name="送达的文书"><?cs if:paper.case.denied == "licence_denied" ?>不予行政许可决定书<?cs elif:paper.case.denied ?>不予办理决定书<?cs elif:paper.case.outcome_name ?><?cs var:paper.case.outcome_name ?><?cs else ?>办理结果<?cs /if ?><?cs if:paper.case.outcome_number ?>（<?cs var:paper.case.outcome_number ?>）<?cs /if ?></fact>
<fact name="送达方式"><?cs var:words.delivery[paper.act.delivered_by] ?></fact>
<?cs if:paper.act.tracking_number ?><fact name="快递单号"><?cs var:paper.act.tracking_number ?></fact><?cs /if ?>
<fact name="决定日期"><?cs var:paper.case.decided_at.day ?></fact>
<fact name="送达时间"><?cs var:paper.signed_at ?></fact>
<?cs if:paper.act.delivered_by == "window" ?>
<line>受送达人（签名或者盖章）：</line>
<line>签收日期：</line>
<line>送达人（签名）：</line>
<?cs else ?>
<note>以快递或者网上方式送达的，以签收记录或者系统记录为准，无需签名。</note>
<?cs /if ?>
<?cs call:end() ?>
