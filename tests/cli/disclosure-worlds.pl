# Made-up provinces with confidential plans, protected by disclosure-check, and
# who attacks what is published of them: by linear programming, which the tool
# does not use, over every number that the tables show; where there are few,
# by trying all. Prints what can be told, and at the end what was lost.
#   disclosure-worlds.pl FROM TO DIR    seeds; DIR is for the tables
# With BARE=1 the tables are published as they are: the attack must find much.
# With TABLES=1 cells are withheld by chance, in one table and not in another,
# of provinces with many zeros, deals of one municipality and areas across all:
# disclosure-check judges that, and what it calls safe the attack must not find.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use List::Util qw(sum0 max min);
use Made;

# child: goes on in a child, and in the parent when that has ended.
sub child {
	my $pid = fork() // die "fork: $!\n";
	waitpid($pid, 0) if $pid;
	return !$pid;
}
my ($from, $to, $dir) = @ARGV;
my $list = "$FindBin::Bin/../../pipelines/uitgave.csv";
my $seed;
$| = 1;
for ($from .. $to) {
	$seed = $_;
	last if child();
	exit 1 if $?;
	undef $seed;
}
if (!defined $seed) {
	exit;
}
Made::begin($seed * 7919 + 13);

# --- the province
my @towns = map { sprintf('GM%04d', $_) } 1 .. one(1, 2, 3, 4, 6);
my %deal = map { $_ => one('WD-A', 'WD-A', 'WD-B', '') } @towns;
my @years = (2024 .. one(2025, 2026, 2027));
my ($first, $last) = @years[0, -1];
my @kinds = ('hard', 'zacht', 'onbekend');
my %members = (PV24 => \@towns, map { $_ => [$_] } @towns);
push @{$members{$deal{$_}}}, $_ for grep { $deal{$_} } @towns;
my $percent = one(10, 10, 20, 5);

# A round is a list of plans: town, id, kind, closed, area, {period => net}.
sub amounts {
	my ($size) = @_;
	my %n;
	for my $y (@years) { $n{"$y-$y"} = any($size) if any(3) }
	delete $n{(sort keys %n)[0]} if $ENV{TABLES} && %n && any(2);
	$n{"$first-" . ($first + 1)} = any($size) if any(12) == 0;
	$n{($last + 1) . '-'} = any($size) if any(3) == 0;
	my ($some) = sort keys %n;
	$n{$some} = -any($size) if $some && any(25) == 0;
	delete $n{$_} for grep { !$n{$_} } keys %n;
	return \%n;
}
sub plan {
	my ($town, $id) = @_;
	my $size = one(2, 10, 40, 40, 150, 2000);
	return {town => $town, id => $id, kind => one('hard', 'zacht', 'zacht', 'zacht', 'onbekend'),
		closed => any(4) == 0, area => any(8) ? '' : one('Oost', 'West'),
		need => one('', '', 'Nuts', 'Geen'), wood => any(6) ? '' : any(9),
		net => any(9) ? amounts($size) : {}};
}
sub world {
	my @plans;
	for my $t (@towns) {
		push @plans, plan($t, "$t-$_") for 1 .. one(0, 1, 2, 3, 5, 8);
	}
	return \@plans;
}
# The round after it: most plans are what they were.
sub later {
	my ($old, $letter) = @_;
	my @plans;
	for my $p (@$old) {
		my $does = any(10);
		next if $does == 0;
		my %new = (%$p, $does == 1 ? (net => amounts(40)) : (),
			$does == 2 ? (closed => 1) : ());
		push @plans, \%new;
		push @plans, plan($p->{town}, "$p->{id}$letter") if any(12) == 0;
	}
	return \@plans;
}
my $before = world();
my @world = ($before, any(3) ? later($before, 'b') : $before);
push @world, later($world[1], 'c') if any(3) == 0;
if ($ENV{TABLES}) {
	@world = $before;
	$_->{area} = one('', 'Oost', 'West') for @$before;
}

