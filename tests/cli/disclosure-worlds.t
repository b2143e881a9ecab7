#!/bin/sh
# disclosure-check on made-up provinces, in two or three releases each: what it makes
# passes its own judgement, and an attack by linear programming over all that
# is shown finds nothing (disclosure-worlds.pl). Of all that could be hidden a
# part is. make soak takes PROVINCES=2000.
. "$(dirname "$0")/lib.sh"
PROVINCES=${PROVINCES:-25}

attacked() {
	perl "$ROOT/tests/cli/disclosure-worlds.pl" "$1" "$2" "$T" \
	    >"$T/told" 2>&1 || { cat "$T/told"; return 1; }
	grep -c '^# done' "$T/told" | grep -qx $(($2 - $1 + 1)) ||
	    { tail -3 "$T/told"; return 1; }
	! grep -vE '^# (do|lo|refused|judged)' "$T/told"
}
# However much the releases before tell, the next can be published.
published() {
	! grep '^# refused' "$T/told" &&
	    [ "$(grep -c '^# done' "$T/told")" = "$PROVINCES" ]
}
# In 508 a reader of both releases needs more than one sum.
ok "one where only all sums together tell" attacked 508 508
ok "$PROVINCES provinces keep their secrets" attacked 1 "$PROVINCES"
ok "none is refused for the releases before it" published

# What is lost, of all dwellings in public plans and of all cells of the stand.
part() {
	awk '/^# loss/ { plans += $3; all += $5; cells += $7; of += $9 }
	END {
		printf "%d of %d dwellings in public plans and %d of %d cells\n",
		    plans, all, cells, of
		exit !(all && 4 * plans < all && 3 * cells < of) }' "$T/told"
}
ok "less than a quarter of the plans and a third of the cells are hidden" part
sed 's/^/# hidden: /' "$T/ok"
ok "and some are rounded" sh -c \
    "awk '/^# loss/ { n += \$11 } END { exit !n }' '$T/told'"
# Of what the two before tell a third has to tell nothing more (297, 3149); and
# what one sum leaves of another is taken off a third (2102).
ok "releases before that told much" attacked 297 297
ok "more of them" attacked 3149 3149
ok "a crowd of which one is known from other sums" attacked 2102 2102
# Of public plans that the releases before do not show some hide what these told.
ok "plans that are new are merged, sooner than totals withheld" attacked 192 192
ok "and three totals withheld" grep -q '^# loss .* 3 of 54 cells' "$T/told"
# Plans are merged and shown municipality by municipality; where others are in
# the sums that tell, no more of them is hidden than when all are tried together.
ok "what was merged in vain is taken back" attacked 14 14
ok "so that no more than that is hidden" grep -q '^# loss 71 of 562 dwellings, 43 ' \
    "$T/told"
ok "and what cannot be shown makes way for others" attacked 47 47
ok "of which as many are shown" grep -q '^# loss 158 of 5892 dwellings, 25 ' "$T/told"
# What is withheld by chance, with zeros, two-way totals and what another table
# shows: what is judged safe is, and hardly more is told than can be.
judged() {
	TABLES=1 attacked 1 "$PROVINCES" || return
	awk -v worlds="$PROVINCES" '/^# judged/ { n += $3; told += $5; strict += $8 }
	END {
		printf "%d judged, %d of them told, %d too strictly\n",
		    n, told, strict
		exit !(n > 2 * worlds && told > worlds && 100 * strict <= n) }' "$T/told"
}
ok "$PROVINCES provinces whose cells are withheld by chance are judged right" judged
sed 's/^/# tables: /' "$T/ok"
BARE=1 perl "$ROOT/tests/cli/disclosure-worlds.pl" 1 4 "$T" >"$T/told" 2>&1
ok "the attack finds what is not protected" sh -c \
    "grep -c ' from ' '$T/told' | grep -q .."
done_testing
