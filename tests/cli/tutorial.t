#!/bin/bash
# The tutorial of pipelines/README.md, typed as printed in an empty folder: each
# command ends as the page says and prints what stands below it. Only ArcGIS is
# not there: a curl that answers for one empty table with the fields of the feed.
. "$(dirname "$0")/lib.sh"
export voorbeeld=$DATA/nightly HOME=$T/home
unset WOONMONITOR_UITGAVE WOONMONITOR_PROVINCIE XDG_CONFIG_HOME
mkdir "$T/bin" "$T/leeg" "$T/home"
ln -s "$ROOT/pipelines/woonmonitor" "$T/bin"
cat >"$T/bin/curl" <<'END'
#!/bin/bash
for ((i = 1; i < $#; i++)); do
	[[ ${!i} != -o ]] || break
done
out=${@:i+1:1}
cat >/dev/null
case ${@: -1}:$* in
*oauth2/token*) echo '{"access_token": "t", "expires_in": 7200}' ;;
*/0/query*returnCountOnly*) echo '{"count": 0}' ;;
*/0/query*) echo '{"features": []}' ;;
*/0:*) cat "$LAYER" ;;
*) exit 6 ;;
esac >"$out"
printf 200
END
chmod +x "$T/bin/curl"
export PATH=$T/bin:$PATH LAYER=$T/layer

# Each command into a file of its own, what must come of it beside.
cd "$T" || exit 1
sed -n '/^## From an empty folder/,/^## Installed/p' "$ROOT/pipelines/README.md" |
    awk '/^    \$ / { n++; status = 0; text = substr($0, 7)
		if (sub(/   # exit 1$/, "", text)) status = 1
		print text >(n ".sh"); print status >(n ".rc"); printf "" >(n ".want"); next }
	/^    > / { print substr($0, 7) >(n ".sh"); next }
	/^    / { print substr($0, 5) >(n ".want") }
	END { print n }' >count
count=$(<count)
# One shell types them all; the layer is that of the feed, once there is one.
for ((i = 1; i <= count; i++)); do
	[ "$i" != "$count" ] || cat <<'END'
csvpick -T uit/current/arcgis/stand.csv | head -n 1 | tr '\t' '\n' >"$T/names"
tr ',' '\n' <uit/current/arcgis/stand.csvt | paste - "$T/names" | jq -Rn '
    {id: 0, name: "stand", type: "Table", objectIdField: "ObjectId",
     maxRecordCount: 1000, supportedAppendFormats: "csv", indexes: [{name: "k",
     fields: "sleutel", isUnique: true}], fields: ([{name: "ObjectId",
     type: "esriFieldTypeOID", nullable: false}] + [inputs | gsub("[\"\r]"; "") |
     split("\t") | {name: .[1], type: ("esriFieldType" + (if .[0] == "Integer"
     then "Integer" elif .[0] == "Real" then "Double" elif .[0] == "Date" then
     "Date" else "String" end)), nullable: (.[1] != "sleutel"), length: 4000}])}
    ' >"$LAYER"
END
	printf '{\n%s\n} >"$T/%d.out" 2>&1\necho $? >"$T/%d.status"\n' "$(<"$i.sh")" "$i" "$i"
done >typed
(cd leeg && T=$T bash ../typed) >odd 2>&1

# printed NUMBER: ends as it must, and says so; ... is whatever stands there.
printed() {
	local pattern
	pattern=$(sed 's/[][*?\\]/\\&/g; s/\.\.\./*/g' "$1.want")
	# shellcheck disable=SC2254
	case $(<"$1.out") in
	$pattern) [ "$(<"$1.rc")" = "$(<"$1.status")" ] ;;
	*) false ;;
	esac || {
		echo "status $(cat "$1.status"); it says:"
		cat "$1.out"
		return 1
	}
}
for ((i = 1; i <= count; i++)); do
	printed "$i" >said || { cat "$i.sh" said; echo "expected $(cat "$i.rc"):"; cat "$i.want"; }
done >amiss
status=0
ok 'each command ends and prints as the page says, and no more' sh -c \
    'test "$(cat count)" -gt 20 && diff /dev/null odd && diff /dev/null amiss'
ok 'a release, of which nothing confidential is published' sh -c '
    test -s leeg/uit/current/monitor.html &&
    ! grep -l Havenkwartier leeg/uit/current/arcgis/*.csv leeg/uit/current/*.html'
done_testing
