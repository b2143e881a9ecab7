# release-secrets.pl RELEASE: what is withheld, and stands in a file that is
# published all the same; a line each. Published is what uitgave.csv does not
# call besloten, whatever folder it is in, and what dcat.json announces, which
# must be some of it. Withheld are the cells that
# monitoren.csv or indicatoren.csv call `onderdrukt`, and the names and ids of
# plans that are not Openbaar. Ends with 1 when nothing is withheld at all.
use strict;
use warnings;
use File::Find qw(find);
use FindBin;
use lib "$FindBin::Bin/../../pipelines/publish.d";
use Csv;

my ($dir) = @ARGV;
my %secret; # code, regio, periode
my %published;

sub rows {
	my ($file, $do) = @_;
	my $csv = Csv->open("$dir/$file");
	while (my $r = $csv->row) {
		$do->($r);
	}
}

sub list {
	my ($file) = @_;
	my $csv = Csv->open($file);
	my @rows;
	while (my $r = $csv->row) { push @rows, $r }
	return @rows;
}

sub slurp {
	open my $in, '<:encoding(UTF-8)', "$dir/$_[0]" or die "$_[0]: $!\n";
	local $/;
	return scalar <$in>;
}

# A cell of a published file: told when it has a value and is withheld.
sub cell {
	my ($file, $code, $regio, $periode, $value) = @_;
	return if $value eq '' || $value =~ /^-9999\d$/;
	print "$file: $code of $regio in $periode is $value\n"
		if $secret{$code}{$regio}{$periode};
}

# The three shapes of a feed: long; a row per region, each column its period
# beside it or one for all; a row per period and region of Swing.
sub feed {
	my ($file) = @_;
	my %there = map { $_ => 1 } @{Csv->open("$dir/$file")->{header}};
	my @codes = grep { $there{$_} } keys %secret;
	return if !@codes && !($there{indicator_code} && $there{waarde});
	rows($file, sub {
		my ($r) = @_;
		return cell($file, @$r{qw(indicator_code regio periode waarde)})
			if defined $r->{indicator_code} && defined $r->{waarde};
		my $regio = $r->{regio} // '';
		$regio = sprintf 'GM%04d', $r->{GEBIED}
			if ($r->{GEBIEDSNIVEAU} // '') eq 'gemeente';
		for my $code (@codes) {
			cell($file, $code, $regio, $r->{"${code}_p"} //
				$r->{periode} // $r->{PERIODE}, $r->{$code});
		}
	});
}

for my $file (qw(monitoren.csv indicatoren.csv)) {
	next if !-f "$dir/$file";
	rows($file, sub {
		my ($r) = @_;
		$secret{$r->{indicator_code}}{$r->{regio}}{$r->{periode}} = 1
			if $r->{reden} eq 'onderdrukt';
	});
}
my (%open, %closed);
rows('plannen.csv', sub {
	my ($r) = @_;
	my $in = $r->{vertrouwelijkheid} eq 'Openbaar' ? \%open : \%closed;
	$in->{$_} = 1 for grep { length > 3 } @$r{qw(plan_naam plan_id)};
});
delete @closed{keys %open};

my @closed = map { $_->{pad} =~ s/\./\\./gr =~ s/\*/[^\/]*/gr } grep { $_->{sommen} =~ /^besloten/ }
	list("$FindBin::Bin/../../pipelines/uitgave.csv");
find(sub {
	return if !-f;
	my $file = substr $File::Find::name, length("$dir/");
	$published{$file} = 1 if !grep { $file =~ /^$_$/ } @closed;
}, "$dir/");
my $announced = slurp('dcat.json');
while ($announced =~ m{"dcat:downloadURL".*?"([^"]+\.csv)"}gs) {
	print "$1: announced, and besloten\n" if !$published{$1};
}
for my $file (sort keys %published) {
	feed($file) if $file =~ /\.csv$/;
	my $text = slurp($file);
	for my $name (sort keys %closed) {
		print "$file: $name\n" if index($text, $name) >= 0 &&
			$text =~ /(?<!\w)\Q$name\E(?!\w)/;
	}
}
exit !(%secret && %closed && keys %published > 20);
