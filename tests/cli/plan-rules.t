#!/bin/bash
# Every rule of plan-normalize has an example: a finding told word for word,
# among testdata/plan-normalize or here. A new rule without one fails.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
RULES=$ROOT/cmd/plan-normalize/ground/rules.def
cp "$F/gemeenten.csv" "$F/planstatus.csv" "$F/prijsgrenzen.csv" "$T"
cd "$T" || exit 1

# layout LINE...: a layout of these lines after the columns that all have.
layout() {
	printf '%s\n' veld,kolom,omzetting,waarde plan_id,Nr,, \
	    gemeente,,,GM9001 "$@" >layout.csv
}

# delivery RECORD...
delivery() {
	printf '%s\n' "$@" >in.csv
}

# finds NAME [OPTION...] <findings: exactly these, without bestand and but for
# the account, which is told wherever something does not count.
finds() {
	name=$1
	shift
	rm -f findings.csv
	plan-normalize -q -g gemeenten.csv -S planstatus.csv -R basisset \
	    -l layout.csv --peildatum 2025-01-01 --findings findings.csv \
	    "$@" in.csv >out.csv 2>err
	status=$?
	cat findings.csv >>shown
	ok "$name" diff -u - <(sed '1d; /,E006,/d; s/^in.csv,//' findings.csv)
}
: >shown

layout planstatus,,,1A 'aantal,{jaar},bouw,'
delivery Nr,2025 1,40-60
finds "E026 a range of which nobody said what counts" <<'END'
2,B,2025,E026,fout,40-60,"""40-60"" is een bereik: vul het aantal in, of leg in de indeling vast welk getal telt (bereik: laag, midden of hoog)."
END
ok "is an error: the record is rejected" test "$(wc -l <out.csv)" = 1

layout planstatus,,,1A jaar_van,V,, jaar_tot,T,, aantal,N,bouw,
delivery Nr,V,T,N 1,2026,2025,4 2,2025,2026,5
finds "E025 years that end before they begin" <<'END'
2,C,T,E025,fout,2025,"""2025"" is geen jaartal: vul een jaar van vier cijfers in."
END
ok "are rejected" test "$(cut -d, -f2,19 out.csv | paste -sd ' ')" = \
    "plan_id,aantal 2,5"

layout plan_naam,Plan,, planstatus,S,code, totaalrij,Plan,begint,totaal \
    'aantal,{jaar},bouw,'
delivery Nr,Plan,S,2025 ,Totaalontwikkeling,1A,5 ,Kade,3,4 ,Kade,4A,6 ,Totaal,,15
finds "E059 and E053 two statuses of one hardheid, and what is no total" <<'END'
4,B,Plan,E059,fout,Kade,"Plan ""Kade"" heeft in rij 3 een andere status of hardheid: maak ze gelijk, of geef elke fase een eigen naam of nummer."
5,B,Plan,E053,info,Totaal,"Totaalrij ""Totaal"" telt niet mee (15 woningen): laat totaalrijen weg uit de levering."
END
ok "count what is left" test "$(cut -d, -f3,19 out.csv | paste -sd ' ')" = \
    "plan_naam,aantal Totaalontwikkeling,5 Kade,4"

layout planstatus,,,1A jaar_tot,T,, aantal,N,bouw,
delivery Nr,T,N 1,2030,4
finds "nothing of years without a beginning" <<'END'
END
ok "which keep their end" test "$(cut -d, -f14,15,19 out.csv | paste -sd ' ')" = \
    "jaar_van,jaar_tot,aantal ,2030,4"

layout planstatus,,,1A 'aantal,{jaar},bouw,2025..2026'
delivery Nr,2025,2026,2031 1,4,5,6
finds "E005 a year outside those of its line in the layout" <<'END'
1,D,2031,E005,fout,2031,"Kolom ""2031"" noemt een jaar maar staat niet in de indeling en is niet gelezen (rijen met een waarde: 1): neem haar op in de indeling, of zet haar daar op negeer."
END
ok "is not read" test "$(cut -d, -f14,19 out.csv | paste -sd ' ')" = \
    "jaar_van,aantal 2025,4 2026,5"

