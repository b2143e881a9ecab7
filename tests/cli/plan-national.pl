# plan-national.pl SEED DIR DIWI: a made-up province as deliveries in the
# layouts of pipelines/indeling, each as L.in.csv with the register that must
# come back, L.out.csv, its rows sorted; and each once more with one damage:
# hurt-L.in.csv, hurt-L.out.csv, and hurt-L.code with the code that must tell
# it and the exit status. The heads of DIWI's workbook are those of the file
# DIWI. Nothing is read back; the rules are those of the manual.
# plan-worlds.awk makes the free lists, uitwisseling.t the exchange.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use Made qw(any one shuffled);
use Time::Local 'timegm';

my ($seed, $dir, $diwi) = @ARGV;
Made::begin($seed * 7919 + 17);
my $PEILDATUM = '2025-01-01';

sub sum {
	my $s = 0;
	$s += $_ || 0 for @_;
	return $s;
}
# N in as many parts, which add up to it.
sub parts {
	my ($n, $count) = @_;
	my @p = (0) x $count;
	while ($n > 0) {
		my $k = one(1 + any($n), $n);
		$p[any($count)] += $k;
		$n -= $k;
	}
	return @p;
}
sub letters {
	my ($i) = @_;
	return ($i >= 26 ? chr(64 + int($i / 26)) : '') . chr(65 + $i % 26);
}
sub record {
	my ($sep, @fields) = @_;
	my $odd = qr/["$sep\r\n]/;
	return join($sep, map {
		!defined $_ ? '' : $_ =~ $odd ? '"' . s/"/""/gr . '"' : $_;
	} @fields);
}

# --- what the province plans
my %words = (
	'1A' => ['1A. Onherroepelijk', '1a onherroepelijk '],
	'1B' => ['1B. Onherroepelijk, uitwerkingsplicht', '1B onhr + uitwerkingsplicht'],
	'1C' => ['1C. Onherroepelijk, wijzigingsbevoegdheid'],
	'2A' => ['2A. Vastgesteld', '2A Vastgesteld plan/besluit'],
	'2B' => ['2B. Vastgesteld, uitwerkingsplicht'],
	'2C' => ['2C vastgesteld + Wijzigingebevoegdheid'],
	'3' => ['3. In voorbereiding', '3 plan/besluit in voorbereiding'],
	'4A' => ['4A. Visie'],
	'4B' => ['4B. Idee', '4B. Optie'],
	'5A' => ['5A. Ambtelijk met locatie'],
	'onbekend' => ['Onbekend', 'Status onbekend'],
);
my %hard = (map({ $_ => 'hard' } '1A', '1B', '2A', '2B'),
    map({ $_ => 'zacht' } '1C', '2C', '3', '4A', '4B'),
    '5A' => 'telt_niet', 'onbekend' => 'onbekend');
my %gemeenten = (
	GM9001 => ['GM9001', 'Plasburg', ' plasburg ', '9001'],
	GM9002 => ['GM9002', 'Sint Oevers', 'SINT  OEVERS', 'GM9002 '],
);

sub plan {
	my ($n) = @_;
	my $gm = one('GM9001', 'GM9002');
	my $code = one(sort keys %words);
	my @knel = shuffled(one([], ['Geen'], ['Stikstof'],
	    ['Geluidhinder – verkeer', 'Netcongestie'], ['Parkeren', 'Stikstof', 'Anders'])->@*);
	my %first = map { $_ => 1 } @knel;
	return {
		gemeente => $gm, named => one($gemeenten{$gm}->@*),
		id => "id-$seed-$n", fase => '', code => $code, hard => $hard{$code},
		status => one($words{$code}->@*),
		naam => one('Kade', 'Café Zuid', 'De "Kop"', 'Oost, west', 'A;B') . " $n",
		projectfase => one('', 'Ontwerp', '5. Realisatie'),
		plantype => one('', 'Verdichting', 'Uitleg, groot'),
		opdrachtgever => one('', 'Gemeente', 'Corporatie'),
		knelpunten => join(one(',', ', '), @knel, @knel && any(2) ? $knel[0] : ()),
		knel => join('|', sort map { s/^Netcongestie$/Nuts/r } keys %first),
		vert => one('Openbaar', 'Gemeente', 'Provincie'),
		sleutel => one(['', ''], ['ja', 'ja'], ['J', 'ja'], ['Nee', 'nee']),
	};
}
my @plans = map { plan($_) } 1 .. 1 + any(6);

# A row of the register, but for where it stands.
sub want {
	my ($van, $tot, $soort, $dim, $cat, $n, $how) = @_;
	return {van => $van, tot => $tot, soort => $soort, dim => $dim, cat => $cat,
	    n => $n, how => $how // ($n eq '' ? 'leeg' : $n ? 'opgegeven' : 'nul')};
}

# --- a delivery: {name, sep, telling, columns => [heads], rows => [row]}; a row
# is {plan, cells => [...], want => {column => want}}. A column that is a
# number's has a want in every row; `sum` names the columns of a sum.
sub line_of {
	my ($d, $row, $w, $rij, $kol) = @_;
	my $p = $row->{plan};
	return record(',', $p->{gemeente}, $p->{id}, $p->{naam}, $p->{fase}, $p->{code},
	    $w->{hard} // $p->{hard}, $p->{projectfase} =~ s{^\d\. }{}r, $p->{plantype},
	    $p->{opdrachtgever}, '', $p->{knel}, $p->{vert}, $p->{sleutel}[1],
	    @$w{qw(van tot soort dim cat n how)}, $PEILDATUM, '', $rij, $kol,
	    $d->{telling}, '', '', '') . "\n";
}
sub kolom {
	my ($key) = @_;
	return join(':', map { letters($_) } split(/:/, $key));
}

# The delivery as a file and as a register.
sub spill {
	my ($d, $name) = @_;
	my (@out, $rij);
	my $eol = one("\n", "\r\n");
	open(my $in, '>:utf8', "$dir/$name.in.csv") or die "$name: $!\n";
	print $in record($d->{sep}, @$_), $eol for $d->{heads}->@*;
	$rij = $d->{heads}->@*;
	for my $row ($d->{rows}->@*) {
		$rij++;
		print $in record($d->{sep}, $row->{cells}->@*), $eol;
		next if $row->{rejected};
		push @out, line_of($d, $row, $row->{want}{$_}, $rij, kolom($_))
		    for keys $row->{want}->%*;
	}
	close($in) or die "$name: $!\n";
	open(my $out, '>:utf8', "$dir/$name.out.csv") or die "$name: $!\n";
	print $out sort @out;
	close($out) or die "$name: $!\n";
}

# In another order of columns: keys of want are columns.
sub turned {
	my ($d) = @_;
	my $n = $d->{heads}[-1]->@*;
	my @from = shuffled(0 .. $n - 1);
	my @to;
	$to[$from[$_]] = $_ for 0 .. $n - 1;
	@$_ = map { $_ // '' } @$_[@from] for $d->{heads}->@*, map { $_->{cells} } $d->{rows}->@*;
	for my $row ($d->{rows}->@*) {
		my $w = $row->{want};
		$row->{want} = {map { $to[$_] => $w->{$_} } keys %$w};
	}
	$_ = $to[$_] for values $d->{at}->%*;
	$d->{checks} = [map { $to[$_] } $d->{checks}->@*];
	return $d;
}

# --- the partitions of Planmonitor Wonen
my @groups = (
	['woningtype', ['Eengezins', 'Eengezins'], ['Meergezins', 'Meergezins'],
	    ['Woningtype Onbekend', 'Onbekend']],
	['wonen_zorg', ['Nultreden', 'Nultreden'], ['Geclusterd', 'Geclusterd'],
	    ['Zorggeschikt', 'Zorggeschikt'], ['Wonen en zorg Onbekend', 'Onbekend'],
	    ['Regulier', 'Regulier']],
	['flex', ['Flexwoningen', 'Flexwoningen'], ['Regulier permanent', 'Regulier permanent']],
	['betaalbaarheid', (map { [$_, $_] } 'Sociale huur', 'Huur middenhuur', 'Huur dure huur',
	    'Huur onbekend', 'Koop betaalbare koop', 'Koop dure koop', 'Koop onbekend'),
	    ['Onbekend Koop of Huur', 'Onbekend koop of huur']],
);
my @project = ('ID', 'Plannaam', 'Plaatsnaam', 'Gemeente', 'Regio', 'Provincie', 'Plantype',
    'Vertrouwelijkheid', 'Status Project', 'Status Planologisch', 'Knelpunten', 'Woonmilieu',
    'Studentenwoningen', 'Opdrachtegever', 'Opdrachtgever Naam', 'Sleutelproject', 'Opmerkingen');
sub project {
	my ($p) = @_;
	return ($p->{id}, $p->{naam}, '', $p->{named}, '', '', $p->{plantype}, $p->{vert},
	    $p->{projectfase}, $p->{status}, $p->{knelpunten}, '', 0, $p->{opdrachtgever}, '',
	    $p->{sleutel}[0], one('', 'let op, of niet'));
}

# [head, soort, dim, cat]: all categories, whole and in parts.
my @series = (['Nieuwbouw', 'bouw', 'totaal', '']);
for my $g (@groups) {
	my ($dim, @cats) = @$g;
	push @series, map { [$_->[0], 'bouw', $dim, $_->[1]] } @cats;
}
# The numbers of one plan in one period: one per series, which add up.
sub spread {
	my ($n) = @_;
	my @all = ($n);
	push @all, parts($n, $#$_) for @groups;
	return @all;
}
# An empty cell is zero in Planmonitor's exports.
sub blank {
	my ($row, $at, $n, @w) = @_;
	my $empty = $n == 0 && any(2);
	$row->{cells}[$at] = $empty ? '' : $n;
	$row->{want}{$at} = want(@w, $n, $empty ? 'afgeleid' : undef);
}

sub eenvoudig {
	my @heads = (@project, (map { $_->[0] } @series), 'Sloop');
	my $d = {name => 'pmw-eenvoudig', sep => ',', telling => 'rest', heads => [\@heads],
	    at => {gemeente => 3, status => 9}, checks => []};
	for my $p (@plans) {
		my $row = {plan => $p, cells => [project($p)], want => {}};
		my @n = spread(one(0, 1 + any(9), any(3000)));
		blank($row, @project + $_, $n[$_], '', '', @{$series[$_]}[1 .. 3]) for 0 .. $#n;
		blank($row, $#heads, any(9), '', '', 'sloop', 'totaal', '');
		push $d->{rows}->@*, $row;
	}
	return turned($d);
}

sub uitgebreid {
	my @years = (2025 .. 2026 + any(4));
	my @heads = @project;
	my $d = {name => 'pmw-uitgebreid', sep => ',', telling => 'rest', heads => [\@heads],
	    at => {gemeente => 3, status => 9}, checks => []};
	for my $s (@series) {
		push $d->{checks}->@*, scalar @heads, @heads + 2;
		push @heads, map { "$s->[0] $_" } 'Totaal', 'Gerealiseerd', 'Restcapaciteit', @years;
	}
	push @heads, map { "Sloop $_" } 'Totaal', 'Gerealiseerd', 'Restcapaciteit', @years;
	for my $p (@plans) {
		my $row = {plan => $p, cells => [project($p)], want => {}};
		my @done = spread(one(0, any(50)));
		my @n = map { [spread(one(0, any(700)))] } @years;
		my $at = @project;
		for my $k (0 .. $#series) {
			my $rest = sum(map { $_->[$k] } @n);
			my @w = @{$series[$k]}[2, 3];
			@{$row->{cells}}[$at, $at + 2] = any(3) ? ($rest + $done[$k], $rest) : ('', '');
			blank($row, $at + 1, $done[$k], '', '', 'gerealiseerd', @w);
			blank($row, $at + 3 + $_, $n[$_][$k], ($years[$_]) x 2, 'bouw', @w)
			    for 0 .. $#years;
			$at += 3 + @years;
		}
		@{$row->{cells}}[$at .. $at + 2] = ('', '', '');
		blank($row, $at + 3 + $_, any(9), ($years[$_]) x 2, 'sloop', 'totaal', '')
		    for 0 .. $#years;
		push $d->{rows}->@*, $row;
	}
	return turned($d);
}

# The sheet of a single plan: its words above, its numbers in a table.
sub sheet {
	my %p = ($plans[0]->%*, id => '', sleutel => one(['ja', 'ja'], ['nee', 'nee']));
	my @years = (2025 .. 2025 + any(4));
	my @above = (['Plannaam', $p{naam}], ['Plaatsnaam', ''], ['Gemeente', $p{named}],
	    ['Regio', ''], ['Provincie', 'Plasland'], ['Plantype', $p{plantype}],
	    ['Vertrouwelijkheid', $p{vert}], ['Status Project', $p{projectfase}],
	    ['Status Planologisch', $p{status}], ['Knelpunten', $p{knelpunten}],
	    ['Woonmilieu', ''], ['Studentenwoningen', 0], ['Opdrachtegever', $p{opdrachtgever}],
	    ['Opdrachtgever Naam', ''], ['Sleutelproject', $p{sleutel}[0]], ['Opmerkingen', '']);
	my @heads = ('', 'Groepnaam', 'Totalen', 'Check', 'Gerealiseerd', 'Restcapaciteit', @years);
	my $d = {name => 'pmw-plan', sep => ',', telling => 'rest', at => {}, checks => [2, 5],
	    heads => [map({ [@$_, ('') x (@heads - 2)] } @above, ['', '']), [@heads]]};
	my %group = (wonen_zorg => 'wonen en zorg', flex => 'flexwoningen', totaal => 'nieuwbouw');
	my @n = map { [spread(any(400))] } 0 .. @years;
	my $last = '';
	for my $k (0 .. @series) {
		my ($label, $soort, $dim, $cat) = $k < @series ? $series[$k]->@* :
		    ('Sloop', 'sloop', 'totaal', '');
		my $row = {plan => \%p, cells => [], want => {}};
		my $named = $soort eq 'sloop' ? 'sloop' : $group{$dim} // $dim;
		my @v = map { $_->[$k] // any(5) } @n;
		$label =~ s/^(Woningtype|Wonen en zorg) Onbekend/Onbekend/;
		@{$row->{cells}} = ($label, $named eq $last ? '' : $named, sum(@v), 0, $v[0],
		    sum(@v[1 .. $#v]), @v[1 .. $#v]);
		$last = $named;
		$row->{want}{4} = want('', '', 'gerealiseerd', $dim, $cat, $v[0]) if $soort eq 'bouw';
		$row->{want}{5 + $_} = want(($years[$_ - 1]) x 2, $soort, $dim, $cat, $v[$_])
		    for 1 .. $#v;
		push $d->{rows}->@*, $row;
	}
	return $d;
}

# De Nieuwe Kaart: periods, sloop below zero.
sub eib {
	my @heads = qw(OBJECTID Provincie Gem_naam Plannaam Plantype Planstatus Aantalrest Sloop
	    OP2019 OP202024 Op202529 Op20302050 OPLONB WTYPGGB WTYPAPP WTYPONB HUUR KOOP HRKPONB
	    datum schatting PSlegenda);
	my @periods = ([2019, 2019], [2020, 2024], [2025, 2029], [2030, 2050], ['', '']);
	my $d = {name => 'eib', sep => ';', telling => 'rest', heads => [\@heads],
	    at => {gemeente => 2, status => 5}, checks => [6]};
	for my $plan (@plans) {
		my $p = {%$plan, vert => '', projectfase => '', opdrachtgever => '', knel => '',
		    sleutel => ['', '']};
		my $row = {plan => $p, cells => [@$p{qw(id gemeente named naam plantype status)}],
		    want => {}};
		my @n = map { one('', 0, any(900)) } @periods;
		my $sloop = any(2) ? any(40) : '';
		$row->{cells}[6] = any(3) ? sum(@n) : '';
		$row->{cells}[7] = $sloop ? -$sloop : $sloop;
		$row->{want}{7} = want('', '', 'sloop', 'totaal', '', $sloop);
		for my $i (0 .. $#n) {
			$row->{cells}[8 + $i] = $n[$i];
			$row->{want}{8 + $i} = want($periods[$i]->@*, 'bouw', 'totaal', '', $n[$i]);
		}
		push @{$row->{cells}}, any(9), -any(60), any(9), 0, 0, 5,
		    one(2020, '22-4-2020'), 'opgave', 2;
		push $d->{rows}->@*, $row;
	}
	return turned($d);
}

# Hard and zacht of whole municipalities, netto: may be below zero.
sub hardzacht {
	my @years = one([2025, 2026, '2027-2030', '2031+'], ['2025-2029', '2030+'], [2025, 2026]);
	my @sets = (['h', 'hard'], ['z', 'zacht'], ['onbekend_', 'onbekend']);
	my @heads = ('provincie', 'gemeente', 'htotaal', 'ztotaal', 'totaal');
	my $d = {name => 'hardzacht', sep => one(',', ';'), telling => 'jaar', heads => [\@heads],
	    at => {gemeente => 1}, checks => [2, 3, 4]};
	for my $s (@sets) {
		push @heads, map { $s->[0] . $_ } $years[0]->@*;
	}
	for my $gm (one(['GM9001'], ['GM9002', 'GM9001'])->@*) {
		my $p = {gemeente => $gm, id => '', naam => '(totaal van de gemeente)', fase => '',
		    code => 'onbekend', map({ $_ => '' } qw(projectfase plantype opdrachtgever knel)),
		    vert => 'Openbaar', sleutel => ['', '']};
		my $row = {plan => $p, cells => ['Plasland ', one($gemeenten{$gm}->@*)], want => {}};
		my ($at, @of) = (5);
		for my $s (@sets) {
			my $all = 0;
			for my $y ($years[0]->@*) {
				my $n = one('', 0, any(900), any(900), -any(150));
				my ($van, $tot) = $y =~ /^(\d+)-(\d+)/ ? ($1, $2) :
				    $y =~ /^(\d+)\+/ ? ($1, '') : ($y, $y);
				$row->{cells}[$at] = $n;
				$row->{want}{$at} = {want($van, $tot, 'bouw', 'totaal', '', $n)->%*,
				    hard => $s->[1]};
				$all += $n || 0;
				$at++;
			}
			push @of, $all;
		}
		@{$row->{cells}}[2 .. 4] = any(3) ? (@of[0, 1], sum(@of)) : ('', '', '');
		push $d->{rows}->@*, $row;
	}
	return turned($d);
}

# The free list, in the words that breed.csv knows.
sub breed {
	my @heads = ('Gemeente', 'Plan ID', 'Plannaam', 'Planologische status', 'Projectfase',
	    'Plantype', 'Opdrachtgever', 'Knelpunten', 'Vertrouwelijkheid', 'Sleutelproject',
	    'Totaal', 2025, 2026, '2027-2028', one('na 2028', '2029 en later', '2029+', '2029 e.v.'),
	    'jaar onbekend', 'Sloop 2025', 'Sloop', 'Opmerkingen');
	my @when = ([2025, 2025], [2026, 2026], [2027, 2028], [2029, ''], ['', ''], [2025, 2025],
	    ['', '']);
	my $d = {name => 'breed', sep => one(',', ';', "\t"), telling => 'rest',
	    heads => [\@heads], at => {gemeente => 0, status => 3}, checks => [10]};
	for my $p (@plans) {
		my $row = {plan => $p, cells => [@$p{qw(named id naam status projectfase plantype
		    opdrachtgever knelpunten vert)}, $p->{sleutel}[0]], want => {}};
		my @n = map { one('', 0, any(999), any(999), 'n.v.t.', 'PM') } 1 .. 7;
		$row->{cells}[10] = any(3) ? sum(map { /^\d/ ? $_ : 0 } @n[0 .. 4]) : '';
		for my $i (0 .. 6) {
			my $how = $n[$i] eq 'PM' ? 'onbekend' : $n[$i] eq 'n.v.t.' ? 'nvt' : undef;
			$row->{cells}[11 + $i] = $n[$i];
			$row->{want}{11 + $i} = want($when[$i]->@*, $i < 5 ? 'bouw' : 'sloop', 'totaal',
			    '', $how ? '' : $n[$i], $how);
		}
		$row->{cells}[18] = one('', 'let op');
		push $d->{rows}->@*, $row;
	}
	return turned($d);
}

# --- DIWI: status and phase are days, the years are days in the head.
sub day {
	my ($y, $m, $d) = @_;
	return one(sprintf('%d-%02d-%02d', $y, $m, $d), sprintf('%d-%d-%d', $d, $m, $y),
	    sprintf('%d-%02d-%02dT00:00:00', $y, $m, $d),
	    timegm(0, 0, 0, $d, $m - 1, $y) / 86400 + 25569);
}
# Days for some of the columns, ever later: those on or before the peildatum
# and perhaps later ones. The last of the first is what holds.
sub dated {
	my ($cells, @columns) = @_;
	my $now = any(scalar @columns);
	my $day = 0;
	for my $i (0 .. $#columns) {
		next unless $i == $now || any(3) == 0;
		$day = 1 + $day + any(3);
		$cells->[$columns[$i][0]] = $i <= $now ? day(2022, 1 + int($day / 28), 1 + $day % 28) :
		    day(2026, 1 + int($day / 28), 1 + $day % 28);
	}
	return $columns[$now][1];
}
# Columns that are parts of one number: a sum, or the only one of them. A sum
# of nothing is only said of all dwellings to be built.
sub added {
	my ($row, $cols, @w) = @_;
	my @n = map { $row->{cells}[$_] // '' } @$cols;
	my $key = @$cols > 1 ? "$cols->[0]:$cols->[-1]" : $cols->[0];
	my $some = grep { $_ ne '' } @n;
	return if @$cols > 1 && !$some && ($w[2] ne 'bouw' || $w[3] ne 'totaal');
	$row->{want}{$key} = want(@w, $some ? sum(@n) : '', @$cols > 1 && $some ? 'afgeleid' : undef);
}
sub some { return map { $_ || (any(2) ? '' : 0) } @_ }

sub diwi {
	open(my $f, '<:utf8', $diwi) or die "$diwi: $!\n";
	my @heads = map { my $l = <$f>; $l =~ s/[\r\n]+//; [split(/,/, $l, -1)] } 1 .. 5;
	close($f);
	my $d = {name => 'diwi', sep => ',', telling => 'rest', heads => \@heads,
	    at => {gemeente => 26}, checks => [29, 30, 57 .. 59, 63, 64]};
	my @bouw = map { one(2025 .. 2028) } 1 .. 4;
	my @sloop = map { one(2025 .. 2026) } 1 .. 2;
	@{$heads[4]}[32 .. 35] = map { day($_, 1 + any(12), 1 + any(28)) } @bouw;
	@{$heads[4]}[48, 49] = map { day($_, 1 + any(12), 1 + any(28)) } @sloop;
	for my $plan (@plans) {
		my @project = ('') x 65;
		my $p = {%$plan, opdrachtgever => '', knel => '', sleutel => ['', '']};
		@project[1, 2, 4, 5, 26] = @$p{qw(id naam vert plantype named)};
		$p->{projectfase} = dated(\@project, [10, 'Concept'], [11, 'Initiatief'],
		    [12, 'Definitie'], [13, 'Ontwerp'], [14, 'Voorbereiding'], [15, 'Realisatie'],
		    [16, 'Nazorg']);
		$p->{code} = dated(\@project, [18, '4B'], [17, '4A'], [19, '3'], [22, '2C'],
		    [21, '2B'], [20, '2A'], [25, '1C'], [24, '1B'], [23, '1A']);
		$p->{hard} = $hard{$p->{code}};
		for my $block (1 .. 1 + any(3)) {
			my $row = {plan => {%$p, fase => $block}, cells => [@project], want => {}};
			my $c = $row->{cells};
			my ($n, $m) = (1 + any(300), any(20));
			@{$c}[32 .. 36] = some(parts($n, 5));
			@{$c}[39 .. 42] = some(parts($n, 4));
			@{$c}[43 .. 45] = some(parts($n, 3));
			@{$c}[48 .. 50] = some(parts($m, 3));
			@{$c}[51 .. 53] = some(parts($m, 3));
			@{$c}[29, 57 .. 59] = ($n) x 4 if any(3);
			@{$c}[30, 63, 64] = ($m) x 3 if any(3);
			for my $set ([32, \@bouw, 'bouw'], [48, \@sloop, 'sloop']) {
				my ($from, $years, $soort) = @$set;
				for my $y (2025 .. 2028) {
					my @cols = map { $from + $_ } grep { $years->[$_] == $y } 0 .. $#$years;
					added($row, \@cols, $y, $y, $soort, 'totaal', '') if @cols;
				}
				added($row, [$from + @$years], '', '', $soort, 'totaal', '');
			}
			added($row, $_->[0], '', '', @$_[1 .. 3]) for
			    [[39], 'bouw', 'betaalbaarheid', 'Koop onbekend'],
			    [[40, 41], 'bouw', 'betaalbaarheid', 'Huur onbekend'],
			    [[42], 'bouw', 'betaalbaarheid', 'Onbekend koop of huur'],
			    map({ my $s = $_; map { [[$s->[0] + $_], $s->[1], 'woningtype',
				('Eengezins', 'Meergezins', 'Onbekend')[$_]] } 0 .. 2 }
				[43, 'bouw'], [51, 'sloop']);
			push $d->{rows}->@*, $row;
		}
	}
	return $d;
}

# --- damages: each [code, status, what it does]; it says false when the
# delivery has no place for it.
sub numbers_of {
	my ($row) = @_;
	return sort { $a <=> $b } grep { !/:/ && $row->{cells}[$_] =~ /^\d+$/ } keys $row->{want}->%*;
}
# Of a block whose plan cannot be read the next has another number.
sub numbered {
	my ($d, $row) = @_;
	return $row->{plan}{fase} &&
	    1 < grep { $_->{plan}{id} eq $row->{plan}{id} } $d->{rows}->@*;
}
my @damages = (
	['E002', 1, sub {
		my ($d, $row) = @_;
		return 0 if numbered($d, $row);
		push $row->{cells}->@*, 'te veel';
		# Nor is the group known of what comes after it in the same group.
		my $after = 0;
		for my $r ($d->{name} eq 'pmw-plan' ? $d->{rows}->@* : ()) {
			$after = 0 if $r->{cells}[1] ne '';
			$r->{rejected} = 1 if $after && $r->{cells}[0] eq 'Onbekend';
			$after ||= $r == $row;
		}
		return $row->{rejected} = 1;
	}],
	['E020', 1, sub {
		my ($d, $row) = @_;
		my @n = numbers_of($row) or return 0;
		$row->{cells}[one(@n)] = one('tien', '12 st.', '1O', '=A1', '#REF!', '-');
		return $row->{rejected} = 1;
	}],
	['E021', 0, sub {
		my ($d, $row) = @_;
		my @n = numbers_of($row) or return 0;
		my $at = one(@n);
		my $w = $row->{want}{$at};
		return 0 if $d->{name} =~ /^(breed|diwi|hardzacht)$/;
		$row->{cells}[$at] .= '.25';
		@$w{qw(n how)} = ("$w->{n}.25", 'opgegeven');
		return 1;
	}],
	['E045', 0, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} =~ /^(breed|diwi|hardzacht)$/;
		my @n = grep { $row->{cells}[$_] =~ /^[1-9]$/ } numbers_of($row) or return 0;
		$row->{cells}[one(@n)] .= '.0000000000000036';
		return 1;
	}],
	['E057', 1, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} =~ /^(breed|diwi|hardzacht|pmw-plan|pmw-draaitabel)$/;
		my @n = numbers_of($row) or return 0;
		my @cells = map { $_ eq $row->{plan}{naam} ? one('Totaal', 'Eindtotaal 2025') : '' }
		    $row->{cells}->@*;
		$cells[$_] = 12 for @n;
		push $d->{rows}->@*, {%$row, cells => \@cells, rejected => 1};
		return 1;
	}],
	['E010', 1, sub {
		my ($d, $row) = @_;
		return 0 unless defined $d->{at}{gemeente};
		return 0 if numbered($d, $row);
		$row->{cells}[$d->{at}{gemeente}] = one('Atlantis', '14', 'GM9003', 'PV99', '');
		$d->{empty} = $row->{cells}[$d->{at}{gemeente}] eq '';
		return $row->{rejected} = 1;
	}],
	['E012', 0, sub {
		my ($d, $row) = @_;
		return 0 unless defined $d->{at}{gemeente};
		$row->{cells}[$d->{at}{gemeente}] = $row->{plan}{gemeente} eq 'GM9001' ?
		    one('PLB', 'Gem. Plasburg') : 'St. Oevers';
		return 1;
	}],
	['E030', 1, sub {
		my ($d, $row) = @_;
		return 0 unless defined $d->{at}{status};
		$row->{cells}[$d->{at}{status}] = one('hard', 'Bestemmingsplan', 'ooit');
		return $row->{rejected} = 1;
	}],
	['E031', 1, sub {
		my ($d, $row) = @_;
		return 0 unless defined $d->{at}{status};
		$row->{cells}[$d->{at}{status}] = '4A Idee';
		return $row->{rejected} = 1;
	}],
	['E033', 1, sub {
		my ($d, $row) = @_;
		return 0 unless defined $d->{at}{status};
		$row->{cells}[$d->{at}{status}] = '1b kansrijke plannen';
		return $row->{rejected} = 1;
	}],
	['E04', 0, sub {
		my ($d, $row) = @_;
		my @c = grep { ($row->{cells}[$_] // '') =~ /^-?\d+$/ } $d->{checks}->@*;
		return 0 if !@c || $row->{cells}[0] eq 'Sloop'; # which is not held to totals
		return ++$row->{cells}[one(@c)];
	}],
	['E041', 0, sub {
		my ($d, $row) = @_;
		my @n = grep { $row->{want}{$_}{dim} ne 'totaal' && $row->{want}{$_}{soort} eq 'bouw' }
		    numbers_of($row) or return 0;
		my $w = $row->{want}{one(@n)};
		my ($at) = grep { $row->{want}{$_} == $w } @n;
		return 0 if $row->{cells}[$at] == 0;
		$w->{n} = ++$row->{cells}[$at];
		return 1;
	}],
	['E024', 0, sub {
		my ($d, $row) = @_;
		my @n = grep { $row->{want}{$_}{soort} eq 'sloop' &&
		    $row->{cells}[$_] =~ /^-?[1-9]/ } grep { !/:/ } sort keys $row->{want}->%*;
		return 0 if !@n;
		$row->{cells}[$n[0]] *= -1;
		return 1;
	}],
	['E050', 1, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} =~ /^(diwi|pmw-plan|hardzacht)$/;
		my @cells = $row->{cells}->@*;
		$_ eq $row->{plan}{id} and $_ = one($_, uc, " $_ ") for @cells;
		push $d->{rows}->@*, {%$row, cells => \@cells, rejected => 1};
		return 1;
	}],
	['E051', 0, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} =~ /^(diwi|pmw-plan|hardzacht)$/;
		my $at = (grep { $row->{cells}[$_] eq $row->{plan}{id} } 0 .. $row->{cells}->@* - 1)[0];
		my @cells = $row->{cells}->@*;
		$cells[$at] = 'ander';
		push $d->{rows}->@*, {%$row, plan => {$row->{plan}->%*, id => 'ander'}, cells => \@cells};
		return 1;
	}],
	['E005', 1, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} eq 'diwi'; # its last block is left alone
		push $_->@*, '' for $d->{heads}->@*, map { $_->{cells} } $d->{rows}->@*;
		$d->{heads}[-1][-1] = one('Prognose 2031', '2031 (raming)');
		$row->{cells}[-1] = 99;
		return 1;
	}],
	['E003', 0, sub {
		my ($d, $row) = @_;
		return 0 if $d->{name} eq 'diwi'; # its last block is left alone
		push $_->@*, '' for $d->{heads}->@*, map { $_->{cells} } $d->{rows}->@*;
		$d->{heads}[-1][-1] = one('Wat nieuws', '');
		$row->{cells}[-1] = 70 if $d->{heads}[-1][-1] eq '';
		return 1;
	}],
);

for my $make (\&eenvoudig, \&uitgebreid, \&sheet, \&eib, \&hardzacht, \&breed, \&diwi) {
	my $d = $make->();
	my $row = one($d->{rows}->@*);
	spill($d, $d->{name});
	for my $damage (shuffled(@damages)) {
		my ($code, $status, $do) = @$damage;
		next unless $do->($d, $row);
		$code = 'E070' if $d->{empty};
		spill($d, "hurt-$d->{name}");
		open(my $f, '>', "$dir/hurt-$d->{name}.code") or die "$!\n";
		print $f "$code $status\n";
		close($f);
		last;
	}
}
