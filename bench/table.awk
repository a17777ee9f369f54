# table.awk - from the rounds of bench/run: a table on stdout, and results.json.
# A line: cell, round, answers, wrong, seconds, rate, p50, p99, bytes, nginx=, workers=, mariadb=, memory=.
# Each figure is the middle one of its rounds; a ratio is taken within each round first, since what else the machine
# does changes from minute to minute.
BEGIN { FS = "\t" }

function value(field,	parts) {
	split(field, parts, "=")
	return parts[2]
}

{
	if (!($1 in rounds))
		order[++count] = $1
	n = ++rounds[$1]
	done = $3 > 0 ? $3 : 1
	figure[$1, n, "rate"] = $6
	figure[$1, n, "p50"] = $7
	figure[$1, n, "p99"] = $8
	figure[$1, n, "bytes"] = $9
	figure[$1, n, "nginx"] = value($10) * 1e6 / done
	figure[$1, n, "workers"] = value($11) * 1e6 / done
	figure[$1, n, "mariadb"] = value($12) * 1e6 / done
	figure[$1, n, "cpu"] = figure[$1, n, "nginx"] + figure[$1, n, "workers"] + figure[$1, n, "mariadb"]
	figure[$1, n, "memory"] = value($13)
	wrong[$1] += $4
}

function middle_of(list, n,	i, j, below) {
	for (i = 1; i <= n; i++) {
		below = 0
		for (j = 1; j <= n; j++)
			if (list[j] + 0 < list[i] + 0 || (list[j] + 0 == list[i] + 0 && j < i))
				below++
		if (below == int(n / 2))
			return list[i] + 0
	}
	return 0
}

function middle(cell, name,	list, i) {
	for (i = 1; i <= rounds[cell]; i++)
		list[i] = figure[cell, i, name]
	return middle_of(list, rounds[cell])
}

# How a page compares with a floor; "" where there is none.  CPU the other way round: what costs more is slower.
function ratio(cell, floor, name,	list, i, n) {
	if (!(floor in rounds) || floor == cell)
		return ""
	n = rounds[cell] < rounds[floor] ? rounds[cell] : rounds[floor]
	for (i = 1; i <= n; i++) {
		if (name == "cpu")
			list[i] = figure[cell, i, name] > 0 ? figure[floor, i, name] / figure[cell, i, name] : 0
		else
			list[i] = figure[floor, i, name] > 0 ? figure[cell, i, name] / figure[floor, i, name] : 0
	}
	return sprintf("%.2f", middle_of(list, n))
}

function json_of(number) {
	return number == "" ? "null" : number
}

END {
	printf "%d items, %d cases; %d workers, %d connections, %d processors, %d s a cell, %d rounds\n\n", items, cases,
	    workers, connections, processors, seconds, rounds[order[1]]
	print "| page | variant | requests/s | p50 ms | p99 ms | kB | nginx µs | workers µs | MariaDB µs | MiB a worker |" \
	    " of file | of bare | of bare by CPU | wrong |"
	print "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
	printf "{\"items\":%d,\"cases\":%d,\"workers\":%d,\"connections\":%d,\"processors\":%d,\"seconds\":%d,\"cells\":[", \
	    items, cases, workers, connections, processors, seconds >json
	for (i = 1; i <= count; i++) {
		cell = order[i]
		split(cell, name, "-")
		memory = middle(cell, "memory") / 1024
		file = name[2] == "cache" || name[2] == "kept" ? ratio(cell, name[1] "-file", "rate") : ""
		bare = name[2] == "file" ? "" : ratio(cell, name[1] "-bare", "rate")
		cpu = name[2] == "file" ? "" : ratio(cell, name[1] "-bare", "cpu")
		printf "| %s | %s | %.0f | %.2f | %.2f | %.1f | %.0f | %.0f | %.0f | %s | %s | %s | %s | %d |\n", name[1], name[2],
		    middle(cell, "rate"), middle(cell, "p50"), middle(cell, "p99"), middle(cell, "bytes") / 1024,
		    middle(cell, "nginx"), middle(cell, "workers"), middle(cell, "mariadb"),
		    (memory > 0 ? sprintf("%.1f", memory) : ""), file, bare, cpu, wrong[cell]
		printf "%s\n{\"page\":\"%s\",\"variant\":\"%s\",\"rate\":%.1f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"bytes\":%d," \
		    "\"nginx_us\":%.1f,\"workers_us\":%.1f,\"mariadb_us\":%.1f,\"worker_kib\":%d,\"of_file\":%s,\"of_bare\":%s," \
		    "\"of_bare_by_cpu\":%s,\"wrong\":%d}", (i > 1 ? "," : ""), name[1], name[2], middle(cell, "rate"),
		    middle(cell, "p50"), middle(cell, "p99"), middle(cell, "bytes"), middle(cell, "nginx"),
		    middle(cell, "workers"), middle(cell, "mariadb"), memory * 1024, json_of(file), json_of(bare), json_of(cpu),
		    wrong[cell] >json
	}
	printf "\n]}\n" >json
}
