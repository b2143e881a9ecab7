#!/bin/sh
# cbs-fetch against a server on loopback; no request leaves the machine.
. "$(dirname "$0")/lib.sh"

fetch=$ROOT/pipelines/cbs-fetch
S=$T/server D=$T/data
mkdir "$S"
# The bulk zip, big enough to break off half-way.
cp -r "$DATA/cbs-extract/bulk" "$T/bulk"
(cd "$T/bulk" && TZ=UTC zip -qX0 "$S/bulk.zip" ./*.csv)
serves "$ROOT/tests/cli/cbs-fetch/server" "$S" "$DATA"
url=http://127.0.0.1:$port

# fetch SCENARIO ARGUMENT...: with two attempts, not waiting between them.
fetch() {
	echo "$1" >"$S/scenario"
	: >"$S/log"
	shift
	run timeout 60 "$fetch" -u "$url" -o "$D" --tries 2 --wait 0 --stall 1 "$@"
}

# asked TIMES REQUEST
asked() {
	times=$(grep -cxF "$2" "$S/log")
	[ "$times" = "$1" ] && return
	echo "asked $times times"
	cat "$S/log"
	return 1
}

# contents: everything in the folder is as it should stay.
contents() {
	rm -rf "$T/before"
	cp -a "$D" "$T/before"
}

unchanged() {
	diff -r --no-dereference -x '*.failed' "$T/before" "$D"
}

count() {
	cbs-extract -q "$@" | wc -l
}

quiet() {
	is 0 "$1" "${2-}" </dev/null
}

# refused NAME STDERR: and the folder is as it was before.
refused() {
	fails 2 "$1" "$2"
	ok "$1: what was there stays" unchanged
}

F=/ODataFeed/odata/99001NED
page2="$F/TypedDataSet?\$skip=3: page 2"
feed="expected an Atom feed of TypedDataSet"
page='the HTML page "Storing & onderhoud"'

# --- v3 ---

fetch good -3 99001NED
quiet "two pages and the metadata"
meta=
for f in "$D"/99001NED/*.xml; do
	case $f in */CategoryGroups.xml) ;; *) meta="$meta -M $f" ;; esac
done
ok "all of it is read" test "$(count $meta "$D/99001NED/TypedDataSet.xml.gz")" \
    = 16
ok "the next page is asked of this server" asked 1 "$F/TypedDataSet?\$skip=3"
ok "no work folder stays" test -z "$(find "$D" -name '.fetch.*')"
ok "each part of the metadata is asked once" asked 1 "$F/Perioden"
ok "and TableInfos before all and after all" asked 2 "$F/TableInfos"
contents

fetch good -3 -v 99001NED
quiet "a table with the same Modified" "cbs-fetch: 99001NED: unchanged"
ok "one request is enough" test "$(cat "$S/log")" = "$F/TableInfos"
ok "nothing is written" unchanged

fetch good -3 -v --force 99001NED
quiet "--force, the same bytes" "cbs-fetch: 99001NED: unchanged"
ok "nothing is rewritten" unchanged

fetch later -3 busy 99001NED
fails 2 "one table of two fails" "cbs-fetch: /ODataFeed/odata/busy/TableInfos: \
page 1: HTTP 404 with $page, expected an Atom feed of TableInfos; try -4, or \
--search; case counts in busy"
ok "the other is there" grep -q 05-09 "$D/99001NED/fetched.json"
contents

for s in busy-twice gzip-whole elsewhere moves-once; do
	fetch $s -3 --force --tries 3 99001NED
	quiet "$s: all the same data"
	ok "$s: read" test "$(count $meta "$D/99001NED/TypedDataSet.xml.gz")" = 16
done
fetch metadata-once -3 --force 99001NED
quiet "metadata that come the second time"
ok "TableInfos is looked at after that too" test "$(tail -n 2 "$S/log")" = \
    "$F/Perioden
$F/TableInfos"
fetch reset-once -3 --force 99001NED
quiet "a connection that breaks once"
ok "only the page is fetched again" asked 2 "$F/TypedDataSet?\$skip=3"
ok "not the table" asked 1 "$F/TypedDataSet"
ok "at most one older state stays" test \
    "$(find "$D" -maxdepth 1 -name '.99001NED.*' | wc -l)" = 2
contents

