# Taking in: what is told once, what a window does for an applicant, what is promised, what the register holds.

# ---- the one-time list, and what a second one may still say (DOMAIN 37) ----

story "a second notice names what changed and what was named, and nothing that was visible before"
given  a case
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_1_defect=第二页没有签字   sees 303
as     applicant
open   /my/cases/{case}                           sees 200 "第二页没有签字"
sql    "UPDATE case_files f JOIN cases c ON c.id = f.case_id SET f.round = 1 WHERE c.number = '{case}'"
press  /resubmit                                  sees 303
as     clerk
open   /office/cases/{case}/ask_correction        sees 200 "上次没有指出，也没有变动" "上次告知后有变动" "第二页没有签字"
rows   corrections correction_lines case_events register_rows
press  ask_correction material_3_defect=布局图没有标出洗消间   sees 422 "应当一次告知" "经营场所布局图"
press  ask_correction form_defect=地址不详              sees 422 "应当一次告知"
same   rows
press  ask_correction material_1_defect=签字仍看不清      sees 303
sql    "SELECT GROUP_CONCAT(l.round, ':', l.visible_before) FROM correction_lines l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "1:0,2:0"

story "where the house only marks a late finding, it is let through and marked"
sql    "REPLACE INTO settings (name, value) VALUES ('second_notice', 'flag')"
given  a case
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_1_defect=没有签字        sees 303
as     applicant
open   /my/cases/{case}
sql    "UPDATE case_files f JOIN cases c ON c.id = f.case_id SET f.round = 1 WHERE c.number = '{case}'"
press  /resubmit                                  sees 303
as     clerk
open   /office/cases/{case}/ask_correction        sees 200 "供监督人员查看"
press  ask_correction material_3_defect=布局图没有标出洗消间   sees 303
get    /office/cases/{case}                       sees 200 "上次告知时已可见"
sql    "SELECT GROUP_CONCAT(l.visible_before ORDER BY l.round) FROM correction_lines l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "0,1"
sql    "DELETE FROM settings WHERE name = 'second_notice'"
