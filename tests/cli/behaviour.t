#!/bin/bash
# The behaviours that are the same for every tool (streams, exit statuses,
# input dialects, messages, help), over the table behaviour/tools.
. "$(dirname "$0")/lib.sh"
. "$ROOT/tests/cli/behaviour/common.sh"
. "$ROOT/tests/cli/behaviour/streams.sh"
. "$ROOT/tests/cli/behaviour/dialect.sh"
. "$ROOT/tests/cli/behaviour/words.sh"

# Real locales where the system has their sources; elsewhere the names only.
# They take longer to make than all that is done in them, and are kept.
locale=$BIN/../locale
mkdir -p "$locale"
for l in nl_NL tr_TR; do
	[ -d "$locale/$l.UTF-8" ] ||
	    localedef -i $l -f UTF-8 "$locale/$l.UTF-8" >/dev/null 2>&1
done

one_tool() {
	with "$input"
	cp "$T/out" "$T/base"
	ok "$tool: good input: exit 0, data on stdout, silence on stderr" test \
	    "$status" = 0 -a -s "$T/out" -a ! -s "$T/err"
	if [ "$form" = csv ]; then
		IFS= read -r header <"$input"
		echo "$header" >"$T/small"
	else
		cp "$input" "$T/small"
	fi
	echo "$args" >"$T/args"
	big >"$T/big"
	streams
	dialect
	words
}

each_tool one_tool

# Every tool there is, is in the table.
text "$HERE/tools"
for dir in "$ROOT"/cmd/*; do
	ok "${dir##*/} is in the table" test \
	    "$text" != "${text#*$'\n'"${dir##*/}|"}"
done
done_testing
