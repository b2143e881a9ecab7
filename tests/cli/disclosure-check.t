#!/bin/sh
# disclosure-check: what a reader can work out of a release, and the tables
# from which nobody can.
. "$(dirname "$0")/lib.sh"
D=$DATA/disclosure-check
LIST=$ROOT/pipelines/uitgave.csv
cd "$T" || exit 1

# check RELEASE [OPTION...]
check() {
	release=$1
	shift
	run disclosure-check -g "$D/gemeenten.csv" --uitgave "$LIST" --release "$release" \
	    "$@" "$D/plannen.csv"
}

# same FILE TEXT
same() {
	printf '%s' "$2" | diff -u - "$1"
}

# columns of the verdict: plan_id,years,laag,hoog,plannen,oordeel
short() {
	cut -d, -f3,6,9-12 "$T/out"
}

check "$D/uitgave" -q
short >short
ok "what public plans leave of a total is told, and the years of a plan" \
    same short "plan_id,jaar_van,laag,hoog,plannen,oordeel
a1,2024,87,87,1,te berekenen
a1,2025,90,90,1,te berekenen
a1,2024,177,177,,te berekenen
z1,2025,64,64,1,te berekenen
"
ok "that is exit 1" test "$status" = 1
ok "a plan has its first year and its last" grep -q \
    '^plan,GM9001,a1,Kade,,2024,2025,177,' out
ok "each with the sum that tells it" grep -q \
    'stand.csv basis|gemeente|GM9001|2024|2024 zacht 503 - arcgis/plannen.csv 416 = 87$' out
ok "a finding names the plan, the table and the sum" grep -qx \
    "disclosure-check: $D/plannen.csv: error: D001 \"z1\": GM9002 z1, Duin, 2025: told exactly; from stand.csv: stand.csv basis|gemeente|GM9002|2024|2026 zacht 76 - arcgis/plannen.csv 12 = 64" err

mkdir -p veilig/arcgis
check "$D/uitgave" -v --protect veilig -o veilig/arcgis/plannen.csv \
    --findings findings.csv
ok "protected: exit 0" test "$status" = 0
ok "what that cost, in plans, dwellings and cells" sh -c \
    'cut -d, -f5,7- findings.csv | diff - /dev/fd/3 3<<"X"
code,waarde,melding
D003,GM9001,"GM9001 zacht: vertrouwelijke plannen 1 (177 woningen), openbare plannen die ermee zijn samengevoegd 2 (166 woningen), cellen van totalen onderdrukt 2, afgerond 0."
D003,GM9002,"GM9002 zacht: vertrouwelijke plannen 1 (64 woningen), openbare plannen die ermee zijn samengevoegd 0 (0 woningen), cellen van totalen onderdrukt 2, afgerond 0."
X'
ok "and in all" grep -qx 'disclosure-check: hidden: 2 confidential plans of 241 dwellings, 2 public plans with them of 166, 4 cells of totals; 0 rounded' err
ok "the smallest public plans with dwellings join, and have a stable key" sh -c \
    'cut -d, -f2,3,14,19,26 veilig/arcgis/plannen.csv | diff - /dev/fd/3 3<<"X"
plan_id,plan_naam,jaar_van,aantal,sleutel
a4,Plein,2024,300,l|5|E
a4,Plein,2025,400,l|5|F
a5,Klaar,2024,0,l|6|E
a6,Markt,2024,55,l|7|E
z2,Strand,2025,12,l|9|F
z3,Dijk,2024,25,l|10|E
z3,Dijk,2026,10,l|10|G
,Overige plannen,2024,203,overige GM9001 zacht|2024|
X'
ok "they are one delivery, whatever their hardheid" grep -q \
    ',2024-01-01,overige GM9001,2024,.*,overige GM9001 zacht|2024|$' veilig/arcgis/plannen.csv
sed '/,z1,/{p; s/,z1,Duin,/,z9,Niets,/; s/,zacht,/,telt_niet,/}' "$D/plannen.csv" \
    >niets.csv
mkdir niets
run disclosure-check -v -g "$D/gemeenten.csv" --uitgave "$LIST" --release "$D/uitgave" \
    --protect niets -o niets/plannen.csv niets.csv
