#!/usr/bin/perl
# nightdata.pl PLANS OBSERVATIONS OUT: Flevoland's folder and deliveries as
# OUT/province and OUT/data with so many times the plans (each delivery's own
# rows again, under other names) and observations (the tables of CBS with more
# municipalities, the others and their catalogues with more indicators). Made
# up, and always the same.
use strict;
use warnings;
use Cwd 'realpath';
use File::Basename 'dirname';
use File::Path 'make_path';

my $top;
BEGIN { $top = dirname(dirname(dirname(realpath(__FILE__)))); }
use lib "$top/pipelines/publish.d";
use Csv;

my ($plans, $observations, $out) = @ARGV;
my $from = "$top/testdata/nightly";

sub run {
	system(@_) == 0 or die "$_[0] failed\n";
}

sub text {
	my ($file) = @_;
	open my $in, '<:raw', $file or die "$file: $!\n";
	local $/;
	return scalar <$in>;
}

sub write_file {
	my ($file, @text) = @_;
	open my $to, '>:raw', $file or die "$file: $!\n";
	print $to @text or die "$file: $!\n";
	close $to or die "$file: $!\n";
}

# The lines of plans again: FILE, whether a line is one, and what makes its
# plan another (the copy's number in $_[0]; the line in $_).
sub delivery {
	my ($file, $plan, $rename) = @_;
	my ($eol) = text("$from/$file") =~ /(\r?\n)/;
	my @lines = split /\r?\n/, text("$from/$file");
	my @own = grep { /$plan/ } @lines;
	my @last = grep { /^Totaal/ } @lines;
	my @made = grep { !/^Totaal/ } @lines;
	for my $copy (2 .. $plans) {
		push @made, map { local $_ = $_; $rename->($copy); $_ } @own;
	}
	write_file("$out/data/$file", map { "$_$eol" } @made, @last);
}

# A workbook: the sheet's rows again, with the names of plans in their cells.
sub workbook {
	my ($file, $sheet, $first, $last, @names) = @_;
	my $path = "$out/data/$file";
	run('cp', "$from/$file", $path);
	chmod 0644, $path;
	my $xml = `unzip -p '$path' $sheet`;
	my @shared = `unzip -p '$path' xl/sharedStrings.xml` =~
	    m{<si><t[^>]*>(.*?)</t></si>}gs;
	my ($head, $rows, $tail) = $xml =~ m{^(.*<sheetData>)(.*)(</sheetData>.*)$}s;
	my @rows = $rows =~ m{<row .*?</row>}gs;
	my @own = grep { /^<row r="(\d+)"/ && $1 >= $first && $1 <= $last } @rows;
	my @sum = grep { /^<row r="(\d+)"/ && $1 > $last } @rows;
	@rows = grep { /^<row r="(\d+)"/ && $1 <= $last } @rows;
	my $r = $last;
	for my $copy (2 .. $plans) {
		for my $row (@own) {
			local $_ = $row;
			my ($was, $now) = (/^<row r="(\d+)"/, ++$r);
			s/r="([A-Z]*)$was"/r="$1$now"/g;
			s{<f>.*?</f>}{}g;
			for my $column (@names) {
				s{<c r="($column\d+)" t="s"><v>(\d+)</v></c>}
				    {<c r="$1" t="inlineStr"><is><t>$shared[$2] $copy</t></is></c>};
			}
			push @rows, $_;
		}
	}
	my $shift = $r - $last;
	s/(<row r="|<c r="[A-Z]+)(\d+)"/$1 . ($2 + $shift) . '"'/ge,
	    s{<f>.*?</f>}{}g, s/<v>(-?\d+)(?=<\/v><\/c>)/'<v>' . $1/ge for @sum;
	make_path("$out/sheet/" . dirname($sheet));
	write_file("$out/sheet/$sheet", $head, @rows, @sum, $tail);
	run('sh', '-c', 'cd "$1" && zip -q -1 "$2" "$3"', 'sh', "$out/sheet",
	    realpath($path), $sheet);
}

# Municipalities that there are not, for each one of CBS's tables: so many
# that the regions become OBSERVATIONS times as many (six of eight are these).
sub towns {
	my @towns = qw(GM0034 GM0303 GM0995 GM0171 GM0184 GM0050);
	my @made;
	for my $k (1 .. int(8 * ($observations - 1) / 6 + 0.5)) {
		push @made, map { [$towns[$_], sprintf 'GM%04d',
			2000 + 6 * $k + $_] } 0 .. $#towns;
	}
	return @made;
}

