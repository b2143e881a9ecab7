#!/usr/bin/perl
# Holds sheet-extract against Excel's own CSV: pairs.pl PROGRAM FOLDER, where
# FOLDER has pairs.tsv, workbooks/ and expected/ (shared/data/sheets).
# Numbers are equal by value, to the decimals Excel shows; line ends inside a
# cell are not compared; empty cells at the end are not there.
use strict;
use warnings;

my ($program, $folder) = @ARGV;
my $number = qr/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

sub slurp {
	open my $h, '<:raw', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar(<$h>) // '';
}

sub parse {
	my ($text) = @_;
	$text =~ s/^\xef\xbb\xbf//;
	my (@rows, @row);
	while ($text =~ /\G("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n?|\n|\z)/gc) {
		my ($value, $end) = ($1, $2);
		$value =~ s/^"(.*)"\z/$1/s and $value =~ s/""/"/g;
		$value =~ s/\r\n?/\n/g;
		push @row, $value;
		next if $end eq ',';
		push @rows, [@row];
		@row = ();
		last if pos $text == length $text;
	}
	return @rows;
}

sub same {
	my ($got, $want) = @_;
	return 1 if $got eq $want;
	return 0 unless $got =~ $number && $want =~ $number;
	my ($decimals) = $want =~ /\.(\d+)$/;
	$decimals = defined $decimals ? length $decimals : 0;
	return 1 if sprintf("%.15g", $got) == sprintf("%.15g", $want);
	return $decimals > 0 && sprintf("%.${decimals}f", $got) eq $want;
}

sub compare {
	my ($got, $want) = @_;
	my $rows = @$got > @$want ? @$got : @$want;
	for my $r (0 .. $rows - 1) {
		my @a = @{ $got->[$r] // [] };
		my @b = @{ $want->[$r] // [] };
		for my $c (0 .. (@a > @b ? $#a : $#b)) {
			my ($x, $y) = ($a[$c] // '', $b[$c] // '');
			next if same($x, $y);
			return "row @{[$r + 1]}, field @{[$c + 1]}: "
			    . "'$x', Excel has '$y'";
		}
	}
	return '';
}

my ($pairs, $cells, $bad) = (0, 0, 0);
for (split /\n/, slurp("$folder/pairs.tsv")) {
	my ($book, $index, $expected) = split /\t/;
	next if $index !~ /^\d+$/;
	open my $out, '-|', $program, '-q', '-s', $index + 1,
	    "$folder/workbooks/$book" or die "$program: $!\n";
	my $got = do { local $/; <$out> } // '';
	close $out;
	my $why = $? ? "status " . ($? >> 8) : '';
	my @want = parse(slurp("$folder/expected/$expected"));
	$why ||= compare([parse($got)], \@want);
	$cells += @$_ for @want;
	$pairs++;
	next unless $why;
	$bad++;
	print "$book, sheet @{[$index + 1]}: $why\n";
}
print "$pairs sheets, $cells cells of Excel's, $bad sheets differ\n";
exit($bad || !$pairs ? 1 : 0);
