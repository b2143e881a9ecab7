#!/bin/sh
# woondeal-diff: growth and plans against the targets of the Woondeals.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
cp "$F/gemeenten.csv" g.csv
for wat in opgave waarnemingen plannen; do
	cp "$F/$wat.csv" .
	awk -F, -v wat=$wat -f "$F/maak.awk" "$F/stand.in.csv" >made
	ok "$wat.csv is made from the reconstruction" diff made $wat.csv
done

# stand [OPTION...]: the reconstruction.
stand() {
	woondeal-diff -g g.csv -t opgave.csv -P plannen.csv "$@" \
	    waarnemingen.csv
}

# cell FILE REGIO VAN TOT COLUMN: one number of a stand (no quoted cells).
cell() {
	awk -F, -v regio="$2" -v van="$3" -v tot="$4" -v col="$5" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == col) c = i; next }
	$4 == regio && $6 == van && $7 == tot { print $c; n++ }
	END { if (n != 1 || !c) print "no single cell" }' "$1"
}

# cells FILE <<: REGIO VAN TOT COLUMN WANT lines, - for empty. As cell, all of
# them by one awk.
cells() {
	awk -F, -v OFS="$SEP" '
	NR == FNR {
		n = split($0, word, " ")
		for (i = 1; i <= 4; i++) {
			asked[NR, i] = word[i]
			sub(/^[ \t]*[^ \t]+[ \t]*/, "")
		}
		want[NR] = $0
		lines = NR
		next
	}
	FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{
		for (k = 1; k <= lines; k++)
			if ($4 == asked[k, 1] && $6 == asked[k, 2] &&
			    $7 == asked[k, 3]) {
				found[k]++
				got[k] = $(at[asked[k, 4]])
			}
	}
	END {
		for (k = 1; k <= lines; k++) {
			if (found[k] != 1 || !(asked[k, 4] in at))
				got[k] = "no single cell"
			print asked[k, 1], asked[k, 2], asked[k, 3],
			    asked[k, 4], want[k], got[k]
		}
	}' - "$1" >"$T/cells" || ok "$1: can be asked" false
	while IFS=$SEP read -r regio van tot col want got; do
		[ "$want" = - ] && want=
		ok "$1: $regio $van-$tot $col is '$want'" \
		    test "$got" = "$want"
	done <"$T/cells"
}
SEP=$(printf '\001')

# The report's own table (contracts.md): D = 2024-01-01 by default.
run stand -o stand.csv
fails 0 "the report's stand: nothing to say" ""
ok "the whole of it" diff -u "$F/stand.out.csv" stand.csv
cells stand.csv <<'END'
PV24 2022 2023 opgave 7751
WD-MRA 2022 2023 opgave 5800
WD-ZUND 2022 2023 opgave 1951
PV24 2022 2023 netto_groei 6425
PV24 2022 2022 netto_groei 3165
PV24 2023 2023 netto_groei 3260
WD-MRA 2022 2023 netto_groei 4595
WD-ZUND 2022 2023 netto_groei 1830
PV24 2022 2023 verschil -1326
WD-MRA 2022 2023 verschil -1205
WD-ZUND 2022 2023 verschil -121
PV24 2022 2030 opgave 39743
WD-MRA 2022 2030 opgave 31400
WD-ZUND 2022 2030 opgave 8343
PV24 2022 2030 gerealiseerd_pct 16.2
WD-MRA 2022 2030 gerealiseerd_pct 14.6
WD-ZUND 2022 2030 gerealiseerd_pct 21.9
PV24 2022 2030 rest_opgave 33318
WD-MRA 2022 2030 rest_opgave 26805
WD-ZUND 2022 2030 rest_opgave 6513
PV24 2022 2030 hard 16249
PV24 2022 2030 zacht 24233
PV24 2022 2030 onbekend 430
WD-MRA 2022 2030 hard 11443
WD-ZUND 2022 2030 hard 4806
PV24 2022 2030 dekking_hard_pct 48.8
WD-MRA 2022 2030 dekking_hard_pct 42.7
WD-ZUND 2022 2030 dekking_hard_pct 73.8
PV24 2022 2030 dekking_pct 122.8
WD-MRA 2022 2030 dekking_pct 125.5
WD-ZUND 2022 2030 dekking_pct 111.8
PV24 2022 2022 opgave -
PV24 2022 2022 opgave_reden periode 2022-2023
PV24 2022 2022 verschil -
PV24 2022 2022 gerealiseerd_pct -
PV24 2023 2023 opgave_cum 7751
PV24 2022 2030 groei_tm 2023
PV24 2022 2030 groei_status nader_voorlopig
GM0034 2022 2030 opgave -
GM0034 2022 2030 opgave_reden ontbreekt
END
sum() { # REGIO: all capacity together
	echo $(($(cell stand.csv "$1" 2022 2030 hard) +
	    $(cell stand.csv "$1" 2022 2030 zacht) +
	    $(cell stand.csv "$1" 2022 2030 onbekend)))
}
ok "capacity 2024-2030 is 40912" test "$(sum PV24)" = 40912
ok "capacity of MRA is 33628" test "$(sum WD-MRA)" = 33628
ok "capacity of ZUND is 7284" test "$(sum WD-ZUND)" = 7284
ok "zacht + onbekend of MRA is 22185" test $(($(sum WD-MRA) - 11443)) = 22185
ok "zacht + onbekend of ZUND is 2478" test $(($(sum WD-ZUND) - 4806)) = 2478

# Every municipality and year, told by awk from the reconstruction alone.
awk -F, 'NR > 1 { g = $7 == $4 ? $6 : ""
	print $2, $4, $4 < 2024 ? "" : $5, g, $8, $9, $10 }' \
    "$F/stand.in.csv" | sort >want
awk -F, '$3 == "gemeente" && $6 == $7 { print $4, $6, $8, $10, $18, $19, $20 }' \
    stand.csv | sort >got
ok "54 municipal years, as awk has them" diff -u want got
ok "all 54 of them" test "$(wc -l <got)" = 54

# D = 2024-12-01: eleven months of 2024.
run stand -q --peildatum 2024-12-01 -o loop.csv
fails 0 "the stand of 1 December" ""
cells loop.csv <<'END'
PV24 2022 2030 netto_groei 8824
PV24 2022 2030 rest_opgave 30919
PV24 2022 2030 hard 16249
PV24 2022 2030 zacht 24233
PV24 2022 2030 onbekend 430
PV24 2024 2024 opgave 5705
PV24 2024 2024 opgave_cum 13456
PV24 2024 2024 groei_cum 8824
PV24 2024 2024 netto_groei 2399
PV24 2024 2024 groei_tm 2024-11
PV24 2024 2024 groei_status voorlopig
PV24 2024 2024 verschil -
PV24 2024 2024 gerealiseerd_pct -
PV24 2024 2024 verschil_cum -
PV24 2024 2024 opgave_reden loopt t/m 2024-11
END
run stand -q --peildatum laatste
is 0 "laatste is the day after the last month of growth" <loop.csv
run stand --peildatum 2024-12-01 --findings f.csv
ok "eleven months beside a year is a finding" \
    grep -q '^waarnemingen.csv,,,,W013,info,.*2024-11' f.csv
ok "deliveries of 1 January are a finding each" \
    test "$(grep -c ,W020,waarschuwing,2024-01-01, f.csv)" = 6
for day in 2024-02-01 2023-12-01; do
	run stand --peildatum $day --findings f.csv
	ok "31 days from $day are not too many" \
	    test "$(grep -c ,W020, f.csv)" = 0
done
run stand --peildatum 2023-11-01 --findings f.csv
ok "61 days are" test "$(grep -c ,W020,waarschuwing,2024-01-01, f.csv)" = 6
run stand -q --peildatum 2024-12-01 --fail-on warning
ok "and --fail-on warning exits 1, output complete" \
    sh -c "test $status = 1 && cmp out loop.csv"
run stand -v -o /dev/null
ok "-v: every record is told" grep -q \
    '126 plan records = 126 counted + 0 other or refused' err

# Growth: year wins, else twelve months, else four quarters.
cat >g1.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
END
cat >t1.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-X,,2022,2022,100,,,
WD-X,,2023,2023,100,,,
WD-X,,2024,2024,100,,,
END
HEAD=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
obs() { # lines REGIO PERIODE WAARDE [STATUS [ONDERWERP]]
	echo $HEAD
	while read -r regio periode waarde status onderwerp; do
		echo "t,${onderwerp:-saldo_voorraad},$regio,$periode,$waarde,\
aantal,${status:-definitief},"
	done
}
months() { # REGIO YEAR LAST VALUE
	i=1
	while [ $i -le "$3" ]; do
		printf '%s %s-%02d %s voorlopig\n' "$1" "$2" $i "$4"
		i=$((i + 1))
	done
}
one() { # a run over the two municipalities
	woondeal-diff -g g1.csv -t t1.csv "$@"
}
{
	echo GM0001 2022 50
	months GM0001 2022 12 4
	months GM0001 2023 12 3
	printf 'GM0001 2023-Q%s 1\n' 1 2 3 4
	echo GM0002 2022 7
	printf 'GM0002 2023-Q%s 5 nader_voorlopig\n' 1 2 3 4
} | obs >w.csv
run one --findings f.csv -o s.csv w.csv
fails 0 "a year beside its months is compared" "woondeal-diff: w.csv:2: \
warning: W015 net growth of GM0001 for 2022 is 50, the sum of the 12 periods \
in it 48"
cells s.csv <<'END'
GM0001 2022 2022 netto_groei 50
GM0001 2022 2022 groei_status definitief
GM0001 2023 2023 netto_groei 36
GM0001 2023 2023 groei_status voorlopig
GM0001 2023 2023 groei_tm 2023
GM0002 2023 2023 netto_groei 20
WD-X 2023 2023 netto_groei 56
WD-X 2023 2023 groei_status voorlopig
WD-X 2023 2023 verschil -44
WD-X 2023 2023 verschil_cum -87
WD-X 2023 2023 gerealiseerd_pct 56.0
PV99 2022 2024 rest_opgave 187
PV99 2022 2024 gerealiseerd_pct 37.7
PV99 2022 2024 hard -
PV99 2022 2024 volledig ja
END

# A running year counts as far as all municipalities do, and says who lags.
{
	echo GM0001 2022 50
	echo GM0002 2022 50
	months GM0001 2023 8 1
	months GM0002 2023 6 10
} | obs >w.csv
run one --peildatum laatste -o s.csv w.csv
fails 0 "a municipality that lags" "woondeal-diff: w.csv: warning: W011 net growth of GM0002 Bee for 2023 is \
missing: known until 2023-06, expected until 2023-08"
cells s.csv <<'END'
GM0001 2023 2023 netto_groei 8
GM0001 2023 2023 groei_tm 2023-08
WD-X 2023 2023 netto_groei 66
WD-X 2023 2023 groei_tm 2023-06
WD-X 2023 2023 volledig nee: GM0002
WD-X 2022 2024 volledig nee: GM0002
WD-X 2022 2022 volledig ja
END

# A gap in the months ends them; a value with a reason is no zero.
{
	echo GM0001 2022 50
	echo GM0002 2022
	months GM0001 2023 3 1
	echo GM0001 2023-05 1
} | obs >w.csv
run one -q --peildatum 2023-06-01 -o s.csv w.csv
fails 0 "gaps" ""
cells s.csv <<'END'
GM0001 2023 2023 netto_groei 3
GM0001 2023 2023 groei_tm 2023-03
GM0002 2022 2022 netto_groei -
GM0002 2022 2022 volledig nee: GM0002
WD-X 2022 2022 netto_groei -
WD-X 2022 2022 verschil -
WD-X 2022 2024 rest_opgave -
WD-X 2022 2024 volledig nee: GM0001|GM0002
END

# A missing municipality is never a silent zero.
echo GM0001 2022 50 | obs >w.csv
run one -o s.csv w.csv
fails 0 "a municipality without observations" "woondeal-diff: w.csv: warning: \
W011 net growth of GM0002 Bee for 2022 is missing: known until -, expected \
until 2022"
cells s.csv <<'END'
PV99 2022 2022 netto_groei -
PV99 2022 2022 volledig nee: GM0002
PV99 2022 2024 gerealiseerd_pct -
END

# The parts, their identity, and the province's own row.
parts() { # VALUES of GM0001's parts in the order of the columns
	echo GM0001 2022 10
	echo GM0002 2022 0
	for o in nieuwbouw overige_toevoeging sloop overige_onttrekking \
	    correctie; do
		echo GM0001 2022 $1 definitief $o
		echo GM0002 2022 0 definitief $o
		shift
	done
}
parts 12 3 2 4 1 | obs >w.csv
run one -o s.csv w.csv
fails 0 "parts that add up" ""
cells s.csv <<'END'
PV99 2022 2022 nieuwbouw 12
PV99 2022 2022 overige_toevoeging 3
PV99 2022 2022 sloop 2
PV99 2022 2022 overige_onttrekking 4
PV99 2022 2022 correctie 1
END
{ parts 12 3 2 4 2; echo PV99 2022 11; } | obs >w.csv
run one -o s.csv w.csv
fails 0 "parts and a province that do not" "woondeal-diff: w.csv: warning: \
W012 net growth of PV99 itself for 2022 is 11, the sum of its municipalities \
10
woondeal-diff: w.csv:2: warning: W014 net growth of GM0001 for 2022 is 10, \
its parts give 11"
{ parts 12 3 2 4 1; echo PV99 2022 10; } | obs >w.csv
run one -o s.csv w.csv
fails 0 "a province that agrees" ""

