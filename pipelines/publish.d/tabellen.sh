# shellcheck shell=bash
# Sourced by who brings all published tables of a release somewhere. Set here,
# release and work before, and what check_release sets.

# Which tables go: those of the list that every reader may see. The register of
# the release itself does not, whatever the list says, nor one of which it does not say.
chosen() {
	local path sums types
	csvpick -HT -c pad,sommen -w soort=tabel "$here/../uitgave.csv" \
	    >"$work/list"
	while IFS=$'\t' read -r path sums; do
		[[ -n $sums && $sums != besloten* && $path != plannen.csv ]] ||
		    continue
		[[ -f $release/$path ]] || continue
		[[ -f ${release}/${path%.csv}.csvt ]] ||
		    die "$path: no .csvt beside it; nothing is sent"
		in_manifest "${path%.csv}.csvt"
		IFS= read -r types <"$release/${path%.csv}.csvt" || true
		printf '%s\t%s\n' "$path" "$types"
	done <"$work/list" >"$work/chosen"
	[[ -s $work/chosen ]] || die "$release: no tables to publish"
	in_manifest datapackage.json
}
