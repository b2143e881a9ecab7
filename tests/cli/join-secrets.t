#!/bin/sh
# indicator-join --min-count on made-up provinces of small counts: nothing
# withheld follows from what is shown (join-secrets.pl proves it, by another
# province that shows the same). WORLDS=20000 is what was run once for all, in
# six minutes.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-60}

# province: one seed; silent when all is proven.
province() {
	perl "$ROOT/tests/cli/join-secrets.pl" "$seed" "$T" &&
	    indicator-join -q --min-count 5 -i "$T/i.csv" -g "$T/g.csv" \
		"$T/w.csv" >"$T/got" &&
	    perl "$ROOT/tests/cli/join-secrets.pl" "$seed" "$T" "$T/got" \
		>"$T/told" && ! [ -s "$T/told" ]
}

provinces() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		province || { echo "seed $seed"; head -3 "$T/told"; return 1; }
		seed=$((seed + 1))
	done
}
ok "$WORLDS provinces keep their secrets" provinces
# Where only three totals that overlap tell together that counts are 1.
several() {
	for seed; do
		province || { echo "seed $seed"; head -3 "$T/told"; return 1; }
	done
}
ok "what many totals say together is kept too" several 5434 6948
# The proof can fail.
seed=2
perl "$ROOT/tests/cli/join-secrets.pl" "$seed" "$T"
indicator-join -q -i "$T/i.csv" -g "$T/g.csv" "$T/w.csv" >"$T/got"
ok "the proof fails without --min-count" sh -c "perl \
    '$ROOT/tests/cli/join-secrets.pl' $seed '$T' '$T/got' | grep -q shows"
done_testing
