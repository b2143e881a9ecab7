#!/bin/sh
# indicator-join: the grid, its joins, its sums and its layouts. What every
# tool does alike is in behaviour.t.
. "$(dirname "$0")/lib.sh"
cd "$DATA/indicator-join" || exit 1
tables="-i indicatoren.csv -g gemeenten.csv --eenheden eenheden.csv"
both="basis.in.csv enquete.in.csv"
head=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
names=code,naam,thema,eenheid,richting,decimalen,tabel,onderwerp,dimensies
names=$names,weging,editie,geldig_van,geldig_tot,toelichting

# join ARGUMENT...: with the tables of testdata. $tables is words.
join() {
	# shellcheck disable=SC2086
	run indicator-join $tables "$@"
}

# rows LINE...: an input of these records in $T/in.csv.
rows() {
	echo "$head" >"$T/in.csv"
	printf '%s\n' "$@" >>"$T/in.csv"
}

# catalogue LINE...: a catalogue of these rows in $T/i.csv.
catalogue() {
	echo "$names" >"$T/i.csv"
	printf '%s\n' "$@" >>"$T/i.csv"
	tables="-i $T/i.csv -g gemeenten.csv"
}

# column NAME: of the output, a value a line, with the sleutel before it. No
# cell that is asked for here has a comma before it.
column() {
	awk -F, -v name="$1" 'NR == 1 {
		for (i = 1; i <= NF; i++)
			if ($i == name)
				at = i
	}
	NR > 1 { print $1, $at }' "$T/out"
}

# cell SLEUTEL COLUMN: one value of the output.
cell() {
	column "$2" | sed -n "s/^$1 //p"
}

# golden NAME WHAT: status 0, nothing on stderr, stdout as in NAME.out.csv.
golden() {
	is 0 "$2" <"$1.out.csv"
}

# --- the grid and the layouts
# shellcheck disable=SC2086
{
	join $both
	golden basis "long: every cell of the grid has a value or a reden"
	join --shape wide $both
	golden wide "wide: a row per regio and periode, a column per code"
	join --shape wide --latest $both
	golden latest "wide --latest: a row per regio, each value its period"
	join --shape swing $both
	golden swing "swing: whole slices and its four missing codes"
	join --shape swing-meta $both
	golden swing-meta "swing-meta: the indicator table"
	join --shape arcgis $both
	golden basis "arcgis: the same as long where no cell needs cleaning"
	join enquete.in.csv basis.in.csv
	golden basis "the order of the files does not matter"
}
for f in basis enquete; do
	{ sed 1q $f.in.csv; sed 1d $f.in.csv | tac; } >"$T/$f.csv"
done
join "$T/basis.csv" "$T/enquete.csv"
golden basis "nor the order of the rows"
for f in basis enquete; do
	{ sed 1q $f.in.csv; sed 1d $f.in.csv | sort -t, -k2,2; } >"$T/$f.csv"
done
join --sorted "$T/basis.csv" "$T/enquete.csv"
golden basis "--sorted: the same bytes"
for l in wide swing; do
	join --sorted --shape $l "$T/basis.csv" "$T/enquete.csv"
	golden $l "--sorted --shape $l: the same bytes"
done
join --sorted enquete.in.csv
fails 2 "--sorted verifies the order" "indicator-join: enquete.in.csv:6: \
error: --sorted: onderwerp \"bevolking\" comes after \"tevredenheid\"; sort \
by onderwerp, by bytes"
{ cat basis.in.csv; echo 81955NED,aaa,GM0034,2022,1,aantal,,,; } >"$T/late.csv"
echo old >"$T/late.out"
join --sorted -o "$T/late.out" "$T/late.csv"
fails 2 "--sorted verifies it to the last row" "indicator-join: $T/late.csv:\
11: error: --sorted: onderwerp \"aaa\" comes after \"eindstand\"; sort by \
onderwerp, by bytes"
ok "and then the old output is kept" grep -qx old "$T/late.out"
join --table --latest basis.in.csv
ok "--table aligns" grep -q "^woningen|GM0034|…  woningen  " "$T/out"

# --- unmatched, and the account of every row
# shellcheck disable=SC2086
join -v --unmatched "$T/u.csv" $both
is 0 "-v: an account that balances" "indicator-join: 18 observations = 15 in \
the grid + 0 of other municipalities + 3 unmatched (onderwerp 1, tabel, \
editie or dimensies 1, regio 1) + 0 rejected" <basis.out.csv
cat >"$T/want" <<'END'
kant,sleutel,oorzaak,bestand,regel
waarnemingen,81955NED|eindstand|GM0303|2023,"tabel, editie of dimensies",basis.in.csv,8
waarnemingen,81955NED|eindstand|CR40|2022,regio,basis.in.csv,10
waarnemingen,KDS|onbekend_ding|GM0034|2023,onderwerp,enquete.in.csv,9
END
ok "--unmatched has each of them" diff "$T/want" "$T/u.csv"
join --unmatched "$T/u.csv" enquete.in.csv
ok "and the indicators without observations" grep -qx \
    'indicatoren,woningen,geen waarnemingen,indicatoren.csv,2' "$T/u.csv"
ok "which is a warning" grep -qx "indicator-join: indicatoren.csv:2: warning: I014 \
woningen has no observations" "$T/err"
rows KDS,tevredenheid,Almere,2023,80.1,%,, KDS,tevredenheid,RP01,2023,80.1,%,,
join -v "$T/in.csv"
ok "a region that is no code is an error, one of another division is not" test \
    "$status" = 1 -a "$(grep -c 'error: I013' "$T/err")" = 1
ok "and each is in the account" grep -q ' 1 unmatched (onderwerp 0, tabel, editie or dimensies 0, regio 1) + 1 rejected' "$T/err"
rows "81955NED,tevredenheid,GM0034    ,2023,80.1,%,,"
join -v "$T/in.csv"
ok "padded codes are trimmed" test "$(cell 'tevreden|GM0034|2023' waarde)" \
    = 80.1
ok "and shown once with -v" grep -qx 'indicator-join: GM0034 <- "GM0034    " (1 region codes normalised)' "$T/err"
# What the record before had is found once: these differ from it yet.
rows "81955NED,tevredenheid, GM0034,2022,80.1,%,," \
    "81955NED,tevredenheid, GM0034,2023,80.2,%,,"
join -v "$T/in.csv"
ok "each padded code is counted" test \
    "$(grep -c 'blanks around them: 2, the first in row 2' "$T/err")" = 1 -a \
    "$(grep -c '(2 region codes normalised)' "$T/err")" = 1
rows "a,tevredenheid,GM0034,,80.1,%,," "a,tevredenheid,GM0034,2023,80.1,%,,"
join "$T/in.csv"
ok "a period that is none is its record's alone" test \
    "$(cell 'tevreden|GM0034|2023' waarde)" = 80.1 -a \
    "$(grep -c 'I014 tevreden ' "$T/err")" = 0
cat >"$T/in.csv" <<'END'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden,soort
a,o,GM0034,2021,1,u,voorlopig,,x1
a,o,GM0034,2021,2,u,voorlopig,,y1
a,o,GM0034,2022,3,u,voorlopig,,x1
a,o,GM0034,2022,4,u,onbekend,,y1
a,o,GM0303,2022,5,u,onbekend,,x1
a,o,GM0303,2021,"",u,,nvt,x1
a,o,GM0303,2021,6,"u",voorlopig,,y1
a,o,GM0303,2022,7,"u",voorlopig,,y1
END
(
	catalogue "p,P,t,,hoger,0,a,o,soort=x1,,,,," \
	    "q,Q,t,,hoger,0,a,o,soort=y1,,,,,"
	join "$T/in.csv"
)
ok "records that take turns are told apart" test "$(awk -F, '
    /GM0[03]/ && $9 $12 != "niet_geleverd" { print $1, $9 $11 $12 }' "$T/out" |
    tr '\n' ';')" = "p|GM0034|2021 1voorlopig;p|GM0034|2022 3voorlopig;\
p|GM0303|2021 nvt;p|GM0303|2022 5onbekend;q|GM0034|2021 2voorlopig;\
q|GM0034|2022 4onbekend;q|GM0303|2021 6voorlopig;q|GM0303|2022 7voorlopig;"
rows "a,tevredenheid,NL00,2023,80.1,%,,"
join "$T/in.csv"
ok "NL00 is NL01" test "$(cell 'tevreden|NL01|2023' waarde)" = 80.1

# --- duplicates
rows "a,tevredenheid,GM0034,2023,80.1,%,," "a,tevredenheid,PV24,2023,1,%,," \
    "b,tevredenheid,GM0034,2023,80.1,%,,"
join -o "$T/d.csv" "$T/in.csv"
fails 2 "a duplicate key is refused with both rows" "indicator-join: $T/in.csv\
:4: error: duplicate key tevreden|GM0034|2023: $T/in.csv:2 has it already; \
narrow tabel or dimensies, or leave one out"
ok "and leaves no file" test ! -e "$T/d.csv"
cp "$T/in.csv" "$T/other.csv"
rows "c,tevredenheid,GM0034,2023,80.1,%,,"
join "$T/in.csv" "$T/other.csv"
fails 2 "in two files too" "indicator-join: $T/other.csv:2: error: duplicate \
key tevreden|GM0034|2023: $T/in.csv:2 has it already; narrow tabel or \
dimensies, or leave one out"
rows "a,tevredenheid,GM9999,2023,1,%,," "a,tevredenheid,GM9999,2023,1,%,,"
join "$T/in.csv"
fails 2 "outside the grid too" "indicator-join: $T/in.csv:3: error: duplicate \
key tevreden|GM9999|2023: $T/in.csv:2 has it already; narrow tabel or \
dimensies, or leave one out"

