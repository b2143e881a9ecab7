#!/bin/sh
# What opt, input and output give every tool: receipts, completion, progress.
. "$(dirname "$0")/lib.sh"
tools="cbs-extract sheet-extract plan-normalize plan-diff woondeal-diff
	indicator-join disclosure-check csvpick csvdiff csvmerge plan-exchange plan-letter plan-accept
	release-seal"
head="gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,projectfase,"
head="${head}plantype,opdrachtgever,gebied,knelpunten,vertrouwelijkheid,"
head="${head}sleutelproject,jaar_van,jaar_tot,soort,dimensie,categorie,aantal,"
head="${head}herkomst,peildatum,levering,bron_rij,bron_kolom,telling"
row="GM0034,p1,Plan,,1A,hard,,,,,,Openbaar,,2024,2024,bouw,totaal,,10,opgegeven"
row="$row,2024-01-01,lev,2,C,rest"
cd "$T" || exit 1
printf '%s\n%s\n' "$head" "$row" >old.csv
gzip -c old.csv >new.csv.gz

receipt() {
	jq -r "$1" receipt.json
}

run plan-diff --receipt receipt.json -o out.csv old.csv new.csv.gz
ok "a receipt is JSON" jq -e . receipt.json
ok "names the tool" test "$(receipt .tool)" = plan-diff
ok "has the options" test "$(receipt '.options | length')" = 6
ok "there is output" test -s out.csv
for f in old.csv new.csv.gz out.csv; do
	ok "has the sha256 of $f" test \
	    "$(receipt "(.inputs + .outputs)[] | select(.name == \"$f\").sha256")" \
	    = "$(sha256sum <"$f" | cut -d' ' -f1)"
	ok "and its bytes" test \
	    "$(receipt "(.inputs + .outputs)[] | select(.name == \"$f\").bytes")" \
	    = "$(wc -c <"$f")"
done
ok "has the rows read" test "$(receipt '.inputs[0].rows')" = 2
ok "has the rows written" test "$(receipt '.outputs[0].rows')" = 1
ok "has the summary of -v" test "$(receipt .summary)" != ""
cp receipt.json first.json
plan-diff --receipt receipt.json -o out.csv old.csv new.csv.gz
ok "same run, same receipt" cmp receipt.json first.json
run plan-diff --receipt receipt.json -o out.csv old.csv nothing.csv
ok "a failed run leaves the old receipt" cmp receipt.json first.json
run plan-diff --receipt receipt.json old.csv - <new.csv.gz
ok "standard input has its sha256 too" test "$(receipt \
    '.inputs[] | select(.name == "stdin").sha256')" = \
    "$(sha256sum <new.csv.gz | cut -d' ' -f1)"
run plan-diff --receipt /dev/full -o out2.csv old.csv new.csv.gz
ok "a receipt on a full disk is exit 2" test "$status" = 2
ok "and then there is no output" test ! -e out2.csv

for t in $tools; do
	run "$t" --completion
	ok "$t: completion is bash" bash -n out
	ok "$t: completes an option" bash -c \
	    ". ./out; COMP_WORDS=($t --ver) COMP_CWORD=1
	     _$(echo "$t" | tr - _) $t --ver $t
	     echo \"\${COMPREPLY[@]}\" | grep -q -- --verbose"
	ok "$t: help fits 80 columns" sh -c \
	    "! $t --help all | awk 'length > 80 { print; bad = 1 } END { exit !(bad || NR == 0) }'"
done

run plan-diff --progress=always old.csv new.csv.gz
ok "progress shows and is taken off" sh -c \
    'tail -c 4 err | od -An -c | grep -q "033   \[   K" && grep -q MB err'
run plan-diff old.csv new.csv.gz
ok "no progress without a terminal" test ! -s err
ln -s target.csv link.csv
echo old >target.csv
plan-diff -o link.csv old.csv new.csv.gz
ok "-o through a symbolic link writes its target" sh -c \
    'test -L link.csv && grep -q wijziging target.csv'
# The beginning of an option is none: --table F was taken for --table-id F.
abbreviated() { # WORD NEAREST
	run plan-diff "$@" old.csv new.csv.gz
	ok "$1 is no option" sh -c "test '$status' = 2 &&
	    grep -q 'unknown option ${1%%=*}, did you mean' '$T/err'"
}
abbreviated --bridg
abbreviated --find f.csv
abbreviated --max=3
abbreviated --quie=1
abbreviated --receip
# One file cannot be two outputs: the second would be all that is left.
run plan-diff -o two.csv --findings two.csv old.csv new.csv.gz
fails 2 "a file named for two outputs" \
    "plan-diff: two.csv: is named for two outputs"
ok "and it is not made" test ! -e two.csv
done_testing