layout planstatus,,,1A circa,,,10 'aantal,Sloop,sloop|min,2025'
delivery Nr,Sloop '1,ca. -15'
finds "E028 an estimate below zero" <<'END'
2,B,Sloop,E028,info,ca. -15,"""ca. -15"" is gelezen als 15 (13-17): vul een aantal in zodra het bekend is."
END

layout planstatus,,,1A 'aantal,{jaar},bouw,'
delivery Nr,2025 1,4 Nr,2025
finds "E004 a header again" <<'END'
3,,,E004,waarschuwing,,De kop staat er nog eens en is overgeslagen: ga na of er meer tabellen onder elkaar staan.
END

layout planstatus,,,1A hardheid,H,, 'aantal,{jaar},bouw,'
delivery Nr,H,2025 1,hardt,5
finds "E035 a word that the layout does not know" <<'END'
2,B,H,E035,fout,hardt,"""hardt"" is geen bekende waarde voor hardheid: gebruik een waarde uit de indeling, of vul de indeling aan."
END

layout planstatus,,,1A jaar,Jaar,, aantal,Bouw,bouw, aantal,Sloop,sloop, \
    bouw_gerealiseerd,Klaar,, sloop_gerealiseerd,Weg,, controle,Totaal,'plan|bouw|gerealiseerd|sloop|gesloopt|netto',
delivery Nr,Jaar,Bouw,Sloop,Klaar,Weg,Totaal 1,2024,9,4,Ja,Ja,5 2,2026,8,,Ja,Ja,8 \
    3,2026,8,3,Nee,Ja,5 4,2024,,3,Ja,Nee,-3 5,2026,,0,Ja,Ja, \
    6,2025,8,,Ja,Ja,8
finds "E063 and E061 a year that contradicts what is said to be realised" <<'END'
3,E,Klaar,E063,fout,2026,"De woningen van 2026 heten gerealiseerd, na de peildatum 2025-01-01: verbeter het jaar, of zet gerealiseerd op Nee."
4,F,Weg,E063,fout,2026,"De woningen van 2026 heten gerealiseerd, na de peildatum 2025-01-01: verbeter het jaar, of zet gerealiseerd op Nee."
5,D,Sloop,E061,waarschuwing,3,Er staan nog 3 te bouwen of te slopen woningen in een jaar vóór de peildatum 2025-01-01: verplaats ze naar een later jaar of meld ze gerealiseerd.
END
sed -i 's/als/&/; $a bouw_gerealiseerd,,als:Ja,Nee\nbouw_gerealiseerd,,als:Nee,Ja' layout.csv
delivery Nr,Jaar,Bouw,Sloop,Klaar,Weg,Totaal 1,2024,9,,Nee,,9 2,2026,8,,Ja,,8
plan-normalize -q -g gemeenten.csv -S planstatus.csv -l layout.csv \
    --peildatum 2025-01-01 in.csv >out.csv 2>err
ok "flags that are the other way round are turned by the layout" diff - \
    <(csvpick -H -c plan_id,soort,aantal -w aantal!= out.csv; cat err) <<'END'
1,gerealiseerd,9
2,bouw,8
END

# What a column says in its own name, and what a record says of itself.
layout planstatus,,,1A 'scheiding,,,","' jaar,Jaar,, 'aantal,Huis koop,woningtype:Eengezins|betaalbaarheid:Koop onbekend,' \
    'aantal,Huis huur,woningtype:Eengezins|betaalbaarheid:Huur onbekend,' \
    'aantal,?Eigen {omzetting},,' bouw_verdeling,Zegt,, telling,Hoe,, peildatum,Dag,,
delivery 'Nr,Jaar,Huis koop,Huis huur,Eigen bouw|flex:Flexwoningen,eigen sloop,Eigen netto|betaalbaarheid:x,Zegt,Hoe,Dag' \
    1,2026,3,4,2,,,,jaar,2024-01-01 2,2026,3,4,,1,-5,totaal,, \
    3,2026,3,4,,,,geen,rest, 4,2026,3,4,,,,alles,half,2024-13-01
