# shellcheck shell=bash
# Sourced by publishers that ask one process (Hear.pm) of what a server answers
# and of files of ours. They set hearer, its program beside this file, and work.

# known FILE INTO: of a manifest its run, and each file's sum and path, a line each.
known() {
	task manifest "$1" && mv "$work/said" "$2"
}

# One that is gone is told by what it no longer says.
listen() {
	trap '' PIPE
	coproc hearing { exec "$here/$hearer" "$work"; }
	exec {question}>&"${hearing[1]}" {heard}<&"${hearing[0]}"
}

# hear WHAT FILE: the verdict into say, and what is to be said of it into
# $work/said; fails when nothing is.
hear() {
	[[ -n ${question-} ]] || listen
	printf '%s\0%s\0' "$1" "$2" 1>&"$question" 2>/dev/null ||
	    die "$hearer hears no more"
	IFS= read -r -u "$heard" say || die "$hearer ended before its time"
	[[ $say != - ]]
}

# task WHAT FILE: what is asked of a file of ours.
task() {
	local say
	hear "$@"
}