# Only dwellings; other regions, subjects and grains pass by.
{
	echo $HEAD,gebruiksfunctie
	echo t,saldo_voorraad,GM0001,2022,5,aantal,definitief,,A045364
	echo t,saldo_voorraad,GM0001,2022,900,aantal,definitief,,A045374
	echo t,saldo_voorraad,GM0002,2022,6,aantal,definitief,,Woning
	echo t,saldo_voorraad,GM0003,2022,6,aantal,definitief,,A045364
	echo t,eindstand,GM0002,2022,6,aantal,definitief,,A045364
	echo t,saldo_voorraad,GM0002,2022-H1,6,aantal,definitief,,A045364
	echo t,saldo_voorraad,GM0002,1999,6,aantal,definitief,,A045364
} >w.csv
run one -v -o s.csv w.csv
fails 0 "other rows pass by" \
    "woondeal-diff: 7 observations = 2 used + 5 passed over"
cells s.csv <<'END'
PV99 2022 2022 netto_groei 11
END

# Duplicate observations are refused with both rows.
printf '%s\n' 'GM0001 2022 5' 'GM0002 2022 5' 'GM0001 2022 5' | obs >w.csv
echo old >keep.csv
run one -o keep.csv w.csv
fails 2 "a double observation names both rows" "woondeal-diff: w.csv:4: \
error: saldo_voorraad of GM0001 in 2022 is there twice: also on line 2; give \
one source for each period"
ok "the old output stays" test "$(cat keep.csv)" = old
printf '%s\n' 'GM0001 2022 5,5' 'GM0002 2022 0.0000001' | obs >w.csv
sed -i 's/5,5/"5,5"/' w.csv
run one --findings f.csv -o s.csv w.csv
ok "a bad value is left out and exits 1" sh -c "test $status = 1 && grep -q \
    '^w.csv,2,E,waarde,O001,fout,\"5,5\",' f.csv"
ok "and what is too fine" test "$(grep -c ,W002, f.csv)" = 1

# Dwellings, not thousands of them: told once for the file.
printf '%s\n' 'GM0001 2022 5' 'GM0002 2022 6' | obs | sed 's/,aantal,/,x 1 000,/' \
    >w.csv
run one -o s.csv w.csv
ok "growth in another unit is left out, told once" sh -c "test $status = 1 &&
    grep -q \"w.csv:2:F: error: W051 .x 1 000.: growth in 'x 1 000', expected \
dwellings (aantal, woningen): 2 values\" err && ! grep -q ',11,' s.csv &&
    test \$(grep -c W051 err) = 1"
printf '%s\n' 'GM0001 2022 5' 'GM0002 2022 6' | obs | sed 's/definitief/zeker/' \
    >w.csv
run one -o s.csv w.csv
fails 2 "a status that is no word" "woondeal-diff: w.csv:2: error: column \
status: 'zeker' found, definitief, nader_voorlopig, voorlopig, onbekend or \
nothing expected"

# Targets: own row of the deal wins, sums are checked, periods never split.
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv
targets() {
	echo woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
	cat
}
two() { # a run over targets t2.csv
	woondeal-diff -g g1.csv -t t2.csv "$@" w.csv
}
targets >t2.csv <<'END'
WD-X,,2022,2023,100,,,
WD-X,GM0001,2022,2022,30,,,
WD-X,GM0001,2023,2023,30,,,
WD-X,GM0002,2022,2023,41,,,
WD-X,GM0001,2024,2026,90,,,
WD-X,GM0002,2024,2024,10,,,
WD-X,GM0002,2025,2026,20,,,
END
run two -o s.csv
fails 0 "the deal's own target beside the sum" "woondeal-diff: t2.csv: \
warning: W030 target of WD-X for 2022-2023 is 100, the sum of its parts 101"
cells s.csv <<'END'
WD-X 2022 2023 opgave 100
GM0001 2022 2022 opgave 30
GM0002 2022 2022 opgave_reden periode 2022-2023
WD-X 2024 2026 opgave 120
WD-X 2025 2025 opgave_reden periode 2024-2026
GM0002 2025 2026 opgave 20
PV99 2022 2026 opgave 220
PV99 2022 2026 rest_opgave 120
END
# A total of a municipality stands beside its years and the deal's bucket, and
# empties neither.
targets >t2.csv <<'END'
WD-X,,2022,2023,100,,,
WD-X,GM0001,2022,2026,160,2023-01-01,,
WD-X,GM0001,2022,2026,150,2024-01-01,,
WD-X,GM0001,2024,2024,30,,,
WD-X,GM0001,2025,2025,30,,,
WD-X,GM0001,2026,2026,30,,,
WD-X,GM0002,2024,2026,60,,,
END
run two -o s.csv
fails 0 "a total beside its parts" ""
cells s.csv <<'END'
GM0001 2022 2026 opgave 150
GM0001 2022 2026 rest_opgave 100
GM0001 2026 2026 opgave_cum 150
GM0001 2025 2025 opgave 30
GM0001 2022 2022 opgave_reden periode 2022-2023
GM0001 2022 2023 opgave 60
GM0001 2022 2023 afgeleid opgave|opgave_cum
GM0001 2022 2026 afgeleid -
GM0002 2022 2022 opgave_reden ontbreekt
WD-X 2024 2026 opgave 150
WD-X 2022 2026 opgave 250
PV99 2022 2026 opgave 250
END
run two -q --as-of 2023-06-01 -o s.csv
cells s.csv <<'END'
GM0001 2022 2026 opgave 160
END
run two -q --explain GM0001:2022-2026:opgave
ok "the row it stands in" grep -qx \
    'opgave,opgave,GM0001,Aa,2022-2026,150,t2.csv,4,,vastgesteld 2024-01-01,woningen' out
run two -q --explain GM0001:2022-2023:opgave
ok "what a total leaves: it, less the others" test "$(sed 1d out | cut -d, \
    -f1,5,6,8 | tr '\n' ' ')" = "uitkomst,2022-2023,60, opgave,2022-2026,150,4 \
opgave,2024,-30,5 opgave,2025,-30,6 opgave,2026,-30,7 "
sed -i 's/^WD-X,GM0001,2024,2024,30/WD-X,GM0001,2022,2024,91/' t2.csv
run two -o s.csv
fails 0 "a total that its parts do not make" "woondeal-diff: t2.csv: warning: \
W032 target of WD-X is not known for all of 2022-2026
woondeal-diff: t2.csv: warning: W030 target of GM0001 for 2022-2026 is 150, the sum of its parts 151"
printf '%s\n' scenario,veld,waarde,aandeel,vertraging,aantal,jaar_van,jaar_tot \
    s,opgave,GM0001,,,50,2026,2026 >sc.csv
run two -q --scenario sc.csv -o s.csv
ok "another target in a scenario: the total is no longer that" test 171 = "$(
    awk -F, '$2 == "s" && $4 == "GM0001" && $6 == 2022 && $7 == 2026 {
	print $8 }' s.csv)"
# What the deal's period leaves for the only one without; not when anything of
# it is derived, or it would be negative. All totals together make the deal's.
last() { # ROW...: targets of 2022-2023, and 160 and 40 for 2022-2024
	printf '%s\n' "$@" WD-X,GM0001,2022,2024,160,,, WD-X,GM0001,2024,2024,90,,, \
	    WD-X,GM0002,2022,2024,40,,, WD-X,GM0002,2024,2024,9,,,ja | targets >t2.csv
	woondeal-diff -q -g g1.csv -t t2.csv -o s.csv w.csv
	echo "$(cell s.csv GM0001 2022 2023 opgave)/$(cell s.csv GM0002 2022 \
	    2023 opgave)/$(cell s.csv WD-X 2022 2024 opgave)/$(cell s.csv \
	    WD-X 2022 2024 afgeleid)"
}
ok "what a deal's period leaves for the last" test \
    "$(last WD-X,,2022,2023,100,,, WD-X,GM0001,2022,2023,70,,,)" = 70/30/200/
run two -q --explain GM0002:2022-2023:opgave
ok "the deal's, less the other's" test "$(sed 1d out | cut -d, -f1,3,6 |
    tr '\n' ' ')" = "uitkomst,GM0002,30 opgave,WD-X,100 opgave,GM0001,-70 "
ok "not of what is derived" test "$(last WD-X,,2022,2023,100,,,ja \
    WD-X,GM0001,2022,2023,70,,,)" = "70/no single cell/200/"
ok "nor what is negative" test "$(last WD-X,,2022,2023,60,,, \
    WD-X,GM0001,2022,2023,70,,,)" = "70/no single cell/200/"
sed -i 's/^\(WD-X,GM0002,2022,2024,40,,,\)$/\1ja/' t2.csv
run two -q -o s.csv
ok "a sum is derived when one of its totals is" test "$(cell s.csv WD-X 2022 2024 \
    opgave) $(cell s.csv WD-X 2022 2024 afgeleid)" = "200 opgave|opgave_cum"
# Of the first years nothing is known: what remains is of the later ones.
targets >t2.csv <<'END'
WD-X,,2022,2022,100,,,
WD-X,GM0001,2023,2023,80,,,
WD-X,GM0002,2023,2023,60,,,ja
END
run two -q -o s.csv
cells s.csv <<'END'
GM0001 2022 2023 opgave -
GM0001 2022 2023 rest_opgave 80
GM0001 2022 2023 gerealiseerd_pct -
GM0001 2022 2023 afgeleid vanaf 2023
WD-X 2022 2023 rest_opgave 140
WD-X 2022 2023 afgeleid opgave|opgave_cum
WD-X 2022 2022 afgeleid -
END
cp t2.csv kept.csv
targets >t2.csv <<'END'
WD-X,GM0001,2024,2024,80,,,
END
run two -q -y 2022..2024 -o later.csv
cells later.csv <<'END'
GM0001 2022 2024 rest_opgave -
GM0001 2022 2024 afgeleid -
END
cp kept.csv t2.csv
# A re-calibration of a later day: the stand as of before it is that of before.
cp s.csv before.csv
printf '%s\n' WD-X,GM0001,2023,2023,95,2025-07-01,, WD-X,,2022,2023,300,2025-07-01,, \
    >>t2.csv
run two -q --as-of 2025-06-30 -o s.csv
ok "the day before a re-calibration nothing is other" cmp before.csv s.csv
run two -q --as-of 2025-07-01 -o s.csv
cells s.csv <<'END'
GM0001 2022 2023 rest_opgave 95
WD-X 2022 2023 opgave 300
WD-X 2022 2023 afgeleid -
END
targets >t2.csv <<'END'
WD-X,GM0001,2022,2022,30,,,
WD-X,GM0001,2023,2023,30,,,
WD-X,GM0002,2022,2022,41,,,
END
run two -o s.csv
fails 0 "a target that is missing" "woondeal-diff: t2.csv: warning: W032 \
target of WD-X is not known for all of 2022-2023"
cells s.csv <<'END'
WD-X 2023 2023 opgave -
WD-X 2023 2023 opgave_reden ontbreekt: GM0002
PV99 2023 2023 opgave_reden ontbreekt: WD-X
PV99 2022 2022 opgave 71
PV99 2022 2022 opgave_cum 71
PV99 2023 2023 opgave_cum -
PV99 2022 2023 rest_opgave -
END
targets >t2.csv <<'END'
WD-X,,2022,2022,100,,,
WD-X,,2023,2025,100,,,
END
run two -y 2022..2024 -o s.csv
fails 0 "a target partly outside the years" "woondeal-diff: t2.csv: warning: \
W031 target of WD-X for 2023-2025 lies only partly within 2022-2024: not \
counted
woondeal-diff: t2.csv: warning: W032 target of WD-X is not known for all of \
2022-2024"
cells s.csv <<'END'
WD-X 2024 2024 opgave_reden periode 2023-2025
WD-X 2022 2024 opgave_reden periode 2023-2025
WD-X 2022 2022 verschil 0
END

# Amendments: an identical period, a later date; --as-of looks back.
targets >t2.csv <<'END'
WD-X,,2022,2022,100,2022-03-15,,
WD-X,,2022,2022,120,2023-06-01,,
WD-X,,2023,2023,50,2022-03-15,,
END
run two -o s.csv
cells s.csv <<'END'
WD-X 2022 2022 opgave 120
WD-X 2022 2023 opgave 170
END
run two --as-of 2023-05-31 -o s.csv
cells s.csv <<'END'
WD-X 2022 2022 opgave 100
END
run two --as-of 2023-06-01 -o s.csv
cells s.csv <<'END'
WD-X 2022 2022 opgave 120
END
bad_target() { # MESSAGE-END <lines
	targets >t2.csv
	run two
	fails 2 "refuses: $1" "woondeal-diff: t2.csv:$1"
}
bad_target "3: error: jaar_van: this period overlaps that of line 2; only an \
identical period amends, and a total has all of its parts" <<'END'
WD-X,,2022,2023,100,,,
WD-X,,2023,2024,100,,,
END
bad_target "3: error: vastgesteld: the same period and date as line 2; an \
amendment needs a later date" <<'END'
WD-X,,2022,2023,100,2022-01-01,,
WD-X,,2022,2023,101,2022-01-01,,
END
bad_target "2: error: gemeente: 'GM0009' is not in the municipalities file" \
    <<'END'
