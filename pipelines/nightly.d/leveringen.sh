# shellcheck shell=bash
# Sourced by nightly: the municipalities' deliveries to one register, and the
# roster of who delivered. One that is missing, cannot be read or is too far
# from the one before is left out, by name: the municipality's last one that was
# taken over stays in force, and findings, letter and roster say so.

fout='' # why, in the tool's words
declare -A delen=() # deliveries of each municipality
# Of each delivery of tonight, in the order of leveringen.csv.
l_gemeente=() l_bestand=() l_levering=() l_peildatum=() l_plaats=() l_sleutel=()
l_code=() # why it could not be read
declare -A bytes=() som=() # of each file, when the night began

# attempt FILE COMMAND...: fails where the tool says of this delivery "do not
# use the output". What it says of anything else (a layout, a full disk, no
# memory) is no fault of who delivered, and ends the night.
attempt() {
	local bestand=$1 rc=0 command
	shift
	receipt "$@"
	heard "${command[@]}" || rc=$?
	case $rc in
	0) ;;
	1) status=1 ;;
	2)
		fout=${gezegd##*$'\n'}
		[[ $fout == "$1: $bestand"* ]] || failed "$rc" "$1"
		return 1
		;;
	*) failed "$rc" "$1" ;;
	esac
	left_receipt "$1"
}

# refused NUMBER CODE WHAT: this delivery cannot be read.
refused() {
	local key=${l_sleutel[$1]} bestand=${l_bestand[$1]}
	status=1
	l_code[$1]=$2
	[[ -z $fout ]] || printf '%s\n' "$fout" >&2
	{
		echo bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
		row "gegevens/$bestand" '' '' '' "$2" fout '' "$3"
	} >"tussen/bevindingen/3-$key.csv"
	made "tussen/bevindingen/3-$key.csv"
}

