# 86098NED as the bulk zip of CBS (OData v4): one CSV per resource, `;`,
# decimal comma, CRLF. Codes: those that the same measure has in 82235NED, whose
# v4 form is real; M00X... are made up: not known here. All figures are made up.
package Odata4;
use strict;
use warnings;
use utf8;
use Groei;
use Pak;
use Exporter 'import';
our @EXPORT = qw(odata4_schrijf odata4_csv);

my @REGIO = (
	['NL01', 'NL', 'Nederland', ''],
	['PV24', 'PV', 'Flevoland (PV)', "PV = Provincie\n\nBestuurlijke " .
		"onderverdeling van het Nederlands grondgebied. Sinds het " .
		"instellen van de provincie\nFlevoland per 1 januari 1986 " .
		"telt Nederland 12 provincies."],
	['GM0034', 'GMPV24', 'Almere', "GM = Gemeente\n\nOntstaan per 01-01-1984."],
	['GM0303', 'GMPV24', 'Dronten', "GM = Gemeente\n\nOntstaan per 01-01-1972."],
	['GM0995', 'GMPV24', 'Lelystad', "GM = Gemeente\n\nOntstaan per 01-01-1980."],
	['GM0171', 'GMPV24', 'Noordoostpolder', "GM = Gemeente\n\nProvinciale " .
		"wijziging per 01-01-1986: \"van Overijssel naar Flevoland\"."],
	['GM0184', 'GMPV24', 'Urk', "GM = Gemeente\n\nProvinciale wijziging per 01-01-1986."],
	['GM0050', 'GMPV24', 'Zeewolde', "GM = Gemeente\n\nOntstaan per 01-01-1984."]);
# identifier, title (after the v3 keys), data type, unit, decimals.
my @MAAT = (
	['D002936', 'Beginstand voorraad', 'Long', 'aantal', 0],
	['M00X002', 'Vergunde nieuwbouw', 'Long', 'aantal', 0],
	['M00X003', 'Bouw gestart', 'Long', 'aantal', 0],
	['M003003', 'Nieuwbouw totaal', 'Long', 'aantal', 0],
	['M00X009', 'Wijziging gebruiksfunctie, positief', 'Long', 'aantal', 0],
	['M00X013', 'Toevoegingen totaal', 'Long', 'aantal', 0],
	['D003024', 'Sloop', 'Long', 'aantal', 0],
	['M00X016', 'Onttrekkingen', 'Long', 'aantal', 0],
	['D003021', 'Saldo voorraad', 'Long', 'aantal', 0],
	['D002968', 'Eindstand voorraad', 'Long', 'aantal', 0],
	['M00X030', 'Gemiddelde doorlooptijd', 'Double', 'maanden', 1]);
my @FUNCTIE = (['T001419', 'Woning en niet-woning totaal'],
	['A045364', 'Woning']);

