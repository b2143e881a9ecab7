#!/bin/sh
# cbs-extract: every form CBS data arrive in, one table of observations.
. "$(dirname "$0")/lib.sh"
cd "$DATA/cbs-extract" || exit 1
HEAD=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
META="-M perioden.xml -M dataproperties.xml -M gebruiksfunctie.xml"
D=http://schemas.microsoft.com/ado/2007/08/dataservices
FEED="<feed xml:base=\"http://x/OData/99001NED\"
xmlns=\"http://www.w3.org/2005/Atom\" xmlns:d=\"$D\" xmlns:m=\"$D/metadata\">"

# golden NAME ARGUMENT...: stdout is NAME.out.csv, nothing on stderr.
golden() {
	golden=$1
	shift
	run cbs-extract "$@"
	is 0 "$golden" <"$golden.out.csv"
}

# same_as FILE NAME: the last run was fine and wrote the bytes of FILE.
same_as() {
	ok "$2" sh -c "cat '$T/err'; test $status = 0 && ! test -s '$T/err' &&
	    diff -u '$1' '$T/out'"
}

# entry PROPERTIES: one entry of a feed of 99001NED, after ID.
entry() {
	printf '<entry><content><m:properties>%s' "$1"
	printf '</m:properties></content></entry>'
}

# feed TITLE PROPERTIES...: a whole feed.
feed() {
	printf '<?xml version="1.0"?>%s<title>%s</title>' "$FEED" "$1"
	shift
	for p in "$@"; do
		entry "$p"
	done
	printf '</feed>\n'
}

observations() {
	echo 'Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute'
	cat
}

# --- the forms ---
# shellcheck disable=SC2086
golden typed $META typed.in.xml
golden typed-bare typed.in.xml
# shellcheck disable=SC2086
golden untyped $META untyped.in.xml
golden bulk bulk.zip
golden typed-codes --table-id 99001NED typed.in.csv
# shellcheck disable=SC2086
golden untyped-codes --table-id 99001NED $META untyped.in.csv

run cbs-extract -M bulk/Properties.csv -M bulk/Dimensions.csv \
    -M bulk/MeasureCodes.csv -M bulk/PeriodenCodes.csv bulk/Observations.csv
same_as bulk.out.csv "Observations.csv with -M equals the zip"
run cbs-extract -M bulk.zip bulk/Observations.csv
same_as bulk.out.csv "and with the metadata of the zip"
run cbs-extract bulk/Observations.csv
is 0 "Observations.csv alone: what it does not say is empty or onbekend" <<END
$HEAD,gebruiksfunctie
,M900001,NL01,2023,69000,,onbekend,,A045364
,M900002_2,NL01,2023,8,,onbekend,,A045364
,M900001,GM0034,2023,1608,,onbekend,,A045364
,M900002_2,GM0034,2023,0.50,,onbekend,,A045364
,M900003,GM0034,2023,Almere,,onbekend,,A045364
,M900001,WK003401,2024-Q1,-3,,onbekend,,T001419
,M900002_2,WK003401,2024-Q1,0.5,,onbekend,,T001419
,M900004,WK003401,2024-Q1,,,onbekend,onbekend,T001419
END

for f in typed.in.xml untyped.in.xml bulk.zip bulk/Observations.csv \
    typed.in.csv untyped.in.csv; do
	cbs-extract "$f" >"$T/plain"
	gzip -c "$f" >"$T/f.gz"
	run cbs-extract "$T/f.gz"
	same_as "$T/plain" "$f: gz equals plain"
	run sh -c "cat $f | cbs-extract"
	same_as "$T/plain" "$f: on standard input"
	run sh -c "gzip -c $f | cbs-extract -"
	same_as "$T/plain" "$f: gz on standard input"
	head -c -9 "$T/f.gz" >"$T/cut.gz"
	run cbs-extract -o "$T/none.csv" "$T/cut.gz"
	ok "$f: a cut-off gz is exit 2" test "$status" = 2
	ok "$f: and leaves no file" test ! -e "$T/none.csv"
done
(cd "$T" && cp "$OLDPWD/typed.in.xml" . && zip -q one.zip typed.in.xml)
run cbs-extract "$T/one.zip"
same_as typed-bare.out.csv "a zip around one file of another form"
mkdir -p "$T/mac/t" "$T/mac/__MACOSX/t"
cp bulk/* "$T/mac/t"
printf '\000\005\026\007' >"$T/mac/__MACOSX/t/._PeriodenCodes.csv"
(cd "$T/mac" && zip -qr ../mac.zip .)
run cbs-extract "$T/mac.zip"
same_as bulk.out.csv "a bulk zip made again on a Mac, in a folder"
run cbs-extract typed-page1.xml typed-page2.xml
same_as typed-bare.out.csv "pages as files equal pages in one file"
cat typed-page1.xml typed-page2.xml >"$T/cat.xml"
run cbs-extract "$T/cat.xml"
same_as typed-bare.out.csv "and without a BOM between them"
{ cat typed-page1.xml; echo; sed 1d typed-page2.xml; } >"$T/cat.xml"
run cbs-extract "$T/cat.xml"
ok "a second page without declaration is not read past" test "$status" = 2
# A page boundary at every offset of the block that is read.
for pad in 0 1 2 3 4 5 6 7 8 9; do
	size=$((131072 - $(wc -c <typed-page1.xml) - 12 + pad))
	{
		cat typed-page1.xml
		printf "%${size}s"
		printf '\357\273\277'
		cat typed-page2.xml
	} >"$T/cut.xml"
	run cbs-extract "$T/cut.xml"
	same_as typed-bare.out.csv "a page that starts at a block's end + $pad"
done
run cbs-extract -f observations typed.in.csv
ok "-f is obeyed" grep -q 'Measure' "$T/err"
fails 2 "a form that the file has not" "cbs-extract: typed.in.csv:1: error: \
no column 'Measure'; columns: ID, Gebruiksfunctie, RegioS, Perioden, \
Nieuwbouw_1, Oppervlakte_2"

# --- missing values ---
feed TypedDataSet '<d:Perioden>2023JJ00</d:Perioden>
<d:A_1 m:type="Edm.Int32" m:null="true"/><d:B_2 m:type="Edm.Int32"/>' \
    '<d:Perioden>2024JJ00</d:Perioden><d:A_1 m:type="Edm.Int32">1</d:A_1>' |
    cbs-extract >"$T/out" 2>"$T/err"
status=$?
is 0 "m:null, an empty and an absent element are null" <<END
$HEAD
99001NED,A_1,,2023,,,onbekend,onbekend
99001NED,B_2,,2023,,,onbekend,onbekend
99001NED,A_1,,2024,1,,onbekend,
99001NED,B_2,,2024,,,onbekend,onbekend
END
cat >"$T/dp.csv" <<'END'
odata.type,ID,Position,ParentID,Type,Key,Title,Unit,Datatype,Default
t,0,0,,TimeDimension,Perioden,Perioden,,,
t,1,1,,Topic,A_1,A,aantal,Integer,Zero
t,2,2,,Topic,B_2,B,"a, b",Integer,Impossible
END
printf 'ID,Perioden,A_1,B_2\n0,2023JJ00,,\n1,2024JJ00,,\n' >"$T/zero.csv"
run cbs-extract -q -M "$T/dp.csv" "$T/zero.csv"
is 0 "Default=Zero makes a blank 0, Impossible onmogelijk" <<END
$HEAD
,A_1,,2023,0,aantal,onbekend,
,B_2,,2023,,"a, b",onbekend,onmogelijk
,A_1,,2024,0,aantal,onbekend,
,B_2,,2024,,"a, b",onbekend,onmogelijk
END
awk -v rows="$T/many.csv" 'BEGIN {
	for (i = 1; i <= 1002; i++) columns = columns ",A_" i
	print "ID,Perioden" columns >rows
	gsub(/A_[0-9]*/, "", columns)
	print "0,2023JJ00" columns >rows
	print "ID,Type,Key,Title,Default\n0,TimeDimension,Perioden,Perioden,"
	for (i = 1; i <= 1002; i++) print i ",Topic,A_" i ",A" i ",Zero"
}' >"$T/dp1002.csv"
cbs-extract -q -M "$T/dp1002.csv" --findings "$T/f" -o "$T/o" "$T/many.csv"
ok "after a thousand findings of a rule the rest is one" sh -c '
	test "$(grep -c C007 "$1")" = 1001 &&
	    grep -q "C007,info,.*En nog 2 van deze regel, vanaf hier" "$1"' sh "$T/f"
