#!/bin/sh
# What lib says about every CSV: bytes that are not UTF-8, what goes for
# Latin-1, files joined with their headers.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
F=$DATA/plan-normalize
register="gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,projectfase,"
register="${register}plantype,opdrachtgever,gebied,knelpunten,"
register="${register}vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort,"
register="${register}dimensie,categorie,aantal,herkomst,peildatum,levering,"
register="${register}bron_rij,bron_kolom,telling"
printf '%s\n' "$register" >new.csv

# plan-normalize is the tool that has --encoding.
normalize() {
	run plan-normalize -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "$F/status.layout.csv" "$@"
}

awk 'NR < 3' "$F/status.in.csv" >few.csv
printf 'x \200 \226\n' >>few.csv
normalize -q -e latin1 --rejects rejects few.csv
ok "Latin-1 is read as windows-1252, the rejects as they came" \
    grep -q "$(printf 'x \200 \226')" rejects
normalize -e ISO-8859-1 --rejects rejects few.csv
ok "and told" grep -qx "plan-normalize: warning: few.csv: not Latin-1: bytes \
that windows-1252 has are read as that" err
normalize -e latin9 few.csv
ok "no control characters out of another encoding" test "$status" = 2
ok "which names windows-1252" grep -q '^plan-normalize: few.csv: from byte 0 '\
'on: a control character (80 to 9F) out of the encoding that was given; '\
'windows-1252 has letters there' err
normalize few.csv
ok "the hint names an option that the tool has" \
    grep -q 'is not UTF-8; say the encoding, as --encoding windows-1252$' err

# --propose guesses which it is.
cat >utf8.csv <<'END'
Plannaam;Gemeente;Aantal
Café de Brink;Súdwest-Fryslân;12
Geïnitieerd, reëel;Noordoostpolder;35
END
for e in windows-1252 cp850 macintosh utf-16le utf-16be; do
	iconv -f UTF-8 -t $e utf8.csv >guess.csv
	run plan-normalize --propose -l "$ROOT/pipelines/indeling" guess.csv
	ok "--propose guesses $e" grep -q "^codering,,,$e," out
done

# The other tools have none.
printf '%s\nprijs \200\n' "$register" >cp1252.csv
run plan-diff cp1252.csv new.csv
ok "and no other" grep -q 'is not UTF-8; save it as UTF-8, as iconv -f '\
'windows-1252 -t UTF-8 does$' err

# Headers again

printf '%s\n%s\n' "$register" "$register" >old.csv
run plan-diff old.csv new.csv
ok "a header again is told" grep -qx "plan-diff: old.csv:2: warning: this \
record is the header again, read as a record: were two files joined?" err
cat "$F/status.in.csv" "$F/status.in.csv" >twice.csv
normalize twice.csv
ok "of a delivery it is left out" grep -q "^plan-normalize: twice.csv:[0-9]*: \
warning: E004 the header again, left out" err
run plan-diff -q old.csv new.csv
ok "but not with -q" sh -c '! grep -q "header again" err'
printf 'a,b\n1,2\n a ,b\nA,b\n' >some.csv
run csvpick some.csv
ok "as it is compared: trimmed, letter for letter" sh -c \
    'test "$(grep -c "header again" err)" = 1 && test "$(wc -l <out)" = 4'
{
	echo a,b
	yes a,b | head -30
} >many.csv
run csvpick many.csv
ok "ten times at most" test "$(grep -c 'header again' err)" = 10

done_testing
