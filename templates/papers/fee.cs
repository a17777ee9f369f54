<?cs # 缴费通知书: what is to be paid, on which ground, by which slip.  Needs: paper with case, act. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>申请办理的“<?cs var:paper.case.title ?>”，依照本机关办事指南公布的收费项目和标准，应当缴纳下列费用：</p>
<?cs call:identity() ?>
<fact name="收费项目"><?cs var:paper.act.fee_name ?></fact>
<fact name="收费标准"><?cs var:paper.act.standard ?></fact>
<?cs if:paper.act.basis ?><fact name="收费依据"><?cs var:paper.act.basis ?></fact><?cs /if ?>
<fact name="单价"><?cs var:paper.act.price ?>元</fact>
<fact name="数量"><?cs var:paper.act.quantity ?></fact>
<?cs if:paper.act.working ?><fact name="计算说明"><?cs var:paper.act.working ?></fact><?cs /if ?>
<fact name="应缴金额"><?cs var:paper.act.amount ?>元</fact>
<fact name="缴款单号"><?cs var:paper.act.slip_shown ?></fact>
<h>缴款方式</h>
<p>凭缴款单号到代收银行的柜台、网上银行或者手机银行缴款，也可以到受理窗口缴款。缴款金额应当与应缴金额一致。费用缴清后送达办理结果；未缴清的，办理结果暂不送达。</p>
<note>本机关只收取办事指南公布的费用，不收取其他费用。对收费有异议的，可以向本机关提出或者向价格、财政主管部门举报。</note>
<?cs call:end() ?>
