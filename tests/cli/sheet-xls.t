#!/bin/sh
# sheet-extract on .xls: workbooks of our own, made of their records by xls.pl
# (testdata/sheet-extract), and what LibreOffice wrote.
. "$(dirname "$0")/lib.sh"
F=$DATA/sheet-extract

# make NAME: $T/NAME.xls of what is on stdin
make() {
	perl "$F/xls.pl" >"$T/$1.xls"
}

short() {
	sed "s|$T/||g" "$T/err" >"$T/short"
	mv "$T/short" "$T/err"
}

make oud <"$F/oud.records.txt"
run sheet-extract "$T/oud.xls"
short
is 1 "Excel 97" "$(cat "$F/oud.err")" <"$F/oud.out.csv"
run sheet-extract -q "$T/oud.xls"
cp "$T/out" "$T/all"
run sheet-extract -q - <"$T/oud.xls"
ok "from standard input" cmp "$T/all" "$T/out"
gzip -c "$T/oud.xls" >"$T/oud.gz"
run sheet-extract -q "$T/oud.gz"
ok "gzipped is the same" cmp "$T/all" "$T/out"
sed 's/^!stream Workbook/& mini/' "$F/oud.records.txt" | make mini
run sheet-extract -q "$T/mini.xls"
ok "a small stream" cmp "$T/all" "$T/out"
sed 's/^!stream Workbook/& sector 4096/' "$F/oud.records.txt" | make large
run sheet-extract -q "$T/large.xls"
ok "large sectors" cmp "$T/all" "$T/out"
run sheet-extract -L "$T/oud.xls"
is 0 "its sheets" <<'END'
nummer,naam,soort,staat,rijen,kolommen,cellen,eerste_cellen
1,Plannen,werkblad,zichtbaar,5,7,33,gemeente | Súdwest | rijker | klanks | afgebrokeń
2,Weg€,werkblad,verborgen,2,2,3,2 | 1 | 4
3,Grafiek,grafiek,zichtbaar,0,0,0,
END
sed '/^85 @twee/s/ 1b 0b / 2b 0b /' "$F/oud.records.txt" | make diep
run sheet-extract -L "$T/diep.xls"
ok "hidden so that Excel does not offer it" grep -q '^2,Weg€,werkblad,zeer verborgen,' \
    "$T/out"
run sheet-extract -q -s 2 "$T/oud.xls"
is 0 "cells in any order" <<'END'
1,
2,4
END
run sheet-extract --visible -q "$T/oud.xls"
ok "--visible" sh -c "! grep -q Súdwest '$T/out'"
run sheet-extract -q -s 3 "$T/oud.xls"
short
fails 2 "a chart" 'sheet-extract: oud.xls: error: sheet 3 "Grafiek" is a '\
'chartsheet: it has no cells; give -s another'

cat >"$T/vijf.records.txt" <<'END'
!stream Book
809 1280w 5w 0w 0w
42 1252w
22 1w
41e 164w 10b 'dd-mm-yyyy'
e0 0w 0w 0w
e0 0w 164w 0w
85 @een 0b 0b 4b 'Blad'
a
:een
809 1280w 16w 0w 0w
204 0w 0w 0w 5w 'prijs'
204 0w 1w 0w 2w x80 '5'
203 1w 0w 1w 43860f
6 1w 1w 0w x000000000000ffff 0w 0d 0w
207 4w 'caf' xe9
a
END
make vijf <"$T/vijf.records.txt"
run sheet-extract "$T/vijf.xls"
is 0 "Excel 5, from 1904" <<'END'
prijs,€5
2024-01-31,café
END
cp "$T/out" "$T/vijf"
sed 's/^42 1252w/42 32769w/' "$T/vijf.records.txt" | make wijzer
run sheet-extract -q "$T/wijzer.xls"
ok "the other number of that code page" cmp "$T/vijf" "$T/out"

# What LibreOffice made of one workbook of ours in each form.
for f in lo.xlsx lo.ods lo.xls; do
	run sheet-extract -q "$F/$f"
	is 0 "LibreOffice's $f" <"$F/lo.out.csv"
done

