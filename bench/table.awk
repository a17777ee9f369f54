# table.awk - from the rounds of bench/run: a table on stdout, and results.json.
# A line: cell, round, answers, wrong, seconds, rate, p50, p99, bytes, nginx=, workers=, mariadb=, memory=.
BEGIN { FS = "\t" }

{
	if (!($1 in rounds))
		order[++count] = $1
	n = ++rounds[$1]
	line[$1, n] = $0
	rate[$1, n] = $6
	wrong[$1] += $4
}

function value(field,	parts) {
	split(field, parts, "=")
	return parts[2]
}

# The round with the middle rate.
function middle(cell,	n, i, j, below) {
	n = rounds[cell]
	for (i = 1; i <= n; i++) {
		below = 0
		for (j = 1; j <= n; j++)
			if (rate[cell, j] + 0 < rate[cell, i] + 0 || (rate[cell, j] == rate[cell, i] && j < i))
				below++
		if (below == int((n - 1) / 2))
			return i
	}
	return 1
}

function ratio(page, floor) {
	return ((page "-" floor) in best) ? sprintf("%.2f", part[6] / best[page "-" floor]) : ""
}

END {
	for (i = 1; i <= count; i++)
		best[order[i]] = rate[order[i], middle(order[i])] + 0
	printf "%d items, %d cases; %d workers, %d connections, %d processors, %d s a cell, middle of %d rounds\n\n",
	    items, cases, workers, connections, processors, seconds, rounds[order[1]]
	printf "| page | variant | requests/s | p50 ms | p99 ms | kB | nginx µs | workers µs | MariaDB µs | MiB a worker | of file | of bare | wrong |\n"
	printf "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
	printf "{\"items\":%d,\"cases\":%d,\"workers\":%d,\"connections\":%d,\"processors\":%d,\"seconds\":%d,\"cells\":[", \
	    items, cases, workers, connections, processors, seconds >json
	for (i = 1; i <= count; i++) {
		split(line[order[i], middle(order[i])], part, FS)
		split(order[i], name, "-")
		done = part[3] > 0 ? part[3] : 1
		nginx = value(part[10]) * 1e6 / done
		programs = value(part[11]) * 1e6 / done
		mariadb = value(part[12]) * 1e6 / done
		memory = value(part[13]) / 1024
		file = name[2] == "file" ? "" : ratio(name[1], "file")
		bare = name[2] == "bare" || name[2] == "file" ? "" : ratio(name[1], "bare")
		printf "| %s | %s | %.0f | %.2f | %.2f | %.1f | %.0f | %.0f | %.0f | %s | %s | %s | %d |\n", name[1], name[2],
		    part[6], part[7], part[8], part[9] / 1024, nginx, programs, mariadb,
		    (memory > 0 ? sprintf("%.1f", memory) : ""), file, bare, wrong[order[i]]
		printf "%s\n{\"page\":\"%s\",\"variant\":\"%s\",\"rate\":%.1f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"bytes\":%d," \
		    "\"nginx_us\":%.1f,\"workers_us\":%.1f,\"mariadb_us\":%.1f,\"worker_kib\":%d,\"of_file\":%s,\"of_bare\":%s," \
		    "\"wrong\":%d}", (i > 1 ? "," : ""), name[1], name[2], part[6], part[7], part[8], part[9], nginx, programs,
		    mariadb, memory * 1024, (file == "" ? "null" : file), (bare == "" ? "null" : bare), wrong[order[i]] >json
	}
	printf "\n]}\n" >json
}
