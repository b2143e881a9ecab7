#!/bin/sh
# The release of a night on testdata: complete, described as it is, and nothing
# in it that must not leave. It is made once for all files (lib.sh: night).
. "$(dirname "$0")/lib.sh"
pick=csvpick
data=$DATA/nightly
night

# The test data are what their generator makes.
"$ROOT/tests/testdata/make" "$T/made" >"$T/say" 2>&1
ok "testdata/nightly is remade byte for byte" diff -r "$T/made" "$data"

status=$(cat "$N/status")
ok "published without errors" [ "$status" = 0 ]
ok "nothing on stderr" [ ! -s "$N/err" ]
ok "and nothing else: cron would send it" [ ! -s "$N/out" ]
R=$N/uit/current
ok "current is a link to the run" [ -L "$R" ]

cat >"$T/want" <<'END'
arcgis/indicatoren.csv
arcgis/indicatoren.csv-metadata.json
arcgis/indicatoren.csvt
arcgis/indicatoren_actueel.csv
arcgis/indicatoren_actueel.csv-metadata.json
arcgis/indicatoren_actueel.csvt
arcgis/monitoren.csv
arcgis/monitoren.csv-metadata.json
arcgis/monitoren.csvt
arcgis/monitoren_actueel.csv
arcgis/monitoren_actueel.csv-metadata.json
arcgis/monitoren_actueel.csvt
arcgis/plannen.csv
arcgis/plannen.csv-metadata.json
arcgis/plannen.csvt
arcgis/stand.csv
arcgis/stand.csv-metadata.json
arcgis/stand.csvt
arcgis/stand_lopend.csv
arcgis/stand_lopend.csv-metadata.json
arcgis/stand_lopend.csvt
bevindingen.csv
bevindingen.csv-metadata.json
bevindingen.csvt
bos.csv
bos.csv-metadata.json
bos.csvt
break-even.csv
break-even.csv-metadata.json
break-even.csvt
brieven/GM0034.html
brieven/GM0034.txt
brieven/GM0050.html
brieven/GM0050.txt
brieven/GM0171.html
brieven/GM0171.txt
brieven/GM0184.html
brieven/GM0184.txt
brieven/GM0303.html
brieven/GM0303.txt
brieven/GM0995.html
brieven/GM0995.txt
cijfers-lopend.csv
cijfers-lopend.csv-metadata.json
cijfers-lopend.csvt
cijfers.csv
cijfers.csv-metadata.json
cijfers.csvt
datapackage.json
dcat.json
figuren/figuur-1.svg
figuren/figuur-10.svg
figuren/figuur-11.svg
figuren/figuur-12.svg
figuren/figuur-2.svg
figuren/figuur-3.svg
figuren/figuur-4.svg
figuren/figuur-5.svg
figuren/figuur-6.svg
figuren/figuur-7.svg
figuren/figuur-8.svg
figuren/figuur-9.svg
gemeenten/GM0034.html
gemeenten/GM0050.html
gemeenten/GM0171.html
gemeenten/GM0184.html
gemeenten/GM0303.html
gemeenten/GM0995.html
getoetst-plannen.csv
getoetst-plannen.csv-metadata.json
getoetst-plannen.csvt
getoetst.csv
getoetst.csv-metadata.json
getoetst.csvt
indicatoren.csv
indicatoren.csv-metadata.json
indicatoren.csvt
manifest.json
monitor.html
monitor.txt
monitoren.csv
monitoren.csv-metadata.json
monitoren.csvt
normen.csv
normen.csv-metadata.json
normen.csvt
plankeuze.csv
plankeuze.csv-metadata.json
plankeuze.csvt
planlijst.csv
planlijst.csv-metadata.json
planlijst.csvt
plannen.csv
plannen.csv-metadata.json
plannen.csvt
provincie/beweringen.csv
provincie/bronnen.csv
provincie/gebieden.csv
provincie/gemeenten.csv
provincie/indicatoren.csv
provincie/instellingen.csv
provincie/kaart.csv
provincie/leveringen.csv
provincie/monitoren.csv
provincie/namen.csv
provincie/norm.csv
provincie/opgave.csv
provincie/plankeuze.csv
provincie/planstatus.csv
provincie/rooster.csv
provincie/scenario.csv
provincie/selecties.csv
regelsets.csv
regelsets.csv-metadata.json
regelsets.csvt
rooster.csv
rooster.csv-metadata.json
rooster.csvt
scenarios.csv
scenarios.csv-metadata.json
scenarios.csvt
segmenten.csv
segmenten.csv-metadata.json
segmenten.csvt
stand-band.csv
stand-band.csv-metadata.json
stand-band.csvt
stand-gebieden.csv
stand-gebieden.csv-metadata.json
stand-gebieden.csvt
stand-lopend.csv
stand-lopend.csv-metadata.json
stand-lopend.csvt
stand.csv
stand.csv-metadata.json
stand.csvt
swing/indicatoren.csv
swing/indicatoren.csv-metadata.json
swing/indicatoren.csvt
swing/indicatoren_meta.csv
swing/indicatoren_meta.csv-metadata.json
swing/indicatoren_meta.csvt
tekort.csv
tekort.csv-metadata.json
tekort.csvt
vankracht.csv
vankracht.csv-metadata.json
vankracht.csvt
vergunningen.csv
vergunningen.csv-metadata.json
vergunningen.csvt
voorraad.csv
voorraad.csv-metadata.json
voorraad.csvt
vooruitblik.csv
vooruitblik.csv-metadata.json
vooruitblik.csvt
waarnemingen.csv
waarnemingen.csv-metadata.json
waarnemingen.csvt
wijzigingen.csv
wijzigingen.csv-metadata.json
wijzigingen.csvt
END
(cd "$R/" && find . -type f | sed 's,^\./,,' | sort) >"$T/have"
ok "every file of the release, and no other" diff "$T/want" "$T/have"
ok "no empty file" [ -z "$(find "$R/" -type f -empty)" ]

