#!/bin/sh
# From CBS to the feed: indicators whose table the night reads itself, in the
# form that cbs-fetch gives, beside those that are delivered. Made-up figures.
. "$(dirname "$0")/lib.sh"
own_tools
cp -r "$ROOT/pipelines/flevoland" "$T/province"
cp -r "$DATA/nightly" "$T/data"
cd "$T" || exit 1

D=http://schemas.microsoft.com/ado/2007/08/dataservices
# feed TABLE RESOURCE, with the properties of an entry on each line of stdin.
feed() {
	printf '<?xml version="1.0"?><feed xml:base="http://x/OData/%s" ' "$1"
	printf 'xmlns="http://www.w3.org/2005/Atom" xmlns:d="%s" ' "$D"
	printf 'xmlns:m="%s/metadata"><title>%s</title>' "$D" "$2"
	while read -r line; do
		printf '<entry><content><m:properties>'
		for pair in $line; do
			printf '<d:%s>%s</d:%s>' "${pair%%=*}" "${pair#*=}" \
			    "${pair%%=*}"
		done
		printf '</m:properties></content></entry>'
	done
	printf '</feed>\n'
}
mkdir data/86161NED data/83648NED
printf '%s\n' 'ID=0 RegioS=GM0034 Perioden=2023JJ00 MediaanBesteedbaarInkomen_6=36.9' \
    'ID=1 RegioS=GM0995 Perioden=2023JJ00 MediaanBesteedbaarInkomen_6=34.1' |
    feed 86161NED UntypedDataSet | gzip >data/86161NED/UntypedDataSet.xml.gz
printf '%s\n' 'ID=0 Type=GeoDimension Key=RegioS Title=Regio' \
    'ID=1 Type=TimeDimension Key=Perioden Title=Perioden' \
    'ID=2 Type=Topic Key=MediaanBesteedbaarInkomen_6 Datatype=Double Unit=EENHEID' |
    feed 86161NED DataProperties | sed 's/EENHEID/1 000 euro/' \
    >data/86161NED/DataProperties.xml
printf '%s\n' 'ID=0 SoortMisdrijf=T001161 RegioS=GM0034 Perioden=2023JJ00 A=52.3' \
    'ID=1 SoortMisdrijf=CRI1000 RegioS=GM0034 Perioden=2023JJ00 A=9.9' |
    feed 83648NED UntypedDataSet |
    sed 's/d:A>/d:GeregistreerdeMisdrijvenPer1000Inw_3>/g' |
    gzip >data/83648NED/UntypedDataSet.xml.gz
{
	cat province/bronnen.csv
	echo 86161NED,cbs,86161NED/UntypedDataSet.xml.gz,86161NED/DataProperties.xml
	echo 83648NED,cbs,83648NED/UntypedDataSet.xml.gz,
} >bronnen.csv && mv bronnen.csv province/bronnen.csv
w=data/welvaart/brede-welvaart.csv
csvpick -w tabel!=86161NED -w tabel!=83648NED -o rest.csv "$w" && mv rest.csv "$w"

run "$ROOT/pipelines/nightly" -p province -d data -o night
ok "the night is published" sh -c "cat err; test $status -le 1 && test -e night/current"
cell() {
	csvpick -H -c waarde,eenheid,bron_tabel -w "sleutel=$1" \
	    night/current/indicatoren.csv >got
	echo "$2" | cmp - got
}
ok "an income in thousands of euro is in the catalogue's euro" \
    cell 'mediaan_inkomen|GM0034|2023' '36900,euro,86161NED'
ok "and of another municipality" \
    cell 'mediaan_inkomen|GM0995|2023' '34100,euro,86161NED'
ok "of a further dimension the code of the selection" \
    cell 'geregistreerde_misdrijven|GM0034|2023' '52.3,per 1 000,83648NED'
ok "what is delivered stays" sh -c "csvpick -n -w \
    indicator_code=hoogopgeleid -w waarde!= night/current/indicatoren.csv |
    grep -qv '^0$'"
done_testing