# --- sums and means
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w|soort=x,,,," \
    "g,G,t,,hoger,0,,g,,,,,,"
rows a,n,GM0034,2023,0.1,u,definitief, a,n,GM0995,2023,0.2,u,voorlopig, \
    b,n,GM0303,2023,7.00,u,nader_voorlopig,
join "$T/in.csv"
ok "0.1 + 0.2 is 0.3" test "$(cell 'n|WD-MRA|2023' waarde)" = 0.3
ok "a sum has the decimals of its parts" test \
    "$(cell 'n|PV24|2023' waarde)" = 7.30
ok "a sum has the weakest status" test \
    "$(cell 'n|PV24|2023' status)" = voorlopig
ok "a sum names its tables" test "$(cell 'n|PV24|2023' bron_tabel)" = 'a|b'
ok "the country is never computed" test \
    "$(cell 'n|NL01|2023' reden)" = niet_geleverd
rows a,n,GM0034,2023,1,u,, a,n,GM0995,2023,,u,,geheim \
    a,n,GM0303,2023,,u,,ontbreekt a,n,NL01,2023,,u,,onmogelijk
join "$T/in.csv"
ok "no sum over a secret" test "$(cell 'n|WD-MRA|2023' reden)" = geheim
ok "no sum over a gap" test "$(cell 'n|WD-ZUND|2023' reden)" = ontbreekt
ok "a secret stays secret in the province" test \
    "$(cell 'n|PV24|2023' reden)" = geheim
ok "and has no value" test -z "$(cell 'n|PV24|2023' waarde)"
rows a,n,GM0034,2023,1,u,, a,n,GM0995,2023,1,u,, a,n,GM0303,2023,1,u,, \
    a,n,PV24,2023,4,u,,
join "$T/in.csv"
ok "the source's own province wins" test "$(cell 'n|PV24|2023' waarde)" = 4
rows a,n,GM0034,2023,1,u,, a,n,GM0995,2023,1,u,, a,n,GM0303,2023,1,u,, \
    a,n,PV24,2023,,u,,geheim
join "$T/in.csv"
ok "also when it is secret" test "$(cell 'n|PV24|2023' reden)" = geheim
rows a,g,GM0034,2023,1,u,,
join "$T/in.csv"
ok "without weging a deal is nvt" test "$(cell 'g|WD-MRA|2023' reden)" = nvt
ok "and a province niet_geleverd" test \
    "$(cell 'g|PV24|2023' reden)" = niet_geleverd

head=$head,soort
rows a,m,GM0034,2023,10,%,,, a,m,GM0995,2023,20.5,%,,, \
    a,m,GM0303,2023,-10.25,%,,, b,w,GM0034,2023,1,u,,,x \
    b,w,GM0995,2023,1,u,voorlopig,,x b,w,GM0303,2023,0.5,u,,,x \
    b,w,GM0303,2023,9,u,,,y
join "$T/in.csv"
ok "a mean is weighted and rounded half away from zero" test \
    "$(cell 'm|WD-MRA|2023' waarde)" = 15.3
ok "below zero too" test "$(cell 'm|WD-ZUND|2023' waarde)" = -10.3
# (10 + 20.5 - 5.125) / 2.5 = 10.15
ok "over all municipalities" test "$(cell 'm|PV24|2023' waarde)" = 10.2
ok "the weight's status counts" test "$(cell 'm|WD-MRA|2023' status)" \
    = onbekend
rows a,m,GM0034,2023,10,%,,, a,m,GM0995,2023,20,%,,, b,w,GM0034,2023,1,u,,,x
join "$T/in.csv"
ok "no mean without all weights" test \
    "$(cell 'm|WD-MRA|2023' reden)" = niet_geleverd
rows a,m,GM0303,2023,10,%,,, b,w,GM0303,2023,0,u,,,x
join "$T/in.csv"
ok "no mean over nobody" test "$(cell 'm|WD-ZUND|2023' reden)" = onmogelijk
rows a,m,GM0303,2023,10,%,,, b,w,GM0303,2023,-1,u,,,x
join "$T/in.csv"
ok "a negative weight is a finding" grep -q \
    'error: I008 m|WD-ZUND|2023 has a negative weight -1' "$T/err"
ok "exit 1" test "$status" = 1
ok "and no mean" test "$(cell 'm|WD-ZUND|2023' reden)" = onbekend
head=${head%,soort}
rows a,n,GM0034,2023,999999999999999999,u,, a,n,GM0995,2023,1,u,,
join "$T/in.csv"
ok "a sum that does not fit is a finding, not a wrong number" test \
    "$status" = 1 -a -z "$(cell 'n|WD-MRA|2023' waarde)"

# --- trends: 5 inversions of 28 pairs leave S = 18
trend() {
	echo "$head" >"$T/in.csv"
	y=$1
	shift
	for v; do
		echo "a,g,GM0034,$y,$v,u,,"
		y=$((y + 1))
	done >>"$T/in.csv"
	join "$T/in.csv"
}
trend 2016 4 2 3 1 5 6 7 8
ok "S = 18 is stijgend" test "$(cell 'g|GM0034|2023' trend)" = stijgend
ok "rising with hoger is groen" test "$(cell 'g|GM0034|2023' kleur)" = groen
ok "of seven values: S = 13 of 21" test "$(cell 'g|GM0034|2022' trend)" = \
    stabiel
ok "of four none is rare enough" test "$(cell 'g|GM0034|2019' trend)" = stabiel
ok "three are too few" test "$(cell 'g|GM0034|2018' trend)" = onbekend -a \
    -z "$(cell 'g|GM0034|2018' kleur)"
ok "no value, no trend" test "$(cell 'g|GM0303|2023' trend)" = onbekend
trend 2016 4 3 2 1 5 6 7 8
ok "S = 16 is stabiel" test "$(cell 'g|GM0034|2023' trend)" = stabiel
trend 2016 4 2 3 1 5 6 7 7
ok "with a tie S = 17 is as rare" test "$(cell 'g|GM0034|2023' trend)" = \
    stijgend
trend 2016 4 3 2 1 5 6 7 7
ok "S = 15 is not" test "$(cell 'g|GM0034|2023' trend)" = stabiel
trend 2016 7 7 7 7 7 7 7 7
ok "all the same is stabiel" test "$(cell 'g|GM0034|2023' trend)" = stabiel
trend 2016 8 7 6 5 1 3 2 4
ok "S = -18 is dalend" test "$(cell 'g|GM0034|2023' trend)" = dalend
ok "falling with hoger is rood" test "$(cell 'g|GM0034|2023' kleur)" = rood
trend 2016 0.1 0.10 0.100 0.1000 0.2 0.3 0.4 0.5
ok "0.1 and 0.10 are a tie: S = 22" test \
    "$(cell 'g|GM0034|2023' trend)" = stijgend
trend 2016 0.000000000000001 0.000000000000002 3 4 5 6 7 99999999999999999
ok "values of any sizes are compared exactly" test \
    "$(cell 'g|GM0034|2023' trend)" = stijgend
trend 2016 5 6 7 8 9 10 4294967301 8589934597
ok "and those that lie far apart" test \
    "$(cell 'g|GM0034|2023' trend)" = stijgend
trend 2016 8589934600 4294967304 10 9 8 7 6 5
ok "either way" test "$(cell 'g|GM0034|2023' trend)" = dalend
# S is -6 of 4 values, -10, -15, -21; of 8 -28 -25 -18 -7 7 18 25 28 28.
trend 2008 8 7 6 5 4 3 2 1 2 3 4 5 6 7 8 9
ok "each year has the window that ends with it" test \
    "$(column trend | sed -n 's/^g|GM0034|20.. \(...\).*/\1/p' | tr '\n' ' ')" = \
    "onb onb onb sta dal dal dal dal dal dal sta sta sti sti sti sti "
trend 2015 9 1 2 3 4 5 6 7 8
ok "only the last eight years count" test \
    "$(cell 'g|GM0034|2023' trend)" = stijgend
sed -i '/,2019,/d' "$T/in.csv"
join "$T/in.csv"
ok "a year that is not there leaves the others" test \
    "$(cell 'g|GM0034|2023' trend)" = stijgend
join --explain 'GM0034:2023:g' "$T/in.csv"
ok "of seven values" test "$(grep -c ^trend "$T/out")" = 7
ok "S and what it takes" grep -q 'S = 21 van 21 paren van 7 waarden: stijgend (stijgend vanaf 15, dalend vanaf -15)' "$T/out"
trend 2012 1 2 3 4 8 7 6 5 4 3 2 1
ok "eight years back" test "$(cell 'g|GM0034|2023' trend)" = dalend
join --trend-years 12 "$T/in.csv"
ok "or twelve" test "$(cell 'g|GM0034|2023' trend)" = stabiel
join --trend-years 5 --trend-least 5 "$T/in.csv"
ok "or five, of five values" test "$(cell 'g|GM0034|2016' trend)" = stijgend -a \
    "$(cell 'g|GM0034|2015' trend)" = onbekend
