#!/bin/sh
# sheet-extract: workbooks of our own (testdata/sheet-extract, made of their
# parts by book.pl) and, where it is, all of shared/data.
. "$(dirname "$0")/lib.sh"
F=$DATA/sheet-extract
shared=$ROOT/../shared/data

# book PARTS FILE: a workbook of them, by one program for all.
mkfifo "$T/ask" "$T/made"
perl -we 'require shift; $| = 1; while (<STDIN>) {
	chomp;
	my ($parts, $book) = split /\t/;
	open my $in, "<:raw", $parts or die "$parts: $!\n";
	open my $out, ">:raw", $book or die "$book: $!\n";
	print $out book(do { local $/; <$in> });
	close $out or die "$book: $!\n";
	print "made\n" }' "$F/book.pl" <"$T/ask" >"$T/made" &
maker=$!
exec 8>"$T/ask" 9<"$T/made"
book() {
	printf '%s\t%s\n' "$1" "$2" >&8
	read -r _ <&9
}

# make CASE EXTENSION: $T/CASE.EXTENSION
make() {
	book "$F/$1.in.txt" "$T/$1.$2"
}

# sheet NAME: a workbook NAME.xlsx with what is on stdin as its only sheet.
sheet() {
	{
		echo '!xlsx Blad'
		echo '== xl/worksheets/sheet1.xml'
		cat
	} >"$T/parts"
	book "$T/parts" "$T/$1.xlsx"
}

# rows NAME: the same around what is in <sheetData>.
NS=http://schemas.openxmlformats.org/spreadsheetml/2006/main
rows() {
	sheet "$1" <<END
<worksheet xmlns="$NS"><sheetData>$(cat)</sheetData></worksheet>
END
}

# Stays the same wherever the test runs.
short() {
	text=''
	while IFS= read -r line || [ -n "$line" ]; do
		while :; do
			case $line in
			*"$T/"*) line=${line%%"$T/"*}${line#*"$T/"} ;;
			*) break ;;
			esac
		done
		text="$text$line
"
	done <"$T/err"
	printf %s "$text" >"$T/err"
}

# with_findings CASE EXTENSION STATUS [OPTION...]
with_findings() {
	case=$1 file=$T/$1.$2 want=$3
	shift 3
	make "$case" "${file##*.}"
	run sheet-extract "$@" "$file"
	short
	is "$want" "$case" "$(cat "$F/$case.err")" <"$F/$case.out.csv"
	sheet-extract -q --findings "$T/found.csv" "$@" "$file" >"$T/csv" \
	    2>/dev/null
	sed "s|$T/||" "$T/found.csv" >"$T/found"
	ok "$case: findings" diff -u "$F/$case.findings.csv" "$T/found"
	ok "$case: the same with them" diff -u "$F/$case.out.csv" "$T/csv"
}

with_findings values xlsx 1
with_findings gaten xlsx 0
with_findings verborgen xlsx 0
with_findings bladen xlsx 0
with_findings ods ods 1
# One odd cell costs that cell only, in every form.
with_findings schade xlsx 1
with_findings schadeods ods 1

make formaten xlsx
run sheet-extract -q "$T/formaten.xlsx"
is 0 "number formats: what makes a date of a number" <"$F/formaten.out.csv"

# What LibreOffice and SheetJS both make of 90 codes of sections and
# conditions, each over positive, small, zero and negative numbers.
make secties xlsx
run sheet-extract -q "$T/secties.xlsx"
is 0 "sections: the one that Excel applies to the value" \
    <"$F/secties.out.csv"

make nederlands xlsx
run sheet-extract "$T/nederlands.xlsx"
is 0 "Dutch letters in codes" <<'END'
2024-01-31,06:00:00,PT36H,2024-01-31T06:00:00,2024-01-31,8,8,8,8
END

B=$T/bladen.xlsx
run sheet-extract -L "$B"
is 0 "lists the sheets" <<'END'
nummer,naam,soort,staat,rijen,kolommen,cellen,eerste_cellen
1,A & B,werkblad,zichtbaar,1,2,2,1904-01-01 | 2024-01-01
2,Grafiek,grafiek,zichtbaar,0,0,0,
3,Weg,werkblad,verborgen,1,1,1,1
4,Heel weg,werkblad,zeer verborgen,1,1,1,3
5,2024,werkblad,zichtbaar,0,0,0,
END

