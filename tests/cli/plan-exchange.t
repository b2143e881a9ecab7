#!/bin/bash
# plan-exchange: the two tables of the provinces' exchange as one list, as CSV
# and as JSON. uitwisseling.t has what comes of it.
# shellcheck disable=SC2154
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1

printf '%s\n' 'GlobalID,plannaam,fase_id' '{A},"Kade, ""zuid""",1' \
    ' {B} ,Wei,' '{C},Zonder jaar,' >p.csv
printf '%s\n' parent_globalid,jaartal,koop '{B},2027,3' '{A},2028,4' \
    '{B} ,2029,"5,5"' >d.csv
run plan-exchange p.csv d.csv
is 0 "each year beside its plan, plans in their order" <<'END'
plan_id,fase_id,plan.GlobalID,plan.plannaam,plan.fase_id,parent_globalid,jaartal,koop
{A},1,{A},"Kade, ""zuid""",1,{A},2028,4
{B},, {B} ,Wei,,{B},2027,3
{B},, {B} ,Wei,,{B} ,2029,"5,5"
{C},,{C},Zonder jaar,,,,
END
cp out want
run plan-exchange -v p.csv d.csv
ok "-v tells the account" grep -qx \
    "plan-exchange: 3 plans, 1 of them without a year; 3 years" err
gzip -k p.csv d.csv
run plan-exchange p.csv.gz - <d.csv.gz
is 0 "gzipped, and from standard input" <want

# The same as JSON: a list, a page of records, GeoJSON. What JSON does not say
# is empty; columns are those that there may be.
cat >p.json <<'END'
[{"plannaam": "Kade, \"zuid\"", "fase _id": "1", "GlobalID": "{A}"},
 {"GlobalID": "{B}", "plannaam": "Wei", "fase _id": null},
 {"GlobalID": "{C}", "plannaam": "Zonder jaar"}]
END
cat >d.json <<'END'
{"next": {"list": [1, {"a": 2}]}, "value": [
{"parent_globalid": "{B}", "jaartal": 2027, "koop": 3},
{"koop": 4, "jaartal": 2028, "parent_globalid": "{A}"},
{"parent_globalid": "{B}", "jaartal": 2029, "koop": "5,5"}]}
END
cols=plan_id,fase_id,plan.plannaam,jaartal,koop
for pair in "p.json d.json" "p.csv d.json" "p.json d.csv"; do
	# shellcheck disable=SC2086
	ok "the same of $pair" diff <(csvpick -c $cols want) \
	    <(plan-exchange $pair | csvpick -c $cols)
done
ok "80 columns of a year in JSON, 78 of them the exchange's" test 79 = "$(
	plan-exchange p.json d.json | head -1 | tr , '\n' |
	    grep -vc '^plan\.\|^plan_id\|^fase_id')"
cat >p.geojson <<'END'
{"type": "FeatureCollection", "features": [
{"type": "Feature", "bbox": [1, 2], "properties": {"GlobalID": "{A}", "open":
 true, "sleutel": false, "lijst": ["x", "y"], "leeg": [], "n": 1.50e3},
 "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}},
{"properties": {"ph_text9": "{B}", "year_properties": []}}]}
END
printf 'parent_globalid\n{A}\n' >one.csv
run plan-exchange p.geojson one.csv
is 0 "GeoJSON: properties, and nothing of the shape" <<'END'
plan_id,fase_id,plan.GlobalID,plan.open,plan.sleutel,plan.lijst,plan.leeg,plan.n,plan.ph_text9,plan.year_properties,parent_globalid
{A},,{A},Ja,Nee,"x,y",,1.50e3,,,{A}
{B},,,,,,,,{B},,
END
cat >zh.json <<'END'
[{"year_properties": [{"jaartal": 2027, "koop": [1, 2]}, {"jaartal": 2028}],
 "ph_text9": "{A}"}, {"ph_text9": "{B}"}]
END
cols=plan_id,jaartal,koop
ok "years within the plans" test "{A},2027,\"1,2\" {A},2028, {B},," = "$(
    plan-exchange zh.json | csvpick -c $cols | tail -n +2 | paste -sd ' ')"
printf '\357\273\277' | cat - zh.json >bom.json
ok "a byte order mark is no data" cmp <(plan-exchange zh.json) \
    <(plan-exchange bom.json)

