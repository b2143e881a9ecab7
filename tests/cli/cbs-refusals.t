#!/bin/sh
# cbs-extract: what it will not take, each in one line that says why.
. "$(dirname "$0")/lib.sh"
F=$DATA/cbs-extract
cd "$T" || exit 1

# refused NAME MESSAGE ARGUMENT...
refused() {
	name=$1 message=$2
	shift 2
	run cbs-extract "$@"
	fails 2 "$name" "cbs-extract: $message"
}

echo a >a.txt
echo b >b.txt
zip -q two.zip a.txt b.txt
refused "a zip of something else" "two.zip: neither Observations.csv nor one\
 file only in this zip; it has a.txt, b.txt" two.zip
i=0
while [ $((i = i + 1)) -le 40 ]; do
	echo >"een-bestand-met-een-lange-naam-$i.txt"
done
zip -q many.zip een-*.txt
run cbs-extract many.zip
ok "a long list is cut, and says by how many" grep -q \
    ' and [0-9]* more$' "$T/err"

printf 'ID;RegioS;Perioden;Nieuwbouw_2\n1;GM0034;2024JJ00;5\n' >one.csv
printf 'ID;Gebruiksfunctie;RegioS;Perioden;Nieuwbouw_2
2;A045364;GM0034;2023JJ00;5\n' >more.csv
printf 'ID;RegioS;Soort;Nieuwbouw_2\n1;GM0034;A;5\n' >other.csv
refused "a dimension more" "more.csv: its dimensions (Gebruiksfunctie, RegioS,\
 Perioden) are not those of one.csv (RegioS, Perioden), though both are table\
 'X'" --table-id X one.csv more.csv
run cbs-extract --table-id X one.csv other.csv
ok "another dimension" test "$status" = 2 -a ! -s "$T/out"

printf 'ID;RegioS;Perioden\n1;GM0034;2024JJ00\n' >none.csv
refused "nothing measured" "none.csv: no measure among its columns; expected\
 names as Nieuwbouw_2, or DataProperties with -M" none.csv

refused "-w without a code" '-w: "Perioden" is not DIM=CODE[,CODE]' \
    -w Perioden one.csv
refused "-m with nothing between commas" \
    "-m: an empty key in its list; give keys joined by commas" \
    -m Nieuwbouw_2,,Sloop_4 one.csv
refused "two measures in one column of --wide" \
    "two measures would be column bouw; name them with -m or -s" \
    --wide -m Nieuwbouw_1=bouw,Oppervlakte_2=bouw "$F/typed.in.xml"

# What there is none of may be known all the same.
run cbs-extract -M "$F/regios.xml" -r GM0344 "$F/typed.in.xml"
ok "a region that only the metadata know: a finding, not an error" test \
    "$status" = 0 -a "$(wc -l <"$T/out")" = 1
ok "that says which" grep -q 'warning: .*"GM0344"' "$T/err"

# A feed without a title is the last part of its address.
sed 's/<title[^>]*>[^<]*<\/title>//; s/ xml:base="[^"]*"//' "$F/typed.in.xml" \
    >bare.xml
run cbs-extract bare.xml
ok "a feed without title and base" test "$status" = 0
ok "gives the same rows" cmp "$F/typed-bare.out.csv" "$T/out"
done_testing
