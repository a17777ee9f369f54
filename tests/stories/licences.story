# Results that are held: the register, use instead of a material, revocation, the end of a term, the seal of an area.

story "what is granted is held as long as the approver says, and the organ's register knows it"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
rows   licences licence_acts case_events papers
open   /office/cases/{case}/grant                 sees 200 "办事指南载明的有效期" "五年" "有效期截止日"
press  /grant decision_note=准予 validity=until valid_to=2020-01-01   sees 422 "日期过早" 2020-01-01
press  /grant decision_note=准予 validity=until valid_to=   sees 422 "有效期截止日"
press  /grant decision_note=准予 validity=forever   sees 422
same   rows
press  /grant decision_note=准予 outcome_number=SP0001   sees 303
again                                             sees 303
sql    "SELECT CONCAT_WS(' ', COUNT(*), MAX(l.title), MAX(l.state), MAX(l.outcome_number), MAX(l.valid_from = l.issued_on), MAX(l.valid_to = l.issued_on + INTERVAL 5 YEAR - INTERVAL 1 DAY), MAX(l.signed_at = p.signed_at), MAX(l.document_number = p.number)) FROM licences l JOIN cases c ON c.id = l.case_id JOIN papers p ON p.code = l.paper_code WHERE c.number = '{case}'" is "1 食品经营许可证 valid SP0001 1 1 1 1"
sql    "SELECT l.identifier REGEXP '^1[.]2[.]156[.]3005[.]2[.]11990100009901315A[0-9]{3}[.]11990100009901315A[.][0-9]{11}[.]001[.][0-9A-Z]$' FROM licences l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "1"
get    /office/cases/{case}                       sees 200 "结果登记" "有效" "撤销结果"
get    /office/licences                           sees 200 "结果登记簿" "食品经营许可证" "林晓雨" "1.2.156.3005.2."
let    licence = "/office/licences/([0-9]+)"
get    /office/licences/{licence}                 sees 200 "核发" "实际签发时间" "罗启明"
get    /office/licences?state=revoked&licence_find=SP0001  sees 200 hides "SP0001号"
get    /office/licences.csv?licence_find=SP0001           sees 200 "SP0001" "食品经营许可证"
get    /office/licences.xlsx                      sees 200
as     clerk
get    /office/cases/{case}                       sees 200 "结果登记" hides "撤销结果"
get    /office/cases/{case}/revoke                sees 403
as     stranger
get    /office/licences/{licence}                 sees 404
get    /office/licences                           sees 200 hides "SP0001"
as     applicant
get    /my/licences                               sees 200 "食品经营许可证" "有效" "SP0001" "verify/"
as     other
get    /my/licences                               sees 200 hides "SP0001"
ctl    replay {case}                              sees "grant"

story "a guide that does not say how long: the approver must"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.outcome_validity = '按批准文件载明' WHERE i.code = '11990100009901315A3990113101000'"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予                   sees 422 "有效期"
press  /grant decision_note=准予 validity=long     sees 303
sql    "SELECT l.valid_to IS NULL FROM licences l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "1"
as     applicant
get    /my/licences                               sees 200 "起长期有效"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.outcome_validity = '五年，期满前九十个至十五个工作日内申请延续' WHERE i.code = '11990100009901315A3990113101000'"

# ---- instead of a material; revoked (DOMAIN 6, 19, 23, 24) ----

