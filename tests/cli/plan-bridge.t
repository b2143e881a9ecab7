#!/bin/sh
# plan-diff on made-up registers of which it is known what happened to each
# plan (plan-bridge.pl): the changes, the bridge, the way back, and any order
# of the rows. WORLDS=3000 is what was run once for all, in a minute.
. "$(dirname "$0")/lib.sh"
WORLDS=${WORLDS:-150}
W=$T/worlds

# What plan-diff is to make of two registers of each seed.
jobs() {
	for seed in $(seq "$WORLDS"); do
		while read -r out options; do
			echo "$seed $out 0 plan-diff -q $options"
		done <<'END'
changes nu/oud.csv nu/nieuw.csv
changes2 nu/oud2.csv nu/nieuw2.csv
bridge --bridge nu/oud2.csv nu/nieuw.csv
none --fail-if-diff nu/oud.csv nu/oud2.csv
back --bridge nu/nieuw.csv nu/oud.csv
END
	done
}
worlds() {
	perl "$ROOT/tests/cli/seeds.pl" "$ROOT/tests/cli/plan-bridge.pl" "$W" \
	    "1-$WORLDS" || return
	jobs | perl "$ROOT/tests/cli/ready.pl" "$W" "$BIN"
}
# Of each seed, the records of FOUND are those of WANT in any order (WANT
# without a header) or as they stand.
records() {
	for seed in $(seq "$WORLDS"); do
		echo "$W/$seed/want.csv $W/$seed/changes"
	done | perl "$ROOT/tests/cli/alike.pl"
}
equal() {
	perl -we 'my ($dir, $n, $a, $b) = @ARGV;
		sub text { local (@ARGV, $/) = $_[0]; return scalar <> }
		text("$dir/$_/$a") eq text("$dir/$_/$b")
			or print "seed $_: $a $b\n" for 1 .. $n' "$W" "$WORLDS" "$@"
}
# The way back: vorig and totaal, and nieuw and vervallen, changed over.
way_back() {
	for seed in $(seq "$WORLDS"); do
		echo "$W/$seed/bridge.csv $W/$seed/back"
	done | perl -wlane '
		sub rows { open my $in, "<", $_[0] or die $!; <$in>;
			return map { chomp; [split /,/] } <$in> }
		my %want = map { ("$$_[0],$$_[1]", join ",", @$_[2 .. 4, 7]) }
			rows($F[0]);
		my @back = rows($F[1]);
		my $bad = @back != keys %want;
		for (@back) {
			my $d = $$_[2] + $$_[3] - $$_[4] + $$_[5] + $$_[6] - $$_[7];
			$bad = 1 if abs $d > 1e-6 || ($want{"$$_[0],$$_[1]"} // "")
				ne join ",", @$_[7, 4, 3, 2];
		}
		print "$F[1]: not the way back" if $bad'
}
silent() {
	said=$("$@" 2>&1)
	printf %s "$said" | head -8
	[ -z "$said" ]
}
ok "$WORLDS pairs of registers are compared" worlds
ok "they differ as is known" silent records
ok "in any order of the rows" silent equal changes changes2
ok "the bridge is as is known" silent equal bridge.csv bridge
ok "another order is no difference" [ "$(cat "$W"/*/none | sort | uniq -c)" = \
    "$(printf '%7d %s' "$WORLDS" "$(head -n 1 "$W/1/changes")")" ]
ok "and the way back is its mirror" silent way_back
ok "and every kind of change was there" test 8 = \
    "$(cut -d, -f4 "$W"/*/changes |
	grep -x 'nieuw\|vervallen\|hernoemd\|gesplitst\|samengevoegd\|status\|verschoven\|aantal' |
	sort -u | wc -l)"
# The comparison can fail.
sed -i '2s/,[a-z]*,/,anders,/' "$W/1/changes"
sed -i '2s/,[^,]*$/1&/' "$W/1/back"
ok "a row that is other would be seen" sh -c 'echo "$1" | grep -q "^> .*,anders,"' \
    - "$(records)"
ok "and a wrong way back" [ -n "$(way_back)" ]
done_testing
