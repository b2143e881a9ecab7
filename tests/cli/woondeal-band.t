#!/bin/sh
# woondeal-diff and numbers that are none: ca., ranges, unknown status, periods.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-X,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2022,2022,100,
WD-X,,2023,2023,100,
WD-X,,2024,2024,100,
END
cat >w.csv <<'END'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
t,saldo_voorraad,GM0001,2022,50,aantal,definitief,
t,saldo_voorraad,GM0002,2022,50,aantal,definitief,
END
# plans <<: GEMEENTE PLAN HARDHEID VAN TOT SOORT AANTAL [HERKOMST LAAG HOOG
# [TELLING]]
plans() {
	{
		echo gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,jaar_van,\
jaar_tot,soort,dimensie,aantal,herkomst,peildatum,levering,bron_rij,bron_kolom,\
telling,knelpunten,aantal_laag,aantal_hoog
		while read -r gemeente plan hard van tot soort n herkomst laag hoog \
		    telling; do
			echo "$gemeente,$plan,P$plan,,,$hard,$van,$tot,$soort,totaal,\
$n,${herkomst:-opgegeven},2023-01-01,lev,7,AB,${telling:-rest},K$plan,$laag,\
$hoog"
		done
	} | full_register
}
stand() {
	woondeal-diff -g g.csv -t t.csv -P p.csv "$@" w.csv
}
# cells FILE <<: REGIO VAN TOT COLUMN WANT lines, - for empty.
cells() {
	while read -r regio van tot col want; do
		[ "$want" = - ] && want=
		ok "$1: $regio $van-$tot $col is '$want'" test "$want" = "$(
		    awk -F, -v regio="$regio" -v van="$van" -v tot="$tot" \
			-v col="$col" '
		    NR == 1 { for (i in h) delete h[i]
			for (i = 1; i <= NF; i++) if ($i == col) c = i; next }
		    $4 == regio && $6 == van && $7 == tot { print $c }' "$1")"
	done
}

# "ca." and ranges: low and high of every sum; sloop turns them round.
plans >p.csv <<'END'
GM0001 a hard 2023 2023 bouw 40 circa 36 44
GM0001 a hard 2023 2023 sloop 10 bereik 5 20
GM0001 b zacht 2024 2024 bouw 50 bereik 40 60
GM0002 c hard 2024 2024 bouw 7
GM0002 d onbekend 2024 2024 bouw 5 circa 4 9
END
run stand -o s.csv
fails 0 "without --band the amount counts" ""
run stand -v --findings f.csv -o s.csv
ok "and -v tells that it is approximate" grep -q "^woondeal-diff: info: W048 \
GM0001 Aa: approximate amounts (ca. or a range): 3, together 80 dwellings net \
that may be 56 to 99: 80 counts; --band carries both" err
run stand -q --figures
ok "how many" test "3 1 4" = "$(awk -F, '$4 == "benaderingen" &&
    $1 != "provincie" && $1 != "woondeal" { printf "%s ", $8 }
    $4 == "benaderingen" && $1 == "provincie" { n = $8 } END { print n }' out)"
run stand -v --findings f.csv -o s.csv
ok "as does the findings file" test 2 = "$(grep -c ',W048,info,' f.csv)"
cells s.csv <<'END'
GM0001 2023 2023 hard 30
WD-X 2022 2024 zacht 50
WD-X 2022 2024 onbekend 5
END
run stand --band --findings f.csv -o b.csv
fails 0 "--band" ""
ok "which needs no such finding" test 1 = "$(wc -l <f.csv)"
cells b.csv <<'END'
GM0001 2023 2023 capaciteit_laag 16
GM0001 2023 2023 capaciteit_hoog 39
GM0001 2023 2023 band_oorzaak GM0001 bereik 15
GM0001 2024 2024 capaciteit_laag 40
GM0001 2024 2024 capaciteit_hoog 60
GM0001 2022 2024 band_oorzaak GM0001 bereik 35
GM0002 2022 2024 capaciteit_laag 7
GM0002 2022 2024 capaciteit_hoog 16
GM0002 2022 2024 band_oorzaak GM0002 planstatus onbekend 5
PV99 2022 2024 capaciteit_laag 63
PV99 2022 2024 capaciteit_hoog 115
PV99 2022 2024 dekking_laag_pct 31.5
PV99 2022 2024 dekking_hoog_pct 57.5
PV99 2022 2024 band_oorzaak GM0001 bereik 35
END
echo 'GM0001 a hard 2023 2023 bouw 40 circa 30 44' | plans >p.csv
echo 'GM0002 b hard 2023 2023 bouw 0' | plans | sed 1d >>p.csv
run stand --band -o b.csv
cells b.csv <<'END'
PV99 2022 2024 band_oorzaak GM0001 circa 14
END

# A scenario does to both ends what it does to the amount.
printf '%s\n' scenario,veld,waarde,aandeel,vertraging s,gemeente,GM0001,0.5,1 \
    >sc.csv
run stand --band --scenario sc.csv -o b.csv
grep '^sleutel\|^s|' b.csv >s2.csv
cells s2.csv <<'END'
GM0001 2024 2024 hard 20
GM0001 2024 2024 capaciteit_laag 15
GM0001 2024 2024 capaciteit_hoog 22
END

