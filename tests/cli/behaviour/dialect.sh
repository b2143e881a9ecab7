# Sourced by behaviour.t: the forms in which an input may come.

compressed() {
	gzip -c "$input" >"$T/in.gz"
	with "$T/in.gz"
	ok "$tool: gz equals plain" good
	fed "$T/in.gz" -
	ok "$tool: gz on standard input" good
	{ cat "$T/in.gz"; echo rest; } >"$T/rest.gz"
	with "$T/rest.gz"
	ok "$tool: gz with something behind it" refused "$T/rest.gz:.*byte"
	fresh
	size=$(wc -c <"$T/in.gz")
	head -c $((size - 9)) "$T/in.gz" >"$T/cut.gz"
	with -o "$T/o/f" "$T/cut.gz"
	ok "$tool: a cut-off gz" refused "$T/cut.gz:.*byte"
	ok "$tool: a cut-off gz keeps the old output" kept
	head -c 5 "$T/in.gz" >"$T/cut.gz"
	with "$T/cut.gz"
	ok "$tool: a gz cut in its header" refused "$T/cut.gz:.*byte"
	printf 'X' | dd of="$T/in.gz" bs=1 seek=$((size - 6)) conv=notrunc \
	    2>/dev/null
	with "$T/in.gz"
	ok "$tool: a gz with another checksum" refused "$T/in.gz:"
}

line_ends() {
	sed 's/$/\r/' "$input" >"$T/v"
	with "$T/v"
	ok "$tool: CRLF" good
	tr '\n' '\r' <"$input" >"$T/v"
	with "$T/v"
	ok "$tool: lone CR" good
	printf %s "$(cat "$input")" >"$T/v"
	with "$T/v"
	ok "$tool: no final newline" good
}

read_or_refused() {
	if [ "$status" = 2 ]; then refused UTF-16; else good; fi
}

encodings() {
	{ printf '\357\273\277'; cat "$input"; } >"$T/v"
	with "$T/v"
	ok "$tool: a BOM" good
	for form in LE BE; do
		{ printf '\357\273\277'; cat "$input"; } |
		    iconv -f UTF-8 -t UTF-16$form >"$T/v"
		with "$T/v"
		ok "$tool: UTF-16$form is read, or refused by name" \
		    read_or_refused
	done
	{ cat "$input"; tail -1 "$input" | tr '\n' '\351'; } >"$T/v"
	line=$(($(wc -l <"$input") + 1))
	with "$T/v"
	ok "$tool: invalid UTF-8 has line and byte" refused "$T/v:$line.*byte"
	{ cat "$input"; tail -1 "$input" | tr ',' '\0'; } >"$T/v"
	with "$T/v"
	ok "$tool: a NUL byte" refused "$T/v:$line"
}

# A record too short or too long is an error of the file, or of the record
# where a tool keeps rejects.
ragged() {
	cat "$T/err"
	[ "$status" != 0 ] && grep -Eq "^$tool: $T/v:$1.*(expected|found)" \
	    "$T/err"
}

structure() {
	line=$(($(wc -l <"$input") + 1))
	{ cat "$input"; printf '"open'; tr -d '"' <"$input"; } >"$T/v"
	with "$T/v"
	ok "$tool: an unterminated quote names the line it opened on" \
	    refused "$T/v:$line"
	head -1 "$input" | sed 's/^\([^,]*\),\(.*\)/\1,\2,\1/' >"$T/v"
	sed 1d "$input" | sed 's/$/,/' >>"$T/v"
	with "$T/v"
	ok "$tool: a column that comes twice" refused "$T/v"
	{ cat "$input"; echo x,y; } >"$T/v"
	with "$T/v"
	ok "$tool: a short record" ragged "$line"
	{ cat "$input"; tail -1 "$input" | sed 's/$/,more/'; } >"$T/v"
	with "$T/v"
	ok "$tool: a long record" ragged "$line"
	: >"$T/v"
	with "$T/v"
	ok "$tool: an empty file" refused "$T/v.*no header"
	with - </dev/null
	ok "$tool: an empty standard input" refused "stdin.*no header"
	head -1 "$input" >"$T/v"
	with "$T/v"
	head -1 "$T/base" >"$T/head"
	head -1 "$T/out" >"$T/out.head"
	ok "$tool: a header only gives at least a header" test "$status" -lt 2
	ok "$tool: and the same one" cmp "$T/head" "$T/out.head"
}

dialect() {
	compressed
	[ "$form" = csv ] || return
	line_ends
	encodings
	structure
}
