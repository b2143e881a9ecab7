#!/bin/sh
# pipelines/publish-arcgis against a server on this machine that answers as
# ArcGIS does, its failures included.
. "$(dirname "$0")/lib.sh"
publish=$ROOT/pipelines/publish-arcgis
S=$T/server
R=$T/release
mkdir -p "$S" "$R/arcgis"

serves "$ROOT/tests/cli/publish/arcgis" "$S"
base=http://127.0.0.1:$port
layer=$base/rest/services/welvaart/FeatureServer/0
printf 'bestand,laag\narcgis/feed.csv,%s\n' "$layer" >"$T/lagen.csv"

seal() { manifest "$R" r; }
# The layer has a, b, "x'y" and z; the file a, c, "x'y" and a quoted name.
cat >"$R/arcgis/feed.csv" <<'CSV'
sleutel,naam,jaar,waarde,dag
a|GM0034|2024,Almere,2024,1.5,2024-01-01
c|GM0034|2024,"Urk, ""oud""",2024,,
x'y,Ürk,,0.10,1969-12-31
CSV
echo 'String(128),String,Integer,Real,Date' >"$R/arcgis/feed.csvt"
seal
cat >"$S/rows.json" <<'JSON'
[{"ObjectId":1,"sleutel":"a|GM0034|2024","waarde":"1"},
{"ObjectId":2,"sleutel":"b|GM0034|2024","waarde":"2"},
{"ObjectId":3,"sleutel":"x'y"},{"ObjectId":7,"sleutel":"z'"}]
JSON
mkdir "$T/begin" "$T/begin/server"
cp -r "$R" "$T/begin"
cp "$S/rows.json" "$T/begin/server"
cp "$S/rows.json" "$T/begin/before"
# fresh [SCENARIO]: all of it as it was at the beginning, by one program.
fresh() {
	cp -r "$T/begin/." "$T"
	: >"$S/log"
	: >"$S/full"
	printf '%s' "${1-}" >"$S/scenario"
}
ARCGIS_CLIENT_ID=app
ARCGIS_CLIENT_SECRET='gehe&im'
export ARCGIS_CLIENT_ID ARCGIS_CLIENT_SECRET
go() {
	run timeout 60 "$publish" --portal "$base" --wait 0 --timeout 2 \
	    -t "$T/lagen.csv" "$@" "$R"
}
wrote() { grep -cxE 'upload|append|edits|delete' "$S/log"; }
untouched() { [ "$(wrote)" = 0 ] && cmp "$T/before" "$S/rows.json"; }
silent() { [ ! -s "$S/log" ]; }
# refused NAME MESSAGE [OPTION]: nothing was asked of anyone.
refused() {
	m=$2 what=$1
	shift 2
	go "$@"
	fails 2 "$what" "publish-arcgis: $m"
	ok "$what: no request" silent
}

fresh slow
go
is 0 "publishes, silently" </dev/null
ok "asks until the job is done" [ "$(grep -cx jobs "$S/log")" = 3 ]
jq -r '.[] | [.ObjectId, .sleutel, .naam, .waarde] | map(. // "-") |
    join(";")' "$S/rows.json" >"$T/have"
cat >"$T/want" <<'ROWS'
1;a|GM0034|2024;Almere;1.5
3;x'y;Ürk;0.10
8;c|GM0034|2024;Urk, "oud";
ROWS
ok "updated, added, and the vanished deleted" diff "$T/want" "$T/have"
uniq "$S/log" >"$T/have"
printf '%s\n' token layer count query upload append jobs count delete count query \
    >"$T/want"
ok "in that order" diff "$T/want" "$T/have"
cp "$S/rows.json" "$T/once"
go -v
ok "again: fine" [ "$status" = 0 ]
ok "again: says so" grep -qx "arcgis/feed.csv -> $layer: 0 new, 3 to update, 0 to delete" "$T/err"
ok "again: the same rows" cmp "$T/once" "$S/rows.json"

fresh
go --dry-run
is 0 "dry: says what it would do" <<ROWS
arcgis/feed.csv -> $layer: 1 new, 2 to update, 2 to delete
ROWS
ok "dry: sends nothing" untouched

fresh
go --edits
is 0 "edits: publishes" </dev/null
jq -c '.[] | [.ObjectId, .sleutel, .jaar, .waarde, .dag]' "$S/rows.json" \
    >"$T/have"
cat >"$T/want" <<'ROWS'
[1,"a|GM0034|2024",2024,1.5,1704067200000]
[3,"x'y",null,0.1,-86400000]
[8,"c|GM0034|2024",2024,null,null]
ROWS
ok "edits: typed values, days as milliseconds" diff "$T/want" "$T/have"
fresh nocsv
go --edits
is 0 "edits: for a layer that takes no CSV" </dev/null