sed '/A_1/s/A_1/A_2/' "$T/dp.csv" >"$T/edition.csv"
run cbs-extract -M "$T/edition.csv" -m A_1 "$T/zero.csv"
is 0 "metadata of an edition with other keys" "cbs-extract: $T/zero.csv: \
warning: C009 \"A_1\": key A_1 is not in the metadata of dimension Measure; \
are data and metadata of the same date?" <<END
$HEAD
,A_1,,2023,,,onbekend,onbekend
,A_1,,2024,,,onbekend,onbekend
END
run cbs-extract -v -M "$T/dp.csv" "$T/zero.csv"
ok "and says so once, with -v" test "$status" = 0 -a \
    "$(grep -v observations "$T/err")" = \
    "cbs-extract: $T/zero.csv:2: info: C007 a blank of A_1 means 0 \
(DataProperties.Default); such cells became 0"
printf '1;M1;NL01;2023JJ00;12,3x;;None\n2;M1;NL01;2024JJ00;5;;Geheim\n' |
    observations >"$T/odd.csv"
run cbs-extract --findings "$T/findings.csv" "$T/odd.csv"
is 1 "what is no number is left out; a ValueAttribute is told" "cbs-extract: \
$T/odd.csv:2: error: C003 \"12,3x\": not a number and not a mark of CBS; left \
out (for a measure of text give its DataProperties with -M)
cbs-extract: $T/odd.csv:3:G: warning: C004 \"Geheim\": ValueAttribute Geheim \
where None was expected" <<END
$HEAD
,M1,NL01,2024,5,,onbekend,
END
cat >"$T/want" <<END
bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
$T/odd.csv,2,,M1,C003,fout,"12,3x",Dit is geen getal en geen teken van het CBS; de waarneming is weggelaten. Geef bij tekstonderwerpen DataProperties mee met -M.
$T/odd.csv,3,G,ValueAttribute,C004,waarschuwing,Geheim,ValueAttribute is Geheim in plaats van None; ga na wat het CBS daarmee bedoelt.
END
ok "findings in Dutch, in a file" diff -u "$T/want" "$T/findings.csv"
sed -i 2d "$T/odd.csv"
run cbs-extract -q --fail-on warning "$T/odd.csv"
ok "--fail-on warning" test "$status" = 1
run cbs-extract -q "$T/odd.csv"
ok "without it a warning is exit 0" test "$status" = 0
printf '1;M1;;2023JJ00;5;;None\n2;M1;NL01;2023SJ00;6;;None\n' |
    observations >"$T/keys.csv"
run cbs-extract "$T/keys.csv"
is 1 "an empty key is left out, a strange period kept" "cbs-extract: \
$T/keys.csv:2: error: C008 no key in dimension RegioS; the record is left out
cbs-extract: $T/keys.csv:3: warning: C001 \"2023SJ00\": period 2023SJ00 is \
not one of ours (year, half, quarter, month, week, day); kept as its key" <<END
$HEAD
,M1,NL01,2023SJ00,6,,onbekend,
END

# --- rows from ready-made pieces (ready.c) ---
# With --labels all rows go the general way.
{
	echo 'Id;Measure;Gebruik;RegioS;Perioden;Value;StringValue;ValueAttribute'
	for value in 5 5,5 -5 -5.25 -,5 ,5 '5,' - 0,0 1234567,8 12345678 123456789 \
	    12345678,9 1E-05 5x '' . x ' 12' 1é 1234567é é '1;tekst' ';a' ; do
		for key in 'M1;T1;GM0034    ;2023JJ00' 'M;A045364;NL00;2023MM01' \
		    'M1;T;GM0995    ;2024JJ00' \
		    'LangeMaat_12345678;T1;GM003401BUURT12;2024JJ00' \
		    'M1;T1;;2023JJ00' 'M4;aaaaaaaa;PV24;2023SJ00' \
		    'M4;aaaaaaaaa;PV24  ;2023JJ00' 'M1;ABC;P;2023KW01' \
		    'M1;ABCDEFGHIJKLMNOP;GM0034;2023HJ02' \
		    'M1;ABCDEFGHIJKLMNOPQ;GM0034;2023HJ02'; do
			case $value in
			*\;*) echo "1;$key;$value;None" ;;
			*) echo "1;$key;$value;;None" ;;
			esac
		done
	done
	echo '1;M1;T1;GM0034    ;2023JJ00;5;;Geheim'
	echo '1;M1;T1;GM0034    ;2023JJ00;5;;'
} >"$T/once.csv"
{ cat "$T/once.csv"; sed 1d "$T/once.csv"; } >"$T/twice.csv"
either() {
	run cbs-extract -v --max-messages 1000 --findings "$T/f1.csv" "$@" \
	    "$T/twice.csv"
	mv "$T/out" "$T/out1"
	mv "$T/err" "$T/err1"
	ready=$status
	run cbs-extract -v --max-messages 1000 --findings "$T/f2.csv" --labels \
	    "$@" "$T/twice.csv"
	cut -d, -f 1-9 "$T/out" >"$T/out2"
	test "$ready" = "$status" && diff "$T/out1" "$T/out2" &&
	    diff "$T/err1" "$T/err" && diff "$T/f1.csv" "$T/f2.csv" &&
	    test "$(wc -l <"$T/out1")" -gt 20
}
ok "rows from pieces are those of the general way" either
ok "and so with filters" either -r GM0034,NL01 -p 2023 -m M1=een,M
cat >"$T/MeasureCodes.csv" <<'END'
Identifier;MeasureGroupId;Index;Title;Description;DataType;Unit;Decimals;PresentationType
M1;;1;Een;;Double;"per 1 000, ""gem""";0;Value
END
printf 'tabel,dimensie,sleutel,naam\n99,,M1,"een, twee"\n99,RegioS,NL01,"a""b"\n' \
    >"$T/pieces.csv"
printf '%s;M1;NL00;2023JJ00;%s;;None\n' 1 5 2 '5,5' 3 '' 4 '' | observations >"$T/q.csv"
run cbs-extract --table-id 99 -M "$T/MeasureCodes.csv" --selecties "$T/pieces.csv" \
    "$T/q.csv"
is 0 "pieces that need quotes" <<END
$HEAD
99,"een, twee","a""b",2023,5,"per 1 000, ""gem""",onbekend,
99,"een, twee","a""b",2023,5.5,"per 1 000, ""gem""",onbekend,
99,"een, twee","a""b",2023,,"per 1 000, ""gem""",onbekend,onbekend
99,"een, twee","a""b",2023,,"per 1 000, ""gem""",onbekend,onbekend
END

# --- status ---
printf 'Key,Title,Status\n2023JJ00,2023,Gegokt\n2024JJ00,2024**,\n' \
    >"$T/Perioden.csv"
printf '1;M1;NL01;2023JJ00;5;;None\n2;M1;NL01;2024JJ00;6;;None\n
3;M1;NL01;2025JJ00;7;;None\n' | sed '/^$/d' | observations >"$T/status.csv"
run cbs-extract -M "$T/Perioden.csv" "$T/status.csv"
is 0 "a status not known, a mark behind the title, a period not listed" \
    "cbs-extract: $T/status.csv:2: warning: C002 \"Gegokt\": status Gegokt of \
period 2023JJ00 is not known; onbekend
cbs-extract: $T/status.csv:4: warning: C009 \"2025JJ00\": key 2025JJ00 is not \
in the metadata of dimension Perioden; are data and metadata of the same date?" <<END
$HEAD
,M1,NL01,2023,5,,onbekend,
,M1,NL01,2024,6,,nader_voorlopig,
,M1,NL01,2025,7,,onbekend,
END

# --- what is asked ---
run cbs-extract -m Oppervlakte_2=opp,Nieuwbouw_1 -r GM0034 typed.in.xml
is 0 "-m names, -r regions" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,GM0034,2023,1608,,onbekend,,A045364
99001NED,opp,GM0034,2023,98.40,,onbekend,,A045364
99001NED,Nieuwbouw_1,GM0034,2023-01,,,onbekend,onbekend,A045364
99001NED,opp,GM0034,2023-01,0.00001,,onbekend,,A045364
END
run cbs-extract -m Nieuwbouw_1 -r 'PV*,NL01' typed.in.xml
is 0 "-r with a prefix" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,NL01,2023,69000,,onbekend,,T001419
99001NED,Nieuwbouw_1,PV24,2023-Q4,-12,,onbekend,,A045364
END
run cbs-extract -m Nieuwbouw_1 --grain quarter typed.in.xml
is 0 "-g keeps the grains apart" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,PV24,2023-Q4,-12,,onbekend,,A045364
END
for range in 2023-10..2023-12 2023KW04 2023-Q4.. 2023-Q4..2024; do
	run cbs-extract -m Nieuwbouw_1 -p $range typed.in.xml
	is 0 "-p $range: periods that lie within" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,PV24,2023-Q4,-12,,onbekend,,A045364
