# join-worlds.pl SEED DIR: a made-up province, catalogue and observations, and
# what indicator-join is to make of them by its manual, worked out here in
# another way: cell by cell, by comparing all pairs, with big numbers. Nothing
# is read back. Half of them have changes of the division: municipalities that
# joined, grew, were split by shares or got another code. Writes i.csv, g.csv,
# ch.csv, w1.csv, w2.csv, these by onderwerp as s1.csv, s2.csv, the options in
# options and want.csv, latest.csv, wide.csv, swing.csv, long.csv.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;
use Math::BigInt;

my ($seed, $dir) = @ARGV;
Made::begin($seed * 7919 + 17);

sub records {
	my ($name, @rows) = @_;
	spill("$dir/$name", map { csv(@$_) } @rows);
}

# --- the province
my (%code_of, @grid, @others);
sub gemeente {
	my $code;
	do { $code = sprintf('GM%04d', any(10000)) } while $code_of{$code}++;
	return $code;
}
my $size = one(1, 2, 3, 5, 6, 17, 45);
my @gm = map {
	{code => gemeente(), naam => one("Plaats $_", "Den \"Dam\", $_"),
	    woondeal => one('', 'WD-A', 'WD-B'), provincie => one('PV24', 'PV24', 'PV25')}
} 1 .. $size;
@others = map { gemeente() } 1 .. one(0, 3, 50);
my %naam = map { $_->{code} => $_->{naam} } @gm;
# Some have wijken and buurten; a buurt may be without its wijk.
my (@wijken, @buurten);
for my $g (grep { any(4) == 0 } @gm) {
	for my $w (map { sprintf('%s%02d', substr($g->{code}, 2), $_) } 1 .. 1 + any(3)) {
		push @wijken, "WK$w" if any(5);
		push @buurten, map { sprintf('BU%s%02d', $w, $_) } 1 .. any(4);
	}
}
$naam{$_} = "Deel $_" for @wijken, @buurten;
$naam{PV24} = 'Flevoland';
records('g.csv', ['gemeente', 'naam', 'woondeal', 'provincie', 'alias'], shuffled(
    (map { [@$_{qw(code naam woondeal provincie)}, ''] } @gm),
    (map { [$_, $naam{$_}, '', '', ''] } @wijken, @buurten),
    ['PV24', 'Flevoland', '', '', '']));
# --- changes of the division, by date: what each new municipality is made of
my (%changes, @splits);
if (any(2)) {
	my @new = shuffled(@gm);
	for my $date (grep { any(3) } '2015-01-01', '2018-07-01') {
		for my $g (splice @new, 0, 1 + any(2)) {
			my @parts = map { [gemeente(), 100] } 1 .. 1 + any(3);
			# It was there before, smaller.
			push @parts, [$g->{code}, 100] if any(3) == 0;
			$changes{$date}{$g->{code}} = \@parts;
		}
		my ($a, $b) = splice @new, 0, 2 or next;
		next if !$b || any(2);
		my ($old, $share) = (gemeente(), one(25, 40, 99));
		$changes{$date}{$a->{code}} = [[$old, $share], [$a->{code}, 100]];
		$changes{$date}{$b->{code}} = [[$old, 100 - $share]];
	}
}
my @lines;
for my $date (sort keys %changes) {
	for my $new (sort keys %{$changes{$date}}) {
		push @lines, map { [$_->[0], $new, $date, $_->[1] == 100 ? one('', '1') :
		    sprintf('0.%02d', $_->[1])] } @{$changes{$date}{$new}};
	}
}
records('ch.csv', [qw(oud nieuw datum aandeel)], @lines);
my (%came, %went);
for my $date (sort keys %changes) {
	for my $new (sort keys %{$changes{$date}}) {
		my @parts = map { $_->[0] } @{$changes{$date}{$new}};
		$came{$new} = $date if !grep { $_ eq $new } @parts;
		$went{$_} = $date for grep { $_ ne $new } @parts;
	}
}
push @others, sort keys %went;

