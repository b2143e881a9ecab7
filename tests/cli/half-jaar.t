#!/bin/sh
# Half a year after testdata/nightly: 81955NED has ended, with months that were
# revised, 86098NED goes on from 2025, and a target was amended.
. "$(dirname "$0")/lib.sh"
own_tools
L=$DATA/half-jaar-later
mkdir "$T/made"
"$ROOT/tests/testdata/make-later" "$T/made" >/dev/null
cp -r "$L/provincie" "$T/made/"
ok "testdata/half-jaar-later is what make-later makes" diff -r "$T/made" "$L"
cp -r "$ROOT/pipelines/flevoland" "$T/province"
cp -r "$DATA/nightly" "$T/data"
cd "$T" || exit 1

# The first night is that of testdata/nightly.
night
cp -R "$N/uit" night
ok "the first night" sh -c "cat '$N/err'; test $(cat "$N/status") -le 1"
cp night/current/waarnemingen.csv before.csv
cp night/current/stand-lopend.csv stand-before.csv

S=$ROOT/pipelines/flevoland/selecties.csv
META="-M $L/81955NED/Perioden.xml -M $L/81955NED/DataProperties.xml -M $L/86098NED"
FEEDS="$L/81955NED/TypedDataSet.xml.gz $L/86098NED/UntypedDataSet.xml.gz"
# shellcheck disable=SC2086
run cbs-extract --check --selecties "$S" $META -o later.csv $FEEDS
ok "the break is told once, as a break" sh -c "test $status = 0 &&
    test \$(wc -l <err) = 1 && grep -q 'C024 a break: NL01 2025-01 begins in \
86098NED with 8274796, where 81955NED ended with 8274749' err"
# value NAME REGION PERIOD VALUE
value() {
	csvpick -H -c tabel,waarde,status,reden -w "onderwerp=$1" \
	    -w "regio=$2" -w "periode=$3" later.csv >got
	echo "$4" | cmp - got
}
ok "one series: the last month of the old table" \
    value saldo_voorraad GM0034 2024-12 81955NED,194,voorlopig,
ok "and the first of the new" \
    value saldo_voorraad GM0034 2025-01 86098NED,133,voorlopig,
ok "overige_toevoeging is a sum of two measures" \
    value overige_toevoeging GM0034 2025-01 86098NED,9,voorlopig,
# shellcheck disable=SC2086
run cbs-extract -q --selecties "$S" $META \
    --explain GM0034:2025-01:overige_toevoeging $FEEDS
ok "which --explain takes apart" sh -c "test $status = 0 &&
    test \$(csvpick -n -w soort=bron -w teken=+ out) = 2"
# shellcheck disable=SC2086
run cbs-extract -q --selecties "$S" $META --since before.csv \
    -o since.csv $FEEDS
ok "--since: what was revised, and the months that are new" sh -c "
    test $status = 0 &&
    test \$(csvpick -n -w wijziging=herzien since.csv) = 8 &&
    test \$(csvpick -n -w wijziging=nieuwe_periode -w periode=2025-06 \
        -w regio=GM0034 since.csv) = 9"

cp "$L"/provincie/*.csv province/
echo 'WD-MRA,GM0034,2025,2025,2400,2025-04-01,verzonnen: bijgesteld,nee' \
    >>province/opgave.csv
rm data/86098NED.zip
cp -r "$L/81955NED" "$L/86098NED" "$L/86137NED.zip" data/
# The next edition of the set of indicators.
sed -i '/^indicatoren_per/d' province/instellingen.csv
# A next round of deliveries: a plan that is new, one that went, a status and a
# number that changed.
cp night/current/plannen.csv data/vorige-plannen.csv
echo vorige_plannen,vorige-plannen.csv >>province/instellingen.csv
sed -i '/Centrum en haven/d; /fase 3/s/,51,63,/,61,63,/
    /fase 2/s/2B vastgesteld + uitwerkingsplicht/1A Onherroepelijk/' \
    data/plannen/urk.csv
echo 'Gemeente Urk,Havenkwartier,1A Onherroepelijk,Realisatie,Verdichting,'\
'Gemeente,Geen,Openbaar,,20,20,,,,,,,,,,,,' >>data/plannen/urk.csv
run "$ROOT/pipelines/nightly" -p province -d data -o night
ok "the next night" sh -c "cat err; test $status -le 1"
ok "of which the break is told, once" sh -c "csvpick -H -c code,waarde \
    -w code=C024 night/current/bevindingen.csv | wc -l | grep -qx 1"
ok "and no error of arithmetic" test "$(csvpick -n -w code=C011 \
    night/current/bevindingen.csv)" = 0
ok "what the new table says of 2024 is not taken" test "$(csvpick -H -u \
    -c tabel -w onderwerp=eindstand -w periode=2024-12 \
    night/current/waarnemingen.csv)" = 81955NED
ok "but for what the old one has not" test "$(csvpick -H -c waarde \
    -w onderwerp=vergunde_nieuwbouw -w regio=GM0034 -w periode=2024-12 \
    night/current/waarnemingen.csv)" = 194
ok "growth up to June 2025" sh -c "csvpick -H -c groei_tm -w regio=GM0034 \
    -w jaar_van=2025 -w jaar_tot=2025 night/current/stand-lopend.csv |
    grep -qx 2025-06"
ok "the next edition of the set, with the next one of a survey" test \
    "$(csvpick -H -u -c editie,bron_tabel -w indicator_code=overgewicht \
        -w regio=GM0034 -w periode=2024 night/current/indicatoren.csv)" = \
    2024,86137NED
ok "beside the values of before" test "$(csvpick -H -c bron_tabel -w \
    'sleutel=overgewicht|GM0034|2022' night/current/indicatoren.csv)" = 85563NED
ok "the amended target" sh -c "csvpick -H -c opgave -w regio=GM0034 \
    -w jaar_van=2025 -w jaar_tot=2025 night/current/stand.csv | grep -qx 2400"
ok "is among the changes" sh -c "csvpick -H -c oud,nieuw -w kolom=opgave \
    -w 'sleutel=basis|gemeente|GM0034|2025|2025' \
    night/current/wijzigingen.csv | grep -qx 2345,2400"
for change in nieuw vervallen status aantal; do
	ok "a plan that is $change" test "$(csvpick -n -w gemeente=GM0184 \
	    -w "wijziging=$change" night/current/planwijzigingen.csv)" -gt 0
done
done_testing
