# shellcheck shell=bash
# Sourced by recipes: how they end, and what they all say. They set tool, their
# name. work is a folder
# of their own, and parts what else is cleared away; finished is set when the
# work is done. A function ending, where they have one, is called first, with the
# status. Exit 1 is for what they promise: whatever fails where nobody
# asks why is 2, and is said.

work='' parts=() finished='' told=''

die() {
	printf '%s: %s\n' "$tool" "$*" >&2
	told=$*
	exit 2
}

# unknown LETTER [WORD]: what getopts does not take; of --name it has the second -
# as the letter, and WORD is all of it.
unknown() {
	[[ $1 != - ]] || set -- "${2#-}"
	die "unknown option -$1; see --help"
}

# Recipes and tools are one release: the version is that of the tools.
show_version() {
	local version
	version=$(csvpick --version)
	printf '%s %s\n' "$tool" "${version#csvpick }"
	finished=1
	exit 0
}

# row CELL...: of a CSV, in quotes where it must be.
row() {
	local cell line=''
	for cell; do
		[[ $cell != *[\",$'\r\n']* ]] || cell=\"${cell//\"/\"\"}\"
		line+=,$cell
	done
	printf '%s\n' "${line#,}"
}

# Where even the message cannot be written, 2 remains 2.
finish() {
	local rc=$?
	set +e
	if declare -F ending >/dev/null; then ending "$rc"; fi
	[[ -z $work && -z ${parts[*]} ]] || rm -rf "$work" "${parts[@]}" ||
	    printf '%s: %s: not removed\n' "$tool" "$work" >&2
	if [[ -z $finished ]] && ((rc <= 128)); then
		[[ -n $told ]] || printf \
		    '%s: a program failed with status %d; nothing came of it\n' \
		    "$tool" "$rc" >&2
		rc=2
	fi
	exit "$rc"
}

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