# Growth comes off whole-year counts at least and at most, too: what is 0 as
# given may be 4 or, of the next, 10 where it would be 16.
{
	cat w.csv
	for g in GM0001 GM0002; do
		echo t,saldo_voorraad,$g,2023-01,60,aantal,voorlopig,
	done
} >w2.csv
mv w2.csv w.csv
plans >p.csv <<'END'
GM0001 a hard 2023 2023 bouw 60 circa 54 64 jaar
GM0001 b zacht 2023 2023 bouw 16 opgegeven - - jaar
GM0002 c hard 2023 2023 bouw 1000
END
sed -i 's/,-,-$/,,/; s/-$//' p.csv
run stand -q --band --peildatum 2023-02-01 -o b.csv
cells b.csv <<'END'
GM0001 2023 2023 hard 0
GM0001 2023 2023 zacht 16
GM0001 2023 2023 capaciteit_laag 10
GM0001 2023 2023 capaciteit_hoog 20
GM0001 2023 2023 band_oorzaak GM0001 circa 10
END

# The story of a number says so.
run stand -q --peildatum 2023-02-01 --explain GM0001:2023:hard
ok "ca. after growth came off" grep -q \
    ',0,p.csv,2,lev: AB7,"Pa, ca., 0 tot 4, sinds 1 januari gebouwd 60",woningen$' out
run stand -q --peildatum 2023-02-01 --explain GM0001:2023:zacht
ok "an exact one that growth came off" grep -q \
    ',16,p.csv,3,lev: AB7,"Pb, na aftrek 10 tot 16",woningen$' out
sed -i '/2023-01/d' w.csv
plans >p.csv <<'END'
GM0001 a hard 2023 2023 bouw 40 circa 36 44
GM0001 a hard 2023 2023 sloop 10 bereik 5 20
GM0002 c hard 2024 2024 bouw 7
END
run stand --explain GM0001:2023:hard
is 0 "approximate numbers in a story" <<'END'
soort,kolom,regio,naam,periode,waarde,bestand,rij,bron,toelichting,eenheid
uitkomst,hard,GM0001,Aa,2023,30,,,,,woningen
plan,hard,GM0001,Aa,2023,40,p.csv,2,lev: AB7,"Pa, ca., 36 tot 44",woningen
plan,hard,GM0001,Aa,2023,-10,p.csv,3,lev: AB7,"Pa, bereik, -20 tot -5",woningen
END

# Older registers have none of it.
cut -d, -f1-25 p.csv | sed 's/circa\|bereik/opgegeven/' >old.csv
run woondeal-diff --band -g g.csv -t t.csv -P old.csv -o b.csv w.csv
fails 0 "a register without the columns" ""
cells b.csv <<'END'
GM0001 2023 2023 capaciteit_laag 30
GM0001 2023 2023 capaciteit_hoog 30
END

# Unknown status: a plan is built as a whole or not at all, and what one plan
# demolishes another does not make up for.
plans >p.csv <<'END'
GM0001 a onbekend 2023 2023 sloop 30
GM0001 a onbekend 2024 2024 bouw 100
GM0001 b onbekend 2023 2023 bouw 50
GM0002 c hard 2024 2024 bouw 7
END
run stand --band -o b.csv
cells b.csv <<'END'
GM0001 2023 2023 onbekend 20
GM0001 2023 2023 capaciteit_laag -30
GM0001 2023 2023 capaciteit_hoog 50
GM0001 2022 2024 capaciteit_laag 0
GM0001 2022 2024 capaciteit_hoog 120
END

# A year beside a bucket that begins, or ends, in it: both count, and the
# bucket in no single year.
plans >p.csv <<'END'
GM0001 a hard 2023 2023 bouw 10
GM0001 a hard 2023 2024 bouw 40
GM0001 b zacht 2023 2024 bouw 30
GM0001 b zacht 2024 2024 bouw 5
END
run stand -q -o s.csv
cells s.csv <<'END'
GM0001 2023 2023 hard 10
GM0001 2022 2024 hard 50
GM0001 2023 2023 zacht 0
GM0001 2024 2024 zacht 5
GM0001 2022 2024 zacht 35
END

# By brute force over every way the world may turn out.
worlds() { # FROM TO [ANY]: says where the bands are not those of the model
	mkdir -p world
	for seed in $(seq "$1" "$2"); do
		perl "$F/band.pl" "$seed" world ${3-} || return 1
		# Amounts of one plan and year: each is a category.
		awk -F, -v OFS=, '{ print $0, NR == 1 ? "categorie" : NR }' \
		    world/p.csv | full_register >world/r.csv
		woondeal-diff -q --band -g world/g.csv -t world/t.csv \
		    -P world/r.csv --peildatum "$(cat world/d)" \
		    -o world/s.csv world/w.csv || return 1
		awk -F, 'NR > 1 && $31 != "" { print $4, $6, $7, $31, $32 }' \
		    world/s.csv | sort >world/got
		sort world/want | paste -d' ' - world/got | awk -v any="${3-}" '
		$1 $2 $3 != $6 $7 $8 || (any == "" && ($4 != $9 || $5 != $10)) ||
		    $4 < $9 || $5 > $10 { print; bad = 1 }
		END { exit bad || NR == 0 }' || { echo "seed $seed"; return 1; }
	done
}
ok "60 made-up worlds: no band is wider or narrower than it is" worlds 1 60
ok "40 with sloop where growth comes off: none is narrower" worlds 1 40 any
# Nothing yet, and perhaps ten.
plans >p.csv <<'END'
GM0001 a hard 2024 2024 bouw 0 bereik 0 10
GM0002 b hard 2024 2024 bouw 5
END
run stand -q --band -o s.csv
cells s.csv <<'END'
WD-X 2024 2024 hard 5
WD-X 2024 2024 capaciteit_hoog 15
END
done_testing
