#!/bin/bash
# csvpick: records as they stand, whatever is in their quotes; cells that a
# shell can take apart, or a refusal.
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1

printf 'a,b,c\n1,"x,""y",3\n2,"l1\nl2",4\n3,,5\n3,,5' >q.csv
run csvpick -c c,b -w 'b=x,"y' q.csv
is 0 "a doubled quote and a comma in a field" <<'END'
c,b
3,"x,""y"
END
run csvpick -H -u -c b q.csv
is 0 "a newline in a field; what came before left out" <<'END'
"x,""y"
"l1
l2"
""
END
run csvpick -n -w a=3 q.csv
is 0 "counts records, the last without a newline" <<'END'
2
END
run csvpick -n -w a=3 -w c=4 q.csv
is 0 "all tests must hold" <<'END'
0
END
run csvpick -H -c a -u -w 'b!=' q.csv
is 0 "records in which a column is not empty" <<'END'
1
2
END
run csvpick -c b,b,a -w a=1 q.csv
is 0 "a column twice" <<'END'
b,b,a
"x,""y","x,""y",1
END
printf 'a,b,c\n7,"f,g",8\n' >q2.csv
run csvpick -c c --file van -w 'a>=3' q.csv q2.csv
is 0 "the file of each record" <<'END'
c,van
5,q.csv
5,q.csv
8,q2.csv
END
run csvpick -H0u -c c -j 'ab=a,b' --file van q.csv - <q2.csv
ok "behind what is joined; standard input is stdin" test "$(tr '\0' ';' \
    <out | tr '\n' _)" = \
    '3;1|x,"y;q.csv;4;2|l1_l2;q.csv;5;3|;q.csv;8;7|f,g;stdin;'
run csvpick --excel-safe --file =van q2.csv
is 0 "its name may be anything" <<'END'
a,b,c,=van
7,"f,g",8,q2.csv
END
run csvpick -c q q.csv
fails 2 "no such column" \
    "csvpick: q.csv:1: error: no column 'q'; columns: a, b, c"
run csvpick -w q=1 q.csv
fails 2 "no such column to test" \
    "csvpick: q.csv:1: error: no column 'q'; columns: a, b, c"
run csvpick -w q q.csv
fails 2 "a test that is none" \
    "csvpick: --where takes COLUMN=VALUE or COLUMN!=VALUE, or one of < <= > >= ~, not \"q\""
run csvpick -w 'a!1' q.csv
fails 2 "a sign that is none" \
    "csvpick: --where takes COLUMN=VALUE or COLUMN!=VALUE, or one of < <= > >= ~, not \"a!1\""
# Numbers as numbers, days by their bytes, words as people compare them.
printf 'naam,alias,n,dag\nUrk,Gem. Urk|Urker land,9,2024-01-01\n' >w.csv
printf '%s\n' 'Súdwest-Fryslân,,10.50,2024-02-01' 'Ommen,,,' \
    'De Ronde Venen,Ronde  Venen,-3,2023-12-31' >>w.csv
picks() {
	run csvpick -H -c naam "${@:2}" w.csv
	tr '\n' ' ' <out >line
	printf '%s ' $1 | tr _ ' ' >want
	ok "picks $1by ${*:2}" cmp want line
}
picks 'Urk Súdwest-Fryslân ' -w 'n>=9'
picks 'Súdwest-Fryslân ' -w 'n>9'
picks 'De_Ronde_Venen ' -w 'n<9.0'
picks 'Urk De_Ronde_Venen ' -w 'n<=9'
picks 'Urk Súdwest-Fryslân ' -w 'dag>=2024-01-01'
picks 'De_Ronde_Venen ' -w 'dag<2024'
picks 'Súdwest-Fryslân ' -w 'naam~WEST-fryslâ'
picks 'Urk Ommen ' --any naam=Urk --any naam~ommen
picks 'Urk ' --any naam=Urk --any 'n>20' -w 'n!=10.50'
picks 'De_Ronde_Venen ' --match 'naam,alias=ronde venen'
picks 'Urk ' --match 'alias,naam=URKER  LAND'
picks 'Súdwest-Fryslân ' --match "naam=$(printf 'SU\314\201dwest-fryslân')"
run csvpick --match naam,alias=ommem w.csv
fails 2 "a letter off: what is near" \
    'csvpick: w.csv: no naam "ommem"; did you mean "Ommen"?'
