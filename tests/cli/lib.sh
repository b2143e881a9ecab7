# Sourced by tests/cli/*.t: TAP in shell. Runs the tools of $BIN (default
# build/bin) and compares status, stdout and stderr exactly.
#
#   run sheet-extract -L book.xlsx        # fills $status, $T/out and $T/err
#   is 0 "lists the sheets" <<'END'       # status and stdout; stderr empty
#   nummer,naam
#   END
#   fails 2 "no such sheet" "sheet-extract: ..."   # stdout empty, stderr this
#   done_testing
#
# What a test costs is the programs that it starts: a tool 1 ms, curl 7, jq 20,
# a page 200, a night 600. So one run and many questions of what it wrote; the
# release of night or small_night for what reads one or begins with one, and
# testdata/provincie, half of a night, for what needs one of its own; manifest
# rather than jq. Made-up worlds
# are made by one program for all seeds (seeds.pl) and compared by one (alike.pl);
# few of them here and the rest in make soak, by a variable. Nothing waits by the
# clock for what can be given or seen.
set -u
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
BIN=${BIN:-$ROOT/build/bin}
DATA=$ROOT/testdata
PATH=$BIN:$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
tests=0 failed=0 status=0

# lean_tools: the tools without their debugging symbols, nine tenths of them, in
# $lean: each night reads all of them for the sum that names it.
lean_tools() {
	lean=$(realpath -m "$BIN/../lean")
	mkdir -p "$lean"
	exec 7>"$lean/.lock"
	flock 7
	for tool in "$BIN"/*; do
		copy=$lean/${tool##*/}
		[ "$copy" -nt "$tool" ] || strip -g -o "$copy" "$tool" 2>"$T/err" ||
		    cp "$tool" "$copy"
	done
	exec 7>&-
}

# own_tools: copies of them come first on PATH, so that a build at the same time
# takes none away and is not another run of nightly.
own_tools() {
	lean_tools
	mkdir "$T/bin"
	for tool in "$BIN"/*; do set -- "$@" "$lean/${tool##*/}"; done
	cp "$@" "$T/bin/"
	PATH=$T/bin:$PATH
}

# night: the release that these tools make of testdata/nightly, in
# $N/uit/current; what the night said in $N/out and $N/err, its exit in
# $N/status, and where process.so can be preloaded the programs that it started
# in $N/programs. small_night: the same of testdata/provincie, in $S. They are
# made once for all files, which only read or copy them.
night() {
	made_night groot
	N=$made
}
small_night() {
	made_night klein -p "$DATA/provincie/provincie" \
	    -d "$DATA/provincie/gegevens"
	S=$made
}

# made_night NAME OPTION...: into $made, which is named after all that goes into
# it: each file by its size and when it was last changed.
made_night() {
	inputs=$(find "$ROOT/pipelines" "$DATA/nightly" "$DATA/provincie" "$BIN" \
	    -type f -printf '%p %s %C@\n' | sort | sha256sum)
	nights=$BIN/../night/$1
	made=$(realpath -m "$nights/$(printf %.12s "$inputs")")
	shift
	mkdir -p "$nights"
	exec 8>"$nights/.lock"
	flock 8
	if [ ! -e "$made/status" ]; then
		rm -rf "${nights:?}"/*
		mkdir "$made"
		so=$BIN/../process.so
		[ -e "$so" ] && LD_PRELOAD=$so csvpick --version >/dev/null 2>&1 ||
		    so=
		lean_tools
		PATH=$lean:$PATH LD_PRELOAD=$so PROCESS_LOG=$made/programs \
		    "$ROOT/pipelines/nightly" "$@" -o "$made/uit" \
		    >"$made/out" 2>"$made/err" 8>&-
		echo $? >"$made/status"
	fi
	exec 8>&-
}

# manifest RELEASE RUN: manifest.json of a release made here, with all files.
manifest() {
	(
		cd "$1" || exit
		printf '{"run": "%s", "bestanden": [\n' "$2"
		find . -type f ! -name manifest.json | sed 's,^\./,,' | sort |
		    xargs sha256sum |
		    sed 's/^\([^ ]*\)  \(.*\)/{"sha256":"\1","pad":"\2"}/
			$!s/$/,/'
		echo ']}'
	) >"$T/manifest"
	mv "$T/manifest" "$1/manifest.json"
}

run() {
	"$@" >"$T/out" 2>"$T/err"
	status=$?
}

# ok NAME COMMAND...: passes when the command succeeds, and the program before
# it (run) ended by itself: one that crashed is no proof of anything. What was
# killed is asked for by ended.
ok() {
	name=$1
	shift
	tests=$((tests + 1))
	if [ "$status" -gt 2 ]; then
		set -- crashed "$@"
	fi
	if "$@" >"$T/ok" 2>&1; then
		echo "ok $tests - $name"
	else
		failed=$((failed + 1))
		echo "not ok $tests - $name"
		head -20 "$T/ok" | sed 's/^/# /'
	fi
}

# await COMMAND...: until it succeeds; after ten seconds a test fails.
await() {
	waited=0
	until "$@" >/dev/null 2>&1; do
		waited=$((waited + 1))
		[ "$waited" -lt 500 ] || {
			ok "awaited: $*" false
			return 1
		}
		sleep 0.02
	done
}

# serves SERVER ARGUMENT...: one of ours on this machine, that says its port and
# its process once it listens, and goes on until the test ends. Its port in $port.
servers=
serves() {
	port=$("$@") || port=
	servers="$servers ${port#* }"
	port=${port% *}
	trap 'kill $servers 2>/dev/null; rm -rf "$T"' EXIT
	ok "${1##*/} listens" [ -n "$port" ]
}

