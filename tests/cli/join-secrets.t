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
# With a margin a withheld count has that many other values, and who judges a
# release agrees.
printf 'toepassing,grens,waarde\ntellingen,marge,3\n' >"$T/g.csv"
printf 'pad,sommen\nuit.csv,tellingen\n' >"$T/list.csv"
head -1 "$DATA/disclosure-check/plannen.csv" >"$T/none.csv"
margins() {
	for seed in $(seq "$1"); do
		joined "$seed" --min-count 5 -G "$T/g.csv" || return
		mkdir -p "$T/release"
		cp "$D/got" "$T/release/uit.csv"
		disclosure-check -q --fail-on warning -g "$D/g.csv" \
		    -t "$T/list.csv" -G "$T/g.csv" -r "$T/release" -o "$T/j" \
		    "$T/none.csv" || return
		told=$(grep -c ,veilig, "$T/j")
		n=$((${n:-0} + told))
	done
	[ "${n:-0}" -gt 0 ] || return
	MARGIN=3
	export MARGIN
	worlds "1-$1" got >"$T/told" || return
	unset MARGIN
	head -3 "$T/told"
	! [ -s "$T/told" ]
}
ok "a margin of three is kept in $((WORLDS / 3)), and judged so" \
    margins "$((WORLDS / 3))"
# The proof can fail.
joined 2
worlds 2 got >"$T/told"
ok "the proof fails without --min-count" grep -q shows "$T/told"
done_testing