for bad in "--trend-years 13" "--trend-least 3" "--trend-least 9"; do
	# shellcheck disable=SC2086
	join $bad "$T/in.csv"
	ok "no $bad" sh -c "test '$status' = 2 && grep -q 'trend-years takes 4 to \
12, and --trend-least 4 up to that' '$T/err'"
done
trend 2016 1 2 3 4 5 6 7 8
sed -i 's/,2016,/,2016-11,/; s/,\(20..\),/,\1-11,/' "$T/in.csv"
join "$T/in.csv"
ok "the same month of eight years is a window too" test \
    "$(cell 'g|GM0034|2023-11' trend)" = stijgend
# A text, since that day is none, which yet is a year before a day that is.
rows a,g,GM0034,2013-02-29,4,u,, a,g,GM0034,2016-02-29,7,u,, \
    a,g,GM0034,2018-02-29,13,u,, a,g,GM0034,2019-02-29,14,u,, \
    a,g,GM0034,2020-02-29,20,u,,
join "$T/in.csv"
ok "29 February has the window that --explain shows" test \
    "$(cell 'g|GM0034|2020-02-29' trend)" = stijgend
join --explain 'GM0034:2020-02-29:g' "$T/in.csv"
ok "which is of five values" grep -q 'S = 10 van 10 paren van 5 waarden: stijgend' "$T/out"
for r in lager:rood neutraal:grijs; do
	catalogue "g,G,t,,${r%:*},0,,g,,,,,,"
	trend 2016 1 2 3 4 5 6 7 8
	ok "rising with ${r%:*} is ${r#*:}" test \
	    "$(cell 'g|GM0034|2023' kleur)" = "${r#*:}"
done

# --- what is plausible: limits are data
printf 'toets,grens\nbereik,10\nsprong,3\nreeks,4\n' >"$T/l.csv"
catalogue "m,M,t,,hoger,1,,m,,w,,,," "n,N,t,,hoger,1,,n,,som,,,,"
rows a,m,GM0034,2023,60,u,, a,m,GM0995,2023,70,u,, a,m,GM0303,2023,65,u,, \
    a,m,PV24,2023,71.1,u,, a,m,WD-MRA,2023,71,u,, a,m,PV24,2022,9,u,, \
    a,n,GM0034,2023,1,u,, a,n,GM0995,2023,1,u,, a,n,GM0303,2023,1,u,, \
    a,n,PV24,2023,3,u,,
join --plausibel "$T/l.csv" --findings "$T/f.csv" "$T/in.csv"
ok "a mean outside the range of its parts" grep -q "^,,,waarde,I016,\
waarschuwing,71.1,\"\?m|PV24|2023 ligt buiten 60 tot 70, het bereik van al haar \
gemeenten; bij elkaar 1 keer" "$T/f.csv"
ok "a sum is no mean, and ten percent is near" test \
    "$(grep -c I016 "$T/f.csv")" = 1 -a "$status" = 0
join "$T/in.csv"
ok "without limits nothing is judged" test -z "$(grep 'I01[67]' "$T/err")"
catalogue "g,G,t,,hoger,0,,g,,,,,,"
trend 2016 10 11 10 12 11 13 11 19
join --plausibel "$T/l.csv" "$T/in.csv"
ok "a jump beyond the others" grep -q "I017 \"19\": g|GM0034|2023 changed by 8 \
in a year, where 2 was the most" "$T/err"
trend 2016 10 11 10 12 11 13 11 17
join --plausibel "$T/l.csv" "$T/in.csv"
ok "not three times the largest" test -z "$(grep I017 "$T/err")"
trend 2019 10 11 10 12 20
join --plausibel "$T/l.csv" "$T/in.csv"
ok "four changes suffice" grep -q I017 "$T/err"
trend 2020 10 11 10 20
join --plausibel "$T/l.csv" "$T/in.csv"
ok "three are too few to know" test -z "$(grep I017 "$T/err")"
# Another source, of the same day: 2024-01 begins with 2024; of a further
# dimension only the code that is asked for, in its own unit.
{
	echo toets,grens,indicator,tegen
	echo 'bron,5,w,b|soort=W'
	echo 'bron,5,elders,b|soort=W'
} >"$T/l.csv"
catalogue "w,W,t,aantal,neutraal,0,,w,,som,,,,"
{
	echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden,soort
	for x in GM0034,2024-01,92.522,W GM0995,2024-01,7.178,W \
	    GM0995,2024-01,9.999,X GM0995,2024-02,9.999,W \
	    GM0995,2022,6.300,W PV24,2024-01,184,W; do
		echo "cbs,b,${x%,*},x 1 000,definitief,,${x##*,}"
	done
} >"$T/b.csv"
rows a,w,GM0034,2024,88900,aantal,, a,w,GM0995,2024,6200,aantal,, \
    a,w,GM0995,2022,6000,aantal,, a,w,GM0303,2024,1,aantal,,
U="--eenheden $DATA/indicator-join/eenheden.csv"
# shellcheck disable=SC2086
join $U --plausibel "$T/l.csv" "$T/in.csv" "$T/b.csv"
ok "what another source says otherwise" grep -q "I018 \"6200\": w|GM0995|2024 is \
more than 5 % away from 7178, which b of cbs has for that day; so are 1 in all" \
    "$T/err"
ok "is not in the feed" test "$(grep -c ',b,' "$T/out")" = 0
cp "$T/out" "$T/any"
{
	sed 1q "$T/b.csv"
	sed '1d; s/$/,/' "$T/in.csv"
	sed 1d "$T/b.csv"
} | { IFS= read -r h; echo "$h"; LC_ALL=C sort -t, -k2,2; } >"$T/sorted.csv"
# shellcheck disable=SC2086
join $U --plausibel "$T/l.csv" --sorted "$T/sorted.csv"
ok "nor when the inputs are sorted" sh -c "cmp '$T/any' '$T/out' &&
    grep -q 'I018 .*GM0995|2024' '$T/err'"
sed -i 's/bron,5/bron,14/' "$T/l.csv"
# shellcheck disable=SC2086
join $U --plausibel "$T/l.csv" "$T/in.csv" "$T/b.csv"
ok "within so many percent is near enough" test -z "$(grep I018 "$T/err")"
for bad in 'bron,5,,b:indicator: empty; expected the code of an indicator' \
    'bron,5,w,|a=1:tegen: expected onderwerp|naam=code|..., found "|a=1"' \
    'bron,,w,b:grens: must not be empty'; do
	printf 'toets,grens,indicator,tegen\n%s\n' "${bad%%:*}" >"$T/l.csv"
	join --plausibel "$T/l.csv" "$T/in.csv"
	fails 2 "a limit of ${bad%%:*}" \
	    "indicator-join: $T/l.csv:2: error: ${bad#*:}"
done
rows a,g,GM0034,2023,1,u,,
limits() { # ROW MESSAGE
	printf 'toets,grens\n%s\n' "$1" >"$T/l.csv"
	join --plausibel "$T/l.csv" "$T/in.csv"
	fails 2 "limits: $1" "indicator-join: $T/l.csv:2: error: $2"
}
limits sprongen,3 "toets: 'sprongen' found, expected bereik, sprong, reeks or bron"
limits sprong, "grens: must not be empty"
limits sprong,-3 "grens: expected 0 or more"
limits bereik,1.250 "grens: '1.250' could be thousands or a fraction; write \
1250, or with a zero more behind the decimal point"

# --- quartiles: GM0034 among others of which 9, 10, 29 or 30 are higher
place() {
	{
		echo "$head"
		seq "$2" | sed 's/.*/a,g,GM1&,2023,9,u,,/' |
		    sed 's/GM1\([0-9]\),/GM100\1,/; s/GM1\([0-9][0-9]\),/GM10\1,/'
		seq "$3" | sed 's/.*/a,g,GM2&,2023,1,u,,/' |
		    sed 's/GM2\([0-9]\),/GM200\1,/; s/GM2\([0-9][0-9]\),/GM20\1,/'
		echo a,g,GM0034,2023,5,u,,
	} >"$T/in.csv"
	join "$T/in.csv"
	ok "$1" test "$(cell 'g|GM0034|2023' positie)" = "$4"
}
catalogue "g,G,t,,hoger,0,,g,,,,,,"
place "39 municipalities have no quartiles" 9 29 ""
place "the tenth of forty is in the first quarter" 9 30 1
place "the eleventh is in the second" 10 29 2
place "the thirtieth is in the third" 29 10 3
place "the thirty-first is in the fourth" 30 9 4
ok "of which none is in the output" test "$(wc -l <"$T/out")" = 8
catalogue "g,G,t,,lager,0,,g,,,,,,"
place "when lower is better the place is the other way round" 30 9 1
join -v "$T/in.csv"
ok "they are counted apart" grep -q '= 1 in the grid + 39 of other' \
    "$T/err"

# --- words and numbers of the source
rows a,g,GM0034,2023,12x,u,, a,g,GM0995,2023,,u,, \
    a,g,GM0303,2023,5,u,,geheim
join --findings "$T/f.csv" "$T/in.csv"
column reden | grep -v '|2023 nvt' >"$T/redenen"
cat >"$T/want" <<'END'
g|GM0034|2023 onbekend
g|GM0303|2023 geheim
g|GM0995|2023 onbekend
END
ok "bad numbers leave a reden" sh -c "grep GM '$T/redenen' | diff '$T/want' -"
sed "s|$T/||" "$T/f.csv" | cut -d, -f1-7 >"$T/found"
cat >"$T/want" <<'END'
bestand,rij,kolom,kolomnaam,code,ernst,waarde
in.csv,2,E,waarde,O001,fout,12x
in.csv,3,E,waarde,O002,waarschuwing,
in.csv,4,E,waarde,O003,fout,5
END
ok "and each a finding" diff "$T/want" "$T/found"
ok "which is exit 1" test "$status" = 1
ok "a value beside a secret is not shown" test -z \
    "$(cell 'g|GM0303|2023' waarde)"