my %members;
for my $g (sort { $a->{code} cmp $b->{code} } @gm) {
	push @{$members{$g->{woondeal}}}, $g->{code} if $g->{woondeal};
	push @{$members{$g->{provincie}}}, $g->{code};
}
my @deals = sort grep { /^WD/ } keys %members;
my @provinces = sort grep { /^PV/ } keys %members;
@grid = ((sort map { $_->{code} } @gm), @deals, @provinces, 'NL01', sort(@wijken), sort(@buurten));
my %in_grid = map { $_ => 1 } @grid;
sub niveau {
	return {GM => 'gemeente', WD => 'woondeal', PV => 'provincie',
	    NL => 'land', WK => 'wijk', BU => 'buurt'}->{substr($_[0], 0, 2)};
}

# --- the catalogue; series are observations of one table, measure, dimension
my (@indicators, @rows, @series);
for my $i (1 .. 1 + any(5)) {
	my %x = (code => "ind_$i", naam => one("Naam $i", "Naam, $i"), thema => "t$i",
	    eenheid => one('', 'aantal', 'x 1, 000'), richting => one(qw(hoger lager neutraal)),
	    decimalen => any(4), tabel => one('', "T$i"), onderwerp => one("o$i", 'o_' . (9 - $i)),
	    dimensies => one('', 'soort=a'), weging => one('', 'som', 'w', 'w|soort=b'),
	    editie => one('', '2024'));
	push @rows, {%x, editie => 'oud', van => '', tot => '2023-12-31'} if any(3) == 0;
	push @rows, {%x, van => one('2024', '2024-01-01'), tot => ''};
	push @indicators, \%x;
	push @series, {%x, tabel => "T$i", soort => $x{dimensies} ? 'a' : one('a', 'b'),
	    unit => $x{eenheid} || ($x{weging} eq 'som' ? 'a, b' : one('%', 'a, b'))};
}
records('i.csv', [qw(code naam thema eenheid richting decimalen tabel onderwerp dimensies weging editie
	geldig_van geldig_tot toelichting)],
    map { [@$_{qw(code naam thema eenheid richting decimalen tabel onderwerp dimensies weging
	editie van tot)}, ''] } @rows);
for my $soort ('', 'b') {
	push @series, {tabel => "W$soort", onderwerp => 'w', soort => $soort || 'c', unit => 'p',
	    weight => 1} if grep { $_->{weging} eq ($soort ? 'w|soort=b' : 'w') } @indicators;
}
# A weight without dimensions would match both.
pop @series if @series > 1 && $series[-2]{weight} && $series[-1]{weight};

# --- the observations
sub value {
	my ($weight) = @_;
	my $n = $weight ? any(50) : one(any(9), any(30000) * any(30000), -any(500));
	my $d = $weight ? 0 : any(4);
	return ($n . '', 0) if !$d;
	my $f = sprintf("%0${d}d", any(10**$d));
	return ("$n.$f", $d);
}
my @observations;
my %states = (definitief => 1, nader_voorlopig => 2, voorlopig => 3, onbekend => 4);
my @redenen = ('', qw(nvt onmogelijk niet_geleverd ontbreekt onbekend onderdrukt geheim));
my @all_periods = one([map { "$_" } 2009 .. 2023], [map { "$_" } 2012 .. 2023],
    [map { ("$_-03", "$_") } 2013 .. 2021],
    [map { ("$_-Q1", "$_", "$_-H1", "$_-01") } 2014 .. 2019], [2020, '2019/2020', '2018, 2019', '2020-H1', '2020-01-01']);
