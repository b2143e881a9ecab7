#!/bin/sh
# pipelines/nightly: the same bytes each time, and nothing that goes wrong
# reaches current.
. "$(dirname "$0")/lib.sh"
nightly=$ROOT/pipelines/nightly
pick=csvpick
own_tools
night
# What becomes of a night that goes wrong is the same for any province: but for
# the first question, a small one.
data=$DATA/provincie/gegevens
# small OPTION...: of the province in $P.
P=$DATA/provincie/provincie
small() {
	run "$nightly" -p "$P" "$@"
}

run "$nightly" -x
ok "an option that is none" [ "$status" = 2 ]
run "$nightly" -d "$T/none" -o "$T/uit"
fails 2 "no such data" "nightly: $T/none: no such folder"
ok "and nothing is made" [ ! -e "$T/uit" ]
cp -R "$data" "$T/in"
run "$nightly" -d "$T/in" -o "$T/in/uit"
fails 2 "releases among the data" "nightly: $T/in/uit: lies within $T/in"
ok "and nothing is made there" [ ! -e "$T/in/uit" ]
ln -s . "$T/in/lus"
run "$nightly" -d "$T/in" -o "$T/lus"
ok "a loop of links: 2, for 1 is published" [ "$status" = 2 -a \
    ! -e "$T/lus/current" ]
ok "and what it is" grep -q "loop.*$T/in/lus" "$T/err"
rm -r "$T/in"

# Elsewhere, too in zone and locale, and data and province by links: to the
# folder and in it, as cbs-fetch makes them beside the state before, and one to
# nothing.
mkdir "$T/ver"
cp -R "$DATA/nightly" "$T/ver/gegevens.1"
mv "$T/ver/gegevens.1/plannen" "$T/ver/plannen"
ln -s ../plannen "$T/ver/gegevens.1/plannen"
ln -s niets "$T/ver/gegevens.1/weg.csv"
mv "$T/ver/gegevens.1/81955NED" "$T/ver/gegevens.1/.81955NED.0a1b2c3d4e5f"
ln -s .81955NED.0a1b2c3d4e5f "$T/ver/gegevens.1/81955NED"
mkdir "$T/ver/gegevens.1/.81955NED.f5e4d3c2b1a0"
echo eerder >"$T/ver/gegevens.1/.81955NED.f5e4d3c2b1a0/TableInfos.xml"
ln -s gegevens.1 "$T/ver/gegevens"
cp -R "$ROOT/pipelines/flevoland" "$T/ver/provincie"
(cd / && TZ=Asia/Tokyo LC_ALL=C "$nightly" -p "$T/ver/provincie" \
    -d "$T/ver/gegevens" -o "$T/ver/uit") >"$T/say" 2>&1
ok "another place, zone and locale, and links: the same bytes" \
    diff -r "$N/uit/current/" "$T/ver/uit/current/"
ok "the deliveries are as they were" diff -r "$DATA/nightly/plannen" \
    "$T/ver/plannen"
rm -r "$T/ver"

# The night before, and nothing that goes wrong changes it.
small_night
cp -R "$S/uit" "$T/uit"
ok "a small province: published" [ "$(cat "$S/status")" = 0 ]
R=$T/uit/current
cp -R "$R/" "$T/first"
link=$(readlink "$R")
alone() {
	ls -A "$T/uit" | sort >"$T/have"
	printf '%s\n' .slot .verloop.csv current "$link" | sort | diff - "$T/have"
}
ok "nothing beside it" alone

# unharmed STATUS: that exit, current as it was, no half a release about.
unharmed() {
	[ "$status" = "$1" ] || { echo "status $status"; cat "$T/err"; return 1; }
	diff -r "$T/first" "$R/" || return 1
	alone
}
broken() {
	rm -rf "$T/data"
	cp -R "$data" "$T/data"
}

broken
gzip -c "$data/99999NED/TypedDataSet.csv" | head -c 90 \
    >"$T/data/99999NED/TypedDataSet.csv"
small -d "$T/data" -o "$T/uit"
ok "a cut-off feed: current stays" unharmed 2

ok "and the tool's message is shown" grep -q '^cbs-extract: ' "$T/err"
ok "and what it means" grep -qx 'nightly: cbs-extract failed with status 2; nothing is published' "$T/err"

