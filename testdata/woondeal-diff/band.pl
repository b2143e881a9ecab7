# A made-up world for --band, and what its bands must be, by trying all there
# is to try: band.pl SEED FOLDER. Each approximate amount is at its least or
# its most, each plan of unknown status is built or not, each amount of which
# only a part may lie in a row does or does not; of each of these worlds the
# capacity is worked out as the manual says, and the least and the most of all
# are written to FOLDER/want: regio van tot laag hoog. Beside it g.csv, t.csv,
# w.csv, p.csv and the reference date d. With a third argument there is sloop
# where growth comes off, too.
use strict;
use warnings;

my ($seed, $folder, $any) = @ARGV;
srand $seed;
my ($first, $last) = (2022, 2026);
my $year = 2023 + int rand 2;
my $month = 1 + int rand 12;
my @rows = ((map { [$_, $_] } $first .. $last), [2024, 2025], [$first, $last]);
my (%growth, %records, %want);

sub file {
	open my $f, '>', "$folder/$_[0]" or die "$folder/$_[0]: $!\n";
	return $f;
}

sub least { my $n = shift; $_ < $n and $n = $_ for @_; return $n }
sub most { my $n = shift; $_ > $n and $n = $_ for @_; return $n }

# An amount of a plan: at least, given, at most; with its sign.
sub amount {
	my ($sloop, $exact) = @_;
	my $n = 1 + int rand 90;
	my ($low, $high, $word) = ($n, $n, 'opgegeven');
	if (!$exact && rand() < 0.4) {
		$word = rand() < 0.5 ? 'circa' : 'bereik';
		$low -= int rand $n + 1;
		$high += int rand 30;
	}
	my $text = "$n,$word," .
	    ($word eq 'opgegeven' ? ',' : "$low,$high");
	return ($text, $sloop ? (-$high, -$low) : ($low, $high));
}

sub span {
	my $van = $year - 1 + int rand 4;
	my $how = rand;
	return ($van, $van) if $how < 0.6;
	return ($van, $van + 1 + int rand 4) if $how < 0.95;
	return ('', '');
}

# What of a record never counts, is held for growth, or lies partly outside.
sub lot {
	my ($r) = @_;
	my ($van, $tot) = ($r->{van} || 0, $r->{tot} || 9999);
	return 'weg' if $tot < $year || $van > $last;
	$van = $year if $van < $year && $r->{telling} eq 'rest';
	return 'deels' if $van < $year || $tot > $last;
	return $r->{van} == $r->{tot} ? 'jaar' : 'emmer';
}

sub plan {
	my ($m, $id, $out) = @_;
	my $hard = (qw(hard hard zacht onbekend))[rand 4];
	my $telling = (qw(rest jaar))[rand 2];
	for (1 .. 1 + int rand 2) {
		my ($van, $tot) = span();
		my %r = (plan => $id, hard => $hard, telling => $telling,
		    van => $van, tot => $tot);
		$r{lot} = lot(\%r);
		$r{held} = $telling eq 'jaar' && $month > 1 &&
		    $r{lot} =~ /^(jaar|emmer)$/ && $van == $year;
		my $sloop = rand() < 0.3 && ($any || !$r{held} &&
		    ($telling eq 'rest' || $hard ne 'onbekend'));
		my ($text, $low, $high) = amount($sloop, 0);
		@r{qw(low high)} = ($low, $high);
		print $out "$m,$id,$hard,$van,$tot,",
		    $sloop ? 'sloop' : 'bouw', ",totaal,$text,",
		    sprintf('%d-%02d-01', $year, $month), ",l,$telling\n";
		push @{$records{$m}}, \%r if $r{lot} ne 'weg';
	}
}

# Growth of the running year comes off: hard, zacht, onbekend; years first.
sub settle {
	my ($left, @there) = @_;
	for my $lot (qw(jaar emmer)) {
		for my $hard (qw(hard zacht onbekend)) {
			my @part = grep { $_->{held} && $_->{lot} eq $lot &&
			    $_->{hard} eq $hard } @there;
			my $net = 0;
			$net += $_->{n} for @part;
			my $todo = most(0, least($net, $left));
			$left -= $todo;
			for my $r (grep { $_->{n} > 0 } @part) {
				my $take = least($r->{n}, $todo);
				$r->{n} -= $take;
				$todo -= $take;
			}
		}
	}
}