# skip NAME: what cannot be asked here, said as skipped.
skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP no shared/data here"
}

crashed() {
	echo "the program before this ended with status $status"
	cat "$T/err"
	return 1
}

# ended STATUS NAME: what was killed ended so.
ended() {
	was=$status
	status=0
	ok "$2" [ "$was" = "$1" ]
	[ "$was" = "$1" ] || status=$was
}

# hear: what the program said into said; one line is read without starting another.
hear() {
	said='' more=''
	[ -s "$T/err" ] || return 0
	{
		IFS= read -r said
		if IFS= read -r more || [ -n "$more" ]; then said=$(cat "$T/err"); fi
	} <"$T/err"
}

# outcome STATUS STDERR <stdout: one program is started, for the bytes.
outcome() {
	hear
	diff -u - "$T/out" && [ "$status" = "$1" ] && [ "$2" = "$said" ] &&
	    return
	echo "status $status, expected $1; stderr: $said"
	echo "expected stderr: $2"
	return 1
}

# is STATUS NAME [STDERR] <stdout
is() {
	ok "$2" outcome "$1" "${3-}"
}

# nothing STATUS STDERR: none for that.
nothing() {
	if [ ! -s "$T/out" ] && [ "$status" = "$1" ]; then
		hear
		[ "$2" = "$said" ] && return
	fi
	outcome "$1" "$2" </dev/null
}

# fails STATUS NAME STDERR: nothing on stdout
fails() {
	ok "$2" nothing "$1" "$3"
}

# full_register <short >register: plannen.csv with all columns from a CSV without
# quotes that has some of them. What is not said: a public plan of its own
# without a status, its numbers as given.
full_register() {
	awk -F, -v OFS=, -v want="gemeente,plan_id,plan_naam,fase_id,\
planstatus,hardheid,projectfase,plantype,opdrachtgever,gebied,knelpunten,\
vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort,dimensie,categorie,\
aantal,herkomst,peildatum,levering,bron_rij,bron_kolom,telling,aantal_laag,\
aantal_hoog,bos_ha" '
	function put(name, text) {
		if (name == "plan_naam" && !("plan_id" in at))
			text = "plan " NR
		if (name == "planstatus") text = "onbekend"
		if (name == "vertrouwelijkheid") text = "Openbaar"
		if (name == "bron_rij") text = NR
		if (name == "herkomst")
			text = $at["aantal"] == "" ? "leeg" : "opgegeven"
		return name in at ? $at[name] : text
	}
	NR == 1 {
		for (i = 1; i <= NF; i++) at[$i] = i
		n = split(want, name, ",")
	}
	{
		line = ""
		for (i = 1; i <= n; i++)
			if (i <= 24 || name[i] in at)
				line = line (i > 1 ? OFS : "") \
				    (NR == 1 ? name[i] : put(name[i]))
		print line
	}'
}

# preloads LIBRARY: or the file is skipped where none was built, or where a
# sanitizer needs the first place itself.
preloads() {
	[ -e "$1" ] && LD_PRELOAD=$1 csvpick --version >/dev/null 2>&1 && return
	echo "1..0 # SKIP no $(basename "$1"), or a sanitizer in its place"
	exit 0
}

done_testing() {
	echo "1..$tests"
	[ "$failed" = 0 ]
	exit
}
