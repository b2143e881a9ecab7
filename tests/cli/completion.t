#!/bin/bash
# What bash completes: the scripts that --completion prints, called as bash
# does, with the words as it takes them apart. (tests/judge/install asks bash and
# zsh themselves.)
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1
cp "$DATA"/nightly/{86098NED.zip,plannen/almere.xlsx} .
cp "$ROOT"/pipelines/flevoland/gemeenten.csv .
printf '%s\n' code,naam afstand_ov,OV afstand_cafe,C overgewicht,O >indicatoren.csv
printf '%s\n' regelset,planstatus,hardheid eerste,1A,hard eerste,1B,zacht \
    tweede,1A,hard >planstatus.csv
mkdir -p 'een map/x' leeg
cp gemeenten.csv 'een map/a b.csv'
touch oud.xls x.txt
for tool in "$BIN"/*; do
	"${tool##*/}" --completion
done >all
"$ROOT/pipelines/woonmonitor" --completion >>all
. ./all

# completes WORD...: the last is being typed, or the one before BEHIND; what is
# offered, a line each.
BEHIND=0
completes() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1 - BEHIND))
	cur=${COMP_WORDS[COMP_CWORD]}
	[ "$cur" != = ] || cur=''
	COMPREPLY=()
	declare -F "_${1//-/_}" >/dev/null || echo "no completion of $1"
	"_${1//-/_}" "$1" "$cur" "${COMP_WORDS[COMP_CWORD - 1]}"
	((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
}
# offers NAME WORD... <WANTED
offers() {
	completes "${@:2}" | sort >have
	status=0
	sort >want
	ok "$1" diff want have
}

offers 'columns of the file' csvpick gemeenten.csv -c '' <<END
gemeente
naam
woondeal
provincie
alias
END
BEHIND=1
offers 'also before the file' csvpick --columns na gemeenten.csv <<END
naam
END
offers 'the last of a list' csvpick -c naam,al gemeenten.csv <<END
naam,alias
END
offers 'with =, as bash takes it apart' csvpick --columns = pro gemeenten.csv <<END
provincie
END
BEHIND=0
offers 'of a file whose name has a blank' csvpick 'een\ map/a\ b.csv' -c wo <<END
woondeal
END
offers 'no file, no columns, and no files instead' csvpick -c '' </dev/null
offers 'keys to compare by' csvdiff gemeenten.csv gemeenten.csv -k ge <<END
gemeente
END
offers 'sheets' sheet-extract almere.xlsx -s '' <<END
Draaitabel
END
offers 'workbooks and folders' sheet-extract '' <<END
almere.xlsx
een map
leeg
oud.xls
END
offers 'tables' csvpick '' <<END
een map
gemeenten.csv
indicatoren.csv
leeg
planstatus.csv
END
offers 'in a folder' csvpick 'een map/' <<END
een map/a b.csv
een map/x
END
offers 'folders alone' release-seal --release '' <<END
een map
leeg
END
offers 'any file to write to' csvpick -o x <<END
x.txt
END
offers 'nothing for a date' plan-normalize --peildatum '' </dev/null
offers 'measures' cbs-extract 86098NED.zip -m D00296 <<END
D002968
END
offers 'regions' cbs-extract 86098NED.zip -r GM0034,GM01 <<END
GM0034,GM0171
GM0034,GM0184
END
offers 'codes of a dimension' cbs-extract 86098NED.zip -w RegioS = GM00 <<END
GM0034
GM0050
END
offers 'all of it' cbs-extract 86098NED.zip -w RegioS = <<END
GM0034
GM0050
GM0171
GM0184
GM0303
GM0995
NL01
PV24
END
offers 'choices' cbs-extract --form at <<END
atom
END
offers 'values of a column' csvpick gemeenten.csv -w woondeal = WD-M <<END
WD-MRA
END
offers 'regions of a figure' indicator-join -g gemeenten.csv --explain GM003 <<END
GM0034:
END
offers 'and indicators, at colons as bash takes them apart' indicator-join -g \
    gemeenten.csv -i indicatoren.csv --explain GM0034 : 2024 : afs <<END
afstand_cafe
afstand_ov
END
offers 'before the first is typed' indicator-join -i indicatoren.csv \
    --explain GM0034 : 2024 : <<END
afstand_cafe
afstand_ov
overgewicht
END
offers 'rule sets' plan-normalize -S planstatus.csv -R '' <<END
eerste
tweede
END
offers 'municipalities' plan-normalize -g gemeenten.csv --gemeente GM00 <<END
GM0034
GM0050
END
offers 'and of a cell' woondeal-diff -g gemeenten.csv --explain GM003 <<END
GM0034:
END

mkdir bin
ln -s "$ROOT/pipelines/woonmonitor" bin
PATH=$T/bin:$PATH
offers 'recipes' woonmonitor ro <<END
rollback
rooster
END
offers 'questions' woonmonitor s <<END
scenarios
segmenten
stand
END
offers 'options of a recipe' woonmonitor publish --n <<END
--now
END
offers 'options of a question' woonmonitor stand --j <<END
--jaar
--json
END
. "$ROOT/tests/cli/kept.sh"
fresh
offers 'releases that are kept' woonmonitor rollback -o uit '' <<END
$A
$B
END
offers 'and those to compare with' woonmonitor verschil -r uit aa <<END
$A
END
mkdir uit/$B/provincie
cp gemeenten.csv uit/$B/provincie
printf '%s\n' indicator_code,regio afstand_ov,GM0034 afstand_ov,GM0050 \
    cafe,GM0034 >uit/$B/indicatoren.csv
offers 'municipalities as people call them' woonmonitor plannen -r uit a <<END
Almere
END
offers 'and indicators' woonmonitor indicator -r uit a <<END
Almere
afstand_ov
END
done_testing