# What does not fit.
refused() {
	printf '%s\n' "$2" >x.json
	run plan-exchange x.json d.csv
	fails 2 "$1" "plan-exchange: x.json: $3"
}
refused "no list" '{"a": 1}' \
    'neither a list of records nor an object with "features" or "value"'
refused "a list of values" '[1]' "record 1: expected a list of records"
refused "a list of lists" '[{"GlobalID": "{A}"}, []]' \
    "record 2: expected a list of records"
refused "a value" '{"value": 3}' \
    'neither a list of records nor an object with "features" or "value"'
refused "an object in a record" '[{"GlobalID": "{A}", "plaats": {"x": 1}}]' \
    "record 1: a property that is not flat"
refused "an object in properties" '[{"properties": {"GlobalID": "x", "a": {}}}]' \
    "record 1: a property that is not flat"
refused "a list in a list" '[{"GlobalID": "{A}", "a": [[1]]}]' \
    "record 1: a property that is not flat"
refused "no id" '[{"GlobalID": "{A}"}, {"a": 1}]' "record 2: a plan without GlobalID"
refused "an id twice" '[{"GlobalID": "{A}"}, {"GlobalID": "{A} "}]' \
    "record 2: GlobalID {A} comes twice"
refused "years within and beside" \
    '[{"GlobalID": "{A}", "year_properties": [{"jaartal": 1}]}]' \
    "plans have year_properties, and d.csv is given too: which counts?"
deep=$(printf '[%.0s' {1..40})
refused "depth" "[{\"properties\": 1, \"bbox\": $deep" \
    "record 1: a property that is not flat"
refused "depth that nobody reads" "{\"a\": $deep" "record 1: nested too deeply"
printf '[{"GlobalID": "{A}"}' >x.json
run plan-exchange x.json d.csv
ok "cut off" sh -c 'test $1 = 2 && grep -q "x.json: no JSON at byte" err' - "$status"
sed 's/{A},2028/{X},2028/' d.csv >x.csv
run plan-exchange p.csv x.csv
fails 2 "a year without its plan" \
    'plan-exchange: x.csv:3: error: parent_globalid "{X}" is not in p.csv'
printf '%s\n' '[{"parent_globalid": "{A}"}, {"jaartal": 1}]' >x.json
run plan-exchange p.csv x.json
fails 2 "a year of no plan" \
    'plan-exchange: x.json: record 2: parent_globalid "" is not in p.csv'
printf '%s\n' '[{"parent_globalid": "{A}", "x": [{"a": 1}]}]' >x.json
run plan-exchange p.csv x.json
fails 2 "records within a year" \
    'plan-exchange: x.json: record 1: a property that is not flat'
run plan-exchange p.csv
fails 2 "no years at all" \
    'plan-exchange: p.csv: no plan has year_properties: give DETAILPLANNING too'
TMPDIR=$T/none run plan-exchange p.csv d.csv
fails 2 "no place to keep them" \
    "plan-exchange: p.csv: error: no temporary file in $T/none: No such file or directory"
echo old >kept.csv
run plan-exchange -o kept.csv p.csv x.csv
ok "what fails leaves what there was" test "$(cat kept.csv)" = old

# Records that wait in the temporary file come back whole, also those that are
# larger than a block of it, in any order.
perl -e 'print "GlobalID,naam\n"; printf "%d,%s\n", $_, "n$_" x ($_ % 7 * 9000)
	for 1 .. 60' >big-p.csv
perl -e 'print "parent_globalid,x\n"; printf "%d,%s\n", $_ % 60 + 1,
	"$_-" x ($_ % 5 * 7000) for reverse 1 .. 180' >big-d.csv
perl -e 'my %y; push @{$y{$_ % 60 + 1}}, $_ for reverse 1 .. 180;
	print "plan_id,fase_id,plan.GlobalID,plan.naam,parent_globalid,x\n";
	for my $p (1 .. 60) { printf "%d,,%d,%s,%d,%s\n", $p, $p,
		"n$p" x ($p % 7 * 9000), $p, "$_-" x ($_ % 5 * 7000) for @{$y{$p}} }' \
    >big.csv
ok "large records, the years in another order" cmp big.csv \
    <(plan-exchange big-p.csv big-d.csv)
