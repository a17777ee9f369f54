<?cs # 终止办理通知书: what was promised or asked for never came.  Needs: paper with case, event, reason. ?>
<?cs include!"papers/parts.cs" ?>
<?cs call:head() ?>
<?cs call:to() ?>
<p><?cs call:you() ?>于<?cs var:paper.case.submitted_at.day ?>提出的“<?cs var:paper.case.title ?>”申请，<?cs if:paper.event == "lapse" ?>在规定的期限内没有补正申请材料，<?cs else ?>因下列原因不能继续办理，<?cs /if ?>本机关决定终止办理。</p>
<?cs call:identity() ?>
<?cs if:paper.reason ?><h>理由</h><p><?cs var:paper.reason ?></p><?cs /if ?>
<p>条件具备以后可以重新申请，已经提交的电子材料可以在新的申请中使用。</p>
<h>救济途径</h>
<?cs call:rights() ?>
<?cs call:end() ?>