ok "a confidential plan that does not count is none of that" grep -qx \
    'disclosure-check: hidden: 2 confidential plans of 241 dwellings, 2 public plans with them of 166, 4 cells of totals; 0 rounded' err
sed 's/,2024-01-01,/,          2024-01-01 ,/' "$D/plannen.csv" >blanks.csv
mkdir blanks
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" --release "$D/uitgave" \
    --protect blanks -o blanks/plannen.csv blanks.csv
ok "blanks about a date are none of it" sh -c \
    'grep "Overige plannen" blanks/plannen.csv | cut -d, -f21 | diff - /dev/fd/3 3<<"X"
2024-01-01
X'
ok "cells are withheld of municipalities only, and named" sh -c \
    "grep -v ',$' veilig/stand.csv | cut -d, -f1,10,15 | diff - /dev/fd/3 3<<'X'
sleutel,zacht,onderdrukt
basis|gemeente|GM9001|2024|2026,,zacht
basis|gemeente|GM9001|2025|2025,,zacht
basis|gemeente|GM9002|2024|2026,,zacht
basis|gemeente|GM9002|2025|2025,,zacht
X"
ok "all else is what it was" sh -c \
    "grep ',$' veilig/stand.csv | sed 's/,$//' >kept &&
     grep -Fxf kept '$D/uitgave/stand.csv' | diff kept -"
check veilig -v
short >short
ok "of that nothing is told" same short "plan_id,jaar_van,laag,hoog,plannen,oordeel
a1,2024,,,3,veilig
a1,2025,,,4,veilig
a1,2024,,,,veilig
z1,2025,,,4,veilig
"
ok "that is exit 0, and counted" same err "disclosure-check: confidential numbers: 4 = 4 safe + 0 told before + 0 that can be told
"
ok "silent without -v" sh -c \
    "disclosure-check -g '$D/gemeenten.csv' --uitgave '$LIST' --release veilig '$D/plannen.csv' 2>&1 >/dev/null | diff /dev/null -"

# Where others' suppression failed: a margin that another table has, a total
# above that gives the cell beside it, and what hides behind nothing.
cp -r veilig marge
cat >marge/cijfers.csv <<'END'
niveau,regio,naam,cijfer,jaar_van,jaar_tot,waarde,heel,breuk
gemeente,GM9002,Zeedorp,zacht_pct,2024,2026,68.5,68,76 / 111
END
check marge -q
ok "a margin in another table tells" grep -q \
    'D001 .*z1, Duin, 2025: told exactly; from .*cijfers.csv' err
cp -r veilig hoger
sed -i '/^basis|gemeente|GM9002|2025/s/,0,,0,,,ja,zacht$/,0,76,0,,,ja,/' hoger/stand.csv
check hoger -q
ok "one cell beside the other tells that" grep -q \
    'D001 .*z1, Duin, 2025: told exactly' err
sed '/^GM9001,a[23],/s/,bouw,totaal,,[0-9]*,/,bouw,totaal,,0,/' "$D/plannen.csv" \
    >nul.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" --release veilig nul.csv
ok "plans without dwellings hide nothing" grep -q \
    'D001 .*a1, Kade, 2024: told exactly' err

# Known of others (sdcTools/UserSupport 66, 136): a total with one part that is
# withheld, and that part; tables that differ by cells which both have.
printf '%s\n' gemeente,naam,woondeal,provincie,alias GM0001,Een,WD-A,PV91, \
    GM0002,Twee,WD-B,PV91, >klein-g.csv
printf '%s\n' gemeente,plan_id,vertrouwelijkheid,hardheid,gebied,jaar_van,jaar_tot,soort,dimensie,aantal \
    GM0001,a,Gemeente,zacht,Oost,2025,2025,bouw,totaal,30 \
    GM0001,b,Gemeente,zacht,,2025,2025,bouw,totaal,20 \
    GM0002,c,Gemeente,zacht,Oost,2025,2025,bouw,totaal,25 \
    GM0002,d,Gemeente,zacht,Oost,2025,2025,bouw,totaal,15 | full_register >vier-p.csv
