#!/bin/bash
# plan-letter: what a municipality should know of its delivery.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
cd "$F" || exit 1

# of CASE [BEFORE]: the delivery read, compared with the one before, and its
# letter as a fixture has it.
of() {
	local since=()
	run plan-normalize -q -g gemeenten.csv -S planstatus.csv \
	    -l "$1.layout.csv" --findings "$T/f.csv" --rejected "$T/r.csv" \
	    -o "$T/p.csv" "$1.in.csv"
	if [ $# = 2 ]; then
		plan-diff -q -o "$T/c.csv" "$2" "$T/p.csv" &&
		    plan-diff -q --bridge -o "$T/b.csv" "$2" "$T/p.csv"
		since=(--planwijzigingen "$T/c.csv" --planbrug "$T/b.csv")
	fi
	run plan-letter -g gemeenten.csv --bevindingen "$T/f.csv" \
	    --afgewezen "$T/r.csv" "${since[@]}" "$T/p.csv"
	diff -u "$1.letter.txt" "$T/out"
}
ok "koppen: totals rows, several header rows" of koppen
ok "dubbel, with what changed" of dubbel dubbel.vorig.csv
ok "gemeente, with rows of nobody" of gemeente
ok "schatting: margins and wood, and how they changed" of schatting \
    schatting.vorig.csv

# Nothing of it counts.
cat >"$T/l.csv" <<'END'
bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
urk.csv,,,,L001,fout,,Het bestand urk.csv is niet ontvangen.
END
run plan-letter -g gemeenten.csv --gemeente plasburg --levering 2025-1 \
    --peildatum 2025-01-01 --left-out "$T/l.csv"
is 0 "a delivery that is left out" <<'END'
Levering plancapaciteit: Plasburg (GM9001)

Bestand:   urk.csv
Levering:  2025-1
Peildatum: 2025-01-01

Er is niets meegeteld.
- L001 Het bestand urk.csv is niet ontvangen.

Lever het bestand opnieuw. Tot dan geldt de gemeente als niet geleverd
en is elk totaal waarin zij telt als onvolledig gemerkt.
END
run plan-letter -g gemeenten.csv --left-out "$T/l.csv"
ok "of whom must be said" grep -q 'left-out takes --gemeente' "$T/err"
run plan-letter -g gemeenten.csv --gemeente Nergens --left-out "$T/l.csv"
fails 2 "and be known" \
    'plan-letter: --gemeente: "Nergens" is not in gemeenten.csv'
run plan-letter "$F/gemeente.out.csv"
ok "usage: -g is needed" test $status = 2

# Of each rule the first twenty; of changed plans the first fifty.
head=$(head -1 gemeente.out.csv)
findings=bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
seq 2 101 | sed 's/.*/in.csv,&,B,Status,E030,fout,ooit,onbekend: ooit/' |
    sed "1i $findings" >"$T/f.csv"
echo "$head" >"$T/none.csv"
run plan-letter -g gemeenten.csv --gemeente GM9001 --bevindingen "$T/f.csv" \
    "$T/none.csv"
ok "a letter is not endless, and says so" [ "$(grep -c '^- E030 rij' \
    "$T/out")" = 20 -a "$(grep -cx -- \
    '- E030 en nog 80 keer hetzelfde' "$T/out")" = 1 ]
ok "each rejected record once" grep -qx \
    'Ontvangen rijen: 100. Tellen mee: 0. Afgewezen: 100.' "$T/out"
seq 1 60 | sed 's/.*/GM9001,&,Plan &,,1A,hard,,,,,,,,2025,2025,bouw,totaal,,5,opgegeven,,,&,B,rest,,,/' |
    sed "1i $head" >"$T/p.csv"
plan-diff "$T/none.csv" "$T/p.csv" >"$T/c.csv"
run plan-letter -g gemeenten.csv --planwijzigingen "$T/c.csv" "$T/p.csv"
ok "nor are its changes" [ "$(grep -c '^- nieuw: ' "$T/out")" = 50 -a \
    "$(tail -3 "$T/out" | head -1)" = '- en nog 10 plannen' ]

# What plan-diff calls by other names than new, gone and changed.
row() {
	echo "GM9001,$1,$2,$3,$4,$5,,,,,,,,2026,2026,bouw,totaal,,$6,opgegeven,,,$7,B,rest,,,"
}
{
	echo "$head"
	row 1 Kade '' 3 zacht 40 2
	row 2 Haven '' 1A hard 60 3
} >"$T/old.csv"
{
	echo "$head"
	row 9 Kade '' 3 zacht 40 2
	row 2 Haven a 1A hard 20 3
	row 2 Haven b 1A hard 45 4
} >"$T/new.csv"
plan-diff -q "$T/old.csv" "$T/new.csv" >"$T/c.csv"
run plan-letter -g gemeenten.csv --planwijzigingen "$T/c.csv" "$T/new.csv"
ok "renamed and split" diff - <(sed -n '/^Veranderd/,/^$/p' "$T/out") <<'END'
Veranderd sinds de vorige levering
- gewijzigd: Kade (9), nummer van 1 naar 9
- gesplitst: Haven (2), in fasen a|b

END
# Numbers as people write them, and of which years they are.
{
	echo "$head"
	row 1 Kade '' 3 zacht 1234567.5 2
	row 2 Haven '' 1A hard 1000 3 | sed 's/,2026,2026,bouw/,2028,,sloop/'
	row 3 Kop '' 1A hard 999 4 | sed 's/,2026,2026,/,,,/'
} >"$T/many.csv"
run plan-letter -g gemeenten.csv "$T/many.csv"
ok "thousands, decimals and years" diff - <(sed -n '/^Netto/,/^deze/p' "$T/out") <<'END'
Netto plancapaciteit in woningen, 2026 en later, ook zonder jaar
                        hard     zacht  onbekend     samen
deze levering             -1 1.234.567,5         0 1.234.566,5
END
plan-diff -q "$T/new.csv" "$T/old.csv" >"$T/c.csv"
run plan-letter -g gemeenten.csv --planwijzigingen "$T/c.csv" "$T/old.csv"
ok "merged" grep -qx -- '- samengevoegd: Haven (2), fasen a|b' "$T/out"
{
	echo "$head"
	row 2 'HAVEN ' '' 3 zacht 70 9
} >"$T/rejected.csv"
sed -i '/,2,Haven,/d' "$T/new.csv"
plan-diff -q --afgewezen "$T/rejected.csv" "$T/old.csv" "$T/new.csv" >"$T/c.csv"
run plan-letter -g gemeenten.csv --planwijzigingen "$T/c.csv" \
    --afgewezen "$T/rejected.csv" "$T/new.csv"
ok "rejected is not gone" diff - <(grep Haven "$T/out") <<'END'
- afgewezen: Haven (2), 70 woningen in deze levering tellen niet mee (vorige levering: 60)
END

# One plan whose columns differ in hardness: each counts where it belongs, with
# what is taken away.
{
	echo "$head"
	row 5 Park '' onbekend hard 30 2
	row 5 Park '' onbekend zacht 50 2
	row 5 Park '' onbekend onbekend 7 2
	row 5 Park '' onbekend telt_niet 900 2
	row 5 Park '' onbekend hard 4 2 | sed 's/,bouw,/,sloop,/'
	row 6 Dam '' '' zacht 2 3
	row 6 Dam '' '' zacht 40 3 | sed 's/,bouw,/,gerealiseerd,/'
} >"$T/columns.csv"
run plan-letter -g gemeenten.csv "$T/columns.csv"
ok "hardness by column" grep -qx \
    'deze levering             26        52         7        85' "$T/out"
# In any order of its rows.
{ head -n 2 "$T/columns.csv"; tail -n 1 "$T/columns.csv"; sed '1,2d; $d' \
    "$T/columns.csv"; } >"$T/mixed.csv"
run plan-letter -g gemeenten.csv "$T/mixed.csv"
ok "each record once, in any order" grep -qx \
    'Ontvangen rijen: 2. Tellen mee: 2. Afgewezen: 0.' "$T/out"
# What a sheet hides stands beside what is wrong with the delivery.
cat >"$T/s.csv" <<'END'
bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
b.xlsx:Blad,3,,,S003,waarschuwing,,Rij 3 is verborgen.
b.xlsx:Blad,4,A,,S005,info,,A4:B4 is samengevoegd.
END
run plan-letter -g gemeenten.csv --bevindingen "$T/s.csv" --bevindingen "$T/f.csv" \
    "$T/new.csv"
ok "with what the sheet hides" grep -qx -- \
    '- S003 rij 3: Rij 3 is verborgen.' "$T/out"
ok "and not what is only information" test -z "$(grep S005 "$T/out")"

# What is no findings file, no register, no output of plan-diff.
sed 's/,fout,/,erg,/' "$T/l.csv" >"$T/bad.csv"
run plan-letter -g gemeenten.csv --bevindingen "$T/bad.csv" "$T/p.csv"
fails 2 "an ernst that is none" "plan-letter: $T/bad.csv:2: error: ernst:\
 expected info, waarschuwing or fout, not \"erg\""
sed 's/,hard,/,harde,/' "$T/p.csv" >"$T/bad.csv"
run plan-letter -g gemeenten.csv -o "$T/none" "$T/bad.csv"
ok "a hardheid that is none: no letter" test $status = 2 -a ! -e "$T/none"
run plan-letter -g gemeenten.csv --planwijzigingen "$T/p.csv" "$T/p.csv"
ok "no output of plan-diff" test $status = 2
# A record with two mistakes is one that is rejected.
of gemeente >"$T/say"
grep '"*,E011,' "$T/f.csv" | sed 's/,E011,/,E020,/' >>"$T/f.csv"
run plan-letter -g gemeenten.csv --bevindingen "$T/f.csv" --afgewezen "$T/r.csv" \
    "$T/p.csv"
ok "two mistakes in one record: one rejected" grep -qx \
    'Ontvangen rijen: 4. Tellen mee: 3. Afgewezen: 1.' "$T/out"

done_testing
