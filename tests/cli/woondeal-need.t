#!/bin/sh
# woondeal-diff --also need, stock, permits and outlook: what is wanted beside
# what there is, and from permit to key. All of it made up.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-X,GM0001,2022,2022,100,,,
WD-X,GM0001,2023,2023,100,,,
WD-X,GM0001,2024,2024,100,,,
WD-X,GM0002,2022,2024,90,,,ja
END
HEAD=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
{
	echo $HEAD
	echo t,saldo_voorraad,GM0001,2022,40,aantal,definitief,
	echo t,saldo_voorraad,GM0002,2022,30,aantal,definitief,
	echo t,beginstand,GM0001,2022,1000,aantal,definitief,
	echo t,eindstand,GM0001,2022,1040,aantal,definitief,
	echo t,beginstand,GM0002,2022-01,500,aantal,definitief,
	echo t,eindstand,GM0002,2022-12,530,aantal,definitief,
} >w.csv
{
	echo gemeente,plan_id,hardheid,jaar_van,jaar_tot,soort,dimensie,categorie,aantal
	echo GM0001,a,hard,2023,2023,bouw,totaal,,60
	echo GM0001,a,hard,2023,2023,bouw,betaalbaarheid,sociaal,20
	echo GM0001,a,hard,2023,2023,bouw,betaalbaarheid,duur,40
	echo GM0001,b,zacht,2024,2024,bouw,totaal,,50
	echo GM0001,b,zacht,2024,2024,bouw,betaalbaarheid,sociaal,10
	echo GM0001,b,zacht,2024,2024,bouw,betaalbaarheid,duur,40
	echo GM0002,c,hard,2023,2024,bouw,totaal,,25
} | full_register >p.csv
cat >b.csv <<'END'
regio,jaar,segment,categorie,behoefte,laag,hoog,bron,peildatum,afgeleid
GM0001,2022,,,1010,,,eigen,,
GM0001,2024,,,1150,1120,1180,ABF,2022-06-01,
GM0002,2024,,,560,540,580,ABF,2022-06-01,
GM0001,2025,,,1160,1120,1200,ABF,,
GM0001,2026,,,1140,1100,1149,ABF,,
GM0001,2025,betaalbaarheid,sociaal,360,350,370,ABF,,
GM0001,2025,betaalbaarheid,sociaal|duur,1150,,,ABF,,
GM0002,2025,betaalbaarheid,sociaal,100,,,ABF,,
GM0001,2025,huishouden,alleen,300,,,ABF,,
END
cat >v.csv <<'END'
regio,segment,categorie,aandeel,doel,peildatum,bron
GM0001,betaalbaarheid,sociaal,30.5,40,2022-01-01,WoOn
GM0001,betaalbaarheid,sociaal|duur,100,,,WoOn
GM0002,betaalbaarheid,sociaal,20,,,WoOn
END
small() {
	woondeal-diff -q -g g.csv -t t.csv -P p.csv -o /dev/null "$@" w.csv
}
# By hand, on 2023-01-01. Aa 2024: 1150 - 1040 = 110 short, of which hard 60
# builds; to go until 2024 100 + 100 - 40 = 160, of which 110 is need. Of Bee
# the bucket counts for all years only. 2026 is beyond the stand: its plans are
# those of all years.
run small --also need:b.csv:v.csv=need
fails 0 "need beside supply" ""
csvpick -H -w regio=GM0001 -c jaar,categorie,voorraad,voorraad_op,tekort,\
tekort_laag,tekort_pct,plannen_tm,hard,zacht,tekort_na_hard,tekort_na_plannen,\
opgave,opgave_behoefte_pct,tekort_na_opgave,oordeel,ontbreekt need >got
cat >want <<'END'
2022,,1000,2022-01-01,10,,1.0,,,,,,,,,te weinig,
2024,,1040,2023-01-01,110,80,10.6,2023,60,0,50,50,160,68.8,-50,te weinig,
2025,,1040,2023-01-01,120,80,11.5,2024,60,50,60,10,260,46.2,-140,binnen de marge,
2026,,1040,2023-01-01,100,60,9.6,2024,60,50,40,-10,260,38.5,-160,te veel,
2025,sociaal,317,2023-01-01,43,33,13.6,2024,20,10,23,13,,,,te weinig,
2025,sociaal|duur,1040,2023-01-01,110,,10.6,2024,60,50,50,0,,,,precies,
2025,alleen,,2023-01-01,,,,2024,,,,,,,,,voorraad|plannen
END
ok "each by hand" diff -u want got
csvpick -H -w regio=WD-X -c jaar,behoefte,behoefte_laag,behoefte_hoog,voorraad,\
hard,opgave,afgeleid,ontbreekt,bron,peildatum need >got
cat >want <<'END'
2024,1710,1660,1760,1570,60,,behoefte,opgave,ABF,2022-06-01
2025,460,,,,,,behoefte,voorraad|plannen,ABF,
END
ok "a deal is the sum of its municipalities, derived" diff -u want got
csvpick -H -w segment= -w regio!=GM0002 -c regio,jaar,groei_jaren,groei_per_jaar,\
nodig_per_jaar,tekort_na_groei need >got
cat >want <<'END'
PV99,2024,2022,70.0,140,70
WD-X,2024,2022,70.0,140,70
GM0001,2022,,,,
GM0001,2024,2022,40.0,110,70
GM0001,2025,2022,40.0,60,40
GM0001,2026,2022,40.0,33,-20
END
ok "beside the growth there was, and would be" diff -u want got
ok "of a category there is none" test -z "$(csvpick -H -w segment!= \
    -w groei_jaren!= -c regio need)"
