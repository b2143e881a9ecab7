# What tests in Perl have in common, first of all the generators of made-up
# worlds: chance that is the same on any machine, CSV, and whole files.
package Made;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(any one shuffled csv spill);
our @EXPORT_OK = qw(slurp spurt ok done);

my $state;

# begin NUMBER: the same number, the same world.
sub begin { ($state) = @_ }

# any N: a number from 0 to N - 1.
sub any {
	my ($n) = @_;
	$state = ($state * 1103515245 + 12345) % 2147483648;
	return int($state / 65536) % $n;
}
sub one { return $_[any(scalar @_)] }
sub shuffled {
	my @l = @_;
	for (my $i = @l - 1; $i > 0; $i--) {
		my $k = any($i + 1);
		@l[$i, $k] = @l[$k, $i];
	}
	return @l;
}

# A record of these fields.
sub csv {
	# Most have no field to quote: as many commas as between fields.
	my $line = join(',', map { $_ // '' } @_);
	return "$line\n" if $line !~ /["\r\n]/ && ($line =~ tr/,//) == $#_;
	return join(',', map {
		!defined $_ ? '' : /[",\r\n]/ ? '"' . s/"/""/gr . '"' : $_;
	} @_) . "\n";
}

# spill FILE RECORD...
sub spill {
	my ($file, @records) = @_;
	open(my $f, '>', $file) or die "$file: $!\n";
	print $f @records;
	close($f) or die "$file: $!\n";
}

# The bytes of a file, and a file of these bytes.
sub slurp {
	open my $h, '<:raw', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar(<$h>) // '';
}

sub spurt {
	open my $h, '>:raw', $_[0] or die "$_[0]: $!\n";
	print $h $_[1];
	close $h or die "$_[0]: $!\n";
}

# TAP: ok GOOD, NAME [, NOTE]... and at the end done.
my ($tests, $failed) = (0, 0);
sub ok {
	my ($good, $name, @notes) = @_;
	$tests++;
	$failed++ if !$good;
	print $good ? '' : 'not ', "ok $tests - $name\n";
	print "# $_\n" for @notes;
}

sub done {
	print "1..$tests\n";
	exit($failed ? 1 : 0);
}
1;
