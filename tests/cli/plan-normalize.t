#!/bin/bash
# plan-normalize: deliveries in all shapes to the one register.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
cd "$F" || exit 1
NATIONAL=../../pipelines/indeling
HEAD=$(head -1 breed.out.csv)

# normalize LAYOUT [OPTION...] [FILE]
normalize() {
	layout=$1
	shift
	run plan-normalize -g gemeenten.csv -S planstatus.csv -l "$layout" "$@"
}

# case STATUS NAME LAYOUT [OPTION...]: register, messages and findings as in
# the files of that name.
golden() {
	want=$1 case=$2 layout=$3
	shift 3
	normalize "$layout" "$@" --findings "$T/findings" "$case.in.csv"
	is "$want" "$case" "$(cat "$case.err")" <"$case.out.csv"
	ok "$case: findings" diff -u "$case.findings.csv" "$T/findings"
}

golden 0 breed $NATIONAL/breed.csv --peildatum 2024-01-01 --levering "breed 1"
golden 1 koppen koppen.layout.csv
golden 1 getallen getallen.layout.csv
golden 1 status status.layout.csv
golden 1 gemeente gemeente.layout.csv
golden 0 sloop sloop.layout.csv
golden 1 dubbel dubbel.layout.csv
golden 1 naamloos dubbel.layout.csv
golden 0 fasen fasen.layout.csv --peildatum 2025-01-01
golden 1 jaren jaren.layout.csv
golden 1 rijen rijen.layout.csv
golden 0 namen namen.layout.csv --peildatum 2025-01-01
golden 1 kolommen $NATIONAL/breed.csv
golden 0 breuken breuken.layout.csv --numbers en
golden 1 totalen totalen.layout.csv
golden 0 eib $NATIONAL/eib.csv -R onherroepelijk
golden 1 hardzacht $NATIONAL/hardzacht.csv
golden 0 pmw-draaitabel $NATIONAL/pmw-draaitabel.csv
golden 0 pmw-eenvoudig $NATIONAL/pmw-eenvoudig.csv
golden 0 pmw-plan $NATIONAL/pmw-plan.csv
golden 0 pmw-uitgebreid $NATIONAL/pmw-uitgebreid.csv
golden 1 prijzen prijzen.layout.csv --prijsgrenzen prijsgrenzen.csv \
    --peildatum 2024-07-01
golden 0 prijswoorden prijswoorden.layout.csv --prijsgrenzen prijsgrenzen.csv \
    --peildatum 2023-07-01
golden 0 uitwisseling $NATIONAL/uitwisseling.csv --peildatum 2024-01-01 \
    --prijsgrenzen prijsgrenzen.csv
golden 1 diwi $NATIONAL/diwi.csv --peildatum 2025-01-01

# A merged cell whose first row cannot be read is not the one before it.
cat >"$T/layout.csv" <<'END'
veld,kolom,omzetting,waarde
gemeente,Gemeente,vul,
plan_naam,Plan,,
planstatus,,,1A
aantal,{jaar},bouw,
END
cat >"$T/in.csv" <<'END'
Gemeente,Plan,2025
GM9001,Kade,10
,Hof,20
GM9002,Laan, oost,30
,Park,40
GM9002,Veld,50
,Dam,60
END
normalize "$T/layout.csv" --findings "$T/findings" "$T/in.csv"
ok "what a merged cell says is lost with its row" diff -u - \
    <(cut -d, -f2,5 "$T/findings") <<'END'
rij,code
4,E002
5,E070
,E006
END
ok "and taken again from the next" test "GM9001,Kade GM9001,Hof GM9002,Veld\
 GM9002,Dam" = "$(sed 1d "$T/out" | cut -d, -f1,3 | paste -sd' ')"

# A partition that adds up over all years, but not in each.
cat >"$T/layout.csv" <<'END'
veld,kolom,omzetting,waarde
plan_id,Nr,,
gemeente,,,GM9001
planstatus,,,1A
aantal,{jaar},bouw,
aantal,na {na},bouw,
aantal,Eengezins {jaar},bouw|woningtype:Eengezins,
aantal,Meergezins {jaar},bouw|woningtype:Meergezins,
aantal,Meergezins na {na},bouw|woningtype:Meergezins,
END
cat >"$T/in.csv" <<'END'
Nr,2025,2026,na 2026,Eengezins 2025,Meergezins 2025,Eengezins 2026,Meergezins 2026,Meergezins na 2026
1,10,20,5,4,6,10,10,5
2,10,20,5,4,5,10,11,5
3,10,20,5,4,5,10,10,5
4,10,20,5,4,6,10,11,4
5,10,,,,,5,5,
END
normalize "$T/layout.csv" --peildatum 2025-01-01 "$T/in.csv"
ok "the years of a partition" diff -u - <(sed 's/.*in.csv:/in.csv:/' \
    "$T/err" | grep E041) <<'END'
in.csv:3: warning: E041 "woningtype 2025": woningtype 2025 adds up to 9, the total of these years is 10
in.csv:4: warning: E041 "woningtype": woningtype adds up to 34, the plan's total is 35
in.csv:5: warning: E041 "woningtype 2026": woningtype 2026 adds up to 21, the total of these years is 20
END

