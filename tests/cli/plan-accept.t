#!/bin/sh
# plan-accept: a delivery is held against what is in force, and that stays so
# until a better one comes or a person accepts it by name.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-accept
LIMITS=$ROOT/pipelines/maten/grenzen.csv
cd "$F" || exit 1
accept() {
	run plan-accept -q -g "$F/gemeenten.csv" --grenzen "$LIMITS" --name nu \
	    --findings "$T/f.csv" -o "$T/o.csv" "$@"
}
before="-P vorige.csv --before-name toen --kept $T/k.csv"
# Who has what verdict, and the findings' codes by municipality.
verdict() {
	have=$(csvpick -H -c gemeente,levering,oordeel "$T/o.csv")
	[ "$have" = "$1" ] || { echo "$have"; cat "$T/err"; return 1; }
}
codes() {
	have=$(csvpick -HT -c code,kolomnaam "$T/f.csv" | tr '\t\n' ': ')
	[ "$have" = "$1" ] || { echo "$have"; return 1; }
}

# shellcheck disable=SC2086
accept $before geleverd.csv
ok "ten times too large: exit 1" test "$status" = 1
ok "the one within its limits is in force, the others' before stay so" verdict \
"GM9001,oostwoud 2025-1,overgenomen
GM9002,eikenrode 2024-2,behouden
GM9003,westwoud 2024-2,behouden"
ok "and why" codes "L005:woningen L005:hard L005:plan L005:getal L011: L008: L008: "
ok "of which release" test "$(csvpick -H -c uitgave "$T/o.csv" |
    tr '\n' ' ')" = "nu toen toen "
csvpick -w gemeente!=GM9001 vorige.csv | cut -d, -f1-24 >"$T/want"
cut -d, -f1-24 "$T/k.csv" >"$T/have"
ok "its plans, every row" diff "$T/want" "$T/have"
ok "how it could be accepted is ready to copy" grep -q \
    "rij GM9002,eikenrode 2025-1,3859f3e8.*,door,datum,reden" "$T/f.csv"
cp "$T/o.csv" "$T/force.csv"

# The night after, of which that is the release before: its register has rows
# of three nights.
{ cat oostwoud.csv; sed 1d "$T/k.csv" | cut -d, -f1-24; } >"$T/register.csv"
accept -P "$T/register.csv" --vankracht "$T/force.csv" --before-name gisteren \
    --kept "$T/k2.csv" geleverd.csv
ok "night after night: of the release that took it over" test "$(csvpick -H \
    -c gemeente,uitgave -w oordeel=behouden "$T/o.csv" | tr '\n' ' ')" = \
    "GM9002,toen GM9003,toen "
ok "the same plans" cmp "$T/k.csv" "$T/k2.csv"

# shellcheck disable=SC2086
accept $before --aanvaard aanvaard.csv geleverd.csv
ok "accepted by name: in force, exit 0" test "$status" = 0
ok "and called so" verdict \
"GM9001,oostwoud 2025-1,overgenomen
GM9002,eikenrode 2025-1,aanvaard
GM9003,westwoud 2024-2,behouden"
ok "which is told, with who, when and why" grep -q \
    'L012,info,.*J. de Vries op 2025-02-03: De Beuk' "$T/f.csv"
row() {
	sed "2$1" aanvaard.csv >"$T/a.csv"
	# shellcheck disable=SC2086
	accept $before --aanvaard "$T/a.csv" geleverd.csv
}
row 's/3859f3e8/00000000/'
ok "other bytes: not accepted, and told" sh -c "test $status = 1 &&
    grep -q 'L014,waarschuwing,.*3859f3e81418' '$T/f.csv'"
row 's/2025-1/2025-2/'
ok "a delivery that there is not" sh -c "test $status = 1 &&
    grep -q 'L013,waarschuwing,.*er is eikenrode 2025-1' '$T/f.csv'"
row 's/GM9002/GM9022/'
ok "a municipality that there is not" grep -q \
    'L013,waarschuwing,.*er is GM9001, GM9002, GM9003' "$T/f.csv"
