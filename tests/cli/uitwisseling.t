#!/bin/bash
# The register to the national tables and back (pipelines/uitwisseling, its
# layout): what the tables can carry comes back, the rest is named.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
WORLDS=${WORLDS:-3}
U=$ROOT/pipelines/uitwisseling
L=$ROOT/pipelines/indeling/uitwisseling.csv
G=$F/gemeenten.csv
mkdir "$T/a" "$T/b"
cp "$ROOT/pipelines/indeling/woorden.csv" "$T"
equal() {
	[ "$1" = "$2" ] || { echo "expected $1, found $2"; return 1; }
}

# back DIR: DIR's tables to the register $T/back.csv.
back() {
	"$U" join "$T/$1/Planregistratie.csv" "$T/$1/DetailPlanning.csv" \
	    >"$T/wide.csv" &&
	    plan-normalize -q -g "$G" -S "$F/planstatus.csv" -l "$L" \
		--prijsgrenzen "$F/prijsgrenzen.csv" \
		--findings "$T/findings" -o "$T/back.csv" "$T/wide.csv"
}

# rows IN OUT...: the rows of each register, but for what is of the delivery
# (herkomst and where a number stood) and how a category is spelled.
rows() {
	perl -I"$ROOT/pipelines/publish.d" -MCsv -we '
		while (my ($in, $to) = splice @ARGV, 0, 2) {
			my ($csv, @rows) = Csv->open($in);
			my @same = grep { !/^(?:reden|herkomst|bron_.*)$/ }
				@{$csv->{header}};
			while (my $r = $csv->row) {
				$r->{categorie} = lc $r->{categorie};
				push @rows, Csv::line(@$r{@same});
			}
			open my $out, ">:encoding(UTF-8)", $to or die "$to: $!";
			print $out sort @rows;
		}' "$@"
}

# round REGISTER: all rows cross but those of the rest; what crosses comes
# back, no row more or less; and the tables of what came back are the same.
round() {
	"$U" export -c -g "$G" -d "$T/a" "$1" 2>"$T/told"
	[ $? -le 1 ] && back a || return 1
	rows "$1" "$T/all" "$T/a/rest.csv" "$T/rest" "$T/back.csv" \
	    "$T/came" || return 1
	sort "$T/rest" "$T/came" | diff - "$T/all" || return 1
	grep -E ',E04[023],' "$T/findings" && return 1
	carried=$((${carried:-0} + $(wc -l <"$T/came")))
	left=$((${left:-0} + $(grep -vc ',leeg$' "$T/a/rest.csv") - 1))
	"$U" export -c -g "$G" -d "$T/b" "$T/back.csv" || return 1
	cmp "$T/a/Planregistratie.csv" "$T/b/Planregistratie.csv" &&
	    cmp "$T/a/DetailPlanning.csv" "$T/b/DetailPlanning.csv"
}

run "$U" export -g "$G" -d "$T/a" "$F/uitwisseling.register.csv"
fails 1 "what is not carried is told" "plan-exchange:\
 $F/uitwisseling.register.csv: warning: 2 rows (18 dwellings to be built) are not\
 carried: $T/a/rest.csv says why"
ok "and named with the reason" diff -u "$F/uitwisseling.rest.csv" \
    "$T/a/rest.csv"
ok "DetailPlanning has 78 columns, and ours" equal 85 "$(head -1 \
    "$T/a/DetailPlanning.csv" | tr , '\n' | grep -vc eigen_aantal:)"
ok "ours are marked, and come last" equal 79 "$(head -1 \
    "$T/a/DetailPlanning.csv" | tr , '\n' | grep -n eigen_ | head -1 | cut -d: -f1)"
ok "no number stands in both" equal 40 "$(csvpick -H -w jaartal=2026 -c \
    meergezins_huur2,meergezins_koop4,eigen_aantal:bouw \
    "$T/a/DetailPlanning.csv" | tr , + | sed 's/+$//' | paste -sd+ | bc)"
