# What the tools can say beyond the stand: scenarios, norms, rule sets beside
# each other, need beside supply, permits as a sign of what comes. Each chapter
# is there when its table is.
package Vooruit;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;

my $hoogste = 25; # plans in a table; the file has them all

# Cells of a row as they are shown.
sub cellen {
	my ($file, $row, @columns) = @_;
	return map { Plannen::toon({onderdrukt => '', %$row}, $_, $file) }
		@columns;
}

# Rows of the regions of this page, in its order.
sub rijen {
	my ($v, $file, $fits) = @_;
	my %by;
	push @{$by{$_->{regio}}}, $_ for grep { $fits->($_) }
		@{$v->{release}{$file}};
	return map { @{$by{$_} // []} } $v->regios;
}

sub scenarios {
	my ($v) = @_;
	my $release = $v->{release};
	my @rows = grep { $_->{jaar_van} eq $release->{van} &&
		$_->{jaar_tot} eq $release->{tot} } @{$release->{'scenarios.csv'}};
	my (@lines, %seen);
	for my $name (grep { !$seen{$_}++ } map { $_->{scenario} } @rows) {
		my @shown = grep { $_->{scenario} eq $name && $_->{opgave} ne ''
			&& ($_->{niveau} ne 'gemeente' || ($_->{verschil} !~
			/^(0|)$/)) } @rows;
		next if !@shown;
		push @lines, {soort => 'groep', cellen => [$name eq 'basis' ?
			'Zoals afgesproken' : ucfirst $name =~ tr/_/ /r]},
			map { $v->rij($_->{regio}, cellen('scenarios.csv', $_,
			qw(opgave verschil rest_opgave rest_per_jaar
			capaciteit_nodig))) } @shown;
	}
	return if @lines < 2;
	$v->kop(2, "Scenario's en normen");
	$v->alinea(Nederlands::zin('scenarios', tot => $release->{tot}));
	$v->tabel("De opgave per scenario (woningen, $release->{van}–" .
		"$release->{tot})", ['Gebied', 'Opgave',
		'Meer dan afgesproken', 'Nog te gaan', 'Nodig per jaar',
		'Nodig in plannen'], @lines);
	$v->noot(Nederlands::zin('scenarios_noot'));
	return 1;
}

# How much of zacht has to go on, beside everything that is hard.
sub doorgaan {
	my ($v) = @_;
	my $file = 'break-even.csv';
	my @rows = rijen($v, $file, sub { 1 });
	return if !@rows;
	my ($all) = grep { $_->{regio} eq $v->provincie } @rows;
	my %say = (ja => 'doorgaan', nee => 'doorgaan_niet', 'met onbekend' =>
		'doorgaan_onbekend');
	my $needed = Getal::cel($file, $all, 'nodig_zacht_pct');
	$v->alinea(Nederlands::zin($needed || $all->{haalbaar} ne 'ja' ?
		$say{$all->{haalbaar}} // 'doorgaan' : 'doorgaan_hard',
		naam => $v->naam($v->provincie), pct => $needed)) if $all;
	$v->tabel('Hoeveel zachte plannen er naast de harde nodig zijn',
		['Gebied', 'Nog te gaan', 'Hard', 'Zacht', 'Onbekend',
		'Nodig van zacht (%)', ['Genoeg', 'tekst']],
		map { $v->rij($_->{regio}, cellen($file, $_, qw(rest_opgave hard
		zacht onbekend nodig_zacht_pct)), $_->{haalbaar} || '–') } @rows);
}

sub normen {
	my ($v) = @_;
	my $file = 'normen.csv';
	my @rows = rijen($v, $file, sub { $_[0]{oordeel} ne '' });
	return if !@rows;
	my @lines = map {
		my $row = $_;
		my ($least, $most) = $row->{norm_van} ne '' ||
			$row->{norm_tot} ne '' ? qw(norm_van norm_tot) :
			qw(norm_van_pct norm_tot_pct);
		my $pct = $least =~ /pct/ ? ' %' : '';
		my @norm = map { Getal::nl($_) . $pct } grep { defined }
			map { Getal::cel($file, $row, $_) } $least, $most;
		$v->rij($row->{regio}, join(', ', split(/\|/,
			$row->{categorie})), (cellen($file, $row, qw(totaal
			aandeel_pct))), join('–', @norm), (cellen($file, $row,
			'verschil')), $row->{oordeel});
	} @rows;
	$v->tabel('Plannen tegen de normen', ['Gebied', ['Wat', 'tekst'],
		'Woningen', 'Aandeel (%)', 'Norm', 'Verschil (woningen)',
		['Oordeel', 'tekst']], @lines);
	my %without = map { $_ => 1 } map { $_->{volledig} =~ /^nee: (.*)$/ ?
		split(/\|/, $1) : () } @rows;
	$v->noot(Nederlands::zin('normen'), %without ?
		Nederlands::zin('normen_zonder', gemeenten => Nederlands::lijst(
		map { $v->naam($_) } sort keys %without)) : undef);
}

sub regelsets {
	my ($v) = @_;
	my $file = 'regelsets.csv';
	my @rows = rijen($v, $file, sub { $_[0]{niveau} ne 'gemeente' });
	my (%by, %seen);
	$by{$_->{regelset}}{$_->{regio}} = $_ for @rows;
	my @sets = grep { !$seen{$_}++ } map { $_->{regelset} } @rows;
	my @regions = grep { !$seen{$_}++ } map { $_->{regio} } @rows;
	return if @sets < 2;
	$v->alinea(Nederlands::zin('regelsets'));
	$v->tabel('Harde plannen naar regelset (woningen)', ['Regelset',
		map { $v->naam($_) . $v->merk($_) } @regions], map { my $set = $_;
		{cellen => [$set eq 'register' ? 'zoals in het register' : $set,
		map { (cellen($file, $by{$set}{$_}, 'hard'))[0] } @regions]} }
		@sets);
}

sub plankeuze {
	my ($v) = @_;
	my $file = 'plankeuze.csv';
	return if !-f "$v->{release}{map}/$file";
	my (@lines, $more, $from);
	$v->{release}->elk($file, [qw(gemeente naam plan_naam planstatus
		projectfase knelpunten aantal omvang)], sub {
		my ($row) = @_;
		$from //= Getal::cel($file, $row, 'omvang');
		$more++, return if @lines == $hoogste;
		push @lines, {cellen => [$row->{plan_naam}, $row->{naam},
			$row->{projectfase}, $row->{planstatus}, (cellen($file,
			$row, 'aantal')), join ', ', split /\|/,
			$row->{knelpunten}]};
	});
	return if !@lines;
	$v->alinea(Nederlands::zin('plankeuze', omvang => $from),
		$more ? Nederlands::zin('plankeuze_meer', aantal =>
		Getal::telling($more, $file, 'plannen die hier niet staan')) :
		undef);
	$v->tabel('Grote plannen in een vroege fase', ['Plan', ['Gemeente',
		'tekst'], ['Fase', 'tekst'], ['Planstatus', 'tekst'],
		'Woningen', ['Knelpunten', 'tekst']], @lines);
}

# Scenarios, norms and rule sets: one chapter, with the tables there are.
sub hoofdstuk {
	my ($v) = @_;
	my $release = $v->{release};
	scenarios($v) or $v->kop(2, @{$release->{'normen.csv'}} ? 'Normen' :
		'Harde en zachte plannen') if grep { @{$release->{$_}} }
		qw(scenarios.csv break-even.csv normen.csv);
	doorgaan($v);
	normen($v);
	regelsets($v);
	plankeuze($v);
}

sub verzonnen {
	my ($v, $file) = @_;
	return (grep { ($_->{bron} // '') =~ /^verzonnen/ }
		@{$v->{release}{$file}}) ? Nederlands::zin('verzonnen') : undef;
}

# Need beside stock and plans, all dwellings; then what segments say.
sub behoefte {
	my ($v) = @_;
	my $file = 'tekort.csv';
	my @all = rijen($v, $file, sub { $_[0]{segment} eq '' });
	return if !@all;
	$v->kop(2, 'Woningbehoefte');
	my ($last) = sort { $b <=> $a } map { $_->{jaar} } @all;
	my ($row) = grep { $_->{regio} eq $v->provincie &&
		$_->{jaar} eq $last } @all;
	my %with = (naam => $v->naam($v->provincie), dag => Nederlands::datum("$last-01-01"),
		(map { $_ => Getal::cel($file, $row, $_) } qw(behoefte tekort
		behoefte_laag behoefte_hoog)));
	$v->alinea(verzonnen($v, $file), Nederlands::zin('behoefte', %with));
	behoefte_tabellen($v, @all, rijen($v, $file, sub { $_[0]{segment} ne ''
		}));
}

# A table of these rows; of one region only, without its name.
sub tabel_van {
	my ($v, $file, $title, $columns, $rows, @shown) = @_;
	my %regions = map { $_->{regio} => 1 } @$rows;
	my $one = keys %regions == 1;
	my @lines = map {
		my $row = $_;
		my @cells = ($row->{jaar}, map { ref $_ ? $_->($row) :
			cellen($file, $row, $_) } @shown);
		$one ? {cellen => \@cells} : $v->rij($row->{regio}, @cells);
	} @$rows;
	$v->tabel($title, [$one ? () : 'Gebied', $one ? 'Op 1 januari' :
		['Op 1 januari', 'tekst'], @$columns], @lines);
}

# All dwellings beside stock, growth and plans; then kinds of them.
sub behoefte_tabellen {
	my ($v, @rows) = @_;
	my $file = 'tekort.csv';
	my @all = grep { $_->{segment} eq '' } @rows;
	my @parts = grep { $_->{segment} ne '' && $_->{tekort} ne '' } @rows;
	my ($years) = map { $_->{groei_jaren} =~ tr/-/–/r } grep {
		length($_->{groei_jaren} // '') } @all;
	my @growth = !defined $years ? () : qw(groei_per_jaar nodig_per_jaar
		tekort_na_groei);
	my $judged = sub { $_[0]{oordeel} || '–' };
	tabel_van($v, $file, 'Woningbehoefte, voorraad en groei (woningen)',
		['Behoefte', 'Laag', 'Hoog', 'Voorraad', 'Tekort', 'Tekort (%)',
		@growth ? ("Groei per jaar, $years", 'Nodig per jaar',
		'Na deze groei') : ()], \@all, qw(behoefte behoefte_laag
		behoefte_hoog voorraad tekort tekort_pct), @growth) if @all;
	$v->noot(Nederlands::zin('behoefte_noot'), @growth ?
		Nederlands::zin('behoefte_groei') : undef) if @all;
	my @later = grep { $_->{plannen_tm} ne '' } @all;
	my $part = sub {
		my ($row, $column) = @_;
		my ($cell) = cellen($file, $row, $column);
		return "|@{[$row->{alleen_getoond} // '']}|" =~ /\|$column\|/ ?
			"$cell+" : $cell;
	};
	tabel_van($v, $file, 'Wat er van het tekort overblijft (woningen)',
		['Tekort', 'Hard', 'Zacht', 'Onbekend', 'Na harde plannen',
		'Na alle plannen', 'Nog te gaan van de opgave', 'Na de opgave',
		['Oordeel met alle plannen', 'tekst']], \@later, 'tekort',
		(map { my $c = $_; sub { $part->($_[0], $c) } }
		qw(hard zacht onbekend)), qw(tekort_na_hard tekort_na_plannen
		opgave tekort_na_opgave), $judged) if @later;
	$v->noot((grep { length($_->{alleen_getoond} // '') } @later) ?
		Nederlands::zin('alleen_getoond') : undef) if @later;
	tabel_van($v, $file, 'Tekort en overschot naar soort woning ' .
		'(woningen)', [['Soort', 'tekst'], 'Behoefte', 'Tekort',
		'Na harde plannen', 'Na alle plannen', ['Oordeel', 'tekst']],
		\@parts, sub { join ', ', split /\|/, $_[0]{categorie} },
		qw(behoefte tekort tekort_na_hard tekort_na_plannen), $judged)
		if @parts;
}

# Permits and starts as a sign of what is finished later.
sub vergunningen {
	my ($v) = @_;
	my @rows = rijen($v, 'vooruitblik.csv', sub { $_[0]{kwartalen} ne '0' });
	return if !@rows;
	$v->kop(2, 'Van vergunning naar sleutel');
	vooruit($v, @rows);
}

sub vooruit {
	my ($v, @rows) = @_;
	my $file = 'vooruitblik.csv';
	my %name = (vergunde_nieuwbouw => 'vergund', bouw_gestart => 'gestart');
	return if !@rows;
	my @known = grep { $_->{verwacht} ne '' } @rows;
	if (!@known) {
		my ($row) = @rows;
		$v->alinea(Nederlands::zin('vergunning_niet', reden =>
			$row->{reden}, aantal => Getal::cel($file, $row,
			'kwartalen')));
		return;
	}
	$v->alinea(Nederlands::zin('vergunning'));
	$v->tabel('Wat vergunningen en gestarte bouw vooruit zeggen (woningen)',
		['Gebied', ['Waaruit', 'tekst'], 'Kwartalen later',
		['Tot en met', 'tekst'], 'Verwacht', 'Laag', 'Hoog', 'Opgave',
		['Oordeel', 'tekst'], 'Gemiddelde fout (%)'], map {
		$v->rij($_->{regio}, $name{$_->{reeks}} // $_->{reeks},
		(cellen($file, $_, 'vertraging')), $_->{vooruit_tm},
		(cellen($file, $_, qw(verwacht laag hoog opgave))),
		$_->{oordeel} || $_->{reden}, (cellen($file, $_, 'fout_pct'))) }
		@rows);
	$v->noot(Nederlands::zin('vergunning_noot'));
}

1;
