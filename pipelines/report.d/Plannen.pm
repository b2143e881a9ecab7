# Plan registration: hard and zacht against what remains, bottlenecks and
# affordability. Of the register only sums leave; never a plan by itself.
package Plannen;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;
use Wonen;

# Fewer plans than this in a sum, one of them not public: not shown.
my $genoeg = 3;

# The first year of capacity: after the last whole year of growth.
sub vanaf {
	my ($v) = @_;
	return $v->heel_jaar ? $v->heel_jaar + 1 : $v->{release}{van};
}

sub woorden {
	my ($v, $region) = @_;
	my $cel = sub { $v->{release}->cel($region, $_[0]) };
	my $all = $v->capaciteit($region);
	my $rest = {Wonen::te_gaan($cel->('rest_opgave'))}->{rest};
	my $hard = $cel->('hard');
	my ($short, $over) = (Getal::min($rest, $hard), Getal::min($all, $rest));
	my @missing = $v->{release}->ontbrekend($region);
	return (naam => $v->naam($region), alles => $all, rest => $rest,
		gemeenten => @missing ? Nederlands::lijst(@missing) : undef,
		hard => $hard, zacht => $cel->('zacht'),
		onbekend => meer_dan_nul($cel->('onbekend')),
		hard_pct => Getal::procent($hard, $all),
		zacht_pct => Getal::procent($cel->('zacht'), $all),
		zacht_deel => Getal::procent($cel->('zacht'), $all, 1),
		onbekend_deel => Getal::procent($cel->('onbekend'), $all, 1),
		dekking => $cel->('dekking_pct'),
		dekking_hard => $cel->('dekking_hard_pct'),
		tekort => $short && $short->{micro} > 0 ? $short : undef,
		ruimte => $over && $over->{micro} > 0 ? $over : undef,
		evenveel => $over && !$over->{micro} ? $over : undef,
		te_weinig => $over && $over->{micro} < 0 ?
			Getal::abs_van($over) : undef,
		jaren => Nederlands::jaren_lang(vanaf($v), $v->{release}{tot}),
		kort => Nederlands::jaren(vanaf($v), $v->{release}{tot}));
}

# What is not worth a sentence when there is none of it.
sub meer_dan_nul {
	my ($number) = @_;
	return $number && $number->{micro} ? $number : undef;
}

sub capaciteit {
	my ($v, @figures) = @_;
	$v->kop(2, 'Plancapaciteit');
	for my $region ($v->provincie, $v->{release}->regios('woondeal')) {
		my %with = woorden($v, $region);
		$v->alinea(map { Nederlands::zin($_, %with) } 'plannen',
			$with{evenveel} ? 'plannen_gelijk' : (),
			qw(plannen_ruim plannen_krap plannen_hard
			plannen_onvolledig));
	}
	my %with = (woorden($v, $v->provincie),
		regelset => $v->{release}{manifest}{regelset});
	$v->alinea(Nederlands::zin('plannen_onbekend', %with),
		Nederlands::zin('regelset', %with));
	my (@rows, $starred);
	for my $region ($v->regios) {
		my $cel = sub { $v->{release}->cel($region, $_[0]) };
		my $row = $v->rij($region, map { Getal::nl($_) }
			$cel->('rest_opgave'), $cel->('hard'), $cel->('zacht'),
			$cel->('onbekend'), $v->capaciteit($region),
			$cel->('dekking_hard_pct'), $cel->('dekking_pct'));
		$row->{cellen}[0] .= $v->merk($region);
		$starred ||= $v->merk($region);
		push @rows, $row;
	}
	$v->tabel("Netto plancapaciteit $with{kort} tegen de resterende opgave " .
		'(woningen)', ['Gebied', 'Nog te gaan', 'Hard', 'Zacht',
		'Onbekend', 'Samen', 'Dekking hard (%)', 'Dekking (%)'], @rows);
	$v->noot($starred ? Nederlands::zin('onvolledig_merk') : undef,
		Nederlands::zin('dekking'));
	$v->{figuren_van}->($v, 'capaciteit', @figures);
	per_jaar($v);
}

