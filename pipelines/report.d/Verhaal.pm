# The story: headings, sentences, tables and figures in order, for both the
# page and the plain text. Its parts are Wonen, Plannen, Welvaart, Verschil
# and Kanttekening; this is what they share.
package Verhaal;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;
use Tabel;

# release, previous (or nothing), as-of day (or nothing), province's folder:
# the release's own tables; of a release that kept none, those of today.
sub nieuw {
	my (%with) = @_;
	my $self = bless {%with, blokken => [], figuren => 0, tabellen => 0},
		'Verhaal';
	my $kept = $with{release}{map};
	$self->{bewaard} = -f "$kept/provincie/gemeenten.csv";
	my $dir = $self->{bewaard} ? "$kept/provincie" : $with{provincie};
	die "$dir: no such folder\n" if !-d $dir;
	$self->{gemeenten} = [Tabel::lees("$dir/gemeenten.csv")];
	$self->{opgave} = [Tabel::lees("$dir/opgave.csv")];
	$self->{rooster} = [Tabel::lees(-f "$kept/rooster.csv" ?
		"$kept/rooster.csv" : "$dir/rooster.csv")];
	$self->{planstatus} = [-f "$dir/planstatus.csv" ?
		Tabel::lees("$dir/planstatus.csv") : ()];
	$self->{kaart} = [-f "$dir/kaart.csv" ?
		Tabel::lees("$dir/kaart.csv") : ()];
	$self->{voluit} = {map { $_->{regio} => $_->{voluit} }
		-f "$dir/namen.csv" ? Tabel::lees("$dir/namen.csv") : ()};
	my %setting = map { $_->{instelling} => $_->{waarde} }
		Tabel::lees("$dir/instellingen.csv");
	$self->{instelling} = \%setting;
	return $self;
}

# Another page of the same release, with nothing on it yet.
sub ander {
	my ($self) = @_;
	return bless {%$self, blokken => [], tabellen => 0, koppen => {},
		redenen => undef},
		'Verhaal';
}

# All regions: the province, then each deal with its municipalities.
sub regios {
	my ($self) = @_;
	my $release = $self->{release};
	my %there = map { $_ => 1 } $release->regios('gemeente');
	my (@regions, %done);
	push @regions, $release->regios('provincie');
	for my $deal ($release->regios('woondeal')) {
		push @regions, $deal;
		push @regions, grep { $there{$_} && !$done{$_}++ }
			$self->leden($deal);
	}
	push @regions, grep { !$done{$_} } $release->regios('gemeente');
	return @regions;
}

sub leden {
	my ($self, $deal) = @_;
	return map { $_->{gemeente} } grep { $_->{woondeal} eq $deal }
		@{$self->{gemeenten}};
}

sub provincie { return ($_[0]{release}->regios('provincie'))[0]; }

sub soort {
	my ($self, $region) = @_;
	for my $level (qw(provincie woondeal)) {
		return $level if grep { $_ eq $region }
			$self->{release}->regios($level);
	}
	return 'gemeente';
}

