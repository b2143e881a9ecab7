#!/bin/sh
# cbs-extract and CBS as it is today: marks of v4, text columns, metadata of
# the portal, labels that several codes share. Made-up tables, in all forms.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
HEAD=tabel,onderwerp,regio,periode,waarde,eenheid,status,reden

# --- v4's mark of a cell that cannot be ---
cat >o.csv <<'END'
Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute
0;M1;GM0034;2025JJ00;;;Impossible
1;M1;GM0995;2025JJ00;412,5;;None
2;M1;GM0050;2025JJ00;;;Impossible
3;M1;GM0171;2025JJ00;;;None
4;M1;GM0171;2025JJ00;;;None
END
cat >Dimensions.csv <<'END'
Identifier;Title;Description;MapYear;ReleasePolicy;Kind;ContainsGroups
RegioS;Regio's;;;;Dimension;True
Perioden;Perioden;;;True;TimeDimension;True
END
run cbs-extract -M Dimensions.csv o.csv
is 0 "Impossible is v3's blank; RegioS is of regions, whatever its Kind" <<END
$HEAD
,M1,GM0034,2025,,,onbekend,onmogelijk
,M1,GM0995,2025,412.5,,onbekend,
,M1,GM0050,2025,,,onbekend,onmogelijk
,M1,GM0171,2025,,,onbekend,onbekend
,M1,GM0171,2025,,,onbekend,onbekend
END
mv out before
run cbs-extract -M Dimensions.csv --labels o.csv
cut -d, -f1-8 out >general
ok "and so by the general way" cmp before general
sed 's/Impossible/Strange/' o.csv >strange.csv
run cbs-extract --findings f.csv strange.csv
ok "a mark that is not known is told once" sh -c "test $status = 0 &&
    test \$(wc -l <err) = 1 && grep -q '2 times, the first in rows 2, 4' err &&
    test \$(wc -l <f.csv) = 2"
sed '2s/;;;Imp/;7;;Imp/' o.csv >strange.csv
run cbs-extract -M Dimensions.csv strange.csv
ok "nor is Impossible of a value" sh -c "grep -q 'C004 .*Impossible' err &&
    grep -q '^,M1,GM0034,2025,7,' out"
printf 'Key,Title\nA1,klein\nA2,groot\n' >Gemeentegrootte.csv
cat >dp.csv <<'END'
ID,Type,Key,Title,Unit,Datatype
0,Dimension,Gemeentegrootte,Gemeentegrootte,,
1,TimeDimension,Perioden,Perioden,,
2,Topic,V_1,V,aantal,Integer
END
printf 'ID,Gemeentegrootte,Perioden,V_1\n0,A1,2025JJ00,3\n' >g.csv
run cbs-extract -M dp.csv -M Gemeentegrootte.csv g.csv
is 0 "a dimension whose codes are no regions is none" <<END
$HEAD,gemeentegrootte
,V_1,,2025,3,aantal,onbekend,,A1
END

# --- rows of v4 that go past the general way ---
# From the second region on.
{
	head -1 o.csv
	for region in GM0034 GM0995 GM0050; do
		for i in $(seq 100 170); do
			echo "$((n += 1));Nieuwbouw_$i;$region;2025JJ00;$i;;None"
		done
	done
} >alike.csv
cbs-extract -o out alike.csv
ok "measures of which only the end differs" test \
    "$(awk -F, 'NR > 1 && $2 == "Nieuwbouw_" $5 { n++ } END { print n }' out)" = 213
cat >passing.csv <<'END'
Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute
0;M1;GM0034;2024JJ00;1;;None
1;M1;GM0034;2025JJ00;2;;None
2;M1;GM0995;2024JJ00;3;;None
3;M1;GM0995;2025JJ00;1.234,5;;None
4;M1;GM0050;2025JJ00;4;;None
5;M1;GM0050;2024JJ00;5;;None
END
run cbs-extract passing.csv
is 1 "a number with two marks is none" "cbs-extract: passing.csv:5: error: C003 \
\"1.234,5\": not a number and not a mark of CBS; left out (for a measure of \
text give its DataProperties with -M)" <<END
$HEAD
,M1,GM0034,2024,1,,onbekend,
,M1,GM0034,2025,2,,onbekend,
,M1,GM0995,2024,3,,onbekend,
,M1,GM0050,2025,4,,onbekend,
,M1,GM0050,2024,5,,onbekend,
END
printf 'tabel,dimensie,sleutel,naam,gebruik,van,tot\nT,,M1,m,ja,2025,\n' >from.csv
run cbs-extract -q --table-id T --selecties from.csv passing.csv
ok "a measure of which only some periods are wanted" test \
    "$(cut -d, -f3-5 out | paste -sd ' ')" = \
    "regio,periode,waarde GM0034,2025,2 GM0050,2025,4"

