#!/bin/sh
# woondeal-diff --segment bos: hectares of wood that come with the plans.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
GM0003,Cee,WD-X,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2022,2022,100,
WD-X,,2023,2023,100,
WD-X,,2024,2024,100,
END
echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden >w.csv
for g in GM0001 GM0002 GM0003; do
	echo t,saldo_voorraad,$g,2022,50,aantal,definitief, >>w.csv
done
# plans <<: GEMEENTE PLAN FASE HARDHEID VAN TOT SOORT AANTAL [HA [DIMENSIE]]
plans() {
	{
		echo gemeente,plan_id,plan_naam,fase_id,hardheid,jaar_van,jaar_tot,\
soort,dimensie,categorie,aantal,peildatum,levering,telling,bos_ha
		while read -r gemeente plan fase hard van tot soort n ha dimensie; do
			[ "$van" = - ] && van=
			[ "$tot" = - ] && tot=
			[ "$ha" = - ] && ha=
			echo "$gemeente,$plan,,$fase,$hard,$van,$tot,$soort,\
${dimensie:-totaal},,$n,2023-01-01,lev,rest,$ha"
		done
	} | full_register
}
bos() {
	woondeal-diff -g g.csv -t t.csv -P p.csv --segment bos "$@" w.csv
}
H=niveau,regio,naam,segment,categorie,plannen,hard,zacht,onbekend,totaal,\
eenheid,norm_van,norm_tot,verschil,oordeel,volledig