broken
for f in "$T"/data/plannen/*; do : >"$f"; done
small -d "$T/data" -o "$T/uit"
ok "no delivery at all can be read: current stays" unharmed 2
ok "and why" grep -qx 'nightly: leveringen.csv: no delivery that can be read' \
    "$T/err"

# In $P from here on: as given, and each time with one thing else.
P=$T/prov
province() {
	rm -rf "$P"
	cp -R "$DATA/provincie/provincie" "$P"
}
province
echo woorden,,,../../indeling/worden.csv >>"$P/indeling/westwoud.csv"
small -d "$data" -o "$T/uit"
ok "nor are the words of a layout" unharmed 2
ok "they are named" grep -qx "plan-normalize: provincie/indeling/westwoud.csv:9: \
error: waarde: ../../indeling/worden.csv, relative to this layout: No such file or \
directory" "$T/err"
province
sed -n '$p' "$P/leveringen.csv" | sed 's/2025,/2025-2,/' >>"$P/leveringen.csv"
small -d "$data" -o "$T/uit"
ok "a delivery that is there twice" unharmed 2
ok "is named" grep -qx \
    "nightly: leveringen.csv: plannen/westwoud.csv of GM9003 is there twice" "$T/err"
province
sed -i 's/,westwoud\.csv,westwoud/,westwout.csv,westwoud/' "$P/leveringen.csv"
small -d "$data" -o "$T/uit"
ok "a layout that is not there is no matter of the delivery" unharmed 2
ok "but of the province" grep -qx \
    "nightly: leveringen.csv: no layout 'westwout.csv'" "$T/err"
province
rm "$P/bronnen.csv"
small -d "$data" -o "$T/uit"
ok "a province without its sources: current stays" unharmed 2

# The register of the round before: what changed, why the totals differ, and
# the letters say it.
province
echo vorige_plannen,vorige.csv >>"$P/instellingen.csv"
broken
small -d "$T/data" -o "$T/ronde"
fails 2 "no round before" \
    "nightly: instellingen.csv: vorige_plannen: no file 'vorige.csv'"
grep -v 'De Berk' "$T/first/plannen.csv" >"$T/data/vorige.csv"
small -d "$T/data" -o "$T/ronde"
ok "with the round before" [ "$status" = 0 ]
ok "the manifest has plan-diff too" [ "$(jq -r '.programma."plan-diff"' \
    "$T/ronde/current/manifest.json")" = \
    "$(plan-diff --version | cut -d ' ' -f 2)" ]
ok "what changed" diff - "$T/ronde/current/planwijzigingen.csv" <<'END'
gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil
GM9001,O2,De Berk,nieuw,netto,,70,70
END
ok "why the totals differ" grep -qx GM9001,zacht,0,70,0,0,0,70,0 \
    "$T/ronde/current/planbrug.csv"
ok "the letter says so" grep -qx -- '- nieuw: De Berk (O2), 70 woningen' \
    "$T/ronde/current/brieven/GM9001.txt"
ok "they are described" [ -s "$T/ronde/current/planbrug.csvt" -a \
    -s "$T/ronde/current/planwijzigingen.csvt" ]
ok "and not announced" sh -c "grep -q stand.csv '$T/ronde/current/dcat.json' &&
    ! grep -q 'plan[wb]' '$T/ronde/current/dcat.json'"
cp "$T/ronde/current/planwijzigingen.csv" "$T/changes.csv"
cp "$T/data/plannen/oostwoud.csv" "$T/data/plannen/oostwoud2.csv"
cp "$P/leveringen.csv" "$T/one"
sed -n 's/oostwoud\.csv,,\(.*\)2025,/oostwoud2.csv,,\12025-2,/p' "$T/one" \
    >>"$P/leveringen.csv"
small -d "$T/data" -o "$T/ronde"
ok "a plan in two deliveries: published, with errors" [ "$status" = 1 ]
ok "what it does to the totals and to the comparison" grep -q \
    '^release/plannen.csv,.*,R001,fout,oostwoud 2025-2,' \
    "$T/ronde/current/bevindingen.csv"
ok "in which it counts once" cmp "$T/changes.csv" \
    "$T/ronde/current/planwijzigingen.csv"
cp "$T/one" "$P/leveringen.csv"
sed -i '5s/,bouw,/,bouwen,/' "$T/data/vorige.csv"
small -d "$T/data" -o "$T/ronde"
ok "a round before that is no register ends the night" [ "$status" = 2 ]
rm -r "$T/ronde"

province

# A disk that is full is no fault of who delivered.
mkdir "$T/full"
cat >"$T/full/plan-normalize" <<END
#!/bin/bash
for a in "\$@"; do
	[[ \$a != tussen/plannen-GM9001.csv ]] || a=/dev/full
	set -- "\$@" "\$a"
	shift
done
exec $(command -v plan-normalize) "\$@"
END
chmod +x "$T/full/plan-normalize"
PATH=$T/full:$PATH small -d "$data" -o "$T/uit"
ok "a full disk: current stays" unharmed 2
ok "and that is what it says" grep -q '^plan-normalize: .*No space left' "$T/err"

# A release that tells of a confidential plan is none: here the stand is as it
# was, and the public plans too.
mkdir "$T/open"
cat >"$T/open/disclosure-check" <<END
#!/bin/bash
case " \$* " in
*" --protect "*)
	cp tussen/stand/*.csv release/
	receipt=; for a; do [[ \$receipt != next ]] || receipt=\$a
	[[ \$a != --receipt ]] || receipt=next; done
	csvpick --receipt "\$receipt" -w vertrouwelijkheid=Openbaar \
	    -j sleutel=levering,bron_rij,bron_kolom \
	    -o release/arcgis/plannen.csv release/plannen.csv
	exit ;;
esac
exec $(command -v disclosure-check) "\$@"
END
chmod +x "$T/open/disclosure-check"
PATH=$T/open:$PATH small -d "$data" -o "$T/uit"
ok "what tells of a confidential plan is not published" unharmed 2
ok "and it says of which, and how" grep -q \
    'D001 .*Het Geheime Bos, 2026: told exactly; from .*zacht 40' "$T/err"

# The Woondeals of -v are of a release that is there already; and how much is
# told of what is confidential is the province's own choice.
mkdir "$T/unseen"
cat >"$T/unseen/woondeal-diff" <<END
#!/bin/bash
[[ " \$* " != *" --table "* ]] || { echo "woondeal-diff: no view" >&2; exit 2; }
exec $(command -v woondeal-diff) "\$@"
END
chmod +x "$T/unseen/woondeal-diff"
printf '%s\n' toepassing,grens,waarde plannen,wijze,afronden \
    plannen,afronding,50 >"$P/geheim.csv"
PATH=$T/unseen:$PATH small -v -d "$data" -o "$T/ongezien"
ok "-v: what cannot be shown is told, and why" grep -qzx ".*
woondeal-diff: no view
nightly: it is published; the Woondeals cannot be shown
" "$T/err"
ok "-v: it is published all the same" test "$status" -lt 2 -a \
    -s "$T/ongezien/current/manifest.json"
ok "rounded where a province says so, and it is kept" sh -c \
    'grep -q ",zacht~50" "$1/stand.csv" && test -s "$1/provincie/geheim.csv" &&
    ! grep -q "~" "$2/stand.csv"' - "$T/ongezien/current" "$T/first"
province

# A program that never ends stands in for the half-way point.
mkdir "$T/slow"
cat >"$T/slow/woondeal-diff" <<'END'
#!/bin/sh
[ "$1" = --version ] && exit
: >"$SLOW"
exec sleep 60
END
chmod +x "$T/slow/woondeal-diff"
SLOW=$T/reached
export SLOW
half_way() {
	rm -f "$SLOW"
	PATH=$T/slow:$PATH setsid "$nightly" -p "$P" -d "$data" -o "$T/uit" >"$T/say" 2>&1 &
	night=$!
	n=0
	while [ ! -e "$SLOW" ] && [ $n -lt 1500 ]; do
		sleep 0.02
		n=$((n + 1))
	done
	[ -e "$SLOW" ]
}
ok "half way" half_way
small -d "$data" -o "$T/uit"
fails 2 "a second night at once is refused" \
    "nightly: another night is running in $T/uit"
kill -TERM "-$night"
wait "$night"
status=$?
ended 143 "stopped half way"
ok "current stays, nothing is left" unharmed 0

ok "half way again" half_way
kill -KILL "-$night"
wait "$night" 2>/dev/null
ok "killed half way: current stays" diff -r "$T/first" "$R/"

# An error in one record: published, with the finding and exit 1.
broken
sed -i 's/,50,20$/,vijftig,20/' "$T/data/plannen/oostwoud.csv"
small -d "$T/data" -o "$T/uit"
ok "a bad cell: published with findings" [ "$status" = 1 ]
ok "as a new run" [ "$(readlink "$R")" != "$link" ]
ok "the finding names record, column and value" grep -q \
    '^gegevens/plannen/oostwoud.csv,3,F,2025,E020,fout,vijftig,' \
    "$R/bevindingen.csv"
ok "the earlier run is still there" diff -r "$T/first" "$T/uit/$link"
bad=$(readlink "$R")
clear() {
	ls -A "$T/uit" | sort >"$T/have"
	printf '%s\n' .slot .verloop.csv current "$link" "$bad" | sort | diff - "$T/have"
}
ok "and what was killed is cleared up" clear
ok "the manifest names the earlier run" \
    [ "$(jq -r .vorige "$R/manifest.json")" = "$link" ]
# 50 dwellings of Oostwoud less in 2025; the deal and the province with it.
"$pick" -H -u -c sleutel -w bestand=stand.csv -w wijziging=gewijzigd \
    "$R/wijzigingen.csv" | grep '|2025|2025$' >"$T/have"
printf 'basis|%s|2025|2025\n' 'provincie|PV99' 'woondeal|WD-OOST' \
    'gemeente|GM9001' >"$T/want"
ok "its changes, cell by cell" diff "$T/want" "$T/have"
cp -R "$R/" "$T/second"
small -d "$T/data" -o "$T/uit"
ok "again: the same run and bytes, changes included" \
    diff -r "$T/second" "$R/"
ok "again: nothing more" clear
rm -r "${T:?}/uit/$link"
small -d "$T/data" -o "$T/uit"
ok "and where the earlier one was cleared away" diff -r "$T/second" "$R/"
small -d "$T/data" -o "$T/elders" -w "$T/first"
ok "or against a release that is named" \
    diff -r "$T/second" "$T/elders/current/"
small -d "$data" -o "$T/elders" -w "$T/data"
fails 2 "which must be one" "nightly: $T/data: not a release"

done_testing