# The least and the most that one world has in a row.
sub capacity {
	my ($row, @there) = @_;
	my ($low, $high) = (0, 0);
	for my $r (@there) {
		my ($van, $tot) = ($r->{van} || 0, $r->{tot} || 9999);
		$van = $year if $van < $year;
		next if $van > $row->[1] || $tot < $row->[0];
		my $sure = $r->{lot} ne 'deels' && $van >= $row->[0] &&
		    $tot <= $row->[1];
		$low += $sure ? $r->{n} : least($r->{n}, 0);
		$high += $sure ? $r->{n} : most($r->{n}, 0);
	}
	return ($low, $high);
}

sub try_all {
	my ($m) = @_;
	my @all = @{$records{$m} || []};
	my %plans = map { $_->{plan} => 1 }
	    grep { $_->{hard} eq 'onbekend' } @all;
	my @choices = ((map { "p$_" } sort keys %plans),
	    map { "r$_" } grep { $all[$_]{low} != $all[$_]{high} } 0 .. $#all);
	for my $world (0 .. 2 ** @choices - 1) {
		my %on = map { $choices[$_] => $world >> $_ & 1 } 0 .. $#choices;
		my @there;
		for my $i (0 .. $#all) {
			my $r = $all[$i];
			next if $r->{hard} eq 'onbekend' && !$on{"p$r->{plan}"};
			push @there, {%$r,
			    n => $on{"r$i"} ? $r->{high} : $r->{low}};
		}
		settle($growth{$m}, @there);
		for my $row (@rows) {
			my ($low, $high) = capacity($row, @there);
			my $w = $want{"@$row"}{$m} ||= [$low, $high];
			$w->[0] = least($low, $w->[0]);
			$w->[1] = most($high, $w->[1]);
		}
	}
}

my ($g, $t, $w, $p) = map { file($_) } qw(g.csv t.csv w.csv p.csv);
print $g "gemeente,naam,woondeal,provincie,alias\n";
print $t "woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld\n";
print $t "WD-A,,$_,100,\n" for "2022,2022", "2023,2023", "2024,2025", "2026,2026";
print $w "tabel,onderwerp,regio,periode,waarde,eenheid,status,reden\n";
print $p "gemeente,plan_id,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal,",
    "herkomst,aantal_laag,aantal_hoog,peildatum,levering,telling\n";
for my $m (qw(GM0001 GM0002)) {
	print $g "$m,$m,WD-A,PV77,\n";
	print $w "t,saldo_voorraad,$m,$_,50,aantal,definitief,\n" for $first .. $year - 1;
	$growth{$m} = 0;
	for (1 .. $month - 1) {
		my $n = int rand 25;
		$growth{$m} += $n;
		printf $w "t,saldo_voorraad,$m,$year-%02d,$n,aantal,voorlopig,\n", $_;
	}
	print $p "$m,,hard,2026,2026,bouw,totaal,0,nul,,,",
	    sprintf('%d-%02d-01', $year, $month), ",l,rest\n";
	plan($m, $_, $p) for 1 .. 2 + int rand 3;
	try_all($m);
}
my $d = file('d');
printf $d "%d-%02d-01\n", $year, $month;
my $want = file('want');
for my $row (@rows) {
	my $k = "@$row";
	my @sum = (0, 0);
	for my $m (qw(GM0001 GM0002)) {
		my $n = $want{$k}{$m} || [0, 0];
		$sum[$_] += $n->[$_] for 0, 1;
		print $want "$m $k @$n\n"
		    if $row->[1] >= $year && $k ne '2024 2025';
	}
	print $want "$_ $k @sum\n"
	    for grep { $row->[1] >= $year } qw(WD-A PV77);
}
