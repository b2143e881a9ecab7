# plan-estimates.pl SEED DIR: a delivery of estimates (ca. 40, 40-60), with years
# beside buckets, a total that may be an estimate itself, or with hardness by
# column; what plan-normalize and plan-letter are to make of it, worked out here.
# Writes layout.csv, in.csv, want.csv (without a header), totals (the rows whose
# total is not that of its parts) and letter (its sums).
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;
use POSIX qw(ceil floor);

my ($seed, $dir) = @ARGV;
Made::begin($seed * 5003 + 29);

# --- an amount: what is written, its value, the least and the most, how
sub amount {
	my $n = any(4) ? 1 + any(60) : 100 * (1 + any(30));
	my ($low, $high) = (floor($n * 0.9 + 1e-9), ceil($n * 1.1 - 1e-9));
	my $kind = any(7);
	return ['', '', 0, 0, 'leeg'] if $kind == 0;
	return ['0', 0, 0, 0, 'nul'] if $kind == 1;
	return [one('ca. ', 'ca ', 'Circa ') . $n, $n, $low, $high, 'circa'] if $kind == 2;
	my $more = $n + 2 * (1 + any(20));
	return ["$n-$more", ($n + $more) / 2, $n, $more, 'bereik'] if $kind == 3 && $n > 31 && $n < 1000; # 1900-1938 may be years
	return [$n, $n, $n, $n, 'opgegeven'];
}

my $columns = any(2); # hardness by column
my @years = map { ["$_", $_, $_] } 2026 .. 2029;
my @spans = (@years, ['2030-2034', 2030, 2034], ['na 2034', 2035, '']);
my @layout = ('veld,kolom,omzetting,waarde', "woorden,,,woorden.csv", 'scheiding,,,;',
    'getal,,,nl', 'circa,,,10', 'bereik,,,midden', 'gemeente,,,GM9001', 'plan_id,Nr,,', 'plan_naam,Plan,,');
my (@head, @in, @want, @totals);
my %letter = map { $_ => 0 } qw(hard zacht onbekend);
my ($estimates, $least, $most) = (0, 0, 0);

# Row, column, hardness, soort, span, amount: into what is to come back.
sub back {
	my ($nr, $naam, $code, $hard, $span, $soort, $a, $rij, $kol) = @_;
	my $sign = $soort eq 'sloop' ? -1 : 1;
	my $is = $a->[4] =~ /circa|bereik/;
	push @want, "GM9001,$nr,$naam,,$code,$hard,,,,,,,,$span->[1],$span->[2],$soort,totaal,,$a->[1],$a->[4],,,"
	    . "$rij,$kol,rest," . ($is ? "$a->[2],$a->[3]" : ',') . ",\n";
	$letter{$hard} += $sign * ($a->[1] || 0);
	$estimates += $is;
	$least += $sign * ($sign < 0 ? $a->[3] : $a->[2]);
	$most += $sign * ($sign < 0 ? $a->[2] : $a->[3]);
}
my $plans = 2 + any(7);
if (!$columns) {
	push @layout, 'planstatus,Status,code,', 'aantal,{jaar},bouw,', 'aantal,{van}-{tot},bouw,',
	    'aantal,na {na},bouw,', 'aantal,Sloop,sloop,', 'controle,Totaal,bouw,';
	@head = ('Nr', 'Plan', 'Status', (map { $_->[0] } @spans), 'Sloop', 'Totaal');
	for my $i (1 .. $plans) {
		my ($code, $hard) = @{one(['1A', 'hard'], ['3', 'zacht'], ['2C', 'zacht'])};
		my @parts = map { amount() } @spans;
		my $gone = amount();
		my ($sum, $low, $high) = (0, 0, 0);
		$sum += $_->[1] || 0, $low += $_->[2], $high += $_->[3] for @parts;
		# The total: exact, near, off; or none.
		my $total = any(4) == 0 ? '' : any(2) ? $sum : $sum + one(-30, -3, 3, 40);
		$total = '' if $total ne '' && ($total < 1 || $total =~ /\./);
		my $about = $total ne '' && any(2);
		my ($from, $to) = $total eq '' ? (0, 0) : $about ?
		    (floor($total * 0.9 + 1e-9), ceil($total * 1.1 - 1e-9)) : ($total, $total);
		push @totals, $i + 1 if $total ne '' && ($to < $low || $from > $high);
		push @in, [$i, "Plan $i", $code, (map { $_->[0] } @parts), $gone->[0], $about ? "ca. $total" : $total];
		back($i, "Plan $i", $code, $hard, $spans[$_], 'bouw', $parts[$_], $i + 1, chr(ord('D') + $_)) for 0 .. $#parts;
		back($i, "Plan $i", $code, $hard, ['', '', ''], 'sloop', $gone, $i + 1, 'J');
	}
} else {
	my @kinds = (['h', 'hard'], ['z', 'zacht'], ['o', 'onbekend']);
	push @layout, map { my $k = $_; map { "aantal,$k->[0]$_,bouw|hardheid:$k->[1]," } '{jaar}', '{van}-{tot}' } @kinds;
	my @of = map { my $k = $_; map { [$k, $_] } @spans[1, 2, 4] } @kinds;
	@of = shuffled(@of);
	@head = ('Nr', 'Plan', map { "$_->[0][0]$_->[1][0]" } @of);
	for my $i (1 .. $plans) {
		my @parts = map { amount() } @of;
		push @in, [$i, "Plan $i", map { $_->[0] } @parts];
		back($i, "Plan $i", 'onbekend', $of[$_][0][1], $of[$_][1], 'bouw', $parts[$_], $i + 1, chr(ord('C') + $_)) for 0 .. $#parts;
	}
}
spill("$dir/layout.csv", map { "$_\n" } @layout);
spill("$dir/in.csv", map { join(';', @$_) . "\n" } \@head, @in);
spill("$dir/want.csv", @want);
spill("$dir/totals", map { "$_\n" } @totals);
my $all = $letter{hard} + $letter{zacht} + $letter{onbekend};
# As people write it: 1.234,5.
sub dutch {
	my ($whole, $part) = split /\./, $_[0];
	1 while $whole =~ s/^(-?\d+)(\d{3})/$1.$2/;
	return $whole . (defined $part ? ",$part" : '');
}
spill("$dir/letter", sprintf("%-18s %9s %9s %9s %9s\n", 'deze levering',
	map { dutch($_) } @letter{qw(hard zacht onbekend)}, $all),
    !$estimates ? () : sprintf("Met %s: samen minimaal %s en maximaal %s.\n",
	$estimates == 1 ? '1 schatting' : "$estimates schattingen",
	dutch($least), dutch($most)));
1;