# --- dimensions in another order ---
printf 'ID,Alpha,Beta,Perioden,V_1\n0,a1,b1,2024JJ00,1\n' >one.csv
printf 'ID,Beta,Alpha,Perioden,V_1\n1,b1,a1,2025JJ00,2\n' >other.csv
run cbs-extract one.csv other.csv
is 0 "each in its column" <<END
$HEAD,alpha,beta
,V_1,,2024,1,,onbekend,,a1,b1
,V_1,,2025,2,,onbekend,,a1,b1
END

# --- columns of texts, without metadata ---
cat >t.csv <<'END'
"ID";"RegioS";"Perioden";"Bevolking_1";"Code_271";"Cijfer_3"
"0";"GM0034";"2015JJ00";"  198145";"PV24      ";"12   "
"1";"GM0995";"2015JJ00";"       .";"         .";"13   "
"2";"GM0050";"2015JJ00";"      12";"PV24      ";"n    "
END
cat >texts.csv <<END
$HEAD
70072ned,Bevolking_1,GM0034,2015,198145,,onbekend,
70072ned,Code_271,GM0034,2015,PV24,,onbekend,
70072ned,Cijfer_3,GM0034,2015,12,,onbekend,
70072ned,Bevolking_1,GM0995,2015,,,onbekend,ontbreekt
70072ned,Code_271,GM0995,2015,,,onbekend,ontbreekt
70072ned,Cijfer_3,GM0995,2015,13,,onbekend,
70072ned,Bevolking_1,GM0050,2015,12,,onbekend,
70072ned,Code_271,GM0050,2015,PV24,,onbekend,
70072ned,Cijfer_3,GM0050,2015,n,,onbekend,
END
run cbs-extract --table-id 70072ned t.csv
is 0 "a column whose first cell is a text is one of texts" <texts.csv
run cbs-extract -v --table-id 70072ned t.csv
ok "and told once, as information" sh -c "test \$(grep -c C018 err) = 2"
D=http://schemas.microsoft.com/ado/2007/08/dataservices
{
	printf '<feed xml:base="http://x/OData/70072ned" xmlns="http://www.w3.'
	printf 'org/2005/Atom" xmlns:d="%s" xmlns:m="%s/metadata"><title>' "$D" \
	    "$D"
	printf 'UntypedDataSet</title>'
	sed 1d t.csv | tr -d '"' | while IFS=';' read -r id r p b c f; do
		printf '<entry><content><m:properties><d:ID>%s</d:ID>' "$id"
		printf '<d:RegioS>%s</d:RegioS><d:Perioden>%s</d:Perioden>' \
		    "$r" "$p"
		printf '<d:Bevolking_1>%s</d:Bevolking_1>' "$b"
		printf '<d:Code_271>%s</d:Code_271>' "$c"
		printf '<d:Cijfer_3>%s</d:Cijfer_3>' "$f"
		printf '</m:properties></content></entry>'
	done
	printf '</feed>'
} >t.xml
run cbs-extract t.xml
is 0 "and so in an untyped feed" <texts.csv
printf 'ID,Perioden,A_1\n0,2020JJ00,1\n1,2021JJ00,x1\n2,2022JJ00,x2\n' >n.csv
run cbs-extract --findings f.csv n.csv
is 1 "a text among numbers is refused, and told once" "cbs-extract: n.csv:3: \
error: C003 \"x1\": not a number and not a mark of CBS; left out (for a \
measure of text give its DataProperties with -M); 2 times, the first in rows \
3, 4" <<END
$HEAD
,A_1,,2020,1,,onbekend,
END
ok "and one row in the findings" sh -c "test \$(wc -l <f.csv) = 2 &&
    grep -q '^n.csv,3,,A_1,C003,fout,x1,.*2 keer.*in de rijen 3, 4' f.csv"

# --- a million faults of one cause ---
{
	echo ID,RegioS,Perioden,Saldo_1,Nieuwbouw_2
	awk 'BEGIN { for (i = 0; i < 20000; i++)
	    printf "%d,GM%04d,X%dQQ00,1,a%d\n", i, i % 9000 + 1, i, i }'
} >many.csv
sed -i '2s/a0/1/' many.csv
run cbs-extract -q --findings f.csv many.csv
ok "20,000 bad periods and 19,999 bad cells are two findings" sh -c "
    test $status = 1 && test \$(wc -l <f.csv) = 3 &&
    grep -q 'C001.*20000 keer' f.csv && grep -q 'C003.*19999 keer' f.csv"

