#!/bin/sh
# woondeal-diff --groep gebied --gebieden: growth of areas, from their regions.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
cat >g.csv <<'END'
gemeente,naam,woondeal,provincie,alias
GM0001,Aa,WD-X,PV99,
GM0002,Bee,WD-Y,PV99,
END
cat >t.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld
WD-X,,2022,2024,300,
WD-Y,,2022,2024,300,
END
cat >a.csv <<'END'
gebied,gemeente,veld,waarde
Oosterwold,GM0001,regio,WK000103
Oosterwold,GM0001,regio,BU00010401
Oosterwold,GM0002,regio,WK000201
Oosterwold,GM0001,plan_naam,Oosterwold*
Kade,GM0001,plan_id,k1
Bee,GM0002,regio,WK000299
END
# obs <<: REGIO PERIODE WAARDE [STATUS [ONDERWERP]]
obs() {
	echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
	for g in GM0001 GM0002; do
		echo t,saldo_voorraad,$g,2022,500,aantal,definitief,
	done
	while read -r regio periode n status onderwerp; do
		echo "t,${onderwerp:-saldo_voorraad},$regio,$periode,$n,aantal,\
${status:-definitief},"
	done
}
# plans <<: GEMEENTE HARDHEID VAN TOT SOORT AANTAL GEBIED [TELLING]
plans() {
	{
		echo gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,\
peildatum,levering,telling,gebied
		while read -r gemeente hard van tot soort n gebied telling; do
			echo "$gemeente,$hard,$van,$tot,$soort,totaal,$n,\
2023-01-01,lev,${telling:-rest},${gebied#-}"
		done
	} | full_register
}
stand() {
	woondeal-diff -g g.csv -t t.csv -P p.csv --groep gebied \
	    --gebieden a.csv "$@" w.csv
}
# cells FILE <<: GEBIED VAN TOT COLUMN WANT lines, - for empty.
cells() {
	while read -r regio van tot col want; do
		[ "$want" = - ] && want=
		ok "$1: $regio $van-$tot $col is '$want'" test "$want" = "$(
		    awk -F, -v regio="$regio" -v van="$van" -v tot="$tot" \
			-v col="$col" '
		    NR == 1 { for (i = 1; i <= NF; i++) if ($i == col) c = i }
		    $4 == regio && $6 == van && $7 == tot { print $c; n++ }
		    END { if (n != 1) print "no single row" }' "$1")"
	done
}
cat >sc.csv <<'END'
scenario,veld,waarde,aandeel,vertraging,aantal,jaar_van,jaar_tot
s,opgave_gebied,oosterwold,,,300,2022,2024
END
scenario() { # [OPTION...]: the stand in the scenario, to s.csv
	run stand --scenario sc.csv -o all.csv "$@"
	grep '^sleutel\|^s|' all.csv >s.csv
}

# Growth of regions in two municipalities and two deals.
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 100 Oosterwold
GM0002 zacht 2024 2024 bouw 30 OOSTERWOLD
GM0001 hard 2023 2023 bouw 9 Kade
END
obs >w.csv <<'END'
WK000103 2022 50
WK000103 2022 60 definitief nieuwbouw
BU00010401 2022 7 voorlopig
BU00010401 2022 8 definitief nieuwbouw
WK000201 2022 13
WK000201 2022 13 definitief nieuwbouw
WK000202 2022 9999
BU00010301 2022 9999
WK000299 2022 3
END
scenario
fails 0 "an area's growth is that of its regions" ""
cells s.csv <<'END'
Oosterwold 2022 2022 netto_groei 70
Oosterwold 2022 2022 groei_status voorlopig
Oosterwold 2022 2022 groei_tm 2022
Oosterwold 2022 2022 nieuwbouw 81
Oosterwold 2022 2022 sloop -
Oosterwold 2022 2022 opgave 100
Oosterwold 2022 2022 verschil -30
Oosterwold 2022 2022 verschil_cum -30
Oosterwold 2022 2022 gerealiseerd_pct 70.0
Oosterwold 2022 2024 opgave 300
Oosterwold 2022 2024 opgave_reden loopt t/m 2022
Oosterwold 2022 2024 groei_cum 70
Oosterwold 2022 2024 rest_opgave 230
Oosterwold 2022 2024 gerealiseerd_pct 23.3
Oosterwold 2022 2024 hard 100
Oosterwold 2022 2024 zacht 30
Oosterwold 2022 2024 dekking_hard_pct 43.5
Oosterwold 2022 2024 dekking_pct 56.5
Oosterwold 2022 2024 volledig onbekend
Oosterwold 2023 2023 netto_groei -
Kade 2022 2022 netto_groei -
Kade 2022 2024 hard 9
Kade 2022 2024 opgave_reden nvt
Bee 2022 2022 netto_groei 3
Bee 2022 2024 hard -
Bee 2022 2024 volledig nee: Bee
END
ok "what is has growth and no target" grep -q \
    '^basis|gebied|Oosterwold|2022|2024,.*,2022,2024,,nvt,70,voorlopig,2022,' \
    all.csv
run woondeal-diff -g g.csv -t t.csv -P p.csv --groep gebied --scenario sc.csv \
    w.csv
ok "without the table there is none" grep -q \
    '^s|gebied|oosterwold|2022|2024,.*,300,groei onbekend,,,,' out