END
done
run cbs-extract -m Nieuwbouw_1 -p ..2022 typed.in.xml
is 0 "-p that nothing lies within: a header" "cbs-extract: warning: 0 of 15 \
observations are left by -p ..2022 -m Nieuwbouw_1; the data have 2023 to 2023-Q4 \
by year, quarter, month" <<END
$HEAD,gebruiksfunctie
END
run cbs-extract -M gebruiksfunctie.xml -w 'gebruiksfunctie=Woning en niet-woning totaal' \
    -m Nieuwbouw_1 typed.in.xml
is 0 "-w by title, the dimension in any case" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,NL01,2023,69000,,onbekend,,T001419
END
# shellcheck disable=SC2086
run cbs-extract $META --selecties selectie.csv typed.in.xml bulk.zip
is 0 "-s: two tables, one series" <<END
$HEAD,gebruiksfunctie
99002NED,nieuwbouw,GM0034,2023,1608,aantal,definitief,,woning
99001NED,nieuwbouw,GM0034,2023-01,,aantal,voorlopig,ontbreekt,woning
99001NED,nieuwbouw,GM0171,2023,457,aantal,definitief,,woning
99001NED,nieuwbouw,PV24,2023-Q4,-12,aantal,nader_voorlopig,,woning
99002NED,nieuwbouw,NL01,2023,69000,aantal,definitief,,woning
END
sed 's/1608/1700/' typed.in.xml >"$T/other.xml"
for order in "$T/other.xml bulk.zip" "bulk.zip $T/other.xml"; do
	# shellcheck disable=SC2086
	run cbs-extract $META --selecties selectie.csv -r GM0034 --grain year $order
	ok "-s: the newer table wins: $order" sh -c "test $status = 0 &&
	    grep nieuwbouw,GM0034 '$T/out' | grep -vx '99002NED,nieuwbouw,\
GM0034,2023,1608,aantal,definitief,,woning' && exit 1
	    grep -c nieuwbouw,GM0034 '$T/out' | grep -qx 1"
	ok "-s: and the difference is a finding" test \
	    "$(sed 's/.*: warning: //' "$T/err")" = "C016 \"1700\": nieuwbouw \
GM0034 2023: 99002NED has 1608, the older 99001NED has 1700; the newer is taken"
done
# Three tables of one series, in each order: the last of the selections is the
# newest, and stays when one between comes behind it.
echo tabel,dimensie,sleutel,naam,gebruik >"$T/sel.csv"
for t in 1 2 3; do
	sed "s/99001NED/9910${t}NED/g; s/1608/160$t/" typed.in.xml >"$T/$t.xml"
	printf '9910%sNED,,Nieuwbouw_1,nieuwbouw,ja\n' $t >>"$T/sel.csv"
	printf '9910%sNED,Gebruiksfunctie,A045364,woning,ja\n' $t >>"$T/sel.csv"
done
for order in '1 2 3' '1 3 2' '2 1 3' '2 3 1' '3 1 2' '3 2 1'; do
	# shellcheck disable=SC2046,SC2086
	run cbs-extract -q --selecties "$T/sel.csv" -r GM0034 --grain year \
	    $(printf "$T/%s.xml " $order)
	ok "-s: the newest of three wins: $order" sh -c "test $status = 0 &&
	    sed 1d '$T/out' | cut -d, -f 1,5 | grep -c . | grep -qx 1 &&
	    sed 1d '$T/out' | cut -d, -f 1,5 | grep -qx 99103NED,1603"
done
printf 'tabel,dimensie,sleutel,naam,gebruik\n99002NED,,M900001,nieuwbouw,\n
99002NED,WijkenEnBuurten,NL00,,nee\n' | sed '/^$/d' >"$T/nee.csv"
run cbs-extract --selecties "$T/nee.csv" -m nieuwbouw bulk.zip
is 0 "gebruik nee leaves out; -m takes the selection's name" <<END
$HEAD,gebruiksfunctie
99002NED,nieuwbouw,GM0034,2023,1608,aantal,definitief,,A045364
99002NED,nieuwbouw,WK003401,2024-Q1,-3,aantal,voorlopig,,T001419
END
run cbs-extract -r Gebruiksfunctie=A045364 -m Nieuwbouw_1 --grain year typed.in.xml
is 0 "-r DIM= says which dimension is the region" <<END
$HEAD,regios
99001NED,Nieuwbouw_1,A045364,2023,1608,,onbekend,,GM0034
99001NED,Nieuwbouw_1,A045364,2023,457,,onbekend,,GM0171
END

# --- what the data do not have ---
run cbs-extract -m Niewbouw_1 typed.in.xml
ok "a measure: exit 2" test "$status" = 2
ok "names the nearest" test "$(cat "$T/err")" = "cbs-extract: -m: no measure \
'Niewbouw_1' in the data; did you mean 'Nieuwbouw_1'?"
run cbs-extract -r GM0035 typed.in.xml
ok "a region" test "$status" = 2 -a "$(cat "$T/err")" = "cbs-extract: -r: no \
key 'GM0035' in the data; did you mean 'GM0034'?"
run cbs-extract -w Gebruiksfunctie=A045 typed.in.xml
ok "a code" test "$status" = 2 -a "$(cat "$T/err")" = "cbs-extract: -w: no \
key 'A045' in the data; there are: T001419, A045364"
run cbs-extract -w Functie=A045364 typed.in.xml
fails 2 "a dimension" "cbs-extract: -w: no dimension 'Functie' in \
typed.in.xml; there are: Gebruiksfunctie, RegioS, Perioden"
run cbs-extract -r Regio=GM0034 typed.in.xml
fails 2 "the dimension of -r" "cbs-extract: -r: typed.in.xml has no dimension \
Regio; did you mean 'RegioS'?"
run cbs-extract -r 'GM99*' typed.in.xml
is 0 "a prefix that nothing begins with is a warning" "cbs-extract: warning: \
C010 \"GM99*\": there are no observations for GM99*" <<END
$HEAD,gebruiksfunctie
END
run cbs-extract -r GM0995 bulk.zip
is 0 "a key that only the metadata have is one too" "cbs-extract: warning: \
C010 \"GM0995\": there are no observations for GM0995" <<END
$HEAD,gebruiksfunctie
END
run cbs-extract --selecties selectie.csv typed.in.xml
ok "a title of the selection without metadata" test "$status" = 2 -a \
    "$(cat "$T/err")" = "cbs-extract: selectie.csv:3: error: sleutel: no key \
'Woning' in the data of 99001NED; there are: T001419, A045364"
run cbs-extract -m Nieuwbouw bulk.zip
ok "a title of two measures" test "$status" = 2 -a "$(cat "$T/err")" = \
    "cbs-extract: -m: 'Nieuwbouw' is the title of M900001 and M900004; give \
the identifier"
run cbs-extract --table-id 81955NED --selecties selectie.csv typed.in.csv
fails 2 "a table the selection has no rows for" "cbs-extract: selectie.csv: \
no rows for table 81955NED; it has 99001NED, 99002NED"
run cbs-extract --selecties selectie.csv typed.in.csv
fails 2 "a selection, and data that do not say which table they are" \
    "cbs-extract: selectie.csv: the data do not say which table they are; \
give --table-id (the selection has 99001NED, 99002NED)"
printf 'tabel,dimensie,sleutel,naam,gebruik\nX,,A_1,a,misschien\n' >"$T/s.csv"
run cbs-extract --selecties "$T/s.csv" typed.in.xml
fails 2 "gebruik is ja or nee" "cbs-extract: $T/s.csv:2: error: gebruik: \
\"misschien\" is none of ja, nee, + and -"
printf 'tabel,dimensie,sleutel,naam\nX,,A_1,a\nX,,B_2,a\n' >"$T/s.csv"
run cbs-extract --selecties "$T/s.csv" typed.in.xml
fails 2 "two keys under one name" "cbs-extract: $T/s.csv:3: error: naam: a is \
the name of another key of X too (line 2); the parts of a sum all have + or - \
in gebruik"
printf 'tabel,dimensie,sleutel,naam\nX,,A_1,a\nX,,A_1,b\n' >"$T/s.csv"
run cbs-extract --selecties "$T/s.csv" typed.in.xml
fails 2 "one key twice" "cbs-extract: $T/s.csv:3: error: sleutel: A_1 of X \
stands here twice (also on line 2)"

run cbs-extract --table-id 99001ned --selecties selectie.csv typed.in.csv
fails 2 "identifiers of tables differ by case" "cbs-extract: selectie.csv: no \
rows for table 99001ned; it has 99001NED, 99002NED"
run cbs-extract -m Nieuwbouw_2 typed.in.xml
ok "a key of another edition: the nearest is named" test "$status" = 2 -a \
    "$(cat "$T/err")" = "cbs-extract: -m: no measure 'Nieuwbouw_2' in the \
data; did you mean 'Nieuwbouw_1'?"
printf '1;M1;GM0034 ;2023JJ00;1;;None\n2;M1;PV24   ;2023JJ00;2;;None\n' |
    observations >"$T/seven.csv"