# --- labels that several codes share ---
cat >WijkenEnBuurten.csv <<'END'
Key,Title
NL00      ,Nederland
GM0034    ,Almere
WK003401  ,Centrum
BU00340101,Centrum
GM0995    ,Lelystad
BU09950101,Centrum
END
cat >DataProperties.csv <<'END'
ID,Type,Key,Title,Datatype,Unit,Default
0,GeoDetail,WijkenEnBuurten,Wijken en buurten,,,
1,TimeDimension,Perioden,Perioden,,,
2,Topic,Codering_3,Codering,String,code,Missing
3,Topic,AantalInwoners_5,Aantal inwoners,Long,aantal,Missing
END
KWB="-q -M WijkenEnBuurten.csv -M DataProperties.csv"
codes() {
	cut -d, -f2-5 out | grep Aantal | cut -d, -f2,3
}
cat >kwb.csv <<'END'
"Wijken en buurten";"Perioden";"Codering (code)";"Aantal inwoners (aantal)"
"Centrum";"2024";"BU09950101";1
"Almere";"2024";"GM0034    ";2
"Centrum";"2024";"BU00340101";3
"Centrum";"2024";"WK003401  ";4
END
# shellcheck disable=SC2086
run cbs-extract $KWB kwb.csv
codes >got
printf '%s,2024\n' BU09950101 GM0034 BU00340101 WK003401 >want
ok "a code column of the record says which it is" sh -c \
    "test $status = 0 && diff want got && ! test -s err"
cat >kwb.csv <<'END'
"Wijken en buurten";"Perioden";"Aantal inwoners (aantal)"
"Nederland";"2023";1
"Almere";"2023";2
"Centrum";"2023";3
"Centrum";"2023";4
"Lelystad";"2023";5
"Centrum";"2023";6
"Centrum";"2024";7
"Nederland";"2024";8
"Centrum";"2024";9
END
# shellcheck disable=SC2086
run cbs-extract $KWB --findings f.csv kwb.csv
codes >got
printf '%s\n' NL01,2023 GM0034,2023 WK003401,2023 BU00340101,2023 \
    GM0995,2023 BU09950101,2023 BU09950101,2024 NL01,2024 WK003401,2024 >want
ok "else the order of the metadata, which is told once" sh -c \
    "test $status = 0 && diff want got && test \$(grep -c C019 f.csv) = 1"
cat >kwb.csv <<'END'
"Wijken en buurten";"Perioden";"Aantal inwoners (aantal)"
"Lelystad";"2023";5
"Centrum";"2023";6
"Centrum";"2023";7
END
# shellcheck disable=SC2086
run cbs-extract $KWB kwb.csv
codes >got
printf '%s,2023\n' GM0995 BU09950101 >want
ok "and a label beyond the last such code is C015" sh -c \
    "test $status = 1 && diff want got && grep -q C015 err"

# --- what StatLine's third download is ---
cat >tab.csv <<'END'
"Kerncijfers wijken en buurten 2015"
""
"";"Onderwerp"
"";"Inkomen|Aantal inkomensontvangers"
"Wijken en buurten";"aantal"
"Amsterdam";"641700"
"Bron: CBS"
END
run cbs-extract tab.csv
fails 2 "volgens tabelindeling is refused by its name" "cbs-extract: tab.csv: \
StatLine CSV volgens tabelindeling; choose CSV zonder or met statistische \
symbolen instead"

# --- what comes beside a download ---
cat >83958NED_metadata.csv <<'END'
"TableInfos"
"ID";"Title";"Identifier"
"0";"T";"83958NED"

"DataProperties"
ID;Position;ParentID;Type;Key;Title;Datatype;Unit;Decimals;Default
"0";"0";;"GeoDimension";"RegioS";"Regio";;;;
"1";"1";;"Topic";"Naam_2";"Naam";"String";"";"0";"Missing"

"RegioS"
"Key";"Title";"Description"
"GM0034";"Almere";"een
gemeente"
END
cat >n.csv <<'END'
"ID";"RegioS";"Naam_2"
"0";"GM0034";"Almere   "
END
cat >portal.csv <<'END'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
83958NED,Naam_2,GM0034,,Almere,,onbekend,
END
run cbs-extract -M 83958NED_metadata.csv n.csv
is 0 "the portal's metadata, in sections" <portal.csv
mkdir crlf
{ printf '\357\273\277'; sed 's/$/\r/' 83958NED_metadata.csv; } \
    >crlf/83958NED_metadata.csv
run cbs-extract -M crlf/83958NED_metadata.csv n.csv
is 0 "and as it comes, with a BOM and CRLF" <portal.csv
mkdir folder
{ printf '\357\273\277'; sed -n '2,3p' 83958NED_metadata.csv; } \
    >folder/TableInfos.csv
{ printf '\357\273\277'; sed -n '6,8p' 83958NED_metadata.csv; } |
    gzip >folder/DataProperties.csv.gz
{ printf '\357\273\277'; sed -n '11,13p' 83958NED_metadata.csv; } \
    >folder/RegioS.csv