printf 'toepassing,grens,waarde\nplannen,aantal,2\n' >twee.csv
# told PLANS REGIO=ZACHT...: whom these tell, with their verdicts.
told() {
	rm -rf weinig
	mkdir weinig
	plans=$1
	shift
	{
		echo regio,jaar_van,jaar_tot,hard,zacht,onbekend
		for row; do echo "${row%=*},2025,2025,,${row#*=},"; done
	} >weinig/stand.csv
	disclosure-check -q --max-messages 0 -g klein-g.csv --uitgave "$LIST" \
	    --release weinig -G twee.csv "$plans" 2>err |
	    csvpick -H -w wat=jaar -c plan_id,laag,hoog,oordeel | tr '\n' ' '
}
ok "a deal of one municipality tells what that withholds: makers know each other" \
    test "$(told vier-p.csv GM0001= WD-A=50)" = \
    "a,,,te weinig plannen b,,,te weinig plannen "
ok "cells that two tables have tell what they have not" test \
    "$(told vier-p.csv GM0001=50 Oost=70 GM0002=40 | cut -d' ' -f1-4)" = \
    "a,30,30,te berekenen b,20,20,te berekenen"
# Oost leaves b and c at most 25, so that a is 95 to 120.
printf '%s\n' gemeente,plan_id,vertrouwelijkheid,hardheid,gebied,jaar_van,jaar_tot,soort,dimensie,aantal \
    GM0001,a,Gemeente,zacht,,2025,2025,sloop,totaal,100 \
    GM0001,b,Gemeente,zacht,Oost,2025,2025,sloop,totaal,10 \
    GM0001,c,Gemeente,zacht,Oost,2025,2025,sloop,totaal,10 \
    GM0002,d,Gemeente,zacht,Oost,2025,2025,sloop,totaal,5 | full_register >sloop-p.csv
ok "what goes is told too nearly as well" \
    test "$(told sloop-p.csv GM0001=-120 Oost=-25 | cut -d' ' -f1-3)" = \
    "a,-110,-95,te nauw b,,,veilig"

# What a province finds too few, and what the maker of one plan can tell of
# another of the same sum.
printf 'toepassing,grens,waarde\nplannen,aantal,4\n' >vier.csv
check veilig -q -G vier.csv
ok "three plans are too few where four are asked" grep -q \
    'D001 .*a1, Kade, 2024: too few plans behind a sum' err
sed '/^GM9001,a3,.*,2024,2024,/s/,40,opgegeven/,2,opgegeven/' "$D/plannen.csv" \
    >klein.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" --release veilig klein.csv
ok "who made 76 of 165 knows that the rest is 87, or nearly" grep -q \
    'D001 .*a1, Kade, 2024: too few plans behind a sum, or one of them too large' err

# Where totals are withheld only, all public plans stay.
printf 'toepassing,grens,waarde\nplannen,wijze,onderdrukken\n' >geheim.csv
mkdir -p cellen/arcgis
check "$D/uitgave" -q -G geheim.csv --protect cellen \
    -o cellen/arcgis/plannen.csv
ok "a province may have totals withheld only" sh -c \
    "! grep -q Overige cellen/arcgis/plannen.csv && grep -q '^GM9001,a3,' cellen/arcgis/plannen.csv"
check cellen -q -G geheim.csv
ok "that passes too" test "$status" = 0

# Or rounded: to the first of 5, 10, 25, 50 and more that hides, marked; what follows
# from a rounded number stays empty.
printf 'toepassing,grens,waarde\nplannen,wijze,afronden\nplannen,afronding,5\n' \
    >afronden.csv
mkdir -p rond/arcgis
check "$D/uitgave" -v -G afronden.csv --protect rond -o rond/arcgis/plannen.csv
ok "what rounding cost" grep -qx \
    'disclosure-check: hidden: 2 confidential plans of 241 dwellings, 0 public plans with them of 0, 0 cells of totals; 11 rounded' err
ok "rounded numbers say to what" sh -c \
    "grep '~' rond/stand.csv | cut -d, -f1,10,15 | diff - /dev/fd/3 3<<'X'
