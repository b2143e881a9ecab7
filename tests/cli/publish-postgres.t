#!/bin/bash
# pipelines/publish-postgres without a server (tests/judge/postgres has one):
# which tables go and how they are called, what is refused before anything is
# asked, and that what is sent has no program made of data.
. "$(dirname "$0")/lib.sh"
night
cd "$T" || exit 1
publish=$ROOT/pipelines/publish-postgres
printf 'instelling,waarde\nschema,monitor\n' >set.csv

run "$publish" -n -t set.csv "$N/uit/current"
cp out all
csvpick -HT -c pad,sommen -w soort=tabel "$ROOT/pipelines/uitgave.csv" |
    while IFS='	' read -r path sums; do
	case $path:$sums in plannen.csv:* | *:besloten* | *:) continue ;; esac
	[ -f "$N/uit/current/$path" ] || continue
	name=$(printf %s "${path%.csv}" | tr '/-' __)
	echo "$path -> monitor.$name, $(csvpick -n "$N/uit/current/$path") rows"
done >want
ok 'what every reader may see goes, as many rows as there are' diff want all
ok 'that is most of a release' [ "$(wc -l <all)" -gt 15 ]
ok 'the register does not, nor what is about it' sh -c \
    '[ -s all ] && ! grep -E "^(plannen|bevindingen|planbrug|planwijzigingen)\.csv|^provincie/" all'

# A release of one table, sealed with its number of rows.
# made HEADER TYPES KEY
made() {
	mkdir -p r
	printf '%s\na,1\n' "$1" >r/stand.csv
	printf '%s\n' "$2" >r/stand.csvt
	printf '{"resources":[{"path":"stand.csv","dialect":{"delimiter":","},
	    "schema":{"primaryKey":["%s"],"fields":[{"name":"%s"},{"name":"%s"}]}}]}\n' \
	    "$3" "${1%,*}" "${1#*,}" >r/datapackage.json
	sealed
}
sealed() {
	manifest r run
	sed -i 's/"pad":"stand.csv"/&,"rijen":1/' r/manifest.json
}
made sleutel,x String,Integer sleutel
run "$publish" -n -t set.csv r
is 0 'one table' <<'END'
stand.csv -> monitor.stand, 1 rows
END
ok 'and nothing is written down of it' [ "$status" = 0 -a ! -e gepubliceerd.csv ]
made sleutel,x String sleutel
run "$publish" -n -t set.csv r
fails 2 'a type less than columns' \
    'publish-postgres: stand.csv: 2 columns, but 1 types in the .csvt; nothing is sent'
made sleutel,x String,Integer y
run "$publish" -n -t set.csv r
fails 2 'a key that is no column' \
    'publish-postgres: stand.csv: a key that is no column; nothing is sent'
made "sleutel,$(printf 'x%.0s' {1..64})" String,Integer sleutel
run "$publish" -n -t set.csv r
fails 2 'a name that the server would cut' \
    'publish-postgres: stand.csv: PostgreSQL holds names of 63 bytes; nothing is sent'
made sleutel,x String,Integer sleutel
echo b,2 >>r/stand.csv
run "$publish" -n -t set.csv r
fails 2 'a file that is not what was sealed' 'publish-postgres: r: not what its manifest says (stand.csv: FAILED); nothing is sent'
made sleutel,x String,Integer sleutel
cp r/stand.csv r/stand-lopend.csv
cp r/stand.csvt r/stand-lopend.csvt
run "$publish" -n -t set.csv r
fails 2 'types that were not sealed' "publish-postgres: stand-lopend.csvt: not in the release's manifest; nothing is sent"
sealed
sed -i '/"pad":"stand-lopend.csv"/d' r/manifest.json
run "$publish" -n -t set.csv r
fails 2 'a table that was not sealed' "publish-postgres: stand-lopend.csv: not in the release's manifest; nothing is sent"
# Another list: one that says nothing, and one that says the register may go.
mkdir tree
cp -R "$ROOT"/pipelines/{publish-postgres,publish.d,einde.sh} tree
made sleutel,x String,Integer sleutel
rm r/stand-lopend.*
for f in plannen bos; do cp r/stand.csv r/$f.csv; cp r/stand.csvt r/$f.csvt; done
sealed
printf '%s\n' pad,soort,sommen plannen.csv,tabel,plannen bos.csv,tabel, >tree/uitgave.csv
run tree/publish-postgres -n -t set.csv r
fails 2 'the register goes by no list, nor a table of which it says nothing' \
    "publish-postgres: $T/r: no tables to publish"
rm r/plannen.* r/bos.*
printf 'instelling,waarde\nschema,a;drop\n' >bad.csv
run "$publish" -n -t bad.csv r
fails 2 'a name that is none' \
    "publish-postgres: bad.csv: 'a;drop': expected at most 50 of a-z, 0-9 and _"
printf 'instelling,waarde\nwachtwoord,x\n' >bad.csv
run "$publish" -n -t bad.csv r
fails 2 'a setting that there is not' \
    "publish-postgres: bad.csv: no setting 'wachtwoord': schema, lezer, service"

# What psql is given: the file of ours, and lines of ours that name a file.
mkdir bin
cat >bin/psql <<'END'
#!/bin/sh
printf '%s\n' "$*" "$PGPASSFILE" "$PGSERVICE" >"$SPY.args"
cp copies plan "$SPY"
exit 3
END
chmod +x bin/psql
mkdir spy
printf 'instelling,waarde\nservice,woon\n' >set.csv
made sleutel,x\'\;drop String,Integer sleutel
echo '*:*:*:*:geheim' >pass
SPY=$T/spy POSTGRES_SECRETS=pass PATH=$T/bin:$PATH run "$publish" -t set.csv r
fails 2 'psql fails: told' 'publish-postgres: woonmonitor: psql ended with status 3'
ok 'and written down' grep -q ',postgres,,r,mislukt,woonmonitor: psql ended with status 3$' \
    gepubliceerd.csv
ok 'psql runs a file of ours, and knows where the password is' diff - spy.args <<END
-X -q -w -At -v ON_ERROR_STOP=1 -f $ROOT/pipelines/publish.d/postgres.sql
$T/pass
woon
END
ok 'what it runs besides has nothing of the data' diff - spy/copies <<'END'
\copy "stand" from 'stand.csv' with (format csv, header match, freeze, delimiter ',')
END
ok 'which is in the plan' jq -e '.tables[0].columns[1].name == "x'\'';drop"' spy/plan
done_testing