# Once for each plan or phase, whatever the number of its rows; who says
# nothing is told. Plan d has two phases; e begins after the years, f straddles
# their end, g is realised, h does not count, i says 0, j says nothing.
plans >p.csv <<'END'
GM0001 a 1 hard 2023 2023 bouw 100 10.25
GM0001 a 1 hard 2024 2024 bouw 50 10.25
GM0001 a 1 hard 2024 2024 sloop 5 10.25
GM0001 a 1 hard 2023 2023 bouw 60 10.25 betaalbaarheid
GM0001 d 1 zacht 2023 2024 bouw 30 0.5
GM0001 d 2 zacht 2024 2024 bouw 40 1.5
GM0001 e 1 hard 2025 2025 bouw 9 100
GM0001 f 1 hard 2024 2026 bouw 9 200
GM0001 g 1 hard 2023 2023 gerealiseerd 9 400
GM0001 h 1 telt_niet 2023 2023 bouw 9 800
GM0002 i 1 onbekend 2023 2023 bouw 7 0
GM0002 j 1 hard 2023 2023 bouw 70 -
GM0002 j 1 hard 2024 2024 bouw 7.5 -
GM0002 k 1 hard 2024 2024 bouw 1 5
END
cat >n.csv <<'END'
regio,segment,categorie,aandeel,van,tot,eenheid
PV99,bos,bos,,17.5,,ha
WD-X,bos,bos,,,17.24,ha
GM0001,bos,bos,,12.2,12.25,ha
GM0003,bos,bos,,1,,ha
,flex,ja,10,,,pct
END
run bos -q --norm n.csv
is 0 "hectares by hardheid, beside norms" <<END
$H
provincie,PV99,PV99,bos,bos,5,15.25,2,0,17.25,ha,,,,,nee: GM0002|GM0003
provincie,PV99,PV99,bos,woningen met bos,5,146,70,7,223,woningen,,,,,nee: \
GM0002|GM0003
provincie,PV99,PV99,bos,niet opgegeven,1,77.5,0,0,77.5,woningen,,,,,nee: \
GM0002|GM0003
provincie,PV99,PV99,bos,bos buiten de stand,4,,,,1500,ha,,,,,nee: \
GM0002|GM0003
provincie,PV99,PV99,bos,bos,5,15.25,2,0,17.25,ha,17.5,,-0.25,te weinig \
opgegeven,nee: GM0002|GM0003
woondeal,WD-X,WD-X,bos,bos,5,15.25,2,0,17.25,ha,,,,,nee: GM0002|GM0003
woondeal,WD-X,WD-X,bos,woningen met bos,5,146,70,7,223,woningen,,,,,nee: \
GM0002|GM0003
woondeal,WD-X,WD-X,bos,niet opgegeven,1,77.5,0,0,77.5,woningen,,,,,nee: \
GM0002|GM0003
woondeal,WD-X,WD-X,bos,bos buiten de stand,4,,,,1500,ha,,,,,nee: GM0002|GM0003
woondeal,WD-X,WD-X,bos,bos,5,15.25,2,0,17.25,ha,0,17.24,0.01,te veel,nee: \
GM0002|GM0003
gemeente,GM0001,Aa,bos,bos,3,10.25,2,0,12.25,ha,,,,,ja
gemeente,GM0001,Aa,bos,woningen met bos,3,145,70,0,215,woningen,,,,,ja
gemeente,GM0001,Aa,bos,niet opgegeven,0,0,0,0,0,woningen,,,,,ja
gemeente,GM0001,Aa,bos,bos buiten de stand,4,,,,1500,ha,,,,,ja
gemeente,GM0001,Aa,bos,bos,3,10.25,2,0,12.25,ha,12.2,12.25,0,voldoet,ja
gemeente,GM0002,Bee,bos,bos,2,5,0,0,5,ha,,,,,nee: GM0002
gemeente,GM0002,Bee,bos,woningen met bos,2,1,0,7,8,woningen,,,,,nee: GM0002
gemeente,GM0002,Bee,bos,niet opgegeven,1,77.5,0,0,77.5,woningen,,,,,nee: GM0002
gemeente,GM0002,Bee,bos,bos buiten de stand,0,,,,,ha,,,,,nee: GM0002
gemeente,GM0003,Cee,bos,bos,0,,,,,ha,,,,,nee: GM0003
gemeente,GM0003,Cee,bos,woningen met bos,0,,,,,woningen,,,,,nee: GM0003
gemeente,GM0003,Cee,bos,niet opgegeven,0,,,,,woningen,,,,,nee: GM0003
gemeente,GM0003,Cee,bos,bos buiten de stand,0,,,,,ha,,,,,nee: GM0003
gemeente,GM0003,Cee,bos,bos,0,,,,,ha,1,,,,nee: GM0003
END
run bos -v --norm n.csv
ok "who says nothing is told" grep -q "^woondeal-diff: info: W049 GM0002 Bee: \
plans that say nothing of hectares of wood: 1, with 77.5 dwellings net: \
unknown, not 0" err
sort -r p.csv | awk '/^gemeente/ { h = $0; next } { r = r $0 "\n" }
	END { printf "%s\n%s", h, r }' >p2.csv
run bos -q --norm n.csv
mv out one
mv p2.csv p.csv
run bos -q --norm n.csv
ok "the order of the rows is nothing" cmp one out
COLUMNS=200 run bos -q --norm n.csv --table
ok "as a table" grep -q '^niveau  *regio  *naam .* eenheid' out

# A plan that is sure to be all there is: then too little is too little.
echo 'GM0001 a 1 hard 2023 2023 bouw 100 3' | plans >p.csv
printf '%s\n' regio,segment,categorie,aandeel,van,tot,eenheid \
    GM0001,bos,bos,,5.5,,ha >n.csv
run bos -q --norm n.csv
ok "too little" grep -q ',bos,1,3,0,0,3,ha,5.5,,-2.5,te weinig,ja$' out

