# The capacity of figures.csv divided over the plans of plannen.csv.
package Plannen;
use strict;
use warnings;
use utf8;
use FindBin;
use Tabel;
use Exporter 'import';
our @EXPORT = qw(plannen_van @JAAR);

our @JAAR = (2024 .. 2030);

# The rule set basisset.
sub hardheid {
	my ($status) = @_;
	return $status eq '' ? 'onbekend' : $status =~ /^[12][AB]$/ ? 'hard' :
		$status =~ /^5/ ? 'telt_niet' : 'zacht';
}

# "2026:24|2027:10" as a hash by year.
sub per_jaar {
	return {map { split /:/ } split /\|/, $_[0]};
}

sub weegt {
	my ($plan, $hardheid, $year) = @_;
	return $plan->{hardheid} eq $hardheid && $plan->{van} <= $year &&
		$year <= $plan->{tot} ? $plan->{gewicht} : 0;
}

sub verdeel_jaar {
	my ($figure, @plans) = @_;
	my $year = $figure->{jaar};
	for my $h (qw(hard zacht onbekend)) {
		my @w = map { weegt($_, $h, $year) } @plans;
		my @part = verdeel($figure->{$h}, @w);
		for (grep { $w[$_] } 0 .. $#plans) {
			$plans[$_]{netto}{$year} = $part[$_];
			$plans[$_]{bouw}{$year} = $part[$_] +
				($plans[$_]{sloop}{$year} // 0);
		}
	}
}

# The plans of one municipality: the row of plannen.csv with hardheid, and
# bouw, sloop and netto by year (no key where the delivery is blank).
sub plannen_van {
	my ($gemeente) = @_;
	my @plans = grep { $_->{gemeente} eq $gemeente }
		tabel("$FindBin::Bin/plannen.csv");
	for (@plans) {
		$_->{hardheid} = hardheid($_->{status});
		$_->{sloop} = per_jaar($_->{sloop});
		$_->{bouw} = per_jaar($_->{vast});
		$_->{netto} = {%{$_->{bouw}}};
	}
	for (tabel("$FindBin::Bin/figures.csv")) {
		verdeel_jaar($_, @plans)
			if $_->{gemeente} eq $gemeente && length $_->{hard};
	}
	for my $p (@plans) {
		for (keys %{$p->{sloop}}) {
			die "$p->{plan}: demolition without building in $_\n"
				if !defined $p->{bouw}{$_};
		}
	}
	return @plans;
}

1;