ok "what nobody divided is not known" test "$(csvpick -H -w regio=GM0002 \
    -w jaar=2025 -c voorraad,hard,ontbreekt need)" = 106,,plannen
# Not all plans are shown: of Aa the stand has 95 zacht in 2024, of Bee it
# withholds hard of all years, and rounds zacht.
sed '/GM0001,b,.*totaal/s/,50,/,95,/' p.csv >all.csv
woondeal-diff -q -g g.csv -t t.csv -P all.csv w.csv >all
{
	csvpick -w regio=GM0001 all | sed '1s/$/,onderdrukt/; 1!s/$/,/'
	csvpick -H -w regio!=GM0001 -w regio!=GM0002 all | sed 's/$/,/'
	csvpick -H -w regio=GM0002 all | sed 's/,25,0,0,/,,10,0,/; s/$/,hard|zacht~10/'
} >s.csv
run small --stand s.csv --also need:b.csv:v.csv=half
csvpick -H -w regio!=PV99 -c regio,jaar,categorie,hard,zacht,tekort_na_plannen,\
oordeel,alleen_getoond half >got
cat >want <<'END'
WD-X,2024,,60,0,80,te weinig,
WD-X,2025,sociaal,,,,,
GM0001,2022,,,,,te weinig,
GM0001,2024,,60,0,50,te weinig,
GM0001,2025,,60,95,-35,binnen de marge,
GM0001,2026,,60,95,-55,te veel,
GM0001,2025,sociaal,20,10,13,te weinig,zacht
GM0001,2025,sociaal|duur,60,50,0,precies,zacht
GM0001,2025,alleen,,,,,
GM0002,2024,,0,0,30,te weinig,zacht
GM0002,2025,sociaal,,,,,
END
ok "sums of the stand stand, others are of what is shown" diff -u want got
printf '%s\n' regelset,planstatus,hardheid streng,1A,zacht >rules.csv
sed 's/^GM0001,a,,,onbekend/GM0001,a,,,1A/' p.csv >status.csv
woondeal-diff -q -g g.csv -t t.csv -P status.csv --stand s.csv -o /dev/null \
    --planstatus rules.csv --also rulesets=sets w.csv
csvpick -H -w regelset=streng -c regio,hard,zacht,zonder_planstatus,alleen_getoond \
    sets >got
cat >want <<'END'
PV99,25,155,120,
WD-X,25,155,120,
GM0001,0,155,95,
GM0002,25,0,25,hard|zacht
END
ok "by a rule set what is not shown counts as in the register" diff -u want got
echo streng,1A,hard >>rules.csv
run woondeal-diff -q -g g.csv -t t.csv -P status.csv -o /dev/null \
    --planstatus rules.csv --also rulesets=sets w.csv
fails 2 "a rule set that says two things" "woondeal-diff: rules.csv:3: error: \
planstatus: '1A' stands in line 2 already, with the same key: expected each once"
sed 's/,95,/,veel,/' s.csv >bad.csv
run small --stand bad.csv --also need:b.csv=half
ok "a stand that is none" sh -c "test $status = 2 && grep -q \
    'bad.csv:.*: error: zacht: a number of dwellings expected' err"
