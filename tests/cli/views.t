#!/bin/bash
# --table, --rows and --json of every tool that writes CSV.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
unset COLUMNS

# A table fits, whatever the width: columns left out and texts cut are told.
cat >w.csv <<'END2'
gemeente,naam,leeg,aantal,opmerking
GM0034,Almere,,12.5,"een lange opmerking over het plan, met een komma"
GM1900,Súdwest-Fryslân,,1234567,日本語 en e´e
GM0050,Zeewolde,,-3,
END2
run csvpick --table w.csv
is 0 "80 columns: a text is cut, and that is told" "csvpick: texts cut in \
opmerking; a wider terminal or COLUMNS=N shows more, -c chooses columns" <<'END2'
gemeente  naam             leeg   aantal  opmerking
--------  ---------------  ----  -------  --------------------------------------
GM0034    Almere                    12.5  een lange opmerking over het plan, me…
GM1900    Súdwest-Fryslân        1234567  日本語 en e´e
GM0050    Zeewolde                    -3
END2
COLUMNS=40 run csvpick --table w.csv
is 0 "40: what is empty goes first, then what is to the right" "csvpick: 2 \
columns (leeg, opmerking) not shown; a wider terminal or COLUMNS=N shows \
more, -c chooses columns" <<'END2'
gemeente  naam              aantal
--------  ---------------  -------
GM0034    Almere              12.5
GM1900    Súdwest-Fryslân  1234567
GM0050    Zeewolde              -3
END2
COLUMNS=200 run csvpick --table w.csv
ok "200: as it is, without a word" sh -c "grep -q ' met een komma\$' out &&
    ! test -s err"
for n in 20 21 33 47 59 61 79 81; do
	COLUMNS=$n run csvpick --table w.csv
	ok "$n columns are not passed" test "$status" = 0 -a -s out -a \
	    "$(wc -L <out)" -le "$n"
	ok "$n: no number is cut" sh -c "! grep -q '[0-9]…' out && test -s out"
done
printf 'naam,bedrag,totaal\n%s,123456789012345678,987654321098765432\n' \
    "$(printf 'a%.0s' $(seq 30))" >long.csv
COLUMNS=45 run csvpick --table long.csv
ok "a long number is whole or not there" sh -c "grep -q ' 123456789012345678\$' \
    out && grep -q '1 column (totaal) not shown' err"
run csvpick -q --table w.csv
ok "-q says nothing" sh -c "grep -q Almere out && ! test -s err"
run csvpick --table -o view.txt w.csv
ok "-o FILE is a page of 80 columns" test "$(wc -L <view.txt)" = 80

# Rows beyond the most are counted, not held.
seq 1500 | sed '1i nummer' >many.csv
run csvpick --table many.csv
ok "a thousand rows, and how many are not shown" test "$(wc -l <out) $(cat err)" = \
    "1002 csvpick: 500 rows not shown; --rows 0 shows all rows"
run csvpick --table --rows 2 many.csv
is 0 "--rows" "csvpick: 1,498 rows not shown; --rows 0 shows all rows" <<'END2'
nummer
------
     1
     2
END2
run csvpick --table --rows 0 many.csv
ok "--rows 0 is all" test "$(wc -l <out) $(wc -c <err)" = "1502 0"
run csvpick --rows 3 many.csv
ok "--rows is for --table" sh -c "test $status = 2 && ! test -s out &&
    grep -q '^csvpick: --rows is for --table; usage' err"
run csvpick --table --json many.csv
ok "one view at a time" sh -c "test $status = 2 && ! test -s out &&
    grep -q 'exclude each other' err"
run csvpick --table -H many.csv
ok "a view needs the header" sh -c "test $status = 2 && ! test -s out &&
    grep -q '^csvpick: --no-header is not for' err"
head -1 w.csv >head.csv
run csvpick --table head.csv
is 0 "a header alone" <<'END2'
gemeente  naam  leeg  aantal  opmerking
--------  ----  ----  ------  ---------
END2

