# CSV of ours as records: hashes by column name, all of them text. _rij is
# the record's number (header 1), as bevindingen.csv counts. lees and uit hold
# them all, for tables whose length follows from regions and years; elk none,
# for those that grow with what was delivered.
package Tabel;
use strict;
use warnings;
use utf8;
use Text::CSV_XS;

my $ende = 2012; # what the library calls the end of the file

sub lees {
	my ($file) = @_;
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my @rows = uit($in, $file);
	close $in or die "$file: $!\n";
	return @rows;
}

# What a program writes, or what is in a file; closing it is the caller's.
sub uit {
	my ($in, $file) = @_;
	my @rows;
	stroom($in, $file, undef, sub { push @rows, $_[0] });
	return @rows;
}

# Each record of a file to a function: those of its columns that are named and
# that it has.
sub elk {
	my ($file, $columns, $each) = @_;
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	stroom($in, $file, $columns, $each);
	close $in or die "$file: $!\n";
}

# The same of an open file; without names all columns.
sub stroom {
	my ($in, $file, $columns, $each) = @_;
	my $csv = Text::CSV_XS->new({binary => 1, strict => 1});
	my $header = $csv->getline($in);
	die "$file: no header\n" if !$header || "@$header" eq '';
	my @at = 0 .. $#$header;
	if ($columns) {
		my %want = map { $_ => 1 } @$columns;
		@at = grep { $want{$header->[$_]} } @at;
	}
	my @name = @$header[@at];
	my $number = 1;
	while (my $record = $csv->getline($in)) {
		my %row = (_rij => ++$number);
		@row{@name} = @$record[@at];
		$each->(\%row);
	}
	my ($code, $what) = $csv->error_diag;
	die "$file: record ", $number + 1, ": $what\n" if $code != $ende;
}

# Whether a cell is empty because it would tell of a confidential plan; a
# release of before has no such column.
sub onderdrukt {
	my ($row, $column) = @_;
	my $columns = $row ? $row->{onderdrukt} // '' : '';
	return "|$columns|" =~ /\|\Q$column\E\|/;
}

# Whether it is rounded for that reason: zacht~50.
sub afgerond {
	my ($row, $column) = @_;
	my $columns = $row ? $row->{onderdrukt} // '' : '';
	return "|$columns|" =~ /\|\Q$column\E~/;
}

1;
