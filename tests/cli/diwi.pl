# diwi.pl EDITION FILE: a workbook as the VNG application's (DIWI) form: four
# header rows with merged sections and groups, delivery days as headers, a row
# per block, control totals as formulas. Real are the names of sections, groups
# and columns, from the lists that DIWI's importer knew in two editions (early:
# without owner, confidentiality and what is onbekend, and with 4a and 4b the
# other way round; current); their order is that of the form. Invented are the
# plans, and the groups of the early edition, of which only the columns are
# known: those of the current one.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../testdata";
use Xlsx;

my ($edition, $file) = @ARGV;
my $early = $edition eq 'early';

sub day {
	my ($y, $m, $d) = @_;
	my $days = int((1461 * ($y + 4800 + int(($m - 14) / 12))) / 4)
	    + int((367 * ($m - 2 - 12 * int(($m - 14) / 12))) / 12)
	    - int((3 * int(($y + 4900 + int(($m - 14) / 12)) / 100)) / 4) + $d;
	return {v => $days - 32075 - 2415019, s => 2};
}

# [section, group, column, subheader, values of the three rows]
my @columns;
my ($section, $group);
sub column {
	my ($name, $sub, @v) = @_;
	push @columns, [$section, $group, $name, $sub, @v];
}

$section = 'Projectgegevens';
$group = 'Basisgegevens';
column('Identificatie nr', undef, 101, 101, 102);
column('Naam', undef, 'Kade', 'Kade', 'Wei');
if (!$early) {
	column('Eigenaar', undef, ('gemeente') x 3);
	column('Vertrouwelijkheid', undef, 'Openbaar', 'Openbaar', 'Gemeente');
}
$group = 'Project gegevens';
column('Plan soort', undef, ('Verdichting') x 3);
column('In programmering', undef, ('Ja') x 3);
column('Priorisering');
column('Rol gemeente', undef, ('Actief') x 3);
$group = 'Rollen';
column('Rol type', $_) for 'Projectleider', 'Opdrachtgever';
$group = 'Project status en duur';
column('Project status', undef, ('ACTIEF') x 3);
column('Start project', 'Startdatum', (day(2023, 1, 1)) x 3);
column('Eind project', 'Einddatum', (day(2028, 12, 31)) x 3);
$group = 'projectfasen';
my $n = 0;
for my $fase (qw(Concept Initiatief Definitie Ontwerp Voorbereiding Realisatie
    Nazorg)) {
	column(++$n . " $fase", 'Startdatum', $fase eq 'Ontwerp'
	    ? (day(2024, 2, 1)) x 3 : ());
}
$group = 'Planologische planstatus';
my @visie = $early ? ('4a Niet opgenomen in de visie', '4b Opgenomen in de visie')
    : ('4a Opgenomen in de visie', '4b Niet opgenomen in de visie');
column($visie[0], 'Startdatum', undef, undef, day(2024, 5, 1));
column($_, 'Startdatum') for $visie[1], '3 In voorbereiding';
column('2a Vastgesteld', 'Startdatum', (day(2023, 5, 1)) x 2);
column("$_ nodig", 'Startdatum') for '2b Vastgesteld uitwerking',
    '2c Vastgesteld B&W';
column('1a Onherroepelijk', 'Startdatum', (day(2026, 1, 1)) x 2);
column("$_ nodig", 'Startdatum') for '1b Onherroepelijk uitwerking',
    '1c Onherroepelijk B&W';
$group = 'Locatie';
column('Gemeente', undef, 'Plasburg', 'Plasburg', 'Sint Oevers');
column($_) for qw(Wijk Buurt);
$group = 'Maatwerk project eigenschappen';
column('Maatwerk project eigenschap', $_) for 'Subsidie', 'Kavels';

$section = 'Woning aantallen';
$group = 'Mutatie gegevens';
column('Bouw', undef, 40, 25, 61);
column('Sloop', undef, 6);
for my $soort ('Bouw', 'Sloop') {
	my @n = $soort eq 'Bouw' ? ([40, 25, 60], [undef, undef, 1]) : ([6], [0]);
	$section = "$soort gegevens";
	$group = 'Oplevering';
	column('Opleverdatum', day(2026, 6, 30), @{$n[0]});
	column('Opleverdatum', day(2027, 12, 31), @{$n[1]});
	column('Opleverdatum');
	$group = 'Grootte';
	column('Grootte categorie', $_) for '0-75', 'Onbekend';
	$group = 'Eigendom type';
	my @own = $soort eq 'Bouw' ? ([10, 25, 61], [5], [25], []) : ([], [], [6], []);
	my @types = ('Koopwoning', 'Particuliere verhuurder', 'Huur woningcorporatie',
	    $early ? () : 'Eigendom type onbekend');
	column($types[$_], undef, @{$own[$_]}) for 0 .. $#types;
	$group = 'Woning waarde';
	column('Koopprijs categorie', 'Starter', $soort eq 'Bouw' ? (10) : ());
	column('Koopprijs waarde', '100000-200000') if !$early;
	$group = 'Huurprijs particulier';
	column($early ? 'Huurprijs particulier'
	    : 'Huurprijs particuliere verhuurder categorie', 'Onbekend');
	$group = 'Huurprijs woningcorporatie';
	column('Huurprijs woningcorporatie' . ($early ? '' : ' categorie'), 'Onbekend');
	$group = 'Woning type';
	my @house = $soort eq 'Bouw' ? ([30, 25, 60], [10, undef, 1], []) : ([6], [], []);
	@types = ('Eengezins woning', 'Meergezins woning',
	    $early ? () : 'Woning type onbekend');
	column($types[$_], undef, @{$house[$_]}) for 0 .. $#types;
	$group = 'Doelgroep';
	column('Doelgroep categorie', 'Starters');
	$group = 'Grondpositie';
	column($_) for 'Geen toestemming eigenaar', 'Formele toestemming eigenaar';
	$group = 'Maatwerk woning eigenschappen';
	column('Maatwerk woning eigenschap', 'Aardgasvrij');
}
my @sum = ([40, 25, 61], [6]);
for my $soort ('Bouw', 'Sloop') {
	my @n = @{shift @sum};
	$section = "Controle $soort totalen";
	$group = 'Woning totalen';
	column($_, undef, map { {v => $_, f => 'SUM(1)'} } @n)
	    for 'Oplevering', 'Eigendom type', 'Woning type';
}

# Sections and groups stand in the first of their columns, merged over all.
my (@rows, @merged);
unshift @columns, [];
for my $level (0 .. 1) {
	my $from = 1;
	for my $i (1 .. $#columns) {
		my ($one, $next) = map { join '|',
		    map { $_ // '' } @{$_ // []}[0 .. $level] } @columns[$i, $i + 1];
		next if $i < $#columns && $one eq $next;
		$rows[1 + $level][$from] = $columns[$i][$level];
		push @merged, join ':', map { letters($_) . (2 + $level) } $from, $i
		    if $i > $from;
		$from = $i + 1;
	}
}
$rows[0] = [0];
for my $i (1 .. $#columns) {
	$rows[$_][$i] = $columns[$i][$_ - 1] for 3 .. 7;
}
schrijf_xlsx($file, {name => 'Data', rows => \@rows, merged => \@merged});
