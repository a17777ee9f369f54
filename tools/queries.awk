# queries.awk - compiles one file of named SQL into a table of C.
#
#   awk -v name=public -v part=h -f tools/queries.awk sql/queries/public.sql
#   awk -v name=public -v part=c -f tools/queries.awk sql/queries/public.sql
#
# Reads "-- name: case_accept change", then comments, then one statement that
# ends in a semicolon.  Outside quotes and comments each :param becomes a ?.
# A parameter may be seal_KIND(:param) or blind_KIND(:param), a column of the
# answer open_KIND(column), or open_answer(value, name): base/sealed.h says what becomes of them; the server
# sees the ? or the column alone.
# Comments go to the header, above Q_CASE_ACCEPT; the server never sees them.
# What is wrong is said as FILE:LINE: and ends with status 1.  It checks and
# copies SQL; it invents none.  Only what POSIX awk has (mawk) is used.

function wrong(why)
{
	printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
	failed = 1
	exit 1
}

# Unique among files: the file's name decides the thousands, the place the rest.
function first_id(word,    i, sum)
{
	sum = 7
	for (i = 1; i <= length(word); i++)
		sum = (sum * 31 + index("abcdefghijklmnopqrstuvwxyz0123456789_", \
		    substr(word, i, 1))) % 1999993
	return sum * 1000
}

function begin_statement(words, kind)
{
	if (words !~ /^[a-z][a-z0-9_]* [a-z]+$/)
		wrong("expected \"-- name: some_name kind\"")
	kind = substr(words, index(words, " ") + 1)
	words = substr(words, 1, index(words, " ") - 1)
	if (!(kind in kinds))
		wrong("unknown kind \"" kind "\": one, many, value or change")
	if (words in seen)
		wrong(words " is already named at line " seen[words])
	seen[words] = FNR
	n++
	if (n > 1000)
		wrong("more than 1000 statements in one file")
	names[n] = words
	kind_of[n] = kind
	notes[n] = sql[n] = bare[n] = params[n] = ways[n] = opens[n] = ""
	param_count[n] = 0
	state = "note"
	quote = ""
}

