# join-secrets.pl SEED DIR [OUTPUT]: a made-up province of small counts, whose
# totals are the sums of their parts: i.csv, g.csv and w.csv. With the OUTPUT
# (in DIR) of indicator-join --min-count 5, proves that nothing of it gives a withheld
# count away: for each there is another province with another count, of which
# all that is shown is the same and in which all that is withheld is at least
# 1. With MARGIN=3 three other provinces, of which each has yet another count.
# Prints what it cannot prove.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;

my ($seed, $dir, $output) = @ARGV;
$output = "$dir/$output" if defined $output;
Made::begin($seed * 104729 + 7);

# --- the province: what adds up to what
my (%parts, @leaves, @rows);
my @gm = map { sprintf('GM%04d', 10 * $_) } 1 .. one(1, 2, 3, 4, 6, 9);
sub add {
	my ($total, $part) = @_;
	push @{$parts{$total}}, $part if $total;
}
for my $g (@gm) {
	my ($deal, $province) = (one('', 'WD-A', 'WD-B'), one('PV24', 'PV24', 'PV24', 'PV25'));
	my $digits = substr($g, 2);
	add($deal, $g);
	add($province, $g);
	push @rows, "$g,$g,$deal,$province,";
	my $wijken = one(0, 0, 0, 1, 2, 3);
	push @leaves, $g if !$wijken;
	for my $w (map { sprintf('%s%02d', $digits, $_) } 1 .. $wijken) {
		my $buurten = one(0, 0, 1, 2, 3);
		# Without a row of its own a wijk is its buurten.
		my $named = !$buurten || any(4);
		push @leaves, "WK$w" if !$buurten;
		push @rows, "WK$w,WK$w,,," if $named;
		add($g, "WK$w") if $named;
		for my $b (map { sprintf('BU%s%02d', $w, $_) } 1 .. $buurten) {
			push @leaves, $b;
			push @rows, "$b,$b,,,";
			add($named ? "WK$w" : $g, $b);
		}
	}
}
my $most = one(3, 8, 20, 60);
my %truth = map { $_ => one(0, 1 + any(2), any($most)) } @leaves;
sub truth {
	my ($place) = @_;
	$truth{$place} = eval { my $n = 0; $n += truth($_) for @{$parts{$place}}; $n } if !defined $truth{$place};
	return $truth{$place};
}
my %secret = map { $_ => 1 } grep { truth($_) && any(12) == 0 } @leaves;
my @delivered = (grep { !/^(WD|PV)/ } keys %parts, @leaves);
my %twice;
@delivered = sort grep { !$twice{$_}++ } @delivered, any(2) ? keys %parts : ();
truth($_) for keys %parts;

sub lines {
	my ($name, @lines) = @_;
	spill("$dir/$name", map { "$_\n" } @lines);
}
if (!defined $output) {
	lines('g.csv', 'gemeente,naam,woondeal,provincie,alias', @rows);
	lines('i.csv', 'code,naam,thema,eenheid,richting,decimalen,tabel,onderwerp,dimensies,weging,editie,geldig_van,geldig_tot,toelichting',
	    'n,N,t,,hoger,0,,n,,som,,,,');
	lines('w.csv', 'tabel,onderwerp,regio,periode,waarde,eenheid,status,reden', map {
		$secret{$_} ? "a,n,$_,2024,,u,,geheim" : "a,n,$_,2024,$truth{$_},u,definitief,"
	} @delivered);
	exit;
}

# --- the proof
my (%shown, %hidden);
open(my $f, '<', $output) or die "$output: $!\n";
while (<$f>) {
	my @c = split /,/;
	next if $c[0] !~ /^n\|/ || $c[4] eq 'NL01';
	$hidden{$c[4]} = 1 if $c[11] =~ /^(onderdrukt|geheim)$/;
	next if $c[8] eq '';
	$shown{$c[4]} = $c[8];
	print "seed $seed: $c[4] shows $c[8]\n" if $c[8] > 0 && $c[8] < 5;
	print "seed $seed: $c[4] is $c[8], not $truth{$c[4]}\n" if $c[8] != $truth{$c[4]};
}
# How often each leaf counts in a place: not at all or once.
my %in;
sub leaves_of {
	my ($place) = @_;
	return $in{$place} //= {$place => 1} if !$parts{$place};
	return $in{$place} //= {map { %{leaves_of($_)} } @{$parts{$place}}};
}
my %places = map { $_ => 1 } keys %shown, keys %hidden;
leaves_of($_) for keys %places;
my @free = grep { !exists $shown{$_} } @leaves;
# Whether the province stays possible with these leaves changed; then notes
# the places that are another number.
my (%safe, %other);
my $margin = $ENV{MARGIN} // 1;
# Where they would show: a place that is shown and has another sum, or one
# that is withheld and would be under 1. Else notes whose number is another.
sub refuted {
	my ($change) = @_;
	my %moved;
	for my $p (keys %places) {
		my $d = 0;
		$d += $change->{$_} for grep { $in{$p}{$_} } keys %$change;
		next if !$d;
		return ($p, $d) if exists $shown{$p} || $truth{$p} + $d < 1;
		$moved{$p} = $d;
	}
	for my $p (keys %moved) {
		$other{$p}{$moved{$p}} = 1;
		$safe{$p} = 1 if keys %{$other{$p}} >= $margin;
	}
	return;
}
# Changes one leaf, and then others until nothing shows.
sub attempt {
	my ($place) = @_;
	my @own = grep { $in{$place}{$_} } @free or return;
	my %change = (one(@own) => one(-1, 1) * ($margin > 1 ? 1 + any($margin + 1) : 1));
	for (1 .. 10 * $margin) {
		my ($p, $d) = refuted(\%change) or return;
		my @other = grep { $in{$p}{$_} } @free;
		$change{one(@other)} += $d > 0 ? -1 : 1;
		delete $change{$_} for grep { !$change{$_} } keys %change;
	}
}
sub open_ones { return grep { !$safe{$_} } sort keys %hidden }
for (1 .. 300 * $margin) {
	last if !open_ones();
	attempt($_) for open_ones();
}
print "seed $seed: $_ = $truth{$_} can be worked out\n" for grep { $margin == 1 } open_ones();
print "seed $seed: $_ = $truth{$_} has ", scalar(keys %{$other{$_} // {}}), " other values\n"
	for grep { $margin > 1 } open_ones();