# A plan of years of which one has passed is of the whole stand; who did not
# deliver all is told.
plans >p.csv <<'END'
GM0001 hard 2022 2023 bouw 100 Oosterwold
GM0002 zacht 2024 2024 bouw 30 Oosterwold
END
printf '%s\n' gemeente,levering,verwacht,ontvangen,stand \
    GM0001,l,2023-04-01,2023-04-01,volledig GM0002,l,2023-04-01,,niet >r.csv
scenario -q --rooster r.csv
cells s.csv <<'END'
Oosterwold 2022 2024 hard 100
Oosterwold 2022 2024 volledig nee: GM0002
END
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 100 Oosterwold
GM0002 zacht 2024 2024 bouw 30 OOSTERWOLD
GM0001 hard 2023 2023 bouw 9 Kade
END

# The growth of the stand's own regions stays what it was.
run woondeal-diff -g g.csv -t t.csv -P p.csv w.csv
ok "other regions of CBS pass by" grep -q \
    '^basis|provincie|PV99|2022|2022,.*,2022,2022,,periode 2022-2024,1000,' out

# Months: as far as all regions go, never against a whole year.
{
	obs <<-'END'
		WK000103 2022 50
		BU00010401 2022 7
		WK000201 2022 13
		WK000299 2022 3
	END
	for m in 01 02 03; do
		for r in GM0001 GM0002 WK000103 BU00010401 WK000299; do
			echo t,saldo_voorraad,$r,2023-$m,5,aantal,voorlopig,
		done
	done
	echo t,saldo_voorraad,WK000201,2023-Q1,100,aantal,voorlopig,
} >w.csv
scenario --peildatum laatste -q
cells s.csv <<'END'
Oosterwold 2023 2023 netto_groei 130
Oosterwold 2023 2023 groei_tm 2023-03
Oosterwold 2023 2023 verschil -
Oosterwold 2023 2023 opgave_reden loopt t/m 2023-03
Oosterwold 2022 2024 groei_cum 200
Oosterwold 2022 2024 rest_opgave 100
END

# Whole-year counts of the area lose its growth, not the municipality's.
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 1000 - jaar
GM0001 hard 2023 2023 bouw 100 Oosterwold jaar
GM0002 zacht 2023 2023 bouw 70 Oosterwold jaar
GM0001 hard 2023 2023 bouw 40 Kade jaar
END
scenario --peildatum 2023-04-01 --findings f.csv -q
cells s.csv <<'END'
Oosterwold 2023 2023 hard 0
Oosterwold 2023 2023 zacht 40
Kade 2023 2023 hard 40
END
ok "which is told of both" test \
    "Kade: de opgaven over heel 2023 tellen woningen mogelijk dubbel: de groei \
sinds 1 januari is onbekend.|Oosterwold: 130 woningen uit opgaven over het \
hele jaar zijn sinds 1 januari 2023 gebouwd en van de capaciteit afgetrokken." \
    = "$(grep 'W02[45]' f.csv | cut -d, -f8 | sort | paste -sd'|')"

# A region that lacks growth makes it unknown, never smaller.
obs >w.csv <<'END'
WK000103 2022 50
WK000201 2022 13
WK000299 2022 3
END
plans >p.csv <<'END'
GM0001 hard 2023 2023 bouw 100 Oosterwold
GM0002 zacht 2024 2024 bouw 30 Oosterwold
END
scenario
fails 0 "a region without growth is told" "woondeal-diff: w.csv: warning: W011 \
net growth of BU00010401 Oosterwold for 2022 is missing: known until -, \
expected until 2022"
cells s.csv <<'END'
Oosterwold 2022 2022 netto_groei -
Oosterwold 2022 2022 opgave_reden groei onbekend
Oosterwold 2022 2022 volledig nee: BU00010401
Oosterwold 2022 2022 verschil -
Oosterwold 2022 2024 rest_opgave -
Oosterwold 2022 2024 dekking_pct -
Oosterwold 2022 2024 volledig nee: BU00010401
END

# A municipality may be a region of an area, too.
printf '%s\n' gebied,gemeente,veld,waarde Bee,GM0002,regio,GM0002 >a.csv
run stand -o s.csv
cells s.csv <<'END'
Bee 2022 2022 netto_groei 500
END

# What would count twice is refused.
twice() { # MESSAGE ROW...
	message=$1
	shift
	printf '%s\n' gebied,gemeente,veld,waarde "$@" >a.csv
	run stand
	fails 2 "refuses $*" "woondeal-diff: a.csv:3: error: waarde: $message"
}
twice '"WK000103" would count twice: WK000103 of A is in line 2' \
    A,GM0001,regio,WK000103 B,GM0001,regio,WK000103
twice '"BU00010301" would count twice: WK000103 of A is in line 2' \
    A,GM0001,regio,WK000103 A,GM0001,regio,BU00010301
twice '"GM0001" would count twice: WK000103 of A is in line 2' \
    A,GM0001,regio,WK000103 A,GM0001,regio,GM0001
run woondeal-diff -g g.csv -t t.csv --gebieden a.csv w.csv
ok "--gebieden needs --groep gebied" sh -c "test $status = 2 && grep -q \
    '^woondeal-diff: --gebieden needs --groep gebied' err"
done_testing
