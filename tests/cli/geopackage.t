#!/bin/bash
# pipelines/geopackage without GDAL: what it is handed, and that the file is
# whole or what it was. (tests/judge/geopackage asks GDAL itself.)
. "$(dirname "$0")/lib.sh"
gpkg=$ROOT/pipelines/geopackage
cd "$T" || exit 1
mkdir -p uit/rel/arcgis bin
for table in stand plannen bevindingen vreemd arcgis/plannen; do
	printf 'a\n1\n' >"uit/rel/$table.csv"
	echo String >"uit/rel/$table.csvt"
done
echo '{}' >uit/rel/datapackage.json
manifest uit/rel aaaaaaaaaaaa
jq '.bestanden |= map(if .pad | endswith(".csv") then .rijen = 1 else . end)' \
    uit/rel/manifest.json >m && mv m uit/rel/manifest.json

# Writes what it is handed, and counts it as rows says.
cat >bin/ogr2ogr <<'END'
#!/bin/bash
for ((i = 1; i <= $#; i++)); do
	[[ ${!i} != -mo ]] || break
done
echo "${@:i+1:1} ${@:i+4}" >"${@:i+2:1}"
[[ ! -e $FAKE/warns ]] || echo 'Warning 1: Invalid value type' >&2
[[ ! -e $FAKE/fails ]]
END
cat >bin/ogrinfo <<'END'
#!/bin/bash
read -r _ names <"${@: -1}"
for name in $names; do
	printf 'Layer name: %s\nGeometry: None\nFeature Count: %d\n' "$name" \
	    "$(($(wc -l <"$FAKE/uit/rel/${name/_//}.csv") - ${ROWS-1}))"
done
END
chmod +x bin/*
export PATH=$T/bin:$PATH FAKE=$T
run "$gpkg" -v -r uit/rel -o x.gpkg
is 0 'the published tables, and no other' <<'END'
stand 1
arcgis_plannen 1
END
ok 'which release it is, and its tables' diff x.gpkg - <<'END'
uitgave=aaaaaaaaaaaa stand arcgis_plannen
END
keeps() { # NAME STDERR: the old file is there, and nothing beside it
	run "$gpkg" -r uit/rel -o x.gpkg
	fails 2 "$1" "geopackage: $2"
	ok "$1: the file is what it was" sh -c \
	    'test "$(ls *gpkg*)" = x.gpkg && grep -q uitgave=aaaaaaaaaaaa x.gpkg'
}
touch fails
keeps 'GDAL fails' 'ogr2ogr: failed'
rm fails
touch warns
keeps 'GDAL leaves a value out' 'ogr2ogr: Warning 1: Invalid value type'
rm warns
export ROWS=0
keeps 'a row too many' 'what was written does not have the rows of the manifest'
unset ROWS
echo 2 >>uit/rel/stand.csv
keeps 'another table than the manifest says' \
    'uit/rel: not what its manifest says (stand.csv: FAILED); nothing is sent'
run "$gpkg" -r uit/rel -o x.txt
fails 2 'no GeoPackage' 'geopackage: needs -o FILE.gpkg; see --help'
done_testing
