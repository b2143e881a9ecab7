#!/bin/sh
# plan-normalize on made-up worlds in the layouts of pipelines/indeling
# (plan-national.pl): the register comes back, row for row; a damage is found
# under its code and costs no more than its record. WORLDS=2000 is what was run
# once for all, in five minutes.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-40}
F=$DATA/plan-normalize
W=$T/worlds

# read_back NAME LAYOUT STATUS: the register of a delivery is to be that of the model.
read_back() {
	echo "$seed $1.got $3 plan-normalize -q -g $F/gemeenten.csv \
-S $F/planstatus.csv -R basisset -l $ROOT/pipelines/indeling/$2.csv \
--peildatum 2025-01-01 --findings nu/$1.findings nu/$1.in.csv"
	echo "$W/$seed/$1.out.csv $W/$seed/$1.got" >>"$T/pairs"
}

# The layouts that were damaged are counted: a damage that finds no place in
# any seed would show nothing.
damaged() {
	read -r code status <"$W/$seed/hurt-$layout.code" || return
	read_back "hurt-$layout" "$layout" "$status"
	echo "$code $W/$seed/hurt-$layout.findings" >>"$T/codes"
}

worlds() {
	perl "$ROOT/tests/cli/seeds.pl" "$ROOT/tests/cli/plan-national.pl" "$W" \
	    "1-$WORLDS" "$F/diwi.in.csv" || return
	for seed in $(seq "$WORLDS"); do
		for layout in pmw-eenvoudig pmw-uitgebreid pmw-plan eib \
		    hardzacht breed diwi; do
			read_back "$layout" "$layout" 0
			damaged || return
		done
	done >"$T/jobs" || return
	perl "$ROOT/tests/cli/ready.pl" "$W" "$BIN" <"$T/jobs"
}
same_rows() {
	perl "$ROOT/tests/cli/alike.pl" <"$T/pairs" >"$T/unlike" || return
	head "$T/unlike"
	[ "$(wc -l <"$T/pairs")" = $((14 * WORLDS)) ] && ! [ -s "$T/unlike" ]
}
told() {
	perl -lane 'open my $in, "<", $F[1] or die $!;
		if (grep { /,$F[0]/ } <$in>) { $told{$F[0]} = 1 }
		else { print "@F" }
		END { print STDERR for sort keys %told }' "$T/codes" \
	    >"$T/untold" 2>"$T/told" || return
	head "$T/untold"
	[ "$(wc -l <"$T/codes")" = $((7 * WORLDS)) ] && ! [ -s "$T/untold" ]
}
ok "$WORLDS worlds are read" worlds
ok "they come back" same_rows
ok "each damage is told under its code" told
ok "every damage was done" test 18 = "$(wc -l <"$T/told")"
done_testing
