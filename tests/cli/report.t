#!/bin/sh
# The province's report: every number of the table in contracts.md, out of the
# night on testdata.
. "$(dirname "$0")/lib.sh"
pick=csvpick
night
R=$N/uit/current
stand=$R/stand.csv
lopend=$R/stand-lopend.csv
growth=$R/waarnemingen.csv

# holds NAME EXPECTED FOUND
holds() {
	ok "$1: $2" [ "$2" = "$3" ]
}

# cell FILE REGIO VAN TOT COLUMN
cell() {
	"$pick" -HT -c "$5" -w "regio=$2" -w "jaar_van=$3" -w "jaar_tot=$4" \
	    "$1" | single
}

# single: the one line there is, or how many there are.
single() {
	awk '{ line = $0 } END { print NR == 1 ? line : NR " rows" }'
}

# total FILE REGIO FROM TO COLUMN: the years' own rows added up
total() {
	"$pick" -H -c "jaar_van,jaar_tot,$5" -w "regio=$2" "$1" |
	    awk -F, -v from="$3" -v to="$4" '
	        $1 == $2 && $1 >= from && $1 <= to {
	            for (i = 3; i <= NF; i++) s += $i
	        }
	        END { print s }'
}

ok "the night is published without errors" [ "$(cat "$N/status")" = 0 ]

# what COLUMN VAN TOT, then Flevoland, MRA and ZUND
while read -r what column van tot flevoland mra zund; do
	holds "$what, Flevoland" "$flevoland" \
	    "$(cell "$stand" PV24 "$van" "$tot" "$column")"
	holds "$what, MRA" "$mra" \
	    "$(cell "$stand" WD-MRA "$van" "$tot" "$column")"
	holds "$what, ZUND" "$zund" \
	    "$(cell "$stand" WD-ZUND "$van" "$tot" "$column")"
done <<'END'
opgave_2022-2023 opgave 2022 2023 7751 5800 1951
groei_2022-2023 netto_groei 2022 2023 6425 4595 1830
groei_2022 netto_groei 2022 2022 3165 2343 822
groei_2023 netto_groei 2023 2023 3260 2252 1008
verschil_2022-2023 verschil 2022 2023 -1326 -1205 -121
opgave_2022-2030 opgave 2022 2030 39743 31400 8343
gerealiseerd_pct gerealiseerd_pct 2022 2030 16.2 14.6 21.9
rest_opgave rest_opgave 2022 2030 33318 26805 6513
hard hard 2022 2030 16249 11443 4806
zacht zacht 2022 2030 24233 21785 2448
onbekend onbekend 2022 2030 430 400 30
dekking_hard_pct dekking_hard_pct 2022 2030 48.8 42.7 73.8
dekking_pct dekking_pct 2022 2030 122.8 125.5 111.8
END

# The same capacity as the sum of its years, and zacht with onbekend.
while read -r regio all hard soft; do
	holds "capacity 2024-2030, $regio" "$all" \
	    "$(total "$stand" "$regio" 2024 2030 hard,zacht,onbekend)"
	holds "hard 2024-2030, $regio" "$hard" \
	    "$(total "$stand" "$regio" 2024 2030 hard)"
	holds "zacht and onbekend 2024-2030, $regio" "$soft" \
	    "$(total "$stand" "$regio" 2024 2030 zacht,onbekend)"
done <<'END'
PV24 40912 16249 24663
WD-MRA 33628 11443 22185
WD-ZUND 7284 4806 2478
END

# Each municipality and year of the base (figures.csv).
base=$ROOT/tests/testdata/figures.csv
"$pick" -H -c gemeente,jaar,hard,zacht,onbekend "$base" |
    awk -F, '$3 != ""' >"$T/want"
"$pick" -H -c regio,jaar_van,jaar_tot,hard,zacht,onbekend,onderdrukt \
    -w niveau=gemeente "$stand" |
    awk -F, -v OFS=, '$2 == $3 && $6 != "" { print $1, $2, $4, $5, $6, $7 }' |
    sort >"$T/have"
