#!/bin/bash
# release-seal: nothing becomes current but whole, proven and safe on the disk.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
mkdir schema
cat >schema/cijfers.csv <<'END'
veld,type,lengte,verplicht,sleutel,waarden,omschrijving
regio,string,4,ja,ja,,
dag,date,,nee,ja,,
n,integer,,nee,,,
waarde,number,,nee,,,
status,string,,nee,,ja|nee,
*_p,string,,nee,anders|cijfers,,
END
cat >uitgave.csv <<'END'
pad,soort,schema,nodig,dialect
cijfers.csv,tabel,cijfers,ja,
doel/*.csv,tabel,cijfers,nee,doel
extra.csv,tabel,cijfers,doel/cijfers.csv,
eigen/*.csv,vorm,cijfers,nee,
*.csvt,tekst,,nee,
*-metadata.json,json,,nee,
doel/*.csvt,tekst,,nee,
doel/*-metadata.json,json,,nee,
manifest.json,manifest,,ja,
END
head=regio,dag,n,waarde,status,x_p

# A release as it is before it is sealed.
fresh() {
	rm -rf release uit
	mkdir -p release/eigen uit
	printf '%s\n' "$head" 'GM01,2024-02-29,12,-1.50,ja,' \
	    'GM02,,,,,"a, ""b"""' >release/cijfers.csv
	echo x >release/cijfers.csvt
	echo '{"a": [1, -2.5e3, "\u00e9\"", true, null]}' \
	    >release/cijfers.csv-metadata.json
	printf '{\n  "run": "r",\n  "bestanden": []\n}\n' >release/manifest.json
	printf 'regio,n\nmeer dan vier,x\n' >release/eigen/t.csv
	echo data >gegevens/in.csv
	printf '%s  gegevens/in.csv\0' "$in" >invoer
}

sum() {
	sha256sum <"$1" | cut -d ' ' -f 1
}
mkdir gegevens
echo data >gegevens/in.csv
in=$(sum gegevens/in.csv)

# receipt FILE INPUT HEX [OUTPUT HEX]
receipt() {
	printf '{"tool": "t", "version": "1", "inputs":
	    [{"name": "%s", "bytes": 1, "sha256": "%s"}], "outputs": [%s]}\n' \
	    "$2" "$3" "${4:+{\"name\": \"$4\", \"sha256\": \"$5\"\}}" >"$1"
}

look() {
	run release-seal --release release --schema schema "$@" uitgave.csv
}
seal() {
	run release-seal --release release --schema schema --publish uit --name abc --inputs invoer "$@" \
	    uitgave.csv
}
# Nothing that somebody could take for published.
nothing() {
	[ "$status" = 2 ] || { echo "status $status"; return 1; }
	local left=(uit/* uit/.[!.]*)
	[ "${left[*]}" = 'uit/* uit/.[!.]*' ] ||
	    { echo "there is ${left[*]}"; return 1; }
	[ -d release ] || { echo "the release is gone"; return 1; }
}

fresh
look
ok "looked at: exit 0 and nothing said" test "$status" = 0 -a ! -s err
ok "records, bytes and sha256" test "$(jq -c '.[] | select(.pad ==
    "cijfers.csv") | [.rijen, .bytes, .sha256]' out)" = \
    "[2,$(wc -c <release/cijfers.csv),\"$(sum release/cijfers.csv)\"]"
ok "what the schema says of each column" test "$(jq -c '.[] | select(.pad ==
    "cijfers.csv").kolommen | map([.veld, .type, .sleutel])' out)" = \
    '[["regio","string","ja"],["dag","date","ja"],["n","integer",""],["waarde","number",""],["status","string",""],["x_p","string","ja"]]'
ok "in order of bytes" test "$(jq -r '.[].pad' out)" = "cijfers.csv
cijfers.csv-metadata.json
cijfers.csvt
eigen/t.csv
manifest.json"

# refuses NAME FILE CONTENT MESSAGE
refuses() {
	fresh
	printf "$3" >"release/$2"
	look
	fails 2 "$1" "release-seal: release/$2$4"
	seal
	ok "$1: and it is not published" nothing
}
refuses "a cell that is no date" cijfers.csv "$head\nGM01,2023-02-29,,,,\n" \
    ':2: error: dag: "2023-02-29", expected a date'
refuses "a cell that is no whole number" cijfers.csv "$head\nGM01,,1.5,,,\n" \
    ':2: error: n: "1.5", expected a whole number'
refuses "a cell that is no number" cijfers.csv "$head\nGM01,,,1e3,,\n" \
    ':2: error: waarde: "1e3", expected a number'
refuses "a cell with a decimal comma" cijfers.csv "$head\nGM01,,,\"1,5\",,\n" \
    ':2: error: waarde: "1,5", expected a number'
refuses "another word" cijfers.csv "$head\nGM01,,,,jawel,\n" \
    ':2: error: status: "jawel", expected ja|nee'
refuses "a text that is too long" cijfers.csv "$head\nGM011,,,,,\n" \
    ':2: error: regio: "GM011", expected a shorter text'
refuses "an empty cell" cijfers.csv "$head\n,,1,,,\n" \
    ':2: error: regio: "", expected a value'
refuses "a key twice" cijfers.csv "$head\nGM01,,1,,,\nGM02,,,,,\nGM01,,2,,,\n" \
    ':4: error: the key of row 2 again; expected each once'
refuses "a column that nobody knows" cijfers.csv "regio,y\nGM01,1\n" \
    ':1: error: column "y" is not in the schema cijfers'
refuses "half a record" cijfers.csv "$head\nGM01,,1\n" \
    ":2: error: expected 6 fields as in the header, found 3: 'GM01,,1'"
refuses "an empty table" cijfers.csv '' ': error: no header: the input is empty'
refuses "an empty file" cijfers.csvt '' ': is empty'
refuses "a text that was cut off" cijfers.csvt 'x' \
    ': does not end with a newline; is it whole?'
refuses "half a JSON" cijfers.csv-metadata.json '{"a": [1,\n' \
    ': no JSON at byte 10'
refuses "JSON with more behind it" cijfers.csv-metadata.json '{}\n{}\n' \
    ': no JSON at byte 3'
refuses "a number that begins with 0" cijfers.csv-metadata.json '{"a": 01}\n' \
    ': no JSON at byte 8'
refuses "a file that is in no list" core 'x\n' ': no row of the list is of it'
fresh
ln -s cijfers.csvt release/link.csvt
seal
ok "a link" grep -q 'link.csvt: is no regular file' err
ok "a link: and it is not published" nothing

# misses NAME FILE MESSAGE
misses() {
	fresh
	rm "release/$2"
	seal
	fails 2 "$1" "release-seal: release: $3"
	ok "$1: and it is not published" nothing
}
misses "a table that is not there" cijfers.csv \
    "cijfers.csv is not there, and must be (uitgave.csv)"
misses "a description that is not there" cijfers.csvt \
    "cijfers.csvt is not there, and must be beside its table"
misses "the manifest" manifest.json \
    "manifest.json is not there, and must be (uitgave.csv)"
fresh
mkdir release/doel
printf 'regio;waarde\nGM01;-2,5\n' >release/doel/cijfers.csv
echo x >release/doel/cijfers.csvt
echo '{}' >release/doel/cijfers.csv-metadata.json
look -d ';' --decimal comma
ok "for another system: its own signs" test "$(jq -c '.[] | select(.pad ==
    "doel/cijfers.csv") | [.scheiding, .decimaal, .rijen]' out)" = '[";",",",1]'
seal -d ';' --decimal comma
fails 2 "what is needed with another" \
    "release-seal: release: extra.csv is not there, and must be (uitgave.csv)"

# What the tools read is what there was.
fresh
receipt r1.json gegevens/in.csv "$in" tussen/x.csv \
    "$(printf %064d 7)"
receipt r2.json tussen/x.csv "$(printf %064d 7)"
receipt r3.json release/cijfers.csv "$(sum release/cijfers.csv)"
receipt r4.json gegevens/../gegevens/./in.csv "$in"
seal --proof r1.json --proof r2.json --proof r3.json --proof r4.json
ok "sealed: exit 0, not a word" test "$status" = 0 -a ! -s out -a ! -s err
ok "current is it" test "$(readlink uit/current)" = abc -a ! -e release
ok "nothing else" test "$(ls -A uit)" = "abc
current"
jq -r '.bestanden[] | "\(.sha256)  \(.pad)"' uit/abc/manifest.json >sums
checked() { (cd uit/abc && sha256sum -c --quiet ../../sums); }
ok "the manifest has the sum of each file" checked
ok "of all but itself" test "$(wc -l <sums)" = 4
ok "as jq would write it" test "$(jq . uit/abc/manifest.json)" = \
    "$(cat uit/abc/manifest.json)"
fresh
echo other >changed
receipt r1.json gegevens/in.csv "$(sum changed)"
seal --proof r1.json
fails 2 "a delivery that changed in the night" "release-seal: gegevens/in.csv: \
was other bytes when the night began than when it was read: begin again (r1.json)"
ok "changed: and it is not published" nothing
receipt r1.json tussen/x.csv "$(sum changed)"
seal --proof r1.json
fails 2 "a file of which nobody knows" "release-seal: tussen/x.csv: was read, \
and is no input, output or file of the release with these bytes (r1.json)"
receipt r1.json release/cijfers.csv "$(sum changed)"
seal --proof r1.json
ok "a file of the release that changed after it was read" nothing
echo '{"inputs": []}' >r1.json
seal --proof r1.json
fails 2 "no receipt" "release-seal: r1.json: expected what a tool wrote with --receipt; this is other JSON"
: >invoer
receipt r1.json gegevens/in.csv "$in"
seal --proof r1.json
ok "an input that was not listed" nothing
fresh
echo 'no list' >invoer
seal
fails 2 "a list that is none" "release-seal: invoer: error: expected a list of sha256sum -z; this is text"

# Lists of what there was to read may be several.
fresh
echo other >gegevens/ander.csv
sha256sum -z gegevens/ander.csv >invoer-2
receipt r1.json gegevens/in.csv "$in"
receipt r2.json gegevens/ander.csv "$(sum gegevens/ander.csv)"
seal --proof r1.json --proof r2.json
fails 2 "an input of another list" "release-seal: gegevens/ander.csv: was read, \
and is no input, output or file of the release with these bytes (r2.json)"
seal --proof r1.json --proof r2.json --inputs invoer-2
ok "both lists: sealed" test "$status" = 0 -a "$(readlink uit/current)" = abc

# What was looked at before is read for its bytes alone.
fresh
look -o gezien.json
ok "an account of before" test "$status" = 0 -a -s gezien.json
seal --seen gezien.json
ok "--seen: sealed" test "$status" = 0 -a "$(readlink uit/current)" = abc
jq -c '[.bestanden[] | [.pad, .bytes, .rijen, .sha256]]' \
    uit/abc/manifest.json >met
fresh
seal
ok "and the manifest is the same" test "$(jq -c '[.bestanden[] |
    [.pad, .bytes, .rijen, .sha256]]' uit/abc/manifest.json)" = "$(cat met)"
fresh
sed -i 's/GM01,2024/GM01,2025/' release/cijfers.csv
seal --seen gezien.json
fails 2 "--seen: other bytes are looked at" "release-seal: \
release/cijfers.csv:2: error: dag: \"2025-02-29\", expected a date"
fresh
sed -i 's/GM02/GM03/' release/cijfers.csv
seal --seen gezien.json
ok "and when all is well they are what is sealed" test "$status" = 0 -a \
    "$(jq -r '.bestanden[] | select(.pad == "cijfers.csv").sha256' \
	uit/abc/manifest.json)" = "$(sum uit/abc/cijfers.csv)"
for bad in '[]' '{"a": 1}' '[{"pad": "cijfers.csv"'; do
	fresh
	echo "$bad" >gezien.json
	seal --seen gezien.json
	fails 2 "--seen: $bad" "release-seal: gezien.json: no account of a release"
	ok "$bad: and it is not published" nothing
done
# A look says the same, columns and all.
fresh
look -o gezien.json
sed -i 's/GM02/GM03/' release/cijfers.csv
look -o alles.json
look --seen gezien.json
ok "--seen: a look says what it would have said" test "$status" = 0 -a \
    "$(cat out)" = "$(cat alles.json)" -a "$(jq length out)" = 5
fresh
look --seen gezien.json
ok "of files that are as they were, too" test "$status" = 0 -a \
    "$(cat out)" = "$(cat gezien.json)"
fresh
printf '{\n  "bestanden": [1]\n}\n' >release/manifest.json
seal
ok "a manifest that has its files already" nothing
seal -o x
ok "an output with --publish" grep -q -- '--publish writes no output' err

# The same again, and others under the same name.
fresh
seal
cp -R uit/abc eerst
mv uit bewaar
fresh
rm -r uit
mv bewaar uit
touch -d 2001-01-01 uit/abc
seal
ok "the same bytes again: the same name" test "$status" = 0 -a \
    "$(ls uit)" = "abc
current"
ok "published today" test "$(find uit/abc -maxdepth 0 -mmin -5)"
mv uit bewaar
fresh
rm -r uit
mv bewaar uit
echo y >release/cijfers.csvt
seal
ok "other bytes: the next name" test "$(readlink uit/current)" = abc-2
ok "and the first is as it was" diff -r eerst uit/abc
rm -r uit/abc-2
mv uit bewaar
fresh
rm -r uit
mv bewaar uit
echo z >uit/abc/zzz
seal
ok "the same bytes and a file more is another" test \
    "$(readlink uit/current)" = abc-2

# On the disk before it is current: every file, every folder.
traced() {
	ASAN_OPTIONS=detect_leaks=0 run strace -f -y -o trace "$@" \
	    release-seal --release release --schema schema --publish uit --name abc --inputs invoer uitgave.csv
}
order() {
	place=$(grep -n 'rename.*"release", "uit/abc"' trace | cut -d: -f1)
	swap=$(grep -n 'rename.*"uit/.current", "uit/current"' trace |
	    cut -d: -f1)
	[ -n "$place" ] && [ -n "$swap" ] && [ "$place" -lt "$swap" ] || return 1
	head -n "$((place - 1))" trace >before
	sed -n "$((place + 1)),$((swap - 1))p" trace >between
	sed "1,${swap}d" trace >after
	(cd uit/abc && find . -type f -o -type d) | sed 's|^\.||' |
	    while read -r f; do
		grep -q "fsync([0-9]*<$T/release$f>) *= 0" before ||
		    echo "not synced: $f"
	    done >unsafe
	[ ! -s unsafe ] || { cat unsafe; return 1; }
	grep -q "fsync([0-9]*<$T/uit>) *= 0" between &&
	    grep -q "fsync([0-9]*<$T/uit>) *= 0" after
}
fresh
traced -e trace=fsync,rename,renameat,renameat2
ok "traced" test "$status" = 0
ok "each file and folder synced, then one rename, then the folder" order

# What fails of it: nothing is published, nothing is left. (127 is the loader,
# which reads the libraries; a sanitizer reads, too, before it begins.)
whole() {
	case $status in
	0) [ -f uit/current/manifest.json ] ;;
	127) status=2 && nothing ;;
	1) grep -q '^==.*Sanitizer' err ;;
	*) told=$((told + 1)) && [ -s err ] && nothing ;;
	esac
}
for call in fsync rename symlink openat read unlink utimensat; do
	n=0 bad='' told=0
	while :; do
		n=$((n + 1))
		fresh
		traced -e "trace=$call" -e "inject=$call:error=EIO:when=$n"
		[[ $(<trace) = *INJECTED* ]] || break
		whole >why || bad="$bad $call:$n"
	done
	ok "$call fails at each of $((n - 1)): all or nothing" \
	    test -z "$bad" -a "$told" -gt 0
	[ -z "$bad" ] || echo "#$bad"
done
done_testing