# And records that do not end where a block of it does.
perl -e 'print "parent_globalid,x\n"; printf "1,%s\n", "$_-" x 3500
	for 1 .. 100' >years.csv
printf '%s\n' GlobalID 1 >one-p.csv
ok "records across blocks" cmp <(cut -d, -f2 years.csv) \
    <(plan-exchange one-p.csv years.csv | cut -d, -f5)

# The other way, -d: rows of a plan that do not follow each other, and what it
# needs. uitwisseling.t has what is written.
R=$DATA/plan-normalize/uitwisseling.register.csv
G=$DATA/plan-normalize/gemeenten.csv
W=$ROOT/pipelines/indeling/woorden.csv
mkdir uit schud
run plan-exchange -q --closed --export uit -g "$G" --woorden "$W" "$R"
ok "what does not cross: exit 1, three tables" test "$status" = 1 -a "$(ls uit |
    paste -sd ' ')" = "DetailPlanning.csv Planregistratie.csv rest.csv"
{ head -1 "$R"; sed 1d "$R" | awk '{ print NR % 3, $0 }' | sort -sn |
    cut -d' ' -f2-; } >schud.csv
plan-exchange -q --closed --export schud -g "$G" --woorden "$W" schud.csv
for table in Planregistratie DetailPlanning; do
	ok "$table of rows in another order" diff <(sort "uit/$table.csv") \
	    <(sort "schud/$table.csv")
done
ok "no two records of one GlobalID" test -z \
    "$(csvpick -H -c GlobalID uit/DetailPlanning.csv | sort | uniq -d)"
run plan-exchange --export uit "$R"
ok "--export needs -g and --woorden" sh -c 'test $1 = 2 && grep -q "takes one register, -g and --woorden" err' - "$status"
run plan-exchange --export nergens -g "$G" --woorden "$W" "$R"
ok "a folder that is not there" test "$status" = 2 -a ! -e nergens
cp uit/rest.csv was.csv
sed 's/,bouw,totaal,/,bouwen,totaal,/' "$R" >slecht.csv
run plan-exchange --export uit -g "$G" --woorden "$W" slecht.csv
ok "a register that no tool reads is refused" grep -q \
    "slecht.csv:2: error: column soort: 'bouwen' found" err
ok "and what was there stays" test "$status" = 2 -a -z "$(cmp uit/rest.csv was.csv 2>&1)"

# Types and prices cross in the tables, not in the register: several types of
# one price, or the other way round, are national cells; several of both are not.
{
	head -1 "$R"
	for plan in a b c; do
		kop=GM9001,$plan,Plan,,3,zacht,,,,,,Openbaar,nee,2026,2026,bouw
		staart=opgegeven,2024-01-01,l,2,C,rest,,,
		echo "$kop,totaal,,15,$staart"
		if [ $plan != b ]; then
			echo "$kop,woningtype,Meergezins,10,$staart"
			echo "$kop,woningtype,Eengezins,5,$staart"
		else
			echo "$kop,woningtype,Meergezins,15,$staart"
		fi
		if [ $plan != a ]; then
			echo "$kop,betaalbaarheid,Koop dure koop,9,$staart"
			echo "$kop,betaalbaarheid,Sociale huur,6,$staart"
		else
			echo "$kop,betaalbaarheid,Sociale huur,15,$staart"
		fi
	done
} >kruis.csv
run plan-exchange -q -d uit -g "$G" -w "$W" kruis.csv
ok "crossings that are known, and none that is not" diff - \
    <(csvpick -H -c meergezins_huur2,eengezins_huur2,meergezins_koop4,onbekend_koop4,onbekend_huur2,eigen_aantal:bouw\|woningtype:Meergezins,eigen_bouw_verdeling \
    uit/DetailPlanning.csv) <<'END'
10,5,,,,,totaal|woningtype|betaalbaarheid
6,,9,,,,totaal|woningtype|betaalbaarheid
,,,9,6,10,totaal|betaalbaarheid
END
ok "and their totals" diff - <(csvpick -H -c Totaal_meergezins_resterend,Totaal_huur2,Totaal_koop_resterend \
    uit/Planregistratie.csv) <<'END'
10,15,0
15,6,9
,6,9
END
done_testing
