# Sourced by rollback.t and backup.t, after lib.sh and in $T: small releases in
# uit, sealed by release-seal.
A=aaaaaaaaaaaa B=bbbbbbbbbbbb C=cccccccccccc
noon=1796040000 # 2026-11-30T12:00:00Z
mkdir schema
printf '%s\n' veld,type,lengte,verplicht,sleutel,waarden,omschrijving \
    ernst,string,,ja,,, >schema/bevindingen.csv
printf '%s\n' pad,soort,schema,nodig,dialect \
    bevindingen.csv,vorm,bevindingen,ja, 'swing/*.csv,tekst,,nee,' \
    indicatoren.csv,tekst,,nee, datapackage.json,json,,nee, \
    '*.csvt,tekst,,nee,' '*-metadata.json,json,,nee,' \
    manifest.json,manifest,,ja, >uitgave.csv
: >invoer

# release NAME [SEVERITY]: becomes uit/current.
release() {
	rm -rf new
	mkdir -p new/swing uit
	printf '%s\n' ernst ${2+"$2"} >new/bevindingen.csv
	printf '%s\n' sleutel,niveau,regio 1,gemeente,GM0034 >new/indicatoren.csv
	printf '%s\n' PERIODE,GEBIEDSNIVEAU,GEBIED,bomen "2023,gemeente,34,${#1}" \
	    >new/swing/indicatoren.csv
	[ -z "${newer-}" ] || printf '%s\n' \
	    PERIODE,GEBIEDSNIVEAU,GEBIED,bomen,uilen 2023,gemeente,34,9,7 \
	    2024,gemeente,34,8,6 >new/swing/indicatoren.csv
	echo "Indicator code,Name of $1" >new/swing/indicatoren_meta.csv
	echo '{"resources": [{"path": "swing/indicatoren.csv",
	    "dialect": {"delimiter": ","}}]}' >new/datapackage.json
	echo x >new/bevindingen.csvt
	echo '{}' >new/bevindingen.csv-metadata.json
	printf '{\n  "run": "%s",\n  "bestanden": []\n}\n' "$1" \
	    >new/manifest.json
	run release-seal --release new --schema schema --publish uit --name "$1" --inputs invoer \
	    --when 2026-11-30T13:00:00Z uitgave.csv
}
# Made once, and copied.
fresh() {
	rm -rf uit
	if [ ! -d twee ]; then
		release $A
		release $B
		cp -a uit twee
	else
		cp -a twee uit
	fi
}