story "a licence takes a material's place; once revoked it is refused, and everybody is told"
sql    "UPDATE licences l JOIN accounts a ON a.login = 'lin.xiaoyu' AND a.number_blind = l.number_blind SET l.state = 'superseded'"
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.licence = '食品经营许可证' WHERE i.code = '11990102009902019R4990120101000' AND m.position = 5"
sql    "DELETE e FROM item_elements e JOIN items i ON i.published_id = e.version_id WHERE i.code = '11990102009902019R4990120101000'"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予 outcome_number=SP0002   sees 303
as     applicant
open   /items/11990102009902019R4990120101000     sees 200 "已有证照免提交"
given  an application ready to submit of 11990102009902019R4990120101000
open   /applications/{id}/materials/5             sees 200 "您已持有这份证照，无需提交" "1.2.156.3005.2." "云川市市场监督管理局"
press  /materials/5 given=licence                 sees 303
get    /applications/{id}/materials               sees 200 "免提交：食品经营许可证（云川市市场监督管理局）"
as     approver
open   /office/cases/{case}/revoke                sees 200 "撤销后立即失效"
rows   case_events licence_acts outbox
press  /revoke revoke_reason=                     sees 422
same   rows
press  /revoke revoke_reason=以欺骗手段取得许可      sees 303 /office/cases/{case}
again                                             sees 303
get    /office/cases/{case}                       sees 200 "已注销" "以欺骗手段取得许可" hides "/revoke"
get    /office/cases/{case}/revoke                sees 200 "这个结果已经撤销"
rows   case_events licence_acts
post   /office/cases/{case}/revoke version=9 revoke_reason=再来一次   sees 409 "这个结果已经撤销"
same   rows
sql    "SELECT CONCAT_WS(' ', c.state, l.state, p.state, p.state_code, (SELECT GROUP_CONCAT(a.act ORDER BY a.id) FROM licence_acts a WHERE a.licence_id = l.id)) FROM licences l JOIN cases c ON c.id = l.case_id JOIN papers p ON p.code = l.paper_code WHERE c.number = '{case}'" is "granted revoked recalled revoked issued,revoked"
as     applicant
get    /applications/{id}/materials               sees 200 "食品经营许可证：已注销"
get    /applications/{id}/check                   sees 200 hides "/submit"
rows   cases case_events licence_acts register_rows
post   /applications/{id}/submit version=1 declaration=1   sees 409 "已失效、被撤销"
same   rows
get    /my/messages                               sees 200 "结果已撤销" "以欺骗手段取得许可"
get    /my/licences                               sees 200 "已注销" "以欺骗手段取得许可"
sql    "UPDATE licences SET state = 'superseded' WHERE outcome_number <> 'SP0002' AND title = '食品经营许可证'"
let    paper = "/verify/([0-9A-Z]{16})"
as     nobody
get    /verify/{paper}                            sees 200 "准予的结果已被撤销"

story "the next one is used, its officer sees where it comes from, and nobody may ask for it"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予 outcome_number=SP0003   sees 303
as     applicant
open   /items/11990102009902019R4990120101000/apply
let    id = "/applications/([0-9]+)"
upload /applications/{id}/materials/5 given=files  sees 303
open   /applications/{id}/materials/5             sees 200 "您已持有这份证照，无需提交"
press  /materials/5 given=licence                 sees 303
open   /applications/{id}/check                   sees 200 "免提交：食品经营许可证"
press  /submit declaration=1                      sees 303
get    /applications/{id}/receipt                 sees 200
let    number = "([0-9]{6}-[0-9]{6}-[0-9]{6}-[A-Z])"
sql    "SELECT CONCAT_WS(' ', g.given, l.outcome_number, (SELECT GROUP_CONCAT(a.act ORDER BY a.id) FROM licence_acts a WHERE a.licence_id = l.id)) FROM case_materials g JOIN licences l ON l.id = g.licence_id WHERE g.case_id = {id} AND g.position = 5" is "licence SP0003 issued,used"
as     fang.xiaotang
get    /office/cases/{number}                     sees 200 "免提交，用已有证照" "食品经营许可证" "1.2.156.3005.2."
let    paper = "/papers/([0-9A-Z]{16})\">食品经营许可证"
get    /papers/{paper}                            sees 200 "准予行政许可决定书" "有效期"
open   /office/cases/{number}/ask_correction      sees 200 "不得要求重复提交" "查看已有的材料"
rows   corrections correction_lines case_events
press  /ask_correction material_5_defect=请提交许可证复印件   sees 422 "不得要求重复提交"
same   rows
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.licence = '' WHERE i.code = '11990102009902019R4990120101000' AND m.position = 5"
as     stranger
get    /papers/{paper}                            sees 404

story "what the organ took in an earlier matter is not asked for again, unless the applicant made it"
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.source = 'organ' WHERE i.code = '11990100009901315A3990113101000' AND m.position = 1"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
given  a case
open   /office/cases/{case}/ask_correction        sees 200 "查看已有的材料"
let    copy = "/(office/cases/[0-9A-Z]+/files/[0-9]+)\">查看已有的材料"
rows   corrections case_events
press  /ask_correction material_1_defect=请补交   sees 422 "不得要求重复提交" "{copy}"
same   rows
press  /ask_correction material_3_defect=没有签字  sees 303
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.source = 'applicant' WHERE i.code = '11990100009901315A3990113101000' AND m.position = 1"

