#!/bin/sh
# woondeal-diff --also: more tables from one run.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
L=$DATA/../pipelines/flevoland
cd "$T" || exit 1

stand() {
	woondeal-diff -q -g "$L/gemeenten.csv" -t "$L/opgave.csv" -y 2022..2030 \
	    -P "$F/plannen.csv" "$@" "$F/waarnemingen.csv"
}

# What an option writes instead of the stand, a form writes beside it.
stand -o stand.csv
stand --band -o want-band
stand --figures --capacity-norm 130 -o want-figures
stand --break-even -o want-break-even
stand --segment knelpunten -o want-segment
run stand -o same.csv --also band=band --also figures:130=figures \
    --also break-even=break-even --also segment:knelpunten=segment
fails 0 "four tables beside the stand" ""
for what in band figures break-even segment; do
	ok "$what is what its option writes" cmp want-$what $what
done
ok "and the stand is as it was" cmp stand.csv same.csv
ok "with a norm the capacity that is needed and what is short of it" test \
    "$(csvpick -H -w regio=PV24 -w cijfer=capaciteit_nodig -c waarde figures \
    )/$(csvpick -H -w regio=PV24 -w cijfer=capaciteit_verschil -c waarde \
        figures)" = 43313.4/-2401.4
ok "break-even as numbers: rounded up, in whole too" test \
    "$(csvpick -H -w regio=WD-ZUND -w cijfer=nodig_zacht_pct \
        -c waarde,heel,breuk figures)" = "69.8,70,1707 / 2448"

# Each plan on a row, to the output: as many dwellings as the stand has.
run stand --also plans=-
ok "plans: the hard ones are the stand's" test "$(csvpick -H -c aantal -w \
    hardheid=hard out | awk '{ n += $1 } END { print n }')" = 16249
ok "and what is not public is marked" sh -c 'head -n 1 out | grep -q \
    ",aantal,later,vertrouwelijkheid,levering,bron_rij$"'
mv out plans
run stand --also plans=plans.csv -o same.csv
ok "or beside the stand" sh -c 'cmp plans plans.csv && cmp stand.csv same.csv'

# All of them, or none.
echo old >band
run stand -o new.csv --also band=band --also figures=nowhere/figures
ok "one that cannot be written leaves all as it was" sh -c \
    'test '"$status"' = 2 && test "$(cat band)" = old && test ! -e new.csv'
bad() { # MESSAGE OPTION...
	want=$1
	shift
	run stand -o no.csv "$@"
	ok "refused: $*" sh -c 'test '"$status"' = 2 && grep -qF -e "$1" err &&
	    test ! -e no.csv' - "$want"
}
bad "one table goes to the output" --also plans=- --figures
bad "this file is given twice" --also plans=- --also band=-
bad "expected WORD=FILE" --also band
bad "expected WORD=FILE" --also band=
bad "expected band, break-even" --also stant=x
bad "takes no parameter" --also band:3=x
bad "needs a parameter" --also segment=x
bad "expected one of betaalbaarheid" --also segment:wonen=x
bad "this file is given twice" --also band=x --also figures=x
bad "not a percentage" --also figures:0=x
bad "--also norms needs --norm" --also norms=x
bad "--also scenarios needs --scenario" --also scenarios=x
bad "--also rulesets needs --planstatus" --also rulesets=x

# Norms in dwellings: what is short, and whether what is not divided could
# make up for it. Aa: 40 of 100 social, growth 20; Bee is not divided: 30.
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2022,2023,200,
END
cat >w.csv <<'END'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
t,saldo_voorraad,GM0001,2022,20,aantal,definitief,
t,saldo_voorraad,GM0002,2022,0,aantal,definitief,
END
{
	echo gemeente,plan_id,planstatus,hardheid,projectfase,knelpunten,\
jaar_van,jaar_tot,soort,dimensie,categorie,aantal
	echo GM0001,a,1A,hard,Studie,Geen,2023,2023,bouw,totaal,,100
	echo GM0001,a,1A,hard,Studie,Geen,2023,2023,bouw,betaalbaarheid,sociaal,40
	echo GM0001,a,1A,hard,Studie,Geen,2023,2023,bouw,betaalbaarheid,duur,60
	echo "GM0002,b,2A,hard,Start,Nuts|Geluid,2023,2023,bouw,totaal,,30"
	echo "GM0002,b,2A,hard,Start,Nuts|Geluid,2025,2026,bouw,totaal,,15"
	echo "GM0002,c,onbekend,zacht,Start,Nuts,2023,2023,bouw,totaal,,7"
	echo "GM0002,d,9Z,zacht,Start,Nuts,2023,2023,bouw,totaal,,5"
} | full_register >p.csv
small() {
	woondeal-diff -q -g g.csv -t t.csv -P p.csv -o /dev/null "$@" w.csv
}
cat >n.csv <<'END'
regio,segment,categorie,aandeel,van,tot,eenheid
WD-X,betaalbaarheid,sociaal,,40,,woningen
WD-X,betaalbaarheid,sociaal,,102,,woningen
WD-X,betaalbaarheid,sociaal,,103,,woningen
WD-X,betaalbaarheid,sociaal,,,39,woningen
GM0001,betaalbaarheid,sociaal,,61,,woningen
GM0001,betaalbaarheid,sociaal,50,,,
GM0002,planstatus,2A,,5,50,pct
END
run small --norm n.csv --also norms=norms
csvpick -H -c regio,totaal,norm_van_pct,norm_van,norm_tot,verschil,oordeel \
    norms >got
