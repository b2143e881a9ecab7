# A release as it stands in its folder, and which of the kept ones to take.
package Release;
use strict;
use warnings;
use utf8;
use Cwd qw(realpath);
use Cpanel::JSON::XS qw(decode_json);
use Getal;
use Tabel;

# waarnemingen.csv, indicatoren.csv and bevindingen.csv may be of any length:
# those are read where they are needed, record by record (elk).
my @tabellen = qw(stand.csv stand-lopend.csv);
my @soms = qw(stand-band.csv stand-gebieden.csv bos.csv cijfers.csv
	cijfers-lopend.csv segmenten.csv scenarios.csv break-even.csv
	normen.csv regelsets.csv tekort.csv vooruitblik.csv);

sub json {
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	my $value = eval { decode_json($text) };
	die "$file: not JSON\n" if !$value;
	return $value;
}

# The day of the newest data in it: a source that changed, a delivery's date.
sub datum {
	my ($manifest) = @_;
	my @days = sort grep { /^\d{4}-\d\d-\d\d$/ }
		(map { $_->{gewijzigd} // '' } @{$manifest->{bronnen}}),
		(map { $_->{peildatum} // '' } @{$manifest->{leveringen}});
	return $days[-1] // '';
}

# The day on which all of it was known: that of the data, or of the newest
# agreement in the tables that it keeps. (What was received by a day, the page
# itself tells apart.)
sub bekend {
	my ($dir, $manifest) = @_;
	my $file = "$dir/provincie/opgave.csv";
	my @days = datum($manifest);
	push @days, map { $_->{vastgesteld} // '' } Tabel::lees($file)
		if -f $file;
	@days = sort grep { /^\d{4}-\d\d-\d\d$/ } @days;
	return $days[-1] // '';
}

# The kept releases of a folder, the first known first: folder, day, name,
# the one it was compared with, whether it is the current one.
sub bewaard {
	my ($out) = @_;
	my $current = -e "$out/current" ? realpath("$out/current") : '';
	my @kept;
	opendir my $dir, $out or die "$out: $!\n";
	for my $name (sort grep { !/^\./ && $_ ne 'current' } readdir $dir) {
		next if !-f "$out/$name/manifest.json";
		my $manifest = json("$out/$name/manifest.json");
		push @kept, {map => "$out/$name", naam => $name,
			datum => bekend("$out/$name", $manifest),
			vorige => $manifest->{vorige} // '',
			nu => realpath("$out/$name") eq $current};
	}
	closedir $dir;
	return sort { $a->{datum} cmp $b->{datum} } @kept;
}

# The newest of which nothing was known after the day. Of more with one day:
# the current one, else the one that none of them was compared with.
sub kies {
	my ($out, $day) = @_;
	my @fit = grep { length $_->{datum} && $_->{datum} le $day }
		bewaard($out);
	return undef if !@fit;
	my @last = grep { $_->{datum} eq $fit[-1]{datum} } @fit;
	my %before = map { $_->{vorige} => 1 } @last;
	my @newest = grep { $_->{nu} } @last;
	@newest = grep { !$before{$_->{naam}} } @last if !@newest;
	die "$out: ", scalar @last, " releases have data of $fit[-1]{datum}: ",
		join(', ', map { $_->{map} } @last), "; name one\n"
		if @newest != 1;
	return $newest[0]{map};
}

sub lees {
	my ($dir) = @_;
	die "$dir: no such folder\n" if !-d $dir;
	my $self = bless {map => $dir}, 'Release';
	$self->{manifest} = json("$dir/manifest.json");
	$self->{datum} = datum($self->{manifest});
	$self->{$_} = [Tabel::lees("$dir/$_")] for @tabellen;
	$self->{$_} = [-f "$dir/$_" ? Tabel::lees("$dir/$_") : ()] for @soms;
	for my $file (qw(stand.csv stand-lopend.csv)) {
		for my $row (@{$self->{$file}}) {
			next if $row->{scenario} ne 'basis';
			$self->{op}{$file}{$row->{regio}}{$row->{jaar_van}}
			    {$row->{jaar_tot}} = $row;
			$self->{naam}{$row->{regio}} = $row->{naam};
		}
	}
	for my $file (qw(cijfers.csv cijfers-lopend.csv)) {
		$self->{cijfer}{$file}{join '|', @$_{qw(regio cijfer jaar_van
			jaar_tot)}} = $_ for @{$self->{$file}};
	}
	push @{$self->{segment}{$_->{segment}}{$_->{regio}}}, $_
		for @{$self->{'segmenten.csv'}};
	($self->{van}, $self->{tot}) =
		$self->{manifest}{jaren} =~ /^(\d{4})\.\.(\d{4})$/
		or die "$dir/manifest.json: jaren: expected 2022..2030\n";
	return $self;
}

# Each record of one of its tables, these columns, to a function.
sub elk {
	my ($self, $file, $columns, $each) = @_;
	Tabel::elk("$self->{map}/$file", $columns, $each);
}

sub rij {
	my ($self, $file, $region, $from, $to) = @_;
	return $self->{op}{$file}{$region}{$from}{$to};
}

# The row over all years, as far as there is growth.
sub totaal {
	my ($self, $region, $file) = @_;
	return $self->rij($file // 'stand.csv', $region, $self->{van},
		$self->{tot});
}

sub jaar {
	my ($self, $region, $year, $file) = @_;
	return $self->rij($file // 'stand.csv', $region, $year, $year);
}

sub cel {
	my ($self, $region, $column, $file) = @_;
	$file //= 'stand.csv';
	return Getal::cel($file, $self->totaal($region, $file), $column);
}

# A number beside the stand, of all years or those given; heel: in whole
# numbers. With the status of the growth in it only where that is asked for.
sub cijfer {
	my ($self, $region, $name, %with) = @_;
	my $file = $with{lopend} ? 'cijfers-lopend.csv' : 'cijfers.csv';
	my $row = $self->{cijfer}{$file}{join '|', $region, $name,
		$with{van} // $self->{van}, $with{tot} // $self->{tot}};
	my $number = Getal::cel($file, $row, $with{heel} ? 'heel' : 'waarde');
	return $with{status} ? Getal::met_status($number,
		$row->{groei_status}) : $number;
}

# The rows of a region divided by something, each a category.
sub segment {
	my ($self, $name, $region) = @_;
	return @{$self->{segment}{$name}{$region} // []};
}

# Regions of a level, in order of the stand.
sub regios {
	my ($self, $level) = @_;
	if (!$self->{regios}) {
		my %seen;
		for my $row (@{$self->{'stand.csv'}}) {
			push @{$self->{regios}{$row->{niveau}}}, $row->{regio}
				if $row->{scenario} eq 'basis' &&
				!$seen{$row->{regio}}++;
		}
	}
	return @{$self->{regios}{$level} // []};
}

# "nee: CODE|CODE" as names; none when all is there.
sub ontbrekend {
	my ($self, $region) = @_;
	my $row = $self->totaal($region) or return;
	return $row->{volledig} =~ /^nee: (.*)$/ ?
		map { $self->{naam}{$_} // $_ } split /\|/, $1 : ();
}

1;
