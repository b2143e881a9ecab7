#!/bin/sh
# pipelines/excel: the tables of a release for who opens them in Excel.
. "$(dirname "$0")/lib.sh"
excel=$ROOT/pipelines/excel
cd "$T" || exit 1
mkdir -p rel/arcgis
cat >rel/datapackage.json <<'END'
{"resources": [
 {"path": "stand.csv", "schema": {"fields": [{"name": "naam", "type": "string"},
  {"name": "pct", "type": "number"}, {"name": "versie", "type": "string"}]}},
 {"path": "plannen.csv", "schema": {"fields": []}},
 {"path": "kaal.csv", "schema": {"fields": [{"name": "a", "type": "string"}]}},
 {"path": "arcgis/stand.csv", "schema": {"fields": []}}]}
END
printf 'naam,pct,versie\n"=HYPERLINK(""x"";1)",16.25,1.5\n-5;6,-0.5,@a\n' \
    >rel/stand.csv
printf 'a\n+x\n' >rel/kaal.csv
printf 'plan_naam\nGeheim\n' >rel/plannen.csv
run "$excel" -r rel -o uit
ok "nothing to say" test "$status" = 0 -a ! -s err -a ! -s out
printf '\357\273\277naam;pct;versie\n' >want
cat >>want <<'END'
"'=HYPERLINK(""x"";1)";16,25;1.5
"'-5;6";-0,5;'@a
END
ok "formulas are text, decimals of numbers have a comma" diff want uit/stand.csv
ok "the feeds and what is not published are left out" test "$(ls uit | tr '\n' ' ')" = "kaal.csv stand.csv "
run "$excel" -r rel -o een kaal.csv
ok "one that is named" test "$(ls een)" = kaal.csv
run "$excel" -r rel -o besloten plannen.csv
ok "what is not published only by name" grep -q Geheim besloten/plannen.csv
run "$excel" -r rel -o geen stand.csv niets.csv
fails 2 "one that there is not" "excel: niets.csv: no table of rel"
ok "then none is written" test ! -e geen
rm rel/kaal.csv
run "$excel" -r rel -o half
ok "a table that is gone: 2, and said" sh -c "test $status = 2 &&
    grep -q 'kaal.csv: No such file' err"
run "$excel" -r "$T/niets" -o x
fails 2 "no release" "excel: $T/niets: not a release"
run "$excel" -r rel
fails 2 "where to" "excel: needs -o FOLDER; see --help"
done_testing