WD-X,GM0009,2022,2023,100,,,
END
bad_target "2: error: woondeal: 'WD-Y' is no woondeal of the municipalities \
file" <<'END'
WD-Y,,2022,2023,100,,,
END
bad_target "2: error: woondeal: 'WD-Y', but GM0001 is in woondeal 'WD-X' \
according to the municipalities file" <<'END'
WD-Y,GM0001,2022,2023,100,,,
END
bad_target "2: error: opgave: '5.800' could be thousands or a fraction; write \
5800, or with a zero more behind the decimal point" <<'END'
WD-X,,2022,2023,5.800,,,
END
bad_target "2: error: opgave: '5.5' found, expected a whole number" <<'END'
WD-X,,2022,2023,5.5,,,
END
bad_target "2: error: opgave: 'ca. 100' found, expected a number with a \
decimal point and no thousands mark" <<'END'
WD-X,,2022,2023,ca. 100,,,
END
bad_target "2: error: jaar_tot: 2021 found, expected a year not before 2022" <<'END'
WD-X,,2022,2021,100,,,
END
bad_target "2: error: jaar_van: '22' found, expected a year as 2024" <<'END'
WD-X,,22,2021,100,,,
END
bad_target "2: error: vastgesteld: '15-3-2023' found, expected a date as \
2024-01-01" <<'END'
WD-X,,2022,2023,100,15-3-2023,,
END

# Plans. Years of the plan year on; buckets; sloop; other dimensions.
plans() { # lines GEMEENTE HARDHEID VAN TOT SOORT AANTAL [TELLING [DIMENSIE]]
	{
		echo gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,\
peildatum,levering,telling
		while read -r gemeente hardheid van tot soort n telling dimensie; do
			[ "$van" = - ] && van=
			[ "$tot" = - ] && tot=
			echo "$gemeente,$hardheid,$van,$tot,$soort,\
${dimensie:-totaal},$n,2023-01-01,lev,$telling"
		done
	} | full_register
}
three() { # a run with plans p.csv
	woondeal-diff -g g1.csv -t t1.csv -P p.csv "$@" w.csv
}
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 100
GM0001 hard 2023 2023 sloop 30
GM0001 zacht 2023 2023 bouw 12.5
GM0001 onbekend 2024 2024 bouw 7
GM0001 telt_niet 2024 2024 bouw 7000
GM0001 hard 2023 2023 gerealiseerd 500
GM0001 hard 2023 2023 bouw 60 rest woningtype
GM0001 zacht 2025 2029 bouw 999
GM0001 zacht 2031 - bouw 998
GM0002 hard 2024 2024 bouw 0
END
run three -v -o s.csv
fails 0 "plans" "woondeal-diff: 2 observations = 2 used + 0 passed over
woondeal-diff: 10 plan records = 7 counted + 3 other or refused"
cells s.csv <<'END'
GM0001 2023 2023 hard 70
GM0001 2023 2023 zacht 12.5
GM0001 2023 2023 onbekend 0
GM0001 2024 2024 onbekend 7
GM0001 2022 2022 hard -
GM0002 2022 2024 hard 0
PV99 2022 2024 hard 70
PV99 2022 2024 zacht 12.5
PV99 2022 2024 dekking_hard_pct 35.0
PV99 2022 2024 dekking_pct 44.8
PV99 2022 2024 volledig onbekend
END
plans >p.csv <<'END'
GM0001 hard 2023 2024 bouw 100
GM0001 zacht 2024 2026 bouw 200
GM0001 zacht - - bouw 300
GM0001 zacht 2022 2022 bouw 400
GM0001 onbekend 2024 - bouw 500
GM0002 hard 2024 2024 bouw 1
END
run three -o s.csv
fails 0 "buckets" "woondeal-diff: p.csv:2:S: warning: W021 \"100\": 100 \
dwellings of GM0001 are given for 2023-2024 together: counted in the total \
row only
woondeal-diff: p.csv:3:S: warning: W022 \"200\": 200 dwellings of GM0001 are \
given for 2024-2026: that cannot be divided, not counted
woondeal-diff: p.csv:4:S: warning: W022 \"300\": 300 dwellings of GM0001 are \
given for ?: that cannot be divided, not counted
woondeal-diff: p.csv:5:S: warning: W023 \"400\": 400 dwellings of GM0001 are \
planned in 2022, before the reference date: not counted
woondeal-diff: p.csv:6:S: warning: W022 \"500\": 500 dwellings of GM0001 are \
given for 2024-: that cannot be divided, not counted"
cells s.csv <<'END'
PV99 2023 2023 hard 0
PV99 2024 2024 hard 1
PV99 2022 2024 hard 101
PV99 2022 2024 zacht 0
PV99 2022 2024 onbekend 0
END

# Who has no plans is unknown, not zero.
echo 'GM0001 hard 2024 2024 bouw 5' | plans >p.csv
run three -o s.csv
fails 0 "a municipality without plans" \
    "woondeal-diff: warning: W026 GM0002 Bee has no plans: its capacity is \
unknown, not zero"
cells s.csv <<'END'
GM0002 2022 2024 hard -
WD-X 2022 2024 hard 5
WD-X 2022 2024 volledig nee: GM0002
WD-X 2022 2022 volledig ja
END

# A municipality that is not ours is left out; what the register never has is
# refused (register.t).
plans >p.csv <<'END'
GM0009 hard 2024 2024 bouw 5
GM0001 hard 2024 2024 bouw 3
GM0002 hard 2024 2024 bouw 5
END
run three -o s.csv
fails 1 "a plan of nowhere" "woondeal-diff: p.csv:2:A: error: W001 \
\"GM0009\": this municipality is not in the municipalities file: its dwellings \
are left out"
cells s.csv <<'END'
PV99 2022 2024 hard 8
PV99 2022 2024 volledig onbekend
END

# An amount left empty is neither zero nor a fault: it adds nothing, is told
# once, and the municipality has delivered.
plans >p.csv <<'END'
GM0001 hard 2024 2024 bouw 5
GM0001 hard 2024 2024 bouw -
GM0001 zacht 2024 2024 sloop -
GM0002 hard 2024 2024 bouw 5
END
sed -i 's/,-,/,,/' p.csv
run three -o s.csv
fails 0 "empty amounts" "woondeal-diff: warning: W029 GM0001 Aa left 2 amounts \
empty or unknown (herkomst leeg, onbekend): they add nothing"
cells s.csv <<'END'
PV99 2022 2024 hard 10
PV99 2022 2024 zacht 0
PV99 2022 2024 volledig onbekend
END
sed -i '3s/,opgegeven,/,onbekend,/; 4s/,opgegeven,/,nvt,/' p.csv
run three -o s.csv
fails 0 "what is not applicable is not left out" "woondeal-diff: warning: W029 \
GM0001 Aa left 1 amounts empty or unknown (herkomst leeg, onbekend): they add \
nothing"

# The delivery before, left in beside the new one: what was read first counts.
# Not so a second part of one, with other plans, other years of a plan, or other
# dwellings (sloop).
named() { # lines GEMEENTE PLAN LEVERING JAAR SOORT AANTAL
	{
		echo gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,\
aantal,peildatum,levering,telling,plan_id,plan_naam,fase_id
		while read -r gemeente plan lev jaar soort n; do
			echo "$gemeente,hard,$jaar,$jaar,$soort,totaal,$n,\
2023-01-01,$lev,,,$plan,"
		done
	} | full_register
}
named >p.csv <<'END'
GM0001 Kade een 2024 bouw 5
GM0001 Kade een 2023 sloop 1
GM0001 Wei een 2024 bouw 5
GM0001 Bos een 2023 bouw 5
GM0001 Bos twee 2024 bouw 5
GM0001 Bos twee 2023 sloop 5
GM0002 Kade twee 2024 bouw 5
END
run three -o s.csv
fails 0 "a delivery in two parts" ""
cells s.csv <<'END'
GM0001 2022 2024 hard 14
END
named <<'END' | sed 1d >p2.csv
GM0001 Wei twee 2024 bouw 5
GM0001 kade twee 2023 bouw 5
GM0001 KADE twee 2024 bouw 6
END
cat p2.csv >>p.csv
run three -o s.csv
fails 1 "plans in two deliveries" "woondeal-diff: p.csv:9: error: R001 \
\"twee\": GM0001: plans that stand in two deliveries: 2; the first is Wei, in \
p.csv:4 too: only what was read first counts, leave one delivery out"
cells s.csv <<'END'
GM0001 2022 2024 hard 19
END
named >p2.csv <<'END'
GM0001 Kade een 2024 bouw 5
END
run woondeal-diff -g g1.csv -t t1.csv -P p2.csv -P p2.csv -o s.csv w.csv
ok "a register given twice counts once" sh -c "test $status = 1 && grep -q \
    'R001.*in p2.csv:2 too' err || { cat err; false; }"
cells s.csv <<'END'
GM0001 2022 2024 hard 5
END

# Whole-year counts lose the growth since 1 January, hard first, never
# below 0; what remains from the reference date on loses nothing.
{
	echo GM0001 2022 50
	echo GM0002 2022 50
	months GM0001 2023 6 20
	months GM0002 2023 6 20
} | obs >w.csv
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 100 jaar
GM0001 hard 2023 2023 bouw 1000 rest
GM0001 zacht 2023 2023 bouw 15 jaar
GM0001 onbekend 2023 2023 bouw 40 jaar
GM0001 hard 2024 2024 bouw 3 jaar
GM0002 hard 2023 2023 bouw 200 rest
END
sed -i 's/2023-01-01,lev/2023-06-15,lev/' p.csv
run three --peildatum 2023-07-01 -o s.csv
fails 0 "whole-year counts" ""
run three -v --peildatum 2023-07-01 -o s.csv
ok "-v tells what was taken off" grep -q "info: W024 GM0001: 120 dwellings of \
whole-year counts were built since 1 January 2023 and are taken off" "$T/err"
ok "and that the year is not over" grep -q "info: W013 2023 is counted until \
2023-06: it is not set against the target of the whole year" "$T/err"
cells s.csv <<'END'
GM0001 2023 2023 hard 1000
GM0001 2023 2023 zacht 0
GM0001 2023 2023 onbekend 35
GM0001 2024 2024 hard 3
GM0002 2023 2023 hard 200
END
echo 'GM0001 hard 2023 2023 bouw 20 jaar' | plans >p.csv
echo 'GM0002 hard 2023 2024 bouw 500 jaar' | plans | sed 1d >>p.csv
run three -q --peildatum 2023-07-01 -o s.csv
cells s.csv <<'END'
GM0001 2023 2023 hard 0
GM0002 2022 2024 hard 380
END
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv
run three --findings f.csv --peildatum 2023-07-01 -o s.csv
ok "whole-year counts without growth are a finding" \
    test "$(grep -c ,W025, f.csv)" = 2

# The peildatum by itself.
run one --peildatum 2022-01-01 -o s.csv w.csv
cells s.csv <<'END'
WD-X 2022 2024 netto_groei -
WD-X 2022 2024 rest_opgave 300
WD-X 2022 2024 gerealiseerd_pct 0.0
END
run one --peildatum 2022-13-01 w.csv
fails 2 "a date that is none" "woondeal-diff: --peildatum '2022-13-01' is not \
a date, expected YYYY-MM-DD or laatste"
run one --as-of 2022 w.csv
fails 2 "--as-of" \
    "woondeal-diff: --as-of '2022' is not a date, expected YYYY-MM-DD"
run one -y 2030..2022 w.csv
fails 2 "-y" "woondeal-diff: -y '2030..2022' is not a span of years, expected \
as in 2022..2030"
run one -y 1000..2022 w.csv
fails 2 "-y too long" \
    "woondeal-diff: 1023 years are asked for, at most 100 can be"
run one -y 2022 -o s.csv w.csv
ok "one year: one row a region" test "$(wc -l <s.csv)" = 5
cells s.csv <<'END'
WD-X 2022 2022 rest_opgave 0
WD-X 2022 2022 verschil 0
WD-X 2022 2022 dekking_pct -
END

# Growth that ends before the years of the stand still sets the date.
run stand -y 2024..2030 -o s.csv
fails 0 "years after the last whole year of growth" ""
cells s.csv <<'END'
PV24 2024 2030 opgave 31992
PV24 2024 2030 netto_groei -
PV24 2024 2030 rest_opgave 31992
PV24 2024 2030 gerealiseerd_pct 0.0
PV24 2024 2030 hard 16249
PV24 2024 2024 hard 3150
GM0034 2024 2030 rest_opgave 17300
END
months GM0001 2021 12 1 | obs >early.csv
run one -q -y 2022..2024 -o s.csv early.csv
cells s.csv <<'END'
WD-X 2022 2024 rest_opgave 300
END
months GM0001 2021 11 1 | obs >early.csv
run one -q -y 2022..2024 -o s.csv early.csv
cells s.csv <<'END'
WD-X 2022 2024 rest_opgave -
END

# The roster.
cat >r.csv <<'END'
gemeente,levering,verwacht,ontvangen,stand
GM0001,voorjaar,2023-04-01,,niet
GM0001,najaar,2023-10-01,2023-10-01,volledig
END
run one --rooster r.csv -o s.csv w.csv
fails 0 "the last delivery counts; who is not in the roster is told" \
    "woondeal-diff: r.csv: warning: W028 GM0002 Bee is not in the roster"
