# Who has no account yet.

story "a person opens an account, and is in"
as     nobody
open   /sign-up/person                            sees 200 "个人注册"
press  /person full_name=何一新 citizen_number=99010219900101004X mobile="+86 139 0000 7001" password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 303 /my/
get    /my/                                       sees 200 "何一新" "0 我的草稿" "0 办理中" "0 已结束"
get    /my/account                                sees 200 "13900007001" hides "99010219900101004X"
sql    "SELECT login FROM accounts WHERE name = '何一新'" is "13900007001"
sql    "SELECT COUNT(*) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE a.name = '何一新' AND s.password_hash LIKE '$argon2id$%'" is "1"

story "the same number, or the same mobile, is told to be taken; nothing is stored"
as     anybody
rows   accounts secrets sessions
open   /sign-up/person
press  /person full_name=林晓雨 citizen_number=990102199603140028 mobile=13900007002 password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 422 "已经注册过"
press  /person full_name=何一旧 citizen_number=990102199001010082 mobile=13900007001 password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 422 "已经注册过"
same   rows

story "what is wrong with a form is told field by field; nothing is stored"
as     anybody
rows   accounts secrets sessions
open   /sign-up/person
press  /person full_name= citizen_number=990102199001010081 mobile=123 password_new=short password_again=   sees 422 "请填写此项" "公民身份号码不正确" "内容过短"
press  /person full_name=何二 citizen_number=99010219900101004X mobile=12 password_new=aaaaaaaaaaaa password_again=bbbbbbbbbbbb   sees 422 "11 位手机号" "太容易被猜到" "两次输入不一致" "请勾选"
press  /person full_name=何二 citizen_number=99010219900101004X mobile=13900007003 password_new=x139000070030 password_again=x139000070030 truthful=1   sees 422 "太容易被猜到"
same   rows

story "an enterprise opens an account, and signs in with its code"
as     nobody
open   /sign-up/enterprise
press  /enterprise firm_name=云川新芽商贸有限公司 credit_code=91990102ma99y0012q legal_name=何一新 mobile=13900007004 address= password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 303 /my/
get    /my/                                       sees 200 "云川新芽商贸有限公司"
as     anybody
open   /sign-in
press  /sign-in login=91990102MA99Y0012Q password="plum brook lantern" next=//evil.example/   sees 303 /my/
open   /password                                  sees 200
press  /password password="plum brook lantern" password_new="plum brook lantern" password_again="plum brook lantern"   sees 422 "与原密码相同"
press  /password password=wrong-wrong password_new="stone bridge willow" password_again="stone bridge willow"   sees 422 "现在的密码不正确"
press  /password password="plum brook lantern" password_new="stone bridge willow" password_again="stone bridge willow"   sees 303 /password
get    /my/                                       sees 200
as     nobody
get    /my/                                       sees 303 /sign-in

story "what is guessed first is no password: common words, rows, the name of the city, a word and digits"
as     nobody
open   /sign-up/person                            sees 200
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new=woaini1314520 password_again=woaini1314520 truthful=1   sees 422 "最先被猜到"
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new=P@ssw0rd2026 password_again=P@ssw0rd2026 truthful=1   sees 422 "最先被猜到"
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new=yunchuan.2026 password_again=yunchuan.2026 truthful=1   sees 422 "最先被猜到"
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new=football#1234 password_again=football#1234 truthful=1   sees 422 "最先被猜到"
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new=electroencephalograph password_again=electroencephalograph truthful=1   sees 422 "最先被猜到"
press  /person full_name=钱晓梅 citizen_number=990102199001010293 mobile=13900007051 password_new="brook lantern plum" password_again="brook lantern plum" truthful=1   sees 303 /my/
open   /password                                  sees 200
press  /password password="brook lantern plum" password_new=administrator1 password_again=administrator1   sees 422 "最先被猜到"
