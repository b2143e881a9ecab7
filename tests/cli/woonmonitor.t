#!/bin/bash
# woonmonitor's questions: each answers, what --show prints gives the same bytes,
# a number goes down to the cell of the delivery, and a word that is nearly
# right is told.
. "$(dirname "$0")/lib.sh"
night
W=$ROOT/pipelines/woonmonitor
R=$N/uit/current
cd "$T" || exit 1
export HOME=$T XDG_CONFIG_HOME=$T/config WOONMONITOR_UITGAVE=$R
unset WOONMONITOR_PROVINCIE
ask() {
	run "$W" "$@"
}

# Each question of the list has a table that has its columns, or says itself
# what it needs.
csvpick -HT -c vraag "$ROOT/pipelines/woonmonitor.d/vragen.csv" >vragen
csvpick -H0 -c vraag,tabel,kolommen,beeld \
    "$ROOT/pipelines/woonmonitor.d/vragen.csv" >vragen0
mapfile -d '' -t cel <vragen0
for ((i = 0; i < ${#cel[@]}; i += 4)); do
	vraag=${cel[i]} tabel=${cel[i + 1]%%|*} kolommen=${cel[i + 2]}
	case $vraag in
	uitleg) set -- hard ;;
	brief) set -- urk ;;
	verschil) set -- "$R" --brug ;;
	plannen | indicator | pagina | verslag | uitgaven | stand | rooster | \
	    leveringen) set -- ;;
	*)
		# Of a table: it has the columns.
		[ ! -f "$R/$tabel" ] || csvpick -q -n "$R/$tabel" >out 2>&1 \
		    ${kolommen:+-c "$kolommen${cel[i + 3]:+,${cel[i + 3]}}"} ||
		    echo "$vraag $(cat out)"
		continue
		;;
	esac
	"$W" "$vraag" "$@" >out 2>err || echo "$vraag ends with $?"
	[ -s out ] && [ ! -s err ] || echo "$vraag $(cat err)"
done >amiss
status=0
ok 'each question answers, and has nothing else to say' sh -c \
    'test "$(wc -l <vragen)" -ge 20 && diff /dev/null amiss'
ask --help all
ok 'all of them are in the help, with their commands' sh -c \
    'sed -n "s/^  \([a-z-]*\):.*/\1/p" out | diff vragen - &&
    grep -q "^  nightly  " out'
ask --help
for vraag in $(cat vragen); do
	grep -qw "$vraag" out || echo "$vraag"
done >missing
ok 'and in the short one, of a screen of 24 lines' sh -c \
    'test -s out && test "$(wc -l <out)" -le 24 && diff /dev/null missing'

csvpick -HTu -c tabel "$ROOT/pipelines/woonmonitor.d/vragen.csv" | tr '|' '\n' |
    sort >asked
csvpick -HT -c pad -w soort=tabel "$ROOT/pipelines/uitgave.csv" |
    grep -v '/\|-lopend' | sort >tables
status=0
ok 'each table of a release has a question' sh -c \
    'test -s tables && comm -13 asked tables | diff /dev/null -'

# same QUESTION...: what --show prints is run by a shell that knows nothing else.
same() {
	"$W" "$@" >asked 2>/dev/null
	run "$W" "$@" --show
	env -i PATH="$PATH" bash -o pipefail out >pasted
	ok "--show: $*" sh -c 'test '"$status"' = 0 && test -s asked &&
	    grep -q "^[a-z-]* " out && cmp asked pasted'
}
same stand
same stand mra --jaar 2025 --alles
same plannen urk mra --hard --zacht -w 'aantal>=100'
same indicator urk --jaar 2022-2023
same uitleg 16249
same bevindingen almere --fout --waarschuwing
same verschil "$R" --plannen

# Regions as people call them.
for word in URK GM0184 'gemeente  urk'; do
	ask stand "$word" -c naam,hard,zacht
	is 0 "stand $word" <<'END'