# One delivery: a workbook through sheet-extract first. The file between is
# called WORKBOOK:SHEET, beside it, and its records are the sheet's rows.
deliver() {
	local key=$1 gemeente=$2 bestand=$3 blad=$4 layout=$5
	local levering=$6 peildatum=$7 in=gegevens/$3 areas=()
	[[ ! -e provincie/gebieden.csv ]] ||
	    areas=(--gebieden provincie/gebieden.csv)
	if [[ -n $blad ]]; then
		attempt "$in" sheet-extract -q -s "$blad" \
		    --findings "tussen/bevindingen/2-$key.csv" \
		    -o "$in:${blad//\//_}" "$in" || return 1
		in=$in:${blad//\//_}
	fi
	attempt "$in" plan-normalize -q -g provincie/gemeenten.csv \
	    -S provincie/planstatus.csv -R "$regelset" \
	    -l "$layout" --gemeente "$gemeente" "${areas[@]}" \
	    --peildatum "$peildatum" --levering "$levering" \
	    --findings "tussen/bevindingen/3-$key.csv" \
	    --rejected "tussen/afgewezen-$key.csv" \
	    -o "tussen/plannen-$key.csv" "$in" || return 1
	letter "$key" "$gemeente" "$in" "$levering" "$peildatum"
}

# letter KEY GEMEENTE BESTAND LEVERING PEILDATUM: about a delivery that could be
# read. A part of what a municipality delivers is not compared with all that was
# there before, nor is a register in which a plan contradicts itself. A register
# that cannot be read is no delivery.
letter() {
	local new=tussen/plannen-$1.csv since=()
	local rejected=tussen/afgewezen-$1.csv notes=()
	# Of a workbook what its sheet hides, too.
	[[ ! -e tussen/bevindingen/2-$1.csv ]] ||
	    notes=(--bevindingen "tussen/bevindingen/2-$1.csv")
	if [[ -n $ronde && ${delen[$2]} == 1 ]] &&
	    attempt "$new" plan-diff -q --afgewezen "$rejected" \
	        -o "tussen/sinds-$1.csv" "gegevens/$ronde" "$new" &&
	    attempt "$new" plan-diff -q --bridge --afgewezen "$rejected" \
	        -o "tussen/brug-$1.csv" "gegevens/$ronde" "$new"; then
		since=(--planwijzigingen "tussen/sinds-$1.csv"
			--planbrug "tussen/brug-$1.csv")
	fi
	attempt "$new" plan-letter -g provincie/gemeenten.csv --gemeente "$2" \
	    --delivered "$3" --levering "$4" --peildatum "$5" -R "$regelset" \
	    "${notes[@]}" --bevindingen "tussen/bevindingen/3-$1.csv" \
	    --afgewezen "$rejected" "${since[@]}" \
	    -o "release/brieven/$1.txt" "$new"
}

# Into indeling: the layout of that name, the province's own, else ours.
layout() {
	indeling=provincie/indeling/$1
	[[ -e $indeling ]] || indeling=indeling/$1
	[[ -f $indeling ]] || die "leveringen.csv: no layout '$1'"
}

# A municipality may deliver in parts: the second is GEMEENTE-2.
deliveries() {
	local gemeente bestand blad indeling levering peildatum key n same i
	local gelezen=''
	local delivered=()
	local -A seen=() taken=()
	cells leveringen.csv gemeente,bestand,blad,indeling,levering,peildatum
	delivered=("${cel[@]}")
	for ((i = 0; i < ${#delivered[@]}; i += 6)); do
		delen[${delivered[i]}]=$((${delen[${delivered[i]}]-0} + 1))
	done
	for ((i = 0; i < ${#delivered[@]}; i += 6)); do
		gemeente=${delivered[i]} bestand=${delivered[i + 1]}
		blad=${delivered[i + 2]} indeling=${delivered[i + 3]}
		levering=${delivered[i + 4]} peildatum=${delivered[i + 5]}
		same=$gemeente,$bestand,$blad,$indeling
		[[ -z ${seen[$same]-} ]] ||
		    die "leveringen.csv: $bestand of $gemeente is there twice"
		seen[$same]=1
		key=$gemeente n=2
		while [[ -n ${taken[$key]-} ]]; do
			key=$gemeente-$((n++))
		done
		taken[$key]=1
		l_gemeente+=("$gemeente") l_bestand+=("$bestand")
		l_levering+=("$levering") l_peildatum+=("$peildatum")
		l_plaats+=("gegevens/$bestand${blad:+:${blad//\//_}}")
		l_sleutel+=("$key") l_code+=('')
		layout "$indeling"
		fout=''
		if [[ ! -e gegevens/$bestand ]]; then
			refused $((i / 6)) L001 \
			    "Het bestand $bestand is niet ontvangen."
		elif [[ ${instelling[klaar]-} == ja &&
		    ! -e gegevens/$bestand.klaar ]]; then
			refused $((i / 6)) L004 \
			    "Het bestand $bestand is nog niet klaar: er is geen $bestand.klaar."
		elif ! deliver "$key" "$gemeente" "$bestand" "$blad" \
		    "$indeling" "$levering" "$peildatum"; then
			refused $((i / 6)) L002 \
			    "Het bestand is niet te lezen: $fout"
		fi
		[[ -n ${l_code[i / 6]} ]] || gelezen=1
	done
	# Of several not one: that is no fault of who delivered.
	[[ -n $gelezen || ${#l_code[@]} == 1 && -f $grond/plannen.csv ]] ||
	    die 'leveringen.csv: no delivery that can be read'
}

# What the deliveries are to plan-accept: tussen/geleverd.csv.
delivered() {
	local i invoer=() file register
	mapfile -d '' -t invoer <tussen/invoer.cel
	for ((i = 0; i < ${#invoer[@]}; i += 3)); do
		bytes[${invoer[i]}]=${invoer[i + 1]}
		som[${invoer[i]}]=${invoer[i + 2]}
	done
	echo gemeente,levering,peildatum,bestand,bytes,sha256,plaats,register,code
	for i in "${!l_sleutel[@]}"; do
		file=gegevens/${l_bestand[i]}
		register=tussen/plannen-${l_sleutel[i]}.csv
		[[ -z ${l_code[i]} ]] || register=''
		row "${l_gemeente[i]}" "${l_levering[i]}" "${l_peildatum[i]}" \
		    "${l_bestand[i]}" "${bytes[$file]-}" "${som[$file]-}" \
		    "${l_plaats[i]}" "$register" "${l_code[i]}"
	done
}

# Which deliveries are in force: each is held against what is in force in the
# release before, and what stays in force of that comes behind.
acceptance() {
	local options=() i
	delivered >tussen/geleverd.csv
	[[ ! -e provincie/grenzen.csv ]] || options+=(--grenzen provincie/grenzen.csv)
	[[ ! -e provincie/aanvaard.csv ]] || options+=(--aanvaard provincie/aanvaard.csv)
	[[ ! -f $grond/plannen.csv ]] || options+=(-P $grond/plannen.csv
		--before-name "$basis" --kept tussen/behouden.csv)
	[[ ! -f $grond/vankracht.csv ]] ||
	    options+=(--vankracht $grond/vankracht.csv)
	step plan-accept -q -g provincie/gemeenten.csv --grenzen maten/grenzen.csv \
	    "${options[@]}" --waarnemingen release/waarnemingen.csv --name "$run" \
	    --findings tussen/bevindingen/34.csv -o release/vankracht.csv \
	    tussen/geleverd.csv
	[[ -z $gezegd ]] || printf '%s\n' "$gezegd" >&2
	in_force
	: >tussen/geweigerd
	for i in "${!l_sleutel[@]}"; do
		if [[ -n ${nieuw[${l_gemeente[i]}]-} ]]; then
			genomen+=("${l_sleutel[i]}")
		else
			left_out "$i"
		fi
	done
	made tussen/geleverd.csv
}

# What plan-accept says, for the manifest too: into nieuw whose delivery of
# tonight is in force, into plandag the date of all, when they have one.
plandag=''
declare -A nieuw=()
in_force() {
	local i
	picked vankracht -c gemeente,bestand,levering,peildatum,bytes,sha256,uitgave,oordeel \
	    release/vankracht.csv
	mapfile -d '' -t cel <tussen/vankracht
	plandag=${cel[3]-}
	for ((i = 0; i < ${#cel[@]}; i += 8)); do
		[[ ${cel[i + 7]} == behouden ]] || nieuw[${cel[i]}]=1
		[[ ${cel[i + 3]} == "$plandag" ]] || plandag=''
	done
}

# left_out NUMBER: this delivery counts for nothing: why is in its findings, or
# in those of plan-accept.
left_out() {
	local key=${l_sleutel[$1]} naam code=${l_code[$1]}
	local why=tussen/bevindingen/3-$key.csv notes=()
	cells gemeenten.csv naam "gemeente=${l_gemeente[$1]}"
	naam=${cel[0]-${l_gemeente[$1]}}
	printf 'nightly: %s: the delivery of %s is left out\n' \
	    "${l_bestand[$1]}" "$naam" >&2
	if [[ -z $code ]]; then
		notes=(--bevindingen "$why")
		why=tussen/waarom-$key.csv
		step csvpick -w ernst=fout -w "bestand=${l_plaats[$1]}" \
		    -o "$why" tussen/bevindingen/34.csv
		picked codes -u -c code "$why"
		mapfile -d '' -t cel <tussen/codes
		code=${cel[0]}
	fi
	step plan-letter -g provincie/gemeenten.csv \
	    --gemeente "${l_gemeente[$1]}" --delivered "gegevens/${l_bestand[$1]}" \
	    --levering "${l_levering[$1]}" --peildatum "${l_peildatum[$1]}" \
	    --left-out "${notes[@]}" --vankracht release/vankracht.csv \
	    -o "release/brieven/$key.txt" "$why"
	printf '%s\0' "${l_gemeente[$1]}" "${l_bestand[$1]}" \
	    "${l_levering[$1]}" "${l_peildatum[$1]}" "$code" >>tussen/geweigerd
}

# The register: what was taken over tonight, then what stays in force. What was
# rejected of a delivery that is left out is no part of it.
register() {
	local genomen=() registers=() afgewezen=() behouden=0
	acceptance
	registers=("${genomen[@]/#/tussen/plannen-}")
	afgewezen=("${genomen[@]/#/tussen/afgewezen-}")
	[[ ! -e tussen/behouden.csv ]] ||
	    behouden=$(csvpick -n tussen/behouden.csv)
	((behouden == 0)) || registers+=(tussen/behouden)
	((${#registers[@]})) ||
	    die 'leveringen.csv: no delivery is in force'
	step csvpick -o release/plannen.csv "${registers[@]/%/.csv}"
	if ((${#afgewezen[@]})); then
		step csvpick -o tussen/afgewezen.csv "${afgewezen[@]/%/.csv}"
	else
		step csvpick -q -w gemeente= -o tussen/afgewezen.csv \
		    release/plannen.csv
	fi
}

# What changed since the register of the round before, and why the totals
# differ. Deliveries that contradict each other make no register, and cannot be
# compared; a round before that is no register is the province's, and ends the
# night.
rounds() {
	local new=release/plannen.csv
	local both=(--afgewezen tussen/afgewezen.csv "gegevens/$ronde" "$new")
	[[ -n $ronde ]] || return 0
	attempt "$new" plan-diff -q --findings tussen/bevindingen/35.csv \
	    -o release/planwijzigingen.csv "${both[@]}" &&
	    attempt "$new" plan-diff -q --bridge -o release/planbrug.csv \
	    "${both[@]}" && return
	printf '%s\n' "$fout" >&2
	status=1
	{
		echo bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
		row "$new" '' '' '' L003 fout '' \
		    "De vergelijking met de vorige ronde kon niet: $fout"
	} >tussen/bevindingen/35.csv
	made tussen/bevindingen/35.csv
}

# The roster kept by hand, lowered by what came through; 1 when it was.
roster() {
	local file gemeente found=()
	for file in tussen/bevindingen/[23]-*.csv; do
		[[ -e $file ]] || continue
		gemeente=${file##*/[23]-}
		gemeente=${gemeente%.csv}
		found+=("${gemeente%%-*}=$file")
	done
	step "$hier/rooster" --rooster provincie/rooster.csv \
	    -P release/plannen.csv --vankracht release/vankracht.csv "${found[@]}" >release/rooster.csv
}
