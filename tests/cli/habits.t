#!/bin/bash
# One meaning per letter and word over all tools, from --help all: what you
# learn of one tool holds for the next. Old names work for one version, and
# nothing of ours uses them.
. "$(dirname "$0")/lib.sh"

# A row per option: tool, letter, word, argument, meaning (what comes before a
# bracket or a semicolon), all of the text. And per old name: tool, old, new.
for tool in "$BIN"/*; do
	"$tool" --help all | awk -v tool="${tool##*/}" -v OFS='\t' \
	    -v olds="$T/olds" '
	function flush() {
		if (word == "")
			return
		meaning = text
		sub(/ *[(;] ?.*/, "", meaning)
		print tool, letter, word, arg, meaning, text
		word = ""
	}
	/^Old names/ { flush(); old = 1; next }
	old && / is --/ { print tool, $1, $3 >>olds; next }
	/^  (-.,|   ) --/ {
		flush()
		letter = substr($0, 3, 1) == "-" ? substr($0, 4, 1) : "."
		rest = substr($0, 7)
		word = rest
		sub(/ .*/, "", word)
		rest = substr(rest, length(word) + 2)
		arg = rest ~ /^[^ ]/ ? rest : "."
		sub(/  .*| .*/, "", arg)
		text = length($0) > 28 ? substr($0, 29) : ""
		if (rest ~ /^[^ ]/ && length("123456" word " " arg) >= 28)
			text = ""
		next
	}
	word != "" && length($0) > 28 && substr($0, 1, 28) ~ /^ *$/ {
		text = text (text == "" ? "" : " ") substr($0, 29)
		next
	}
	/^$/ { flush() }
	END { flush() }' >>"$T/table"
done
ok "each tool has a row of --help" test \
    "$(cut -f1 "$T/table" | sort -u | wc -l)" = "$(ls "$BIN" | wc -l)"
ok "each row has a text" test -z "$(awk -F'\t' '$5 == ""' "$T/table")" -a -s "$T/table"

# differs COLUMN COLUMN: values of the first that have two of the second.
differs() {
	awk -F'\t' -v a="$1" -v b="$2" '
	$a != "." && ($a in first) && first[$a] != $b {
		print $a ": " first[$a] " in " tool[$a] ", " $b " in " $1
		bad = 1
	}
	$a != "." && !($a in first) { first[$a] = $b; tool[$a] = $1 }
	END { exit NR == 0 || bad }' "${3-$T/table}"
}
ok "a letter is one word in all tools" differs 2 3
ok "a word has one letter in all tools, or none" differs 3 2
ok "and one meaning" differs 3 5
# What is picked is told in more forms here than there.
grep -vE '	--(where|key|schema)	' "$T/table" >"$T/plain"
ok "and one argument" differs 3 4 "$T/plain"

# Files and options have one name: who reads ROOSTER.csv calls it --rooster.
awk -F'\t' '$4 ~ /\.csv$/ { arg = tolower($4); sub(/\.csv$/, "", arg)
    if ("--" arg != $3) print $1, $3, $4 }' "$T/table" >"$T/misnamed"
ok "an option is called as the file that it reads" sh -c 'test -s "$1" &&
    diff /dev/null "$2"' - "$T/table" "$T/misnamed"
# And the other way round: what is kept by hand has its name where a tool takes
# it. These are read by recipes alone.
recipes=' bronnen instellingen kaart monitoren namen plankeuze '
for file in "$ROOT"/pipelines/{flevoland,maten}/*.csv; do
	name=$(basename "$file" .csv)
	[[ $recipes == *" $name "* ]] || grep -q "	--$name	" "$T/table" ||
	    echo "no option is called --$name: add it here if recipes read it"
done >"$T/unread"
ok "tables without an option are those of recipes" diff /dev/null "$T/unread"
awk -F'\t' '$4 == "FILE" { print $3 }' "$T/table" | sort -u | tr '\n' ' ' >"$T/free"
ok "FILE is what a tool writes, and what has any name" test "$(<"$T/free")" = \
    "--findings --inputs --kept --metadata --output --phasing --proof --receipt \
--rejected --rejects --seen --unmatched "

# --- old names
ok "there are old names" test -s "$T/olds"
while IFS=$'\t' read -r tool old now; do
	grep -q "^$tool	[^	]*	$now	" "$T/table" || echo "$tool $now"
	! grep -qE "^$tool	(${old#-}	|[^	]*	$old	)" "$T/table" ||
	    echo "$tool $old is an option"
done <"$T/olds" >"$T/wrong"
ok "they stand for options that there are, and are none" diff /dev/null "$T/wrong"
cat >"$T/in.csv" <<END
a,b
1,2
END
run csvpick -t "$T/in.csv"
is 0 "an old letter works, and is told" "csvpick: warning: -t is now --tab; -t \
goes in the next version" <<END
a	b
1	2
END
run csvpick -tq -t "$T/in.csv"
is 0 "not when quiet" <<END
a	b
1	2
END
G=$ROOT/pipelines/flevoland/gemeenten.csv
run plan-accept -q -g "$G" --limits="$ROOT/pipelines/maten/grenzen.csv" -
ok "an old word takes its argument behind =" grep -q \
    'stdin: error: no header' "$T/err"
run cbs-extract --selection
ok "and wants one" grep -q -- '--selecties wants SELECTIES.csv' "$T/err"
run csvpick --help some
ok "--help takes a word for what it is" test "$status" = 0 -a -s "$T/out"
run csvpick --help=some
ok "--help=some is none" grep -q -- '--help takes all, not "some"' "$T/err"

# used FILE...: commands of ours, over lines that end in a backslash, that use
# an old name.
used() {
	perl -e '
	my (%old, %seen);
	open my $o, "<", shift or die;
	while (<$o>) {
		chomp;
		my ($tool, $old) = split /\t/;
		push @{$old{$tool}}, $old;
	}
	my $tools = join "|", map { quotemeta } sort { length $b <=> length $a } keys %old;
	local $/;
	for my $file (@ARGV) {
		open my $f, "<", $file or die "$file: $!";
		my $text = <$f>;
		$text =~ s/\\\n/ /g;
		$text =~ s/\\e\n/ /g;
		while ($text =~ /(?<![\w.\/-])($tools)(?= )((?:(?!"\s+")[^|;)\n&\x27])*)/g) {
			my ($tool, $line) = ($1, $2);
			for my $old (@{$old{$tool}}) {
				my $word = $old =~ /^--/ ? qr/\s\Q$old\E(?=[\s="])/
				    : do { my $l = substr $old, 1, 1;
					qr/\s-[A-Z0a-z]*$l(?=\s|$|[A-Z]\s)/ };
				print "$file: $tool$line: $old\n" if $line =~ $word;
			}
		}
	}' "$T/olds" "$@"
}
printf 'csvpick -Ht -c a f\nplan-accept -g g \\\n    --limits x\n' >"$T/script"
ok "an old name in a recipe is seen" test "$(used "$T/script" | wc -l)" = 2
find "$ROOT"/pipelines "$ROOT"/README.md "$ROOT"/cmd "$ROOT"/tests/bench \
    "$ROOT"/tests/judge -type f ! -name '*.csv' ! -name '*.[ch]' >"$T/files"
mapfile -t files <"$T/files"
used "${files[@]}" >"$T/used"
ok "no recipe, page or manual uses one" diff /dev/null "$T/used"
done_testing
