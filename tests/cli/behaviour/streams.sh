# Sourced by behaviour.t: where data and messages go, and what is left.

standard_input() {
	if [ "$stdin" = none ]; then
		fed "$input"
		ok "$tool: no operand reads standard input" good
		# shellcheck disable=SC2086
		run timeout 5 script -qec "$tool $args" /dev/null </dev/null
	else
		run timeout 5 script -qec "$tool" /dev/null </dev/null
	fi
	ok "$tool: usage at once when stdin is a terminal" on_terminal
	fed "$input" -
	ok "$tool: - is standard input" good
	with - -
	ok "$tool: - twice" refused 'only once'
	with - <&-
	ok "$tool: standard input closed" refused 'stdin'
}

# script joins stdout and stderr; one line, not a hang (124).
on_terminal() {
	text "$T/out"
	[ "$status" = 2 ] && [[ $text = "$tool: "*"usage: $tool"*$'\n' &&
	    ${text%$'\n'} != *$'\n'* ]] && return
	echo "status $status: $text"
	return 1
}

outputs() {
	fresh
	with -o "$T/o/new" "$input"
	ok "$tool: -o, nothing on stdout" test "$status" = 0 -a ! -s "$T/out" \
	    -a ! -s "$T/err"
	ok "$tool: -o has the same bytes" alike "$T/base" "$T/o/new"
	ok "$tool: -o leaves no temporary file" tidy
	with --output="$T/o/f" "$input"
	ok "$tool: --output=FILE replaces a file" alike "$T/base" "$T/o/f"
	with -o - "$input"
	ok "$tool: -o - is stdout" good
	fresh
	cp "$input" "$T/o/in"
	with -o "$T/o/in" "$T/o/in"
	ok "$tool: -o over its input" refused 'is an input'
	ok "$tool: the input is as it was" cmp "$input" "$T/o/in"
	ln "$T/o/in" "$T/o/link"
	with -o "$T/o/link" "$T/o/in"
	ok "$tool: -o over its input by another name" refused 'is an input'
	with -o "$T/none/f" "$input"
	ok "$tool: -o into a directory that is not there" refused \
	    "$T/none/f: No such file"
	with -o "$T/o" "$input"
	ok "$tool: -o onto a directory" refused 'Is a directory'
}

full_disk() {
	status=0
	: >"$T/out"
	# shellcheck disable=SC2086
	"$tool" $args "$T/small" >/dev/full 2>"$T/err" || status=$?
	ok "$tool: /dev/full, a small output" told 'No space left on device'
	status=0
	# shellcheck disable=SC2086
	"$tool" $(<"$T/args") "$T/big" >/dev/full 2>"$T/err" || status=$?
	ok "$tool: /dev/full, a large output" told 'No space left on device'
	with -o /dev/full "$input"
	ok "$tool: -o /dev/full" refused 'No space left on device'
	status=0
	# shellcheck disable=SC2086
	"$tool" $args "$input" >&- 2>"$T/err" || status=$?
	ok "$tool: stdout closed" refused 'stdout'
	status=0
	# shellcheck disable=SC2086
	"$tool" $args "$input" >"$T/out" 2>&- || status=$?
	: >"$T/err"
	ok "$tool: stderr closed, all well" good
}

pipes() {
	# shellcheck disable=SC2086
	{ "$tool" $(<"$T/args") "$T/big" 2>"$T/err"; echo $? >"$T/rc"; } |
	    head -1 >"$T/out"
	ok "$tool: a reader that goes away: not a word of it" gone
}

gone() {
	text "$T/err"
	[ "$(<"$T/rc")" = 141 ] && [[ ${text,,} != *pipe* ]] && return
	echo "status $(<"$T/rc"): $text"
	return 1
}

# A run that waits for its input gets the signal. The fifo is held open. Who
# ignores signals for us (nohup, a shell for what it runs behind) is undone.
killed() {
	fresh
	rm -f "$T/fifo"
	mkfifo "$T/fifo"
	# shellcheck disable=SC2086
	env --default-signal=INT,TERM,HUP "$tool" $args -o "$T/o/f" - \
	    <"$T/fifo" >"$T/out" 2>"$T/err" &
	pid=$!
	exec 4>"$T/fifo"
	head -c 60 "$input" >&4
	sleep 0.05
	kill -s "$1" $pid
	{ wait $pid; } 2>/dev/null
	status=$?
	exec 4>&-
	ended "$2" "$tool: SIG$1 ends it with $2"
	ok "$tool: SIG$1 leaves the old output and nothing else" kept
}

places() {
	fresh
	with -o "$T/o/f" "$T/missing"
	ok "$tool: a missing file" refused \
	    "^$tool: $T/missing: No such file or directory"
	with -o "$T/o/f" "$T/o"
	ok "$tool: a directory" refused "^$tool: $T/o: Is a directory"
	with -o "$T/o/f" /proc/self/mem
	ok "$tool: a read error" refused \
	    "^$tool: /proc/self/mem:.*Input/output error"
	if [ "$(id -u)" != 0 ]; then
		cp "$input" "$T/secret"
		chmod 0 "$T/secret"
		with -o "$T/o/f" "$T/secret"
		ok "$tool: no permission" refused \
		    "^$tool: $T/secret: Permission denied"
		rm -f "$T/secret"
	fi
	ok "$tool: a failed run keeps the old output" kept
}

streams() {
	standard_input
	outputs
	full_disk
	pipes
	killed INT 130
	killed TERM 143
	killed HUP 129
	places
}
