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
	run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "$layout" --findings "$T/f.csv" "$fault.csv"
	ok "$fault: exit $exit" test "$status" = "$exit"
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
ok "every file has its line" diff <(sort "$T/known") \
    <(find . -maxdepth 1 ! -name '*layout.csv' ! -name . -printf '%f\n' | sort)
done_testing
