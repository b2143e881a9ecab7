# Monitor Brede Welvaart: per theme the last value of each indicator, with
# its trend as a colour and a letter, and a small line of the province.
package Welvaart;
use strict;
use warnings;
use utf8;
use Figuur;
use Getal;
use Nederlands;

my %letter = (groen => 'G', grijs => 'N', rood => 'R');
my %reden = (ontbreekt => '.', geheim => 'x', onmogelijk => 'n.m.',
	niet_geleverd => 'n.g.', nvt => 'n.v.t.', onderdrukt => 'o',
	onbekend => '?');
my %uitleg = (ontbreekt => 'ontbreekt in de bron', geheim => 'geheim',
	onmogelijk => 'niet mogelijk', niet_geleverd => 'niet geleverd',
	nvt => 'bestaat niet op dit niveau', onderdrukt =>
	'weggelaten omdat de aantallen te klein zijn', onbekend =>
	'reden onbekend');

my @kolommen = qw(indicator_code indicator_naam thema eenheid regio periode
	waarde nl_waarde status reden trend kleur bron_tabel editie);

# Of indicatoren.csv, once for each release, what the page shows: by theme its
# indicators in order; by indicator and region of the stand the newest row; the
# values of the province over all periods; tables and editions.
sub lees {
	my ($release) = @_;
	return $release->{welvaart} if $release->{welvaart};
	my %data = (themas => [], van => {}, op => {}, verloop => {});
	my ($own) = $release->regios('provincie');
	my %shown = map { $_ => 1 } map { $release->regios($_) } qw(provincie
		gemeente);
	my %periods;
	$release->elk('indicatoren.csv', \@kolommen, sub {
		my ($row) = @_;
		my ($code, $theme, $region, $period) = @$row{qw(indicator_code
			thema regio periode)};
		push @{$data{themas}}, $theme if !$data{van}{$theme};
		push @{$data{van}{$theme}}, $row if !$data{op}{$code};
		$data{naam}{$code} //= $row->{indicator_naam};
		$data{tabel}{$_} = 1 for split /\|/, $row->{bron_tabel};
		$data{editie}{$row->{editie}} = 1;
		$periods{$code}{$period} = 1;
		my $of = $data{op}{$code} //= {};
		return if !$shown{$region};
		$of->{$region} = $row if !$of->{$region} ||
			$of->{$region}{periode} le $period;
		$data{verloop}{$code}{$period} = {waarde => $row->{waarde},
			_rij => $row->{_rij}} if $region eq ($own // '');
	});
	$data{perioden}{$_} = [sort keys %{$periods{$_}}] for keys %periods;
	return $release->{welvaart} = \%data;
}

# The row of the newest period that there is of an indicator.
sub laatste {
	my ($data, $code, $region) = @_;
	my $row = $data->{op}{$code}{$region};
	return $row && $row->{periode} eq $data->{perioden}{$code}[-1] ? $row :
		undef;
}

sub cel {
	my ($v, $row, $column) = @_;
	return '' if !$row;
	my $number = Getal::met_status(Getal::cel('indicatoren.csv', $row,
		$column // 'waarde'), $column ? '' : $row->{status});
	if (!$number) {
		$v->{redenen}{$row->{reden}} = 1 if !$column;
		return $column ? '' : $reden{$row->{reden}} // '–';
	}
	my %cell = (tekst => Getal::nl($number));
	@cell{qw(kleur letter)} = ($row->{kleur}, $letter{$row->{kleur}})
		if !$column && $row->{kleur} ne '';
	return \%cell;
}

sub verloop {
	my ($data, $code) = @_;
	my @points = map { [$_, Getal::cel('indicatoren.csv',
		$data->{verloop}{$code}{$_}, 'waarde')] }
		@{$data->{perioden}{$code}};
	my @known = grep { $_->[1] } @points;
	return '' if @known < 2;
	return {svg => Figuur::lijntje("Verloop van $known[0][0] tot en met " .
		"$known[-1][0]: van " . Getal::nl($known[0][1]) . ' naar ' .
		Getal::nl($known[-1][1]), @points)};
}

sub samenvatting {
	my ($v, $data) = @_;
	my $region = $v->provincie;
	my (%count, $all);
	for my $code (keys %{$data->{op}}) {
		my $row = laatste($data, $code, $region);
		$all++;
		$count{($row // {})->{kleur} || 'geen'}++;
	}
	my $tel = sub { Getal::telling($_[0] // 0, 'indicatoren.csv',
		"laatste waarden van $region: $_[1]") };
	return (naam => $v->naam($region), alle => $tel->($all, 'alle'),
		editie => Nederlands::lijst(sort keys %{$data->{editie}}),
		map { $_ => $tel->($count{$_}, $_) } qw(groen grijs rood geen));
}

sub hoofdstuk {
	my ($v) = @_;
	my $data = lees($v->{release});
	$v->kop(2, 'Monitor Brede Welvaart');
	if (!@{$data->{themas}}) {
		$v->alinea(Nederlands::zin('welvaart_geen'));
		return;
	}
	my %with = samenvatting($v, $data);
	$v->alinea(Nederlands::zin('welvaart', %with),
		Nederlands::zin('welvaart_trend', %with));
	$v->alinea(Nederlands::zin('welvaart_letters'));
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	$v->tabel('Brede welvaart: het laatste jaar van elke indicator',
		['Indicator (eenheid)', ['Verloop', 'lijntje'],
		['Jaar', 'tekst'], $v->naam($v->provincie), 'Nederland',
		map { $v->naam($_) } @towns], map { {soort => 'groep', cellen =>
		[ucfirst $_]}, thema($v, $data, $_, @towns) }
		@{$data->{themas}});
	leeg($v);
}

# Of one municipality beside the province and the country.
sub van {
	my ($v, $town) = @_;
	my $data = lees($v->{release});
	my @rows;
	for my $theme (@{$data->{themas}}) {
		my @part = map { my $code = $_->{indicator_code};
			my $row = laatste($data, $code, $town);
			{cellen => ["$_->{indicator_naam} ($_->{eenheid})",
			$data->{perioden}{$code}[-1], cel($v, $row),
			cel($v, laatste($data, $code, $v->provincie)),
			cel($v, $row, 'nl_waarde')]} } @{$data->{van}{$theme}};
		push @rows, {soort => 'groep', cellen => [ucfirst $theme]},
			@part;
	}
	return if !@rows;
	$v->kop(2, 'Brede welvaart');
	$v->alinea(Nederlands::zin('welvaart_letters'));
	$v->tabel('Brede welvaart: het laatste jaar van elke indicator',
		['Indicator (eenheid)', ['Jaar', 'tekst'], map { [$_, 'getal'] }
		$v->naam($town), $v->naam($v->provincie), 'Nederland'], @rows);
	leeg($v);
}

# What stands where there is no value.
sub leeg {
	my ($v) = @_;
	$v->noot('Waar geen getal staat: ' . join('; ', map {
		"$reden{$_} = $uitleg{$_}" } grep { $v->{redenen}{$_} }
		sort keys %reden) . '.') if $v->{redenen};
}

sub thema {
	my ($v, $data, $theme, @towns) = @_;
	my $region = $v->provincie;
	my @rows;
	for my $first (@{$data->{van}{$theme}}) {
		my $code = $first->{indicator_code};
		my $own = laatste($data, $code, $region);
		push @rows, {cellen => [
			"$first->{indicator_naam} ($first->{eenheid})",
			verloop($data, $code),
			$data->{perioden}{$code}[-1], cel($v, $own),
			cel($v, $own, 'nl_waarde'),
			map { cel($v, laatste($data, $code, $_)) } @towns]};
	}
	return @rows;
}

1;
