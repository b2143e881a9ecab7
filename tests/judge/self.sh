# Sourced by run: a small release made here, and what the judges must find
# when it is damaged. A judge that finds nothing proves nothing.

self_release() {
	rm -rf "$1"
	mkdir -p "$1/arcgis"
	cat >"$1/stand.csv" <<'END'
sleutel,regio,jaar,dag,waarde,aantal
a|1,GM0034,2024,2024-01-01,1.5,10
a|2,GM0050,2024,2024-12-31,,-3
b|1,GM0995,2025,2024-02-29,"0.25",
END
	echo '"String(20)","String(10)","Integer","Date","Real","Integer64"' \
	    >"$1/stand.csvt"
	cp "$1/stand.csv" "$1/arcgis/stand.csv"
	cp "$1/stand.csvt" "$1/arcgis/stand.csvt"
	fields='{"fields": [
		{"name": "sleutel", "type": "string"},
		{"name": "regio", "type": "string",
		 "constraints": {"pattern": "GM[0-9]{4}"}},
		{"name": "jaar", "type": "integer"},
		{"name": "dag", "type": "date"},
		{"name": "waarde", "type": "number"},
		{"name": "aantal", "type": "integer"}],
		"primaryKey": ["sleutel"]}'
	cat >"$1/datapackage.json" <<END
{"profile": "tabular-data-package", "name": "self", "resources": [
	{"name": "stand", "path": "stand.csv",
	 "profile": "tabular-data-resource", "schema": $fields},
	{"name": "arcgis-stand", "path": "arcgis/stand.csv",
	 "profile": "tabular-data-resource", "schema": $fields}]}
END
	(cd "$1" && sha256sum ./*.csv ./*.csvt arcgis/* datapackage.json) |
	    jq -Rs '{bestanden: [splits("\n") | select(. != "") |
		{sha256: .[:64], pad: (.[66:] | ltrimstr("./"))}]}' \
	    >"$1/manifest.json"
}

# Everything the judges say of it.
self_judge() {
	judge_package "$1" >"$W/self.report"
	awk -F'\t' '$3 != ""' "$W/self.report"
	judge_manifest "$1"
	unlisted "$1" "$W/self.report"
	records "$1" "$W/self.report"
	for f in "$1"/*.csv "$1"/arcgis/*.csv; do
		judge_gdal "$f"
		judge_csvclean "$f"
	done
}

# ill NAME FILE: passes when the file is not empty.
ill() {
	: >"$W/none"
	[ -s "$2" ] || echo "the damage is not seen" >"$W/none"
	well "$1" <"$W/none"
}

# damage JUDGE WHAT SED-SCRIPT [FILE]: that judge alone must see it.
damage() {
	self_release "$S"
	sed -i "$3" "$S/${4-stand.csv}"
	case $1 in
	package) judge_package "$S" | awk -F'\t' '$3 != ""' ;;
	gdal) judge_gdal "$S/stand.csv" ;;
	csvclean) judge_csvclean "$S/stand.csv" ;;
	manifest) judge_manifest "$S" ;;
	all) self_judge "$S" ;;
	esac >"$W/say" 2>&1
	ill "$1 sees $2" "$W/say"
}

self_test() {
	S=$1
	self_release "$S"
	self_judge "$S" >"$W/say" 2>&1
	well "a sound release has no problems" <"$W/say"
	damage gdal 'a word for a number' '2s/1\.5/1x/'
	damage gdal 'a date that is none' '4s/2024-02-29/2024-13-01/'
	damage gdal 'a type it does not know' 's/Real/Float/' stand.csvt
	damage gdal 'a .csvt of another width' 's/,"Integer64"//' stand.csvt
	damage csvclean 'a short record' '3s/,-3//'
	damage csvclean 'a long record' '3s/$/,x/'
	damage csvclean 'a quote that never closes' '3s/GM/x",\n"GM/'
	damage package 'a decimal comma' '2s/1\.5/"1,5"/'
	damage package 'a key that comes twice' '3s/a|2/a|1/'
	damage package 'a region that is none' '3s/GM0050/0050/'
	damage package 'a column it does not know' '1s/waarde/value/'
	damage package 'a schema without a key' 's/"primaryKey": .*]}/"x": 1}/' \
	    datapackage.json
	damage package 'a resource that is not there' \
	    's,arcgis/stand.csv,arcgis/none.csv,' datapackage.json
	damage manifest 'a byte that changed' '2s/1\.5/1.6/'
	damage manifest 'a file it does not know' "w $S/new" \
	    stand.csvt
	damage manifest 'a sum of no file' 's/datapackage/dataset/' \
	    manifest.json
	damage all 'a CSV file that is no resource' \
	    's,"arcgis/stand.csv","stand.csv",' datapackage.json
	self_release "$S"
	rm "$S/stand.csvt"
	judge_gdal "$S/stand.csv" >"$W/say" 2>&1
	ill "gdal misses a .csvt" "$W/say"
}
