# ready.pl DIR BIN <JOBS: of each line SEED OUT STATUS TOOL ARGUMENT... the tool
# of BIN is run in DIR, where nu is the folder of the seed, and what it writes is
# OUT there; STATUS is how it is to end. Tells the first that does not, and ends
# with 1. The same words are one program that stands ready (Ready.pm).
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Ready;

my ($dir, $bin) = @ARGV;
chdir $dir or die "$dir: $!\n";
Ready::begin($dir, $bin);
my $now = '';
while (<STDIN>) {
	my ($seed, $out, $want, $tool, @arguments) = split;
	if ($seed ne $now) {
		unlink 'nu';
		symlink $seed, 'nu' or die "nu: $!\n";
		$now = $seed;
	}
	my $status = Ready::run("$bin/$tool", @arguments);
	rename 'out', "$seed/$out" or die "$seed/$out: $!\n";
	next if $status eq $want;
	print "seed $seed, $tool @arguments: status $status, expected $want\n";
	open my $err, '<', 'err' or die "err: $!\n";
	print grep { defined } map { scalar <$err> } 1 .. 3;
	exit 1;
}
unlink 'nu';