basis|provincie|PV99|2024|2024,500,zacht~25
basis|provincie|PV99|2024|2026,1100,zacht~100|dekking_pct
basis|provincie|PV99|2025|2025,600,zacht~100
basis|woondeal|WD-NOORD|2024|2024,500,zacht~25
basis|woondeal|WD-NOORD|2024|2026,1100,zacht~100|dekking_pct
basis|woondeal|WD-NOORD|2025|2025,600,zacht~100
basis|gemeente|GM9001|2024|2024,500,zacht~25
basis|gemeente|GM9001|2024|2026,1000,zacht~250
basis|gemeente|GM9001|2025|2025,550,zacht~50
basis|gemeente|GM9002|2024|2026,75,zacht~25
basis|gemeente|GM9002|2025|2025,75,zacht~25
X"
ok "all public plans stay, and none is told together with a confidential one" sh -c \
    "! grep -q Overige rond/arcgis/plannen.csv && grep -q '^GM9001,a3,' rond/arcgis/plannen.csv"
check rond -q -G afronden.csv
ok "which tells nothing" test "$status" = 0
mkdir -p weer/arcgis
cp "$D/plannen.csv" rond
check "$D/uitgave" -q -G afronden.csv -b rond --protect weer -o weer/arcgis/plannen.csv
ok "the next release rounds the same in the same way" cmp rond/stand.csv weer/stand.csv
# z1 is 64 of 76, and 75 to 5 is 73 to 77.
sed '/GM9002|2025/s/zacht~25/zacht~5/' rond/stand.csv >fijn
mkdir -p fijner/arcgis
cp rond/arcgis/plannen.csv fijner/arcgis
mv fijn fijner/stand.csv
check fijner -q -G afronden.csv
ok "what is rounded to less than the limit tells, with the sum" grep -q \
    'D001 .*z1, Duin, 2025: told too nearly; .*GM9002|2025|2025 zacht 75 (rounded to 5) - arcgis/plannen.csv 12 is nearly 64$' err
ok "and between what" grep -q '^jaar,GM9002,z1,.*,64,61,65,1,te nauw,' out
sed -i 's/,75,\(.*\)zacht~5$/,70,\1zacht~5/' fijner/stand.csv
check fijner -q -G afronden.csv
ok "a number that is not what the register rounds to" grep -q \
    'stand.csv:16: error: zacht: the register rounded to 5 expected' err
sed -i 's/~5$/~vijf/' fijner/stand.csv
check fijner -q -G afronden.csv
ok "nor to anything" grep -q \
    'stand.csv:16: error: onderdrukt: a whole number expected after ~' err

# The same with hard plans: what is derived of one rounded number alone.
swap() {
	sed 's/,zacht,/,X,/; s/,hard,/,zacht,/; s/,X,/,hard,/' "$1"
}
mkdir -p hard/arcgis hardrond/arcgis
swap "$D/plannen.csv" >hard.csv
swap "$D/uitgave/arcgis/plannen.csv" >hard/arcgis/plannen.csv
awk -F, -v OFS=, 'NR > 1 { t = $9; $9 = $10; $10 = t } { print }' \
    "$D/uitgave/stand.csv" >hard/stand.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" --release hard \
    -G afronden.csv --protect hardrond -o hardrond/arcgis/plannen.csv hard.csv
ok "a percentage is withheld, and never the rounded number" grep -qx \
    'basis|provincie|PV99|2024|2026,.*,1000,1100,90,0,,,ja,hard~100|dekking_hard_pct|dekking_pct' \
    hardrond/stand.csv

# A plan that is confidential is never shown by itself, whatever is not told.
mkdir -p open/arcgis
sed '1s/$/,sleutel/; 1!s/$/,k/' "$D/plannen.csv" >open/arcgis/plannen.csv
check open -q
ok "a confidential plan in the public table" sh -c \
    'test '$status' = 1 && grep -c "D004 .*: in the public plan table by itself$" err | grep -qx 3'