# Secrets.
fresh
printf 'ARCGIS_USERNAME=pvf\r\nARCGIS_PASSWORD=p=w&x y' >"$T/secrets"
chmod 600 "$T/secrets"
(
	unset ARCGIS_CLIENT_ID ARCGIS_CLIENT_SECRET
	ARCGIS_SECRETS=$T/secrets
	export ARCGIS_SECRETS
	go -n
	exit "$status"
) >"$T/say"
ok "a user's name and password from a file" [ $? = 0 ]
mkdir "$T/bin"
cat >"$T/bin/curl" <<'SH'
#!/bin/sh
tr '\0' '\n' <"/proc/$$/cmdline" >>"$CURLS"
exec /usr/bin/env -u PATH PATH="$REAL" curl "$@"
SH
chmod +x "$T/bin/curl"
fresh
REAL=$PATH CURLS=$T/curls PATH=$T/bin:$PATH
export REAL CURLS
go
PATH=$REAL
hidden() {
	[ "$status" = 0 ] && grep -q upsertMatchingField "$T/curls" &&
	    ! grep -qE 'gehe|token=t1' "$T/curls"
}
ok "no secret and no token among arguments" hidden
fresh
(unset ARCGIS_CLIENT_ID; go -n; cat "$T/err"; exit "$status") >"$T/say"
ok "no secrets: stops" [ $? = 2 ]
ok "no secrets: says so" grep -qx 'publish-arcgis: no secrets: see --help' "$T/say"
ok "no secrets: no request" silent

# What must not leave.
fresh
sed -i 's/1\.5/1.6/' "$R/arcgis/feed.csv"
refused "a byte that changed" "$R: not what its manifest says (arcgis/feed.csv: FAILED); nothing is sent"
fresh
rm "$R/manifest.json"
refused "no manifest" "$R: no manifest.json: not a release"
fresh
jq '.bestanden |= map(select(.pad != "arcgis/feed.csv"))' \
    "$R/manifest.json" >"$T/m" && mv "$T/m" "$R/manifest.json"
refused "not in the manifest" "arcgis/feed.csv: not in the release's manifest; nothing is sent"
fresh
sed -i 's/^c|GM0034|2024/a|GM0034|2024/' "$R/arcgis/feed.csv"
seal
refused "a key twice" "arcgis/feed.csv: sleutel comes twice: a|GM0034|2024"
fresh
sed -i "s/^x'y//" "$R/arcgis/feed.csv"
seal
refused "an empty key" "arcgis/feed.csv: a row without sleutel"
fresh
sed -i 1s/sleutel/sleutels/ "$R/arcgis/feed.csv"
seal
refused "no key" "arcgis/feed.csv: no column sleutel to match on"
fresh
sed -i 1q "$R/arcgis/feed.csv"
seal
refused "no rows" "arcgis/feed.csv: no rows; the layer would become empty"
plans() {
	fresh
	printf 'sleutel,plan_naam,%s\na,Nobelhorst,Openbaar\nb,De Laren,%s\n' \
	    "$1" "$2" >"$R/arcgis/feed.csv"
	seal
}
plans vertrouwelijkheid Vertrouwelijk
refused "a confidential plan" "arcgis/feed.csv: 1 rows of plans that are not Openbaar"
plans vertrouwelijkheid ''
refused "a plan that does not say" "arcgis/feed.csv: 1 rows of plans that are not Openbaar" -n
plans gebied Openbaar
refused "plans without that column" "arcgis/feed.csv: 2 rows of plans that are not Openbaar"

# What the layer must be.
unfit() {
	fresh "$1"
	go
	fails 2 "layer: $1" "publish-arcgis: arcgis/feed.csv: $2 ($layer)"
	ok "layer: $1: sends nothing" untouched
}
unfit nocsv "the layer takes no CSV to append (supportedAppendFormats); see --edits"
unfit noindex "the layer has no unique index on sleutel"
unfit notunique "the layer has no unique index on sleutel"
unfit nofield "the layer has no field dag"
unfit text "field waarde is esriFieldTypeString, the file has Real"
unfit short "field naam takes 3 characters, the file has 10"
fresh
sed -i "s/z'/x'y/" "$S/rows.json"
go
fails 2 "a key twice in the layer" "publish-arcgis: $layer: rows without sleutel, or with the same; clear them first"

