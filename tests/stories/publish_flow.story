# The flow of an item by rows: written by a webmaster, looked at before it is published, drawn for everybody; the
# handbook beside it is nobody's outside.

story "a flow is written row by row, and what names a step follows it when it moves"
as     webmaster
open   /publish/versions/4
press  redraft                                    sees 303
let    draft = "/publish/versions/([0-9]+)"
get    /publish/versions/{draft}                  sees 200 "城市管理意见" "ym-flow"
get    /publish/versions/{draft}/steps/5          sees 200 "2. 质量安全联审" hides "5. 审查"
open   /publish/versions/{draft}/steps/new
press  steps/new step_name="消防意见" step_kind=opinion step_role=reviewer step_limit=1 step_unit=workday step_needs=1 step_silence=wait   sees 303
sql    "SELECT needs FROM item_steps WHERE version_id = {draft} AND position = 8"   is "1"
open   /publish/versions/{draft}
press  steps/8/up
open   /publish/versions/{draft}
press  steps/7/up
open   /publish/versions/{draft}
press  steps/6/up
open   /publish/versions/{draft}
press  steps/5/up                                 sees 303
sql    "SELECT name FROM item_steps WHERE version_id = {draft} AND position = 4"    is "消防意见"
sql    "SELECT needs FROM item_steps WHERE version_id = {draft} AND kind = 'review'"   is "2,3,5"
sql    "SELECT back_to FROM item_steps WHERE version_id = {draft} AND kind = 'decide'"   is "6"
sql    "SELECT GROUP_CONCAT(DISTINCT step ORDER BY step) FROM item_checks WHERE version_id = {draft}"   is "6,7"
open   /publish/versions/{draft}
press  steps/2/remove                             sees 303
sql    "SELECT needs FROM item_steps WHERE version_id = {draft} AND kind = 'review'"   is "2,4"
open   /publish/versions/{draft}
press  steps/5/remove                             sees 303
sql    "SELECT COUNT(*) FROM item_checks WHERE version_id = {draft} AND step = 0"   is "3"
get    /publish/versions/{draft}/checks           sees 200 "审查要点没有对应的环节"

story "a flow that cannot be walked is not published"
as     webmaster
open   /publish/versions/5
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/steps/new
press  steps/new step_name="下级先看" step_kind=review step_role=clerk step_organ=11990102009902019R step_needs=99 step_silence=consent   sees 303
get    /publish/versions/{draft}/checks           sees 200 "前置环节不存在" "受审分离" "只有征求意见可以超时视为同意"
open   /publish/versions/{draft}/steps/new
press  steps/new step_name="市级初审" step_kind=review step_role=reviewer step_needs=1 step_silence=wait   sees 303
get    /publish/versions/{draft}/checks           sees 200 "市域内不得设初审"
open   /publish/versions/{draft}
press  submit
as     editor
open   /publish/versions/{draft}/publish
press  publish over_reason="领导同意"              sees 409
sql    "SELECT state FROM item_versions WHERE id = {draft}"                  is "review"

story "a setting lets a check warn instead of stop"
as     webmaster
open   /publish/versions/8
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/trust
press  trust item_lacking_days=90                 sees 303
get    /publish/versions/{draft}/checks           sees 200 "容缺补齐期限超过承诺时限" "须先更正 1"
sql    "INSERT INTO settings (name, value) VALUES ('guide.lacking_longer', 'off')" is ""
get    /publish/versions/{draft}/checks           sees 200 hides "容缺补齐期限超过承诺时限"
sql    "DELETE FROM settings WHERE name = 'guide.lacking_longer'" is ""

story "the public sees the flow and what may lack or be promised, and never the handbook"
sql    "SELECT COUNT(*) > 0 FROM item_checks WHERE version_id = 4 AND point LIKE '%各环节意见齐全%'"   is "1"
get    /items/11990100009901171Q3990111701000     sees 200 "ym-flow" "生态环境意见" "可以承诺在 3 个工作日内补齐" hides "各环节意见齐全" "裁量标准"
get    /items/11990100009901171Q3990111701000?print=1   sees 200 "ym-flow" hides "各环节意见齐全"
get    /items/11990102009902019R4990120101000     sees 200 "可以用书面承诺代替部分材料" "信用记录"
as     webmaster
get    /publish/versions/4                        sees 200 "各环节意见齐全"
get    /publish/versions/4/preview                sees 200 "ym-flow" hides "各环节意见齐全" "裁量标准"
get    /publish/export/file?export_mapping=native&export_form=jsonl    sees 200 "生态环境意见" hides "各环节意见齐全" "\"checks\""
get    /publish/export/file?export_mapping=native&export_form=csv      sees 200 hides "各环节意见齐全" ",checks,"
get    /publish/export/file?export_mapping=native&export_form=jsonl&export_internal=1   sees 200 "各环节意见齐全"

story "the handbook is written point by point, for a step"
as     webmaster
open   /publish/versions/9
press  redraft
let    draft = "/publish/versions/([0-9]+)"
open   /publish/versions/{draft}/checks/new       sees 200 "1. "
press  checks/new check_step=2 check_point="" check_standard=x   sees 422
press  checks/new check_step=2 check_point="学历与申请的科目一致" check_standard="不一致的退回"   sees 303
get    /publish/versions/{draft}                  sees 200 "学历与申请的科目一致" "环节 2"
get    /publish/versions/{draft}/changes          sees 200 "学历与申请的科目一致"
