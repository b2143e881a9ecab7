# Sourced by behaviour.t and fault.t, after lib.sh: the table of tools and
# what is asked of each run. In bash: there are thousands of questions, and none
# is a program.
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

# text FILE: into text. Fails when a byte of it is NUL, which no text can have.
text() {
	text=''
	[ -f "$1" ] && ! IFS= read -r -d '' text <"$1"
}

# alike FILE FILE
alike() {
	local one
	[ -f "$1" ] && [ -f "$2" ] && text "$1" && one=$text && text "$2" &&
	    [ "$one" = "$text" ] || diff -u "$1" "$2"
}

# As the first run: status, bytes, and not a word.
good() {
	[ "$status" = 0 ] || { echo "status $status"; cat "$T/err"; return 1; }
	[ ! -s "$T/err" ] || { cat "$T/err"; return 1; }
	alike "$T/base" "${1-$T/out}"
}

# says PATTERN: a line of standard error matches.
says() {
	local line
	while IFS= read -r line || [ -n "$line" ]; do
		[[ ! $line =~ $1 ]] || return 0
	done <"$T/err"
	echo "no $1:"
	cat "$T/err"
	return 1
}

# Exit 2, no data, one line on standard error that matches the pattern.
refused() {
	said='' more=''
	{
		read -r said
		read -r more
	} <"$T/err"
	[ "$status" = 2 ] && [ ! -s "$T/out" ] && [ -z "$more" ] &&
	    [[ $said = "$tool: "* && $said =~ $1 ]] && return
	echo "status $status, stderr:"
	cat "$T/err"
	return 1
}

# The same, but warnings may come first.
told() {
	local lines
	mapfile -t lines <"$T/err"
	printf '%s\n' "${lines[@]: -1}" >"$T/err"
	refused "$1"
}

# No temporary file of -o.
tidy() {
	local left
	for left in "$T"/o/*tmp* "$T"/o/.*tmp*; do
		[ ! -e "$left" ] || { echo "left over: $left"; return 1; }
	done
}

# A fresh directory for -o, with an old file in it.
fresh() {
	local there=("$T"/o/* "$T"/o/.[!.]*)
	if [ "${there[*]}" != "$T/o/f $T/o/.[!.]*" ]; then
		rm -rf "$T/o"
		mkdir "$T/o"
	fi
	echo old >"$T/o/f"
}

kept() {
	tidy && text "$T/o/f" && [ "$text" = $'old\n' ]
}

# A well-formed input whose output is larger than any buffer, on stdout; the
# arguments for it, when they are others, go to $T/args.
big() {
	case $tool in
	cbs-extract)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for ($1 = 0; $1 < 5000; $1++)
				print
		}' "$input"
		;;
	sheet-extract) cat big.xlsx ;;
	plan-diff | plan-normalize)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for (i = 1; i <= 9000; i++) {
				$2 = $3 = "x" i
				print
			}
		}' "$input"
		;;
	disclosure-check)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			$12 = "Gemeente"
			for (i = 1; i <= 3000; i++) {
				$2 = $3 = "x" i
				$23 = i + 2
				print
			}
		}' "$input"
		;;
	plan-letter)
		seq -f 'GM8%03g,Dorp,WD-ZUID,PV99,' 0 999 |
		    awk -F, -v OFS=, 'NR == 1 { print "gemeente", "naam",
			"woondeal", "provincie", "alias" }
			{ $2 = $2 NR; print }' >"$T/many.csv"
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for (i = 0; i < 1000; i++) {
				$1 = sprintf("GM8%03d", i)
				$23 = i + 2
				print
			}
		}' "$input"
		echo -g "$T/many.csv" >"$T/args"
		;;
	woondeal-diff)
		cat "$input"
		{
			cat gemeenten.csv
			seq -f 'GM8%03g,Dorp,WD-ZUID,PV99,' 100 160 |
			    awk -F, -v OFS=, '{ $2 = $2 NR; print }'
		} >"$T/many.csv"
		echo -y 1950..2049 -g "$T/many.csv" -t opgave.csv >"$T/args"
		;;
	indicator-join)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for ($4 = 1000; $4 < 3000; $4++)
				print
		}' "$input"
		;;
	csvpick | csvdiff | csvmerge)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for (i = 10001; i <= 30000; i++) {
				$3 = "GM" i
				print
			}
		}' "$input"
		;;
	plan-exchange)
		cat "$input"
		seq -f '{A},2,%g,Nee' 2000 30000
		;;
	plan-accept)
		awk -F, -v OFS=, 'NR == 1 { print } NR == 2 {
			for (i = 1; i <= 2000; i++) {
				$2 = "deel " i
				print
			}
		}' "$input"
		;;
	release-seal)
		mkdir "$T/many"
		seq 4000 | split -l 1 -a 4 --additional-suffix=.csvt - \
		    "$T/many/f"
		echo --release "$T/many" --schema schema >"$T/args"
		cat "$input"
		;;
	*) return 1 ;;
	esac
}
