# shellcheck shell=bash
# Sourced by vraag: what the words behind a question mean, regions and years.

# --- regions ---

# region WORD: into codes, for a province may be called as a municipality of it,
# and the first into code and name. Fails when it is none, with what is near in
# $got.
region() {
	local i
	[[ $1 == *[![:space:]]* ]] || die 'an empty word'
	cells csvpick -H0 --trim -c gemeente,naam --match "naam,gemeente,alias=$1" \
	    "$province/gemeenten.csv" || return 1
	code=${cel[0]} name=${cel[1]} codes=()
	for ((i = 0; i < ${#cel[@]}; i += 2)); do codes+=("${cel[i]}"); done
}

# one_region WORD: as region, where only one can be meant.
one_region() {
	region "$1" || return 1
	((${#codes[@]} == 1)) || die "$1 is ${codes[*]}: say which"
}

# municipalities CODE: those of it, into cel.
municipalities() {
	local of=gemeente
	case $1 in
	GM* | WK* | BU*) ;;
	PV*) of=provincie ;;
	*) of=woondeal ;;
	esac
	cells csvpick -H0 --trim -c gemeente -w "$of=$1" \
	    "$province/gemeenten.csv" || die "$got"
	((${#cel[@]})) || die "$1: has no municipalities in gemeenten.csv"
}

# of_regions: each of codes, as the question's table calls it, into regions.
of_regions() {
	for code in "${codes[@]}"; do of_region; done
}

of_region() {
	local member members
	case $regio in
	'') die "$vraag has no regions; see woonmonitor $vraag --help" ;;
	gemeente)
		municipalities "$code"
		for member in "${cel[@]}"; do regions+=(--any "gemeente=$member"); done
		;;
	bestand)
		municipalities "$code"
		members=("${cel[@]}")
		for member in "${members[@]}"; do
			cells csvpick -H0u --trim -c bestand -w "gemeente=$member" \
			    "$province/leveringen.csv" || die "$got"
			for name in "${cel[@]}"; do regions+=(--any "bestand~$name"); done
		done
		;;
	*) regions+=(--any "$regio=$code") ;;
	esac
}

# no_region: what was near is in $got.
no_region() {
	got=${got#"csvpick: $province/gemeenten.csv: "}
	die "${got/#no naam/no region}"
}

# word WORD: a region, or what the question looks for.
word() {
	got=''
	if [[ -n $regio ]] && region "$1"; then
		of_regions
		return
	fi
	[[ -n $regio$zoek ]] || die "$vraag takes no word; see woonmonitor $vraag --help"
	[[ -n $zoek && $got != *'did you mean'* ]] || no_region
	case $zoek in
	'~'*) where+=(-w "${zoek#\~}~$1") ;;
	*) match=(--match "$zoek=$1") ;;
	esac
}

# --- years ---

# span YEARS: into from and to, of 2025, 2022-2023 or 2022..2023.
span() {
	[[ $1 =~ ^([0-9]{4})((-|\.\.)([0-9]{4}))?$ ]] ||
	    die "--jaar $1: expected a year or years, as 2025 or 2022-2023"
	from=${BASH_REMATCH[1]} to=${BASH_REMATCH[4]:-${BASH_REMATCH[1]}}
}

# The years of the stand, as the province has them.
all_years() {
	said csvpick -HT --trim -c waarde -w instelling=jaren \
	    "$province/instellingen.csv"
	span "$got"
}

period() {
	[[ $years != alle ]] || return 0
	case $jaar in
	jaren)
		if [[ -n $years ]]; then span "$years"; else all_years; fi
		where+=(-w "jaar_van=$from" -w "jaar_tot=$to")
		;;
	'')
		[[ -z $years ]] || die "$vraag has no years"
		;;
	vantot)
		[[ -n $years ]] || return 0
		span "$years"
		where+=(-w "jaar_van<=$to" -w "jaar_tot>=$from")
		;;
	*)
		[[ -n $years ]] || return 0
		span "$years"
		# ~ comes after all that a period of that year begins with.
		where+=(-w "$jaar>=$from" -w "$jaar<=$to~")
		;;
	esac
}
