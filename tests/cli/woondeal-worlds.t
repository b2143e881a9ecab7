#!/bin/sh
# woondeal-diff on made-up worlds: break-even by trying every share there is,
# scenarios beside a model of their own.
. "$(dirname "$0")/lib.sh"
F=$DATA/woondeal-diff
cd "$T" || exit 1
mkdir world
cat >even.awk <<'END'
# want: regio opgave groei hard zacht onbekend rest. The least share, in tenths
# of a percent, of zacht that with all of hard is the rest; in tenths of
# dwellings, so that it is whole numbers.
{
	share = ""
	for (i = 3; i <= 7; i++)
		$i = int($i * 10 + ($i < 0 ? -0.5 : 0.5))
	enough = ($4 >= $7)
	if (!enough && $5 > 0)
		for (share = 0; $4 * 1000 + $5 * share < $7 * 1000; share++)
			if (share > 9999999) exit 1
	zacht = $5 > 0 ? $5 : 0
	answer = "nee"
	if ($4 + zacht + $6 >= $7)
		answer = "met onbekend"
	if (enough || $4 + zacht >= $7)
		answer = "ja"
	if (share != "")
		share = sprintf("%d.%d", share / 10, share % 10)
	print $1, share, answer
}
END
world() { # SEED
	awk -v seed="$1" -v map=world -f "$F/wereld.awk"
	full_register <world/p.csv >world/r.csv
	date=$(cat world/d)
}
even() { # SEED...
	for seed in "$@"; do
		world "$seed"
		woondeal-diff -q -g world/g.csv -t world/t.csv -P world/r.csv \
		    --peildatum "$date" --break-even -o e.csv world/w.csv ||
		    return 1
		awk -F, 'NR > 1 { print $2, $8, $9 }' e.csv | sort >got
		awk -f even.awk world/want | sort | diff - got || {
			echo "seed $seed"
			return 1
		}
		cat got >>all
	done
}
# shellcheck disable=SC2046 # numbers
ok "break-even of 60 worlds" even $(seq 60)
ok "among which each answer there is" sh -c 'for w in ja "met onbekend" nee; do
	grep -q " $w\$" all || exit 1; done; grep -q " [1-9][0-9.]* ja" all'

scenarios() { # SEED...
	for seed in "$@"; do
		world "$seed"
		awk -v seed="$seed" -v map=world -v dy="${date%%-*}" \
		    -f "$F/watals.awk" world/p.csv
		full_register <world/p2.csv >world/r2.csv
		woondeal-diff -q -g world/g.csv -t world/t.csv \
		    -P world/r2.csv --peildatum "$date" \
		    --scenario world/sc.csv -y 2022..2026 -o s.csv \
		    world/w.csv || return 1
		awk -F, '$2 == "s" && $6 == 2022 && $7 == 2026 {
			printf "%s %.6f %.6f %.6f\n", $4, $18, $19, $20 }' \
		    s.csv | sort >got
		sort world/want2 | sed 's/-0\.000000/0.000000/g' |
		    diff - got || {
			echo "seed $seed"
			return 1
		}
	done
}
# shellcheck disable=SC2046 # numbers
ok "scenarios of 60 worlds" scenarios $(seq 60)
done_testing