# The figures' numbers, for who cannot see them.
sub per_jaar {
	my ($v) = @_;
	my $region = $v->provincie;
	my @rows;
	for my $year ($v->{release}{van} .. $v->{release}{tot}) {
		my $row = $v->{release}->jaar($region, $year) or next;
		my $mark = $row->{volledig} =~ /^nee/ ? ' (o)' : '';
		push @rows, {cellen => [$year . $mark, map { Getal::nl($_) }
			Getal::cel('stand.csv', $row, 'opgave'),
			Getal::met_status(Getal::cel('stand.csv', $row,
			'netto_groei'), $row->{groei_status}), map {
			Getal::cel('stand.csv', $row, $_) }
			qw(hard zacht onbekend)]};
	}
	$v->tabel('Per jaar: opgave, netto groei en plancapaciteit van ' .
		$v->naam($region) . ' (woningen)', ['Jaar', 'Opgave',
		'Netto groei', 'Hard', 'Zacht', 'Onbekend'], @rows);
	$v->noot((grep { $_->{cellen}[0] =~ /\(o\)/ } @rows) ?
		Nederlands::zin('onvolledig_merk') : undef,
		map { Nederlands::zin('emmer', opgave => Getal::cel(
		'stand.csv', $_, 'opgave'), jaren => Nederlands::jaren(
		$_->{jaar_van}, $_->{jaar_tot})) } $v->emmers($region));
}

sub gemeenten {
	my ($v) = @_;
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	return if !@towns;
	$v->kop(2, 'Per gemeente');
	my @cards;
	for my $region (@towns) {
		my %with = woorden($v, $region);
		my $grown = $v->groei($region);
		my $panel = $v->{paneel}->($v, 'capaciteit', $region, 'klein');
		my @say = grep { defined } (Nederlands::zin($grown ?
			'gemeente_groei' : 'gemeente_groei_niet',
			naam => $v->naam($region), groei => $grown,
			jaren => Nederlands::jaren_lang($v->{release}{van},
				$v->tot_jaar)),
			Nederlands::zin(!$with{alles} ?
			'gemeente_plannen_niet' : $with{onbekend} ?
			'gemeente_plannen' :
			'gemeente_plannen_bekend', %with),
			$with{alles} && $v->{release}->ontbrekend($region) ?
			Nederlands::zin('gemeente_onvolledig', %with) : undef,
			$panel ? undef : Nederlands::zin('geen_figuur',
			naam => $v->naam($region)));
		push @cards, {kop => $v->naam($region),
			id => $v->id_van($v->naam($region)),
			tekst => join(' ', @say), figuur => $panel};
	}
	$v->voeg(blok => 'kaarten', punten => \@cards,
		legenda => [$v->{legenda}->($v, 'capaciteit')]);
	$v->noot(Nederlands::zin('schalen'),
		$v->{bronnoot}->($v, 'capaciteit', @towns))
		if grep { $_->{figuur} } @cards;
}

# Rows of the register that count as capacity in the stand's years.
sub tellend {
	my ($v, $trait) = @_;
	my ($from, $to) = (vanaf($v), $v->{release}{tot});
	return grep { $_->{dimensie} eq $trait &&
		$_->{hardheid} ne 'telt_niet' && $_->{soort} ne 'gerealiseerd' &&
		$_->{jaar_van} ne '' && $_->{jaar_tot} ne '' &&
		$_->{jaar_van} >= $from && $_->{jaar_tot} <= $to &&
		$_->{aantal} ne '' } @{$v->{release}{'plannen.csv'}};
}

sub netto {
	my @rows = @_;
	my %sum;
	for my $kind (qw(bouw sloop)) {
		my @cells = map { Getal::cel('plannen.csv', $_, 'aantal') }
			grep { $_->{soort} eq $kind } @rows;
		$sum{$kind} = @cells ? Getal::som(@cells) :
			Getal::telling(0, 'plannen.csv', "$kind in deze groep");
	}
	return Getal::min($sum{bouw}, $sum{sloop});
}

# The number of plans, and whether so few that a closed one would show.
sub aantal {
	my (@rows) = @_;
	my %plans = map { ("$_->{gemeente}|$_->{plan_id}" => 1) } @rows;
	my $closed = grep { $_->{vertrouwelijkheid} ne 'Openbaar' } @rows;
	return (scalar keys %plans, $closed && keys %plans < $genoeg);
}