# The release before: what it tells is a warning; a new plan is a difference.
mkdir -p voor/arcgis nu/arcgis
grep -v '^GM9001,a1' "$D/plannen.csv" >voor/plannen.csv
cp "$D/uitgave/stand.csv" voor
cp veilig/arcgis/plannen.csv veilig/stand.csv nu
cp veilig/arcgis/plannen.csv nu/arcgis
sed '1!{s/,503,/,416,/; s/,540,/,450,/; s/,1043,/,866,/; s/,616,/,526,/; s/,1119,/,942,/}' \
    "$D/uitgave/stand.csv" >voor/stand.csv
cp "$D/uitgave/arcgis/plannen.csv" voor/arcgis
check veilig -q -b voor
short >short
ok "two releases subtracted tell what is new" grep -q '^a1,2024,87,87,1,te berekenen$' short
ok "what the release before told is a warning" grep -q '^z1,2025,,,.*,eerder verteld$' short
mkdir -p beide/arcgis
check "$D/uitgave" -q -b voor --protect beide -o beide/arcgis/plannen.csv
check beide -q -b voor
ok "protected against that too" test "$status" = 0
short >short
ok "which nothing can take back of what was told" grep -q 'z1,2025.*eerder verteld$' short
# More than one that readers kept: what the last has, too, the one before it
# had not.
cp "$D/plannen.csv" nu
check nu -q -b nu
ok "the same release again tells nothing" test "$status" = 0
check nu -q -b nu -b voor
ok "but with the one before that it had told already" \
    grep -q '^jaar,GM9001,a1,.*,eerder verteld,' out
ln -s voor laatste
check nu -b nu -b laatste --findings gezegd.csv
ok "which is told of them together, and of one by its own name" sh -c '
    grep -q "GM9001 a1, Kade, 2024: al te berekenen uit eerdere uitgaven samen; dat" gezegd.csv &&
    grep -q "GM9002 z1, Duin, 2025: al te berekenen uit uitgave voor; dat" gezegd.csv'
mkdir -p drie/arcgis
check "$D/uitgave" -q -b nu -b voor --protect drie -o drie/arcgis/plannen.csv
check drie -q -b nu -b voor
ok "protected against all of them" test "$status" = 0
# What was hidden stays so, when the plan that it was hidden with has become
# public: its own numbers would tell what those of before were.
mkdir -p later/arcgis
sed 's/^\(GM9001,a1,.*\),Gemeente,/\1,Openbaar,/' "$D/plannen.csv" >later.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" \
    --release "$D/uitgave" -b nu --protect later -o later/arcgis/plannen.csv later.csv
ok "who was hidden with a plan that is public now stays hidden" test \
    "$status-$(sed 1d later/arcgis/plannen.csv | cut -d, -f2 | sort -u |
    tr '\n' ' ')" = "0- a1 a4 a5 a6 z2 z3 "

# Withheld counts: GM9001 and GM9002 of deal and province, and a wijk.
counts() {
	echo 'sleutel,indicator_code,regio,periode,waarde,eenheid,reden'
	while IFS=, read -r region value reden; do
		echo "n|$region|2024,n,$region,2024,$value,aantal,$reden"
	done
}
mkdir -p tel/arcgis eerder
cp "$D/plannen.csv" eerder
printf '%s\n' GM9001,,onderdrukt GM9002,,onderdrukt WD-NOORD,9, PV99,9, |
    counts >tel/monitoren.csv
check tel -q
ok "two that are withheld hide each other" sh -c "test $status = 0 &&
    grep -c '^telling,.*,veilig,monitoren.csv,$' out | grep -qx 2"
printf '%s\n' GM9001,,onderdrukt GM9002,,onderdrukt WD-NOORD,2, PV99,2, |
    counts >tel/monitoren.csv
check tel -q
ok "but two that make two are one each" test "$status" = 1
# 1 and 3, 2 and 2, or 3 and 1.
printf '%s\n' GM9001,,onderdrukt GM9002,,onderdrukt WD-NOORD,4, PV99,4, |
    counts >tel/monitoren.csv
