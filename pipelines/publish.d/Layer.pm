# What publish-arcgis asks of a layer and of the file that goes into it.
package Layer;
use strict;
use Hear;

# new NAMES, ROWS, TYPES: of the file; rows by place, types of the .csvt. Set
# later: layer, its description; keys of it, [oid, key] each; back, rows of it.
sub new {
	my ($class, $names, $rows, $types) = @_;
	my %at;
	@at{@$names} = 0 .. $#$names;
	return bless {names => $names, rows => $rows, types => $types,
	    at => \%at, keys => [], back => []}, $class;
}

# oid DESCRIPTION: the name of the field with the number of the row.
sub oid {
	my $of = shift;
	return $of->{objectIdField} if defined $of->{objectIdField};
	my ($field) = grep { $_->{type} eq 'esriFieldTypeOID' } @{$of->{fields}};
	return $field && $field->{name};
}

# The values of a column of the file.
sub column {
	my ($self, $name) = @_;
	my $i = $self->{at}{$name};
	return map { defined $i ? $_->[$i] : undef } @{$self->{rows}};
}

# Why a file of the release may not go: its key, or a plan that is not public.
sub unfit {
	my ($self, $header) = @_;
	my (%times, @keys);
	@keys = map { $_ // '' } $self->column('sleutel');
	return 'a row without sleutel' if grep { $_ eq '' } @keys;
	$times{$_}++ for @keys;
	my ($twice) = sort grep { $times{$_} > 1 } keys %times;
	return 'sleutel comes twice: ' . $twice =~ s/\n.*//sr if defined $twice;
	return if $header !~ /,(plan_id|plan_naam|vertrouwelijkheid),/;
	my $closed = grep { ($_ // '') ne 'Openbaar' }
	    $self->column('vertrouwelijkheid');
	return if !$closed;
	return "$closed rows of plans that are not Openbaar";
}

# Does a field of this type take what the .csvt declares?
sub takes {
	my ($type, $field) = @_;
	return $field =~ /Integer|Double|Single/ if $type eq 'Integer';
	return $field =~ /Double|Single/ if $type eq 'Real';
	return $field =~ /Date/ if $type eq 'Date';
	return $field =~ /String|GUID/;
}

my $number = qr/\A-?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?\z/;
my $day = qr/\A([0-9]{4})-([0-9]{2})-([0-9]{2})\z/;

sub number {
	my $text = shift;
	$text =~ $number or die "$text: no number\n";
	return 0 + $text;
}

# A day as ArcGIS has it: milliseconds since 1970.
sub day {
	my ($y, $m, $d) = shift =~ $day or die "no day\n";
	require Time::Local;
	return 1000 * Time::Local::timegm(0, 0, 0, $d, $m - 1, $y);
}

# Why a cell does not go into a field of this type, or nothing.
sub unfit_cell {
	my ($text, $type) = @_;
	return if $text eq '';
	return eval { day($text); 1 } ? undef : 'expected a day, as 2025-12-31'
	    if $type =~ /Date$/;
	return if $type !~ /Integer|Single|Double/;
	return 'expected a number' if $text !~ $number;
	my $n = number($text);
	(my $digits = $text) =~ s/^-|\.//g;
	$digits =~ s/^0+//;
	return 'SmallInteger holds -32768 to 32767'
	    if $type eq 'esriFieldTypeSmallInteger'
	    && ($n > 32767 || $n < -32768);
	return 'Integer holds -2147483648 to 2147483647'
	    if $type eq 'esriFieldTypeInteger'
	    && ($n > 2147483647 || $n < -2147483648);
	return 'an Integer has no decimals'
	    if $type =~ /Integer$/ && $text =~ /\./;
	return 'Single holds 7 digits'
	    if $type eq 'esriFieldTypeSingle' && length $digits > 7;
	return 'Double holds 15 digits'
	    if $type eq 'esriFieldTypeDouble' && length $digits > 15;
	return;
}

# What stands in the way of a column, or nothing.
sub problem_of {
	my ($self, $i, $field) = @_;
	my ($name, $type) = ($self->{names}[$i], $self->{types}[$i] // '');
	my @values = $self->column($name);
	return "the layer has no field $name" if !$field;
	return "field $name is $field->{type}, the file has $type"
	    if !takes($type, $field->{type});
	my $longest = 0;
	for (@values) { $longest = length if length > $longest }
	return "field $name takes $field->{length} characters, the file has "
	    . $longest if $field->{type} eq 'esriFieldTypeString'
	    && defined $field->{length} && $longest > $field->{length};
	return "field $name may not be empty, and in the file it is"
	    if defined $field->{nullable} && !$field->{nullable}
	    && grep { $_ eq '' } @values;
	for my $v (@values) {
		my $why = unfit_cell($v, $field->{type}) // next;
		return "field $name is $field->{type}, the file has $v: $why";
	}
	return;
}

# What stands in the way of the file, or nothing. With edits nothing is appended.
sub problem {
	my ($self, $edits) = @_;
	my $layer = $self->{layer};
	my %field = map { $_->{name} => $_ } @{$layer->{fields}};
	my $names = $self->{names};
	for my $i (0 .. $#$names) {
		my $why = $self->problem_of($i, $field{$names->[$i]}) // next;
		return $why;
	}
	return '' if $edits;
	return 'the layer takes no CSV to append (supportedAppendFormats); '
	    . 'see --edits' if !grep { $_ eq 'csv' }
	    split /,/, $layer->{supportedAppendFormats} // '';
	return 'the layer has no unique index on sleutel'
	    if !grep { $_->{isUnique} && lc $_->{fields} eq 'sleutel' }
	    @{$layer->{indexes} // []};
	return '';
}

# Which keys are new, known and gone; and the numbers of the rows by key.
sub compare {
	my $self = shift;
	my @file = $self->column('sleutel');
	my (%file, %oid);
	@file{@file} = ();
	$oid{$_->[1] // ''} = $_->[0] for @{$self->{keys}};
	return {new => [grep { !defined $oid{$_} } @file],
	    known => [grep { defined $oid{$_} } @file], oid => \%oid,
	    gone => [grep { !exists $file{$_} }
		map { $_->[1] // '' } @{$self->{keys}}]};
}

# batches N, LIST: in parts of at most so many.
sub batches {
	my ($n, @all) = @_;
	my @parts;
	push @parts, [splice @all, 0, $n] while @all;
	return @parts;
}

# A line per so many keys: what for, how many, the form that asks for them.
sub clauses {
	my ($why, $n, @keys) = @_;
	return map {
		my $where = 'sleutel IN ('
		    . join(',', map { "'" . s/'/''/gr . "'" } @$_) . ')';
		utf8::encode($where);
		$where =~ s/([^A-Za-z0-9_.~-])/sprintf '%%%02X', ord $1/ge;
		"$why " . @$_ . " where=$where";
	} batches($n, @keys);
}

# Adds and updates of at most a thousand rows, for applyEdits: a line each, of
# what, how many and the rows.
sub edits {
	my $self = shift;
	my %type = map { $_->{name} => $_->{type} } @{$self->{layer}{fields}};
	my $oid = oid($self->{layer});
	my $known = $self->compare->{oid};
	my $names = $self->{names};
	my %rows = (adds => [], updates => []);
	for my $fields (@{$self->{rows}}) {
		my %of;
		@of{@$names} = map { cell($fields->[$_], $type{$names->[$_]}) }
		    0 .. $#$names;
		my $at = $known->{$of{sleutel}};
		$of{$oid} = $at if defined $at;
		push @{$rows{defined $at ? 'updates' : 'adds'}},
		    {attributes => \%of};
	}
	return map {
		my $what = $_;
		map { "$what " . @$_ . ' ' . Hear::to_json($_) }
		    batches(1000, @{$rows{$what}});
	} qw(adds updates);
}

# A cell as the field's type has it.
sub cell {
	my ($text, $type) = @_;
	return undef if $text eq ''; # one value, also in a list
	return number($text) if $type =~ /Integer|Double|Single/;
	return day($text) if $type eq 'esriFieldTypeDate';
	return $text;
}

# What is read back after all is sent: the new keys, and of those that were
# there at most so many, spread over all.
sub to_check {
	my ($to, $most) = @_;
	my $k = $to->{known};
	return @{$to->{new}}, @$k if $most eq 'all' || @$k <= $most;
	return @{$to->{new}}, map { $k->[$_ * @$k / $most] } 0 .. $most - 1;
}

# The layer and its keys against the rows of the file: what stands in the way
# of the file, and of the keys, or nothing; what is to be done, in words; how many
# rows there are in the file, and in the layer after the append; the fields by
# name. And the keys to be deleted and to be read back.
sub survey {
	my ($self, $edits, $most) = @_;
	my %seen;
	my $bad = grep { ($_->[1] // '') eq '' || $seen{$_->[1]}++ }
	    @{$self->{keys}};
	my $to = $self->compare;
	return [$self->problem($edits), $bad ?
	    'rows without sleutel, or with the same; clear them first' : '',
	    @{$to->{new}} . ' new, ' . @{$to->{known}} . ' to update, '
	    . @{$to->{gone}} . ' to delete', scalar @{$self->{rows}},
	    @{$self->{rows}} + @{$to->{gone}},
	    '[' . join(',', map { my $n = Hear::to_json($_);
	    "{\"source\":$n,\"name\":$n}" } @{$self->{names}}) . ']'],
	    [clauses('gone', 1000, @{$to->{gone}}),
	    clauses('back', 500, to_check($to, $most))];
}

# Does the layer show ($v) what the file says?
sub shows {
	my ($text, $type, $v) = @_;
	return !defined $v || $v eq '' if $text eq '';
	return 0 if !defined $v;
	if ($type =~ /Integer|Double|Single/) {
		my ($n, $m) = (number($text), eval { number("$v") });
		return 0 if !defined $m;
		return $n == $m if $type ne 'esriFieldTypeSingle';
		return abs($n - $m) <= abs($n) * 1.2e-7;
	}
	return $text eq $v if $type ne 'esriFieldTypeDate';
	return day($text) == $v if $v =~ /^-?[0-9]+\z/;
	return index($v, $text) == 0;
}

# Rows of the file against rows that were read back: a line for each value that
# is another.
sub differences {
	my $self = shift;
	my %type = map { $_->{name} => $_->{type} } @{$self->{layer}{fields}};
	my ($names, %file, @lines) = ($self->{names});
	@file{$self->column('sleutel')} = @{$self->{rows}};
	for my $row (@{$self->{back}}) {
		my $key = $row->{sleutel} // '';
		my $fields = $file{$key};
		push @lines, "$key: a row that was not asked for" if !$fields;
		for my $i ($fields ? 0 .. $#$names : ()) {
			my ($name, $text) = ($names->[$i], $fields->[$i]);
			my $v = $row->{$name};
			next if shows($text, $type{$name}, $v);
			push @lines, "$key: $name is " . Hear::to_json($v)
			    . ', sent was ' . Hear::to_json($text);
		}
	}
	return @lines;
}

1;