naam,hard,zacht
Urk,671,340
END
done
ask stand nop zund -c naam,onbekend
is 0 'an alias; a deal; several at once, in the order of the table' <<'END'
naam,onbekend
ZUND,30
Noordoostpolder,30
END
ask plannen urk --hard -c naam,plan_naam,aantal,vertrouwelijkheid
is 0 'a row per plan, which add up to the stand' <<'END'
naam,plan_naam,aantal,vertrouwelijkheid
Urk,"Zeeheldenwijk, fase 2",361,Openbaar
Urk,"Zeeheldenwijk, fase 1",256,Openbaar
Urk,Oranjewijk,54,Openbaar
END
ask plannen urk --jaar 2025 --hard -c aantal
ok '--jaar: the dwellings of that year, as the stand has them' test \
    "$(awk 'NR > 1 { n += $1 } END { print n }' out)" = \
    "$(csvpick -H -c hard -w regio=GM0184 -w jaar_van=2025 -w jaar_tot=2025 "$R/stand.csv")"
ask plannen -c vertrouwelijkheid
ok 'plans that are not public are there, and marked' grep -qx Gemeente out
ask plannen --openbaar -c vertrouwelijkheid,aantal,hardheid
ok '--openbaar: none of them, and as many dwellings' sh -c \
    'test "$(csvpick -Hu -c vertrouwelijkheid out)" = Openbaar && test "$(csvpick \
    -H -c aantal -w hardheid=hard out | awk "{ n += \$1 } END { print n }")" = 16249'
for vraag in bevindingen 'brief urk' "verschil $R --plannen"; do
	ask $vraag --openbaar
	fails 2 "--openbaar: $vraag is not for others" \
	    "woonmonitor: ${vraag%% *} is about plans that are not public"
done

ask rooster nop -c naam,stand
is 0 'municipalities by name' <<'END'
naam,stand
Noordoostpolder,volledig
END
ask indicator urk
csvpick -H -c indicator_code out | sort | uniq -d >twice
ok 'of a region the last value of each indicator' sh -c \
    'test "$(wc -l <out)" -gt 20 && ! test -s twice'

ask uitleg zacht zeewolde --openbaar
fails 2 '--openbaar: what is withheld is not explained of what is left' \
    'woonmonitor: zacht of GM0050 in 2022-2030 is withheld in what is published'
ask uitleg capaciteit zeewolde --openbaar
fails 2 '--openbaar: nor is a sum of it' \
    'woonmonitor: capaciteit of GM0050 in 2022-2030 is withheld in what is published'
ask uitleg 16249 --openbaar -c vertrouwelijkheid,waarde
ok 'what is published whole is: of public plans, with the same sum' sh -c \
    'csvpick -H -c waarde out | awk "NR > 1 { n += \$1 } END { exit n != 16249 }" &&
    test "$(csvpick -HT -u -c vertrouwelijkheid out | tr "\n" " ")" = " Openbaar "'

ask pagina urk
is 0 'where a page is' <<END
$R/gemeenten/GM0184.html
END

# A number, to the cell.
ask uitleg 16249
csvpick -H -c waarde -w soort=plan out >parts
csvpick -HT -c waarde,cel -w soort=plan out >cells
ok 'uitleg: the number is the sum of its plans, each with its cell' sh -c \
    'test "$(csvpick -H -c kolom,naam,waarde -w soort=uitkomst out)" = \
    hard,Flevoland,16249 && test "$(awk "{ n += \$1 } END { print n }" parts)" = 16249 &&
    ! grep -v "	[a-z]*\.\(xlsx:[A-Za-z]*!\|csv:\)[A-Z][A-Z]*[0-9][0-9]*$" cells &&
    grep -qx "441	almere.xlsx:Draaitabel!S2" cells'
