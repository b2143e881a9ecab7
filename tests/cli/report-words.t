#!/usr/bin/perl
# The page's own functions at their boundaries, called directly: what a number
# looks like, whose mark it has, what is said of one and of many, and what of
# nothing. The page itself is report-page.t's.
use strict;
use warnings;
no warnings 'qw';
use utf8;
use FindBin qw($Bin);
use lib "$Bin/../../pipelines/report.d";
use Getal;
use Kaart;
use Kanttekening;
use Nederlands;
use Plannen;
use Release;
use Verschil;
use Welvaart;
use Wonen;

Nederlands::laad("$Bin/../../pipelines/report.d/zinnen.txt");
binmode STDOUT, ':encoding(UTF-8)';
my ($tests, $failed) = (0, 0);

# is NAME, WHAT IT IS, WHAT IT SHOULD BE
sub is {
	my ($name, $found, $want) = @_;
	$tests++;
	my $good = ($found // 'undef') eq ($want // 'undef');
	$failed++ if !$good;
	print $good ? '' : 'not ', "ok $tests - $name\n", $good ? () :
		"# " . ($found // 'undef') . "\n# expected " .
		($want // 'undef') . "\n";
}

# Of each line a value and what is shown of it.
sub each_is {
	my ($name, $function, @pairs) = @_;
	while (my ($value, $want) = splice @pairs, 0, 2) {
		is("$name: '$value'", $function->($value), $want);
	}
}

sub getal {
	my ($value, $mark) = @_;
	my $number = Getal::cel('x.csv', {_rij => 2, n => $value}, 'n');
	return $mark ? {%$number, merk => $mark} : $number;
}

each_is('a number in Dutch', sub { Getal::nl(getal($_[0])) }, '' => '–',
	0 => '0', 999 => '999', 1000 => '1.000', -1326 => '−1.326',
	'1234567.50' => '1.234.567,50', '-0.000001' => '−0,000001',
	999999999999 => '999.999.999.999');
each_is('no number', sub { eval { getal($_[0]) }; $@ },
	map { ($_ => "x.csv: record 2, n: not a number: $_\n") }
	qw(1e3 1,5 +1 .5 1. 1234567890123 0.1234567 x));
for (['*', '**', '*'], ['**', '*', '*'], ['', '**', '**'], ['**', '', '**'],
    ['', '', '']) {
	my ($a, $b, $want) = @$_;
	is("the least settled of '$a' and '$b'", Getal::uit(0, 0, '', getal(1,
		$a), getal(1, $b))->{merk}, $want);
}
each_is('the mark of a status', sub { Getal::nl(Getal::met_status(getal(12),
	$_[0])) }, voorlopig => '12*', nader_voorlopig => '12**',
	definitief => '12', onbekend => '12');
for my $column (qw(rest_opgave rest_pct dekking_pct dekking_hard_pct)) {
	my %row = (_rij => 2, $column => 5, afgeleid => 'opgave vanaf 2024');
	is("$column of a target from later on", Getal::nl(Getal::cel('x.csv',
		\%row, $column)), '5°');
}
is('a target itself has no such mark', Getal::nl(Getal::cel('x.csv', {_rij =>
	2, opgave => 5, afgeleid => 'opgave vanaf 2024'}, 'opgave')), '5');
is('without a sign', Getal::nl(Getal::abs_van(getal('-12.5'))), '12,5');

each_is('one and many', \&Nederlands::enkelvoud,
	'1 plannen' => '1 plan', '31 plannen' => '31 plannen',
	'1.001 plannen' => '1.001 plannen', '2–1 plannen' => '2–1 plannen',
	'1 andere plannen' => '1 ander plan',
	'1 woningen' => '1 woning', '1* woningen' => '1* woning',
	'2,1 woningen' => '2,1 woningen', '1,5 woningen' => '1,5 woningen',
	'1.000 woningen' => '1.000 woningen', '1 kwartalen' => '1 kwartaal',
	'er zijn nog 1 plannen' => 'er is nog 1 plan',
	'er zijn nog 11 plannen' => 'er zijn nog 11 plannen',
	'komen er 1 woningen' => 'komt er 1 woning');
each_is('a list', sub { Nederlands::lijst(split / /, $_[0]) }, '' => '',
	a => 'a', 'a b' => 'a en b', 'a b c' => 'a, b en c');
each_is('years', sub { Nederlands::jaren_lang(split / /, $_[0]) },
	'2022 2022' => '2022', '2022 2023' => '2022 en 2023',
	'2022 2024' => '2022 tot en met 2024');
each_is('a date', \&Nederlands::datum, '2024-12' => 'december 2024',
	'2024-01-01' => '1 januari 2024', 2024 => '2024', '' => '');
each_is('a count in words', \&Nederlands::telwoord, 1 => 'een',
	12 => 'twaalf', 13 => '13');

my @soorten = map { ($_ => 5) } qw(hard zacht onbekend);
each_is('what is withheld or rounded', sub { Plannen::toon({_rij => 2,
	@soorten, onderdrukt => $_[0]}, 'zacht') }, '' => '5', zacht => 'x',
	'hard|zacht' => 'x', 'zacht~50' => 'ca. 5', hard => '5',
	zachter => '5');
each_is('capacity of which a part is', sub { Plannen::samen({_rij => 2,
	onderdrukt => $_[0]}, getal(15)) }, '' => '15', zacht => 'x',
	'hard~20' => 'x', 'dekking_pct' => '15');
each_is('too little', sub { Getal::nl(Plannen::tekort(getal($_[0]))) },
	-5 => '5', 0 => '–', 5 => '–', '' => '–');

each_is('what is to go, or what there is over', sub {
	my %of = Wonen::te_gaan(getal($_[0]));
	return join ' ', map { "$_ " . Getal::nl($of{$_}) } sort keys %of },
	5 => 'over – rest 5', 0 => 'over 0 rest –', -5 => 'over 5 rest –',
	'' => 'over – rest –');

my $map = {instelling => {capaciteitsnorm => '130'}};
my %total = (_rij => 2, rest_opgave => 10, onderdrukt => '');
each_is('its class on the map', sub { Kaart::klasse($map, {%total,
	dekking_pct => $_[0]}) }, '99.9' => 'tekort', 100 => 'krap',
	'129.9' => 'krap', 130 => 'ruim', '' => 'geen');
is('a target that was reached', Kaart::klasse($map, {%total, rest_opgave => 0,
	dekking_pct => ''}), 'gehaald');
is('coverage that is withheld is no class', Kaart::klasse($map, {%total,
	dekking_pct => 50, onderdrukt => 'dekking_pct'}), 'geen');

# A delivery that was due on one day and came on another, seen from a third.
my @due = ({gemeente => 'GM1', levering => 'l', verwacht => '2024-10-15',
	ontvangen => '2024-10-20', stand => 'volledig', te_laat => 'ja',
	sinds => '', reden => ''});
each_is('what had come by that day', sub {
	my $row = Kanttekening::rooster({dag => $_[0], rooster => \@due}, 'GM1')
		or return 'nothing was due';
	return "$row->{stand} $row->{te_laat} $row->{ontvangen}" },
	'' => 'volledig ja 2024-10-20', '2024-10-14' => 'nothing was due',
	'2024-10-15' => 'niet  ', '2024-10-19' => 'niet  ',
	'2024-10-20' => 'volledig ja 2024-10-20');
for (['in time', {stand => 'volledig', te_laat => 'nee'}, {}, '', ''],
    ['late', {stand => 'volledig', te_laat => 'ja'}, {}, '', 'laat'],
    ['not, and nothing of before', {stand => 'niet', te_laat => ''}, undef, '',
	'niet ontbreekt'],
    ['not, with that of before', {stand => 'niet', te_laat => ''},
	{oordeel => 'behouden'}, '', 'niet vorige'],
    ['refused', {stand => 'niet', te_laat => ''},
	{oordeel => 'behouden'}, 'L002', 'niet vorige onleesbaar'],
    ['nothing known of it', undef, {}, '', 'onbekend']) {
	my ($name, $due, $in, $code, $want) = @$_;
	is("a delivery: $name", join(' ', Kanttekening::oordeel($due, 0, $in,
		$code)), $want);
}

my %data = (op => {a => {GM1 => {periode => 2022}, PV24 => {periode => 2023}}},
	perioden => {a => [2022, 2023]});
is('the newest of an indicator', Welvaart::laatste(\%data, 'a', 'PV24')
	->{periode}, 2023);
is('an older one is not the newest', Welvaart::laatste(\%data, 'a', 'GM1'),
	undef);

is('the day of a release is that of its newest data', Release::datum({bronnen =>
	[{gewijzigd => '2024-05-01'}, {gewijzigd => ''}], leveringen =>
	[{peildatum => '2024-06-01'}, {peildatum => '2024-01-31'}]}),
	'2024-06-01');

# A page of one region, of releases that are tables in memory.
package Pagina;
sub naam { return $_[1] }
sub merk { return '' }
sub provincie { return 'PV24' }
sub regios { return @{$_[0]{regios} // ['PV24']} }
sub groei { return $_[0]{groei}{$_[1]} }
sub tot_jaar { return 2023 }
sub lopend_tm { return $_[0]{tm} }
sub rij { return {cellen => [@_[1 .. $#_]]} }
sub alinea { push @{$_[0]{said}}, @_[1 .. $#_] }
sub noot { }
sub tabel {
	push @{$_[0]{said}}, map { join ';', @{$_->{cellen}} } @_[3 .. $#_];
}
sub totaal {
	return {_rij => 2, sleutel => 'k', (map { ($_ => '') } qw(netto_groei
		opgave rest_opgave hard zacht onbekend)), %{$_[0]{totaal}}};
}
sub cel { return Getal::cel('stand.csv', $_[0]->totaal, $_[2]) }
sub elk { $_[3]->($_) for @{$_[0]{rijen}} }
package main;

sub pagina { return bless {@_}, 'Pagina' }

{
	no warnings 'redefine';
	local *Verschil::verschillen = sub { return {'k hard' => -3} };
	my $v = pagina(release => pagina(totaal => {hard => 5, zacht => '',
		onbekend => 0}));
	Verschil::stand($v, pagina(totaal => {hard => 8, zacht => 7,
		onbekend => '0.0'}));
	is('what changed, and what is no longer known', join(' | ',
		@{$v->{said}}), 'PV24;Hard;8;5;−3 | PV24;Zacht;7;–;–');
}

for (['2024-11', '2024-10-31', 'tells'], ['2024-11', '2024-11-01', 'nothing'],
    ['2024-11', '2024-12-01', 'nothing'], ['', '2024-10-31', 'nothing'],
    ['2024-11', '', 'nothing']) {
	my ($until, $day, $want) = @$_;
	my $said = Kanttekening::peildatum(pagina(tm => $until, release =>
		{manifest => {leveringen => [{peildatum => $day}]}}));
	is("plans of '$day' beside growth until '$until'", defined $said ?
		'tells' : 'nothing', $want);
}
for my $count (0, 8, 9, 11) {
	my @said = Kanttekening::verschillen(pagina(release => pagina(rijen =>
		[(map { {code => 'C011', ernst => 'info', melding => "m$_"} }
		1 .. $count), {code => 'E001', ernst => 'fout', melding =>
		'x'}])));
	is("of $count that differ", join(' ', @said), join ' ', (map { "m$_" }
		1 .. ($count < 8 ? $count : 8)), $count > 8 ? Nederlands::zin(
		'kant_meer', aantal => Getal::telling($count - 8, 'b', 'm')) :
		());
}

my $town = {_rij => 2, waarde => 5, nl_waarde => 7, status => 'voorlopig',
	kleur => '', reden => ''};
is('a value of a region has its status', Welvaart::cel({}, $town)->{tekst},
	'5*');
is('and the country beside it has not', Welvaart::cel({}, $town, 'nl_waarde')
	->{tekst}, '7');
for my $month (['2024-11', '1 december 2024'], ['2024-12', '1 januari 2025']) {
	my $v = pagina(tm => $month->[0], release => pagina(rijen => [map {
		{_rij => 2, regio => 'PV24', onderwerp => $_->[0], periode =>
		$_->[1], waarde => 9, status => 'definitief'} } ['beginstand',
		'2024-01'], ['eindstand', $month->[0]]]));
	is("the stock after $month->[0] is that of $month->[1]",
		Wonen::voorraad($v) =~ /\Q$month->[1]\E/ ? 'yes' : 'no', 'yes');
}
my $two = pagina(regios => [qw(PV24 GM1)], groei => {PV24 => getal(8)},
	release => pagina(van => 2022, totaal => {map { ($_ => '') } qw(
	nieuwbouw overige_toevoeging sloop overige_onttrekking correctie)}));
Wonen::delen($two);
is('growth of one region only is shown, beside what is not known',
	join(' | ', @{$two->{said}}), 'PV24;–;–;–;–;–;8 | GM1;–;–;–;–;–;–');
delete $two->{groei}{PV24};
$two->{said} = [];
Wonen::delen($two);
is('and of none is no table', "@{$two->{said}}", '');
print "1..$tests\n";
exit($failed ? 1 : 0);