both="(2 attempts), $feed"
fault() {
	fetch "$1" -3 --force 99001NED
	refused "$1" "cbs-fetch: $page2: $2"
}
fault busy "HTTP 503 with $page $both"
fault html "$page $both"
fault empty "an empty body $both"
fault gzip "a feed that is cut off after 0 entries $both"
fault long "a feed that is cut off after 1 entries $both"
fault cut "a feed that is cut off after 0 entries $both"
fault gone "HTTP 404 with $page, $feed"
limit='the error "The requested query returns more than 10000 records."'
fault limit "HTTP 500 with $limit, $feed; a feed has no such limit; else give -f"
ok "limit: it is not tried again" asked 1 "$F/TypedDataSet?\$skip=3"
fault json "$limit, $feed; a feed has no such limit; else give -f"

# What curl says is curl's; the rest is ours.
curls() {
	[ "$status" = 2 ] && [ ! -s "$T/out" ] &&
	    grep -qxF "$(printf 'cbs-fetch: %s: curl: ' "$1")" "$T/said" &&
	    grep -qxF " (2 attempts), $2" "$T/end" && return
	cat "$T/err"
	return 1
}
curl_fault() {
	sed 's/\(: curl: \).*/\1/' "$T/err" >"$T/said"
	sed 's/.*\( (2 attempts)\)/\1/' "$T/err" >"$T/end"
	ok "$1" curls "$2" "$3"
	ok "$1: what was there stays" unchanged
}
for s in short reset stall; do
	from=$(date +%s)
	fetch $s -3 --force 99001NED
	took=$(($(date +%s) - from))
	curl_fault $s "$page2" "$feed"
done
# Waiting for it would take 16 seconds.
ok "a stall is not waited for" test $took -lt 12

fetch loop -3 --force 99001NED
refused "a page that comes back" "cbs-fetch: $F/TypedDataSet?\$skip=0: page 3 \
is the same as page 1, expected other entries"
fetch moves -3 --force 99001NED
refused "a table that changes all the time" "cbs-fetch: 99001NED: changed \
while it was fetched (2024-05-03T02:00:00, then 2024-05-04T02:00:00)"
fetch no-key -3 --force 99001NED
refused "what cbs-extract refuses" "cbs-fetch: 99001NED: not accepted: \
TypedDataSet.xml.gz:19: error: C008 no key in dimension RegioS; the record is \
left out"
fetch keys -3 --force 99001NED
refused "another key" "cbs-fetch: 99001NED: not accepted: other columns than \
the last time: no longer onderwerp,Nieuwbouw_1,aantal; now \
onderwerp,Nieuwbouw_4,aantal; --accept-schema takes them"
fetch unit -3 --force 99001NED
refused "another unit" "cbs-fetch: 99001NED: not accepted: other columns than \
the last time: no longer onderwerp,Oppervlakte_2,m2; now \
onderwerp,Oppervlakte_2,ha; --accept-schema takes them"
fetch fewer -3 --force 99001NED
refused "fewer observations" "cbs-fetch: 99001NED: not accepted: 9 \
observations, the last time 15; --accept-fewer takes them"
fetch good -3 --force --max-size 700 99001NED
refused "an answer that is too large" "cbs-fetch: $F/TableInfos: page 1: more \
than --max-size 700 bytes, expected an Atom feed of TableInfos"
fetch keys -3 --force --accept-schema 99001NED
quiet "--accept-schema"
ok "--accept-schema: the new key is there" grep -q Nieuwbouw_4 \
    "$D/99001NED/fetched.json"
fetch fewer -3 --force --accept-schema --accept-fewer 99001NED
quiet "--accept-fewer"

fetch tagged -3 --force --accept-schema 99001NED
quiet "a TableInfos with an etag"
contents
fetch tagged -3 -v 99001NED
quiet "304" "cbs-fetch: 99001NED: unchanged"
ok "304: nothing is written" unchanged
echo >>"$D/99001NED/Perioden.xml"
fetch tagged -3 -v 99001NED
quiet "an etag does not count for damaged files" \
    "cbs-fetch: 99001NED: 15 observations"

fetch stopped -3 --force 99001NED
quiet "a table that stopped" \
    "cbs-fetch: 99001NED: no longer kept up (Gediscontinueerd, Stopgezet)"
fetch stopped -3 -q --fail-on warning 99001NED
is 1 "--fail-on warning, also when unchanged" </dev/null
fetch good --meta -v 99001NED
quiet "--meta" "cbs-fetch: 99001NED: metadata"
ok "--meta: for -M" cbs-extract -q -M "$D/99001NED.meta/DataProperties.xml" \
    "$DATA/cbs-extract/typed-page2.xml"