# The statement has ended: is it one its kind allows?
function end_statement(    text, reads)
{
	text = toupper(bare[n])
	gsub(/[ \t\n]+/, " ", text)
	sub(/^[ (]+/, "", text)
	if (text == "")
		wrong(names[n] " is empty")
	if (text ~ /(SELECT|DISTINCT|ALL|RETURNING) ?\*/ || text ~ /[A-Z0-9_`]\.\*/ || text ~ /, ?\*/)
		wrong(names[n] " says *: list the columns")
	reads = text ~ /^(SELECT|WITH|SHOW) / || text ~ / RETURNING /
	if (kind_of[n] == "change" && reads)
		wrong(names[n] " returns rows: it is no change")
	if (kind_of[n] != "change" && !reads)
		wrong(names[n] " returns no rows: it is a change")
	state = "ended"
}

# seal_phone(:x), blind_number(:x) or open_phone(c.x) AS y at the start of text: how many letters of it are done with,
# 0 when it is none of them.  "shown" is what the server sees.
function sealing(text,    verb, kind, inner, column, about, bytes)
{
	if (!match(text, /^(seal|blind|open)_[a-z]+\(/))
		return 0
	bytes = RLENGTH
	kind = substr(text, 1, bytes - 1)
	verb = substr(kind, 1, index(kind, "_") - 1)
	kind = substr(kind, index(kind, "_") + 1)
	inner = substr(text, bytes + 1)
	if (!(kind in sealed_kinds))
		wrong(names[n] " seals no such thing as \"" kind "\"")
	if (verb == "open") {
		if (!match(inner, kind == "answer" ? two_columns : one_column))
			wrong(names[n] ": open_" kind "(column)")
		shown = substr(inner, 1, RLENGTH - 1)
		bytes += RLENGTH
		about = "NULL"
		if (kind == "answer") {
			about = shown
			sub(/^.*[ .]/, "", about)
			about = "\"" about "\""
			sub(/,.*$/, "", shown)
		}
		column = shown
		sub(/^.*\./, "", column)
		inner = substr(text, bytes + 1)
		if (match(inner, /^ AS [a-z][a-z0-9_]*/))
			column = substr(inner, 5, RLENGTH - 4)
		opens[n] = opens[n] "{ \"" column "\", SEALED_" toupper(kind) ", " about " }, "
		return bytes
	}
	if (kind == "answer" || !match(inner, /^:[a-z][a-z0-9_]*\)/))
		wrong(names[n] ": " verb "_" kind "(:param)")
	bytes += RLENGTH
	add_param(substr(inner, 2, RLENGTH - 2), "{ PARAM_" toupper(verb) ", SEALED_" toupper(kind) " }")
	shown = "?"
	return bytes
}

function add_param(word, way)
{
	params[n] = params[n] "\"" word "\", "
	ways[n] = ways[n] (way == "" ? "{ PARAM_PLAIN, SEALED_NOT }" : way) ", "
	if (way != "")
		sealing_ways[n] = 1
	param_count[n]++
}

# One line of SQL: quotes are copied, comments dropped, parameters replaced.
function scan(line,    i, c, two, word, out, done)
{
	out = ""
	if (quote == "")
		sub(/^[ \t]+/, "", line)
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		two = substr(line, i, 2)
		if (quote == "*") {
			if (two == "*/") {
				quote = ""
				i++
			}
		} else if (quote != "") {
			out = out c
			if (c == "\\" && quote != "`")
				out = out substr(line, ++i, 1)
			else if (c == quote)
				quote = ""
		} else if (c == "'" || c == "\"" || c == "`") {
			quote = c
			out = out c
			bare[n] = bare[n] (c == "`" ? "`" : "''")
		} else if (two == "/*") {
			quote = "*"
			i++
		} else if (c == "#" || (two == "--" && substr(line, i + 2, 1) ~ /^[ \t]?$/)) {
			break
		} else if (two == "::" || two == ":=") {
			out = out two
			bare[n] = bare[n] two
			i++
		} else if (c == ":" && substr(line, i + 1, 1) ~ /[a-z]/) {
			match(substr(line, i + 1), /^[a-z0-9_]+/)
			word = substr(line, i + 1, RLENGTH)
			done = RLENGTH
			add_param(word, "")
			out = out "?"
			bare[n] = bare[n] "?"
			i += done
		} else if (c ~ /[sbo]/ && (i == 1 || substr(line, i - 1, 1) !~ /[a-z0-9_.]/) && (done = sealing(substr(line, i))) > 0) {
			out = out shown
			bare[n] = bare[n] shown
			i += done - 1
		} else if (c == "?") {
			wrong("a bare ? in " names[n] ": name the parameter")
		} else if (c == ";") {
			line = substr(line, i + 1)
			if (line !~ /^[ \t]*(--([ \t].*)?)?$/)
				wrong("text after the end of " names[n])
			sub(/[ \t]+$/, "", out)
			sql[n] = sql[n] out
			end_statement()
			return
		} else {
			out = out c
			bare[n] = bare[n] c
		}
	}
	if (quote == "" || quote == "*")
		sub(/[ \t]+$/, "", out)
	if (out != "" || (quote != "" && quote != "*"))
		sql[n] = sql[n] out "\n"
	bare[n] = bare[n] " "
}

# Character by character: how gsub reads backslashes differs between awks.
function c_string(text,    i, c, out)
{
	out = "\n\t    \""
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "\n")
			out = out "\\n\"\n\t    \""
		else if (c == "\t")
			out = out "\\t"
		else if (c == "\\" || c == "\"" || (c == "?" && substr(text, i - 1, 1) == "?"))
			out = out "\\" c
		else
			out = out c
	}
	return out "\""
}

