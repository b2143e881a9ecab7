#!/bin/sh
# plan-diff: two registers compared, and the bridge between their totals.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-diff
OLD=$F/changes.old.csv
NEW=$F/changes.new.csv
HEAD=gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil
BRIDGE=gemeente,hardheid,vorig,nieuw,vervallen,aantal,status,totaal,geweigerd

# register: rows gemeente;id;naam;fase;status;hardheid;van;tot;soort;aantal
# on stdin to a register of dimensie totaal on stdout.
register() {
	head -1 "$OLD"
	awk -F';' -v OFS=, '{
		print $1, $2, $3, $4, $5, $6, "", "", "", "", "", "Openbaar",
		    "nee", $7, $8, $9, "totaal", "", $10, "opgegeven",
		    "2024-01-01", "lev", NR + 1, "H", "rest"
	}'
}

one() {
	echo 'GM0034;1;Plan;;1A;hard;2025;2025;bouw;10' | register
}

# totals REGISTER: gemeente,hardheid,netto by awk alone, sorted. For
# registers of whole numbers or tenths, without quotes in what it reads.
totals() {
	awk -F, 'NR > 1 { gsub(/"[^"]*("")*[^"]*"/, "q") }
	NR > 1 && $17 == "totaal" {
		k = $1 "," $6
		seen[k] = 1
		if ($16 == "bouw") n[k] += $19 * 10
		if ($16 == "sloop") n[k] -= $19 * 10
	}
	NR > 1 { seen[$1 "," $6] = 1 }
	END { for (k in seen) printf "%s,%.10g\n", k, n[k] / 10 }' "$1" | sort
}

cd "$F" || exit 1

run plan-diff changes.old.csv changes.new.csv
is 0 "every kind of change" "$(cat changes.err)" <changes.out.csv

run plan-diff -q --bridge changes.old.csv changes.new.csv
is 0 "the bridge" <changes.bridge.csv

# The numbers of the bridge, told by awk from the registers alone.
run plan-diff -q --bridge changes.old.csv changes.new.csv
cut -d, -f1,2,3 "$T/out" | sed 1d | grep -v ',0$' | sort >"$T/vorig"
cut -d, -f1,2,8 "$T/out" | sed 1d | grep -v ',0$' | sort >"$T/totaal"
totals changes.old.csv | grep -v ',0$' >"$T/vorig.awk"
totals changes.new.csv | grep -v ',0$' >"$T/totaal.awk"
ok "vorig is the old register's total" diff -u "$T/vorig.awk" "$T/vorig"
ok "totaal is the new register's total" diff -u "$T/totaal.awk" "$T/totaal"
awk -F, 'NR > 1 { d = $3 + $4 - $5 + $6 + $7 - $8
	if (d > 1e-9 || d < -1e-9) bad = 1
	if ($7 != 0) some = 1
	moved[$1] += $7 }
END { for (g in moved) if (moved[g] != 0) bad = 1; exit bad || !some }' \
    "$T/out"
ok "each row balances, status sums to 0" test $? = 0

# The changes add up to the same difference.
plan-diff -q changes.old.csv changes.new.csv |
    awk -F, 'NR > 1 { gsub(/"[^"]*("")*[^"]*"/, "q") }
	$5 ~ /^netto|^fase_id/ || $5 ~ /^bouw.totaal/ { n += $8 * 10 }
	$5 ~ /^sloop.totaal/ { n -= $8 * 10 }
	END { printf "%d\n", n }' >"$T/sum"
{ totals changes.new.csv; totals changes.old.csv | sed 's/,\([^,]*\)$/,-\1/
	s/--//'; } | awk -F, '{ n += $3 * 10 } END { printf "%d\n", n }' \
    >"$T/sum.awk"
ok "verschil sums to the change in total" diff "$T/sum.awk" "$T/sum"

# Random registers: always balanced, always the new total.
rand() {
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		split("hard zacht onbekend telt_niet", h, " ")
		for (p = 1; p <= 40; p++) {
			if (rand() < 0.3) continue
			k = int(rand() * 4) + 1
			fases = rand() < 0.2 ? 2 : 0
			id = rand() < 0.2 ? "" : p + (rand() < 0.1 ? 100 : 0)
			for (f = fases > 0; f <= fases; f++)
				for (y = 2024; y < 2030; y++)
					if (rand() < 0.4)
						printf "GM%04d;%s;Plan %d;%s;%s;%s;%d;%d;%s;%d\n",
						    p % 3 + 1, id, p, f ? f : "",
						    "s" k, h[k], y, y,
						    rand() < 0.2 ? "sloop" : "bouw",
						    rand() * 100
		}
	}' </dev/null | register
}
bad=0
i=0
while [ $i -lt 30 ]; do
	i=$((i + 1))
	rand $i >"$T/a.csv"
	rand $((i + 1000)) >"$T/b.csv"
	plan-diff -q --bridge "$T/a.csv" "$T/b.csv" >"$T/out" || bad=1
	awk -F, 'NR > 1 && $3 + $4 - $5 + $6 + $7 != $8 { exit 1 }' "$T/out" ||
	    bad=1
	for n in 3:a 8:b; do
		cut -d, -f"1,2,${n%:*}" "$T/out" | sed 1d |
		    grep -v ',0$' | sort >"$T/ours"
		totals "$T/${n#*:}.csv" | grep -v ',0$' >"$T/awks"
		cmp -s "$T/ours" "$T/awks" || bad=1
	done
