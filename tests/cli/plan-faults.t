#!/bin/bash
# Small deliveries, each named after what is wrong with it: how many dwellings
# count, and what is told.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
cd "$DATA/plan-faults" || exit 1

# Numbers that count, and the codes of the findings, the account left out.
while IFS='|' read -r fault exit dwellings codes; do
	layout=$ROOT/pipelines/indeling/breed.csv
	[ ! -e "$fault.layout.csv" ] || layout=$fault.layout.csv
	echo code >"$T/f.csv"
	run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "$layout" --findings "$T/f.csv" "$fault.csv"
	ok "$fault: exit $exit" test "$status" = "$exit"
	[ "$status" != 2 ] || echo soort,dimensie,aantal >"$T/out"
	ok "$fault: $dwellings dwellings" test "$(csvpick -H -c aantal \
	    -w soort=bouw -w dimensie=totaal "$T/out" |
	    awk '{ n += $1 } END { print n + 0 }')" = "$dwellings"
	ok "$fault: ${codes:-nothing} told" test "$(csvpick -H -c code \
	    -w code!=E006 "$T/f.csv" | sort -u | paste -sd ' ')" = "$codes"
	echo "$fault.csv" >>"$T/known"
done <<'END'
kolom-zonder-naam|0|12|E003
lege-kolom-zonder-naam|0|12|
plan-heet-totaalontwikkeling|0|280|
totaalrij-zonder-nummer|1|111|E057
totaalrij-met-status|1|111|E057
totaalrij-per-gemeente|1|125|E057
totaalrij-van-een-blok|1|141|E057
totaalrij-klopt-niet|0|111|E053 E054
totaalrij-bovenaan|0|111|E053
totaalrij-bovenaan-klopt-niet|0|111|E053 E054
totaalrij-bovenaan-zonder-woord|2|0|
plan-boven-zijn-delen|2|0|
kop-staat-er-nog-eens|0|111|E004
andere-kop-eronder|2|0|
duizendtallen-boven-de-kop|2|0|
duizendtallen-in-de-kop|2|0|
duizend-euro-boven-de-kop|0|111|
kop-noemt-duizend-maar-het-zijn-woningen|0|111|
plan-zonder-nummer-en-status|0|223|E072
gerealiseerd-in-een-later-jaar|1|10|E063
gesloopt-in-een-later-jaar|1|6|E063
nog-te-bouwen-in-een-jaar-dat-voorbij-is|0|10|E061
totalen-van-planregistratie-kloppen-niet|0|10|E040
niet-ja-en-niet-nee|1|0|E035
zelfde-rij-tweemaal|1|65|E050
zelfde-nummer-anders-geschreven|1|65|E050
zelfde-naam-van-een-mac|1|65|E050
een-plan-twee-statussen|1|65|E059
rekenresidu|0|32|E045
te-veel-decimalen|1|0|E046
tien-miljoen|1|10000000|E047
duizendtal-met-punt|1|0|E022
streepje|1|0|E020
streepje-als-nul|0|5|
status-begint-met-een-code|1|0|E030
status-met-andere-code|0|65|E062
knelpunt-heet-nu-anders|0|60|E049
knelpunt-buiten-de-lijst|0|60|E039
gemeente-met-tikfout|1|0|E010
END
run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
    -l "$ROOT/pipelines/indeling/breed.csv" plan-boven-zijn-delen.csv
fails 2 "a plan above its parts is named" "plan-normalize:\
 plan-boven-zijn-delen.csv:3: error: \"Havengebied\" has neither id nor status,\
 and its numbers are the sum of rows below it: say so in the layout, as totaalrij\
 or, of plans, as somrij,,,plan"
run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
    -l "$ROOT/pipelines/indeling/breed.csv" andere-kop-eronder.csv
fails 2 "another header is named" "plan-normalize: andere-kop-eronder.csv:5:\
 error: E008 another header: deliver each table as a file of its own, or leave\
 these records out in the layout (overslaan)"
# multiples WHERE ROW TEXT
multiples() {
	run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "duizendtallen-$1.layout.csv" "duizendtallen-$1.csv"
	fails 2 "multiples $1" "plan-normalize: duizendtallen-$1.csv:$2: error:\
 E007 \"$3\": numbers that are multiples are not read; have them delivered in\
 dwellings, or say eenheid,,,woningen in the layout when they are"
}
multiples boven-de-kop 1 "Woningbouwplannen (aantallen x 1.000)"
multiples in-de-kop 2 "Nieuwbouw 2025 (× 1000)"
ok "every file has its line" diff <(sort "$T/known") \
    <(find . -maxdepth 1 ! -name '*layout.csv' ! -name . -printf '%f\n' | sort)
done_testing