# Gelderland's classes: the same columns with other limits, which lie elsewhere
# among those of the law: 40 to rent up to 901 are social then, and 15 bought
# above 405,000 not affordable.
normalize $NATIONAL/uitwisseling-gelderland.csv -q --peildatum 2025-01-01 \
    --prijsgrenzen ../../pipelines/flevoland/prijsgrenzen.csv \
    uitwisseling.in.csv
ok "the exchange of Gelderland" diff -u - <(awk -F, '$17 == "betaalbaarheid" {
	n[$16 " " $18] += $19 }
END { for (k in n) if (n[k]) print k, n[k] }' "$T/out" | sort) <<'END'
bouw Huur middenhuur 15
bouw Koop dure koop 15
bouw Sociale huur 40
END
golden 1 schatting schatting.layout.csv
golden 0 gebieden gebieden.layout.csv --gebieden gebieden.csv

# Price classes by the limits of the year, and of none other.
# by_year YEAR: the first record's categories and numbers, findings.
by_year() {
	normalize prijzen.layout.csv --prijsgrenzen prijsgrenzen.csv \
	    --peildatum "$1-07-01" --findings "$T/findings" prijzen.in.csv
	grep betaalbaarheid "$T/out" | grep ',2026,' | cut -d, -f18,19
	cut -d, -f2-7 "$T/findings" | grep E08
}
by_year 2023 >"$T/got"
ok "the limits of 2023" diff -u - "$T/got" <<'END'
Koop betaalbare koop,10
Koop dure koop,50
Huur onbekend,15
Huur middenhuur,5
Huur dure huur,20
1,H,huur1,E081,waarschuwing,huur1
END
by_year 2025 >"$T/got"
ok "a year without all limits" diff -u - "$T/got" <<'END'
Koop onbekend,60
Huur onbekend,40
1,E,koop1,E080,waarschuwing,koop1
1,F,koop2,E080,waarschuwing,koop2
1,G,koop3,E080,waarschuwing,koop3
1,H,huur1,E080,waarschuwing,huur1
1,I,huur2,E080,waarschuwing,huur2
1,J,huur3,E080,waarschuwing,huur3
1,K,huur4,E080,waarschuwing,huur4
END
normalize prijzen.layout.csv --peildatum 2024-07-01 -q prijzen.in.csv
ok "price limits beside the municipalities" cmp prijzen.out.csv "$T/out"
cp gemeenten.csv "$T"
run plan-normalize -g "$T/gemeenten.csv" -S planstatus.csv \
    -l prijzen.layout.csv --peildatum 2024-01-01 prijzen.in.csv
fails 2 "price classes need limits" "plan-normalize: prijzen.layout.csv has\
 price classes: --prijsgrenzen is needed"
normalize prijzen.layout.csv --prijsgrenzen prijsgrenzen.csv prijzen.in.csv
fails 2 "and a year" "plan-normalize: prijzen.layout.csv has price classes: a\
 prijspeil in it or a peildatum is needed"
# limits LINE MESSAGE
limits() {
	{ cat prijsgrenzen.csv; echo "$1"; } >"$T/limits.csv"
	normalize prijzen.layout.csv --prijsgrenzen "$T/limits.csv" prijzen.in.csv
	fails 2 "limits: $1" "plan-normalize: $T/limits.csv:9: error: $2"
}
limits 24,huur,middenhuur,5 'jaar: expected a year, not "24"'
limits 2026,erf,middenhuur,5 'segment: expected huur or koop, not "erf"'
limits 2026,koop,middenhuur,5 'klasse: unknown class "middenhuur" of koop'
limits 2023,huur,middenhuur,5 'klasse: middenhuur of 2023 is already in line 3'
limits 2026,huur,middenhuur,-5 'tot: expected an amount, not "-5"'
# refused LINE MESSAGE: a layout for prijzen.in.csv with this line.
refused() {
	{ cat prijzen.layout.csv; echo "$1"; } >"$T/layout.csv"
	normalize "$T/layout.csv" --prijsgrenzen prijsgrenzen.csv prijzen.in.csv
	fails 2 "layout: $1" "plan-normalize: $T/layout.csv:16: error: $2"
}
refused controle,?x,prijs:koop\ 0-5, "omzetting: a controle is of\
 one DIMENSIE or kolom, no prijs or som"
refused controle,?x,bouw\|som, "omzetting: a controle is of\
 one DIMENSIE or kolom, no prijs or som"
refused 'aantal,?x {omzetting},bouw,' "omzetting: a column that ends in\
 {omzetting} says all of itself, and is an aantal"
refused 'controle,?x {omzetting},,' "omzetting: a column that ends in\
 {omzetting} says all of itself, and is an aantal"
refused 'aantal,?x,woningtype:*,' "omzetting: several categories together are for\
 a controle"
refused aantal,?x,prijs:koop\ 5-0, "omzetting: \"prijs:koop 5-0\" is\
 not a word for amounts"
