#!/bin/bash
# Back to a release that was kept: release-seal --back, --lift and --verify, and
# the recipes rollback and publish. What a night may do meanwhile.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
rollback=$ROOT/pipelines/rollback
. "$ROOT/tests/cli/kept.sh"
back() {
	run "$rollback" -o uit --now $noon --who J. --why 'a, "wrong" file' "$@"
}
current() { [ "$(readlink uit/current)" = "$1" ]; }
rows() { csvpick -H -c handeling,van,naar uit/terug.csv 2>/dev/null; }

fresh
touch -d 2001-01-01 uit/$A
back $A
is 0 'back to a release that was kept' </dev/null
ok 'it is current' current $A
ok 'its time is that of when it was published' \
    [ "$(stat -c %Y uit/$A)" = "$(date -d 2001-01-01 +%s)" ]
ok 'who and why are in the journal' diff - uit/terug.csv <<END
moment,handeling,van,naar,wie,waarom
2026-11-30T12:00:00Z,terug,$B,$A,J.,"a, ""wrong"" file"
END
run "$rollback" -o uit --list
sed -i 's/ [-0-9]* [0-9:]*Z / /' out
is 0 'which are kept' <<END
$B 0 errors
$A 0 errors current
END
back $A
fails 2 'back to what is current' "release-seal: $A: is uit/current already
rollback: a program failed with status 2; nothing came of it"

# The nights after it.
held="release-seal: a roll-back to $A is in force (J.: a, \"wrong\" file), and"
release $B
fails 2 'a night that is what was taken back' \
    "$held this is the run that was taken back; --lift ends it"
release $C fout
fails 2 'a night with errors' \
    "$held this run has errors among its findings; --lift ends it"
ok 'neither became current, nor was written down' [ "$(rows)" = "terug,$B,$A" -a \
    "$(readlink uit/current)" = $A ]
release $C waarschuwing
is 0 'a good night of other deliveries goes forward' </dev/null
ok 'which the journal has' [ "$(tail -n 1 uit/terug.csv)" = \
    "2026-11-30T13:00:00Z,vooruit,$A,$C,release-seal,a good night" ]
release $B
is 0 'after that any' </dev/null
fresh
back $A
release $C
back $A
release $B
is 0 'what was taken back before a good night is that no more' </dev/null

fresh
release $C
back $B
back $A
release $B
fails 2 'twice back: neither of them' "$held this is the run that was taken \
back; --lift ends it"
release $C
ok 'nor the other' [ "$status" = 2 ]
back $C
release $A
ok 'forward by hand: what was left then is taken back now' \
    grep -q 'the run that was taken back' err
back --lift
is 0 'a person lets the nights go forward' </dev/null
back --lift
fails 2 'there is nothing more to lift' "release-seal: uit: nobody turned back \
to what is current: nothing holds the next night
rollback: a program failed with status 2; nothing came of it"
release $A
is 0 'and any does' </dev/null
fresh
back $A
rm -rf uit/$B
release $B fout
ok 'also where the release itself was cleared away' [ "$status" = 2 ]

# What was taken back is not the good one of its month.
fresh
release $C
touch -d 2001-01-05 uit/$A
touch -d 2001-01-20 uit/$B
back $B
back $C
run "$ROOT/pipelines/nightly.d/opruimen" uit 1 $C
ok 'of that month the one that was taken back is not kept' \
    [ "$status-$(cd uit && echo [abc][abc][abc]*)" = "0-$A $C" ]

# refused NAME MESSAGE: and nothing is changed.
unchanged() { current $B && [ ! -e uit/terug.csv ]; }
refused() {
	back $A
	fails 2 "$1" "release-seal: $2
rollback: a program failed with status 2; nothing came of it"
	ok "$1: and nothing is changed" unchanged
	fresh
}
fresh
printf 'y\n' >uit/$A/swing/indicatoren_meta.csv
refused 'a damaged file' "uit/$A/swing/indicatoren_meta.csv: damaged: its \
sha256 is $(printf 'y\n' | sha256sum | cut -c -64), that of the manifest $(jq \
    -r '.bestanden[] | select(.pad == "swing/indicatoren_meta.csv").sha256' \
    uit/$A/manifest.json)"
rm uit/$A/swing/indicatoren.csv
refused 'a file that is gone' "uit/$A/swing/indicatoren.csv: is not there, and \
the manifest has it"
echo x >uit/$A/more
refused 'a file more' "uit/$A/more: is not in the manifest"
ln -s bevindingen.csvt uit/$A/link
refused 'a link' "uit/$A/link: is no regular file; a release has only those"
head -c 100 uit/$B/manifest.json >uit/$A/manifest.json
refused 'a manifest that is cut off' \
    "uit/$A/manifest.json: no JSON at byte 100; is it whole?"
cp uit/$B/manifest.json uit/$A/manifest.json
refused 'the manifest of another' "uit/$A: its manifest is of the run $B"
echo '{"run": "'$A'"}' >uit/$A/manifest.json
refused 'a manifest without files' \
    "uit/$A/manifest.json: is of no sealed release"
rm uit/$A/manifest.json
refused 'no manifest' "uit/$A/manifest.json: No such file or directory"
back ../uit/$A
ok 'another folder is no release of it' grep -q 'expected the name of' err
run "$rollback" -o uit $A
fails 2 'no reason' 'rollback: --why is needed; see --help'
run "$rollback" -o uit --why x --who $'a\nb' $A
ok 'who is one line' grep -q -- '--who: one line of text' err
back $A x
fails 2 'two releases' 'rollback: expected the name of one release; see --help'
exec 8<uit/.slot
flock 8
back $A
fails 2 'while a night runs' 'rollback: a night is running in uit'
ok 'and nothing is changed' unchanged
exec 8<&-

