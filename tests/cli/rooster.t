#!/bin/sh
# pipelines/rooster: the roster kept by hand, held against what came through;
# and what woondeal-diff makes of it.
. "$(dirname "$0")/lib.sh"
R=$ROOT/pipelines/rooster
cat >"$T/r.csv" <<'END'
gemeente,levering,verwacht,ontvangen,stand
GM1,voorjaar,2024-04-15,2024-04-20,volledig
GM1,najaar,2024-10-15,2024-10-15,volledig
GM2,najaar,2024-10-15,2024-11-05,volledig
GM3,najaar,2024-10-15,2024-10-01,volledig
GM4,najaar,2024-10-15,,niet
GM5,najaar,2024-10-15,2024-10-02,gedeeltelijk
END
cat >"$T/p.csv" <<'END'
gemeente,plan_naam,aantal
GM1,a,5
GM2,"b
c",7
GM3,d,
GM5,e,0
END
cat >"$T/f.csv" <<'END'
bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
x,2,A,a,E030,fout,?,m
x,2,B,b,E020,fout,?,m
x,9,B,b,E020,fout,?,m
x,3,B,b,E021,waarschuwing,1.5,m
END
run "$R" --rooster "$T/r.csv" -P "$T/p.csv" GM1="$T/f.csv" GM5="$T/f.csv"
is 1 "rejects make it partial, nothing makes it none" <<'END'
gemeente,levering,verwacht,ontvangen,stand,te_laat,sinds,reden,van_kracht,peildatum,uitgave
GM1,voorjaar,2024-04-15,2024-04-20,volledig,ja,2024-04-20,,,,
GM1,najaar,2024-10-15,2024-10-15,gedeeltelijk,nee,2024-10-15,2 rijen afgewezen,,,
GM2,najaar,2024-10-15,2024-11-05,volledig,ja,2024-11-05,,,,
GM3,najaar,2024-10-15,2024-10-01,niet,nee,2024-10-15,geen aantallen in het register,,,
GM4,najaar,2024-10-15,,niet,,2024-10-15,,,,
GM5,najaar,2024-10-15,2024-10-02,gedeeltelijk,nee,2024-10-02,,,,
END
# Two deliveries of one municipality, each with its findings: rows of the same
# number are of other files.
sed 1,2d "$T/f.csv" | sed "1i$(head -n 1 "$T/f.csv")" >"$T/f2.csv"
run "$R" --rooster "$T/r.csv" -P "$T/p.csv" GM1="$T/f.csv" GM1="$T/f2.csv"
ok "findings in two files: their rows together" grep -q \
    '^GM1,najaar,.*,gedeeltelijk,nee,2024-10-15,4 rijen afgewezen,,,$' "$T/out"
sed -n '1p;4p' "$T/f.csv" >"$T/f1.csv"
run "$R" --rooster "$T/r.csv" -P "$T/p.csv" GM1="$T/f1.csv"
ok "one row" grep -q \
    '^GM1,najaar,.*,gedeeltelijk,nee,2024-10-15,1 rij afgewezen,,,$' "$T/out"
sed -i '/GM3/d' "$T/r.csv"
run "$R" --rooster "$T/r.csv" -P "$T/p.csv"
ok "nothing to lower: 0" test $status = 0
cp "$T/out" "$T/again.csv"
run "$R" --rooster "$T/again.csv" -P "$T/p.csv"
is 0 "its own output is a roster" <"$T/again.csv"

# Whose plans are of a delivery before.
cat >"$T/v.csv" <<'END'
gemeente,levering,peildatum,bestand,bytes,sha256,uitgave,oordeel
GM1,nieuw,2025-01-01,,,,u2,overgenomen
GM2,een,2024-01-01,,,,u1,behouden
GM2,twee,2024-01-01,,,,u1,behouden
END
run "$R" --rooster "$T/r.csv" -P "$T/p.csv" --vankracht "$T/v.csv" GM2="$T/f.csv"
ok "lowered to vorige, whatever was rejected" grep -qx "GM2,najaar,2024-10-15,\
2024-11-05,vorige,ja,2024-11-05,de levering daarvoor is van kracht,een|twee,\
2024-01-01,u1" "$T/out"
ok "of one that was taken over its name and day" grep -qx "GM1,najaar,\
2024-10-15,2024-10-15,volledig,nee,2024-10-15,,nieuw,2025-01-01," "$T/out"

# wrong NAME LINE MESSAGE
wrong() {
	{ head -1 "$T/r.csv"; echo "$2"; } >"$T/w.csv"
	run "$R" --rooster "$T/w.csv" -P "$T/p.csv"
	fails 2 "$1" "rooster: $T/w.csv: GM1 najaar: $3"
}
wrong "a stand that is none" GM1,najaar,2024-10-15,2024-10-15,half \
    'stand "half", expected volledig, gedeeltelijk or niet'
wrong "a date that is none" GM1,najaar,15-10-2024,2024-10-15,volledig \
    'expected dates as 2024-10-15'
wrong "complete, but not received" GM1,najaar,2024-10-15,,volledig \
    'volledig, but not received'
run "$R" --rooster "$T/r.csv" -P "$T/p.csv" GM1
fails 2 "usage" 'rooster: expected GEMEENTE=FINDINGS.csv, not "GM1"'
run "$R" --rooster "$T/none" -P "$T/p.csv"
ok "a file that is not there: exit 2" test $status = 2
printf 'gemeente,aantal\nGM1\n' >"$T/short.csv"
run "$R" --rooster "$T/r.csv" -P "$T/short.csv"
fails 2 "a register that is none: csvpick's message, once" \
    "csvpick: $T/short.csv:2: error: expected 2 fields as in the header, found 1: 'GM1'"
"$R" --rooster "$T/r.csv" -P "$T/p.csv" >/dev/full 2>"$T/err"
ok "a full disk: exit 2" test $? = 2

# A delivery with a reject, from plan-normalize to the mark in the stand.
F=$ROOT/pipelines/flevoland
D=$DATA/nightly/plannen
sed '3s/,2B [^,]*,/,ooit,/' "$D/urk.csv" >"$T/urk.csv"
plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
    -l "$F/indeling/urk.csv" --peildatum 2024-01-01 \
    --findings "$T/urk.findings" -o "$T/plannen.csv" "$T/urk.csv" 2>"$T/err"
ok "a damaged delivery is published with errors" test $? = 1
"$R" --rooster "$F/rooster.csv" -P "$T/plannen.csv" GM0184="$T/urk.findings" \
    >"$T/rooster.csv"
ok "and partial in the roster" grep -q \
    '^GM0184,.*,gedeeltelijk,nee,2024-10-02,.* afgewezen,,,$' "$T/rooster.csv"
echo tabel,onderwerp,regio,periode,waarde,eenheid,status,reden >"$T/w.csv"
# urk ROSTER: whether Urk's own total is complete.
urk() {
	woondeal-diff -q -g "$F/gemeenten.csv" -t "$F/opgave.csv" -y 2024..2030 \
	    -P "$T/plannen.csv" --rooster "$1" --peildatum 2024-01-01 \
	    "$T/w.csv" 2>"$T/err" | csvpick -HT -c volledig \
	    -w sleutel="basis|gemeente|GM0184|2024|2030"
}
ok "which marks the totals it touches" test "$(urk "$T/rooster.csv")" = \
    "nee: GM0184"
ok "as the roster by hand does not" test "$(urk "$F/rooster.csv")" = ja
done_testing
