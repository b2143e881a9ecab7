#!/bin/bash
# backup and restore: what comes out of an archive is what its manifest says,
# on the way in and on the way out, or it is refused by name.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
backup=$ROOT/pipelines/backup
restore=$ROOT/pipelines/restore
. "$ROOT/tests/cli/kept.sh"
fresh
touch -d 2001-01-01 uit/$A
run "$ROOT/pipelines/rollback" -o uit --why so --who J. $A
mkdir kopie uit/eigen
run "$backup" -v -o uit -t kopie
ok 'all that is kept' [ "$status-$(cat err)" = "0-backup: $A: kept
backup: $B: kept" ]
ok 'archives, their sums, the journal and what is current' \
    [ "$(cd kopie && ls -A | tr '\n' ' ')" = "$A.tar.gz $A.tar.gz.sha256 \
$B.tar.gz $B.tar.gz.sha256 current terug.csv " ]
cp -p kopie/$A.tar.gz first
run "$backup" -v -o uit -t kopie
ok 'again: what is there is not made again' [ "$status-$(cat err)" = "0-backup: \
$A: is there
backup: $B: is there" -a ! first -ot kopie/$A.tar.gz ]
rm kopie/$A*
run "$backup" -o uit -t kopie $A
is 0 'one by name' </dev/null
ok 'the same release is the same archive' cmp first kopie/$A.tar.gz
ok 'its sum is for anybody' [ "$(cd kopie && sha256sum -c ./*.sha256)" = \
    "$A.tar.gz: OK
$B.tar.gz: OK" ]

# Into an empty machine.
run "$restore" -o leeg --who J. --now $noon kopie
is 0 'all come back' </dev/null
ok 'the same, byte for byte, with what is current' \
    diff -r --no-dereference -x eigen -x terug.csv uit leeg
ok 'as old as they were' [ "$(stat -c %Y leeg/$A)" = "$(date -d 2001-01-01 +%s)" ]
ok 'with the journal, and a row of this' [ "$(csvpick -H -c handeling,van,naar \
    leeg/terug.csv)" = "terug,$B,$A
hersteld,,$A" ]
rm -rf new
run "$restore" -v -o leeg kopie
ok 'again: they are there' [ "$status-$(cat err)" = "0-restore: $A: is there
restore: $B: is there" ]
run "$restore" -o leeg --current --why so kopie/$B.tar.gz
ok 'one is made current' [ "$status-$(readlink leeg/current)" = 0-$B ]
ok 'and nothing else is left' [ "$(cd leeg && ls -A | tr '\n' ' ')" = \
    ".slot $A $B current terug.csv " ]

# refused NAME MESSAGE: and nothing of it is there.
refused() {
	rm -rf leeg
	run "$restore" -o leeg --current x.tar.gz
	fails 2 "$1" "restore: ./x.tar.gz: refused: $2"
	ok "$1: and nothing is there" [ "$(ls -A leeg)" = .slot ]
	rm -rf x x.tar.gz.sha256
}
# made COMMAND...: an archive in which the command changed something.
made() {
	rm -rf x
	mkdir x
	cp -R uit/$A x/$A
	(cd x && "$@")
	(cd x && tar -czf ../x.tar.gz ./*)
}
made sed -i s/2023/2024/ $A/swing/indicatoren.csv
refused 'a file that changed' "$A/swing/indicatoren.csv: damaged: its sha256 is \
$(sed s/2023/2024/ uit/$A/swing/indicatoren.csv | sha256sum | cut -c -64), that \
of the manifest $(sha256sum <uit/$A/swing/indicatoren.csv | cut -c -64)"
made rm $A/bevindingen.csv
refused 'a file that is gone' "$A/bevindingen.csv: is not there, and the \
manifest has it"
made ln -s /etc/passwd $A/swing/x
refused 'a link' "$A/swing/x: is no regular file; a release has only those"
made mv $A $C
refused 'another name' "$C: its manifest is of the run $A"
made mv $A eigen
refused 'no release' 'no release alone is in it'
made cp -R $A $B
refused 'two' 'no release alone is in it'
head -c 500 kopie/$A.tar.gz >x.tar.gz
rm -rf leeg
run "$restore" -o leeg x.tar.gz
ok 'an archive that is cut off' [ "$status" = 2 -a "$(ls -A leeg)" = .slot ]
ok 'by name' grep -q '^restore: ./x.tar.gz: refused: ' err
printf x >>kopie/$B.tar.gz
rm -rf leeg
run "$restore" -o leeg kopie
fails 2 'one of a folder is damaged' "restore: kopie/$B.tar.gz: refused: \
damaged: not the bytes that were written"
ok 'the other is back, and current' \
    [ "$(ls leeg | tr '\n' ' ')-$(readlink leeg/current)" = \
    "$A current terug.csv -$A" ]
run "$backup" -o uit -t kopie
fails 2 'and the next back-up tells' "backup: kopie/$B.tar.gz: damaged: not the \
bytes of $B.tar.gz.sha256; remove both to make it again"
echo y >leeg/$A/bevindingen.csvt
run "$restore" -o leeg kopie/$A.tar.gz
ok 'a damaged one in its place is not taken for it' \
    [ "$status-$(tail -n 1 err)" = "2-restore: kopie/$A.tar.gz: refused: leeg/$A \
is there, and not what it should be: move it away" ]

# What is damaged does not become a back-up; nor what a full disk cut.
rm -rf kopie/*
echo y >uit/$B/bevindingen.csvt
run "$backup" -o uit -t kopie
ok 'a damaged release: no back-up of it, and of the other' \
    [ "$status-$(ls kopie | tr '\n' ' ')" = \
    "2-$A.tar.gz $A.tar.gz.sha256 current terug.csv " ]
ok 'by the name of its file' grep -q "^release-seal: uit/$B/bevindingen.csvt: \
damaged: " err
rm -rf kopie/*
(ulimit -f 0 && trap '' XFSZ && run "$backup" -o uit -t kopie $A
	exit "$status") 2>/dev/null
ok 'a disk that is full: nothing that could be taken for one' \
    [ $? = 2 -a -z "$(ls -A kopie)" ]
run "$backup" -o uit -t kopie xyz
fails 2 'no name' "backup: 'xyz': expected the name of a release"
run "$restore" -o leeg niets
fails 2 'no archive' 'restore: niets: is not there'
done_testing
