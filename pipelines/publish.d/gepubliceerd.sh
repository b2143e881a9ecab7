# shellcheck shell=bash
# Sourced by web.sh, and by who publishes otherwise: what was published where,
# when and from which release, in gepubliceerd.csv beside the releases, to which
# rows are only added:
#   moment,bestemming,doel,uitgave,uitkomst,melding
# bestemming: arcgis, swing, ... after publish-; doel: a layer, a folder, a schema; empty
# for all of them together. uitkomst: begonnen, klaar, mislukt. A publication
# that was killed has begun and has no end: the next one does all of it again.
# Set tool before, and now (seconds since 1970) where the clock is given.

export TZ=UTC0
now=''
published='' # the table; empty: nothing is written down

# published_of RELEASE: from here on. Says when the former did not end.
published_of() {
	local last
	[[ -z $now || $now =~ ^[0-9]{1,11}$ ]] ||
	    die '--now takes seconds since 1970'
	[[ -O ${1%/*} ]] ||
	    die "${1%/*}: is of another account, that the nights run as"
	bestemming=${tool#publish-}
	uitgave=${1##*/}
	published=${1%/*}/gepubliceerd.csv
	[[ -s $published ]] || return 0
	published_mend
	last=$(csvpick -HT -w "bestemming=$bestemming" -w doel= \
	    -c uitkomst,moment,uitgave "$published") ||
	    die "$published: not a table of what was published"
	last=${last##*$'\n'}
	[[ $last != begonnen* ]] || printf \
	    '%s: the publication of %s did not end; this one does all again\n' \
	    "$tool" "${last#*$'\t'}" >&2
}

# Half a row at the end, of a power cut, is taken away: nobody was told of it.
published_mend() {
	local size half last
	last=$(tail -c 1 -- "$published")
	[[ -n $last ]] || return 0
	half=$(tail -n 1 -- "$published" | wc -c)
	size=$(stat -c %s -- "$published")
	truncate -s "$((size - half))" -- "$published"
}

# published UITKOMST DOEL [MELDING]: on the disk when it returns, or nothing more
# is done. One write at the end of the file, so that two publishers at once lose
# none.
published() {
	local row moment
	[[ -n $published ]] || return 0
	printf -v moment '%(%Y-%m-%dT%H:%M:%SZ)T' "${now:--1}"
	set -- "$moment" "$bestemming" "$2" "$uitgave" "$1" "${3-}"
	row=$(row "${@//[[:cntrl:]]/ }")
	{
		flock 8
		[[ -s $published ]] ||
		    row=moment,bestemming,doel,uitgave,uitkomst,melding$'\n'$row
		printf '%s\n' "$row" >&8
	} 8>>"$published" && sync -- "$published" "${published%/*}" ||
	    { published='' && die "${release%/*}/gepubliceerd.csv: not written"; }
}

# ending STATUS: see einde.sh. Whatever was published halfway is told so.
ending() {
	[[ -n $published && -z $finished ]] || return 0
	(published mislukt '' "${told:-ended with status $1}") || true
}
