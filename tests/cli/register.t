#!/bin/sh
# The plan register has one reader in lib: every tool gives one verdict.
. "$(dirname "$0")/lib.sh"
G=$ROOT/pipelines/flevoland/gemeenten.csv
cd "$T" || exit 1

# Each reads REGISTER and says what it makes of it: the exit status,
# what was said of the row, and the dwellings that count.
plan_diff() {
	printf '%s\n' "$head" >none.csv
	plan-diff --findings f.csv --bridge none.csv "$1" 2>err >o.csv
	echo "$?"
}
plan_diff_count() {
	awk -F, '{ n += $8 } END { print n + 0 }' o.csv
}
printf '%s\n' woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid \
    WD-MRA,,2024,2024,1000,,, >t.csv
printf '%s\n' tabel,onderwerp,regio,periode,waarde,eenheid,status,reden >w.csv
woondeal_diff() {
	woondeal-diff --findings f.csv -g "$G" -t t.csv -P "$1" \
	    -y 2024..2025 --peildatum 2024-01-01 w.csv 2>err >o.csv
	echo "$?"
}
woondeal_diff_count() {
	awk -F, '$3 == "provincie" && $6 == 2024 && $7 == 2025 {
		n += $18 + $19 + $20 } END { print n + 0 }' o.csv
}
# The letter has no findings: what stands twice is said.
plan_letter() {
	plan-letter -v -g "$G" "$1" 2>err >o.csv
	echo "$?"
}
plan_letter_count() {
	awk '/^deze levering/ { print $NF }' o.csv
}
mkdir uit
head -1 "$DATA/disclosure-check/uitgave/stand.csv" >uit/stand.csv
disclosure_check() {
	disclosure-check -v -g "$G" --uitgave "$ROOT/pipelines/uitgave.csv" --release uit "$1" 2>err >o.csv
	echo "$?"
}
readers="plan_diff woondeal_diff plan_letter disclosure_check"

# rows on stdin, gemeente,plan_id,plan_naam,hardheid,jaar_van,aantal[,levering]
short() {
	echo "gemeente,plan_id,plan_naam,hardheid,jaar_van,aantal,levering,\
jaar_tot,soort,dimensie,peildatum,planstatus"
	awk -F, -v OFS=, '{ print $1, $2, $3, $4, $5, $6, $7 ? $7 : "een", $5,
	    "bouw", "totaal", "2024-01-01", "onbekend" }'
}
register() {
	short | full_register
}
echo GM0034,1,Kade,hard,2024,10 | register >good.csv
head=$(head -1 good.csv)

# verdict NAME STATUS WORDS COUNT FILE: of all readers. WORDS: of the message,
# or the code of the finding; COUNT: - when there is no output.
verdict() {
	for reader in $readers; do
		want=$2 words=$3 number=$4
		case $reader,$2 in
		plan_letter,[01]) want=0 ;;
		esac
		status=$($reader "$5")
		case $reader,$2 in
		disclosure_check,[01]) # its findings are of other things
			ok "$1: $reader says so" grep -qF -- "$words" err
			continue
			;;
		esac
		{ cat err f.csv 2>/dev/null; echo; } >said
		count=-
		[ "$status" = 2 ] || count=$("${reader}_count")
		ok "$1: $reader" sh -c 'test "$1" = "$2" && test "$3" = "$4" &&
		    grep -qF -- "$5" said || { echo "status $1, $3"; cat said
		    false; }' sh "$status" "$want" "$count" "$number" "$words"
		rm -f f.csv
	done
}

# Words and numbers that are none: exit 2, file, row, column and word.
wrong() { # COLUMN WORD EXPECTED
	awk -F, -v OFS=, -v c="$1" -v word="$2" 'NR == 1 {
		for (i = 1; i <= NF; i++) if ($i == c) at = i
	}
	NR > 1 { $at = word }
	{ print }' wide.csv >bad.csv
	verdict "$1 '$2'" 2 "bad.csv:2: error: column ${4:-$1}: \
'${5-$2}' found, $3 expected" - bad.csv
}
printf '%s\n' "$head,telling,aantal_laag,aantal_hoog,bos_ha" \
    "$(sed 1d good.csv),rest,,," >wide.csv
verdict "a register" 0 "" 10 wide.csv
sed '2s/rest,,,$/rest,10,12,/; 2s/,opgegeven,/,bereik,/' wide.csv >least.csv
verdict "the least of an estimate is its number" 0 "" 10 least.csv
wrong hardheid harde "hard, zacht, onbekend or telt_niet"
wrong soort bouwen "bouw, sloop or gerealiseerd"
wrong dimensie totalen "totaal, woningtype, betaalbaarheid, wonen_zorg, flex \
or opdrachtgever"
wrong herkomst gevonden "opgegeven, nul, leeg, nvt, onbekend, afgeleid, circa \
or bereik"
wrong telling maand "rest or jaar"
wrong gemeente 0034 "a region code as GM1680"
wrong gemeente GM00345 "a region code as GM1680"
wrong jaar_van 24 "a year as 2024, or nothing"
wrong jaar_tot 2023 "a year not before jaar_van"
wrong peildatum 1-1-2024 "a date as 2024-01-01, or nothing"
wrong aantal 1x "a number with a decimal point"
wrong aantal 5.0000001 "a number with at most six decimals"
wrong aantal 10000001 "at most 10000000 in one cell, in at most 18 digits"
wrong aantal_laag 11 "with aantal_hoog two numbers around aantal"
wrong herkomst circa "with aantal_hoog two numbers around aantal" aantal_laag ""
wrong bos_ha veel "hectares as 2.5, or nothing"

