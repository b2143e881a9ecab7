# What every recipe says of itself: --help and --version, in one form.
package Hulp;
use strict;
use warnings;

# gevraagd NAME HELP: when the first argument asks for one of the two, says it
# and ends. Recipes and tools are one release: the version is that of the tools.
sub gevraagd {
	my ($name, $help) = @_;
	my $word = $ARGV[0] // '';
	if ($word eq '-h' || $word eq '--help') {
		print $help;
	} elsif ($word eq '-V' || $word eq '--version') {
		open my $in, '-|', 'csvpick', '--version'
			or die "csvpick: $!\n";
		my $version = <$in> // '';
		close $in or die "csvpick: no version\n";
		print $version =~ s/^\S+/$name/r;
	} else {
		return;
	}
	close STDOUT or die "standard output: $!\n";
	exit 0;
}

1;
