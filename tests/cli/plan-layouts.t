#!/bin/bash
# plan-normalize finds the layout of a delivery: among those in a folder,
# among those of a province and the national ones, or says why none fits.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
NATIONAL=$ROOT/pipelines/indeling

# A province in a folder of a folder, as pipelines/flevoland is.
P=$T/provincie
mkdir -p "$P/indeling" "$T/leeg" "$T/kapot"
cp -r "$NATIONAL" "$T/indeling"
cp "$F/gemeenten.csv" "$F/planstatus.csv" "$P"
cd "$P" || exit 1

# plans [OPTION...] FILE
plans() {
	run plan-normalize -g "$P/gemeenten.csv" -S planstatus.csv "$@"
}
chosen() {
	sed -n 's/.*: layout \(.*\), delimiter.*/\1/p' "$T/err"
}
# total REGISTER: what counts as capacity
total() {
	awk -F, '$17 == "totaal" { n[$16] += $19 }
	    END { print n["bouw"], n["sloop"], n["gerealiseerd"] }' "$1"
}
equal() {
	[ "$1" = "$2" ] || { echo "expected $1, found $2"; return 1; }
}

# Without -l and with a folder the same layout is found, and the same register
# comes out as when it is given by name.
for case in breed diwi eib hardzacht pmw-draaitabel pmw-eenvoudig pmw-plan \
    pmw-uitgebreid; do
	[ "$case" = eib ] && set -- -R onherroepelijk || set -- -R basisset
	set -- "$@" --peildatum 2024-01-01 --levering "breed 1" \
	    "$F/$case.in.csv"
	plans -q -l "$NATIONAL/$case.csv" "$@"
	mv "$T/out" "$T/named"
	plans -v "$@"
	ok "$case is found above the province" equal \
	    "$P/../indeling/$case.csv" "$(chosen)"
	ok "$case: the same register" cmp "$T/named" "$T/out"
	plans -v -l "$T/indeling" "$@"
	ok "$case is found in a folder" equal "$T/indeling/$case.csv" \
	    "$(chosen)"
done

# Layouts of more than one header row, and with years in the columns, among
# all others.
cp -r "$NATIONAL" "$T/alle"
for case in koppen jaren; do
	sed 's/[.][./]*\/pipelines\/indeling\///' "$F/$case.layout.csv" \
	    >"$T/alle/$case.csv"
done
for case in koppen jaren; do
	plans -v -R basisset -l "$T/alle" "$F/$case.in.csv"
	ok "$case is found among all" equal "$T/alle/$case.csv" "$(chosen)"
	ok "$case: the same register" cmp "$F/$case.out.csv" "$T/out"
done

# A layout that fits to the last column is what is proposed.
for case in breed diwi eib hardzacht pmw-draaitabel pmw-eenvoudig pmw-plan \
    pmw-uitgebreid uitwisseling; do
	run plan-normalize --propose -l ../indeling "$F/$case.in.csv"
	ok "$case is proposed as it is" cmp <(tail -n +2 "$NATIONAL/$case.csv" |
	    sed "s|^woorden,,,|&../indeling/|; s|\$|,\"zo in $case.csv, die past:\
 geef die met -l\"|") <(tail -n +2 "$T/out")
done

# The exchange of three provinces has one header; its records may say whose
# price classes they are, else only who delivers knows.
for provincie in Zuid-Holland: Gelderland: Limburg:; do
	sed "s/,PV99,/,${provincie%:},/" "$F/uitwisseling.in.csv" >"$T/in.csv"
	plans -v -l ../indeling --peildatum 2024-01-01 \
	    --prijsgrenzen "$ROOT/pipelines/flevoland/prijsgrenzen.csv" "$T/in.csv"
	echo "${provincie%:} $(chosen)"
done >"$T/whose"
ok "the records say whose exchange it is" diff - "$T/whose" <<'END'
Zuid-Holland ../indeling/uitwisseling-zh.csv
Gelderland ../indeling/uitwisseling-gelderland.csv
Limburg ../indeling/uitwisseling.csv
END
sed "s/,PV99,/,,/" "$F/uitwisseling.in.csv" >"$T/in.csv"
plans -q -l ../indeling --peildatum 2024-01-01 \
    --prijsgrenzen "$F/prijsgrenzen.csv" "$T/in.csv"
