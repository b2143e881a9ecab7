# shellcheck shell=bash
# Sourced by publish-arcgis and publish-swing: a release that may leave, and
# requests that end. They set tool, work (a folder of their own), tries,
# pause and timeout; work and parts (what to clear away) before the trap finish,
# and finished at the end.

finished=''

# A program that fails where nobody asks why is no 1, which is an answer.
finish() {
	local rc=$?
	rm -rf "$work" "${parts[@]}"
	[[ -n $finished ]] || ((rc > 128)) || rc=2
	exit "$rc"
}

die() {
	printf '%s: %s\n' "$tool" "$*" >&2
	exit 2
}

# number OPTION VALUE: digits only.
number() {
	[[ $2 =~ ^[0-9]{1,9}$ ]] || die "$1 takes a whole number, not '$2'"
}

# Every file of the release is what its manifest says; sets release.
check_release() {
	local out
	[[ -f $1/manifest.json ]] || die "$1: no manifest.json: not a release"
	release=$(cd "$1" && pwd -P)
	jq -r '.bestanden[] | "\(.sha256)  \(.pad)"' \
	    "$release/manifest.json" >"$work/sums" 2>/dev/null ||
	    die "$1/manifest.json: not a manifest"
	out=$(cd "$release" && LC_ALL=C sha256sum --strict -c --quiet \
	    "$work/sums" 2>/dev/null) ||
	    die "$1: not what its manifest says (${out%%$'\n'*}); nothing is sent"
}

# A file that the manifest knows: in_manifest PATH.
in_manifest() {
	cut -c 67- "$work/sums" | grep -Fxq -e "$1" ||
	    die "$1: not in the release's manifest; nothing is sent"
}

# The flags of curl for this server: https, or this machine and then no other.
server() {
	curl=(-q -sS -g --max-redirs 0 -A "$tool" --connect-timeout "$timeout"
	    --speed-limit 1000 --speed-time "$timeout")
	if [[ $1 =~ ^http://127\.0\.0\.1:[0-9]+(/|$) ]]; then
		curl+=(--proto '=http' --noproxy '*')
	elif [[ $1 =~ ^https://[A-Za-z0-9.-]+(:[0-9]+)?(/|$) ]]; then
		curl+=(--proto '=https')
	else
		die "$1: expected https://HOST/..."
	fi
}

# One request; the answer in $work/answer. Sets code (of HTTP) and error.
request() {
	local rc=0 url=$1
	shift
	server "$url"
	error=''
	: >"$work/answer"
	code=$(curl "${curl[@]}" -o "$work/answer" -w '%{http_code}' "$@" \
	    -- "$url" 2>"$work/curl") || rc=$?
	if ((rc)); then
		error=$(sed 's/^curl: ([0-9]*) //' "$work/curl" | head -n 1)
		return 1
	fi
	if [[ $code == 5* || $code == 429 ]]; then
		error="HTTP status $code"
		return 1
	fi
}
