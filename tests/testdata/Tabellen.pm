# The tables of CBS that the indicators come from, in the forms that cbs-fetch
# brings: UntypedDataSet of a v3 feed with its metadata, or a v4 bulk zip. All
# figures are made up (Welvaart.pm); which keys are real, and where they were
# seen, is in testdata/README.md.
package Tabellen;
use strict;
use warnings;
use utf8;
use Atom;
use Odata4;
use Pak;
use Welvaart;
use Exporter 'import';
our @EXPORT = qw(tabellen_schrijf tabellen_hebben monitor_schrijf);

# A further dimension: name, the code that is wanted and its title, another one
# that is not. A measure: key in v3 or code in v4, title, unit, where its values
# are from, and how many decimals more its unit has.
my $GESLACHT = ['Geslacht', 'T001038', 'Totaal mannen en vrouwen', '3000',
	'Mannen'];
my $LEEFTIJD = ['Leeftijd', '52052', '15 tot 75 jaar', '53050', '25 tot 35 jaar'];
my $MARGES = ['Marges', 'MW00000', 'Waarde', 'MOG0095',
	'Ondergrens 95%-interval'];
my $VOLWASSEN = ['Leeftijd', '20300', '18 jaar of ouder', '53115',
	'18 tot 65 jaar'];
my $SBI = ['BedrijfstakkenBranchesSBI2008', 'T001081',
	'A-U Alle economische activiteiten', '307500', 'C Industrie'];
my @GEZOND = (['M00X401', 'Ervaren gezondheid goed/zeer goed', '%',
		'ervaren_gezondheid', 0],
	['M00X402', 'Overgewicht', '%', 'overgewicht', 0],
	['M00X403', 'Een of meer langdurige aandoeningen', '%',
		'langdurige_aandoening', 0]);
