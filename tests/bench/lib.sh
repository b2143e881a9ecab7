# What the benchmarks of the tools share; sourced by each of them.
# A benchmark has cases and, in each, tools. It gives:
#   command_of CASE TOOL OUT  runs the tool under measure, with output to OUT
#   size CASE TOOL          MB that the tool reads: some get a smaller part
#   target CASE TOOL        how many times as fast ours is to be; or nothing
# and calls bench_round for each case and tool, bench_table, bench_judge.
# Ratios are those of the seconds per MB. Every goal that is held to stands in
# build/bench/goals.csv with what was measured; `run` shows them together.
cd "$(dirname "$0")/../.."
B=build/bench
LC_ALL=C
BENCH_NODE=$PWD/$B
PATH=$PWD/build/bin:$PATH
export LC_ALL BENCH_NODE PATH
bench=${0##*/}
times=$B/$bench-times
missing=0
mkdir -p "$B"
: >"$times"
[ -s "$B/goals.csv" ] ||
    echo "bench,case,tool,measured,unit,goal,kept" >"$B/goals.csv"

# bench_build PROGRAM...: of tests/bench.
bench_build() {
	for p in measure "$@"; do
		# shellcheck disable=SC2046 # several words
		${CC:-cc} -std=c11 -D_XOPEN_SOURCE=700 -O3 -g -flto=auto \
		    $(xml2-config --cflags) -o "$B/$p" "tests/bench/$p.c" \
		    -lxml2 $([ "$p" != expat ] || echo -lexpat)
	done
}

# bench_make FILE COMMAND...: unless it is there.
bench_make() {
	bench_file=$1
	shift
	[ -s "$bench_file" ] || {
		"$@" >"$bench_file.new"
		mv "$bench_file.new" "$bench_file"
	}
}

# bench_node PACKAGE...: peers without a package in Debian; Node has them.
bench_node() {
	for p; do
		node -e 'require("module").createRequire(
		    process.env.BENCH_NODE + "/")(process.argv[1])' "$p" \
		    2>/dev/null ||
		    npm install --silent --no-audit --no-fund --prefix "$B" \
			"$p" >>"$B/npm.log" 2>&1 || true
	done
}

bench_duckdb() {
	bench_node @duckdb/node-api
}

# bench_own COMMAND...: "seconds cpu KiB" of what says itself, on standard error,
# how many seconds it took without Node's start.
bench_own() {
	"$B/measure" /dev/null "$@" 2>"$B/$bench-own" |
	    while read -r _ cpu kib; do
		echo "$(cat "$B/$bench-own") $cpu $kib"
	done
}

# bench_sql SQL: DuckDB's.
bench_sql() {
	printf '%s\n' "$1" >"$B/$bench.sql"
	bench_own node tests/bench/sql.mjs "$B/$bench.sql"
}

# bench_runs CASE TOOL OUT: whether it runs here.
bench_runs() {
	[ -n "$(command_of "$@" 2>/dev/null)" ] && return
	echo "bench: $2 does not run here: not measured" >&2
	missing=1
	return 1
}

# bench_same CASE TOOL SUM SUM
bench_same() {
	[ "$3" = "$4" ] && return
	echo "bench: $1: $2 gives other rows than ours: $3, not $4" >&2
	exit 2
}

# bench_csv FILE [DELIMITER]: how DuckDB reads it, without guessing from its first rows.
bench_csv() {
	echo "read_csv('$1', all_varchar=true, header=true, delim='${2:-,}'," \
	    "quote='\"', escape='\"')"
}

# bench_copy SQL OUT
bench_copy() {
	echo "COPY ($1) TO '$2' (FORMAT csv, USE_TMP_FILE false)"
}

# bench_round CASE TOOL
bench_round() {
	measured=$(command_of "$1" "$2" /dev/null)
	if [ -z "$measured" ]; then
		echo "bench: $1: $2 fails" >&2
		[ ! -s "$B/$bench-own" ] || cat "$B/$bench-own" >&2
		exit 2
	fi
	echo "$1 $2 $measured" >>"$times"
}

# bench_median CASE TOOL FIELD: 3 wall seconds, 4 processor seconds, 5 KiB.
bench_median() {
	grep "^$1 $2 " "$times" | cut -d ' ' -f "$3" | sort -n |
	    awk '{ s[NR] = $1 }
		END { print (s[int((NR + 1) / 2)] + s[int(NR / 2) + 1]) / 2 }'
}

