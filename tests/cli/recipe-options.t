#!/bin/bash
# Options of recipes: what --help and the synopsis name is taken and nothing
# else, each other is refused in one line, and a letter means the same everywhere.
# (manuals.t holds --help against the manual.)
. "$(dirname "$0")/lib.sh"
cd "$T" || exit 1

# help_of RECIPE: of woonmonitor that of a question.
help_of() {
	if [ "$1" = woonmonitor ]; then set -- woonmonitor stand; fi
	"$ROOT/pipelines/$1" "${@:2}" --help all
}
# A line for each option of a --help: the option, its value or -, and what is
# said of it.
listed() {
	perl -ne 'my ($names, $value, $text) =
	    /^  (-[^ ,]+(?:, -[^ ,]+)*)(?: ([^ \[]\S*))?(?: \[all\])?(?: +(.*))?$/
	    or next;
	    print join("\t", $_, $value // "-", $text // ""), "\n"
		for split /, /, $names'
}
# Those of its synopsis, letters apart.
in_synopsis() {
	perl -0777 -ne '/^usage:(.*?\n)(?!  )/s or die; my $s = $1;
	    print map { /^-(\w+)$/ ? map { "-$_\n" } split //, $1 : "$_\n" }
		$s =~ /(?<![\w-])--?\w[\w-]*/g'
}

# asks RECIPE OPTION...: of a recipe that would go on: behind what is asked about
# stands an option that there is not.
asks() {
	words=()
	[ "$1" != uitwisseling ] || words=(export)
	run "$ROOT/pipelines/$1" "${words[@]}" "${@:2}" --bestaat-niet </dev/null
}
# refuses OPTION: in one line that names it (without dashes: the recipes in Perl
# have none), and nothing else came of it.
refuses() {
	hear
	[ "$status" = 2 ] && [ ! -s out ] && [ -z "$more" ] &&
	    [[ "$said;" =~ ^[a-z-]+:\ unknown\ option:?\ -?-?"$1"\; ]]
}
# takes RECIPE: all of its --help; not the beginning of one, nor a letter that
# another has.
takes() {
	bad=
	while IFS=$'\t' read -r option value text; do
		case $option in -h | --help | -V | --version) continue ;; esac
		[ "$value" = - ] || value=1
		asks "$1" "$option" ${value#-}
		refuses bestaat-niet || bad="$bad$option: $said $more"$'\n'
		[[ $option == --* ]] || continue
		asks "$1" "${option%?}"
		option=${option#--}
		refuses "${option%?}" || bad="$bad$option, cut: $said $more"$'\n'
	done <"$1.options"
	while read -r option; do
		! grep -q "^$option	" "$1.options" || continue
		asks "$1" "$option"
		refuses "${option#-}" || [[ $said == *'goes in the next version'* ]] ||
		    bad="$bad$option: $said $more"$'\n'
	done <letters
	printf %s "$bad"
	[ -z "$bad" ]
}
# What these letters mean, wherever they are.
meant() {
	bad=
	while IFS=$'\t' read -r option value text; do
		case "$option $value $text" in
		'-h - show this'* | '-V - show the version') ;;
		'-q - only errors'* | '-n - '*'say what would be '*) ;;
		'-v - say '* | '-v - show '* | '-v - only errors; a line '*) ;;
		'-o DIR '* | '-o OUT '* | '-o FOLDER '* | '-o FILE.'*) ;;
		'-p DIR '*province* | '-p PROVINCE '* | '-p LAND '*) ;;
		-[hVqnvop]' '*) bad="$bad$option $value $text"$'\n' ;;
		esac
	done
	printf %s "$bad"
	[ -z "$bad" ]
}

for page in "$ROOT"/pipelines/*.1; do
	recipe=${page##*/} recipe=${recipe%.1}
	help_of "$recipe" >help
	listed <help >"$recipe.options"
	in_synopsis <help >named
	ok "$recipe: the synopsis names what is explained" \
	    sh -c 'cut -f 1 "$1" >has; ! grep -vxF -f has named' - "$recipe.options"
	mandoc -Tascii "$page" | sed 's/.\x08//g' |
	    sed '/^SYN/,/^DESC/!d; s/^SYNOPSIS/usage:/; s/^   */  /' |
	    in_synopsis >named
	ok "$recipe: the manual's synopsis names each letter" \
	    sh -c 'grep -x -- "-[^hV]" has >want; ! grep -vxF -f named want'
done
cat ./*.options >all
ok "letters mean the same everywhere" meant <all
sed -n 's/^\(-.\)	.*/\1/p' all | sort -u >letters
ok "there are letters to ask about" test "$(wc -l <letters)" -gt 15
for recipe in *.options; do
	recipe=${recipe%.options}
	[ "$recipe" != woonmonitor ] || continue
	takes "$recipe" >why
	ok "$recipe: takes its options and no other" test ! -s why
	sed 's/^/# /' why
done
run "$ROOT/pipelines/woonmonitor" --bestaat-niet
ok "woonmonitor refuses what is none" refuses bestaat-niet
done_testing
