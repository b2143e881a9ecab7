# join-ratios.pl SEED DIR: made-up parts of ratios, and what indicator-join is to
# make of them by its manual, worked out here in another way, with big numbers.
# Writes i.csv, g.csv, w.csv, s.csv (sorted) and want.csv (sleutel,waarde,status,reden,
# bron_tabel, in order of the feed).
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;
use Math::BigInt;

my ($seed, $dir) = @ARGV;
Made::begin($seed * 6007 + 41);

my @gm = sort map { sprintf 'GM%04d', $_ * 17 + 3 } 1 .. 2 + any(6);
my %deal = map { $_ => one('', 'WD-A', 'WD-B') } @gm;
my %members = (PV24 => [@gm]);
push @{$members{$deal{$_}}}, $_ for grep { $deal{$_} } @gm;
my @deals = sort grep { /^WD/ } keys %members;
my @grid = (@gm, @deals, 'PV24', 'NL01');
spill("$dir/g.csv", map { csv(@$_) }
    ['gemeente', 'naam', 'woondeal', 'provincie', 'alias'],
    map { [$_, "Plaats $_", $deal{$_}, 'PV24', ''] } @gm);

# Units of teller, noemer and ratio, and what teller / noemer is times: by hand.
my @units = (['ha', 'aantal', 'ha per 1 000', 1000, 1], ['ha', 'km2', '%', 1, 1],
    ['x 1 000', 'x 1 000', 'per 1 000', 1000, 1], ['aantal', 'x 1 000', '%', 1, 10],
    ['m2', 'inwoners', 'm2 per inwoner', 1, 1],
    ['euro', 'mln euro', 'promille', 1, 1000],
    ['personen', 'inwoners', 'per 100 inwoners', 100, 1]);
my %rank = (definitief => 1, nader_voorlopig => 2, voorlopig => 3, onbekend => 4);
my @redenen = qw(nvt onmogelijk niet_geleverd ontbreekt onbekend onderdrukt geheim);
my %grave = map { $redenen[$_] => $_ + 1 } 0 .. $#redenen;
my (@catalogue, @rows, @want);

