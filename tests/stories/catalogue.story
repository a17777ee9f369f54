# What there is, and how it is found.  Nobody is signed in.

story "a thing is found by its name, a part of it, its pinyin, its code"
as     nobody
get    /items?q=%E9%A3%9F%E5%93%81%E7%BB%8F%E8%90%A5%E8%AE%B8%E5%8F%AF   sees 200 "共找到 1 个事项" "食品经营许可"
get    /items?q=spjy                            sees 200 "共找到 1 个事项" "食品经营许可"
get    /items?q=990113101000                    sees 200 "共找到 1 个事项" "食品经营许可"

story "who finds nothing is helped on"
as     nobody
get    /items?q=zzzz&area=990102                sees 200 "共找到 0 个事项" "可以这样试试" "在公开文件中搜“zzzz”"
get    /items?q=spjy&area=990121                sees 200 "不限条件搜“spjy”，有 1 个事项"

story "a list keeps its side, its order and its filters"
as     nobody
get    /items?who=enterprise&sort=limit&q=spjy  sees 200 "法人服务事项" "who=enterprise" "sort=limit"
get    /items?page=99                           sees 200 "第 4 页，共 4 页"
get    /items?page=x                            sees 422 "页码"

story "a guide says of which day it is"
as     nobody
get    /items/11990100009901315A3990113101000                 sees 200 "第 1 版" "立即办理" "tel:0980-8800131"
get    /items/11990100009901315A3990113101000?on=2020-01-01   sees 200 "那一天还没有发布这个事项"
get    /items/11990100009901315A3990113101000?view=brief      sees 200 "要带什么" hides "设定依据"
get    /items/11990100009901315A3990113101000?print=1         sees 200 "本页网址" hides "主导航"

story "an item that has ended says so at its old address"
as     nobody
sql    "UPDATE item_versions SET retired_on = '2026-07-06' WHERE item_code = '1199012100990202754990120284000'" is ""
sql    "UPDATE catalogue SET version = version + 1" is ""
get    /items/1199012100990202754990120284000                 sees 200 "停止办理" hides "立即办理"
get    /items/1199012100990202754990120284000?on=2026-07-05   sees 200 "这个事项现在已不再办理"
get    /items?q=%E7%83%9F%E8%8A%B1%E7%88%86%E7%AB%B9          sees 200 "共找到 0 个事项"
sql    "UPDATE item_versions SET retired_on = NULL WHERE item_code = '1199012100990202754990120284000'" is ""
sql    "UPDATE catalogue SET version = version + 1" is ""

story "a document is found by its number, whatever its brackets"
as     nobody
get    /open/?q=%E4%BA%91%E6%94%BF%E5%8F%91%E3%80%942025%E3%80%9512%E5%8F%B7   sees 200 "共 1 份文件"
get    /open/?q=%E4%BA%91%E6%94%BF%E5%8F%91%5B2025%5D12%E5%8F%B7               sees 200 "共 1 份文件"
get    /open/?q=%E4%BA%91%E6%94%BF%E5%8F%91(2025)12%E5%8F%B7                   sees 200 "共 1 份文件"
get    /open/docs/009901016/202504-00012        sees 200 "事项全进驻" hides "**"
