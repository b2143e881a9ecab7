# shellcheck shell=bash
# Sourced by vraag: the pipeline that answers, run or shown.

# stage COMMAND...: reads what the one before wrote.
stage() {
	local -n new=stage$stages
	# shellcheck disable=SC2034
	new=("$@")
	stages=$((stages + 1))
}

# last COLUMNS [FILE]...: what is shown, and in which form. Several --any are
# one of them: regions apart from the rest go through a csvpick of their own.
last() {
	local options=() columns=$1
	shift
	if ((${#regions[@]} && ${#any[@]})); then
		stage csvpick -q "${regions[@]}" "$@"
		set --
		regions=()
	fi
	# In a table those that fit a terminal of 80 columns.
	[[ -z $columns || -z $beeld || ${formed[0]-} != --table ]] || columns=$beeld
	columns=${picked:-$columns}
	[[ -n $wide || -z $columns ]] || options=(-c "$columns")
	stage csvpick "${formed[@]}" "${options[@]}" "${where[@]}" "${regions[@]}" \
	    "${any[@]}" "${match[@]}" "$@"
}

run_from() {
	local -n now=stage$1
	if (($1 + 1 == stages)); then
		"${now[@]}"
	else
		"${now[@]}" | run_from $(($1 + 1))
	fi
}

# Words as a shell reads them again.
print_stage() {
	local word line=''
	local -n words_of=stage$1
	for word in "${words_of[@]}"; do
		[[ $word =~ ^[A-Za-z0-9_./:=,@%+-]+$ ]] || word=${word@Q}
		line+="${line:+ }$word"
	done
	printf '%s' "$line"
}

# What the filters said; a word that is none is ours.
retell() {
	local line
	while IFS= read -r line; do
		[[ ! $line =~ ^csvpick:\ [^\ ]*:\ (no\ .*) ]] ||
		    line="woonmonitor: ${BASH_REMATCH[1]}"
		printf '%s\n' "$line" >&2
	done <"$work/wrong"
}

# A release has its findings already: 1 of those that promise it is no failure.
answer() {
	local i rc=0
	if [[ -n $show ]]; then
		for ((i = 0; i < stages; i++)); do
			((i == 0)) || printf ' |\n    '
			print_stage "$i"
		done
		printf '\n'
	else
		run_from 0 2>"$work/wrong" || rc=$?
		retell
		case $rc:${stage0[0]} in
		0:* | 1:woondeal-diff | 1:plan-diff) ;;
		*)
			told=1
			finished=$((rc > 128))
			exit "$rc"
			;;
		esac
	fi
	stages=0
}

# closed TABLE: the list of what is published says that it is not.
closed() {
	cells csvpick -H0 -c sommen -w "pad=$1" "$here/../uitgave.csv" ||
	    die "$got"
	[[ ${cel[0]-} == besloten* ]]
}

internal() {
	[[ -z $public ]] || die "$vraag is about plans that are not public"
	[[ -n $show || ! -t 1 || ! -t 2 ]] || printf '%s\n' \
	    'woonmonitor: for the province only: plans that are not public count in it' >&2
}
