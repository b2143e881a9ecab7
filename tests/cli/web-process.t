#!/bin/bash
# As night-process.t, for the recipes that speak to a server (here on loopback):
# each program they start fails before it began, one at a time.
. "$(dirname "$0")/lib.sh"
own_tools
SO=${PROCESS_SO:-$BIN/../process.so}
preloads "$SO"
MOST=${PROCESS_MOST:-6}
cd "$T" || exit 1
mkdir cbs arcgis
serves "$ROOT/tests/cli/cbs-fetch/server" cbs "$DATA"
cbs=http://127.0.0.1:$port
serves "$ROOT/tests/cli/publish/arcgis" arcgis
base=http://127.0.0.1:$port

sample() {
	step=$(((programs + MOST - 1) / MOST))
	seq 1 $step "$programs"
}
was_told() {
	[ "$status" = 2 ] || { echo "status $status"; return 1; }
	[ -s err ] || { echo "not a word"; return 1; }
}
# sweep NAME COMMAND...: fresh before each run, sound after it.
sweep() {
	what=$1
	shift
	fresh
	rm -f log
	LD_PRELOAD=$SO PROCESS_LOG=$T/log "$@" >out 2>err
	status=$?
	programs=$(wc -l <log)
	ok "$what: well, with $programs programs" test "$status" = 0 -a \
	    "$programs" -gt 3
	first
	bad='' told=0
	for n in $(sample); do
		fresh
		rm -f log
		LD_PRELOAD=$SO PROCESS_LOG=$T/log PROCESS_FAIL=$n "$@" >out 2>err
		status=$?
		[ $status = 0 ] || told=$((told + 1))
		sound >why 2>&1 ||
		    bad="$bad $n:$(sed -n "${n}s,.*/,,p" log) ($(head -1 why))"
	done
	ok "$what: one of them fails: told, or the same" test -z "$bad"
	[ -z "$bad" ] || echo "#$bad"
	ok "$what: and mostly it is told" test "$told" -gt 0
}

fresh() {
	rm -rf data
	echo good >cbs/scenario
	: >cbs/log
}
contents() {
	(cd data && find . -type f ! -path '*/.*' -exec sha256sum {} + | sort -k 2)
}
first() {
	contents >want
}
sound() {
	if [ "$status" = 0 ]; then
		contents | diff want -
	else
		was_told && [ -z "$(find data -name '*.xml*' ! -path '*/.*')" ]
	fi
}
sweep cbs-fetch "$ROOT/pipelines/cbs-fetch" \
    -u "$cbs" -o data --tries 2 --wait 0 \
    --stall 1 -3 99001NED

mkdir -p release/arcgis release/swing map
cat >release/arcgis/feed.csv <<'CSV'
sleutel,naam,jaar,waarde,dag
a|GM0034|2024,Almere,2024,1.5,2024-01-01
c|GM0034|2024,"Urk, ""oud""",2024,,
CSV
echo 'String(128),String,Integer,Real,Date' >release/arcgis/feed.csvt
printf 'PERIODE,GEBIEDSNIVEAU,GEBIED,bomen\n2024,gemeente,34,1\n' \
    >release/swing/indicatoren.csv
printf 'Indicator code,Name\nbomen,Bomen\n' >release/swing/indicatoren_meta.csv
printf 'niveau,regio\ngemeente,GM0034\n' >release/indicatoren.csv
echo '{"resources": [{"path": "swing/indicatoren.csv", "dialect": {"delimiter":
    ","}}]}' >release/datapackage.json
manifest release r
echo "bestand,laag
arcgis/feed.csv,$base/rest/services/welvaart/FeatureServer/0" >lagen.csv
printf 'instelling,waarde\nmap,%s\nklaar,klaar.txt\n' "$T/map" >swing.csv
export ARCGIS_CLIENT_ID=app ARCGIS_CLIENT_SECRET='gehe&im'

fresh() {
	echo '[{"ObjectId":1,"sleutel":"a|GM0034|2024","waarde":"1"},
	    {"ObjectId":2,"sleutel":"b","waarde":"2"}]' >arcgis/rows.json
	: >arcgis/log
	: >arcgis/full
	: >arcgis/scenario
}
first() {
	jq -S . arcgis/rows.json >want
}
sound() {
	if [ "$status" = 0 ]; then
		jq -S . arcgis/rows.json | diff want -
	else
		was_told
	fi
}
for how in '' --edits; do
	sweep "publish-arcgis $how" "$ROOT/pipelines/publish-arcgis" $how \
	    --portal "$base" --wait 0 --timeout 2 -t lagen.csv release
done

fresh() {
	rm -rf map
	mkdir map
}
first() {
	ls -A map >want
}
# The marker comes last: without it nothing was delivered. Behind it comes only
# that this was so.
sound() {
	if [ "$status" = 0 ]; then
		ls -A map | diff want - && cmp map/indicatoren.csv \
		    release/swing/indicatoren.csv
	else
		was_told && { [ ! -e map/klaar.txt ] ||
		    grep -q 'gepubliceerd.csv: not written$' err; }
	fi
}
sweep publish-swing "$ROOT/pipelines/publish-swing" -t swing.csv release
done_testing
