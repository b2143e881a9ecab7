# Sourced by behaviour.t and fault.t, after lib.sh: the table of tools and
# what is asked of each run.
HERE=$ROOT/tests/cli/behaviour

# each_tool FUNCTION: for each row of the table with $tool, $input, $args,
# $form, $stdin and $order set, in the directory of the fixtures.
each_tool() {
	cd "$HERE" || exit 1
	while IFS='|' read -r tool input args form stdin order <&3; do
		case $tool in '#'* | '') continue ;; esac
		"$1"
	done 3<tools
}

# The tool with its arguments and these. $args is words.
with() {
	# shellcheck disable=SC2086
	run "$tool" $args "$@"
}

# The same, fed from FILE: fed FILE ARGUMENT...
fed() {
	file=$1
	shift
	with "$@" <"$file"
}

# As the first run: status, bytes, and not a word.
good() {
	[ "$status" = 0 ] || { echo "status $status"; cat "$T/err"; return 1; }
	[ ! -s "$T/err" ] || { cat "$T/err"; return 1; }
	diff -u "$T/base" "${1-$T/out}"
}

# Exit 2, no data, one line on standard error that matches the pattern.
refused() {
	echo "status $status, stderr:"
	cat "$T/err"
	[ "$status" = 2 ] && [ ! -s "$T/out" ] &&
	    [ "$(wc -l <"$T/err")" = 1 ] && grep -q "^$tool: " "$T/err" &&
	    grep -Eq -e "$1" "$T/err"
}

# No temporary file of -o in DIRECTORY.
tidy() {
	left=$(find "${1-$T/o}" -name '*tmp*')
	[ -z "$left" ] || { echo "left over: $left"; return 1; }
}

# A fresh directory for -o, with an old file in it.
fresh() {
	rm -rf "$T/o"
	mkdir "$T/o"
	echo old >"$T/o/f"
}

kept() {
	tidy && [ "$(cat "$T/o/f")" = old ]
}

# A well-formed input whose output is larger than any buffer. On stdout.
big() {
	case $tool in
	plan-diff)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for (i = 1; i <= 9000; i++) {
				$2 = $3 = "x" i
				print
			}
		}' "$input"
		;;
	*) return 1 ;;
	esac
}
