#!/bin/sh
# A public query that touches cases binds who asks: :applicant, or the pair of :number and :query_code.
# Where neither can be (counts for all), a comment of the query begins with "For anybody:" and says why.
. "$(dirname "$0")/gate.sh"

[ ! -e sql/queries/public.sql ] || "$AWK" '
function judge() {
	if (name != "" && body ~ /(^|[^a-z_])(cases|case_[a-z]+|corrections|correction_lines|opinions)([^a-z_]|$)/ &&
	    body !~ /:applicant/ && !(body ~ /:query_code/ && body ~ /:number/) && !anybody)
		printf "sql/queries/public.sql:%d: %s reads cases and does not bind :applicant\n", line, name
}
/^--[ \t]*name:/ { judge(); name = $3; line = FNR; body = ""; anybody = 0; next }
/^--.*For anybody:/ { anybody = 1 }
/^--/ { next }
{ body = body " " $0 }
END { judge() }' sql/queries/public.sql >>"$findings" || found "the gate itself failed"

verdict "public queries on cases bind the applicant"