refused 'aantal,?x,prijs:koop 5-|betaalbaarheid:Sociale huur,' "omzetting:\
 \"betaalbaarheid:Sociale huur\" is not a word for amounts"
refused prijspeil,,,24 'waarde: expected a year, not "24"'
refused 'categorie,,als:x,woningtype:Eengezins|prijs:koop 5-' 'a word is of one partition, not "woningtype:Eengezins|prijs:koop 5-"'

# What is rejected stands in the rejects byte for byte, after the header.
rejects() {
	case=$1 layout=$2 header=$3
	shift 3
	normalize "$layout" --rejects "$T/rejects" "$case.in.csv"
	{
		head -n "$header" "$case.in.csv"
		for line; do
			sed -n "${line}p" "$case.in.csv"
		done
	} >"$T/want"
	cmp "$T/want" "$T/rejects"
}
ok "rejects of Windows-1252 with CRLF" rejects koppen koppen.layout.csv 4 10
ok "rejects of UTF-8" rejects status status.layout.csv 1 5 6 7 8
for e in UTF-16LE UTF-16; do
	iconv -t $e status.in.csv >"$T/utf16.csv"
	normalize status.layout.csv -e utf-16 --rejects "$T/rejects" \
	    "$T/utf16.csv"
	sed -n '1p;5,8p' status.in.csv | iconv -t $e >"$T/want"
	ok "rejects of $e" cmp "$T/want" "$T/rejects"
done
awk 'BEGIN { print "Nr,Status,Aantal"; for (i = 1; i <= 20000; i++)
	print i ",3. In voorbereiding\351," i }' >"$T/long.csv"
normalize status.layout.csv -q -e latin1 --rejects "$T/rejects" "$T/long.csv"
ok "rejects of more than a block" cmp "$T/long.csv" "$T/rejects"
# Whose they are, and how many dwellings, for who writes a letter.
normalize gemeente.layout.csv -q --rejected "$T/rejected" gemeente.in.csv
ok "what was read of the rejected: not of nobody's" diff - "$T/rejected" <<END
$(head -1 gemeente.out.csv)
GM9001,6,,,3,zacht,,,,,,,,2025,2029,bouw,totaal,,6,opgegeven,,,7,D,rest,,,
END
ok "no rejects, empty file" rejects breed $NATIONAL/breed.csv 0
{ printf '\357\273\277'; cat status.in.csv; } >"$T/bom.csv"
normalize status.layout.csv --rejects "$T/rejects" "$T/bom.csv"
ok "a byte order mark is not data" diff -u status.out.csv "$T/out"
ok "and comes back in the rejects" test \
    "$(head -c 6 "$T/rejects" | od -An -tx1 | tr -d ' \n')" = efbbbf4e722c
normalize status.layout.csv --rejects "$T/again" -o "$T/x" "$T/rejects"
ok "rejects are a delivery again" cmp "$T/rejects" "$T/again"

# The account. Both ways of hard and zacht over one delivery.
balance() {
	normalize "$@" -v
	grep -q "$account" "$T/err"
}
account='11 records = 6 accepted + 5 rejected + 0 skipped; 17 numbers = 9 + 8 + 0 + 0 unread; bouw 1517.5 = 1516.5 + 1 + 0 + 0; sloop 0 = 0 + 0 + 0 + 0$'
ok "the account of getallen" balance getallen.layout.csv getallen.in.csv
account='3 skipped; 25 numbers = 14 + 4 + 7 + 0 unread; bouw 2681.5 = 1342.5 + 10 + 1329 + 0; sloop 4 = 2 + 0 + 2 + 0$'
ok "the account of koppen" balance koppen.layout.csv koppen.in.csv

# Padded codes are the codes, and counted with -v.
sed '2,$s/^\([^,]*\),/"\1  ",/' breed.in.csv >"$T/padded.csv"
breed=$ROOT/pipelines/indeling/breed.csv
normalize "$breed" --peildatum 2024-01-01 breed.in.csv
cp "$T/out" "$T/bare"
normalize "$breed" --peildatum 2024-01-01 -v "$T/padded.csv"
ok "padded codes are those without blanks" cmp "$T/bare" "$T/out"
ok "and counted" grep -q "padded.csv: codes and ids with blanks around them: 3, \
the first in row 2: the blanks are taken off" "$T/err"

# How it is read: delimiters, encodings, numbers.
normalize breed.layout.csv breed.in.csv
fails 2 "a layout that is not there" \
    "plan-normalize: breed.layout.csv: No such file or directory"
for d in ';' '\t' '|'; do
	tr , "$(printf '%b' "$d")" <sloop.in.csv >"$T/in.csv"
	normalize sloop.layout.csv -q "$T/in.csv"
	is 0 "the header shows the delimiter: $d" <sloop.out.csv
	normalize sloop.layout.csv -q -d "$d" "$T/in.csv"
	is 0 "delimiter given: $d" <sloop.out.csv
done
sed 's/Nr,/Nr;a,/; s/^\([0-9]\),/\1;,/' sloop.in.csv >"$T/in.csv"
normalize sloop.layout.csv "$T/in.csv"
fails 2 "two delimiters in the header" "plan-normalize: $T/in.csv: the header\
 does not show one delimiter, expected comma, semicolon, tab or bar: give it with -d\
 or in the layout"
