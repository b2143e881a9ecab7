#!/bin/bash
# Each program that a recipe starts fails before it began, one at a time, with
# status 1, which some of them promise for something else: the recipe says so,
# or leaves the same bytes. Sampled; make soak takes every one.
. "$(dirname "$0")/lib.sh"
own_tools
SO=${PROCESS_SO:-$BIN/../process.so}
preloads "$SO"
MOST=${PROCESS_MOST:-8}
cd "$T" || exit 1
provincie=$DATA/provincie/provincie gegevens=$DATA/provincie/gegevens

# What says how many programs there are: one run of it, or the night of before.
counted=started
kept() {
	status=$(cat "$S/status") programs=$(wc -l <"$S/programs")
}
# started COMMAND...: how many programs it starts, into programs.
started() {
	rm -f log
	LD_PRELOAD=$SO PROCESS_LOG=$T/log "$@" >base.out 2>/dev/null
	status=$?
	programs=$(wc -l <log)
}

# The numbers to try, spread over all.
sample() {
	step=$(((programs + MOST - 1) / MOST))
	seq 1 $step "$programs"
}

# sweep NAME FRESH SOUND COMMAND...: FRESH before each run, SOUND looks at what
# came of it.
sweep() {
	what=$1 fresh=$2 sound=$3
	shift 3
	$fresh
	$counted "$@"
	ok "$what: well, with $programs programs" test "$status" = 0 -a \
	    "$programs" -gt 0
	bad='' told=0
	for n in $(sample); do
		$fresh
		rm -f log
		LD_PRELOAD=$SO PROCESS_LOG=$T/log PROCESS_FAIL=$n "$@" >out 2>err
		status=$?
		[ $status = 0 ] || told=$((told + 1))
		$sound >why 2>&1 ||
		    bad="$bad $n:$(sed -n "${n}s,.*/,,p" log) ($(head -1 why))"
	done
	ok "$what: one of them fails: told, or the same" test -z "$bad"
	[ -z "$bad" ] || echo "#$bad"
	ok "$what: and mostly it is told" test "$told" -gt 0
}

# A message of one line or more, exit 2, and nothing instead of what was.
was_told() {
	[ "$status" = 2 ] || { echo "status $status"; return 1; }
	[ -s err ] || { echo "not a word"; return 1; }
}

small_night
eerst=$S/uit
new_out() {
	rm -rf uit
}
night_sound() {
	[ -z "$(find uit -mindepth 1 -maxdepth 1 ! -name .slot ! -name current \
	    ! -name .verloop.csv ! -regex 'uit/[0-9a-f]*' 2>/dev/null)" ] ||
	    grep -q 'not removed' err ||
	    { echo "left over: $(ls -A uit)"; return 1; }
	if [ "$status" = 0 ]; then
		diff -r "$eerst/current/" uit/current/
	else
		was_told && [ ! -e uit/current ] &&
		    [ -z "$(find uit -name manifest.json)" ]
	fi
}
counted=kept
sweep nightly new_out night_sound \
    "$ROOT/pipelines/nightly" -p "$provincie" -d "$gegevens" -o uit
counted=started

# What a night waits for is programs that start.
night
status=$(cat "$N/status") programs=$(wc -l <"$N/programs")
ok "a whole night starts under 100 programs ($programs)" test "$status" = 0 \
    -a "$programs" -lt 100
ok "gnuplot once for all figures, and once for the page" test \
    "$(grep -c '/gnuplot$' "$N/programs")" = 3

R=$eerst/current
new_figures() {
	rm -rf fig
	mkdir fig
}
figures_sound() {
	if [ "$status" = 0 ]; then diff -r "$R/figuren" fig; else was_told; fi
}
naam=$(csvpick -HT -c waarde -w instelling=bron_groei \
    "$provincie/instellingen.csv")
plannen=$(csvpick -HT -c waarde -w instelling=bron_plannen \
    "$provincie/instellingen.csv")
dag=$(csvpick -HTu -c peildatum "$provincie/leveringen.csv")
case $dag in *[!0-9-]*) dag='' ;; esac
sweep figures new_figures figures_sound "$ROOT/pipelines/figures" \
    -s "$R/stand.csv" -l "$R/stand-lopend.csv" -g "$provincie/gemeenten.csv" \
    -b "$naam" -c "$plannen" -d "$dag" -o fig

new_page() {
	rm -rf pagina
	mkdir pagina
}
page_sound() {
	if [ "$status" = 0 ]; then
		cmp "$R/monitor.html" pagina/monitor.html
	else
		was_told && [ -z "$(ls -A pagina)" ]
	fi
}
sweep report new_page page_sound "$ROOT/pipelines/report" -r "$R" \
    -p "$provincie" --previous none -o pagina
done_testing