finds "E035 what a record says of itself" <<'END'
2,,,E041,waarschuwing,flex,De verdeling naar flex telt op tot 2 en het totaal van het plan is 7: verbeter de verdeling of het totaal.
3,,,E041,waarschuwing,betaalbaarheid,De verdeling naar betaalbaarheid telt op tot -5 en het totaal van het plan is 7: verbeter de verdeling of het totaal.
5,I,Hoe,E035,fout,half,"""half"" is geen bekende waarde voor telling: gebruik een waarde uit de indeling, of vul de indeling aan."
5,J,Dag,E035,fout,2024-13-01,"""2024-13-01"" is geen bekende waarde voor peildatum: gebruik een waarde uit de indeling, of vul de indeling aan."
5,H,Zegt,E035,fout,alles,"""alles"" is geen bekende waarde voor bouw_verdeling: gebruik een waarde uit de indeling, of vul de indeling aan."
END
ok "and no more comes of it" diff - <(csvpick -H \
    -c plan_id,soort,dimensie,categorie,aantal,peildatum,telling out.csv) <<'END'
1,bouw,totaal,,7,2024-01-01,jaar
1,bouw,woningtype,Eengezins,7,2024-01-01,jaar
1,bouw,betaalbaarheid,Koop onbekend,3,2024-01-01,jaar
1,bouw,betaalbaarheid,Huur onbekend,4,2024-01-01,jaar
1,bouw,flex,Flexwoningen,2,2024-01-01,jaar
2,bouw,totaal,,7,2025-01-01,rest
2,sloop,totaal,,1,2025-01-01,rest
2,bouw,betaalbaarheid,x,-5,2025-01-01,rest
END
sed -i '1s/flex:/vlek:/' in.csv
plan-normalize -q -g gemeenten.csv -S planstatus.csv -l layout.csv in.csv \
    >out.csv 2>err
ok "a column that does not say what it holds" grep -qF 'column E: "Eigen bouw|vlek:Flexwoningen" does not say what its numbers are' err

layout planstatus,Status,, planstatus,,code, plan_naam,Naam,, 'aantal,{jaar},bouw,'
delivery Nr,Naam,Status,2025,2026 ,Totaal,,9,5 1,a,1A,4,5 2,b,1A,4,
finds "E054 a totals row above its rows" <<'END'
2,B,Naam,E057,fout,Totaal,"Rij ""Totaal"" (14 woningen) heet totaal, heeft geen nummer of status en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
2,,,E054,waarschuwing,9,"De totaalrij boven haar regels zegt 9 en de som daarvan is 8: verbeter het totaal, of lever de ontbrekende regels."
END

delivery Nr,Naam,Status,2025,2026,2027 ,Noord,,,,5 1,a,1A,4,5,2 2,b,1A,4,5,3
finds "no total: one number of three that fits the rows below it" <<'END'
2,C,Status,E072,waarschuwing,,De planologische status is leeg en geldt als onbekend: vul haar in.
END

layout planstatus,,,1A 'aantal,{jaar},bouw,' \
    'aantal,Eengezins {jaar},bouw|woningtype:Eengezins,' \
    'aantal,Meergezins {jaar},bouw|woningtype:Meergezins,'
delivery 'Nr,2025,2026,Eengezins 2025,Meergezins 2025,Eengezins 2026,Meergezins 2026' \
    1,10,20,4,7,9,10
finds "E041 a partition that fits the plan but not its years" <<'END'
2,,,E041,waarschuwing,woningtype 2025,"De verdeling naar woningtype 2025 telt op tot 11 en het totaal van die jaren is 10, al klopt de verdeling over alle jaren samen: verbeter de verdeling of het totaal."
END

layout 'aantal,h{jaar},bouw|hardheid:hard,' \
    'aantal,z{jaar},bouw|hardheid:zacht,' controle,Totaal,bouw,
delivery Nr,h2025,z2025,Totaal 1,630,1096,1726 2,630,2144,1726
finds "E043 hard and zacht that are not the total" <<'END'
3,D,Totaal,E043,waarschuwing,1726,"Het totaal ""1726"" is niet hard plus zacht plus onbekend (2774): verbeter het totaal of vul onbekend in."
END

layout woorden,,,woorden.csv planstatus,,,1A 'aantal,Blok {jaar},bouw,' \
    'aantal,Toren A,bouw|som,2025' 'aantal,Toren B,bouw|som,2025'
cp "$ROOT/pipelines/indeling/woorden.csv" .
delivery 'Nr,Toren A,Toren B,Blok 2026' 1,5,PM,3 2,PM,n.v.t.,3 3,nvt,nvt, \
    4,,nvt,3 5,nvt,5,
finds "E044 a part of a sum that is not known" <<'END'
2,C,Toren B,E044,waarschuwing,PM,"""PM"" is een deel van een optelsom en telt daarin niet mee, de andere kolommen wel: vul het aantal in."
END
ok "a sum without a number is what its parts are" diff -u - \
    <(awk -F, '$14 == 2025 { print $2, $19, $20, $24 }' out.csv) <<'END'