check tel -q
ok "two that make four are known exactly by nobody" test "$status" = 0
printf 'toepassing,grens,waarde\ntellingen,marge,3\n' >marge.csv
check tel -q -G marge.csv
ok "but three values are too few where four are asked" sh -c \
    "test $status = 1 && grep -q 'D005 .*GM9002|2024 is withheld in monitoren.csv, but totals and parts leave 3 values only$' err"
sed -i 's/,4,/,5,/' tel/monitoren.csv
check tel -q -G marge.csv
ok "four are not" test "$status" = 0
printf '%s\n' GM9001,,onderdrukt GM9002,7, WD-NOORD,9, PV99,9, |
    counts >tel/monitoren.csv
check tel -q
ok "one that is withheld alone follows" grep -qx "disclosure-check: monitoren.csv: error: D005 \"n|GM9001|2024\": n|GM9001|2024 is withheld in monitoren.csv, but follows from totals and parts" err
printf '%s\n' GM9001,,geheim GM9002,7, WD-NOORD,9, PV99,9, |
    counts >tel/monitoren.csv
check tel -q
ok "where the source did so, it is a warning" sh -c \
    "test $status = 0 && ! test -s err"
printf '%s\n' GM9001,,onderdrukt GM9002,,onderdrukt WD-NOORD,9, PV99,9, |
    counts >tel/monitoren.csv
printf '%s\n' GM9001,2, | counts >tel/arcgis/monitoren.csv
check tel -q
ok "or is shown in another table" grep -q \
    'D005 .*GM9001|2024 is withheld in monitoren.csv, but shown in arcgis/monitoren.csv$' err
mv tel/arcgis/monitoren.csv eerder
check tel -q -b eerder
ok "or in the release before" grep -q 'D005 .*but shown in a release before$' err
printf '%s\n' GM9001,9, WK900101,,onderdrukt WK900102,5, | counts >tel/monitoren.csv
check tel -q
ok "a wijk follows from its municipality" grep -q 'D005 .*n|WK900101|2024.*follows' err

printf '%s\n' GM9001,3, WK900101,,onderdrukt WK900102,,onderdrukt \
    WK900103,,onderdrukt | counts >tel/monitoren.csv
check tel -q
ok "three that make three are one each (UserSupport 135, 194)" sh -c \
    "grep -c 'D005 .*follows' err | grep -qx 3"

# What another feed shows of a withheld one.
mkdir -p feeds/arcgis feeds/swing
printf '%s\n' GM9001,,onderdrukt GM9002,,onderdrukt WD-NOORD,9, PV99,9, |
    counts >feeds/monitoren.csv
printf 'sleutel,regio,n,n_p\nGM9001,GM9001,4,2024\nGM9002,GM9002,,2024\n' \
    >feeds/arcgis/monitoren_actueel.csv
check feeds -q
ok "the latest, a row a region" grep -q \
    'D005 .*GM9001|2024 is withheld in monitoren.csv, but shown in arcgis/monitoren_actueel.csv$' err
rm feeds/arcgis/monitoren_actueel.csv
printf 'PERIODE;GEBIEDSNIVEAU;GEBIED;n\n2024;gemeente;9001;-99997\n2024;gemeente;9002;5,0\n' \
    >feeds/swing/indicatoren.csv
check feeds -q -d ';'
ok "Swing, in its dialect and with its codes" sh -c \
    "grep -q 'D005 .*GM9002|2024 is withheld in monitoren.csv, but shown in swing/indicatoren.csv$' err"

# Of a release before only the header tells the delimiter: the receipt has the
# bytes of the whole file all the same.
mkdir -p before/swing
cp feeds/monitoren.csv before/
cp "$D/plannen.csv" before/
{
	echo 'PERIODE;GEBIEDSNIVEAU;GEBIED;n'
	seq 1 9000 | sed 's/.*/2024;gemeente;&;1/'
} >before/swing/indicatoren.csv
check feeds -q -d ';' -b before --receipt bewijs.json
jq -r '.inputs[] | "\(.sha256)  \(.name)"' bewijs.json >sommen
ok "what was read in part has its whole sha256" sh -c \
    'sha256sum -c --quiet sommen && grep -c before/swing sommen | grep -qx 1'