cells s.csv <<'END'
WD-X 2022 2024 volledig ja
END
cat >r.csv <<'END'
gemeente,levering,verwacht,ontvangen,stand
GM0001,najaar,2023-10-01,2023-10-01,volledig
GM0002,najaar,2023-10-01,2023-10-01,gedeeltelijk
END
run one --rooster r.csv -o s.csv w.csv
fails 0 "a delivery in part" "woondeal-diff: r.csv:3: warning: W027 delivery \
'najaar' of GM0002 is 'gedeeltelijk' according to the roster"
cells s.csv <<'END'
WD-X 2022 2022 volledig ja
WD-X 2023 2023 volledig nee: GM0002
END
sed -i 's/gedeeltelijk/half/' r.csv
run one --rooster r.csv w.csv
fails 2 "a word the roster does not know" "woondeal-diff: r.csv:3: error: \
stand: 'half' found, expected volledig, gedeeltelijk, vorige or niet"

# Numbers beside the stand.
run stand -q --figures
grep '^niveau\|^provincie' out >rows
ok "figures" diff rows - <<'END'
niveau,regio,naam,cijfer,jaar_van,jaar_tot,voor,waarde,heel,eenheid,groei_status,breuk,afgeleid
provincie,PV24,Flevoland,gerealiseerd_pct,2022,2030,2024-01-01,16.2,16,%,nader_voorlopig,6425 / 39743,opgave
provincie,PV24,Flevoland,dekking_hard_pct,2022,2030,2024-01-01,48.8,49,%,nader_voorlopig,16249 / 33318,opgave
provincie,PV24,Flevoland,dekking_pct,2022,2030,2024-01-01,122.8,123,%,nader_voorlopig,40912 / 33318,opgave
provincie,PV24,Flevoland,capaciteit,2022,2030,,40912,40912,woningen,,,
provincie,PV24,Flevoland,hard_en_zacht,2022,2030,,40482,40482,woningen,,,
provincie,PV24,Flevoland,zacht_en_onbekend,2022,2030,,24663,24663,woningen,,,
provincie,PV24,Flevoland,overschot,2022,2030,2024-01-01,7594,7594,woningen,nader_voorlopig,,opgave
provincie,PV24,Flevoland,overschot_hard,2022,2030,2024-01-01,-17069,-17069,woningen,nader_voorlopig,,opgave
provincie,PV24,Flevoland,rest_pct,2022,2030,2024-01-01,83.8,84,%,nader_voorlopig,33318 / 39743,opgave
provincie,PV24,Flevoland,hard_pct,2022,2030,,39.7,40,%,,16249 / 40912,
provincie,PV24,Flevoland,zacht_pct,2022,2030,,59.2,59,%,,24233 / 40912,
provincie,PV24,Flevoland,onbekend_pct,2022,2030,,1.1,1,%,,430 / 40912,
provincie,PV24,Flevoland,opgave_aandeel_pct,2022,2030,,100.0,100,%,,39743 / 39743,opgave
provincie,PV24,Flevoland,groei_aandeel_pct,2022,2030,2024-01-01,100.0,100,%,nader_voorlopig,6425 / 6425,
provincie,PV24,Flevoland,opgave_per_jaar,2022,2030,,4415.9,4416,woningen,,39743 / 9,opgave
provincie,PV24,Flevoland,opgave_evenredig,2022,2023,,8831.8,8832,woningen,,39743 / 9 x 2,opgave
provincie,PV24,Flevoland,benaderingen,2022,2030,,0,0,aantallen,,,
provincie,PV24,Flevoland,nodig_zacht_pct,2022,2030,2024-01-01,70.5,71,%,nader_voorlopig,17069 / 24233,opgave|opgave_cum
END
grep ',WD-MRA,' out | cut -d, -f2,4,8,9 >rows
ok "of a deal" sh -c "grep -qx WD-MRA,hard_pct,34.0,34 rows &&
    grep -qx WD-MRA,opgave_aandeel_pct,79.0,79 rows"
cp w.csv w0.csv
{
	months GM0001 2022 12 5
	months GM0002 2022 12 5
	months GM0001 2023 4 6
	months GM0002 2023 5 4
} | obs | sed '/,2023-/s/voorlopig/definitief/' >w.csv
echo 'GM0001 hard 2024 2024 bouw 5' | plans >p.csv
run three -q --peildatum 2023-05-01 --figures
grep '\(netto_groei\|groei_verschil\),' out | cut -d, -f2,4-11 >rows
ok "the running year beside the same months a year before" diff rows - <<'END'
PV99,netto_groei,2023,2023,2023-05-01,40,40,woningen,definitief
PV99,netto_groei,2022,2022,2022-05-01,40,40,woningen,voorlopig
PV99,groei_verschil,2023,2023,2023-05-01,0,0,woningen,voorlopig
WD-X,netto_groei,2023,2023,2023-05-01,40,40,woningen,definitief
WD-X,netto_groei,2022,2022,2022-05-01,40,40,woningen,voorlopig
WD-X,groei_verschil,2023,2023,2023-05-01,0,0,woningen,voorlopig
GM0001,netto_groei,2023,2023,2023-05-01,24,24,woningen,definitief
GM0001,netto_groei,2022,2022,2022-05-01,20,20,woningen,voorlopig
GM0001,groei_verschil,2023,2023,2023-05-01,4,4,woningen,voorlopig
GM0002,netto_groei,2023,2023,2023-05-01,16,16,woningen,definitief
GM0002,netto_groei,2022,2022,2022-05-01,20,20,woningen,voorlopig
GM0002,groei_verschil,2023,2023,2023-05-01,-4,-4,woningen,voorlopig
END
run three --figures --break-even
ok "one form at a time" test $status = 2
mv w0.csv w.csv

# A day within a month is told, and its last day costs no month.
run stand --peildatum 2023-12-31 -v -o s.csv
ok "the last day of a month is the first of the next" sh -c \
    "cmp s.csv stand.csv && grep -q 'info: W052 reference date 2023-12-31 is \
the last day of a month: 2024-01-01 is meant' err"
run stand -q --peildatum 2024-11-01 -o s2.csv
run stand --peildatum 2024-11-15 -o s.csv
ok "within a month, nothing of it counts" sh -c \
    "cmp s.csv s2.csv && grep -q 'warning: W053 reference date 2024-11-15 lies \
within a month, growth is by month: as of 2024-11-01' err"

# Break-even.
run stand --break-even
is 0 "break-even of the report" <"$F/break-even.out.csv"
ok "17069 of 24233 zacht is 70.5 percent, rounded up" \
    grep -q '^provincie,PV24,Flevoland,33318,16249,24233,430,70.5,ja,opgave|opgave_cum$' out
even() { # hard zacht onbekend: the deal's break-even with 200 to go
	plans <<-END >p.csv
		GM0001 hard 2023 2023 bouw $1
		GM0001 zacht 2023 2023 bouw $2
		GM0002 onbekend 2024 2024 bouw $3
	END
	run three --break-even
	grep '^woondeal' out | cut -d, -f 4-
}
ok "hard suffices" test "$(even 200 5 0)" = 200,200,5,0,,ja,
ok "all of zacht" test "$(even 50 150 9)" = 200,50,150,9,100.0,ja,
ok "a little more than all" test "$(even 0 199.9 0.1)" = \
    "200,0,199.9,0.1,100.1,met onbekend,"
ok "not even with onbekend" test "$(even 50 100 49)" = 200,50,100,49,150.0,nee,
ok "no zacht at all" test "$(even 50 0 150)" = "200,50,0,150,,met onbekend,"
ok "a third is rounded up" test "$(even 0 600 0)" = 200,0,600,0,33.4,ja,
run one --break-even w.csv
ok "without plans there is no answer" grep -q '^woondeal,WD-X,WD-X,200,,,,,,$' out
COLUMNS=200 run stand --break-even --table
ok "break-even as a table" grep -q '^provincie  PV24  .* 70.5  ja        opgave|opgave_cum$' out

# Phasing: "divided by nine" is named, and says where it is not the agreement.
run stand --phasing even -o s.csv
fails 0 "divided by nine is not what was agreed" "woondeal-diff: opgave.csv: \
warning: W033 target of PV24 for 2022-2023 is 7751 as agreed, but 8832 with \
this phasing
woondeal-diff: opgave.csv: warning: W033 target of WD-MRA for 2022-2023 is \
5800 as agreed, but 6978 with this phasing
woondeal-diff: opgave.csv: warning: W033 target of WD-ZUND for 2022-2023 is \
1951 as agreed, but 1854 with this phasing"
cells s.csv <<'END'
PV24 2022 2022 opgave 4416
PV24 2024 2024 opgave_cum 13248
PV24 2022 2030 opgave 39743
PV24 2022 2030 rest_opgave 33318
WD-MRA 2022 2030 opgave 31400
WD-MRA 2022 2022 verschil -1146
GM0034 2024 2024 opgave 2471
GM0034 2022 2022 opgave -
END
cat >f.csv <<'END'
regio,jaar,aandeel
,2022,1
,2023,1
,2024,2
GM0002,2022,0.5
GM0002,2024,1.5
END
targets >t2.csv <<'END'
WD-X,GM0001,2022,2024,10,,,
WD-X,GM0002,2022,2024,10,,,
END
run two --phasing f.csv -o s.csv
cells s.csv <<'END'
GM0001 2022 2022 opgave 3
GM0001 2023 2023 opgave 2
GM0001 2024 2024 opgave 5
GM0002 2022 2022 opgave 3
GM0002 2023 2023 opgave 0
GM0002 2024 2024 opgave 7
END
sed -i 's/GM0002/GM0009/' f.csv
run two --phasing f.csv
fails 2 "phasing of a region that is none" "woondeal-diff: f.csv:5: error: \
regio: 'GM0009' is no woondeal or municipality"
printf '%s\n' regio,jaar,aandeel ,2022,-1 >f.csv
run two --phasing f.csv
fails 2 "a negative weight" \
    "woondeal-diff: f.csv:2: error: aandeel: '-1' is not a share of 0 or more"
printf '%s\n' regio,jaar,aandeel ,22,1 >f.csv
run two --phasing f.csv
fails 2 "a year that is none" \
    "woondeal-diff: f.csv:2: error: jaar: '22' found, expected a year as 2024"

# Scenarios.
SCENARIO=scenario,veld,waarde,aandeel,vertraging
cat >sc.csv <<END
$SCENARIO,aantal,jaar_van,jaar_tot
zacht70,hardheid,zacht,0.7,,,,
traag,hardheid,zacht,0.8,2,,,
traag,planstatus,1A,,1,,,
ambitie,opgave,GM0034,,,42000,2025,2039
END
run stand --scenario sc.csv -y 2022..2030 -o sc.out
fails 0 "three scenarios beside what is" ""
run stand -v --scenario sc.csv -y 2022..2030 -o sc.out
ok "-v tells what a scenario moves out" grep -q "info: W034 scenario traag: \
9093.4 dwellings of the plans fall outside 2022-2030, or lie only partly in \
it" "$T/err"
ok "what is comes first, unchanged" sh -c \
    "head -\$(wc -l <stand.csv) sc.out | cmp - stand.csv"
ok "four stands, each sleutel once" sh -c \
    "test \$(cut -d, -f1 sc.out | sort -u | wc -l) = \$(wc -l <sc.out) &&
    test \$(wc -l <sc.out) = \$((\$(wc -l <stand.csv) * 4 - 3))"
for name in zacht70 traag ambitie; do
	{ head -1 sc.out; grep "^$name|" sc.out; } >$name.out
done
cells zacht70.out <<'END'
PV24 2022 2030 hard 16249
PV24 2022 2030 zacht 16963.1
PV24 2022 2030 dekking_pct 101.0
GM0034 2025 2025 zacht 420
END
# 0.8 x the zacht of 2024-2028 is 11712; hard of 2024-2029 is 14830.
cells traag.out <<'END'
PV24 2022 2030 zacht 11712
PV24 2022 2030 hard 14830
GM0034 2024 2024 hard 0
GM0034 2025 2025 hard 1500
GM0034 2026 2026 zacht 320
PV24 2022 2030 rest_opgave 33318
END
# 42,000 in fifteen years is 2,800 a year, in place of 14,065 for 2025-2030.
cells ambitie.out <<'END'
GM0034 2024 2024 opgave 3235
GM0034 2025 2025 opgave 2800
WD-MRA 2025 2025 opgave 3924
WD-MRA 2022 2030 opgave 34135
PV24 2022 2030 opgave 42478
PV24 2022 2030 rest_opgave 36053
END
run stand --scenario sc.csv --table -q
ok "a view for each scenario" test \
    "$(grep -c '^Woondeals' out) $(grep -c '^Scenario' out)" = "4 3"

