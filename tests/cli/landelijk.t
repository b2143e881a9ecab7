#!/bin/sh
# pipelines/landelijk: in jobs, with two workers of which one is killed halfway,
# the same bytes as the night of one machine.
. "$(dirname "$0")/lib.sh"
night
one=$N/uit/current
land=$T/land
cp -R "$ROOT/pipelines/flevoland" "$land"
cp -R "$ROOT/pipelines/flevoland" "$land/flevoland"
printf 'provincie,map,gegevens\nflevoland,flevoland,.\n' >"$land/provincies.csv"
landelijk() {
	"$ROOT/pipelines/landelijk" "$@" -p "$land" -d "$DATA/nightly" \
	    -o "$T/uit" >"$T/out" 2>"$T/err"
}

# Whoever joins first is killed with the worker that it has.
own_tools
mv "$T/bin/indicator-join" "$T/bin/join"
cat >"$T/bin/indicator-join" <<END
#!/bin/sh
case "\$*" in *deel/onderwerp*) mkdir "$T/killed" 2>"$T/null" && kill -9 \$PPID \$\$ ;; esac
exec "$T/bin/join" "\$@"
END
chmod +x "$T/bin/indicator-join"

landelijk -v -j 2
status=$?
ok "made" test "$status" = 0
ok "a worker was killed" test -d "$T/killed"
ok "and its job done again" grep -qx 'landelijk: 1 jobs, again' "$T/err"
for file in waarnemingen indicatoren stand plannen; do
	ok "$file.csv is that of one machine" cmp "$T/uit/land/$file.csv" \
	    "$one/$file.csv"
done
ok "bron_rij is that of the delivery" test "$(csvpick -H -c bron_rij \
    -w bron_kolom=S "$T/uit/land/plannen.csv" | head -n 1)" = "$(csvpick -H \
    -c bron_rij -w bron_kolom=S "$one/plannen.csv" | head -n 1)"
ok "nothing is left lying" test "$(ls -A "$T/uit" | sort | tr '\n' ' ' |
    sed 's/land-[^ ]*/land-/')" = ".slot flevoland land land- "

# A table that was not fetched is left out, and told; of the others what CBS has
# not is there as missing.
cp "$land/bronnen.csv" "$land/provincies.csv" "$land/indicatoren.csv" "$T/"
rm "$land/provincies.csv"
sed -i '/,cbs,/{/83648NED\|80305ned/!d;}' "$land/bronnen.csv"
echo '99999NED,cbs,99999NED.zip,,' >>"$land/bronnen.csv"
sed -i '1b;/^afstand_cafe,/!d' "$land/indicatoren.csv"
landelijk -j 2
status=$?
ok "a table that is not there: made, and told" [ "$status/$(cat "$T/err")" = \
    '1/landelijk: 99999NED.zip is not there: left out' ]
ok "what CBS has no row of is missing" [ "$(csvpick -w regio=GM0184 \
    "$T/uit/land/indicatoren.csv")" = "$(csvpick -w regio=GM0184 \
    -w indicator_code=afstand_cafe "$one/indicatoren.csv")" ]
sed -i '/^99999NED/d' "$land/bronnen.csv"
printf '#!/bin/sh\n"%s/bin/join" "$@"\nexit 1\n' "$T" >"$T/bin/indicator-join"
landelijk -j 2
status=$?
ok "a job with findings: made with findings" [ "$status/$(cat "$T/err")" = 1/ ]
cp "$T/bronnen.csv" "$T/provincies.csv" "$T/indicatoren.csv" "$land/"

# A job that fails twice: land is what it was.
cp "$T/uit/land/indicatoren.csv" "$T/before.csv"
printf '#!/bin/sh\necho "$1" | grep -q . && exit 2\n' >"$T/bin/indicator-join"
rm "$land/provincies.csv"
sed -i '/,cbs,/d' "$land/bronnen.csv"
sed -i '3,$d' "$land/indicatoren.csv"
landelijk -j 2
status=$?
ok "a job that fails twice: 2" test "$status" = 2
ok "says which" grep -q '^landelijk: onderwerp-1 came to nothing' "$T/err"
ok "and leaves what was there" cmp "$T/uit/land/indicatoren.csv" "$T/before.csv"

printf 'provincie,map,gegevens\n../weg,flevoland,.\n' >"$land/provincies.csv"
landelijk
status=$?
ok "a province is a folder below OUT" grep -qx "landelijk: provincies.csv: \
'../weg' is no name for a folder" "$T/err"
landelijk -j many
ok "-j takes a number" grep -qx "landelijk: -j takes a number of jobs, not \
'many'" "$T/err"
done_testing
