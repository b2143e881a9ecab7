# shellcheck shell=bash
# Sourced by vraag: where a number comes from, to its cell.

# explained QUESTION [OPTION]...: as rows, into the first stage.
explained() {
	stand_of
	stand+=(-y "$from..$to" --planstatus "$province/planstatus.csv"
		--leveringen "$province/leveringen.csv"
		--leveringen "$release/vankracht.csv" "${@:2}" --explain "$1"
		"$release/waarnemingen.csv")
}

# What a table of an explanation shows: of plans their cells, else whose it is.
seen_of() {
	local n
	[[ ${formed[0]-} == --table ]] || return 0
	n=$(csvpick -q -n -w cel!= "$work/rijen")
	[[ $n != 0 ]] || beeld=naam,periode,waarde,soort,toelichting
}

# probe: the rows of the explanation into a file, and how many they are into n;
# what is asked may be no number or column.
probe() {
	"${stand[@]}" >"$work/rijen" 2>"$work/wrong" || (($? == 1)) || {
		got=$(tail -n 1 "$work/wrong")
		got=${got#woondeal-diff: --explain}
		got=${got#:}
		got=${got# }
		die "${got%%' There are '*}"
	}
	n=$(csvpick -q -n "$work/rijen")
}

# A number: the cells of the stand that are it, else those up to the last month,
# else the rows of the first table that has it.
number() {
	local n file
	explained "$1"
	[[ -z $running ]] || explained "$1" --peildatum laatste
	probe
	if [[ $n == 0 && -z $running ]]; then
		explained "$1" --peildatum laatste
		probe
	fi
	[[ $n != 0 ]] && return
	for file in cijfers cijfers-lopend indicatoren monitoren; do
		[[ -f $release/$file.csv ]] || continue
		stand=(csvpick -q -w "waarde>=$1" -w "waarde<=$1")
		n=$("${stand[@]}" -n "$release/$file.csv")
		[[ $n != 0 ]] || continue
		stand+=("$release/$file.csv")
		return
	done
	die "no figure of this release is $1"
}

# of_indicator CODE REGION SPAN: its rows, where that is one; the years are those
# asked for.
of_indicator() {
	local file n within=()
	[[ $3 == "$from-$to" ]] || within=(-w "periode>=${3%-*}" -w "periode<=${3#*-}~")
	for file in indicatoren monitoren; do
		[[ -f $release/$file.csv ]] || continue
		n=$(csvpick -q -n -w "indicator_code=$1" "$release/$file.csv")
		[[ $n != 0 ]] || continue
		stand=(csvpick -q -w "indicator_code=$1" -w "regio=$2" "${within[@]}"
			"$release/$file.csv")
		return 0
	done
	return 1
}

# Words to a cell: a region (or the province), a column, and years.
cell() {
	local word column='' place='' span=$from-$to rest
	for word in "${words[@]}"; do
		if [[ $word == *:*:* ]]; then
			rest=${word#*:}
			one_region "${word%%:*}" || no_region
			place=$code span=${rest%%:*} column=${rest#*:}
		elif [[ $word =~ ^[0-9]{4}((-|\.\.)[0-9]{4})?$ ]]; then
			span=${word/../-}
		elif one_region "$word"; then
			place=$code
		elif [[ -z $column ]]; then
			column=${word,,}
		else
			no_region
		fi
	done
	[[ -n $column ]] || die 'uitleg of which number? As in: uitleg hard urk'
	if [[ -z $place ]]; then
		cells csvpick -H0u --trim -c provincie -w provincie!= \
		    "$province/gemeenten.csv" || die "$got"
		place=${cel[0]}
	fi
	! of_indicator "$column" "$place" "$span" || return 0
	explained "$place:$span:$column" ${running:+--peildatum laatste}
}

# What is withheld in the published stand is not what the published plans add up
# to: it cannot be explained of these.
not_withheld() {
	local i row file=stand.csv of=()
	[[ -n $public ]] || return 0
	[[ " ${stand[*]} " != *' --peildatum laatste '* ]] || file='stand-lopend.csv'
	cells csvpick -q -H0 -c regio,periode,kolom -w soort=uitkomst "$work/rijen" ||
	    die "$got"
	of=("${cel[@]}")
	for ((i = 0; i < ${#of[@]}; i += 3)); do
		row=(-w "regio=${of[i]}" -w "jaar_van=${of[i + 1]%-*}"
			-w "jaar_tot=${of[i + 1]#*-}")
		cells csvpick -H0 -c onderdrukt "${row[@]}" "$release/$file" ||
		    die "$got"
		# Of a sum of columns none may be withheld.
		[[ ${#cel[@]} != 1 || -z ${cel[0]} ]] ||
		    csvpick -q -n -w "${of[i + 2]}=" "$release/$file" \
		        >"$work/tel" 2>"$work/wrong" || cel[0]=${of[i + 2]}
		[[ ${#cel[@]} == 1 && "|${cel[0]}|" != *"|${of[i + 2]}|"* ]] ||
		    die "${of[i + 2]} of ${of[i]} in ${of[i + 1]} is withheld in what is published"
	done
}

explain() {
	local key=${words[0]-} file n
	((${#words[@]})) || die 'uitleg of what? A number, or as in: uitleg hard urk'
	[[ -n $public ]] || internal
	all_years
	if ((${#words[@]} == 1)) && [[ $key =~ ^-?[0-9]+([.,][0-9]+)?%?$ ]]; then
		key=${key%\%}
		number "${key/,/.}"
	elif ((${#words[@]} == 1)) && [[ $key == *'|'* ]]; then
		stand=()
		for file in indicatoren monitoren; do
			[[ -f $release/$file.csv ]] || continue
			n=$(csvpick -q -n -w "sleutel=$key" "$release/$file.csv")
			[[ $n != 0 ]] || continue
			stand=(csvpick -q -w "sleutel=$key" "$release/$file.csv")
		done
		((${#stand[@]})) || die "no indicator has the sleutel $key"
	else
		cell
	fi
	if [[ ${stand[0]} == woondeal-diff ]]; then
		[[ -s $work/rijen ]] || probe
		not_withheld
		seen_of
	else
		kolommen='' beeld=''
	fi
	stage "${stand[@]}"
	last "$kolommen"
	answer
}
