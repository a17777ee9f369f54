<?cs # 延长办理期限告知书: by how much, by whose leave, why.  Needs: paper with case, act, clocks, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>申请的“<?cs var:paper.case.title ?>”，不能在规定的期限内作出决定。<?cs if:paper.case.item_kind == "01" ?>依照《中华人民共和国行政许可法》第四十二条，<?cs /if ?><?cs if:paper.act.government_number ?>经本级人民政府批准（<?cs var:paper.act.government_number ?>）<?cs else ?>经本机关负责人批准<?cs /if ?>，办理期限延长<?cs if:paper.act.extended_days ?><?cs var:paper.act.extended_days ?>个工作日<?cs /if ?>。</p>
<?cs call:identity() ?>
<h>延长期限的理由</h>
<p><?cs var:paper.reason ?></p>
<h>延长后的期限</h>
<?cs if:paper.act.statutory_on.text ?><p>办理期限延长至<?cs var:paper.act.statutory_on.text ?>届满，逐日计算的过程可以在本人的办件页面查看。</p><?cs else ?><?cs call:clock_lines() ?><?cs /if ?>
<?cs call:end() ?>
