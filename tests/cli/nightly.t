#!/bin/sh
# pipelines/nightly: the same bytes each time, and nothing that goes wrong
# reaches current.
. "$(dirname "$0")/lib.sh"
nightly=$ROOT/pipelines/nightly
pick=csvpick
data=$DATA/nightly
own_tools
night

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

# Again, over the release of the night before and elsewhere. Elsewhere too in
# zone and locale, and data and province by links: to the folder and in it, as
# cbs-fetch makes them beside the state before, and one to nothing.
cp -R "$N/uit" "$T/uit"
R=$T/uit/current
cp -R "$R/" "$T/first"
mkdir "$T/ver"
cp -R "$data" "$T/ver/gegevens.1"
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
    diff -r "$T/first" "$T/ver/uit/current/"
ok "the deliveries are as they were" diff -r "$data/plannen" "$T/ver/plannen"
rm -r "$T/ver"
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
head -c 9000 "$data/81955NED/TypedDataSet.xml.gz" \
    >"$T/data/81955NED/TypedDataSet.xml.gz"
run "$nightly" -d "$T/data" -o "$T/uit"
ok "a cut-off feed: current stays" unharmed 2

ok "and the tool's message is shown" grep -q '^cbs-extract: ' "$T/err"
ok "and what it means" grep -qx 'nightly: cbs-extract failed with status 2; nothing is published' "$T/err"

