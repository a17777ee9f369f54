# Electronic supervision: what the rules find, and how it is answered (DOMAIN 12, 37, 46, 96, 99, 101).

story "a refusal of nothing but vague words is found, answered, and closed"
given  a case
as     clerk
open   /office/cases/{case}/refuse_acceptance
press  refuse_acceptance refusal_reason="不符合相关规定，不予受理。"   sees 303
clock
clock
sql    "SELECT GROUP_CONCAT(k.rule, ':', k.colour, ':', k.state) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}'"   is "no_reason:red:open"
sql    "SELECT COUNT(*) FROM outbox m JOIN cases c ON c.id = m.case_id WHERE c.number = '{case}' AND m.kind = 'card_found'"   is "2"
as     qin.jingming
open   /watch/findings?rule=W07                   sees 200 "W07" "不予受理、不予许可理由不充分" "红牌"
get    /watch/findings?find={case}                sees 303 /watch/cases/
open   /watch/cases/{case}                        sees 200 "林*雨" "W07" hides "林晓雨" "110"
let    card = "/watch/findings/([0-9]+)"
open   /watch/findings/{card}                     sees 200 "只有套话" "不符合相关规定" "第三十八条" "待回复"
post   /watch/findings/{card}/close version=1     sees 409 "还没有回复"
post   /watch/findings/{card}/uphold version=1    sees 409 "没有待审的申诉"
post   /watch/findings/{card}/withdraw version=1  sees 422 "理由"
as     clerk
get    /office/cards                              sees 200 "W07"
open   /office/cards/{card}                       sees 200 "只有套话" "应于"
rows   watch_acts
press  /reply card_reply=好                       sees 422 "回复"
same   rows
press  /reply card_reply=已向申请人补充说明具体事实和条款，重新出具文书。   sees 303
again  sees 303
press  /reply card_reply=再次说明情况，已经整改完毕。   sees 409
as     qin.jingming
open   /watch/findings/{card}                     sees 200 "重新出具文书" "已回复"
press  /return card_reason=没有写明是哪一条           sees 303
as     clerk
open   /office/cards/{card}                       sees 200 "没有写明是哪一条"
press  /reply card_reply=依据《食品安全法》第三十三条，距污染源不足二十五米。   sees 303
as     qin.jingming
open   /watch/findings/{card}
press  /close                                     sees 303
get    /watch/findings/{card}                     sees 200 "已办结"
post   /watch/findings/{card}/withdraw version=9 card_reason=发错了这张卡   sees 409 "已经了结"
sql    "SELECT GROUP_CONCAT(act ORDER BY position) FROM watch_acts WHERE subject = 'card' AND subject_id = {card}"   is "reply,return,reply,close"

story "what is appealed is heard: withdrawn, it counts no longer"
given  a case
as     clerk
open   /office/cases/{case}/refuse_acceptance
press  refuse_acceptance refusal_reason="照片看不清楚"   sees 303
clock
sql    "SELECT k.colour FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'no_reason'"   is "yellow"
as     clerk
open   /office/cases/{case}
as     qin.jingming
open   /watch/cases/{case}
let    card = "/watch/findings/([0-9]+)"
as     clerk
open   /office/cards/{card}
press  /appeal card_appeal=系统只看字数，我们已当面一次说清并有录音。   sees 303
get    /office/cards/{card}                       sees 200 "申诉中"
post   /office/cards/{card}/appeal version=2 card_appeal=再申诉一次，请复核本卡。   sees 409
as     qin.jingming
get    /watch/                                    sees 200 "待审申诉"
open   /watch/findings/{card}                     sees 200 "录音"
post   /watch/findings/{card}/close version=2     sees 409 "先审核申诉"
press  /withdraw card_reason=核实录音属实，不构成理由不充分   sees 303
get    /watch/findings?rule=W07&state=withdrawn   sees 200 "已撤销"
sql    "SELECT state, ended_at IS NOT NULL FROM cards WHERE id = {card}"   is "withdrawn\t1"
as     clerk
get    /office/messages                           sees 200 "监察卡已撤销"