# Several rules that fit: shares multiply, the longest delay counts.
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv
cat >p.csv <<'END'
gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,peildatum,levering,\
telling,planstatus,projectfase,plantype,opdrachtgever,gebied,knelpunten
GM0001,zacht,2023,2023,bouw,totaal,100,2023-01-01,a,,3,Start,V,C,G,Nuts|Stikstof
GM0002,zacht,2023,2023,bouw,totaal,100,2023-01-01,a,,3,Einde,W,D,H,Stikstof
END
sed -i ':a;/\\$/{N;s/\\\n//;ba}' p.csv
full_register <p.csv >full && mv full p.csv
what_if() { # rules on stdin; zacht 2023, 2024 of GM0001, then of GM0002
	{ echo $SCENARIO; cat; } >sc.csv
	three -q --scenario sc.csv -o s.csv
	for g in GM0001 GM0002; do
		for y in 2023 2024; do
			grep "^s|gemeente|$g|$y|$y" s.csv | cut -d, -f19
		done
	done | paste -sd' ' -
}
ok "two bottlenecks" test "$(printf '%s\n' s,knelpunten,Nuts,0.5,1 \
    s,knelpunten,Stikstof,0.9, | what_if)" = "0 45 90 0"
ok "projectfase" test "$(echo s,projectfase,Start,0, | what_if)" = "0 0 100 0"
ok "plantype" test "$(echo s,plantype,W,0.25, | what_if)" = "100 0 25 0"
ok "opdrachtgever" test "$(echo s,opdrachtgever,C,,1 | what_if)" = "0 100 100 0"
ok "gebied" test "$(echo s,gebied,H,1.5,1 | what_if)" = "100 0 0 150"
ok "gemeente" test "$(echo s,gemeente,GM0001,0.333,9 | what_if)" = "0 0 100 0"
ok "planstatus" test "$(echo s,planstatus,3,0.0001, | what_if)" = \
    "0.01 0 0.01 0"
ok "nothing fits" test "$(echo s,planstatus,3A,0, | what_if)" = "100 0 100 0"
bad_rule() { # MESSAGE RULE
	printf '%s\n' $SCENARIO,aantal,jaar_van,jaar_tot "$2" >sc.csv
	run three --scenario sc.csv
	fails 2 "refuses $2" "woondeal-diff: sc.csv:2: error: $1"
}
bad_rule "veld: 'fase', expected hardheid, planstatus, projectfase, plantype, \
opdrachtgever, gebied, knelpunten, gemeente, opgave or opgave_gebied" \
    s,fase,Start,1,,,,
bad_rule "aandeel: '-1' is not a share, expected as in 0.7, from 0 to 100 with \
at most four decimals" s,hardheid,hard,-1,,,,
bad_rule "aandeel: '70%' is not a share, expected as in 0.7, from 0 to 100 \
with at most four decimals" s,hardheid,hard,70%,,,,
bad_rule "vertraging: '1.5' is not a number of years from 0 to 99" \
    s,hardheid,hard,1,1.5,,,
bad_rule "scenario: 'basis' cannot be the name of a scenario" \
    basis,hardheid,hard,1,,,,
bad_rule "waarde: 'Oosterwold' is no woondeal or municipality" \
    s,opgave,Oosterwold,,,20000,2025,2030
bad_rule "waarde: '' is no area" s,opgave_gebied,,,,20000,2025,2030
bad_rule "aantal: 'veel' found, expected a number with a decimal point and \
no thousands mark" \
    s,opgave_gebied,Oosterwold,,,veel,2025,2030
bad_rule "aantal: '' found, expected dwellings of 0 or more" \
    s,opgave,WD-X,,,,2025,2030
bad_rule "jaar_tot: 2025 found, expected a year not before 2030" \
    s,opgave,WD-X,,,5,2030,2025
printf '%s\n' $SCENARIO,aantal,jaar_van,jaar_tot s,opgave,WD-MRA,,,5,2023,2023 \
    >sc.csv
run stand --scenario sc.csv
fails 2 "a target that would split a bucket" "woondeal-diff: the target of a \
scenario for WD-MRA would split a bucket of its years"
run stand --scenario sc.csv --phasing even -q
ok "targets of a scenario and phasing exclude each other" test $status = 2
run stand --scenario sc.csv --break-even
ok "so do scenarios and break-even" test $status = 2
sed '1s/knelpunten/knel/' p.csv >p2.csv
printf '%s\n' $SCENARIO s,knelpunten,Nuts,0, >sc.csv
run woondeal-diff -g g1.csv -t t1.csv -P p2.csv --scenario sc.csv w.csv
ok "a column that is not there" sh -c \
    "test $status = 2 && grep -q 'p2.csv.*knelpunten' err"

# In a scenario, too, growth comes off whole-year counts first.
{
	printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50'
	months GM0001 2023 6 5
	months GM0002 2023 6 5
} | obs >w.csv
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 60 jaar
GM0001 hard 2023 2023 sloop 10 jaar
GM0001 zacht 2023 2023 bouw 90 jaar
GM0002 zacht 2023 2023 bouw 90 jaar
END
printf '%s\n' $SCENARIO s,hardheid,hard,0.5,1 s,hardheid,zacht,0.1, >sc.csv
run three -q --peildatum 2023-07-01 --scenario sc.csv -o s.csv
{ head -1 s.csv; grep '^s|' s.csv; } >s2.csv
cells s2.csv <<'END'
GM0001 2023 2023 hard 0
GM0001 2024 2024 hard 10
GM0001 2023 2023 zacht 9
GM0002 2023 2023 zacht 6
END

# What remains of a bucket that began before the plan year lies after it.
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv
plans >p.csv <<'END'
GM0001 hard 2020 2024 bouw 10 rest
GM0001 zacht 2020 2024 bouw 20 jaar
GM0001 onbekend - 2023 bouw 40 rest
GM0002 hard 2024 2024 bouw 1
END
run three --findings f.csv -q -o s.csv
cells s.csv <<'END'
GM0001 2022 2024 hard 10
GM0001 2022 2024 zacht 0
GM0001 2022 2024 onbekend 40
GM0001 2024 2024 hard 0
END
ok "each of them a finding" test "$(cut -d, -f5 f.csv | sort | uniq -c |
    tr -s ' \n' '  ')" = " 2 W021 1 W022 1 code "

# Bands: status unknown, buckets, no usable years, missing deliveries.
run stand --band -o s.csv
fails 0 "--band" ""
ok "the other columns stay as they are" sh -c \
    "cut -d, -f1-30 s.csv | cmp - stand.csv"
cells s.csv <<'END'
PV24 2022 2030 capaciteit_laag 40482
PV24 2022 2030 capaciteit_hoog 40912
PV24 2022 2030 dekking_laag_pct 121.5
PV24 2022 2030 dekking_hoog_pct 122.8
PV24 2022 2030 band_oorzaak GM0034 planstatus onbekend 400
WD-ZUND 2024 2024 capaciteit_laag 1060
WD-ZUND 2024 2024 capaciteit_hoog 1060
WD-ZUND 2024 2024 band_oorzaak -
PV24 2022 2022 capaciteit_laag -
END
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 10
GM0001 zacht 2023 2024 bouw 100
GM0001 zacht 2023 2024 sloop 30
GM0001 onbekend 2024 2024 bouw 7
GM0001 hard 2024 2026 bouw 500
GM0001 hard 2025 2026 bouw 9000
GM0002 zacht - - bouw 600
GM0002 hard 2024 2024 bouw 1
END
run three -q --band -o s.csv
cells s.csv <<'END'
GM0001 2023 2023 capaciteit_laag -20
GM0001 2023 2023 capaciteit_hoog 110
GM0001 2023 2023 band_oorzaak GM0001 periode 130
GM0001 2024 2024 capaciteit_laag -30
GM0001 2024 2024 capaciteit_hoog 607
GM0001 2022 2024 capaciteit_laag 80
GM0001 2022 2024 capaciteit_hoog 587
GM0002 2023 2023 capaciteit_hoog 600
WD-X 2022 2024 capaciteit_laag 81
WD-X 2022 2024 capaciteit_hoog 1188
WD-X 2022 2024 band_oorzaak GM0002 periode 600
WD-X 2022 2024 dekking_laag_pct 40.5
WD-X 2022 2024 dekking_hoog_pct 594.0
END
# A bucket of the plans in a bucket of the targets is sure there.
targets >t2.csv <<'END'
WD-X,,2022,2022,100,,,
WD-X,,2023,2024,100,,,
WD-X,,2025,2025,100,,,
END
run woondeal-diff -q -g g1.csv -t t2.csv -P p.csv --band -o s.csv w.csv
cells s.csv <<'END'
WD-X 2023 2024 capaciteit_laag 81
WD-X 2023 2024 capaciteit_hoog 1188
END
grep -v GM0002 p.csv >p2.csv
run woondeal-diff -q -g g1.csv -t t1.csv -P p2.csv --band -o s.csv w.csv
cells s.csv <<'END'
WD-X 2022 2024 capaciteit_laag 80
WD-X 2022 2024 capaciteit_hoog -
WD-X 2022 2024 band_oorzaak GM0002 niet volledig
END
printf '%s\n' $SCENARIO s,gemeente,GM0002,0.5, >sc.csv
run three -q --band --scenario sc.csv -o s.csv
{ head -1 s.csv; grep '^s|' s.csv; } >s2.csv
cells s2.csv <<'END'
WD-X 2022 2024 capaciteit_laag 80.5
WD-X 2022 2024 capaciteit_hoog 887.5
END
COLUMNS=999 run three --band --table
ok "a band as a table" grep -q "^sleutel .* capaciteit_laag  capaciteit_hoog" out

# Segments: partitions of the dwellings, or columns, beside norms.
cat >p.csv <<'END'
gemeente,plan_id,plan_naam,fase_id,hardheid,jaar_van,jaar_tot,soort,dimensie,\
categorie,aantal,peildatum,levering,telling,projectfase,opdrachtgever,\
knelpunten
GM0001,1,A,,hard,2023,2023,bouw,totaal,,100,2023-01-01,a,,Start,C,Nuts|Geluid
GM0001,1,A,,hard,2024,2024,bouw,totaal,,50,2023-01-01,a,,Start,C,Nuts|Geluid
GM0001,1,A,,hard,2023,2023,bouw,woningtype,x,60,2023-01-01,a,,Start,C,Nuts|Geluid
GM0001,1,A,,hard,2023,2023,bouw,flex,ja,60,2023-01-01,a,,Start,C,Nuts|Geluid
GM0001,1,A,,hard,,,bouw,flex,nee,90,2023-01-01,a,,Start,C,Nuts|Geluid
GM0001,2,B,,zacht,2024,2024,bouw,totaal,,50,2023-01-01,a,,Start,D,Nuts
GM0001,2,B,,zacht,2024,2024,bouw,flex,nee,50,2023-01-01,a,,Start,D,Nuts
GM0001,2,B,,zacht,2031,,bouw,flex,nee,990,2023-01-01,a,,Start,D,Nuts
GM0002,1,A,,zacht,2024,2024,bouw,totaal,,100,2023-01-01,a,,Einde,,
END
sed -i ':a;/\\$/{N;s/\\\n//;ba}' p.csv
full_register <p.csv >full && mv full p.csv
cat >n.csv <<'END'
regio,segment,categorie,aandeel,van,tot
,flex,ja,30.5,,
GM0001,flex,ja|nee,,20,25
WD-X,flex,anders,,,0
WD-X,knelpunten,Nuts,99,,
END
SEG=niveau,regio,naam,segment,categorie,plannen,hard,zacht,onbekend,totaal,\
aandeel_pct,norm_van_pct,norm_tot_pct,verschil,oordeel,volledig,geheel,norm_van,norm_tot
run three --segment flex --norm n.csv
is 0 "a partition beside norms" "woondeal-diff: warning: W036 the norm names 'anders', which no plan has in \
flex" <<END
$SEG
provincie,PV99,PV99,flex,ja,1,60,0,0,60,30.0,,,,,nee: GM0002,200,,
provincie,PV99,PV99,flex,nee,2,90,50,0,140,70.0,,,,,nee: GM0002,200,,
provincie,PV99,PV99,flex,ja,1,60,0,0,60,30.0,30.5,,-1,te weinig,nee: GM0002,200,,
woondeal,WD-X,WD-X,flex,ja,1,60,0,0,60,30.0,,,,,nee: GM0002,200,,
woondeal,WD-X,WD-X,flex,nee,2,90,50,0,140,70.0,,,,,nee: GM0002,200,,
woondeal,WD-X,WD-X,flex,ja,1,60,0,0,60,30.0,30.5,,-1,te weinig,nee: GM0002,200,,
woondeal,WD-X,WD-X,flex,anders,0,0,0,0,0,0.0,0,0,0,voldoet,nee: GM0002,200,,
gemeente,GM0001,Aa,flex,ja,1,60,0,0,60,30.0,,,,,ja,200,,
gemeente,GM0001,Aa,flex,nee,2,90,50,0,140,70.0,,,,,ja,200,,
gemeente,GM0001,Aa,flex,ja,1,60,0,0,60,30.0,30.5,,-1,te weinig,ja,200,,
gemeente,GM0001,Aa,flex,ja|nee,,150,50,0,200,100.0,20,25,150,te veel,ja,200,,
gemeente,GM0002,Bee,flex,ja,,,,,,,,,,,nee: GM0002,,,
gemeente,GM0002,Bee,flex,nee,,,,,,,,,,,nee: GM0002,,,
gemeente,GM0002,Bee,flex,ja,,,,,,,,,,,nee: GM0002,,,
END
run three --segment knelpunten
grep '^woondeal' out >rows
ok "a plan with two bottlenecks counts in both" diff rows - <<'END'
woondeal,WD-X,WD-X,knelpunten,Geluid,1,150,0,0,150,50.0,,,,,ja,300,,
woondeal,WD-X,WD-X,knelpunten,Nuts,2,150,50,0,200,66.7,,,,,ja,300,,
woondeal,WD-X,WD-X,knelpunten,niet opgegeven,1,0,100,0,100,33.3,,,,,ja,300,,
END
# Two columns crossed: which bottleneck in which phase.
cp p.csv p3.csv
sed '1s/,projectfase\(,\|$\)/,oud\1/; 1s/$/,projectfase/; 2,$s/$/,Ontwerp/
    3s/Ontwerp$//' p.csv >p2.csv
