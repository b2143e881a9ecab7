#!/bin/sh
# woondeal-diff --explain of the cells there are, each of them a program: what it
# tells is what the stand has, and its rows add up to it. Every fifth, so that
# all columns and rows come by; make soak takes all.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
EVERY=${CELLS_EVERY:-5}
stand() {
	woondeal-diff -q -g "$F/gemeenten.csv" -t "$F/opgave.csv" \
	    -P "$F/plannen.csv" "$@" "$F/waarnemingen.csv"
}

# questions FILE: REGIO:YEARS:COLUMN of every cell, and what the stand has.
# What remains of a target is told of all years only.
questions() {
	awk -F, '
	NR == 1 { for (i = 8; i <= NF; i++) name[i] = $i; n = NF; next }
	{ for (i = 8; i <= n; i++)
		if (name[i] !~ /^(rest|dekking)/ || $6 == 2022 && $7 == 2030)
			print $4 ":" $6 "-" $7 ":" name[i] "\t" $i }' "$1"
}

# stories [OPTION...] <QUESTIONS: each with its story, as one stream.
stories() {
	while IFS="	" read -r question want; do
		echo "@,$question,$want"
		stand "$@" --explain "$question" || echo "@!"
	done
}

# wrong <STORIES: what is not told as it is.
wrong() {
	sed 's/"[^"]*"//g' | awk -F, '
	function judge(   part, words) {
		if (question == "")
			return
		asked++
		words = column ~ /^(opgave_reden|groei_s|groei_tm|vol|afg)/
		if (lines < 1 || told != want)
			print question, "tells", told, "but the stand has", want
		if (want == "" || words)
			return
		numbers++
		if (column !~ /_pct$/ && total != told)
			print question, told, "but its rows are", total
		for (part in n)
			if (n[part] != sum[part])
				print question, part, n[part], sum[part]
		if (column ~ /_pct$/ && told != round(n["teller"], n["noemer"]))
			print question, told, n["teller"], n["noemer"]
	}
	# One decimal, half away from zero, of whole numbers.
	function round(a, b,   s, t) {
		s = a < 0 ? -1 : 1
		t = int((2000 * s * a + b) / (2 * b))
		return sprintf("%s%d.%d", s < 0 && t ? "-" : "", t / 10, t % 10)
	}
	$1 == "@" {
		judge()
		question = $2
		column = $2
		sub(/.*:/, "", column)
		want = $3
		told = part = ""
		lines = total = 0
		split("", n)
		split("", sum)
		next
	}
	/^@!/ { print question, "failed" }
	$1 == "soort" { next }
	$1 == "uitkomst" { told = $6; lines++; next }
	$1 == "teller" || $1 == "noemer" { part = $1; n[part] = $6; next }
	{ sum[part] += $6; total += $6 }
	END { judge(); print asked + 0, numbers + 0 >"counts" }'
}

# some <QUESTIONS: every so manieth.
some() { awk -v every="$EVERY" 'NR % every == 1 || every == 1'; }

run stand -o stand.csv
questions stand.csv | some >asked
ok "there are more than 1700 cells" test \
    "$(questions stand.csv | wc -l)" -gt 1700
stories <asked | wrong >bad
ok "each cell is told as it is, and adds up" sh -c 'cat bad; ! test -s bad'
ok "of every column" sh -c 'read -r n numbers <counts &&
    test "$n" = "$(wc -l <asked)" && test "$n" -ge $((1700 / $1)) &&
    test "$numbers" -gt $((350 / $1)) && for c in $(sed -n "1s/,/ /gp" \
    stand.csv | cut -d " " -f 8-); do grep -q ":$c	" asked || exit; done' \
    - "$EVERY"

# And with a running year.
stand --peildatum laatste -o laatste.csv
awk -F, 'NR == 1 || ($4 ~ /^(PV24|WD-MRA|GM0184)$/ && ($6 == 2024 ||
    $6 == 2022 && $7 > 2024))' laatste.csv >some.csv
questions some.csv | some >asked
stories --peildatum laatste <asked | wrong >bad
ok "with months of a running year, too" sh -c 'cat bad; ! test -s bad &&
    read -r n numbers <counts && test "$n" = "$(wc -l <asked)" &&
    test "$numbers" -gt $((40 / $1))' - "$EVERY"

# A story that is wrong would be seen.
{
	echo @,a:1:hard,5
	echo uitkomst,hard,a,a,1,5
	echo plan,hard,a,a,1,4
	echo @,a:1:dekking_pct,50.1
	printf '%s\n' uitkomst,d,a,a,1,50.1 teller,t,a,a,1,1 plan,t,a,a,1,1 \
	    noemer,n,a,a,1,2 plan,n,a,a,1,2
	echo @,a:1:zacht,
} | wrong >bad
ok "three wrong ones" test 3 = "$(wc -l <bad)"
done_testing