normalize getallen.layout.csv --numbers nl -q getallen.in.csv
ok "1.234 declared Dutch is 1234" grep -q 'dubbelzinnig.*,1234,opgegeven' \
    "$T/out"
normalize getallen.layout.csv --numbers en -q getallen.in.csv
ok "1,234 declared English is 1234" grep -q 'engels.*,1234,opgegeven' "$T/out"
ok "1.234 declared English is a fraction" grep -q \
    'dubbelzinnig.*,1.234,opgegeven' "$T/out"
iconv -t UTF-16 breed.in.csv >"$T/utf16.csv"
normalize $NATIONAL/breed.csv -q -e utf-16 --peildatum 2024-01-01 \
    --levering "breed 1" "$T/utf16.csv"
is 0 "UTF-16 declared" <breed.out.csv
normalize $NATIONAL/breed.csv koppen.in.csv
ok "bytes that are not UTF-8: exit 2" test $status = 2
printf 'kop,,,2\n' | cat $NATIONAL/breed.csv - >"$T/kop.csv"
cp $NATIONAL/woorden.csv "$T"
{ echo 'Titel,"over
twee regels"'; cat breed.in.csv; } >"$T/in.csv"
normalize "$T/kop.csv" -q "$T/in.csv"
ok "rows count records" test "$(cut -d, -f23 "$T/out" | sort -u | tr '\n' ' ')" \
    = "$(cut -d, -f23 breed.out.csv | sed 's/^2$/3/;t;s/^3$/4/;t;s/^4$/5/' |
    sort -u | tr '\n' ' ')"

# The header chooses among layouts.
several() {
	run plan-normalize -q -g gemeenten.csv -S planstatus.csv \
	    -l $NATIONAL/breed.csv -l $NATIONAL/eib.csv \
	    -l $NATIONAL/hardzacht.csv -l $NATIONAL/pmw-draaitabel.csv \
	    -l $NATIONAL/pmw-eenvoudig.csv -l $NATIONAL/pmw-uitgebreid.csv "$@"
}
for case in hardzacht pmw-draaitabel pmw-eenvoudig pmw-uitgebreid; do
	several "$case.in.csv"
	ok "the header chooses $case" diff -u "$case.out.csv" "$T/out"
done
several -R onherroepelijk eib.in.csv
is 0 "the header chooses eib" <eib.out.csv
several sloop.in.csv
fails 2 "no layout fits" \
    "plan-normalize: none of the 6 layouts fits the header; -v says why for each"
run plan-normalize -g gemeenten.csv -S planstatus.csv -l sloop.layout.csv \
    -l sloop.layout.csv sloop.in.csv
fails 2 "two layouts fit" "plan-normalize: the layouts sloop.layout.csv and\
 sloop.layout.csv fit equally well: give one with -l; their columns and words are\
 alike"

# A layout proposed: each line with its reason.
for case in koppen eib jaren; do
	run plan-normalize --propose -l $NATIONAL/kolomnamen.csv \
	    -l $NATIONAL/breed.csv "$case.in.csv"
	is 0 "proposal for $case" <"$case.propose.csv"
	normalize "$case.propose.csv" "$case.in.csv"
	[ "$case" = koppen ] || ok "is not a layout before a person chose" \
	    grep -q 'unknown veld ""' "$T/err"
done
# Two records of one plan are its phases, and the status of the first is that of
# both: a person has to say so.
sed "s/^projectfase/fase_id/; s/^planstatus,Plan Status,,/planstatus,Plan Status,vul,/
	s|,\.\./\.\./pipelines|,$F/../../pipelines|" koppen.propose.csv >"$T/chosen.csv"
normalize "$T/chosen.csv" -q --gemeente GM9001 koppen.in.csv
sums() {
	awk -F, 'NR > 1 { n[$14 "," $15 "," $16] += $19 }
	END { for (k in n) print k, n[k] }' "$1" | sort
}
sums koppen.out.csv >"$T/want"
sums "$T/out" >"$T/sums"
ok "proposal for koppen counts what its layout counts" diff -u "$T/want" \
    "$T/sums"
run plan-normalize --propose -l $NATIONAL/kolomnamen.csv breed.in.csv
cp "$T/out" "$T/breed.csv"
normalize "$T/breed.csv" -q --peildatum 2024-01-01 --levering "breed 1" \
    breed.in.csv
ok "without words: the statuses are unknown" test $status = 1
printf 'woorden,,,woorden.csv,\n' >>"$T/breed.csv"
normalize "$T/breed.csv" -q --peildatum 2024-01-01 --levering "breed 1" \
    breed.in.csv
is 0 "proposal for breed reads breed" <breed.out.csv
printf '%s\n' 'Woningbouw,,,,,' 'Gemeente,Plan ID,Plannaam,Nieuwbouw,,Sloop' \
    ,,,2024,2025,2024 Plasburg,1,A,3,4,5 >"$T/merged.csv"
