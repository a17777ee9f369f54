<?cs # 受理决定书: the day it begins, and the days it ends by promise and by law.  Needs: paper with case, materials, clocks. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<?cs if:paper.event == "deem_accepted" ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，本机关没有在法定期限内告知需要补正的内容。依照《中华人民共和国行政许可法》第三十二条第一款第四项，自收到申请材料之日起即为受理。</p>
<?cs else ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，属于本机关职权范围，申请材料齐全、符合法定形式，<?cs if:paper.case.item_kind == "01" ?>依照《中华人民共和国行政许可法》第三十二条，<?cs /if ?>本机关决定自<?cs var:paper.case.accepted_at.day ?>起予以受理。</p>
<?cs /if ?>
<?cs call:identity() ?>
<h>办理期限</h>
<?cs if:paper.clocks.0.name ?><?cs call:clock_lines() ?><?cs else ?><p>本事项没有确定的期限，以办事指南为准。</p><?cs /if ?>
<?cs if:paper.case.item_kind == "01" ?><p>依照《中华人民共和国行政许可法》第四十五条，听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在上述期限内；需要时另行书面告知。</p><?cs /if ?>
<h>受理的材料</h>
<?cs call:material_table(paper.materials) ?>
<?cs call:end() ?>