done
ok "30 random pairs: the bridge is awk's totals" test $bad = 0

# The order of the rows does not matter.
head -1 "$OLD" >"$T/a.csv"
sed 1d "$OLD" | sort -r >>"$T/a.csv"
head -1 "$NEW" >"$T/b.csv"
sed 1d "$NEW" | sort -r >>"$T/b.csv"
run plan-diff -q "$T/a.csv" "$T/b.csv"
is 0 "rows in another order, the same bytes" <changes.out.csv

# Estimates and wood: bounds that changed alone are a change, hectares are no
# dwellings. Registers from before these columns are read as well.
# wider: register rows, then laag;hoog;bos, on stdin to a register.
wider() {
	echo "$(head -1 "$OLD"),aantal_laag,aantal_hoog,bos_ha"
	while IFS='|' read -r row extra; do
		echo "$(echo "$row" | register | sed 1d),$(echo "$extra" |
		    tr ';' ,)"
	done
}
wider >"$T/a.csv" <<'END'
GM0034;1;Plan;;3;zacht;2025;2025;bouw;40|36;44;2.5
GM0034;2;Twee;;3;zacht;2025;2025;bouw;40|;;1
GM0034;3;Drie;;3;zacht;2025;2025;bouw;50|40;60;
GM0034;4;Schuift;;3;zacht;2025;2025;bouw;50|40;60;
GM0034;5;Weg;;3;zacht;2025;2025;bouw;5|;;3
GM0034;6;Deelt;;3;zacht;2025;2025;bouw;6|;;3
GM0034;7;Gelijk;;3;zacht;2025;2025;bouw;50|40;60;1.0
END
wider >"$T/b.csv" <<'END'
GM0034;1;Plan;;3;zacht;2025;2025;bouw;40|30;50;2.50
GM0034;2;Twee;;3;zacht;2025;2025;bouw;44|40;48;
GM0034;3;Drie;;3;zacht;2025;2025;bouw;50|;;
GM0034;4;Schuift;;3;zacht;2026;2026;bouw;50|45;55;
GM0034;6;Deelt;a;3;zacht;2025;2025;bouw;2|;;1
GM0034;6;Deelt;b;3;zacht;2025;2025;bouw;4|;;1.5
GM0034;7;Gelijk;;3;zacht;2025;2025;bouw;50.0|40.0;60;1
GM0034;8;Nieuw;;3;zacht;2025;2025;bouw;9|;;4
END
run plan-diff -q "$T/a.csv" "$T/b.csv"
is 0 "bounds and wood" <<END
$HEAD
GM0034,1,Plan,aantal,bouw|totaal||2025|grenzen,36-44,30-50,0
GM0034,2,Twee,aantal,bouw|totaal||2025,40,44,4
GM0034,2,Twee,aantal,bouw|totaal||2025|grenzen,,40-48,0
GM0034,2,Twee,aantal,bos_ha,1,,
GM0034,3,Drie,aantal,bouw|totaal||2025|grenzen,40-60,,0
GM0034,4,Schuift,verschoven,bouw|totaal|,2025:50(40-60),2026:50(45-55),0
GM0034,5,Weg,vervallen,netto,5,,-5
GM0034,5,Weg,aantal,bos_ha,3,,
GM0034,6,Deelt,gesplitst,fase_id,,a|b,0
GM0034,6,Deelt,aantal,bos_ha,3,2.5,
GM0034,8,Nieuw,nieuw,netto,,9,9
GM0034,8,Nieuw,aantal,bos_ha,,4,
END
run plan-diff -q --fail-if-diff "$T/a.csv" "$T/a.csv"
ok "equal bounds and wood are no change" test $status = 0
run plan-diff -q --bridge "$T/a.csv" "$T/b.csv"
is 0 "the bridge is in aantal" <<END
$BRIDGE
GM0034,zacht,241,9,5,4,0,249,0
END
echo 'GM0034;1;Plan;;3;zacht;2025;2025;bouw;40' | register >"$T/old.csv"
head -2 "$T/b.csv" >"$T/new.csv"
run plan-diff -q "$T/old.csv" "$T/new.csv"
is 0 "a register from before the columns" <<END
$HEAD
GM0034,1,Plan,aantal,bouw|totaal||2025|grenzen,,30-50,0
GM0034,1,Plan,aantal,bos_ha,,2.50,
END
for bad in 41:50 30:39 30: :50 x:50; do
	sed "s/,30,50,/,${bad%:*},${bad#*:},/" "$T/new.csv" >"$T/bad.csv"
	run plan-diff "$T/old.csv" "$T/bad.csv"
	expected="with aantal_hoog two numbers around aantal"
	[ "${bad%:*}" != x ] || expected="a number with a decimal point"
	fails 2 "bounds $bad" "plan-diff: $T/bad.csv:2: error: column\
 aantal_laag: '${bad%:*}' found, $expected expected"