run csvpick --match naam=fryslân w.csv
fails 2 "a part of it" \
    'csvpick: w.csv: no naam "fryslân"; did you mean "Súdwest-Fryslân"?'
run csvpick --match naam,alias=x w.csv
fails 2 "nothing near: what there is" 'csvpick: w.csv: no naam "x"; there are Urk, Súdwest-Fryslân, Ommen, De Ronde Venen'
{ echo naam; seq 101 115; } >many.csv
run csvpick --match naam=x many.csv
fails 2 "of many the first" "csvpick: many.csv: no naam \"x\"; there are $(seq -s ', ' 101 112) and 3 more"
for m in naam =x 'naam= '; do
	run csvpick --match "$m" w.csv
	fails 2 "--match that is none: $m" "csvpick: --match takes COLUMN,...=WORD, not \"$m\""
done
# A name out of another table; of what is alike the last, in place of the first.
printf '%s\n' code,x,naam ' A ,1,"Aa, x"' B,2,Bee A,3,later >names.csv
printf '%s\n' nr,code 1,B 2,A 3,C 4,B >codes.csv
run csvpick -c nr --lookup naam=code:names.csv codes.csv
is 0 "--lookup: the first record with that code; none is empty" <<'END'
nr,naam
1,Bee
2,"Aa, x"
3,
4,Bee
END
run csvpick --last code codes.csv
is 0 "--last" <<'END'
nr,code
4,B
2,A
3,C
END
run csvpick --last code -c nr -w 'nr<4' --lookup naam=code:names.csv -H codes.csv
is 0 "--last: of what is picked, with what is added" <<'END'
1,Bee
2,"Aa, x"
3,
END
for l in naam naam=code naam=:x =code:x naam=code:; do
	run csvpick --lookup "$l" codes.csv
	fails 2 "--lookup that is none: $l" "csvpick: --lookup takes NAME=COLUMN:FILE, not \"$l\""
done
run csvpick --lookup nam=code:names.csv codes.csv
ok "no such column there" sh -c 'test '"$status"' = 2 && grep -q "names.csv.*nam" err'
run csvpick --lookup naam=cod:names.csv codes.csv
ok "or here" sh -c 'test '"$status"' = 2 && grep -q "codes.csv:1: error: no column .cod" err'
run csvpick --last cod codes.csv
ok "--last of no column" sh -c 'test '"$status"' = 2 && grep -q "no column .cod" err'
run csvpick -n --last code codes.csv
ok "--last is not counted" grep -q -- '--last is not for --count' err
run csvpick -j q q.csv
fails 2 "a join that is none" \
    "csvpick: --join takes NAME=COLUMN,..., not \"q\""
run csvpick -v -u -c a q.csv
ok "-v: what was read adds up" grep -qx \
    'csvpick: 4 records read = 4 picked + 0 left out; 3 written' err

# What Excel saves is read as by all tools.
printf '\357\273\277a , b\r\n x ,2\r\n"y\r\nz",3\r\n' >excel.csv
run csvpick -c b,a excel.csv
sed -i 's/\r//' out
is 0 "a byte order mark, CRLF and blanks in the header" <<'END'
b,a
2, x 
3,"y
z"
END
run csvpick --trim -H -c a,b -w a=x excel.csv
is 0 "trimmed values" <<'END'
x,2
END
run csvpick -H -c b -w a=x excel.csv
is 0 "as they stand" </dev/null

# Cells for the shell.
printf 'a,b\n"x,""y",\n,"p\tq"\n' >tab.csv
run csvpick -0H -c b,a tab.csv
printf '\0x,"y\0p\tq\0\0' >want
ok "NUL after each cell, whatever is in it" cmp want out
mapfile -d '' -t cells <out
ok "bash takes them apart" test "${#cells[@]}" = 4 -a -z "${cells[0]}" \
    -a "${cells[1]}" = 'x,"y' -a "${cells[2]}" = "p	q" -a -z "${cells[3]}"
run csvpick -T -H -w b= tab.csv
is 0 "a tab between cells without quotes" <<'END'
x,"y	
END
run csvpick -T tab.csv
fails 2 "a tab in a cell" "csvpick: tab.csv:3: error: \"p?q\" has a tab or a \
line end, which --tab cannot tell from its own; use --nul"
run csvpick -T q.csv
fails 2 "a line end in a cell" "csvpick: q.csv:3: error: \"l1?l2\" has a tab \
or a line end, which --tab cannot tell from its own; use --nul"
printf 'a\n"x\ry"\n' >cr.csv
run csvpick -T cr.csv
fails 2 "a carriage return in a cell" "csvpick: cr.csv:2: error: \"x?y\" has a \
tab or a line end, which --tab cannot tell from its own; use --nul"
run csvpick -0 -T tab.csv
ok "one form at a time" grep -q 'exclude each other' err