# On 1 April, of two years: 40 and 55, 47.5 a year; 9 and 21 months to go.
cp w.csv keep.csv
echo t,saldo_voorraad,GM0001,2023,55,aantal,definitief, >>w.csv
echo t,eindstand,GM0001,2024-03,1100,aantal,definitief, >>w.csv
run small -y 2022..2025 --peildatum 2024-04-01 --also need:b.csv=need
csvpick -H -w regio=GM0001 -w segment= -c jaar,tekort,groei_jaren,groei_per_jaar,\
nodig_per_jaar,tekort_na_groei need >got
cat >want <<'END'
2022,10,,,,
2024,,2022-2023,47.5,,
2025,60,2022-2023,47.5,80,24
2026,40,2022-2023,47.5,23,-43
END
ok "months are parts of a year, a year without growth ends it" diff -u want got
mv keep.csv w.csv
run small --also stock:v.csv=stock
csvpick -H -c regio,categorie,voorraad,aantal,gepland,gepland_alles,gepland_pct,\
straks_pct,doel_pct,verschil stock >got
cat >want <<'END'
GM0001,sociaal,1040,317,30,110,27.3,30.2,40,-113
GM0001,sociaal|duur,1040,1040,110,110,100.0,100.0,,
GM0002,sociaal,530,106,,,,,,
END
ok "the stock beside new building, and its goal" diff -u want got
# What has no year yet is of all years only.
{ cat p.csv; sed -n '/,b,.*sociaal/{s/,2024,2024,/,,,/; s/,b,/,d,/; p}' p.csv; } >d.csv
echo "$(head -1 b.csv)
GM0001,2024,betaalbaarheid,sociaal,360,,,ABF,,
GM0001,2025,betaalbaarheid,sociaal,360,,,ABF,," >sociaal.csv
run woondeal-diff -q -g g.csv -t t.csv -P d.csv -o /dev/null \
    --also need:sociaal.csv:v.csv=need w.csv
ok "what has no year yet is of all years only" test "$(csvpick -H -w regio=GM0001 \
    -c jaar,hard,zacht need | paste -sd ' ')" = "2024,20,0 2025,20,20"
# Of no other unit, function or region.
cp w.csv keep.csv
sed -i 's/^\(t,beginstand.*\),aantal,/\1,x 1 000,/; s/^\(t,eindstand.*\),aantal,/\1,%,/' w.csv
run small --also need:b.csv=need
ok "a stock in another unit is none" test 0 = \
    "$(csvpick -n -w voorraad!= need)" -a 9 -lt "$(csvpick -n need)"
mv keep.csv w.csv
bad() { # MESSAGE FORM TABLE ROW
	printf '%s\n' "$3" "$4" >x.csv
	run small --also "$2:x.csv=no"
	ok "refused: $4" sh -c 'test '"$status"' = 2 && grep -qF -e "$1" err' - "$1"
}
bad "veld: '' found" choice selectie,veld,waarde,omvang alle,,hard,
bad "omvang: '' found" choice selectie,veld,waarde,omvang alle,hardheid,hard,
B=$(head -1 b.csv)
bad "regio: 'GM0009' is not in" need "$B" GM0009,2024,,,1,,,x,,
bad "jaar: '' found, expected a year" need "$B" GM0001,,,,1,,,x,,
bad "behoefte: '' found, expected a number" need "$B" GM0001,2024,,,,,,x,,
bad "5.800" need "$B" GM0001,2024,,,5.800,,,x,,
bad "1 does not lie between 2 and 3" need "$B" GM0001,2024,,,1,2,3,x,,
bad "4 does not lie between 2 and 3" need "$B" GM0001,2024,,,4,2,3,x,,
bad "hoog: '' found, expected laag and hoog" need "$B" GM0001,2024,,,3,2,,x,,
bad "expected segment and categorie" need "$B" GM0001,2024,flex,,3,,,x,,
bad "as line 2" need "$B" "GM0001,2024,,,3,,,x,,
GM0001,2024,,,4,,,x,,"
V=$(head -1 v.csv)
bad "'101' is not a percentage" stock "$V" GM0001,flex,ja,101,,,x
bad "aandeel: '' found" stock "$V" GM0001,flex,ja,,,,x
bad "is there twice" stock "$V" "GM0001,flex,ja,5,,,x
GM0001,flex,ja,5,,,x"

