# Reads the small tables beside this file: comma, no quotes, # comments.
package Tabel;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(tabel verdeel);

# Rows of a table as hashes by column name; dies on a row of another width.
sub tabel {
	my ($path) = @_;
	open my $in, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	my (@names, @rows);
	while (my $line = <$in>) {
		chomp $line;
		next if $line =~ /^#/ || $line eq '';
		my @cells = split /,/, $line, -1;
		if (!@names) {
			@names = @cells;
			next;
		}
		die "$path:$.: ", scalar @cells, " cells\n" if @cells != @names;
		my %row;
		@row{@names} = @cells;
		push @rows, \%row;
	}
	return @rows;
}

# Divides a whole number over weights: whole parts that add up to it again
# (cumulative rounding, so that the same input gives the same parts).
sub verdeel {
	my ($total, @weights) = @_;
	my ($sign, $n) = ($total < 0 ? -1 : 1, abs $total);
	my $all = 0;
	$all += $_ for @weights;
	die "nothing to divide $total over\n" if !$all && $n;
	my ($w, $before, @parts) = (0, 0);
	for (@weights) {
		$w += $_;
		my $upto = $all ? int(($n * $w * 2 + $all) / ($all * 2)) : 0;
		push @parts, $sign * ($upto - $before);
		$before = $upto;
	}
	return @parts;
}

1;