story "a window's draft uses what its applicant holds"
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.licence = '食品经营许可证' WHERE i.code = '11990102009902019R4990120101000' AND m.position = 5"
as     fang.xiaotang
post   /office/window/items/11990102009902019R4990120101000 applicant_kind=person applicant_name=林晓雨 holder_number=990102199603140028 identity_seen=card acting=self contact_phone=19900000077 delivery=window   sees 303
let    id = "/office/window/([0-9]+)"
open   /office/window/{id}/materials              sees 200 "用申请人已有证照，免提交" "食品经营许可证"
sql    "SELECT CONCAT(given, ' ', licence_id IS NOT NULL) FROM case_materials WHERE case_id = {id} AND position = 5" is "licence 1"
press  /materials m1_given=paper m1_originals=1 m3_given=paper m3_copies=2 m4_given=not_needed   sees 303
sql    "SELECT given FROM case_materials WHERE case_id = {id} AND position = 5" is "licence"
post   /office/window/{id}/form applicant_name=林晓雨 applicant_number=990102199603140028 applicant_phone=19900000077 run_by=single premises_kind=owned premises_address=临江区一号 business_scope=零售 staff_count=2   sees 303
sql    "UPDATE licences l JOIN case_materials g ON g.licence_id = l.id SET l.valid_to = '2026-01-01' WHERE g.case_id = {id}"
open   /office/window/{id}
press  /receive applicant_signed=1                sees 409 "已失效、被撤销"
sql    "UPDATE licences l JOIN case_materials g ON g.licence_id = l.id SET l.valid_to = '2036-01-01' WHERE g.case_id = {id}"
press  /receive applicant_signed=1                sees 303
sql    "UPDATE item_materials m JOIN items i ON i.published_id = m.version_id SET m.licence = '' WHERE i.code = '11990102009902019R4990120101000' AND m.position = 5"

# ---- the end of a term ----

story "a holder is told once before the last day, and the register says when it has passed"
sql    "UPDATE licences l JOIN cases c ON c.id = l.case_id SET l.valid_to = '{today}' + INTERVAL 40 DAY, l.reminded_at = NULL WHERE l.outcome_number = 'SP0003'"
clock  runs
sql    "SELECT COUNT(*) FROM licence_acts a JOIN licences l ON l.id = a.licence_id WHERE l.outcome_number = 'SP0003' AND a.act = 'reminded'" is "0"
sql    "UPDATE licences SET valid_to = '{today}' + INTERVAL 20 DAY WHERE outcome_number = 'SP0003'"
clock  runs
clock  runs
sql    "SELECT COUNT(*) FROM licence_acts a JOIN licences l ON l.id = a.licence_id WHERE l.outcome_number = 'SP0003' AND a.act = 'reminded'" is "1"
as     applicant
get    /my/messages                               sees 200 "证照即将到期"
get    /my/licences                               sees 200 "还有20天到期" "申请延续或换发"
get    /my                                        sees 200 "证照即将到期，申请延续"
sql    "UPDATE licences SET valid_to = '{today}' - INTERVAL 1 DAY WHERE outcome_number = 'SP0003'"
get    /my/licences                               sees 200 "已过期"
clock  runs
sql    "SELECT CONCAT_WS(' ', l.state, (SELECT COUNT(*) FROM licence_acts a WHERE a.licence_id = l.id AND a.act = 'expired')) FROM licences l WHERE outcome_number = 'SP0003'" is "expired 1"
sql    "UPDATE licences l JOIN accounts a ON a.login = 'chen.guoan' SET l.id_number = a.id_number, l.number_blind = a.number_blind WHERE l.outcome_number = 'SP0003'"
as     other
get    /my/licences                               sees 200 "SP0003" "已过期"

# ---- the seal of the area (DOMAIN 59) ----

story "one bureau, two seals: by where the project lies"
sql    "REPLACE INTO seals (organ_code, area_code, name) VALUES ('11990100009901315A', '990102', '市监局审批专用章（临江）'), ('11990100009901315A', '990121', '市监局审批专用章（青屏）')"
sql    "REPLACE INTO settings (name, value) VALUES ('seal.area_fields', 'site_area project_area')"
given  a case
sql    "INSERT INTO case_answers (case_id, name, value) SELECT id, 'project_area', '990121' FROM cases WHERE number = '{case}'"
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予                   sees 303
sql    "SELECT JSON_VALUE(p.content, '$.seal') FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.number = '{case}' AND p.kind = 'licence_granted'" is "市监局审批专用章（青屏）"
given  a case
sql    "INSERT INTO case_answers (case_id, name, value) SELECT id, 'project_area', '990102' FROM cases WHERE number = '{case}'"
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予                   sees 303
open   /office/cases/{case}
let    paper = "/papers/([0-9A-Z]{16})\">准予行政许可决定书"
get    /papers/{paper}                            sees 200 "印章" "市监局审批专用章（临江）" "签发时间"
get    /papers/{paper}.pdf                        sees 200
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予                   sees 303
sql    "SELECT JSON_VALUE(p.content, '$.seal') = '' FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.number = '{case}' AND p.kind = 'licence_granted'" is "1"
sql    "DELETE FROM seals WHERE organ_code = '11990100009901315A' AND area_code IN ('990102', '990121')"
