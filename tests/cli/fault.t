#!/bin/bash
# Each allocation, read, write, fsync, rename and close that fails, once or
# from then on, in a small run of each tool: the same output or exit 2 with a
# message, never a crash, never a file left over. Sampled where there are many.
. "$(dirname "$0")/lib.sh"
. "$ROOT/tests/cli/behaviour/common.sh"
SO=${FAULT_SO:-$BIN/../fault.so}
MOST=${FAULT_MOST:-60}
LAST=16

preloads "$SO"

# serve: the tool with its arguments stands ready, with --findings when $two is
# set; it is run by faulty.
serve() {
	# shellcheck disable=SC2086
	coproc ready {
		exec env FAULT_SERVE="$T" FAULT_REPORT="$T/calls" \
		    LD_PRELOAD="$SO" "$tool" $args -o "$T/o/f" \
		    ${two:+--findings "$T/o/g"} "$input"
	}
	exec {ask}>&"${ready[1]}" {told}<&"${ready[0]}"
	pid=$!
}
served() {
	exec {ask}>&- {told}<&-
	eval "exec ${ready[1]}>&-"
	wait "$pid"
}

# A run over old files, with this fault. Nothing here starts a program: there
# are thousands.
faulty() {
	echo old >"$T/o/f"
	echo old >"$T/o/g"
	echo "$1" >&"$ask"
	read -r status <&"$told" || status=99
}

old() {
	text "$1"
	[ "$text" = 'old
' ]
}

same() {
	text "$1"
	[ "$text" = "$base" ] || { echo "another output"; return 1; }
}

# What may come of it.
sound() {
	left=("$T"/o/*)
	[ ${#left[@]} = 2 ] || { echo "left over: ${left[*]}"; return 1; }
	[ ! -s "$T/out" ] || { echo "data on stdout"; return 1; }
	case $status in
	0)
		same "$T/o/f" || return 1
		[ -z "$two" ] || ! old "$T/o/g"
		;;
	2)
		[ -s "$T/err" ] || { echo "no message"; return 1; }
		old "$T/o/f" || { echo "new output"; return 1; }
		old "$T/o/g" || { echo "new findings"; return 1; }
		;;
	*) echo "status $status" && false ;;
	esac
}

# As in curl's torture tests: each call fails in turn: all, or a sample with
# the last ones, where what was written is made safe and published. Counts the
# runs that were told (exit 2), for a fault that nobody notices proves nothing.
torture() {
	local n step=$((($2 + MOST - 1) / MOST))
	kind=$1 calls=$2 refused=0 bad=
	for ((n = 1; n <= calls; n++)); do
		(((n - 1) % step == 0 || n > calls - LAST)) || continue
		for more in '' +; do
			faulty "$kind:$n$more"
			sound >"$T/why" 2>&1 ||
			    bad="$bad $kind:$n$more ($(head -1 "$T/why"))"
			[ $status != 2 ] || refused=$((refused + 1))
		done
	done
}

# For each kind of call, as FAULT_REPORT counted them, but for those left out.
each_kind() {
	faulty none
	ok "$tool$two: the library in between changes nothing" sound
	while read -r kind calls <&4; do
		case " 0 $1 " in *" $calls "* | *" $kind "*) continue ;; esac
		torture "$kind" "$calls"
		ok "$tool$two: $kind fails at each of $calls calls" test -z "$bad"
		[ -z "$bad" ] || echo "#$bad"
		case $kind in
		alloc | read | write | rename)
			ok "$tool$two: and is told" test $refused -gt 0
			;;
		esac
	done 4<"$T/calls"
}

one_tool() {
	fresh
	two=
	with "$input"
	text "$T/out"
	base=$text
	serve
	each_kind ''
	faulty short
	ok "$tool: reads and writes of one byte, interrupted" sound
	ok "$tool: and all is well" test $status = 0
	served
	"$tool" --help all | grep -q -e '--findings FILE' || return
	# Both or neither; but a rename that fails after another cannot be
	# undone.
	two=' --findings'
	serve
	each_kind 'alloc read rename'
	served
}

each_tool one_tool
# What holds back, and what writes as it goes.
tool=csvpick input=waarnemingen.csv
for view in --table --json; do
	two=
	args="$view -q"
	fresh
	with "$input"
	text "$T/out"
	base=$text
	tool="csvpick" serve
	each_kind ""
	served
done
done_testing
