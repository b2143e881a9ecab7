#!/bin/sh
# csvmerge: files in order to one in order, and what is not in order refused.
. "$(dirname "$0")/lib.sh"
noord=$DATA/csvmerge/noord.csv
zuid=$DATA/csvmerge/zuid.csv
niveau='niveau=provincie|woondeal|gemeente,regio,jaar'
cd "$T" || exit 1

run csvmerge -k "$niveau" "$noord" "$zuid"
is 0 "by the order of words, then by bytes" <<'END'
niveau,regio,jaar,waarde
provincie,PV98,2024,7
provincie,PV99,2024,9
woondeal,WD-N,2024,3
woondeal,WD-N,2025,"4, deels"
gemeente,GM9001,2024,1
gemeente,GM9002,2024,5
gemeente,GM9003,2024,2
gemeente,GM9004,2024,6
END
cp out want
run csvmerge -k "$niveau" "$zuid" "$noord"
is 0 "in whatever order the files come" <want
run csvmerge -v -k "$niveau" "$zuid" "$noord"
ok "-v counts" grep -qx 'csvmerge: 8 records of 2 files' err
head -n 1 "$noord" >none.csv
run csvmerge -k "$niveau" none.csv "$noord" none.csv "$zuid"
is 0 "files with a header only" <want
run csvmerge -k "$niveau" want
is 0 "one file is itself" <want

# Many parts, each with every fortieth record; more than a heap of one level.
{
	echo sleutel,n
	seq 1000 | sed 's/.*/k&,&/' | sort
} >whole.csv
set --
for i in $(seq 40); do
	awk -v i="$i" 'NR == 1 || NR % 40 == i % 40' whole.csv >"part-$i.csv"
	set -- "part-$i.csv" "$@"
done
run csvmerge "$@"
is 0 "forty parts, by the default key" <whole.csv

{
	cat part-1.csv
	sed -n 2p part-2.csv
} >late.csv
run csvmerge late.csv
fails 2 "a part that is not in order" "csvmerge: late.csv:27: error: \
key \"k$(sed -n '2s/,.*//; 2s/k//p' part-2.csv)\" comes after a later one in \
row 26; expected each once, in order"
run csvmerge part-1.csv part-2.csv part-1.csv
fails 2 "a key in two parts" "csvmerge: part-1.csv:2: error: key \
\"$(sed -n '2s/,.*//p' part-1.csv)\" is also in row 2 of part-1.csv; expected \
each once, in order"
sed 2p part-1.csv >twice.csv
run csvmerge twice.csv
fails 2 "a key twice in one" "csvmerge: twice.csv:3: error: key \
\"$(sed -n '2s/,.*//p' part-1.csv)\" comes twice, first in row 2; expected \
each once, in order"
run csvmerge -k 'niveau=provincie|gemeente,regio,jaar' "$noord" "$zuid"
fails 2 "a value that is none of the words" "csvmerge: $noord:3: error: \
'woondeal' found, expected provincie|gemeente"
run csvmerge -k regio,maand "$noord"
fails 2 "no such column" "csvmerge: $noord:1: error: no column 'maand'; \
columns: niveau, regio, jaar, waarde"
run csvmerge whole.csv "$noord"
fails 2 "another header" "csvmerge: $noord: another header than \
whole.csv: expected the same columns in the same order"
sed 's/$/,x/' part-1.csv >wider.csv
run csvmerge part-2.csv wider.csv
fails 2 "a column more" "csvmerge: wider.csv: another header than part-2.csv: \
expected the same columns in the same order"
done_testing