broken
for f in "$T"/data/plannen/*; do : >"$f"; done
run "$nightly" -d "$T/data" -o "$T/uit"
ok "no delivery at all can be read: current stays" unharmed 2
ok "and why" grep -qx 'nightly: leveringen.csv: no delivery that can be read' \
    "$T/err"

cp -R "$ROOT/pipelines/flevoland" "$T/prov"
sed -i 's/woorden\.csv/worden.csv/' "$T/prov/indeling/urk.csv"
run "$nightly" -p "$T/prov" -o "$T/uit"
ok "nor are the words of a layout" unharmed 2
ok "they are named" grep -qx "plan-normalize: provincie/indeling/urk.csv:2: \
error: waarde: ../../indeling/worden.csv, relative to this layout: No such file or \
directory" "$T/err"
cp "$ROOT/pipelines/flevoland/indeling/urk.csv" "$T/prov/indeling"
sed -n '$p' "$T/prov/leveringen.csv" | sed 's/2024-1,/2024-2,/' \
    >>"$T/prov/leveringen.csv"
run "$nightly" -p "$T/prov" -o "$T/uit"
ok "a delivery that is there twice" unharmed 2
ok "is named" grep -qx \
    "nightly: leveringen.csv: plannen/zeewolde.csv of GM0050 is there twice" "$T/err"
cp "$ROOT/pipelines/flevoland/leveringen.csv" "$T/prov"
sed -i 's/,urk\.csv,urk/,urq.csv,urk/' "$T/prov/leveringen.csv"
run "$nightly" -p "$T/prov" -o "$T/uit"
ok "a layout that is not there is no matter of the delivery" unharmed 2
ok "but of the province" grep -qx \
    "nightly: leveringen.csv: no layout 'urq.csv'" "$T/err"
rm -r "$T/prov"

cp -R "$ROOT/pipelines/flevoland" "$T/prov"
rm "$T/prov/bronnen.csv"
run "$nightly" -p "$T/prov" -o "$T/uit"
ok "a province without its sources: current stays" unharmed 2

# The register of the round before: what changed, why the totals differ, and
# the letters say it.
rm -r "$T/prov"
cp -R "$ROOT/pipelines/flevoland" "$T/prov"
echo vorige_plannen,vorige.csv >>"$T/prov/instellingen.csv"
broken
run "$nightly" -p "$T/prov" -d "$T/data" -o "$T/ronde"
fails 2 "no round before" \
    "nightly: instellingen.csv: vorige_plannen: no file 'vorige.csv'"
grep -v Oranjewijk "$T/first/plannen.csv" >"$T/data/vorige.csv"
run "$nightly" -p "$T/prov" -d "$T/data" -o "$T/ronde"
ok "with the round before" [ "$status" = 0 ]
ok "the manifest has plan-diff too" [ "$(jq -r '.programma."plan-diff"' \
    "$T/ronde/current/manifest.json")" = \
    "$(plan-diff --version | cut -d ' ' -f 2)" ]
ok "what changed" diff - "$T/ronde/current/planwijzigingen.csv" <<'END'
gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil
GM0184,,Oranjewijk,nieuw,netto,,54,54
END
ok "why the totals differ" grep -qx GM0184,hard,757,54,0,0,0,811,0 \
    "$T/ronde/current/planbrug.csv"
ok "the letter says so" grep -qx -- '- nieuw: Oranjewijk, 54 woningen' \
    "$T/ronde/current/brieven/GM0184.txt"
ok "they are described" [ -s "$T/ronde/current/planbrug.csvt" -a \
    -s "$T/ronde/current/planwijzigingen.csvt" ]
ok "and not announced" sh -c "grep -q stand.csv '$T/ronde/current/dcat.json' &&
    ! grep -q 'plan[wb]' '$T/ronde/current/dcat.json'"
cp "$T/ronde/current/planwijzigingen.csv" "$T/changes.csv"
cp "$T/data/plannen/urk.csv" "$T/data/plannen/urk2.csv"
cp "$T/prov/leveringen.csv" "$T/one"
sed -n 's/urk\.csv,,\(.*\)2024-1,/urk2.csv,,\12024-2,/p' "$T/one" \
    >>"$T/prov/leveringen.csv"
run "$nightly" -p "$T/prov" -d "$T/data" -o "$T/ronde"
ok "a plan in two deliveries: published, with errors" [ "$status" = 1 ]
ok "what it does to the totals and to the comparison" grep -q \
    '^release/plannen.csv,.*,R001,fout,urk 2024-2,' \
    "$T/ronde/current/bevindingen.csv"
ok "in which it counts once" cmp "$T/changes.csv" \
    "$T/ronde/current/planwijzigingen.csv"
cp "$T/one" "$T/prov/leveringen.csv"
sed -i '5s/,bouw,/,bouwen,/' "$T/data/vorige.csv"
run "$nightly" -p "$T/prov" -d "$T/data" -o "$T/ronde"
ok "a round before that is no register ends the night" [ "$status" = 2 ]
rm -r "$T/prov" "$T/ronde"

# What a province finds too little to hide behind is its own.
cp -r "$ROOT/pipelines/flevoland" "$T/prov"
printf 'toepassing,grens,waarde\nplannen,wijze,onderdrukken\n' \
    >"$T/prov/geheim.csv"
run "$nightly" -p "$T/prov" -o "$T/ronde"
ok "only totals are withheld where a province says so" sh -c \
    "test $status = 1 -o $status = 0 && ! grep -q 'Overige plannen' \
    '$T/ronde/current/arcgis/plannen.csv' && test -s \
    '$T/ronde/current/provincie/geheim.csv'"
rm -r "$T/prov" "$T/ronde"

# A disk that is full is no fault of who delivered.
mkdir "$T/full"
cat >"$T/full/plan-normalize" <<END
#!/bin/bash
for a in "\$@"; do
	[[ \$a != tussen/plannen-GM0184.csv ]] || a=/dev/full
	set -- "\$@" "\$a"
	shift
done
exec $(command -v plan-normalize) "\$@"
END
chmod +x "$T/full/plan-normalize"
PATH=$T/full:$PATH run "$nightly" -o "$T/uit"
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
PATH=$T/open:$PATH run "$nightly" -o "$T/uit"
ok "what tells of a confidential plan is not published" unharmed 2
ok "and it says of which, and how" grep -q \
    'D001 .*De Laren, 2025: told exactly; from .*zacht 600 - arcgis/plannen.csv 536 = 64$' "$T/err"

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
	PATH=$T/slow:$PATH setsid "$nightly" -o "$T/uit" >"$T/say" 2>&1 &
	night=$!
	n=0
	while [ ! -e "$SLOW" ] && [ $n -lt 300 ]; do
		sleep 0.1
		n=$((n + 1))
	done
	[ -e "$SLOW" ]
}
ok "half way" half_way
run "$nightly" -o "$T/uit"
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
sed -i 's/,121,68,67,/,121,achtenzestig,67,/' "$T/data/plannen/urk.csv"
run "$nightly" -d "$T/data" -o "$T/uit"
ok "a bad cell: published with findings" [ "$status" = 1 ]
ok "as a new run" [ "$(readlink "$R")" != "$link" ]
ok "the finding names record, column and value" grep -q \
    '^gegevens/plannen/urk.csv,2,J,2025,E020,fout,achtenzestig,' \
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
# 68 dwellings of Urk less in 2025; the deal and the province with it.
"$pick" -H -u -c sleutel -w bestand=stand.csv -w wijziging=gewijzigd \
    "$R/wijzigingen.csv" | grep '|2025|2025$' >"$T/have"
printf 'basis|%s|2025|2025\n' 'provincie|PV24' 'woondeal|WD-ZUND' \
    'gemeente|GM0184' >"$T/want"
ok "its changes, cell by cell" diff "$T/want" "$T/have"
cp -R "$R/" "$T/second"
run "$nightly" -d "$T/data" -o "$T/uit"
ok "again: the same run and bytes, changes included" \
    diff -r "$T/second" "$R/"
ok "again: nothing more" clear
rm -r "${T:?}/uit/$link"
run "$nightly" -d "$T/data" -o "$T/uit"
ok "and where the earlier one was cleared away" diff -r "$T/second" "$R/"
run "$nightly" -d "$T/data" -o "$T/elders" -w "$T/first"
ok "or against a release that is named" \
    diff -r "$T/second" "$T/elders/current/"
run "$nightly" -o "$T/elders" -w "$T/data"
fails 2 "which must be one" "nightly: $T/data: not a release"

done_testing
