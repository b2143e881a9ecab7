#!/bin/bash
# The tables of a province are read by recipes as by tools: quotes, commas and
# newlines in a cell, CRLF and a byte order mark.
. "$(dirname "$0")/lib.sh"
own_tools
nightly=$ROOT/pipelines/nightly
cp -R "$ROOT/pipelines/flevoland" "$T/prov"
cd "$T" || exit 1

# As Excel saves them.
for f in prov/*.csv; do
	sed -i '1s/^/\xef\xbb\xbf/; s/$/\r/' "$f"
done
# A comma and a quote where a person may type them.
sed -i 's/,almere 2024-1,/,"almere 2024-1, ""tweede""",/' prov/leveringen.csv \
    prov/rooster.csv
mkdir gegevens
cp -R "$DATA"/nightly/* gegevens
mv gegevens/plannen/urk.csv "gegevens/plannen/urk, 'juni'; \$(x).csv"
sed -i "s|plannen/urk.csv|\"plannen/urk, 'juni'; \$(x).csv\"|" \
    prov/leveringen.csv
run "$nightly" -p prov -d gegevens -o uit
ok "published" test "$status" = 0 -a ! -s err
R=uit/current
run csvpick -HTu -c levering -w gemeente=GM0034 $R/plannen.csv
is 0 "a delivery's name with a comma and quotes" <<'END'
almere 2024-1, "tweede"
END
run csvpick -HTu -c naam -w regio=WD-MRA $R/stand.csv
is 0 "names without the line end" <<'END'
MRA
END
ok "the file's name in the manifest" test "$(jq -r '.leveringen[] |
    select(.gemeente == "GM0184").bestand' $R/manifest.json)" = \
    "plannen/urk, 'juni'; \$(x).csv"
ok "no line end or mark of Excel in the release" test -z \
    "$(grep -rlP '\r|^\xef\xbb\xbf' $R/ --include='*.csv')"

# One that is not there, of such a name.
rm -rf prov gegevens uit
cp -R "$DATA/provincie/provincie" prov
cp -R "$DATA/provincie/gegevens" gegevens
rm gegevens/plannen/oostwoud.csv
sed -i "s|plannen/oostwoud.csv|\"plannen/oost, 'juni'; \$(x).csv\"|" \
    prov/leveringen.csv
run "$nightly" -p prov -d gegevens -o uit
ok "not there: published, with the finding" test "$status" = 1
run csvpick -HT -c bestand,code -w code=L001 $R/bevindingen.csv
is 0 "which names it" <<'END'
gegevens/plannen/oost, 'juni'; $(x).csv	L001
END
ok "left out by its name" test "$(jq -r '.geweigerd[].bestand' \
    $R/manifest.json)" = "plannen/oost, 'juni'; \$(x).csv"

# A delivery that is still being written waits.
rm -rf prov gegevens uit
cp -R "$DATA/provincie/provincie" prov
cp -R "$DATA/provincie/gegevens" gegevens
echo klaar,ja >>prov/instellingen.csv
: >gegevens/plannen/oostwoud.csv.klaar
: >gegevens/plannen/westwoud.csv.klaar
run "$nightly" -p prov -d gegevens -o uit
ok "one is not ready: published without it" test "$status" = 1
run csvpick -HT -c bestand,code -w ernst=fout $R/bevindingen.csv
ok "which is said" grep -qx 'gegevens/plannen/eikenrode.csv	L004' out
ok "in its letter, too" grep -q 'L004 Het bestand plannen/eikenrode.csv is nog' \
    $R/brieven/GM9002.txt
: >gegevens/plannen/eikenrode.csv.klaar
run "$nightly" -p prov -d gegevens -o uit
ok "and when it is, it counts" test "$status" = 0
sed -i 's/^klaar,ja/klaar,soms/' prov/instellingen.csv
run "$nightly" -p prov -d gegevens -o uit
fails 2 "another word" 'nightly: instellingen.csv: klaar: ja or nee'
done_testing