# --- what would be published of it
sub lies {
	my ($p, $region) = @_;
	return $p->{area} eq $region || grep { $_ eq $p->{town} } @{$members{$region} // []};
}
sub parts {
	my ($period) = @_;
	my ($from, $to) = split /-/, $period, -1;
	return ($from, $to eq '' ? 9999 : $to);
}
sub inside {
	my ($period, $from, $to) = @_;
	my ($a, $b) = parts($period);
	return $a >= $from && $b <= $to;
}
sub total {
	my ($plans, $region, $kinds, $from, $to) = @_;
	my $sum = 0;
	for my $p (grep { lies($_, $region) && $kinds =~ /$_->{kind}/ } @$plans) {
		$sum += $p->{net}{$_} for grep { inside($_, $from, $to) } keys %{$p->{net}};
	}
	return $sum;
}
my @stand = ('hard', 'zacht', 'onbekend', 'dekking_hard_pct', 'dekking_pct');
my %sums = (hard => 'hard', zacht => 'zacht', onbekend => 'onbekend', dekking_hard_pct => 'hard',
	dekking_pct => 'hard|zacht|onbekend', capaciteit_laag => 'hard|zacht',
	capaciteit_hoog => 'hard|zacht|onbekend');
sub stand {
	my ($file, $plans, $level, $columns, @regions) = @_;
	my @out = csv('sleutel', 'scenario', 'niveau', 'regio', 'jaar_van', 'jaar_tot', @$columns, 'volledig');
	for my $r (@regions) {
		for my $span ([2022, 2022], (map { [$_, $_] } @years), [2022, $last]) {
			my ($from, $to) = @$span;
			push @out, csv("basis|x|$r|$from|$to", 'basis', $level, $r, $from, $to, (map {
				$to < $first || (/_pct|_laag|_hoog/ && $from == $to) ? '' :
				total($plans, $r, $sums{$_}, max($from, $first), $to) } @$columns), 'ja');
		}
	}
	spill($file, @out);
}
sub register {
	my ($file, $plans) = @_;
	my @out = csv(qw(gemeente plan_id plan_naam fase_id planstatus hardheid projectfase plantype
		opdrachtgever gebied knelpunten vertrouwelijkheid sleutelproject jaar_van jaar_tot soort dimensie
		categorie aantal herkomst peildatum levering bron_rij bron_kolom bos_ha));
	my $row = 1;
	for my $p (@$plans) {
		for my $period (sort keys %{$p->{net}}, %{$p->{net}} ? () : ("$first-$first")) {
			my ($from, $to) = split /-/, $period, -1;
			my $net = $p->{net}{$period} // 0;
			push @out, csv($p->{town}, $p->{id}, "Plan $p->{id}", '', '1A', $p->{kind}, '', '', '', $p->{area}, $p->{need},
				$p->{closed} ? one('Gemeente', 'Provincie') : 'Openbaar', '', $from, $to,
				$net < 0 ? 'sloop' : 'bouw', 'totaal', '', abs $net, 'opgegeven', '2024-01-01', 'l', ++$row, 'A', $p->{wood});
		}
	}
	spill($file, @out);
}
# True when it refuses: what releases before tell leaves nothing to withhold.
sub run {
	my @words = @_;
	open(my $out, '>&', \*STDOUT) or die;
	open(my $err, '>&', \*STDERR) or die;
	open(STDOUT, '>', "$dir/said") or die;
	open(STDERR, '>', "$dir/err") or die;
	my $rc = system(@words) >> 8;
	open(STDOUT, '>&', $out) or die;
	open(STDERR, '>&', $err) or die;
	open(my $in, '<', "$dir/err") or die;
	my $told = do { local $/; <$in> };
	return 1 if $rc == 2 && $told =~ /^[^\n]* can be told, whatever is withheld\n\z/;
	print STDERR $told;
	print "seed $seed: status $rc: @words\n" if $rc != 0;
	return 0;
}
# By bottleneck and with wood, of what is shown.
sub segments {
	my ($to) = @_;
	my @out = csv(qw(niveau regio naam segment categorie plannen hard zacht onbekend totaal));
	my @rows = grep { $_->{dimensie} eq 'totaal' && $_->{jaar_van} >= $first && $_->{jaar_tot} ne '' &&
		$_->{jaar_tot} <= $last && $_->{aantal} } records("$to/arcgis/plannen.csv");
	for my $region (sort keys %members) {
		my %in = map { $_ => 1 } @{$members{$region}};
		my (%n, %who);
		for my $r (grep { $in{$_->{gemeente}} } @rows) {
			my $net = $r->{soort} eq 'sloop' ? -$r->{aantal} : $r->{aantal};
			for my $c (['knelpunten', $r->{knelpunten} || 'niet opgegeven'],
			    ['bos', $r->{bos_ha} ne '' ? 'woningen met bos' : 'niet opgegeven']) {
				my $k = join ',', @$c;
				$n{$k}{$r->{hardheid}} += $net;
				$who{$k}{"$r->{gemeente} $r->{plan_id}"} = 1;
			}
		}
		for my $k (sort keys %n) {
			my @n = map { $n{$k}{$_} // 0 } @kinds;
			push @out, csv('x', $region, $region, split(/,/, $k), scalar keys %{$who{$k}}, @n, sum0(@n));
		}
	}
	spill("$to/segmenten.csv", @out);
}
# As a recipe does: what is safe is made, and judged, then it is a release.
sub publish {
	my ($to, @before) = @_;
	my @with = ('disclosure-check', '-q', '-g', "$dir/g.csv", '--uitgave', $list, '-G', "$dir/geheim.csv", @before);
	return 0 if run(@with, '--release', "$to/raw", '--protect', "$to/safe", '-o', "$to/safe/arcgis/plannen.csv",
		"$to/plannen.csv");
	segments("$to/safe");
	run(@with, '--release', "$to/safe", "$to/plannen.csv");
	run('cp', "$to/plannen.csv", "$to/safe");
	return 1;
}
# Blanks cells by chance, the same in no two tables, and has that judged.
my %verdict;
sub by_chance {
	my ($to) = @_;
	my $one = one(2, 3, 5);
	open(my $in, '<', "$to/plannen.csv") or die;
	my ($names, @plans) = map { chomp; $_ } <$in>;
	spill("$to/safe/arcgis/plannen.csv", "$names,sleutel\n", map { "$_,k\n" } grep { /,Openbaar,/ } @plans);
	for my $name (qw(stand stand-band stand-gebieden)) {
		open(my $f, '<', "$to/raw/$name.csv") or die;
		my ($header, @rows) = map { chomp; [split /,/, $_, -1] } <$f>;
		my @out = csv(@$header, 'onderdrukt');
		for my $r (@rows) {
			my @hid;
			for my $i (grep { $r->[$_] ne '' && defined $sums{$header->[$_]} } 0 .. $#$header) {
				next if any($one);
				push @hid, $header->[$i];
				$r->[$i] = '';
			}
			push @out, csv(@$r, join '|', @hid);
		}
		spill("$to/safe/$name.csv", @out);
	}
	system("disclosure-check -q --max-messages 0 -g $dir/g.csv --uitgave $list -G $dir/geheim.csv --release $to/safe -o $to/said $to/plannen.csv 2>$to/err");
	die "seed $seed: not judged\n" if $? >> 8 > 1;
	for my $r (records("$to/said")) {
		$verdict{$r->{wat} eq 'plan' ? "$r->{plan_id} in all" : "$r->{plan_id} $r->{jaar_van}-$r->{jaar_tot}"} = $r->{oordeel};
	}
	return 1;
}
sub bare {
	my ($to) = @_;
	spill("$to/safe/arcgis/plannen.csv", csv(qw(gemeente plan_id hardheid jaar_van jaar_tot soort aantal sleutel)));
	for my $name (qw(stand stand-band stand-gebieden)) {
		open(my $f, '<', "$to/raw/$name.csv") or die;
		my ($header, @rows) = map { chomp; $_ } <$f>;
		spill("$to/safe/$name.csv", "$header,onderdrukt\n", map { "$_,\n" } @rows);
	}
	return 1;
}
# Most provinces put plans together; some withhold only, or round.
sub wijze {
	my ($n) = @_;
	return csv('plannen', 'wijze', 'onderdrukken') if $n == 0;
	return csv('plannen', 'wijze', 'afronden'), csv('plannen', 'afronding', one(5, 10, 50)) if $n == 1;
	return;
}
$dir .= '/world';
mkdir $dir;
spill("$dir/g.csv", csv(qw(gemeente naam woondeal provincie alias)),
	map { csv($_, $_, $deal{$_}, 'PV24', '') } @towns);
spill("$dir/geheim.csv", csv(qw(toepassing grens waarde)), csv('plannen', 'procent', $percent),
	wijze(any(6)));
for my $i (0 .. $#world) {
	my $to = "$dir/$i";
	mkdir $_ for $to, "$to/raw", "$to/safe", "$to/safe/arcgis";
	register("$to/plannen.csv", $world[$i]);
	stand("$to/raw/stand.csv", $world[$i], 'x', \@stand, sort keys %members);
	stand("$to/raw/stand-band.csv", $world[$i], 'x', [@stand, 'capaciteit_laag', 'capaciteit_hoog'],
		sort keys %members);
	stand("$to/raw/stand-gebieden.csv", $world[$i], 'gebied', [@stand[0 .. 2]], 'Oost', 'West');
	next if $ENV{TABLES} ? by_chance($to) : $ENV{BARE} ? bare($to) : publish($to, map { ('-b', "$dir/$_/safe") } reverse 0 .. $i - 1);
	# A first release has nothing to refuse for.
	print $i ? "# refused: seed $seed, release $i\n" : "seed $seed: refused\n";
	$#world = $i - 1;
	last;
}
# Each round by itself, then all together.
my @rounds;
for my $set ($ENV{TABLES} ? [0] : ((map { [$_] } 0 .. $#world), [0 .. $#world])) {
	@rounds = @$set;
	last if child();
	exit 1 if $?;
	@rounds = ();
}
if (!@rounds) {
	print "# done\n";
	exit;
}

# --- what is published of it
sub records {
	my ($file) = @_;
	open(my $f, '<', $file) or die "$file: $!\n";
	chomp(my @lines = <$f>);
	my @names = split /,/, shift @lines;
	return map { my @c = split /,/, $_, -1; my %r; @r{@names} = @c; \%r } @lines;
}
# A number that is unknown: of a plan in a period; the same in two rounds where
# it is the same. Nothing is known to be nothing.
my (%number, @value, @name);
sub number_of {
	my ($p, $period) = @_;
	my $key = "$p->{id}|$period|$p->{net}{$period}";
	return $number{$key} if defined $number{$key};
	push @value, $p->{net}{$period};
	push @name, "$p->{id} $period";
	return $number{$key} = $#value;
}
my (@equations, %secret, %public, %known, %totals, @said, %loss);
sub say_sum {
	my ($round, $what, $value, @plans) = @_;
	my %in;
	for my $pair (@plans) { $in{number_of(@$pair)} = 1 }
	my $truth = sum0(map { $value[$_] } keys %in);
	print "seed $seed: @rounds: $what is $value, not $truth\n" if $value != $truth;
	push @equations, [$what, \%in];
}
# A sum that is a multiple of a base: between what it lies, with what it is
# less than the most, and more than the least, as two numbers more.
sub say_rounded {
	my ($round, $what, $value, $base, @plans) = @_;
	my %in;
	for my $pair (@plans) { $in{number_of(@$pair)} = 1 }
	my $truth = sum0(map { $value[$_] } keys %in);
	my ($under, $over) = (int($base / 2), int(($base - 1) / 2));
	($under, $over) = ($over, $under) if $value < 0;
	$under = $over if $value == 0;
	print "seed $seed: @rounds: $what is $value for $truth, rounded to $base\n"
		if $value % $base || $truth < $value - $under || $truth > $value + $over;
	push @value, $value + $over - $truth, $truth - $value + $under;
	push @name, 'blur -', 'blur +';
	push @equations, [$what, {%in, $#value - 1, 1}], ['base', {$#value - 1, 1, $#value, 1}];
	$loss{rounded}++;
}
for my $i (@rounds) {
	my $plans = $world[$i];
	my %by = map { $_->{id} => $_ } @$plans;
	my %shown;
	my @feed = records("$dir/$i/safe/arcgis/plannen.csv");
	$shown{$_->{plan_id}} = 1 for grep { $_->{plan_id} ne '' } @feed;
	for my $p (@$plans) {
		for my $period (grep { $p->{net}{$_} } keys %{$p->{net}}) {
			my $n = number_of($p, $period);
			print "seed $seed: $p->{id} is shown\n" if $shown{$p->{id}} && $p->{closed};
			$known{$n} = 1 if $shown{$p->{id}};
			# What was public once is no secret any more.
			$public{$n} = 1 if !$p->{closed};
			next if $i != $rounds[-1] || !$p->{closed} || $public{$n};
			$secret{$n} = 1;
			push @{$totals{$p->{id}}}, $n;
		}
		next if $i != $rounds[-1] || $p->{closed};
		my $size = sum0(map { abs } values %{$p->{net}});
		$loss{all} += $size;
		$loss{hidden} += $size if !$shown{$p->{id}};
	}
	for my $row (grep { $_->{plan_id} eq '' } @feed) {
		my ($from, $to) = ($row->{jaar_van}, $row->{jaar_tot} eq '' ? 9999 : $row->{jaar_tot});
		say_sum($i, "$i feed $row->{sleutel}", $row->{soort} eq 'sloop' ? -$row->{aantal} : $row->{aantal},
			map { my $p = $_; map { [$p, $_] } grep { $p->{net}{$_} && inside($_, $from, $to) } keys %{$p->{net}} }
			grep { !$shown{$_->{id}} && $_->{town} eq $row->{gemeente} && $_->{kind} eq $row->{hardheid} } @$plans);
	}
	for my $file (qw(stand.csv stand-band.csv stand-gebieden.csv)) {
		for my $row (records("$dir/$i/safe/$file")) {
			for my $column (grep { defined $row->{$_} } keys %sums) {
				my %hid = map { $_ => 1 } split /\|/, $row->{onderdrukt};
				if ($i == $rounds[-1] && $file eq 'stand.csv' && $column !~ /_/) {
					$loss{cells}++ if $row->{$column} ne '' || $hid{$column};
					$loss{withheld}++ if $hid{$column};
				}
				next if $row->{$column} eq '';
				print "seed $seed: $file $row->{sleutel} $column is both\n" if $hid{$column};
				my ($from, $to) = (max($row->{jaar_van}, $first), $row->{jaar_tot});
				my ($base) = map { /^$column~(.*)/ ? $1 : () } keys %hid;
				my @what = ("$i $file $row->{sleutel} $column", $row->{$column});
				my $say = defined $base ? \&say_rounded : \&say_sum;
				push @what, $base if defined $base;
				$say->($i, @what,
					map { my $p = $_; map { [$p, $_] } grep { $p->{net}{$_} && inside($_, $from, $to) } keys %{$p->{net}} }
					grep { lies($_, $row->{regio}) && $sums{$column} =~ /$_->{kind}/ } @$plans);
			}
		}
	}
}

# --- the attack: the least and the most that each number can be
# What is shown by itself is taken off; equal sums are one.
my (@sums, %had);
for my $e (@equations) {
	my @in = sort { $a <=> $b } grep { !$known{$_} } keys %{$e->[1]};
	push @sums, \@in if @in && !$had{"@in"}++;
}
my @group = (0 .. $#value);
sub root { my ($i) = @_; $i = $group[$i] while $group[$i] != $i; return $i }
for my $s (@sums) { $group[root($_)] = root($s->[0]) for @$s }
# A total of a plan ties its numbers together too.
for my $t (values %totals) {
	my @in = grep { !$known{$_} } @$t;
	$group[root($_)] = root($in[0]) for @in;
}

# Simplex on a tableau: rows [coefficients..., right side], basis by row.
sub pivot {
	my ($t, $basis, $r, $c) = @_;
	my $row = $t->[$r];
	my $p = $row->[$c];
	if ($p != 1) { $_ /= $p for @$row }
	for my $i (0 .. $#$t) {
		next if $i == $r || abs($t->[$i][$c]) < 1e-9;
		my ($f, $other) = ($t->[$i][$c], $t->[$i]);
		$other->[$_] -= $f * $row->[$_] for 0 .. $#$row;
	}
	$basis->[$r] = $c;
}
# Makes the last row, the costs, as little as can be; undef: without end.
sub minimize {
	my ($t, $basis, $columns) = @_;
	for (1 .. 5000) {
		my $cost = $t->[-1];
		my ($c) = grep { $cost->[$_] < -1e-7 } 0 .. $columns - 1;
		return -$cost->[-1] if !defined $c;
		my ($best, $r);
		for my $i (0 .. $#$t - 1) {
			next if $t->[$i][$c] < 1e-7;
			my $ratio = $t->[$i][-1] / $t->[$i][$c];
			next if defined $best && ($ratio > $best + 1e-9 ||
				($ratio > $best - 1e-9 && $basis->[$i] > $basis->[$r]));
			($best, $r) = ($ratio, $i);
		}
		return undef if !defined $r;
		pivot($t, $basis, $r, $c);
	}
	die "seed $seed: the simplex goes round\n";
}
# A first basis for the sums over these numbers, each counted from nothing.
sub feasible {
	my ($numbers, $sums) = @_;
	my (@t, @basis, %at);
	@at{@$numbers} = 0 .. $#$numbers;
	my ($n, $m) = (scalar @$numbers, scalar @$sums);
	for my $i (0 .. $m - 1) {
		my @row = (0) x ($n + $m + 1);
		for my $k (@{$sums->[$i]}) {
			$row[$at{$k}] = $value[$k] < 0 ? -1 : 1;
			$row[-1] += $value[$k];
		}
		if ($row[-1] < 0) { $_ = -$_ for @row }
		$row[$n + $i] = 1;
		push @t, \@row;
		push @basis, $n + $i;
	}
	my @cost = (0) x ($n + $m + 1);
	for my $row (@t) { $cost[$_] -= $row->[$_] for 0 .. $n - 1, $n + $m }
	push @t, \@cost;
	minimize(\@t, \@basis, $n);
	pop @t;
	for my $r (0 .. $#t) {
		next if $basis[$r] < $n;
		my ($c) = grep { abs($t[$r][$_]) > 1e-7 } 0 .. $n - 1;
		pivot(\@t, \@basis, $r, $c) if defined $c;
	}
	my @keep = grep { $basis[$_] < $n } 0 .. $#t;
	return {t => [map { [@{$t[$_]}[0 .. $n - 1], $t[$_][-1]] } @keep], basis => [@basis[@keep]], n => $n, at => \%at};
}
# The most (sign 1) or the least of a sum of numbers.
sub extreme {
	my ($f, $sign, @numbers) = @_;
	my @t = map { [@$_] } @{$f->{t}};
	my @basis = @{$f->{basis}};
	my @cost = (0) x ($f->{n} + 1);
	$cost[$f->{at}{$_}] += ($value[$_] < 0 ? -1 : 1) * -$sign for @numbers;
	for my $r (0 .. $#t) {
		my $c = $cost[$basis[$r]];
		if ($c) { $cost[$_] -= $c * $t[$r][$_] for 0 .. $f->{n} }
	}
	push @t, \@cost;
	my $least = minimize(\@t, \@basis, $f->{n});
	return defined $least ? -$sign * $least : undef;
}
# Every province of these numbers that has the same sums, where they are few:
# the least and the most of each, in whole dwellings.
sub enumerate {
	my ($numbers, $sums) = @_;
	my @most = map { my $k = $_; min(map { my $s = $_; (grep { $_ == $k } @$s) ? sum0(map { $value[$_] } @$s) : () } @$sums) } @$numbers;
	my $size = 1;
	for my $i (0 .. $#most) { return if $value[$numbers->[$i]] < 0 || !defined $most[$i] || ($size *= $most[$i] + 1) > 20000 }
	my (%low, %high, %now);
	my $go;
	$go = sub {
		my ($i) = @_;
		if ($i == @$numbers) {
			for my $s (@$sums) { return if sum0(map { $now{$_} } @$s) != sum0(map { $value[$_] } @$s) }
			for my $k (@$numbers) {
				$low{$k} = $now{$k} if !defined $low{$k} || $now{$k} < $low{$k};
				$high{$k} = $now{$k} if !defined $high{$k} || $now{$k} > $high{$k};
			}
			return;
		}
		for my $v (0 .. $most[$i]) { $now{$numbers->[$i]} = $v; $go->($i + 1) }
	};
	$go->(0);
	return [\%low, \%high];
}
sub step { my ($v) = @_; return int((abs($v) * $percent + 99) / 100) }
# Of what is judged whether that is right.
sub weigh {
	my ($what, $low, $high, $truth, $step) = @_;
	my $far = !(defined $low && $truth - $low < $step - 1e-6) && !(defined $high && $high - $truth < $step - 1e-6);
	my $v = $verdict{$what} // 'not judged';
	print "seed $seed: $what is $truth, from ", $low // '-', ' to ', $high // '-', ", and $v\n"
		if $v !~ /^te / && !$far;
	$loss{judged}++;
	$loss{strict}++ if $far && $v =~ /^te (nauw|berekenen)$/;
	$loss{told}++ if !$far;
}
sub judge {
	my ($what, $f, @numbers) = @_;
	my $truth = sum0(map { $value[$_] } @numbers);
	my ($low, $high) = map { extreme($f, $_, @numbers) } -1, 1;
	my $step = step($truth);
	return (weigh($what, $low, $high, $truth, $step)) if $ENV{TABLES};
	print "seed $seed: @rounds: $what is $truth, from ", $low // '-', ' to ', $high // '-', "\n"
		if (defined $low && $truth - $low < $step - 1e-6) || (defined $high && $high - $truth < $step - 1e-6);
	return ($low, $high);
}
my %component;
push @{$component{root($_)}}, $_ for grep { !$known{$_} } 0 .. $#value;
for my $c (sort { $a <=> $b } keys %component) {
	my @numbers = @{$component{$c}};
	next if !grep { $secret{$_} } @numbers;
	my %mine = map { $_ => 1 } @numbers;
	my @mine = grep { $mine{$_->[0]} } @sums;
	my $f = feasible(\@numbers, \@mine);
	my $all = @numbers <= 8 ? enumerate(\@numbers, \@mine) : undef;
	for my $n (grep { $secret{$_} } @numbers) {
		my ($low, $high) = judge($name[$n], $f, $n);
		next if !$all || !defined $all->[0]{$n};
		next if $ENV{TABLES} && $verdict{$name[$n]} =~ /^te /;
		print "seed $seed: $name[$n]: all of them say $all->[0]{$n} to $all->[1]{$n}\n"
			if $value[$n] - $all->[0]{$n} < step($value[$n]) || $all->[1]{$n} - $value[$n] < step($value[$n]);
	}
	for my $id (sort keys %totals) {
		my @in = grep { $mine{$_} } @{$totals{$id}};
		# A total is judged of the numbers of which anything is told.
		my %told = map { map { $_ => 1 } @$_ } @mine;
		@in = grep { $told{$_} } @in if $ENV{TABLES};
		judge("$id in all", $f, @in) if @in > 1;
	}
}
# A sum less what is shown in it has three plans, or none that is confidential.
my %owner = map { my ($id) = split / /, $name[$_]; ($_ => $id) } 0 .. $#name;
for my $s (@sums) {
	my %plans = map { ($owner{$_} => 1) } @$s;
	next if $ENV{TABLES} || $plans{blur} || !grep { $secret{$_} } @$s;
	print "seed $seed: @rounds: a sum of ", join('+', map { $name[$_] } @$s), "\n" if keys %plans < 3;
}
printf "# judged %d, told %d, too strict %d\n", map { $loss{$_} // 0 } qw(judged told strict) if $ENV{TABLES};
printf "# loss %d of %d dwellings, %d of %d cells, %d rounded\n",
	map { $loss{$_} // 0 } qw(hidden all withheld cells rounded);