1 5 afgeleid B:C
2  onbekend B:C
3  nvt B:C
4  leeg B:C
5 5 afgeleid B:C
END

layout planstatus,,,1A bos_ha,Bos,, jaar,Jaar,, aantal,Aantal,bouw,
delivery Nr,Bos,Jaar,Aantal 1,2.5,2025,5 1,2.5,2026,5 2,1,2025,5 2,3,2026,5
finds "E055 a plan with two areas of wood" --numbers en <<'END'
5,,,E055,waarschuwing,2,De rijen van plan 2 noemen verschillende hectaren bos: maak ze gelijk.
END

layout planstatus,,,1A 'aantal,{jaar},bouw,' \
    'aantal,Koop goedkoop,bouw|prijs:koop 0-280000,' \
    'aantal,Koop duur,bouw|prijs:koop 280000-,'
delivery 'Nr,2025,Koop goedkoop,Koop duur' 1,10,4,6
finds "E080 a year of which the limits are not known" \
    --prijsgrenzen prijsgrenzen.csv <<'END'
1,C,Koop goedkoop,E080,waarschuwing,Koop goedkoop,"Voor het prijspeil 2025 zijn geen prijsgrenzen bekend; ""Koop goedkoop"" geldt als onbekend: vul prijsgrenzen.csv aan of leg het prijspeil vast in de indeling."
1,D,Koop duur,E080,waarschuwing,Koop duur,"Voor het prijspeil 2025 zijn geen prijsgrenzen bekend; ""Koop duur"" geldt als onbekend: vul prijsgrenzen.csv aan of leg het prijspeil vast in de indeling."
END

# What no rule tells, for there is no record yet to tell it of: one line that
# says where, and nothing is written.
layout planstatus,,,1A plan_naam,Plan,, 'aantal,{jaar},bouw,'
printf 'Nr,Plan,2025\n1,Caf\351,5\n' >in.csv
run plan-normalize -g gemeenten.csv -S planstatus.csv -R basisset \
    -l layout.csv in.csv
fails 2 "a byte that is no letter" "plan-normalize: in.csv:2: error: byte 0xE9\
 (byte 19 of the file) is not UTF-8; say the encoding, as --encoding\
 windows-1252"
delivery Nr,Plan,aantal, ,,2025,2026 1,Kade,5,6
run plan-normalize -g gemeenten.csv -S planstatus.csv -R basisset \
    -l layout.csv in.csv
fails 2 "a header of two rows, read as one" "plan-normalize: in.csv:1: error:\
 E003 the layout layout.csv does not fit: column \"{jaar}\" is not in the\
 header"