printf 'naam,n\n"S\303\272d\033[2J",10\nx,5\n' >people.csv
run csvpick --table people.csv
is 0 "a table; no escape sequence comes through" <<'END'
naam      n
-------  --
Súd?[2J  10
x         5
END

# What people open in a spreadsheet.
printf 'a,b\n=1+1,-1.5\n@x,+31 6\n-a,"-1,5"\nx=1,\tb\n"=a,""b""",-\n' >f.csv
run csvpick --excel-safe f.csv
is 0 "formulas get an apostrophe, numbers do not" <<END
a,b
'=1+1,-1.5
'@x,'+31 6
'-a,"-1,5"
x=1,'	b
"'=a,""b""",'-
END
run csvpick f.csv
ok "without it they keep their bytes" cmp f.csv out
run csvpick --excel --comma b f.csv
printf '\357\273\277' >want
cat >>want <<'END'
a;b
'=1+1;-1,5
'@x;'+31 6
'-a;-1,5
END
printf "x=1;'\tb\n\"'=a,\"\"b\"\"\";'-\n" >>want
ok "as a Dutch Excel opens it" diff want out
printf 'a,b\n1.5,1.5\n1.2.3,1.234\n' >g.csv
run csvpick --excel --comma b g.csv
sed -i '1s/^.//' out
is 0 "a comma in numbers of these columns only" <<'END'
a;b
1.5;1,5
1.2.3;1,234
END
run csvpick --comma c g.csv
ok "a column that is not there" test "$status" = 2

# Files of one header.
printf 'a,b\n1,2\n' >one.csv
printf 'a, b\r\n3,4\r\n' >two.csv
printf 'b,a\n5,6\n' >other.csv
run csvpick one.csv two.csv
is 0 "one file behind the other, the header once" <<'END'
a,b
1,2
3,4
END
run csvpick one.csv other.csv
fails 2 "another header" "csvpick: other.csv: another header than one.csv: \
expected the same columns in the same order"
run csvpick -n one.csv /dev/null
fails 2 "a file without a header" "csvpick: /dev/null: error: no header: the input is empty"

printf 'a,b,c\n1,"x,y",3\n' >join.csv
run csvpick -j k=b,a join.csv
is 0 "a column of others joined" <<'END'
a,b,c,k
1,"x,y",3,"x,y|1"
END
run csvpick -H -c c -j k=c,a join.csv
is 0 "beside the columns kept" <<'END'
3,3|1
END
printf 'a,b\n1,"2\n' >open.csv
run csvpick -n open.csv
ok "an open quote is exit 2" test "$status" = 2 -a ! -s out

# Conditions that leave nothing: which, and what there is. Not to who asks
# without a header, a recipe, for which nothing is an answer.
printf 'regio,jaar\nGM1,2024\nGM2,2025\nGM1,2025\n' >some.csv
run csvpick -w jaar=2025 -w regio=GM3 some.csv
is 0 "a condition that never holds" "csvpick: warning: 0 of 3 records: regio=GM3 \
holds for none; there are GM1, GM2" <<'END'
regio,jaar
END
run csvpick -w jaar=2024 -w regio=GM2 some.csv
is 0 "two that never hold together" "csvpick: warning: 0 of 3 records: each \
condition holds for some, but not all of them together" <<'END'
regio,jaar
END
run csvpick --any regio=a --any jaar=b some.csv
ok "one of several" grep -q '0 of 3 records: regio=a holds for none; there' err
for o in -H -n -q; do
	run csvpick $o -w regio=GM3 some.csv
	ok "$o: not a word" test "$status" = 0 -a ! -s err
done
printf 'regio,jaar\n' >header.csv
run csvpick -w regio=GM3 header.csv
ok "nor of a table without records" test "$status" = 0 -a ! -s err

seq -f '%.0f,"a, b",x' 1 200000 | sed '1i n,t,x' >long.csv
run csvpick long.csv
ok "a long file is copied byte for byte" cmp long.csv out
done_testing
