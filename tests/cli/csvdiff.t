#!/bin/sh
# csvdiff: new, gone and changed, cell by cell, by key.
. "$(dirname "$0")/lib.sh"
old=$DATA/csvdiff/old.csv
new=$DATA/csvdiff/new.csv
cd "$T" || exit 1

run csvdiff "$old" "$new"
is 0 "new and changed in the new order, gone in the old" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
old.csv,a|2024,gewijzigd,waarde,1.50,1.5
old.csv,a|2024,gewijzigd,reden,,nader
old.csv,d|2024,nieuw,,,
old.csv,b|2024,gewijzigd,waarde,20,21
old.csv,b|2024,gewijzigd,naam,"Bee, Noord","Bee, ""Noord"""
old.csv,c|2024,vervallen,,,
END
run csvdiff --numeric waarde --ignore reden,naam "$old" "$new"
is 0 "numbers compared as numbers, columns left out" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
old.csv,d|2024,nieuw,,,
old.csv,b|2024,gewijzigd,waarde,20,21
old.csv,c|2024,vervallen,,,
END
run csvdiff --numeric waarde --tolerance 1 --ignore reden,naam "$old" "$new"
is 0 "within the tolerance is the same" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
old.csv,d|2024,nieuw,,,
old.csv,c|2024,vervallen,,,
END
run csvdiff --numeric waarde --tolerance 0.999 --ignore reden,naam "$old" "$new"
ok "and just beyond it is not" grep -q 'b|2024,gewijzigd,waarde,20,21' out
run csvdiff --numeric waarde --tolerance 0.999 --ignore reden,naam "$new" "$old"
ok "nor downwards" grep -q 'b|2024,gewijzigd,waarde,21,20' out
run csvdiff --tolerance 1 "$old" "$new"
ok "a tolerance needs its columns" grep -q 'difference need --numeric' err
run csvdiff --numeric waarde --tolerance -1 "$old" "$new"
ok "a tolerance below zero" grep -q 'takes a number, not "-1"' err
run csvdiff --numeric waarde --difference --ignore reden "$old" "$new"
is 0 "the difference of numbers, exactly" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw,verschil
old.csv,d|2024,nieuw,,,,
old.csv,b|2024,gewijzigd,waarde,20,21,1
old.csv,b|2024,gewijzigd,naam,"Bee, Noord","Bee, ""Noord""",
old.csv,c|2024,vervallen,,,,
END
run csvdiff --difference "$old" "$new"
ok "a difference needs its columns" grep -q \
    'difference need --numeric' err
printf 'sleutel,n\na,x\nb,\nc,0.3\n' >o.csv
printf 'sleutel,n\na,y\nb,0\nc,0.30\n' >n.csv
run csvdiff --numeric n o.csv n.csv
is 0 "what is no number is compared as text; empty is not 0" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
o.csv,a,gewijzigd,n,x,y
o.csv,b,gewijzigd,n,,0
END

run csvdiff "$old" "$old"
is 0 "the same file: only the header" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
END
run csvdiff --fail-if-diff "$old" "$old"
ok "--fail-if-diff: 0 when nothing changed" test "$status" = 0
run csvdiff --fail-if-diff "$old" "$new"
ok "--fail-if-diff: 1 when something did" test "$status" = 1
run csvdiff -v "$old" "$new"
ok "-v: both sides add up" grep -qx "csvdiff: old: 3 records = 0 the same + 2 \
changed + 1 gone; new: 3 records = 0 the same + 2 changed + 1 new" err

printf 'a,b,v\n1|2,3,x\n1,2|3,y\n' >o.csv
printf 'v,b,a\nx,3, 1|2 \nz,2|3,1\n' >n.csv
run csvdiff -k a,b --ignore a o.csv n.csv
is 0 "keys of two columns are told apart, and trimmed" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
o.csv,1|2|3,gewijzigd,v,y,z
END
run csvdiff -k b o.csv n.csv o.csv o.csv
is 0 "two pairs, one behind the other" <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
o.csv,3,gewijzigd,a,1|2, 1|2 
o.csv,2|3,gewijzigd,v,y,z
END
run csvdiff o.csv n.csv o.csv
ok "three files are no pairs" grep -q 'files come in pairs, not 3' err
printf 'a,b,v\n1,2,x\n1,3,\n1,2,y\n' >twice.csv
run csvdiff -k a,b o.csv twice.csv
fails 2 "a key twice in the new file" 'csvdiff: twice.csv:4: error: key "1|2" comes twice, first in row 2; expected each once'
sed 2q twice.csv >once.csv
run csvdiff -k a,b once.csv twice.csv
fails 2 "one that the old file has" 'csvdiff: twice.csv:4: error: key "1|2" comes twice, first in row 2; expected each once'
run csvdiff -k a,b twice.csv o.csv
fails 2 "a key twice in the old one" 'csvdiff: twice.csv:4: error: key "1|2" comes twice, first in row 2; expected each once'
run csvdiff -k c o.csv n.csv
fails 2 "no such key" "csvdiff: o.csv:1: error: no column 'c'; columns: a, b, v"
run csvdiff -k a,b --ignore w o.csv n.csv
fails 2 "no such column to leave out" \
    'csvdiff: --ignore: no column "w" in o.csv or n.csv'

# More than waits in memory: read back from a temporary file, in the order of
# the file and in any other.
{
	echo sleutel,tekst
	seq 120000 | sed 's/.*/&,"regel &, met meer tekst"/'
} >o.csv
sed '7000s/meer/minder/; 100000d' o.csv >n.csv
cat >want <<'END'
bestand,sleutel,wijziging,kolom,oud,nieuw
o.csv,6999,gewijzigd,tekst,"regel 6999, met meer tekst","regel 6999, met minder tekst"
o.csv,99999,vervallen,,,
END
run csvdiff o.csv n.csv
is 0 "a large file" <want
{
	head -n 1 n.csv
	sed 1d n.csv | tac
} >back.csv
run csvdiff o.csv back.csv
is 0 "the other way round" <want
run env TMPDIR="$T/none" csvdiff o.csv n.csv
fails 2 "no room for it" \
    "csvdiff: o.csv: error: no temporary file in $T/none: No such file or directory"
done_testing