# Half a row, of a power cut.
back $A
printf '2026-11-30T14' >>uit/terug.csv
release $B
ok 'half a row: what is whole holds' [ "$status" = 2 ]
back --lift
ok 'and the next is whole' [ "$(rows)" = "terug,$B,$A
vrij,$A," ]

# On the disk: the journal, then current, then the folder.
traced() {
	ASAN_OPTIONS=detect_leaks=0 run strace -f -y -o trace "$@" release-seal \
	    --publish uit --back --name $A --who me --why so
}
fresh
traced -e trace=fsync,rename,write
order() {
	sed -n "s|.*fsync([0-9]*<$T/uit/terug.csv>) *= 0|journal|p
		s|.*fsync([0-9]*<$T/uit>) *= 0|folder|p
		s|.*rename(\"uit/.current\", \"uit/current\") *= 0|current|p" trace |
	    tr '\n' ' '
}
ok 'the journal is on the disk before current turns, which is then' \
    [ "$(order)" = 'journal folder folder current folder ' ]
# What fails of it: current is what it was, and a row more than that is told.
# Of openat and read, which are many, each fifth; make soak takes every one.
for call in fsync rename symlink openat read write ftruncate; do
	n=0 bad='' told=0 step=1
	case $call in openat | read) step=${CALLS_EVERY:-5} ;; esac
	while :; do
		n=$((n + step))
		fresh
		traced -e "trace=$call" -e "inject=$call:error=EIO:when=$n"
		grep -q INJECTED trace || break
		[ "$status" != 127 ] && grep -q "^release-seal: " err || continue
		told=$((told + 1))
		[ "$status" = 2 ] && current $B || bad="$bad $call:$n"
		[ ! -e uit/terug.csv ] || case $(rows | tail -n 1) in
		'' | terug,* | mislukt,*) ;;
		*) bad="$bad row:$n" ;;
		esac
	done
	ok "$call fails: back or not at all" \
	    [ -z "$bad" ] && { [ "$call" = ftruncate ] || [ "$told" -gt 0 ]; }
	[ -z "$bad" ] || echo "#$bad"
done

# The publishers follow: Swing's folder shows the release that is current.
fresh
mkdir prov map
printf 'instelling,waarde\nmap,%s/map\n' "$T" >prov/swing.csv
shows() { cmp uit/"$1"/swing/indicatoren_meta.csv map/indicatoren_meta.csv; }
run "$ROOT/pipelines/publish" --now $noon -p prov uit/current
is 0 'published where the province publishes' </dev/null
ok 'it shows' shows $B
back -p prov $A
is 0 'back, and the publishers follow' </dev/null
ok 'the older one shows' shows $A
ok 'what was published where and when is in one table' diff - \
    <(sed "s|$T/||; \$!{/^2026-11-30T12:00:00Z/!{/^moment/!s/^[^,]*/T/}}; \$s/^[^,]*/T/" \
    uit/gepubliceerd.csv) <<END
moment,bestemming,doel,uitgave,uitkomst,melding
2026-11-30T12:00:00Z,swing,,$B,begonnen,
2026-11-30T12:00:00Z,swing,map,$B,begonnen,
2026-11-30T12:00:00Z,swing,map,$B,klaar,
2026-11-30T12:00:00Z,swing,,$B,klaar,
T,swing,,$A,begonnen,
T,swing,map,$A,begonnen,
T,swing,map,$A,klaar,
T,swing,,$A,klaar,
END
rmdir map/x 2>/dev/null
mv map gone
back -p prov $B
ok 'a publisher that cannot follow: it is current, exit 1' \
    [ "$status" = 1 -a "$(readlink uit/current)" = $B ]
ok 'and why stands in the table' [ "$(csvpick -H -c uitgave,uitkomst,melding \
    uit/gepubliceerd.csv | tail -n 1)" = "$B,mislukt,$T/map: no such folder" ]
mv gone map
printf '%s\n' "2026-11-30T15:00:00Z,swing,,$B,begonnen," '2026-11' |
    head -c -1 >>uit/gepubliceerd.csv
run "$ROOT/pipelines/publish-swing" -t prov/swing.csv uit/current
ok 'one that was killed is told by the next, which does all' [ "$status" = 0 -a \
    "$(cat err)" = "publish-swing: the publication of 2026-11-30T15:00:00Z	$B \
did not end; this one does all again" ]
ok 'it shows' shows $B
ok 'and the table is whole' [ "$(csvpick -H -c uitkomst uit/gepubliceerd.csv |
    tail -n 5 | tr '\n' ' ')" = 'begonnen begonnen begonnen klaar klaar ' ]

# What Swing has of the newer release alone goes, and comes back with it.
newer=1
release $C
newer=''
run "$ROOT/pipelines/publish" -p prov uit/current
back -p prov $A
ok 'slices and indicators of the newer one are emptied' diff - \
    <(cat map/vervallen_perioden.csv map/vervallen_indicatoren.csv) <<END
PERIODE,GEBIEDSNIVEAU,GEBIED,bomen,uilen
2024,gemeente,34,-99996,-99996
PERIODE,GEBIEDSNIVEAU,GEBIED,uilen
2023,gemeente,34,-99996
END
ok 'beside the older one, whole' shows $A
back -p prov $C
ok 'and none of it when that is back' \
    [ "$status-$(ls map | tr '\n' ' ')" = \
    '0-indicatoren.csv indicatoren_meta.csv ' ]
done_testing
