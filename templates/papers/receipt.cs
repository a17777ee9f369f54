<?cs # 申请材料接收凭证: what was handed in, and by when there is an answer.  Needs: paper with case, materials, clocks. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.text ?>提交的“<?cs var:paper.case.title ?>”申请材料，本机关已经收到，清单如下。本凭证证明收到申请材料，不表示申请已经受理。</p>
<?cs call:identity() ?>
<?cs if:paper.case.query_code_shown ?><fact name="查询码"><?cs var:paper.case.query_code_shown ?>（凭办件编号和查询码可以查询进度，请勿告诉他人）</fact><?cs /if ?>
<h>收到的材料</h>
<?cs call:material_table(paper.materials) ?>
<h>何时答复</h>
<?cs call:clock_lines() ?>
<p>本机关在上述期限内决定是否受理；申请材料不齐全或者不符合法定形式的，一次告知需要补正的全部内容。<?cs if:paper.case.item_kind == "01" ?>依照《中华人民共和国行政许可法》第三十二条，逾期不告知的，自收到申请材料之日起即为受理。<?cs /if ?></p>
<?cs call:end() ?>
