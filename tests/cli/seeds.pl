# seeds.pl GENERATOR DIR SEEDS [ARGUMENT...]: GENERATOR SEED DIR/SEED ARGUMENT
# for each seed (1-150, or 7,9), in one program: it is compiled once, and each
# seed is a fork of it that has yet to begin.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;

our ($generator, $dir, $seeds, @arguments) = @ARGV;

# Comes back in a fork for each seed, and ends when all of them have.
sub each_seed {
	mkdir $dir;
	for my $seed (map { /^(\d+)-(\d+)$/ ? $1 .. $2 : $_ } split /,/, $seeds) {
		-d "$dir/$seed" or mkdir "$dir/$seed" or
		    die "$dir/$seed: $!\n";
		my $pid = fork // die "fork: $!\n";
		if (!$pid) {
			@ARGV = ($seed, "$dir/$seed", @arguments);
			return;
		}
		waitpid $pid, 0;
		exit 1 if $?;
	}
	exit;
}

open(my $in, '<', $generator) or die "$generator: $!\n";
my $text = do { local $/; <$in> };
eval "main::each_seed();\n#line 1 \"$generator\"\n$text\n;1" or die $@;