# A word that is none of ours ends it, of a row that nobody asks for too.
rows a,g,GM0034,2023,1,u,, a,x,PV24,2023,1,u,vast,
join "$T/in.csv"
fails 2 "a wrong status" "indicator-join: $T/in.csv:3: error: column status: \
'vast' found, definitief, nader_voorlopig, voorlopig, onbekend or nothing \
expected"
rows a,g,GM0034,2023,1,u,, a,g,NL01,2023,,u,,weg
join "$T/in.csv"
fails 2 "a wrong reden" "indicator-join: $T/in.csv:3: error: column reden: \
'weg' found, ontbreekt, geheim, onmogelijk, niet_geleverd, nvt, onderdrukt, \
onbekend or nothing expected"
rows 'a ,g , GM0034,2023 , 1,u,definitief ,'
join "$T/in.csv"
ok "blanks around words and keys are none" test "$status" = 0 -a \
    "$(cell 'g|GM0034|2023' waarde)" = 1
rows a,g,GM0034,2023,,u,,
join "$T/in.csv"
ok "a warning is exit 0" test "$status" = 0
join --fail-on warning "$T/in.csv"
ok "and exit 1 with --fail-on warning" test "$status" = 1
rows a,g,GM0034,2023,1,u,, "a,g,GM0995,2023,2,x 1 000,,"
join "$T/in.csv"
ok "another unit within a series is kept out" test \
    "$(cell 'g|GM0995|2023' reden)" = onbekend -a "$status" = 1

# --- units: one grootheid, another scale is converted, exactly; told with -v
catalogue "n,N,t,aantal,hoger,1,,n,,som,,,," "p,P,t,%,hoger,1,,p,,w,,,," \
    "k,K,t,km²,hoger,0,,k,,som,,,," "h,H,t,halve,hoger,0,,h,,,,,,"
rows "a,n,GM0034,2023,36.9,x 1 000,," "a,n,GM0995,2023,1500,Aantal,," \
    "a,n,GM0303,2023,2.25,X 1 000,," a,n,NL01,2023,7,,, \
    "a,n,PV24,2023,,x 1 000,,geheim"
join -v --eenheden eenheden.csv "$T/in.csv"
ok "thousands are numbers" test "$(cell 'n|GM0034|2023' waarde)" = 36900 -a \
    "$(cell 'n|GM0303|2023' waarde)" = 2250
ok "and what is in that unit stays" test "$(cell 'n|GM0995|2023' waarde)" = \
    1500 -a "$(cell 'n|NL01|2023' waarde)" = 7
ok "and a secret" test "$(cell 'n|PV24|2023' reden)" = geheim
ok "in the unit of the catalogue" test "$(cell 'n|GM.*|2023' eenheid |
    sort -u)" = aantal
ok "with -v it is told" grep -q "in.csv:2:F: info: I015 \"x 1 000\": n: 1 \
values converted from \"x 1 000\" to \"aantal\"" "$T/err"
rows a,k,GM0034,2023,1250,ha,, a,h,GM0034,2023,3,aantal,,
join --eenheden eenheden.csv "$T/in.csv"
ok "by decimals" test "$(cell 'k|GM0034|2023' waarde)" = 12.50
ok "by what is no power of ten" test "$(cell 'h|GM0034|2023' waarde)" = 6
ok "and in silence" sh -c "! grep -v I014 '$T/err'"
join "$T/in.csv"
ok "not without a table" test "$status" = 1 -a \
    "$(cell 'k|GM0034|2023' reden)" = onbekend
rows a,p,GM0034,2023,81.5,2015=100,, a,p,GM0995,2023,81.5,2015=100,, \
    a,p,GM0303,2023,81.5,%,,
join --eenheden eenheden.csv --findings "$T/f.csv" "$T/in.csv"
ok "an index is no percentage" test "$(cell 'p|GM0034|2023' reden)" = \
    onbekend -a "$(cell 'p|GM0303|2023' waarde)" = 81.5 -a "$status" = 1
ok "said once, with both units and how many" grep -q ',2,F,eenheid,I006,fout,'\
'2015=100,"p is in ""%"" en de bron heeft ""2015=100"", 2 keer' "$T/f.csv"
ok "and no more" test "$(grep -c I006 "$T/f.csv")" = 1
for unit in % "per 1 000 inwoners" "% 18+"; do
	catalogue "p,P,t,$unit,hoger,1,,p,,som,,,,"
	join --eenheden eenheden.csv "$T/in.csv"
	fails 2 "$unit does not add up" "indicator-join: $T/i.csv:2: error: \
weging: \"$unit\" does not add up: expected the onderwerp of its weights, or \
nothing"
done
units() { # ROWS MESSAGE
	printf 'eenheid,grootheid,schaal\n%b' "$1" >"$T/u.csv"
	join --eenheden "$T/u.csv" "$T/in.csv"
	fails 2 "units: $2" "indicator-join: $T/u.csv:$2"
}
catalogue "g,G,t,,hoger,0,,g,,,,,,"
units 'km,lengte,1000\nKM,lengte,1000\n' \
    '3: error: eenheid: "KM" is in line 2 already'
units 'km,,1000\n' '2: error: grootheid: must not be empty'
units 'km,lengte,0\n' \
    '2: error: schaal: expected a number above 0, as 1000 of x 1 000'
units 'km,lengte,1.000\n' "2: error: schaal: '1.000' could be thousands or a \
fraction; write 1000, or with a zero more behind the decimal point"
rows a,g,GM0034,,1,u,,
join "$T/in.csv"
ok "a row without periode is rejected" grep -q 'E: error: I007\|D: error: I007' "$T/err"
rows a,g,GM0034,2023,056.00,u,, a,g,GM0995,2023,1e3,u,, a,g,GM0303,2023,-0.50,u,,
join "$T/in.csv"
ok "values keep their decimals and are plain" test "$(cell 'g|GM....|2023' \
    waarde | tr '\n' ' ')" = "56.00 -0.50 1000 "
rows a,g,GM0034,2023,1e10,u,, a,g,GM0995,2023,100,u,, a,g,GM0303,2023,2.5e-3,u,,
join "$T/in.csv"
ok "and the zeros of an exponent are none" test "$(cell 'g|GM....|2023' \
    waarde | tr '\n' ' ')" = "10000000000 0.0025 100 "
rows "a,g,GM0034,2019/'20,1,u,," a,g,GM0034,2023,1,u,, a,g,GM0034,2022-11,1,u,,
join "$T/in.csv"
ok "periods in order, what is no period last" test "$(cell \
    'g|GM0034|[^ ]*' periode | tr '\n' ' ')" = "2022-11 2023 2019/'20 "
ok "one that is no period among others is told" grep -qx "indicator-join: \
$T/in.csv:2:D: warning: I012 \"2019/'20\": periode is not one we know (2024, \
2024-Q3, ...) and g has others that are; it is kept as text and never the \
newest" "$T/err"
join --latest "$T/in.csv"
ok "and never the newest" test -n "$(cell 'g|GM0034|2023' waarde)"
join --shape swing "$T/in.csv"
ok "swing has only years" test "$(cut -d, -f1 "$T/out" | sort -u | tr '\n' ' ')" = "2023 PERIODE "
ok "and says so of the others" test "$(grep -c 'warning: I010' "$T/err")" = 2
rows a,g,GM0034,2019SJ,1,u,, a,g,GM0034,2020SJ,1,u,,
join --latest "$T/in.csv"
ok "school years alone are a series" test -n "$(cell 'g|GM0034|2020SJ' \
    waarde)" -a ! -s "$T/err"
rows a,g,GM0034,2023,-99997.0,u,,
join --shape swing "$T/in.csv"
ok "a value that Swing would take for missing is a finding" test \
    "$status" = 1 -a "$(grep -c ',34,-99999$' "$T/out")" = 1
rows a,g,GM0034,2023,-99996,u,, a,g,GM0995,2023,-99995,u,,
join --shape swing "$T/in.csv"
ok "the last of them too, and not the number above it" test "$status-$(
    grep -c '^2023,gemeente,34,-99999$\|^2023,gemeente,995,-99995$' "$T/out")" = 1-2
for r in nvt:-99998 onmogelijk:-99998 ontbreekt:-99999 onbekend:-99999 \
    onderdrukt:-99997 geheim:-99997 niet_geleverd:-99996; do
	rows "a,g,GM0034,2023,,u,,${r%:*}"
	join --shape swing "$T/in.csv"
	ok "swing: ${r%:*} is ${r#*:}" grep -qx "2023,gemeente,34,${r#*:}" \
	    "$T/out"
done
for p in 2022-01 2022-H1 2022-11-30; do
	rows "a,g,GM0034,$p,1,u,," a,g,GM0034,2022,2,u,,
	join --latest "$T/in.csv"
	ok "2022 ends later than $p" test "$(cell 'g|GM0034|.*' periode)" = 2022
done
rows a,g,GM0034,2023,1,u,, a,g,GM0303,2024,2,u,, a,g,PV24,2025,3,u,,
join --latest "$T/in.csv"
ok "--latest: the newest period with a municipality" test "$(cell \
    'g|GM....|....' periode | sort -u)" = 2024