ok "years under merged cells are a second header row" test "$(plan-normalize \
    --propose -l $NATIONAL/kolomnamen.csv -g gemeenten.csv -S planstatus.csv \
    "$T/merged.csv" | csvpick -H -c veld,kolom,omzetting,waarde |
    grep 'kop\|^aantal' | paste -sd ' ')" = "kop,,,2 kopregels,,,2 aantal,Nieuwbouw\
 {jaar},bouw, aantal,Sloop {jaar},sloop,"
run plan-normalize --propose -l $NATIONAL/kolomnamen.csv prijsgrenzen.csv
fails 2 "no header that is known" "plan-normalize: prijsgrenzen.csv: no header:\
 none of the first 20 rows has two names that the layouts know"
cat >"$T/in.csv" <<'END'
naam plan,fase,planologie,2025,2026,
Kade,1,2A Vastgesteld,50,50,
Kade,2,3 In voorbereiding,,50,12
Alle plannen (totaal),,,50,100,12
END
run plan-normalize --propose -l $NATIONAL/kolomnamen.csv "$T/in.csv"
ok "statuses, totals and numbers are seen where nothing has a name" diff - \
    <(grep 'planologie\|totaalrij\|\[F\]' "$T/out") <<'END'
totaalrij,naam plan,bevat,totaal,"rij 3 na de kop zegt ""Alle plannen (totaal)"""
planstatus,planologie,,,"de waarden van kolom C (""2A Vastgesteld"", ""3 In voorbereiding"") beginnen met een code"
,[F],,,"kolom [F] heeft geen naam en bevat getallen (""12"", ""12""): kies aantal, controle of negeer"
END
run plan-normalize --propose breed.in.csv
ok "usage: --propose takes -l" test $status = 2

# Estimates mean what the layout declares, and nothing else.
# estimate SETTING... : aantal, herkomst, laag and hoog of the first and fifth
# plan, and the codes of the findings about them.
estimate() {
	grep -v '^circa\|^bereik' schatting.layout.csv >"$T/layout.csv"
	printf '%s\n' "$@" >>"$T/layout.csv"
	cp $NATIONAL/woorden.csv "$T"
	sed -i 's|[.][./]*/pipelines/indeling/||' "$T/layout.csv"
	normalize "$T/layout.csv" --findings "$T/findings" schatting.in.csv
	awk -F, '$14 == 2026 && ($2 == 1 || $2 == 5) {
		print $19, $20, $26, $27 }' "$T/out"
	awk -F, '($2 == 2 || $2 == 6) && $3 == "E" { print $5, $6 }' \
	    "$T/findings"
}
ok "nothing declared: rejected, with what to declare" test \
    "$(estimate | tr '\n' ';')" = 'E026 fout;E026 fout;'
ok "the message for circa names the setting" grep -q \
    'leg de marge vast in de indeling (circa, in procenten)' "$T/findings"
ok "and that for a range its own" grep -q \
    'vast welk getal telt (bereik: laag, midden of hoog)' "$T/findings"
ok "the lowest counts" test "$(estimate bereik,,,laag | tr '\n' ';')" = \
    '40 bereik 40 60;E026 fout;E028 info;'
ok "the highest counts" test "$(estimate bereik,,,hoog | tr '\n' ';')" = \
    '60 bereik 40 60;E026 fout;E028 info;'
ok "a margin with decimals, rounded outwards" test \
    "$(estimate circa,,,12.6 | tr '\n' ';')" = \
    '40 circa 34 46;E028 info;E026 fout;'
account='25 records = 13 accepted + 11 rejected + 1 skipped; .* bouw 3762 = 3660.5 + 2.5 + 99 + 0; sloop 18 = 18 + 0 + 0 + 0$'
ok "the account of schatting" balance schatting.layout.csv schatting.in.csv

# The area rules that no plan fits are told with -v only.
normalize gebieden.layout.csv -v --gebieden gebieden.csv gebieden.in.csv
ok "a rule that fits no plan" grep -Fq 'info: E093 "Haven*": no plan of this delivery belongs to Haven by line 6 of the areas file' \
    "$T/err"
normalize gebieden.layout.csv --gebieden breed.in.csv gebieden.in.csv
ok "areas that are none: exit 2" test $status = 2

# --gemeente
normalize sloop.layout.csv --gemeente 9001 -q sloop.in.csv
is 0 "--gemeente that agrees" <sloop.out.csv
normalize sloop.layout.csv --gemeente GM9002 -q sloop.in.csv
ok "--gemeente that does not: all rejected" test $status = 1 -a \
    "$(cat "$T/out")" = "$HEAD"
normalize sloop.layout.csv --gemeente GM0001 sloop.in.csv
fails 2 "--gemeente unknown" \
    'plan-normalize: --gemeente: "GM0001" is not in gemeenten.csv'
normalize sloop.layout.csv --peildatum 1-1-2024 sloop.in.csv
fails 2 "--peildatum that is no date" \
    'plan-normalize: --peildatum: "1-1-2024" is not a date as 2024-01-01'
normalize $NATIONAL/breed.csv --peildatum 2025-01-01 --fail-on warning \
    breed.in.csv