# On a terminal: its own width. COLUMNS goes before it.
on() { # COLUMNS COMMAND
	script -qec "stty cols $1; $2" /dev/null | tr -d '\r' >out 2>/dev/null
	status=0
}
on 47 "csvpick -q --table w.csv"
ok "the width of the terminal" test "$(wc -L <out)" = 47
on 47 "COLUMNS=60 csvpick -q --table w.csv"
ok "COLUMNS goes before it" test "$(wc -L <out)" = 60

# JSON: one array, nothing lost, nothing else on it.
{
	printf 'a,"b ""q""",c\n'
	printf 'x\\y,"line\nend	tab",é\n'
	printf ',"\033[2J\302\233m\177",1e3\n'
} >odd.csv
run csvpick --json odd.csv
is 0 "--json" <<'END2'
[
{"a":"x\\y","b \"q\"":"line\nend\ttab","c":"é"},
{"a":null,"b \"q\"":"\u001b[2J\u009bm\u007f","c":"1e3"}
]
END2
ok "jq agrees" test "$(jq -c '[length, .[1].c]' out)" = '[2,"1e3"]'
run csvpick --json head.csv
is 0 "no records, an empty array" <<'END2'
[]
END2
printf 'a,b,a\n1,2,3\n' >twice.csv
run csvmerge --json -k b head.csv
run csvpick --json -c gemeente,gemeente w.csv
fails 2 "an object has each name once" "csvpick: --json: columns 1 and 2 are \
both called \"gemeente\": an object has each name once"
echo old >kept.json
run csvpick --json -c gemeente,gemeente -o kept.json w.csv
ok "and what was there stays" grep -qx old kept.json

run release-seal --release "$ROOT/tests/cli/behaviour/uitgave" \
    --schema "$ROOT/tests/cli/behaviour/schema" \
    --table "$ROOT/tests/cli/behaviour/uitgave.csv"
ok "release-seal: files and their sizes" grep -Eq \
    "^[a-z.]+  +[0-9]+  +[0-9]* *[0-9a-f]+" out
run release-seal --verify --release uit --table
ok "release-seal: only of the list" sh -c "test $status = 2 && grep -q \
    -e '--table and --json are for the list of files' err"

run csvpick --json --schema "$ROOT/pipelines/schema/geen" w.csv
ok "a schema that is not there" sh -c "test $status = 2 && ! test -s out"
run csvpick --schema "$ROOT/pipelines/schema/stand" w.csv
ok "--schema is for --json" sh -c "test $status = 2 && ! test -s out &&
    grep -q '^csvpick: --schema is for --json' err"
printf '%s\n' regio,opgave,hard x,007,-0.50 x,.5,1. x,+5,-0 x,1e3,1.e3 x,-,0x1 \
    >numbers.csv
run csvpick --json --schema "$ROOT/pipelines/schema/stand" numbers.csv
is 0 "a number is one to JSON too, else it is a string" <<'END2'
[
{"regio":"x","opgave":"007","hard":-0.50},
{"regio":"x","opgave":".5","hard":"1."},
{"regio":"x","opgave":"+5","hard":-0},
{"regio":"x","opgave":1e3,"hard":"1.e3"},
{"regio":"x","opgave":"-","hard":"0x1"}
]
END2

