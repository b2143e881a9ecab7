#!/bin/bash
# pipelines/publish-arcgis: what was written is read back; what a field cannot
# hold is refused before; the server's words stay; answers and secrets have
# their limits.
. "$(dirname "$0")/lib.sh"
publish=$ROOT/pipelines/publish-arcgis
cd "$T" || exit 1
S=$T/server R="$T/rel\"ease"
mkdir -p "$S" "$R/arcgis"
serves "$ROOT/tests/cli/publish/arcgis" "$S"
base=http://127.0.0.1:$port
layer=$base/rest/services/welvaart/FeatureServer/0
printf 'bestand,laag\narcgis/feed.csv,%s\n' "$layer" >lagen.csv

# fresh SCENARIO [WAARDE [JAAR]]
fresh() {
	printf 'sleutel,naam,jaar,waarde,dag\n%s\n%s\n%s\n' \
	    'a|GM0034|2024,Almere,2024,1.5,2024-01-01' \
	    "c|GM0034|2024,Urk,${3-2024},${2-7}," "x'y,NL,,0.10,1969-12-31" \
	    >"$R/arcgis/feed.csv"
	echo 'String(128),String,Integer,Real,Date' >"$R/arcgis/feed.csvt"
	manifest "$R" r
	echo '[{"ObjectId":1,"sleutel":"a|GM0034|2024","waarde":"1"},
	    {"ObjectId":3,"sleutel":"x'"'"'y","waarde":"7"}]' >"$S/rows.json"
	cp "$S/rows.json" before
	: >"$S/log"
	: >"$S/full"
	printf '%s' "$1" >"$S/scenario"
}
export ARCGIS_CLIENT_ID=app ARCGIS_CLIENT_SECRET='gehe&im'
go() {
	run timeout 60 "$publish" --portal "$base" --wait 0 --timeout 2 \
	    -t lagen.csv "$@" "$R"
}
untouched() { cmp before "$S/rows.json"; }
queries() { grep -cx query "$S/log"; }

fresh ''
go
ok "a release whose path has a quote: published" test "$status" = 0 -a ! -s err
ok "the rows are read back" test "$(queries)" = 2

# went: what was written down of the last publication.
went() {
	csvpick -H -c bestemming,doel,uitgave,uitkomst,melding gepubliceerd.csv |
	    tail -n "$1" | sed "s|$layer|LAYER|g"
}
ok "each step of it is written down" [ "$(went 4)" = 'arcgis,,"rel""ease",begonnen,
arcgis,LAYER,"rel""ease",begonnen,
arcgis,LAYER,"rel""ease",klaar,
arcgis,,"rel""ease",klaar,' ]

# Read back.
fresh nullvalue
go
fails 2 "a value that the server dropped" "publish-arcgis: $layer: 3 values are \
not what was sent: a|GM0034|2024: waarde is null, sent was \"1.5\""
ok "the layer has begun and has no end; and why" [ "$(went 2)" = \
    'arcgis,LAYER,"rel""ease",begonnen,
arcgis,,"rel""ease",mislukt,"LAYER: 3 values are not what was sent: a|GM0034|2024: waarde is null, sent was ""1.5"""' ]
# Another release, then the first again, as after a roll-back: the layer follows.
fresh ''
cp -R "$R" newer
sed -i 's/Urk/Ens/; $a d|GM0034|2025,Nieuw,2025,3,2025-01-01' newer/arcgis/feed.csv
jq --arg sum "$(sha256sum <newer/arcgis/feed.csv | cut -c -64)" \
    '(.bestanden[] | select(.pad == "arcgis/feed.csv")).sha256 = $sum' \
    "$R/manifest.json" >newer/manifest.json
run timeout 60 "$publish" --portal "$base" --wait 0 --timeout 2 -t lagen.csv newer
keys() { jq -r '[.[] | .sleutel + "=" + .naam] | sort | join(" ")' "$S/rows.json"; }
ok "another release: its rows" [ "$status-$(keys)" = "0-a|GM0034|2024=Almere \
c|GM0034|2024=Ens d|GM0034|2025=Nieuw x'y=NL" ]
go
ok "and back: those of the first, none of the other" [ "$status-$(keys)" = \
    "0-a|GM0034|2024=Almere c|GM0034|2024=Urk x'y=NL" ]
fresh 'single rounds'
go
ok "a Single shows its seven digits: fine" test "$status" = 0
fresh rounds 1794294.25
go
fails 2 "a value that was rounded" "publish-arcgis: $layer: 1 values are not \
what was sent: c|GM0034|2024: waarde is \"1794294\", sent was \"1794294.25\""
fresh ''
go --check 1
ok "a sample of those that were there, and all new: 2 of 3" test \
    "$status" = 0 -a "$(grep -c 'where=sleutel+IN\|where=sleutel%20IN' \
    "$S/full")" = 1
fresh ''
go --check x
fails 2 "no number" "publish-arcgis: --check takes a whole number, not 'x'"

# What the type of a field cannot hold.
# holds_not NAME SCENARIO WAARDE JAAR MESSAGE
holds_not() {
	fresh "$2" "$3" "$4"
	go
	fails 2 "$1" "publish-arcgis: arcgis/feed.csv: field $5 ($layer)"
	ok "$1: nothing is sent" untouched
}
holds_not "eight digits in a Single" single 17942943 2024 "waarde is \
esriFieldTypeSingle, the file has 17942943: Single holds 7 digits"
holds_not "a year in a SmallInteger" small 7 99999 "jaar is \
esriFieldTypeSmallInteger, the file has 99999: SmallInteger holds -32768 to 32767"
holds_not "too large for an Integer" '' 7 2147483648 "jaar is \
esriFieldTypeInteger, the file has 2147483648: Integer holds -2147483648 to 2147483647"
holds_not "sixteen digits in a Double" '' 1234567890.123456 2024 "waarde is \
esriFieldTypeDouble, the file has 1234567890.123456: Double holds 15 digits"
holds_not "a word in a Double" '' n.v.t. 2024 "waarde is \
esriFieldTypeDouble, the file has n.v.t.: expected a number"

# The server's words, in each shape of an error inside HTTP 200.
for action in layer query upload append jobs delete; do
	fresh "status-$action"
	[ $action != delete ] || echo '[{"ObjectId":1,"sleutel":"a|GM0034|2024"},
	    {"ObjectId":2,"sleutel":"z"}]' >"$S/rows.json"
	go
	ok "status: error at $action: exit 2 with the words" grep -q \
	    'error 403: You do not have permissions to access this resource' err
	ok "status: error at $action: exit 2" test "$status" = 2
done
for action in layer upload append; do
	fresh "nosuccess-$action"
	go
	ok "success: false at $action: exit 2 with the words" grep -q \
	    'error without code: The item is too large' err
	ok "success: false at $action: exit 2" test "$status" = 2
done

# An answer without an end.
fresh endless-query
go --max-answer 1
ok "an endless answer: exit 2" test "$status" = 2
ok "and why" grep -q 'more than --max-answer 1 megabytes, or a full disk$' err

# Secrets.
secrets() {
	(
		unset ARCGIS_CLIENT_ID ARCGIS_CLIENT_SECRET
		export ARCGIS_SECRETS=$T/secrets
		fresh ''
		go -n
		exit "$status"
	)
}
printf 'ARCGIS_USERNAME=pvf\r\nARCGIS_PASSWORD=p=w&x y' >secrets
chmod 600 secrets
secrets
ok "CRLF, an = in a value, a last line without an end" test $? = 0
chmod 640 secrets
secrets
ok "a mode that lets others read: exit 2" test $? = 2
ok "and why" grep -qx "publish-arcgis: $T/secrets: others may read it \
(mode 640); chmod 600" err
# Half-way, nothing of them is in a file.
mkdir tmp
cat >spy <<'END'
#!/bin/sh
grep -rlE 'gehe|^t1$|token=t1' "$TMPDIR" >>"$TMPDIR/../found"
exec /usr/bin/env PATH="$REAL" curl "$@"
END
mkdir bin
mv spy bin/curl
chmod +x bin/curl
fresh ''
export REAL=$PATH
TMPDIR=$T/tmp PATH=$T/bin:$PATH go
ok "published" test "$status" = 0
ok "no secret and no token in a file" test -e found -a ! -s found
done_testing
