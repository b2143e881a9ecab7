# alike.pl [-x] <PAIRS: of each line WANT GOT, do the files have the same records,
# in any order? GOT has a header more. With -x: are they the same bytes? Prints
# what only one of them has, the first few of each pair.
use strict;
use warnings;

my $exact = @ARGV && $ARGV[0] eq '-x' ? shift : '';

sub records {
	open(my $in, '<', $_[0]) or die "$_[0]: $!\n";
	return <$in>;
}
# The first lines that differ.
sub exact {
	my ($want, $got) = @_;
	my @want = records($want);
	my @got = records($got);
	my $n = 0;
	for my $i (0 .. (@want > @got ? $#want : $#got)) {
		my ($a, $b) = map { $_ // "(no line)\n" } $want[$i], $got[$i];
		next if $a eq $b;
		print "$want $got:\n" if !$n++;
		print "< $a> $b";
		last if $n > 2;
	}
}
while (<>) {
	chomp;
	my ($want, $got) = split / /;
	exact($want, $got), next if $exact;
	my %n;
	$n{$_}++ for records($want);
	my ($header, @got) = records($got);
	print "$got: empty\n" if !defined $header;
	$n{$_}-- for @got;
	my @bad = map { $n{$_} > 0 ? "< $_" : "> $_" } grep { $n{$_} } sort keys %n;
	print "$want $got:\n", splice(@bad, 0, 6) if @bad;
}