# An Atom feed: the entries of a municipality again, of another.
sub feed {
	my ($text) = @_;
	my ($head, $entries, $tail) = $text =~
	    m{^(.*?)(<entry>.*</entry>)(.*)$}s;
	my %of;
	for my $entry ($entries =~ m{<entry>.*?</entry>\s*}gs) {
		push @{$of{$1}}, $entry if $entry =~
		    m{<d:(?:RegioS|Key)[^>]*>(GM\d+)};
	}
	my $id = 1_000_000;
	my @more;
	for my $pair (towns()) {
		my ($town, $other) = @$pair;
		for my $entry (@{$of{$town}}) {
			$id++;
			push @more, $entry =~ s/\Q$town\E/$other/gr =~
			    s{(<d:ID[^>]*>)\d+}{$1$id}r =~
			    s{(TypedDataSet\()\d+}{$1$id}gr =~
			    s{(<d:Title>)([^<]*)}{$1$2 $other}r;
		}
	}
	return ($head, $entries, "\n", @more, $tail);
}

sub atom {
	my ($table) = @_;
	make_path("$out/data/$table");
	run('sh', '-c', 'cp "$1"/* "$2"', 'sh', "$from/$table",
	    "$out/data/$table");
	write_file("$out/data/$table/RegioS.xml",
	    feed(text("$from/$table/RegioS.xml")));
	my $data = "$out/data/$table/TypedDataSet.xml";
	write_file($data, feed(scalar `gzip -dc '$from/$table/TypedDataSet.xml.gz'`));
	run('gzip', '-nf', '-1', $data);
}

sub bulk {
	my ($table) = @_;
	make_path("$out/bulk");
	run('unzip', '-q', '-o', "$from/$table.zip", '-d', "$out/bulk");
	my @rows = split /(?<=\n)/, text("$out/bulk/Observations.csv");
	my @regions = text("$out/bulk/RegioSCodes.csv") =~ /^(GM[^\n]*;)"GM/mg;
	my (@more, @codes, $id);
	$id = @rows;
	for my $pair (towns()) {
		my ($town, $other) = @$pair;
		push @more, map { s/\b$town\b/$other/r =~ s/^\d+/$id++/er }
		    grep { /\b$town\b/ } @rows;
		push @codes, map { s/^$town/$other/r =~ s/;([^;]*);$/;$1 $other;\n/r }
		    grep { /^$town/ } @regions;
	}
	write_file("$out/bulk/Observations.csv", @rows, @more);
	write_file("$out/bulk/RegioSCodes.csv",
	    text("$out/bulk/RegioSCodes.csv") =~ s/\n*\z/\n/r, @codes);
	unlink "$out/data/$table.zip";
	run('sh', '-c', 'cd "$1" && zip -q -1 "$2" *', 'sh', "$out/bulk",
	    realpath("$out/data") . "/$table.zip");
}

# Another name for a thing, of at most 31 bytes.
sub another {
	my ($name, $copy) = @_;
	return substr($name, 0, 27) . "_$copy";
}

# Observations, and a catalogue: with more subjects.
sub subjects {
	my ($in, $to, %keep) = @_;
	my $csv = Csv->open($in);
	my @columns = @{$csv->{header}};
	my @rows;
	while (my $row = $csv->row) {
		push @rows, $row;
	}
	my @text = (Csv::line(@columns));
	for my $copy (1 .. $observations) {
		for my $row (@rows) {
			my %row = %$row;
			if ($copy > 1) {
				$row{$_} = another($row{$_}, $copy) for grep {
				    length($row{$_} // '') }
				    qw(onderwerp code);
				$row{naam} .= " $copy" if exists $row{naam};
			}
			push @text, Csv::line(@row{@columns});
		}
	}
	binmode STDOUT;
	utf8::encode($_) for @text;
	write_file($to, @text);
}

make_path($out);
run('cp', '-R', $from, "$out/data");
run('cp', '-R', "$top/pipelines/flevoland", "$out/province");
run('chmod', '-R', 'u+w', $out);
# So many dwellings are more than the stock.
write_file("$out/province/grenzen.csv", <<'END');
maat,gemeente,daling,stijging,vanaf,toelichting
voorraad,,,99999,,verzonnen
END
workbook('plannen/almere.xlsx', 'xl/worksheets/sheet1.xml', 2, 321, 'A', 'B');
workbook('plannen/lelystad.xlsx', 'xl/worksheets/sheet2.xml', 6, 14, 'A', 'B');
delivery('plannen/dronten.csv', qr/^D-/, sub { s/^([^;]*);([^;]*)/$1-$_[0];$2 $_[0]/ });
delivery('plannen/noordoostpolder.csv', qr/^NOP;/, sub {
	s/^NOP;([^;]*);([^;]*)/NOP;$1-$_[0];$2 $_[0]/ });
delivery('plannen/urk.csv', qr/^Gemeente Urk/, sub {
	s/^Gemeente Urk,(?:"([^"]*)"|([^,]*))/'Gemeente Urk,"' .
	    ($1 \/\/ $2) . " $_[0]\""/e });
delivery('plannen/zeewolde.csv', qr/^ZW/, sub { s/^(ZW\d+)\t([^\t]*)/$1-$_[0]\t$2 $_[0]/ });
atom('81955NED');
bulk('86098NED');
subjects("$from/welvaart/brede-welvaart.csv", "$out/data/welvaart/brede-welvaart.csv");
subjects("$from/monitoren/monitoren.csv", "$out/data/monitoren/monitoren.csv");
subjects("$top/pipelines/flevoland/$_.csv", "$out/province/$_.csv")
    for qw(indicatoren monitoren);
