#!/usr/bin/perl
# Damaged workbooks: cut off, one bit turned, 512 bytes zeroed. Each must be
# refused with one line, or give the very same data. DAMAGE=full takes the
# ten workbooks and the counts of the project's promise (200 cuts, 60 flips,
# 60 holes); the usual run takes a sample. Places come from a fixed sequence.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use FindBin;
use lib $FindBin::Bin;
use Made qw(slurp spurt);
use Ready;

my $root = dirname($0) . '/../..';
my $bin = $ENV{BIN} // "$root/build/bin";
my $full = ($ENV{DAMAGE} // '') eq 'full';
my ($cuts, $flips) = $full ? (200, 60) : (12, 8);
my $tmp = tempdir(CLEANUP => 1);
my $state = 1;

sub place {
	$state = ($state * 1103515245 + 12345) & 0x7fffffff;
	return ($state >> 8) % $_[0];
}

Ready::begin($tmp, $bin);

# Status, data and the number of lines on stderr, for a workbook of these bytes.
sub extract {
	spurt("$tmp/book", $_[0]);
	my $status = Ready::run("$bin/sheet-extract", '-q', "$tmp/book");
	my $lines = () = slurp("$tmp/err") =~ /\n/g;
	return ($status, slurp("$tmp/out"), $lines);
}

sub books {
	my @list = glob "'$root/testdata/nightly/plannen/'*.xlsx";
	for my $case (qw(values.xlsx ods.ods verborgen.xlsx)) {
		my ($name) = split /\./, $case;
		my $data = "$root/testdata/sheet-extract";
		system("perl '$data/book.pl' '$data/$name.in.txt' "
		    . ">'$tmp/$case'") == 0 or die "book.pl\n";
		push @list, "$tmp/$case";
	}
	my $shared = "$root/../shared/data";
	push @list, (sort glob "'$shared/sheets/workbooks/'*e*.xlsx")[0 .. 3],
	    "$shared/plans/b3p_import-example-pmw.xlsx"
	    if $full && -d $shared;
	return @list;
}

my %done = (refused => 0, same => 0);
my @bad;

sub try {
	my ($book, $what, $data, $status, $want) = @_;
	my ($got_status, $got, $lines) = extract($data);
	if ($got_status == 2 && $got eq '' && $lines == 1) {
		$done{refused}++;
	} elsif ($got_status == $status && $got eq $want) {
		$done{same}++;
	} else {
		push @bad, "$book, $what: status $got_status, $lines lines";
	}
}

sub damage {
	my ($book) = @_;
	my $data = slurp($book);
	my $n = length $data;
	my ($status, $want) = extract($data);
	push @bad, "$book itself: status $status" if $status > 1;
	for my $i (0 .. $cuts - 1) {
		my $at = int $n * $i / $cuts;
		try($book, "cut at $at", substr($data, 0, $at), $status, $want);
	}
	for (1 .. $flips) {
		my ($at, $bit) = (place($n), place(8));
		my $copy = $data;
		substr($copy, $at, 1) = chr(ord(substr $copy, $at, 1) ^ 1 << $bit);
		try($book, "bit $bit of byte $at", $copy, $status, $want);
		$at = place($n);
		$copy = $data;
		my $size = $n - $at < 512 ? $n - $at : 512;
		substr($copy, $at, $size) = "\0" x $size;
		try($book, "hole at $at", $copy, $status, $want);
	}
}

my @books = books();
damage($_) for @books;
print "# $_\n" for @bad;
print "# ", scalar @books, " workbooks: $done{refused} refused, ",
    "$done{same} the same, ", scalar @bad, " otherwise\n";
print @bad ? 'not ' : '', "ok 1 - damage is refused or does no harm\n1..1\n";
exit(@bad ? 1 : 0);
