#!/bin/bash
# What recipes ask of a process that stays (publish.d/Hear.pm): however that ends,
# and whatever it cannot do, is in the message, in one line.
. "$(dirname "$0")/lib.sh"
MOST=${HEAR_MOST:-4}
cd "$T" || exit 1
mkdir cbs arcgis map release release/arcgis release/swing lib
serves "$ROOT/tests/cli/cbs-fetch/server" cbs "$DATA"
cbs=http://127.0.0.1:$port
echo good >cbs/scenario
serves "$ROOT/tests/cli/publish/arcgis" arcgis
base=http://127.0.0.1:$port

echo '[{"ObjectId":1,"sleutel":"a"},{"ObjectId":2,"sleutel":"b"}]' >rows.json

# At the BREAK-th answer and after it the disk is full; with KILLED it is killed.
cat >lib/Break.pm <<'END'
package Break;
my $said = 0;
INIT {
	local $^W = 0;
	my $spit = \&Hear::spit;
	*Hear::spit = sub {
		my ($file, @lines) = @_;
		open my $out, '>>', "$ENV{T}/answers";
		print $out "$file\n";
		goto &$spit if ++$said < $ENV{BREAK};
		kill 9, $$ if $ENV{KILLED};
		$spit->('/dev/full', @lines);
	}
}
1;
END
export T PERL5LIB=$T/lib
broken() {
	rm -rf data answers uitgave gepubliceerd.csv map/*
	cp -R release uitgave
	: >arcgis/log
	cp rows.json arcgis/rows.json
	PERL5OPT=-MBreak BREAK=$1 run "${@:2}"
}
# sweep NAME COMMAND...: each answer, or some; in turns a full disk and a killing.
sweep() {
	what=$1
	shift
	broken 99999 "$@"
	ok "$what: well" test "$status" = 0 -a ! -s err
	all=$(wc -l <answers) bad=
	for n in $(seq 1 $(((all + MOST - 1) / MOST)) "$all"); do
		broken "$n" "$@"
		why='/dev/full: No space left on device'
		[ "$status" = 2 ] && [ "$(wc -l <err)" = 1 ] &&
		    grep -qF "$why" err || bad="$bad $n: $(cat err)"
		KILLED=1 broken "$n" "$@"
		why='ended before it answered, with status 137 (KILL)'
		[ "$status" = 2 ] && [ "$(wc -l <err)" = 1 ] &&
		    grep -q "^${1##*/}: .*$why\$\|^${1##*/}: .*$why; it fails" err ||
		    bad="$bad killed at $n: $(cat err)"
	done
	ok "$what: each of $all answers: it is told why" test -z "$bad" -a "$all" -gt 1
	[ -z "$bad" ] || echo "# $bad"
}
sweep cbs-fetch "$ROOT/pipelines/cbs-fetch" -u "$cbs" -o data --tries 1 -3 \
    99001NED

printf 'sleutel,waarde\na,1.5\nc,\n' >release/arcgis/feed.csv
echo 'String(128),Real' >release/arcgis/feed.csvt
printf 'PERIODE,GEBIEDSNIVEAU,GEBIED,bomen\n2024,gemeente,34,1\n' \
    >release/swing/indicatoren.csv
printf 'niveau,regio\ngemeente,GM0034\n' >release/indicatoren.csv
echo '{"resources": [{"path": "swing/indicatoren.csv", "dialect": {"delimiter":
    ","}}]}' >release/datapackage.json
manifest release r
echo "bestand,laag
arcgis/feed.csv,$base/rest/services/welvaart/FeatureServer/0" >lagen.csv
printf 'instelling,waarde\nmap,%s\n' "$T/map" >swing.csv
export ARCGIS_CLIENT_ID=app ARCGIS_CLIENT_SECRET='gehe&im'
arcgis=("$ROOT/pipelines/publish-arcgis" --portal "$base" --wait 0 -t lagen.csv)
for how in '' --edits; do
	sweep "publish-arcgis $how" "${arcgis[@]}" $how uitgave
done
written=$(tail -n 1 gepubliceerd.csv)
ok "and it is written down" test "${written#*,}" = "arcgis,,uitgave,mislukt,\
\"$(sed 's/^publish-arcgis: //' err)\""
sweep publish-swing "$ROOT/pipelines/publish-swing" -t swing.csv uitgave

# A program that is not as it was installed.
mkdir tree
cp -R "$ROOT"/pipelines/{publish-swing,publish.d,einde.sh} tree
swing() { run tree/publish-swing -t swing.csv uitgave; }
# ends NAME WHY: swing's program is now the standard input.
ends() {
	rm -f tree/publish.d/swing
	cat >tree/publish.d/swing
	chmod "${3-755}" tree/publish.d/swing
	swing
	fails 2 "$1" "publish-swing: swing ended before it answered, with status $2"
}
ends "a program that ends" 3 <<'END'
#!/bin/sh
exit 3
END
ends "one that says why" "7: no more; really" <<'END'
#!/bin/sh
echo 'no more;' >&2
echo really >&2
exit 7
END
ends "one that answers half" "143 (TERM): half" <<'END'
#!/bin/sh
echo half >&2
kill $$
END
ends "one that may not run" "126: $T/tree/publish.d/hear.sh: line \
$(grep -n coproc tree/publish.d/hear.sh | cut -d: -f1): $T/tree/publish.d/swing: \
Permission denied" 644 </dev/null
sed 's/^use Csv/use Ander::Csv/' "$ROOT/pipelines/publish.d/swing" \
    >tree/publish.d/swing
chmod 755 tree/publish.d/swing
swing
hear
ok "a module that is not there" test "$status" = 2 -a -z "$more" -a \
    "${said%%Ander/Csv.pm in @INC*}" = "publish-swing: swing ended before it \
answered, with status 2: Can't locate "
sed 's/^sub packed {/&\nwarn "odd\\n";/' "$ROOT/pipelines/publish.d/swing" \
    >tree/publish.d/swing
swing
is 0 "a warning is passed on, and answers stay in step" \
    'publish-swing: swing: odd' </dev/null
ok "and it is delivered" cmp map/indicatoren.csv uitgave/swing/indicatoren.csv
done_testing
