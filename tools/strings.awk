# strings.awk - prints each string literal of C sources as FILE:LINE:TEXT; comments and #include lines are left out.
# Literals that follow each other are one text, so that nothing hides in the gap.

function flush()
{
	if (have)
		printf "%s:%d:%s\n", file, line, text
	have = 0
	text = ""
}

FNR == 1 { flush(); comment = 0; file = FILENAME }

/^[ \t]*#[ \t]*include/ { next }

{
	n = length($0)
	for (i = 1; i <= n; i++) {
		c = substr($0, i, 1)
		two = substr($0, i, 2)
		if (comment) {
			if (two == "*/") {
				comment = 0
				i++
			}
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else if (c == "'") {
			for (i++; i <= n && substr($0, i, 1) != "'"; i++)
				if (substr($0, i, 1) == "\\")
					i++
			flush()
		} else if (c == "\"") {
			if (!have)
				line = FNR
			have = 1
			for (i++; i <= n && substr($0, i, 1) != "\""; i++) {
				if (substr($0, i, 1) == "\\")
					text = text substr($0, i++, 1)
				text = text substr($0, i, 1)
			}
		} else if (c != " " && c != "\t") {
			flush()
		}
	}
}

END { flush() }
