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
	printf %s "${in//$'\n'/$'\r\n'}" >"$T/v"
	with "$T/v"
	ok "$tool: CRLF" good
	printf %s "${in//$'\n'/$'\r'}" >"$T/v"
	with "$T/v"
	ok "$tool: lone CR" good
	printf %s "${in%$'\n'}" >"$T/v"
	with "$T/v"
	ok "$tool: no final newline" good
	sed '1{ s/"//g; s/,/ , /g; s/$/ /; }' "$input" >"$T/v"
	with "$T/v"
	# cbs-extract tells the forms of CBS apart by their exact headers.
	if [ "$tool" = cbs-extract ]; then
		ok "$tool: blanks around the names: no form of CBS" refused \
		    'not a form'
	else
		ok "$tool: blanks around the names in the header" good
	fi
}

read_or_refused() {
	if [ "$status" = 2 ]; then refused UTF-16; else good; fi
}

encodings() {
	printf '\357\273\277%s' "$in" >"$T/v"
	with "$T/v"
	ok "$tool: a BOM" good
	for form in LE BE; do
		printf '\357\273\277%s' "$in" |
		    iconv -f UTF-8 -t UTF-16$form >"$T/v"
		with "$T/v"
		ok "$tool: UTF-16$form is read, or refused by name" \
		    read_or_refused
	done
	printf '%s\351' "$in$last" >"$T/v"
	with "$T/v"
	ok "$tool: invalid UTF-8 has line and byte" refused "$T/v:$line.*byte"
	{ printf %s "$in"; tr , '\0' <<<"$last"; } >"$T/v"
	with "$T/v"
	ok "$tool: a NUL byte" refused "$T/v:$line"
}

# A record too short or too long is an error of the file, or of the record
# where a tool keeps rejects.
ragged() {
	says "^$tool: $T/v:$1.*(expected|found)" && [ "$status" != 0 ]
}

structure() {
	printf '%s"open%s' "$in" "${in//\"/}" >"$T/v"
	with "$T/v"
	ok "$tool: an unterminated quote names the line it opened on" \
	    refused "$T/v:$line"
	head -1 "$input" | sed 's/^\([^,]*\),\(.*\)/\1,\2,\1/' >"$T/v"
	sed 1d "$input" | sed 's/$/,/' >>"$T/v"
	with "$T/v"
	ok "$tool: a column that comes twice" refused "$T/v"
	printf '%sx,y\n' "$in" >"$T/v"
	with "$T/v"
	ok "$tool: a short record" ragged "$line"
	printf '%s%s,more\n' "$in" "$last" >"$T/v"
	with "$T/v"
	ok "$tool: a long record" ragged "$line"
	: >"$T/v"
	with "$T/v"
	ok "$tool: an empty file" refused "$T/v.*no header"
	with - </dev/null
	ok "$tool: an empty standard input" refused "stdin.*no header"
	[ "$form" = csv ] || return 0
	printf '%s\n' "${in%%$'\n'*}" >"$T/v"
	with "$T/v"
	ok "$tool: a header only gives at least a header" test "$status" -lt 2
	text "$T/base"
	head=${text%%$'\n'*}
	text "$T/out"
	ok "$tool: and the same one" test -n "$head" -a \
	    "${text%%$'\n'*}" = "$head"
}

# A workbook is whole or it is nothing.
containers() {
	size=$(wc -c <"$input")
	fresh
	for keep in 0 3 $((size / 2)) $((size - 1)); do
		head -c "$keep" "$input" >"$T/v"
		with -o "$T/o/f" "$T/v"
		ok "$tool: the first $keep of $size bytes" refused "$T/v"
		fed "$T/v" -
		ok "$tool: and these on standard input" refused 'stdin'
	done
	echo Gemeente,Plan >"$T/v"
	with "$T/v"
	ok "$tool: text" refused "$T/v"
	ok "$tool: what is refused keeps the old output" kept
}

dialect() {
	compressed
	if [ "$form" = zip ]; then
		containers
		return
	fi
	# All of it, its last row, and the line after that.
	text "$input"
	in=$text last=${text%$'\n'}
	last=${last##*$'\n'}
	mapfile -t line <"$input"
	line=$((${#line[@]} + 1))
	line_ends
	encodings
	structure
}