ok "and its rows, of when it was read whole" test "$(jq '.inputs[] | select(.name
    == "before/swing/indicatoren.csv").rows' bewijs.json)" = 9001

# Segments are of what is shown: each number is worked out again.
segments() {
	echo "niveau,regio,naam,segment,categorie,plannen,hard,zacht,onbekend,totaal,aandeel_pct,norm_van_pct,norm_tot_pct,verschil,oordeel,volledig,geheel
gemeente,GM9002,Zeedorp,plantype,niet opgegeven,$1,35,$2,0,$3,100,,,,,ja,$3"
}
segments 2 12 47 >veilig/segmenten.csv
check veilig -q
ok "a segment of the public plans tells nothing" test "$status" = 0
cp veilig/arcgis/plannen.csv by-plan
{
	sed 1q by-plan
	sed 1d by-plan | sort -t, -k14,14
} >veilig/arcgis/plannen.csv
check veilig -v
ok "nor when the rows of a plan stand apart, of which each counts once" \
    sh -c "test $status = 0 && ! grep -q D007 err && grep -q z3 by-plan"
cp by-plan veilig/arcgis/plannen.csv
segments 3 76 111 >veilig/segmenten.csv
check veilig -q
ok "one of all plans tells of those that are not shown" sh -c \
    "test $status = 1 && grep -q 'D007 .*GM9002 plantype, niet opgegeven: zacht is 76, where the public plans have 12; the confidential plan z1 is among all$' err"
# What is left of a plan of more years counts in the years that come, and what
# counts for nothing in none.
mkdir rest
cp -r veilig/. rest
segments 2 12 47 >rest/segmenten.csv
sed -i '/,z2,/{s/,2025,2025,/,2023,2025,/; s/,jaar,/,,/}' rest/arcgis/plannen.csv
sed '/,z2,/{s/,2025,2025,/,2023,2025,/; s/,jaar$/,/}
	/,z2,/{p; s/,z2,Strand,/,z9,Niets,/; s/,zacht,/,telt_niet,/}' \
    "$D/plannen.csv" >rest.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave "$LIST" --release rest rest.csv
ok "what is left of a plan that began before the first year is in its segment" \
    test "$status" = 0 -a ! -s err
segments 2 12 47 | sed 's/plantype/kleur/' >veilig/segmenten.csv
check veilig
ok "a trait that is not known is refused" sh -c \
    "test $status = 2 && grep -q 'segmenten.csv:2: error: segment: \"kleur\"' err"
rm veilig/segmenten.csv

# Nothing is published unread.
echo a >veilig/nieuw.csv
check veilig
fails 2 "a table that is not in the list" \
    "disclosure-check: veilig/nieuw.csv: in no row of $LIST: how its numbers are sums of plans is not known"
rm veilig/nieuw.csv
sed '1s/$/,sommen/; 1!s/$/,/' >lijst.csv <<'END'
pad
stand.csv
END
run disclosure-check -g "$D/gemeenten.csv" --uitgave lijst.csv --release veilig "$D/plannen.csv"
ok "a row of the list that does not say how" sh -c \
    "test $status = 2 && grep -q 'lijst.csv:2: error: sommen: \"\": how its numbers are sums' err"
printf 'pad,sommen\nstand.csv,geen:\n' >lijst.csv
run disclosure-check -g "$D/gemeenten.csv" --uitgave lijst.csv --release veilig "$D/plannen.csv"
ok "none without a reason" sh -c "test $status = 2 && grep -q 'lijst.csv:2' err"
cp -r veilig kolom
sed -i '1s/$/,nieuw/; 1!s/$/,1/' kolom/stand.csv
check kolom
fails 2 "a column that might be a sum" \
    "disclosure-check: kolom/stand.csv: column nieuw: not known here, where each must be"
sed 's/zacht_pct/nieuw/' marge/cijfers.csv >veilig/cijfers.csv
check veilig
ok "a figure that might be one" sh -c \
    "test $status = 2 && grep -q 'cijfers.csv:2: error: cijfer: \"nieuw\"' err"