# The manifest says what is there.
jq -r '(.bestanden[] | "som \(.sha256)  \(.pad)", "bytes \(.bytes) \(.pad)",
	(select(.rijen) | "rijen \(.rijen) \(.pad)"),
	(select(.pad | test("^(arcgis/.*|swing/.*|indicatoren|monitoren|stand|stand-lopend|waarnemingen|wijzigingen)\\.csv$"))
	| "feed \(.pad) \(.bytes) \(.sha256)")),
    (.bronnen[] | "bron \(.tabel) \(.gewijzigd)"),
    (.programma | to_entries[] | "programma \(.key) \(.value)"),
    "regelset \(.regelset)", "leveringen \(.leveringen | length)",
    "geweigerd \(.geweigerd)", "vorige \(.vorige)"' \
    "$R/manifest.json" >"$T/manifest"
manifest_says() { sed -n "s/^$1 //p" "$T/manifest"; }
manifest_says som >"$T/sums"
ok "sha256 of every file but the manifest" \
    [ "$(wc -l <"$T/sums")" = "$(($(wc -l <"$T/want") - 1))" ]
check_sums() { (cd "$R/" && sha256sum -c --quiet "$T/sums"); }
ok "sha256 in the manifest" check_sums
sizes() {
	manifest_says bytes | sort >"$T/bytes"
	find "$R/" -type f ! -name manifest.json -printf '%s %P\n' | sort |
	    diff "$T/bytes" -
}
ok "bytes in the manifest" [ -z "$(sizes)" ]
manifest_says rijen >"$T/rows"
ok "rows of plannen.csv in the manifest" grep -qx '6925 plannen.csv' "$T/rows"
rows() {
	while read -r n f; do
		[ "$("$pick" -n "$R/$f")" = "$n" ] || echo "$f"
	done <"$T/rows"
}
ok "rows of each CSV in the manifest" \
    [ "$(wc -l <"$T/rows")" = "$(grep -c 'csv$' "$T/want")" ]
manifest_says bron >"$T/have"
cat >"$T/want" <<'END'
81955NED 2024-12-31
86098NED 2025-01-30
brede-welvaart 
monitoren 
END
for t in 86161NED 86008NED 85525NED 83648NED 70262ned 03759ned 83599NED \
    83582NED 84571NED 85146NED 80305ned 85563NED 85012NED 83674NED; do
	echo "$t 2024-06-28"
