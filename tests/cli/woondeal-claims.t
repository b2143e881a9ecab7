#!/bin/sh
# woondeal-diff --beweringen: published statements beside the figures.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
F=$DATA/woondeal-diff
FLEVOLAND=$ROOT/pipelines/flevoland

# The report's own inconsistencies: the growth of testdata/nightly has the
# months that the report speaks of.
growth=$DATA/nightly/81955NED
run cbs-extract -q --selecties "$FLEVOLAND/selecties.csv" -M "$growth/TableInfos.xml" \
    -M "$growth/DataProperties.xml" -M "$growth/Perioden.xml" \
    -M "$growth/RegioS.xml" -M "$growth/Gebruiksfunctie.xml" -o growth.csv \
    "$growth/TypedDataSet.xml.gz" "$DATA/nightly/86098NED.zip"
ok "the growth of the report" test "$status" = 0
cp "$FLEVOLAND/beweringen.csv" .
run woondeal-diff -v -g "$FLEVOLAND/gemeenten.csv" \
    -t "$FLEVOLAND/opgave.csv" -P "$F/plannen.csv" -y 2022..2030 \
    --scenario "$FLEVOLAND/scenario.csv" --planstatus "$FLEVOLAND/planstatus.csv" \
    --beweringen beweringen.csv --findings f.csv --max-messages 99 -o /dev/null \
    --also claims:beweringen.csv:"$DATA/nightly/monitoren/monitoren.csv"=table \
    --also stand=s.csv growth.csv
ok "statements do not fail a run" test "$status" = 0
ok "every statement is told" grep -q \
    '58 statements = 40 hold + 17 contradicted + 1 not to be checked' err
run woondeal-diff -q -g "$FLEVOLAND/gemeenten.csv" \
    -t "$FLEVOLAND/opgave.csv" -P "$F/plannen.csv" -y 2022..2030 growth.csv
ok "the stand is as without them" cmp s.csv out

# says LINE-OF-SECTION-4 CODE TEXT: one finding has the code and the text.
says() {
	ok "line $1 of the report's check: $2 $3" \
	    test "$(grep ",$2,waarschuwing," f.csv | grep -cF "$3")" = 1
}
says 11 W040 "PV24 over 2022-2023 is 7751, maar de cijfers geven 8831.78 \
(39743 / 9 x 2)"
says 11 W040 "WD-MRA over 2022-2023 is 5800, maar de cijfers geven 6977.78 \
(31400 / 9 x 2)"
says 11 W040 "WD-ZUND over 2022-2023 is 1951, maar de cijfers geven 1854 \
(8343 / 9 x 2)"
says 12 W040 "PV24 over 2022-2024 is 13456, maar de cijfers geven 13247.67 \
(39743 / 9 x 3)"
says 16 W043 "netto_groei van PV24 over 2024 is 2399, maar de cijfers geven \
2039; 2399 is de stand op 2024-12-01"
says 21 W044 "verschil van PV24 over 2022-2024 zet de groei tot en met 2024-11 \
af tegen de opgave van heel 2022-2024"
says 23 W040 "hard_en_zacht van PV24 over 2024-2030 is 40912, maar de cijfers \
geven 40482"
says 24 W041 "zacht_pct van PV24 over 2024-2030 is 60, maar de cijfers geven \
59.23 (24233 / 40912), afgerond 59"
says 30 W042 "hard van WD-MRA over 2024-2029 is 11443, maar de cijfers geven \
10350; 11443 hoort bij 2024-2030"
says 30 W042 "capaciteit van WD-ZUND over 2024-2029 is 7284, maar de cijfers \
geven 6315; 7284 hoort bij 2024-2030"
says 32 W040 "jaren van GM0034 over 2025-2040 is 15, maar de cijfers geven 16"
says 37 W045 "Dronten ligt in WD-MRA, maar volgens het gemeentenbestand in \
WD-ZUND"
says 37 W046 "Dronten ligt in WD-ZUND, maar de bewering op regel 45 legt haar \
in WD-MRA"
says 31 W040 "plan_verschil van WD-MRA over 2024-2030 is elk jaar onder 0, \
maar de cijfers geven"
says 43 W040 "waarneming van PV24 over 2024 is ongeveer 17000, maar de cijfers \
geven 13600"
says 45 W040 "plannen_peildatum van PV24 over 2022-2030 is \
2024-09-01/2024-12-20, maar de cijfers geven 2024-01-01"
ok "and no other" test "$(grep -c ,W04.,waar f.csv)" = 17
# The table has them all, but for those of other plans; with both numbers.
ok "each statement is in the table" test "$(csvpick -n table)" = 54
csvpick -H -w oordeel=weersproken -c rij,beweerd,waarde,breuk,code,klopt_bij table >got
ok "contradicted, with both numbers and what would make it true" sh -c '
    grep -qx "15,7751,8831.78,39743 / 9 x 2,W040," got &&
    grep -qx "26,2399,2039,,W043,2024-12-01" got &&
    grep -qx "58,ongeveer 17000,13600,,W040," got &&
    grep -qx "39,7284,6315,,W042," got && test "$(wc -l <got)" = 16'
