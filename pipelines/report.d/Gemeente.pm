# A page of one municipality, for its table of the Woondeal: target and growth,
# plans, need, permits and what it delivered, of the same tables as the page of
# the province. With its letter it is another page, which is not public.
package Gemeente;
use strict;
use warnings;
use utf8;
use Figuur;
use Getal;
use Kanttekening;
use Nederlands;
use Plannen;
use Tabel;
use Vooruit;
use Welvaart;
use Wonen;

sub gemeenten {
	my ($v) = @_;
	return grep { $v->soort($_) eq 'gemeente' } $v->regios;
}

# Of each municipality its pages, by their place: what is public, and with the
# letter what is not.
sub paginas {
	my ($v) = @_;
	my (%page, %letters);
	for my $region (gemeenten($v)) {
		die "$region: no code for a file\n" if $region !~
			/^[A-Za-z0-9]+$/;
		my $public = pagina($v, $region);
		$page{"$v->{uit}/gemeenten/$region.html"} =
			$public->{blokken};
		my @letters = brieven($v, $region) or next;
		$page{"$v->{uit}/brieven/$region.html"} = met_brief($public,
			$region, @letters);
	}
	return %page;
}

# The same blocks with, on top, that it is not public, and the letter before the
# second chapter.
sub met_brief {
	my ($public, $region, @letters) = @_;
	my $v = $public->ander;
	$v->{koppen} = {%{$public->{koppen}}};
	brief($v, @letters);
	my @letter = @{$v->{blokken}};
	my $closed = {blok => 'letop', tekst => Nederlands::zin(
		'gemeente_besloten', naam => $v->naam($region))};
	my ($chapters, @page) = (0);
	for my $block (@{$public->{blokken}}) {
		push @page, @letter if $block->{blok} eq 'kop' &&
			$block->{niveau} == 2 && ++$chapters == 2;
		push @page, $block;
		push @page, $closed if @page == 2; # its title, and of when it is
	}
	return \@page;
}

# The letters of its deliveries: of the whole, or of each part.
sub brieven {
	my ($v, $region) = @_;
	my $dir = "$v->{release}{map}/brieven";
	opendir my $in, $dir or return;
	my @files = sort grep { /^\Q$region\E(-\d+)?\.txt$/ } readdir $in;
	closedir $in;
	return map { Figuur::lees("$dir/$_") } @files;
}

sub pagina {
	my ($all, $region) = @_;
	my $v = $all->ander;
	$v->{gemeente} = $region;
	begin($v, $region);
	opgave($v, $region);
	plannen($v, $region);
	delen($v, $region, 'knelpunten', 'Knelpunten');
	delen($v, $region, 'betaalbaarheid', 'Betaalbaarheid');
	behoefte($v, $region);
	vergunningen($v, $region);
	Welvaart::van($v, $region);
	$v->kop(2, 'Levering van de plannen');
	Kanttekening::geleverd($v, $region);
	slot($v, $region);
	return $v;
}

# The deal that it is of, if it is of one.
sub deal {
	my ($v, $region) = @_;
	my ($deal) = map { $_->{woondeal} } grep { $_->{gemeente} eq $region &&
		length $_->{woondeal} } @{$v->{gemeenten}};
	return $deal;
}

