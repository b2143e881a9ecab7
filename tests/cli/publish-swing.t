#!/bin/sh
# pipelines/publish-swing: whole slices into the loader's folder, all or none;
# and read back from a server on this machine.
. "$(dirname "$0")/lib.sh"
publish=$ROOT/pipelines/publish-swing
S=$T/server
R=$T/release
M=$T/map
mkdir -p "$S" "$R/swing"

serves "$ROOT/tests/cli/publish/swing" "$S"
odata=http://127.0.0.1:$port/odata

seal() { manifest "$R" abc; }
# Two municipalities and the province, in Swing's dialect of ; and comma.
fresh() {
	cat >"$R/swing/indicatoren.csv" <<'CSV'
PERIODE;GEBIEDSNIVEAU;GEBIED;bomen;uilen
2023;gemeente;34;1,50;-99997
2023;gemeente;995;-99996;7
2023;provincie;24;2;-99998
2024;gemeente;34;1,6;-99999
2024;gemeente;995;1,7;8
2024;provincie;24;2,0;15
CSV
	printf 'Indicator code;Name\nbomen;Bomen\nuilen;Uilen\n' \
	    >"$R/swing/indicatoren_meta.csv"
	cat >"$R/indicatoren.csv" <<'CSV'
sleutel,niveau,regio
1,gemeente,GM0034
2,gemeente,GM0995
3,woondeal,WD-OOST
4,provincie,PV24
CSV
	echo '{"resources": [{"path": "swing/indicatoren.csv",
	    "dialect": {"delimiter": ";"}}]}' >"$R/datapackage.json"
	seal
	cat >"$S/values" <<'V'
bomen;gemeente_34;2023;1.5
bomen;provincie_24;2023;2
bomen;gemeente_34;2024;1,60
bomen;gemeente_995;2024;1.7
bomen;provincie_24;2024;2
uilen;gemeente_34;2023;x
uilen;gemeente_995;2023;7
uilen;provincie_24;2023;nvt
uilen;gemeente_34;2024;?
uilen;gemeente_995;2024;8
uilen;provincie_24;2024;15
V
	rm -rf "$M"
	mkdir "$M"
	: >"$S/log"
	printf '%s' "${1-}" >"$S/scenario"
}
settings() {
	printf 'instelling,waarde\nmap,%s\nodata,%s\n%s' "$M" "$odata" \
	    "${1+klaar,$1
}" >"$T/swing.csv"
}
go() {
	run timeout 60 "$publish" --wait 0 --timeout 2 -t "$T/swing.csv" \
	    "$@" "$R"
}
same_files() {
	cmp "$R/swing/indicatoren.csv" "$M/indicatoren.csv" &&
	    cmp "$R/swing/indicatoren_meta.csv" "$M/indicatoren_meta.csv" &&
	    [ "$(ls -A "$M" | wc -l)" = "$1" ]
}
empty() { [ -z "$(ls -A "$M")" ]; }

settings
fresh
go -n
is 0 "dry: says what it would deliver" <<OUT
swing/indicatoren.csv -> $M/indicatoren.csv
swing/indicatoren_meta.csv -> $M/indicatoren_meta.csv
OUT
ok "dry: delivers nothing" empty
go
is 0 "delivers, silently" </dev/null
ok "the files as they are, and nothing else" same_files 2
go
is 0 "and again" </dev/null
settings KLAAR
fresh
go
is 0 "with a marker" </dev/null
ok "the marker names the run" [ "$(cat "$M/KLAAR")" = abc ]
ok "and nothing else" same_files 3
go
is 0 "the same again before it was taken" </dev/null
sed -i 's/1,7/1,8/' "$R/swing/indicatoren.csv"
seal
cp "$M/indicatoren.csv" "$T/before"
go
fails 2 "another before it was taken" "publish-swing: $M/KLAAR: the loader has not taken the former delivery"
ok "the former delivery is whole" cmp "$T/before" "$M/indicatoren.csv"
rm "$M/KLAAR"
go
is 0 "and when it was taken" </dev/null
ok "the new files" same_files 3
fresh
mkdir "$M/indicatoren_meta.csv" "$M/indicatoren_meta.csv/x"
go
ok "a file that cannot be put there" [ "$status" = 2 ]
ok "no marker then, and no part" \
    [ "$(ls -A "$M" | tr '\n' ' ')" = 'indicatoren.csv indicatoren_meta.csv ' ]