ok "--meta: no data" test ! -e "$D/99001NED.meta/TypedDataSet.xml.gz"
contents

# Killed while page 2 stands still.
echo stall >"$S/scenario"
: >"$S/log"
"$fetch" -u "$url" -o "$D" --stall 9 -3 --force 99001NED 2>/dev/null &
killed=$!
await asked 1 "$F/TypedDataSet?\$skip=3"
kill -9 $killed
wait $killed 2>/dev/null
ok "killed: work is under way" test -n "$(find "$D" -name '.fetch.*')"
ok "killed: what was there stays" diff -r --no-dereference -x '*.failed' \
    -x '.fetch.*' "$T/before" "$D"
await flock -n "$D" true
fetch good -3 99001NED
quiet "after that"
ok "the work folder is gone" test -z "$(find "$D" -name '.fetch.*')"
ok "all is as before" unchanged

echo busy-twice >"$S/scenario"
: >"$S/log"
script -qec "'$fetch' -u $url -o '$D' --wait 0 -3 --force 99001NED" /dev/null \
    >"$T/terminal" 2>&1 </dev/null
ok "progress on a terminal" grep -q 'page 2' "$T/terminal"
ok "progress: attempts too" grep -q 'HTTP 503 .* attempt 2 of 5' "$T/terminal"

fetch good -c derden -f "RegioS eq 'GM0034'" --force 99001NED
quiet "-c derden and -f: a feed"
ok "-f: encoded" asked 1 "$F/TypedDataSet?\$filter=RegioS%20eq%20%27GM0034%27"
mkdir "$D/99003NED"
fetch good -3 99003NED
fails 2 "a folder of someone else" "cbs-fetch: $D/99003NED: there already, and \
not made by cbs-fetch"

# --- v4 ---

Z=/csv/CBS/nl/99002NED
fetch resume -v 99002NED
quiet "a zip that broke off" "cbs-fetch: 99002NED: 8 observations"
ok "the rest is asked for" asked 1 "range bytes=1000-"
ok "the zip is that of the server" cmp "$S/bulk.zip" "$D/99002NED.zip"
contents
fetch good -v 99002NED
quiet "a zip that did not change" "cbs-fetch: 99002NED: unchanged"
ok "304 of a zip: nothing is written" unchanged
fetch swap --force 99002NED
quiet "a zip that changed between two attempts"
ok "the zip is whole" cmp "$S/bulk.zip" "$D/99002NED.zip"
contents
zip_fault() {
	fetch "$1" --force 99002NED
	refused "zip: $1" "cbs-fetch: $2"
}
zip_fault html "$Z: $page (2 attempts), expected a bulk zip"
zip_fault cut "$Z: a zip that is cut off after $(($(stat -c %s \
    "$S/bulk.zip") / 2)) bytes (2 attempts), expected a bulk zip"
zip_fault crc "99002NED: not accepted: 99002NED.zip:MeasureCodes.csv: error: \
damaged in the zip archive"
jq '.kolommen += ["a\"\\\u007f\n\u00b2/", "\u2019"] | .bestanden += [{pad: "b",
    sha256: "c", bytes: -1.5}]' "$D/99002NED.zip.json" >"$T/state"
jq -r '.verzoek, .gewijzigd, .etag, .last_modified, .waarnemingen,
    .perioden, (.bestanden[] | "=\(.sha256)  \(.pad)"), (.kolommen | sort[])' \
    "$T/state" >"$T/want"
jq -ac . "$T/state" >"$T/compact"
# said QUESTION FILE: what is said of it.
said() {
	printf '%s\0' 2 "$@" | "$ROOT/pipelines/cbs-fetch.d/answer" "$T" |
	    grep -qx 0 && cat "$T/said"
}
same_as_jq() {
	for state in "$T/state" "$T/compact"; do
		said state "$state" >"$T/got" &&
		    diff -u "$T/want" "$T/got" || return
	done
}
ok "what was kept is read as jq reads it" same_as_jq
printf '{"value": [], "odata.nextLink": "T?$skip=\303\251\\u20ac|"}' >"$T/list"
ok "a next page beyond ASCII is asked for in its bytes" [ \
    "$(said json "$T/list")" = \
    '?$skip=%C3%A9%E2%82%AC%7C' ]