done
sed 's/,2.50$/,-1/' "$T/new.csv" >"$T/bad.csv"
run plan-diff "$T/old.csv" "$T/bad.csv"
fails 2 "wood below nothing" "plan-diff: $T/bad.csv:2: error: column bos_ha:\
 '-1' found, hectares as 2.5, or nothing expected"

# A plan that was rejected in the new delivery is not gone: found by its id, by
# its name, or whatever was left of its phase.
printf '%s\n' 'GM0034;1;Een;;1A;hard;2025;2025;bouw;10' \
    'GM0034;2;Twee;;1A;hard;2025;2025;bouw;20' \
    'GM0034;;Drie;;3;zacht;2025;2025;bouw;30' \
    'GM0034;4;Vier;a;3;zacht;2025;2025;bouw;40' \
    'GM0034;5;Vijf;;3;zacht;2025;2025;bouw;50' |
    register >"$T/old.csv"
printf '%s\n' 'GM0034;1;Een;;1A;hard;2025;2025;bouw;11' |
    register >"$T/new.csv"
printf '%s\n' 'GM0034;2;Twee;;onbekend;onbekend;2025;2025;bouw;25' \
    'GM0034;2;Twee;;3;zacht;2026;2026;bouw;1' \
    'GM0034;2;Twee;;onbekend;onbekend;2025;2025;bouw;25' \
    'GM0034;9; drie ;;3;zacht;2025;2025;sloop;3' \
    'GM0034;4;Vier;b;3;zacht;2025;2025;bouw;' \
    'GM0034;1;Een;;1A;hard;2025;2024;bouw;20000000' |
    register >"$T/rejected.csv"
run plan-diff --afgewezen "$T/rejected.csv" "$T/old.csv" "$T/new.csv"
is 0 "a plan that was rejected" <<END
$HEAD
GM0034,,Drie,geweigerd,netto,30,-3,-30
GM0034,1,Een,aantal,bouw|totaal||2025,10,11,1
GM0034,2,Twee,geweigerd,netto,20,25,-20
GM0034,4,Vier,geweigerd,netto@a,40,0,-40
GM0034,5,Vijf,vervallen,netto,50,,-50
END
run plan-diff --bridge --afgewezen "$T/rejected.csv" "$T/old.csv" "$T/new.csv"
is 0 "in the bridge" <<END
$BRIDGE
GM0034,hard,30,0,0,1,0,11,20
GM0034,zacht,120,0,50,0,0,0,70
END
run plan-diff -v --afgewezen "$T/rejected.csv" "$T/old.csv" "$T/new.csv"
ok "-v counts them" grep -q '4 gone (3 of them rejected)' "$T/err"
run plan-diff --reconcile --afgewezen "$T/rejected.csv" "$T/old.csv" \
    "$T/new.csv"
ok "two sources have none" sh -c "test '$status' = 2 &&
    grep -q -- '--reconcile excludes --bridge and --afgewezen' '$T/err'"

# Nothing changed.
run plan-diff --fail-if-diff changes.old.csv changes.old.csv
is 0 "a register against itself" <<END
$HEAD
END
run plan-diff --fail-if-diff -q changes.old.csv changes.new.csv
is 1 "--fail-if-diff exits 1, output complete" <changes.out.csv
run plan-diff --fail-if-diff -q --bridge changes.old.csv changes.new.csv
is 1 "--fail-if-diff with --bridge" <changes.bridge.csv
run plan-diff --fail-on warning -q changes.old.csv changes.new.csv
is 1 "--fail-on warning exits 1" <changes.out.csv
run plan-diff -v changes.old.csv changes.old.csv
is 0 "-v gives one balancing line" "plan-diff: old: 22 rows, 18 plans = 17 \
by id + 0 by plan_id but another fase_id + 1 by name + 0 split + 0 parts of a \
merger + 0 gone (0 of them rejected); new: 22 rows, 18 plans = 18 matched + 0 parts of a split + 0 \
merged + 0 new; 0 changes" <<END
$HEAD
END

# Standard input for either side, gzip.
run sh -c 'gzip -c changes.old.csv | plan-diff -q - changes.new.csv'
is 0 "old on standard input, gzipped" <changes.out.csv
run sh -c 'plan-diff -q changes.old.csv - <changes.new.csv'
is 0 "new on standard input" <changes.out.csv

# -o and --findings.
run plan-diff -q -o "$T/o.csv" --findings "$T/f.csv" changes.old.csv \
    changes.new.csv
fails 0 "-o leaves stdout empty" ""
ok "-o has the rows" cmp changes.out.csv "$T/o.csv"
ok "--findings has the findings" diff -u changes.findings.csv "$T/f.csv"