ok "dwellings before the peildatum" grep -q \
    '^plan-normalize: breed.in.csv:2:G: warning: E061 "10": ' "$T/err"
ok "--fail-on warning" test $status = 1
normalize sloop.layout.csv -R landelijk sloop.in.csv
fails 2 "a rule set that is not there" "plan-normalize: planstatus.csv: no rule\
 set \"landelijk\"; there are: basisset onherroepelijk"

# Ends and edges.
printf '' >"$T/in.csv"
normalize sloop.layout.csv "$T/in.csv"
fails 2 "empty input" "plan-normalize: $T/in.csv: no header: the layout\
 sloop.layout.csv has it in row 1"
head -1 sloop.in.csv >"$T/in.csv"
normalize sloop.layout.csv "$T/in.csv"
is 0 "header only" <<END
$HEAD
END
printf '%s' "$(cat sloop.in.csv)" >"$T/in.csv"
normalize sloop.layout.csv -q "$T/in.csv"
is 0 "no final newline" <sloop.out.csv
sed 's/$/\r/' sloop.in.csv >"$T/in.csv"
normalize sloop.layout.csv -q "$T/in.csv"
is 0 "CRLF" <sloop.out.csv
gzip -c sloop.in.csv >"$T/in.csv.gz"
normalize sloop.layout.csv -q "$T/in.csv.gz"
is 0 "gz equals plain" <sloop.out.csv
run plan-normalize -q -g gemeenten.csv -S planstatus.csv -l sloop.layout.csv \
    <"$T/in.csv.gz"
is 0 "on standard input" <sloop.out.csv
head -c 60 "$T/in.csv.gz" >"$T/cut.gz"
echo old >"$T/old.csv"
normalize sloop.layout.csv -q -o "$T/old.csv" --findings "$T/f.csv" \
    --rejects "$T/r.csv" "$T/cut.gz"
ok "cut-off gz exits 2" test $status = 2
ok "and keeps the old file" test "$(cat "$T/old.csv")" = old
ok "and leaves no other" test ! -e "$T/f.csv" -a ! -e "$T/r.csv"
printf 'Nr,Bouw,Sloop plus,Sloop min\n1,10,2,-2\n2,"10,1,1\n' >"$T/in.csv"
normalize sloop.layout.csv -q "$T/in.csv"
ok "an open quote exits 2" test $status = 2
normalize sloop.layout.csv -q sloop.in.csv
[ -c /dev/full ] && plan-normalize -q -g gemeenten.csv -S planstatus.csv \
    -l sloop.layout.csv sloop.in.csv >/dev/full 2>"$T/err"
ok "/dev/full exits 2" test $? = 2
ok "and says so" grep -q 'No space left on device' "$T/err"
run plan-normalize sloop.in.csv
ok "usage: -g, -S and -l" test $status = 2
run plan-normalize --gemeenten gemeenten.csv --planstatus planstatus.csv \
    --layot sloop.layout.csv sloop.in.csv
ok "usage: the nearest option" grep -q 'did you mean --layout' "$T/err"

# Layouts that are wrong.
wrong() {
	printf 'veld,kolom,omzetting,waarde\n%s\n' "$2" >"$T/layout.csv"
	normalize "$T/layout.csv" sloop.in.csv
	fails 2 "layout: $1" "plan-normalize: $3"
}
wrong "unknown veld" 'plan,Nr,,' \
    "$T/layout.csv:2: error: veld: unknown veld \"plan\""
wrong "word for amounts" 'aantal,Bouw,bouwen,' \
    "$T/layout.csv:2: error: omzetting: \"bouwen\" is not a word for amounts"
wrong "period" 'aantal,Bouw,bouw,2025/2029' "$T/layout.csv:2: error: waarde:\
 expected 2024, 2025-2029, 2031- or 2024..2030, not \"2025/2029\""
wrong "telling" 'telling,,,saldo' \
    "$T/layout.csv:2: error: waarde: expected rest or jaar, not \"saldo\""
for m in 0 -5 100.1 10% veel ''; do
	wrong "margin $m" "circa,,,$m" "$T/layout.csv:2: error: waarde: expected a\
 margin in percent over 0 and at most 100, as 10, not \"$m\""
done
wrong "bereik" 'bereik,,,gemiddeld' "$T/layout.csv:2: error: waarde: expected\
 laag, midden or hoog, not \"gemiddeld\""
wrong "a field from two columns" 'plan_id,Nr,,
plan_id,Bouw,,' \
    "$T/layout.csv:3: error: veld: plan_id has its source already in line 2"
wrong "change of a field" 'plan_id,Nr,groot,' "$T/layout.csv:2: error:\
 omzetting: expected als:WORD, vul, splits:C, code (planstatus only), datum\
 (planstatus and projectfase) or volgnummer (fase_id without a column), not\
 \"groot\""
wrong "a number for a phase that has a column" 'fase_id,Nr,volgnummer,' "$T/layout.csv:2: error:\
 omzetting: expected als:WORD, vul, splits:C, code (planstatus only), datum\
 (planstatus and projectfase) or volgnummer (fase_id without a column), not\
 \"volgnummer\""
