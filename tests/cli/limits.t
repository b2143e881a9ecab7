#!/bin/bash
# Limits and faults that a system has in store: a file that may not grow, and a
# file that cannot be read again for its sum.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
seq -f '%.0f,abcdefghijklmnopqrstuvwxyz' 60000 | sed '1i n,t' >big.csv
mkdir o
echo old >o/f
(ulimit -f 100 && exec csvpick -o o/f big.csv) >out 2>err
status=$?
fails 2 "a limit on the size of files" "csvpick: o/f: File too large"
ok "and the old file is there, nothing else" test "$(ls -A o)" = f -a \
    "$(cat o/f)" = old

book=$DATA/nightly/plannen/almere.xlsx
run sheet-extract -s Draaitabel --receipt r.json -o o/f "$book"
ok "a receipt of a workbook has its sum" test "$(jq -r '.inputs[0].sha256' \
    r.json)" = "$(sha256sum <"$book" | cut -d ' ' -f 1)"
receipt=$(<r.json)
n=0 bad='' told=0
for call in pread64 lseek openat fsync rename; do
	n=0
	while :; do
		n=$((n + 1))
		echo old >o/f
		[ ! -e r.json ] || rm r.json
		ASAN_OPTIONS=detect_leaks=0 run strace -f -o trace -e \
		    "trace=$call" -e "inject=$call:error=EIO:when=$n" \
		    sheet-extract -s Draaitabel --receipt r.json -o o/f "$book"
		[[ $(<trace) = *INJECTED* ]] || break
		case $status in
		0) [ "$(<r.json)" = "$receipt" ] || bad="$bad $call:$n" ;;
		127) ;;
		*) told=$((told + 1)) left=(o/* o/.[!.]*)
			[ -s err ] && [ "${left[*]}" = 'o/f o/.[!.]*' ] ||
			    bad="$bad $call:$n" ;;
		esac
		((n < ${LIMITS_MOST:-40})) || break
	done
done
ok "pread, lseek, openat, fsync, rename fail: told, or the same receipt" \
    test -z "$bad" -a "$told" -gt 5
[ -z "$bad" ] || echo "#$bad"

printf 'a,b\n1,2\n' >"$(printf 'na\351am\303\253.csv')"
run csvpick --receipt r.json ./na*.csv
ok "a name that is no UTF-8: the receipt is JSON" jq -e . r.json
ok "of UTF-8" iconv -f UTF-8 -t UTF-8 r.json
ok "and the rest of the name is there" grep -q 'na\\udce9amë.csv' r.json
done_testing
