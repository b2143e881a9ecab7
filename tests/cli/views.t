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
done_testing