# Of each workbook the first cells, read from the workbook itself.
for book in almere.xlsx:Draaitabel lelystad.xlsx:Plancapaciteit; do
	grep ":${book#*:}!" cells | sed -n '1p;$p' | while IFS=$'\t' read -r n at; do
		at=${at#*!}
		printf '%s %s %s\n' "$at" "$n" "$(sheet-extract -q \
		    -s "${book#*:}" --range "$at:$at" "$DATA/nightly/plannen/${book%:*}")"
	done >fetched
	ok "the cells of ${book%:*} hold what they are said to" sh -c \
	    'test "$(wc -l <fetched)" = 2 && awk "\$2 != \$3 && \$2 != -\$3 { exit 1 }" fetched'
done
ask uitleg 1 -c soort,kolom,naam,periode -w soort=uitkomst
ok 'several cells that are the number are all told' sh -c \
    'test "$(wc -l <out)" -gt 5 && grep -qx uitkomst,sloop,Urk,2023 out'
ask uitleg hard -c waarde -w soort=uitkomst
is 0 'a column alone is of the province' <<'END'
waarde
16249
END
ask uitleg zacht urk 2025 -c waarde -w soort=uitkomst
cp out want
ask uitleg Urk:2025:zacht -c waarde -w soort=uitkomst
ok 'a cell in words, or as one' sh -c 'test "$(wc -l <out)" = 2 && cmp want out'
ask uitleg 40912 -c kolom,naam,waarde -w soort=uitkomst
is 0 'a sum of columns' <<'END'
kolom,naam,waarde
capaciteit,Flevoland,40912
END
ask uitleg 13850 -c kolom,naam,waarde -w soort=uitkomst
is 0 'what the stand has not is of the last month' <<'END'
kolom,naam,waarde
hard,Flevoland,13850
END
ask uitleg 81.6 -c sleutel
ok 'or of an indicator' grep -qx 'tevredenheid_leven|GM0034|2022' out
ask uitleg tevredenheid_leven almere 2022 -c waarde,bron_tabel
is 0 'which can be asked by its code' <<'END'
waarde,bron_tabel
81.6,KDS-maatwerk
END
ask uitleg 1234567
fails 2 'a number that is nowhere' 'woonmonitor: no figure of this release is 1234567'
ask uitleg
fails 2 'of nothing' 'woonmonitor: uitleg of what? A number, or as in: uitleg hard urk'

# What is nearly right is told, and nothing is answered.
near() { # WANT WORD...
	ask "${@:2}"
	fails 2 "near: ${*:2}" "woonmonitor: $1"
}
near 'no region "urrk"; did you mean "Urk"?' stand urrk
near 'no region "urrk"; did you mean "Urk"?' uitleg urrk:2025:hard
near 'no command "stant"; did you mean "stand"?' stant
near 'no command "nightl"; did you mean "nightly"?' nightl
near "no command 'nacht'; woonmonitor --help names them" nacht
near 'no optie "--harrd"; did you mean "--hard"?' plannen --harrd
near 'no segment "knelpunt"; did you mean "knelpunten"?' segmenten knelpunt
near 'no indicator_code "afstand_caf"; did you mean "afstand_cafe"?' indicator afstand_caf
near "no command 'urk'; a region is asked for by, say: woonmonitor stand urk" urk
near "no command '16249'; a number is asked for by: woonmonitor uitleg 16249" 16249
near "'16.249': is that 16249, without a sign for thousands?" uitleg 16.249
near "column 'hrad' cannot be explained; did you mean 'hard'?" uitleg hrad urk
near '--jaar 25: expected a year or years, as 2025 or 2022-2023' stand --jaar 25
near '-c takes a value; see woonmonitor stand --help' stand -c
ask stand -c nam
ok 'a column that there is not' sh -c \
    'test '"$status"' = 2 && grep -q "no column .nam.*did you mean .naam" err && ! test -s out'
ask rooster -r "$ROOT/pipelines/flevoland/rooster.csv"
ok 'rooster with files is the recipe' sh -c \
    'test '"$status"' = 2 && grep -q "^usage: rooster\|^rooster: " err'

# Which release, and which province.
mkdir -p config/woonmonitor uit prov eigen
cp "$R/provincie/"*.csv prov
sed -i 's/GM0184,Urk/GM0184,Urkerland/; s/ZUND,ZUND/ZUND,Lelystad/' prov/gemeenten.csv
for run in aaaaaaaaaaaa bbbbbbbbbbbb; do
	mkdir -p "uit/$run/provincie"
	cp "$R/provincie/"*.csv "uit/$run/provincie"
	cp "$R/indicatoren.csv" "uit/$run"
	sed "s/,671,/,${#run}${run:0:1},/" "$R/stand.csv" | tr ab 12 >"uit/$run/stand.csv"
	cp "$R/stand.csv" "uit/$run/stand.csv"
	printf '{"run": "%s", "vorige": "aaaaaaaaaaaa"}\n' $run >"uit/$run/manifest.json"
done
sed -i 's/,671,/,672,/' uit/bbbbbbbbbbbb/stand.csv
ln -s bbbbbbbbbbbb uit/current
hard() { # NAME WANT OPTION...
	ask stand GM0184 -c hard "${@:3}"
	is 0 "$1" <<END
hard
$2
END
}
hard '-r, a folder of releases' 672 -r uit
hard '-r, a release' 671 -r uit/aaaaaaaaaaaa
printf 'instelling,waarde\nuitgave,%s\n' "$T/uit" >config/woonmonitor/instellingen.csv
hard 'the environment before the settings' 671
unset WOONMONITOR_UITGAVE
hard 'the settings' 672
hard '-r before all' 671 --uitgave=uit/aaaaaaaaaaaa
ask stand urkerland -c hard -p prov
is 0 '-p: the names of that province' <<'END'
hard
672
END
WOONMONITOR_PROVINCIE=prov ask stand urkerland -c hard
is 0 'or the environment' <<'END'
hard
672
END
ask stand lelystad -p prov -c naam,onbekend
is 0 'a name of two regions is both' <<'END'
naam,onbekend
ZUND,30
Lelystad,0
END
ask uitleg hard lelystad -p prov
fails 2 'and asked about where one is meant' \
    'woonmonitor: lelystad is GM0995 WD-ZUND: say which'
echo "provincie,$T/prov" >>config/woonmonitor/instellingen.csv
ask stand urkerland -c hard
is 0 'or the settings' <<'END'
hard
672
END
ask stand -p nergens
fails 2 'no province' 'woonmonitor: nergens: not the folder of a province'
ask stand -r nergens
fails 2 'no release' 'woonmonitor: nergens: no such release; woonmonitor uitgaven names those that are kept'
ask verschil urkerland -c sleutel,kolom,oud,nieuw
is 0 'verschil: the release that it was compared with' <<'END'
sleutel,kolom,oud,nieuw
basis|gemeente|GM0184|2022|2030,hard,671,672
END
ask verschil almere
ok 'of another region nothing, which is said' sh -c 'test "$(cat out)" = \
    bestand,sleutel,wijziging,kolom,oud,nieuw && grep -q "warning: 0 of 1 records" err'

# On a terminal a table, and a line that says what it may be shown to.
COLUMNS=80 TERM=dumb script -qc "$W stand urkerland -c naam,hard" /dev/null \
    </dev/null >seen
status=0
ok 'a table on a terminal' sh -c 'tr -d "\r" <seen | grep -q "^Urk  *672 *$"'
COLUMNS=80 TERM=dumb script -qc "$W plannen urkerland -r $R -c plan_naam" /dev/null \
    </dev/null >seen
ok 'who may see it' grep -q '^woonmonitor: for the province only: ' seen
ask stand urkerland --json -c naam,hard
is 0 '--json, with numbers as numbers' <<'END'
[
{"naam":"Urk","hard":672}
]
END
done_testing
