# Numbers with where they come from. A number is a cell of the release or is
# computed from such numbers, in integers (millionths), never in floats.
# Whatever is shown is kept in a register: --numbers writes it, a test
# computes it all again.
package Getal;
use strict;
use warnings;
use utf8;
use integer;

my $EEN = 1_000_000;
my %merk = (voorlopig => '*', nader_voorlopig => '**');
my (@register, %gezien);

# The cell of a row, or nothing where it is empty.
sub cel {
	my ($file, $row, $column) = @_;
	my $value = $row ? $row->{$column} : undef;
	die "$file: no column $column\n" if $row && !defined $value;
	return undef if !defined $value || $value eq '';
	my ($sign, $whole, $part) = $value =~ /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/
		or die "$file: record $row->{_rij}, $column: not a number: " .
		"$value\n";
	my $places = defined $part ? length $part : 0;
	my $micro = $whole * $EEN;
	$micro += substr(($part // '') . '000000', 0, 6);
	return {micro => $sign ? -$micro : $micro, places => $places,
		merk => later($row, $column),
		bron => [$file, $row->{_rij}, $column]};
}

# What remains, and coverage, of the targets from a later year on only.
sub later {
	my ($row, $column) = @_;
	return $column =~ /^(?:rest_|dekking_)/ &&
		($row->{afgeleid} // '') =~ /vanaf/ ? '°' : '';
}

sub heeft_later {
	return scalar grep { grep { !ref && /°$/ } @{$_->{cellen}} } @_;
}

# The same number with the status it has, shown as CBS does: * or **.
sub met_status {
	my ($number, $status) = @_;
	return undef if !$number;
	return {%$number, merk => $merk{$status} // ''};
}

sub waarde {
	my ($number) = @_;
	my $micro = $number->{micro};
	my $sign = $micro < 0 ? '-' : '';
	$micro = -$micro if $micro < 0;
	my $part = sprintf '%06d', $micro % $EEN;
	$part = substr $part, 0, $number->{places};
	return $sign . $micro / $EEN . (length $part ? ".$part" : '');
}

sub uit {
	my ($micro, $places, $formula, @from) = @_;
	my $mark = '';
	for my $from (@from) {
		$mark = $from->{merk} if length($from->{merk} // '') &&
			($mark eq '' || $from->{merk} eq '*');
	}
	return {micro => $micro, places => $places, formule => $formula,
		van => \@from, merk => $mark};
}

# The difference of two numbers as a tool computed it; nothing where it did
# not, as for totals over other years.
sub min {
	my ($a, $b, $difference) = @_;
	return undef if !$a || !$b || !length($difference // '');
	my $right = $b->{micro} < 0 ? '(' . waarde($b) . ')' : waarde($b);
	my $number = cel('csvdiff', {_rij => 0, verschil => $difference},
		'verschil');
	return uit(@$number{qw(micro places)}, waarde($a) . " - $right",
		$a, $b);
}

# How many there are: counted, of records of a file that fit.
sub telling {
	my ($count, $file, $what) = @_;
	return {micro => $count * $EEN, places => 0, tel => [$file, $what]};
}

sub noteer {
	my ($number) = @_;
	noteer($_) for @{$number->{van} // []};
	my $value = waarde($number);
	my @row = $number->{bron} ? ($value, @{$number->{bron}}, '') :
		$number->{tel} ? ($value, $number->{tel}[0], '', '',
			"aantal: $number->{tel}[1]") :
		($value, '', '', '', $number->{formule});
	push @register, \@row if !$gezien{join "\0", @row}++;
}

sub register { return @register; }

# Dutch: 6.425; 16,2; nothing is a dash.
sub nl {
	my ($number) = @_;
	return '–' if !$number;
	noteer($number);
	return nl_tekst(waarde($number)) . ($number->{merk} // '');
}

sub nl_tekst {
	my ($value) = @_;
	my ($sign, $whole, $part) = $value =~ /^(-?)(\d+)(?:\.(\d+))?$/;
	1 while $whole =~ s/^(\d+)(\d{3})/$1.$2/;
	return ($sign ? '−' : '') . $whole . (defined $part ? ",$part" : '');
}

# Without the sign, for "1.326 te weinig".
sub abs_van {
	my ($number) = @_;
	return undef if !$number;
	return $number if $number->{micro} >= 0;
	return uit(-$number->{micro}, $number->{places},
		'-(' . waarde($number) . ')', $number);
}

1;