# refused NAME MESSAGE: and nothing is delivered.
refused() {
	go
	fails 2 "$1" "publish-swing: $2"
	ok "$1: delivers nothing" empty
}
# cut SCRIPT NAME MESSAGE
cut_file() {
	fresh
	sed -i "$1" "$R/swing/indicatoren.csv"
	seal
	refused "$2" "swing/indicatoren.csv: $3"
}
whole='Swing replaces whole slices, nothing is delivered'
cut_file 3d "a municipality missing" "2023 gemeente: no region 995; $whole"
cut_file 's/;995;1/;34;1/' "one twice" "2024 gemeente: a region comes twice; $whole"
cut_file '3s/995/99/' "another one" "2023 gemeente: no region 995; $whole"
cut_file 's/1,7/,/;s/;,;/;;/' "an empty cell" "2024 gemeente 995: bomen is empty; $whole"
cut_file 's/;provincie;/;buurt;/' "another level" "2023 buurt: no such level in indicatoren.csv; $whole"
cut_file 1q "no rows" "no rows"
cut_file '3s/;7$//' "a short record" "3: 4 fields, expected 5"
fresh
sed -i 's/1,7/1,8/' "$R/swing/indicatoren.csv"
refused "a byte that changed" "$R: not what its manifest says (swing/indicatoren.csv: FAILED); nothing is sent"
fresh
rm -r "$M"
go
fails 2 "no folder" "publish-swing: $M: no such folder"

# Reading back.
fresh
go --check
is 0 "Swing shows what was delivered" </dev/null
ok "all pages" [ "$(sort "$S/log" | uniq -c | tr -s ' \n' ' ')" = ' 2 bomen 2 uilen ' ]
fresh once
go --check
is 0 "a service that is busy at first" </dev/null
fresh
sed -i 's/24;2024;15/24;2024;16/;s/34;2023;x/34;2023;-/;/bomen;gemeente_34;2024/d' \
    "$S/values"
go --check
is 1 "differences" <<'OUT'
indicator_code,gebiedsniveau,gebied,periode,verwacht,gelezen
bomen,gemeente,34,2024,"1,6",
uilen,gemeente,34,2023,-99997,-
uilen,provincie,24,2024,15,16
OUT
fresh
sed -i 's/34;2024;1,60/34;2024;16/' "$S/values"
go --check
is 1 "a decimal sign that got lost" <<'OUT'
indicator_code,gebiedsniveau,gebied,periode,verwacht,gelezen
bomen,gemeente,34,2024,"1,6",16
OUT
values="$odata/Variables('bomen')/GeoLevels('all')/PeriodLevels('year')/Periods('all')/Values"
stops() {
	fresh "$1"
	go --check --tries 2
	fails 2 "$1" "publish-swing: $2"
}
stops busy "$values: HTTP status 503"
stops html "$values: the answer is of no use: not a JSON object (malformed JSON string, neither tag, array, object, number, string or atom, at character offset 0)"
stops key "$values: HTTP status 401"
stops elsewhere "$(echo "$values" | sed 's,//[^/]*,//elsewhere.invalid,')?skip=3: the next page is elsewhere than $odata"
SWING_APIKEY=geheim
export SWING_APIKEY
fresh key
go --check
is 0 "with its key" </dev/null

printf 'instelling,waarde\nmap,%s\n' "$M" >"$T/swing.csv"
go --check
fails 2 "no service" "publish-swing: $T/swing.csv: no setting 'odata'"
run "$publish" "$R"
fails 2 "no settings" "publish-swing: -t SETTINGS is required; see --help"
run "$publish" -z
fails 2 "an option that is none" "publish-swing: unknown option -z; see --help"
done_testing
