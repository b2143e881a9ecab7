#!/bin/bash
# Names that do harm where people open them are told by every tool that reads
# them from outside, by one rule; what is written keeps their bytes.
. "$(dirname "$0")/lib.sh"
cd "$ROOT/tests/cli/behaviour" || exit 1
rtl=$(printf 'Aa\342\200\217dorp')
long=$(printf 'Dorp%.0s' {1..51})
codes() {
	have=$(csvpick -HT -c code,kolomnaam,ernst "$T/f.csv" | grep ^N | sort |
	    tr '\t\n' ': ')
	[ "$have" = "$1" ] || { echo "$have"; cat "$T/err"; return 1; }
}
table() { # FILE COLUMN-2-OF-ITS-FIRST-ROWS...: with other names in that column
	awk -F, -v OFS=, -v a="$2" -v b="${3-}" 'NR == 2 { $2 = a }
		NR == 3 && b != "" { $2 = b } { print }' "$1" >"$T/t.csv"
}
growth() {
	run woondeal-diff -g "$T/t.csv" -t opgave.csv -P plannen.csv \
	    --findings "$T/f.csv" -o "$T/o.csv" groei.csv
}
table gemeenten.csv '=1+1' "$rtl"
growth
ok "names of municipalities" codes \
    "N001:naam:waarschuwing N002:naam:waarschuwing "
ok "keep their bytes" grep -q ",=1+1,2" "$T/o.csv"
table gemeenten.csv "$long" '-5'
growth
ok "too long; a number is no formula" codes "N003:naam:waarschuwing "
table gemeenten.csv Aadorp
growth
ok "nothing of names that are fine" codes ""

feed() {
	run indicator-join -i "$T/t.csv" -g gemeenten.csv --findings "$T/f.csv" \
	    -o "$T/o.csv" waarnemingen.csv
}
table indicatoren.csv "@SUM($rtl)"
sed -i 's/,materiele welvaart,/,+thema,/' "$T/t.csv"
feed
ok "the catalogue: names, themes" codes "N001:naam:waarschuwing \
N001:thema:waarschuwing N002:naam:waarschuwing "
table indicatoren.csv Inkomen
sed -i "s/\"Per huish[^\"]*\"\"mediaan\"\"\"/$long/" "$T/t.csv"
feed
ok "a remark may be long" sh -c "grep -q '$long' '$T/t.csv' && test $status = 0"
ok "and is not told" codes ""
printf 'gebied,gemeente,veld,waarde\n%s,GM9001,plan_naam,Haven*\n' "$rtl" \
    >"$T/areas.csv"
run woondeal-diff -g gemeenten.csv -t opgave.csv -P plannen.csv --groep gebied \
    --gebieden "$T/areas.csv" --findings "$T/f.csv" -o "$T/o.csv" groei.csv
ok "names of areas" codes "N002:gebied:waarschuwing "
printf 'tabel,dimensie,sleutel,naam\n81955NED,,BeginstandVoorraad_1,-stand\n' \
    >"$T/s.csv"
run cbs-extract --table-id 81955NED --selecties "$T/s.csv" --findings "$T/f.csv" \
    -o "$T/o.csv" typed.csv
ok "what a selection calls a topic" codes "N001:naam:waarschuwing "
done_testing