# One key twice.
{
	one
	echo 'GM0034;1;Plan;;1A;hard;2025;2025;bouw;11' | register | sed 1d
} >"$T/twice.csv"
one >"$T/one.csv"
cd "$T" || exit 1
run plan-diff one.csv twice.csv
fails 2 "a key that comes twice names both rows" "plan-diff: \
twice.csv:3: error: the same key as in line 2: gemeente GM0034, plan_id '1' \
(Plan), fase_id '', years '2025'-'2025', bouw, totaal, categorie ''; a key may \
come again with the same number only: the register is damaged or was joined \
from two"
run plan-diff twice.csv one.csv
ok "also in the old register" test $status = 2

# Two statuses in one plan.
{
	one
	echo 'GM0034;1;Plan;;2A;hard;2026;2026;bouw;11' | register | sed 1d
} >two.csv
run plan-diff one.csv two.csv
fails 2 "a plan of two planstatuses" "plan-diff: two.csv:3: error: column \
planstatus: plan_id '1' (Plan) has another value in line 2; a plan or phase \
has one status: give its parts their own fase_id"
sed 's/2A,hard/1A,zacht/' two.csv >hardheid.csv
run plan-diff one.csv hardheid.csv
fails 2 "a plan of two hardheden" "plan-diff: hardheid.csv:3: error: column \
hardheid: plan_id '1' (Plan) has another value in line 2; a plan or phase has \
one status: give its parts their own fase_id"

# Values plan-normalize never writes.
bad_value() {
	sed "s/$1/" one.csv >bad.csv
	run plan-diff one.csv bad.csv
	fails 2 "refuses $1" "plan-diff: bad.csv:2: error: $2"
}
bad_value ',10,op/,1x0,op' \
    "column aantal: '1x0' found, a number with a decimal point expected"
bad_value ',10,op/,1234567890123456789,op' "column aantal: \
'1234567890123456789' found, at most 10000000 in one cell, in at most 18 digits expected"
bad_value ',hard,/,Hard,' "column hardheid: 'Hard' found, hard, zacht, \
onbekend or telt_niet expected"
bad_value ',bouw,/,bouwen,' \
    "column soort: 'bouwen' found, bouw, sloop or gerealiseerd expected"
bad_value '2025,2025/25,2025' \
    "column jaar_van: '25' found, a year as 2024, or nothing expected"
bad_value '2025,2025/2025,202x' \
    "column jaar_tot: '202x' found, a year as 2024, or nothing expected"
bad_value 'GM0034/' \
    "column gemeente: '' found, a region code as GM1680 expected"
bad_value ',totaal,/,,' \
    "column dimensie: '' found, totaal, woningtype, betaalbaarheid, wonen_zorg, flex or \
opdrachtgever expected"

# Totals beyond 18 digits are refused, never rounded.
awk 'BEGIN { for (i = 0; i < 100001; i++)
	printf "GM0034;%d;A;;1A;hard;2025;2025;bouw;9999999.999999\n", i }' |
    register >big.csv
run plan-diff --bridge one.csv big.csv
fails 2 "a total that does not fit" \
    "plan-diff: a total of dwellings has more than 18 digits"

# Names: a split by name, several of one name, an empty name.
printf '%s\n' 'GM0001;;Wijk;;3;zacht;2025;2025;bouw;10' | register >a.csv
printf '%s\n' 'GM0001;;Wijk;1;3;zacht;2025;2025;bouw;4' \
    'GM0001;;wijk;2;1A;hard;2025;2025;bouw;7' | register >b.csv
run plan-diff a.csv b.csv
is 0 "a split without ids" <<END
$HEAD
GM0001,,Wijk,gesplitst,fase_id,,1|2,1
GM0001,,wijk,status,planstatus@2,3,1A,
GM0001,,wijk,status,hardheid@2,zacht,hard,
END
run plan-diff --bridge a.csv b.csv
is 0 "the bridge of a split" <<END
$BRIDGE
GM0001,hard,0,0,0,0,7,7,0
GM0001,zacht,10,0,0,1,-7,4,0
END
run plan-diff b.csv a.csv
is 0 "phases merged" "plan-diff: a.csv:2: warning: P004 \"zacht\": plan Wijk (7\
 dwellings) was hard and is zacht" <<END
$HEAD
GM0001,,Wijk,samengevoegd,fase_id,1|2,,-1
GM0001,,wijk,status,planstatus@2,1A,3,
GM0001,,wijk,status,hardheid@2,hard,zacht,
END
run plan-diff -q --bridge b.csv a.csv
is 0 "the bridge of a merger is that of the split, back" <<END
$BRIDGE
GM0001,hard,7,0,0,0,-7,0,0
GM0001,zacht,4,0,0,-1,7,10,0
END
printf '%s\n' 'GM0001;;Wijk;;3;zacht;2025;2025;bouw;10' | register >a.csv
printf '%s\n' 'GM0001;7;Wijk;1;3;zacht;2025;2025;bouw;4' \
    'GM0001;8;Wijk;1;3;zacht;2025;2025;bouw;6' | register >b.csv
run plan-diff -q a.csv b.csv
is 0 "two plans of one phase are no split" <<END
$HEAD
GM0001,,Wijk,vervallen,netto,10,,-10
GM0001,7,Wijk,nieuw,netto@1,,4,4
GM0001,8,Wijk,nieuw,netto@1,,6,6
END
printf '%s\n' 'GM0001;1;Zuid;;3;zacht;2025;2025;bouw;1' \
    'GM0001;1;Noord;;3;zacht;2026;2026;bouw;2' | register >a.csv