# Every column of the contract must be there, but those that came later.
for column in gemeente fase_id vertrouwelijkheid categorie herkomst levering; do
	sed "1s/\\b$column\\b/anders/" good.csv >bad.csv
	verdict "no $column" 2 "no column '$column'" - bad.csv
done

# The residue of a workbook is no fraction; blanks around a word are none.
echo GM0034,1,Kade,hard,2024,28.999999999999996 | register >r.csv
verdict "binary residue" 0 R003 29 r.csv
echo 'GM0034 ,1,Kade, hard,2024,29' | register >r.csv
verdict "blanks around a word" 0 R004 29 r.csv

# What makes two plans one: a register joined from two, the same plan in the
# next delivery in other case, blanks or Unicode form; names of any length.
{ cat good.csv; sed 1d good.csv; } >twice.csv
verdict "a register appended to itself" 1 R002 10 twice.csv
{ cat good.csv; sed '1d;s/,10,/,11,/' good.csv; } >twice.csv
verdict "with another number" 2 "the same key as in line 2" - twice.csv
for p in 1 2 3; do
	for y in 2024 2025; do
		for i in 1 2 3 4 5 6 7 8 9; do
			echo "GM0034,$p$i,Kade,hard,$y,1"
		done
	done
done | register >many.csv
{ cat many.csv; sed 1d many.csv | sort -r; } >twice.csv
verdict "in another order" 1 R002 54 twice.csv
{ head -1 many.csv; sed 1d many.csv | sort -r -t, -k14,14; } >many2.csv
verdict "in which no order is" 0 "" 54 many2.csv
# Put away for another plan, with fewer decimals than the row before.
printf '%s\n' GM0034,1,Kade,hard,2025,10.5 GM0034,1,Kade,hard,2024,20 \
    GM0034,2,Dijk,hard,2024,4.5 GM0034,1,Kade,hard,2025,10.5 \
    GM0034,1,Kade,hard,2024,20 | register >twice.csv
verdict "again after another plan" 1 R002 35 twice.csv
long=$(printf 'a%.0s' $(seq 600))
for names in ',Kade,, kade ' ',Wijk  Noord,,wijk noord' 'A1,x,a1,y' \
    ",Café,,$(printf 'cafe\314\201')" ",$long,,$long"; do
	{
		echo "GM0034,${names%,*,*},hard,2024,100,een"
		echo "GM0034,${names#*,*,},hard,2024,60,twee"
	} | register >two.csv
	verdict "one plan: $(echo "$names" | cut -c1-20)" 1 R001 100 two.csv
done
for names in ',Kade,,Kaden' 'A1,x,A2,x' ",${long}b,,${long}c" ',Cafe,,Café'; do
	{
		echo "GM0034,${names%,*,*},hard,2024,100,een"
		echo "GM0034,${names#*,*,},hard,2024,60,twee"
	} | register >two.csv
	verdict "two plans: $(echo "$names" | cut -c1-20)" 0 "" 160 two.csv
done

# A second part of a delivery: other years of a plan, or nothing in the same.
printf '%s\n' GM0034,1,Kade,hard,2024,100,een GM0034,1,Kade,hard,2025,60,twee \
    GM0034,1,Kade,hard,2024,0,twee | register >two.csv
verdict "a delivery in two parts" 0 "" 160 two.csv
printf '%s\n' GM0034,1,Kade,hard,2024,0,een GM0034,1,Kade,hard,2024,60,twee |
    register >two.csv
verdict "nothing, and then a number" 0 "" 60 two.csv
# Regions of observations are trimmed as those of registers are, and counted.
printf '%s\n' tabel,onderwerp,regio,periode,waarde,eenheid,status,reden \
    '1,saldo_voorraad,GM0034  ,2024,5,aantal,definitief,' \
    '1,saldo_voorraad, GM0995,2024,6,aantal,definitief,' >w2.csv
run woondeal-diff -v -g "$G" -t t.csv -y 2024..2024 w2.csv
ok "regions with blanks count" test "$(csvpick -H -w niveau=gemeente \
    -w netto_groei!= -c regio,netto_groei out | paste -sd ' ')" = "GM0034,5 GM0995,6"
ok "and is counted" grep -qx "woondeal-diff: w2.csv: regions with blanks around \
them: 2, the first in row 2: the blanks are taken off" err
done_testing