sub veld {
	my ($s) = @_;
	return $s if $s !~ /[";\r\n]/;
	$s =~ s/"/""/g;
	return "\"$s\"";
}

# A resource: rows of cells.
sub odata4_csv {
	return utf8(join '', map { join(';', map { veld($_) } @$_) . "\r\n" } @_);
}

# Permits lead building by a year or so: made from the growth of this month.
# Of 2024 the stock is that of 81955NED, which counts by other rules: the two
# differ by the corrections.
sub waarde {
	my ($measure, $c, $month) = @_;
	my $function = int($c->{overige_toevoeging} * 2 / 3);
	my $saldo = $c->{saldo} - $c->{correctie};
	my %v = (D002936 => $c->{begin}, D003021 => $saldo,
		D002968 => $c->{begin} + $saldo, M003003 => $c->{nieuwbouw},
		M00X009 => $function,
		M00X013 => $c->{overige_toevoeging} - $function,
		D003024 => $c->{sloop}, M00X016 => $c->{overige_onttrekking},
		M00X002 => int($c->{nieuwbouw} * (10 + $month % 3) / 10) + $month % 4,
		M00X003 => int($c->{nieuwbouw} * (9 + $month % 4) / 10) + $month % 3);
	return $v{$measure} if exists $v{$measure};
	# Trailing zeros are dropped: 24, not 24,0.
	my $tenths = 215 + ($c->{nieuwbouw} + $month * 7) % 60;
	return $tenths % 10 ? int($tenths / 10) . ',' . $tenths % 10 :
		$tenths / 10;
}

sub waarnemingen {
	my ($cells) = @_;
	my ($id, @rows) = (0);
	for my $f (@FUNCTIE) {
		for my $r (@REGIO) {
			for my $m (1 .. 11) {
				my $p = sprintf '2024MM%02d', $m;
				my $c = $cells->{$r->[0]}{$p};
				for my $maat (@MAAT) {
					# v4 leaves empty cells out.
					next if $maat->[0] eq 'M00X030' && $m > 8;
					my $v = waarde($maat->[0], $c, $m);
					$v += 3 if $f->[0] ne 'A045364' && $v !~ /,/;
					push @rows, [$id++, $maat->[0], $f->[0], $r->[0], $p,
						$v, '', 'None'];
				}
			}
		}
	}
	return (['Id', 'Measure', 'Gebruiksfunctie', 'RegioS', 'Perioden', 'Value',
		'StringValue', 'ValueAttribute'], @rows);
}

sub perioden {
	my @maand = qw(januari februari maart april mei juni juli augustus
		september oktober november);
	return ([qw(Identifier DimensionGroupId DimensionId Index Title
		Description Status)],
		map { [sprintf('2024MM%02d', $_), 0, 'Perioden', $_,
			"2024 $maand[$_ - 1]", 'Voorlopige cijfers', 'Voorlopig'] }
		1 .. 11);
}

sub dimensies {
	return ([qw(Identifier Title Description MapYear ReleasePolicy Kind
		ContainsGroups ContainsCodes CodesUrl GroupsUrl)],
		['Gebruiksfunctie', 'Gebruiksfunctie', '', '', '', 'Dimension',
			'False', 'True', 'GebruiksfunctieCodes.csv', ''],
		['RegioS', 'Regio’s', '', 2024, '', 'GeoDimension', 'True', 'True',
			'RegioSCodes.csv', 'RegioSGroups.csv'],
		['Perioden', 'Perioden', '', '', 'True', 'TimeDimension', 'True',
			'True', 'PeriodenCodes.csv', 'PeriodenGroups.csv']);
}

sub eigenschappen {
	my ($count) = @_;
	return ([qw(Identifier Title Description Modified ReleaseDate
		ModificationDate Language TemporalCoverage Authority Catalog
		Publisher ContactPoint Version VersionNotes VersionReason Frequency
		Status ObservationCount ObservationsModified DatasetType GraphTypes
		License Source Summary LongDescription)],
		['86098NED',
		'Levensloop van woningen en niet-woningen; gebruiksfunctie, regio',
		"Vergunde en gestarte nieuwbouw, en de voorraad.\n\n" .
		"Nagemaakt: cijfers en maatcodes zijn verzonnen.", '2025-01-30T02:00:00+01:00',
		'2025-01-30T02:00:00+01:00', '2025-01-30T02:00:00+01:00', 'nl', '2024', 'CBS',
		'CBS', 'CBS', 'infoservice@cbs.nl', '202501300200', '',
		'Actualisering', 'Permaand', 'Regulier', $count,
		'2025-01-30T02:00:00+01:00', 'Numeric', 'Table', 'CC BY 4.0', 'CBS.', '',
		'']);
}

sub odata4_schrijf {
	my ($path) = @_;
	my @data = waarnemingen(groei_cijfers());
	my @code = qw(Identifier DimensionGroupId DimensionId Index Title
		Description);
	my ($f, $maat, $r) = (0, 3, 0);
	schrijf_zip($path,
		'Catalog.csv', odata4_csv([qw(Identifier Index Title Description Publisher
			Language License)], ['CBS', 1, 'CBS databank',
			'Catalogus van het CBS', 'CBS', 'nl', 'CC BY 4.0']),
		'Dimensions.csv', odata4_csv(dimensies()),
		'Distribution.csv', odata4_csv([qw(Format MediaType DownloadUrl AccessUrl
			Language)], ['csv', 'csv',
			'https://datasets.cbs.nl/csv/CBS/nl/86098NED',
			'https://dataportal.cbs.nl/detail/CBS/86098NED', 'nl']),
		'GebruiksfunctieCodes.csv', odata4_csv([@code], map { [$_->[0], '',
			'Gebruiksfunctie', ++$f, $_->[1], ''] } @FUNCTIE),
		'MeasureCodes.csv', odata4_csv([qw(Identifier MeasureGroupId Index Title
			Description DataType Unit Decimals PresentationType)],
			map { [$_->[0], '', ++$maat, $_->[1], $_->[0] =~ /X/ ?
			'Verzonnen maatcode.' : 'Maatcode van 82235NED.',
			@$_[2 .. 4], 'Absolute'] } @MAAT),
		'Observations.csv', odata4_csv(@data),
		'PeriodenCodes.csv', odata4_csv(perioden()),
		'PeriodenGroups.csv', odata4_csv([qw(Id Index Title Description ParentId
			DimensionId)], [0, 0, 'Maanden', '', '', 'Perioden']),
		'Properties.csv', odata4_csv(eigenschappen(scalar @data - 1)),
		'RegioSCodes.csv', odata4_csv([@code], map { [$_->[0], $_->[1], 'RegioS',
			++$r, $_->[2], $_->[3]] } @REGIO),
		'RegioSGroups.csv', odata4_csv([qw(Id Index Title Description ParentId
			DimensionId)], ['NL', 0, 'Nederland', '', '', 'RegioS'],
			['PV', 1, 'Provincies', '', '', 'RegioS'],
			['GMPV', 2, 'Gemeenten per provincie', '', '', 'RegioS'],
			['GMPV24', 3, 'Flevoland (PV)', '', 'GMPV', 'RegioS']));
}

1;