catalogue 'g,"twee
regels",t,,hoger,0,,g,,,,,,'
join --shape arcgis "$T/in.csv"
ok "arcgis: no line break in a cell" test "$(cell 'g|GM0034|2023' \
    indicator_naam)" = "twee regels"

catalogue 'g,"G, ""g""",t,,hoger,0,,g,,,"e,e",,,'
rows a,g,GM0034,2020,1.50,u,, 'a,g,GM0034,"2020, b",2,u,,' \
    'a,g,GM0034,2021,3,u,,' 'a,g,GM0034,"q""",4,u,,'
join "$T/in.csv"
grep GM0034 "$T/out" >"$T/rows"
cat >"$T/want" <<'END'
g|GM0034|2020,g,"G, ""g""",t,GM0034,Almere,gemeente,2020,1.50,u,onbekend,,hoger,,,onbekend,,a,"e,e"
g|GM0034|2021,g,"G, ""g""",t,GM0034,Almere,gemeente,2021,3,u,onbekend,,hoger,,,onbekend,,a,"e,e"
"g|GM0034|2020, b",g,"G, ""g""",t,GM0034,Almere,gemeente,"2020, b",2,u,onbekend,,hoger,,,onbekend,,a,"e,e"
"g|GM0034|q""",g,"G, ""g""",t,GM0034,Almere,gemeente,"q""",4,u,onbekend,,hoger,,,onbekend,,a,"e,e"
END
ok "each row is the same but for its period, in quotes where need be" diff \
    "$T/want" "$T/rows"

# --- the catalogue
catalogue "g,Oud,t,,hoger,0,,g,,,2023,,2024-12-08," \
    "g,Nieuw,t,,hoger,0,,g,,,2024,2024-12-09,,"
rows a,g,GM0034,2023,1,u,,
join "$T/in.csv"
ok "the edition in force after the last change" test \
    "$(cell 'g|GM0034|2023' editie)" = 2024
join --as-of 2024-12-08 "$T/in.csv"
ok "--as-of: the edition in force on that day" test \
    "$(cell 'g|GM0034|2023' indicator_naam)" = Oud
join -v --as-of 2024-12-08 "$T/in.csv"
ok "-v counts the rows that are not in force" grep -qx \
    'indicator-join: 1 rows of the catalogue are not in force' "$T/err"
catalogue "g,Oud,t,,hoger,0,,g,,,2023,,2024," "g,Nieuw,t,,hoger,0,,g,,,2024,2025,,"
join --as-of 2024-12-31 "$T/in.csv"
ok "geldig_tot a year is to its end" test \
    "$(cell 'g|GM0034|2023' indicator_naam)" = Oud
catalogue "g,Oud,t,,hoger,0,,g,,,2023,,2024-12-08," \
    "g,Nieuw,t,,hoger,0,,g,,,2024,2024-12-09,,"
head=$head,editie
rows a,g,GM0034,2022,1,u,,,2023 a,g,GM0034,2022,2,u,,,2024 \
    a,g,GM0034,2023,3,u,,,2023
join "$T/in.csv"
ok "a source that tells editions gives each series its own" test "$(cell \
    'g|GM0034|[^ ]*' waarde | tr '\n' ' ')" = "2 "
join --as-of 2024-12-08 "$T/in.csv"
ok "the old edition too" test "$(cell 'g|GM0034|[^ ]*' waarde |
    tr '\n' ' ')" = "1 3 "
head=${head%,editie}
refuse() {
	join "$T/in.csv"
	fails 2 "$1" "indicator-join: $T/i.csv:$2"
}
catalogue "g,Oud,t,,hoger,0,,g,,,2023,,," "g,Nieuw,t,,hoger,0,,g,,,2024,,,"
refuse "one code, two editions in force" "3: error: code: \"g\" stands in \
line 2 too, and both are in force"
catalogue "G1,N,t,,hoger,0,,g,,,,,,"
refuse "a code in capitals" \
    '2: error: code: "G1" is no code: expected [a-z][a-z0-9_]*'
catalogue "year,N,t,,hoger,0,,g,,,,,,"
refuse "a name that ArcGIS reserves" \
    '2: error: code: "year" is a name that ArcGIS reserves: choose another'
catalogue "regio,N,t,,hoger,0,,g,,,,,,"
refuse "a column of the feed" '2: error: code: "regio" is a column of the feed itself: choose another'
catalogue "abcdefghijabcdefghijabcdefghij12,N,t,,hoger,0,,g,,,,,,"
refuse "a code of 32 characters" "2: error: code: \
\"abcdefghijabcdefghijabcdefghij12\" is too long: expected at most 31 \
characters"
catalogue "g,N,t,,omhoog,0,,g,,,,,,"
refuse "an unknown richting" \
    '2: error: richting: expected hoger, lager or neutraal, found "omhoog"'
catalogue "g,N,t,,hoger,veel,,g,,,,,,"
refuse "decimalen that are no number" \
    '2: error: decimalen: expected 0 to 9, found "veel"'
catalogue "g,N,t,,hoger,0,,g,soort,,,,,"
refuse "dimensies without a code" \
    '2: error: dimensies: expected naam=code|naam=code, found "soort"'
catalogue "g,N,t,,hoger,0,,g,,w|x,,,,"
refuse "a weging that is none" '2: error: weging: expected empty, "som" or onderwerp|naam=code|..., found "w|x"'
catalogue "g,N,t,,hoger,0,,g,,,,gisteren,,"
refuse "a geldig_van that is no date" '2: error: geldig_van: expected a date (2024-12-09) or a period (2024), found "gisteren"'
catalogue "g,N,t,,hoger,0,,g,,,,2024,2023,"
refuse "geldig_tot before geldig_van" \
    '2: error: geldig_tot: "2023" is before geldig_van'
catalogue "abcdefghijabcdefghijabcdefghij,N,t,,hoger,0,,g,,,,,,"
join --shape wide --latest "$T/in.csv"
fails 2 "no room for the period column" "indicator-join: $T/i.csv:2: error: \
code: \"abcdefghijabcdefghijabcdefghij\" is too long for --shape wide \
--latest, which adds _p: expected at most 29 characters"
catalogue "g,N,t,,hoger,0,,g,,,,,," "g_p,N,t,,hoger,0,,h,,,,,,"
join --shape wide --latest "$T/in.csv"
fails 2 "the period column is another code" "indicator-join: $T/i.csv:2: \
error: code: \"g\" gets the column \"g_p\" beside it with --latest, which is \
another code"

# --- small counts
# hidden: the regions withheld in the output, on one line.
hidden() {
	column reden | sed -n 's/^[^|]*|\([^|]*\)|.* onderdrukt$/\1/p' |
	    tr '\n' ' '
}
counts() {
	rows "a,n,GM0034,2023,$1,u,," "a,n,GM0995,2023,$2,u,," \
	    "a,n,GM0303,2023,$3,u,," ${4+"a,n,PV24,2023,$4,u,,"}
	join --min-count 5 "$T/in.csv"
}
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w,,,,"
counts 5 0 20
ok "--min-count: the limit itself and zero are shown" test -z "$(hidden)"
counts 4 50 20
ok "a small count is withheld, and the other of its deal" test \
    "$(hidden)" = "GM0034 GM0995 "
ok "its value is nowhere in the output" test -z \
    "$(cell 'n|GM0034|2023' waarde)"
ok "the deal is still there" test "$(cell 'n|WD-MRA|2023' waarde)" = 54
counts 50 40 4
ok "a deal of one: the deal, and the province that would give it away" test \
    "$(hidden)" = "GM0303 WD-ZUND PV24 "
counts 4 0 20
ok "a zero protects nobody: the deal and the province go" test \
    "$(hidden)" = "GM0034 WD-MRA PV24 "
rows a,n,GM0034,2023,1,u,, a,n,GM0995,2023,1,u,, a,n,GM0303,2023,9,u,,
join -v --min-count 2 "$T/in.csv"
ok "two that make 2 are both 1: their deal goes" test \
    "$(hidden)" = "GM0034 GM0995 WD-MRA PV24 "
ok "-v counts them" grep -qx 'indicator-join: 2 cells below 2 withheld, and 2 more to protect them' "$T/err"
rows a,n,GM0034,2023,,u,,geheim a,n,GM0995,2023,50,u,, \
    a,n,GM0303,2023,20,u,, a,n,PV24,2023,90,u,,
join --min-count 5 "$T/in.csv"
ok "what the source keeps secret is protected too" test \
    "$(hidden)" = "PV24 "
rows a,m,GM0034,2023,60,%,, a,m,GM0995,2023,70,%,, a,m,GM0303,2023,80,%,, \
    b,w,GM0034,2023,4,u,, b,w,GM0995,2023,900,u,, b,w,GM0303,2023,800,u,,
join --min-count 5 "$T/in.csv"
ok "a mean over few is withheld, and the other of its deal" test \
    "$(hidden)" = "GM0034 GM0995 "
rows a,n,GM0034,2023,4,u,, a,n,GM0995,2023,6,u,, a,n,GM0303,2023,20,u,, \
    a,n,PV24,2023,22,u,,
join --min-count 5 "$T/in.csv"
ok "of a source that contradicts itself nothing follows" test \
    "$(hidden)" = "GM0034 GM0995 "