refused() { # NAME EDIT MESSAGE
	row "$2"
	fails 2 "$1" "plan-accept: $T/a.csv:2: error: $3"
}
refused "by nobody" 's/J. de Vries//' "door: '' found, expected it to be filled in"
refused "on a day that is none" 's/02-03/02-30/' \
    "datum: '2025-02-30' found, expected a date as 2024-01-01"
refused "half a sum" 's/,3859f3e8/,/' "sha256: \
'1418b31a89f76f80ab90e8e5ba7dd88f78a2207a2f9a2d072fe74238' found, expected 64 \
digits and small letters a to f"

# One municipality, one fault at a time: what is in force is FROM, what came TO.
head=gemeente,plan_id,planstatus,hardheid,jaar_van,jaar_tot,soort,dimensie,\
categorie,aantal,levering,bron_rij
many() { # NUMBER DWELLINGS [FIRST]: so many plans, a record and a year each
	seq "${3-1}" "$1" | awk -F, -v n="$2" '{
		printf "GM9001,P%d,1A,hard,%d,%d,bouw,totaal,,%d,l,%d\n", $1,
		    2025 + $1 % 5, 2025 + $1 % 5, n, $1 + 1 }'
}
held() { # WANTED: the measures beyond their limits; of $T/from and $T/to
	for side in from to; do
		{ echo $head; cat "$T/$side"; } | full_register >"$T/$side.csv"
	done
	{
		head -1 geleverd.csv
		echo "GM9001,l2,2025-01-01,x.csv,1,00,x.csv,$T/to.csv,"
	} >"$T/d.csv"
	accept -P "$T/from.csv" "$T/d.csv"
	have=$(csvpick -HT -c kolomnaam -w code=L005 "$T/f.csv" | tr '\n' ' ')
	[ "$have" = "$1" ] || { echo "$have"; cat "$T/err"; return 1; }
}
many 40 20 >"$T/from"
cp "$T/from" "$T/to"
ok "the same again" held ""
many 20 20 >"$T/to"
ok "the first half" held "woningen rijen plannen "
many 40 20 21 >"$T/to"
ok "the other half" held "woningen rijen plannen "
: >"$T/to"
ok "an empty file" held "rijen "
many 40 20 | sed 's/,P/,Q/' >"$T/to"
ok "another municipality's file" held "bekend "
{ many 39 20; many 40 5000000 40; } >"$T/to"
ok "one number far too large" held "woningen hard plan getal "
{ many 39 20; many 40 200 40; } >"$T/to"
ok "one number ten times too large" held "plan getal "
{ many 35 21; many 40 22 36; many 43 20 41; } >"$T/to"
ok "what changes in a round" held ""
many 40 20 | sed 's/1A,hard/4A,zacht/' >"$T/to"
ok "all of another status" held "hard status "
sed 's/1A,hard/4A,zacht/' "$T/from" >"$T/x"
cp "$T/from" "$T/to"
mv "$T/x" "$T/from"
ok "but that plans became hard is progress" held "status "
cp "$T/to" "$T/from"
sed 's/,20[0-9]*,20[0-9]*,/,2035,2035,/' "$T/from" >"$T/to"
ok "all in another year" held "jaren "
many 40 20 | awk -F, -v OFS=, '{ print; $8 = "betaalbaarheid"
	$9 = "Koop dure koop"; print }' >"$T/from"
many 40 20 >"$T/to"
ok "without a partition" held "betaalbaarheid "
echo GM9001,A,1A,hard,2025,2025,bouw,totaal,,5000,l,2 >"$T/from"
sed 's/,5000/,5300/' "$T/from" >"$T/to"
accept --waarnemingen voorraad.csv "$T/d.csv"
held "" >"$T/x"
accept --waarnemingen voorraad.csv "$T/d.csv"
ok "the first night: more than all dwellings that there are" codes \
    "L005:voorraad L011: "
