<?cs # All the parts on one page, for tests and for looking at them.  Needs: page.hdf. ?>
<?cs call:heading_lead("各种部件", "用来看样子的一页，不对外。") ?>
<?cs call:toolbar(tools) ?>
<div class="ym-columns ym-columns--facets">
<div class="ym-columns__main">
<?cs call:search_box("/items", "食品经营") ?>
<?cs call:facets_link() ?><div class="ym-list-head"><p>共 38 个事项</p><?cs call:sort(sorts) ?></div>
<?cs call:chips(chips) ?>
<ul class="ym-cards"><?cs each:item = items ?><?cs call:item_card(item) ?><?cs /each ?></ul>
<?cs call:pager(pager) ?>
<?cs call:empty_state("items") ?>
</div>
<div class="ym-columns__side"><?cs call:facets(facets) ?></div>
</div>
<nav class="ym-section-nav ym-section-nav--top" aria-label="本页内容"><ul><li><a href="#s1">基本信息</a></li><li><a href="#s2">申报材料</a></li><li><a href="#s3">办理流程</a></li><li><a href="#s4">收费标准</a></li></ul></nav>
<div class="ym-columns">
<div class="ym-columns__main">
<section class="ym-section" id="s1"><h2>基本信息</h2>
<dl class="ym-facts">
<?cs call:fact("a", "行政许可") ?><?cs call:fact("b", "承诺件") ?><?cs call:fact("c", "12 个工作日") ?><?cs call:fact("d", "20 个工作日") ?><?cs call:fact("e", "全程网办，最多跑 0 次") ?><?cs call:fact("f", "") ?><?cs call:fact("g", "云川市市场监督管理局") ?>
</dl>
<dl class="govuk-summary-list"><?cs call:summary_row("a", "张某某") ?><?cs call:summary_row("b", "") ?><?cs call:summary_row_link("c", "0980-8800101", "/x", "change") ?></dl>
</section>
<section class="ym-section" id="s2"><h2>申报材料</h2>
<table class="ym-table"><caption>材料目录</caption><thead><tr><th scope="col">材料</th><th scope="col">形式</th><th scope="col">份数</th><th scope="col">必要性</th></tr></thead><tbody>
<tr><th scope="row">食品经营许可申请书</th><td data-label="形式">纸质或电子</td><td data-label="份数">原件 1 份</td><td data-label="必要性">必要</td></tr>
<tr><th scope="row">与食品经营相适应的主要设备设施、经营布局、操作流程等文件</th><td data-label="形式">电子</td><td data-label="份数">原件 1 份，复印件 1 份</td><td data-label="必要性">符合条件时提供</td></tr></tbody></table>
<?cs call:file_list(files) ?>
</section>
<section class="ym-section" id="s3"><h2>办理流程</h2>
<?cs call:timeline(events) ?>
<?cs call:days_table(days) ?>
</section>
<section class="ym-section" id="s4"><h2>任务和状态</h2>
<?cs call:task_list(tasks) ?>
<p><?cs call:tag_state("draft") ?> <?cs call:tag_state("submitted") ?> <?cs call:tag_state("correction") ?> <?cs call:tag_state("accepted") ?> <?cs call:tag_state("not_accepted") ?> <?cs call:tag_state("granted") ?> <?cs call:tag_state("denied") ?> <?cs call:tag_state("withdrawn") ?></p>
<p><?cs each:due = dues ?><?cs call:due_tag(due) ?> <?cs /each ?></p>
<?cs call:notice("info", "这是一条说明。") ?><?cs call:notice("good", "已保存。") ?><?cs call:notice("warn", "请注意期限。") ?><?cs call:notice("bad", "没有成功。") ?>
<ul class="ym-stats"><?cs call:stat("1,636", "事项") ?><?cs call:stat_link("99.6%", "按时办结率", "/stats") ?><?cs call:stat("12", "今日收件") ?></ul>
<?cs call:tabs(tabs) ?>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">期限是怎样算的</span></summary><div class="govuk-details__text">从受理的第二个工作日起算。</div></details>
</section>
<div class="ym-receipt"><span class="ym-icon ym-icon--check ym-receipt__icon" aria-hidden="true"></span><h2>申请已提交</h2><dl><div><dt>办件编号</dt><dd>A2026-000123K</dd></div><div><dt>查询码</dt><dd>7K2MQ9XA</dd></div></dl><p><button class="govuk-button govuk-button--secondary" type="button" data-print hidden>打印回执</button></p></div>
<ol class="ym-steps"><li class="ym-steps__item">填写信息</li><li class="ym-steps__item" aria-current="step">上传材料</li><li class="ym-steps__item">核对</li><li class="ym-steps__item">提交</li></ol>
</div>
<div class="ym-columns__side">
<div class="ym-apply-bar"><?cs call:link_button("apply", "/x") ?><?cs call:link_button_plain("book", "/x") ?><p class="ym-apply-bar__note">咨询电话 0980-8800101</p></div>
<?cs call:qr("/static/qr.svg", "手机扫码查看") ?>
</div>
</div>
<section class="ym-panel ym-form"><h2 class="ym-panel__title">表单</h2>
<form method="post" action="/x" enctype="multipart/form-data">
<?cs call:form_token() ?>
<?cs call:field_name("number") ?><?cs call:field_lines("q") ?><?cs call:field_day("d") ?><?cs call:field_phone("p") ?><?cs call:field_select("s") ?><?cs call:field_choice("c") ?><?cs call:field_many("m") ?><?cs call:field_flag("fl") ?><?cs call:field_files("fi") ?><?cs call:field_password("pw") ?>
<?cs call:fields_declared(fields) ?>
<?cs call:confirm_word("deny") ?>
<div class="ym-buttons"><?cs call:button("save_next") ?><?cs call:button_plain("save") ?><?cs call:button_warn("withdraw") ?></div>
</form></section>
<dl class="ym-strip"><div><dt>办件</dt><dd>A2026-000123K</dd></div></dl>
<div class="ym-case"><div class="ym-case__main"><div class="ym-clocks"><div class="ym-clock"><p class="ym-clock__name">承诺期限</p><p class="ym-clock__day">2026-05-26</p></div><div class="ym-clock"><p class="ym-clock__name">法定期限</p><p class="ym-clock__day">2026-06-08</p></div></div></div>
<div class="ym-case__side"><div class="ym-decide"><h2 class="ym-h3">决定</h2><?cs call:button("grant") ?></div></div></div>
<article class="ym-panel ym-prose ym-prose--indent"><h2>一、总体要求</h2><p>各县（区）人民政府，市政府各部门：为进一步优化营商环境，提高审批效率，现就有关事项通知如下。</p><p class="ym-diff">承诺期限由 <del>15</del> <ins>12</ins> 个工作日</p></article>
