#!/bin/sh
# A province is data: the whole chain on a made-up one, of two deals and three
# municipalities, with another source form, rule set, years and layouts.
. "$(dirname "$0")/lib.sh"
pick=csvpick

# By hand, from testdata/provincie: growth per municipality 100+120, 50+40,
# 30+35; 2A is not hard under onherroepelijk.
run "$ROOT/pipelines/nightly" -v -p "$DATA/provincie/provincie" \
    -d "$DATA/provincie/gegevens" -o "$T/uit"
ok "published without errors" [ "$status" = 0 ]
ok "nothing on stderr but what each step took" [ -s "$T/err" -a -z \
    "$(grep -vE '^nightly: [a-z_]+ +[0-9]+\.[0-9]{3} s$' "$T/err")" ]
R=$T/uit/current
ok "its own name on the table" grep -q '^Woudland .* 850 .* 375 ' "$T/out"
ok "nothing of Flevoland" [ -z "$(grep -rliE 'flevoland|almere|PV24' "$R/")" ]

"$pick" -H -c regio,jaar_van,jaar_tot,opgave,netto_groei,verschil,hard,zacht,onbekend,rest_opgave,gerealiseerd_pct,dekking_hard_pct,dekking_pct,volledig \
    "$R/stand.csv" | grep -E '^(PV|WD)|2023,2026' >"$T/have"
cat >"$T/want" <<'END'
PV99,2023,2023,,180,,,,,,,,,ja
PV99,2023,2024,420,375,-45,,,,,89.3,,,ja
PV99,2023,2026,850,375,,305,,5,475,44.1,64.2,,ja
PV99,2024,2024,,195,,,,,,,,,ja
PV99,2025,2025,215,,,150,60,0,,,,,ja
PV99,2026,2026,215,,,155,,5,,,,,ja
WD-OOST,2023,2023,170,150,-20,,,,,88.2,,,ja
WD-OOST,2023,2026,680,310,,260,,0,370,45.6,70.3,,ja
WD-OOST,2024,2024,170,160,-10,,,,,94.1,,,ja
WD-OOST,2025,2025,170,,,130,50,0,,,,,ja
WD-OOST,2026,2026,170,,,130,,0,,,,,ja
WD-WEST,2023,2023,,30,,,,,,,,,ja
WD-WEST,2023,2024,80,65,-15,,,,,81.3,,,ja
WD-WEST,2023,2026,170,65,,45,10,5,105,38.2,42.9,57.1,ja
WD-WEST,2024,2024,,35,,,,,,,,,ja
WD-WEST,2025,2025,45,,,20,10,0,,,,,ja
WD-WEST,2026,2026,45,,,25,0,5,,,,,ja
GM9001,2023,2026,440,220,,200,70,0,220,50.0,90.9,122.7,ja
GM9002,2023,2026,240,90,,60,,0,150,37.5,40.0,,ja
GM9003,2023,2026,170,65,,45,10,5,105,38.2,42.9,57.1,ja
END
# Of 2026 two plans in all are zacht, and one of them is confidential.
ok "the stand, as computed by hand" diff "$T/want" "$T/have"

"$pick" -H -c sleutel,waarde,status,reden "$R/indicatoren.csv" >"$T/have"
cat >"$T/want" <<'END'
bomen|GM9001|2024,2.5,definitief,
bomen|GM9002|2024,4,definitief,
bomen|GM9003|2024,,definitief,geheim
bomen|WD-OOST|2024,3.6,definitief,
bomen|WD-WEST|2024,,definitief,geheim
bomen|PV99|2024,,definitief,geheim
bomen|NL01|2024,3.1,definitief,
uilen|GM9001|2024,7,voorlopig,
uilen|GM9002|2024,5,voorlopig,
uilen|GM9003|2024,2,voorlopig,
uilen|WD-OOST|2024,12,voorlopig,
uilen|WD-WEST|2024,2,voorlopig,
uilen|PV99|2024,14,voorlopig,
uilen|NL01|2024,,,niet_geleverd
END
ok "its indicators" diff "$T/want" "$T/have"

ok "its regions in Swing, without GM and PV" \
    [ "$(sed 1d "$R/swing/indicatoren.csv" | cut -d ';' -f 3 | tr '\n' ' ')" = \
    "9001 9002 9003 99 1 " ]
head -n 2 "$R/swing/indicatoren.csv" >"$T/have"
cat >"$T/want" <<'END'
PERIODE;GEBIEDSNIVEAU;GEBIED;bomen;uilen
2024;gemeente;9001;2,5;7
END
ok "its dialect for Swing" diff "$T/want" "$T/have"
jq -r '.resources[] | select(.path | startswith("swing/"))
    | [.dialect.delimiter, (.schema.fields[] | select(.type == "number")
    | .name + .decimalChar)] | join(" ")' "$R/datapackage.json" >"$T/have"
printf '; bomen, uilen,\n;\n' >"$T/want"
ok "and its package says so" diff "$T/want" "$T/have"
ok "and its CSVW" [ "$(jq -c '.dialect.delimiter, .tableSchema.columns[3].datatype' \
    "$R/swing/indicatoren.csv-metadata.json" | tr '\n' ' ')" = \
    '";" {"base":"decimal","format":{"decimalChar":","}} ' ]
ok "GDAL is told text: it knows no decimal comma" \
    [ "$(cat "$R/swing/indicatoren.csvt")" = \
    'String(10),String(16),String(10),String,String' ]
ok "its confidential plan is in no feed" \
    [ -z "$(grep -rl 'Geheime Bos' "$R/arcgis" "$R/swing" "$R/figuren")" ]
ok "its manifest" [ "$(jq -r '[.provincie, .regelset, .jaren,
    .bronnen[0].tabel, .bronnen[0].gewijzigd] | join(" ")' \
    "$R/manifest.json")" = \
    "Woudland onherroepelijk 2023..2026 99999NED 2025-02-01" ]
ok "its package" [ "$(jq -r .name "$R/datapackage.json")" = \
    woudland-wonen-en-welvaart ]
ok "its figures" grep -qF \
    '<text>Figuur 6. Netto groei en plancapaciteit tegen de opgave, Woondeal West</text>' \
    "$R/figuren/figuur-6.svg"
ok "its bucket under the axis" grep -qF '<text>80 samen</text>' \
    "$R/figuren/figuur-3.svg"

# The programs and recipes themselves name no province.
names='flevoland|almere|lelystad|dronten|noordoostpolder|zeewolde|GM0[0-9]|PV24|WD-MRA|WD-ZUND'
named() {
	grep -nliE "$names" "$ROOT"/pipelines/*.gp \
	    "$ROOT"/pipelines/figures "$ROOT"/pipelines/nightly.d/* \
	    "$ROOT"/pipelines/publish-* \
	    "$ROOT"/pipelines/publish.d/* "$ROOT"/pipelines/dcat.jq \
	    "$ROOT"/pipelines/schema.jq "$ROOT"/pipelines/schema/*
	# but for the default folder
	sed 's,^provincie=.*,,' "$ROOT/pipelines/nightly" | grep -niE "$names"
}
ok "no recipe names a province" [ -z "$(named)" ]
done_testing