cp "$D/99002NED.zip.json" "$T/state"
cut=$D/99002NED.zip.json
head -c 10 "$T/state" >"$cut"
fetch good 99002NED
fails 2 "a state that is cut off" "cbs-fetch: $cut: not the state of a table (not a \
JSON object (unexpected end of string while parsing JSON string, at character \
offset 10)); \
remove it to start anew"
cp "$T/state" "$cut"
fetch short --force 99002NED
curl_fault "zip: short" "$Z" "expected a bulk zip"
fetch good 81955NED
refused "a table that is gone" "cbs-fetch: /csv/CBS/nl/81955NED: HTTP 404 with \
$page, expected a bulk zip; the successor of 81955NED is 86098NED"
exec 8<"$D"
flock 8
fetch good 99002NED
refused "two at a time" "cbs-fetch: $D: another cbs-fetch is at work there"
exec 8<&-

# --- the catalog ---

# --- a BOM before any resource ---
rm -rf "$D"
fetch bom -3 99001NED
quiet "a feed, a service document and metadata that begin with a BOM"
ok "a BOM: all of it is read" test "$(count $meta \
    "$D/99001NED/TypedDataSet.xml.gz")" = 16

# --- a province ---
mkdir "$T/province"
cat >"$T/province/bronnen.csv" <<'END'
tabel,soort,bestand,metadata,filter
99001NED,groei,99001NED/TypedDataSet.xml.gz,99001NED/Perioden.xml,
99002NED,groei,99002NED.zip,,
81955NED,groei,81955NED.zip,,
enquete,indicatoren,enquete.csv,,
END
cat >"$T/province/indicatoren.csv" <<'END'
code,tabel
a,hand
b,86161NED
c,99001NED
END
HEAD=tabel,perioden,waarnemingen,gewijzigd,uitkomst,sinds,gestopt,opvolger
rm -rf "$D"
gone="/csv/CBS/nl/81955NED: HTTP 404 with $page, expected a bulk zip; the \
successor of 81955NED is 86098NED"
fetch good -q -p "$T/province"
is 2 "-p: every table of a province, with a summary" "cbs-fetch: $gone" <<END
$HEAD,melding
99001NED,2023..2023-Q4,15,2024-05-01T02:00:00,opgehaald,,,,
99002NED,2023..2024-Q1,8,2024-05-01T02:00:00+02:00,opgehaald,,,,
81955NED,,,,ontbreekt,,,,"$(echo "$gone" | sed 's/"/""/g')"
86161NED,,,,geen bron,,,,"in indicatoren.csv, niet in bronnen.csv"
END
sed -i '/^81955NED/d' "$T/province/bronnen.csv"
contents
fetch stopped -q -p "$T/province"
ok "-p: what did not change, and what stopped" sh -c "
    test $status = 0 && grep -q '^99002NED,.*,ongewijzigd,,,,$' '$T/out'"
ok "-p: nothing is written" unchanged
fetch busy -q --force -p "$T/province"
ok "-p: a service that is down leaves what there was" sh -c "
    test $status = 2 && grep '^99001NED' '$T/out' |
    grep -q '2024-05-01T02:00:00,mislukt,20[0-9-]*T'"
ok "-p: down: nothing is written" unchanged
touch -d '8 days ago' "$D/.99001NED.failed"
day=$(date -u -r "$D/.99001NED.failed" +%F)
fetch busy -3 --force 99001NED
ok "a service that is down for a week: since when" grep -q \
    "; it fails since $day, what is there stays\$" "$T/err"
fetch good -q -p "$T/province"
ok "and when it is back that is forgotten" test "$status" = 0 -a \
    ! -e "$D/.99001NED.failed"
fetch good -q -p "$T/nowhere"
ok "-p: no such province" test "$status" = 2
# v3 has it no more (404), v4 has; and the other way about.
cat >"$T/province/selecties.csv" <<'END'
tabel,dimensie,sleutel,naam
99002NED,,M900001,a
99001NED,,Nieuwbouw_*,b
END
sed -i 's/99002NED.zip/99002NED\/UntypedDataSet.xml.gz/
    s/99001NED.Typed.*gz/99001NED.zip/' "$T/province/bronnen.csv"
