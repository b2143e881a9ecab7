# What changed since an earlier release: the stand, growth that CBS revised,
# and indicators. Nothing of single plans.
package Verschil;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;
use Tabel;
use Welvaart;

my @gegevens = (['netto_groei', 'Netto groei'], ['opgave', 'Opgave'],
	['rest_opgave', 'Nog te gaan'], ['hard', 'Hard'], ['zacht', 'Zacht'],
	['onbekend', 'Onbekend']);

sub hoofdstuk {
	my ($v) = @_;
	my $old = $v->{vorige};
	$v->kop(2, 'Wat er veranderd is');
	if (!$old) {
		my $gone = $v->{zonder} ? undef :
			$v->{release}{manifest}{vorige};
		$v->alinea(Nederlands::zin($gone ? 'verschil_weg' :
			'verschil_geen', run => $gone));
		return;
	}
	$v->alinea(Nederlands::zin('verschil',
		datum => Nederlands::datum($old->{datum}),
		run => $old->{manifest}{run},
		nieuw => Nederlands::datum($v->{release}{datum})));
	stand($v, $old);
	herzien($v, $old);
	indicatoren($v, $old);
}

# Each difference between a table of both releases, as csvdiff has it, to a
# function. Through a pipe without a shell, so that a folder may have any name.
sub csvdiff {
	my ($v, $old, $file, $options, $each) = @_;
	my @command = ('csvdiff', '-q', @$options, '--', map {
		"$_->{map}/$file" } $old, $v->{release});
	open my $in, '-|:encoding(UTF-8)', @command or die "csvdiff: $!\n";
	Tabel::stroom($in, 'csvdiff', undef, $each);
	close $in or die "csvdiff ended with status ", $? >> 8, "\n";
}

# The differences of these cells, as csvdiff computes them: by key and column.
sub verschillen {
	my ($v, $old) = @_;
	my %of;
	csvdiff($v, $old, 'stand.csv', ['--numeric', join(',', map { $_->[0] }
		@gegevens), '--difference'], sub {
		$of{"$_[0]{sleutel} $_[0]{kolom}"} = $_[0]{verschil};
	});
	return \%of;
}

sub stand {
	my ($v, $old) = @_;
	my ($difference, @rows) = (verschillen($v, $old));
	for my $region ($v->regios) {
		for my $what (@gegevens) {
			my $now = $v->{release}->cel($region, $what->[0]);
			my $then = Getal::cel('vorige/stand.csv',
				$old->totaal($region), $what->[0]);
			next if gelijk($now, $then);
			my $key = ($v->{release}->totaal($region) // {})
				->{sleutel} // '';
			my $row = $v->rij($region, $what->[1], map {
				Getal::nl($_) } $then, $now,
				Getal::min($now, $then, $difference->{
				"$key $what->[0]"}));
			$row->{cellen}[0] .= $v->merk($region)
				if $what->[0] =~ /^(hard|zacht|onbekend)$/;
			push @rows, $row;
		}
	}
	if (!@rows) {
		$v->alinea(Nederlands::zin('verschil_stand_geen'));
		return;
	}
	$v->tabel('Wat in de stand veranderde (woningen)', ['Gebied',
		['Gegeven', 'tekst'], 'Vorige', 'Nu', 'Verschil'], @rows);
	$v->noot((grep { $_->{cellen}[0] =~ /\(o\)/ } @rows) ?
		Nederlands::zin('onvolledig_merk') : undef);
}

sub gelijk {
	my ($a, $b) = @_;
	return !$a == !$b && (!$a || $a->{micro} == $b->{micro});
}

# Years of growth that are in both but differ.
sub herzien {
	my ($v, $old) = @_;
	my @items;
	for my $region ($v->regios) {
		for my $year ($v->{release}{van} .. $v->{release}{tot}) {
			my ($row, $was) = ($v->{release}->jaar($region, $year),
				$old->jaar($region, $year));
			my $now = Getal::cel('stand.csv', $row, 'netto_groei');
			my $then = Getal::cel('vorige/stand.csv', $was,
				'netto_groei');
			next if !$now || !$then || gelijk($now, $then);
			push @items, Nederlands::zin('herzien', jaar => $year,
				naam => $v->naam($region), oud => $then,
				nieuw => Getal::met_status($now,
				$row->{groei_status}));
		}
	}
	$v->alinea(Nederlands::zin(@items ? 'herzien_kop' : 'herzien_geen'));
	$v->lijst(@items);
}

sub indicatoren {
	my ($v, $old) = @_;
	my ($count, $of, @order) = geteld($v, $old);
	my $tel = sub { Getal::telling($_[0] // 0, 'indicatoren.csv',
		"sleutels $_[1] naast de vorige release") };
	if (!%$count) {
		$v->alinea(Nederlands::zin('indicatoren_gelijk'));
		return;
	}
	$v->alinea(Nederlands::zin('indicatoren_anders',
		nieuw => $tel->($count->{nieuw}, 'nieuw'),
		anders => $tel->($count->{anders}, 'anders'),
		vervallen => $tel->($count->{vervallen}, 'vervallen')));
	$v->tabel('Indicatoren met nieuwe of herziene waarden', ['Indicator',
		'Nieuw', 'Herzien'], map { {cellen => [$_, map { Getal::nl($_) }
		$tel->($of->{$_}{nieuw}, "nieuw van $_"),
		$tel->($of->{$_}{anders}, "anders van $_")]} } @order) if @order;
	trends($v, $old);
}

# How many rows of indicatoren.csv are new, gone, or have another value; the
# same by name, and those names in order.
sub geteld {
	my ($v, $old) = @_;
	my (%count, %of, @order);
	my $name = Welvaart::lees($v->{release})->{naam};
	csvdiff($v, $old, 'indicatoren.csv', [], sub {
		my ($row) = @_;
		my $kind = $row->{wijziging};
		$kind = $row->{kolom} eq 'waarde' ? 'anders' : return
			if $kind eq 'gewijzigd';
		$count{$kind}++;
		return if $kind eq 'vervallen';
		my ($code) = $row->{sleutel} =~ /^([^|]*)/;
		my $of = $name->{$code} // $code;
		push @order, $of if !$of{$of};
		$of{$of}{$kind}++;
	});
	return (\%count, \%of, @order);
}

# Trends of the province that are other than they were.
sub trends {
	my ($v, $old) = @_;
	my ($now, $then) = map { Welvaart::lees($_) } $v->{release}, $old;
	my $region = $v->provincie;
	my @items;
	for my $theme (@{$now->{themas}}) {
		for my $first (@{$now->{van}{$theme}}) {
			my $code = $first->{indicator_code};
			next if !$then->{op}{$code};
			my ($a, $b) = map { (Welvaart::laatste($_, $code,
				$region) // {})->{trend} // '' } $then, $now;
			s/^(?:onbekend)?$/nog geen trend/ for $a, $b;
			push @items, Nederlands::zin('trend_anders',
				naam => $first->{indicator_naam}, oud => $a,
				nieuw => $b) if $a ne $b;
		}
	}
	$v->alinea(Nederlands::zin('trends_kop', naam =>
		$v->naam($region))) if @items;
	$v->lijst(@items);
}

1;