# Each tool: its JSON as CSV again is its CSV, its table fits; and what every
# tool does with an output that fails.
. "$ROOT/tests/cli/behaviour/common.sh"
pairs=()
one_view() {
	case $tool in plan-letter | release-seal) return ;; esac
	with "$input"
	cp "$T/out" "$T/$tool.csv"
	with --json "$input"
	cp "$T/out" "$T/$tool.json"
	pairs+=("$T/$tool.csv" "$T/$tool.json")
	with --table "$input"
	ok "$tool: a table of 80 columns" test "$status" = 0 -a \
	    "$(wc -L <"$T/out")" -le 80 -a "$(wc -l <"$T/out")" -ge 2
	fresh
	with --json -o "$T/o/f" "$input"
	ok "$tool: -o FILE is the same JSON" cmp "$T/$tool.json" "$T/o/f"
	# shellcheck disable=SC2086
	"$tool" $args --json "$input" >/dev/full 2>"$T/err"
	status=$?
	ended 2 "$tool: a full disk is told"
}
each_tool one_view
"$ROOT/tests/cli/views.pl" back "${pairs[@]}" >"$T/back" 2>&1
for ((i = 0; i < ${#pairs[@]}; i += 2)); do
	tool=$(basename "${pairs[i]}" .csv)
	ok "$tool: the JSON has the bytes of the CSV" grep -qx "$tool: ok" \
	    "$T/back"
done
ok "jq reads them all" test "$(jq length "$T"/*-*.json "$T"/csv*.json | wc -l)" = \
    $((${#pairs[@]} / 2))

# What is a number in JSON is what the schema of the release calls one, in each
# table that these tools make of the night's.
night
R=$N/uit/current
S=$ROOT/pipelines/schema
cd "$R" || exit 1
types=()
typed() { # NAME SCHEMA COMMAND...
	"${@:3}" --json -q -o "$T/$1.json" 2>"$T/err" || [ $? = 1 ] || cat "$T/err"
	types+=("$2" "$T/$1.json")
}
form() { # NAME SCHEMA OPTION...
	typed "$1" "$2" woondeal-diff -g provincie/gemeenten.csv \
	    -t provincie/opgave.csv -P plannen.csv waarnemingen.csv "${@:3}"
}
need=$DATA/nightly/behoefte
form stand stand
form band "stand-band|stand" --band
form areas "stand-gebieden|stand" --groep gebied --gebieden provincie/gebieden.csv
form figures cijfers --figures --capacity-norm 130
form break-even break-even --break-even
form segment segmenten --segment betaalbaarheid --norm provincie/norm.csv
form bos segment --segment bos
form rulesets regelsets --also rulesets=- --planstatus provincie/planstatus.csv
form choice plankeuze --also choice:provincie/plankeuze.csv=-
form need tekort --also "need:$need/behoefte.csv:$need/voorraad.csv=-"
form stock voorraad --also "stock:$need/voorraad.csv=-"
form permits vergunningen --peildatum laatste --also permits=-
form outlook vooruitblik --also outlook=-
form claims getoetst --also claims:provincie/beweringen.csv=-
form scenarios scenarios --scenario provincie/scenario.csv \
    --also scenarios:130=-
head -n 2 plannen.csv >"$T/plan.csv"
typed bridge planbrug plan-diff --bridge "$T/plan.csv" plannen.csv
typed changes planwijzigingen plan-diff "$T/plan.csv" plannen.csv
typed csvpick "stand-band|stand" csvpick --schema "$S/stand-band|stand" \
    stand-band.csv
typed latest indicatoren-breed csvpick --schema "$S/indicatoren-breed" \
    arcgis/indicatoren_actueel.csv
join() { # NAME SCHEMA OPTION...
	typed "$1" "$2" indicator-join -i "$HERE/indicatoren.csv" \
	    -g "$HERE/gemeenten.csv" "$HERE/waarnemingen.csv" "${@:3}"
}
join long indicatoren
join wide indicatoren-breed --layout wide --latest
join swing swing --layout swing
join swing-meta swing-meta --layout swing-meta
cd "$HERE" || exit 1
typed accept vankracht plan-accept -g gemeenten.csv -l grenzen.csv \
    -b aadorp.csv --name 1a geleverd.csv
typed cbs waarnemingen cbs-extract --table-id 81955NED typed.csv
typed plans plannen plan-normalize -g gemeenten.csv -S planstatus.csv \
    -l layout.csv levering.csv
"$ROOT/tests/cli/views.pl" types "$S" "${types[@]}" >"$T/types" 2>&1
status=0
for ((i = 1; i < ${#types[@]}; i += 2)); do
	made=$(basename "${types[i]}" .json)
	ok "$made: numbers are those of its schema" grep -x "$made: ok" \
	    "$T/types"
done

# --wide perioden: in order of time, and each value with what it is worth.
cd "$T" || exit 1
cat >Perioden.csv <<'END2'
Key,Title,Status
2023JJ00,2023,Definitief
2024JJ00,2024*,NaderVoorlopig
2024KW01,2024 1e kwartaal*,Voorlopig
2024MM01,2024 januari*,Voorlopig
END2
cat >dp.csv <<'END2'
Key,ID,Position,ParentID,Type,Title,Unit,Decimals,Datatype
RegioS,0,0,,GeoDetail,Regio,,,
Perioden,1,1,,TimeDimension,Perioden,,,
Nieuwbouw_1,2,2,,Topic,Nieuwbouw,aantal,0,Long
Prijs_2,3,3,,Topic,Prijs,1 000 euro,2,Double
END2
cat >periods.csv <<'END2'
ID,RegioS,Perioden,Nieuwbouw_1,Prijs_2
0,GM0034,2024MM01,  10,  1.50
1,GM0034,2024JJ00,  25,  .
2,GM0034,2023JJ00,  11,  2.00
3,GM0034,2024KW01,  12,  x
4,PV24  ,2024JJ00,  30,  3.25
5,PV24  ,2023JJ00,   0,
END2
extract() {
	run cbs-extract -q --table-id T -M Perioden.csv -M dp.csv "$@"
}
extract --wide perioden periods.csv
cat >want <<'END2'
tabel,onderwerp,regio,eenheid,p2023,p2023_status,p2024,p2024_status,p2024_q1,p2024_q1_status,p2024_01,p2024_01_status
T,Nieuwbouw_1,GM0034,aantal,11,definitief,25,nader_voorlopig,12,voorlopig,10,voorlopig
T,Prijs_2,GM0034,1 000 euro,2.00,definitief,,ontbreekt,,geheim,1.50,voorlopig
T,Nieuwbouw_1,PV24,aantal,0,definitief,30,nader_voorlopig,,niet_geleverd,,niet_geleverd
T,Prijs_2,PV24,1 000 euro,,onmogelijk,3.25,nader_voorlopig,,niet_geleverd,,niet_geleverd
END2
cp out got
ok "--wide perioden" diff -u want got
extract --wide=perioden periods.csv
ok "--wide=perioden" cmp want out
extract --wide perioden --json periods.csv
ok "as JSON: digits as they are, and a reason beside what is missing" grep -qF \
    '"p2023":2.00,"p2023_status":"definitief","p2024":null,"p2024_status":"ontbreekt"' \
    out
extract --wide periods.csv
ok "--wide alone is of measures" grep -qx "T,GM0034,2023,definitief,,11,2.00" \
    out
extract --wide jaren periods.csv
ok "another word is a file" grep -q '^cbs-extract: jaren: No such file' err
extract --wide=jaren periods.csv
ok "or is refused" sh -c "test $status = 2 && ! test -s out && grep -q \
    'takes perioden, not \"jaren\"' err"
extract --wide perioden --since got periods.csv
ok "one form at a time" sh -c "test $status = 2 && ! test -s out"
# Nothing is lost: its cells are those of the table, number and word.
extract periods.csv
awk -F, -v OFS=, 'NR > 1 { print $3, $2, $4, $5 == "" ? $8 : $5 "/" $7 }' out |
    sort >cells
awk -F, -v OFS=, 'NR == 1 { n = split($0, name) } NR > 1 {
	for (i = 5; i < n; i += 2) if ($(i + 1) != "niet_geleverd") {
		p = substr(name[i], 2); sub(/_/, "-", p)
		print $3, $2, toupper(p), $i == "" ? $(i + 1) : $i "/" $(i + 1)
	}
}' want | sort >wide
ok "every observation is in it once" diff -u cells wide
{ cat periods.csv; echo '6,GM0034,2023JJ00,  99,  2.00'; } >again.csv
extract --wide perioden -o none.csv again.csv
ok "a cell that comes twice is refused" sh -c "test $status = 2 && grep -q \
    'Nieuwbouw_1 of GM0034 in 2023 comes twice' err && ! test -e none.csv"
head -1 periods.csv >none
extract --wide perioden none
ok "no observations: the header" test "$status $(cat out)" = \
    "0 tabel,onderwerp,regio,eenheid"
done_testing
