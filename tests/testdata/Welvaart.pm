# Brede welvaart: the indicators' values, made up from welvaart.csv, and those
# that are delivered by hand as one CSV in the form of waarnemingen. The others
# are written as tables of CBS (Tabellen.pm).
package Welvaart;
use strict;
use warnings;
use utf8;
use FindBin;
use Pak;
use Tabel;
use Exporter 'import';
our @EXPORT = qw(welvaart_cellen welvaart_schrijf getal);

my @REGIO = qw(NL01 PV24 GM0034 GM0050 GM0171 GM0184 GM0303 GM0995);
# Inhabitants, in hundreds, 2016 and per year: rounded, made up between the
# real ones of 2020 and 2024.
my %INWONERS = (NL01 => [169790, 960], PV24 => [4045, 57], GM0034 => [1988, 31],
	GM0050 => [218, 3], GM0171 => [466, 4], GM0184 => [201, 2],
	GM0303 => [404, 5], GM0995 => [763, 10]);
# Other municipalities, so that one indicator has a position.
my @ANDERE = map { sprintf 'GM%04d', $_ } qw(3 10 14 24 37 47 53 59 60 72 74 80
	85 86 90 93 96 98 106 109 114 118 119 141 147 148 150 153 158 160 163 164
	166 168 173 175 177 180 183 189 193 197 200 202 203 209 213 214 216 221
	222 225 226 228 230 232 233 243 244 246);

# Of a table the last year, where it is later than welvaart.csv says.
our %TOT;

sub bevolking {
	my ($regio, $y) = @_;
	my ($start, $step) = @{$INWONERS{$regio}};
	return ($start + $step * ($y - 2016)) * 100;
}

# In the last decimal: the country's value, a fixed distance per region, a
# trend and a wave.
sub waarde {
	my ($ind, $r, $i, $y) = @_;
	my $d = ($r * 13 + $i * 7) % 11 - 5;
	$d = 0 if $r == 0;
	my $wave = ($y * 3 + $r * 5 + $i) % 5 - 2;
	return $ind->{land} + int($d * $ind->{spreiding} / 2) +
		$ind->{trend} * ($y - 2016) + $wave * $ind->{golf};
}

sub getal {
	my ($units, $decimals) = @_;
	return $units if !$decimals;
	my $sign = $units < 0 ? '-' : '';
	my $digits = sprintf '%0*d', $decimals + 1, abs $units;
	return $sign . substr($digits, 0, -$decimals) . '.' .
		substr $digits, -$decimals;
}

sub reden {
	my ($ind, $regio, $y) = @_;
	for (split /\|/, $ind->{leeg}) {
		my ($r, $year, $why) = split /:/;
		$r =~ s/\*/.*/;
		return $why if $regio =~ /^$r$/ && ($year eq '*' || $year eq $y);
	}
	return '';
}

# The cells of an indicator, the n-th: region by region, year by year.
sub cellen {
	my ($ind, $i) = @_;
	my @list;
	my @regio = @REGIO;
	my $tot = $TOT{$ind->{tabel}} // $ind->{tot};
	push @regio, @ANDERE if $ind->{onderwerp} eq 'geregistreerde_misdrijven';
	for my $r (0 .. $#regio) {
		for (my $y = $ind->{van}; $y <= $tot; $y += $ind->{stap}) {
			push @list, {regio => $regio[$r], jaar => $y,
				reden => reden($ind, $regio[$r], $y),
				status => $y eq $tot ? 'voorlopig' : 'definitief',
				waarde => $ind->{onderwerp} eq 'bevolking' ?
				bevolking($regio[$r], $y) : waarde($ind, $r, $i, $y)};
		}
	}
	return @list;
}

# onderwerp -> {ind, cellen}: waarde in the last decimal.
sub welvaart_cellen {
	my $i = 0;
	return map { ($_->{onderwerp} => {ind => $_, cellen => [cellen($_, $i++)]}) }
		tabel("$FindBin::Bin/welvaart.csv");
}

sub rij {
	my ($ind, $c) = @_;
	return join(',', $ind->{tabel}, $ind->{onderwerp}, $c->{regio}, $c->{jaar},
		$c->{reden} ? '' : getal($c->{waarde}, $ind->{decimalen}),
		$ind->{eenheid}, $c->{status}, $c->{reden}) . "\n";
}

# But for what a table of CBS has: elders ONDERWERP.
sub welvaart_schrijf {
	my ($path, $elders) = @_;
	my $out = "tabel,onderwerp,regio,periode,waarde,eenheid,status,reden\n";
	my %alles = welvaart_cellen();
	for my $ind (tabel("$FindBin::Bin/welvaart.csv")) {
		my $o = $ind->{onderwerp};
		next if $elders->($o);
		$out .= join '', map { rij($ind, $_) } @{$alles{$o}{cellen}};
	}
	schrijf($path, utf8($out));
}

1;