run cbs-extract -r PV24 "$T/seven.csv"
is 0 "keys padded to seven" <<END
$HEAD
,M1,PV24,2023,2,,onbekend,
END

# --- several files, feeds that stop ---
run cbs-extract typed.in.xml "$T/status.csv"
ok "other dimensions: exit 2, both named" test "$status" = 2 -a \
    "$(cat "$T/err")" = "cbs-extract: $T/status.csv: its further dimensions \
() are not those of typed.in.xml (gebruiksfunctie); extract them apart"
run cbs-extract -q typed-page1.xml
ok "a feed without its last page is exit 1" test "$status" = 1
ok "and says where it goes on" test "$(cat "$T/err")" = "cbs-extract: \
typed-page1.xml: error: C006 the feed of 99001NED goes on at \
https://opendata.cbs.nl/ODataFeed/odata/99001NED/TypedDataSet?\$skip=3, which \
was not given; fetch the pages after this one"
run cbs-extract -q -o "$T/twice.csv" typed-page1.xml typed-page2.xml typed-page2.xml
fails 1 "a page that is given twice" "cbs-extract: typed-page2.xml:35: error: \
C017 records 17 to 18 of 99001NED overlap those of a page before; is a page \
given twice?"
run cbs-extract -q typed-page2.xml typed-page1.xml
ok "pages may come in any order" test "$status" = 0 -a \
    "$(wc -l <"$T/out")" = 16
head -c 3000 typed.in.xml >"$T/cut.xml"
run cbs-extract -o "$T/none.csv" "$T/cut.xml"
ok "a cut-off feed is exit 2" test "$status" = 2 -a ! -e "$T/none.csv"
feed TypedDataSet >"$T/empty.xml"
run cbs-extract "$T/empty.xml"
is 0 "a feed without entries: a header" <<END
$HEAD
END
run cbs-extract -M dataproperties.xml "$T/empty.xml"
is 0 "with the dimensions that the metadata have" <<END
$HEAD,gebruiksfunctie
END
run cbs-extract "$T/empty.xml" typed.in.xml
same_as typed-bare.out.csv "before a feed with entries it does not matter"
run cbs-extract -m Nieuwbouw_1 "$T/empty.xml"
ok "but a key that is asked for is missed" test "$status" = 2 -a \
    "$(cat "$T/err")" = "cbs-extract: -m: no measure 'Nieuwbouw_1' in the \
data; there are none"
feed TypedDataSet '<d:Perioden>2023JJ00</d:Perioden><d:A_1>1</d:A_1>' \
    '<d:Perioden>2024JJ00</d:Perioden><d:A_1>1</d:A_1><d:Nieuw>x</d:Nieuw>' \
    >"$T/new.xml"
run cbs-extract -o "$T/none.csv" "$T/new.xml"
fails 2 "a dimension that turns up halfway" "cbs-extract: $T/new.xml:2: \
error: Nieuw: a dimension that the records before did not have"

# --- what it is not ---
run cbs-extract perioden.xml
fails 2 "metadata as data" "cbs-extract: perioden.xml: this is Perioden of \
99001NED, expected TypedDataSet, UntypedDataSet or Observations; metadata are \
given with -M"
run cbs-extract -M typed.in.csv typed.in.xml
fails 2 "data as metadata" "cbs-extract: typed.in.csv: error: expected \
metadata of CBS (TableInfos, DataProperties, Perioden, another dimension, \
_metadata.csv, a bulk zip or a folder); this is text, fields separated by ','"
for w in '{}' '<!DOCTYPE html><html>' 'a,b'; do
	printf '%s\n' "$w" >"$T/other"
	run cbs-extract "$T/other"
	ok "refused: $w" test "$status" = 2 -a ! -s "$T/out" -a \
	    "$(wc -l <"$T/err")" = 1
done
printf '<?xml version="1.0"?><error>x</error>' >"$T/error.xml"
run cbs-extract "$T/error.xml"
fails 2 "an error of the server" "cbs-extract: $T/error.xml: error: the root \
element is <error>; expected an Atom <feed> of a data set"
sed '3,$s/2007.08.dataservices"/2008"/; 2s/dataservices"/other"/' typed.in.xml \
    >"$T/space.xml"
run cbs-extract "$T/space.xml"
fails 2 "properties in another namespace" "cbs-extract: $T/space.xml: error: \
XML line 12: a property that is not in OData's namespace for data, or not flat"
sed 's/m:properties/m:property/' typed.in.xml >"$T/space.xml"
run cbs-extract "$T/space.xml"
fails 2 "entries without m:properties" "cbs-extract: $T/space.xml: error: \
XML line 21: an entry without m:properties, or with two"
feed TypedDataSet "" >"$T/bare.xml"
run cbs-extract "$T/bare.xml"
fails 2 "an entry without any property" "cbs-extract: $T/bare.xml: error: \
XML line 2: an entry without properties"
printf '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "b">]>%s</feed>' \
    "$FEED" >"$T/bomb.xml"
run cbs-extract "$T/bomb.xml"
ok "a DOCTYPE is refused" test "$status" = 2
run cbs-extract /dev/null
fails 2 "an empty file" "cbs-extract: /dev/null: empty, no header"
run cbs-extract -p 2022-13 typed.in.xml
fails 2 "not a period" "cbs-extract: -p: \"2022-13\" is not a period; \
expected as 2022, 2022-Q3, 2022-11 or 2022MM11"
run cbs-extract -p 2024..2022 typed.in.xml
fails 2 "a range that ends before it begins" "cbs-extract: -p: 2024..2022 \
ends before it begins"

# --- names of columns ---
printf '%s,%s\n' 'ID,Status,EenDimensieMetEenHeelLangeNaamDieNietPast,RegioS' \
    'Perioden,A_1' '0,a,b,NL01,2023JJ00' 1 >"$T/names.csv"
run cbs-extract -q "$T/names.csv"
is 0 "a name that clashes or is too long becomes dim_" <<END
$HEAD,dim_status,dim_eendimensiemeteenheellangen
,A_1,NL01,2023,1,,onbekend,,a,b
END
A=EenDimensieMetEenHeelLangeNaamA B=EenDimensieMetEenHeelLangeNaamB
printf '%s\n' "ID,$A,$B,RegioS,Perioden,A_1" '0,a,b,NL01,2023JJ00,1' \
    >"$T/names.csv"
run cbs-extract -q --labels "$T/names.csv"
fails 2 "titles of dimensions that are alike for 26 bytes" "cbs-extract: \
$T/names.csv: the titles of two dimensions would be column \
eendimensiemeteenheellange_naam; leave out --labels"
run cbs-extract -q "$T/names.csv"
is 0 "without them" <<END
$HEAD,eendimensiemeteenheellangenaama,eendimensiemeteenheellangenaamb
,A_1,NL01,2023,1,,onbekend,,a,b
END
printf '%s\n' "ID,x$A,x$B,RegioS,Perioden,A_1" '0,a,b,NL01,2023JJ00,1' \
    >"$T/names.csv"
run cbs-extract -q "$T/names.csv"
fails 2 "dimensions that would be one column" "cbs-extract: $T/names.csv: \
two dimensions would be column dim_xeendimensiemeteenheellange; give one a \
shorter name in the file"

# --- labels instead of codes ---
LABELS="$META -M regios.xml"
# shellcheck disable=SC2086
golden statline-typed $LABELS statline-typed.in.csv
# shellcheck disable=SC2086
golden statline-untyped $LABELS statline-untyped.in.csv
run cbs-extract -M dataproperties.xml -M regios.xml statweb.in.csv
is 0 "statweb" <statweb.out.csv
iconv -f latin1 -t UTF-8 statweb.in.csv >"$T/utf8.csv"
run cbs-extract -M dataproperties.xml -M regios.xml "$T/utf8.csv"
same_as statweb.out.csv "statweb in UTF-8"
sed 3p "$T/utf8.csv" >"$T/twice.csv"
run cbs-extract -M dataproperties.xml -M regios.xml "$T/twice.csv"
ok "statweb: its row of heads again is told" grep -q \
    'record is the header again, read as a record' "$T/err"
run cbs-extract statline-typed.in.csv
fails 2 "labels without metadata" "cbs-extract: statline-typed.in.csv: labels \
instead of codes; give DataProperties and the dimensions of the table with -M"
sed 's/Nieuwbouw (/Nieuwbuow (/' statline-typed.in.csv >"$T/label.csv"
# shellcheck disable=SC2086
run cbs-extract $LABELS "$T/label.csv"
fails 2 "a column that the metadata do not have" "cbs-extract: $T/label.csv: \
column 'Bouw/Nieuwbuow (aantal)' is no dimension and no measure of the \
metadata; there are: Perioden, Gebruiksfunctie, Regio's, Nieuwbouw, \
Gemiddelde oppervlakte, Gemeente"
sed '$s/$/\n9,9,,,Topic,Twee_9,Nieuwbouw,aantal,Integer,/' "$T/dp.csv" \
    >"$T/alike.csv"