echo '{}' >folder/fetched.json
cp n.csv folder/TypedDataSet.csv
run cbs-extract -M folder n.csv
is 0 "and a folder of resources, each with a BOM" <portal.csv
run cbs-extract -M 83958NED_metadata.csv -M folder n.csv
is 0 "and both" <portal.csv
sed 's/83958NED/1NED/' 83958NED_metadata.csv >1NED_metadata.csv
run cbs-extract --table-id 83958NED -M 1NED_metadata.csv -M folder n.csv
is 0 "metadata of another table are told" "cbs-extract: warning: C020 \
\"1NED\": the metadata given with -M are of 1NED, but the data of 83958NED: \
they are not used" <portal.csv
cp folder/RegioS.csv Regios.csv
run cbs-extract -M folder -M Regios.csv n.csv
is 0 "and codes of a dimension that the data lack" "cbs-extract: warning: \
C021 the metadata list codes of Regios, but the data have the dimensions \
RegioS; is the file named after its dimension?" <portal.csv
sed '6s/;Decimals//' 83958NED_metadata.csv >bad_metadata.csv
run cbs-extract -M bad_metadata.csv n.csv
fails 2 "a section with rows of another width" "cbs-extract: \
bad_metadata.csv:7: error: expected 9 fields as in the header of its section, \
found 10"
mkdir empty
run cbs-extract -M empty n.csv
ok "a folder without metadata" sh -c "test $status = 2 &&
    grep -q '^cbs-extract: empty: no metadata of a table' err"

# --- pages and files given twice, in every form ---
# twice FORM NAME FILES...: the finding, and exit 1; once each: none.
twice() {
	form=$1 code=$2
	shift 2
	run cbs-extract -q --table-id T "$@"
	ok "$form: once each" sh -c "test $status = 0 && ! test -s err"
	run cbs-extract -q --table-id T "$@" "$1"
	ok "$form: the first again is $code" sh -c "
	    test $status = 1 && test \$(wc -l <err) = 1 && grep -q $code err"
}
printf 'ID,RegioS,Perioden,V_1\n0,GM0034,2023JJ00,1\n1,GM0034,2024JJ00,2\n' \
    >p1.csv
printf 'ID,RegioS,Perioden,V_1\n2,GM0995,2023JJ00,3\n9,GM0995,2024JJ00,3\n' \
    >p2.csv
twice codes C017 p1.csv p2.csv
printf 'ID,RegioS,Perioden,V_1\n1,GM0034,2024JJ00,2\n2,GM0995,2024JJ00,3\n' \
    >p3.csv
run cbs-extract --table-id T p1.csv p3.csv
ok "codes: pages that overlap" sh -c "test $status = 1 &&
    grep -q 'C017 records 1 to 1 of T' err"
awk 'BEGIN { print "ID,RegioS,Perioden,V_1"
	for (i = 0; i < 128; i++)
		printf "%d,GM%04d,2023JJ00,1\n", i, i }' >p128.csv
twice "codes, 128 in a row" C017 p128.csv
# A filter leaves gaps; two of them need not overlap.
printf 'ID,RegioS,Perioden,V_1\n0,GM0034,2023JJ00,1\n99,GM0995,2023JJ00,1\n' \
    >f1.csv
printf 'ID,RegioS,Perioden,V_1\n1,GM0034,2024JJ00,1\n100,GM0995,2024JJ00,1\n' \
    >f2.csv
twice "codes, filtered" C017 f1.csv f2.csv
{ cat f1.csv; sed 1d f2.csv | sort -r; } >both.csv
run cbs-extract -q --table-id T both.csv
ok "codes: sorted by who saved them" test "$status" = 0
for n in 1 2; do
	echo 'Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute' >o$n.csv
done
awk 'BEGIN { for (i = 0; i < 300; i++)
    printf "%d;M1;GM%04d;2025JJ00;%d;;None\n", i + 8, i, i >"o" (i % 3 ? 1 : 2) ".csv"
}'
awk 'BEGIN { for (i = 0; i < 300; i++)
    printf "%d;M1;GM%04d;2025JJ00;%d;;None\n", i + 8, i, i >>"o" (i % 3 ? 1 : 2) ".csv"
}'
for n in 1 2; do
	{
		echo 'Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute'
		grep '^[0-9]' o$n.csv | sort -un
	} >o && mv o o$n.csv
