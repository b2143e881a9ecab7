#!/bin/sh
# A file of the wrong kind: every tool says what it is and what takes it.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1

# each FILE WORDS: every tool refuses it, says WORDS and writes nothing.
each() {
	for tool in "cbs-extract" "plan-diff $1" "woondeal-diff -g $1 -t $1" \
	    "indicator-join -i $1 -g $1" "plan-normalize -g $1 -S $1" \
	    "csvpick -c a" "csvdiff -k a $1" "csvmerge -k a" "plan-exchange" "disclosure-check -g $1 --uitgave $1 --release ."; do
		# shellcheck disable=SC2086
		run $tool "$1"
		ok "$1 for ${tool%% *}" sh -c "test $status = 2 &&
		    ! test -s out && grep -qF -- '$2' err"
	done
}

echo '<Types/>' >'[Content_Types].xml'
mkdir xl
echo '<workbook/>' >xl/workbook.xml
zip -qr book.xlsx '[Content_Types].xml' xl
each book.xlsx "sheet-extract makes CSV of it"
printf '\050\265\057\375\044\003\031\000\000hi\n' >a.csv.zst
each a.csv.zst "zstd -dc"
printf '\320\317\021\340\241\261\032\341\000\000' >a.xls
each a.xls "sheet-extract"
printf '%%PDF-1.4\n%%\342\343\317\323\n' >a.pdf
each a.pdf "PDF"
printf '\357\273\277<!DOCTYPE html>\n<html><body>500</body></html>\n' >a.html
each a.html "web page"
printf '"a,b,c"\n"1,2,3"\n' >quoted.csv
each quoted.csv "in quotes as a whole"
printf 'a;b;c\n1;2;3\n' >semicolons.csv
for tool in "plan-diff semicolons.csv" "indicator-join -i semicolons.csv -g x" \
    "woondeal-diff -g semicolons.csv -t x" "csvpick -c a"; do
	# shellcheck disable=SC2086
	run $tool semicolons.csv
	ok "semicolons for ${tool%% *}" sh -c \
	    "test $status = 2 && grep -qF \"separated by ';', expected ','\" err"
done
for head in PAR1,b bzh,b BZh1,b '[a],b' '{a},b' PK,b; do
	printf '%s\n1,2\n' "$head" >fine.csv
	run csvpick -c b fine.csv
	is 0 "a CSV that begins with $head is one" <<'END'
b
2
END
done
printf 'BZh91AY&SY\241\261\n' >a.bz2
each a.bz2 "bzip2 -dc"
done_testing
