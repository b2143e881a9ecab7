#!/bin/sh
# A night with a delivery that is not taken over: the one before stays in force,
# night after night, until a better one comes or a person accepts it by name.
. "$(dirname "$0")/lib.sh"
own_tools
cd "$T" || exit 1
cp -R "$DATA/provincie/provincie" prov
cp -R "$DATA/provincie/gegevens" gegevens
given=$DATA/provincie/gegevens/plannen
R=uit/current
next_night() {
	run "$ROOT/pipelines/nightly" -p prov -d gegevens -o uit
	now=$(readlink $R)
}
small_night
cp -R "$S/uit" uit
first=$(readlink $R) now=$first
ok "the first night" test "$(cat "$S/status")" = 0 -a ! -s "$S/err"
cp -R $R/ eerst
force() {
	have=$(csvpick -H -c gemeente,oordeel,uitgave $R/vankracht.csv | tr '\n' ' ')
	[ "$have" = "$1" ] || { echo "$have"; return 1; }
}
ok "all is in force" force \
    "GM9001,overgenomen,$now GM9002,overgenomen,$now GM9003,overgenomen,$now "

# One is ten times too large, one of nobody: neither is taken over.
linde=plannen/oostwoud.csv
sed -i 's/,100,100$/,1000,1000/' gegevens/$linde
rm gegevens/plannen/westwoud.csv
next_night
second=$now
ok "published with findings" test "$status" = 1
ok "of two the delivery before is in force" force \
    "GM9001,behouden,$first GM9002,overgenomen,$now GM9003,behouden,$first "
plans() {
	csvpick -c gemeente,plan_naam,aantal,peildatum,levering,bron_rij \
	    "$1/plannen.csv" | sort >"$2"
}
plans eerst want
plans $R have
ok "their plans are as they were, with where they come from" diff want have
ok "said on stderr" sh -c 'grep -q "L005 Oostwoud: woningen is 2070, where" err &&
    grep -qx "nightly: plannen/oostwoud.csv: the delivery of Oostwoud is left out" err'
csvpick -HTu -c code,ernst -w bestand=gegevens/$linde $R/bevindingen.csv |
    grep ^L | sort | tr '\t\n' ': ' >have
ok "among the findings" grep -qx 'L005:fout L008:waarschuwing L011:info ' have
ok "in the roster, with its date and release" test "$(csvpick -H \
    -c stand,van_kracht,peildatum,uitgave -w gemeente=GM9001 $R/rooster.csv)" \
    = "vorige,oostwoud 2025,2025-01-01,$first"
ok "each total that they touch is marked" test "$(csvpick -H -c volledig \
    -w niveau=provincie -w jaar_tot=2026 -w jaar_van=2023 $R/stand.csv)" = \
    "nee: GM9001|GM9003"
ok "the letter says so" sh -c "grep -q '^- L005 Oostwoud: woningen is' \
    $R/brieven/GM9001.txt && grep -qx \
    'Van kracht blijft oostwoud 2025 (peildatum 2025-01-01).' \
    $R/brieven/GM9001.txt"
page() { tr -s '\n ' '  ' <$R/monitor.txt | grep -qF "$1"; }
ok "and the page" page "De levering van Oostwoud wijkt te veel af van de vorige"
ok "with the date of what counts" page "Van Oostwoud (1 januari 2025) en \
Westwoud (1 januari 2025) gelden nog de plannen van een eerdere levering"
ok "the manifest has the bytes in force" test "$(jq -r '.leveringen[] |
    select(.gemeente == "GM9001") | .oordeel, .uitgave, .sha256' \
    $R/manifest.json | tr '\n' ' ')" = "behouden $first $(sha256sum \
    <"$given/oostwoud.csv" | cut -c1-64) "
ok "and what was refused" test "$(jq -r '.geweigerd[] | .gemeente, .code' \
    $R/manifest.json | tr '\n' ' ')" = "GM9001 L005 GM9003 L001 "

# What stays in force does so without the release that took it over.
cp -R $R/ tweede
rm -r "uit/$first"
next_night
ok "again, that one cleared away: the same bytes" diff -r tweede $R/
cp gegevens/$linde linde.csv
cp "$given/westwoud.csv" gegevens/plannen/
: >gegevens/$linde
: >gegevens/plannen/eikenrode.csv
next_night
ok "what was kept is kept on, each of its own release" force \
    "GM9001,behouden,$first GM9002,behouden,$second GM9003,overgenomen,$now "
plans $R have
ok "with their plans" diff want have

# A person says that it is right, of exactly these bytes.
cp "$given"/* gegevens/plannen/
cp linde.csv gegevens/$linde
row=$(csvpick -HT -c melding -w code=L011 tweede/bevindingen.csv |
    sed 's/.*rij \(.*\),door,.*/\1/')
cat >prov/aanvaard.csv <<END
gemeente,levering,sha256,door,datum,reden
$row,J. de Vries,2025-02-03,De Linde is een wijk geworden
END
next_night
ok "accepted by name; and the others are there again" force \
    "GM9001,aanvaard,$now GM9002,overgenomen,$now GM9003,overgenomen,$now "
ok "and nothing is wrong" test "$status" = 0
ok "its plans count" test "$(csvpick -H -c hard -w regio=GM9001 -w jaar_van=2025 \
    -w jaar_tot=2025 $R/stand.csv)" = 1000
ok "who accepted what is kept with the release" cmp prov/aanvaard.csv \
    $R/provincie/aanvaard.csv
ok "and the roster is complete again" test -z \
    "$(csvpick -H -w stand!=volledig $R/rooster.csv)"
done_testing
