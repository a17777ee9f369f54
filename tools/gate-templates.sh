#!/bin/sh
# Templates hold layout and nothing else: var if each with def call include!"…" and the function name().
# Refused: what prints raw (name: alt uvar lvar evar linclude escape:), an include that may fail in silence, an
# escaping function in a sum, a sentence, an address from data that is not checked.
# Three exceptions: frame.cs includes page.body, which the route table gives; parts/markdown.cs prints raw what
# page_markdown made safe; papers are in Chinese only, and the sentences of templates/papers stand there, to be read whole.
. "$(dirname "$0")/gate.sh"

find templates -name '*.cs' -type f | LC_ALL=C sort | xargs -r "$AWK" '
function wrong(why) { printf "%s:%d: %s\n", FILENAME, FNR, why }

# One command, without its brackets.
function command(s,    word) {
	gsub(/^[ \t]+|[ \t]+$/, "", s)
	if (s ~ /^#/) return
	word = s
	sub(/[^a-z\/!].*/, "", word)
	if (word == "include!page" || s ~ /^include!/) {
		if (s !~ /^include!"[a-z_\/]+\.cs"$/ && !(FILENAME == "templates/frame.cs" && s == "include!page.body"))
			wrong("include! takes a literal: " s)
	} else if (FILENAME == "templates/parts/markdown.cs" && s ~ /^uvar:[a-z_]+\.html$/) {
		return
	} else if (word !~ /^\/?(var|if|elif|else|each|with|def|call|include)$/) {
		wrong("not allowed here: " s)
	} else if (word == "include") {
		wrong("an include that fails in silence: " s)
	}
	if (s ~ /^var:[ \t]*name\(/ && s !~ /^var:[ \t]*name\([a-z_.0-9]+\)$/)
		wrong("name() takes one variable: " s)
	if (s ~ /(html_escape|url_escape|url_validate|js_escape)\(/ && s ~ /\+/)
		wrong("an escaping function in a sum is printed raw: " s)
	if (s ~ /^var:.*(html_escape|js_escape|text_html|html_strip)\(/)
		wrong("values are escaped already: " s)
}

# Text between tags and commands: a word of it is a sentence without a home.
function sentence(s) {
	if (FILENAME ~ /^templates\/papers\//)
		return
	gsub(/&[a-z#0-9]+;/, "", s)
	# A macro that prints attributes, or names of classes, for the tag it is called in.
	gsub(/(^|[ \t])(govuk|ym)-[a-z_-]+/, "", s)
	gsub(/(^|[ \t])[a-z-]+="[^"]*"?/, "", s)
	if (s ~ /[A-Za-z][A-Za-z][A-Za-z]/ || s ~ /[\300-\377]/)
		wrong("a sentence belongs to words/: " s)
}

# An attribute that is an address; s still holds its commands.
function address(name, s,    rest, one, first) {
	rest = s
	while (match(rest, /<\?cs var:[^?]*\?>/)) {
		one = substr(rest, RSTART, RLENGTH)
		first = RSTART == 1 && rest == s
		rest = substr(rest, RSTART + RLENGTH)
		if (one ~ /var:[ \t]*(url_validate\(|asset\.)/) continue
		if (one ~ /var:[ \t]*url_escape\(/ && !first) continue
		if (s ~ /^#/) continue
		wrong(name " from data without url_validate: " one)
	}
}

{
	# Addresses first, while commands are still in place.
	rest = $0
	while (match(rest, /(^|[ \t"])(href|src|action|formaction|poster|cite|xlink:href)="/)) {
		attribute = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		gsub(/[ \t="]/, "", attribute)
		value = ""
		while (match(rest, /^([^"<]|<\?cs ([^?]|\?[^>])*\?>|<)/)) {
			value = value substr(rest, 1, RLENGTH)
			rest = substr(rest, RLENGTH + 1)
			if (rest == "") break
		}
		address(attribute, value)
	}

	# Then commands and tags, which may run over several lines.
	line = $0
	out = ""
	while (line != "") {
		if (mode == "cs") {
			at = index(line, "?>")
			if (at == 0) { body = body line "\n"; line = ""; break }
			body = body substr(line, 1, at - 1)
			line = substr(line, at + 2)
			command(body)
			mode = ""
			out = out "\001"
		} else {
			at = index(line, "<?cs")
			if (at == 0) { out = out line; line = ""; break }
			out = out substr(line, 1, at - 1)
			line = substr(line, at + 4)
			body = ""
			mode = "cs"
		}
	}
	if (out ~ /[ \t]on[a-z]+="/ || out ~ /[ \t]style="/ || out ~ /<script[^>]*>[^<]/ || out ~ /<style/ || out ~ /javascript:/)
		wrong("no script and no style in a page")
	# Tags out, what is left is text; \001 stands for a command.
	text = ""
	for (i = 1; i <= length(out); i++) {
		c = substr(out, i, 1)
		if (tag) { if (c == ">") tag = 0 }
		else if (c == "<") { tag = 1; sentence(text); text = "" }
		else if (c == "\001") { sentence(text); text = "" }
		else text = text c
	}
	sentence(text)
	# Sentences in attributes people read or hear.
	rest = out
	while (match(rest, /[ \t](alt|title|placeholder|aria-label|label|content)="[^"]*"/)) {
		value = substr(rest, RSTART + 1, RLENGTH - 1)
		rest = substr(rest, RSTART + RLENGTH)
		attribute = value; sub(/=.*/, "", attribute)
		sub(/^[^"]*"/, "", value); sub(/"$/, "", value)
		gsub(/\001/, "", value)
		if (attribute == "content" ? value ~ /[\300-\377]/ : value ~ /[A-Za-z][A-Za-z]/ || value ~ /[\300-\377]/)
			wrong(attribute " belongs to words/: " value)
	}
}
FNR == 1 && !/^<\?cs #/ && !/^<!/ { wrong("the first line says what the template is and needs") }
' >>"$findings" || found "the gate itself failed"

verdict "templates hold layout and nothing else"