fails 2 "else it is told, not chosen, with what would decide" \
    "plan-normalize: the layouts ../indeling/uitwisseling-zh.csv and\
 ../indeling/uitwisseling.csv fit equally well: give one with -l; to the one\
 \"meergezins_huur3\" is bouw|woningtype:Meergezins|prijs:huur 880-1123, to\
 the other bouw|woningtype:Meergezins|prijs:huur 880-1158; \"zuid-holland\" in\
 \"plan.provincie\" would be of ../indeling/uitwisseling-zh.csv"

# DIWI's workbook of other editions: without columns for what is onbekend and
# with 4A and 4B the other way round, or with these for what is demolished too.
awk -F, -v OFS=, 'NR > 5 && $2 == 101 { $18 = "2024-12-01" } { print }' \
    "$F/diwi.in.csv" >"$T/diwi.csv"
statuses() {
	csvpick -H -c plan_id,planstatus "$1" | sort -u
}
edition() {
	sed "$1" "$T/diwi.csv" >"$T/edition.csv"
	plans -v -l ../indeling --peildatum 2025-01-01 "$T/edition.csv"
	[ "$(chosen)" = ../indeling/diwi.csv ] &&
	    equal "126 6 " "$(total "$T/out")" &&
	    equal "101,4A" "$(statuses "$T/out" | head -1)"
}
ok "DIWI: the edition at hand" edition ''
ok "DIWI: an early edition" edition 's/Eigendom type onbekend/Anders/
	s/Woning type onbekend/Overig/; s/4a Opgenomen/4a Niet opgenomen/
	s/4b Niet opgenomen/4b Opgenomen/; s/woning,Onbekend,/woning,Overig,/'
ok "DIWI: a later one" edition \
    '4s/woning,Onbekend,/woning,Woning type onbekend,/'

# DIWI's workbook itself, of two editions: the names of columns are real, the
# plans invented (diwi.pl). It is known by its header and its records come out.
book() {
	perl "$ROOT/tests/cli/diwi.pl" "$1" "$T/$1.xlsx" &&
	    sheet-extract -q -o "$T/book.csv" "$T/$1.xlsx" &&
	    plans -v -l ../indeling --peildatum 2025-01-01 --findings \
	        "$T/findings" "$T/book.csv" &&
	    equal ../indeling/diwi.csv "$(chosen)" || return 1
	csvpick -H -c plan_id,fase_id,planstatus,vertrouwelijkheid,jaar_van,soort,categorie,aantal \
	    -w aantal!= -w aantal!=0 "$T/out"
}
for of in early: current:Openbaar; do
	closed=$([ "$of" = early: ] || echo Gemeente)
	ok "DIWI: a workbook of the ${of%:*} edition" diff -u - <(book "${of%:*}") <<END