sub cijfers {
	my ($v, $region) = @_;
	my %grow = Wonen::woorden($v, $region);
	my %plan = Plannen::woorden($v, $region);
	my $total = $v->{release}->totaal($region);
	my $until = $v->heel_jaar ? ' t/m ' . Nederlands::datum($v->heel_jaar) :
		'';
	my $mark = $v->merk($region);
	return grep { $_->[1] ne '–' } ["groei$until", Getal::nl(
		$v->groei($region))], ['gerealiseerd van de opgave ' .
		$grow{alle_kort}, Nederlands::zin('cijfer_gerealiseerd',
		%grow) // '–'],
		['woningen nog te gaan', Plannen::toon($total, 'rest_opgave')],
		["woningen in harde plannen $plan{kort}$mark",
		Plannen::toon($total, 'hard')],
		["dekking door alle plannen (%)$mark", Plannen::toon($total,
		'dekking_pct')];
}

sub begin {
	my ($v, $region) = @_;
	my %with = (naam => $v->naam($region),
		provincie => $v->naam($v->provincie));
	my $deal = deal($v, $region);
	$v->kop(1, Nederlands::zin('gemeente_titel', %with));
	$v->noot($v->stand,
		Nederlands::zin('stand_dag', dag => $v->{dag} ?
		Nederlands::datum($v->{dag}) : undef),
		Nederlands::zin('gemeente_deel', %with));
	$v->voeg(blok => 'letop', tekst => $v->{instelling}{kanttekening})
		if length($v->{instelling}{kanttekening} // '');
	$v->verloopt($v->{instelling}{volgende_uitgave} // '');
	$v->voeg(blok => 'paginas', naam => 'Andere pagina’s', punten => [
		['../monitor.html', $v->naam($v->provincie)], map { [$_ eq
		$region ? undef : "../gemeenten/$_.html", $v->naam($_)] }
		gemeenten($v)]);
	$v->kop(2, 'In het kort');
	my @tiles = cijfers($v, $region);
	$v->voeg(blok => 'cijfers', punten => \@tiles) if @tiles;
	$v->noot((grep { $_->[1] =~ /\*/ } @tiles) ? Nederlands::zin('merken') :
		undef, (grep { $_->[1] =~ /°/ } @tiles) ?
		Nederlands::zin('later_merk') : undef,
		Plannen::merken({cellen => [map { $_->[1] } @tiles]}),
		@tiles && $v->merk($region) ? Nederlands::zin('onvolledig_merk') : undef);
	$v->alinea($deal ? Wonen::woondeal($v, $deal) : undef,
		Plannen::gemeente_zegt($v, $region));
}

# The letter as it was sent: its items as a list, the rest as it stands.
sub brief {
	my ($v, @letters) = @_;
	$v->kop(2, 'De brief over de levering');
	$v->alinea(Nederlands::zin('gemeente_brief'));
	for my $text (@letters) {
		my $fixed = '';
		for my $part (split /\n\n+/, $text) {
			my ($head, @lines) = split /\n/, $part;
			if (!@lines || grep { !/^- / } @lines) {
				$fixed .= ($fixed eq '' ? '' : "\n\n") . $part;
				next;
			}
			vast($v, \$fixed);
			$v->kop(3, $head);
			$v->lijst(map { s/^- //r } @lines);
		}
		vast($v, \$fixed);
	}
}

sub vast {
	my ($v, $text) = @_;
	$$text =~ s/\s+\z//;
	$v->voeg(blok => 'vast', naam => 'Tekst van de brief', tekst => $$text)
		if $$text ne '';
	$$text = '';
}

# Target and growth of each year, and of the years that have one target.
sub opgave {
	my ($v, $region) = @_;
	my %with = Wonen::woorden($v, $region);
	$v->kop(2, 'Opgave en realisatie');
	$v->alinea(!$v->groei($region) ? () : (Nederlands::zin(Wonen::achter($v, $region), %with),
		Wonen::gehaald('realisatie', 'rest', %with)));
	my @rows;
	for my $row (grep { $_->{scenario} eq 'basis' && $_->{regio} eq $region }
	    @{$v->{release}{'stand.csv'}}) {
		my @cells = map { Getal::nl($_) } Getal::cel('stand.csv', $row,
			'opgave'), Getal::met_status(Getal::cel('stand.csv',
			$row, 'netto_groei'), $row->{groei_status}),
			Getal::cel('stand.csv', $row, 'verschil');
		$cells[0] .= Wonen::afgeleid($row, 'opgave');
		push @rows, {all => $row->{jaar_tot} - $row->{jaar_van},
			cellen => [Nederlands::jaren($row->{jaar_van},
			$row->{jaar_tot}), @cells]} if grep { /\d/ } @cells;
	}
	@rows = sort { $a->{all} <=> $b->{all} } @rows;
	if (!@rows) {
		$v->alinea(Nederlands::zin('gemeente_zonder_opgave', %with));
		return;
	}
	$v->tabel('Opgave en netto groei van ' . $v->naam($region) .
		' (woningen)', ['Jaar', 'Opgave', 'Netto groei', 'Verschil'],
		@rows);
	$v->noot(Nederlands::zin('merken'),
		Wonen::afgeleid_merk(@rows));
	lopend($v, $region);
}

# What the running year has so far.
sub lopend {
	my ($v, $region) = @_;
	return if $v->lopend_tm eq '';
	my ($now, $then) = Wonen::vergelijk($v, $region);
	my %with = Wonen::lopend_woorden($v);
	$v->alinea(Nederlands::zin('gemeente_lopend', %with, naam =>
		$v->naam($region), nu => $now, toen => $then));
}

# Its capacity beside that of its deal and of the province; the figure of the
# release; its plans.
sub plannen {
	my ($v, $region) = @_;
	my %with = Plannen::woorden($v, $region);
	my $deal = deal($v, $region);
	$v->kop(2, 'Plannen');
	my ($rows, @notes) = Plannen::dekking($v, $region, $deal // (),
		$v->provincie);
	$v->tabel("Netto plancapaciteit $with{kort} tegen de resterende opgave " .
		'(woningen)', ['Gebied', 'Nog te gaan', 'Hard', 'Zacht',
		'Onbekend', 'Samen', 'Dekking hard (%)', 'Dekking (%)'], @$rows);
	$v->noot(@notes, Nederlands::zin('dekking'));
	my $panel = $v->{groot}->($v, $region);
	if ($panel) {
		$v->voeg(blok => 'figuren', punten => [$panel], legenda => []);
	} else {
		$v->alinea(Nederlands::zin('geen_figuur', naam =>
			$v->naam($region)));
	}
	$v->alinea(Nederlands::zin('regelset', regelset =>
		$v->{release}{manifest}{regelset}), Nederlands::zin(
		'hard_betekent', map { $_ => $v->statussen($_) }
		qw(hard zacht)));
	lijst($v, $region);
}

# The plans that are public, one row each, the largest first.
sub lijst {
	my ($v, $region) = @_;
	my $file = 'planlijst.csv';
	my @rows = @{planlijst($v)->{$region} // []};
	return if !@rows;
	my $later = grep { $_->{later} !~ /^0?$/ } @rows;
	$v->alinea(Nederlands::zin('gemeente_lijst', aantal => Getal::telling(
		scalar @rows, $file, "plannen van $region")));
	$v->tabel('Plannen van ' . $v->naam($region) . ' (woningen)', ['Plan',
		['Fase', 'tekst'], ['Planstatus', 'tekst'], ['Hard of zacht',
		'tekst'], ['Jaren', 'tekst'], "T/m $v->{release}{tot}", $later ?
		'Later' : (), ['Knelpunten', 'tekst']], map { {cellen => [
		$_->{plan_naam}, $_->{projectfase}, $_->{planstatus},
		$_->{hardheid}, Nederlands::jaren($_->{jaar_van},
		$_->{jaar_tot}), Vooruit::cellen($file, $_, 'aantal', $later ?
		'later' : ()), join ', ', split /\|/, $_->{knelpunten}]} } @rows);
}

# All of them, read once for all pages.
sub planlijst {
	my ($v) = @_;
	return $v->{release}{planlijst} if $v->{release}{planlijst};
	my %of;
	$v->{release}->elk('planlijst.csv', [qw(gemeente plan_naam projectfase
		planstatus hardheid jaar_van jaar_tot aantal later knelpunten)],
		sub { push @{$of{$_[0]{gemeente}}}, $_[0] })
		if -f "$v->{release}{map}/planlijst.csv";
	return $v->{release}{planlijst} = \%of;
}

# What the plans are divided by, as far as it says something.
sub delen {
	my ($v, $region, $segment, $title) = @_;
	my @all = $v->{release}->segment($segment, $region) or return;
	return if !grep { $_->{gemeente} eq $region }
		@{$v->{release}{manifest}{leveringen}};
	my @rows = grep { my $row = $_; grep { $row->{$_} !~ /^0?$/ }
		qw(hard zacht onbekend) } @all;
	my %with = Plannen::woorden($v, $region);
	my $what = $segment eq 'knelpunten' ? 'knelpunt' : $segment;
	$v->kop(2, $title);
	if (!grep { $_->{categorie} ne 'niet opgegeven' } @rows) {
		$v->alinea(Nederlands::zin('delen_niet', naam =>
			$v->naam($region), wat => $what));
		return;
	}
	$v->tabel("Netto woningen in plannen $with{kort} naar $what",
		[$what eq 'knelpunt' ? 'Knelpunt' : 'Categorie', 'Hard', 'Zacht', 'Onbekend', 'Samen'], map { {cellen => [
		ucfirst $_->{categorie}, Vooruit::cellen('segmenten.csv', $_,
		qw(hard zacht onbekend totaal))]} } @rows);
	$v->noot(Nederlands::zin($segment eq 'knelpunten' ?
		'knelpunten_dubbel' : 'betaalbaar_noot'), $segment eq
		'knelpunten' ? Nederlands::zin('knelpunten_getoond') : undef);
}

sub behoefte {
	my ($v, $region) = @_;
	my $file = 'tekort.csv';
	my @rows = grep { $_->{regio} eq $region }
		@{$v->{release}{$file}};
	return if !@rows;
	$v->kop(2, 'Woningbehoefte');
	$v->alinea(Vooruit::verzonnen($v, $file));
	Vooruit::behoefte_tabellen($v, @rows);
}

# Quarter by quarter, and what that says of later.
sub vergunningen {
	my ($v, $region) = @_;
	my @rows;
	my $file = 'vergunningen.csv';
	$v->{release}->elk($file, [qw(regio kwartaal vergund gestart
		nieuwbouw)], sub { push @rows, $_[0] if $_[0]{regio} eq
		$region }) if -f "$v->{release}{map}/$file";
	return if !grep { my $row = $_; grep { $row->{$_} ne '' } qw(vergund
		gestart) } @rows;
	$v->kop(2, 'Van vergunning naar sleutel');
	$v->tabel('Vergunningen, gestarte bouw en nieuwbouw per kwartaal ' .
		'(woningen)', ['Kwartaal', 'Vergund', 'Gestart', 'Nieuwbouw'],
		map { {cellen => [$_->{kwartaal} =~ s/-Q/, kwartaal /r,
		Vooruit::cellen($file, $_, qw(vergund gestart nieuwbouw))]} }
		@rows);
	Vooruit::vooruit($v, grep { $_->{regio} eq $region }
		@{$v->{release}{'vooruitblik.csv'}});
}

sub slot {
	my ($v, $region) = @_;
	my @made = grep { $_->{afgeleid} eq 'ja' && $_->{gemeente} eq $region }
		@{$v->{opgave}};
	my %seen;
	$v->kop(2, 'Verantwoording');
	$v->alinea(Kanttekening::cbs($v), map { $seen{$_->{bron}}++ ? () :
		Nederlands::zin('kant_afgeleid', bron => $_->{bron}, gebieden =>
		$v->naam($region)) } @made);
	$v->alinea(Kanttekening::licentie($v), Nederlands::zin('rekenen'));
	Kanttekening::uitgave($v);
}

1;