sub naam { return $_[0]{release}{naam}{$_[1]} // $_[1]; }

# Whose delivery lacks, and how: "van A is niet volledig en die van B ontbreekt";
# nothing when all is there.
sub levering_zegt {
	my ($self, @names) = @_;
	my %in = map { $self->naam($_->{gemeente}) => 1 }
		@{$self->{release}{manifest}{leveringen}};
	my @part = grep { $in{$_} } @names;
	my @none = grep { !$in{$_} } @names;
	my @say = ((@part ? Nederlands::lijst(@part) . ' is niet volledig' : ()),
		(@none ? Nederlands::lijst(@none) . ' ontbreekt' : ()));
	return @say ? 'van ' . join(' en die van ', @say) : undef;
}

# Behind capacity to which a delivery is missing, wholly or in part.
sub merk {
	my ($self, $region) = @_;
	my @missing = $self->{release}->ontbrekend($region);
	return @missing ? ' (o)' : '';
}

sub voeg {
	my ($self, %block) = @_;
	push @{$self->{blokken}}, \%block;
}

sub id_van {
	my ($self, $text) = @_;
	(my $id = lc $text) =~ s/[^a-z0-9]+/-/g;
	$id =~ s/^-|-$//g;
	$id .= '-' . ++$self->{koppen}{$id} if $self->{koppen}{$id}++;
	return $id;
}

sub kop {
	my ($self, $level, $text) = @_;
	$self->voeg(blok => 'kop', niveau => $level, tekst => $text,
		id => $self->id_van($text));
}

# A paragraph of sentences; those that cannot be said are left out.
sub alinea {
	my ($self, @sentences) = @_;
	@sentences = grep { defined } @sentences;
	$self->voeg(blok => 'alinea', tekst => join ' ', @sentences)
		if @sentences;
}

sub noot {
	my ($self, @sentences) = @_;
	return if !grep { defined } @sentences;
	$self->alinea(@sentences);
	$self->{blokken}[-1]{soort} = 'noot';
}

# Which release this is, and of when.
sub stand {
	my ($self) = @_;
	my %with = (run => $self->{release}{manifest}{run}, datum =>
		Nederlands::datum($self->{release}{datum}) || undef);
	return Nederlands::zin('stand', %with) //
		Nederlands::zin('stand_zonder', %with);
}

# Until when the page is the newest, where the province says so.
sub verloopt {
	my ($self, $day) = @_;
	return if $day eq '';
	die "instellingen.csv: volgende_uitgave: '$day', expected a day as " .
		"2024-12-31\n" if $day !~ /^\d{4}-\d\d-\d\d$/;
	my %with = (datum => Nederlands::datum($day));
	$self->voeg(blok => 'verloopt', dag => $day,
		tekst => Nederlands::zin('stand_volgende', %with),
		oud => Nederlands::zin('stand_verlopen', %with));
}

sub lijst {
	my ($self, @items) = @_;
	@items = grep { defined } @items;
	$self->voeg(blok => 'lijst', punten => \@items) if @items;
}

# Columns are "name", or [name, kind]: getal, lijntje, tekst; the first is
# the row's heading.
sub tabel {
	my ($self, $title, $columns, @rows) = @_;
	my @columns = map { ref $_ ? {naam => $_->[0], soort => $_->[1]} :
		{naam => $_, soort => 'getal'} } @$columns;
	$columns[0]{kop} = 1;
	$columns[0]{soort} = 'naam';
	$self->voeg(blok => 'tabel', kolommen => \@columns, rijen => \@rows,
		titel => 'Tabel ' . ++$self->{tabellen} . ". $title");
}

sub rij {
	my ($self, $region, @cells) = @_;
	my $name = $self->naam($region);
	return {soort => $self->soort($region), cellen => [$name, @cells]};
}

# The last whole year of growth and the running year's last month, if any.
sub heel_jaar {
	my ($self) = @_;
	my $row = $self->{release}->totaal($self->provincie);
	return $row && $row->{groei_tm} =~ /^\d{4}$/ ? $row->{groei_tm} : '';
}

# The same for words about years: the first year when there is no growth.
sub tot_jaar { return $_[0]->heel_jaar || $_[0]{release}{van}; }

sub lopend_tm {
	my ($self) = @_;
	my $row = $self->{release}->totaal($self->provincie,
		'stand-lopend.csv');
	return $row && $row->{groei_tm} =~ /^\d{4}-\d\d$/ ?
		$row->{groei_tm} : '';
}

# The rows of a region with one target for some of the years together.
sub emmers {
	my ($self, $region) = @_;
	my $release = $self->{release};
	return grep { $_->{scenario} eq 'basis' && $_->{regio} eq $region &&
		$_->{jaar_van} ne $_->{jaar_tot} && $_->{opgave} ne '' &&
		($_->{jaar_van} ne $release->{van} ||
		$_->{jaar_tot} ne $release->{tot}) } @{$release->{'stand.csv'}};
}

# The one day of all plans, in words; nothing when they have more.
sub peildag {
	my ($self) = @_;
	my %days = map { $_->{peildatum} => 1 }
		@{$self->{release}{manifest}{leveringen}};
	my ($day, @more) = keys %days;
	return @more ? '' : Nederlands::datum($day);
}

# The statuses that the release's rule set calls that, in words.
sub statussen {
	my ($self, $hardheid) = @_;
	my $set = $self->{release}{manifest}{regelset};
	return Nederlands::lijst(map { $_->{planstatus} } grep {
		$_->{regelset} eq $set && $_->{hardheid} eq $hardheid }
		@{$self->{planstatus}}) || undef;
}

# All capacity of a region over all years.
sub capaciteit {
	my ($self, $region) = @_;
	return $self->{release}->cijfer($region, 'capaciteit');
}

sub groei {
	my ($self, $region, $file) = @_;
	my $row = $self->{release}->totaal($region, $file);
	return Getal::met_status($self->{release}->cel($region,
		'netto_groei', $file), $row ? $row->{groei_status} : '');
}

1;
