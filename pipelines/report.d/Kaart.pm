# A map of tiles: a square for each municipality where the province's kaart.csv
# puts it, with its coverage as a number, a colour, a pattern and an edge. Each
# is a link to what the page says of that municipality.
package Kaart;
use strict;
use warnings;
use utf8;
use Getal;
use Html;
use Nederlands;
use Plannen;
use Tabel;

my ($breed, $hoog, $tussen) = (120, 84, 8); # of a tile, and between two

# What a class looks like: ground, lines on it, edge. Letters on it are black
# (4.5 to 1), the edge is 3 to 1; tests/judge/page measures both.
my %stijl = (
	tekort => {vlak => '#ffffff', lijn => '#f3c3a2', rand => '#b84e00',
		pad => 'M-3 3L3 -3M0 12L12 0M9 15L15 9', dik => 3},
	krap => {vlak => '#d3e9f7', rand => '#0072b2', dik => 3},
	gehaald => {vlak => '#d9efe6', rand => '#007a59', dik => 3},
	ruim => {vlak => '#ffffff', lijn => '#b5dfd0', rand => '#007a59',
		pad => 'M0 3H12M0 9H12', dik => 3},
	geen => {vlak => '#ffffff', rand => '#404040', dik => 1.5,
		streep => '5 4'});
my @klassen = qw(tekort krap ruim gehaald geen);

# By its coverage, which may be of the targets from a later year on: all that is
# to go, and the norm.
sub klasse {
	my ($v, $total) = @_;
	my $rest = Getal::cel('stand.csv', $total, 'rest_opgave');
	return 'gehaald' if $rest && $rest->{micro} <= 0;
	my $cover = Tabel::onderdrukt($total, 'dekking_pct') ? undef :
		Getal::cel('stand.csv', $total, 'dekking_pct');
	return !$cover ? 'geen' : $cover->{micro} < 100_000_000 ? 'tekort' :
		$cover->{micro} < norm($v)->{micro} ? 'krap' : 'ruim';
}

# The capacity there should be, in percent of what is to go.
sub norm {
	my ($v) = @_;
	my $norm = $v->{instelling}{capaciteitsnorm} || '130';
	return {%{Getal::cel('instellingen.csv', {_rij => 0, waarde => $norm},
		'waarde')}, bron => undef, formule => $norm};
}

sub patronen {
	return '<defs>' . join('', map { my $s = $stijl{$_}; !$s->{pad} ? '' :
		"<pattern id=\"kaart-$_\" width=\"12\" height=\"12\" " .
		'patternUnits="userSpaceOnUse"><path d="' . $s->{pad} .
		"\" stroke=\"$s->{lijn}\" stroke-width=\"3\"/></pattern>" }
		@klassen) . '</defs>';
}

# Ground, pattern and edge of a square.
sub vak {
	my ($class, $x, $y, $width, $height) = @_;
	my $s = $stijl{$class};
	my $d = "d=\"M$x ${y}h${width}v${height}h-${width}z\"";
	return "<path $d fill=\"$s->{vlak}\"/>" . ($s->{pad} ?
		"<path $d fill=\"url(#kaart-$class)\"/>" : '') .
		"<path $d fill=\"none\" stroke=\"$s->{rand}\" stroke-width=\"" .
		"$s->{dik}\"" . ($s->{streep} ?
		" stroke-dasharray=\"$s->{streep}\"" : '') . '/>';
}

sub tekst {
	my ($x, $y, $size, $text, $more) = @_;
	my $fit = length($text) * $size * .55 > $breed - 10 ? ' textLength="' .
		($breed - 12) . '" lengthAdjust="spacingAndGlyphs"' : '';
	return "<text x=\"$x\" y=\"$y\" font-size=\"$size\" " .
		"text-anchor=\"middle\"$fit$more>" . Html::veilig($text) .
		'</text>';
}

sub tegel {
	my ($v, $tile) = @_;
	my ($x, $y) = (4 + ($tile->{kolom} - 1) * ($breed + $tussen),
		4 + ($tile->{rij} - 1) * ($hoog + $tussen));
	my $say = Html::veilig("$tile->{naam}: " .
		Nederlands::zin('kaart_tegel') . " $tile->{zegt}");
	my $mid = $x + $breed / 2;
	return "<a href=\"#$tile->{id}\"><title>$say</title>" .
		vak($tile->{klasse}, $x, $y, $breed, $hoog) .
		tekst($mid, $y + 22, 14, $tile->{naam}, '') .
		tekst($mid, $y + 50, 24, $tile->{toon}, ' font-weight="bold"') .
		tekst($mid, $y + 72, 13, "hard $tile->{hard}", '') . "</a>\n";
}

