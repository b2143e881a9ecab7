# 86098NED, which follows 81955NED, as UntypedDataSet of the v3 feed: its keys
# are real, its titles follow them, its figures are made up (levensloop.csv).
package Levensloop;
use strict;
use warnings;
use Atom;
use FindBin;
use Groei;
use Pak;
use Tabel;
use Exporter 'import';
our @EXPORT = qw(levensloop_schrijf);

my @STROOM = qw(vergund gestart nieuwbouw functie toevoeging sloop onttrekking);
my @ONDERWERP = (
	['BeginstandVoorraad_1', 'Beginstand voorraad', 'begin'],
	['VergundeNieuwbouw_2', 'Vergunde nieuwbouw', 'vergund'],
	['BouwGestart_3', 'Bouw gestart', 'gestart'],
	['NieuwbouwTotaal_6', 'Nieuwbouw totaal', 'nieuwbouw'],
	['WijzigingGebruiksfunctiePositief_9',
		'Wijziging gebruiksfunctie, positief', 'functie'],
	['ToevoegingenTotaal_13', 'Toevoegingen totaal', 'toevoeging'],
	['Sloop_15', 'Sloop', 'sloop'],
	['Onttrekkingen_16', 'Onttrekkingen', 'onttrekking'],
	['SaldoVoorraad_21', 'Saldo voorraad', 'saldo'],
	['EindstandVoorraad_22', 'Eindstand voorraad', 'eind']);

# The parts of a month, made into saldo, begin and eind.
sub maand {
	my ($begin, %c) = @_;
	my $saldo = $c{nieuwbouw} + $c{functie} + $c{toevoeging} - $c{sloop} -
		$c{onttrekking};
	return {%c, begin => $begin, saldo => $saldo, eind => $begin + $saldo};
}

# December 2024 as this table counts it, which is not as 81955NED did: it ends
# where 2025 begins.
sub december {
	my ($old, $eind) = @_;
	my $functie = int($old->{overige_toevoeging} * 2 / 3);
	my %c = (vergund => $old->{nieuwbouw} + 4, gestart => $old->{nieuwbouw} - 3,
		nieuwbouw => $old->{nieuwbouw}, functie => $functie,
		toevoeging => $old->{overige_toevoeging} - $functie + 1,
		sloop => $old->{sloop}, onttrekking => $old->{overige_onttrekking});
	return maand($eind - maand(0, %c)->{saldo}, %c);
}

# region -> period -> the figures; stock: what 81955NED says.
sub cijfers {
	my ($stock) = @_;
	my %all;
	for my $row (tabel("$FindBin::Bin/levensloop.csv")) {
		my $old = $stock->{$row->{regio}}{'2024MM12'};
		my $at = $old->{eind} + $row->{break};
		my %deel = map { $_ => [verdeel($row->{$_}, (1) x 6)] } @STROOM;
		my $all = $all{$row->{regio}} = {'2024MM12' => december($old, $at)};
		for my $m (1 .. 6) {
			my $c = maand($at, map { $_ => $deel{$_}[$m - 1] } @STROOM);
			$all->{sprintf '2025MM%02d', $m} = $c;
			$at = $c->{eind};
		}
	}
	for my $p (keys %{$all{GM0034}}) {
		for my $k (@STROOM, qw(begin saldo eind)) {
			$all{PV24}{$p}{$k} += $all{$_}{$p}{$k}
				for grep { /^GM/ } keys %all;
		}
	}
	return \%all;
}

sub gegevens {
	my ($all) = @_;
	my ($id, @list) = (0);
	for my $r (@Atom::REGIO) {
		for my $p (sort keys %{$all->{$r->[0]}}) {
			push @list, Atom::entry('UntypedDataSet', $id, 'TData',
				['ID', $id++, 'Edm.Int32'],
				['Gebruiksfunctie', 'A045364'],
				['RegioS', sprintf('%-6s', $r->[0])], ['Perioden', $p],
				map { [$_->[0], sprintf('%8d',
					$all->{$r->[0]}{$p}{$_->[2]})] } @ONDERWERP);
		}
	}
	return @list;
}

sub eigenschappen {
	my $n = 0;
	return map {
		my ($type, $key, $title) = @$_;
		Atom::entry('DataProperties', $n, $type, ['ID', $n++, 'Edm.Int32'],
			['Type', $type], ['Key', $key], ['Title', $title],
			$type eq 'Topic' ? (['Datatype', 'Integer'],
			['Unit', 'aantal'], ['Default', 'Missing']) : ());
	} ['Dimension', 'Gebruiksfunctie', 'Gebruiksfunctie'],
	    ['GeoDimension', 'RegioS', "Regio's"],
	    ['TimeDimension', 'Perioden', 'Perioden'],
	    map { ['Topic', @$_] } @ONDERWERP;
}

sub levensloop_schrijf {
	my ($dir, $stock) = @_;
	local $Atom::TABEL = '86098NED';
	my $all = cijfers($stock);
	schrijf_gzip("$dir/UntypedDataSet.xml.gz",
		Atom::feed('UntypedDataSet', 0, gegevens($all)));
	schrijf("$dir/DataProperties.xml",
		Atom::feed('DataProperties', 0, eigenschappen()));
	schrijf("$dir/Perioden.xml", Atom::feed('Perioden', 0, map {
		Atom::entry('Perioden', "'$_'", 'Perioden', ['Key', $_],
			['Title', Atom::periode_naam($_)], ['Description', ''],
			['Status', 'Voorlopig']);
	} sort keys %{$all->{GM0034}}));
}

1;
