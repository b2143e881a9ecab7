#!/bin/bash
# Keys, words, names and messages of 600 bytes and more that differ in their
# last character: none is compared, looked up or said as its cut beginning.
. "$(dirname "$0")/lib.sh"
P=$DATA/plan-normalize
LONG=$(printf 'l%.0s' {1..600})
MORE=$LONG$LONG$LONG$LONG

# The codes of a plan's status: 14 bytes, 600, and one of each that is there.
cat >"$T/planstatus.csv" <<END
regelset,planstatus,hardheid
basisset,eerste-stap-nA,hard
basisset,eerste-stap-nB,zacht
basisset,${LONG}A,hard
basisset,${LONG}B,zacht
END
cat >"$T/layout.csv" <<END
veld,kolom,omzetting,waarde
gemeente,,,GM9001
circa,,,10
bereik,,,midden
plan_naam,Plan,,
planstatus,Status,code,
planstatus,,als:7. $LONG${LONG}x,eerste-stap-nA
aantal,2026,bouw,
END
cat >"$T/plans.csv" <<END
Plan,Status,2026
een,EERSTE-STAP-NB,10
twee,eerste-stap-nC,10
drie,${LONG^^}B,10
vier,${LONG}C,10
vijf,eerste-stap-nA,ca. $(printf '%058d' 4000)
zes,eerste-stap-nA,40   $(printf '%99s' '')-  60
zeven,8. $LONG${LONG}x,10
acht,8. $LONG${LONG}y,10
END
normalize() {
	run plan-normalize -g "$P/gemeenten.csv" -S "$T/planstatus.csv" \
	    -l "$T/layout.csv" "$@" --findings "$T/findings" "$T/plans.csv"
}
normalize
csvpick -c plan_naam,planstatus,aantal "$T/out" | tail -n +2 >"$T/read"
ok "a code is its own last character" diff -u - "$T/read" <<END
een,eerste-stap-nB,10
drie,${LONG}B,10
vijf,eerste-stap-nA,4000
zes,eerste-stap-nA,50
END
grep -c "$LONG${LONG}x.*eerste-stap-nA" "$T/findings" >"$T/labels"
ok "a label is found by its last character" grep -qx 1 "$T/labels"

# What there is, all of it, and what was found, to its end.
for i in $(seq 40); do
	echo "regels-van-provincie-$i,1A,hard"
done >>"$T/planstatus.csv"
normalize -R anders
ok "all rule sets are named" grep -q 'regels-van-provincie-40$' "$T/err"
echo "basisset,9,${MORE}Z" >>"$T/planstatus.csv"
normalize
ok "a table's message has its end" grep -q "${MORE}Z\"\$" "$T/err"

# Options: how it is used is the end of the message.
for tool in plan-diff cbs-extract woondeal-diff indicator-join; do
	run "$tool" "--$MORE"
	ok "$tool: usage after a long option" grep -q \
	    "$MORE.*usage: $tool .*--help)\$" "$T/err"
done

# A place is the whole path.
deep=$T/$(printf '%0200d/%0200d/%0200d/%0200d' 1 2 3 4)
mkdir -p "$deep"
printf '%s\n' 'Plan,Status,2026' 'een,eerste-stap-nA,veel' >"$deep/plans.csv"
head -3 "$T/planstatus.csv" >"$T/few.csv"
run plan-normalize -g "$P/gemeenten.csv" -S "$T/few.csv" -l "$T/layout.csv" \
    --findings "$T/findings" "$deep/plans.csv"
ok "a place with its row and column" grep -q \
    "$deep/plans.csv:2:C: error: E[0-9]* \"veel\": " "$T/err"

# Sheets of a workbook, by name.
NS=urn:oasis:names:tc:opendocument:xmlns
# table NAME TEXT
table() {
	echo "<table:table table:name=\"$1\"><table:table-row>" \
	    "<table:table-cell office:value-type=\"string\">" \
	    "<text:p>$2</text:p></table:table-cell></table:table-row>" \
	    "</table:table>"
}
cat >"$T/parts" <<END
== mimetype stored
application/vnd.oasis.opendocument.spreadsheet
== content.xml
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="$NS:office:1.0"
 xmlns:table="$NS:table:1.0" xmlns:text="$NS:text:1.0">
<office:body><office:spreadsheet>
$(table "${LONG}a" eerste)
$(table "${LONG}b" 31-12-2024)
</office:spreadsheet></office:body></office:document-content>
END
perl "$DATA/sheet-extract/book.pl" "$T/parts" >"$T/book.ods"
run sheet-extract -q -s "${LONG^^}B" "$T/book.ods"
ok "a sheet is its own last character" grep -q '^31-12-2024' "$T/out"
run sheet-extract -q -s "${LONG}c" "$T/book.ods"
ok "no other sheet for it" test $status = 2
cp "$T/book.ods" "$deep/book.ods"
run sheet-extract -s 2 --findings "$T/findings" "$deep/book.ods"
ok "the file of a finding is the whole path" grep -q "^$deep/book.ods:" \
    "$T/findings"
done_testing