sub knelpunten {
	my ($v) = @_;
	my %by;
	for my $row (tellend($v, 'totaal')) {
		my @all = split /\|/, $row->{knelpunten};
		push @{$by{$_}}, $row for @all ? @all : 'Niet opgegeven';
	}
	$v->kop(2, 'Knelpunten');
	if (!grep { $_ ne 'Niet opgegeven' } keys %by) {
		$v->alinea(Nederlands::zin('knelpunten_geen'));
		return;
	}
	my @last = grep { $by{$_} } 'Anders', 'Geen', 'Onbekend', 'Niet opgegeven';
	my %last = map { $_ => 1 } @last;
	my %sum = map { $_ => netto(@{$by{$_}}) } keys %by;
	my @names = sort { $sum{$b}{micro} <=> $sum{$a}{micro} || $a cmp $b }
		grep { !$last{$_} } keys %by;
	my @rows = map { knelpunt($v, $_, $sum{$_}, @{$by{$_}}) }
		@names, @last;
	my ($most) = grep { !(aantal(@{$by{$_}}))[1] } @names;
	$v->alinea(Nederlands::zin('knelpunten', meest => $most,
		woningen => $most ? $sum{$most} : undef),
		Nederlands::zin('knelpunten_dubbel'));
	$v->tabel('Plannen en netto woningen per gemeld knelpunt',
		['Knelpunt', 'Plannen', map { $_->[0] . $v->merk($_->[1]) }
		['Woningen', $v->provincie], map { [$v->naam($_), $_] }
		$v->{release}->regios('woondeal')], @rows);
	$v->noot((grep { $_->{cellen}[1] eq 'x' || grep { $_ eq 'x' }
		@{$_->{cellen}} } @rows) ? Nederlands::zin('knelpunten_weinig') :
		undef, $v->merk($v->provincie) ?
		Nederlands::zin('onvolledig_merk') : undef);
}

# A row; deals are shown when none of them would show a closed plan.
sub knelpunt {
	my ($v, $name, $sum, @rows) = @_;
	my ($count, $few) = aantal(@rows);
	my @deals = $v->{release}->regios('woondeal');
	return {cellen => [$name, 'x', 'x', map { 'x' } @deals]} if $few;
	my (@cells, $hide);
	for my $deal (@deals) {
		my %in = map { $_ => 1 } $v->leden($deal);
		my @part = grep { $in{$_->{gemeente}} } @rows;
		$hide = 1 if (aantal(@part))[1];
		push @cells, \@part;
	}
	return {cellen => [$name, Getal::nl(Getal::telling($count,
		'plannen.csv', "plannen met knelpunt $name")), Getal::nl($sum),
		map { $hide ? 'x' : Getal::nl(netto(@$_)) } @cells]};
}

# Dwellings to build by category, where a delivery has them.
sub betaalbaarheid {
	my ($v) = @_;
	my @all = grep { $_->{soort} eq 'bouw' } tellend($v, 'betaalbaarheid');
	my (%by, @order, %town);
	push @{$town{$_->{gemeente}}}, $_ for @all;
	delete @town{grep { (aantal(@{$town{$_}}))[1] } keys %town};
	for my $row (grep { $town{$_->{gemeente}} } @all) {
		push @order, $row->{categorie} if !$by{$row->{categorie}};
		push @{$by{$row->{categorie}}}, $row;
	}
	$v->kop(2, 'Betaalbaarheid');
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	my @with = grep { $town{$_} } @towns;
	my @without = map { $v->naam($_) } grep { !$town{$_} } @towns;
	if (!@with) {
		$v->alinea(Nederlands::zin('betaalbaar_niet'));
		return;
	}
	my %with = woorden($v, $v->provincie);
	$v->alinea(Nederlands::zin('betaalbaar', jaren => $with{jaren},
		gemeenten => Nederlands::lijst(map { $v->naam($_) } @with)),
		@without ? Nederlands::zin('betaalbaar_zonder',
		gemeenten => Nederlands::lijst(@without)) : undef);
	my %sum = map { my $c = $_; $c => Getal::som(map { Getal::cel(
		'plannen.csv', $_, 'aantal') } @{$by{$c}}) } @order;
	my $all = Getal::som(@sum{@order});
	$v->tabel("Te bouwen woningen $with{kort} naar betaalbaarheid, " .
		Nederlands::lijst(map { $v->naam($_) . $v->merk($_) } @with),
		['Categorie', 'Woningen', 'Aandeel (%)'], (map { {cellen => [$_,
		Getal::nl($sum{$_}), Getal::nl(Getal::procent($sum{$_}, $all,
		1))]} } @order), {soort => 'woondeal', cellen => ['Samen',
		Getal::nl($all), Getal::nl(Getal::procent($all, $all, 1))]});
	$v->noot(Nederlands::zin('betaalbaar_noot'), (grep { $v->merk($_) }
		@with) ? Nederlands::zin('onvolledig_merk') : undef);
}

1;
