# Plan registration: hard and zacht against what remains, bottlenecks and
# affordability. What may not be told is not in the tables that this reads.
package Plannen;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;
use Wonen;

# The first year of capacity: after the last whole year of growth.
sub vanaf {
	my ($v) = @_;
	return $v->heel_jaar ? $v->heel_jaar + 1 : $v->{release}{van};
}

my @soorten = qw(hard zacht onbekend);

# A cell as it is shown: x for what is withheld, about what is rounded.
sub toon {
	my ($row, $column, $file) = @_;
	return 'x' if Tabel::onderdrukt($row, $column);
	my $number = Getal::nl(Getal::cel($file // 'stand.csv', $row, $column));
	return Tabel::afgerond($row, $column) ? "ca. $number" : $number;
}

# Capacity: withheld where a part of it is, or is rounded.
sub samen {
	my ($row, $sum) = @_;
	return 'x' if grep { Tabel::onderdrukt($row, $_) ||
		Tabel::afgerond($row, $_) } @soorten;
	return Getal::nl($sum);
}

# Whether anything of a row is withheld.
sub onderdrukt {
	my ($row) = @_;
	return $row && length($row->{onderdrukt} // '') > 0;
}

# What the marks in the rows of a table mean.
sub merken {
	my %said = map { (/^(x$|ca\. )/ ? ($1 => 1) : ()) }
		map { @{$_->{cellen}} } @_;
	return ($said{x} ? Nederlands::zin('onderdrukt') : (),
		$said{'ca. '} ? Nederlands::zin('afgerond') : ());
}

# What may be said where not all is shown.
sub deels {
	my ($of, %with) = @_;
	return Nederlands::zin("${of}_deels", %with) //
		Nederlands::zin("${of}_verborgen", %with);
}

sub woorden {
	my ($v, $region) = @_;
	my $cel = sub { $v->{release}->cel($region, $_[0]) };
	my $cijfer = sub { $v->{release}->cijfer($region, @_) };
	my $rest = {Wonen::te_gaan($cel->('rest_opgave'))}->{rest};
	my ($over, $hard_over) = map { $rest ? $cijfer->($_) : undef }
		qw(overschot overschot_hard);
	my @missing = $v->{release}->ontbrekend($region);
	return (naam => $v->naam($region), alles => $v->capaciteit($region),
		rest => $rest,
		levering => $v->levering_zegt(@missing),
		hard => $cel->('hard'), zacht => $cel->('zacht'),
		onbekend => meer_dan_nul($cel->('onbekend')),
		hard_pct => $cijfer->('hard_pct', heel => 1),
		zacht_pct => $cijfer->('zacht_pct', heel => 1),
		zacht_deel => $cijfer->('zacht_pct'),
		onbekend_deel => $cijfer->('onbekend_pct'),
		dekking => $cel->('dekking_pct'),
		dekking_hard => $cel->('dekking_hard_pct'),
		tekort => tekort($hard_over), te_weinig => tekort($over),
		ruimte => $over && $over->{micro} > 0 ? $over : undef,
		evenveel => $over && !$over->{micro} ? $over : undef,
		jaren => Nederlands::jaren_lang(vanaf($v), $v->{release}{tot}),
		kort => Nederlands::jaren(vanaf($v), $v->{release}{tot}));
}

# How much too little, when it is.
sub tekort {
	my ($number) = @_;
	return $number && $number->{micro} < 0 ? Getal::abs_van($number) : undef;
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
		if (onderdrukt($v->{release}->totaal($region))) {
			$v->alinea(deels('plannen', %with));
			next;
		}
		$v->alinea(map { Nederlands::zin($_, %with) } 'plannen',
			$with{evenveel} ? 'plannen_gelijk' : (),
			qw(plannen_ruim plannen_krap plannen_hard
			plannen_onvolledig));
	}
	my %with = (woorden($v, $v->provincie),
		regelset => $v->{release}{manifest}{regelset});
	$v->alinea(Nederlands::zin('plannen_onbekend', %with),
		Nederlands::zin('regelset', %with),
		Nederlands::zin('hard_betekent', map { $_ =>
		$v->statussen($_) } qw(hard zacht)));
	my ($rows, @notes) = dekking($v, $v->regios);
	$v->tabel("Netto plancapaciteit $with{kort} tegen de resterende opgave " .
		'(woningen)', ['Gebied', 'Nog te gaan', 'Hard', 'Zacht',
		'Onbekend', 'Samen', 'Dekking hard (%)', 'Dekking (%)'], @$rows);
	$v->noot(@notes, Nederlands::zin('dekking'));
	$v->{figuren_van}->($v, 'capaciteit', @figures);
	per_jaar($v);
}

# Capacity of regions against what remains, and what its marks are.
sub dekking {
	my ($v, @regions) = @_;
	my (@rows, $starred);
	for my $region (@regions) {
		my $total = $v->{release}->totaal($region);
		my $row = $v->rij($region, toon($total, 'rest_opgave'),
			(map { toon($total, $_) } @soorten),
			samen($total, $v->capaciteit($region)),
			map { toon($total, $_) }
			qw(dekking_hard_pct dekking_pct));
		$row->{cellen}[0] .= $v->merk($region);
		$starred ||= $v->merk($region);
		push @rows, $row;
	}
	return (\@rows, $starred ? Nederlands::zin('onvolledig_merk') : undef,
		Wonen::later(@rows), merken(@rows));
}

# The figures' numbers, for who cannot see them.
sub per_jaar {
	my ($v) = @_;
	my $region = $v->provincie;
	my @rows;
	for my $year ($v->{release}{van} .. $v->{release}{tot}) {
		my $row = $v->{release}->jaar($region, $year) or next;
		my $mark = $row->{volledig} =~ /^nee/ ? ' (o)' : '';
		push @rows, {cellen => [$year . $mark, Getal::nl(Getal::cel(
			'stand.csv', $row, 'opgave')) . Wonen::afgeleid($row,
			'opgave'), Getal::nl(Getal::met_status(Getal::cel(
			'stand.csv', $row, 'netto_groei'),
			$row->{groei_status})), map { toon($row, $_) } @soorten]};
	}
	$v->tabel('Per jaar: opgave, netto groei en plancapaciteit van ' .
		$v->naam($region) . ' (woningen)', ['Jaar', 'Opgave',
		'Netto groei', 'Hard', 'Zacht', 'Onbekend'], @rows);
	$v->noot((grep { $_->{cellen}[0] =~ /\(o\)/ } @rows) ?
		Nederlands::zin('onvolledig_merk') : undef, merken(@rows),
		Wonen::afgeleid_merk(@rows),
		map { Nederlands::zin('emmer', opgave => Getal::cel(
		'stand.csv', $_, 'opgave'), jaren => Nederlands::jaren(
		$_->{jaar_van}, $_->{jaar_tot})) } $v->emmers($region));
}

# Growth and plans of one in sentences.
sub gemeente_zegt {
	my ($v, $region) = @_;
	my %with = woorden($v, $region);
	my $grown = $v->groei($region);
	return grep { defined } (Nederlands::zin($grown ? 'gemeente_groei' :
		'gemeente_groei_niet', naam => $v->naam($region),
		groei => $grown, jaren => Nederlands::jaren_lang(
		$v->{release}{van}, $v->tot_jaar)),
		onderdrukt($v->{release}->totaal($region)) ?
		deels('gemeente', %with) : Nederlands::zin(!$with{alles} ?
		'gemeente_plannen_niet' : $with{onbekend} ?
		'gemeente_plannen' : 'gemeente_plannen_bekend', %with),
		$with{alles} && $v->{release}->ontbrekend($region) ?
		Nederlands::zin('gemeente_onvolledig', %with) : undef);
}

sub gemeenten {
	my ($v) = @_;
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	return if !@towns;
	$v->kop(2, 'Per gemeente');
	my %id = map { $_ => $v->id_van($v->naam($_)) } @towns;
	Kaart::voeg($v, %id);
	my @cards;
	for my $region (@towns) {
		my $panel = $v->{paneel}->($v, 'capaciteit', $region, 'klein');
		my @say = (gemeente_zegt($v, $region), $panel ? () :
			Nederlands::zin('geen_figuur', naam => $v->naam($region)));
		push @cards, {kop => $v->naam($region), id => $id{$region},
			pagina => $v->{paginas} ? "gemeenten/$region.html" :
			undef,
			tekst => join(' ', @say), figuur => $panel};
	}
	$v->voeg(blok => 'kaarten', punten => \@cards,
		legenda => [$v->{legenda}->($v, 'capaciteit')]);
	my @part = grep { my $region = $_; grep { onderdrukt(
		$v->{release}->jaar($region, $_)) } $v->{release}{van} ..
		$v->{release}{tot} } @towns;
	my @derived = map { Wonen::afgeleid_merk(@{$_->{figuur}{tabel}{rijen}}) }
		grep { $_->{figuur} } @cards;
	$v->noot(Nederlands::zin('schalen'), @derived ?
		Nederlands::zin('afgeleid_figuur') : undef, @part ?
		Nederlands::zin('gemeente_jaren_deels', gemeenten =>
		Nederlands::lijst(map { $v->naam($_) } @part)) : undef,
		$v->{bronnoot}->($v, 'capaciteit', @towns))
		if grep { $_->{figuur} } @cards;
}

# A number of a category.
sub deel {
	my ($row, $column) = @_;
	return Getal::nl(Getal::cel('segmenten.csv', $row, $column));
}

sub knelpunten {
	my ($v) = @_;
	my $release = $v->{release};
	my %row = map { $_->{categorie} => $_ } $release->segment('knelpunten',
		$v->provincie);
	my $none = delete $row{'niet opgegeven'};
	$v->kop(2, 'Knelpunten');
	if (!keys %row) {
		$v->alinea(Nederlands::zin('knelpunten_geen'));
		return;
	}
	my @last = grep { $row{$_} } 'Anders', 'Geen', 'Onbekend';
	my %last = map { $_ => 1 } @last;
	my %sum = map { $_ => Getal::cel('segmenten.csv', $row{$_}, 'totaal') }
		keys %row;
	my @names = sort { ($sum{$b} // {micro => 0})->{micro} <=>
		($sum{$a} // {micro => 0})->{micro} || $a cmp $b }
		grep { !$last{$_} } keys %row;
	my @rows = map { knelpunt($v, $_) } @row{@names, @last},
		$none // ();
	my ($most) = grep { $sum{$_} } @names;
	$v->alinea(Nederlands::zin('knelpunten', meest => $most,
		woningen => $most ? $sum{$most} : undef),
		Nederlands::zin('knelpunten_dubbel'));
	$v->tabel('Plannen en netto woningen per gemeld knelpunt',
		['Knelpunt', 'Plannen', map { $_->[0] . $v->merk($_->[1]) }
		['Woningen', $v->provincie], map { [$v->naam($_), $_] }
		$release->regios('woondeal')], @rows);
	$v->noot(Nederlands::zin('knelpunten_getoond'),
		$v->merk($v->provincie) ?
		Nederlands::zin('onvolledig_merk') : undef);
}

# A row: the province, and each deal.
sub knelpunt {
	my ($v, $row) = @_;
	my @cells;
	for my $deal ($v->{release}->regios('woondeal')) {
		my ($part) = grep { $_->{categorie} eq $row->{categorie} }
			$v->{release}->segment('knelpunten', $deal);
		push @cells, deel($part, 'totaal');
	}
	return {cellen => [ucfirst $row->{categorie}, deel($row, 'plannen'),
		deel($row, 'totaal'), @cells]};
}

# Dwellings by category, where a delivery has them.
sub betaalbaarheid {
	my ($v) = @_;
	my @rows = $v->{release}->segment('betaalbaarheid', $v->provincie);
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	my %without = map { $_ => 1 } @rows ? $rows[0]{volledig} =~
		/^nee: (.*)$/ ? split /\|/, $1 : () : @towns;
	my @with = grep { !$without{$_} } @towns;
	$v->kop(2, 'Betaalbaarheid');
	if (!@with) {
		$v->alinea(Nederlands::zin('betaalbaar_niet'));
		return;
	}
	my %with = woorden($v, $v->provincie);
	my @without = map { $v->naam($_) } grep { $without{$_} } @towns;
	$v->alinea(Nederlands::zin('betaalbaar', jaren => $with{jaren},
		gemeenten => Nederlands::lijst(map { $v->naam($_) } @with)),
		@without ? Nederlands::zin('betaalbaar_zonder',
		gemeenten => Nederlands::lijst(@without)) : undef);
	my $all = deel($rows[0], 'geheel');
	my @lines = map { {cellen => [$_->{categorie}, deel($_, 'totaal'),
		deel($_, 'aandeel_pct')]} } @rows;
	$v->tabel("Te bouwen woningen $with{kort} naar betaalbaarheid, " .
		Nederlands::lijst(map { $v->naam($_) . $v->merk($_) } @with),
		['Categorie', 'Woningen', 'Aandeel (%)'], @lines,
		{soort => 'woondeal', cellen => ['Samen', $all, '']});
	$v->noot(Nederlands::zin('betaalbaar_noot'), (grep { $v->merk($_) } @with) ?
		Nederlands::zin('onvolledig_merk') : undef);
}

1;