# Cells of a part: region -> year -> {units, decimals} or {reden}.
sub part {
	my ($onderwerp, $tabel, $unit, $moment, $noemer) = @_;
	my $few = one(2, 5, 20);
	my %cells;
	for my $regio (@grid) {
		next if $regio =~ /^(?:PV|NL)/ && any(2) || $regio =~ /^WD/ && any(5);
		for my $year (2020 .. 2022) {
			next if any($few) == 0;
			my %c = (status => one(sort keys %rank), decimals => any(3));
			if (any(12) == 0) {
				$c{reden} = one(@redenen);
			} else {
				$c{units} = any(9) ? any(30000) * any(300) : one(0, 0, -any(90));
				$c{units} = -$c{units} if !$noemer && !any(7);
			}
			$cells{$regio}{$year} = \%c;
			my $u = $c{units} // 0;
			my $text = $c{reden} ? '' : $c{decimals} == 0 ? $u :
			    ($u < 0 ? '-' : '') . (sprintf('%0*d', $c{decimals} + 1, abs $u)
			    =~ s/(?=\d{$c{decimals}}\z)/./r);
			push @rows, [$tabel, $onderwerp, $regio, $year . ($moment ? "-$moment" :
			    ''), $text, $unit, $c{status}, $c{reden} // '', 'a'];
			# Of another code, and another part of the year.
			push @rows, [$tabel, $onderwerp, $regio, $year . ($moment ? '-Q1' : ''),
			    1, $unit, 'definitief', '', one('b', 'c')] if !any(6);
		}
	}
	return \%cells;
}

# A part at a place: sum, decimals, gravest reden, weakest status.
sub at {
	my ($cells, $place, $year, $sums) = @_;
	my %t = (sum => Math::BigInt->new(0), reden => 0, status => 0);
	my $own = $cells->{$place}{$year};
	my @of = !$own && $sums && $members{$place} ?
	    map { $cells->{$_}{$year} } @{$members{$place}} : ($own);
	for my $c (@of) {
		my $reden = $c ? $grave{$c->{reden} // ''} // 0 : $grave{niet_geleverd};
		$t{reden} = $reden if $reden > $t{reden};
		next if !$c;
		$t{any} = 1;
		$t{status} = $rank{$c->{status}} if $rank{$c->{status}} > $t{status};
		next if $c->{reden};
		$t{has} = 1;
		# In hundredths: no part has more decimals.
		$t{sum} += $c->{units} * 10**(2 - $c->{decimals});
	}
	return \%t;
}

# Rounded half away from zero, with so many decimals.
sub quotient {
	my ($top, $bottom, $decimals) = @_;
	my $sign = $top->is_neg ? '-' : '';
	my $n = $top->copy->babs * Math::BigInt->new(10)->bpow($decimals) * 2 + $bottom;
	my $digits = scalar($n->bdiv($bottom * 2)) . '';
	$digits = '0' x ($decimals + 1 - length $digits) . $digits
	    if length $digits <= $decimals;
	$digits =~ s/(?=\d{$decimals}\z)/./ if $decimals;
	return ($digits =~ /[1-9]/ ? $sign : '') . $digits;
}

sub want {
	my ($x, $t, $n, $place, $year) = @_;
	my $p = at($t, $place, $year, $x->{sums});
	my $q = at($n, $place, $year, $x->{sums});
	my $key = "$x->{code}|$place|$year";
	return [$key, '', '', $place =~ /^WD/ && !$x->{sums} ? 'nvt' : 'niet_geleverd',
	    $x->{tabel}] if !$p->{any} && !$q->{any};
	my $reden = $p->{reden} > $q->{reden} ? $p->{reden} : $q->{reden};
	my $status = $p->{status} > $q->{status} ? $p->{status} : $q->{status};
	my $tabel = join '|', ($p->{has} ? "T$x->{code}" : ()), ($q->{has} ? "N$x->{code}" : ());
	$reden = $q->{sum} == 0 ? $grave{onmogelijk} : $q->{sum} < 0 ? $grave{onbekend} : 0
	    if !$reden;
	return [$key, $reden ? '' : quotient($p->{sum} * $x->{times}, $q->{sum} * $x->{by},
	    $x->{decimalen}), (grep { $rank{$_} == $status } keys %rank)[0],
	    $reden ? $redenen[$reden - 1] : '', $tabel eq '' ? $x->{tabel} : $tabel];
}

for my $i (1 .. 1 + any(3)) {
	my ($top, $bottom, $unit, $times, $by) = @{one(@units)};
	my $moment = one('', '', 'Q4');
	my %x = (code => "r$i", decimalen => any(4), sums => any(2), times => $times,
	    by => $by, tabel => "T$i|N$i");
	push @catalogue, [$x{code}, "Naam $i", 't', $unit, 'hoger', $x{decimalen}, $x{tabel}, '',
	    '', $x{sums} ? 'noemer' : '', '', '', '', '', "t$i|soort=a" .
	    ($moment ? "|periode=$moment" : ''), "n$i|soort=a", ''];
	my $t = part("t$i", "Tr$i", $top, $moment, 0);
	my $n = part("n$i", "Nr$i", $bottom, '', 1);
	for my $place (@grid) {
		for my $year (2020 .. 2022) {
			next if !grep { $t->{$_}{$year} } @grid;
			push @want, want(\%x, $t, $n, $place, $year);
		}
	}
}
spill("$dir/i.csv", map { csv(@$_) } [qw(code naam thema eenheid richting decimalen tabel
	onderwerp dimensies weging editie geldig_van geldig_tot toelichting teller noemer bron)],
    @catalogue);
my @head = qw(tabel onderwerp regio periode waarde eenheid status reden soort);
@rows = shuffled(grep { $_->[8] ne 'c' } @rows);
spill("$dir/w.csv", map { csv(@$_) } \@head, @rows);
spill("$dir/s.csv", map { csv(@$_) } \@head, sort { $a->[1] cmp $b->[1] } @rows);
spill("$dir/want.csv", map { csv(@$_) } @want);
