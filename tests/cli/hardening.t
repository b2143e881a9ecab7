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
done_testing