run sheet-extract -s 3 "$B"
short
is 0 "by number" "sheet-extract: bladen.xlsx:Weg: warning: S001 the sheet \
is hidden" <<'END'
1
END

run sheet-extract -q -s 'heel WEG' - <"$B"
is 0 "by name, in any case, from standard input" <<'END'
3
END

mkfifo "$T/pipe"
# Who writes to a reader that never comes does not wait for ever.
piped() { timeout 20 sh -c 'cat "$1" >"$2"' - "$B" "$T/pipe" & }
piped
run sheet-extract -q "$T/pipe"
is 0 "from a pipe" <<'END'
1904-01-01,2024-01-01
END

piped
TMPDIR=$T/none run sheet-extract -q "$T/pipe"
short
fails 2 "nowhere to spool" "sheet-extract: pipe: error: no temporary file in \
none: No such file or directory"

gzip -c "$B" >"$T/b.gz"
run sheet-extract -q "$T/b.gz"
is 0 "gzipped is the same" <<'END'
1904-01-01,2024-01-01
END

run sheet-extract -s 2024 "$B"
short
is 0 "a name before a number; an empty sheet" \
    'sheet-extract: bladen.xlsx:2024: warning: S012 the sheet has no values; '\
'give -s one that has: 1 "A & B", 3 "Weg", 4 "Heel weg"' \
    </dev/null

run sheet-extract --fail-on warning -s 2024 "$B"
short
is 1 "--fail-on warning" \
    'sheet-extract: bladen.xlsx:2024: warning: S012 the sheet has no values; '\
'give -s one that has: 1 "A & B", 3 "Weg", 4 "Heel weg"' \
    </dev/null

run sheet-extract --range A9: "$T/gaten.xlsx"
short
is 0 "an empty range" "sheet-extract: gaten.xlsx:Gaten: warning: S012 \
nothing in the range: the sheet goes up to D5" </dev/null

rows leeg </dev/null
run sheet-extract "$T/leeg.xlsx"
short
is 0 "nothing at all" "sheet-extract: leeg.xlsx:Blad: warning: S012 the \
sheet has no values, nor has another" </dev/null

run sheet-extract -s Weeg "$B"
short
fails 2 "no such sheet" 'sheet-extract: bladen.xlsx: error: no sheet "Weeg", '\
'did you mean "Weg"? There are: 1 "A & B", 2 "Grafiek", 3 "Weg", '\
'4 "Heel weg", 5 "2024"'

run sheet-extract -s 2 "$B"
short
fails 2 "a chart sheet" 'sheet-extract: bladen.xlsx: error: sheet 2 "Grafiek" '\
'is a chartsheet: it has no cells; give -s another'

run sheet-extract --visible -s 3 "$B"
short
fails 2 "--visible and a hidden sheet" 'sheet-extract: bladen.xlsx: error: '\
'sheet 3 "Weg" is hidden, and --visible leaves it out'

V=$T/verborgen.xlsx
run sheet-extract -q --fill-merged "$V"
is 0 "--fill-merged" <<'END'
plan,geheim,2024,datum
Oost,1,10,31-12-2024
Oost,2,20,
Oost,3,,
West,,30,30
,,30,30
END

run sheet-extract -q --visible --findings "$T/found.csv" "$V"
is 0 "--visible" <<'END'
plan,2024,datum
Oost,10,31-12-2024
West,30,
END
ok "--visible says where records come from" grep -q \
    ':Plannen,5,,,S013,info,,"rij 5 is record 3 van de uitvoer' "$T/found.csv"
ok "--visible says where columns come from" grep -q \
    ':Plannen,,C,,S014,info,,"kolom C is kolom B van de uitvoer' "$T/found.csv"

run sheet-extract -q --range B2:E6 "$V"
is 0 "--range, exactly" <<'END'
1,10,31-12-2024,
2,20,,
3,,,
,30,,
,,,
END

run sheet-extract -q --range 'b:$C' "$V"
is 0 "--range of columns" <<'END'
geheim,2024
1,10
2,20
3,
,30
END

run sheet-extract -q --range 4:5 "$V"
is 0 "--range of rows" <<'END'
,3,,
West,,30,
END

run sheet-extract -q --range C3: "$V"
is 0 "--range to the end" <<'END'
20,
,
30,
END

run sheet-extract -q --range C2 "$V"
is 0 "--range of a cell" <<'END'
10
END

run sheet-extract -v "$T/gaten.xlsx"
short
is 0 "-v" 'sheet-extract: gaten.xlsx: sheet 1 "Gaten": 5 records of 4 '\
'columns, 6 cells' <"$F/gaten.out.csv"