# From permit to key: 24 years of which what is permitted is built LAG quarters
# later, PART percent of it, give or take NOISE percent.
made() { # LAG PART NOISE [QUARTERS]
	awk -v lag="$1" -v part="$2" -v noise="$3" -v all="${4-96}" '
	function chance() {
		x = (x * 16807) % 2147483647
		return x / 2147483647
	}
	BEGIN {
		x = 42
		for (g = 1; g <= 2; g++)
			for (q = 0; q < all; q++) {
				when = 2000 + int(q / 4) "-Q" q % 4 + 1
				p[q] = 100 + int(60 * chance()) + 40 * (q % 4 == 1) + \
				    50 * (q > 40)
				b = 90
				if (q >= lag)
					b = int(p[q - lag] * part * (1 + noise / 100 * \
					    (2 * chance() - 1)) / 100 + .5)
				end = ",GM000" g "," when ","
				print "verzonnen,vergunde_nieuwbouw" end p[q] ",aantal,definitief,"
				print "verzonnen,nieuwbouw" end b ",aantal,definitief,"
			}
	}'
}
cat >t2.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2024,2024,1600,
WD-X,,2025,2026,2000,
WD-X,GM0001,2024,2025,1600,
END
permits() { # LAG PART NOISE [QUARTERS]
	{ echo $HEAD; made "$@"; } >m.csv
	woondeal-diff -q -g g.csv -t t2.csv -y 2024..2026 --peildatum 2024-01-01 \
	    -o /dev/null --also permits=permits --also outlook=outlook m.csv
}
outlook() { # COLUMN...: of the permits of a region
	csvpick -H -w regio="$1" -w reeks=vergunde_nieuwbouw -c "$2" outlook
}
run permits 6 90 0
ok "the lag and the part of a series without noise" test "$(outlook GM0001 \
    kwartalen,van,tm,vertraging,gebouwd_pct,toetsen,vooruit,vooruit_tm,bron)" = \
    96,2000-Q1,2023-Q4,6,90.0,71,6,2025-Q2,verzonnen
ok "back-tested: hardly an error" [ "$(outlook GM0001 fout_pct | tr -d .)" -le 10 ]
# What is expected is 90 percent of the last six quarters of permits.
ok "and what it says is what was permitted" test "$(outlook GM0001 verwacht)" = \
    "$(awk -F, '$2 == "vergunde_nieuwbouw" && $3 == "GM0001" {
	v[n++] = $5 } END { for (i = n - 6; i < n; i++) s += v[i]
	print int(s * .9 + .5) }' m.csv)"
for g in WD-X GM0001; do
	outlook $g opgave,oordeel
done >got
# 2024: 1600 and half of 2025-2026's 1000 a year; Aa has 800 a year.
printf '%s\n' '2100,te weinig' '1200,te weinig' >want
ok "against the target, a quarter of each year" diff -u want got
ok "starts are not there, and say so" test "$(csvpick -H -w regio=PV99 \
    -w reeks=bouw_gestart -c kwartalen,vertraging,reden outlook)" = \
    "0,,reeks te kort"
run permits 7 92 20
ok "with noise the same lag" test "$(outlook PV99 vertraging)" = 7
echo "# noise of 20 %: error of $(outlook PV99 fout_pct) % in \
$(outlook PV99 toetsen) back-tests, $(outlook PV99 fout_jaar) dwellings a year"
ok "its error is printed, and its spread lies about what is expected" \
    csvpick -n -w regio=PV99 -w fout_pct!= -w laag!= outlook
low=$(outlook PV99 laag) high=$(outlook PV99 hoog) mid=$(outlook PV99 verwacht)
ok "the least, the expected and the most" [ "$low" -lt "$mid" -a "$mid" -lt \
    "$high" ]
run permits 6 90 0 19
ok "nineteen quarters are too few" test "$(outlook GM0001 \
    kwartalen,vertraging,verwacht,reden)" = "19,,,reeks te kort"
run permits 6 90 0 22
ok "22 can be measured, not back-tested, and then nothing is said" test \
    "$(outlook GM0001 kwartalen,toetsen,verwacht,reden)" = \
    "22,0,,niet te toetsen"
run permits 6 90 0
ok "by quarter, of a deal too" test "$(csvpick -n -w regio=WD-X permits)" = 96
grep -v '2010-Q3' m.csv >m2.csv
woondeal-diff -q -g g.csv -t t2.csv -y 2024..2026 --peildatum 2023-02-01 \
    -o /dev/null --also permits=permits --also outlook=outlook m2.csv
ok "the quarter that runs is not listed" test "$(csvpick -H -w regio=GM0001 \
    -c kwartaal permits | tail -1)" = 2022-Q4
ok "a hole begins the series anew, what is not over does not count" test \
    "$(outlook GM0001 kwartalen,van,tm)" = 49,2010-Q4,2022-Q4
done_testing