ok "a scenario: 5,087 a year is about 5,000" test "$(csvpick -H -w rij=52 \
    -c waarde,oordeel table)" = 5087,klopt
ok "in which year it is not so" test "$(csvpick -H -w rij=47 \
    -c periode,jaar_van,jaar_tot,waarde table)" = \
    2024-2030,2026,2026,2142
ok "the place is the statement's" grep -q \
    '^beweringen.csv,37,,waarde,W041,waarschuwing,60,' f.csv
cut -d, -f2,5,8 f.csv >before
run woondeal-diff -v -g "$FLEVOLAND/gemeenten.csv" \
    -t "$FLEVOLAND/opgave.csv" -P "$F/plannen.csv" -y 2022..2030 \
    --scenario "$FLEVOLAND/scenario.csv" --planstatus "$FLEVOLAND/planstatus.csv" \
    --also claims:beweringen.csv:"$DATA/nightly/monitoren/monitoren.csv"=table2 \
    --peildatum laatste --beweringen beweringen.csv --findings f.csv -o s.csv \
    growth.csv
ok "they have their own date: the same at the last month" sh -c \
    "grep ,W04 f.csv | cut -d, -f2,5,8 >after
    grep ,W04 before | diff - after"

# A small world: growth 50 in 2022 and 5 a month in 2023 until June; 70 hard,
# 20 zacht, 10 onbekend in 2024; targets of 100 a year.
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
GM0003,Cee,WD-Y,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-X,,2022,2022,100,,,
WD-X,,2023,2023,100,,,
WD-X,,2024,2024,100,,,
WD-Y,,2022,2024,30,,,
END
{
	echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
	for g in GM0001 GM0002 GM0003; do
		echo "t,saldo_voorraad,$g,2022,25,aantal,definitief,"
		for m in 01 02 03 04 05 06; do
			echo "t,saldo_voorraad,$g,2023-$m,5,aantal,voorlopig,"
		done
	done
} >w.csv
full_register >p.csv <<'END'
gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,peildatum,levering
GM0001,hard,2024,2024,bouw,totaal,60,2023-01-01,a
GM0001,hard,2023,2024,bouw,totaal,10,2023-01-01,a
GM0002,zacht,2024,2024,bouw,totaal,20,2023-01-01,a
GM0002,onbekend,2024,2024,bouw,totaal,10,2023-01-01,a
GM0003,hard,2024,2024,bouw,totaal,1,2023-01-01,a
END
claims() { # OPTION...: statements on standard input, without source
	echo bewering,regio,jaar_van,jaar_tot,kolom,woord,waarde,peildatum,bron
	sed 's/.*/x,&,krant/'
}
judged() { # the codes of the findings about statements, with their line
	woondeal-diff -g g.csv -t t.csv -P p.csv --beweringen c.csv \
	    --findings f.csv -o s.csv "$@" w.csv 2>err
	status=$?
	awk -F, '$5 ~ /^W04/ { print $2, $5 }' f.csv | paste -sd' ' -
}
holds() { # NAME, statements: all are so
	claims >c.csv
	ok "$1" test -z "$(judged)"
	ok "$1: and the run is fine" test "$status" = 0
}
wrong() { # NAME WANT, statements
	claims >c.csv
	ok "$1" test "$2" = "$(judged)"
}
holds "columns of the stand" <<'END'
WD-X,2022,2022,opgave,,100,
WD-X,2022,2024,opgave,,300,
WD-X,2022,2022,netto_groei,,50,
WD-X,2022,2022,verschil,,-50,
WD-X,2024,2024,opgave_cum,,300,
WD-X,2022,2022,groei_cum,,50,
WD-X,2022,2022,verschil_cum,,-50,
WD-X,2022,2024,rest_opgave,,250,
WD-X,2022,2024,gerealiseerd_pct,,17,
WD-X,2022,2024,gerealiseerd_pct,,16.7,
WD-X,2022,2024,gerealiseerd_pct,,16.667,
WD-X,2024,2024,hard,,60,
WD-X,2022,2024,hard,,70,
WD-X,2023,2024,hard,,70,
WD-X,2024,2024,zacht,,20,
WD-X,2024,2024,onbekend,,10,
WD-X,2022,2024,dekking_hard_pct,,28.0,
WD-X,2022,2024,dekking_pct,,40,
END
holds "derived numbers" <<'END'
WD-X,2022,2024,capaciteit,,100,
WD-X,2022,2024,hard_en_zacht,,90,
WD-X,2022,2024,zacht_en_onbekend,,30,
WD-X,2022,2024,overschot,,-150,
WD-X,2022,2024,overschot_hard,,-180,
WD-X,2022,2024,rest_pct,,83,
WD-X,2022,2024,hard_pct,,70,
WD-X,2022,2024,zacht_pct,,20,
WD-X,2022,2024,onbekend_pct,,10,
WD-X,2022,2024,opgave_aandeel_pct,,90.9,
GM0001,2022,2022,groei_aandeel_pct,,33,
WD-X,2022,2023,opgave_per_jaar,,100,
WD-Y,2022,2023,opgave_evenredig,,20,
END
holds "years" <<'END'
WD-X,2022,2024,jaren,,3,
WD-X,2025,2039,jaren,,15,
WD-X,2025,2040,jaren,boven,15,
END
wrong "years that are another number" "2 W040 3 W040" <<'END'
WD-X,2025,2040,jaren,,15,
WD-X,2022,2024,jaren,,2,
END
holds "words" <<'END'
WD-X,2022,2024,opgave,ruim,300,
WD-X,2022,2024,opgave,ruim,286,
WD-X,2022,2024,opgave,bijna,301,
WD-X,2022,2024,opgave,bijna,315,
WD-X,2022,2024,opgave,ongeveer,286,
WD-X,2022,2024,opgave,ongeveer,315,
WD-X,2022,2024,opgave,onder,301,
WD-X,2022,2024,opgave,boven,299,
END
wrong "words that are not so" "2 W040 3 W040 4 W040 5 W040 6 W040 7 W040 \
8 W040 9 W040" <<'END'
WD-X,2022,2024,opgave,ruim,301,
WD-X,2022,2024,opgave,ruim,285,
WD-X,2022,2024,opgave,bijna,300,
WD-X,2022,2024,opgave,bijna,316,
WD-X,2022,2024,opgave,ongeveer,285,
WD-X,2022,2024,opgave,ongeveer,316,
WD-X,2022,2024,opgave,onder,300,
WD-X,2022,2024,opgave,boven,300,
END
holds "dates" <<'END'
WD-X,2023,2023,netto_groei,,30,2023-04-01
WD-X,2023,2023,netto_groei,,60,2023-07-01
WD-X,2022,2023,netto_groei,,80,2023-04-01
WD-X,2022,2024,rest_opgave,,220,2023-04-01
END
wrong "dates that are not so" "2 W043 3 W040 4 W042" <<'END'
WD-X,2023,2023,netto_groei,,30,2023-05-01
WD-X,2023,2023,netto_groei,,31,2023-05-01
WD-X,2022,2022,netto_groei,,90,2023-05-01
END
wrong "growth that is not there yet, and years that are not" \
    "2 W047 3 W047 4 W047 5 W047" <<'END'