rm veilig/cijfers.csv
# Totals by region, of the years of another table.
printf 'pad,sommen\narcgis/plannen.csv,plannen\nstand.csv,stand\nnodig.csv,totaal stand.csv\n' >lijst.csv
printf 'niveau,regio,naam,rest_opgave,hard,zacht,onbekend,nodig_zacht_pct,haalbaar\ngemeente,GM9002,Zeedorp,100,0,76,0,90.1,ja\n' \
    >veilig/nodig.csv
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave lijst.csv --release veilig "$D/plannen.csv"
ok "a total beside the stand is read, too" grep -q \
    'D001 .*z1, Duin, 2025: told exactly; from nodig.csv: nodig.csv GM9002 zacht 76' err
mkdir -p ruw totaal/arcgis
cp "$D/uitgave/stand.csv" veilig/nodig.csv ruw
run disclosure-check -q -g "$D/gemeenten.csv" --uitgave lijst.csv --release ruw \
    --protect totaal -o totaal/arcgis/plannen.csv "$D/plannen.csv"
ok "and made safe" grep -qx \
    'gemeente,GM9002,Zeedorp,100,0,,0,,,zacht|nodig_zacht_pct|haalbaar' totaal/nodig.csv
rm veilig/nodig.csv

# A province of 1,500 plans: no more is withheld than need be, by each way.
perl "$ROOT/tests/bench/secrets.pl" 1500 groot
mkdir -p veel/arcgis
large() {
	printf 'toepassing,grens,waarde\nplannen,wijze,%s\n' "$1" >wijze.csv
	run disclosure-check -v -g groot/gemeenten.csv --uitgave "$LIST" \
	    -G wijze.csv --release groot/raw --protect veel \
	    -o veel/arcgis/plannen.csv groot/plannen.csv
	ok "1,500 plans: $1" grep -qx "disclosure-check: hidden: $2" err
	run disclosure-check -q --max-messages 0 -g groot/gemeenten.csv \
	    --uitgave "$LIST" -G wijze.csv --release veel groot/plannen.csv
	ok "and nothing is told" test "$status" = 0
}
large samenvoegen '153 confidential plans of 15963 dwellings, 84 public plans with them of 1607, 8 cells of totals; 0 rounded'
large onderdrukken '153 confidential plans of 15963 dwellings, 0 public plans with them of 0, 73 cells of totals; 0 rounded'
large afronden '153 confidential plans of 15963 dwellings, 0 public plans with them of 0, 7 cells of totals; 66 rounded'

# Refusals.
run disclosure-check "$D/plannen.csv"
ok "-g, --uitgave and --release are needed" sh -c "test $status = 2 && grep -q -e '-g, --uitgave and --release are needed' err"
run disclosure-check -g "$D/gemeenten.csv" --uitgave "$LIST" --release "$D/uitgave" --protect veilig -
ok "--protect reads the register twice" sh -c "test $status = 2 && grep -q 'is read twice' err"
printf 'toepassing,grens,waarde\nplannen,aantal,nul\n' >slecht.csv
check "$D/uitgave" -G slecht.csv
fails 2 "a limit is a number" "disclosure-check: slecht.csv:2: error: waarde: 'nul' found, expected a number with a decimal point and no thousands mark"
printf 'toepassing,grens,waarde\nplannen,aantal,1.000\n' >slecht.csv
check "$D/uitgave" -G slecht.csv
fails 2 "1.000 is asked about" "disclosure-check: slecht.csv:2: error: waarde: '1.000' could be thousands or a fraction; write 1000, or with a zero more behind the decimal point"
printf 'toepassing,grens,waarde\nplannen,aantal,0\n' >slecht.csv
check "$D/uitgave" -G slecht.csv
fails 2 "nothing hides by a limit of none" "disclosure-check: slecht.csv:2: error: waarde: a whole number from 1 to 1000 expected"
mkdir anders
sed 's/^basis|woondeal/laag|woondeal/; s/,basis,woondeal/,laag,woondeal/' "$D/uitgave/stand.csv" >anders/stand.csv
check anders
ok "another scenario cannot be judged" sh -c "test $status = 2 && grep -q 'scenario: only the stand of all plans as they are' err"
done_testing