BEGIN {
	sealed_kinds["number"] = sealed_kinds["phone"] = sealed_kinds["email"] = sealed_kinds["recipient"] = 1
	sealed_kinds["answer"] = sealed_kinds["login"] = 1
	one_column = "^([a-z][a-z0-9_]*[.])?[a-z][a-z0-9_]*[)]"
	two_columns = "^([a-z][a-z0-9_]*[.])?[a-z][a-z0-9_]*, ([a-z][a-z0-9_]*[.])?[a-z][a-z0-9_]*[)]"
	kinds["one"] = kinds["many"] = kinds["value"] = kinds["change"] = 1
	state = "before"
	n = 0
	if (name !~ /^[a-z][a-z0-9_]*$/ || (part != "h" && part != "c")) {
		print "queries.awk: -v name=WORD and -v part=h or part=c are needed" > "/dev/stderr"
		failed = 1
		exit 1
	}
}

{ sub(/\r$/, "") }

quote == "" && /^--[ \t]*name:/ {
	if (state == "note" || state == "sql")
		wrong(names[n] " does not end in a semicolon")
	sub(/^--[ \t]*name:[ \t]*/, "")
	sub(/[ \t]+$/, "")
	gsub(/[ \t]+/, " ")
	begin_statement($0)
	next
}

quote == "" && /^[ \t]*(--([ \t].*)?)?$/ {
	if (state == "note" && /--/) {
		sub(/^[ \t]*--[ \t]?/, "")
		gsub(/\*\//, "* /")
		gsub(/\/\*/, "/ *")
		notes[n] = notes[n] (notes[n] == "" ? "" : "\n * ") $0
	}
	next
}

{
	if (state == "before")
		wrong("SQL before any \"-- name:\"")
	if (state == "ended")
		wrong("text after the end of " names[n])
	state = "sql"
	scan($0)
}

END {
	if (failed)
		exit 1
	if (state == "note" || state == "sql")
		wrong(names[n] " does not end in a semicolon")
	source = FILENAME
	sub(/.*\//, "", source)
	print "/* Made by tools/queries.awk from " source ": change it there. */"
	if (part == "h") {
		guard = "QUERIES_" toupper(name) "_H"
		print "#ifndef " guard
		print "#define " guard
		print ""
		print "#include \"base/db.h\""
		print ""
		print "extern const struct statement_table statements_" name ";"
		print "extern const struct statement statements_" name "_rows[];"
		for (i = 1; i <= n; i++) {
			print ""
			if (notes[i] != "")
				print "/* " notes[i] " */"
			print "#define Q_" toupper(names[i]) " (&statements_" name "_rows[" i - 1 "])"
		}
		print ""
		print "#endif"
		exit 0
	}
	print "#include \"base/db.h\""
	print ""
	print "extern const struct statement_table statements_" name ";"
	print "extern const struct statement statements_" name "_rows[];"
	for (i = 1; i <= n; i++) {
		print "\nstatic const char *const params_" names[i] "[] = { " params[i] "NULL };"
		if (i in sealing_ways)
			print "static const struct param_way ways_" names[i] "[] = { " ways[i] "};"
		if (opens[i] != "")
			print "static const struct opened_column opens_" names[i] "[] = { " opens[i] "{ NULL, SEALED_NOT, NULL } };"
	}
	print "\nconst struct statement statements_" name "_rows[] = {"
	for (i = 1; i <= n; i++) {
		print "\t{ \"" names[i] "\", STATEMENT_" toupper(kind_of[i]) "," c_string(sql[i]) ","
		printf "\t    params_%s, %du", names[i], first_id(name) + i - 1
		if (i in sealing_ways || opens[i] != "")
			printf ", %s, %s", i in sealing_ways ? "ways_" names[i] : "NULL", \
			    opens[i] != "" ? "opens_" names[i] : "NULL"
		print " },"
	}
	if (n == 0)
		print "\t{ NULL, STATEMENT_ONE, NULL, NULL, 0 }"
	print "};"
	print "\nconst struct statement_table statements_" name " = {"
	print "\t\"" name "\", statements_" name "_rows, " n ""
	print "};"
}
