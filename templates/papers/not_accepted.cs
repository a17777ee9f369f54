<?cs # 不予受理告知书: with the reason, and what can be done against it.  Needs: paper with case, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，经审查，本机关决定不予受理。</p>
<?cs call:identity() ?>
<h>理由和依据</h>
<p><?cs var:paper.reason ?></p>
<?cs if:paper.case.item_kind == "01" ?><p>本决定依照《中华人民共和国行政许可法》第三十二条作出。</p><?cs /if ?>
<h>救济途径</h>
<?cs call:rights() ?>
<?cs call:end() ?>