cat >want <<'END'
WD-X,40,,40,,0,voldoet
WD-X,40,,102,,-62,te weinig opgegeven
WD-X,40,,103,,-63,te weinig
WD-X,40,,0,39,1,te veel
GM0001,40,,61,,-21,te weinig
GM0001,40,50,,,-10,te weinig
GM0002,30,5,,,9,te veel
END
ok "norms in dwellings beside those in percent" diff -u want got
bad_norm() { # MESSAGE ROW
	printf '%s\n' regio,segment,categorie,aandeel,van,tot,eenheid "$2" >n.csv
	run small --norm n.csv --also norms=no
	ok "refused: $2" sh -c 'test '"$status"' = 2 && grep -qF -e "$1" err' - "$1"
}
bad_norm "dwellings have no share" WD-X,betaalbaarheid,sociaal,5,,,woningen
bad_norm "5.800" WD-X,betaalbaarheid,sociaal,,5.800,,woningen
bad_norm "'-1' is not a number of dwellings" \
    WD-X,betaalbaarheid,sociaal,,-1,,woningen
bad_norm "expected pct or nothing, or woningen" \
    WD-X,betaalbaarheid,sociaal,,5,,ha
bad_norm "'betaalbaar' is no segment" WD-X,betaalbaar,sociaal,,5,,

# What is hard under each rule set: a set says of 9Z nothing; who has no
# planstatus stays what it was.
cat >s.csv <<'END'
regelset,planstatus,hardheid
ruim,1A,hard
ruim,2A,hard
streng,1A,hard
streng,2A,zacht
streng,onbekend,onbekend
END
run small --planstatus s.csv --also rulesets=sets
csvpick -H -w regio=WD-X -c regelset,hard,zacht,onbekend,zonder_planstatus \
    sets >got
cat >want <<'END'
register,130,12,0,7
ruim,130,7,5,7
streng,100,37,5,7
END
ok "under each rule set, the register first" diff -u want got
printf '%s\n' regelset,planstatus,hardheid ruim,1A,harder >s.csv
run small --planstatus s.csv --also rulesets=sets
ok "a hardheid that is none" sh -c "test $status = 2 && grep -qF \
    \"s.csv:2: error: hardheid: 'harder' found\" err"

# What targets come to in scenarios, and for the years that these are about.
run stand -o same.csv --scenario "$L/scenario.csv" \
    --also scenarios:130=scenarios
ok "the stand with scenarios is what it was" sh -c '
    test "$(head -94 same.csv | cmp - stand.csv; echo $?)" = 0'
csvpick -H -w regio=PV24 -w scenario=ambities -c jaar_van,opgave,\
opgave_per_jaar,opgave_basis,verschil,rest_opgave,rest_per_jaar,\
gerealiseerd_pct,capaciteit_nodig scenarios >got
cat >want <<'END'
2022,43978,4886.4,39743,4235,37553,5364.7,14.6,48818.9
2025,30522,5087.0,26287,4235,,,,
END
ok "the ambitions: 5,087 a year in 2025-2030" diff -u want got
ok "the target of an area, over its own years" test "$(csvpick -H \
    -w niveau=gebied -c regio,jaar_tot,opgave,opgave_per_jaar,rest_opgave \
    scenarios)" = Oosterwold,2040,20000,1250.0,
printf '%s\n' scenario,veld,waarde,aandeel,vertraging half,hardheid,zacht,0.5,1 \
    >sc.csv
run small --scenario sc.csv --also scenarios=only
ok "a scenario without targets has no rows" test \
    "$(csvpick -H -c scenario only | sort -u)" = basis

# Targets that are one when they are cut to the years of the stand, at either end.
printf '%s\n' scenario,veld,waarde,aandeel,vertraging,aantal,jaar_van,jaar_tot \
    na,opgave,GM0001,,,70,2024,2030 na,opgave,GM0002,,,170,2024,2040 \
    voor,opgave,GM0001,,,30,2020,2022 voor,opgave,GM0002,,,20,2021,2022 >sc.csv
run small -y 2022..2025 --scenario sc.csv --also scenarios=spans
csvpick -H -w niveau=gemeente -w scenario!=basis -c scenario,regio,jaar_van,\
jaar_tot,opgave spans >got
cat >want <<'END'
na,GM0001,2022,2025,
na,GM0001,2024,2025,20
na,GM0002,2022,2025,
na,GM0002,2024,2025,20
voor,GM0001,2022,2025,
voor,GM0001,2022,2022,10
voor,GM0002,2022,2025,
voor,GM0002,2022,2022,10
END
ok "the same years are there once" diff -u want got

# Plans by phase and size: alternatives of a veld, all of several; later years
# make a plan large, and a veld with several values has one of them.
choice() { # LINE...
	printf '%s\n' selectie,veld,waarde,omvang "$@" >k.csv
	run small --also choice:k.csv=choice
	csvpick -H -c selectie,plan_id,jaar_van,jaar_tot,aantal,later,omvang \
	    choice >got
}
choice x,projectfase,Start,45 y,projectfase,Studie,0 y,projectfase,Start,0 \
    y,knelpunten,Geluid,0 y,knelpunten,Geen,0
cat >want <<'END'
x,b,2023,2026,30,15,45
y,a,2023,2023,100,0,0
y,b,2023,2026,30,15,0
END
ok "plans chosen by phase and size" diff -u want got
choice x,projectfase,Start,46
ok "one dwelling less is too small" test "$status" = 0 -a ! -s got
choice x,projectfase,Start,4 x,projectfase,Studie,5
ok "one selectie, one size" sh -c "test $status = 2 && grep -qF \
    'k.csv:3: error: omvang: another omvang than line 2 has' err"
choice x,fase,Start,4
ok "a veld that is none" sh -c "test $status = 2 && grep -q \
    \"k.csv:2: error: veld: 'fase' found\" err"
choice x,projectfase,Start,
ok "no size" sh -c "test $status = 2 && grep -q 'k.csv:2: error: omvang' err"
done_testing
