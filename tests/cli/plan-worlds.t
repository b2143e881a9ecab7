#!/bin/sh
# plan-normalize on made-up worlds: deliveries made from known plans give the
# plans back, exactly; a damage is found under its code and costs its record
# only. WORLDS=1500 is what was run once for all, in half a minute.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-60}
G=$DATA/plan-normalize/gemeenten.csv
S=$DATA/plan-normalize/planstatus.csv
I=$ROOT/pipelines/indeling
cp "$I/woorden.csv" "$T"

normalize() {
	plan-normalize -q -g "$G" -S "$S" -l "$2" --findings "$T/$1.findings" \
	    --rejects "$T/$1.rejects" "$T/$1.in.csv" >"$T/$1.got" 2>"$T/$1.err"
}

# world NAME LAYOUT: the register comes back and nothing is wrong.
world() {
	normalize "$1" "$2" && diff "$T/$1.out.csv" "$T/$1.got" >"$T/diff" &&
	    return
	echo "seed $seed, $1:"
	head -5 "$T/$1.err" "$T/diff"
	return 1
}

damaged() {
	code=$(cat "$T/damage.code")
	normalize damage "$T/damage.layout.csv"
	got=$?
	want=1
	case $code in E040 | E003 | E045) want=0 ;; esac
	[ $got = $want ] && diff "$T/damage.out.csv" "$T/damage.got" \
	    >"$T/diff" && grep -q ",$code," "$T/damage.findings" && return
	echo "seed $seed, $code, status $got:"
	head -5 "$T/damage.err" "$T/diff"
	return 1
}

worlds() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		awk -v seed="$seed" -v dir="$T" -f "$ROOT/tests/cli/plan-worlds.awk"
		"$@" || return 1
		seed=$((seed + 1))
	done
}

all() {
	world wide "$T/wide.layout.csv" &&
	    world draai "$I/pmw-draaitabel.csv" &&
	    world jaren "$T/jaren.layout.csv" &&
	    damaged
}
ok "$WORLDS worlds come back, and their damages are found" worlds all
done_testing
