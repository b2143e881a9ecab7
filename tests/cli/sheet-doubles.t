#!/usr/bin/perl
# sheet-extract: a number that a workbook has with 17 digits is the shortest
# decimal of the same double. perl tries all lengths, from one digit on, for
# doubles of a fixed sequence; DOUBLES=n takes so many.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);

my $root = abs_path(dirname($0) . '/../..');
require "$root/testdata/sheet-extract/book.pl";
use lib dirname($0);
use Made qw(any ok done);

my $bin = $ENV{BIN} // "$root/build/bin";
my $tmp = tempdir(CLEANUP => 1);
my $count = $ENV{DOUBLES} // 3000;

# Digits without zeros around them, and the power of ten of the first.
sub digits_of {
	my ($sign, $whole, $part, $e) =
	    $_[0] =~ /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/ or return '?';
	my $digits = $whole . ($part // '');
	my $power = length($whole) - 1 + ($e // 0);
	$power -= length $1 if $digits =~ s/^(0+)(?=.)//;
	$digits =~ s/0+$//;
	return $digits eq '' ? '0' : "$sign$digits:$power";
}

sub shortest {
	my ($v) = @_;
	for my $n (1 .. 17) {
		my $text = sprintf "%.${n}g", $v;
		return $text if $text == $v;
	}
}

# Of three kinds: any; decimals of few digits, and what a sum makes of them.
sub number {
	my $kind = any(3);
	my $v = any(32768) * 32768 * 32768 + any(32768) * 32768 + any(32768);
	return $v * 10 ** (any(24) - 20) if $kind == 0;
	return (1 + any(30000)) / 10 ** any(6) if $kind == 1;
	return any(3000) / 10 + any(3000) / 100 + any(90) / 1000;
}

Made::begin(20);
my @numbers = map { (any(2) ? 1 : -1) * number() } 1 .. $count;
my $rows = '';
$rows .= sprintf '<row r="%d"><c r="A%d"><v>%.17g</v></c></row>', $_, $_,
    $numbers[$_ - 1] for 1 .. $count;
open my $out, '>:raw', "$tmp/a.xlsx" or die "$!\n";
print $out book("!xlsx Blad\n== xl/worksheets/sheet1.xml\n<worksheet xmlns="
    . '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    . "<sheetData>$rows</sheetData></worksheet>\n");
close $out or die "$!\n";
my @got = `'$bin/sheet-extract' -q '$tmp/a.xlsx'`;
my $long = grep { length shortest($_) > 17 } @numbers;
ok($? == 0 && @got == $count && $long > $count / 20 && $long < $count * 0.9,
    "$count numbers are read, long ones and short ones");
chomp @got;

# Where the 17th digit is a 5 that came of rounding, either neighbour may be the
# nearest: then the same double and the length are what is asked.
sub right {
	my ($v, $text) = @_;
	my ($have, $want) = map { digits_of($_) } $text, shortest($v);
	return 1 if $have eq $want;
	return sprintf('%.16e', $v) =~ /5e/ && $text == $v &&
	    length $have == length $want;
}
my @bad = map { sprintf '%.17g is %s, not %s', $numbers[$_], $got[$_] // '',
	shortest($numbers[$_]) } grep { !right($numbers[$_], $got[$_] // '') }
	0 .. $count - 1;
ok(!@bad, 'each is the shortest decimal of its double', @bad > 5 ?
    @bad[0 .. 4] : @bad);
done();
