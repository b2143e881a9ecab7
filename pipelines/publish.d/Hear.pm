# How a recipe in the shell (hear.sh) asks things of one process in Perl that
# stays: starting one takes longer than most answers, and it keeps what it was told.
# Over its standard input and output go:
#   question  how many words, then these: what is asked, and of which file and
#             what more; each ended by NUL
#   answer    a line: 0, and what is said of it are the lines of WORK/said; or 1, a
#             blank and why not. In the pipe, so that a full disk is told, too
#   others    its standard error is the same pipe: a line that begins otherwise
#             is Perl's own, a warning or why it ends
#   end       no more questions: it ends. No more answers: it died
package Hear;
use strict; # and -w of who uses it: warnings.pm takes as long to load as perl
use Cpanel::JSON::XS ();

our $json = Cpanel::JSON::XS->new->utf8->canonical->allow_nonref;

# slurp FILE: its bytes. Dies with the place.
sub slurp {
	my $file = shift;
	open my $in, '<:raw', $file or die "$file: $!\n";
	local $/;
	my $text = <$in> // die "$file: $!\n";
	close $in or die "$file: $!\n";
	return $text;
}

# spit FILE, LINE...: those, as a file.
sub spit {
	my $file = shift;
	open my $out, '>:utf8', $file or die "$file: $!\n";
	print $out map { "$_\n" } @_ or die "$file: $!\n";
	close $out or die "$file: $!\n";
}

# object FILE: what is in it, when that is a JSON object. Why it is none is told
# without its text, which may have secrets.
sub object {
	my $text = slurp(shift);
	my $of = eval { $json->decode($text) };
	return $of if ref $of eq 'HASH';
	die 'not a JSON object', $@ =~ /^(.*?) (?:\(before|at \S+ line)/s ?
	    " ($1)" : '', "\n";
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

# line TEXT: as it goes over the pipe, in bytes.
sub line {
	my $text = shift =~ s/\s+/ /gr;
	$text =~ tr/\0-\x1f\x7f/?/;
	utf8::encode($text) if utf8::is_utf8($text);
	return $text =~ s/ \z//r . "\n";
}

# answers WORK, NAME => SUB...: answers what is asked until there is no more.
# SUB is called with the words behind its name, and gives the lines of what it has
# to say; or dies with why not.
sub answers {
	my ($work, %do) = @_;
	$do{manifest} = \&manifest;
	local $| = 1;
	while (my $n = word()) {
		my ($name, @words) = map { word() // exit 1 } 1 .. $n;
		my $well = eval {
			my $sub = $do{$name} or die "no question $name\n";
			spit("$work/said", $sub->(@words));
			1;
		};
		print $well ? "0\n" : line("1 $@") or exit 1;
	}
}

1;