WD-X,2023,2023,netto_groei,,60,2023-08-01
WD-X,2022,2025,opgave,,300,
WD-Y,2022,2022,opgave,,10,
WD-X,2022,2022,nieuwbouw,,50,
END
ok "is only information" grep -q ',W047,info,' f.csv
wrong "half a year beside a whole one" "2 W044 3 W044" <<'END'
WD-X,2022,2023,verschil,,-90,2023-07-01
WD-X,2022,2023,verschil_cum,onder,0,2023-07-01
END
wrong "rounding, another period, or neither" \
    "2 W041 3 W041 4 W040 5 W042 6 W040" <<'END'
WD-X,2022,2024,gerealiseerd_pct,,16,
WD-X,2022,2024,gerealiseerd_pct,,16.6,
WD-X,2022,2024,gerealiseerd_pct,,18,
WD-X,2022,2022,opgave,,200,
WD-X,2022,2022,opgave,,201,
END
ok "the nearest other years" grep -q '200 hoort bij 2022-2023' f.csv
wrong "who lies where" "3 W045 5 W046 6 W046 6 W045" <<'END'
WD-X,,,gemeente,,GM0001,
WD-X,,,gemeente,,Cee,
PV99,,,gemeente,,Cee,
WD-Y,,,gemeente,,GM0003,
WD-Y,,,gemeente,,Aa,
END
claims </dev/null >c.csv
ok "no statements, no findings" test -z "$(judged)"
echo WD-X,2022,2022,opgave,,1, | claims >c.csv
judged --fail-on warning >/dev/null
ok "--fail-on warning counts them" test "$status" = 1
for form in --table --break-even '--segment planstatus' \
    '--explain WD-X:2022:opgave' '--groep gebied'; do
	sed '1s/$/,planstatus,plan_id,plan_naam,fase_id,gebied,bron_rij,bron_kolom/
	2,$s/$/,1A,i,n,f,,1,A/' p.csv >p2.csv
	# shellcheck disable=SC2086
	run woondeal-diff -q -g g.csv -t t.csv -P p2.csv --beweringen c.csv \
	    --findings f.csv $form w.csv
	ok "with $form too" grep -q ,W040, f.csv
