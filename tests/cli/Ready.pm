# Programs that stand ready: a start, with its libraries, takes longer than a
# small run. Where fault.so can be preloaded a command is started once, waits
# before its first line, and each run of it is a fork. Elsewhere (a sanitizer
# wants the first place) it is started each time.
package Ready;
use strict;
use warnings;
use FindBin;
use IO::Handle;
use lib $FindBin::Bin;
use Made qw(slurp);

my ($dir, $fault, %ready);

# begin DIR BIN: what a run writes is in DIR/out and DIR/err, until the next.
sub begin {
	my $bin;
	($dir, $bin) = @_;
	my $so = "$bin/../fault.so";
	$fault = $so if -e $so && system("LD_PRELOAD='$so' '$bin/csvpick' "
	    . '--version >/dev/null 2>&1') == 0;
}

# run COMMAND ARGUMENT...: its status, as the shell has it.
sub run {
	my @command = @_;
	if ($fault) {
		my ($ask, $told) = @{$ready{"@command"} //= started(@command)};
		print $ask "none\n";
		my $status = <$told> // die "@command: no longer there\n";
		chomp $status;
		return $status;
	}
	my $pid = fork // die "fork: $!\n";
	instead(@command) if !$pid;
	waitpid $pid, 0;
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

sub instead {
	open STDIN, '<', '/dev/null' or die;
	open STDOUT, '>', "$dir/out" or die "$dir/out: $!\n";
	open STDERR, '>', "$dir/err" or die "$dir/err: $!\n";
	exec @_ or die "$_[0]: $!\n";
}

sub started {
	my @command = @_;
	# What it loads when it needs it, too.
	my @late = slurp($command[0]) =~ /\b(lib(?:xml2|zip)\.so[.\d]*)\0/g;
	pipe my $asked, my $ask or die "pipe: $!\n";
	pipe my $told, my $tell or die "pipe: $!\n";
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		open STDIN, '<&', $asked or die;
		open STDOUT, '>&', $tell or die;
		@ENV{qw(LD_PRELOAD LD_BIND_NOW FAULT_SERVE)} =
		    (join(':', $fault, @late), 1, $dir);
		exec @command or die "$command[0]: $!\n";
	}
	$ask->autoflush;
	return [$ask, $told, $pid];
}

# They end when nobody can ask any more.
END {
	my $status = $?;
	for (values %ready) {
		close $_->[0];
		waitpid $_->[2], 0;
	}
	$? = $status;
}
1;