run "$U" join "$T/a/Planregistratie.csv" "$T/a/DetailPlanning.csv"
is 0 "the two tables joined" <"$F/uitwisseling.in.csv"
ok "a plan of the municipality only stays here" \
    sh -c "! grep -l Geheim '$T'/a/[PD]*.csv"
"$U" export -c -g "$G" -d "$T/b" "$F/uitwisseling.register.csv" 2>"$T/err"
ok "unless asked (-c)" grep -q Geheim "$T/b/Planregistratie.csv"
ok "the register comes back" round "$F/uitwisseling.register.csv"
"$U" export -c -v -g "$G" -d "$T/b" "$F/uitwisseling.register.csv" 2>"$T/err"
ok "-v tells the account" grep -qx "plan-exchange:\
 $F/uitwisseling.register.csv: 23 rows = 14 in the national columns + 8 in our\
 own (139 dwellings to be built) + 0 that stand twice + 1 in the rest (9)" "$T/err"

# A record's numbers are to be built or realised, as its flags say; a year may
# have both. The plan's own totals are held against all its records.
flags() {
	echo GlobalID,plannaam,gemeente,vertrouwelijkheid,status_planologisch,Totaal_bouw,Totaal_gerealiseerd,Totaal_resterend
	echo p1,Kade,Plasburg,Openbaar,1A. Onherroepelijk,17,"$1",10
}
flags 7 >"$T/p.csv"
cat >"$T/d.csv" <<'END'
GlobalID,parent_globalid,jaartal,onbekend_onbekend,bouw_gerealiseerd,sloop_onbekend_onbekend,sloop_gerealiseerd
a,p1,2024,4,Nee,2,Ja
b,p1,2024,7,ja,,Nee
c,p1,2027,6,Nee,1,Nee
END
sed 's/^\(aantal\|negeer\),\([^?]\)/\1,?\2/' "$L" | sed '/,eengezins/d; /meergezins/d;
	/_koop\|_huur/d' >"$T/few.csv"
few() {
	"$U" join "$T/p.csv" "$T/d.csv" >"$T/w.csv" && run plan-normalize \
	    -g "$G" -S "$F/planstatus.csv" -l "$T/few.csv" --peildatum "$1" \
	    --prijsgrenzen "$F/prijsgrenzen.csv" "$T/w.csv"
}
few 2025-01-01
ok "Ja and Nee say which soort the numbers are" diff - <(awk -F, \
    '$17 == "totaal" && $19 != "" { print $14, $16, $19 }' "$T/out") <<'END'
2024 bouw 4
2024 gerealiseerd 7
2027 bouw 6
2027 sloop 1
END
few 2023-01-01
ok "realised in a year that is yet to come" grep -q 'error: E063 "2024"' "$T/err"
ok "a record for each flag" equal 2 "$(grep -c E063 "$T/err")"
few 2025-01-01
ok "still to be built in a year that is over" grep -q 'E061 "4"' "$T/err"
flags 8 >"$T/p.csv"
few 2025-01-01
ok "the plan's total is not that of its records" grep -q \
    'E040 "8": differs from the sum of its parts, 7' "$T/err"
sed -i 's/,ja,/,misschien,/' "$T/d.csv"
few 2025-01-01
ok "neither Ja nor Nee" grep -q \
    'E035 "misschien": not a word the layout knows for bouw_gerealiseerd' "$T/err"

