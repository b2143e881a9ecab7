#!/bin/sh
# plan-diff on made-up registers of which it is known what happened to each
# plan (plan-bridge.pl): the changes, the bridge, the way back, and any order
# of the rows. WORLDS=3000 is what was run once for all, in a minute.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-150}
G=gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil

# gives WANT ARGUMENT...
gives() {
	want=$1
	shift
	plan-diff -q "$@" >"$T/got" 2>"$T/err" &&
	    diff "$T/$want" "$T/got" >"$T/diff" && return
	echo "seed $seed, $want:"
	head -8 "$T/err" "$T/diff"
	return 1
}

# The way back: vorig and totaal, and nieuw and vervallen, changed over.
back() {
	plan-diff -q --bridge "$T/nieuw.csv" "$T/oud.csv" >"$T/back" || return
	awk -F, '
	NR == FNR && FNR > 1 { w[$1, $2] = $3 "," $4 "," $5 "," $8; n++; next }
	FNR > 1 {
		if (w[$1, $2] != $8 "," $5 "," $4 "," $3) bad = 1
		d = $3 + $4 - $5 + $6 + $7 - $8
		if (d > 1e-6 || d < -1e-6) bad = 1
		m++
	}
	END { exit bad || n != m }' "$T/bridge.csv" "$T/back" && return
	echo "seed $seed: not the way back"
	return 1
}

world() {
	perl "$ROOT/tests/cli/plan-bridge.pl" "$seed" "$T" || return 1
	plan-diff -q "$T/oud.csv" "$T/nieuw.csv" >"$T/changes" 2>"$T/err"
	{ echo $G; LC_ALL=C sort "$T/want.csv"; } >"$T/want"
	{ sed 1q "$T/changes"; sed 1d "$T/changes" | LC_ALL=C sort; } >"$T/got"
	if ! diff "$T/want" "$T/got" >"$T/diff"; then
		echo "seed $seed, changes:"
		head -8 "$T/err" "$T/diff"
		return 1
	fi
	echo $G >"$T/none"
	gives changes "$T/oud2.csv" "$T/nieuw2.csv" &&
	    gives bridge.csv --bridge "$T/oud2.csv" "$T/nieuw.csv" &&
	    gives none --fail-if-diff "$T/oud.csv" "$T/oud2.csv" && back
}

worlds() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		world || return 1
		cut -d, -f4 "$T/changes" >>"$T/kinds"
		seed=$((seed + 1))
	done
}
ok "$WORLDS pairs of registers differ as is known" worlds
ok "and every kind of change was there" test 8 = \
    "$(grep -x 'nieuw\|vervallen\|hernoemd\|gesplitst\|samengevoegd\|status\|verschoven\|aantal' \
	"$T/kinds" | sort -u | wc -l)"
done_testing
