#!/bin/bash
# pipelines/figures: what is drawn is data, never text of a program.
. "$(dirname "$0")/lib.sh"
figures=$ROOT/pipelines/figures
cd "$T" || exit 1
mkdir fig
head=sleutel,scenario,niveau,regio,naam,jaar_van,jaar_tot,opgave,netto_groei,
head+=groei_status,groei_tm,hard,zacht,onbekend,volledig
{
	echo "$head"
	for row in 'provincie,PV24,"A ""b"", `touch pwned` $(touch pwned)"' \
	    "woondeal,\"WD-\"\"X, \\n\",'s-Ding; system('touch pwned')" \
	    'gemeente,GM0002,"""c\d\n"", 5% @e {f}_g^h~i\"' \
	    'gemeente,GM0001,"=<b>&, | <touch pwned #"'; do
		echo "k,basis,$row,2022,2030,900,100,,2022,5,6,7,nee: GM0001"
		for y in 2022 2023 2024; do
			echo "k,basis,$row,$y,$y,100,90,,$y,1,2,3,nee: GM0001"
		done
	done
} >stand.csv
cat >gemeenten.csv <<'END'
gemeente,woondeal
GM0001,"WD-""X, \n"
END

draw() {
	run "$figures" -s stand.csv -l stand.csv -g gemeenten.csv \
	    -b "CBS'; system('touch pwned'); x='" -c 'a"; !touch\tpwned; "`id`' \
	    -d '2024-01-01' -o "${1-fig}"
}
draw
ok "drawn, and silent" test "$status" = 0 -a ! -s out -a ! -s err
ok "six figures" test "$(ls fig)" = "figuur-1.svg
figuur-2.svg
figuur-3.svg
figuur-4.svg
figuur-5.svg
figuur-6.svg"
ok "no program ran" test ! -e pwned
shows() {
	test -s "$1" && perl -CSA -Mutf8 -0777 -ne '
		BEGIN { $want = shift; $want =~ s/&/&amp;/g;
			$want =~ s/</&lt;/g; }
		exit !/\Q$want\E/' "$2" "$1"
}
ok "the source stands under the figure" shows fig/figuur-1.svg \
    "Bron: groei CBS'; system('touch pwned'); x=', t/m 2022"
ok "and that of the plans" shows fig/figuur-3.svg \
    'plannen: a"; !touch\tpwned; "`id`, stand 1 januari 2024'
ok "the province's name" shows fig/figuur-1.svg \
    'opgave, A "b", `touch pwned` $(touch pwned)'
ok "a deal's" shows fig/figuur-2.svg "opgave, 's-Ding; system('touch pwned')"
ok "and its numbers" grep -q '<text>100</text>' fig/figuur-4.svg
ok "a municipality's" shows fig/figuur-5.svg 'opgave, =<b>&, | <touch pwned #'
ok "and another's" shows fig/figuur-6.svg 'opgave, "c\d\n", 5% @e {f}_g^h~i\'
ok "and who did not deliver" shows fig/figuur-5.svg \
    'niet volledig: =<b>&, | <touch pwned #.'
cp stand.csv geheel.csv
sed '1s/$/,onderdrukt/; 1!s/$/,/; /GM0001,.*,202[34],202[34],/s/$/zacht/' \
    geheel.csv >stand.csv
mkdir weg
draw weg
ok "which years are withheld" shows weg/figuur-5.svg \
    'Niet alles getoond, om vertrouwelijke plannen: 2023, 2024.'
ok "in the figure of that region only" cmp fig/figuur-3.svg weg/figuur-3.svg
mv geheel.csv stand.csv

for dir in '|touch pwned;' '<x' 'a "b" c' "d'e" '--f' 'Zuid-Ísland' 'g\th'; do
	mkdir -- "./$dir"
	draw "$dir"
	ok "into a folder called $dir" cmp fig/figuur-3.svg "./$dir/figuur-3.svg"
done
ok "and no program ran" test ! -e pwned
sed 's/,100,90,/,honderd,90,/' stand.csv >bad.csv
run "$figures" -s bad.csv -l none.csv -g gemeenten.csv -b x -c y -o fig
ok "what gnuplot cannot draw is exit 2" test "$status" = 2
mkdir bin
printf '#!/bin/sh\nexit 0\n' >bin/gnuplot
chmod +x bin/gnuplot
mkdir fig2
PATH=$T/bin:$PATH draw fig2
fails 2 "a gnuplot that draws nothing" \
    "figures: fig2/figuur-1.svg: not drawn"
run "$figures" -s stand.csv
ok "an option that is missing" test "$status" = 2
done_testing
