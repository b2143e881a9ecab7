# CSV of ours as records: hashes by column name, all of them text. _rij is
# the record's number (header 1), as bevindingen.csv counts.
package Tabel;
use strict;
use warnings;
use utf8;

# Fields of one CSV text: a list of records, each a list of fields.
sub velden {
	my ($text, $file) = @_;
	my (@records, @fields);
	while (1) {
		# Nearly all records are lines without a quote.
		while (!@fields && $text =~ /\G([^"\n]*)\n/gc) {
			push @records, [$1 eq '' ? '' : split /,/, $1, -1];
		}
		$text =~ /\G(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|\z)/gc or last;
		my ($quoted, $bare, $end) = ($1, $2, $3);
		last if $end eq '' && !@fields && !defined $quoted &&
			$bare eq '';
		$quoted =~ s/""/"/g if defined $quoted;
		push @fields, $quoted // $bare;
		next if $end eq ',';
		push @records, [@fields];
		@fields = ();
		last if $end eq '';
	}
	die "$file: broken quotes\n" if (pos($text) // 0) < length $text;
	return @records;
}

sub lees {
	my ($file) = @_;
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	close $in or die "$file: $!\n";
	my ($header, @records) = velden($text // '', $file);
	die "$file: no header\n" if !$header;
	my $number = 1;
	my @rows;
	for my $record (@records) {
		$number++;
		die "$file: record $number has " . @$record .
			' fields, expected ' . @$header . "\n"
			if @$record != @$header;
		my %row = (_rij => $number);
		@row{@$header} = @$record;
		push @rows, \%row;
	}
	return @rows;
}

1;