# Numbers that nobody would type, and those of a workbook.
layout planstatus,,,1A 'aantal,{jaar},bouw,'
delivery Nr,2025,2026,2027,2028 1,3.0000000000000036,0.1234567,20000000,1
finds "E045 to E047 residue, decimals and size" --numbers en <<'END'
2,B,2025,E045,info,3.0000000000000036,"""3.0000000000000036"" is gelezen als 3, zoals Excel het toont: rond het getal in de werkmap af."
2,C,2026,E046,fout,0.1234567,"""0.1234567"" heeft meer dan zes decimalen: rond het aantal af."
2,D,2027,E047,fout,20000000,"""20000000"" is meer dan 10.000.000 woningen in een cel: verbeter het aantal."
END

# Totals are found by what they are.
layout plan_naam,Plan,, planstatus,Status,, "planstatus,,als:1A,1A" \
    'aantal,{jaar},bouw,'
delivery Nr,Plan,Status,2025,2026 1,A,1A,60,5 2,B,1A,40,6 \
    3,Eindtotaal,1A,100,11 '4,Totaal plan Kade,1A,30,'
finds "E057 the sum of the rows above, and it says so" <<'END'
4,B,Plan,E057,fout,Eindtotaal,"Rij ""Eindtotaal"" (111 woningen) is de som van rijen erboven en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
END
ok "a plan whose name says total, with an id and a status" grep -q \
    '^GM9001,4,Totaal plan Kade,.*,30,' out.csv
delivery Nr,Plan,Status,2025,2026 1,A,1A,60,5 2,B,1A,40,6 ,Totaal,,99,11
finds "E057 it says total, and has neither id nor status" <<'END'
4,B,Plan,E057,fout,Totaal,"Rij ""Totaal"" (110 woningen) heet totaal, heeft geen nummer of status en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
4,D,2025,E054,waarschuwing,99,De totaalrij zegt 99 en de rijen erboven tellen op tot 100: controleer of er rijen ontbreken of dubbel zijn.
END
delivery Nr,Plan,Status,2025,2026 1,A,1A,60,5 2,B,1A,40,6 ,Urk,,100,11
finds "E057 the sum of the rows above, without id and status" <<'END'
4,B,Plan,E057,fout,Urk,"Rij ""Urk"" (111 woningen) is de som van rijen erboven en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
END
delivery Nr,Plan,Status,2025 1,A,1A,60 2,B,1A,40 ,,, 3,C,1A,7 4,D,1A,8 \
    ,Totaal,,15 ,Totaal,,115
finds "E057 of a block, and of all" <<'END'
7,B,Plan,E057,fout,Totaal,"Rij ""Totaal"" (15 woningen) is de som van rijen erboven en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
8,B,Plan,E057,fout,Totaal,"Rij ""Totaal"" (115 woningen) is de som van rijen erboven en telt niet mee: haal haar weg, of leg in de indeling vast dat het een totaalrij of een plan is (somrij)."
END
echo somrij,,,plan >>layout.csv
delivery Nr,Plan,Status,2025,2026 1,A,1A,60,5 2,B,1A,40,6 3,Totaal,1A,100,11
finds "unless the layout says that it is a plan" </dev/null
printf '%s\n' veld,kolom,omzetting,waarde gemeente,,,GM9001 plan_naam,Plan,, \
    'aantal,{jaar},bouw,' >layout.csv
delivery Plan,2025 A,60 B,40 C,100
finds "E058 nothing tells whether it is a plan" <<'END'
4,,,E058,waarschuwing,,De 100 woningen van deze rij zijn de som van rijen erboven en tellen mee: ga na of dit een totaalrij is.
END

# What the layout leaves out, and what it does not know of.
echo overslaan,Plan,begint,bron >>layout.csv
delivery Plan,2025,,Telling A,60,7,8 'Bron: eigen telling,5,,' B,40,,x
finds "E056 and E003 left out, and unread" <<'END'
3,,,E056,info,bron,"De indeling slaat rijen over (""bron""), hier voor het eerst (rijen: 1, woningen: 5): ga na of dat klopt."
1,C,,E003,waarschuwing,7,"De kolom heeft geen naam en is niet gelezen (rijen met een waarde: 1, de eerste ""7""): geef haar een naam in de kop."
1,D,Telling,E003,waarschuwing,Telling,"Kolom ""Telling"" staat niet in de indeling en is niet gelezen (rijen met een waarde: 2): neem haar op in de indeling, of zet haar daar op negeer."
END
ok "E006 the account" grep -qx 'in.csv,,,,E006,info,,"Van 5 getallen tellen er 2 mee; 0 afgewezen, 1 overgeslagen, 2 niet gelezen. Bouw 120 = 100 + 0 + 5 + 15; sloop 0 = 0 + 0 + 0 + 0."' findings.csv
delivery Plan,2025,, A,60,,
finds "columns without a name and without a value are nothing" </dev/null

# Names of a Mac: letters and their marks apart (NFD), in a header, a word and
# a plan.
printf 'veld,woord,waarde\nplanstatus,Caf\303\251,1A\n' >woorden.csv
layout woorden,,,woorden.csv plan_naam,Naam,, 'planstatus,Café,,' \
    'aantal,{jaar},bouw,'
delivery "Nr,Naam,$(printf 'Cafe\314\201'),2025" \
    "1,$(printf 'E\314\201cole'),$(printf 'CAFE\314\201'),5" 2,ÉCOLE,café,5
finds "E051 a name typed on a Mac" <<'END'
3,B,Naam,E051,waarschuwing,ÉCOLE,"Plannaam ""ÉCOLE"" staat ook in rij 2: controleer of dit hetzelfde plan is, en geef fasen een eigen naam."
END
layout plan_naam,Naam,, gemeente_naam,Wie,, 'aantal,{jaar},bouw,'
delivery Nr,Naam,Wie,2025 1,A,Plasberg,5 2,B,Elders,5
finds "E010 a municipality with another letter" <<'END'
2,C,Wie,E010,fout,Plasberg,"Gemeente ""Plasberg"" is niet bekend, bedoeld is misschien Plasburg: gebruik de CBS-code of de naam uit gemeenten.csv."
3,C,Wie,E010,fout,Elders,"Gemeente ""Elders"" is niet bekend: gebruik de CBS-code of de naam uit gemeenten.csv."
END

# A delimiter that is not the layout's.
layout 'aantal,{jaar},bouw,' 'scheiding,,,;'
delivery Nr,2025 1,5
run plan-normalize -g gemeenten.csv -S planstatus.csv -l layout.csv in.csv
fails 2 "another delimiter would fit" "plan-normalize: in.csv:1: error: E003 the\
 layout layout.csv does not fit: column \"nr\" is not in the header; another\
 delimiter would fit: -d ,"

# Two layouts that fit equally well: what would decide.
layout plan_naam,Naam,, 'aantal,{jaar},bouw,' && mv layout.csv one.csv
layout plan_naam,Plan,, 'aantal,{jaar},bouw,' && mv layout.csv two.csv
delivery Nr,Naam,Plan,2025 1,a,b,5
run plan-normalize -g gemeenten.csv -S planstatus.csv -l one.csv -l two.csv in.csv
fails 2 "what would decide" "plan-normalize: the layouts one.csv and two.csv fit\
 equally well: give one with -l; only one.csv reads \"naam\"; only two.csv reads\
 \"plan\""

# What a column causes in every record is told once for each municipality.
printf '%s\n' veld,kolom,omzetting,waarde gemeente,Wie,, plan_id,Nr,, \
    planstatus,,,1A 'aantal,{jaar},bouw,' >layout.csv
delivery Wie,Nr,2023 GM9001,1,5 GM9001,2,6 GM9002,3,7 GM9001,4,8 GM9001,5,9 \
    GM9001,6,9 GM9001,7,9 GM9001,8,9
finds "E061 a column of years that are over" <<'END'
2,C,2023,E061,waarschuwing,5,Er staan nog 5 te bouwen of te slopen woningen in een jaar vóór de peildatum 2025-01-01: verplaats ze naar een later jaar of meld ze gerealiseerd.
4,C,2023,E061,waarschuwing,7,Er staan nog 7 te bouwen of te slopen woningen in een jaar vóór de peildatum 2025-01-01: verplaats ze naar een later jaar of meld ze gerealiseerd.
3,C,2023,E061,waarschuwing,,"Hetzelfde in nog meer rijen (6): 3, 5, 6, 7, 8, ..."
END

# Words that cross, and a vocabulary of today's words.
cat >woorden.csv <<'END'
veld,woord,waarde,vanaf
planstatus,1C wijziging,1A,
planstatus,3 in voorbereiding,3,
knelpunten,Nuts,Nuts,2025-09-11
knelpunten,Netcongestie,Nuts,2025-09-11
knelpunten,Stikstof,Stikstof,
END
layout woorden,,,woorden.csv planstatus,Status,, 'knelpunten,Knelpunt,splits:;,' \
    'aantal,{jaar},bouw,'
delivery Nr,Status,Knelpunt,2025 '1,1C wijziging,Netcongestie; Stikstof,5' \
    '2,1C wijziging,Netcongestie;Nuts,5' '3,4B ergens,,5' \
    '4,3 in voorbereiding,Geluid; stikstof,5' '5,3 in voorbereiding,Geluid,5'
finds "E030, E039, E049, E062 words that cross, and old ones" <<'END'
2,C,Knelpunt,E049,info,Netcongestie,"""Netcongestie"" heet nu Nuts, hier voor het eerst: gebruik voortaan dat woord."
2,B,Status,E062,waarschuwing,1C wijziging,"""1C wijziging"" begint met een andere code en is gelezen als 1A, zoals de indeling zegt: ga na of de indeling klopt."
4,B,Status,E030,fout,4B ergens,"Planologische status ""4B ergens"" is niet bekend, maar begint met 4B: neem de omschrijving op in de indeling, of gebruik een van de statussen 1A tot en met 5B met hun omschrijving."
5,C,Knelpunt,E039,waarschuwing,Geluid,"""Geluid"" staat niet in de woordenlijst voor knelpunten en is overgenomen zoals het er staat, hier voor het eerst: gebruik een woord uit de lijst, of vul de lijst aan."
END
ok "one word for one thing" test "$(cut -d, -f11 out.csv | sort -u |
    tr '\n' ' ')" = 'Geluid Geluid|Stikstof Nuts Nuts|Stikstof knelpunten '

