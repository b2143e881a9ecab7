# shellcheck shell=bash
# Sourced by nightly: the figures: observations, the stand in its
# forms, what is made of the plans that are shown, indicators and monitors.

# metadata LIST: as options, what is joined by a bar.
metadata() {
	local rest=$1 meta
	while [[ -n $rest ]]; do
		meta=${rest%%|*}
		options+=(-M "gegevens/$meta")
		rest=${rest#"$meta"}
		rest=${rest#|}
	done
}

extract() {
	local i files=() options=()
	for i in "${!s_soort[@]}"; do
		[[ ${s_soort[i]} == groei ]] || continue
		files+=("gegevens/${s_bestand[i]}")
		metadata "${s_metadata[i]}"
	done
	((${#files[@]})) || die 'bronnen.csv: no source of growth'
	step cbs-extract -q --check --selecties provincie/selecties.csv "${options[@]}" \
	    --findings tussen/bevindingen/1.csv \
	    -o release/waarnemingen.csv "${files[@]}"
}

# What the catalogue takes from CBS itself: each table apart, for the further
# dimensions of one are not those of another. A table that is not there, or is no
# longer as the selection has it, is left out, which is told; what is not of the
# table (a full disk) ends the night.
catalogued() {
	local i name file options
	for i in "${!s_soort[@]}"; do
		[[ ${s_soort[i]} == cbs ]] || continue
		name=${s_tabel[i]} file=${s_bestand[i]} options=()
		metadata "${s_metadata[i]}"
		if [[ ! -e gegevens/$file ]]; then
			without_table "$name" "$file" "$file is niet opgehaald"
		elif ! extract_table "$name" "$file"; then
			without_table "$name" "$file" "$gezegd"
		fi
	done
}

# extract_table TABLE FILE, with options: fails where the table is at fault.
extract_table() {
	local rc=0 command
	receipt cbs-extract -q --complete --selecties provincie/selecties.csv \
	    "${options[@]}" --findings "tussen/bevindingen/1-cbs-$1.csv" \
	    -o "tussen/cbs-$1.csv" "gegevens/$2"
	heard "${command[@]}" || rc=$?
	case $rc in
	0) ;;
	1) status=1 ;;
	*)
		gezegd=${gezegd##*$'\n'}
		[[ $rc == 2 && ($gezegd == 'cbs-extract: gegevens/'* ||
		    $gezegd == 'cbs-extract: provincie/selecties.csv'*) ]] ||
		    failed "$rc" cbs-extract
		return 1
		;;
	esac
	left_receipt cbs-extract
}

# without_table TABLE FILE WHY
without_table() {
	status=1
	printf 'nightly: %s: the table is left out (%s)\n' "$1" "$3" >&2
	{
		echo bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
		row "gegevens/$2" '' '' '' L016 fout '' \
		    "Tabel $1 van het CBS is weggelaten: $3"
	} >"tussen/bevindingen/1-cbs-$1.csv"
	made "tussen/bevindingen/1-cbs-$1.csv"
}

# stand NAME FINDINGS [OPTION...]
plannen=release/plannen.csv # of which plans
stand() {
	step woondeal-diff -q -g provincie/gemeenten.csv \
	    -t provincie/opgave.csv -P "$plannen" \
	    --rooster release/rooster.csv -y "$jaren" \
	    --findings "tussen/bevindingen/$2.csv" -o "$1" "${@:3}" \
	    release/waarnemingen.csv
}

# Named areas across municipalities, where the province has them.
areas() {
	[[ -e provincie/gebieden.csv ]] || return 0
	stand tussen/stand/stand-gebieden.csv 5-gebieden --groep gebied \
	    --gebieden provincie/gebieden.csv
}

# What the stand is set against: needs, for shown to add, and, for statements,
# the other monitors as delivered, each with : before it.
needs=() monitoren=''
supplies() {
	local i need='' stock=''
	for i in "${!s_soort[@]}"; do
		case ${s_soort[i]} in
		monitoren) monitoren+=:gegevens/${s_bestand[i]} ;;
		behoefte) need=gegevens/${s_bestand[i]} ;;
		voorraad) stock=gegevens/${s_bestand[i]} ;;
		esac
	done
	[[ -z $need ]] ||
	    needs+=(--also "need:$need${stock:+:$stock}=release/tekort.csv")
	[[ -z $stock ]] ||
	    needs+=(--also "stock:$stock=release/voorraad.csv")
}

