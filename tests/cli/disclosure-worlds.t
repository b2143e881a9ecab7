#!/bin/sh
# disclosure-check on made-up provinces, in two or three releases each: what it makes
# passes its own judgement, and an attack by linear programming over all that
# is shown finds nothing (disclosure-worlds.pl). Of all that could be hidden a
# part is. make soak takes PROVINCES=2000.
. "$(dirname "$0")/lib.sh"
PROVINCES=${PROVINCES:-80}

attacked() {
	perl "$ROOT/tests/cli/disclosure-worlds.pl" "$1" "$2" "$T" \
	    >"$T/told" 2>&1 || { cat "$T/told"; return 1; }
	grep -c '^# done' "$T/told" | grep -qx $(($2 - $1 + 1)) ||
	    { tail -3 "$T/told"; return 1; }
	! grep -vE '^# (do|lo|refused)' "$T/told"
}
# Where releases before tell too much, the next is refused: nothing is told, but
# nothing is published either. That has to be rare.
rare() {
	n=$(grep -c '^# refused' "$T/told")
	echo "$n of $PROVINCES refused"
	[ "$(grep -c '^# done' "$T/told")" = "$PROVINCES" ] &&
	    [ "$n" -le $((1 + PROVINCES / 1000)) ]
}
# In 508 a reader of both releases needs more than one sum.
ok "one where only all sums together tell" attacked 508 508
ok "$PROVINCES provinces keep their secrets" attacked 1 "$PROVINCES"
ok "hardly any release is refused for those before it" rare

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
BARE=1 perl "$ROOT/tests/cli/disclosure-worlds.pl" 1 4 "$T" >"$T/told" 2>&1
ok "the attack finds what is not protected" sh -c \
    "grep -c ' from ' '$T/told' | grep -q .."
done_testing