# Every total of Planregistratie: of so many plans one is right in all, and of
# each other one total is one too many. What they should be is added up here.
# Realised sloop has no place in the register and is in its totals.
totals() {
	perl -we '
		my @t = qw(meergezins eengezins onbekend);
		my @p = qw(koop1 koop2 koop3 koop4 koop_onb huur1 huur2 huur3
			huur4 huur_onb onbekend);
		my @cells = map { my $t = $_; map { "${t}_$_" } @p } @t;
		my @cols = (@cells, "bouw_gerealiseerd", map({ "sloop_$_" } @cells),
			"sloop_gerealiseerd");
		my @records = (["2020", "Ja", "Nee"], ["2027", "Nee", "Nee"],
			["2021", "Ja", "Ja"], ["2028", "Nee", "Nee"]);
		my (%sum, @rows, $seed);
		sub any { $seed = (($seed // 1) * 16807) % 2147483647; $seed % 9 }
		for my $r (@records) {
			my ($year, $built, $gone) = @$r;
			my @n = map { any() } 1 .. 66;
			push @rows, [$year, @n[0 .. 32], $built, @n[33 .. 65], $gone];
			for my $i (0 .. 65) {
				my ($t, $p) = $cells[$i % 33] =~ /^([a-z]+)_(.*)/;
				my ($n, $sloop) = ($n[$i], $i > 32);
				my $done = ($sloop ? $gone : $built) eq "Ja";
				my $sign = $sloop ? -1 : 1;
				my $tenure = $p =~ /^(koop|huur)/ ? $1
					: "koop_huur_onbekend";
				my $class = $p eq "onbekend" ? "eigendom_onbekend"
					: $p =~ s/onb$/onbekend/r;
				$t = "type_onbekend" if $t eq "onbekend";
				$sum{netto} += $sign * $n;
				$sum{$class} += $sign * $n;
				$sum{$sloop ? "sloop" : "bouw"} += $n;
				my $end = $done ? "gerealiseerd" : "resterend";
				$sum{"netto_$end"} += $sign * $n;
				$sum{$sloop ? "sloop_$end" : $end} += $n;
				$sum{"${t}_resterend"} += $n if !$sloop && !$done;
				$sum{"${tenure}_resterend"} += $sign * $n if !$done;
			}
		}
		my @names = sort keys %sum;
		open my $plan, ">", "$ARGV[0]/Planregistratie.csv" or die;
		open my $detail, ">", "$ARGV[0]/DetailPlanning.csv" or die;
		print $plan join(",", "GlobalID,plannaam,gemeente",
			"vertrouwelijkheid,status_planologisch",
			map { "Totaal_$_" } @names), "\n";
		print $detail join(",", "parent_globalid,jaartal", @cols), "\n";
		for my $wrong ("", @names) {
			print $plan join(",", "p-$wrong", "plan $wrong", "Plasburg",
				"Openbaar", "1A. Onherroepelijk", map {
				$sum{$_} + ($_ eq $wrong) } @names), "\n";
			print $detail join(",", "p-$wrong", @$_), "\n" for @rows;
		}
		# Which record is the plan its last, and what must be said of it.
		my $rij = 5;
		for my $wrong (@names) {
			$rij += 4;
			print join(",", $rij, "plan.Totaal_$wrong", $sum{$wrong} + 1,
				$sum{$wrong}), "\n";
		}' "$1"
}
totals "$T/b" >"$T/wrong"
"$U" join "$T/b/Planregistratie.csv" "$T/b/DetailPlanning.csv" >"$T/w.csv"
ok "26 totals in Planregistratie" equal 26 "$(wc -l <"$T/wrong")"
for name in uitwisseling uitwisseling-gelderland uitwisseling-zh; do
	run plan-normalize -q -g "$G" -S "$F/planstatus.csv" --prijsgrenzen \
	    "$F/prijsgrenzen.csv" -l "$ROOT/pipelines/indeling/$name.csv" \
	    --peildatum 2025-01-01 --findings "$T/findings" "$T/w.csv"
	ok "$name: each against its cells, by row, column, number and sum" \
	    diff -u "$T/wrong" <(csvpick -H -c rij,kolomnaam,waarde,melding \
	    -w ernst=waarschuwing -w kolomnaam!=jaartal "$T/findings" |
	    sed -n 's/"*Het totaal [^(]*(\(-*[0-9]*\)).*/\1/p')
done

worlds() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		awk -v seed="$seed" -v dir="$T" \
		    -f "$ROOT/tests/cli/plan-worlds.awk"
		for world in wide draai jaren; do
			round "$T/$world.out.csv" || {
				echo "seed $seed, $world"
				return 1
			}
		done
		seed=$((seed + 1))
	done
	[ "$carried" -gt $((WORLDS * 50)) ] && equal 0 "$left"
}
carried=0 left=0
ok "$WORLDS made-up worlds come back, all of them" worlds

# Two ways of counting, two deliveries, and rows that stand twice.
odd() {
	head -1 "$F/uitwisseling.register.csv"
	cat <<'END'
GM9001,p1,Kade,,onbekend,hard,,,,,,Openbaar,nee,2026,2026,bouw,totaal,,40,opgegeven,2024-01-01,a,2,C,rest,,,
GM9001,p1,Kade,,onbekend,zacht,,,,,,Openbaar,nee,2026,2026,bouw,totaal,,2.5,opgegeven,2024-01-01,a,2,D,rest,,,
GM9001,p1,Kade,,onbekend,zacht,,,,,,Openbaar,nee,2026,2026,bouw,totaal,,2.5,opgegeven,2024-01-01,a,3,D,rest,,,
GM9001,p2,Wei,,3,zacht,,,,,,Openbaar,nee,2024,2024,bouw,totaal,,8,opgegeven,2024-01-01,a,4,C,jaar,,,
GM9001,p2,Wei,,3,zacht,,,,,,Openbaar,nee,2024,2024,gerealiseerd,totaal,,3,opgegeven,2024-07-01,b,4,D,rest,,,
GM9001,p2,Wei,,3,zacht,,,,,,Openbaar,nee,2024,2024,gerealiseerd,flex,Flexwoningen,1,opgegeven,2024-07-01,b,4,E,rest,,,
GM9001,p2,Wei,,3,zacht,,,,,,Openbaar,nee,,,bouw,totaal,,,leeg,2024-01-01,a,4,F,rest,,,
GM9001,p2,Wei,,3,zacht,,,,,,Openbaar,nee,2030,2034,sloop,totaal,,50,bereik,2024-01-01,a,4,G,rest,40,60,
END
}
odd >"$T/odd.csv"
ok "what stands twice is told" equal 1 "$("$U" export -v -g "$G" -d "$T/b" \
    "$T/odd.csv" 2>&1 | sed -n 's/.*+ \([0-9]*\) that stand twice.*/\1/p')"
sed -i 4d "$T/odd.csv"
ok "two hardheden, ways of counting and deliveries come back" round "$T/odd.csv"
{
	cat "$T/odd.csv"
	tail -1 "$T/odd.csv" |
	    sed 's/2030,2034/2035,2036/; s/,50,bereik,/,-5,opgegeven,/; s/,40,60,$/,,,/'
} >"$T/less.csv"
run "$U" export -g "$G" -d "$T/b" "$T/less.csv"
ok "less than nothing to go is not carried" grep -q ',sloop,.*,-5,.*,negatief$' \
    "$T/b/rest.csv"
{ cat "$T/odd.csv"; tail -1 "$T/odd.csv" | sed 's/,50,/,51,/'; } >"$T/two.csv"
rm -rf "$T/c" && mkdir "$T/c"
run "$U" export -g "$G" -d "$T/c" "$T/two.csv"
ok "another number for the same" sh -c 'test "$1" = 2 && grep -q \
    "two.csv:9: error: the same key as in line 8" "$2"' - "$status" "$T/err"
ok "and nothing is written" test -z "$(ls "$T/c")"

# The register of the nights' deliveries: every row, and every dwelling.
flevoland() {
	P=$ROOT/pipelines/flevoland
	N=$DATA/nightly/plannen
	sheet-extract -q -s Draaitabel -o "$T/almere.csv" "$N/almere.xlsx" &&
	    sheet-extract -q -s Plancapaciteit -o "$T/lelystad.csv" \
	        "$N/lelystad.xlsx" || return 1
	cp "$N"/*.csv "$T"
	for naam in almere:34 dronten:303 lelystad:995 noordoostpolder:171 \
	    urk:184 zeewolde:50; do
		code=${naam#*:} naam=${naam%:*}
		plan-normalize -q -g "$P/gemeenten.csv" -S "$P/planstatus.csv" \
		    -l "$P/indeling/$naam.csv" --gebieden "$P/gebieden.csv" \
		    --gemeente "$code" --peildatum 2024-01-01 --levering "$naam 1" \
		    -o "$T/$naam.plannen" "$T/$naam.csv" 2>"$T/told"
		[ $? -le 1 ] || return 1
	done
	{ head -1 "$T/urk.plannen"; tail -qn +2 "$T"/*.plannen; } >"$T/fl.csv"
	G=$P/gemeenten.csv round "$T/fl.csv" && ! [ -s "$T/rest" ] &&
	    equal 6925 "$(wc -l <"$T/came")"
}
ok "and Flevoland's, all 6,925 rows" flevoland

# DetailPlanning as JSON gives what it gives as CSV.
cat >"$T/d.json" <<'END'
{"value": [
{"GlobalID": "c", "parent_globalid": "p1", "jaartal": 2027,
 "onbekend_onbekend": 6, "bouw_gerealiseerd": false,
 "sloop_onbekend_onbekend": 1, "sloop_gerealiseerd": "Nee"}]}
END
printf '%s\n' GlobalID,parent_globalid,jaartal,onbekend_onbekend,bouw_gerealiseerd,sloop_onbekend_onbekend,sloop_gerealiseerd \
    c,p1,2027,6,Nee,1,Nee >"$T/d.csv"
numbers_of() {
	"$U" join "$T/p.csv" "$1" >"$T/w.csv" && plan-normalize -q -g "$G" \
	    -S "$F/planstatus.csv" -l "$L" --peildatum 2025-01-01 \
	    -o "$T/of.csv" "$T/w.csv" &&
	    csvpick -H -c plan_id,jaar_van,soort,dimensie,categorie,aantal \
	        -w aantal!= "$T/of.csv" | sort >"$2"
}
flags 0 >"$T/p.csv"
sed 's/^\(aantal\|negeer\),\([^?]\)/\1,?\2/' "$L" >"$T/some.csv"
L=$T/some.csv numbers_of "$T/d.csv" "$T/as.csv"
numbers_of "$T/d.json" "$T/as.json"
ok "DetailPlanning as JSON" diff "$T/as.csv" "$T/as.json"
ok "with its numbers" grep -qx p1,2027,bouw,totaal,,6 "$T/as.json"

# Zuid-Holland's one file, with the years within; as CSV it gives the same.
cat >"$T/zh.geojson" <<'END'
{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
"properties":{"plannaam":"Kade","gemeente":"Plasburg","ph_text9":"p1",
"status_planologisch":"1A. Onherroepelijk","vertrouwelijkheid":"Openbaar",
"knelpunten _meerkeuze":null,"year_properties":[
{"jaartal":2027,"onbekend_onbekend":6,"bouw_gerealiseerd":"Nee",
"sloop_onbekend_onbekend":1,"sloop_gerealiseerd":"Nee"},
{"jaartal":2028,"onbekend_onbekend":12.5}]}}]}
END
"$U" join "$T/zh.geojson" >"$T/w.csv"
ok "years within the plans" equal "p1,Kade,2027,6,Nee p1,Kade,2028,12.5," \
    "$(csvpick -H -c plan_id,plan.plannaam,jaartal,onbekend_onbekend,bouw_gerealiseerd \
	"$T/w.csv" | paste -sd ' ')"
ok "are not a column" test 0 = "$(head -1 "$T/w.csv" | grep -c year_properties)"
sed -i 's/year_properties/jaren/' "$T/zh.geojson"
run "$U" join "$T/zh.geojson"
fails 2 "records within by another name" "plan-exchange: $T/zh.geojson: \"jaren\"\
 is a list of records; expected year_properties alone"
run "$U" join "$T/p.csv"
fails 2 "neither within nor beside" "plan-exchange: $T/p.csv: no plan has\
 year_properties: give DETAILPLANNING too"

# The same from GeoJSON, and what does not belong together.
cat >"$T/p.geojson" <<'END'
{"type":"FeatureCollection","features":[
{"type":"Feature","geometry":null,"properties":{"GlobalID":"{A}","plannaam":
"Súd","gemeente":"Plasburg","status_planologisch":"3. In voorbereiding",
"knelpunten_meerkeuze":["Nuts","Anders"],"vertrouwelijkheid":"Openbaar"}},
{"type":"Feature","geometry":null,"properties":{"GlobalID":"{B}","plannaam":
"Nog niets","gemeente":"Plasburg","status_planologisch":"4B. Idee",
"knelpunten_meerkeuze":[],"vertrouwelijkheid":"Openbaar"}}]}
END
head -1 "$T/a/DetailPlanning.csv" | cut -d, -f 1-78 >"$T/d.csv"
awk 'BEGIN { printf "x,,,,,{A},Plasburg,,Openbaar,2027,3,4,2,1,,,,,5"
	for (i = 20; i <= 78; i++) printf ","; print "" }' >>"$T/d.csv"
"$U" join "$T/p.geojson" "$T/d.csv" >"$T/wide.csv"
run plan-normalize -q -g "$G" -S "$F/planstatus.csv" -l \
    "${L%.csv}-zh.csv" --prijsgrenzen "$F/prijsgrenzen.csv" "$T/wide.csv"
cut -d, -f2,3,5,11,14- "$T/out" >"$T/cut" && mv "$T/cut" "$T/out"
is 0 "GeoJSON; Zuid-Holland's classes; a plan without a year" <<'END'
plan_id,plan_naam,planstatus,knelpunten,jaar_van,jaar_tot,soort,dimensie,categorie,aantal,herkomst,peildatum,levering,bron_rij,bron_kolom,telling,aantal_laag,aantal_hoog,bos_ha
{A},Súd,3,Anders|Nuts,2027,2027,bouw,totaal,,15,afgeleid,,,2,S:AY,rest,,,
{A},Súd,3,Anders|Nuts,2027,2027,bouw,woningtype,Meergezins,15,afgeleid,,,2,S:AC,rest,,,
{A},Súd,3,Anders|Nuts,2027,2027,bouw,betaalbaarheid,Koop betaalbare koop,7,afgeleid,,,2,S:AP,rest,,,
{A},Súd,3,Anders|Nuts,2027,2027,bouw,betaalbaarheid,Koop dure koop,3,afgeleid,,,2,U:AR,rest,,,
{A},Súd,3,Anders|Nuts,2027,2027,bouw,betaalbaarheid,Huur onbekend,5,afgeleid,,,2,AA:AX,rest,,,
{B},Nog niets,4B,,,,bouw,totaal,,,leeg,,,3,S:AY,rest,,,
END
sed 's/{A}/{C}/' "$T/d.csv" >"$T/c.csv"
run "$U" join "$T/p.geojson" "$T/c.csv"
fails 2 "a year without its plan" "plan-exchange: $T/c.csv:2: error:\
 parent_globalid \"{C}\" is not in $T/p.geojson"
run "$U" export -g "$G" -d "$T/none" "$F/uitwisseling.register.csv"
ok "a folder that is not there: exit 2" test $status = 2
echo gemeente,naam,woondeal,provincie >"$T/g.csv"
echo old >"$T/b/rest.csv"
run "$U" export -g "$T/g.csv" -d "$T/b" "$F/uitwisseling.register.csv"
ok "a municipality that is not there: exit 2, nothing written" test \
    $status = 2 -a "$(cat "$T/b/rest.csv")" = old
run "$U" import
fails 2 "usage" "uitwisseling: expected export or join"
done_testing