sub staal {
	my ($class) = @_;
	return '<svg class="staal" aria-hidden="true" width="28" height="18" ' .
		'viewBox="0 0 28 18">' . vak($class, 2, 2, 24, 14) . '</svg>';
}

# Of each class what it says; the norm is the province's.
sub woorden {
	my ($v) = @_;
	return map { $_ => Nederlands::zin("kaart_$_", norm => norm($v)) }
		@klassen;
}

sub svg {
	my ($v, $title, @tiles) = @_;
	my ($columns, $rows) = (1, 1);
	for my $tile (@tiles) {
		$columns = $tile->{kolom} if $tile->{kolom} > $columns;
		$rows = $tile->{rij} if $tile->{rij} > $rows;
	}
	my ($wide, $high) = ($columns * ($breed + $tussen),
		$rows * ($hoog + $tussen));
	my $desc = Nederlands::zin('kaart_leest');
	return "<svg role=\"group\" aria-labelledby=\"kaart-t kaart-d\" " .
		"viewBox=\"0 0 $wide $high\" style=\"max-width:${wide}px;" .
		'min-width:' . $columns * 100 . "px\">\n" .
		'<title id="kaart-t">' . Html::veilig($title) . "</title>\n" .
		'<desc id="kaart-d">' . Html::veilig($desc) . "</desc>\n" .
		patronen() . "\n" . join('', map { tegel($v, $_) } @tiles) .
		'</svg>';
}

sub tegels {
	my ($v, %id) = @_;
	my %word = woorden($v);
	my @tiles;
	for my $row (sort { $a->{rij} <=> $b->{rij} || $a->{kolom} <=>
	    $b->{kolom} } @{$v->{kaart}}) {
		my $region = $row->{gemeente};
		my $total = $v->{release}->totaal($region);
		next if !$total || !$id{$region};
		die "kaart.csv: $region: rij and kolom, expected whole numbers " .
			"from 1 to 99\n" if grep { !/^[1-9]\d?$/ }
			@$row{qw(rij kolom)};
		my $class = klasse($v, $total);
		push @tiles, {naam => $v->naam($region), id => $id{$region},
			rij => $row->{rij}, kolom => $row->{kolom},
			regio => $region, klasse => $class, zegt =>
			$word{$class}, map { $_->[0] => Plannen::toon($total,
			$_->[1]) } ['toon', 'dekking_pct'], ['hard',
			'dekking_hard_pct']};
	}
	return @tiles;
}

# Of each municipality the id of what the page says of it. The map is left out
# where the province has none.
sub voeg {
	my ($v, %id) = @_;
	my @tiles = tegels($v, %id) or return;
	my %word = woorden($v);
	my $title = 'Kaart 1. ' . Nederlands::zin('kaart_titel', jaren =>
		{Plannen::woorden($v, $v->provincie)}->{kort});
	my %there = map { $_->{klasse} => 1 } @tiles;
	my @rows = map { {cellen => [@$_{qw(naam toon hard zegt)}]} } @tiles;
	$v->voeg(blok => 'kaart', titel => $title, svg => svg($v, $title,
		@tiles), legenda => [map { [staal($_), $word{$_}] }
		grep { $there{$_} } @klassen],
		tabel => {kolommen => [{naam => 'Gemeente', soort => 'naam',
		kop => 1}, {naam => 'Dekking (%)', soort => 'getal'},
		{naam => 'Dekking hard (%)', soort => 'getal'}, {naam => 'Dat is', soort => 'tekst'}], rijen => \@rows});
	my %on = map { $_->{regio} => 1 } @tiles;
	my @rest = map { $v->naam($_) } grep { !$on{$_} } sort keys %id;
	$v->noot(@rest ? Nederlands::zin('kaart_rest', gemeenten =>
		Nederlands::lijst(@rest)) : undef, Nederlands::zin('dekking'),
		Plannen::merken(@rows),
		(grep { /°/ } map { $_->{toon} } @tiles) ?
		Nederlands::zin('later_merk') : undef);
}

1;