done
twice observations C017 o1.csv o2.csv
mkdir z1 z2
cp o1.csv z1/Observations.csv
cp o2.csv z2/Observations.csv
(cd z1 && zip -q ../z1.zip Observations.csv)
(cd z2 && zip -q ../z2.zip Observations.csv)
twice zip C017 z1.zip z2.zip
cat >once.xml <<END
<feed xml:base="http://x/OData/T" xmlns="http://www.w3.org/2005/Atom"
xmlns:d="$D" xmlns:m="$D/metadata"><title>TypedDataSet</title>
<entry><content><m:properties><d:ID m:type="Edm.Int32">7</d:ID>
<d:Perioden>2023JJ00</d:Perioden><d:V_1 m:type="Edm.Int32">1</d:V_1>
</m:properties></content></entry></feed>
END
sed 's/>7</>8</; s/2023/2024/' once.xml >other.xml
twice atom C017 once.xml other.xml
grep -v 2024 kwb.csv | sed 's/Centrum/Almere/; 3d; 4d' >s1.csv
sed 's/2023/2024/' s1.csv >s2.csv
META="-M WijkenEnBuurten.csv -M DataProperties.csv"
# shellcheck disable=SC2086
twice statline C022 s1.csv s2.csv $META
cat >w1.csv <<'END'
"Bevolking"
"Onderwerpen_1";"Wijken en buurten";"Perioden";"2023"
"Aantal inwoners";"Almere";"aantal";"5"
END
sed 's/2023/2024/' w1.csv >w2.csv
# shellcheck disable=SC2086
twice statweb C022 w1.csv w2.csv $META
# --- sums of a selection ---
cat >sums.csv <<'END'
tabel,dimensie,sleutel,naam,gebruik
T,,Toevoegingen,overige_toevoeging,+
T,,Functiewijziging,overige_toevoeging,+
T,,Onttrekkingen,overige_onttrekking,+
T,,Functieverlies,overige_onttrekking,-
T,,Nieuwbouw,nieuwbouw,ja
END
cat >dp.csv <<'END'
ID,Type,Key,Title,Unit,Datatype,Default
0,GeoDimension,RegioS,Regio's,,,
1,TimeDimension,Perioden,Perioden,,,
2,Topic,Nieuwbouw_1,Nieuwbouw,aantal,Integer,Missing
3,Topic,ToevoegingenTotaal_13,Toevoegingen,aantal,Integer,Missing
4,Topic,WijzigingPositief_9,Functiewijziging,aantal,Integer,Missing
5,Topic,Onttrekkingen_16,Onttrekkingen,aantal,Integer,Missing
6,Topic,WijzigingNegatief_10,Functieverlies,aantal,Integer,Missing
END
cat >Perioden.csv <<'END'
Key,Title,Status
2025MM01,2025 januari*,Voorlopig
2025MM02,2025 februari*,Voorlopig
END
cat >wide.csv <<'END'
ID,RegioS,Perioden,Nieuwbouw_1,ToevoegingenTotaal_13,WijzigingPositief_9,Onttrekkingen_16,WijzigingNegatief_10
0,GM0034,2025MM01,  10,  2,  3,  9,  4
1,GM0034,2025MM02,  11,  .,  3,  9, 10
END
{
	echo 'Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute'
	echo '0;N;GM0034;2025MM01;10;;None'
	echo '1;A;GM0034;2025MM01;2;;None'
	echo '2;B;GM0034;2025MM01;3;;None'
	echo '3;C;GM0034;2025MM01;9;;None'
	echo '4;N;GM0034;2025MM02;11;;None'
	echo '5;B;GM0034;2025MM02;3;;None'
	echo '6;C;GM0034;2025MM02;9;;None'
	echo '7;D;GM0034;2025MM02;10;;None'
	echo '8;D;GM0034;2025MM01;4;;None'
} >narrow.csv
cat >MeasureCodes.csv <<'END'
Identifier;MeasureGroupId;Title;DataType;Unit;Decimals
N;;Nieuwbouw;Long;aantal;0
A;;Toevoegingen;Long;aantal;0
B;;Functiewijziging;Long;aantal;0
C;;Onttrekkingen;Long;aantal;0
D;;Functieverlies;Long;aantal;0
END
cat >summed.csv <<END
$HEAD
T,nieuwbouw,GM0034,2025-01,10,aantal,voorlopig,
T,overige_toevoeging,GM0034,2025-01,5,aantal,voorlopig,
T,overige_onttrekking,GM0034,2025-01,5,aantal,voorlopig,
T,nieuwbouw,GM0034,2025-02,11,aantal,voorlopig,
T,overige_toevoeging,GM0034,2025-02,,aantal,voorlopig,ontbreekt
T,overige_onttrekking,GM0034,2025-02,-1,aantal,voorlopig,
END
SUM="--table-id T --selecties sums.csv -M Perioden.csv"
# shellcheck disable=SC2086
run cbs-extract $SUM -M dp.csv wide.csv
is 0 "a sum, with its signs; a part that is missing makes it missing" \
    "cbs-extract: wide.csv:3: warning: C023 overige_toevoeging has no sum where \
a part has no value (ToevoegingenTotaal_13: ontbreekt)" <summed.csv
# shellcheck disable=SC2086
run cbs-extract -q $SUM -M MeasureCodes.csv narrow.csv
sort out >got
sort summed.csv >want
ok "and so of v4, in any order, where a part has no row" sh -c \
    "test $status = 0 && diff want got"
# shellcheck disable=SC2086
run cbs-extract $SUM -M MeasureCodes.csv narrow.csv
ok "which is named" grep -q "C023 overige_toevoeging has no sum where a part \
has no value (A: ontbreekt)" err
# shellcheck disable=SC2086
run cbs-extract -v $SUM -M dp.csv wide.csv
ok "the account has the parts" grep -q "2 records read; 10 observations = 10 \
written (4 of them in sums) + 0 left out + 0 refused" err
# shellcheck disable=SC2086
run cbs-extract -q --wide $SUM -M dp.csv wide.csv
is 0 "a sum has one column" <<'END'
tabel,regio,periode,status,reden,nieuwbouw,overige_toevoeging,overige_onttrekking
T,GM0034,2025-01,voorlopig,,10,5,5
T,GM0034,2025-02,voorlopig,overige_toevoeging=ontbreekt,11,,-1
END
sed '2s/  2/  x1/' wide.csv >refused.csv
# shellcheck disable=SC2086
run cbs-extract -q $SUM -M dp.csv refused.csv
ok "a part that is refused makes it missing" sh -c "test $status = 1 &&
    grep -q '^T,overige_toevoeging,GM0034,2025-01,,aantal,voorlopig,onbe' out &&
    test \$(grep -c overige_toev out) = 2"