cat >"$T/g.csv" <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,A,WD-A,PV24,
GM0002,B,WD-A,PV25,
GM0003,C,WD-B,PV24,
GM0004,D,WD-B,PV24,
GM0005,E,,PV25,
END
# PV24 less WD-B leaves A, and WD-A less A leaves B: no total does so alone.
rows a,n,GM0001,2023,40,u,, a,n,GM0002,2023,4,u,, a,n,GM0003,2023,3,u,, \
    a,n,GM0004,2023,30,u,, a,n,GM0005,2023,2,u,,
run indicator-join -i "$T/i.csv" -g "$T/g.csv" --min-count 5 "$T/in.csv"
ok "what deals and provinces say together is kept too" test \
    "$(hidden)" = "GM0001 GM0002 GM0003 GM0004 GM0005 PV24 "
# Neighbourhoods: a zero is known to be none, and stays; parts that are shown
# give away a municipality that is withheld for another.
cat >"$T/g.csv" <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,A,WD-A,PV24,
GM0002,B,WD-A,PV24,
GM0003,C,WD-B,PV24,
BU00010101,Noord,,,
BU00010102,Oost,,,
BU00010103,West,,,
END
rows a,n,GM0001,2023,10,u,, a,n,GM0002,2023,40,u,, a,n,GM0003,2023,50,u,, \
    a,n,BU00010101,2023,0,u,, a,n,BU00010102,2023,3,u,, \
    a,n,BU00010103,2023,7,u,,
run indicator-join -i "$T/i.csv" -g "$T/g.csv" --min-count 5 "$T/in.csv"
ok "the zero of a neighbourhood stays shown" test \
    "$(hidden)" = "BU00010102 BU00010103 "
rows a,n,GM0001,2023,50,u,, a,n,GM0002,2023,4,u,, a,n,GM0003,2023,50,u,, \
    a,n,BU00010101,2023,20,u,, a,n,BU00010102,2023,12,u,, \
    a,n,BU00010103,2023,18,u,,
run indicator-join -i "$T/i.csv" -g "$T/g.csv" --min-count 5 "$T/in.csv"
ok "parts do not give a withheld municipality away" test \
    "$(hidden)" = "GM0001 GM0002 BU00010102 "
trend() {
	y=2016
	{
		echo "$head"
		for v; do
			for r in GM0034 GM0995 GM0303; do
				echo "a,n,$r,$y,$v,u,,"
			done
			y=$((y + 1))
		done
	} >"$T/in.csv"
	join --min-count 5 "$T/in.csv"
}
trend 5 6 7 8 9 10 11 12
ok "a trend where nothing is withheld" test \
    "$(cell 'n|GM0034|2023' trend)" = stijgend
trend 4 6 7 8 9 10 11 12
ok "a withheld value is not in a trend" test \
    "$(cell 'n|GM0034|2023' trend)" = stijgend -a \
    "$(cell 'n|GM0034|2016' trend)" = onbekend
trend 9 8 7 6 5 4 4 4
ok "and ends none" test "$(cell 'n|GM0034|2023' trend)" = onbekend -a \
    "$(cell 'n|GM0034|2021' trend)" = onbekend
trend 4 6 7 8 9 10 11 12
join --min-count 5 --shape swing "$T/in.csv"
ok "swing: withheld is hidden in totals too" grep -q '^2016,gemeente,34,-99997,' \
    "$T/out"
catalogue "g,G,t,,hoger,0,,g,,som,,,,"
place "a withheld count has a quartile without --min-count" 9 30 1
join --min-count 6 "$T/in.csv"
ok "and none with it" test "$(cell 'g|GM0034|2023' reden)" = onderdrukt -a \
    -z "$(cell 'g|GM0034|2023' positie)"

# --- wijken and buurten
tables="-i $T/i.csv -g $T/g.csv"
echo "$names" >"$T/i.csv"
echo 'n,N,t,,hoger,1,,n,,som,,,,' >>"$T/i.csv"
# parts LINE...: the table of one municipality and these rows.
parts() {
	{
		echo gemeente,naam,woondeal,provincie,alias
		echo GM0034,Almere,WD-MRA,PV24,
		printf '%s\n' "$@"
	} >"$T/g.csv"
}
parts BU00340101,Kern,,, WK003401,Haven,,,
rows a,n,GM0034,2023,9,u,, a,n,WK003401,2023,7,u,, a,n,BU00340101,2023,6,u,, \
    a,n,BU00340102,2023,5,u,,
join -v "$T/in.csv"
ok "wijken and buurten of the table come last" test \
    "$(column niveau | tr '\n' ' ')" = "n|GM0034|2023 gemeente n|WD-MRA|2023 \
woondeal n|PV24|2023 provincie n|NL01|2023 land n|WK003401|2023 wijk \
n|BU00340101|2023 buurt "
ok "with their names" test "$(cell 'n|WK003401|2023' regio_naam)" = Haven
ok "others are unmatched" grep -q 'regio 1)' "$T/err"
ok "nothing is made of them" test "$(cell 'n|PV24|2023' waarde)" = 9
join --shape swing "$T/in.csv"
ok "swing has them under their numbers" test "$(tail -2 "$T/out" | tr '\n' ' ')" \
    = "2023,wijk,3401,7 2023,buurt,340101,6 "
parts WK003401,A,,, WK003402,B,,, WK003403,C,,,
rows a,n,GM0034,2023,90,u,, a,n,WK003401,2023,,u,,geheim \
    a,n,WK003402,2023,,u,,geheim a,n,WK003403,2023,20,u,,
join --min-count 5 "$T/in.csv"
ok "two secrets of the source protect each other" test -z "$(hidden)"
n=900000000000000000
parts WK003401,A,,, WK003402,B,,, WK003403,C,,, $(seq -f 'WK0034%.0f,D,,,' 10 20)
# shellcheck disable=SC2046
rows a,n,GM0034,2023,$n,u,, a,n,WK003401,2023,,u,,geheim \
    a,n,WK003402,2023,,u,,geheim $(seq -f "a,n,WK0034%.0f,2023,$n,u,," 10 20)
join --min-count 5 "$T/in.csv"
ok "with sums that no integer holds: more is withheld, not less" test \
    "$status" = 0 -a "$(hidden | grep -c WK0034)" = 1
parts WK009901,Elders,,,
join "$T/in.csv"
fails 2 "a wijk of no municipality" "indicator-join: $T/g.csv:3: error: \
gemeente: WK009901 lies in GM0099, which is not here"
parts WK003401,Haven,,PV24,
join "$T/in.csv"
fails 2 "a wijk in a province of its own" "indicator-join: $T/g.csv:3: error: \
provincie: \"PV24\" of WK003401: expected empty, for its digits say where it lies"
parts BU00340101,A,,, WK003401,B,,, BU00340101,C,,,
join "$T/in.csv"
fails 2 "a buurt twice" "indicator-join: $T/g.csv:5: error: gemeente: \
'BU00340101' stands in line 3 already, with the same key: expected each once"
tables="-i $T/i.csv -g gemeenten.csv"
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w,,,,"

# --- ratios: teller divided by noemer, exact, in the unit of the catalogue
plain=$names
names=$names,teller,noemer,bron
U="--eenheden $ROOT/pipelines/maten/eenheden.csv"
parts() {
	echo "$head,soort" >"$T/in.csv"
	for r in GM0034,1010,3000,200000,definitief \
	    GM0995,500,0,100000,voorlopig GM0303,,100,50000,definitief; do
		IFS=, read -r gm bos land people state <<-END
			$r
		END
		[ -z "$bos" ] ||
		    echo "70262ned,bos,$gm,2020,$bos,ha,definitief,,"
		echo "70262ned,land,$gm,2020,$land,km2,definitief,,"
		echo "03759ned,bevolking,$gm,2020,$people,aantal,$state,,"
		echo "03759ned,bevolking,$gm,2021,$people,aantal,$state,,"
	done >>"$T/in.csv"
	cat >>"$T/in.csv" <<-END
		83599NED,vacatures,PV24,2023-Q4,2.5,x 1 000,definitief,,T
		83599NED,vacatures,PV24,2023-Q4,9.9,x 1 000,definitief,,X
		83599NED,vacatures,PV24,2023-Q3,9.9,x 1 000,definitief,,T
		83582NED,banen,PV24,2023,75.4,x 1 000,voorlopig,,T
	END
}
parts
catalogue "natuur,N,t,ha per 1 000,hoger,1,70262ned,,,noemer,,,,,bos,bevolking,cbs" \
    "deel,D,t,%,hoger,3,70262ned,,,,,,,,bos,land,cbs" \
    "vac,V,t,per 1 000,hoger,0,83599NED,,,,,,,,vacatures|soort=T|periode=Q4,banen|soort=T,cbs" \
    "bbp,P,t,euro,hoger,0,85924NED,bbp,,,,,,,,,onbekend"
# shellcheck disable=SC2086
join $U "$T/in.csv"
ok "a ratio, rounded once" test "$(cell 'natuur|GM0034|2020' waarde)" = 5.1
ok "only where the teller has a period" test -z \
    "$(cell 'natuur|GM0034|2021' reden)"
ok "of a deal: the sums divided" test "$(cell 'natuur|WD-MRA|2020' waarde)" = 5.0
ok "its status is the weakest" test \
    "$(cell 'natuur|WD-MRA|2020' status)" = voorlopig
ok "its tables are both" test "$(cell 'natuur|GM0034|2020' bron_tabel)" = \
    '70262ned|03759ned'
ok "without a teller of all there is none" test \
    "$(cell 'natuur|PV24|2020' reden)" = niet_geleverd