mv p2.csv p.csv
run three -q --segment knelpunten -o one.csv
run three -q --segment knelpunten+projectfase -o both.csv
ok "crossed: the parts are the bottleneck's" sh -c "
	awk -F, 'NR > 1 { sub(/ [+].*/, \"\", \$5); n[\$2 \$5] += \$10 }
	    END { for (k in n) print k, n[k] }' both.csv | sort >x
	awk -F, 'NR > 1 { print \$2 \$5, \$10 + 0 }' one.csv | sort | diff x -"
ok "and their names" test "$(cut -d, -f5 both.csv | sed 1d | sort -u |
    paste -sd'|' -)" = "Geluid + Ontwerp|Geluid + niet opgegeven|\
Nuts + Ontwerp|Nuts + niet opgegeven|niet opgegeven + Ontwerp"
run three -q --segment projectfase+knelpunten
ok "the other way round" grep -q '^woondeal,.*,Ontwerp + Geluid,1,' out
for trait in knelpunten+flex flex+ja knelpunten+knelpunten reserve+gebied \
    knelpunten+ +gebied gebied+plantype+planstatus; do
	run three --segment $trait
	ok "refuses $trait" sh -c "test $status = 2 && grep -q \
	    \"'$trait', expected one of .*, or two columns as in knelp\" err"
done
cp p3.csv p.csv

# Reserve: what is stuck, what is not, and what comes after the years.
cp p.csv p3.csv
cat >p.csv <<'END'
gemeente,plan_id,plan_naam,fase_id,hardheid,jaar_van,jaar_tot,soort,dimensie,\
aantal,peildatum,levering,knelpunten
GM0001,a,A,,hard,2023,2023,bouw,totaal,100,2023-01-01,l,Nuts|Stikstof
GM0001,a,A,,hard,2023,2023,sloop,totaal,10,2023-01-01,l,Nuts|Stikstof
GM0001,b,B,,zacht,2024,2024,bouw,totaal,40,2023-01-01,l,Geen
GM0001,c,C,,zacht,2024,2024,bouw,totaal,5,2023-01-01,l,
GM0001,d,D,,zacht,2023,2024,bouw,totaal,3,2023-01-01,l,Onbekend
GM0001,e,E,,zacht,2025,2025,bouw,totaal,60,2023-01-01,l,Geen
GM0001,e,E,,zacht,2026,,bouw,totaal,6,2023-01-01,l,Geen
GM0002,f,F,,onbekend,2025,2026,bouw,totaal,7,2023-01-01,l,Geluid|Geen
GM0002,g,G,,hard,2030,2030,bouw,totaal,8,2023-01-01,l,
GM0002,h,H,,hard,2022,2022,bouw,totaal,9999,2023-01-01,l,Geen
GM0002,i,I,,hard,2024,2025,bouw,totaal,9999,2023-01-01,l,Geen
GM0002,j,J,,telt_niet,2025,2025,bouw,totaal,9999,2023-01-01,l,Geen
END
sed -i ':a;/\\$/{N;s/\\\n//;ba}' p.csv
full_register <p.csv >full && mv full p.csv
run three -q --segment reserve
grep '^woondeal' out >rows
ok "reserve" diff rows - <<'END'
woondeal,WD-X,WD-X,reserve,knelpunt niet opgegeven,2,0,8,0,8,3.7,,,,,ja,219,,
woondeal,WD-X,WD-X,reserve,later knelpunt niet opgegeven,1,8,0,0,8,3.7,,,,,ja,219,,
woondeal,WD-X,WD-X,reserve,later met knelpunt,1,0,0,7,7,3.2,,,,,ja,219,,
woondeal,WD-X,WD-X,reserve,later zonder knelpunt,1,0,66,0,66,30.1,,,,,ja,219,,
woondeal,WD-X,WD-X,reserve,met knelpunt,1,90,0,0,90,41.1,,,,,ja,219,,
woondeal,WD-X,WD-X,reserve,zonder knelpunt,1,0,40,0,40,18.3,,,,,ja,219,,
END
cp p3.csv p.csv
run three --segment opdrachtgever
grep '^gemeente,GM0001' out >rows
ok "a column of the plan" diff rows - <<'END'
gemeente,GM0001,Aa,opdrachtgever,C,1,150,0,0,150,75.0,,,,,ja,200,,
gemeente,GM0001,Aa,opdrachtgever,D,1,0,50,0,50,25.0,,,,,ja,200,,
gemeente,GM0001,Aa,opdrachtgever,niet opgegeven,0,0,0,0,0,0.0,,,,,ja,200,,
END
run three --segment projectfase -o s.csv
run three -o s2.csv
ok "a column adds up to the capacity of the stand" test \
    "$(awk -F, '$2 == "PV99" { n += $10 } END { print n }' s.csv)" = \
    "$(awk -F, '$4 == "PV99" && $6 != $7 { print $18 + $19 + $20 }' s2.csv)"
run three --segment flex --table
ok "segments as a table" grep -q '^niveau  *regio  *naam' out
run three --segment prijs
ok "a trait that is none" sh -c \
    "test $status = 2 && grep -q \"'prijs', expected one of betaalb\" err"
run three --norm n.csv
ok "--norm needs --segment" test $status = 2
run three --segment flex --break-even
ok "--segment and --break-even exclude each other" test $status = 2
bad_norm() { # MESSAGE ROW
	printf '%s\n' regio,segment,categorie,aandeel,van,tot "$2" >n.csv
	run three --segment flex --norm n.csv
	fails 2 "refuses norm $2" "woondeal-diff: n.csv:2: error: $1"
}
bad_norm "regio: 'GM0009' is not in the municipalities file" GM0009,flex,ja,5,,
bad_norm "aandeel: expected either aandeel, or van and tot" ,flex,ja,5,5,
bad_norm "aandeel: expected either aandeel, or van and tot" ,flex,ja,,,
bad_norm "tot: '101' is not a percentage from 0 to 100 with at most two \
decimals" ,flex,ja,,1,101
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv

# Areas across municipalities.
cat >p.csv <<'END'
gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,peildatum,levering,\
telling,gebied
GM0001,hard,2023,2023,bouw,totaal,100,2023-01-01,a,,Oost
GM0002,zacht,2023,2023,bouw,totaal,30,2023-01-01,a,,Oost
GM0002,zacht,2023,2023,sloop,totaal,5,2023-01-01,a,,Oost
GM0001,zacht,2024,2024,bouw,totaal,7,2023-01-01,a,,Kade; west
GM0001,zacht,2024,2024,bouw,totaal,9,2023-01-01,a,,
END
sed -i ':a;/\\$/{N;s/\\\n//;ba}' p.csv
full_register <p.csv | sed 's/Kade; west/"Kade, west"/' >full
mv full p.csv
cat >r.csv <<'END'
gemeente,levering,verwacht,ontvangen,stand
GM0001,najaar,2023-10-01,2023-10-01,volledig
GM0002,najaar,2023-10-01,2023-10-01,gedeeltelijk
END
run three -q --groep gebied -y 2022..2024 --rooster r.csv
is 0 "areas" <<END
$(head -1 stand.csv)
"basis|gebied|Kade, west|2022|2022",basis,gebied,"Kade, west","Kade, west",\
2022,2022,,nvt,,,,,,,,,,,,,,,,,,,,ja,
"basis|gebied|Kade, west|2022|2024",basis,gebied,"Kade, west","Kade, west",\
2022,2024,,nvt,,,,,,,,,0,7,0,,,,,,,,,ja,
"basis|gebied|Kade, west|2023|2023",basis,gebied,"Kade, west","Kade, west",\
2023,2023,,nvt,,,,,,,,,0,0,0,,,,,,,,,ja,
"basis|gebied|Kade, west|2024|2024",basis,gebied,"Kade, west","Kade, west",\
2024,2024,,nvt,,,,,,,,,0,7,0,,,,,,,,,ja,
basis|gebied|Oost|2022|2022,basis,gebied,Oost,Oost,2022,2022,,nvt,,,,,,,,,,,,,\
,,,,,,,ja,
basis|gebied|Oost|2022|2024,basis,gebied,Oost,Oost,2022,2024,,nvt,,,,,,,,,100,\
25,0,,,,,,,,,nee: GM0002,
basis|gebied|Oost|2023|2023,basis,gebied,Oost,Oost,2023,2023,,nvt,,,,,,,,,100,\
25,0,,,,,,,,,nee: GM0002,
basis|gebied|Oost|2024|2024,basis,gebied,Oost,Oost,2024,2024,,nvt,,,,,,,,,0,0,\
0,,,,,,,,,nee: GM0002,
END
printf '%s\n' $SCENARIO s,gebied,Oost,0.5,1 >sc.csv
run three -q --groep gebied --scenario sc.csv
ok "areas in a scenario" grep -q \
    '^s|gebied|Oost|2024|2024,.*,nvt,,,,,,,,,50,12.5,0,' out
# Targets of areas: growth there is not known, so what remains is only known
# for years that have yet to begin.
AREAS=$SCENARIO,aantal,jaar_van,jaar_tot
printf '%s\n' $AREAS s,opgave_gebied,Oost,,,31,2023,2025 \
    s,opgave_gebied,West,,,7,2024,2024 >sc.csv
run three -q --groep gebied --scenario sc.csv -y 2022..2025 -o s.csv
ok "what is stays" sh -c "grep -q '^basis|gebied|Oost|2023|2023,.*,nvt,' s.csv &&
    ! grep -q '^basis|gebied|West' s.csv"
{ head -1 s.csv; grep -v Kade s.csv | grep '^s|'; } >s2.csv
cells s2.csv <<'END'
Oost 2022 2022 opgave -
Oost 2022 2022 opgave_reden ontbreekt
Oost 2023 2023 opgave 10
Oost 2024 2024 opgave 11
Oost 2025 2025 opgave 10
Oost 2023 2023 opgave_reden -
Oost 2023 2023 hard 100
Oost 2022 2025 opgave -
Oost 2022 2025 rest_opgave -
West 2024 2024 opgave 7
West 2024 2024 hard -
West 2024 2024 volledig nee: West
END
run three -q --groep gebied --scenario sc.csv -y 2023..2025 -o s.csv
{ head -1 s.csv; grep -v Kade s.csv | grep '^s|'; } >s2.csv
cells s2.csv <<'END'
Oost 2023 2025 opgave 31
Oost 2024 2024 opgave_cum 21
Oost 2023 2025 rest_opgave 31
Oost 2023 2025 dekking_hard_pct 322.6
Oost 2023 2025 dekking_pct 403.2
Oost 2024 2024 rest_opgave -
END
run three -q --groep gebied --scenario sc.csv -y 2023..2025 \
    --peildatum 2023-03-01 -o s.csv
{ head -1 s.csv; grep -v Kade s.csv | grep '^s|'; } >s2.csv
cells s2.csv <<'END'
Oost 2023 2025 opgave 31
Oost 2023 2025 opgave_reden groei onbekend
Oost 2023 2025 rest_opgave -
Oost 2023 2025 dekking_pct -
Oost 2024 2024 opgave_reden -
END
run three --groep gebied --scenario sc.csv -o s.csv
ok "an area that no plan names is a finding" grep -q \
    'warning: W039 no plan that counts lies in area West, which has a' err
run three -v --scenario sc.csv -o s.csv
ok "so is a target of an area in the stand of regions" sh -c \
    "grep -q 'info: W038 scenario s: the target of area Oost counts' err &&
    grep -q 'info: W038 scenario s: the target of area West counts' err"
printf '%s\n' $AREAS s,opgave_gebied,Oost,,,31,2023,2025 \
    s,opgave_gebied,Oost,,,7,2025,2026 >sc.csv
run three --groep gebied --scenario sc.csv
fails 2 "two targets of an area for a year" "woondeal-diff: sc.csv:3: error: \
waarde: two targets of one scenario for the same years"

# The province's own scenarios: 39743 - 14065 + 16800; 2025-2030 of Lelystad is
# 6744, of Urk 756.
run stand -q --scenario "$ROOT/pipelines/flevoland/scenario.csv" -y 2022..2030 \
    -o s.csv
