# plan-bridge.pl SEED DIR: two registers of made-up plans of which it is known
# what happened to each: oud.csv and nieuw.csv, their rows in any order, and
# what plan-diff is to say, worked out here from what happened, never by
# looking for peers: want.csv, the changes sorted, and bridge.csv.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;

my ($seed, $dir) = @ARGV;
Made::begin($seed * 7919 + 17);

# --- numbers: tenths of dwellings, '' for none
sub plain {
	my ($n) = @_;
	return '' if !defined $n || $n eq '';
	my $s = abs($n) % 10 ? sprintf('%d.%d', abs($n) / 10, abs($n) % 10) : int(abs($n) / 10);
	return ($n < 0 ? '-' : '') . $s;
}
sub value { return defined $_[0] && $_[0] ne '' ? $_[0] : 0 }

# --- plans: {gemeente, id, naam, fase, status, hard, projectfase, amounts};
# amounts: series (soort|dimensie|categorie) => {van-tot => tenths or ''}
my @codes = (['1A', 'hard'], ['2B', 'hard'], ['3', 'zacht'], ['4A', 'zacht'],
    ['5A', 'telt_niet'], ['onbekend', 'onbekend']);
my @periods = ('2025:2025', '2026:2026', '2027:2027', '2025:2029', '2031:', ':');
my @series = ('bouw|totaal|', 'bouw|totaal|', 'sloop|totaal|', 'gerealiseerd|totaal|',
    'bouw|woningtype|Eengezins', 'sloop|woningtype|Onbekend');

