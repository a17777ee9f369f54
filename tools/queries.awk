# queries.awk - compiles one file of named SQL into a table of C.
#
#   awk -v name=public -v part=h -f tools/queries.awk sql/queries/public.sql
#   awk -v name=public -v part=c -f tools/queries.awk sql/queries/public.sql
#
# Reads "-- name: case_accept change", then comments, then one statement that
# ends in a semicolon.  Outside quotes and comments each :param becomes a ?.
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
	notes[n] = sql[n] = bare[n] = params[n] = ""
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

# One line of SQL: quotes are copied, comments dropped, parameters replaced.
function scan(line,    i, c, two, word, out)
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
			params[n] = params[n] "\"" word "\", "
			param_count[n]++
			out = out "?"
			bare[n] = bare[n] "?"
			i += RLENGTH
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
	for (i = 1; i <= n; i++)
		print "\nstatic const char *const params_" names[i] "[] = { " params[i] "NULL };"
	print "\nconst struct statement statements_" name "_rows[] = {"
	for (i = 1; i <= n; i++) {
		print "\t{ \"" names[i] "\", STATEMENT_" toupper(kind_of[i]) "," c_string(sql[i]) ","
		printf "\t    params_%s, %du },\n", names[i], first_id(name) + i - 1
	}
	if (n == 0)
		print "\t{ NULL, STATEMENT_ONE, NULL, NULL, 0 }"
	print "};"
	print "\nconst struct statement_table statements_" name " = {"
	print "\t\"" name "\", statements_" name "_rows, " n ""
	print "};"
}
