#!/bin/sh
# pipelines/nightly: who did not deliver stops no night, and which releases
# are kept after it.
. "$(dirname "$0")/lib.sh"
nightly=$ROOT/pipelines/nightly
pick=csvpick
data=$DATA/nightly
own_tools
broken() {
	rm -rf "$T/data"
	cp -R "$data" "$T/data"
}

# One delivery missing, one cut off, one without a row: the night goes on, and
# each total that they touch is marked.
broken
rm "$T/data/plannen/urk.csv"
head -c 20000 "$data/plannen/almere.xlsx" >"$T/data/plannen/almere.xlsx"
head -n 1 "$data/plannen/zeewolde.csv" >"$T/data/plannen/zeewolde.csv"
run "$nightly" -d "$T/data" -o "$T/zonder"
Z=$T/zonder/current
ok "three deliveries fail: published with findings" [ "$status" = 1 ]
cat >"$T/want" <<'END'
sheet-extract: gegevens/plannen/almere.xlsx: error: no zip directory at its end (cut off?)
nightly: plannen/almere.xlsx: the delivery of Almere is left out
nightly: plannen/urk.csv: the delivery of Urk is left out
END
ok "said on stderr" diff "$T/want" "$T/err"
cat >"$T/want" <<'END'
gegevens/plannen/almere.xlsx,,,,L002,fout,,Het bestand is niet te lezen: sheet-extract: gegevens/plannen/almere.xlsx: error: no zip directory at its end (cut off?)
gegevens/plannen/urk.csv,,,,L001,fout,,Het bestand plannen/urk.csv is niet ontvangen.
END
"$pick" -H -w ernst=fout "$Z/bevindingen.csv" >"$T/have"
ok "among the findings" diff "$T/want" "$T/have"
cat >"$T/want" <<'END'
GM0034,niet,ja,2024-10-15,geen aantallen in het register
GM0995,volledig,nee,2024-10-14,
GM0303,volledig,nee,2024-10-11,
GM0171,volledig,nee,2024-10-15,
GM0184,niet,nee,2024-10-15,geen aantallen in het register
GM0050,niet,ja,2024-10-15,geen aantallen in het register
END
"$pick" -H -c gemeente,stand,te_laat,sinds,reden "$Z/rooster.csv" >"$T/have"
ok "in the roster" diff "$T/want" "$T/have"
cat >"$T/want" <<'END'
GM0034,,,nee: GM0034
GM0050,,,nee: GM0050
GM0171,1441,,ja
GM0184,,,nee: GM0184
GM0303,1824,,ja
GM0995,3500,6500,ja
PV24,6765,8161,nee: GM0034|GM0050|GM0184
WD-MRA,3500,6500,nee: GM0034
WD-ZUND,3265,1661,nee: GM0050|GM0184
END
"$pick" -H -c regio,hard,zacht,volledig -w jaar_van=2022 -w jaar_tot=2030 \
    "$Z/stand.csv" | sort >"$T/have"
ok "in the stand" diff "$T/want" "$T/have"
ok "in each year of it" [ -z "$("$pick" -H -c jaar_tot,hard,volledig \
    -w niveau=provincie -w volledig=ja "$Z/stand.csv" | grep -v ,,)" ]
marked() {
	grep -E '^ *(Flevoland|MRA|Almere|Lelystad|ZUND|Dronten|Noordoostpolder|Urk|Zeewolde) (\(o\))? +[0-9.–]+°? +[0-9.–]+ +[0-9.–]+ +[0-9.–]+ +[0-9.–]+ +[0-9,–]+ +[0-9,–]+$' \
	    "$Z/monitor.txt" | grep '(o)' | awk '{ print $1 }' | tr '\n' ' '
}
ok "on the page: $(marked)" [ "$(marked)" = "Flevoland MRA Almere ZUND Urk Zeewolde " ]
page() { tr -s '\n ' '  ' <"$Z/monitor.txt" | grep -qF "$1"; }
ok "in words" page "Niet geleverd volgens het rooster: Almere, Urk en Zeewolde. Te laat geleverd: Almere en Zeewolde. Van Urk is geen leveringsbestand ontvangen. Het leveringsbestand van Almere is onleesbaar."
ok "under the figures" grep -qF \
    'Levering niet volledig: Almere, Zeewolde, Urk.' "$Z/figuren/figuur-4.svg"
ok "in its letter" grep -qx -e '- L001 Het bestand plannen/urk.csv is niet ontvangen.' \
    "$Z/brieven/GM0184.txt"
ok "in the manifest" [ "$(jq -r '[(.leveringen | length),
    (.geweigerd[] | .gemeente, .code)] | join(" ")' "$Z/manifest.json")" = \
    "4 GM0034 L002 GM0184 L001" ]

