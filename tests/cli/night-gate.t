#!/bin/bash
# What may go wrong around the tools while a night runs: it ends, says so, and
# current is what it was.
. "$(dirname "$0")/lib.sh"
own_tools
nightly=$ROOT/pipelines/nightly
cd "$T" || exit 1
cp -R "$DATA/provincie/provincie" prov
cp -R "$DATA/provincie/gegevens" gegevens
small_night
cp -R "$S/uit" uit
ok "published" test "$(cat "$S/status")" = 0 -a ! -s "$S/out" -a ! -s "$S/err"
cp -R uit/current/ eerst
# went: how that night went, for who looks later.
went() { csvpick -HT -c stap,uitkomst,melding uit/.verloop.csv; }
ok "and kept with its steps" [ "$(went | sed -n '1p; $p' | tr '\t\n' '| ')" = \
    'nacht|gepubliceerd| prune|| ' ]

unharmed() {
	[ "$status" = 2 ] || { echo "status $status"; return 1; }
	diff -r eerst uit/current/ && [ -z "$(find uit -name '.[nw]*')" ]
}
# as TOOL <<SCRIPT: comes before the tool itself, which is "$self".
as() {
	rm -rf fake
	mkdir fake
	{
		printf '#!/bin/bash\nself=%s\n' "$(type -P "$1")"
		cat
	} >"fake/$1"
	chmod +x "fake/$1"
}

first=$(csvpick -HT -c bestand prov/leveringen.csv | head -1)
as plan-normalize <<END
echo >>"$T/gegevens/$first"
exec "\$self" "\$@"
END
PATH=$T/fake:$PATH run "$nightly" -p prov -d gegevens -o uit
ok "a delivery that changes while the night runs" unharmed
ok "it is named" grep -q "release-seal: gegevens/$first: was other bytes when \
the night began than when it was read: begin again" err
cp "$DATA/provincie/gegevens/$first" "gegevens/$first"
ok "and kept, with the step and the reason" grep -q "^nacht	mislukt	publish: \
release-seal: gegevens/$first: was other bytes" <(went)

as woondeal-diff <<'END'
"$self" "$@" || exit
sed -i '2s/,[^,]*$/,misschien niet/' release/rooster.csv
END
PATH=$T/fake:$PATH run "$nightly" -p prov -d gegevens -o uit
ok "a file between that changes after it was read" unharmed

# Status 1 is a promise of some; of others it is a failure like any.
for program in gnuplot jq csvpick csvdiff release-seal; do
	as $program <<'END'
case $* in *--version*) exec "$self" "$@" ;; esac
exit 1
END
	PATH=$T/fake:$PATH run "$nightly" -p prov -d gegevens -o uit
	ok "$program ends with 1: not published" unharmed
	ok "$program: and it is said" grep -Eq '^nightly: .*nothing (is published|came of it)' err
	ok "$program: and kept" grep -q '^nacht	mislukt	.' <(went)
done
done_testing