# What a merged cell hides

sheet onder <<END
<worksheet xmlns="$NS"><sheetData><row><c><v>1</v></c><c><v>500</v></c></row>
<row r="3"><c r="B3"><v>7</v></c><c r="C3"><v>8</v></c></row></sheetData>
<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B2:C3"/></mergeCells>
</worksheet>
END
run sheet-extract "$T/onder.xlsx"
short
hides="a value under the merged cell"
what="which Excel does not show; clear it or split the cell"
is 0 "values under merged cells" \
"sheet-extract: onder.xlsx:Blad:1:B: warning: S022 \"500\": $hides A1:B1, $what
sheet-extract: onder.xlsx:Blad:3:B: warning: S022 \"7\": $hides B2:C3, $what
sheet-extract: onder.xlsx:Blad:3:C: warning: S022 \"8\": $hides B2:C3, $what" <<'END'
1,500,
,,
,7,8
END
run sheet-extract -q --fill-merged "$T/onder.xlsx"
is 0 "the same, filled" <<'END'
1,500,
,,
,7,8
END
cat >"$T/parts" <<'END'
== content.xml
<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell o:value-type="float" o:value="1" table:number-columns-spanned="2"/><table:covered-table-cell o:value-type="float" o:value="500"/></table:table-row></table:table></o:spreadsheet></o:body></o:document-content>
END
book "$T/parts" "$T/onder.ods"
run sheet-extract "$T/onder.ods"
short
is 0 "under a merged cell of OpenDocument" "sheet-extract: onder.ods:S:1:B: \
warning: S022 \"500\": $hides A1:B1, $what" <<'END'
1,500
END
ods() { # NAME ROWS: of one sheet
	cat >"$T/parts" <<-END
		== content.xml
		<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:spreadsheet><table:table table:name="S">$2</table:table></o:spreadsheet></o:body></o:document-content>
	END
	perl "$F/book.pl" "$T/parts" >"$T/$1.ods"
}
ods leeg '<table:table-row><table:table-cell o:value-type="string" o:string-value=""><text:p>weg</text:p></table:table-cell><table:table-cell o:value-type="float" o:value="1"/></table:table-row>'
run sheet-extract "$T/leeg.ods"
is 0 "a text that is said to be empty is" <<'END'
,1
END
ods diep '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row><table:table-row><table:table-cell o:value-type="float" o:value="1"/></table:table-row>'
run sheet-extract "$T/diep.ods"
short
fails 2 "a row below the last" "sheet-extract: diep.ods: error: sheet \"S\": \
more than 1,048,576 rows"

# A part may be named from where the other is.
T1=http://schemas.openxmlformats.org/officeDocument/2006/relationships
cat >"$T/parts" <<END
!xlsx Blad
== xl/worksheets/sheet1.xml
<worksheet xmlns="$NS"><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>
== xl/_rels/workbook.xml.rels
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="$T1/worksheet" Target="./../xl/worksheets/sheet1.xml"/></Relationships>
END
book "$T/parts" "$T/pad.xlsx"
run sheet-extract "$T/pad.xlsx"
is 0 "the path of a part has . and .. in it" <<'END'
5
END

# What stands for a byte 0 stays as it is.
sheet nul <<END
<worksheet xmlns="$NS"><sheetData><row><c t="inlineStr"><is><t>a_x0000_b_x0041_</t></is></c></row></sheetData></worksheet>
END
run sheet-extract "$T/nul.xlsx"
is 0 "an escape of what cannot be" <<'END'
a_x0000_bA
END

# 1.2.24 is a chapter as well.
sheet datums <<END
<worksheet xmlns="$NS"><sheetData><row><c t="str"><v>1-2-24</v></c>
<c t="str"><v>1.2.24</v></c><c t="str"><v>1.2.2024</v></c></row></sheetData>
</worksheet>
END
sheet-extract --findings "$T/found.csv" -o "$T/out" "$T/datums.xlsx" 2>"$T/err"
ok "texts that look like a date" test "$(csvpick -HT -c kolom,waarde \
    "$T/found.csv" | tr '\t\n' ': ')" = "A:1-2-24 C:1.2.2024 "