printf '%s\n' 'GM0001;1;Noord;;3;zacht;2026;2026;bouw;2' \
    'GM0001;1;Zuid;;3;zacht;2025;2025;bouw;1' | register >b.csv
run plan-diff a.csv b.csv
is 0 "a plan of two names goes by the first, in any order" <<END
$HEAD
END
printf '%s\n' 'GM0001;1;Noord;;3;zacht;2025;2025;bouw;3' | register >b.csv
run plan-diff b.csv a.csv
ok "which is the first by bytes" test "$(grep -c hernoemd out)" = 0
printf '%s\n' 'GM0001;1;;;3;zacht;2025;2025;bouw;10' | register >a.csv
printf '%s\n' 'GM0001;2;;;3;zacht;2025;2025;bouw;10' | register >b.csv
run plan-diff a.csv b.csv
is 0 "plans without a name are not matched by it" <<END
$HEAD
GM0001,1,,vervallen,netto,10,,-10
GM0001,2,,nieuw,netto,,10,10
END

# Buckets, unknown years, phases in veld.
printf '%s\n' 'GM0001;1;A;x;3;zacht;2025;2029;bouw;10' \
    'GM0001;1;A;x;3;zacht;;;sloop;3' \
    'GM0001;1;A;x;3;zacht;2031;;gerealiseerd;1' | register >a.csv
printf '%s\n' 'GM0001;1;A;x;3;zacht;2025;2025;bouw;4' \
    'GM0001;1;A;x;3;zacht;2026;2029;bouw;6' \
    'GM0001;1;A;x;3;zacht;;;sloop;5' \
    'GM0001;1;A;x;3;zacht;2031;;gerealiseerd;2' | register >b.csv
run plan-diff a.csv b.csv
is 0 "buckets and unknown years" <<END
$HEAD
GM0001,1,A,verschoven,bouw|totaal|@x,2025-2029:10,2025:4|2026-2029:6,0
GM0001,1,A,aantal,gerealiseerd|totaal||2031-@x,1,2,1
GM0001,1,A,aantal,sloop|totaal||onbekend@x,3,5,2
END

# Tables with columns for hard and zacht: one plan, several hardheden.
printf '%s\n' 'GM0001;;;;onbekend;hard;2025;2025;bouw;10' \
    'GM0001;;;;onbekend;zacht;2025;2025;bouw;20' \
    'GM0001;1;A;x;onbekend;hard;2025;2025;bouw;1' \
    'GM0001;1;A;x;onbekend;zacht;2025;2025;bouw;2' | register >a.csv
printf '%s\n' 'GM0001;;;;onbekend;zacht;2025;2025;bouw;21' \
    'GM0001;;;;onbekend;hard;2025;2025;bouw;10' \
    'GM0001;1;A;x;onbekend;zacht;2025;2025;bouw;2' \
    'GM0001;1;A;x;onbekend;hard;2025;2025;bouw;3' | register >b.csv
run plan-diff a.csv b.csv
is 0 "hard and zacht in one plan without planstatus" <<END
$HEAD
GM0001,,,aantal,bouw|totaal||2025@zacht,20,21,1
GM0001,1,A,aantal,bouw|totaal||2025@x/hard,1,3,2
END
run plan-diff --bridge a.csv b.csv
is 0 "and in the bridge" <<END
$BRIDGE
GM0001,hard,11,0,0,2,0,13,0
GM0001,zacht,22,0,0,1,0,23,0
END
echo 'GM0001;1;A;x;1A;hard;2026;2026;bouw;3' | register | sed 1d >>b.csv
run plan-diff a.csv b.csv
fails 2 "a plan with and without a planstatus" "plan-diff: b.csv:6: error: \
column planstatus: plan_id '1' (A) has another value in line 4; a plan or \
phase has one status: give its parts their own fase_id"

# Dialect of the input.
head -1 one.csv >none.csv
run plan-diff --fail-if-diff none.csv none.csv
is 0 "header only" <<END
$HEAD
END
run plan-diff --bridge none.csv none.csv
is 0 "header only, bridge" <<END
$BRIDGE
END
: >empty.csv
run plan-diff one.csv empty.csv
ok "an empty file has no header" sh -c \
    "test $status = 2 && ! test -s out && grep -q 'empty.csv.*no header' err"
