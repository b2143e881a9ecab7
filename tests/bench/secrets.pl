# A made-up province with many plans, a tenth of them confidential:
#   secrets.pl PLANS DIR    gemeenten.csv, plannen.csv and raw/stand.csv, raw/stand-lopend.csv
# Made up; only for measuring.
use strict;
use warnings;

my ($plans, $dir) = @ARGV;
my $state = 20240101;
sub any { # under n, from a generator of its own: the same everywhere
	$state = ($state * 1103515245 + 12345) % 2147483648;
	return int($state / 65536) % $_[0];
}
my $towns = 6 + int($plans / 700);
my @years = (2024 .. 2030);
my @kinds = qw(hard zacht onbekend);
mkdir $_ for $dir, "$dir/raw", "$dir/raw/arcgis";
sub file {
	open my $f, '>', "$dir/$_[0]" or die "$dir/$_[0]: $!\n";
	return $f;
}
my $f = file('gemeenten.csv');
print $f "gemeente,naam,woondeal,provincie,alias\n";
my @regions;
for my $t (1 .. $towns) {
	my @in = (sprintf('GM%04d', $t), sprintf('WD-%d', $t % (1 + $towns / 9)), 'PV99');
	push @regions, \@in;
	print $f "$in[0],Plaats $t,$in[1],PV99,\n";
}
close $f or die;
$f = file('plannen.csv');
print $f "gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,projectfase,plantype,opdrachtgever,gebied,knelpunten,vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort,dimensie,categorie,aantal,herkomst,peildatum,levering,bron_rij,bron_kolom\n";
my (%sum, %seen);
for my $p (1 .. $plans) {
	my $in = $regions[any($towns)];
	my $kind = $kinds[any(10) < 3 ? 0 : any(10) ? 1 : 2];
	my $who = any(10) ? 'Openbaar' : 'Gemeente';
	my ($from, $long) = (any(7), 1 + any(4));
	for my $y ($from .. $from + $long - 1) {
		last if $y > 6;
		my $n = 1 + any(any(8) ? 40 : 400);
		print $f "$in->[0],p$p,Plan $p,,1A,$kind,,,,,,$who,,$years[$y],$years[$y],bouw,totaal,,$n,opgegeven,2024-01-01,l$in->[0],$p,A\n";
		for my $r (@$in) {
			$sum{$r}{$kind}{$_} += $n for $years[$y], 'all';
		}
	}
}
close $f or die;
for my $name (qw(stand stand-lopend)) {
	$f = file("raw/$name.csv");
	print $f "sleutel,scenario,niveau,regio,naam,jaar_van,jaar_tot,hard,zacht,onbekend,dekking_hard_pct,dekking_pct,volledig\n";
	for my $r (sort keys %sum) {
		for my $y (@years, 'all') {
			my ($from, $to) = $y eq 'all' ? (2024, 2030) : ($y, $y);
			my @n = map { $sum{$r}{$_}{$y} // 0 } @kinds;
			print $f join(',', "basis|x|$r|$from|$to", 'basis', 'x', $r, $r, $from, $to, @n, $y eq 'all' ? (50, 100) : ('', ''), 'ja'), "\n";
		}
	}
	close $f or die;
}