wrong "a day without its word" 'planstatus,Nr,datum,' \
    "$T/layout.csv:2: error: waarde: must not be empty"
wrong "a word without its days" 'projectfase,,datum,Start' \
    "$T/layout.csv:2: error: kolom: must not be empty"
wrong "days beside a column" 'planstatus,Nr,,
planstatus,Bouw,datum,1A' "$T/layout.csv:3: error: veld: planstatus has its\
 source already in line 2"
wrong "a column beside days" 'planstatus,Nr,datum,1A
planstatus,Bouw,,' "$T/layout.csv:3: error: veld: planstatus has its source\
 already in line 2"
wrong "days of a status the rule set has not" 'planstatus,Nr,datum,9Z' \
    "$T/layout.csv has dates for planstatus or projectfase: --peildatum is\
 needed"
wrong "a part of a sum and one that is none" 'gemeente,,,GM9001
plan_id,Nr,,
aantal,Bouw,bouw|som,2025
aantal,Sloop plus,bouw,2025' "sloop.in.csv:1: error: E003 the layout\
 $T/layout.csv does not fit: columns B and C would count the same dwellings in\
 the same years: take one as controle or negeer, or both as som"
wrong "a status the rule set has not" 'planstatus,,als:klaar,9Z' \
    "$T/layout.csv:2: error: planstatus \"9Z\" is not in the rule set"
wrong "a word with two meanings" 'planstatus,,als:klaar,1A
planstatus,,als:KLAAR,1B' \
    "$T/layout.csv:3: error: \"KLAAR\" is already 1A ($T/layout.csv:2)"
wrong "words that are not there" 'woorden,,,geen.csv' \
    "$T/layout.csv:2: error: waarde: geen.csv, relative to this layout: No such\
 file or directory"
wrong "column that is not there" 'plan_id,Nummer,,' "sloop.in.csv:1: error:\
 E003 the layout $T/layout.csv does not fit: column \"nummer\" is not in the\
 header"
wrong "column that is almost there" 'plan_id,Nr,,
aantal,Bouwe,bouw,' "sloop.in.csv:1: error: E003 the layout $T/layout.csv does\
 not fit: column \"bouwe\" is not in the header; did you mean \"Bouw\""
wrong "the same dwellings twice" 'gemeente,,,GM9001
plan_id,Nr,,
aantal,Bouw,bouw,2024-2029
aantal,Sloop plus,bouw,2025' "sloop.in.csv:1: error: E003 the layout\
 $T/layout.csv does not fit: columns B and C would count the same dwellings in\
 the same years: take one as controle or negeer, or both as som"

for pair in '2026-2030 2026' '2026-2030 2030' '2030 2026-2030' \
    '2026-2030 2030-2034'; do
	wrong "in one year: $pair" "gemeente,,,GM9001