sed 's/2,Topic/2,Topic/; s/Onttrekkingen,aantal/Onttrekkingen,x 1 000/' dp.csv \
    >units.csv
# shellcheck disable=SC2086
run cbs-extract -q $SUM -M units.csv wide.csv
fails 2 "parts of different units" "cbs-extract: overige_onttrekking of T: a \
part is in 'x 1 000', another in 'aantal': they have no sum"
sed '3s/+/ja/' sums.csv >mixed.csv
run cbs-extract --table-id T --selecties mixed.csv -M dp.csv wide.csv
fails 2 "a part without a sign" "cbs-extract: mixed.csv:3: error: naam: \
overige_toevoeging is the name of another key of T too (line 2); the parts of \
a sum all have + or - in gebruik"

# --- keys by one of several names; for some periods only ---
cat >either.csv <<'END'
tabel,dimensie,sleutel,naam,gebruik,van,tot
T,,Nieuwbouw_*|N,nieuwbouw,ja,,2025-01
T,,ToevoegingenTotaal_*|Toevoegingen,overige_toevoeging,+,2025-02,
T,,WijzigingPositief_*|B,overige_toevoeging,+,2025-02,
END
sed '/,overige_onttrekking,/d; /nieuwbouw,GM0034,2025-02/d
    /toevoeging,GM0034,2025-01/d' summed.csv >some.csv
EITHER="--table-id T --selecties either.csv -M Perioden.csv"
# shellcheck disable=SC2086
run cbs-extract -q $EITHER -M dp.csv wide.csv
is 0 "a measure by its key without number, for its periods" <some.csv
# shellcheck disable=SC2086
run cbs-extract -q $EITHER -M MeasureCodes.csv narrow.csv
sort out >got
sort some.csv >want
ok "and the same by the code or the title that v4 has" sh -c \
    "test $status = 0 && diff want got"
# shellcheck disable=SC2086
run cbs-extract -v $EITHER --complete -M MeasureCodes.csv narrow.csv
ok "what is outside its periods is left out, not missing" sh -c "
    test $status = 0 && ! grep -q 'nieuwbouw,GM0034,2025-02' out &&
    grep -q '10 observations (1 of them missing) = 3 written (1 of them in \
sums) + 7 left out' err"
sed 's/Nieuwbouw_\*/*_1/; s/_1|N,/_1|Toevoegingen|N,/' either.csv >two.csv
# shellcheck disable=SC2086
run cbs-extract -q --table-id T --selecties two.csv -M MeasureCodes.csv narrow.csv
fails 2 "one of several that is two" "cbs-extract: two.csv:2: error: sleutel: \
'*_1|Toevoegingen|N' is N and A; give the identifier"
sed 's/Nieuwbouw_\*|N/Nieuwbow_*/' either.csv >stem.csv
# shellcheck disable=SC2086
run cbs-extract -q --table-id T --selecties stem.csv -M dp.csv wide.csv
fails 2 "a beginning that no measure has" "cbs-extract: stem.csv:2: error: \
sleutel: no measure 'Nieuwbow_*' in the data of T; did you mean 'Nieuwbouw_1'?"
for bad in 'X,,A_1,a,ja,2026,2025:tot: "2025" is before van' \
    'X,,A_1,a,ja,later,:van: "later" is not a period; expected as 2025 or 2025-01' \
    'X,R,A_1,a,ja,2025,:van: goes with a measure to keep; expected empty' \
    'X,,A_1||B,a,ja,,:sleutel: empty; every row names a table and a key'; do
	printf 'tabel,dimensie,sleutel,naam,gebruik,van,tot\n%s\n' \
	    "${bad%%:*}" >bad.csv
	run cbs-extract --table-id X --selecties bad.csv wide.csv
	fails 2 "a selection with ${bad%%:*}" \
	    "cbs-extract: bad.csv:2: error: ${bad#*:}"
done