# What is made of the plans that are shown, all in one run: by trait, under each
# rule set, beside norms, by phase and size; hectares of wood, when a plan says
# anything of them; targets in each scenario.
shown() {
	local s parts=() more=() plannen=release/arcgis/plannen.csv
	local given
	given=$(csvpick -n -w bos_ha!= "$plannen")
	for s in knelpunten betaalbaarheid wonen_zorg reserve; do
		parts+=("tussen/segment-$s.csv")
		more+=(--also "segment:$s=tussen/segment-$s.csv")
	done
	((given == 0)) || more+=(--also segment:bos=release/bos.csv)
	[[ ! -e provincie/norm.csv ]] ||
	    more+=(--norm provincie/norm.csv --also norms=release/normen.csv)
	[[ ! -e provincie/scenario.csv ]] ||
	    more+=(--scenario provincie/scenario.csv
		    --also "scenarios:$capaciteitsnorm=release/scenarios.csv")
	[[ ! -e provincie/plankeuze.csv ]] ||
	    more+=(--also choice:provincie/plankeuze.csv=release/plankeuze.csv)
	more+=(--also plans=release/planlijst.csv "${needs[@]}")
	[[ ! -e provincie/beweringen.csv ]] ||
	    more+=(--also claims-plans:provincie/beweringen.csv=release/getoetst-plannen.csv)
	stand tussen/stand/getoond.csv 5-getoond \
	    --planstatus provincie/planstatus.csv \
	    --stand release/stand.csv \
	    --also rulesets=release/regelsets.csv "${more[@]}"
	step csvpick -o release/segmenten.csv "${parts[@]}"
}

# join LAYOUT FILE [OPTION...]: the catalogue with its sources.
join() {
	step indicator-join -q -i "provincie/$catalogus" \
	    -g provincie/gemeenten.csv --eenheden maten/eenheden.csv --shape "$1" \
	    -o "$2" "${@:3}" \
	    "${bronnen[@]}"
}

# sources SORT CATALOGUE: what join works with from now on.
sources() {
	local i
	catalogus=$2 bronnen=()
	for i in "${!s_soort[@]}"; do
		[[ ${s_soort[i]} != "$1" ]] ||
		    bronnen+=("gegevens/${s_bestand[i]}")
	done
	local read=(tussen/cbs-*.csv)
	[[ $1 != indicatoren || ! -e ${read[0]} ]] || bronnen+=("${read[@]}")
	((${#bronnen[@]})) || die "bronnen.csv: no source of $1"
}

indicators() {
	sources indicatoren indicatoren.csv
	local per=()
	[[ -z ${instelling[indicatoren_per]-} ]] ||
	    per=(--as-of "${instelling[indicatoren_per]}")
	join long release/indicatoren.csv "${per[@]}" \
	    --plausibel maten/plausibel.csv --findings tussen/bevindingen/6.csv
	join arcgis release/arcgis/indicatoren.csv "${per[@]}"
	join wide release/arcgis/indicatoren_actueel.csv --latest \
	    "${per[@]}"
	local dialect=(-d "$scheiding")
	[[ $decimaal == point ]] || dialect+=(--decimal comma)
	join swing release/swing/indicatoren.csv "${per[@]}" "${dialect[@]}"
	join swing-meta release/swing/indicatoren_meta.csv "${per[@]}" \
	    "${dialect[@]}"
}

# The other monitors, of a province that has their catalogue, held against the
# stock of CBS where the limits say so. Small counts are withheld below
# kleinste_aantal, as geheim.csv says how far.
monitors() {
	local least=() n
	[[ -e provincie/monitoren.csv ]] || return 0
	sources monitoren monitoren.csv
	n=${instelling[kleinste_aantal]-}
	[[ -z $n ]] || least=(--min-count "$n")
	[[ ! -e provincie/geheim.csv ]] || least+=(-G provincie/geheim.csv)
	join long release/monitoren.csv "${least[@]}" \
	    --plausibel maten/plausibel.csv \
	    --findings tussen/bevindingen/7.csv release/waarnemingen.csv
	join arcgis release/arcgis/monitoren.csv "${least[@]}"
	join wide release/arcgis/monitoren_actueel.csv --latest "${least[@]}"
}

# What others published is held against the stand, where the province keeps it.
whole() {
	local claims=()
	if [[ -e provincie/beweringen.csv ]]; then
		claims=(--beweringen provincie/beweringen.csv
			--planstatus provincie/planstatus.csv
			--also "claims:provincie/beweringen.csv$monitoren=tussen/stand/getoetst.csv")
		[[ ! -e provincie/scenario.csv ]] ||
		    claims+=(--scenario provincie/scenario.csv)
	fi
	# The stand as it is; what has scenarios too is nobody's.
	stand tussen/stand-alles.csv 4 "${claims[@]}" \
	    --also stand=tussen/stand/stand.csv \
	    --also band=tussen/stand/stand-band.csv \
	    --also break-even=tussen/stand/break-even.csv \
	    --also "figures:$capaciteitsnorm=tussen/stand/cijfers.csv"
}
running() {
	stand tussen/stand/stand-lopend.csv 5 --peildatum laatste \
	    --also permits=release/vergunningen.csv \
	    --also outlook=release/vooruitblik.csv \
	    --also "figures:$capaciteitsnorm=tussen/stand/cijfers-lopend.csv"
}

# One date for all plans, or none under the figures.
figures() {
	step "$hier/figures" -s release/stand.csv -l release/stand-lopend.csv \
	    -g provincie/gemeenten.csv \
	    -b "$bron_groei" -c "$bron_plannen" -d "$plandag" \
	    -o release/figuren
}