ok "hectares in square kilometres, as a percentage" test \
    "$(cell 'deel|GM0034|2020' waarde)" = 0.337
ok "a noemer of nothing is marked" test \
    "$(cell 'deel|GM0995|2020' reden)" = onmogelijk
ok "a missing teller too" test \
    "$(cell 'deel|GM0303|2020' reden)" = niet_geleverd
ok "without weging a deal has none" test "$(cell 'deel|WD-MRA|2020' reden)" = nvt
ok "a quarter divided by its year" test "$(cell 'vac|PV24|2023' waarde)" = 33
ok "CBS has none of any municipality" test \
    "$(cell 'vac|GM0034|2023' reden)" = nvt
ok "what is told" sh -c "test $status = 0 && grep -q 'I020 \"0\": \
deel|GM0995|2020 has a noemer of 0 and so no value; 1 of these in all' '$T/err' &&
    test \$(wc -l <'$T/err') = 2"
# shellcheck disable=SC2086
join $U -v "$T/in.csv"
ok "with -v a key that is not known" grep -q \
    "I021 .*bbp: under which key CBS (85924NED) has it is not known" "$T/err"
{
	sed 1q "$T/in.csv"
	sed 1d "$T/in.csv" | LC_ALL=C sort -t, -k2,2
} >"$T/sorted.csv"
cp "$T/out" "$T/any"
# shellcheck disable=SC2086
join $U --sorted "$T/sorted.csv"
ok "the same when the input is sorted" cmp "$T/any" "$T/out"
# shellcheck disable=SC2086
join -q $U --explain 'WD-MRA:2020:natuur' "$T/in.csv"
is 0 "--explain a ratio: its parts" <<END
rol,sleutel,waarde,eenheid,status,reden,bron_tabel,bestand,regel,uitleg
cel,natuur|WD-MRA|2020,5.0,ha per 1 000,voorlopig,,,,,"som van de tellers gedeeld door die van de noemers, afgerond op decimalen"
teller,bos|GM0034|2020,1010,ha,definitief,,70262ned,$T/in.csv,2,
noemer,bevolking|GM0034|2020,200000,aantal,definitief,,03759ned,$T/in.csv,4,
teller,bos|GM0995|2020,500,ha,definitief,,70262ned,$T/in.csv,6,
noemer,bevolking|GM0995|2020,100000,aantal,voorlopig,,03759ned,$T/in.csv,8,
END
# shellcheck disable=SC2086
join $U --min-count 600 "$T/in.csv"
ok "a small teller is withheld, and what gives it away" test \
    "$(cell 'natuur|GM0995|2020' reden)$(cell 'natuur|GM0034|2020' reden)" = \
    onderdruktonderdrukt
catalogue "deel,D,t,euro,hoger,3,70262ned,,,,,,,,bos,land,cbs"
# shellcheck disable=SC2086
join $U "$T/in.csv"
ok "units that do not make it" sh -c "test $status = 1 && grep -q 'I019 .*deel \
is in \"euro\", which \"ha\" divided by \"km2\" does not make' '$T/err'"
ok "leave it without values" test "$(cell 'deel|GM0034|2020' reden)" = onbekend
catalogue "b,B,t,aantal,hoger,0,03759ned| 37230ned,bevolking,,som,,,,,,,hand"
# shellcheck disable=SC2086
join $U "$T/in.csv"
ok "an indicator of several tables" test "$(cell 'b|PV24|2020' waarde)" = 350000
catalogue "b,B,t,euro,hoger,0,03759ned,bevolking,,som,,,,,,,hand"
# shellcheck disable=SC2086
join $U "$T/in.csv"
ok "no unit is of another kind, whatever its scale" test "$status-$(cell \
    'b|GM0034|2020' reden)-$(grep -c ': I006 "aantal"' "$T/err")" = 1-onbekend-1
for bad in ',,,bos,,cbs:noemer: empty; a ratio has a teller and a noemer' \
    'x,,,bos,land,cbs:onderwerp: expected empty: it is teller divided by noemer' \
    ',,som,bos,land,cbs:weging: "som" of a ratio: expected noemer or empty' \
    ',,,bos,land,ooit:bron: '\''ooit'\'' found, expected cbs, hand or onbekend'; do
	IFS=, read -r onderwerp dims weging rest <<-END
		${bad%%:*}
	END
	catalogue "d,D,t,%,hoger,1,,$onderwerp,$dims,$weging,,,,,$rest"
	join "$T/in.csv"
	fails 2 "a catalogue with ${bad%%:*}" \
	    "indicator-join: $T/i.csv:2: error: ${bad#*:}"
done
catalogue "d,D,t,%,hoger,1,,,,,,,,,bos|periode=week,land,cbs"
join "$T/in.csv"
fails 2 "a part of the year that is none" "indicator-join: $T/i.csv:2: error: \
teller: expected onderwerp|naam=code|..., with periode=Q4 or the like where it \
is of a part of the year; found \"bos|periode=week\""
names=$plain

# --- explain
origin() {
	join --explain "$@" "$T/in.csv"
	sed -i "s|$T/||" "$T/out"
}
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w,,,," \
    "g,G,t,%,hoger,1,,g,,,,,,"
rows a,m,GM0034,2023,60,%,, a,m,GM0995,2023,70,%,voorlopig, \
    b,w,GM0034,2023,4,u,, b,w,GM0995,2023,900,u,, a,n,GM0034,2023,3,u,, \
    a,n,GM0995,2023,8,u,, a,g,GM0034,2023,1,%,,
origin 'WD-MRA:2023:m'
is 0 "--explain a mean: its parts and their weights" <<'END'
rol,sleutel,waarde,eenheid,status,reden,bron_tabel,bestand,regel,uitleg
cel,m|WD-MRA|2023,70.0,%,onbekend,,,,,"gemiddelde van de delen met hun gewicht, afgerond op decimalen"
deel,m|GM0034|2023,60,%,onbekend,,a,in.csv,2,
gewicht,w|GM0034|2023,4,u,onbekend,,b,in.csv,4,
deel,m|GM0995|2023,70,%,voorlopig,,a,in.csv,3,
gewicht,w|GM0995|2023,900,u,onbekend,,b,in.csv,5,
END
origin 'WD-MRA:2023:n' --min-count 5
is 0 "--explain shows nothing of what is withheld" <<'END'
rol,sleutel,waarde,eenheid,status,reden,bron_tabel,bestand,regel,uitleg
cel,n|WD-MRA|2023,11,u,onbekend,,,,,som van de delen
deel,n|GM0034|2023,,u,onbekend,onderdrukt,a,in.csv,6,
deel,n|GM0995|2023,,u,onbekend,onderdrukt,a,in.csv,7,
END
origin 'WD-MRA:2023:m' --min-count 3
ok "nor of a weight" sh -c "grep -c '^gewicht,[^,]*,,u,[a-z]*,onderdrukt,' \
    '$T/out' | grep -qx 2"
origin 'WD-MRA:2023:g'
is 0 "--explain why there is nothing" <<'END'
rol,sleutel,waarde,eenheid,status,reden,bron_tabel,bestand,regel,uitleg
cel,g|WD-MRA|2023,,%,,nvt,,,,"geen rij in de bron, en zonder weging niet te berekenen"
END
origin 'PV24:2023:n'
ok "a sum that lacks a part" grep -qx \
    'deel,n|GM0303|2023,,u,,niet_geleverd,,,,' "$T/out"
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w,,,," \
    "g,G,t,,hoger,1,,g,,,,,,"
place "an input with quartiles" 9 30 1
origin 'GM0034:2023:g'
ok "--explain the place among all" grep -q \
    'plaats 10 van 40 gemeenten met een waarde, kwartiel 1' "$T/out"
catalogue "n,N,t,,hoger,0,,n,,som,,,,"
trend 4 2 3 1 5 6 7 8
sed -i '/GM0303\|GM0995/d' "$T/in.csv"
origin 'GM0034:2023:n'
ok "--explain the trend" sh -c "grep -c '^trend,n|GM0034|20' '$T/out' | \
    grep -qx 8 && grep -q 'GM0034|2023,8,.*S = 18 van 28 paren van 8 waarden: stijgend' \
    '$T/out'"
unknown() {
	join --explain "$1" "$T/in.csv"
	fails 2 "--explain $1" "indicator-join: --explain: $2"
}
unknown 'GM0034:n' 'expected REGIO:PERIODE:NAME, found "GM0034:n"'
unknown 'GM0034:2023:nn' 'no indicator "nn"'
unknown 'GM0518:2023:n' 'no region "GM0518" in the grid'
unknown 'GM0034:1999:n' 'the indicator has no period "1999"'

# --- Swing, long and in another dialect
catalogue "n,N,t,,hoger,1,,n,,,,,," "m,M,t,%,hoger,1,,m,,,,,,"
rows a,n,GM0034,2022,1.5,u,, a,m,GM0034,2023,-0.5,%,, \
    a,n,GM0995,2022-11,1,u,,
