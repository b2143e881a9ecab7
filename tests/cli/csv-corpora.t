#!/bin/sh
# csvin against two collections by others, with the parse they expect:
# csv-spectrum and the core cases of PapaParse. Only where they are.
. "$(dirname "$0")/lib.sh"
shared=$ROOT/../shared/data/csv
dump=${BIN%/bin}/unit/test_csvin
if [ ! -d "$shared" ] || [ ! -x "$dump" ]; then
	echo "1..0 # SKIP no shared/data here, or unit tests not built"
	exit 0
fi

# spectrum NAME: header and rows as the objects of the JSON file.
spectrum() {
	"$dump" "$shared/csv-spectrum/csvs/$1.csv" | jq -sS '.[0] as $h |
	    .[1:] | map([$h, .] | transpose | map({(.[0]): .[1]}) | add)' \
	    >"$T/got"
	jq -S . "$shared/csv-spectrum/json/$1.json" | diff -u - "$T/got"
}

for f in "$shared"/csv-spectrum/csvs/*.csv; do
	name=$(basename "$f" .csv)
	[ "$name" = location_coordinates ] ||
	    ok "csv-spectrum: $name" spectrum "$name"
done
run "$dump" "$shared/csv-spectrum/csvs/location_coordinates.csv"
ok "csv-spectrum: quotes inside an unquoted field are refused" \
    grep -q ':2: error: quote inside unquoted field 2' "$T/err"

# PapaParse: the cases without options. Which are not the same is told: it
# reads on after a stray quote, we refuse; and for it a final newline begins
# one more record.
jq '[.CORE_PARSER_TESTS[] | select(.config == null or .config == {} or
    .config == {delimiter: ","})]' "$shared/papaparse-cases.json" \
    >"$T/cases.json"
n=0 parsed=0
jq -r '.[].input | @base64' "$T/cases.json" >"$T/inputs"
while read -r input; do
	echo "$input" | base64 -d >"$T/in.csv"
	if "$dump" "$T/in.csv" 2>/dev/null >"$T/rows"; then
		echo '"read"'
		cat "$T/rows"
		parsed=$((parsed + 1))
	else
		echo '"refused"'
	fi
	n=$((n + 1))
done <"$T/inputs" >"$T/ours"
# A word and its rows: null where it was refused.
run jq -r --slurpfile said "$T/ours" '(reduce $said[] as $x ([];
	if $x == "refused" then . + [null] elif $x == "read" then . + [[]]
	else .[-1] += [$x] end)) as $ours | to_entries[] |
    $ours[.key] as $got | .value |
    (if $got == null then "refused"
     elif $got == .expected.data then empty
     elif $got + [[""]] == .expected.data then "one less"
     else "differs \($got)" end) + ": " + .description' "$T/cases.json"
ok "PapaParse: of 42 cases 34 are read" test "$n $parsed" = "42 34"
is 0 "PapaParse: 33 the same, the others for a reason" <<'END'
refused: Unquoted field with quotes at end of field
refused: Quoted field with whitespace around quotes
refused: Misplaced quotes in data, not as opening quotes
refused: Quoted field has no closing quote
refused: Quoted field has invalid trailing quote after delimiter with a valid closer
refused: Quoted field has invalid trailing quote after delimiter
refused: Quoted field has invalid trailing quote before delimiter
refused: Quoted field has invalid trailing quote after new line
one less: One column input with empty fields
END
done_testing
