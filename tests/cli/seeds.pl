# seeds.pl GENERATOR DIR SEEDS [ARGUMENT...]: GENERATOR SEED DIR/SEED ARGUMENT
# for each seed (1-150, or 7,9), in one program: its modules are loaded once,
# and each seed is a fork of it.
use strict;
use warnings;
use Cwd 'abs_path';
use FindBin;
use lib $FindBin::Bin;

my ($generator, $dir, $seeds, @arguments) = @ARGV;
$generator = abs_path($generator);
open(my $in, '<', $generator) or die "$generator: $!\n";
eval join('', grep { /^use (?!utf8)/ } <$in>) . '1' or die $@;
mkdir $dir;
for my $seed (map { /^(\d+)-(\d+)$/ ? $1 .. $2 : $_ } split /,/, $seeds) {
	-d "$dir/$seed" or mkdir "$dir/$seed" or die "$dir/$seed: $!\n";
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		@ARGV = ($seed, "$dir/$seed", @arguments);
		defined do $generator or !$@ or die "seed $seed: $@";
		exit;
	}
	waitpid $pid, 0;
	exit 1 if $?;
}
