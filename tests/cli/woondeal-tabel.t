#!/bin/sh
# woondeal-diff --table: 80 columns whatever the names and numbers, and colour.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
cp "$F/gemeenten.csv" g.csv
stand() {
	woondeal-diff -g g.csv -t "$F/opgave.csv" -P "$F/plannen.csv" "$@" \
	    "$F/waarnemingen.csv"
}

# view TARGET GROWTH HARD ZACHT ONBEKEND: of one municipality with a long name.
cat >g1.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Súdwest-Fryslân aan de Waterkant,WD-X,PV99,
END
view() {
	printf '%s\n' woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld \
	    "WD-X,GM0001,2022,2024,$1," >t1.csv
	printf '%s\n' tabel,onderwerp,regio,periode,waarde,eenheid,status,reden \
	    "t,saldo_voorraad,GM0001,2022,$2,aantal,definitief," >w1.csv
	# In cells of ten million at most.
	printf '%s\n' "hard $3" "zacht $4" "onbekend $5" | awk -v OFS=, '
	NR == 1 {
		print "gemeente", "hardheid", "jaar_van", "jaar_tot", "soort",
		    "dimensie", "aantal", "peildatum", "levering"
	}
	function row(n) {
		print "GM0001", $1, 2024, 2024, "bouw", "totaal", n,
		    "2023-01-01", "l"
	}
	{
		for (n = $2; n > 10000000; n -= 10000000) row(10000000)
		row(n)
	}' | full_register >p1.csv
	run woondeal-diff -q -g g1.csv -t t1.csv -P p1.csv --table w1.csv
}
line() { # the line of the municipality, and the last lines
	sed -n '/^  S/p; /^  aant/p; /^  k, m/p; /^  # /p' out
}
narrow() { # NAME
	ok "80 columns: $1" sh -c \
	    'test "$(wc -L <out)" -le 80 && test -s out && ! test -s err'
}
view 999999 99999 100000 200000 9999
narrow "what fits as it is"
ok "as it is" test "$(line)" = \
    "  Súdwest-Fryslân a 999.999  99.999  10,0% 100.000 200.000 9.999 900.000   34,4%"
view 8000000 1234567 2000000 1999999.5 12345
narrow "without points"
ok "without points, and half a dwelling rounded" test "$(line)" = \
    "  Súdwest-Fryslân a 8000000 1234567  15,4% 2000000 2000000 12345 6765433   59,3%
  aantallen zijn afgerond op hele woningen"
view 80000000 -1234567 20000000000 1000 123456
narrow "thousands and millions"
ok "thousands and millions" test "$(line)" = \
    "  Súdwest-Fryslân a 80.000k -1.235k  -1,5% 20.000m   1.000  123k 81.235k 24.620%
  k, m duizend en miljoen woningen, afgerond"
view 1 0 70000000000 12345678901 9999999999
narrow "what fits in no way"
ok "is not shown wrong" test "$(line)" = \
    "  Súdwest-Fryslân a       1       0   0,0% 70.000m 12.346m #####       1 #######
  k, m duizend en miljoen woningen, afgerond
  # past hier niet: zie de CSV"
COLUMNS=100 run woondeal-diff -q -g g1.csv -t t1.csv -P p1.csv --table w1.csv
ok "a wider line has the whole name" grep -q "^  Súdwest-Fryslân aan de Waterkant  *1  " out
COLUMNS=79 run woondeal-diff -q -g g1.csv -t t1.csv -P p1.csv --table w1.csv
ok "a narrower one has the table" grep -q "^sleutel  *scenario  *niveau" out
printf '%s\n' scenario,veld,waarde,aandeel,vertraging \
    "$(printf 'é%.0s' $(seq 90)),hardheid,hard,0.3333," >sc.csv
run stand -q --table --scenario sc.csv
narrow "a scenario with a long name"
ok "its name is cut" grep -q "^Scenario $(printf 'é%.0s' $(seq 71))\$" out
run stand -q --table --peildatum laatste
narrow "months"
for seed in 1 2 3 4 5 6; do
	awk -v seed=$seed -v map="$T" -f "$F/wereld.awk"
	full_register <p.csv >r.csv
	run woondeal-diff -q -g g.csv -t t.csv -P r.csv \
	    --peildatum "$(cat d)" --table w.csv
	narrow "made-up world $seed"
done
cp "$F/gemeenten.csv" g.csv

# Colour: on a terminal that can and may; or as asked.
tty() { # ENVIRONMENT... -- OPTION...: on a terminal; counts its colours
	env=
	while [ "$1" != -- ]; do
		env="$env $1"
		shift
	done
	shift
	script -qec "env $env woondeal-diff -g g.csv -t $F/opgave.csv \
	    -P $F/plannen.csv --table $* $F/waarnemingen.csv" /dev/null |
	    grep -c "$(printf '\033')\[4[0-9;]*m"
}
ok "a terminal has colour" test "$(tty TERM=xterm --)" -gt 9
ok "not with NO_COLOR" test "$(tty TERM=xterm NO_COLOR=1 --)" = 0
ok "an empty NO_COLOR says nothing" test "$(tty TERM=xterm NO_COLOR= --)" -gt 9
ok "not on a dumb one" test "$(tty TERM=dumb --)" = 0
ok "nor on one without name" test "$(tty -u TERM --)" = 0
ok "not with --color never" test "$(tty TERM=xterm -- --color never)" = 0
ok "asked for, NO_COLOR does not matter" \
    test "$(tty TERM=dumb NO_COLOR=1 -- --color=always)" -gt 9
ok "a file has none" test "$(tty TERM=xterm -- -o view.txt)$(
    grep -c "$(printf '\033')" view.txt)" = 00
run stand --table
cp out plain
run stand --table --color auto
ok "auto is the default, plain when piped" cmp plain out
run stand --table --color never
ok "never is as plain" cmp plain out
run stand --table --color always
ok "piped with --color always" grep -q "$(printf '\033')\[44;97mGGG" out
sed "s/$(printf '\033')\[[0-9;]*m//g" out >stripped
ok "colours are all that differs" cmp plain stripped
run stand --color always
ok "--color needs --table" sh -c \
    "test $status = 2 && grep -q '^woondeal-diff: --color needs --table' err"
run stand --table --color=ja
ok "a word that is none" sh -c "test $status = 2 && ! test -s out"
done_testing
