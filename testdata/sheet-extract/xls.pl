#!/usr/bin/perl
# Makes an .xls of a text that holds its records, so that fixtures can be read:
# xls.pl CASE.records.txt >CASE.xls
#
#   !stream NAME [mini] [sector 4096]   what follows is this stream
#   TYPE PIECE...                       a record: hexadecimal type and bytes
#   :NAME                               the place of the next record
#
# Pieces: 1b 2w 3d numbers of 1, 2 and 4 bytes; 1.5f a double; 'text' bytes;
# "text" a byte each behind the byte 0, L"text" two bytes each behind the byte
# 1 (both as BIFF8 has them); @NAME a place in 4 bytes; x00ff as they are. A
# text ends at the next quote; \n is a line end, \x{20ac} a character.
use strict;
use warnings;
use open qw(:std :utf8);

my ($name, $mini, $shift, $stream) = ('Workbook', 0, 9, '');
my (%place, @later);

sub plain {
	my ($text) = @_;
	$text =~ s/\\n/\n/g;
	$text =~ s/\\x\{([0-9a-f]+)\}/chr hex $1/ge;
	return $text;
}

sub wide {
	my $all = '';
	for my $c (map { ord } split //, $_[0]) {
		$all .= $c < 0x10000 ? pack('v', $c)
		    : pack('vv', 0xd800 + (($c - 0x10000) >> 10),
			0xdc00 + (($c - 0x10000) & 0x3ff));
	}
	return $all;
}

sub piece {
	my ($p, $at) = @_;
	return pack 'C', $1 if $p =~ /^(\d+)b$/;
	return pack 'v', $1 if $p =~ /^(\d+)w$/;
	return pack 'V', $1 if $p =~ /^(\d+)d$/;
	return pack 'd<', $1 if $p =~ /^(.*)f$/ && $p !~ /^x/;
	return pack 'H*', $1 if $p =~ /^x([0-9a-f]*)$/;
	return pack 'C*', map { ord } split //, plain($1)
	    if $p =~ /^'(.*)'$/s;
	return pack 'C*', 0, map { ord } split //, plain($1)
	    if $p =~ /^"(.*)"$/s;
	return "\1" . wide(plain($1)) if $p =~ /^L"(.*)"$/s;
	if ($p =~ /^@(\w+)$/) {
		push @later, [$at, $1];
		return "\0" x 4;
	}
	die "$.: what is $p?\n";
}

while (my $line = <>) {
	chomp $line;
	next if $line eq '' || $line =~ /^#/;
	if ($line =~ /^!stream (\S+)( mini)?( sector 4096)?/) {
		($name, $mini, $shift) = ($1, $2, $3 ? 12 : 9);
	} elsif ($line =~ /^:(\w+)$/) {
		$place{$1} = length $stream;
	} else {
		my ($type, $rest) = $line =~ /^([0-9a-f]+)\s*(.*)/ or die "$.\n";
		my $data = '';
		while ($rest =~ /\G(L?"[^"]*"|'[^']*'|\S+)\s*/g) {
			$data .= piece($1, length($stream) + 4 + length $data);
		}
		$stream .= pack('vv', hex $type, length $data) . $data;
	}
}
substr($stream, $_->[0], 4) = pack 'V', $place{$_->[1]} // die for @later;

# An OLE file of one stream. Sectors: the stream (or what holds the small
# ones), the table of small sectors, the directory, the table of sectors.
my $size = 1 << $shift;
my $length = length $stream;
$stream .= "\0" x (4096 - $length) if !$mini && $length < 4096;
$length = length $stream unless $mini;
my $n = int((length($stream) + $size - 1) / $size);
my @fat = (1 .. $n - 1, 0xfffffffe);
my ($small, $table) = (0xfffffffe, '');
if ($mini) {
	my $k = int(($length + 63) / 64);
	$table = pack 'V*', 1 .. $k - 1, 0xfffffffe;
	$table .= "\xff" x ($size - length $table);
	$small = @fat;
	push @fat, 0xfffffffe;
}
my $directory = @fat;
push @fat, 0xfffffffe;
my $fats = int((@fat + 1) / ($size / 4)) + 1;
my $first = @fat;
push @fat, (0xfffffffd) x $fats;

sub entry {
	my ($entry, $type, $start, $bytes, $child) = @_;
	my $text = wide($entry) . "\0\0";
	return $text . "\0" x (64 - length $text) . pack('vCC VVV', length $text,
	    $type, 1, 0xffffffff, 0xffffffff, $child) . "\0" x 36
	    . pack('VVV', $start, $bytes, 0);
}

binmode STDOUT, ':raw';
my $entries = entry('Root Entry', 5, $mini ? 0 : 0xfffffffe,
    $mini ? 64 * int(($length + 63) / 64) : 0, 1)
    . entry($name, 2, 0, $length, 0xffffffff);
my $fat = pack 'V*', @fat;
my $header = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" . "\0" x 16
    . pack('vvvvv', 0x3e, $shift == 9 ? 3 : 4, 0xfffe, $shift, 6) . "\0" x 6
    . pack('VVVVVVVVV', $shift == 9 ? 0 : 1, $fats, $directory, 0, 4096,
	$small, $mini ? 1 : 0, 0xfffffffe, 0)
    . pack('V*', $first .. $first + $fats - 1);
print $header, "\xff" x (512 - length $header), "\0" x ($size - 512),
    $stream, "\0" x (-length($stream) % $size), $table,
    $entries, "\0" x (-length($entries) % $size),
    $fat, "\xff" x (-length($fat) % $size);