done >>"$T/want"
printf '%s \n' behoefte voorraad >>"$T/want"
ok "source tables and their dates" diff "$T/want" "$T/have"
ok "the rule set" [ "$(manifest_says regelset)" = basisset ]
ok "rows of each are what csvpick counts" [ -z "$(rows)" ]
# Those that read the data of this night: there is nothing before to compare
# with, and what seals the release comes after the manifest.
versions() {
	for tool in "$BIN"/*; do "$tool" --version; done |
	    grep -vE '^(plan-diff|plan-exchange|csvdiff|csvmerge|release-seal) '
}
manifest_says programma | sort >"$T/have"
versions | sort >"$T/want"
ok "each tool that took part, and its version" diff "$T/want" "$T/have"
ok "six deliveries" [ "$(manifest_says leveringen)" = 6 ]

ok "and none was left out" [ "$(manifest_says geweigerd)" = '[]' ]
same_tables() {
	for f in "$R"/provincie/*.csv; do
		cmp "$f" "$ROOT/pipelines/flevoland/${f##*/}"
	done
}
ok "the province's tables, as they are" same_tables

# The package and the .csvt say the same of each file; the province's tables,
# which feed nobody, are in the package only.
types() {
	jq -r '.resources[] | select(.path | test("^provincie/") | not) | [.path, (.schema.fields | map(.type[:1]) |
	    join(""))] | join(" ")' "$R/datapackage.json" |
	    awk -v r="$R/" '{
		csvt = $1
		sub(/csv$/, "csvt", csvt)
		line = ""
		getline line <(r csvt)
		close(r csvt)
		gsub(/\([0-9]*\)|,/, "", line)
		gsub(/String/, "s", line); gsub(/Integer/, "i", line)
		gsub(/Real/, "n", line); gsub(/Date/, "d", line)
	    }
	    line != $2 { print $1 }
	    END { if (!NR) print "no file" }'
}
ok "datapackage.json and .csvt agree" [ -z "$(types)" ]
names() {
	jq -r '.resources[] | [.path, (.schema.fields | map(.name) |
	    join(","))] | join("\t")' "$R/datapackage.json" |
	    awk -F '\t' -v r="$R/" '{
		line = ""
		getline line <(r $1)
		close(r $1)
	    }
	    line != $2 { print $1 }
	    END { if (!NR) print "no file" }'
}
ok "datapackage.json names each column" [ -z "$(names)" ]
# The columns, types, values and keys of CSVW, in the package's words.
csvw() {
	(cd "$R/" && find . -name '*-metadata.json' -exec jq -n \
	    --slurpfile package datapackage.json '
	    [inputs | {(input_filename[2:-14]): .}] | add as $all
	    | $package[0].resources[] | select(.path | test("^provincie/") | not)
	    | . as $r | $all[.path] as $w
	    | select(try ($w
		| .url == ($r.path | split("/") | last)
		and .dialect.delimiter == $r.dialect.delimiter
		and [.tableSchema.columns[] | {name: .titles, required,
		    type: ((.datatype.base? // .datatype)
			| if . == "decimal" then "number" else . end),
		    enum: (.datatype.format? // null)}]
		    == [$r.schema.fields[] | {name,
		    required: (.constraints.required // false), type,
		    enum: (.constraints.enum // null
			| if . then join("|") else . end)}]
		and .tableSchema.primaryKey == [$r.schema.primaryKey[]
		    | gsub("[^A-Za-z0-9_]"; "_")]
		and ([.tableSchema.columns[].name]
		    | length == (unique | length)
		    and all(.[]; test("^[A-Za-z]\\w*$"))))
		catch false | not) | .path' {} +) || echo "jq failed"
}
ok "CSVW says what datapackage.json says" [ -z "$(csvw)" ]
lengths() {
	(
		cd "$R/" || exit
		find . -name '*.csvt' -exec awk '{ print FILENAME "\t" $0 }' {} + \
		    >"$T/csvt"
		find . -name '*-metadata.json' -exec jq -n --rawfile csvt "$T/csvt" '
		    ($csvt | split("\n") | map(split("\t") | select(length == 2)
			| {(.[0][2:-1]): .[1]}) | add) as $all
		    | if ($all | length) < 30 then "few" else empty end,
		    (inputs | input_filename[2:-14] as $path
		    | select([.tableSchema.columns, ($all[$path] // "" | split(","))]
			| transpose | all(.[]; .[0].datatype.format? != null or
			(.[0].datatype.maxLength? // 0) == (.[1] // "(1)" |
			if test("\\(") then capture("\\((?<n>\\d+)\\)").n | tonumber
			else 0 end)) | not) | $path)' {} +
	) || echo "jq failed"
}
ok "and the lengths of the .csvt" [ -z "$(lengths)" ]

# DCAT: what may be announced, as large and with the sum of the manifest.
jq -r '."dcat:distribution"[] | "\(."dcat:downloadURL"."@id") \(."dcat:byteSize"."@value") \(."spdx:checksum"."spdx:checksumValue"."@value")"' \
    "$R/dcat.json" | sort >"$T/have"
manifest_says feed | sort >"$T/want"
ok "DCAT: the public files, their sizes and sums" diff "$T/want" "$T/have"
ok "DCAT: fifteen of them" [ "$(wc -l <"$T/have")" = 15 ]
jq -r '"dag \(."dct:modified"."@value")",
    "wie \([."dct:source"[] | select(."dct:publisher")
	."dct:publisher"."foaf:name"."@value"] | unique | join(","))",
    "bron \(."dct:source"[0] | "\(."@id") \(."dct:modified"."@value")")",
    "licentie \([."dct:license"."@id",
	(."dcat:distribution"[]."dct:license"."@id")] | unique | join(","))",
    "uitgever \(."dct:publisher"."foaf:name"."@value")"' "$R/dcat.json" >"$T/dcat"
dcat() { sed -n "s/^$1 //p" "$T/dcat"; }
ok "DCAT: modified is the newest day of the sources" \
    [ "$(dcat dag)" = 2025-01-30 ]
ok "DCAT: CBS is named" [ "$(dcat wie)" = \
    'Centraal Bureau voor de Statistiek' ]
ok "DCAT: the table of CBS, and when it changed" [ "$(dcat bron)" = \
    'https://opendata.cbs.nl/statline/#/CBS/nl/dataset/81955NED 2024-12-31' ]
ok "DCAT: licence" [ "$(dcat licentie)" = \
    http://creativecommons.org/licenses/by/4.0/ ]
ok "DCAT: publisher" [ "$(dcat uitgever)" = \
    'Provincie Flevoland' ]
ok "no earlier release: no changes" [ "$(cat "$R/wijzigingen.csv")" = \
    bestand,sleutel,wijziging,kolom,oud,nieuw ]
ok "and none in the manifest" [ "$(manifest_says vorige)" = null ]
"$pick" -H -u -c sleutel "$R/arcgis/plannen.csv" >"$T/keys"
ok "arcgis/plannen.csv has one key" [ "$(wc -l <"$T/keys")" = \
    "$("$pick" -n "$R/arcgis/plannen.csv")" ]
keys() {
	jq -r '.resources[] | select(.schema.primaryKey) |
	    [.path, (.schema.primaryKey | join(","))] |
	    join("\t")' "$R/datapackage.json" |
	    while IFS='	' read -r path key; do
		"$pick" -H -c "$key" "$R/$path" >"$T/keys"
		"$pick" -H -u -c "$key" "$R/$path" | cmp -s - "$T/keys" ||
		    echo "$path"
	    done
}
ok "primary keys are unique" [ -z "$(keys)" ]

# What ArcGIS and Swing ask (domain/feeds.md).
head -qn 1 "$R"/arcgis/*.csv | tr , '\n' | sort -u >"$T/fields"
bad_fields() {
	grep -vE '^[a-z][a-z0-9_]{0,30}$' "$T/fields"
	grep -xE 'data|day|month|table|text|user|when|where|year|zone|and|or|in|on|off|if|else|end|then|mod|xor|count|uniqueid|level|lat|long|latitude|longitude|lng|x|y|address|city|state|zip|objectid|fid|globalid|shape.*|creationdate|creator|editdate|editor' "$T/fields"
}
ok "legal field names, none reserved" [ -z "$(bad_fields)" ]
ok "Swing's fixed columns" \
    [ "$(head -n 1 "$R/swing/indicatoren.csv" | cut -d , -f 1-3)" = \
    PERIODE,GEBIEDSNIVEAU,GEBIED ]
ok "33 indicators in Swing's file" \
    [ "$(head -n 1 "$R/swing/indicatoren.csv" | tr , '\n' | wc -l)" = 36 ]
ok "all four missing codes in Swing's file" \
    [ "$(grep -oE -- '-9999[6-9]' "$R/swing/indicatoren.csv" | sort -u | wc -l)" = 4 ]
# Six municipalities, two deals, province and country; in the long feed each
# of the 33 indicators has a place for each of them.
ok "a row per region in the latest feed" \
    [ "$("$pick" -n "$R/arcgis/indicatoren_actueel.csv")" = 10 ]
"$pick" -H -u -c indicator_code,regio "$R/indicatoren.csv" >"$T/grid"
ok "330 series in the grid" [ "$(wc -l <"$T/grid")" = 330 ]
ok "a missing value says why" [ -z "$("$pick" -H -c sleutel -w waarde= \
    -w reden= "$R/indicatoren.csv")" ]
ok "a municipality has a position" \
    [ "$("$pick" -H -c positie -w sleutel='geregistreerde_misdrijven|GM0034|2023' "$R/indicatoren.csv")" != "" ]

# The other monitors: a feed of their own, small counts withheld. Shares are
# weighted with inhabitants: (70.1 x 223500 + 69.5 x 84500) / 308000 = 69.9.
"$pick" -H -u -c thema "$R/monitoren.csv" >"$T/have"
printf '%s\n' inwonerspeiling voorzieningen driehoek aandachtsgroepen \
    arbeidsmigranten zorgwoningen >"$T/want"
ok "six other monitors" diff "$T/want" "$T/have"
"$pick" -H -c sleutel,waarde,reden "$R/monitoren.csv" | grep -E \
    '^(peiling_woonplaats\|WD-MRA\|2024|peiling_woonplaats_n\|PV24\|2024|peiling_woonplaats_marge\|PV24\|2024|driehoek_banen\|PV24\|2024|aandacht_studenten\|(GM0050|GM0184|WD-ZUND)|arbeidsmigranten_bedden\|WD-ZUND),?' \
    >"$T/have"
cat >"$T/want" <<'END'
peiling_woonplaats|WD-MRA|2024,69.9,
peiling_woonplaats_n|PV24|2024,4870,
peiling_woonplaats_marge|PV24|2024,,niet_geleverd
driehoek_banen|PV24|2024,210400,
aandacht_studenten|GM0050|2024,,onderdrukt
aandacht_studenten|GM0184|2024,,onderdrukt
aandacht_studenten|WD-ZUND|2024,253,
arbeidsmigranten_bedden|WD-ZUND|2024,,niet_geleverd
END
ok "their values, as computed by hand" diff "$T/want" "$T/have"
ok "and no count that is withheld" [ -z "$(grep -E \
    '^aandacht_studenten\|GM0(050|184)\|2024,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[0-9]' \
    "$R/arcgis/monitoren.csv")" ]
ok "a row per region in their latest feed" \
    [ "$("$pick" -n "$R/arcgis/monitoren_actueel.csv")" = 10 ]

# Not Openbaar: at plan level in plannen.csv, never in a feed.
ok "confidential plans are in the register" \
    [ "$("$pick" -n -w 'plan_naam=De Laren' "$R/plannen.csv")" -gt 0 ]
# All that is withheld, in all that is published; and that it would be seen.
leaks() {
	perl "$ROOT/tests/cli/release-secrets.pl" "$1" >"$T/leaks" || return
	cat "$T/leaks"
	! [ -s "$T/leaks" ]
}
ok "no withheld count and no closed plan in what is published" leaks "$R/"
cp -R "$R/" "$T/lek"
echo 'aandacht_studenten|GM0184|2024,aandacht_studenten,,,GM0184,,,2024,3,,,,,,,,,,' \
    >>"$T/lek/arcgis/monitoren.csv"
awk -F, -v OFS=, 'NR == 1 { while ($++i != "aandacht_studenten") ; }
    /^GM0184/ { $i = 3 } { print }' "$R/arcgis/monitoren_actueel.csv" \
    >"$T/lek/arcgis/monitoren_actueel.csv"
echo 'De Laren' >>"$T/lek/figuren/figuur-1.svg"
seen() { ! leaks "$T/lek" && diff - "$T/leaks"; }
ok "they would be seen, in each shape" seen <<'END'
arcgis/monitoren.csv: aandacht_studenten of GM0184 in 2024 is 3
arcgis/monitoren_actueel.csv: aandacht_studenten of GM0184 in 2024 is 3
figuren/figuur-1.svg: De Laren
END
rm -r "$T/lek"
ok "only Openbaar in arcgis/plannen.csv" [ "$("$pick" -H -u \
    -c vertrouwelijkheid "$R/arcgis/plannen.csv")" = Openbaar ]
ok "no machine is named in the release" \
    [ -z "$(grep -rlF -e "$ROOT" -e "$T" -e "$N" "$R/")" ]

# Figures: whole, with their titles, source and the bucket as one target.
titles() {
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		sed -n "s/.*<text>\(Figuur $n\. .*\)<\/text>.*/\1/p" \
		    "$R/figuren/figuur-$n.svg"
	done
}
titles >"$T/have"
cat >"$T/want" <<'END'
Figuur 1. Netto groei van de woningvoorraad en opgave, Flevoland
Figuur 2. Netto groei van de woningvoorraad en opgave, MRA
Figuur 3. Netto groei van de woningvoorraad en opgave, ZUND
Figuur 4. Netto groei en plancapaciteit tegen de opgave, Flevoland
Figuur 5. Netto groei en plancapaciteit tegen de opgave, MRA
Figuur 6. Netto groei en plancapaciteit tegen de opgave, ZUND
Figuur 7. Netto groei en plancapaciteit tegen de opgave, Almere
Figuur 8. Netto groei en plancapaciteit tegen de opgave, Lelystad
Figuur 9. Netto groei en plancapaciteit tegen de opgave, Dronten
Figuur 10. Netto groei en plancapaciteit tegen de opgave, Noordoostpolder
Figuur 11. Netto groei en plancapaciteit tegen de opgave, Urk
Figuur 12. Netto groei en plancapaciteit tegen de opgave, Zeewolde
END
ok "twelve figures" diff "$T/want" "$T/have"
figures() { [ "$(grep -lF "$1" "$R"/figuren/*.svg | wc -l)" = "$2" ]; }
ok "source and date under each" figures 'Bron: groei CBS 81955NED, t/m 2023' 12
ok "date of the plans" figures 'stand 1 januari 2024' 9
ok "the bucket is one target" figures '7.751 samen' 2
ok "says who did not deliver all" figures 'Levering niet volledig: Almere.' 3
# What the tables of this night say, as the report has it.
ok "hard under each rule set" [ "$(csvpick -H -w regio=PV24 -c hard \
    "$R/regelsets.csv" | tr '\n' ' ')" = "16249 16249 11233 " ]
ok "the ambitions, a year" [ "$(csvpick -H -w scenario=ambities -w regio=PV24 \
    -w jaar_van=2025 -c opgave_per_jaar "$R/scenarios.csv")" = 5087.0 ]
ok "social rent in Almere's stock, and what it should become" [ "$(csvpick -H \
    -w regio=GM0034 -w "categorie=Sociale huur" -c aandeel_pct,doel_pct \
    "$R/voorraad.csv")" = 24,30 ]
ok "permits too short to look ahead say so" [ "$(csvpick -n \
    -w "reden=reeks te kort" "$R/vooruitblik.csv")" = "$(csvpick -n \
    "$R/vooruitblik.csv")" ]
done_testing