# Excel protects the structure of a workbook by encrypting it with a password
# of its own, and opens it unasked: as LibreOffice did (RC4 of 40 bits), and
# the other method.
run sheet-extract -q "$F/wachtwoord.xls"
is 0 "Excel's own password" <"$F/lo.out.csv"
# .xlsx by xlsx-populate and officecrypto-tool (npm).
for f in wachtwoord-agile wachtwoord-standard; do
	run sheet-extract -q "$F/$f.xlsx"
	is 0 "$f" <"$F/lo.out.csv"
done
run sheet-extract "$F/geheim-agile.xlsx"
sed -i "s|$F/||" "$T/err"
fails 2 "an .xlsx under another password" "sheet-extract: geheim-agile.xlsx: \
error: an encrypted workbook: save it without a password"
for bits in 128 40; do
	sed "s/^42 1200w/!password $bits VelvetSweatshop\n&/" \
	    "$F/oud.records.txt" | make locked
	run sheet-extract -q "$T/locked.xls"
	ok "the same by CryptoAPI, $bits bits" cmp "$T/all" "$T/out"
done
sed "s/^42 1200w/!password 128 geheim\n&/" "$F/oud.records.txt" | make locked
run sheet-extract "$T/locked.xls"
short
fails 2 "another password" "sheet-extract: locked.xls: error: an encrypted \
workbook: save it without a password"

# Damage: refused in one line, or no data was in what is gone (the table of
# sectors stands at the end).

whole=$(wc -c <"$T/oud.xls")
cuts() {
	n=0 bad=0
	while [ "$n" -lt "$whole" ]; do
		head -c "$n" "$T/oud.xls" >"$T/cut.xls"
		run sheet-extract -q "$T/cut.xls"
		case $status:$(wc -l <"$T/err") in
		2:1) [ ! -s "$T/out" ] || bad=1 ;;
		*) cmp "$T/all" "$T/out" || bad=1 ;;
		esac
		n=$((n + 61))
	done
	return $bad
}
ok "cut off anywhere" cuts

# refused NAME STATUS MESSAGE, its records on stdin
refused() {
	make bad
	run sheet-extract "$T/bad.xls"
	short
	fails 2 "$1" "sheet-extract: bad.xls: error: $2"
}
repair="open and save it in Excel"
refused "no sheet" "a workbook without sheets" <<'END'
809 1536w 5w 0w 0w 0d 0d
a
END
refused "encrypted" \
    "an encrypted workbook: save it without a password" <<'END'
809 1536w 5w 0w 0w 0d 0d
2f 1w 1w 1w
a
END
refused "a sheet where there is none" \
    "damaged .xls: no start where there should be one; $repair" <<'END'
809 1536w 5w 0w 0w 0d 0d
:here
85 @here 0b 0b 1b "a"
a
END
refused "a text without its end" \
    "damaged .xls: cut off in a record; $repair" <<'END'
809 1536w 5w 0w 0w 0d 0d
85 @een 0b 0b 9b "a"
:een
a
END
refused "beyond the last column" \
    "damaged .xls: a cell beyond the last column; $repair" <<'END'
809 1536w 5w 0w 0w 0d 0d
85 @een 0b 0b 1b "a"
a
:een
809 1536w 16w 0w 0w 0d 0d
203 65535w 9000w 0w 1f
a
END
refused "another Office document" "an Office document that is no workbook, \
expected .xlsx, .xls or .ods" <<'END'
!stream WordDocument
809 1536w 5w 0w 0w 0d 0d
END
refused "an encrypted .xlsx without its key" \
    'no stream "EncryptionInfo" in it' <<'END'
!stream EncryptedPackage
809 1536w 5w 0w 0w 0d 0d
END
printf '\11\10\10\0\0\3\20\0' >"$T/bad.xls"
run sheet-extract "$T/bad.xls"
short
fails 2 "Excel 3" "sheet-extract: bad.xls: error: an .xls of before Excel 5: \
open it in Excel and save it as .xlsx"
# A chain of sectors that comes back on itself: sector 0 after sector 0.
perl -pe 'BEGIN { undef $/ } my $fat = 512 * (1 + unpack "V", substr $_, 76, 4);
    substr($_, $fat, 4) = pack "V", 0' "$T/oud.xls" >"$T/bad.xls"
run sheet-extract "$T/bad.xls"
short
fails 2 "a circle of sectors" "sheet-extract: bad.xls: error: damaged OLE \
file: a chain of sectors that is broken; $repair"

done_testing
