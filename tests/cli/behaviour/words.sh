# Sourced by behaviour.t: help, options, and what must not matter.

helps() {
	run "$tool" --help
	lines=$(wc -l <"$T/out")
	ok "$tool: --help is one screen ($lines lines)" test "$status" = 0 -a \
	    ! -s "$T/err" -a "$lines" -ge 10 -a "$lines" -le 24
	ok "$tool: --help has an example" grep -q "^  .*$tool " "$T/out"
	ok "$tool: --help tells the exit statuses" grep -q 'xit status: 0' \
	    "$T/out"
	cp "$T/out" "$T/help"
	run "$tool" -h
	ok "$tool: -h is --help" cmp "$T/help" "$T/out"
	run "$tool" --help all
	cp "$T/out" "$T/help"
	ok "$tool: --help all has three examples" test "$status" = 0 -a \
	    "$(grep -c "^  .*$tool " "$T/out")" -ge 3 -a ! -s "$T/err"
	ok "$tool: and the exit statuses" grep -q 'xit status: 0' "$T/out"
	run "$tool" --help=all
	ok "$tool: --help=all is the same" cmp "$T/help" "$T/out"
	run "$tool" --version
	ok "$tool: --version is one line" grep -Eqx \
	    "$tool [0-9]+\.[0-9]+\.[0-9]+" "$T/out"
	ok "$tool: and nothing else" test "$(wc -l <"$T/out")" = 1 -a \
	    "$status" = 0 -a ! -s "$T/err"
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
	cat "$T/err"
	[ "$status" = 0 ] && cmp "$T/base" "$T/out" && [ -s "$T/err" ] &&
	    ! grep -v "^$tool: " "$T/err"
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
