# disclosure-public.pl SEED PROVINCE DATA: makes of the small province's tables
# and data, in these folders, others: plans of any size and status, some
# confidential, some finished; what is needed and what there is; norms, and
# plans to be chosen.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;

my ($seed, $province, $data) = @ARGV;
Made::begin($seed * 6007 + 5);
sub add {
	my ($file, @lines) = @_;
	open(my $f, '>>', $file) or die "$file: $!\n";
	print $f map { "$_\n" } @lines;
	close($f) or die "$file: $!\n";
}
my @status = ('1A. Onherroepelijk', '2A. Vastgesteld', '3. In voorbereiding', '4A. Visie', '5A. Idee');
my %town = (oostwoud => 'GM9001', eikenrode => 'GM9002');
for my $name (sort keys %town) {
	my @out = csv('Gemeente', 'Plan ID', 'Plannaam', 'Planologische status', 'Vertrouwelijkheid', 2025, 2026);
	for my $n (1 .. one(2, 4, 8, 12)) {
		my $size = one(1, 10, 60, 60, 400);
		push @out, csv(ucfirst $name, "P$n", "Plan $n van $name", one(@status),
			any(4) ? 'Openbaar' : one('Gemeente', 'Provincie'),
			map { any(5) ? any($size) + 1 : 0 } 1, 2);
	}
	spill("$data/plannen/$name.csv", @out);
}
spill("$data/behoefte.csv", csv(qw(regio jaar segment categorie behoefte laag hoog bron peildatum afgeleid)),
	map { my $t = $_; map { my $n = 900 + any(500); csv($t, $_, '', '', $n, $n - 20, $n + 30, 'verzonnen', '', 'nee') } 2025 .. 2027 }
	'PV99', 'WD-OOST', 'GM9001', 'GM9002');
spill("$data/voorraad.csv", csv(qw(regio segment categorie aandeel doel peildatum bron)),
	csv('GM9001', 'betaalbaarheid', 'sociaal', 30, 30, '', 'verzonnen'));
add("$province/bronnen.csv", 'behoefte,behoefte,behoefte.csv,', 'voorraad,voorraad,voorraad.csv,');
spill("$province/plankeuze.csv", csv(qw(selectie veld waarde omvang bron)), csv('groot', 'planstatus', '3', 20, 'verzonnen'));
spill("$province/scenario.csv", csv(qw(scenario veld waarde aandeel vertraging)), csv('half', 'hardheid', 'zacht', '0.5', ''));
spill("$province/geheim.csv", csv(qw(toepassing grens waarde)), one(csv('plannen', 'wijze', 'onderdrukken'),
	csv('plannen', 'wijze', 'afronden'), csv('plannen', 'procent', 10), csv('plannen', 'procent', 10)));