echo 'x,10,10,,Topic,Een_8,Nieuwbouw,aantal,Integer,' >>"$T/alike.csv"
printf 'Perioden;Nieuwbouw (aantal)\n2020;1\n' >"$T/label.csv"
run cbs-extract -M "$T/alike.csv" "$T/label.csv"
ok "a label of two measures" grep -q "column 'Nieuwbouw (aantal)' is the label \
of several measures" "$T/err"
sed '3s/Utrecht (PV)/Utrecht/; 4s/Utrecht (gemeente)/Nergens/' \
    statline-typed.in.csv >"$T/label.csv"
# shellcheck disable=SC2086
run cbs-extract $LABELS "$T/label.csv"
is 1 "labels of no code" "cbs-extract: $T/label.csv:3: error: C015 \
\"Utrecht\": not the label of one code of dimension RegioS in the metadata; \
the record is left out; 2 times, the first in rows 3, 4" <<END
$HEAD,gebruiksfunctie
99001NED,Nieuwbouw_1,NL01,2023,69000,aantal,definitief,,T001419
99001NED,Oppervlakte_2,NL01,2023,119.5,m2,definitief,,T001419
END
cat >"$T/labels.csv" <<'END'
"Perioden";"Regio's";"Bouw/Nieuwbouw (aantal)"
"2020";"Almere";1
"2020 maart";"Almere";2
"2020 1e kwartaal*";"Almere";3
"2020 2e halfjaar";"Almere";4
"2020 April";"Almere";5
"2020 4th quarter**";"Almere";6
"2020 ooit";"Almere";7
END
run cbs-extract -q -M dataproperties.xml -M regios.xml -m Nieuwbouw_1 \
    "$T/labels.csv"
is 1 "periods are read from their labels where no codes are listed" \
    "cbs-extract: $T/labels.csv:8: error: C015 \"2020 ooit\": not the label of \
one code of dimension Perioden in the metadata; the record is left out" <<END
$HEAD
99001NED,Nieuwbouw_1,GM0034,2020,1,aantal,onbekend,
99001NED,Nieuwbouw_1,GM0034,2020-03,2,aantal,onbekend,
99001NED,Nieuwbouw_1,GM0034,2020-Q1,3,aantal,voorlopig,
99001NED,Nieuwbouw_1,GM0034,2020-H2,4,aantal,onbekend,
99001NED,Nieuwbouw_1,GM0034,2020-04,5,aantal,onbekend,
99001NED,Nieuwbouw_1,GM0034,2020-Q4,6,aantal,nader_voorlopig,
END
cat >"$T/stub.csv" <<'END'
"Woningen"
"Onderwerpen_1";"Onderwerpen_2";"Regio's";"Perioden";"2022";"2023*"
"Bouw";"Nieuwbouw";"Almere";"aantal";"1";"2"
"Bouw";"Nieuwbouw";"Nederland";"aantal";"3";"-4"
END
run cbs-extract -M dataproperties.xml -M regios.xml "$T/stub.csv"
is 0 "statweb: a dimension before the values" <<END
$HEAD
99001NED,Nieuwbouw_1,GM0034,2022,1,aantal,onbekend,
99001NED,Nieuwbouw_1,GM0034,2023,2,aantal,voorlopig,
99001NED,Nieuwbouw_1,NL01,2022,3,aantal,onbekend,
99001NED,Nieuwbouw_1,NL01,2023,-4,aantal,voorlopig,
END
run cbs-extract "$T/stub.csv"
ok "statweb without metadata" test "$status" = 2 -a "$(cat "$T/err")" = \
    "cbs-extract: $T/stub.csv:2: error: none of its heads is the title of a \
dimension in the metadata; give DataProperties with -M"
sed '4d' statweb.in.csv | sed '3a "Bouw";"Sloop";"aantal";"1";"2";"3";"4"' \
    >"$T/topic.csv"
run cbs-extract -o "$T/none.csv" -M dataproperties.xml -M regios.xml "$T/topic.csv"
ok "statweb: a topic that the metadata do not have" test "$status" = 2 -a \
    "$(cat "$T/err")" = "cbs-extract: $T/topic.csv:4: error: 'Bouw/Sloop \
(aantal)' is not the label of one measure in the metadata"
sed '4s/;"1608"//' statweb.in.csv >"$T/short.csv"
run cbs-extract -o "$T/none.csv" -M dataproperties.xml -M regios.xml "$T/short.csv"
ok "statweb: a short row" test "$status" = 2 -a "$(cat "$T/err")" = \
    "cbs-extract: $T/short.csv:4: error: expected 7 fields, found 6"

# --- JSON ---
base='https://opendata.cbs.nl/ODataFeed/odata/99001NED'
context="\"odata.metadata\":\"$base/\$metadata#Cbs.OData.WebAPI.TypedDataSet\""
row='"Soort":"A ","RegioS":"GM0034","Perioden":"2023JJ00"'
printf '\357\273\277{%s,"value":[{"ID":0,%s,"A_1":12.50,"B_2":"  .\\u00e2"}],
"odata.nextLink":"%s/TypedDataSet?$skip=1"}' "$context" "$row" "$base" >"$T/1.json"
printf '{%s,"value":[{"ID":1,%s,"A_1":null,"B_2":"a \\"b\\""}]}' "$context" \
    "$row" >"$T/2.json"
cat >"$T/want.csv" <<END
$HEAD,soort
99001NED,A_1,GM0034,2023,12.50,,onbekend,,A
99001NED,B_2,GM0034,2023,.â,,onbekend,,A
99001NED,A_1,GM0034,2023,,,onbekend,onbekend,A
99001NED,B_2,GM0034,2023,"a ""b""",,onbekend,,A
END
run cbs-extract "$T/1.json" "$T/2.json"
is 0 "JSON of v3: its own types, digits kept" <"$T/want.csv"
cat "$T/1.json" "$T/2.json" >"$T/both.json"
gzip -c "$T/both.json" >"$T/both.json.gz"
for f in both.json both.json.gz; do
	run cbs-extract "$T/$f"
	same_as "$T/want.csv" "two pages of JSON in one file: $f"
done
run sh -c "cat '$T/both.json' | cbs-extract"
same_as "$T/want.csv" "JSON on standard input"
run cbs-extract -q "$T/1.json"
ok "JSON: a page that is missing is C006" sh -c "test $status = 1 &&
    grep -q 'C006 the feed of 99001NED goes on at .*skip=1' '$T/err'"
sed 's/"ID":1/"ID":0/' "$T/2.json" >"$T/again.json"
run cbs-extract -q "$T/1.json" "$T/again.json"
ok "JSON: a page given twice" sh -c "test $status = 1 && grep -q C017 '$T/err'"
printf '{%s,"value":[{"ID":0,%s,"A_1":"   1.50","B_2":"       ."},
{"ID":1,%s,"A_1":"","B_2":"x1      "}]}' \
    "$(echo "$context" | sed 's/Typed/Untyped/')" "$row" \
    "$(echo "$row" | sed s/2023/2024/)" >"$T/u.json"
run cbs-extract "$T/u.json"
is 0 "JSON of UntypedDataSet" <<END
$HEAD,soort
99001NED,A_1,GM0034,2023,1.50,,onbekend,,A
99001NED,B_2,GM0034,2023,,,onbekend,ontbreekt,A
99001NED,A_1,GM0034,2024,,,onbekend,onmogelijk,A
99001NED,B_2,GM0034,2024,x1,,onbekend,,A
END
# refused FILE WORDS: exit 2, no file left.
no_json() {
	run cbs-extract -o "$T/none.csv" "$T/$1"
	ok "JSON: $2" sh -c "test $status = 2 && ! test -e '$T/none.csv' &&
	    grep -qF '$2' '$T/err'"
}
echo '{"error":{"code":"","message":"more than 10000 records"}}' >"$T/e.json"
no_json e.json 'the error "more than 10000 records" instead of data'
echo '{"odata.error":{"code":"","message":{"lang":"en","value":"te veel"}}}' \
    >"$T/e.json"
no_json e.json 'the error "te veel" instead of data'
head -c 150 "$T/2.json" >"$T/cut.json"
no_json cut.json 'no JSON at byte 150'
echo '{"value":[{"ID":0,"A_1":{"b":1}}]}' >"$T/deep.json"
no_json deep.json 'record 1: a property that is not flat'
echo '{"value":[1]}' >"$T/flat.json"
no_json flat.json 'a value where an object was expected'
echo '[{"ID":0}]' >"$T/list.json"
no_json list.json 'a list; expected a page of OData'
awk 'BEGIN { printf "{\"a\":"; for (i = 0; i < 99999; i++) printf "[" }' \
    >"$T/nested.json"