# The rules as rules.def has them, each against all findings shown: code, ernst
# and sentence, with anything where a value goes.
perl -CSDA -Mutf8 -e '
	my %ernst = (ERROR => "fout", WARN => "waarschuwing", INFO => "info");
	my $text = qr/(?:"(?:[^"\\]|\\.)*"\s*)+/;
	my ($file, @shown) = @ARGV;
	my ($source, $findings) = map { local $/; join "", map {
		open my $h, "<", $_ or die "$_: $!"; <$h> } @$_ }
	    [$file], [@shown];
	my @entries = $source =~ /^RULE\((\w+)/mg;
	my $read = 0;
	while ($source =~ /^RULE\((\w+), "(E\d+)", (\w+),\s*$text,\s*($text)\)/mg) {
		my ($name, $code, $ernst, $say) = ($1, $2, $ernst{$3}, $4);
		$read++;
		$say = join "", map { s/\\(.)/$1/gr } $say =~ /"((?:[^"\\]|\\.)*)"/g;
		$say =~ s/"/""/g;
		$say = join ".+", map { quotemeta } split /\{\d\}/, $say, -1;
		print "no example of $name, $code\n"
		    if $findings !~ /,$code,$ernst,.*,"?$say"?$/m;
	}
	print "read $read rules of ", scalar(@entries), "\n"
	    if $read != @entries || !$read;
' "$RULES" "$F"/*.findings.csv shown >"$T/missing" 2>&1
ok "every rule has an example, word for word" test ! -s "$T/missing"
sed 's/^/# /' "$T/missing"

# The codes of the manual are those of the rules, and of what refuses a whole
# delivery.
grep -o 'E0[0-9][0-9]' "$ROOT/cmd/plan-normalize/plan-normalize.1" | sort -u \
    >"$T/manual"
grep -oh '"E0[0-9][0-9][ "]' "$RULES" "$ROOT"/cmd/plan-normalize/*/*.c |
    tr -d '" ' | sort -u >"$T/codes"
ok "the manual names no code that there is not" test -z \
    "$(comm -23 "$T/manual" "$T/codes")"
done_testing
