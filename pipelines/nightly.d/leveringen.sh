# shellcheck shell=bash
# Sourced by nightly: the municipalities' deliveries to one register, and the
# roster of who delivered. One that is missing or unreadable is left out, by
# name: its findings, its letter and the roster say so.

fout='' # why, in the tool's words
declare -A delen=() # deliveries of each municipality

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

# refused KEY GEMEENTE BESTAND LEVERING PEILDATUM CODE WHAT
refused() {
	local naam
	cells gemeenten.csv naam "gemeente=$2"
	naam=${cel[0]-$2}
	status=1
	[[ -z $fout ]] || printf '%s\n' "$fout" >&2
	printf 'nightly: %s: the delivery of %s is left out\n' "$3" "$naam" >&2
	{
		echo bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
		printf '%s,,,,%s,fout,,%s\n' "$(quote "gegevens/$3")" "$6" \
		    "$(quote "$7")"
	} >"tussen/bevindingen/3-$1.csv"
	made "tussen/bevindingen/3-$1.csv"
	step plan-letter -g provincie/gemeenten.csv --gemeente "$2" \
	    --file "gegevens/$3" --levering "$4" --peildatum "$5" --left-out \
	    -o "release/brieven/$1.txt" "tussen/bevindingen/3-$1.csv"
	printf '%s,%s\n' "$(quote "$3")" "$6" >>tussen/geweigerd
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
	    notes=(--notes "tussen/bevindingen/2-$1.csv")
	if [[ -n $ronde && ${delen[$2]} == 1 ]] &&
	    attempt "$new" plan-diff -q --rejected "$rejected" \
	        -o "tussen/sinds-$1.csv" "gegevens/$ronde" "$new" &&
	    attempt "$new" plan-diff -q --bridge --rejected "$rejected" \
	        -o "tussen/brug-$1.csv" "gegevens/$ronde" "$new"; then
		since=(--changes "tussen/sinds-$1.csv"
			--bridge "tussen/brug-$1.csv")
	fi
	attempt "$new" plan-letter -g provincie/gemeenten.csv --gemeente "$2" \
	    --file "$3" --levering "$4" --peildatum "$5" -R "$regelset" \
	    "${notes[@]}" --notes "tussen/bevindingen/3-$1.csv" \
	    --rejected "$rejected" "${since[@]}" \
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
	local delivered=() gelezen=()
	local -A seen=()
	cells leveringen.csv gemeente,bestand,blad,indeling,levering,peildatum
	delivered=("${cel[@]}")
	echo bestand,code >tussen/geweigerd
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
		while [[ -e release/brieven/$key.txt ]]; do
			key=$gemeente-$((n++))
		done
		layout "$indeling"
		if [[ ! -e gegevens/$bestand ]]; then
			fout=''
			refused "$key" "$gemeente" "$bestand" "$levering" \
			    "$peildatum" L001 \
			    "Het bestand $bestand is niet ontvangen."
		elif [[ ${instelling[klaar]-} == ja &&
		    ! -e gegevens/$bestand.klaar ]]; then
			fout=''
			refused "$key" "$gemeente" "$bestand" "$levering" \
			    "$peildatum" L004 \
			    "Het bestand $bestand is nog niet klaar: er is geen $bestand.klaar."
		elif deliver "$key" "$gemeente" "$bestand" "$blad" \
		    "$indeling" "$levering" "$peildatum"; then
			gelezen+=("tussen/plannen-$key.csv")
		else
			refused "$key" "$gemeente" "$bestand" "$levering" \
			    "$peildatum" L002 \
			    "Het bestand is niet te lezen: $fout"
		fi
	done
	((${#gelezen[@]})) ||
	    die 'leveringen.csv: no delivery that can be read'
	made tussen/geweigerd
	step csvpick -o release/plannen.csv "${gelezen[@]}"
	step csvpick -o tussen/afgewezen.csv "${gelezen[@]/plannen-/afgewezen-}"
}

# What changed since the register of the round before, and why the totals
# differ. Deliveries that contradict each other make no register, and cannot be
# compared; a round before that is no register is the province's, and ends the
# night.
rounds() {
	local new=release/plannen.csv
	local both=(--rejected tussen/afgewezen.csv "gegevens/$ronde" "$new")
	[[ -n $ronde ]] || return 0
	attempt "$new" plan-diff -q --findings tussen/bevindingen/35.csv \
	    -o release/planwijzigingen.csv "${both[@]}" &&
	    attempt "$new" plan-diff -q --bridge -o release/planbrug.csv \
	    "${both[@]}" && return
	printf '%s\n' "$fout" >&2
	status=1
	{
		echo bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding
		printf '%s,,,,L003,fout,,%s\n' "$new" \
		    "$(quote "De vergelijking met de vorige ronde kon niet: $fout")"
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
	step "$hier/rooster" -r provincie/rooster.csv -p release/plannen.csv \
	    "${found[@]}" >release/rooster.csv
}
