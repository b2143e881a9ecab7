# shellcheck shell=bash
# Sourced by nightly: which releases are kept. The day of a release is that of
# its folder, which publish touches; in the data there is no time of the run.

# kept NUMBER: of the releases on standard input (MONTH NAME, newest first)
# those to keep: the first so many, and of each month the newest good one.
kept() {
	local month name n=0
	local -A seen=()
	while read -r month name; do
		n=$((n + 1))
		if ((n <= $1)); then printf '%s\n' "$name"; fi
		if [[ -z ${seen[$month]-} ]] && good "$uit/$name"; then
			seen[$month]=1
			printf '%s\n' "$name"
		fi
	done
}

# Published without an error among its findings.
good() {
	[[ $(csvpick -n -w ernst=fout "$1/bevindingen.csv") == 0 ]]
}

# The releases in OUT, newest first: what is named after its manifest's run.
# Nothing else in there is ours to remove.
releases() {
	local month name
	TZ=UTC0 find "$uit" -mindepth 1 -maxdepth 1 -type d ! -name '.*' \
	    -printf '%T@ %TY-%Tm %f\n' | sort -k 1,1rn -k 3 | cut -d ' ' -f 2- |
	    while read -r month name; do
		[[ $name =~ ^([0-9a-f]{12})(-[0-9]+)?$ &&
		    -f $uit/$name/manifest.json &&
		    $(jq -r '.run?' "$uit/$name/manifest.json") == \
		    "${BASH_REMATCH[1]}" ]] || continue
		printf '%s %s\n' "$month" "$name"
	    done
}

# Removes the others, but never current or what it was compared with. Called
# after publishing; that something could not be removed changes nothing.
prune() {
	local month name
	[[ $bewaar != all ]] || return 0
	releases >"$werk/tussen/uitgaven"
	{
		kept "$bewaar" <"$werk/tussen/uitgaven"
		printf '%s\n' "$run" \
		    "$(jq -r '.vorige // ""' "$uit/$run/manifest.json")"
	} >"$werk/tussen/bewaard"
	while read -r month name; do
		grep -qxF "$name" "$werk/tussen/bewaard" && continue
		# Out of the way first: a half release is never to be seen.
		{
			mv -T "$uit/$name" "$uit/.weg.$name" &&
			    rm -rf "$uit/.weg.$name"
		} || printf 'nightly: %s: not removed\n' "$uit/$name" >&2
	done <"$werk/tussen/uitgaven"
}
