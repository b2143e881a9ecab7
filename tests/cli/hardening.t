#!/bin/sh
# What Debian asks of a program that reads what others send, as it is in the
# binaries.
. "$(dirname "$0")/lib.sh"
for dir in "$ROOT"/cmd/*/; do
	tool=$(basename "$dir")
	readelf -Wd "$BIN/$tool" >"$T/dynamic"
	readelf -Wh "$BIN/$tool" >"$T/head"
	readelf -Wl "$BIN/$tool" >"$T/segments"
	readelf -W --dyn-syms "$BIN/$tool" >"$T/symbols"
	ok "$tool: at an address of its own (PIE)" grep -q 'Type: *DYN' "$T/head"
	ok "$tool: bound at start" grep -q 'FLAGS.*NOW' "$T/dynamic"
	ok "$tool: tables of addresses read-only" grep -q GNU_RELRO "$T/segments"
	ok "$tool: no executable stack" sh -c \
	    "grep GNU_STACK '$T/segments' | grep -qv 'RWE'"
	ok "$tool: canaries" grep -q __stack_chk_fail "$T/symbols"
	ok "$tool: checked copies (FORTIFY)" grep -q '__[a-z]*_chk@' "$T/symbols"
done
# Libraries that are loaded when they are needed: who needs none starts without
# them, who does is told, and writes nothing.
mkdir "$T/lib"
for tool in cbs-extract sheet-extract csvpick; do
	for so in $(strings "$BIN/$tool" | grep -xE \
	    'lib(xml2|zip|smartcols)\.so\.[0-9]+' | sort -u); do
		echo none >"$T/lib/$so"
	done
done
ok "three libraries are loaded late" \
    [ "$(find "$T/lib" -type f | wc -l)" = 3 ]
late() { LD_LIBRARY_PATH=$T/lib "$@"; }
for dir in "$ROOT"/cmd/*/; do
	tool=$(basename "$dir")
	run late "$tool" --version
	ok "$tool: starts without them" [ "$status" = 0 -a -s "$T/out" ]
done
printf 'a,b\n1,2\n' >"$T/in.csv"
# missing TOOL LIBRARY PACKAGE ARGUMENT...
missing() {
	tool=$1 so=$(echo "$T/lib/$2".so.*) package=$3
	shift 3
	run late "$tool" "$@"
	fails 2 "$tool without $package" \
	    "$tool: $so: file too short (package $package)"
}
missing csvpick libsmartcols libsmartcols1 --table "$T/in.csv"
echo '<feed xmlns="http://www.w3.org/2005/Atom"/>' >"$T/in.xml"
missing cbs-extract libxml2 libxml2 "$T/in.xml"
missing sheet-extract libzip libzip -o "$T/sheet.csv" \
    "$DATA/nightly/plannen/almere.xlsx"
ok "and leaves nothing" [ ! -e "$T/sheet.csv" ]
done_testing
