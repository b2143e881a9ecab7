# shellcheck shell=bash
# Sourced by nightly: how the night goes, for watch and nightly --status, in
# OUT/.verloop.csv: stap,begin,seconden,uitkomst,melding. The row nacht is of all:
# bezig while it runs, then gepubliceerd, "met bevindingen" or mislukt, and why.
# It is no part of a release, and what cannot be written here ends no night.
# Steps may run at once, in shells of their own: their rows go by a file.

begonnen='' # microseconds; empty until the night has OUT for itself
stap=''     # that is at work
waarom=''   # what a tool said that failed

# duration FROM: into took, in seconds.
duration() {
	local us=$((${EPOCHREALTIME/[.,]/} - $1))
	printf -v took %d.%03d $((us / 1000000)) $((us / 1000 % 1000))
}

# state SECONDS OUTCOME [WHY]. Where it cannot be written, as on a full disk, the
# file is empty: what it said of another night would be taken for this one.
state() {
	local steps='' all
	[[ -z $work || ! -s $work/tussen/verloop ]] || steps=$(<"$work/tussen/verloop")
	all=stap,begin,seconden,uitkomst,melding$'\n'
	all+=$(row nacht "${begonnen%??????}" "$1" "$2" "${3-}")
	printf '%s\n' "$all${steps:+$'\n'}$steps" >"$uit/.verloop.csv.deel" &&
	    mv -f "$uit/.verloop.csv.deel" "$uit/.verloop.csv" && return
	rm -f "$uit/.verloop.csv.deel"
	: >"$uit/.verloop.csv"
	printf 'nightly: %s: not written\n' "$uit/.verloop.csv" >&2
}

# Called when no other night is at work in OUT.
night_begins() {
	begonnen=${EPOCHREALTIME/[.,]/}
	state '' bezig
}

# timed STEP...: how long it took; with -v that is said, too. A step that fails
# does not come to its row.
timed() {
	local from=${EPOCHREALTIME/[.,]/} took
	stap=$1
	"$@"
	stap=''
	duration "$from"
	printf '%s,%s,%s,,\n' "$1" "${from%??????}" "$took" \
	    2>/dev/null >>"$work/tussen/verloop" || :
	[[ -z $verbose ]] || printf 'nightly: %-12s %s s\n' "$1" "$took" >&2
}

# How a step in a shell of its own ends: what failed, and why, for the night's.
lane_ends() {
	local rc=$?
	((rc == 0 || rc == 3)) || printf '%s\n%s' "$stap" \
	    "${waarom:-$told}" 2>/dev/null >"$work/tussen/waarom" || :
	exit "$rc"
}

# night_ends STATUS
night_ends() {
	local took outcome=mislukt why='' of
	[[ -n $begonnen ]] || return 0
	if [[ -z $finished && -s $work/tussen/waarom ]]; then
		of=$(<"$work/tussen/waarom")
		why="${of%%$'\n'*}: ${of#*$'\n'}"
	elif [[ -z $finished ]]; then
		why=${stap:+$stap: }${waarom:-${told:-ended with status $1}}
	elif (($1 == 0)); then
		outcome=gepubliceerd
	else
		outcome='met bevindingen'
	fi
	duration "$begonnen"
	state "$took" "$outcome" "${why//[[:cntrl:]]/ }"
}