ok "and then nothing is in force" verdict ""
{
	cat voorraad.csv
	sed -n '/GM9001/s/eindstand,\(GM9001,[^,]*\),[0-9]*/eindstand,\1,9999999/p' voorraad.csv
	sed 1d voorraad.csv
} >"$T/v.csv"
accept --waarnemingen "$T/v.csv" "$T/d.csv"
ok "the most that a source says of one day" codes ""
printf 'maat,gemeente,daling,stijging,vanaf\nvoorraad,GM9001,,110,\n' >"$T/l.csv"
accept --waarnemingen voorraad.csv --grenzen "$T/l.csv" "$T/d.csv"
ok "unless a limit of its own allows it" verdict "GM9001,l2,overgenomen"
sed 2d voorraad.csv | sed 's/GM9001/GM9004/' >"$T/v.csv"
accept --waarnemingen "$T/v.csv" "$T/d.csv"
ok "a stock that is not known is told" codes "L015: "
sed 's/110/1e9/' "$T/l.csv" >"$T/l2.csv"
accept --grenzen "$T/l2.csv" "$T/d.csv"
ok "a limit that is none" sh -c "test $status = 2 &&
    grep -q 'l2.csv:2: error: stijging' '$T/err'"
sed 's/^voorraad/vooraad/' "$T/l.csv" >"$T/l2.csv"
accept --grenzen "$T/l2.csv" "$T/d.csv"
ok "a measure that is none" sh -c "test $status = 2 &&
    grep -q 'l2.csv:2: error: maat' '$T/err'"

# In parts: all or none; and together they are one register.
many 10 20 >"$T/from"
held "" >"$T/x"
{ echo $head; many 5 20; } | full_register >"$T/p1.csv"
{ echo $head; many 10 20 6; } | full_register >"$T/p2.csv"
parts() { # ROW-OF-THE-SECOND
	{
		head -1 geleverd.csv
		echo "GM9001,l2,2025-01-01,a.csv,1,00,a.csv,$T/p1.csv,"
		echo "GM9001,l3,2025-01-01,b.csv,1,00,b.csv,$1"
	} >"$T/d.csv"
	accept -P "$T/from.csv" "$T/d.csv"
}
parts "$T/p2.csv,"
ok "two parts are as good as the whole" verdict \
"GM9001,l2,overgenomen
GM9001,l3,overgenomen"
parts ,L002
ok "one that cannot be read: nor is the other taken over" codes "L006: L008: "
sed 's/1A,hard/4A,zacht/; s/,202.,202.,/,2040,2040,/' "$T/p1.csv" >"$T/p3.csv"
parts "$T/p3.csv,"
ok "parts that contradict each other" codes "L007: L006: L006: L008: "
sed 's/GM9001,P6/GM9002,P6/' "$T/p2.csv" >"$T/p3.csv"
parts "$T/p3.csv,"
fails 2 "a register of another's plans is none of a delivery" \
    "plan-accept: $T/p3.csv:2: error: column gemeente: 'GM9002' found, that of who \
delivered expected"

# Who is not in the list, and who is no more.
head -2 geleverd.csv >"$T/d.csv"
# shellcheck disable=SC2086
accept $before "$T/d.csv"
ok "not in the list: stays in force, and is told" codes \
    "L009: L008: L009: L008: "
sed '/GM9003/d' gemeenten.csv >"$T/g.csv"
run plan-accept -q -g "$T/g.csv" --grenzen "$LIMITS" -P vorige.csv \
    --findings "$T/f.csv" -o "$T/o.csv" "$T/d.csv"
ok "no municipality any more: its plans go, and that is told" codes \
    "L009: L008: L010: "
run plan-accept -g gemeenten.csv geleverd.csv
ok "usage: limits are needed" test "$status" = 2
run plan-accept -g gemeenten.csv --grenzen "$LIMITS" -P - --kept "$T/k.csv" \
    geleverd.csv <vorige.csv
ok "usage: what is kept is read twice" grep -q "kept reads --plannen twice" "$T/err"
done_testing
