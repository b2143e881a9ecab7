# Sourced by behaviour.t: help, options, and what must not matter.

# Of $help.
examples() {
	local line n=0
	while IFS= read -r line; do
		[[ $line != '  '*"$tool "* ]] || n=$((n + 1))
	done <<<"$help"
	echo "$n"
}
exits() {
	[[ $help = *'xit status: 0'* ]]
}
one_version() {
	[[ $text =~ ^"$tool "[0-9]+\.[0-9]+\.[0-9]+$'\n'$ ]] &&
	    [ "$status" = 0 -a ! -s "$T/err" ]
}

helps() {
	run "$tool" --help
	mapfile -t lines <"$T/out"
	lines=${#lines[@]}
	text "$T/out"
	help=$text
	ok "$tool: --help is one screen ($lines lines)" test "$status" = 0 -a \
	    ! -s "$T/err" -a "$lines" -ge 10 -a "$lines" -le 24
	ok "$tool: --help has an example" test "$(examples)" -ge 1
	ok "$tool: --help tells the exit statuses" exits
	run "$tool" -h
	text "$T/out"
	ok "$tool: -h is --help" test -n "$help" -a "$text" = "$help"
	run "$tool" --help all
	text "$T/out"
	help=$text
	ok "$tool: --help all has three examples" test "$status" = 0 -a \
	    "$(examples)" -ge 3 -a ! -s "$T/err"
	ok "$tool: and the exit statuses" exits
	run "$tool" --help=all
	text "$T/out"
	ok "$tool: --help=all is the same" test -n "$help" -a "$text" = "$help"
	run "$tool" --version
	text "$T/out"
	ok "$tool: --version is one line, and nothing else" one_version
	status=0
	"$tool" --help >/dev/full 2>"$T/err" || status=$?
	: >"$T/out"
	ok "$tool: --help >/dev/full" refused 'No space left'
}

options() {
	with --outptu "$T/o" "$input"
	ok "$tool: an unknown option names the nearest" refused \
	    'did you mean --output'
	with -@ "$input"
	ok "$tool: an unknown letter" refused 'unknown option -@'
	with "$input" -o
	ok "$tool: an option without its argument" refused '--output wants'
	with -o a -o b "$input"
	ok "$tool: an option twice" refused 'twice'
	with --quiet=yes "$input"
	ok "$tool: a flag with an argument" refused 'no argument'
	with -- "$input"
	ok "$tool: -- ends the options" good
	with "$input" -q
	ok "$tool: options may follow operands" good
	with -v "$input"
	ok "$tool: -v says what was counted, on stderr" verbose
}

verbose() {
	local line
	[ "$status" = 0 ] && alike "$T/base" "$T/out" && [ -s "$T/err" ] || {
		cat "$T/err"
		return 1
	}
	while IFS= read -r line || [ -n "$line" ]; do
		[[ $line = "$tool: "* ]] || { echo "$line"; return 1; }
	done <"$T/err"
}

# same NAME ASSIGNMENT...: the same bytes in this environment.
same_in() {
	why=$1
	shift
	# shellcheck disable=SC2086
	run env "$@" "$tool" $args "$input"
	ok "$tool: the same bytes $why" good
}

environment() {
	same_in "in nl_NL" LOCPATH="$locale" LC_ALL=nl_NL.UTF-8
	same_in "in tr_TR" LOCPATH="$locale" LC_ALL=tr_TR.UTF-8
	same_in "in C" LC_ALL=C
	same_in "in another time zone" TZ=Pacific/Kiritimati
	same_in "on a narrow, dumb terminal" TERM=dumb COLUMNS=10
	same_in "with another hash seed" MALLOC_PERTURB_=90
	# shellcheck disable=SC2086
	run script -qec "$tool $args $input" /dev/null </dev/null
	tr -d '\r' <"$T/out" >"$T/v"
	ok "$tool: the same bytes on a terminal" good "$T/v"
	[ "$order" = free ] || return
	head -1 "$input" >"$T/v"
	sed 1d "$input" | tac >>"$T/v"
	with "$T/v"
	ok "$tool: the same bytes from rows in another order" good
}

words() {
	helps
	options
	environment
}
