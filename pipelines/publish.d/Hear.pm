# How publish-arcgis and publish-swing ask things (hear.sh): one process hears
# all answers of a server, and keeps what it is told of files of ours. Starting
# one takes longer than an answer.
package Hear;
use strict; # and -w of who uses it: warnings.pm takes as long to load as perl
use Cpanel::JSON::XS ();

our $json = Cpanel::JSON::XS->new->utf8->canonical->allow_nonref;

# slurp FILE: its bytes. Dies with the place.
sub slurp {
	my $file = shift;
	open my $in, '<:raw', $file or die "$file: $!\n";
	local $/;
	return <$in> // '';
}

# spit FILE, LINE...: those, as a file.
sub spit {
	my $file = shift;
	open my $out, '>:utf8', $file or die "$file: $!\n";
	print $out map { "$_\n" } @_ or die "$file: $!\n";
	close $out or die "$file: $!\n";
}

# object FILE: what is in it, when that is a JSON object.
sub object {
	my $of = $json->decode(slurp(shift));
	ref $of eq 'HASH' or die "no object\n";
	return $of;
}

# to_json VALUE: as text.
sub to_json {
	my $text = $json->encode(shift);
	utf8::decode($text);
	return $text;
}

# rows FILE, DELIMITER: the names and the records of a CSV, fields by place.
# Dies with row and reason.
sub rows {
	my ($file, $delimiter) = @_;
	my (@rows, $csv);
	eval {
		$csv = Csv->open($file, $delimiter);
		while (my $fields = $csv->fields) { push @rows, $fields }
		1;
	} or die $@ =~ s/^\Q$file\E: ?//r;
	return ($csv->{header}, \@rows);
}

# manifest FILE: its run, and the sum and path of each file.
sub manifest {
	my $of = object(shift);
	return $of->{run} // 'null',
	    map { "$_->{sha256}  $_->{pad}" } @{$of->{bestanden}};
}

sub word {
	local $/ = "\0";
	my $word = readline STDIN;
	chomp $word if defined $word;
	return $word;
}

# answers WORK, NAME => SUB...: hears what is asked, NAME WORD..., and of which
# file, each ended by NUL, until there is no more. SUB is called with the file and
# the words, and gives the verdict, and lines for WORK/said. The verdict is
# answered, or - when it dies.
sub answers {
	my ($work, %do) = @_;
	$do{manifest} = sub { return 0, manifest(shift) };
	binmode STDOUT, ':utf8';
	local $| = 1;
	while (defined(my $asked = word())) {
		my $file = word() // last;
		my ($name, @words) = split / /, $asked;
		my ($verdict, @lines) = eval { $do{$name}->($file, @words) };
		spit("$work/said", @lines);
		print defined $verdict ? $verdict : '-', "\n" or last;
	}
}

1;
