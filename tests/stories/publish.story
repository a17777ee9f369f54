# Webmasters and editors: what the public sees was written by one and published by another.

story "what one wrote another publishes, and the public sees it at once"
as     webmaster
open   /publish/versions/20
press  redraft                                    sees 303 /publish/versions/
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/content          sees 200
press  content item_process_note="先预约，再到窗口。"   sees 303
open   /publish/versions/{draft}
press  submit                                     sees 303
get    /publish/versions/{draft}/publish          sees 403
sql    "SELECT state FROM item_versions WHERE id = {draft}"                  is "review"
as     editor
get    /publish/versions/{draft}/changes          sees 200 "先预约，再到窗口。"
open   /publish/versions/{draft}/publish          sees 200
press  publish over_reason="已与业务科室核对"       sees 303
sql    "SELECT state FROM item_versions WHERE id = {draft}"                  is "published"
sql    "SELECT state FROM item_versions WHERE id = 20"                       is "retired"
sql    "SELECT COUNT(*) FROM item_terms WHERE version_id IN (20, {draft})"   is "1"

story "an editor sends back with a reason, and not without"
as     webmaster
open   /publish/versions/21
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}
press  submit                                     sees 303
as     editor
open   /publish/versions/{draft}/send_back
press  send_back act_reason=""                    sees 422
press  send_back act_reason="请写明受理条件"        sees 303
sql    "SELECT state FROM item_versions WHERE id = {draft}"                  is "draft"
as     webmaster
get    /publish/versions/{draft}                  sees 200 "请写明受理条件"

story "a promise longer than the law allows is not published, whatever the reason"
as     webmaster
open   /publish/versions/22
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/limits
press  limits item_statutory_limit=5 item_statutory_unit=workday item_promised_limit=9 item_promised_unit=workday   sees 303
get    /publish/versions/{draft}/checks           sees 200 "承诺时限长于法定时限"
open   /publish/versions/{draft}
press  submit
as     editor
open   /publish/versions/{draft}/publish
press  publish over_reason="领导同意"              sees 409
sql    "SELECT state FROM item_versions WHERE id = {draft}"                  is "review"

story "warnings are published over only with a reason, and the reason stays"
as     webmaster
open   /publish/versions/23
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/content
press  content item_conditions=""                 sees 303
open   /publish/versions/{draft}
press  submit
as     editor
open   /publish/versions/{draft}/publish
press  publish over_reason=""                     sees 409
press  publish over_reason="受理条件下周补"         sees 303
sql    "SELECT COUNT(*) FROM acts WHERE act = 'item_publish' AND reason = '受理条件下周补' AND detail LIKE '%no_conditions%'"   is "1"

story "two webmasters write to one draft: the second is told"
as     webmaster
open   /publish/versions/24
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/contact
as     webmaster anew
open   /publish/versions/{draft}/contact
press  contact item_consult_phone=0980-1111111    sees 303
press  contact item_consult_phone=0980-2222222    sees 409
sql    "SELECT consult_phone FROM item_versions WHERE id = {draft}"          is "0980-1111111"

story "only a draft is written to"
as     webmaster
get    /publish/versions/25/basics                sees 200 "状态已经变化"
post   /publish/versions/25/basics item_title=x item_organ=11990100009901315A item_area=990100 version=1   sees 409
post   /publish/versions/25/materials/1/remove version=1   sees 409
post   /publish/versions/25/basics/1/remove version=1      sees 404
post   /publish/versions/25/materials/99 material_name=x version=1   sees 404

story "rows are added, moved and removed, and stay in order"
as     webmaster
open   /publish/versions/26
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/questions/new
press  questions/new question_question="最先的？" question_answer="是。"   sees 303
sql    "SELECT MAX(position) - COUNT(*) FROM item_questions WHERE version_id = {draft}"   is "0"
open   /publish/versions/{draft}/fields/new
press  fields/new field_name="Bad Name" field_label=x field_kind=text   sees 422
press  fields/new field_name=pets field_label="宠物" field_kind=choice field_choices="cat=猫|Cat\ndog=狗|Dog"   sees 303
sql    "SELECT choices FROM item_fields WHERE version_id = {draft} AND name = 'pets'"   is "[{\"value\":\"cat\",\"label\":\"猫\",\"label_en\":\"Cat\"},{\"value\":\"dog\",\"label\":\"狗\",\"label_en\":\"Dog\"}]"
open   /publish/versions/{draft}/fields/new
press  fields/new field_name=pets field_label="又一个" field_kind=text   sees 422 "已被使用"

story "a document gets its index number once, and keeps it when it is withdrawn"
as     webmaster
open   /publish/docs/new
press  docs/new doc_title="关于试运行的通知" doc_doc_number="云政发〔2026〕31号" doc_category=policy doc_organ=11990100009901016C doc_body="正文"   sees 303
let    doc = "/publish/docs/([0-9]+)"
open   /publish/docs/{doc}
press  submit                                     sees 303
as     editor
open   /publish/docs/{doc}
press  publish                                    sees 303
again                                             sees 303
post   /publish/docs/{doc}/publish version=2      sees 409
sql    "SELECT COUNT(*) FROM documents WHERE id = {doc} AND index_number <> '' AND doc_number_key = '云政发[2026]31号'"   is "1"
open   /publish/docs/{doc}/withdraw
press  withdraw act_reason="有误"                  sees 303
sql    "SELECT COUNT(*) FROM documents WHERE id = {doc} AND index_number <> '' AND state = 'withdrawn'"   is "1"
sql    "SELECT COUNT(*) FROM document_terms WHERE document_id = {doc}"   is "0"

story "an item code is given once"
as     webmaster
open   /publish/items/new
press  items/new item_code={usual_item} item_title=x item_organ=11990100009901315A item_area=990100   sees 422 "已被使用"
press  items/new item_code="两个字" item_title=x item_organ=11990100009901315A item_area=990100   sees 422
press  items/new item_code=STORY-1 item_title="故事事项" item_organ=11990100009901315A item_area=990100   sees 303
sql    "SELECT code_form FROM items WHERE code = 'STORY-1'"   is "local"
