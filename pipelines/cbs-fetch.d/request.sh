# shellcheck shell=bash
# Sourced by cbs-fetch: one request, until its answer is what was asked for.

# asked QUESTION...: what must be answered, into $work/said.
asked() {
	hear "$@" || die "$why"
}

# transfer URL FILE [URL FILE]...: with one curl, one after the other; how it went
# in report, six lines each.
transfer() {
	local pairs=()
	result=0 report=()
	while (($#)); do
		: >"$2"
		pairs+=(-o "$2" "$1")
		shift 2
	done
	(
		exec 9>&- # the lock is not curl's, should we be killed
		ulimit -f $((limit / 1024 + 1))
		exec curl "${curl[@]}" "${accept[@]}" "${range[@]}" \
		    "${conditions[@]}" -w '%{exitcode}\n%{http_code}\n%header{etag}
%header{last-modified}\n%header{content-range}\n%{errormsg}\n' "${pairs[@]}"
	) >"$work/report" 2>"$work/stderr" || result=$?
	mapfile -t report <"$work/report"
}

# ahead URL...: what will be asked next anyway, in one go: a connection and a
# start of curl for all. What does not come well is asked again by itself, and
# after that nothing of this counts: the look at TableInfos is the last.
ahead() {
	local url i pairs=() range=()
	early=() early_report=()
	for url; do pairs+=("$url" "$work/ahead-$((${#pairs[@]} / 2))"); done
	transfer "${pairs[@]}"
	for ((i = 0; i * 6 < ${#report[@]}; i++)); do
		[[ ${report[i * 6]} == 0 && ${report[i * 6 + 1]} == 200 ]] ||
		    break
		early[${pairs[i * 2]}]=$i
	done
	early_report=("${report[@]}")
}

# One attempt: the answer into FILE. An answer that broke off half-way is
# gone on with where the server can tell that it is still the same one.
# Sets result (of curl), code (of HTTP), error, and validators.
attempt() {
	local url=$1 file=$2 to=$2 had=0 range=() report=() i=${early[$1]-}
	if [[ -n $i ]]; then
		asked move "$work/ahead-$i" "$file"
		result=0 report=("${early_report[@]:i * 6:6}")
		unset "early[\$url]"
	else
		early=()
		if [[ -n $resume && -n $validator && -s $file ]]; then
			had=$(stat -c %s "$file")
			range=(-H "Range: bytes=$had-" -H "If-Range: $validator")
			to=$work/rest
		fi
		transfer "$url" "$to"
	fi
	code=${report[1]-000} error=${report[5]-}
	if [[ $code == 206 && ${report[4]} == "bytes $had-"* ]]; then
		cat "$to" >>"$file"
	elif [[ $code == 206 ]]; then
		code=000 error="a range that was not asked for"
		result=18
		: >"$file"
	elif [[ $code == 200 ]]; then
		[[ $to == "$file" ]] || mv "$to" "$file"
		etag=${report[2]} modified=${report[3]} validator=
		# A weak one does not say that bytes are the same.
		[[ $etag == W/* ]] || validator=$etag
	else
		asked body "$to"
		[[ $to != "$file" ]] || : >"$file"
	fi
}

# judge FILE: what came of it: good, same, again (worth another attempt) or
# never; sets why.
judge() {
	why="HTTP $code"
	case $result in
	0) ;;
	63 | 153)
		why="more than --max-size $limit bytes"
		verdict=never
		return
		;;
	1 | 2 | 3 | 4 | 23 | 47 | 60 | 126 | 127)
		why="curl: ${error:-status $result}"
		verdict=never
		return
		;;
	*)
		why="curl: ${error:-status $result}"
		verdict=again
		return
		;;
	esac
	case $code in
	200 | 206) verdict=good ;;
	304) verdict=same ;;
	*)
		verdict=never
		why+=" with $(<"$work/said")"
		case $code in
		408 | 425 | 429 | 5??) verdict=again ;;
		416) verdict=again && : >"$1" ;;
		esac
		;;
	esac
	[[ $why != *"10000 records"* ]] || verdict=never
	[[ $verdict != same || ${#conditions[@]} -gt 0 ]] || verdict=never
}

# get EXPECTED URL FILE QUESTION...: the answer to URL into FILE, once QUESTION
# says that it is what is expected; what it says into $work/said. verdict is
# good or same; else the end.
get() {
	local expected=$1 url=$2 file=$3 n=1 wait=$pause
	shift 3
	validator=
	: >"$file"
	while :; do
		attempt "$url" "$file"
		judge "$file"
		if [[ $verdict == good ]]; then
			hear "$@" && return
			verdict=again
			[[ $why != 'the error '* ]] || verdict=never
			: >"$file"
		fi
		[[ $verdict != same ]] || return 0
		if [[ $verdict != again ]] || ((n >= tries)); then break; fi
		progress "$table: $why; attempt $((n + 1)) of $tries"
		((wait == 0)) || sleep "$wait" 9>&-
		wait=$((wait * 2)) n=$((n + 1))
	done
	gone "$url"
	((n == 1)) || why+=" ($n attempts)"
	advice=$(advice "$url")
	die "${url#"$server"}: $where$why, expected $expected$advice"
}

# gone URL: for who fetches a province: this API has no such table any more, or
# says nothing of it.
gone() {
	[[ -n $summary && $1 =~ /(TableInfos|nl/$table)$ ]] || return 0
	[[ $code == 404 || $code == 410 || $why == 'an empty body' ]] ||
	    return 0
	echo "$why" >"$summary.gone"
}

# advice URL: what to do about it, where that is known.
advice() {
	local next
	if [[ $code == 404 && $1 =~ /(TableInfos|nl/$table)$ ]]; then
		next=$(successor "$table")
		if [[ -n $next ]]; then
			echo "; the successor of $table is $next"
		elif [[ $catalog == derden ]]; then
			echo "; try --search; case counts in $table"
		else
			echo "; try -$((7 - api)), or --search; case counts in $table"
		fi
	elif [[ $why == *'10000 records'* ]]; then
		echo "; a feed has no such limit; else give -f"
	fi
}