sub amount { return one('', 0, any(900) * 10, any(900) * 10, any(900)) }
sub plan {
	my ($n) = @_;
	my ($code, $hard) = one(@codes)->@*;
	my %amounts;
	for my $s (one(@series), one(@series)) {
		$amounts{$s}{$_} = amount() for (shuffled(@periods))[0 .. any(4)];
	}
	return {gemeente => one('GM0034', 'GM0995', 'GM0184'), id => any(8) ? "p$n" : '',
	    naam => one("Kade $n", "De \"Kop\" $n", "Oost, west $n"), fase => one('', '', 'f1'),
	    status => $code, hard => $hard, projectfase => one('', 'Ontwerp', 'Realisatie'),
	    amounts => \%amounts};
}
sub copy {
	my ($p) = @_;
	return {%$p, amounts => {map { $_ => {$p->{amounts}{$_}->%*} } keys $p->{amounts}->%*}};
}
sub netto {
	my ($p) = @_;
	my $sum = 0;
	$sum += value($_) for values(($p->{amounts}{'bouw|totaal|'} // {})->%*);
	$sum -= value($_) for values(($p->{amounts}{'sloop|totaal|'} // {})->%*);
	return $sum;
}
# Without a row a plan is not in a register.
sub rows {
	my ($p) = @_;
	my @rows;
	for my $s (sort keys $p->{amounts}->%*) {
		for my $y (sort keys $p->{amounts}{$s}->%*) {
			my ($van, $tot) = split(/:/, $y, -1);
			my $n = plain($p->{amounts}{$s}{$y});
			push @rows, csv(@$p{qw(gemeente id naam fase status hard projectfase)}, '', '',
			    '', '', 'Openbaar', 'nee', $van, $tot, split(/\|/, $s, -1), $n,
			    $n eq '' ? 'leeg' : 'opgegeven', $p->{peildatum}, 'lev', any(99), 'H',
			    'rest');
		}
	}
	return @rows;
}

# --- what is to be said
my (@want, %bridge, @old, @new);
sub at { return $_[0] . ($_[1]{fase} eq '' ? '' : "\@$_[1]{fase}") }
sub say_ {
	my ($p, $what, $veld, $was, $is, $n) = @_;
	push @want, csv(@$p{qw(gemeente id naam)}, $what, $veld, $was, $is, $n);
}
sub words {
	my ($old, $new) = @_;
	for (['hernoemd', 'plan_id', 'id'], ['hernoemd', 'fase_id', 'fase'],
	    ['hernoemd', 'plan_naam', 'naam']) {
		my ($what, $veld, $k) = @$_;
		say_($new, $what, at($veld, $new), $old->{$k}, $new->{$k}, '')
		    if $old->{$k} ne $new->{$k};
	}
}
# By the phase of the part, when a plan was split or merged.
sub statuses {
	my ($old, $new, $part) = @_;
	$part //= $new;
	for (['planstatus', 'status'], ['hardheid', 'hard'], ['projectfase', 'projectfase']) {
		my ($veld, $k) = @$_;
		say_($part, 'status', at($veld, $part), $old->{$k}, $new->{$k}, '')
		    if $old->{$k} ne $new->{$k};
	}
}
# By van and tot, as numbers; without a year comes first, without an end last.
sub in_time {
	return sort { my ($x, $y) = map { [map { $_ eq '' ? -1 : $_ } split(/:/, $_, -1)] } $a, $b;
	    $x->[0] <=> $y->[0] || $x->[1] <=> $y->[1] } @_;
}
sub years {
	my ($y) = @_;
	my ($van, $tot) = split(/:/, $y, -1);
	return $y eq ':' ? 'onbekend' : $van eq $tot ? $van : "$van-$tot";
}
sub spread {
	my ($of) = @_;
	return join('|', map { years($_) . ':' . plain($of->{$_}) }
	    grep { value($of->{$_}) } in_time(keys %$of));
}
sub amounts {
	my ($old, $new) = @_;
	my %all = ($old->{amounts}->%*, $new->{amounts}->%*);
	for my $s (keys %all) {
		my ($a, $b) = map { $_->{amounts}{$s} // {} } $old, $new;
		my %periods = (%$a, %$b);
		my ($was, $is, $moved) = (0, 0, 0);
		for my $y (keys %periods) {
			$was += value($a->{$y});
			$is += value($b->{$y});
			$moved ||= value($a->{$y}) != value($b->{$y});
		}
		if ($moved && $was == $is) {
			say_($new, 'verschoven', at($s, $new), spread($a), spread($b), 0);
			next;
		}
		for my $y (keys %periods) {
			my ($x, $z) = map { $_->{$y} // '' } $a, $b;
			say_($new, 'aantal', at("$s|" . years($y), $new), plain($x), plain($z),
			    plain(value($z) - value($x))) if $x ne $z;
		}
	}
}
sub line { return $bridge{"$_[0]{gemeente},$_[0]{hard}"} //= {map { $_ => 0 }
    qw(vorig nieuw vervallen aantal status totaal)} }
# One old plan and what has become of it.
sub count {
	my ($old, @new) = @_;
	my $was = line($old);
	$was->{vorig} += netto($old);
	$was->{aantal} -= netto($old);
	for my $p (@new) {
		my $is = line($p);
		$was->{aantal} += netto($p);
		$is->{totaal} += netto($p);
		next if $was == $is;
		$was->{status} -= netto($p);
		$is->{status} += netto($p);
	}
}

# The parts move with what they had; the rest is of the whole.
sub count_merged {
	my ($new, @old) = @_;
	my $is = line($new);
	$is->{totaal} += netto($new);
	$is->{aantal} += netto($new);
	for my $p (@old) {
		my $was = line($p);
		$was->{vorig} += netto($p);
		$is->{aantal} -= netto($p);
		$was->{status} -= netto($p);
		$is->{status} += netto($p);
	}
}

# --- what may happen to a plan
sub changed {
	my ($old) = @_;
	my $new = copy($old);
	for (1 .. any(4)) {
		my $s = one(sort keys $new->{amounts}->%*);
		my $of = $new->{amounts}{$s};
		my $how = any(6);
		if ($how == 0) {
			@$new{qw(status hard)} = one(@codes)->@*;
		} elsif ($how == 1) {
			$new->{projectfase} = one('', 'Ontwerp', 'Realisatie');
		} elsif ($how == 2) {
			$of->{one(keys_of($of))} = amount();
		} elsif ($how == 3) {
			$new->{amounts}{one(@series)}{one(@periods)} = amount();
		} elsif ($how == 4) {
			# to other years, whole
			my @n = map { $of->{$_} } keys_of($of);
			$new->{amounts}{$s} = {};
			my @to = shuffled(@periods);
			$new->{amounts}{$s}{shift @to} = $_ for @n;
		} elsif (keys %$of > 1) {
			delete $of->{one(keys_of($of))};
		}
	}
	return $new;
}
sub parts {
	my ($p) = @_;
	return map { my $c = changed($p); $c->{fase} = $_; $c } 'a', 'b', ('c') x any(2);
}
sub keys_of { return sort keys $_[0]->%* }

sub happens {
	my ($n) = @_;
	my $p = plan($n);
	my $how = any(10);
	if ($how == 0) {
		push @new, $p;
		say_($p, 'nieuw', at('netto', $p), '', plain(netto($p)), plain(netto($p)));
		line($p)->{nieuw} += netto($p);
		line($p)->{totaal} += netto($p);
	} elsif ($how == 1) {
		push @old, $p;
		say_($p, 'vervallen', at('netto', $p), plain(netto($p)), '', plain(-netto($p)));
		line($p)->{vorig} += netto($p);
		line($p)->{vervallen} += netto($p);
	} elsif ($how == 2 && $p->{id} ne '') {
		my @parts = parts($p);
		my $sum = -netto($p);
		$sum += netto($_) for @parts;
		push @old, $p;
		push @new, @parts;
		say_($p, 'gesplitst', 'fase_id', $p->{fase}, join('|', map { $_->{fase} } @parts),
		    plain($sum));
		statuses($p, $_) for @parts;
		count($p, @parts);
	} elsif ($how == 6 && $p->{id} ne '') {
		my @parts = parts($p);
		my $sum = netto($p);
		$sum -= netto($_) for @parts;
		push @old, @parts;
		push @new, $p;
		say_($p, 'samengevoegd', 'fase_id', join('|', map { $_->{fase} } @parts),
		    $p->{fase}, plain($sum));
		statuses($_, $p, $_) for @parts;
		count_merged($p, @parts);
	} else {
		my $new = changed($p);
		# An id finds a plan of another name, a name one of another id.
		$new->{naam} = "Hernoemd $n" if $p->{id} ne '' && $how == 3;
		$new->{fase} = 'f2' if $p->{id} ne '' && $how == 4;
		$new->{id} = one("n$n", '') if $how == 5;
		push @old, $p;
		push @new, $new;
		words($p, $new);
		statuses($p, $new);
		amounts($p, $new);
		count($p, $new);
	}
}
happens($_) for 1 .. 1 + any(20);
$_->{peildatum} = '2024-01-01' for @old;
$_->{peildatum} = '2025-01-01' for @new;

my $head = 'gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,projectfase,plantype,' .
    'opdrachtgever,gebied,knelpunten,vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,' .
    "soort,dimensie,categorie,aantal,herkomst,peildatum,levering,bron_rij,bron_kolom,telling\n";
spill("$dir/oud.csv", $head, shuffled(map { rows($_) } @old));
spill("$dir/nieuw.csv", $head, shuffled(map { rows($_) } @new));
spill("$dir/oud2.csv", $head, shuffled(map { rows($_) } @old));
spill("$dir/nieuw2.csv", $head, shuffled(map { rows($_) } @new));
spill("$dir/want.csv", sort @want);
my %order = (hard => 0, zacht => 1, onbekend => 2, telt_niet => 3);
spill("$dir/bridge.csv", "gemeente,hardheid,vorig,nieuw,vervallen,aantal,status,totaal,geweigerd\n", map {
	my $l = $bridge{$_};
	csv(split(/,/), (map { plain($l->{$_}) } qw(vorig nieuw vervallen aantal status totaal)), 0)
} sort { my ($g, $h, $i, $j) = map { split(/,/) } $a, $b;
	$g cmp $i || $order{$h} <=> $order{$j} } keys %bridge);