story "an appeal after its days, and one upheld"
given  a case
as     clerk
open   /office/cases/{case}/refuse_acceptance
press  refuse_acceptance refusal_reason="其他原因"   sees 303
clock
as     qin.jingming
open   /watch/cases/{case}
let    card = "/watch/findings/([0-9]+)"
pass   6 working days
as     clerk anew
post   /office/cards/{card}/appeal version=1 card_appeal=我们认为理由是充分的，请撤销。   sees 409 "申诉期限已过"
clock
clock
sql    "SELECT COUNT(*) FROM watch_acts WHERE subject = 'card' AND subject_id = {card} AND act = 'urge'"   is "1"
as     leader anew
get    /office/messages                           sees 200 "监察卡逾期未回复"
sql    "UPDATE cards SET appeal_by_on = '2099-12-31' WHERE id = {card}"
open   /office/cards/{card}                       sees 200 "逾期未回复"
press  /appeal card_appeal=单位负责人说明：当面已经说清。   sees 303
as     qin.jingming anew
open   /watch/findings/{card}
press  /uphold card_note=应当写在文书里              sees 303
as     leader
open   /office/cards/{card}                       sees 200 "申诉未采纳" "应当写在文书里"
post   /office/cards/{card}/appeal version=3 card_appeal=再申诉一次，请复核本卡。   sees 409 "只能申诉一次"

story "an item decided at once that was not decided that day has a card (12)"
given  a case of 11990100009901315A3990113102000
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303
clock
sql    "SELECT COUNT(*) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'at_once'"   is "0"
pass   1 working days
clock
clock
sql    "SELECT GROUP_CONCAT(k.colour) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'at_once'"   is "red"
as     qin.jingming
get    /watch/cases/{case}                        sees 200 "即办件当日未办结" "即办件的办结应在"

story "a list that asks for what the guide does not name, and a second that names what was visible (37)"
sql    "REPLACE INTO settings (name, value) VALUES ('second_notice', 'flag')"
given  a case
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_1_defect=没有签字 material_1_wanted=请另行提供无犯罪记录证明   sees 303
as     applicant
open   /my/cases/{case}
sql    "UPDATE case_files f JOIN cases c ON c.id = f.case_id SET f.round = 1 WHERE c.number = '{case}'"
press  /resubmit                                  sees 303
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_3_defect=布局图没有标出洗消间   sees 303
clock
sql    "SELECT GROUP_CONCAT(k.rule, ':', k.colour ORDER BY k.rule) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}'"   is "extra_material:yellow,second_list:yellow"
as     qin.jingming
get    /watch/cases/{case}                        sees 200 "记录证明" "首次告知时就能看到"
sql    "DELETE FROM settings WHERE name = 'second_notice'"

story "what was promised in days and took moments is asked about (46)"
given  a case
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303
as     reviewer
open   /office/cases/{case}
press  start_review                               sees 303
sql    "UPDATE case_tasks t JOIN cases c ON c.id = t.case_id SET t.state = 'done', t.done_at = t.opened_at WHERE c.number = '{case}'"
as     approver
open   /office/cases/{case}/grant
press  grant outcome_number=云市监许〔2020〕{case}号 decision_note=符合条件，准予许可。   sees 303
clock
sql    "SELECT GROUP_CONCAT(k.rule, ':', k.colour ORDER BY k.rule) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule IN ('moments', 'back_entry', 'outcome_twice')"   is "back_entry:red,moments:yellow"
as     qin.jingming
get    /watch/cases/{case}                        sees 200 "疑似体外循环" "号 为 2020 年"

story "guides under which much is sent back, with what was asked for (101)"
as     qin.jingming
get    /watch/guides                              sees 200 "补正数" "%"
get    /watch/guides?least=abc                    sees 422
get    /watch/guides/11990100009901315A3990113101000   sees 200 "食品经营许可" "要求补正的内容"
get    /watch/guides/NO-SUCH-CODE                 sees 404

story "leaders read and do not act; nobody else comes in; lists go out"
as     qin.jingming
get    /watch/rules                               sees 200 "W01" "W16" "《行政许可法》第三十二条"
get    /watch/findings.csv                        sees 200 "规则"
get    /watch/findings.xlsx                       sees 200 "PK"
get    /watch/guides.csv                          sees 200
get    /watch/orders.xlsx                         sees 200 "PK"
get    /watch/letters.csv                         sees 200
get    /watch/findings?from_on=2026-13-45         sees 422
get    /watch/findings/999999999                  sees 404
get    /watch/cases/9901002601010000019           sees 404
as     head_elsewhere
get    /watch/                                    sees 200
get    /watch/findings                            sees 200
get    /watch/orders/new                          sees 403
post   /watch/orders/new class=other              sees 403
as     clerk
get    /watch/                                    sees 403
get    /watch/findings.csv                        sees 403
as     applicant
get    /watch/findings                            sees 403