same_as_one() {
	run plan-diff --fail-if-diff one.csv "$2"
	is 0 "$1" <<END
$HEAD
END
}
printf %s "$(cat one.csv)" >v.csv
same_as_one "no final newline" v.csv
sed 's/$/\r/' one.csv >v.csv
same_as_one "CRLF" v.csv
{ printf '\357\273\277'; cat one.csv; } >v.csv
same_as_one "BOM" v.csv
gzip -c one.csv >v.csv.gz
same_as_one "gz equals plain" v.csv.gz
sed 's/,Plan,/,"Pl\
an",/' one.csv >nl.csv
run plan-diff one.csv nl.csv
is 0 "a quoted newline stays" <<END
$HEAD
GM0034,1,"Pl
an",hernoemd,plan_naam,Plan,"Pl
an",
END
{ cat one.csv; echo GM0034,2; } >short.csv
run plan-diff one.csv short.csv
ok "a short record is refused with its line" sh -c \
    "test $status = 2 && ! test -s out && grep -q '^plan-diff: short.csv:3' err"
{ cat one.csv; sed 1d one.csv | sed 's/,1,Plan/,2,Plan/; s/$/,x/'; } >long.csv
run plan-diff one.csv long.csv
ok "a long record is refused with its line" sh -c \
    "test $status = 2 && ! test -s out && grep -q '^plan-diff: long.csv:3' err"
sed 's/,aantal,/,aantallen,/' one.csv >column.csv
run plan-diff one.csv column.csv
ok "a missing column is named, with the nearest" sh -c "test $status = 2 &&
    grep -q 'column.csv.*aantal' err && grep -q aantallen err"
gzip -c "$OLD" | head -c 300 >cut.gz
echo old >keep.csv
run plan-diff -o keep.csv one.csv cut.gz
ok "a cut-off gz exits 2 and keeps the old output" sh -c \
    "test $status = 2 && grep -q cut.gz err && test \"\$(cat keep.csv)\" = old"
ok "and leaves no temporary file" sh -c 'test "$(ls | grep -c tmp)" = 0'
run sh -c "plan-diff '$OLD' '$NEW' >/dev/full"
ok "/dev/full exits 2" sh -c \
    "test $status = 2 && grep -q 'No space left' err"

# Usage.
run plan-diff one.csv
fails 2 "one operand" "plan-diff: plan-diff wants 2 operands, not 1; usage: \
plan-diff [OPTION]... OLD NEW (see plan-diff --help)"
run plan-diff - -
fails 2 "standard input twice" "plan-diff: standard input (-) can be given \
only once; usage: plan-diff [OPTION]... OLD NEW (see plan-diff --help)"
run plan-diff --brigde one.csv one.csv
fails 2 "an unknown option names the nearest" "plan-diff: unknown option \
--brigde, did you mean --bridge; usage: plan-diff [OPTION]... OLD NEW (see \
plan-diff --help)"
run plan-diff -o one.csv one.csv two.csv
ok "-o over an input is refused" sh -c "test $status = 2 && test -s one.csv"
run plan-diff one.csv missing.csv
fails 2 "a missing file" "plan-diff: missing.csv: No such file or directory"
# Two sources of one plan.
REGISTER=$(head -1 "$OLD")
# reg GEMEENTE,ID,NAAM,FASE,STATUS,HARDHEID,PROJECTFASE,AANTAL...: a register
reg() {
	echo "$REGISTER"
	for r; do
		echo "$r" | awk -F, '{ print $1 "," $2 "," $3 "," $4 "," $5 ","\
		    $6 "," $7 ",,,,,Openbaar,nee,2026,2026,bouw,totaal,," $8\
		    ",opgegeven,2024-01-01,x,2,C,rest" }'
	done
}
reg GM0034,1,Kade,,2A,hard,Ontwerp,100 GM0034,2,Wei,,onbekend,onbekend,,40 \
    GM0034,3,Bos,,3,zacht,Start,10 GM0034,4,Duin,,1A,hard,,60 >"$T/g.csv"
reg GM0034,1,Kade,,3,zacht,Ontwerp,120 GM0034,W9,WEI,,4A,zacht,Studie, \
    GM0034,W7,Heide,,3,zacht,,30 GM0034,4,Duin,a,1A,hard,,20 \
    GM0034,4,Duin,b,2A,hard,Start,45 >"$T/w.csv"