no_json nested.json 'nested too deeply'
v4=https://datasets.cbs.nl/odata/v1/CBS/99002NED
cat >"$T/v4.json" <<END
{"@odata.context":"$v4/\$metadata#Observations","value":[
{"Id":42,"Measure":"M1","Perioden":"2023JJ00","RegioS":"NL00 ",
"StringValue":null,"Value":93750.50,"ValueAttribute":"None"},
{"Id":43,"Measure":"M1","Perioden":"2023JJ00","RegioS":"GM0034",
"StringValue":null,"Value":null,"ValueAttribute":"Impossible"},
{"Id":44,"Measure":"M2","Perioden":"2023JJ00","RegioS":"GM0034",
"StringValue":"Almere","Value":null,"ValueAttribute":"None"}]}
END
printf '{"value":[{"Key":"2023JJ00","Title":"2023","Status":"Definitief"}]}' \
    >"$T/Perioden.json"
run cbs-extract -M "$T/Perioden.json" "$T/v4.json"
is 0 "JSON of v4, with a v3 Perioden that its file is named after" <<END
$HEAD
99002NED,M1,NL01,2023,93750.50,,definitief,
99002NED,M1,GM0034,2023,,,definitief,onmogelijk
99002NED,M2,GM0034,2023,Almere,,definitief,
END
mkdir "$T/v4"
echo "{\"@odata.context\":\"$v4/\$metadata#PeriodenCodes\",\"value\":[
{\"Identifier\":\"2023JJ00\",\"Index\":1,\"Title\":\"2023\",
\"DimensionGroupId\":\"0\",\"Status\":\"Voorlopig\"}]}" >"$T/v4/a.json"
echo "{\"@odata.context\":\"$v4/\$metadata#Properties\",\"Identifier\":
\"99002NED\",\"Title\":\"T\",\"Status\":\"Regulier\"}" >"$T/v4/b.json"
echo "{\"@odata.context\":\"$v4/\$metadata#MeasureCodes\",\"value\":[
{\"Identifier\":\"M1\",\"Title\":\"Een\",\"DataType\":\"Double\",
\"Unit\":\"aantal\",\"Decimals\":2,\"MeasureGroupId\":null},
{\"Identifier\":\"M2\",\"Title\":\"Naam\",\"DataType\":\"String\",
\"Unit\":null,\"MeasureGroupId\":null}]}" >"$T/v4/c.json"
cp "$T/v4.json" "$T/v4/Observations.json"
run cbs-extract -M "$T/v4" "$T/v4.json"
is 0 "and with a folder of its own metadata" <<END
$HEAD
99002NED,M1,NL01,2023,93750.50,aantal,voorlopig,
99002NED,M1,GM0034,2023,,aantal,voorlopig,onmogelijk
99002NED,M2,GM0034,2023,Almere,,voorlopig,
END
sed 's/99002NED/X/' "$T/v4.json" >"$T/no-table.json"
sed -i 's/"@odata.context":"[^"]*",//' "$T/no-table.json"
run cbs-extract -m M1 -M "$T/v4/b.json" "$T/no-table.json"
ok "Properties, one object without a list, names the table" sh -c "
    test $status = 0 && grep -q '^99002NED,M1,NL01' '$T/out'"

# --- what is in here ---
run cbs-extract --list bulk.zip
is 0 "--list: measures, dimensions, keys, how many observations" <<'END'
tabel,soort,dimensie,sleutel,naam,titel,eenheid,status,aantal
99002NED,onderwerp,,M900001,M900001,Nieuwbouw,aantal,,3
99002NED,onderwerp,,M900002_2,M900002_2,"Leegstand, relatief",%,,3
99002NED,onderwerp,,M900003,M900003,Gemeentenaam,,,1
99002NED,onderwerp,,M900004,M900004,Nieuwbouw,aantal,,1
99002NED,dimensie,,Gebruiksfunctie,gebruiksfunctie,Gebruiksfunctie,,,2
99002NED,sleutel,Gebruiksfunctie,A045364,A045364,Woning,,,5
99002NED,sleutel,Gebruiksfunctie,T001419,T001419,Woning en niet-woning totaal,,,3
99002NED,dimensie,,WijkenEnBuurten,regio,Wijken en buurten,,,3
99002NED,sleutel,WijkenEnBuurten,NL00,NL01,Nederland,,,2
99002NED,sleutel,WijkenEnBuurten,GM0034,GM0034,Almere,,,3
99002NED,sleutel,WijkenEnBuurten,WK003401,WK003401,Almere Haven,,,3
99002NED,dimensie,,Perioden,periode,Perioden,,,2
99002NED,sleutel,Perioden,2023JJ00,2023,2023,,definitief,5
99002NED,sleutel,Perioden,2024KW01,2024-Q1,2024 1e kwartaal,,voorlopig,3
END
run cbs-extract --list -m Nieuwbouw_1=nieuwbouw -r GM0171 typed.in.xml
is 0 "--list after the filters" <<'END'
tabel,soort,dimensie,sleutel,naam,titel,eenheid,status,aantal
99001NED,onderwerp,,Nieuwbouw_1,nieuwbouw,,,,1
99001NED,dimensie,,Gebruiksfunctie,gebruiksfunctie,,,,1
99001NED,sleutel,Gebruiksfunctie,A045364,A045364,,,,1
99001NED,dimensie,,RegioS,regio,,,,1
99001NED,sleutel,RegioS,GM0171,GM0171,,,,1
99001NED,dimensie,,Perioden,periode,,,,1
99001NED,sleutel,Perioden,2023JJ00,2023,,,onbekend,1
END

feed Tables '<d:Identifier>81955NED</d:Identifier>
<d:Title>Voorraad woningen, 2012-2025</d:Title>
<d:OutputStatus>Gediscontinueerd</d:OutputStatus>
<d:RecordCount m:type="Edm.Int32">100</d:RecordCount>' \
    '<d:Identifier>03759ned</d:Identifier><d:Title>Bevolking</d:Title>
<d:OutputStatus>Regulier</d:OutputStatus>' >"$T/Tables.xml"
run cbs-extract --list "$T/Tables.xml"
is 0 "--list of the catalog" <<'END'
tabel,soort,dimensie,sleutel,naam,titel,eenheid,status,aantal
81955NED,tabel,,81955NED,81955NED,"Voorraad woningen, 2012-2025",,Gediscontinueerd,100
03759ned,tabel,,03759ned,03759ned,Bevolking,,Regulier,
END
run cbs-extract "$T/Tables.xml"
fails 2 "the catalog as data" "cbs-extract: $T/Tables.xml: this is Tables of \
99001NED, expected TypedDataSet, UntypedDataSet or Observations; metadata are given with -M"
feed Tables '<d:Title>Bevolking</d:Title>' >"$T/Tables.xml"
run cbs-extract --list "$T/Tables.xml"
fails 2 "a table without a name" "cbs-extract: $T/Tables.xml:2: error: a \
table without Identifier"

# --- titles, side by side ---
# shellcheck disable=SC2086
run cbs-extract --labels $LABELS -r GM0034 typed.in.xml
is 0 "--labels: titles and first days behind" <<END
$HEAD,gebruiksfunctie,onderwerp_naam,regio_naam,periode_naam,periode_begin,gebruiksfunctie_naam
99001NED,Nieuwbouw_1,GM0034,2023,1608,aantal,definitief,,A045364,Nieuwbouw,Almere,2023,2023-01-01,Woning
99001NED,Oppervlakte_2,GM0034,2023,98.40,m2,definitief,,A045364,Gemiddelde oppervlakte,Almere,2023,2023-01-01,Woning
99001NED,Gemeente_3,GM0034,2023,Almere,,definitief,,A045364,Gemeente,Almere,2023,2023-01-01,Woning
99001NED,Nieuwbouw_1,GM0034,2023-01,,aantal,voorlopig,ontbreekt,A045364,Nieuwbouw,Almere,2023 januari,2023-01-01,Woning
99001NED,Oppervlakte_2,GM0034,2023-01,0.00001,m2,voorlopig,,A045364,Gemiddelde oppervlakte,Almere,2023 januari,2023-01-01,Woning
99001NED,Gemeente_3,GM0034,2023-01,,,voorlopig,ontbreekt,A045364,Gemeente,Almere,2023 januari,2023-01-01,Woning
END
run cbs-extract --labels -m M900002_2 -r NL01 bulk.zip
is 0 "--labels quotes a title with a comma" <<END
$HEAD,gebruiksfunctie,onderwerp_naam,regio_naam,periode_naam,periode_begin,gebruiksfunctie_naam
99002NED,M900002_2,NL01,2023,8,%,definitief,,A045364,"Leegstand, relatief",Nederland,2023,2023-01-01,Woning
END
# shellcheck disable=SC2086
run cbs-extract --wide $META -m Nieuwbouw_1=nieuwbouw,Oppervlakte_2 typed.in.xml
is 0 "--wide: a row a cell" <<END
tabel,regio,periode,status,reden,gebruiksfunctie,nieuwbouw,oppervlakte_2
99001NED,NL01,2023,definitief,,T001419,69000,119.5
99001NED,GM0034,2023,definitief,,A045364,1608,98.40
99001NED,GM0034,2023-01,voorlopig,nieuwbouw=ontbreekt,A045364,,0.00001
99001NED,GM0171,2023,definitief,oppervlakte_2=onmogelijk,A045364,457,
99001NED,PV24,2023-Q4,nader_voorlopig,oppervlakte_2=onmogelijk,A045364,-12,
END
run cbs-extract --wide bulk.zip
is 0 "--wide of v4" <<END
tabel,regio,periode,status,reden,gebruiksfunctie,m900001,m900002_2,m900003,m900004
99002NED,NL01,2023,definitief,m900003=niet_geleverd|m900004=niet_geleverd,A045364,69000,8,,
99002NED,GM0034,2023,definitief,m900004=niet_geleverd,A045364,1608,0.50,Almere,
99002NED,WK003401,2024-Q1,voorlopig,m900003=niet_geleverd|m900004=onbekend,T001419,-3,0.5,,
END
run cbs-extract --wide -o "$T/none.csv" bulk/Observations.csv
fails 2 "--wide must know the measures" "cbs-extract: bulk/Observations.csv:3: \
error: no column for measure 'M900002_2': --wide must know all measures before \
the first row; give the metadata with -M, or -m"
{ cat bulk/Observations.csv; printf '8;M900002_2;A045364;NL00;2023JJ00;1;;None\n'; } \
    >"$T/back.csv"
run cbs-extract --wide -o "$T/none.csv" -M bulk.zip "$T/back.csv"
fails 2 "--wide: a cell that comes back, with another padding" "cbs-extract: \
$T/back.csv:10: error: the measures of a cell do not follow each other: --wide \
cannot put them side by side"
run cbs-extract --list -M bulk.zip "$T/back.csv"
ok "a key with two paddings is one key" grep -qx \
    '99002NED,sleutel,WijkenEnBuurten,NL00,NL01,Nederland,,,3' "$T/out"
run cbs-extract --wide --list typed.in.xml
ok "--wide and --list exclude each other" test "$status" = 2

# --- what changed ---
OLD=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden,gebruiksfunctie
cat >"$T/old.csv" <<END
$OLD
99001NED,Nieuwbouw_1,NL01,2023,69000.0,aantal,definitief,,T001419
99001NED,Nieuwbouw_1,GM0034,2023,1600,aantal,voorlopig,,A045364
99001NED,Nieuwbouw_1,GM0034,2023-01,,aantal,voorlopig,geheim,A045364
99001NED,Nieuwbouw_1,GM0050,2023,5,aantal,voorlopig,,A045364
99001NED,Nieuwbouw_1,GM0034,2022,7,aantal,definitief,,A045364
99999NED,Nieuwbouw_1,GM0034,2022,7,aantal,definitief,,A045364
END
# shellcheck disable=SC2086
run cbs-extract --since "$T/old.csv" $META -m Nieuwbouw_1 typed.in.xml
is 0 "--since: revised, new and withdrawn apart" <<END
tabel,onderwerp,regio,periode,wijziging,oud,nieuw,verschil,oude_status,nieuwe_status,oude_reden,nieuwe_reden,gebruiksfunctie
99001NED,Nieuwbouw_1,GM0034,2023,herzien,1600,1608,8,voorlopig,definitief,,,A045364
99001NED,Nieuwbouw_1,GM0034,2023-01,status,,,,voorlopig,voorlopig,geheim,ontbreekt,A045364
99001NED,Nieuwbouw_1,GM0171,2023,nieuw,,457,,,definitief,,,A045364
99001NED,Nieuwbouw_1,PV24,2023-Q4,nieuwe_periode,,-12,,,nader_voorlopig,,,A045364
99001NED,Nieuwbouw_1,GM0050,2023,vervallen,5,,,voorlopig,,,,A045364
99001NED,Nieuwbouw_1,GM0034,2022,vervallen_periode,7,,,definitief,,,,A045364
END
# shellcheck disable=SC2086
cbs-extract $META typed.in.xml >"$T/same.csv"
# shellcheck disable=SC2086
run cbs-extract --since "$T/same.csv" $META typed.in.xml
is 0 "--since itself: a header" <<END
tabel,onderwerp,regio,periode,wijziging,oud,nieuw,verschil,oude_status,nieuwe_status,oude_reden,nieuwe_reden,gebruiksfunctie
END
sed -n '1p;2p;2p' "$T/old.csv" >"$T/twice.csv"
run cbs-extract --since "$T/twice.csv" -o "$T/none3.csv" typed.in.xml
fails 2 "--since: a cell twice in the old file" "cbs-extract: $T/twice.csv:3: \
error: the same cell as line 2: Nieuwbouw_1 NL01 2023"
cut -d, -f1-8 "$T/old.csv" >"$T/narrow.csv"
run cbs-extract --since "$T/narrow.csv" -o "$T/none3.csv" typed.in.xml
ok "--since: a dimension that the old file lacks" sh -c \
    "test $status = 2 && grep -q \"no column 'gebruiksfunctie'\" '$T/err'"
sed 's/^99001NED/99009NED/' typed.out.csv >"$T/apart.csv"
run cbs-extract --since "$T/apart.csv" $META typed.in.xml
fails 2 "--since: two series that do not meet" "cbs-extract: $T/apart.csv: has \
no cell of these data, expected an earlier output of the same selection: its \
first is Nieuwbouw_1|NL01|2023 of table \"99009NED\", the data are of table \
\"99001NED\""
run cbs-extract --since "$T/nothing.csv" -o "$T/none3.csv" typed.in.xml
ok "--since: a file that is not there" test "$status" = 2 -a \
    ! -e "$T/none3.csv" -a "$(wc -l <"$T/err")" = 1

# --- does it add up ---
cat >"$T/stock.csv" <<'END'
ID,RegioS,Perioden,BeginstandVoorraad_1,Nieuwbouw_2,OverigeToevoeging_3,Sloop_4,OverigeOnttrekking_5,Correctie_6,SaldoVoorraad_7,EindstandVoorraad_9
0,GM0034,2022JJ00,1000,50,5,3,2,-1,49,1049
1,GM0034,2023KW01,1049,20,0,0,0,0,20,1069
2,GM0034,2023JJ00,1050,60,5,3,2,-1,59,1134
3,GM0050,2023JJ00,500,10,0,0,0,0,11,511
4,GM0050,2024JJ00,540,10,0,0,0,,10,576
END
run cbs-extract "$T/stock.csv"
cp "$T/out" "$T/base"
run cbs-extract --check "$T/stock.csv"
ok "--check: a saldo that is not its parts is exit 1" test "$status" = 1
ok "the rows are the same" cmp "$T/base" "$T/out"
cat >"$T/want" <<END
cbs-extract: $T/stock.csv:5: error: C011 "1": GM0050 2023: nieuwbouw + overige toevoeging - sloop - overige onttrekking + correctie is 10, but saldo is 11
cbs-extract: $T/stock.csv:6: warning: C012 "26": GM0050 2024: beginstand + saldo is 550, but eindstand is 576
cbs-extract: $T/stock.csv:6: warning: C013 "29": GM0050 2024: eindstand of the period before is 511, but beginstand is 540
END
ok "each with its place; 25 and less is let pass" diff -u "$T/want" "$T/err"
run cbs-extract -q --check --tolerance 29 --fail-on warning "$T/stock.csv"
ok "--tolerance" test "$(wc -l <"$T/err")" = 1
run cbs-extract --check --tolerance 0 "$T/stock.csv"
cat >"$T/want" <<END
cbs-extract: $T/stock.csv:4: warning: C012 "25": GM0034 2023: beginstand + saldo is 1109, but eindstand is 1134
cbs-extract: $T/stock.csv:4: warning: C013 "1": GM0034 2023: eindstand of the period before is 1049, but beginstand is 1050
END
ok "--tolerance 0: years follow years, not quarters" sh -c \
    "grep GM0034 '$T/err' | diff -u '$T/want' -"
sed -n '1p;4p' "$T/stock.csv" | sed 's/,59,/,,/' >"$T/part.csv"
run cbs-extract --check --table-id X "$T/part.csv"
ok "nothing to check is said" test "$status" = 0 -a "$(cat "$T/err")" = \
    "cbs-extract: $T/part.csv: warning: C014 nothing of X could be checked: \
beginstand, saldo and eindstand of a cell must follow each other"

# --- as every tool ---
run cbs-extract typed.in.csv
cp "$T/out" "$T/base"
sed 's/\r//' typed.in.csv >"$T/lf.csv"
run cbs-extract "$T/lf.csv"
same_as "$T/base" "LF equals CRLF"
printf %s "$(cat "$T/lf.csv")" >"$T/nofinal.csv"
run cbs-extract "$T/nofinal.csv"
same_as "$T/base" "no final newline"
{ printf '\357\273\277'; cat "$T/lf.csv"; } >"$T/bom.csv"
run cbs-extract "$T/bom.csv"
same_as "$T/base" "a BOM"
head -1 "$T/lf.csv" >"$T/head.csv"
run cbs-extract "$T/head.csv"
is 0 "a header only" <<END
$HEAD,gebruiksfunctie
END
printf 'ID,Soort,RegioS,Perioden,A_1\n0,"a ""b""\nc",NL01,2023JJ00,1\n' \
    >"$T/quoted.csv"
run cbs-extract "$T/quoted.csv"
is 0 "a quoted newline stays" <<END
$HEAD,soort
,A_1,NL01,2023,1,,onbekend,,"a ""b""
c"
END
echo '3,"T001419"' >>"$T/lf.csv"
run cbs-extract "$T/lf.csv"
ok "a short record is exit 2 at its line" sh -c \
    "test $status = 2 && grep -q 'lf.csv:5: .*expected' $T/err"
run sh -c 'cbs-extract typed.in.xml >/dev/full'
ok "a full disk is exit 2" test "$status" = 2
ok "and says so" grep -q 'No space left' "$T/err"
echo old >"$T/kept.csv"
run cbs-extract -o "$T/kept.csv" "$T/cut.xml"
ok "a failed run keeps the old file" test "$(cat "$T/kept.csv")" = old
run cbs-extract -v -o "$T/v.csv" -r GM0034 typed.in.xml
is 0 "-v balances, and shows a key that was trimmed" 'cbs-extract: NL01 <- "NL01  " (2 keys trimmed)
cbs-extract: 5 records read; 15 observations = 6 written + 9 left out + 0 refused' </dev/null

# --- the real thing, where it is at hand ---
shared=$ROOT/../shared/data/cbs
if [ -d "$shared" ]; then
	zip=$shared/83841NED-bulk.zip
	n=$(unzip -p "$zip" Observations.csv | tail -n +2 | wc -l)
	run cbs-extract "$zip"
	ok "83841NED: every observation" test "$(wc -l <"$T/out")" = $((n + 1))
	unzip -p "$zip" Observations.csv |
	    awk -F';' 'NR > 1 { v = $7; sub(/,/, ".", v); print v }' >"$T/want"
	cut -d, -f5 "$T/out" | tail -n +2 >"$T/have"
	ok "83841NED: exact values" cmp "$T/want" "$T/have"
	v3=$shared/v3-meta-83781ENG
	meta="-M $v3/Periods.csv -M $v3/DataProperties.csv -M $v3/TableInfos.csv"
	# shellcheck disable=SC2086
	cbs-extract $meta "$v3/TypedDataSet.csv" >"$T/typed"
	# shellcheck disable=SC2086
	run cbs-extract $meta "$v3/UntypedDataSet.csv"
	same_as "$T/typed" "83781ENG: typed equals untyped"
	ok "83781ENG: 528 rows of 7 measures" test "$(wc -l <"$T/out")" = 3697
	run cbs-extract "$shared/atom/47022NED_TypedDataSet_2entries.xml"
	is 0 "47022NED: the real feed" <<END
$HEAD,soortmisdrijf
47022NED,GeregistreerdeMisdrijven_1,GM0758,2012-01,1382,,onbekend,,0.0.0
47022NED,GeregistreerdeMisdrijven_1,BU07580004,2017-12,1,,onbekend,,1.1.1
END
	stat=$shared/statline-csv
	cat >"$T/DataProperties.csv" <<'END'
ID,ParentID,Type,Key,Title,Unit,Datatype
0,,TimeDimension,Perioden,Perioden,,
1,,GeoDimension,RegioS,Regio's,,
2,,TopicGroup,,Bevolking,,
3,2,TopicGroup,,Bevolkingssamenstelling op 1 januari,,
4,3,Topic,TotaleBevolking_1,Totale bevolking,aantal,Integer
5,3,TopicGroup,,Burgerlijke staat,,
6,5,TopicGroup,,Bevolking 15 jaar of ouder,,
7,6,Topic,Inwoners15JaarOfOuder_2,Inwoners 15 jaar of ouder,aantal,Integer
8,6,Topic,Gehuwd_3,Gehuwd,in % van inwoners 15 jaar of ouder,Double
9,3,Topic,Dichtheid_4,Bevolkingsdichtheid,aantal inwoners per km²,Integer
10,,TopicGroup,,Bouwen en wonen,,
11,10,TopicGroup,,Woningvoorraad,,
12,11,Topic,Voorraad_5,Voorraad op 1 januari,aantal,Integer
13,,TopicGroup,,Milieu en bodemgebruik,,
14,13,TopicGroup,,Bodemgebruik,,
15,14,TopicGroup,,Oppervlakte,,
16,15,Topic,Oppervlakte_6,Totale oppervlakte,km²,Double
END
	{
		echo Key,Title
		cut -d';' -f2 "$stat/70072ned_untyped_2020_woningvoorraad.csv" |
		    sed 1d | awk '{ printf "GM%04d,%s\n", NR, $0 }'
	} >"$T/RegioS.csv"
	run cbs-extract --table-id 70072ned -M "$T/DataProperties.csv" \
	    -M "$T/RegioS.csv" "$stat/70072ned_untyped_2020_woningvoorraad.csv"
	n=$(sed 1d "$stat/70072ned_untyped_2020_woningvoorraad.csv" | wc -l)
	ok "70072ned: the real StatLine file, every cell" test "$status" = 0 \
	    -a "$(wc -l <"$T/out")" = $((n * 6 + 1))
	almere=$(sed -n 's/,"*Almere"*$//p' "$T/RegioS.csv")
	ok "70072ned: Almere" grep -qx \
	    "70072ned,Voorraad_5,$almere,2020,85977,aantal,onbekend," "$T/out"
	cat >"$T/DataProperties.csv" <<'END'
ID,ParentID,Type,Key,Title,Unit,Datatype
0,,Dimension,Sex,Sex,,
1,,Dimension,Age,Age,,
2,,TimeDimension,Periods,Periods,,
3,,TopicGroup,,1 Infectious and parasitic diseases,,
4,3,Topic,Tuberculosis_1,1.1 Tuberculosis,number,Integer
5,3,Topic,AIDS_2,1.4 AIDS,number,Integer
6,,TopicGroup,,"4 Endocrine, nutritional and metab. dis.",,
7,6,Topic,Diabetes_3,4.1 Diabetes mellitus,number,Integer
8,,TopicGroup,,6 Diseases of the nervous system,,
9,8,Topic,Parkinson_4,6.2 Parkinson's disease,number,Integer
10,8,Topic,Meningitis_5,6.1 Meningitis,number,Integer
11,,TopicGroup,,8 Diseases of the respiratory system,,
12,11,Topic,Influenza_6,8.1 Influenza,number,Integer
13,11,Topic,Pneumonia_7,8.2 Pneumonia,number,Integer
14,,TopicGroup,,9 Diseases of the digestive system,,
15,14,Topic,Peptic_8,9.1 Peptic ulcers,number,Integer
END
	printf 'Key,Title\n1,Total males and females\n' >"$T/Sex.csv"
	printf 'Key,Title\n2,Total of all ages\n' >"$T/Age.csv"
	run cbs-extract -M "$T/DataProperties.csv" -M "$T/Sex.csv" \
	    -M "$T/Age.csv" "$stat/7052eng_OLD_statweb_latin1.csv"
	ok "7052eng: the real StatWeb file, 8 topics of 9 years" test \
	    "$status" = 0 -a "$(wc -l <"$T/out")" = 73
	ok "7052eng: a blank and a nil" sh -c "
	    grep -qx ,AIDS_2,,1950,,number,onbekend,onmogelijk,1,2 '$T/out' &&
	    grep -qx ,AIDS_2,,1980,0,number,onbekend,,1,2 '$T/out' &&
	    grep -qx ,Peptic_8,,2016,146,number,voorlopig,,1,2 '$T/out'"
	run cbs-extract --check --table-id 81955NED \
	    "$shared/81955NED_woning_gemeenten_2012-2020.csv"
	ok "81955NED: saldo is its parts in every real row" sh -c \
	    "test $status = 0 && ! grep C011 '$T/err'"
	ok "81955NED: stocks are off in real rows" grep -q C012 "$T/err"
else
	skip "tables as CBS publishes them"
fi
done_testing