# Hidden rows with one between that is not.
sheet tussen <<END
<worksheet xmlns="$NS"><sheetData><row r="1"><c><v>1</v></c></row>
<row r="2" hidden="1"><c><v>2</v></c></row>
<row r="3"><c><v>3</v></c></row>
<row r="4" hidden="1"><c><v>4</v></c></row>
<row r="5"><c><v>5</v></c></row></sheetData></worksheet>
END
run sheet-extract -q --visible "$T/tussen.xlsx"
is 0 "a row between two that are hidden is shown" <<'END'
1
3
5
END

# Usage

U='; usage: sheet-extract [OPTION]... [FILE] (see sheet-extract --help)'

run sheet-extract --range A0 "$V"
fails 2 "not a range" 'sheet-extract: --range takes a range such as A1:Z99, '\
'A:Z or A5:'"$U"
run sheet-extract -L -s 1 "$V"
fails 2 "-l alone" 'sheet-extract: -l lists all sheets: no --sheet, --range, '\
'--fill-merged or --visible with it'"$U"
run sheet-extract "$V" "$B"
short
fails 2 "one file" 'sheet-extract: one operand too many: "bladen.xlsx"'"$U"
run sheet-extract "$T/none.xlsx"
short
fails 2 "no file" "sheet-extract: none.xlsx: No such file or directory"

# Output

echo old >"$T/o.csv"
run sheet-extract -q -o "$T/o.csv" "$T/gaten.xlsx"
ok "-o" diff -u "$F/gaten.out.csv" "$T/o.csv"
head -c 900 "$T/values.xlsx" >"$T/cut.xlsx"
run sheet-extract -o "$T/o.csv" "$T/cut.xlsx"
short
fails 2 "a cut-off workbook" "sheet-extract: cut.xlsx: error: no zip \
directory at its end (cut off?)"
ok "the old file stays" diff -u "$F/gaten.out.csv" "$T/o.csv"
run sheet-extract -o "$T/new.csv" "$T/cut.xlsx"
ok "a failed run leaves none" test ! -e "$T/new.csv"
gzip -c "$B" | head -c 200 >"$T/cut.gz"
run sheet-extract "$T/cut.gz"
short
fails 2 "a cut-off gz" \
    "sheet-extract: cut.gz: byte 200: gzip: cut off before the end"
if [ -w /dev/full ]; then
	sheet-extract -q "$T/gaten.xlsx" >/dev/full 2>"$T/err"
	ok "/dev/full: status" test $? = 2
	ok "/dev/full: said" grep -q 'No space left on device' "$T/err"
fi

# What is no workbook

refused() {
	run sheet-extract "$T/$1"
	short
	fails 2 "$2" "sheet-extract: $1: error: $3"
}

: >"$T/empty"
refused empty "empty" "an empty file, expected .xlsx, .xls or .ods"
echo 'a,b' >"$T/a.csv"
refused a.csv "a CSV" \
    "expected .xlsx, .xls or .ods; this is text, fields separated by ','"
echo '<!DOCTYPE html><title>Niet gevonden</title>' >"$T/a.html"
refused a.html "a web page" "expected .xlsx, .xls or .ods; this is a \
web page; is it an error page, saved as a file?"
cat >"$T/a.fods" <<'END'
<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>
END
refused a.fods "a flat .ods" \
    "expected .xlsx, .xls or .ods; this is a flat spreadsheet (fods); save it as ods"
cat >"$T/a.xml" <<'END'
<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>
END
refused a.xml "Excel 2003 in XML" \
    "expected .xlsx, .xls or .ods; this is a spreadsheet of Excel 2003 (XML); \
save it as xlsx"
printf '== Index/Document.iwa\nx\n' >"$T/parts"
book "$T/parts" "$T/a.numbers"
refused a.numbers "Numbers" \
    "a workbook of Apple Numbers: export it as Excel (.xlsx)"
{
	echo '!xlsx Blad'
	echo '== _rels/.rels'
	echo '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>'
	echo '== xl/workbook.bin'
} >"$T/parts"
book "$T/parts" "$T/a.xlsb"
refused a.xlsb "binary" "a binary workbook (.xlsb): save it as .xlsx"
echo '%PDF-1.4' >"$T/a.pdf"
refused a.pdf "a PDF" "expected .xlsx, .xls or .ods; this is a PDF; ask \
for the table as CSV or xlsx"
printf '== a.csv\na,b\n' >"$T/parts"
book "$T/parts" "$T/a.zip"
refused a.zip "another zip" \
    "a zip archive that is no workbook, expected .xlsx, .xls or .ods"
