#!/bin/sh
# indicator-join on made-up worlds: values, sums, means, ranks, trends and
# colours are those of a model that works them out in another way
# (join-worlds.pl). WORLDS=1000 for more seeds.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-24}
W=$T/world
mkdir "$W"

# gives NAME ARGUMENT...: as NAME.csv of the world.
gives() {
	want=$1
	shift
	indicator-join -q -i "$W/i.csv" -g "$W/g.csv" "$@" >"$W/got" \
	    2>"$W/err" && diff "$W/$want.csv" "$W/got" >"$W/diff" && return
	echo "seed $seed, $want:"
	head -5 "$W/err" "$W/diff"
	return 1
}

sorted() {
	for w in w1 w2; do
		{ sed 1q "$W/$w.csv"; sed 1d "$W/$w.csv" | LC_ALL=C sort -t, -k2,2
		} >"$W/s$w.csv"
	done
}

world() {
	perl "$ROOT/tests/cli/join-worlds.pl" "$seed" "$W" && sorted &&
	    gives want "$W/w1.csv" "$W/w2.csv" &&
	    gives want --sorted "$W/sw2.csv" "$W/sw1.csv" &&
	    gives latest --latest "$W/w2.csv" "$W/w1.csv" &&
	    gives wide --layout wide "$W/w1.csv" "$W/w2.csv"
}

worlds() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		world || return 1
		seed=$((seed + 1))
	done
}
ok "$WORLDS worlds are as the model has them" worlds
done_testing
