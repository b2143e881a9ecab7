# shellcheck shell=bash
# Sourced by the publishers: a release that may leave, and
# requests that end. They set tool, hearer (see hear.sh), tries, pause and timeout,
# and work (see einde.sh).

# shellcheck source=einde.sh
. "$here/../einde.sh"
# shellcheck source=publish.d/gepubliceerd.sh
. "$here/gepubliceerd.sh"
# shellcheck source=publish.d/hear.sh
. "$here/hear.sh"

# number OPTION VALUE: digits only.
number() {
	[[ $2 =~ ^[0-9]{1,9}$ ]] || die "$1 takes a whole number, not '$2'"
}

declare -A listed=() # the files of the release's manifest
max_answer=64        # megabytes
piped=''             # what a request reads on its standard input: secrets

# Every file of the release is what its manifest says; sets release, and run, its
# name. Unless it is dry, what becomes of it is written down from here on.
check_release() {
	local out line
	[[ -f $1/manifest.json ]] || die "$1: no manifest.json: not a release"
	release=$(cd "$1" && pwd -P)
	[[ -n $dry ]] || published_of "$release"
	known "$release/manifest.json" "$work/known" ||
	    die "$1/manifest.json: not a manifest: $why"
	{
		IFS= read -r run && while IFS= read -r line; do
			[[ -z ${line:66} ]] || listed[${line:66}]=1
		done
	} <"$work/known"
	# Of standard input only the rest is left: the sums.
	out=$(cd "$release" && {
		read -r line && LC_ALL=C exec sha256sum --strict -c --quiet -
	} <"$work/known" 2>/dev/null) ||
	    die "$1: not what its manifest says (${out%%$'\n'*}); nothing is sent"
}

# A file that the manifest knows: in_manifest PATH.
in_manifest() {
	[[ -n ${listed[$1]-} ]] ||
	    die "$1: not in the release's manifest; nothing is sent"
}

# The flags of curl for this server: https, or this machine and then no other.
server() {
	curl=(-q -sS -g --max-redirs 0 -A "$tool" --connect-timeout "$timeout"
	    --speed-limit 1000 --speed-time "$timeout"
	    --max-time $((timeout * 15)))
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
	# An answer that does not end: no more is written than the limit.
	code=$(
		trap '' XFSZ
		ulimit -f $((max_answer * 1024))
		shopt -s lastpipe # curl in this process, not in one more
		printf %s "$piped" | exec curl "${curl[@]}" -o "$work/answer" \
		    -w '%{http_code}' "$@" -- "$url" 2>"$work/curl"
	) || rc=$?
	if ((rc == 23)); then
		die "$url: more than --max-answer $max_answer megabytes, or a full disk"
	elif ((rc)); then
		error=$(sed 's/^curl: ([0-9]*) //' "$work/curl" | head -n 1)
		return 1
	fi
	if [[ $code == 5* || $code == 429 ]]; then
		error="HTTP status $code"
		return 1
	fi
}