rm "$D/99002NED.zip"* && rm -r "$D/99001NED"
fetch good -p "$T/province"
ok "-p: an API that has a table no more" test "$status" = 2
ok "-p: the other one has, which is told" sh -c "grep -q '99002NED: v3 has it \
no more (HTTP 404 .*), v4 has: 99002NED.zip; name it in bronnen.csv to go over, \
until then what was there stays' '$T/err' && test -s '$D/99002NED.zip' &&
    grep -q '99001NED: v4 has it no more .*, v3 has: \
99001NED/TypedDataSet.xml.gz; name' '$T/err'"
ok "-p: a line for each" test "$(grep -c '^9900[12]NED' "$T/out")" = 4
sed -i 's/M900001/M900009/' "$T/province/selecties.csv"
fetch good -p "$T/province"
ok "-p: and whether the selection reads it" grep -q "99002NED.zip; \
selecties.csv does not read that yet ($T/province/selecties.csv:2: error: \
sleutel: no measure 'M900009'.*); name it" "$T/err"
fetch busy -q --force -p "$T/province"
ok "-p: a service that is down is not one that has gone" test \
    "$(grep -c 'no more' "$T/err")" = 0
sed -i 's/99002NED.Untyped.*gz/elsewhere.zip/' "$T/province/bronnen.csv"
fetch good -q -p "$T/province"
ok "-p: a file in another place" grep -q "elsewhere.zip of 99002NED: expected \
99002NED.zip, or" "$T/err"
rm -rf "$D"
fetch good -3 99001NED
fetch good 99002NED
contents

fetch good --list -3
is 0 "--list: two pages" <<'END_'
tabel,titel,periode,status,gewijzigd,aantal,opvolger
37230ned,Bevolkingsontwikkeling,,,,,
81955NED,"Voorraad woningen, en ""niet""",2012-2025,Gediscontinueerd,2025-05-30,26438763,86098NED
END_
fetch good --search 'PER bevolking' -3
is 0 "--search: all words, in the text too" <<'END_'
tabel,titel,periode,status,gewijzigd,aantal,opvolger
37230ned,Bevolkingsontwikkeling,,,,,
END_
fetch good --search koopwoning
is 0 "--search in v4" <<'END_'
tabel,titel,periode,status,gewijzigd,aantal,opvolger
83625NED,Bestaande koopwoningen,,Regulier,,100741875,
END_
fetch good --search zeppelin
is 1 "--search: nothing" <<'END_'
tabel,titel,periode,status,gewijzigd,aantal,opvolger
END_
fetch html --list
fails 2 "--list: an error page" "cbs-fetch: /odata/v1/CBS/Datasets: page 1: \
$page (2 attempts), expected a list of tables"
fetch cut --list
fails 2 "--list: cut off" "cbs-fetch: /odata/v1/CBS/Datasets: page 1: JSON \
that is cut off or has no list \"value\" (2 attempts), expected a list of tables"

# --- usage ---

used() {
	run "$fetch" "$@"
}
used
fails 2 "no table" "cbs-fetch: no table given; see --help"
used -x 99001NED
fails 2 "an unknown option" "cbs-fetch: unknown option -x; see --help"
used -o
fails 2 "no value" "cbs-fetch: -o takes a value; see --help"
used --tries many 99001NED
fails 2 "no number" "cbs-fetch: --tries takes a whole number, not 'many'"
used --tries 0 99001NED
fails 2 "no attempt" "cbs-fetch: --tries takes a number from 1"
used ../x
fails 2 "not an identifier" \
    "cbs-fetch: '../x' is not the identifier of a table, as 81955NED"
used -u http://example.org 99001NED
fails 2 "no https" "cbs-fetch: -u http://example.org: expected https://HOST or \
http://127.0.0.1:PORT"
used -4 -c derden 47022NED
fails 2 "no v4 of derden" "cbs-fetch: -4 has no catalog derden; use -3"
used -4 -f x 99001NED
fails 2 "-f with -4" "cbs-fetch: -f goes with -3: a bulk zip is whole"
used --meta -f x 99001NED
fails 2 "-f without data" "cbs-fetch: -f and -U are for data, not for --meta"
used --list 99001NED
fails 2 "--list of a table" "cbs-fetch: one operand too many: 99001NED"

listed() {
	"$fetch" --help all | grep -oE -- '^  --?[A-Za-z0-9-]+|, --?[a-z]+' |
	    tr -d ' ,' | sort -u >"$T/have"
	sed -n 's/^\.It Fl \(.*\)/\1/p' "$ROOT/pipelines/cbs-fetch.1" |
	    grep -oE '(^|, |Fl )-?[A-Za-z0-9][a-z-]*' |
	    sed 's/^, //; s/^Fl //; s/^/-/' | sort >"$T/want"
	diff -u "$T/want" "$T/have"
}
ok "the manual has the options of --help all" listed
ok "the manual is mdoc" test -z \
    "$(mandoc -Tlint -Wwarning "$ROOT/pipelines/cbs-fetch.1")"

done_testing