# What is kept, and two deliveries of one municipality, do not depend on what a
# night is of: a small province, its time zone far away.
# small DATA OPTION...
small() {
	d=$1
	shift
	TZ=Pacific/Kiritimati run "$nightly" -p "$P" -d "$d" "$@"
}
P=$DATA/provincie/provincie G=$DATA/provincie/gegevens
cp -R "$G" "$T/kort"
rm "$T/kort/plannen/westwoud.csv"
small "$T/kort" -o "$T/klein"
K=$T/klein/current
ok "a small province without a delivery" [ "$status-$("$pick" -n -w ernst=fout \
    "$K/bevindingen.csv")" = 1-1 ]

# What is kept: the last so many, and the last good one of each month.
# is_run NAME [RUN]: its manifest says so.
is_run() {
	sed "s/\"run\": \"[^\"]*\"/\"run\": \"${2-$1}\"/" "$K/manifest.json" \
	    >"$T/bewaar/$1/manifest.json"
}
# old NAME DAY [good]: a release of then, of the delivery that failed or, if
# good, without an error.
old() {
	cp -R "$K/" "$T/bewaar/$1"
	[ "${3-}" = good ] && sed -i '/,fout,/d' "$T/bewaar/$1/bevindingen.csv"
	is_run "$1"
	touch -d "$2" "$T/bewaar/$1"
}
mkdir -p "$T/bewaar/eigen map"
old aaaaaaaaaa01 2001-01-05T12:00Z good
old aaaaaaaaaa02 2001-01-20T12:00Z good
old aaaaaaaaaa03 2001-01-31T23:59Z
old aaaaaaaaaa04 2001-02-01T00:01Z good
old aaaaaaaaaa05 2001-03-01T12:00Z
old aaaaaaaaaa06 2001-03-02T12:00Z
old aaaaaaaaaa07 2001-03-03T12:00Z good
old aaaaaaaaaa08 2001-03-04T12:00Z
mkdir "$T/bewaar/aaaaaaaaaa09"
is_run aaaaaaaaaa09 anders
bewaard() { (cd "$T/bewaar" && echo aaa*); }

# A night of two deliveries of one municipality, each with its findings and
# letter; and nothing is removed.
cp -R "$P" "$T/prov"
cp -R "$G" "$T/delen"
sed -n '1p;2p' "$G/plannen/oostwoud.csv" >"$T/delen/plannen/oostwoud.csv"
sed '2d' "$G/plannen/oostwoud.csv" >"$T/delen/plannen/oostwoud-2.csv"
sed -i '/^GM9001/{p; s/oostwoud.csv/oostwoud-2.csv/; s/oostwoud 2025/deel 2/; }' \
    "$T/prov/leveringen.csv"
P=$T/prov
small "$T/delen" -o "$T/bewaar" -k all
P=$DATA/provincie/provincie
ok "in two parts: the whole" [ "$("$pick" -H -c hard,zacht -w regio=GM9001 \
    -w jaar_van=2023 -w jaar_tot=2026 "$T/bewaar/current/stand.csv")" = 200,70 ]
ok "and two letters" [ -f "$T/bewaar/current/brieven/GM9001-2.txt" ]
ok "all: nothing is removed" [ "$(ls "$T/bewaar" | wc -l)" = 12 ]

cp -Rp "$T/bewaar" "$T/bewaar-alle"
small "$G" -o "$T/bewaar" -k 3
ok "removing says nothing" [ "$status-$(cat "$T/err")" = 0- ]
ok "the last three, the last good of each month, and what is not ours" \
    [ "$(bewaard)" = "aaaaaaaaaa02 aaaaaaaaaa04 aaaaaaaaaa07 aaaaaaaaaa08 aaaaaaaaaa09" ]
ok "a folder of another is left alone" [ -d "$T/bewaar/eigen map" ]
ok "nothing half" [ -z "$(find "$T/bewaar" -name '*weg*')" ]
rm "$T/bewaar-alle/current"
run "$nightly" -o "$T/bewaar-alle" -d "$T/none" -k 1
ok "a night that fails removes nothing" \
    [ "$(ls "$T/bewaar-alle" | wc -l)" = 11 ]
small "$G" -o "$T/bewaar-alle" -k 1 -w "$T/bewaar-alle/aaaaaaaaaa05"
ok "nor is what current was compared with, however old" \
    [ "$(cd "$T/bewaar-alle" && echo aaa*)" = \
    "aaaaaaaaaa02 aaaaaaaaaa04 aaaaaaaaaa05 aaaaaaaaaa07 aaaaaaaaaa09" ]
run "$nightly" -k 0
fails 2 "none at all cannot be kept" \
    "nightly: -k takes a number of releases or all, not '0'"

done_testing