for want in almere_42000:42478 lelystad_1300:40799 urk_200:40187 \
    ambities:43978 oosterwold_20000:39743; do
	grep "^sleutel\|^${want%:*}|" s.csv >s2.csv
	ok "scenario ${want%:*}" test ${want#*:} = \
	    "$(cell s2.csv PV24 2022 2030 opgave)"
done
run stand -q --scenario "$ROOT/pipelines/flevoland/scenario.csv" \
    --groep gebied -y 2025..2030 -o s.csv
ok "Oosterwold: six of sixteen years" test 7500 = \
    "$(cell s.csv Oosterwold 2025 2030 opgave)"
COLUMNS=999 run three --groep gebied --table
ok "areas as a table" grep -q "^sleutel .* volledig" out
run three -q --groep woondeal -o s.csv
run three -q -o s2.csv
ok "--groep woondeal is the default" cmp s.csv s2.csv

# The norm for capacity: 130 percent of what remains.
run stand --capacity-norm 130 -o s.csv
fails 0 "--capacity-norm" ""
ok "the other columns stay" sh -c "cut -d, -f1-30 s.csv | cmp - stand.csv"
cells s.csv <<'END'
PV24 2022 2030 capaciteit_nodig 43313.4
PV24 2022 2030 capaciteit_verschil -2401.4
WD-MRA 2022 2030 capaciteit_nodig 34846.5
WD-ZUND 2022 2030 capaciteit_nodig 8466.9
PV24 2024 2024 capaciteit_nodig -
GM0034 2022 2030 capaciteit_nodig 22490
END
run stand --capacity-norm 130 --band
ok "the norm's columns before the band's" sh -c "head -1 out | grep -q \
    ',volledig,afgeleid,capaciteit_nodig,capaciteit_verschil,capaciteit_laag,'"
run stand --capacity-norm 1.3x
fails 2 "a norm that is none" "woondeal-diff: --capacity-norm '1.3x' is not a \
percentage up to 1000, expected as in 130"
COLUMNS=999 run stand --capacity-norm 130 --table
ok "the norm as a table" grep -q " 2022  *2030  *39743 .* 43313.4 " out
run one -y 2022 --capacity-norm 130 -o s.csv w.csv
cells s.csv <<'END'
WD-X 2022 2022 capaciteit_nodig 0
WD-X 2022 2022 capaciteit_verschil -
END
printf '%s\n' 'GM0001 2022 300' 'GM0002 2022 300' | obs >more.csv
run one -y 2022 --capacity-norm 130 -o s.csv more.csv
ok "more than the target leaves nothing to be planned for" sh -c \
    'test "$1" -lt 0 && test "$2" = 0' - "$(cell s.csv WD-X 2022 2022 rest_opgave)" \
    "$(cell s.csv WD-X 2022 2022 capaciteit_nodig)"

# One number as a story; its parts add up to it.
run stand --explain WD-MRA:2022-2023:verschil
is 0 "why MRA is 1205 behind" <<END
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,verschil,WD-MRA,Woondeal MRA,2022-2023,-1205,,,,groei t/m 2023,woningen
waarneming,saldo_voorraad,GM0034,Almere,2022,1750,waarnemingen.csv,2,81955NED,\
definitief,woningen
waarneming,saldo_voorraad,GM0995,Lelystad,2022,593,waarnemingen.csv,15,\
81955NED,definitief,woningen
waarneming,saldo_voorraad,GM0034,Almere,2023,1663,waarnemingen.csv,3,81955NED,\
nader_voorlopig,woningen
waarneming,saldo_voorraad,GM0995,Lelystad,2023,589,waarnemingen.csv,16,\
81955NED,nader_voorlopig,woningen
opgave,opgave,WD-MRA,Woondeal MRA,2022-2023,-5800,opgave.csv,44,\
voortgangsrapportage,"vastgesteld 2023-03-15, afgeleid nee",woningen
END
run stand --explain GM0171:2029:onbekend
is 0 "a plan, down to the cell of the delivery" <<END
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,onbekend,GM0171,Noordoostpolder,2029,15,,,,,woningen
plan,onbekend,GM0171,Noordoostpolder,2029,15,plannen.csv,82,GM0171: A36,"Plan,\
 planstatus onbekend",woningen
END
adds_up() { # QUESTION WANT [OPTION...]: the number, and the sum of its parts
	question=$1 want=$2
	shift 2
	run stand -q "$@" --explain "$question"
	ok "$question is the sum of its parts" test "$want $want" = "$(
		sed 's/"[^"]*"//' out | awk -F, 'NR == 2 { n = $6 }
		NR > 2 { sum += $6 } END { print n, sum }')"
}
adds_up PV24:2022-2030:hard 16249
adds_up PV24:2022-2030:zacht 24233
adds_up WD-ZUND:2022-2030:onbekend 30
adds_up PV24:2022-2030:opgave 39743
adds_up PV24:2022-2023:opgave 7751
adds_up PV24:2022-2030:rest_opgave 33318
adds_up PV24:2022-2030:rest_opgave 30919 --peildatum 2024-12-01
adds_up PV24:2024:netto_groei 2399 --peildatum laatste
adds_up WD-ZUND:2024:hard 1000
adds_up PV24:2022-2030:capaciteit 40912
adds_up WD-MRA:2022-2030:hard_en_zacht "$(stand -q --figures | csvpick -H \
    -c waarde -w regio=WD-MRA -w cijfer=hard_en_zacht)"
adds_up PV24:2022-2030:overschot 7594
run stand -q --explain 40912
ok "a number that is a sum of columns" grep -q '^uitkomst,capaciteit,PV24,' out
run stand -q --explain PV24:2022-2030:hard_pct
ok "a percentage of sums: both, and what they are made of" sh -c \
    'grep -q "^uitkomst,hard_pct,PV24,[^,]*,2022-2030,39.7," out && grep -q "^teller,hard,.*,16249," out &&
    grep -q "^noemer,capaciteit,.*,40912," out'
# A number: every cell that is it, each with what adds up to it; and the cells
# of the deliveries.
printf '%s\n' gemeente,levering,bestand,blad GM0171,GM0171,nop.xlsx,Blad1 \
    GM0184,GM0184,urk.csv, GM0034,GM0034,a.xlsx,X GM0034,GM0034,b.csv, >f1.csv
printf '%s\n' gemeente,levering,bestand GM0303,GM0303,oud/a.xlsx GM0171,GM0171,niet.csv \
    GM0995,GM0995,lelystad.xlsx >f2.csv
run stand -q --explain 15 --leveringen f1.csv --leveringen f2.csv
grep '^uitkomst' out | cut -d, -f 2-6 >cells
stand -q 2>/dev/null | awk -F, 'NR == 1 { split($0, name) } NR > 1 {
	for (i = 8; i <= NF; i++) if ($i == "15" && name[i] !~ /_tm$/)
		print name[i] "," $4 "," $5 "," \
		    ($6 == $7 ? $6 : $6 "-" $7) ",15" }' >want
ok "--explain NUMBER: every cell that is it, in the order of the stand" \
    sh -c 'test -s want && diff want cells'
ok "each cell is the sum of its parts" sh -c 'sed "s/\"[^\"]*\"//" out | awk -F, "
	function done() { if (n != 0) { print where; bad = 1 } }
	/^uitkomst/ { done(); n = \$6; where = \$0; next }
	NR > 1 { n -= \$6 } END { done(); exit bad }"'
ok "a cell in its sheet; the first file that has the delivery" \
    grep -q ',nop.xlsx:Blad1!A36,Openbaar$' out
run stand -q --explain GM0184:2024:hard --leveringen f1.csv
ok "of a file without sheets" grep -q ',urk.csv:A[0-9]*,Openbaar$' out
run stand -q --explain GM0034:2024:hard --leveringen f1.csv
ok "of a delivery in parts all of them" grep -q \
    ',a.xlsx:X!A4|b.csv:A4,Openbaar$' out
run stand -q --explain GM0995:2024:hard --leveringen f1.csv --leveringen f2.csv
ok "what the first has not is in the next" grep -q ',lelystad.xlsx:A[0-9]*,' out
run stand -q --explain GM0303:2024:hard --leveringen f1.csv --leveringen f2.csv
ok "with its folder where two are called so" grep -q ',oud/a.xlsx:A[0-9]*,' out
run stand -q --explain GM0995:2024:hard --leveringen f1.csv
ok "or nowhere" grep -q ',woningen,,Openbaar$' out
run stand --explain 1234567
ok "a number that is nowhere: no rows, and told" sh -c 'test '"$status"' = 0 &&
    test "$(wc -l <out)" = 1 &&
    grep -qx "woondeal-diff: warning: --explain: no cell of the stand is 1234567" err'
run stand --leveringen f1.csv
ok "--leveringen needs --explain" sh -c 'test '"$status"' = 2 &&
    grep -q "^woondeal-diff: --leveringen needs --explain" err'
run stand --explain GM0034:2022:opgave
ok "no number: the reason" grep -q '^uitkomst,opgave,GM0034,Almere,2022,,.*ontb' out
# Every cell of the stand that is no key: told as it is, and the sum of its
# parts; a percentage from a numerator and a denominator that are.
head -1 stand.csv | tr , '\n' | sed 1,7d >columns
for where in PV24:2022-2023 PV24:2023 WD-MRA:2022-2030 WD-ZUND:2026 \
    GM0034:2022 GM0184:2022-2030; do
	while read -r column; do
		case $column:${where#*:} in
		rest*:2022-2030 | dekking*:2022-2030) ;;
		rest*:* | dekking*:*) continue ;;
		esac
		echo "? $where:$column"
		stand --explain "$where:$column"
	done <columns
done | sed 's/"[^"]*"//' >asked
awk -F, '
	NR == FNR && FNR == 1 { split($0, name); next }
	NR == FNR {
		for (i = 8; i <= NF; i++)
			cell[$4 ":" ($6 == $7 ? $6 : $6 "-" $7) ":" name[i]] = $i
		next
	}
	function told(   n) {
		if (row < 2 || !(q in cell)) {
			print q, "is not answered"
			return
		}
		if (total != cell[q])
			print q, total, "but the stand has", cell[q]
		if (total == "" || c ~ /^(opgave_reden|groei_s|groei_tm|vol|afg)/)
			return
		if (c ~ /_pct$/ && total != sprintf("%.1f",
		    100 * part["teller"] / part["noemer"]))
			print q, "is not its numerator by denominator"
		for (n in part)
			if (sum[n] != part[n])
				print q, n, sum[n], part[n]
		if (c !~ /_pct$/ && sum[""] != total)
			print q, sum[""], total
	}
	/^[?] / {
		if (q != "") told()
		q = c = substr($0, 3)
		sub(/.*:/, "", c)
		row = 0
		n = total = ""
		delete part
		delete sum
		asked++
		next
	}
	{ row++ }
	row == 2 { total = $6; next }
	$1 == "teller" || $1 == "noemer" { part[$1] = $6; n = $1; next }
	row > 2 { sum[n] += $6; sum[""] += n == "" ? 0 : $6 }
	END {
		told()
		if (asked < 100)
			print asked, "questions"
	}' stand.csv asked >wrong
ok "every cell is explained" sh -c 'cat wrong; test -f wrong && ! test -s wrong'
run stand --explain WD-ZUND:2022-2030:dekking_hard_pct
ok "a percentage: numerator and denominator" sh -c \
    "grep -q '^uitkomst,dekking_hard_pct,WD-ZUND,.*,2022-2030,73.8,' out &&
    grep -q '^teller,hard,WD-ZUND,.*,4806,' out &&
    grep -q '^noemer,rest_opgave,WD-ZUND,.*,6513,' out"
run stand --explain PV24:2022:opgave_reden
is 0 "why a year has no target: the buckets it lies in" <<END
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,opgave_reden,PV24,Flevoland,2022,periode 2022-2023,,,,,
opgave,opgave,WD-MRA,Woondeal MRA,2022-2023,5800,opgave.csv,44,\
voortgangsrapportage,"vastgesteld 2023-03-15, afgeleid nee",woningen
opgave,opgave,WD-ZUND,Woondeal ZUND,2022-2023,1951,opgave.csv,45,\
voortgangsrapportage,"vastgesteld 2023-03-15, afgeleid nee",woningen
END
cat >r.csv <<'END'
gemeente,levering,verwacht,ontvangen,stand
GM0034,najaar,2023-10-01,2023-10-01,gedeeltelijk
GM0995,najaar,2023-10-01,2023-10-01,volledig
END
grep -v '^GM0995' plannen.csv >p2.csv
run woondeal-diff -q -g g.csv -t opgave.csv -P p2.csv --rooster r.csv \
    --explain WD-MRA:2022-2030:volledig waarnemingen.csv
is 0 "who is not complete, and why" <<END
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,volledig,WD-MRA,Woondeal MRA,2022-2030,nee: GM0034|GM0995,,,,,
gemeente,volledig,GM0034,Almere,2022-2030,,,,,levering volgens rooster niet \
volledig,
gemeente,volledig,GM0995,Lelystad,2022-2030,,,,,geen plannen,
END
cat >ps.csv <<'END'
regelset,planstatus,hardheid
ruim,1A,hard
ruim,3,hard
streng,1A,hard
streng,3,zacht
END
run stand --explain GM0184:2024:hard --planstatus ps.csv
ok "rule sets that call it hard" grep -q \
    '"Plan, planstatus 1A, hard volgens ruim en streng",woningen$' out
run stand --explain GM0184:2024:zacht --planstatus ps.csv
ok "the only one that calls it zacht" grep -q \
    '"Plan, planstatus 3, zacht volgens streng",woningen$' out
run stand --explain GM0171:2029:onbekend --planstatus ps.csv
ok "none" grep -q 'onbekend volgens geen regelset",woningen$' out
run stand --planstatus ps.csv
ok "--planstatus needs --explain" sh -c "test $status = 2 && grep -q \
    '^woondeal-diff: --planstatus needs --explain' err"
