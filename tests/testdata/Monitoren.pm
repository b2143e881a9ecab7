# The other monitors as delivered by hand: one CSV in the form of
# waarnemingen, a row per filled cell of monitoren.csv.
package Monitoren;
use strict;
use warnings;
use utf8;
use FindBin;
use Pak;
use Tabel;
use Exporter 'import';
our @EXPORT = qw(monitoren_schrijf);

my @REGIO = qw(NL01 GM0034 GM0050 GM0171 GM0184 GM0303 GM0995);

sub rij {
	my ($row, $regio) = @_;
	my $v = $row->{$regio} // '';
	return '' if $v eq '';
	my @cell = $v =~ /^-?\d+(?:\.\d+)?$/ ? ($v, '') : ('', $v);
	return join(',', @$row{qw(tabel onderwerp)}, $regio, $row->{jaar},
		$cell[0], @$row{qw(eenheid status)}, $cell[1]) . "\n";
}

sub monitoren_schrijf {
	my ($path) = @_;
	my $out = "tabel,onderwerp,regio,periode,waarde,eenheid,status,reden\n";
	for my $row (tabel("$FindBin::Bin/monitoren.csv")) {
		$out .= rij($row, $_) for @REGIO;
	}
	schrijf($path, utf8($out));
}

1;