# What one plan says twice and differently counts nowhere; so what is too fine
# to be held. Partly hard and partly not is unknown.
plans >p.csv <<'END'
GM0001 a 1 hard 2023 2023 bouw 100 10
GM0001 a 1 hard 2024 2024 bouw 50 11
GM0001 a 1 hard 2024 2024 sloop 1 12
GM0001 b 1 hard 2024 2024 bouw 2 0.0000001
GM0002 d 1 hard 2024 2024 bouw 8 -
GM0002 d 1 zacht 2024 2024 bouw 16 6
GM0003 e 1 hard 2024 2024 bouw 32 7
GM0003 e 1 zacht 2024 2024 bouw 64 7.00
END
run bos
ok "findings exit 1" test $status = 1
ok "each in its place" diff - err <<'END'
woondeal-diff: p.csv:3:Z: error: W007 "11": this plan of GM0001 says something else of its hectares than in line 2: none of it counts
woondeal-diff: p.csv:5:Z: error: W006 "0.0000001": hectares with more than six decimals: as if the plan said nothing
woondeal-diff: p.csv:7:Z: error: W007 "6": this plan of GM0002 says something else of its hectares than in line 6: none of it counts
woondeal-diff: warning: W050 GM0003 Cee: plans with hectares that are partly hard and partly not: 1: their hectares count as onbekend
END
grep '^provincie' out >rows
ok "and what is left" diff rows - <<'END'
provincie,PV99,PV99,bos,bos,1,0,0,7,7,ha,,,,,nee: GM0001|GM0002
provincie,PV99,PV99,bos,woningen met bos,1,32,64,0,96,woningen,,,,,nee: GM0001|GM0002
provincie,PV99,PV99,bos,niet opgegeven,3,159,16,0,175,woningen,,,,,nee: GM0001|GM0002
provincie,PV99,PV99,bos,bos buiten de stand,0,,,,,ha,,,,,nee: GM0001|GM0002
END

# An older register has no such column: nothing is said.
run woondeal-diff -g "$F/gemeenten.csv" -t "$F/opgave.csv" -P "$F/plannen.csv" \
    --segment bos --norm "$ROOT/pipelines/flevoland/norm.csv" \
    "$F/waarnemingen.csv"
ok "a register without hectares" sh -c "test $status = 0 && ! test -s err &&
    grep -q '^provincie,PV24,.*,bos,bos,0,,,,,ha,370,,,,nee: GM0034|' out &&
    grep -q '^provincie,PV24,.*,niet opgegeven,.*,40912,woningen,' out"
echo 'GM0034 a 1 hard 2024 2024 bouw 100 371' | plans >p.csv
run woondeal-diff -q -g "$F/gemeenten.csv" -t "$F/opgave.csv" -P p.csv \
    --segment bos --norm "$ROOT/pipelines/flevoland/norm.csv" \
    "$F/waarnemingen.csv"
ok "370 hectares are the province's norm" grep -q \
    '^provincie,PV24,.*,371,0,0,371,ha,370,,0,voldoet,nee' out

# Norms in the wrong unit.
bad_norm() { # MESSAGE ROW [SEGMENT]
	printf '%s\n' regio,segment,categorie,aandeel,van,tot,eenheid "$2" >n.csv
	run woondeal-diff -g g.csv -t t.csv -P p.csv \
	    --segment "${3:-bos}" --norm n.csv w.csv
	fails 2 "refuses norm $2" "woondeal-diff: n.csv:2: error: $1"
}
bad_norm "eenheid: '', expected ha: the norm for bos is in hectares" \
    ,bos,bos,,370,,
bad_norm "aandeel: hectares have no share: expected van, tot or both" \
    ,bos,bos,30,,,ha
bad_norm "categorie: 'hout', expected bos" ,bos,hout,,370,,ha
bad_norm "van: 'veel' is not a number of hectares of 0 or more" \
    ,bos,bos,,veel,,ha
bad_norm "eenheid: 'ha', expected pct or nothing, or woningen: norms for \
dwellings are in percent or in dwellings" ,flex,ja,30,,,ha flex
for trait in bos+gebied gebied+bos; do
	run bos --segment $trait
	ok "refuses $trait" test "$status" = 2
done
done_testing
