# Named areas across municipalities, how far the capacity may lie from what is
# counted, and hectares of wood: what the release has of them.
package Gebied;
use strict;
use warnings;
use utf8;
use Getal;
use Nederlands;
use Plannen;

sub rijen {
	my ($v, $file, $region) = @_;
	my $release = $v->{release};
	return grep { $_->{scenario} eq 'basis' && $_->{jaar_van} eq
		$release->{van} && $_->{jaar_tot} eq $release->{tot} &&
		(!$region || $_->{regio} eq $region) } @{$release->{$file}};
}

sub rij {
	my ($v, $row) = @_;
	my $grown = Getal::nl(Getal::met_status(Getal::cel('stand-gebieden.csv',
		$row, 'netto_groei'), $row->{groei_status}));
	my $mark = $row->{volledig} =~ /^nee/ ? ' (o)' : '';
	return {cellen => ["$row->{naam}$mark", $grown, map { Plannen::toon(
		$row, $_, 'stand-gebieden.csv') } qw(hard zacht onbekend)]};
}

sub hoofdstuk {
	my ($v) = @_;
	my @rows = map { rij($v, $_) } rijen($v, 'stand-gebieden.csv');
	return if !@rows;
	my %with = Plannen::woorden($v, $v->provincie);
	$v->kop(2, 'Gebieden');
	$v->alinea(Nederlands::zin('gebieden'));
	$v->tabel("Plancapaciteit $with{kort} in gebieden (woningen)",
		['Gebied', 'Netto groei ' . Nederlands::jaren(
		$v->{release}{van}, $v->tot_jaar), 'Hard', 'Zacht',
		'Onbekend'], @rows);
	my %said = map { ($_ => 1) } map { @{$_->{cellen}} } @rows;
	$v->noot((grep { $_->{cellen}[1] eq '–' } @rows) ?
		Nederlands::zin('gebieden_groei') : undef,
		Plannen::merken(@rows),
		(grep { /\(o\)$/ } keys %said) ?
		Nederlands::zin('onvolledig_merk') : undef);
}

# Why the band is as wide as it is, in names and without the number.
sub oorzaak {
	my ($v, $text) = @_;
	$text =~ s/^(\S+)/$v->naam($1) . ':'/e;
	$text =~ s/ -?[\d.]+$//;
	return $text;
}

# Capacity at least and at most, when the register has numbers that are only
# about so many.
sub band {
	my ($v) = @_;
	my $about = $v->{release}->cijfer($v->provincie, 'benaderingen');
	my ($own) = rijen($v, 'stand-band.csv', $v->provincie);
	return if !$about || !$about->{micro} || !$own;
	my %with = (Plannen::woorden($v, $v->provincie), aantal => $about,
		map { ($_ => Getal::cel('stand-band.csv', $own,
		"capaciteit_$_")) } qw(laag hoog));
	$v->alinea(Nederlands::zin('band', %with), Nederlands::zin(
		$with{hoog} ? 'band_tussen' : 'band_laag', %with));
	my @rows;
	for my $region ($v->regios) {
		my ($row) = rijen($v, 'stand-band.csv', $region) or next;
		my $line = $v->rij($region, (map { Plannen::toon($row, $_,
			'stand-band.csv') } qw(capaciteit_laag capaciteit_hoog
			dekking_laag_pct dekking_hoog_pct)),
			oorzaak($v, $row->{band_oorzaak}));
		$line->{cellen}[0] .= $v->merk($region);
		push @rows, $line;
	}
	$v->tabel("Plancapaciteit $with{kort}: minimaal en maximaal " .
		'(woningen)', ['Gebied', 'Minimaal', 'Maximaal',
		'Dekking minimaal (%)', 'Dekking maximaal (%)',
		['Wat het meeste verschil maakt', 'tekst']], @rows);
	$v->noot((grep { $_->{cellen}[0] =~ /\(o\)$/ } @rows) ?
		Nederlands::zin('onvolledig_merk') : undef,
		Plannen::merken(@rows), Wonen::later(@rows));
}

# Hectares of wood with the plans, against the norm where there is one.
sub bos {
	my ($v) = @_;
	my %row;
	for my $row (grep { $_->{regio} eq $v->provincie }
	    @{$v->{release}{'bos.csv'}}) {
		$row{$row->{norm_van} ne '' ? 'norm' : $row->{categorie}} //=
			$row;
	}
	my $cel = sub { Getal::cel('bos.csv', $row{$_[0]}, $_[1]) };
	return if !$row{bos} || !Plannen::meer_dan_nul($cel->('bos', 'plannen'));
	my $gap = $cel->('norm', 'verschil');
	my %with = (ha => $cel->('bos', 'totaal'), hard => $cel->('bos', 'hard'),
		plannen => $cel->('bos', 'plannen'),
		woningen => $cel->('woningen met bos', 'totaal'),
		zonder => Plannen::meer_dan_nul($cel->('niet opgegeven',
		'plannen')),
		norm => $cel->('norm', 'norm_van'),
		verschil => Getal::abs_van($gap));
	$v->alinea(Nederlands::zin('bos', %with),
		Nederlands::zin('bos_zonder', %with), !$gap ? undef :
		Nederlands::zin($gap->{micro} < 0 ? 'bos_minder' : 'bos_genoeg',
		%with));
}

1;