run plan-diff --reconcile "$T/g.csv" "$T/w.csv"
is 0 "two sources: both values, and which counts" <<'END'
gemeente,plan_id,plan_naam,koppeling,veld,eerste,tweede,telt,reden
GM0034,1,Kade,id,netto,100,120,eerste,de gemeente gaat over haar plan
GM0034,1,Kade,id,jaren,2026:100,2026:120,eerste,de gemeente gaat over haar plan
GM0034,1,Kade,id,planstatus,2A,3,eerste,de gemeente gaat over haar plan
GM0034,1,Kade,id,projectfase,Ontwerp,Ontwerp,beide,gelijk
GM0034,2,Wei,naam,netto,40,,eerste,de tweede bron geeft geen waarde
GM0034,2,Wei,naam,jaren,2026:40,,eerste,de tweede bron geeft geen waarde
GM0034,2,Wei,naam,planstatus,onbekend,4A,tweede,de gemeente geeft geen waarde
GM0034,2,Wei,naam,projectfase,,Studie,tweede,de gemeente geeft geen waarde
GM0034,3,Bos,alleen eerste,netto,10,,eerste,de tweede bron heeft dit plan niet
GM0034,3,Bos,alleen eerste,jaren,2026:10,,eerste,de tweede bron heeft dit plan niet
GM0034,3,Bos,alleen eerste,planstatus,3,,eerste,de tweede bron heeft dit plan niet
GM0034,3,Bos,alleen eerste,projectfase,Start,,eerste,de tweede bron heeft dit plan niet
GM0034,4,Duin,gesplitst,netto,60,65,eerste,de gemeente gaat over haar plan
GM0034,4,Duin,gesplitst,jaren,2026:60,2026:65,eerste,de gemeente gaat over haar plan
GM0034,4,Duin,gesplitst,planstatus,1A,1A,beide,gelijk
GM0034,4,Duin,gesplitst,projectfase,,,beide,gelijk
GM0034,4,Duin,gesplitst,planstatus,1A,2A,eerste,de gemeente gaat over haar plan
GM0034,4,Duin,gesplitst,projectfase,,Start,tweede,de gemeente geeft geen waarde
GM0034,W7,Heide,alleen tweede,netto,,30,geen,de gemeente levert dit plan niet
GM0034,W7,Heide,alleen tweede,jaren,,2026:30,geen,de gemeente levert dit plan niet
GM0034,W7,Heide,alleen tweede,planstatus,,3,geen,de gemeente levert dit plan niet
GM0034,W7,Heide,alleen tweede,projectfase,,,geen,de gemeente levert dit plan niet
END
# The second source may have as one what the municipality has in phases, and the
# same dwellings in other years.
reg GM0034,1,Haven,a,1A,hard,Ontwerp,10 GM0034,1,Haven,b,3,zacht,,20 \
    GM0034,2,Wei,,1A,hard,,40 >"$T/g2.csv"
reg GM0034,1,Haven,,3,zacht,Start,35 GM0034,2,Wei,,onbekend,hard,,40 |
    sed '3s/2026,2026/2027,2027/' >"$T/w2.csv"
run plan-diff --reconcile "$T/g2.csv" "$T/w2.csv"
is 0 "phases against a whole, and other years" <<'END'
gemeente,plan_id,plan_naam,koppeling,veld,eerste,tweede,telt,reden
GM0034,1,Haven,samengevoegd,netto,30,35,eerste,de gemeente gaat over haar plan
GM0034,1,Haven,samengevoegd,jaren,2026:30,2026:35,eerste,de gemeente gaat over haar plan
GM0034,1,Haven,samengevoegd,planstatus,1A,3,eerste,de gemeente gaat over haar plan
GM0034,1,Haven,samengevoegd,projectfase,Ontwerp,Start,eerste,de gemeente gaat over haar plan
GM0034,1,Haven,samengevoegd,planstatus,3,3,beide,gelijk
GM0034,1,Haven,samengevoegd,projectfase,,Start,tweede,de gemeente geeft geen waarde
GM0034,2,Wei,id,netto,40,40,beide,gelijk
GM0034,2,Wei,id,jaren,2026:40,2027:40,eerste,de gemeente gaat over haar plan
GM0034,2,Wei,id,planstatus,1A,onbekend,eerste,de tweede bron geeft geen waarde
GM0034,2,Wei,id,projectfase,,,beide,gelijk
END
reg GM0034,1,Klaar,,5,hard,,10 | sed 's/,bouw,/,gerealiseerd,/' >"$T/g3.csv"
reg GM0034,1,Klaar,,5,hard,,20 >"$T/w3.csv"
run plan-diff --reconcile "$T/g3.csv" "$T/w3.csv"
ok "what was built is no plan of nothing" grep -qx \
    'GM0034,1,Klaar,id,netto,,20,tweede,de gemeente geeft geen waarde' "$T/out"
reg GM0034,1,Kade,,1A,hard,,10 GM0034,2,Wei,,1A,hard,,10 |
    sed '3s/2024-01-01/2024-06-01/' >"$T/june.csv"
reg GM0034,1,Kade,,1A,hard,,10 GM0034,2,Wei,,1A,hard,,10 |
    sed 's/2024-01-01/2024-03-01/' >"$T/march.csv"
run plan-diff "$T/june.csv" "$T/march.csv"
ok "a register is of its last day" grep -q '2024-03-01.*2024-06-01' "$T/err"
run plan-diff "$T/march.csv" "$T/june.csv"
ok "in the right order" test ! -s "$T/err"
run plan-diff --reconcile --fail-if-diff "$T/g.csv" "$T/w.csv"
ok "--fail-if-diff of two sources" test $status = 1
run plan-diff --reconcile --fail-if-diff "$T/g.csv" "$T/g.csv"
ok "a source against itself" test $status = 0
run plan-diff --reconcile --bridge "$T/g.csv" "$T/w.csv"
ok "usage: one of --bridge and --reconcile" grep -q -- '--reconcile excludes' \
    "$T/err"