# --- one table, as v3 and as v4 ---
cat >both.csv <<'END'
tabel,dimensie,sleutel,naam,gebruik
T,,Nieuwbouw,nieuwbouw,ja
T,,Toevoegingen,toevoegingen,ja
T,,Onttrekkingen,onttrekkingen,ja
END
cat >v3.csv <<'END'
"ID";"RegioS";"Perioden";"Nieuwbouw_1";"ToevoegingenTotaal_13";"Onttrekkingen_16"
"0";"GM0034";"2025MM01";"      10";"       .";""
"1";"GM0034";"2025MM02";"      11";"     2.5";"       ."
"2";"GM0995";"2025MM01";"";"       .";"       3"
END
{
	echo 'Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute'
	echo '0;N;GM0034;2025MM01;10;;None'
	echo '1;C;GM0034;2025MM01;;;Impossible'
	echo '2;N;GM0034;2025MM02;11;;None'
	echo '3;A;GM0034;2025MM02;2,5;;None'
	echo '4;N;GM0995;2025MM01;;;Impossible'
	echo '5;C;GM0995;2025MM01;3;;None'
} >v4.csv
V="--table-id T --selecties both.csv -M Perioden.csv"
# shellcheck disable=SC2086
cbs-extract -o from3.csv $V -M dp.csv v3.csv
# shellcheck disable=SC2086
run cbs-extract --complete $V -M MeasureCodes.csv v4.csv
sort from3.csv >want
sort out >got
ok "--complete: the same rows from v3 and v4" sh -c "
    test $status = 0 && ! test -s err && diff want got && test \$(wc -l <got) = 10"
ok "with the three that v4 leaves out" test "$(grep -c ontbreekt got)" = 3
cp out from4.csv
HEADER=tabel,onderwerp,regio,periode,wijziging,oud,nieuw,verschil,oude_status
# shellcheck disable=SC2086
run cbs-extract --since from3.csv $V -M MeasureCodes.csv v4.csv
is 0 "--since: nothing changed from v3 to v4" <<END
$HEADER,nieuwe_status,oude_reden,nieuwe_reden
END
# shellcheck disable=SC2086
cbs-extract -o rows4.csv $V -M MeasureCodes.csv v4.csv
# shellcheck disable=SC2086
run cbs-extract --since rows4.csv $V -M dp.csv v3.csv
is 0 "nor from v4 to v3" <<END
$HEADER,nieuwe_status,oude_reden,nieuwe_reden
END
sed '/onmogelijk/d' rows4.csv >fewer.csv
# shellcheck disable=SC2086
run cbs-extract --since fewer.csv $V -M dp.csv v3.csv
ok "but what is new without a value, for another reason than missing" test \
    "$(cut -d, -f2-5,11-12 out | paste -sd ' ')" = "onderwerp,regio,periode,\
wijziging,oude_reden,nieuwe_reden onttrekkingen,GM0034,2025-01,nieuw,,onmogelijk \
nieuwbouw,GM0995,2025-01,nieuw,,onmogelijk"
# shellcheck disable=SC2086
run cbs-extract --wide --complete $V -M MeasureCodes.csv v4.csv
cp out wide4
# shellcheck disable=SC2086
run cbs-extract --wide $V -M dp.csv v3.csv
ok "--wide --complete likewise" cmp wide4 out
# shellcheck disable=SC2086
run cbs-extract -q --complete $SUM -M MeasureCodes.csv narrow.csv
sort out >got
sort summed.csv >want
ok "--complete and sums" sh -c "test $status = 0 && diff want got"

# shellcheck disable=SC2086
run cbs-extract -q $SUM -M dp.csv --explain GM0034:2025-01:overige_onttrekking wide.csv
is 0 "--explain: the parts of a sum, and the sum" <<'END'
soort,tabel,onderwerp,regio,periode,dimensies,teken,sleutel,titel,waarde,eenheid,status,reden,bestand,rij
bron,T,overige_onttrekking,GM0034,2025-01,,+,Onttrekkingen_16,Onttrekkingen,9,aantal,voorlopig,,wide.csv,2
bron,T,overige_onttrekking,GM0034,2025-01,,-,WijzigingNegatief_10,Functieverlies,4,aantal,voorlopig,,wide.csv,2
uitkomst,T,overige_onttrekking,GM0034,2025-01,,,,,5,aantal,voorlopig,,,
END
# shellcheck disable=SC2086
run cbs-extract $SUM -M dp.csv -o none.csv --explain GM0034:2030:sloop wide.csv
ok "--explain of a figure that is not there" sh -c "test $status = 2 &&
    ! test -e none.csv && grep -q 'there is no GM0034:2030:sloop' err"

# --- a break between two tables ---
cat >stock.csv <<'END'
tabel,dimensie,sleutel,naam
OUD,,Begin_1,beginstand
OUD,,Saldo_2,saldo_voorraad
OUD,,Eind_3,eindstand
NIEUW,,Begin_1,beginstand
NIEUW,,Saldo_21,saldo_voorraad
NIEUW,,Eind_22,eindstand
END
feed() {
	printf '<feed xml:base="http://x/OData/%s" xmlns="http://www.w3.org/2005' \
	    "$1"
	printf '/Atom" xmlns:d="%s" xmlns:m="%s/metadata"><title>UntypedDataSet' \
	    "$D" "$D"
	printf '</title>'
	id=0
	while read -r region period begin saldo end; do
		id=$((id + 1))
		printf '<entry><content><m:properties><d:ID>%s</d:ID>' $id
		printf '<d:RegioS>%s</d:RegioS><d:Perioden>%s</d:Perioden>' \
		    "$region" "$period"
		printf '<d:Begin_1>%s</d:Begin_1><d:Saldo_%s>%s</d:Saldo_%s>' \
		    "$begin" "$2" "$saldo" "$2"
		printf '<d:Eind_%s>%s</d:Eind_%s></m:properties></content></entry>' \
		    "$3" "$end" "$3"
	done
	printf '</feed>'
}
printf '%s\n' 'NL01 2024MM12 900 100 1000' 'NL01 2025MM01 1000 5 1005' \
    'GM0034 2024MM12 90 10 100' | feed OUD 2 3 >old.xml
