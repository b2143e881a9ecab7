#!/bin/sh
# indicator-join on made-up worlds: values, sums, means, ranks, trends and
# colours are those of a model that works them out in another way
# (join-worlds.pl), in each layout, also of what was observed in another
# division; so are ratios (join-ratios.pl). WORLDS=1000 for more seeds.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-10}
W=$T/worlds

# gives NAME ARGUMENT...: as NAME.csv of the world; they are compared at the end.
gives() {
	want=$1
	shift
	n=$((n + 1))
	# shellcheck disable=SC2086
	indicator-join -q -i "$D/i.csv" -g "$D/g.csv" $options "$@" \
	    >"$D/got-$n" 2>"$D/err" || { echo "seed $seed: $*"; head -3 "$D/err"; return 1; }
	echo "$D/$want.csv $D/got-$n" >>"$T/pairs"
}

world() {
	D=$W/$seed n=0
	read -r options <"$D/options"
	gives want "$D/w1.csv" "$D/w2.csv" &&
	    gives latest --latest "$D/w2.csv" "$D/w1.csv" &&
	    gives wide --shape wide "$D/w1.csv" "$D/w2.csv" &&
	    gives want --shape arcgis "$D/w2.csv" "$D/w1.csv" &&
	    gives swing --shape swing "$D/w1.csv" "$D/w2.csv" &&
	    gives long --shape swing-long "$D/w1.csv" "$D/w2.csv" || return
	case $options in
	*--herindelingen*) changed=$((changed + 1)) ;;
	*) gives want --sorted "$D/s2.csv" "$D/s1.csv" ;;
	esac
}

worlds() {
	perl "$ROOT/tests/cli/seeds.pl" "$ROOT/tests/cli/join-worlds.pl" "$W" \
	    "1-$WORLDS" || return
	for seed in $(seq "$WORLDS"); do
		world || return 1
	done
}
changed=0
ok "$WORLDS worlds are joined" worlds
as_known() {
	perl "$ROOT/tests/cli/alike.pl" -x <"$T/pairs" >"$T/unlike" || return
	head -20 "$T/unlike"
	[ "$(wc -l <"$T/pairs")" -ge $((6 * WORLDS)) ] && ! [ -s "$T/unlike" ]
}
ok "they are as the model has them" as_known
ok "some of them in another division ($changed)" test $((changed * 4)) -gt \
    "$WORLDS"

# Ratios, which have a model of their own.
divided() {
	indicator-join -q -i "$D/i.csv" -g "$D/g.csv" \
	    --eenheden "$ROOT/pipelines/maten/eenheden.csv" -o "$D/out" "$@" \
	    2>"$D/err" || [ $? = 1 ] || { head -3 "$D/err"; return 1; }
	csvpick -H -c sleutel,waarde,status,reden,bron_tabel "$D/out" \
	    >"$D/got-${1##*/}"
	echo "$D/want.csv $D/got-${1##*/}" >>"$T/pairs"
}
ratios() {
	perl "$ROOT/tests/cli/seeds.pl" "$ROOT/tests/cli/join-ratios.pl" \
	    "$T/ratios" "1-$((WORLDS / 2))" || return
	for seed in $(seq $((WORLDS / 2))); do
		D=$T/ratios/$seed
		divided "$D/w.csv" && divided "$D/s.csv" --sorted || return 1
	done
}
: >"$T/pairs"
ok "ratios of $((WORLDS / 2)) worlds are joined" ratios
divided_so() {
	perl "$ROOT/tests/cli/alike.pl" -x <"$T/pairs" >"$T/unlike" || return
	head -20 "$T/unlike"
	[ "$(wc -l <"$T/pairs")" = $((WORLDS / 2 * 2)) ] &&
	    ! [ -s "$T/unlike" ]
}
ok "they are as their model has them" divided_so
done_testing