# A plan of many rows, and rows of plans that come in turns, as of a register by
# year: the same as plan by plan, and what comes again is told.
turns() {
	awk -v n="$1" 'BEGIN {
		for (year = 1900; year < 2200; year++)
			for (p = 0; p < 12; p++) {
				if (p > 1 && (year + p) % 20)
					continue
				printf "GM9001,p%d,Plan %d,,3,zacht,,,,,,Openbaar,,", p, p
				printf "%d,%d,bouw,totaal,,%s,opgegeven,", year, year,
				    (year * 7 + p * n) % 4000 / (p % 3 ? 1 : 10)
				printf "2024-01-01,d%d,2,C,rest\n", p % 2
			}
	}'
}
head -1 "$DATA/plan-diff/changes.old.csv" >"$T/head"
{ cat "$T/head"; turns 3; } >"$T/turns"
{ cat "$T/head"; turns 3 | sort -t, -k2,2 -s; } >"$T/byplan"
{ cat "$T/head"; turns 5 | sort -t, -k2,2 -k14,14r; } >"$T/later"
plan-diff "$T/turns" "$T/later" >"$T/one" 2>"$T/err"
plan-diff "$T/byplan" "$T/later" >"$T/two" 2>>"$T/err"
ok "rows in turns are those of their plans" cmp "$T/one" "$T/two"
ok "and there are many" test 400 -lt "$(wc -l <"$T/one")" -a ! -s "$T/err"
ok "the same, both ways" test "$(plan-diff "$T/turns" "$T/byplan" | wc -l)" = 1
{ cat "$T/turns"; sed -n '3p;700p' "$T/turns"; } >"$T/again"
plan-diff "$T/again" "$T/byplan" >"$T/out" 2>"$T/err"
ok "rows that come again, of a plan with many and one with few" grep -q \
    'R002 .*: plans with rows that come again, with the same number: 2' "$T/err"
{ cat "$T/turns"; sed -n '3p' "$T/turns" | sed 's/totaal,,[0-9.]*/totaal,,9/'; } >"$T/again"
plan-diff "$T/again" "$T/byplan" >"$T/out" 2>"$T/err"
ok "with another number: refused" grep -q 'the same key as in line 3:' "$T/err"
# Another delivery after them: of each plan the years it has stay the first's.
{
	cat "$T/turns"
	sed -n '2,3p' "$T/turns" | sed 's/,d[01],/,d9,/; s/,1900,1900,/,2300,2300,/'
	sed -n '2,3p' "$T/turns" | sed 's/,d[01],/,d9,/; s/totaal,,[0-9.]*/totaal,,9/'
} >"$T/again"
plan-diff "$T/turns" "$T/again" >"$T/out" 2>"$T/err"
ok "a delivery after many rows: years that were there" grep -q \
    'R001 .*: plans that stand in two deliveries: 2;' "$T/err"
ok "and those that were not" test \
    "$(cut -d, -f2,4,5 "$T/out" | paste -sd ' ')" = "plan_id,wijziging,veld \
p0,aantal,bouw|totaal||2300 p1,aantal,bouw|totaal||2300"

# What is 0 takes no year of another delivery; an estimate from 0 does.
nothing() {
	echo "$(cat "$T/head"),aantal_laag,aantal_hoog"
	printf 'GM9001,a,A,,3,zacht,,,,,,Openbaar,,%s,%s,bouw,totaal,,%s,2024-01-01,%s\n' \
	    2024 2024 7,opgegeven d0,2,C,rest,, 2025 2025 "0,$1" "d0,3,C,rest,$2" \
	    2025 2025 60,opgegeven d1,4,C,rest,,
}
nothing opgegeven , >"$T/zero"
nothing bereik 0,5 >"$T/from0"
plan-diff "$T/from0" "$T/zero" >"$T/out" 2>"$T/err"
ok "nothing takes no year, an estimate from 0 does" test \
    "$(sed 1d "$T/out")" = "GM9001,a,A,aantal,bouw|totaal||2025,0,60,60
GM9001,a,A,aantal,bouw|totaal||2025|grenzen,0-5,,0" -a \
    "$(grep -c R001 "$T/err")" = 1

# Plans in another order than in the register before; one is new, one gone.
{ head -1 "$T/byplan"; sed 1d "$T/byplan" | grep -v ',p4,' | sort -t, -k2,2r -s
	one | sed 1d; } >"$T/backward"
plan-diff "$T/byplan" "$T/backward" >"$T/out" 2>"$T/err"
ok "plans in another order" test "$(cut -d, -f1-4 "$T/out" | paste -sd ' ')" = \
    "gemeente,plan_id,plan_naam,wijziging GM0034,1,Plan,nieuw \
GM9001,p4,Plan 4,vervallen"

# A phase that is called as the hardheid of another plan of that id.
called() {
	register <<END
GM0034;1;$1;hard;1A;hard;2025;2025;bouw;10
GM0034;1;$2;;onbekend;hard;2025;2025;bouw;20
GM0034;1;$2;;onbekend;zacht;2025;2025;bouw;30
END
}
called Haven Kade >"$T/one"
called Weg Haven >"$T/two"
plan-diff "$T/one" "$T/two" >"$T/out" 2>"$T/err"
ok "two phases of one name are taken by their names" test \
    "$(grep -c ',hernoemd,plan_naam@hard,Kade,Weg,' "$T/out")" = 1 -a \
    "$(grep -c ',status,planstatus@hard,' "$T/out")" = 2
done_testing
