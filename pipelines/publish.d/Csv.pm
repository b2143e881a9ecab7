# CSV of ours (comma, or the delimiter given; RFC 4180), record by record.
package Csv;
use strict; # and the warnings of who uses it

# open FILE [, DELIMITER]: reads the header. Dies with the place.
sub open {
	my ($class, $file, $delimiter) = @_;
	CORE::open my $in, '<:raw', $file or die "$file: $!\n";
	my $self = bless {file => $file, in => $in,
		delimiter => $delimiter // ','}, $class;
	$self->{header} = $self->record or die "$file: no header\n";
	s/^\s+|\s+\z//g for @{$self->{header}};
	my %seen;
	$seen{$_}++ and die "$file: column $_ comes twice\n"
		for @{$self->{header}};
	return $self;
}

# The fields of the next record, or nothing at the end.
sub record {
	my $self = shift;
	my $text = readline $self->{in};
	return if !defined $text;
	$text =~ s/^\xef\xbb\xbf// if $. == 1;
	while (($text =~ tr/"//) % 2) {
		my $more = readline $self->{in};
		die "$self->{file}:$.: open quote\n" if !defined $more;
		$text .= $more;
	}
	$text =~ s/\r?\n\z//;
	# Encode takes five times as long to load as perl.
	utf8::decode($text)
		or $text =~ s/([\x80-\xff])/sprintf '\\x%02X', ord $1/ge;
	my $d = $self->{delimiter};
	return [split /\Q$d\E/, $text, -1] if $text !~ /"/;
	my @fields;
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^"\Q$d\E]*))(\Q$d\E|\z)/gc) {
		my ($quoted, $plain, $end) = ($1, $2, $3);
		push @fields, defined $quoted ? $quoted =~ s/""/"/gr : $plain;
		last if $end eq '';
	}
	die "$self->{file}:$.: quote inside a field\n"
		if (pos($text) // 0) < length $text;
	return \@fields;
}

# The fields of the next record, as many as the header has.
sub fields {
	my $self = shift;
	my $fields = $self->record or return;
	@$fields == @{$self->{header}} or die "$self->{file}:$.: ",
		scalar @$fields, ' fields, expected ',
		scalar @{$self->{header}}, "\n";
	return $fields;
}

# The next record by column.
sub row {
	my $self = shift;
	my $fields = $self->fields or return;
	my %row;
	@row{@{$self->{header}}} = @$fields;
	return \%row;
}

# Fields as a line of CSV, quoted where it must be.
sub line {
	return join(',', map { /[",\r\n]/ ? '"' . s/"/""/gr . '"' : $_ } @_)
		. "\n";
}

# in_zip FILE, NAME: the bytes of a file in a zip, or nothing. For a CSV in one:
# Csv->open(\$bytes).
sub in_zip {
	my ($file, $name) = @_;
	require IO::Uncompress::Unzip; # most of the time of a start
	my $text;
	return IO::Uncompress::Unzip::unzip($file => \$text, Name => $name) ?
	    $text : undef;
}

1;