my $holes = one(0, 0, 5, 20);
for my $s (@series) {
	my @places = shuffled(@grid, @others);
	my @own = grep { niveau($_) eq 'gemeente' || any(2) } @places;
	# Some sources are in the new division all the time.
	my $new = any(4) == 0;
	@own = grep { !$went{$_} } @own if $new;
	for my $regio (@own) {
		my $drift = one(-2, 0, 2);
		for my $p (@{$all_periods[0]}) {
			next if any(100) < $holes;
			next if !$new && $came{$regio} && before($p, $came{$regio});
			next if $went{$regio} && !before($p, $went{$regio});
			my %o = (%$s, regio => $regio, periode => "$p", status => one(keys4(), ''),
			    reden => '', decimals => 0);
			if (any(40) == 0) {
				$o{reden} = one(@redenen[1 .. 7]);
			} else {
				@o{'waarde', 'decimals'} = value($s->{weight});
				# Some series rise or fall, for the trends.
				@o{'waarde', 'decimals'} = ($drift * (($p =~ /(\d+)/)[0] - 2000) + any(6), 0)
				    if $drift && $p =~ /^\d{4}/ && !$s->{weight};
			}
			push @observations, \%o;
		}
	}
}
# A period that begins before the date.
sub before {
	my ($p, $date) = @_;
	return order($p) =~ /^1(\S+)/ && $1 lt $date;
}
sub keys4 { return sort keys %states }
# What no indicator asks for.
for (1 .. any(9)) {
	push @observations, {tabel => 'X', onderwerp => 'q', regio => 'GM0001', periode => '2020',
	    waarde => 1, unit => '', status => '', reden => '', soort => 'a', stray => 1};
	push @observations, {%{one(@series)}, regio => one('CR24', "WK${\substr($gm[0]{code}, 2)}99", 'LD01'), periode => '2020',
	    waarde => 1, status => '', reden => '', stray => 1};
}
sub written {
	my ($o) = @_;
	my $regio = $o->{regio} eq 'NL01' ? one('NL01', 'NL00', 'NL01  ') : $o->{regio} . one('', '', ' ');
	return [$o->{tabel}, $o->{onderwerp}, $regio, $o->{periode}, $o->{waarde} // '',
	    $o->{unit} eq 'aantal' ? one('aantal', 'Aantal ', '') : $o->{unit},
	    $o->{status}, $o->{reden}, $o->{soort}];
}
my @mixed = shuffled(@observations);
my $cut = any(scalar @mixed);
my @names = qw(tabel onderwerp regio periode waarde eenheid status reden soort);
records('w1.csv', \@names, map { written($_) } @mixed[0 .. $cut - 1]);
records('w2.csv', \@names, map { written($_) } @mixed[$cut .. $#mixed]);
for my $n (1, 2) {
	open my $in, '<', "$dir/w$n.csv" or die "w$n.csv: $!\n";
	my ($header, @lines) = <$in>;
	my @keys = map { /,(\w+),/ } @lines;
	spill("$dir/s$n.csv", $header, @lines[sort { $keys[$a] cmp $keys[$b] } 0 .. $#lines]);
}
my ($years, $least) = (one(8, 8, 9, 6, 12), one(4, 4, 6));
spill("$dir/options", "--trend-years $years --trend-least $least", %changes ? " --herindelingen $dir/ch.csv" : '', "\n");

# --- the model
# The cells of an indicator or a weight: {regio}{periode}.
sub selected {
	my ($tabel, $onderwerp, $soort) = @_;
	my %cells;
	for my $o (grep { !$_->{stray} } @observations) {
		next if $tabel && $o->{tabel} ne $tabel;
		next if $o->{onderwerp} ne $onderwerp || ($soort && $o->{soort} ne $soort);
		die "seed $seed: two for one cell\n" if $cells{$o->{regio}}{$o->{periode}};
		my $status = $o->{status} || ($o->{reden} ? '' : 'onbekend');
		$cells{$o->{regio}}{$o->{periode}} = {waarde => $o->{waarde}, decimals => $o->{decimals},
		    status => $status, reden => $o->{reden}, tabel => $o->{tabel}, unit => $o->{unit}};
	}
	return \%cells;
}
# A decimal text in millionths.
my %exact;
sub exact {
	my ($t) = @_;
	return $exact{$t} //= do {
		my ($sign, $whole, $rest) = $t =~ /^(-?)(\d+)(?:\.(\d+))?$/ or die "$t\n";
		0 + ($sign . $whole . substr(($rest // '') . '000000', 0, 6));
	};
}
my %text;
sub text { return $text{"@_"} //= rounded(@_) }
sub rounded {
	my ($units, $scale, $decimals) = @_; # units / 10 ** scale, to decimals
	my $minus = $units < 0 ? '-' : '';
	my $n = whole(abs $units, $scale - $decimals);
	return $n eq '0' ? $n : "$minus$n" if !$decimals;
	$minus = '' if $n eq '0';
	my $t = length $n > $decimals ? $n :
	    '0' x ($decimals + 1 - length $n) . $n;
	return $minus . substr($t, 0, -$decimals) . '.' . substr($t, -$decimals);
}
# A number, a big one or one of a value in millionths, by 10 ** shift, halves up.
sub whole {
	my ($n, $shift) = @_;
	if (!ref $n && $shift >= 0) {
		use integer;
		my $ten = 1;
		$ten *= 10 for 1 .. $shift;
		return ($n + $ten / 2) / $ten;
	}
	$n = Math::BigInt->new($n);
	my $ten = Math::BigInt->new(10)->bpow(abs $shift);
	return ($shift < 0 ? $n * $ten : ($n + $ten / 2)->bdiv($ten)) . '';
}
sub gravest {
	my ($worst) = sort { $b <=> $a } map {
		my $r = $_;
		grep { $redenen[$_] eq $r } 0 .. $#redenen;
	} @_;
	return $redenen[$worst // 0];
}
sub computed {
	my ($x, $cells, $weights, $members, $p) = @_;
	return made_of($x, $cells, $weights, [map { [$_, 100] } @$members], $p);
}
# Of members and their shares, in hundredths.
sub made_of {
	my ($x, $cells, $weights, $members, $p) = @_;
	my (@reden, @status, @tables, $shared);
	my ($top, $bottom, $decimals) = (Math::BigInt->new(0), Math::BigInt->new(0), 0);
	for (@$members) {
		my ($m, $share) = @$_;
		my $c = $cells->{$m}{$p};
		my $w = $weights && $weights->{$m}{$p};
		my @met = $weights ? ($c, $w) : ($c);
		push @reden, map { $_ ? $_->{reden} : 'niet_geleverd' } @met;
		push @status, map { $_ ? $_->{status} : '' } @met;
		next if grep { !$_ || $_->{reden} } @met;
		push @tables, $c->{tabel} if !grep { $_ eq $c->{tabel} } @tables;
		$decimals = $c->{decimals} if $c->{decimals} > $decimals;
		$shared = 1 if $share != 100;
		my $weight = Math::BigInt->new($weights ? exact($w->{waarde}) : 1) * $share;
		$top += $weight * exact($c->{waarde});
		$bottom += $weight;
	}
	my ($weakest) = sort { ($states{$b} // 0) <=> ($states{$a} // 0) } @status;
	my %c = (status => $weakest, reden => gravest(@reden), tabel => join('|', @tables) || $x->{tabel},
	    decimals => $weights || $shared ? $x->{decimalen} : $decimals);
	$c{reden} = 'onmogelijk' if !$c{reden} && $weights && $bottom->is_zero;
	return \%c if $c{reden};
	if ($weights) {
		# Half away from zero, at once.
		my $n = $top * 10**$x->{decimalen} * 2;
		my $d = $bottom * Math::BigInt->new(10)->bpow(6) * 2;
		my $minus = $n->is_neg;
		my $q = ($n->copy->babs + $d / 2)->bdiv($d);
		$q->bneg if $minus;
		$c{waarde} = text($q, $x->{decimalen}, $x->{decimalen});
	} else {
		$c{waarde} = text($top, 8, $c{decimals});
	}
	return \%c;
}
# What was observed in the divisions of before, in that of now: the cells of an
# indicator and of its weights, date after date.
sub converted {
	my ($x, $cells, $weights) = @_;
	for my $date (sort keys %changes) {
		convert($x, $cells, $weights, $changes{$date}, $date);
		convert({weging => 'som', decimalen => 9, tabel => ''}, $weights, undef,
		    $changes{$date}, $date) if $weights;
	}
}
sub convert {
	my ($x, $cells, $weights, $of, $date) = @_;
	my %periods = map { my $r = $_; map { $_ => 1 } keys %{$cells->{$r}} } keys %$cells;
	for my $p (grep { before($_, $date) } keys %periods) {
		my %made;
		for my $new (keys %$of) {
			my @parts = @{$of->{$new}};
			next if !grep { $cells->{$_->[0]}{$p} } @parts;
			$made{$new} = @parts == 1 && $parts[0][1] == 100 ? $cells->{$parts[0][0]}{$p} :
			    !$x->{weging} ? {status => '', reden => 'nvt', tabel => $x->{tabel}} :
			    made_of($x, $cells, $weights, \@parts, $p);
		}
		for my $new (keys %made) {
			delete $cells->{$_->[0]}{$p} for @{$of->{$new}};
		}
		$cells->{$_}{$p} = $made{$_} for keys %made;
	}
}
sub order {
	my ($p) = @_;
	return "1$1-01-01 0" if $p =~ /^(\d{4})$/;
	return "1$1-01-01 1" if $p =~ /^(\d{4})-H1$/;
	return sprintf('1%s-%02d-01 2', $1, 3 * $2 - 2) if $p =~ /^(\d{4})-Q(\d)$/;
	return "1$1-$2-01 3" if $p =~ /^(\d{4})-(\d\d)$/;
	return "1$1 4" if $p =~ /^(\d{4}-\d\d-\d\d)$/;
	return "2$p";
}
sub ends {
	my ($p) = @_;
	return "$1-12-31" if $p =~ /^(\d{4})$/;
	return "$1-06-30" if $p =~ /^(\d{4})-H1$/;
	return "$1-03-31" if $p =~ /^(\d{4})-Q1$/;
	return "$1-31" if $p =~ /^(\d{4}-\d\d)$/;
	return $p;
}
# The values of the municipalities in a period, worked out once for all of them.
my %values;
sub values_of {
	my ($cells, $p) = @_;
	my $have = $values{"$cells|$p"} //= {of => $cells, list => [map { exact($_->{waarde}) }
		grep { $_ && !$_->{reden} } map { $cells->{$_}{$p} }
		grep { /^GM/ } keys %$cells]};
	return $have->{list};
}
sub positie {
	my ($x, $cells, $regio, $p) = @_;
	my $own = $cells->{$regio}{$p};
	return '' if $regio !~ /^GM/ || !$own || $own->{reden};
	my @all = @{values_of($cells, $p)};
	return '' if @all < 40;
	my $mine = exact($own->{waarde});
	my $n = grep { $x->{richting} eq 'lager' ? $_ < $mine : $_ > $mine } @all;
	return int(4 * $n / @all) + 1;
}
# In how many orders groups of equal values, of these sizes from small to large,
# come to each S: by which value is the last.
my %orders;
sub orders {
	my @n = @_;
	return $orders{"@n"} //= do {
		my %sums;
		for my $g (grep { $n[$_] } 0 .. $#n) {
			my @rest = @n;
			$rest[$g]--;
			my $last = 0;
			$last += $_ < $g ? $rest[$_] : $_ > $g ? -$rest[$_] : 0 for 0 .. $#n;
			my $before = orders(@rest);
			$sums{$_ + $last} += $before->{$_} for keys %$before;
		}
		%sums ? \%sums : {0 => 1};
	};
}
sub rare { # S, of values with ties of these sizes
	my ($s, @n) = @_;
	my $sums = orders(@n);
	my ($all, $tail) = (0, 0);
	$all += $_ for values %$sums;
	$tail += $sums->{$_} for grep { abs $_ >= abs $s } keys %$sums;
	return $s != 0 && $tail / $all <= 0.05;
}
sub trend {
	my ($cells, $regio, $p) = @_;
	return 'onbekend' if $p !~ /^(\d{4})((?:-.*)?)$/;
	my @window = map { exact($_->{waarde}) } grep { $_ && !$_->{reden} }
	    map { $cells->{$regio}{($1 - $_) . $2} } reverse 0 .. $years - 1;
	return 'onbekend' if @window < $least;
	my ($s, %sizes) = (0);
	for my $a (0 .. $#window) {
		$sizes{$window[$a]}++;
		$s += $window[$_] <=> $window[$a] for $a + 1 .. $#window;
	}
	return 'stabiel' if !rare($s, sort values %sizes);
	return $s > 0 ? 'stijgend' : 'dalend';
}
sub kleur {
	my ($trend, $richting) = @_;
	return '' if $trend eq 'onbekend';
	return 'grijs' if $richting eq 'neutraal' || $trend !~ /end$/;
	return ($trend eq 'stijgend') == ($richting eq 'hoger') ? 'groen' : 'rood';
}
sub shown { return $_[0]{reden} ? '' : text(exact($_[0]{waarde}), 6, $_[0]{decimals}) }

my @header = qw(sleutel indicator_code indicator_naam thema regio regio_naam niveau periode waarde
    eenheid status reden richting nl_waarde positie trend kleur bron_tabel editie);
my (@want, @latest, %wide, %used, %long, %slice);
my %swing = (niet_geleverd => -99996, geheim => -99997, onderdrukt => -99997, onmogelijk => -99998,
    nvt => -99998, ontbreekt => -99999, onbekend => -99999);
sub swing_region {
	my ($regio) = @_;
	my $n = substr($regio, 2) =~ s/^0+//r;
	return (niveau($regio) eq 'land' ? 'nederland' : niveau($regio), $n);
}
for my $x (@indicators) {
	my $cells = selected($x->{tabel}, $x->{onderwerp}, $x->{dimensies} && 'a');
	my $weights = $x->{weging} =~ /^w(\|soort=b)?$/ ? selected('', 'w', $1 && 'b') : undef;
	converted($x, $cells, $weights);
	my %periods = map { my $r = $_; map { $_ => 1 } keys %{$cells->{$r}} } keys %$cells;
	my @periods = sort { order($a) cmp order($b) } keys %periods;
	$used{$_} = 1 for @periods;
	for my $group (@deals, @provinces) {
		for my $p (grep { $x->{weging} && !$cells->{$group}{$_} } @periods) {
			$cells->{$group}{$p} = computed($x, $cells, $weights, $members{$group}, $p);
		}
	}
	my ($unit) = map { $_->{unit} } grep { $_->{onderwerp} eq $x->{onderwerp} &&
	    $_->{code} && $_->{code} eq $x->{code} } @series;
	# What is no period is the newest only when there is no other; of those
	# that are, the one that ends last.
	my @eligible = sort { ends($a) cmp ends($b) || order($a) cmp order($b) }
	    grep { order($_) =~ /^1/ } @periods;
	@eligible = @periods if !@eligible;
	my $newest = sub {
		my ($wanted) = @_;
		my ($p) = grep { my $p = $_; grep { $_ =~ $wanted && $cells->{$_}{$p} &&
		    !$cells->{$_}{$p}{reden} } @grid } reverse @eligible;
		return $p;
	};
	my $latest = $newest->(qr/^GM/) // $newest->(qr//) // $eligible[-1] // '';
	for my $regio (@grid) {
		for my $p (@periods) {
			my $c = $cells->{$regio}{$p} // {status => '', tabel => $x->{tabel},
			    reden => $regio =~ /^WD/ && !$x->{weging} ? 'nvt' : 'niet_geleverd'};
			my $nl = $cells->{NL01}{$p};
			my $trend = $c->{reden} ? 'onbekend' : trend($cells, $regio, $p);
			my @row = ("$x->{code}|$regio|$p", $x->{code}, $x->{naam}, $x->{thema}, $regio,
			    $naam{$regio} // $regio, niveau($regio), $p, shown($c), $x->{eenheid} || $unit,
			    $c->{status}, $c->{reden}, $x->{richting}, $nl ? shown($nl) : '',
			    positie($x, $cells, $regio, $p), $trend, kleur($trend, $x->{richting}),
			    $c->{tabel}, $x->{editie});
			push @want, \@row;
			push @latest, \@row if $p eq $latest;
			$wide{$regio}{$p}{$x->{code}} = $row[8];
			next if $regio =~ /^WD/ || $p !~ /^\d{4}$/;
			my $swing = $c->{reden} ? $swing{$c->{reden}} : $row[8];
			push @{$long{$x->{code}}{$p}}, [$p, swing_region($regio), $x->{code}, $swing];
			$slice{$p}{$regio}{$x->{code}} = $swing;
		}
	}
}
records('want.csv', \@header, @want);
records('latest.csv', \@header, @latest);
my @codes = map { $_->{code} } @indicators;
my @wide = ['sleutel', 'regio', 'regio_naam', 'niveau', 'periode', @codes];
for my $regio (@grid) {
	for my $p (sort { order($a) cmp order($b) } keys %used) {
		push @wide, ["$regio|$p", $regio, $naam{$regio} // $regio, niveau($regio), $p,
		    map { $wide{$regio}{$p}{$_} // '' } @codes];
	}
}
records('wide.csv', @wide);
records('long.csv', [qw(PERIODE GEBIEDSNIVEAU GEBIED ONDERWERP WAARDE)], map { my $of = $long{$_}; map { @{$of->{$_}} } sort keys %$of } @codes);
records('swing.csv', [qw(PERIODE GEBIEDSNIVEAU GEBIED), @codes], map { my $p = $_; map { my $r = $_;
    [$p, swing_region($r), map { $slice{$p}{$r}{$_} // -99996 } @codes] } grep { !/^WD/ } @grid }
    sort keys %slice);
