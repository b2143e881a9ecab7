# Growth against target: what is settled, and the year that is running.
package Wonen;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;

# Behind a target that was not agreed so but derived: the column of a row.
sub afgeleid {
	my ($row, $column) = @_;
	return $row && grep({ $_ eq $column } split /\|/,
		$row->{afgeleid} // '') ? ' (a)' : '';
}

# What that mark is, where it stands.
sub afgeleid_merk {
	return (grep { grep { !ref && /\(a\)$/ } @{$_->{cellen}} } @_) ?
		Nederlands::zin('afgeleid_merk') : ();
}

# Target and growth up to the last whole year, where the target is known.
sub tot_nu {
	my ($v, $region) = @_;
	my $row = $v->{release}->jaar($region, $v->tot_jaar);
	my $status = ($v->{release}->totaal($region) // {})->{groei_status};
	return map { $_->[1] ? Getal::met_status(Getal::cel('stand.csv', $row,
		$_->[0]), $status) : Getal::cel('stand.csv', $row, $_->[0]) }
		['opgave_cum', 0], ['groei_cum', 1], ['verschil_cum', 1];
}

sub woorden {
	my ($v, $region) = @_;
	my ($target, $growth, $gap) = tot_nu($v, $region);
	my $all = $v->{release}->cel($region, 'opgave');
	my $real = $v->groei($region);
	return (naam => $v->naam($region), opgave => $target, groei => $growth,
		verschil => Getal::abs_van($gap),
		jaren => Nederlands::jaren_lang($v->{release}{van},
			$v->tot_jaar),
		die => $v->tot_jaar == $v->{release}{van} ? 'dat jaar' :
			'die jaren',
		kort => Nederlands::jaren($v->{release}{van}, $v->tot_jaar),
		alle => Nederlands::jaren_lang($v->{release}{van},
			$v->{release}{tot}),
		alle_kort => Nederlands::jaren($v->{release}{van},
			$v->{release}{tot}),
		totaal => $all, te_gaan($v->{release}->cel($region,
			'rest_opgave')),
		pct => $real ? $v->{release}->cijfer($region,
			'gerealiseerd_pct', heel => 1) : undef,
		alle_groei => $real);
}

# What is to go, or what there is over when nothing is.
sub te_gaan {
	my ($rest) = @_;
	return (rest => undef, over => undef) if !$rest;
	return $rest->{micro} > 0 ? (rest => $rest, over => undef) :
		(rest => undef, over => Getal::abs_van($rest));
}

# The sentence for that: KEY_WORD where some are to go, else of the target
# that was reached, or just so.
sub gehaald {
	my ($key, $word, %with) = @_;
	return Nederlands::zin($key . '_' . (!$with{over} ? $word :
		$with{over}{micro} ? 'gehaald' : 'precies'), %with);
}

sub achter {
	my ($v, $region) = @_;
	my $gap = (tot_nu($v, $region))[2];
	return !$gap ? 'realisatie_zonder' : !$gap->{micro} ?
		'realisatie_gelijk' : $gap->{micro} < 0 ?
		'realisatie_achter' : 'realisatie_voor';
}

# What a deal's name stands for, and whose deal it is.
sub woondeal {
	my ($v, $deal) = @_;
	my @names = map { $v->naam($_) } grep { $v->{release}{naam}{$_} }
		$v->leden($deal);
	my $full = $v->{voluit}{$deal};
	my $told = defined $full && !grep { $full !~ /\Q$_\E/ } @names;
	return Nederlands::zin(!length($full // '') ? 'woondeal' : $told ?
		'woondeal_namen' : 'woondeal_voluit', naam => $v->naam($deal),
		voluit => $full, gemeenten => Nederlands::lijst(@names) || undef);
}

sub realisatie {
	my ($v, @figures) = @_;
	$v->kop(2, 'Realisatie');
	$v->alinea(map { woondeal($v, $_) } $v->{release}->regios('woondeal'));
	my @none;
	for my $region ($v->provincie, $v->{release}->regios('woondeal')) {
		my %with = woorden($v, $region);
		push @none, $v->naam($region) if !$with{alle_groei};
		$v->alinea(Nederlands::zin(achter($v, $region), %with),
			gehaald('realisatie', 'rest', %with));
	}
	$v->alinea(Nederlands::zin('realisatie_geen', namen =>
		Nederlands::lijst(@none))) if @none;
	my %with = woorden($v, $v->provincie);
	my @rows;
	for my $region ($v->regios) {
		my ($target, $growth, $gap) = tot_nu($v, $region);
		my $cel = sub { $v->{release}->cel($region, $_[0]) };
		push @rows, $v->rij($region, Getal::nl($target) . afgeleid(
			$v->{release}->jaar($region, $v->tot_jaar),
			'opgave_cum'), (map { Getal::nl($_) } $growth, $gap),
			Getal::nl($cel->('opgave')) . afgeleid(
			$v->{release}->totaal($region), 'opgave'),
			map { Getal::nl($cel->($_)) } qw(gerealiseerd_pct
			rest_opgave));
	}
	$v->tabel("Netto groei van de woningvoorraad tegen de opgave " .
		'(woningen)', ['Gebied', "Opgave $with{kort}",
		"Groei $with{kort}", 'Verschil', "Opgave $with{alle_kort}",
		'Gerealiseerd (%)', 'Nog te gaan'], @rows);
	$v->noot(Nederlands::zin('merken'), later(@rows),
		afgeleid_merk(@rows), zonder_opgave($v));
	$v->{figuren_van}->($v, 'groei', @figures);
	delen($v);
}

sub later {
	return Getal::heeft_later(@_) ? Nederlands::zin('later_merk') : undef;
}

# Why municipalities have no target here, if they have none.
sub zonder_opgave {
	my ($v) = @_;
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	my @without = grep { !(tot_nu($v, $_))[0] } @towns;
	return undef if !@without;
	return Nederlands::zin(@without == @towns ? 'geen_opgave' :
		'zonder_opgave', jaren => Nederlands::jaren_lang(
		$v->{release}{van}, $v->tot_jaar),
		gemeenten => Nederlands::lijst(map { $v->naam($_) } @without));
}

sub delen {
	my ($v) = @_;
	my @parts = qw(nieuwbouw overige_toevoeging sloop overige_onttrekking
		correctie);
	my @rows;
	for my $region ($v->regios) {
		push @rows, $v->rij($region, map { Getal::nl($_) } (map {
			$v->{release}->cel($region, $_) } @parts),
			$v->groei($region));
	}
	return if !grep { $_->{cellen}[-1] ne '–' } @rows;
	my $years = Nederlands::jaren($v->{release}{van}, $v->tot_jaar);
	$v->tabel("Waaruit de netto groei bestaat, $years (woningen)",
		['Gebied', 'Nieuwbouw', 'Overige toevoeging', 'Sloop',
		'Overige onttrekking', 'Correctie', 'Netto groei'], @rows);
	$v->noot(Nederlands::zin('delen'));
}

# This year's growth so far, that of the same months a year before, and how
# much more it is.
sub vergelijk {
	my ($v, $region) = @_;
	my ($year) = $v->lopend_tm =~ /^(\d{4})-/;
	return map { $v->{release}->cijfer($region, $_->[0], lopend => 1,
		status => 1, van => $_->[1], tot => $_->[1]) }
		['netto_groei', $year], ['netto_groei', $year - 1],
		['groei_verschil', $year];
}

sub lopend {
	my ($v) = @_;
	$v->kop(2, 'Het lopende jaar');
	if ($v->lopend_tm eq '') {
		$v->alinea(Nederlands::zin('lopend_geen'));
		return;
	}
	my %with = lopend_woorden($v);
	$v->alinea(Nederlands::zin('lopend', %with),
		Nederlands::zin($with{meer}, %with));
	$v->alinea(voorraad($v));
	$v->alinea(gehaald('lopend', 'stand', %with));
	my @rows;
	for my $region ($v->regios) {
		push @rows, $v->rij($region, (map { Getal::nl($_) }
			vergelijk($v, $region)), Getal::nl($v->groei($region,
			'stand-lopend.csv')), Getal::nl($v->{release}->cel(
			$region, 'rest_opgave', 'stand-lopend.csv')));
	}
	$v->tabel("Netto groei in $with{maanden_lang} (woningen)",
		['Gebied', $with{jaar}, $with{vorig_jaar}, 'Verschil',
		"Groei $with{van} t/m $with{tm}", 'Nog te gaan'], @rows);
	$v->noot(Nederlands::zin('merken'), later(@rows));
}

sub lopend_woorden {
	my ($v) = @_;
	my ($year, $month) = $v->lopend_tm =~ /^(\d{4})-(\d\d)$/;
	my $region = $v->provincie;
	my ($now, $then, $more) = vergelijk($v, $region);
	return (naam => $v->naam($region), jaar => $year,
		vorig_jaar => $year - 1, van => $v->{release}{van},
		tm => Nederlands::datum($v->lopend_tm),
		maanden_lang => $month == 1 ? 'januari' : 'de ' .
			Nederlands::telwoord($month + 0) . ' maanden januari ' .
			'tot en met ' . Nederlands::maand($month),
		dezelfde => $month == 1 ? 'dezelfde maand' :
			'dezelfde maanden',
		telt => $month == 1 ? 'één maand' :
			Nederlands::telwoord($month + 0) . ' maanden',
		nu => $now, toen => $then, verschil => Getal::abs_van($more),
		meer => !$more || !$more->{micro} ? 'lopend_gelijk' :
			$more->{micro} < 0 ? 'lopend_minder' : 'lopend_meer',
		groei => $v->groei($region, 'stand-lopend.csv'),
		te_gaan($v->{release}->cel($region, 'rest_opgave',
			'stand-lopend.csv')));
}

# The stock itself, of the province's own row, at the turn of the year and
# after the last month.
sub voorraad {
	my ($v) = @_;
	my ($year, $month) = $v->lopend_tm =~ /^(\d{4})-(\d\d)$/;
	my %at = map { $_ => undef } "beginstand $year-01",
		"eindstand $year-$month";
	my $region = $v->provincie;
	$v->{release}->elk('waarnemingen.csv', [qw(regio onderwerp periode
		waarde status gebruiksfunctie)], sub {
		my ($row) = @_;
		my $what = "$row->{onderwerp} $row->{periode}";
		return if $row->{regio} ne $region || !exists $at{$what} ||
			($row->{gebruiksfunctie} // 'A045364') !~
			/^(A045364|Woning)$/;
		$at{$what} = Getal::met_status(Getal::cel('waarnemingen.csv',
			$row, 'waarde'), $row->{status});
	});
	my $next = $month == 12 ? ($year + 1) . '-01-01' :
		sprintf '%s-%02d-01', $year, $month + 1;
	return Nederlands::zin('voorraad', naam => $v->naam($v->provincie),
		begin => $at{"beginstand $year-01"},
		eind => $at{"eindstand $year-$month"},
		begin_datum => Nederlands::datum("$year-01-01"),
		eind_datum => Nederlands::datum($next));
}

1;
