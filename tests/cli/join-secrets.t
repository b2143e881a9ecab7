#!/bin/sh
# indicator-join --min-count on made-up provinces of small counts: nothing
# withheld follows from what is shown (join-secrets.pl proves it, by another
# province that shows the same). WORLDS=20000 is what was run once for all, in
# six minutes.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-60}

# worlds SEEDS [OUTPUT]: all made, or judged, by one program.
worlds() {
	perl "$ROOT/tests/cli/seeds.pl" "$ROOT/tests/cli/join-secrets.pl" \
	    "$T/worlds" "$@"
}
# joined SEED [OPTION...]
joined() {
	D=$T/worlds/$1
	shift
	indicator-join -q "$@" -i "$D/i.csv" -g "$D/g.csv" "$D/w.csv" >"$D/got" ||
	    { echo "$D: $*"; return 1; }
}
# provinces SEEDS SEED...: silent when all is proven.
provinces() {
	worlds "$1" || return
	seeds=$1
	shift
	for seed; do joined "$seed" --min-count 5 || return; done
	worlds "$seeds" got >"$T/told" || return
	head -3 "$T/told"
	! [ -s "$T/told" ]
}
# shellcheck disable=SC2046 # numbers
ok "$WORLDS provinces keep their secrets" provinces "1-$WORLDS" $(seq "$WORLDS")
# Where only three totals that overlap tell together that counts are 1.
ok "what many totals say together is kept too" provinces 5434,6948 5434 6948
# The proof can fail.
joined 2
worlds 2 got >"$T/told"
ok "the proof fails without --min-count" grep -q shows "$T/told"
done_testing
