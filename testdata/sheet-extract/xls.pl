#!/usr/bin/perl
# Makes an .xls of a text that holds its records, so that fixtures can be read:
# xls.pl CASE.records.txt >CASE.xls
#
#   !stream NAME [mini] [sector 4096]   what follows is this stream
#   TYPE PIECE...                       a record: hexadecimal type and bytes
#   :NAME                               the place of the next record
#   !password BITS WORD                 encrypt by RC4 (CryptoAPI) all that is
#                                       not needed to decrypt
#
# Pieces: 1b 2w 3d numbers of 1, 2 and 4 bytes; 1.5f a double; 'text' bytes;
# "text" a byte each behind the byte 0, L"text" two bytes each behind the byte
# 1 (both as BIFF8 has them); @NAME a place in 4 bytes; x00ff as they are. A
# text ends at the next quote; \n is a line end, \x{20ac} a character.
use strict;
use warnings;
use open qw(:std :utf8);
use Digest::SHA qw(sha1);

my ($bits, $word);
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

sub rc4 {
	my ($key, $text) = @_;
	my @s = 0 .. 255;
	my ($i, $j, $out) = (0, 0, '');
	my @k = unpack 'C*', $key;
	for $i (0 .. 255) {
		$j = ($j + $s[$i] + $k[$i % @k]) & 255;
		@s[$i, $j] = @s[$j, $i];
	}
	$j = 0;
	for my $c (unpack 'C*', $text) {
		$i = ($i + 1) & 255;
		$j = ($j + $s[$i]) & 255;
		@s[$i, $j] = @s[$j, $i];
		$out .= chr($c ^ $s[($s[$i] + $s[$j]) & 255]);
	}
	return $out;
}

my $salt = join '', map { chr } 1 .. 16;

sub key_of {
	my $all = sha1(sha1($salt . wide($word)) . pack 'V', $_[0]);
	return substr($all, 0, $bits / 8) . "\0" x ($bits == 40 ? 11 : 0);
}

sub file_pass {
	my $verifier = join '', map { chr } 101 .. 116;
	my $both = rc4(key_of(0), $verifier . sha1($verifier));
	my $header = pack('V8', 4, 0, 0x6801, 0x8004, $bits, 1, 0, 0)
	    . wide("RC4\0");
	my $data = pack('vvvVV', 1, 2, 2, 4, length $header) . $header
	    . pack('V', 16) . $salt . substr($both, 0, 16) . pack('V', 20)
	    . substr($both, 16);
	return pack('vv', 0x2f, length $data) . $data;
}

# Each 1024 bytes of the stream have their own key; heads of records and some
# records stay as they are.
sub encrypt {
	my $mask = '';
	$mask .= rc4(key_of($_), "\0" x 1024) for 0 .. length($stream) / 1024;
	for (my $at = 0; $at < length $stream;) {
		my ($type, $n) = unpack 'vv', substr $stream, $at, 4;
		my $from = $type == 0x85 ? 4 : 0;
		substr($stream, $at + 4 + $from, $n - $from) ^=
		    substr $mask, $at + 4 + $from, $n - $from
		    unless grep { $type == $_ } 0x809, 0x2f, 0xe1;
		$at += 4 + $n;
	}
}

while (my $line = <>) {
	chomp $line;
	next if $line eq '' || $line =~ /^#/;
	if ($line =~ /^!stream (\S+)( mini)?( sector 4096)?/) {
		($name, $mini, $shift) = ($1, $2, $3 ? 12 : 9);
	} elsif ($line =~ /^!password (\d+) (\S+)/) {
		($bits, $word) = ($1, $2);
		$stream .= file_pass();
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
encrypt() if $word;

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
