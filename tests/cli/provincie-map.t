#!/bin/bash
# pipelines/provincie: a province's folder, made and checked.
. "$(dirname "$0")/lib.sh"
own_tools
provincie=$ROOT/pipelines/provincie
N=$ROOT/pipelines/provincie.d
export LC_ALL=C.UTF-8

run "$provincie" check "$ROOT/pipelines/flevoland"
is 0 "Flevoland has nothing to say" </dev/null
run "$provincie" check "$DATA/provincie/provincie"
is 0 "nor has a made-up province" </dev/null

run "$provincie" new "$T/zl"
is 0 "a new one" </dev/null
ok "every table, its columns and an example" [ "$(ls "$T/zl" | wc -l)" = \
    "$(($(csvpick -n -w kolom= "$N/kolommen.csv") + 2))" -a "$(cat \
    "$T/zl/rooster.csv")" = "gemeente,levering,verwacht,ontvangen,stand
GM9999,voorjaar 2025,2025-03-01,2025-02-20,volledig" ]
ok "each column explained" [ "$(grep -c '^  [a-z]' "$T/zl/LEESMIJ.txt")" = \
    "$(($(csvpick -n -w 'kolom!=' -w 'tabel!=instelling' \
        "$N/kolommen.csv")))" ]
run "$provincie" new "$T/zl"
fails 2 "one that is there" "provincie: $T/zl: is there already"
run "$provincie" check "$T/zl"
ok "what is still an example, all at once" [ "$status" = 1 -a ! -s "$T/err" -a \
    "$(grep -c 'is still the example: fill in your own$' "$T/out")" = \
    "$(wc -l <"$T/out")" -a "$(wc -l <"$T/out")" = 14 ]

# Zeeland, filled in by hand.
cd "$T/zl" || exit 1
rm prijsgrenzen.csv gebieden.csv norm.csv beweringen.csv scenario.csv \
    plankeuze.csv
sed -i 's/^naam,.*/naam,Zeeland/' instellingen.csv
cat >gemeenten.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0664,Goes,WD-ZEELAND,PV29,
GM0687,Middelburg,WD-ZEELAND,PV29,
GM0718,Vlissingen,WD-ZEELAND,PV29,
END
cat >opgave.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-ZEELAND,GM0664,2022,2030,1500,2023-03-15,Woondeal,nee
WD-ZEELAND,,2022,2030,5000,2023-03-15,Woondeal,nee
END
sed -i 's/^GM9999,plannen.*/GM0664,plannen\/goes.csv,,goes.csv,goes 2025-1,2025-01-01/' \
    leveringen.csv
sed -i 's/^GM9999/GM0664/' rooster.csv
sed -i 's/Observations.csv/81955NED.zip/' bronnen.csv
sed -i 's/nieuwbouw,ja/nieuwbouw,nee/' selecties.csv
sed -i 's/^voorbeeld,Voorbeeld van een indicator/nieuwbouw,Nieuwbouw/' \
    indicatoren.csv
printf '%s\n' veld,kolom,omzetting,waarde telling,,,rest plan_naam,Plan,, \
    planstatus,,,1A 'aantal,{jaar},bouw,' >indeling/goes.csv
run "$provincie" check "$T/zl"
is 0 "filled in" </dev/null

sed -i.goed 's/,Middelburg,/,=Middelburg,/' gemeenten.csv
run "$provincie" check "$T/zl"
ok "a name that is a formula" grep -qx "gemeenten.csv:3: warning: N001 \
\"=Middelburg\": begins as a formula: a spreadsheet computes it" "$T/out"
mv gemeenten.csv.goed gemeenten.csv

# Each kind of fault, all of them at once.
cp -R "$T/zl" "$T/mis" && cd "$T/mis" || exit 1
sed -i 's/,5000,/,5.000,/; s/2023-03-15,Woondeal,nee$/2023-02-30,Woondeal,nein/
	s/WD-ZEELAND,GM0664,2022,2030/WD-ZEELND,GM0665,2030,2022/
	3s/2023-02-30/1900-02-29/' opgave.csv
sed -i 's/goes.csv,goes 2/goed.csv,goes 2/' leveringen.csv
sed -i 's/^regelset,.*/regelset,basis/; s/^jaren,.*//; s/^uitgever/uitgeverij/' \
    instellingen.csv
sed -i 's/verwacht/verwachting/' rooster.csv
sed -i '$p' gemeenten.csv
sed -i 's/,groei,/,groeien,/' bronnen.csv
rm selecties.csv
: >indicatoren.csv
printf '%s\n' GM0001,1,1 GM0664,boven,1 >>kaart.csv
echo WD-X,Iks, >>namen.csv
run "$provincie" check "$T/mis"
is 1 "everything at once" <<'END'
gemeenten.csv:5: the same as row 4: one of them goes
opgave.csv:2: woondeal: 'WD-ZEELND': expected one of: WD-ZEELAND
opgave.csv:2: gemeente: 'GM0665': expected one of: GM0664 GM0687 GM0718
opgave.csv:2: jaar_tot: 2022 is before jaar_van
opgave.csv:3: opgave: '5.000': expected a whole number, without points
opgave.csv:2: vastgesteld: '2023-02-30': expected a day that there is, as 2025-12-31
opgave.csv:3: vastgesteld: '1900-02-29': expected a day that there is, as 2025-12-31
opgave.csv:2: afgeleid: 'nein': expected one of: ja|nee
opgave.csv:3: afgeleid: 'nein': expected one of: ja|nee
bronnen.csv:2: soort: 'groeien': expected one of: groei|cbs|indicatoren|monitoren|behoefte|voorraad
leveringen.csv:2: indeling: 'goed.csv': expected a file of its own folder indeling or of ours
selecties.csv: is not there; 'provincie new' writes one with its columns
rooster.csv: no column 'verwacht'; did you mean 'verwachting'? columns: gemeente, levering, verwachting, ontvangen, stand
indicatoren.csv: no header: the input is empty
kaart.csv:2: gemeente: 'GM0001': expected one of: GM0664 GM0687 GM0718
kaart.csv:3: rij: 'boven': expected a whole number, without points
namen.csv:2: regio: 'WD-X': expected a code of gemeenten.csv, or NL01
instellingen.csv:3: regelset: 'basis': expected one of: basisset onherroepelijk
instellingen.csv:6: 'uitgeverij' is no setting; these are: naam jaren regelset bron_groei bron_plannen uitgever kleinste_aantal openbare_uitgaven indicatoren_per vorige_plannen contact kanttekening volgende_uitgave capaciteitsnorm klaar swing_scheiding swing_decimaal
instellingen.csv: no setting 'jaren': eerste en laatste jaar van de opgave
bronnen.csv: no row of soort groei: the growth of the housing stock
END

# What only a tool sees, in its words.
cp -R "$T/zl" "$T/tool" && cd "$T/tool" || exit 1
sed -i 's/^aantal,{jaar},bouw,/aantal,{jaar},bouwen,/' indeling/goes.csv
run "$provincie" check "$T/tool"
is 1 "a layout that cannot be read" <<'END'
indeling/goes.csv:5: error: omzetting: "bouwen" is not a word for amounts
END
# From an empty folder to a release: Zeeland, with three municipalities and four
# deliveries that nobody had seen. What a person filled in is testdata/zeeland;
# its layouts are what --propose said, with the columns named that it asked for.
Z=$DATA/zeeland
for delivery in goes.csv middelburg.csv vlissingen.tsv; do
	run plan-normalize --propose -l "$ROOT/pipelines/indeling/kolomnamen.csv" \
	    -l "$ROOT/pipelines/indeling/breed.csv" "$Z/gegevens/plannen/$delivery"
	layout=$Z/indeling/${delivery%.*}.csv
	cut -d, -f2 "$layout" | sort >"$T/used"
	ok "$delivery: the columns of its layout are those proposed" [ -z \
	    "$(cut -d, -f2 "$T/out" | sort | comm -13 - "$T/used")" ]
done
"$provincie" new "$T/zeeland"
cd "$T/zeeland" && rm prijsgrenzen.csv gebieden.csv norm.csv beweringen.csv scenario.csv \
    plankeuze.csv
cp -R "$Z"/*.csv "$Z/indeling" .
sed -i 's/^naam,.*/naam,Zeeland/; s/2022\.\.2030/2023..2026/' instellingen.csv
run "$provincie" check "$T/zeeland"
is 0 "checked before the first night" </dev/null
run "$ROOT/pipelines/nightly" -p "$T/zeeland" -d "$Z/gegevens" -o "$T/uit"
ok "a release in one night" [ "$status" = 0 -a -s "$T/uit/current/stand.csv" ]
# By hand, 2025 and 2026: hard Goes 80 + 20, Middelburg 100 + 600, Vlissingen
# 160 + 24; zacht Goes 30, Middelburg 50.
ok "with all that was delivered" [ "$(csvpick -H -c hard,zacht -w \
    sleutel='basis|provincie|PV29|2023|2026' "$T/uit/current/stand.csv")" = \
    984,80 ]

run "$provincie" check "$T/nergens"
fails 2 "no folder" "provincie: $T/nergens: no such folder"
run "$provincie"
ok "usage" [ "$status" = 2 ]
run "$provincie" -h
ok "help" [ "$status" = 0 -a -s "$T/out" ]
done_testing
