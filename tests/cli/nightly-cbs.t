#!/bin/sh
# From CBS to the feed: what the catalogue takes from CBS's own tables, which the
# night reads in the forms that cbs-fetch brings. A table that is not there, or
# is not what it was, stops nothing. Made-up figures.
. "$(dirname "$0")/lib.sh"
own_tools
night
cd "$T" || exit 1
R=$N/uit/current
# cell SLEUTEL WANTED [RELEASE]
cell() {
	csvpick -H -c waarde,eenheid,reden,bron_tabel -w "sleutel=$1" \
	    "${3-$R}/indicatoren.csv" >got
	echo "$2" | diff - got
}
ok "an income in thousands of euro is in the catalogue's euro" \
    cell 'mediaan_inkomen|GM0034|2022' '36990,euro,,86161NED'
ok "of a further dimension the code that the catalogue says" \
    cell 'geregistreerde_misdrijven|PV24|2016' \
    '47.4,per 1 000 inwoners,,83648NED'
ok "of two" cell 'hoogopgeleid|PV24|2016' '29.3,%,,85525NED'
ok "what CBS has not is missing" \
    cell 'hoogopgeleid|GM0184|2016' ',%,ontbreekt,85525NED'
ok "in v4, where it has no row, too" \
    cell 'afstand_cafe|GM0184|2020' ',km,ontbreekt,80305ned'
ok "a survey: each year another table" test "$(csvpick -H -u \
    -c periode,bron_tabel -w indicator_code=overgewicht -w regio=GM0034 \
    "$R/indicatoren.csv" | tr '\n' ' ')" = \
    '2016,83674NED 2020,85012NED 2022,85563NED '
ok "hectares by inhabitants, of two tables" \
    cell 'natuur_per_inwoner|GM0034|2020' \
    '37.2,ha per 1 000,,70262ned|03759ned'
ok "hectares of the land, which is a sum" \
    cell 'natuur_en_bos|GM0034|2020' '20.9,%,,70262ned'
ok "of a deal: the sums divided" sh -c "csvpick -H -c waarde -w \
    'sleutel=natuur_en_bos|WD-ZUND|2020' '$R/indicatoren.csv' | grep -q '^1'"
ok "vacancies at the end of the year by jobs" \
    cell 'vacaturegraad|PV24|2023' '44,per 1 000,,83599NED|83582NED'
ok "which CBS has of no municipality" \
    cell 'vacaturegraad|GM0034|2023' ',per 1 000,nvt,83599NED|83582NED'
ok "what is delivered stays" \
    cell 'broeikasgas|GM0034|2021' '10.0,ton CO2-eq,,hand'
ok "the edition of the report's night" test \
    "$(csvpick -H -u -c editie "$R/indicatoren.csv")" = 2023
ok "of each key that nobody has seen it is told" test \
    "$(csvpick -n -w code=I021 "$R/bevindingen.csv")" = 8

# When a source changed is what it says of that, not any moment in it.
mkdir gegevens
echo '<feed><updated>2026-01-01T00:00:00</updated><d:Updated>2026-01-02T00:00:00
</d:Updated><d:Modified m:type="x">2025-03-04T02:00:00</d:Modified></feed>' \
    >gegevens/TableInfos.xml
printf '\357\273\277"ID";"Updated";"Modified"\r\n0;%s;"%s"\r\n' \
    2026-01-01T00:00:00 2025-03-05T02:00:00 >gegevens/TableInfos.csv
printf '%s\0' a x TableInfos.xml b TableInfos.csv '' c weg.xml '' >bronnen
ok "when a source changed" [ "$("$ROOT/pipelines/nightly.d/gewijzigd" bronnen |
    tr '\0' ' ')" = '2025-03-04 2025-03-05  ' ]

# One table is not there, one is an error page, of one the measure has gone.
cp -r "$DATA/nightly" data
rm -r data/85146NED
echo '<html><title>Onderhoud</title></html>' >data/80305ned.zip
gzip -dc data/83648NED/UntypedDataSet.xml.gz | sed 's/Per1000Inw_3/Inw_3/g' |
    gzip >new && mv new data/83648NED/UntypedDataSet.xml.gz
sed -i 's/Per1000Inw_3/Inw_3/' data/83648NED/DataProperties.xml
run "$ROOT/pipelines/nightly" -d data -o night
ok "tables that cannot be read: published with findings" test "$status" = 1
ok "and the night says so" test "$(csvpick -H -c uitkomst -w stap=nacht \
    night/.verloop.csv)" = "met bevindingen"
csvpick -H -c bestand,ernst,melding -w code=L016 night/current/bevindingen.csv \
    >got
ok "each is named" sh -c 'test $(wc -l <got) = 3 &&
    grep -q "85146NED van het CBS is weggelaten: .* is niet opgehaald" got &&
    grep -q "80305ned.zip,fout,.*this is a web page" got &&
    grep -q "83648NED.*no measure .GeregistreerdeMisdrijvenPer1000Inw_\*" got'
ok "and so is their indicator" test "$(csvpick -n -w code=I014 \
    night/current/bevindingen.csv)" -ge 6
ok "all else is there" cell 'hoogopgeleid|PV24|2016' '29.3,%,,85525NED' \
    night/current
done_testing