printf '%s\n' 'NL01 2025MM01 1047 5 1052' 'GM0034 2025MM01 107 1 108' |
    feed NIEUW 21 22 >new.xml
run cbs-extract --check --selecties stock.csv -o none.csv old.xml new.xml
ok "a break is told once, and no fault of arithmetic" sh -c "test $status = 0 &&
    grep -q 'C024 a break: NL01 2025-01 begins in NIEUW with 1047, where OUD \
ended with 1000: the two count otherwise; 2 times' err &&
    ! grep -q 'C01[123]' err"

# --- memory and reads that fail, in JSON ---
SO=${FAULT_SO:-$BIN/../fault.so}
printf '{"odata.metadata":"http://x/OData/T/$metadata#C.TypedDataSet","value":
[{"ID":0,"RegioS":"GM0034","Perioden":"2023JJ00","A_1":12.50,"B_2":"x"}]}' >a.json
if [ -e "$SO" ] && LD_PRELOAD=$SO cbs-extract --version >/dev/null 2>&1; then
	FAULT_REPORT=calls FAULT=none LD_PRELOAD=$SO cbs-extract -o good a.json
	bad=0
	for kind in alloc read; do
		calls=$(awk -v k=$kind '$1 == k { print $2 }' calls)
		for n in $(seq 1 3 "$calls") $(seq $((calls - 5)) "$calls"); do
			rm -f a.out
			FAULT=$kind:$n LD_PRELOAD=$SO cbs-extract -o a.out \
			    a.json >out 2>err
			case $? in
			0) cmp -s a.out good || bad=$n ;;
			2) [ -s err ] && [ ! -e a.out ] || bad=$n ;;
			*) bad=$n ;;
			esac
		done
	done
	ok "JSON: an allocation or a read that fails: 2, or the same" test $bad = 0
else
	ok "JSON: no fault.so here, or a sanitizer # SKIP" true
fi

# --- the real thing, where it is at hand ---
shared=$ROOT/../shared/data/cbs
if [ -d "$shared" ]; then
	for t in 82235NED 37789ksz; do
		json=$shared/v4-json-$t-2026
		run cbs-extract -M "$json" "$json/observations-page-1.json"
		sed -n 's/^ *"Value": \(.*\),$/\1/p' \
		    "$json/observations-page-1.json" | sed 's/^null$//' >want
		csvpick -H -c waarde out >got
		ok "$t: every value of the real JSON" sh -c "test $status = 0 &&
		    test -s want && diff want got && ! grep -qv '^$t,' out ||
		    test \$(grep -cv '^$t,' out) = 1"
	done
	run cbs-extract --complete -M "$json" "$json/observations-page-1.json"
	ok "37789ksz: what v4 leaves out of the real table" test \
	    "$(csvpick -n -w reden=ontbreekt out)" = 154
	# The same real figures in the form that v3 has: a blank for what cannot
	# be, a point for what has no row.
	mkdir v3
	jq -r 'def cell: "\"" + . + "\"";
	    [.value[].Measure] as $all | ($all | unique) as $m
	    | (["ID", "Perioden"] + $m | map(cell) | join(";")),
	    (reduce .value[] as $o ({}; .[$o.Perioden][$o.Measure] = $o) | to_entries
	    | to_entries[] | .value.value as $of
	    | ([.key | tostring] + [.value.key]
	    + ($m | map($of[.] as $o | if $o == null then "       ."
	        elif $o.ValueAttribute == "Impossible" then ""
	        else "  " + ($o.Value | tostring) end))
	    | map(cell) | join(";")))' "$json/observations-page-1.json" \
	    >v3/UntypedDataSet.csv
	mv out v4.csv
	run cbs-extract -q --table-id 37789ksz -M "$json" -o v3.csv \
	    v3/UntypedDataSet.csv
	ok "37789ksz as v3: as many observations, for as many reasons" test \
	    "$status-$(csvpick -n v3.csv)-$(csvpick -n -w reden=onmogelijk v3.csv)-$(
	    csvpick -n -w reden=ontbreekt v3.csv)" = 0-6624-819-154
	run cbs-extract -q --complete -M "$json" --since v3.csv \
	    "$json/observations-page-1.json"
	ok "and since then nothing has changed in v4" test "$status-$(wc -l <out)" = 0-1
	run cbs-extract -q --table-id 37789ksz -M "$json" --since v4.csv \
	    v3/UntypedDataSet.csv
	ok "nor the other way about" test "$status-$(wc -l <out)" = 0-1
fi

done_testing