101,1,2A,${of#*:},2026,bouw,,40
101,1,2A,${of#*:},,bouw,Koop onbekend,10
101,1,2A,${of#*:},,bouw,Eengezins,30
101,1,2A,${of#*:},,bouw,Meergezins,10
101,1,2A,${of#*:},2026,sloop,,6
101,1,2A,${of#*:},,sloop,Eengezins,6
101,1,2A,${of#*:},,bouw,Huur onbekend,30
101,2,2A,${of#*:},2026,bouw,,25
101,2,2A,${of#*:},,bouw,Koop onbekend,25
101,2,2A,${of#*:},,bouw,Eengezins,25
102,1,4A,$closed,2026,bouw,,60
102,1,4A,$closed,2027,bouw,,1
102,1,4A,$closed,,bouw,Koop onbekend,61
102,1,4A,$closed,,bouw,Eengezins,60
102,1,4A,$closed,,bouw,Meergezins,1
END
done
mkdir "$T/twee"
cp ../indeling/diwi.csv ../indeling/woorden.csv "$T/twee"
sed 's/\(4a Opgenomen.*\),4A$/\1,4B/' ../indeling/diwi.csv >"$T/twee/eigen.csv"
plans -q -l "$T/twee" --peildatum 2025-01-01 "$T/book.csv"
fails 2 "DIWI: two layouts for one workbook, and where they differ" \
    "plan-normalize: the layouts $T/twee/diwi.csv and $T/twee/eigen.csv fit\
 equally well: give one with -l; to the one \"* 4a opgenomen in de visie\
 startdatum\" is planstatus 4A, to the other 4B"
sed 's/^getal.*//; s/^telling,.*/telling,,,jaar/' ../indeling/diwi.csv >"$T/twee/eigen.csv"
plans -q -l "$T/twee" --peildatum 2025-01-01 "$T/book.csv"
ok "DIWI: or which setting" grep -q "give one with -l; they differ in telling$" "$T/err"
{ cat ../indeling/diwi.csv; echo plantype,,als:Dorpsrand,Uitbreiding uitleg; } >"$T/twee/eigen.csv"
plans -q -l "$T/twee" --peildatum 2025-01-01 "$T/book.csv"
ok "DIWI: or which word" grep -q "\"dorpsrand\" is plantype Uitbreiding uitleg, to the other no" "$T/err"
sed '/Start project/d; s/^fase_id,,volgnummer,/fase_id,,,1/' ../indeling/diwi.csv >"$T/twee/eigen.csv"
plans -q -l "$T/twee" --peildatum 2025-01-01 "$T/book.csv"
ok "DIWI: or which field" grep -q 'to the one fase_id is "", to the other "1"' "$T/err"
sed '4s/Identificatie nr/Identificatienummer/' "$T/book.csv" >"$T/next.csv"
plans -q -l ../indeling/diwi.csv --peildatum 2025-01-01 "$T/next.csv"
fails 2 "DIWI: a column of an edition to come is named" "plan-normalize:\
 $T/next.csv:5: error: E003 the layout ../indeling/diwi.csv does not fit: column\
 \"projectgegevens basisgegevens identificatie nr\" is not in the header; did you\
 mean \"Projectgegevens Basisgegevens Identificatienummer\""

# Half of the exchange says what to do, as CSV and as JSON.
echo 'GlobalID,parent_globalid,jaartal,onbekend_onbekend,bouw_gerealiseerd,sloop_gerealiseerd
a,b,2027,4,Nee,Nee' >"$T/detail.csv"
plans -q -l ../indeling "$T/detail.csv"
fails 2 "DetailPlanning alone" "plan-normalize: $T/detail.csv is what\
 ../indeling/detailplanning.csv describes, which is read after uitwisseling join\
 PLANREGISTRATIE DETAILPLANNING"
printf '[\n{"GlobalID": "a"}]\n' >"$T/detail.json"
plans -q -l ../indeling "$T/detail.json"
ok "and as JSON" grep -q 'this is JSON; plan-exchange takes that of the exchange' \
    "$T/err"
for own in uitwisseling uitwisseling-zh uitwisseling-gelderland; do
	plans -q -l "../indeling/$own.csv" --peildatum 2024-01-01 \
	    --prijsgrenzen "$F/prijsgrenzen.csv" --findings "$T/findings" \
	    "$F/uitwisseling.in.csv"
	ok "$own reads it" test "$status" = 0
	ok "$own: the same dwellings" equal "$(total "$F/uitwisseling.out.csv")" \
	    "$(total "$T/out")"
done
ok "a class that the limits cut is onbekend, and told" equal 6 \
    "$(plans -q -l ../indeling/uitwisseling-zh.csv --peildatum 2024-01-01 \
	--prijsgrenzen "$F/prijsgrenzen.csv" --findings "$T/findings" \
	"$F/uitwisseling.in.csv"; grep -c ',E081,' "$T/findings")"

# A province's own layout goes before a national one that fits as well.
cp "$NATIONAL/breed.csv" "$P/indeling/eigen.csv"
sed 's/,woorden.csv$/,..\/..\/indeling\/woorden.csv/' "$NATIONAL/breed.csv" \
    >"$P/indeling/eigen.csv"
plans -v --peildatum 2024-01-01 "$F/breed.in.csv"
ok "the province's own goes first" equal "$P/indeling/eigen.csv" "$(chosen)"
plans -q -l indeling -l ../indeling "$F/breed.in.csv"
fails 2 "folders that are given are alike" "plan-normalize: the layouts\
 indeling/eigen.csv and ../indeling/breed.csv fit equally well: give one with\
 -l; their columns and words are alike"

# A header that one layout cannot even read is another's.
cat >"$P/indeling/latijn.csv" <<'END'
veld,kolom,omzetting,waarde
kop,,,2
codering,,,windows-1252
scheiding,,,;
getal,,,nl
gemeente,Gemeente,,
plan_naam,Plän,,
aantal,{jaar},bouw,
END
printf 'Opgave zomer\nGemeente;Pl\344n;2025\nGM9001;Caf\351;7\n' >"$T/in.csv"
plans -v --peildatum 2024-01-01 "$T/in.csv"
ok "a layout with its own encoding and header row is found" equal \
    "$P/indeling/latijn.csv" "$(chosen)"
ok "with its words" grep -q '^GM9001,,Café,' "$T/out"

# What fits none.
printf 'gemeente,opgave\nGM9001,5\n' >"$T/in.csv"
plans "$T/in.csv"
ok "a list without dwellings fits none: status" test "$status" = 2
ok "a list without dwellings fits none" grep -q \
    '^plan-normalize: none of the [0-9]* layouts fits' "$T/err"
plans -q -l "$NATIONAL/hardzacht.csv" "$T/in.csv"
fails 2 "nor the one that asks least" "plan-normalize: $T/in.csv:1: error:\
 E003 the layout $NATIONAL/hardzacht.csv does not fit: it finds no column of\
 dwellings"
plans -l "$NATIONAL" /dev/null
ok "an empty file says so" grep -q '/dev/null: .*no header' "$T/err"

# What is no layout.
plans -l "$NATIONAL/kolomnamen.csv" "$F/breed.in.csv"
fails 2 "a list of names is no layout" "plan-normalize:\
 $NATIONAL/kolomnamen.csv:2: error: veld: these are names for --propose, not a\
 layout"
plans -l "$T/leeg" "$F/breed.in.csv"
fails 2 "an empty folder" \
    "plan-normalize: $T/leeg: no layout is in this folder; expected \
*.csv with the columns veld,kolom,omzetting,waarde"
printf 'veld,kolom,omzetting,waarde\naantal,"{jaar},bouw,\n' \
    >"$T/kapot/a.csv"
plans -l "$T/kapot" "$F/breed.in.csv"
ok "a broken file in a folder is told" grep -q "$T/kapot/a.csv:2: " "$T/err"
ok "a broken file in a folder ends the run" test "$status" = 2
plans -l "$T/nergens" "$F/breed.in.csv"
fails 2 "a layout that is not there" \
    "plan-normalize: $T/nergens: No such file or directory"
cp "$F/gemeenten.csv" "$T/leeg"
run plan-normalize -g "$T/leeg/gemeenten.csv" -S planstatus.csv \
    -R basisset "$T/in.csv"
ok "the folder above counts for any municipalities" test "$status" = 2
mkdir -p "$T/a/b" && cp "$F/gemeenten.csv" "$T/a/b"
run plan-normalize -g "$T/a/b/gemeenten.csv" -S planstatus.csv "$T/in.csv"
fails 2 "no layout anywhere" "plan-normalize: no layout: give one with -l, or a\
 folder of them; there is no folder indeling beside $T/a/b/gemeenten.csv, nor\
 above it"

# A proposal from all names there are, the lists of names among them.
run plan-normalize --propose -g gemeenten.csv "$F/koppen.in.csv"
mv "$T/out" "$T/first"
ok "a proposal from the layouts there are" grep -q '^aantal,' "$T/first"
run plan-normalize --propose -l indeling -l ../indeling "$F/koppen.in.csv"
ok "the same from the same folders" cmp <(grep -v ^woorden "$T/first") \
    <(grep -v ^woorden "$T/out")

# A receipt has each table once, though layouts share their words.
plans -q --peildatum 2024-01-01 --receipt "$T/receipt" -o "$T/o" \
    "$F/breed.in.csv"
ok "a receipt has each table once" equal 1 \
    "$(grep -c '"name": ".*/\.\./indeling/breed\.csv"' "$T/receipt")"
done_testing
