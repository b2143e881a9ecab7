# alike.pl <PAIRS: of each line WANT GOT, do the files have the same records, in
# any order? GOT has a header more. Prints what only one of them has, the
# first few of each pair.
use strict;
use warnings;

sub records {
	open(my $in, '<', $_[0]) or die "$_[0]: $!\n";
	return <$in>;
}
while (<>) {
	chomp;
	my ($want, $got) = split / /;
	my %n;
	$n{$_}++ for records($want);
	my ($header, @got) = records($got);
	print "$got: empty\n" if !defined $header;
	$n{$_}-- for @got;
	my @bad = map { $n{$_} > 0 ? "< $_" : "> $_" } grep { $n{$_} } sort keys %n;
	print "$want $got:\n", splice(@bad, 0, 6) if @bad;
}