my @TABEL = (
	{id => '86161NED', titel => 'Inkomen van huishoudens; kenmerken, regio',
		dims => [['Populatie', '1050010', 'Particuliere huishoudens',
			'1050015', 'Particuliere huishoudens excl. studenten'],
		['KenmerkenVanHuishoudens', '1050010', 'Particuliere huishoudens',
			'1050055', 'Type: Eenpersoonshuishouden']],
		maten => [['MediaanBesteedbaarInkomen_6',
			'Mediaan besteedbaar inkomen', '1 000 euro',
			'mediaan_inkomen', 3]]},
	{id => '86008NED', titel => 'Arbeidsdeelname; gemeenten',
		dims => [$GESLACHT, $LEEFTIJD],
		maten => [['NettoArbeidsparticipatie_3', 'Nettoarbeidsparticipatie',
			'%', 'nettoarbeidsparticipatie', 0],
		['BrutoArbeidsparticipatie_4', 'Brutoarbeidsparticipatie', '%',
			'brutoarbeidsparticipatie', 0],
		['Werkloosheidspercentage_5', 'Werkloosheidspercentage', '%',
			'werkloosheid', 0]]},
	{id => '85525NED', titel => 'Bevolking; hoogstbehaald onderwijsniveau en regio',
		dims => [$GESLACHT, $LEEFTIJD],
		maten => [['k_3HboWo_4', '3 Hbo, wo', '%', 'hoogopgeleid', 0]]},
	{id => '83648NED', titel => 'Geregistreerde criminaliteit; soort misdrijf, regio',
		dims => [['SoortMisdrijf', 'T001161', 'Misdrijven, totaal',
			'CRI1000', '1 Vermogensmisdrijven']],
		maten => [['GeregistreerdeMisdrijvenPer1000Inw_3',
			'Geregistreerde misdrijven per 1000 inw.', 'per 1 000 inwoners',
			'geregistreerde_misdrijven', 0]]},
	{id => '70262ned', titel => 'Bodemgebruik; uitgebreide gebruiksvorm, per gemeente',
		dims => [],
		maten => [['TotaleOppervlakte_1', 'Totale oppervlakte', 'ha', \&oppervlakte],
		['TotaalBosEnOpenNatuurlijkTerrein_28',
			'Totaal bos en open natuurlijk terrein', 'ha', \&natuur],
		['TotaalBinnenwater_32', 'Totaal binnenwater', 'ha', sub { '250' }],
		['TotaalBuitenwater_42', 'Totaal buitenwater', 'ha', sub { '30.50' }]]},
	{id => '03759ned', titel => 'Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio',
		dims => [$GESLACHT, ['Leeftijd', '10000', 'Totaal', '22000',
			'95 jaar of ouder'], ['BurgerlijkeStaat', 'T001019',
			'Totaal burgerlijke staat', '1010', 'Ongehuwd']],
		maten => [['BevolkingOp1Januari_1', 'Bevolking op 1 januari', 'aantal',
			'bevolking', 0]]},
	{id => '83599NED', titel => 'Openstaande vacatures; SBI 2008, regio',
		dims => [$SBI], kwartaal => 1,
		maten => [['OpenstaandeVacatures_1', 'Openstaande vacatures',
			'x 1 000', \&vacatures]]},
	{id => '83582NED', titel => 'Banen van werknemers in december; economische activiteit (SBI2008), regio',
		dims => [$SBI],
		maten => [['BanenVanWerknemersInDecember_1',
			'Banen van werknemers in december', 'x 1 000', \&banen]]},
	{id => '84571NED', titel => "Woontevredenheid; kenmerken woning, regio's",
		titels => 1, dims => [['EigenaarOfHuurder', 'X000001', 'Totaal',
			'X000002', 'Eigenaar'], ['Woningkenmerken', 'X000003',
			'Totaal woningen', 'X000004', 'Eengezinswoning'], $MARGES],
		maten => [['TevredenheidMetDeHuidigeWoning_1',
			'Tevredenheid met de huidige woning', '%',
			'tevredenheid_woning', 0],
		['TevredenheidMetDeHuidigeWoonomgeving_2',
			'Tevredenheid met de huidige woonomgeving', '%',
			'tevredenheid_woonomgeving', 0]]},
	{id => '85146NED', titel => 'Veiligheidsmonitor; kerncijfers, regio',
		dims => [$MARGES],
		maten => [['VoeltZichVaakOnveiligInBuurt_51',
			'Voelt zich vaak onveilig in buurt', '%', 'onveilig_buurt', 0]]},
	{id => '80305ned', v4 => 1,
		titel => 'Nabijheid voorzieningen; afstand locatie, regionale cijfers',
		dims => [],
		maten => [['M00X301', 'Afstand tot café e.d.', 'km', 'afstand_cafe', 0],
		['M00X302', 'Afstand tot school', 'km', 'afstand_basisschool', 0],
		['M00X303', 'Afstand tot openbaar groen, totaal', 'km',
			'afstand_openbaar_groen', 0],
		['M00X304', 'Afstand tot sportterrein', 'km',
			'afstand_sportterrein', 0]]},
	map { gezondheidsmonitor(@$_) } ['83674NED', 2016, 19],
		['85012NED', 2020, 18], ['85563NED', 2022, 18]);

# Each edition is a table of its own.
sub gezondheidsmonitor {
	my ($id, $jaar, $vanaf) = @_;
	return {id => $id, v4 => 1, jaar => $jaar, dims => [$VOLWASSEN, $MARGES],
		titel => "Gezondheidsmonitor; bevolking $vanaf jaar of ouder, regio, " .
			$jaar, maten => \@GEZOND};
}

my %ALLES = welvaart_cellen();
# onderwerp -> region -> year -> the cell.
my %CEL;
for my $o (keys %ALLES) {
	$CEL{$o}{$_->{regio}}{$_->{jaar}} = $_ for @{$ALLES{$o}{cellen}};
}

# Hectares, in hundredths, so that by inhabitants and by land they are the
# shares of welvaart.csv.
sub hectare {
	my ($regio, $jaar) = @_;
	my $deel = $CEL{natuur_per_inwoner}{$regio}{$jaar} or return;
	return $deel->{waarde} * $CEL{bevolking}{$regio}{$jaar}{waarde} / 100;
}

sub natuur {
	my $ha = hectare(@_);
	return defined $ha ? getal($ha, 2) : undef;
}

sub oppervlakte {
	my ($regio, $jaar) = @_;
	my $ha = hectare($regio, $jaar) // return;
	my $land = int($ha * 1000 / $CEL{natuur_en_bos}{$regio}{$jaar}{waarde} + 0.5);
	return getal($land + 25000 + 3050, 2);
}