run stand --explain GM0184:2024:hard --planstatus g.csv
ok "a file that is no planstatus.csv" sh -c \
    "test $status = 2 && grep -q 'g.csv.*regelset' err"
run stand --explain PV24:2022-2030:hard --table
ok "a story as a table" grep -q '^soort  *kolom' out
{
	printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50'
	months GM0001 2023 6 5
	months GM0002 2023 6 5
} | obs >w.csv
cat >p.csv <<'END'
gemeente,plan_naam,planstatus,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,\
peildatum,levering,bron_rij,bron_kolom,telling
GM0001,Kade,1A,hard,2023,2023,bouw,totaal,100,2023-07-01,lev,7,AB,jaar
GM0001,Kade,1A,hard,2023,2023,sloop,totaal,20,2023-07-01,lev,7,AC,jaar
GM0002,Kade,1A,hard,2023,2023,bouw,totaal,1,2023-07-01,lev,7,AB,
END
sed -i ':a;/\\$/{N;s/\\\n//;ba}' p.csv
full_register <p.csv >full && mv full p.csv
run three -q --peildatum 2023-07-01 --explain GM0001:2023:hard
is 0 "growth taken off is told" <<END
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,hard,GM0001,Aa,2023,50,,,,,woningen
plan,hard,GM0001,Aa,2023,70,p.csv,2,lev: AB7,"Kade, planstatus 1A, sinds 1 \
januari gebouwd 30",woningen
plan,hard,GM0001,Aa,2023,-20,p.csv,3,lev: AC7,"Kade, planstatus 1A",woningen
END
bad_question() { # MESSAGE QUESTION
	run three -q --explain "$2"
	fails 2 "refuses $2" "woondeal-diff: --explain$1"
}
bad_question " 'WD-X:2022', expected REGIO:JAAR:KOLOM as in \
WD-MRA:2022-2023:verschil, or a number" WD-X:2022
bad_question " '16.249': is that 16249, without a sign for thousands?" 16.249
bad_question ": 'WD-Y' is not in the municipalities file" WD-Y:2022:hard
bad_question ": '2021' is not a year or span within 2022-2024, expected as in \
2024 or 2022-2023" WD-X:2021:hard
bad_question ": column 'netto' cannot be explained; did you mean \
'netto_groei'? There are opgave, opgave_reden, netto_groei, groei_status, \
groei_tm, nieuwbouw, overige_toevoeging, sloop, overige_onttrekking, \
correctie, hard, zacht, onbekend, verschil, opgave_cum, groei_cum, \
verschil_cum, rest_opgave, gerealiseerd_pct, dekking_hard_pct, dekking_pct, \
volledig, afgeleid, capaciteit, hard_en_zacht, zacht_en_onbekend, overschot, \
overschot_hard, rest_pct, hard_pct, zacht_pct, onbekend_pct" WD-X:2022:netto
bad_question ": capaciteit stands in the total row only" WD-X:2024:capaciteit
bad_question ": dekking_pct stands in the total row only" WD-X:2024:dekking_pct
bad_question ": rest_opgave stands in the total row only" \
    WD-X:2022-2023:rest_opgave
# The columns follow from one table; the schemas and the manual are held
# against it.
PAGE=$ROOT/cmd/woondeal-diff/woondeal-diff.1
run stand --band --capacity-norm 130
head -1 out | tr , '\n' | grep -v '^capaciteit_\(nodig\|verschil\)$' >names
# disclosure-check adds onderdrukt.
for f in stand stand-band; do
	sed 1d "$ROOT/pipelines/schema/$f.csv" | cut -d, -f1
done | grep -vx onderdrukt >schema
ok "the schemas have the columns, in their order" diff -u names schema
for c in $(head -1 out | tr , ' '); do
	sed -n '/^\.It Fl -capacity-norm/,/^\.It Fl -band/p; s/^\.It //p' "$PAGE" |
	    grep '^\.*Va' | grep -qw "$c" || echo "$c"
done >missing
ok "the manual has each column" diff /dev/null missing
run stand --explain PV24:2022-2030:x
cp err told
stand -q --figures | csvpick -Hu -c cijfer >>names
for c in $(sed 's/.*There are //; s/,//g' told); do
	grep -qx "$c" names || echo "$c is no column"
	run stand -q --explain "PV24:2022-2030:$c"
	sed -n "2s/^uitkomst,$c,.*,//p" out | sed "s/^/$c /"
done >units
case $(cut -d ' ' -f 2 units | sort | uniq -c | tr -s ' \n' ' ') in
' 5 7 % 20 woningen ') ok "each number tells its unit" true ;;
*) ok "each number tells its unit" false ;;
esac
run three --explain WD-X:2022:hard --phasing even
ok "--explain and --phasing exclude each other" test $status = 2
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv

# Two provinces in one file; a municipality in no deal.
cat >g3.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV98,
GM0002,Bee,,PV98,
GM0003,Súdwest aan de Waterkant,WD-Y,PV99,
END
targets >t3.csv <<'END'
WD-X,,2022,2024,300,,,
WD-Y,,2022,2024,100,,,
END
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 20' 'GM0003 2022 -30' | obs >w3.csv
plans >p.csv <<'END'
GM0001 hard 2024 2024 bouw 500
GM0002 hard 2024 2024 bouw 10
GM0003 zacht 2024 2024 sloop 10
END
run woondeal-diff -g g3.csv -t t3.csv -P p.csv -o s.csv w3.csv
fails 0 "two provinces" "woondeal-diff: warning: W037 GM0002 Bee is in no \
woondeal: the province counts its growth and plans, but has no target for it"
cells s.csv <<'END'
PV98 2022 2024 rest_opgave 230
PV98 2022 2024 hard 510
PV99 2022 2024 rest_opgave 130
PV99 2022 2024 zacht -10
PV99 2022 2024 gerealiseerd_pct -30.0
PV99 2022 2024 dekking_pct -7.7
WD-Y 2022 2024 dekking_hard_pct 0.0
END
run woondeal-diff -q -g g3.csv -t t3.csv -P p.csv --table w3.csv
is 0 "the view goes by province" <<'END'
Woondeals 2022-2024, peildatum 2023-01-01, groei t/m 2022 (definitief)

                     opgave   groei  klaar    hard   zacht  onb.    rest dekking
PV98                    300      70  23,3%     510       0     0     230  221,7%
  GGGGGGGGhhhhhhhhhhhhhhhhhhhhhhhhh|hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
 WD-X                   300      50  16,7%     500       0     0     250  200,0%
  GGGGGGhhhhhhhhhhhhhhhhhhhhhhhhhhh|hhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Aa                    300      50  16,7%     500       0     0     250  200,0%
  GGGGGGhhhhhhhhhhhhhhhhhhhhhhhhhhh|hhhhhhhhhhhhhhhhhhhhhhhhhhhhh
 Bee                      -      20      -      10       0     0       -       -
PV99                    100     -30 -30,0%       0     -10     0     130   -7,7%
                                   |
 WD-Y                   100     -30 -30,0%       0     -10     0     130   -7,7%
                                   |
  Súdwest aan de Wa     100     -30 -30,0%       0     -10     0     130   -7,7%
                                   |

  G gerealiseerd   h hard   z zacht   o onbekend   | opgave   - onbekend
END

# Worlds made up by chance: the total rows are what awk makes of them, and
# years add up to totals, parts to wholes.
totals() { # of a stand: as in wereld.awk
	awk -F, '$6 == 2022 && $7 == 2026 {
		print $4, $8, $10 + 0, $18, $19, $20, $25 }' "$1"
}
worlds() {
	mkdir -p world
	for seed in $(seq 1 40); do
		awk -v seed="$seed" -v map=world -f "$F/wereld.awk" || return 1
		full_register <world/p.csv >world/r.csv
		woondeal-diff -q -g world/g.csv -t world/t.csv -P world/r.csv \
		    --peildatum "$(cat world/d)" -o world/s.csv world/w.csv ||
		    return 1
		totals world/s.csv >world/got
		diff world/want world/got || return 1
		awk -F, 'NR == 1 { next }
		{ for (i = 8; i <= 20; i++)
			if ($6 == $7)
				years[$4, i] += $i
			else
				total[$4, i] = $i + 0
		  if ($6 != $7)
			level[$3] += $18 }
		END { for (k in total) {
			split(k, part, SUBSEP)
			if (part[2] ~ /^(8|10|18|19|20)$/ &&
			    total[k] != years[k])
				bad = 1 }
		exit bad || level["provincie"] != level["gemeente"] ||
		    level["provincie"] != level["woondeal"] }' world/s.csv ||
		    return 1
	done
}
ok "40 made-up worlds" worlds

# The view for people.
run stand --table
is 0 "--table" <"$F/table.out.txt"
ok "80 columns at most" sh -c 'test "$(wc -L <out)" -le 80'
run stand -q --peildatum laatste --table
ok "80 columns with months, too" sh -c 'test "$(wc -L <out)" -le 80'
run script -qec "TERM=xterm woondeal-diff -g g.csv -t opgave.csv \
    -P plannen.csv --table waarnemingen.csv" /dev/null
ok "on a terminal the bars have colour" grep -q "\[44" out
run script -qec "NO_COLOR=1 TERM=xterm woondeal-diff -g g.csv -t opgave.csv \
    -P plannen.csv --table waarnemingen.csv" /dev/null
ok "but not with NO_COLOR" sh -c '! grep "\[44" out && grep -q hard out'

# Dialect of the input.
printf '%s\n' 'GM0001 2022 50' 'GM0002 2022 50' | obs >w.csv
one w.csv >s.csv
same_as_w() {
	run one "$2"
	is 0 "$1" <s.csv
}
printf %s "$(cat w.csv)" >v.csv
same_as_w "no final newline" v.csv
sed 's/$/\r/' w.csv >v.csv
same_as_w "CRLF" v.csv
{ printf '\357\273\277'; cat w.csv; } >v.csv
same_as_w "BOM" v.csv
gzip -c w.csv >v.csv.gz
same_as_w "gz equals plain" v.csv.gz
sed 's/^t,/"t\
t",/' w.csv >v.csv
same_as_w "a quoted newline" v.csv
sort -r w.csv | awk '/^tabel/ { h = $0; next } { r = r $0 "\n" }
	END { printf "%s\n%s", h, r }' >v.csv
same_as_w "rows in another order" v.csv
run sh -c 'woondeal-diff -g g1.csv -t t1.csv <w.csv'
is 0 "standard input" <s.csv
echo $HEAD >v.csv
run one v.csv
ok "header only: rows without growth, and a finding" sh -c \
    "test $status = 0 && test \$(wc -l <out) = 17 && grep -q W010 err &&
    ! grep -q definitief out"
: >v.csv
run one v.csv
ok "an empty file has no header" sh -c \
    "test $status = 2 && ! test -s out && grep -q 'v.csv.*no header' err"
{ cat w.csv; echo t,x; } >v.csv
run one v.csv
ok "a short record is refused with its line" sh -c \
    "test $status = 2 && ! test -s out && grep -q '^woondeal-diff: v.csv:4' err"
{ cat w.csv; sed -n '2s/$/,x/p' w.csv; } >v.csv
run one v.csv
ok "a long record is refused with its line" sh -c \
    "test $status = 2 && ! test -s out && grep -q '^woondeal-diff: v.csv:4' err"
sed 's/waarde/waarden/' w.csv >v.csv
run one v.csv
ok "a missing column is named, with the nearest" sh -c \
    "test $status = 2 && grep -q \"waarde.*waarden\" err"
gzip -c waarnemingen.csv | head -c 200 >cut.gz
run one -o keep.csv cut.gz
ok "a cut-off gz exits 2 and keeps the old output" sh -c \
    "test $status = 2 && grep -q cut.gz err && test \"\$(cat keep.csv)\" = old"
gzip -c plannen.csv | head -c 200 >cut.gz
run woondeal-diff -g g.csv -t opgave.csv -P cut.gz --findings keep.csv \
    waarnemingen.csv
ok "so does a cut-off register" sh -c \
    "test $status = 2 && ! test -s out && test \"\$(cat keep.csv)\" = old"
ok "no temporary file is left" sh -c 'test "$(ls | grep -c tmp)" = 0'
run sh -c 'woondeal-diff -g g1.csv -t t1.csv w.csv >/dev/full'
ok "/dev/full exits 2" sh -c \
    "test $status = 2 && grep -q 'No space left' err"

# Usage.
U="usage: woondeal-diff [OPTION]... [WAARNEMINGEN] (see woondeal-diff --help)"
run woondeal-diff -g g1.csv w.csv
fails 2 "-t is required" "woondeal-diff: -g and -t are required; $U"
run one w.csv w.csv
ok "one operand at most" test $status = 2
run one missing.csv
fails 2 "a missing file" \
    "woondeal-diff: missing.csv: No such file or directory"
run one -o w.csv w.csv
ok "-o over an input is refused" sh -c "test $status = 2 && test -s w.csv"
{ cat g1.csv; echo GM0003,Cee,WD-X,PV98,; } >g2.csv
run woondeal-diff -g g2.csv -t t1.csv w.csv
fails 2 "a deal in two provinces" "woondeal-diff: woondeal WD-X lies in more \
than one province of the municipalities file: its target cannot be divided"
done_testing
