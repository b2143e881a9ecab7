# The growth of the stock: groei.csv made into years, quarters and months per
# region, in the order CBS gives them, and held against figures.csv.
package Groei;
use strict;
use warnings;
use FindBin;
use Tabel;
use Exporter 'import';
our @EXPORT = qw(groei_cijfers groei_perioden @DELEN);

# What the night knows; half-jaar-later has another table beside it, with a
# month more and what CBS revised as differences.
our @TABELLEN = ("$FindBin::Bin/groei.csv");
our $EINDE = 11; # the last month of 2024

our @DELEN = qw(nieuwbouw overige_toevoeging sloop overige_onttrekking
	correctie);
my @MAAND = (7, 6, 9, 8, 8, 10, 9, 6, 8, 9, 10, 10);

# Every period with data, in CBS's order: months, their quarter, the year.
sub groei_perioden {
	my @list;
	for my $y (2012 .. 2024) {
		for my $m ($y >= 2022 ? 1 .. 12 : ()) {
			last if $y == 2024 && $m > $EINDE;
			push @list, sprintf '%dMM%02d', $y, $m;
			push @list, sprintf '%dKW%02d', $y, $m / 3 if $m % 3 == 0;
		}
		push @list, "${y}JJ00" if $y < 2024 || $EINDE == 12;
	}
	return @list;
}

sub saldo {
	my ($r) = @_;
	return $r->{nieuwbouw} + $r->{overige_toevoeging} - $r->{sloop} -
		$r->{overige_onttrekking} + $r->{correctie};
}

sub plus {
	my ($sum, $row) = @_;
	$sum->{$_} = ($sum->{$_} // 0) + $row->{$_} for @DELEN;
}

# A stretch of groei.csv into its months (or the year, before 2022).
sub stukken {
	my ($row) = @_;
	my ($y, $from) = $row->{van} =~ /^(\d+)-(\d+)$/;
	my ($to) = $row->{tot} =~ /-(\d+)$/;
	return ["${y}JJ00", $row] if $y < 2022;
	my @list = map { [sprintf('%dMM%02d', $y, $_), {}] } $from .. $to;
	for my $deel (@DELEN) {
		my @parts = verdeel($row->{$deel}, @MAAND[$from - 1 .. $to - 1]);
		$list[$_][1]{$deel} = $parts[$_] for 0 .. $#list;
	}
	return @list;
}

# Into the quarter and the year that a month belongs to.
sub optellen {
	my ($cells, $period, $row) = @_;
	my $c = $cells->{$period} //= {};
	$c->{$_} = $row->{$_} for grep { defined $row->{$_} } 'begin', 'eind';
	plus($c, $row);
	my ($y, $m) = $period =~ /^(\d+)MM(\d+)$/ or return;
	plus($cells->{sprintf '%dKW%02d', $y, ($m + 2) / 3} //= {}, $row);
	plus($cells->{"${y}JJ00"} //= {}, $row);
}

# begin and eind by running through the periods: what CBS gives where it is
# real, else the chain.
sub standen {
	my ($cells) = @_;
	my %at;
	my $stock;
	for my $period (groei_perioden()) {
		my $c = $cells->{$period};
		$c->{saldo} = saldo($c);
		next if $period =~ /KW/ || ($period =~ /JJ/ && $period ge '2022');
		$c->{begin} = $stock if !length($c->{begin} // '');
		$c->{eind} = $c->{begin} + $c->{saldo}
			if !length($c->{eind} // '');
		$stock = $c->{eind};
	}
	for my $period (grep { /KW|JJ/ } groei_perioden()) {
		my ($y, $kind, $n) = $period =~ /^(\d+)(KW|JJ)(\d+)$/;
		next if $y < 2022;
		my ($a, $b) = $kind eq 'JJ' ? (1, 12) : ($n * 3 - 2, $n * 3);
		my $c = $cells->{$period};
		$c->{begin} = $cells->{sprintf '%dMM%02d', $y, $a}{begin};
		$c->{eind} = $cells->{sprintf '%dMM%02d', $y, $b}{eind};
	}
}

# region -> period -> {begin, the parts, saldo, eind}. PV24 is the sum of
# the municipalities.
sub groei_cijfers {
	my %all;
	for my $row (map { tabel($_) } @TABELLEN) {
		optellen($all{$row->{regio}} //= {}, @$_) for stukken($row);
	}
	standen($_) for values %all;
	my @gm = sort grep { /^GM/ } keys %all;
	for my $period (groei_perioden()) {
		for my $k (@DELEN, qw(begin saldo eind)) {
			$all{PV24}{$period}{$k} += $all{$_}{$period}{$k} for @gm;
		}
	}
	toets(\%all) if @TABELLEN == 1;
	return \%all;
}

# figures.csv is the base: dies when the stretches do not give its growth.
sub toets {
	my ($all) = @_;
	for my $row (tabel("$FindBin::Bin/figures.csv")) {
		next if $row->{netto_groei} eq '';
		my $cells = $all->{$row->{gemeente}};
		my $is = 0;
		$is += $cells->{$_}{saldo}
			for grep { /^$row->{jaar}MM/ } keys %$cells;
		die "$row->{gemeente} $row->{jaar}: $is, not $row->{netto_groei}\n"
			if $is != $row->{netto_groei};
	}
}

1;
