#!/bin/bash
# Each tool's manual: clean, complete against --help, and its examples run.
. "$(dirname "$0")/lib.sh"
set -o pipefail

# -o and --output of each option, a word a line, as the manual has them in
# its `.It Fl` lines: all words after Fl, until another macro.
in_manual() {
	awk '$1 == ".It" && $2 == "Fl" {
		fl = 0
		dashes = ""
		for (i = 2; i <= NF; i++) {
			if ($i == "Fl") {
				dashes = fl == i - 1 && fl ? "--" : "-"
				fl = i
			} else if ($i ~ /^[A-Z][a-z]$/) {
				dashes = ""
			} else if ($i != "," && dashes != "") {
				print dashes $i
			}
		}
	}' "$1" | sort
}

in_help() {
	"$1" --help all | sed -n '
		/^Old names/q
		s/^  \(-.\), \(--[a-z0-9-]*\) .*/\1\n\2/p
		s/^      *\(--[a-z0-9-]*\) .*/\1/p' | sort
}

# The commands of the EXAMPLES: literal lines that start with "$ ", joined
# where they end in a backslash.
examples() {
	mandoc -Tascii -O width=250 "$1" | sed 's/.\x08//g' |
	    sed -n '/^EXAMPLES/,/^[A-Z]/p' |
	    sed -e :a -e '/\\$/N; s/\\\n *//; ta' |
	    sed -n 's/^ *\$ //p'
}

sections() {
	local s missing=''
	for s in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES 'SEE ALSO' \
	    CAVEATS; do
		[[ $1 = *$'\n'".Sh $s"$'\n'* ]] || missing+=" $s"
	done
	echo "missing:$missing"
	[ -z "$missing" ]
}

# In a copy of the project root that may be written in.
example() {
	(cd "$T/root" && bash -o pipefail -c "$1
		rc=\$? parts=(\"\${PIPESTATUS[@]}\")
		for part in \"\${parts[@]}\"; do
			((part <= 2 || part == 141)) || exit 3
		done
		exit \$rc") >"$T/out" 2>"$T/err" </dev/null
	rc=$?
	echo "status $rc"
	said=$(<"$T/err")
	echo "$said"
	[[ $said != *'goes in the next version'* ]] || return
	[ $rc -le 1 ] || { [ $rc = 141 ] && [[ $1 = *head* ]]; }
}

mkdir "$T/root"
for f in "$ROOT"/*; do
	ln -s "$f" "$T/root"
done

for dir in "$ROOT"/cmd/*/; do
	tool=${dir%/} tool=${tool##*/}
	page=$dir$tool.1
	ok "$tool: there is a manual" test -f "$page"
	[ -f "$page" ] || continue
	ok "$tool: mandoc has nothing to say" mandoc -Tlint -Wwarning "$page"
	in_manual "$page" >"$T/manual"
	in_help "$tool" >"$T/help"
	ok "$tool: --help has options" test -s "$T/help"
	ok "$tool: each option of --help all is in the manual, and no other" \
	    diff -u "$T/help" "$T/manual"
	ok "$tool: all sections" sections $'\n'"$(<"$page")"
	examples "$page" >"$T/examples"
	ok "$tool: the manual has examples" test -s "$T/examples"
	while IFS= read -r command <&3; do
		ok "$tool: \$ $command" example "$command"
	done 3<"$T/examples"
done

# Recipes have no table of options: a line of --help that begins with one.
recipe_help() {
	"$1" --help all | sed -nE 's/^  (-[^ ,]+(, -[^ ]+)*).*/\1/p' |
	    sed 's/, /\n/g' | sort -u
}

# Each recipe that woonmonitor runs has one too, and says of itself what the
# tools say.
version=$(csvpick --version)
for page in "$ROOT"/pipelines/*.1; do
	recipe=${page##*/} recipe=${recipe%.1}
	ok "$recipe: is a recipe" test -x "${page%.1}"
	ok "$recipe: mandoc has nothing to say" mandoc -Tlint -Wwarning "$page"
	run "${page%.1}" --version
	is 0 "$recipe: --version" <<END
$recipe ${version#csvpick }
END
	run "${page%.1}" --help
	cp "$T/out" "$T/said"
	said=$(<"$T/said")
	ok "$recipe: --help begins with how it is called" test \
	    "${said#"usage: $recipe "}" != "$said" -a ! -s "$T/err"
	run "${page%.1}" -h
	ok "$recipe: -h is the same" cmp "$T/said" "$T/out"
	ok "$recipe: --help fits a screen, and names each exit status" sh -c \
	    '[ "$(wc -l <"$1")" -le 24 ] && ! grep -q ".\{81\}" "$1" &&
	    grep -q "^Exit status: 0 " "$1"' - "$T/said"
	[ "$recipe" != woonmonitor ] || continue
	recipe_help "${page%.1}" >"$T/help"
	in_manual "$page" | sort -u >"$T/manual"
	ok "$recipe: each option of --help is in the manual, and no other" \
	    diff -u "$T/help" "$T/manual"
done
done_testing
