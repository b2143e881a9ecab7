# shellcheck shell=bash
# Sourced by recipes that ask one process: Hear.pm says how. They set hearer,
# its program, and work.

# Its end is told by what it no longer says; the lock, 9, is not its.
listen() {
	trap '' PIPE
	coproc hearing { exec "$hearer" "$work" 2>&1 9>&-; }
	hearing_process=$!
	exec {question}>&"${hearing[1]}" {heard}<&"${hearing[0]}"
}

# hear QUESTION [FILE [WORD]...]: what is said of it into $work/said; or fails, and
# why not into why.
hear() {
	local words=''
	why=''
	[[ -n ${question-} ]] || listen
	printf '%s\0' $# "$@" 1>&"$question" 2>/dev/null || true
	while IFS= read -r -u "$heard" why; do
		[[ ! $why =~ ^[01]( |$) ]] || break
		words+=${words:+ }$why why=''
	done
	[[ -n $why ]] || unheard "$words"
	[[ -z $words ]] || printf '%s: %s: %s\n' "$tool" "${hearer##*/}" "$words" >&2
	[[ $why != 0 ]] || return 0
	why=${why#1 }
	return 1
}

# unheard [WORDS]: there is no answer: why, by its own words and how it ended.
unheard() {
	local rc=0
	{ wait "$hearing_process" || rc=$?; } 2>/dev/null
	((rc <= 128)) || rc="$rc ($(kill -l "$rc"))"
	die "${hearer##*/} ended before it answered, with status $rc${1:+: $1}"
}

# known FILE INTO: of a manifest its run, and each file's sum and path, a line each.
known() {
	hear manifest "$1" && mv "$work/said" "$2"
}