bench_npm_version() {
	node -p 'require(process.argv[1]).version' \
	    "./$B/node_modules/$1/package.json"
}

bench_version() {
	case $1 in
	duckdb*) bench_npm_version @duckdb/node-api ;;
	polars) bench_npm_version nodejs-polars ;;
	sheetjs) bench_npm_version xlsx ;;
	libcsv) dpkg-query -W -f '${Version}' libcsv-dev ;;
	expat) dpkg-query -W -f '${Version}' libexpat1-dev ;;
	openpyxl) dpkg-query -W -f '${Version}' python3-openpyxl ;;
	xls2csv) dpkg-query -W -f '${Version}' catdoc ;;
	libreoffice) dpkg-query -W -f '${Version}' libreoffice-calc ;;
	csvkit | xlsx2csv | gnumeric) dpkg-query -W -f '${Version}' "$1" ;;
	miller) mlr --version | sed 's/^[a-z ]*//' ;;
	sax) xml2-config --version ;;
	lxml) dpkg-query -W -f '${Version}' python3-lxml ;;
	xmlstarlet) dpkg-query -W -f '${Version}' xmlstarlet ;;
	gzip) gzip --version | sed -n '1s/^gzip //p' ;;
	*) git describe --always --dirty 2>/dev/null || echo - ;;
	esac
}

# Prints the table; the same is in build/bench/NAME.csv.
bench_table() {
	echo "case,tool,version,mb,runs,seconds,mb_per_second,ratio,target,peak_mib,cpu_seconds" >"$B/$bench.csv"
	cut -d ' ' -f 1,2 "$times" | awk '!seen[$0]++' |
	    while read -r case tool; do
		echo "$(bench_median "$case" "$tool" 3)" \
		    "$(bench_median "$case" "$tool" 4)" \
		    "$(bench_median "$case" "$tool" 5)" \
		    "$(size "$case" "$tool")" \
		    "$(bench_median "$case" ours 3)" \
		    "$(size "$case" ours)" "$(grep -c "^$case $tool " "$times")" |
		    awk -v name="$case,$tool,$(bench_version "$tool")" \
			-v target="$(target "$case" "$tool")" '{
				printf "%s,%.1f,%d,%.3f,%.0f,%.2f,%s,%.1f,%.3f\n",
				    name, $4, $7, $1, $4 / $1,
				    $1 / $4 / ($5 / $6), target, $3 / 1024, $2
			}'
	done >>"$B/$bench.csv"
	awk -F, '{ printf "%-8s %-12s %-16s %6s %4s %8s %13s %6s %6s %8s %11s\n",
	    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 }' "$B/$bench.csv"
}

# bench_goal CASE TOOL MEASURED UNIT at-least|at-most GOAL: a line among the
# goals; false, and said, when it is missed or nothing was measured.
bench_goal() {
	awk -v bench="$bench" -v name="$1" -v tool="$2" -v found="$3" \
	    -v unit="$4" -v sign="$5" -v goal="$6" 'BEGIN {
		kept = sign == "at-least" ? found >= goal : found <= goal
		kept = kept && found != ""
		sub("-", " ", sign)
		printf "%s,%s,%s,%s,%s,%s %s,%s\n", bench, name, tool, found,
		    unit, sign, goal, kept ? "yes" : "no"
		if (!kept)
			printf "bench: %s, %s: %s %s, goal %s %s\n", name, tool,
			    found, unit, sign, goal >"/dev/stderr"
		exit !kept
	}' >>"$B/goals.csv"
}

# All targets: ours is at least so many times as fast.
bench_judge() {
	bench_bad=0
	while IFS=, read -r case tool _ _ _ _ _ ratio target _; do
		[ -z "$target" ] || [ "$target" = target ] ||
		    bench_goal "$case" "$tool" "$ratio" times at-least \
			"$target" || bench_bad=1
	done <"$B/$bench.csv"
	return "$bench_bad"
}

# bench_peak CASE MIB: ours is to stay under so much memory.
bench_peak() {
	bench_goal "$1" ours "$(awk -F, -v name="$1" '$1 == name &&
		$2 == "ours" { print $10 }' "$B/$bench.csv")" MiB at-most "$2"
}
