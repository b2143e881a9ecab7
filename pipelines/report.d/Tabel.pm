# CSV of ours as records: hashes by column name, all of them text. _rij is
# the record's number (header 1), as bevindingen.csv counts.
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
	my $csv = Text::CSV_XS->new({binary => 1, strict => 1});
	my $header = $csv->getline($in);
	die "$file: no header\n" if !$header || "@$header" eq '';
	my $number = 1;
	my @rows;
	while (my $record = $csv->getline($in)) {
		my %row = (_rij => ++$number);
		@row{@$header} = @$record;
		push @rows, \%row;
	}
	my ($code, $what) = $csv->error_diag;
	die "$file: record ", $number + 1, ": $what\n" if $code != $ende;
	return @rows;
}

# Whether a cell is empty because it would tell of a confidential plan; a
# release of before has no such column.
sub onderdrukt {
	my ($row, $column) = @_;
	my $columns = $row ? $row->{onderdrukt} // '' : '';
	return "|$columns|" =~ /\|\Q$column\E\|/;
}

1;