done

refuses() { # MESSAGE STATEMENT
	echo "$2" | claims >c.csv
	run woondeal-diff -g g.csv -t t.csv --beweringen c.csv w.csv
	fails 2 "refuses $2" "woondeal-diff: c.csv:2: error: $1"
}
refuses "regio: 'WD-Z' is not in the municipalities file" \
    WD-Z,2022,2022,opgave,,1,
refuses "jaar_van: '2023' to '2022' are no years in order" \
    WD-X,2023,2022,opgave,,1,
refuses "woord: 'circa', expected nothing, ruim, bijna, ongeveer, onder, boven, \
minstens, hoogstens, elk jaar onder or elk jaar boven" WD-X,2022,2022,opgave,circa,1,
for found in '1,5' '60%'; do
	refuses "waarde: '$found' found, expected a number with a decimal point and\
 no thousands mark" "WD-X,2022,2022,hard_pct,,\"$found\","
done
refuses "waarde: '5.800' could be thousands or a fraction; write 5800, or with a\
 zero more behind the decimal point" WD-X,2022,2022,opgave,,5.800,
refuses "waarde: '' found, expected a number of at most six decimals" \
    WD-X,2022,2022,opgave,,,
refuses "waarde: '0.0000001' found, expected a number of at most six decimals" \
    WD-X,2022,2022,opgave,,0.0000001,
refuses "waarde: 'Dee' is no municipality of the municipalities file" \
    WD-X,,,gemeente,,Dee,
refuses "peildatum: '2023' is not a date, expected YYYY-MM-DD" \
    WD-X,2022,2022,netto_groei,,1,2023
refuses "peildatum: a date of its own is for growth without capacity" \
    WD-X,2022,2024,overschot,,-150,2023-04-01
refuses "peildatum: a date of its own is for growth without capacity" \
    WD-X,2022,2022,hard,,1,2023-01-01
echo WD-X,2022,2022,hardd,,1, | claims >c.csv
run woondeal-diff -g g.csv -t t.csv --beweringen c.csv w.csv
ok "a column that is none: those that are" sh -c "test $status = 2 && grep -q \
    \"kolom: 'hardd', expected opgave, netto_groei, .*, gemeente, .*, plannen_peildatum$\" err"
echo bewering,regio >c.csv
run woondeal-diff -g g.csv -t t.csv --beweringen c.csv w.csv
ok "a column that is missing" sh -c "test $status = 2 && grep -q jaar_van err"

