# shellcheck shell=bash
# Sourced by nightly: how a step runs: what it says, its status, its
# receipt; steps that run at once; cells of the province's tables.

# heard COMMAND...: with what it says in $gezegd. Not in a file: what has to be
# said may be that the disk is full.
heard() {
	local rc=0
	{ gezegd=$(exec "$@" 2>&1 >&3 3>&-) || rc=$?; } 3>&1
	return "$rc"
}

# failed STATUS COMMAND
failed() {
	[[ -z $gezegd ]] || printf '%s\n' "$gezegd" >&2
	waarom=${gezegd##*$'\n'}
	die "${2##*/} failed with status $1; nothing is published"
}

# receipt COMMAND...: into command, with a receipt where it is a tool of ours.
receipt() {
	command=("$@")
	[[ -n ${ours[$1]-} ]] || return 0
	bewijzen=$((bewijzen + 1))
	command=("$1" --receipt "tussen/bewijs/$baan$bewijzen.json" "${@:2}")
}

# step COMMAND...: 1 is "with findings" of who promises that; anything else
# ends the night.
step() {
	local rc=0 command
	receipt "$@"
	heard "${command[@]}" || rc=$?
	if ((rc == 1)) && [[ -n ${promised[${1##*/}]-} ]]; then
		status=1
	elif ((rc != 0)); then
		failed "$rc" "$1"
	fi
	left_receipt "$1"
}

# left_receipt TOOL: a tool of ours that says all is well has left its receipt;
# one that was never there has not.
left_receipt() {
	[[ -z ${ours[$1]-} || -s tussen/bewijs/$baan$bewijzen.json ]] ||
	    die "$1 did not finish; nothing is published"
}

# beside STEP...: at once, each in a shell of its own, with receipts and cells
# under its name, while the night goes on until joined: for steps that need
# nothing of what runs meanwhile and set nothing that a later one needs.
beside() {
	local lane
	for lane; do
		(
			trap lane_ends EXIT
			baan=$lane- status=0 baan_ids=()
			timed "$lane"
			# Not 1: that may be anything that fails.
			exit $((status ? 3 : 0))
		) &
		baan_ids+=("$!")
	done
}

# Until all have ended; fails when one did.
joined() {
	local lane rc failed=''
	for lane in "${baan_ids[@]}"; do
		rc=0
		wait "$lane" || rc=$?
		case $rc in
		0) ;;
		3) status=1 ;;
		*) failed=$rc ;;
		esac
	done
	baan_ids=()
	[[ -n $failed ]] || return 0
	# It said itself what was wrong, unless something ended it.
	if ((failed == 2)); then
		told=1
		exit 2
	fi
	die "a step failed with status $failed; nothing is published"
}

together() {
	beside "$@"
	joined
}

# A signal ends the night when what runs has ended: nothing is written into a
# folder that is being removed.
ending() {
	((${#baan_ids[@]} == 0)) || wait "${baan_ids[@]}" || true
	night_ends "$1"
}

# Cells of a table of the province, row by row, into cel: cells FILE COLUMN,...
# [COLUMN=VALUE]. Not by a pipe: its status would be lost.
cells() {
	local where=()
	if [[ -n ${3-} ]]; then where=(-w "$3"); fi
	step csvpick -H0 --trim -c "$2" "${where[@]}" -o "tussen/${baan}cellen" \
	    "provincie/$1"
	mapfile -d '' -t cel <"tussen/${baan}cellen"
}
