# shellcheck shell=bash
# Sourced by cbs-fetch: all tables of a province, with a summary.

# A line of the summary: from the state that is there now.
summarize() {
	local rc=$1 next='' what=$outcome since='' cell line=''
	[[ -z ${ended-} ]] || next=$(successor "$table")
	if ((rc == 2)); then
		what=failed
		[[ ! -e $dir/.$table.failed ]] ||
		    since=$(date -u -r "$dir/.$table.failed" +%FT%TZ)
	fi
	[[ -e ${state-} ]] || what+=' none'
	case $what in
	fetched) what=opgehaald ;;
	same) what=ongewijzigd ;;
	failed) what=mislukt ;;
	'failed none') what=ontbreekt ;;
	esac
	for cell in "$table" "${kept[@]}" "$what" "$since" "${ended:+ja}" \
	    "$next" "$failure"; do
		line+=,\"${cell//\"/\"\"}\"
	done
	printf '%s\n' "${line#,}" >>"$summary"
}

# read_sources FILE: tabel, bestand and filter, where there is such a column.
read_sources() {
	csvpick -H0 -c tabel,bestand,filter "$1" 2>/dev/null ||
	    csvpick -H0 -c tabel,bestand "$1" |
	    awk 'BEGIN { RS = ORS = "\0" } { print } NR % 2 == 0 { print "" }'
}

# Every table of CBS among the sources of a province, in the form of the file
# that it names; those of its catalogue that are no source are told.
fetch_province() {
	local source=$province/bronnen.csv i name file how=() rc cel=()
	local to=$dir
	local -A listed=()
	read_sources "$source" >"$work/sources" ||
	    die "$source: expected tabel, bestand and, if wanted, filter"
	mapfile -d '' -t cel <"$work/sources"
	summary=$work/summary
	echo tabel,perioden,waarnemingen,gewijzigd,uitkomst,sinds,gestopt,\
opvolger,melding >"$summary"
	for ((i = 0; i < ${#cel[@]}; i += 3)); do
		name=${cel[i]} file=${cel[i + 1]}
		[[ $name =~ ^[0-9]{5}[A-Za-z]{3}$ ]] || continue
		listed[$name]=1
		case $file in
		"$name.zip") how=(-4) ;;
		"$name/TypedDataSet.xml.gz") how=(-3) ;;
		"$name/UntypedDataSet.xml.gz") how=(-3 -U) ;;
		*) die "$source: $file of $name: expected $name.zip, or \
$name/TypedDataSet.xml.gz or UntypedDataSet.xml.gz" ;;
		esac
		[[ -z ${cel[i + 2]} ]] || how+=(-f "${cel[i + 2]}")
		rc=0
		rm -f "$summary.gone"
		"$BASH" "$here/cbs-fetch" "${common[@]}" "${how[@]}" \
		    --summary "$summary" "$name" || rc=$?
		((rc <= status)) || status=$rc
		[[ ! -e $summary.gone ]] || fetch_other "$name" "${how[0]}"
	done
	tell_catalogue
	csvpick "$summary"
}

# fetch_other TABLE API: the other API may have what this one has not any more.
# What was there stays, and the night reads that until somebody names the new
# file in bronnen.csv: whether the selection reads it is said.
fetch_other() {
	local name=$1 other=-4 file=$1.zip meta=() why tried=''
	why=$(<"$summary.gone")
	rm -f "$work/other.csv"
	if [[ $2 == -4 ]]; then
		other=-3 file=$name/TypedDataSet.xml.gz
	fi
	"$BASH" "$here/cbs-fetch" "${common[@]}" "$other" \
	    --summary "$work/other.csv" "$name" 2>"$work/other" || return 0
	cat "$work/other.csv" >>"$summary"
	[[ $other == -4 ]] || meta=(-M "$to/$name")
	cbs-extract -q --selecties "$province/selecties.csv" "${meta[@]}" \
	    -o "$work/tried" "$to/$file" 2>"$work/why" ||
	    (($? == 1)) || tried=$(tail -n 1 "$work/why")
	tried=${tried//"$to/"/}
	say "$name: v${2#-} has it no more ($why), v${other#-} has: $file; \
${tried:+selecties.csv does not read that yet (${tried#cbs-extract: }); }\
name it in bronnen.csv to go over, until then what was there stays"
}

# The tables that indicators of the catalogue are from, and that are no source.
tell_catalogue() {
	local catalogue=$province/indicatoren.csv name
	[[ -e $catalogue ]] || return 0
	csvpick -HTu -c tabel "$catalogue" | tr '|' '\n' | sort -u \
	    >"$work/catalogue"
	while read -r name; do
		[[ $name =~ ^[0-9]{5}[A-Za-z]{3}$ && -z ${listed[$name]-} ]] ||
		    continue
		echo "$name,,,,geen bron,,,,\"in indicatoren.csv, niet in \
bronnen.csv\"" >>"$summary"
	done <"$work/catalogue"
}