# What is said of each year, of a share, of another rule set and of deliveries;
# by hand. WD-X: target 100 a year; plans hard 120 in 2022 and 90 in 2023 (1A),
# zacht 30 in 2023 (2A), of which 60 social of 240.
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2022,2022,100,
WD-X,,2023,2023,100,
END
echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden >w.csv
{
	echo gemeente,plan_id,planstatus,hardheid,opdrachtgever,jaar_van,jaar_tot,soort,\
dimensie,categorie,aantal,peildatum
	echo GM0001,a,1A,hard,C,2022,2022,bouw,totaal,,120,2022-02-01
	echo GM0001,b,1A,hard,D,2023,2023,bouw,totaal,,60,2022-01-01
	echo GM0002,c,2A,zacht,C,2023,2023,bouw,totaal,,30,2022-03-01
	echo GM0002,d,1A,hard,,2023,2023,bouw,totaal,,30,2022-03-01
} | full_register >p.csv
cat >s.csv <<'END'
regelset,planstatus,hardheid
streng,1A,zacht
streng,2A,hard
END
cat >sc.csv <<'END'
scenario,veld,waarde,aandeel,vertraging,aantal,jaar_van,jaar_tot
meer,opgave,WD-X,,,500,2022,2023
half,hardheid,hard,0.5,,,,
END
{ cat w.csv
	echo m,beds,GM0001,2022,7,aantal,,
	echo m,beds,GM0002,2022,5,aantal,,
	echo m,beds,GM0001,2023,9,aantal,,
	echo m,rooms,WD-X,2022,3,aantal,,
	echo m,rooms,GM0001,2022,2,aantal,,
} >o.csv
H=bewering,regio,jaar_van,jaar_tot,kolom,woord,waarde,peildatum,bron,scenario,\
segment,categorie,regelset,onderwerp
cat >c.csv <<END
$H
a,WD-X,,,plan_verschil,elk jaar boven,19,,,,,,,
b,WD-X,,,plan_verschil,elk jaar boven,20,,,,,,,
c,WD-X,,,plan_verschil_hard,elk jaar onder,21,,,,,,,
d,WD-X,2023,2023,plan_verschil_hard,,-10,,,,,,,
e,WD-X,,,opgave,minstens,200,,,,,,,
f,WD-X,,,opgave,hoogstens,199,,,,,,,
g,WD-X,,,opgave_per_jaar,,250,,,meer,,,,
h,WD-X,,,hard,,105,,,half,,,,
i,WD-X,,,hard,,30,,,,,,streng,
j,WD-X,,,hard,,30,,,,,,anders,
k,WD-X,,,aandeel_pct,,63,,,,opdrachtgever,C,,
l,WD-X,,,aandeel_pct,,75,,,,opdrachtgever,C|niet opgegeven,,
m,WD-X,,,plannen_peildatum,,2022-01-01/2022-03-01,,,,,,,
n,WD-X,,,plannen_peildatum,,2022-01-01,,,,,,,
o,WD-X,2022,2022,waarneming,,12,,,,,,,beds
p,WD-X,2023,2023,waarneming,,9,,,,,,,beds
q,WD-X,2022,2022,waarneming,,3,,,,,,,rooms
END
kinds() {
	woondeal-diff -g g.csv -t t.csv -P p.csv -y 2022..2023 --peildatum \
	    2022-01-01 -q --beweringen c.csv --scenario sc.csv --planstatus s.csv \
	    --also claims:c.csv:o.csv=t1 --also claims-plans:c.csv=t2 \
	    --findings f.csv -o /dev/null w.csv
}
run kinds
csvpick -H -c bewering,jaar_van,waarde,oordeel t1 >got
cat >want <<'END'
a,2022,,klopt
b,2022,20,weersproken
c,2022,,klopt
d,2023,-10,klopt
e,2022,200,klopt
f,2022,200,weersproken
g,2022,250,klopt
m,2022,2022-01-01/2022-03-01,klopt
n,2022,2022-01-01/2022-03-01,weersproken
o,2022,12,klopt
p,2023,,niet te toetsen
q,2022,3,klopt
END
ok "each year, at least, at most, a scenario, deliveries, observations" \
    diff -u want got
csvpick -H -c bewering,waarde,oordeel,code t2 >got
cat >want <<'END'
h,105,klopt,
i,30,klopt,
j,,niet te toetsen,W047
k,62.5,klopt,
l,75,klopt,
END
ok "plans by a trait, under another rule set, in a scenario" diff -u want got
ok "the findings are those that do not hold" test "$(csvpick -H \
    -w bestand=c.csv -c rij f.csv |
    sort -n | tr '\n' ' ')" = "3 7 11 15 17 "
more() { # MESSAGE STATEMENT
	printf '%s\n' "$H" "$2" >c.csv
	run kinds
	ok "refused: $2" sh -c 'test '"$status"' = 2 && grep -qF -e "$1" err' - "$1"
}
more "is none of the scenarios" a,WD-X,,,opgave,,1,,,meest,,,,
more "are for aandeel_pct" a,WD-X,,,opgave,,1,,,,flex,ja,,
more "are for aandeel_pct" a,WD-X,,,aandeel_pct,,1,,,,,,,
more "are for aandeel_pct" a,WD-X,,,aandeel_pct,,1,,,,flexi,ja,,
more "a share is that of all years" a,WD-X,2022,2022,aandeel_pct,,1,,,,flex,ja,,
more "is for waarneming" a,WD-X,2022,2022,waarneming,,1,,,,,,,
more "expected one year" a,WD-X,2022,2023,waarneming,,1,,,,,,,beds
more "is for a number of plans" a,WD-X,,,opgave,,1,,,,,,streng,
more "is not a day or two days" a,WD-X,,,plannen_peildatum,,2022,,,,,,,
done_testing
