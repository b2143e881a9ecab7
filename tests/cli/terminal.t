#!/bin/bash
# --table shows names that steer a terminal, or turn text about, as question
# marks, in every tool that has it.
. "$(dirname "$0")/lib.sh"
cd "$ROOT/tests/cli/behaviour" || exit 1
bad=$(printf 'Aa\033[2J\302\233m\342\200\256dorp\342\201\251\177\342\200\217')
inert() {
	cat "$T/out"
	[ "$status" -lt 2 ] && [ -s "$T/out" ] &&
	    ! grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]' \
	        "$T/out" && grep -qF 'Aa?[2J?m?dorp???' "$T/out"
}
V=$bad perl -pe 's/Aadorp/$ENV{V}/ if $. == 2' gemeenten.csv >"$T/g.csv"
V=$bad perl -pe 's/Mediaan inkomen/$ENV{V}/' indicatoren.csv >"$T/i.csv"
run csvpick --table "$T/g.csv"
ok "csvpick" inert
run csvdiff --table -k gemeente gemeenten.csv "$T/g.csv"
ok "csvdiff" inert
run woondeal-diff --table -g "$T/g.csv" -t opgave.csv -P plannen.csv groei.csv
ok "woondeal-diff" inert
run env COLUMNS=400 indicator-join --table -i "$T/i.csv" -g gemeenten.csv waarnemingen.csv
ok "indicator-join" inert
# Nor do messages, whatever they show of a value.
printf 'gemeente,naam,woondeal,provincie,alias\n%s,x,WD-A,PV99,\n' "$bad" \
    >"$T/g.csv"
woondeal-diff -g "$T/g.csv" -t opgave.csv -P plannen.csv groei.csv >"$T/out" 2>&1
ok "a message about a word" inert
# Nor letters, which go by mail.
V=$bad perl -pe 's/Centrum/$ENV{V}/' plannen.csv >"$T/p.csv"
{
	echo gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil
	echo "GM9001,9,$bad,vervallen,netto,5,,-5"
} >"$T/c.csv"
run plan-letter -g gemeenten.csv --gemeente GM9001 --planwijzigingen "$T/c.csv" \
    "$T/p.csv"
tr -d '\f' <"$T/out" >"$T/o" && mv "$T/o" "$T/out"
ok "plan-letter" inert
# In every tool that writes CSV.
have=$(for t in "$BIN"/*; do "$t" --help all | grep -q -- " --table " ||
    basename "$t"; done | tr "\n" " ")
ok "all tools but plan-letter have --table" test "$have" = "plan-letter "
done_testing