# Only the country and provinces, as at CBS.
sub vacatures {
	my ($regio, $jaar) = @_;
	return if $regio =~ /^GM/;
	return getal($CEL{vacaturegraad}{$regio}{$jaar}{waarde} *
		($regio eq 'NL01' ? 900 : 15), 2);
}

sub banen {
	my ($regio, $jaar) = @_;
	return if $regio =~ /^GM/;
	return $regio eq 'NL01' ? '9000.0' : '150.0';
}

# What CBS has, so that nobody delivers it.
my %BIJ = (map { $_ => undef } qw(natuur_per_inwoner natuur_en_bos
	vacaturegraad));
for my $t (@TABEL) {
	$BIJ{$_->[3]} = undef for grep { !ref $_->[3] } @{$t->{maten}};
}

sub tabellen_hebben {
	return exists $BIJ{$_[0]};
}

# The value of a measure: text; '' where CBS has a point; nothing where it has
# no such region or year.
sub waarde {
	my ($m, $regio, $jaar) = @_;
	return $m->[3]->($regio, $jaar) if ref $m->[3];
	my $c = $CEL{$m->[3]}{$regio}{$jaar} or return;
	return '' if $c->{reden};
	return getal($c->{waarde}, $ALLES{$m->[3]}{ind}{decimalen} + $m->[4]);
}