# What is withheld is empty and named; all else is as it was agreed.
sort "$T/want" | awk -F, -v OFS=, 'NR == FNR { was[$1 "," $2] = $6; next }
	{ if (was[$1 "," $2] ~ /zacht/) $4 = ""
	print $0, was[$1 "," $2] }' "$T/have" - >"$T/want.s"
cp "$T/have" "$T/have.s"
ok "of sixteen numbers that would tell of a plan" [ "$(grep -c ',zacht$' \
    "$T/have")" = 16 ]
capacity() { test -s "$T/want.s" && diff "$T/want.s" "$T/have.s"; }
ok "capacity of each municipality and year" capacity
holds "municipalities and years compared" 42 "$(wc -l <"$T/have.s" | tr -d ' ')"
holds "not complete: Almere" "nee: GM0034" \
    "$(cell "$stand" PV24 2022 2030 volledig)"

# The running year: the last month of growth is November 2024.
holds "2024 so far" 2399 "$(cell "$lopend" PV24 2024 2024 netto_groei)"
holds "until" 2024-11 "$(cell "$lopend" PV24 2024 2024 groei_tm)"
holds "2022 to November 2024" 8824 \
    "$(cell "$lopend" PV24 2022 2030 netto_groei)"
holds "2022 to November 2024, cumulative" 8824 \
    "$(cell "$lopend" PV24 2024 2024 groei_cum)"
holds "rest after November 2024" 30919 \
    "$(cell "$lopend" PV24 2022 2030 rest_opgave)"
holds "target of three whole years" 13456 \
    "$(cell "$lopend" PV24 2024 2024 opgave_cum)"
holds "eleven months against a year: no difference" "" \
    "$(cell "$lopend" PV24 2024 2024 verschil)"

# one ONDERWERP PERIODE [COLUMN]: the province's own row
one() {
	"$pick" -HT -c "${3-waarde}" -w regio=PV24 -w "onderwerp=$1" \
	    -w "periode=$2" "$growth" | single
}

# months YEAR LAST REGIO-PATTERN: saldo of January to LAST
months() {
	"$pick" -H -c periode,regio,waarde -w onderwerp=saldo_voorraad \
	    -w gebruiksfunctie=A045364 "$growth" |
	    awk -F, -v year="$1" -v last="$2" -v regio="$3" '
	        $1 ~ "^" year "-[01][0-9]$" && substr($1, 6) + 0 <= last &&
	        $2 ~ regio { s += $3 }
	        END { print s }'
}

# gemeenten ONDERWERP PERIODE: the six added up
gemeenten() {
	"$pick" -H -c regio,waarde -w "onderwerp=$1" -w "periode=$2" \
	    "$growth" | awk -F, '$1 ~ /^GM/ { s += $2 } END { print s }'
}

while read -r when onderwerp periode stock; do
	holds "stock $when" "$stock" "$(one "$onderwerp" "$periode")"
	holds "stock $when, six municipalities" "$stock" \
	    "$(gemeenten "$onderwerp" "$periode")"
done <<'END'
1-1-2022 beginstand 2022 178000
1-1-2023 beginstand 2023 181165
1-1-2023 eindstand 2022 181165
1-1-2024 eindstand 2023 184425
1-1-2024 beginstand 2024-01 184425
1-12-2023 eindstand 2023-11 183835
1-7-2024 eindstand 2024-06 185325
1-12-2024 eindstand 2024-11 186824
END
holds "stock 1-12-2024 is" voorlopig "$(one eindstand 2024-11 status)"
for regio in PV24 GM; do
	holds "growth January-June 2024, $regio" 900 "$(months 2024 6 $regio)"
	holds "growth January-November 2024, $regio" 2399 \
	    "$(months 2024 12 $regio)"
	holds "growth January-November 2023, $regio" 2670 \
	    "$(months 2023 11 $regio)"
	holds "growth 2023, $regio" 3260 "$(months 2023 12 $regio)"
done
# Only dwellings: the feed has the total of dwellings and others as well.
holds "kinds of use in the observations" A045364 \
    "$("$pick" -H -u -c gebruiksfunctie "$growth")"
done_testing