plan_id,Nr,,
aantal,Bouw,bouw,${pair% *}
aantal,Sloop plus,bouw,${pair#* }" "sloop.in.csv:1: error: E003 the layout\
 $T/layout.csv does not fit: columns B and C would count the same dwellings in\
 the same years: take one as controle or negeer, or both as som"
done
for pair in '2026-2030 2025' '2026-2030 2031' '2026-2030 2031-2035'; do
	printf '%s\n' veld,kolom,omzetting,waarde gemeente,,,GM9001 plan_id,Nr,, \
	    "aantal,Bouw,bouw,${pair% *}" "aantal,Sloop plus,bouw,${pair#* }" \
	    >"$T/layout.csv"
	run plan-normalize -q -g gemeenten.csv -S planstatus.csv \
	    -l "$T/layout.csv" sloop.in.csv
	ok "beside each other: $pair" test "$status" -lt 2
done

# Every layout that comes with the project can be read.
for l in $NATIONAL/*.csv ../../pipelines/*/indeling/*.csv; do
	case $l in *woorden.csv | *kolomnamen.csv) continue ;; esac
	normalize "$l" --prijsgrenzen prijsgrenzen.csv \
	    --peildatum 2024-01-01 /dev/null
	ok "layout ${l##*pipelines/}" grep -q 'no header' "$T/err"
done

# Totals of estimates and of one municipality among others; zeros are no totals.
cat >"$T/t.csv" <<'END'
veld,kolom,omzetting,waarde
circa,,,10
gemeente_naam,Gemeente,,
plan_naam,Plan,,
planstatus,,,1A
aantal,{jaar},bouw,
controle,?Totaal,bouw,
END
# total NAME MESSAGE LINE...: of the last line, or nothing.
total() {
	what=$1 say=$2
	shift 2
	printf '%s\n' "$@" >"$T/t.in.csv"
	normalize "$T/t.csv" --peildatum 2025-01-01 "$T/t.in.csv"
	ok "$what" [ "$(sed -n 's/^[^ ]* [^ ]* [a-z]*: //p' "$T/err")" = "$say" ]
}
sum_above() {
	echo "E057 \"Totaal\": a totals row that the layout does not declare: \
its $1 dwellings are the sum of rows above it"
}
total "a sum within what the estimates may be" "$(sum_above 31)" \
    Gemeente,Plan,2026 'Plasburg,A,ca. 10' 'Plasburg,B,ca. 20' ,Totaal,31
total "the total of one municipality among others" "$(sum_above 40)" \
    Gemeente,Plan,2026 Plasburg,A,10 'Sint Oevers,B,25' Plasburg,C,30 \
    'Sint Oevers,D,7' Plasburg,Totaal,40
total "a plan of zeros below plans of zeros" '' \
    Gemeente,Plan,2026 Plasburg,A,0 Plasburg,B,0 Plasburg,C,0
ok "is a plan" [ "$(cut -d, -f3 "$T/out" | tr '\n' ' ')" = "plan_naam A B C " ]
total "a total of about 50 over parts" \
    'E040 "50": differs from the sum of its parts, 44' \
    Gemeente,Plan,2026,2027,Totaal 'Plasburg,A,40,8,ca. 50' \
    'Plasburg,B,40,4,ca. 50'

# The 50 real plans of Almere and Lelystad (2020), where they are at hand: the
# definition of hard changes the answer by 38 %.
shared=$ROOT/../shared/data/plans/eib_plannen_flevoland.csv
hard() {
	run plan-normalize -q -R "$1" -l $NATIONAL/eib.csv \
	    -g ../../pipelines/flevoland/gemeenten.csv \
	    -S ../../pipelines/flevoland/planstatus.csv "$shared"
	awk -F, '$6 == "hard" && $16 == "bouw" { n += $19 } END { print n }' \
	    "$T/out"
}
if [ -f "$shared" ]; then
	ok "basisset: 15140 hard" test "$(hard basisset)" = 15140
	ok "onherroepelijk: 10940 hard" test "$(hard onherroepelijk)" = 10940
else
	skip "the plans of Almere and Lelystad"
fi

# DIWI's own workbook, where it is at hand: empty, and with a plan filled in.
template=$ROOT/../shared/data/plans/diwi_Excel_Import.xlsx
diwi() {
	run plan-normalize -v -g ../../pipelines/flevoland/gemeenten.csv \
	    -S ../../pipelines/flevoland/planstatus.csv -l $NATIONAL \
	    --peildatum 2025-01-01 "$1"
}
# Columns: B id, C name, E openness, S design, Z 2a, AC 1a, AF municipality,
# AP total, AS and AT delivery, BK and BL rent, CL one-family, DJ demolition.
fill_template() {
	awk -F, -v OFS=, 'NR == 5 { $45 = "2026-06-30"; $46 = "31-12-2026"
		$114 = "46387" }
	{ print }
	END { for (i = 1; i <= NF; i++) $i = ""
		$2 = 7; $3 = "Proef"; $5 = "Openbaar"; $32 = "Urk"
		$19 = "2024-02-01"; $26 = "2023-05-01"; $29 = "2026-01-01"
		$42 = 12; $45 = 4; $46 = 8; $63 = 5; $64 = 7; $90 = 12
		$114 = 3; print }' "$T/diwi.csv" >"$T/filled.csv"
	diwi "$T/filled.csv"
	grep -q "layout $NATIONAL/diwi.csv" "$T/err" || return 1
	awk -F, '$19 != "" { print $1, $2, $4, $5, $7, $14, $16, $18, $19,
	    $24 }' "$T/out" | sed 1d
}
if [ -f "$template" ]; then
	sheet-extract -q "$template" >"$T/diwi.csv"
	diwi "$T/diwi.csv"
	ok "the empty workbook is a delivery of nothing" test $status = 0 -a \
	    "$(cat "$T/out")" = "$HEAD"
	ok "DIWI's workbook with a plan" diff -u - <(fill_template) <<'END'
GM0184 7 1 2A Ontwerp  bouw Eengezins 12 CL
GM0184 7 1 2A Ontwerp 2026 sloop  3 DJ
GM0184 7 1 2A Ontwerp 2026 bouw  12 AS:AT
GM0184 7 1 2A Ontwerp  bouw Huur onbekend 12 BK:BL
END
else
	skip "DIWI's workbook"
fi

# The provincial summary of 2021: real sheets, where they are at hand. Blank
# parts with totals of 0 stay blank.
ftm=$ROOT/../shared/data/plans/ftm_plancapaciteit_databewijst.xlsx
summary() {
	sheet-extract -s plancapaciteit_nl "$ftm" 2>/dev/null |
	    plan-normalize -q -l $NATIONAL/hardzacht.csv \
		-g ../../pipelines/flevoland/gemeenten.csv \
		-S ../../pipelines/flevoland/planstatus.csv 2>/dev/null |
	    awk -F, '$1 == g { n[$6] += $19; f += $19 != "" }
		END { print n["hard"] + 0, n["zacht"] + 0, f }' g="$1"
}
if [ -f "$ftm" ]; then
	ok "Almere 2021" test "$(summary GM0034)" = "16967 46698 6"
	ok "Urk 2021" test "$(summary GM0184)" = "1995 90 6"
	ok "Dronten 2021: nothing given" test "$(summary GM0303)" = "0 0 0"
else
	skip "the summary of 2021"
fi
done_testing