# Records of a table: codes of the further dimensions, region, year, values. A
# second one of the first year has other codes, which nobody wants.
sub records {
	my ($t) = @_;
	my @list;
	my $from = $t->{maten}[-1][3];
	my $o = ref $from ? $t->{id} eq '70262ned' ? 'natuur_en_bos' :
		'vacaturegraad' : $from;
	for my $c (@{$ALLES{$o}{cellen}}) {
		next if $t->{jaar} && $t->{jaar} != $c->{jaar};
		my @v = map { waarde($_, $c->{regio}, $c->{jaar}) } @{$t->{maten}};
		next if !grep { defined } @v;
		my %r = (regio => $c->{regio}, jaar => $c->{jaar},
			status => $c->{status}, waarden => \@v);
		push @list, {%r, codes => [map { $_->[1] } @{$t->{dims}}]};
		next if !@{$t->{dims}} || $c->{jaar} !=
			($t->{jaar} // $ALLES{$o}{ind}{van});
		push @list, {%r, codes => [map { $_->[3] } @{$t->{dims}}],
			waarden => [map { $_ && $_ * 2 } @v]};
	}
	return @list;
}

sub sleutel {
	my ($t, $r) = @_;
	return $r->{jaar} . ($t->{kwartaal} ? 'KW04' : 'JJ00');
}

my %STATUS = (definitief => 'Definitief', voorlopig => 'Voorlopig');

sub eigenschappen {
	my ($t) = @_;
	my $n = 0;
	return map {
		my ($type, $key, $titel, $eenheid, $soort) = @$_;
		Atom::entry('DataProperties', $n, $type, ['ID', $n++, 'Edm.Int32'],
			['Type', $type], ['Key', $key], ['Title', $titel],
			$type eq 'Topic' ? (['Datatype', 'Double'], ['Unit', $eenheid],
			['Default', 'Missing']) : ());
	} (map { ['Dimension', @$_[0, 0]] } @{$t->{dims}}),
	    ['GeoDimension', 'RegioS', "Regio's"],
	    ['TimeDimension', 'Perioden', 'Perioden'],
	    map { ['Topic', @$_[0 .. 2]] } @{$t->{maten}};
}

sub v3 {
	my ($dir, $t) = @_;
	local $Atom::TABEL = $t->{id};
	my @records = records($t);
	my ($id, %periode) = (0);
	$periode{sleutel($t, $_)} = $STATUS{$_->{status}} for @records;
	-d $dir or mkdir $dir or die "$dir: $!\n";
	schrijf_gzip("$dir/UntypedDataSet.xml.gz", Atom::feed('UntypedDataSet', 0,
		map {
		my ($r, $n) = ($_, $id++);
		Atom::entry('UntypedDataSet', $n, 'TData', ['ID', $n, 'Edm.Int32'],
			(map { [$t->{dims}[$_][0], sprintf '%-7s', $r->{codes}[$_]] }
				0 .. $#{$t->{dims}}),
			['RegioS', sprintf '%-6s', $r->{regio}],
			['Perioden', sleutel($t, $r)],
			map { my $v = $r->{waarden}[$_] // '';
				[$t->{maten}[$_][0], sprintf '%8s', $v eq '' ? '.' : $v] }
				0 .. $#{$t->{maten}});
	} @records));
	schrijf("$dir/DataProperties.xml",
		Atom::feed('DataProperties', 0, eigenschappen($t)));
	schrijf("$dir/Perioden.xml", Atom::feed('Perioden', 0, map {
		Atom::entry('Perioden', "'$_'", 'Perioden', ['Key', $_],
			['Title', Atom::periode_naam($_)], ['Description', ''],
			['Status', $periode{$_}]) } sort keys %periode));
	schrijf("$dir/TableInfos.xml", Atom::feed('TableInfos', 0, Atom::entry(
		'TableInfos', 0, 'TableInfo', ['ID', 0, 'Edm.Int32'],
		['Title', $t->{titel}], ['Identifier', $t->{id}],
		['Modified', '2024-06-28T02:00:00', 'Edm.DateTime'])));
	return if !$t->{titels};
	for my $d (@{$t->{dims}}) {
		schrijf("$dir/$d->[0].xml", Atom::feed($d->[0], 0, Atom::codes($d->[0],
			[@$d[1, 2]], [@$d[3, 4]])));
	}
}

# One row for each value; none where v3 has a point.
sub waarnemingen {
	my ($t) = @_;
	my $id = 0;
	my @rows = (['Id', 'Measure', (map { $_->[0] } @{$t->{dims}}), 'RegioS',
		'Perioden', 'Value', 'StringValue', 'ValueAttribute']);
	for my $r (records($t)) {
		for my $i (0 .. $#{$t->{maten}}) {
			my $v = $r->{waarden}[$i] // '';
			next if $v eq '';
			$v =~ s/\.?0+\z// if $v =~ /\./;
			$v =~ tr/./,/;
			push @rows, [$id++, $t->{maten}[$i][0], @{$r->{codes}}, $r->{regio},
				sleutel($t, $r), $v, '', 'None'];
		}
	}
	return @rows;
}

sub v4 {
	my ($path, $t) = @_;
	my ($n, $p, %periode) = (0, 0);
	$periode{sleutel($t, $_)} = $STATUS{$_->{status}} for records($t);
	my @dim = ((map { [$_->[0], 'Dimension'] } @{$t->{dims}}),
		['RegioS', 'GeoDimension'], ['Perioden', 'TimeDimension']);
	my @data = waarnemingen($t);
	schrijf_zip($path,
		'Dimensions.csv', odata4_csv([qw(Identifier Title Description Kind)],
			map { [@$_[0, 0], '', $_->[1]] } @dim),
		(map { my $d = $_; ("$d->[0]Codes.csv", odata4_csv(
			[qw(Identifier DimensionId Index Title Description)],
			[$d->[1], $d->[0], 1, $d->[2], ''],
			[$d->[3], $d->[0], 2, $d->[4], ''])) } @{$t->{dims}}),
		'MeasureCodes.csv', odata4_csv([qw(Identifier MeasureGroupId Index Title
			Description DataType Unit Decimals PresentationType)],
			map { [$_->[0], '', ++$n, $_->[1], 'Verzonnen maatcode.',
			'Double', $_->[2], 1, 'Absolute'] } @{$t->{maten}}),
		'Observations.csv', odata4_csv(@data),
		'PeriodenCodes.csv', odata4_csv([qw(Identifier DimensionId Index Title
			Description Status)], map { [$_, 'Perioden', ++$p, substr($_, 0, 4),
			'', $periode{$_}] } sort keys %periode),
		'Properties.csv', odata4_csv([qw(Identifier Title Description Modified
			Language Catalog Status ObservationCount)], [$t->{id}, $t->{titel},
			'Nagemaakt: cijfers en maatcodes zijn verzonnen.',
			'2024-06-28T02:00:00+02:00', 'nl', 'CBS', 'Regulier',
			scalar @data - 1]));
}

sub tabellen_schrijf {
	my ($dir) = @_;
	for my $t (@TABEL) {
		$t->{v4} ? v4("$dir/$t->{id}.zip", $t) : v3("$dir/$t->{id}", $t);
	}
}

# The edition after those of the night (see Welvaart::TOT).
sub monitor_schrijf {
	my ($dir) = @_;
	v4("$dir/86137NED.zip", gezondheidsmonitor('86137NED', 2024, 18));
}

1;