# stops SCENARIO MESSAGE [OPTION...]
stops() {
	fresh "$1"
	what=$1 m=$2
	shift 2
	go "$@"
	fails 2 "$what" "publish-arcgis: $m"
}
stops refused "$base/sharing/rest/oauth2/token: error 400: Unable to generate token. (Invalid username or password.)"
stops html-layer "$layer: HTTP status 200, and the answer is of no use: not a JSON object (malformed JSON string, neither tag, array, object, number, string or atom, at character offset 0)"
stops error-layer "$layer: error 500: Object reference not set (details here)"
stops error-append "$layer/append: error 500: Object reference not set (details here)"
ok "error-append: once" [ "$(grep -cx append "$S/log")" = 1 ]
stops error-upload "${layer%/0}/uploads/upload: error 500: Object reference not set (details here)"
stops busy-query "$layer/query: HTTP status 503" --tries 2
stops busy-append "$layer/append: HTTP status 503"
ok "busy-append: not tried again" [ "$(grep -cx append "$S/log")" = 1 ]
stops failed "$layer: the job of append ends with 'failed': {\"status\":\"Failed\",\"statusMessage\":\"Append failed\"}"
ok "failed: nothing is deleted" [ "$(grep -cx delete "$S/log")" = 0 ]
stops witherrors "$layer: the job of append ends with 'completedwitherrors': {\"recordCount\":3,\"status\":\"CompletedWithErrors\"}"
stops stuck "$layer: after 0 s the job of append is pending" --job-time 0
stops partial "$layer: the job took 2 rows of 3"
stops miscount "$layer: 5 rows, but 4 keys"
stops loses "$layer: 4 rows after the append, expected 5; nothing more is done"
ok "loses: nothing is deleted" [ "$(grep -cx delete "$S/log")" = 0 ]
stops keeps "$layer: 5 rows after the deletes, expected 3; nothing more is done"
stops rowfails "$layer/deleteFeatures: row with object id 7 failed: 1003 Operation rolled back."
stops rowfails "$layer/applyEdits: row with object id 8 failed: 1003 Operation rolled back." --edits
ok "rowfails: the layer is as it was" cmp "$T/before" "$S/rows.json"
stops stall-layer "$layer: Operation too slow. Less than 1000 bytes/sec transferred the last 1 seconds" --tries 1 --timeout 1
stops expired-always "$layer: error 498: Invalid token."
ok "expired-always: signs in twice" [ "$(grep -cx token "$S/log")" = 2 ]
fresh expired-each
go
is 0 "a token that expires at each action: renewed, and gone on" </dev/null
printf '%s\n' token layer token layer count token count query token query \
    upload token upload append token append jobs token jobs count \
    delete token delete count query >"$T/want"
ok "once for each of them" diff "$T/want" "$S/log"
fresh "busy-once-query busy-once-jobs"
go
is 0 "what only reads is tried again" </dev/null

# Many keys go in parts of a thousand.
fresh
jq -nc '[range(2500) | {ObjectId: (. + 1), sleutel: "k\(.)"}]' >"$S/rows.json"
cp "$S/rows.json" "$T/before"
go
fails 2 "2500 vanished keys: nothing without a word" "publish-arcgis: $layer: \
would go from 2500 rows to 3, and lose more than --max-shrink 50 percent; nothing is sent"
ok "nothing is sent" untouched
go --max-shrink 100
is 0 "2500 vanished keys" </dev/null
ok "in three requests" [ "$(grep -cx delete "$S/log")" = 3 ]

# As many rows under other keys: a new round of plans.
fresh
jq -nc '[range(4) | {ObjectId: (. + 1), sleutel: "k\(.)"}]' >"$S/rows.json"
go -v
ok "all keys replaced: fine" [ "$status" = 0 ]
ok "and says so" grep -q '3 new, 0 to update, 4 to delete' "$T/err"

# A program that fails with 1 is no 1 of ours.
mkdir "$T/fails"
printf '#!/bin/sh\nexit 1\n' >"$T/fails/mv"
chmod +x "$T/fails/mv"
fresh
PATH=$T/fails:$PATH go
ok "a program that fails: 2" [ "$status" = 2 ]
ok "and nothing is sent" untouched

# Usage, and servers elsewhere.
run "$publish" "$R"
fails 2 "no table" "publish-arcgis: -t TABLE is required; see --help"
run "$publish" -t "$T/lagen.csv" "$R" "$R"
fails 2 "two releases" "publish-arcgis: expected one release; see --help"
run "$publish" -z
fails 2 "an option that is none" "publish-arcgis: unknown option -z; see --help"
run "$publish" --tries x
fails 2 "no number" "publish-arcgis: --tries takes a whole number, not 'x'"
printf 'bestand,laag\na.csv,http://example.org/a/FeatureServer/0\n' >"$T/l.csv"
run "$publish" -t "$T/l.csv" "$R"
fails 2 "not https" "publish-arcgis: http://example.org/a/FeatureServer/0: expected https://HOST/..."
printf 'bestand,laag\na.csv,https://example.org/a\n' >"$T/l.csv"
run "$publish" -t "$T/l.csv" "$R"
fails 2 "not a layer" "publish-arcgis: $T/l.csv: https://example.org/a: expected .../FeatureServer/NUMBER"
done_testing