join --shape swing-long --decimal comma -d ';' "$T/in.csv"
is 0 "swing-long: only the slices that there are" "indicator-join: warning: \
I010 2022-11: only years have a code in Swing; the period is left out" <<'END'
PERIODE;GEBIEDSNIVEAU;GEBIED;ONDERWERP;WAARDE
2022;gemeente;34;n;1,5
2022;gemeente;303;n;-99996
2022;gemeente;995;n;-99996
2022;provincie;24;n;-99996
2022;nederland;1;n;-99996
2023;gemeente;34;m;-0,5
2023;gemeente;303;m;-99996
2023;gemeente;995;m;-99996
2023;provincie;24;m;-99996
2023;nederland;1;m;-99996
END
join --shape swing --decimal comma --delimiter '\t' "$T/in.csv"
ok "swing in another dialect" grep -qx "2022	gemeente	34	1,5	-99996" "$T/out"

# Nine years, first and last with five decimals and the others of sixteen
# digits: at one scale they do not fit 64 bits. Of the last eight, 21 pairs rise
# and 7 fall.
rows a,n,GM0034,2015,0.00001,u,, a,n,GM0034,2023,0.00002,u,,
for n in 1 2 3 4 5 6 7; do
	echo "a,n,GM0034,$((2015 + n)),${n}000000000000000,u,," >>"$T/in.csv"
done
join "$T/in.csv"
ok "a trend over values that do not fit one scale" test "$(cell \
    'n|GM0034|202[23]' trend | tr '\n' ' ')" = "stijgend stabiel "

# --- changes of the division
changes() {
	echo oud,nieuw,datum,aandeel >"$T/w.csv"
	printf '%s\n' "$@" >>"$T/w.csv"
}
converted() {
	join --herindelingen "$T/w.csv" "$T/in.csv"
}
values() {
	cell "$1|[^ ]*" "${2-waarde}" | tr '\n' ' '
}
catalogue "n,N,t,,hoger,1,,n,,som,,,," "m,M,t,%,hoger,1,,m,,w,,,," \
    "g,G,t,%,hoger,1,,g,,,,,,"
changes GM0507,GM0034,2023-01-01, GM0034,GM0034,2023-01-01,
rows a,n,GM0034,2022,10,u,definitief, a,n,GM0507,2022,5.5,u,voorlopig, \
    a,n,GM0034,2023,20,u,definitief, \
    a,m,GM0034,2022,60,%,, a,m,GM0507,2022,70,%,, a,m,GM0034,2023,65,%,, \
    b,w,GM0034,2022,300,u,, b,w,GM0507,2022,100,u,, b,w,GM0034,2023,400,u,, \
    b,w,GM0995,2022,400,u,, a,m,GM0995,2022,62.5,%,, \
    a,g,GM0034,2022,7,%,, a,g,GM0507,2022,8,%,, a,g,GM0034,2023,7.5,%,,
converted
ok "a merge is summed before its date" test "$(values 'n|GM0034')" \
    = "15.5 20 "
ok "with the weakest status" test "$(values 'n|GM0034' status)" = \
    "voorlopig definitief "
ok "a mean is weighted" test "$(values 'm|GM0034')" = "62.5 65 "
ok "its deal has the whole weight" test "$(values 'm|WD-MRA')" = "62.5  "
ok "a median is nvt" test "$(values 'g|GM0034' reden)" = "nvt  " -a \
    "$(values 'g|GM0034')" = " 7.5 "
join -v --herindelingen "$T/w.csv" "$T/in.csv"
ok "-v counts what was converted" grep -qx \
    'indicator-join: 4 cells brought to the new division' "$T/err"
changes GM0507,GM0034,2023-01-01,
converted
fails 2 "of which division is its own row?" "indicator-join: $T/w.csv:2: \
error: n|GM0034|2022 and what it is made of both have an observation \
($T/in.csv:2); when it was there before, it is a part of itself"
changes GM0507,GM0034,2023-01-01, GM0034,GM0034,2023-01-01,
rows a,n,GM0034,2021,12,u,, a,n,GM0507,2022,5,u,, a,n,GM0034,2023,20,u,,
converted
ok "a part without an observation: no sum" test \
    "$(values 'n|GM0034' reden)" = "niet_geleverd niet_geleverd  "
sed -i '/GM0507/d' "$T/in.csv"
changes GM0507,GM0034,2023-01-01,
converted
ok "a source in the new division is left alone" test \
    "$(values 'n|GM0034')" = "12 20 "
changes GM0507,GM0034,2023-01-01,
rows a,g,GM0507,2022,8.0,%,, a,g,GM0034,2023,9,%,,
converted
ok "a new code for the same municipality is no sum" test \
    "$(values 'g|GM0034')" = "8.0 9 "
changes GM0507,GM0508,2020-01-01, GM0508,GM0034,2022-01-01, \
    GM0509,GM0034,2022-01-01,
rows a,n,GM0507,2019,1,u,, a,n,GM0509,2019,2,u,, a,n,GM0508,2020,3,u,, \
    a,n,GM0509,2020,4,u,, a,n,GM0034,2022,9,u,,
converted
ok "one change after the other" test "$(values 'n|GM0034')" = "3 7 9 "
changes GM0507,GM0034,2023-01-01,0.25 GM0507,GM0303,2023-01-01,0.75 \
    GM0034,GM0034,2023-01-01, GM0303,GM0303,2023-01-01,
rows a,n,GM0034,2022,10,u,, a,n,GM0507,2022,5,u,, a,n,GM0303,2022,1,u,,
converted
ok "a split by shares, rounded to decimalen" test \
    "$(values 'n|GM0034')$(values 'n|GM0303')" = "11.3 4.8 "
# (60 x 300 + 80 x 25) / 325, and (50 x 200 + 80 x 75) / 275
rows a,m,GM0034,2022,60,%,, a,m,GM0507,2022,80,%,, a,m,GM0303,2022,50,%,, \
    b,w,GM0034,2022,300,u,, b,w,GM0507,2022,100,u,, b,w,GM0303,2022,200,u,,
converted
ok "a mean goes by the shares of its weight" test \
    "$(values 'm|GM0034')$(values 'm|GM0303')" = "61.5 58.2 "
refuse_change() {
	converted
	fails 2 "$1" "indicator-join: $T/w.csv:$2"
}
changes GM0507,GM0034,2023-01-01, GM0507,GM0303,2023-01-01,
refuse_change "a split without shares" "2: error: aandeel: \"GM0507\" is split: \
expected the share of each part (0.25)"
changes GM0507,GM0034,2023-01-01,0.25 GM0507,GM0303,2023-01-01,0.7
refuse_change "shares that are not the whole" "2: error: aandeel: the shares \
of GM0507 on 2023-01-01 are 0.95 together, expected 1"
changes GM0507,GM0034,2023-01-01,1.5
refuse_change "a share above 1" '2: error: aandeel: expected a fraction above 0, at most 1, found "1.5"'
changes GM0507,GM0034,2023,
refuse_change "no date" '2: error: datum: expected a date (2022-03-24), found "2023"'
changes Weesp,GM0034,2023-01-01,
refuse_change "no code" '2: error: oud: expected a municipality (GM0000), found "Weesp"'
changes GM0507,GM0034,2023-01-01,0.5 GM0507,GM0034,2023-01-01,0.5
refuse_change "a part twice" '3: error: oud: "GM0507" is a part already'
changes GM1001,GM1002,2024-01-01, GM1002,GM1002,2024-01-01,
catalogue "g,G,t,,hoger,0,,g,,som,,,,"
place "forty, of which two merged" 9 30 1
converted
ok "are thirty-nine: no quartiles" test "$(values 'g|GM0034' positie)" = " " -a \
    "$(values 'g|GM0034')" = "5 "

# --- usage
usage="usage: indicator-join [OPTION]... [WAARNEMINGEN...] (see \
indicator-join --help)"
run indicator-join basis.in.csv
fails 2 "-i and -g are required" \
    "indicator-join: -i and -g are required; $usage"
tables="-i indicatoren.csv -g gemeenten.csv --eenheden eenheden.csv"
join --latest --shape swing basis.in.csv
fails 2 "--latest would break the slices of Swing" \
    "indicator-join: --latest and swing exclude each other; $usage"
join --explain 'GM0034:2023:woningn' basis.in.csv
fails 2 "--explain names the nearest code" "indicator-join: --explain: no \
indicator \"woningn\", did you mean woningen"
join --explain 'GM0034:2023:n' --shape wide basis.in.csv
fails 2 "--explain is a shape of its own" \
    "indicator-join: --explain has its own shape; $usage"
join --shape swing --decimal comma basis.in.csv
fails 2 "a decimal comma needs another delimiter" "indicator-join: --decimal \
comma needs another delimiter, as -d ;; $usage"
join -d ';' basis.in.csv
fails 2 "the dialect of the feed is fixed" "indicator-join: --delimiter and \
--decimal are for the shapes of Swing; $usage"
join -o "$T/x" --findings "$T/f" --unmatched "$T/x" basis.in.csv
fails 2 "two outputs of one name" "indicator-join: two outputs have the same \
name; $usage"
ok "and neither is written" test ! -e "$T/x"
join --herindelingen "$T/w.csv" --sorted basis.in.csv
fails 2 "--herindelingen needs all periods together" \
    "indicator-join: --herindelingen and --sorted exclude each other; $usage"
join --as-of gisteren basis.in.csv
fails 2 "--as-of takes a date" "indicator-join: --as-of: expected a date \
(2024-12-09), found \"gisteren\""
for name in unmatched findings; do
	echo old >"$T/kept"
	rows "a,tevredenheid,GM0034,2023,1,%,," "a,tevredenheid,GM0034,2023,1,%,,"
	join --$name "$T/kept" "$T/in.csv"
	ok "a failed run keeps the old file of --$name" grep -qx old "$T/kept"
done
done_testing
