#!/bin/sh
# plan-normalize on made-up worlds in the layouts of pipelines/indeling
# (plan-national.pl): the register comes back, row for row; a damage is found
# under its code and costs no more than its record. WORLDS=2000 is what was run
# once for all, in five minutes.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-40}
F=$DATA/plan-normalize

# back NAME LAYOUT STATUS: the register of NAME is that of the model.
back() {
	plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -R basisset -l "$ROOT/pipelines/indeling/$2.csv" \
	    --peildatum 2025-01-01 --findings "$T/findings" \
	    "$T/$1.in.csv" >"$T/got" 2>"$T/err"
	got=$?
	sed 1d "$T/got" | LC_ALL=C sort >"$T/rows"
	LC_ALL=C sort "$T/$1.out.csv" >"$T/want"
	[ $got = "$3" ] && diff "$T/want" "$T/rows" >"$T/diff" && return
	echo "seed $seed, $1: status $got, expected $3"
	head -6 "$T/err" "$T/diff"
	return 1
}

# The layouts that were damaged are counted: a damage that finds no place in
# any seed would show nothing.
found() {
	read -r code status <"$T/hurt-$layout.code" &&
	    back "hurt-$layout" "$layout" "$status" || return 1
	echo "$code" >>"$T/codes"
	grep -q ",$code" "$T/findings" && return
	echo "seed $seed, $layout: no $code"
	return 1
}

world() {
	perl "$ROOT/tests/cli/plan-national.pl" "$seed" "$T" "$F/diwi.in.csv" ||
	    return 1
	for layout in pmw-eenvoudig pmw-uitgebreid pmw-plan eib hardzacht \
	    breed diwi; do
		back "$layout" "$layout" 0 && found || return 1
	done
}

worlds() {
	seed=1
	while [ "$seed" -le "$WORLDS" ]; do
		world || return 1
		seed=$((seed + 1))
	done
}
ok "$WORLDS worlds come back, and their damages are found" worlds
ok "every damage was done" test 16 = "$(sort -u "$T/codes" | wc -l)"
done_testing