printf '== mimetype\napplication/vnd.oasis.opendocument.text\n== content.xml\n'\
'<a/>\n' >"$T/parts"
book "$T/parts" "$T/a.odt"
refused a.odt "a text document" "an OpenDocument file that is no spreadsheet"
printf '== content.xml\n<a/>\n== META-INF/manifest.xml\n'\
'<a><encryption-data/></a>\n' >"$T/parts"
book "$T/parts" "$T/a.ods"
refused a.ods "an encrypted .ods" \
    "an encrypted workbook, save it without a password"

# Faults inside

bad() {
	rows bad
	run sheet-extract "$T/bad.xlsx"
	short
	fails 2 "$1" "sheet-extract: bad.xlsx:$2"
}

bad "a row twice" ' error: row 2 comes twice' <<'END'
<row r="2"><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row>
<row r="2"><c><v>2</v></c></row>
END
rows order <<'END'
<row r="3"><c r="B3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
<row><c r="C2"><v>2</v></c></row>
END
run sheet-extract "$T/order.xlsx"
is 0 "rows out of order" <<'END'
1,,
,,2
,3,
END
bad "a cell of another row" 'Blad!B2: error: a cell of another row: "B3"' <<'END'
<row r="2"><c r="B3"><v>1</v></c></row>
END
bad "a cell twice" 'Blad!A1: error: the cell comes twice' <<'END'
<row><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>
END
bad "beyond the last column" \
    'Blad!A1: error: no place in the sheet: "XFE1"' <<'END'
<row><c r="XFE1"><v>1</v></c></row>
END
bad "a sheet of one cell at its end" ' error: 1048576 rows of 16384 columns, '\
'of which 1 cells filled: more than is written; give a --range' <<'END'
<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>
END
run sheet-extract --range XFD1048576 "$T/bad.xlsx"
is 0 "and its range" <<'END'
1
END
bad "not well-formed" 'xl/worksheets/sheet1.xml: error: XML line 1: not '\
'well-formed: end tag does not match' <<'END'
<row><c></row>
END
rows uncached <<'END'
<row><c><f>1</f></c></row>
END
run sheet-extract "$T/uncached.xlsx"
short
is 1 "nothing but a formula without a value" "sheet-extract: uncached.xlsx:\
Blad:1:A: error: S006 a formula without a stored value, left empty" <<'END'
""
END
sheet overlap <<END
<worksheet xmlns="$NS"><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:B9"/><mergeCell ref="B1:C2"/>
</mergeCells></worksheet>
END
run sheet-extract --fill-merged --range A1:B9 "$T/overlap.xlsx"
short
fails 2 "merged cells that overlap" \
    "sheet-extract: overlap.xlsx:Blad!B1: error: merged cells overlap"
sheet bad <<'END'
<!DOCTYPE x [<!ENTITY a "aaaa">]>
<x>&a;</x>
END
run sheet-extract "$T/bad.xlsx"
short
fails 2 "a DOCTYPE" 'sheet-extract: bad.xlsx:xl/worksheets/sheet1.xml: '\
'error: XML line 1: a DOCTYPE, refused'
make odsbomb ods
refused odsbomb.ods "a bomb of repeats" \
    'sheet "x": more than 134217728 cells by repeats'

# The deliveries of the nightly run

N=$DATA/nightly/plannen
for f in "$N"/*.xlsx; do
	[ -e "$f" ] || continue
	run sheet-extract "$f"
	ok "reads ${f##*/}" test "$status" = 0 -a -s "$T/out"
done

# The oracle: sheets as Excel itself exported them; hostile files

if [ -d "$shared/sheets" ]; then
	ok "equals Excel's CSV, cell by cell" perl "$F/pairs.pl" \
	    "$(command -v sheet-extract)" "$shared/sheets"
else
	skip "Excel's own CSV"
fi

clean() {
	bad=0
	for f in "$shared"/evil/*; do
		run sheet-extract -q "$f"
		lines=0
		while read -r _; do lines=$((lines + 1)); done <"$T/err"
		case $status:$lines in
		0:0) ;;
		2:1) [ ! -s "$T/out" ] || bad=1 ;;
		*) bad=1 && echo "$status, $lines lines: $f" ;;
		esac
	done
	return $bad
}

if [ -d "$shared/evil" ]; then
	ok "hostile files: refused in one line, or read" clean
fi

exec 8>&-
wait $maker
ok "the maker of workbooks made them all" [ $? = 0 ]
done_testing
