#!/usr/bin/perl
# Entries of an Atom feed past the parser (plainentry.h) give what the parser
# gives. They are looked for under the prefixes d and m alone: of each feed here
# there is a twin with D and M, byte for byte the same else, which goes to the
# parser as a whole; status, data and messages must be those of the other. Feeds
# are full of what is nearly plain, and some are damaged. PLAIN=n takes so many.
# Places come from a fixed sequence.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);
use FindBin;
use lib $FindBin::Bin;
use Made qw(any one slurp spurt ok done);

my $root = abs_path(dirname($0) . '/../..');
my $tool = ($ENV{BIN} // "$root/build/bin") . '/cbs-extract';
my $tmp = tempdir(CLEANUP => 1);
my $ado = 'http://schemas.microsoft.com/ado/2007/08/dataservices';

Made::begin(1);

# What libxml2 says first of bytes that are not UTF-8 depends on how many come
# behind them in the piece that it is fed.
sub run {
	my ($xml) = @_;
	spurt("$tmp/feed.xml", $xml);
	my $rc = system "$tool '$tmp/feed.xml' >'$tmp/out' 2>'$tmp/err'";
	my $said = slurp("$tmp/err");
	$said =~ s/(: XML line \d+: )(?:a character|not well-formed).*/$1not XML/
	    if !utf8::decode(my $copy = $xml);
	# In a damaged feed a prefix may come to stand in a text.
	return join("\n", "status $rc", $said, slurp("$tmp/out"))
	    =~ s/([DM])(?=:)/\l$1/gr;
}

my (%seen, @bad);

# \1 and \2 stand for the prefixes.
sub same {
	my ($feed, $what) = @_;
	my ($a, $b) = map { run($_) } $feed =~ tr/\1\2/dm/r,
	    $feed =~ tr/\1\2/DM/r;
	my ($status) = $a =~ /^status (\d+)/;
	$seen{$status >> 8}++;
	push @bad, "$what\n" . substr($a, 0, 300) . "\nbut parsed: "
	    . substr($b, 0, 300) . "\n" . $feed =~ tr/\1\2/dm/r
	    if $a ne $b || $status & 127 || $status >> 8 > 2;
}

sub report {
	my ($name) = @_;
	my $counts = join ', ', map { "$seen{$_} with status $_" } sort keys %seen;
	ok(!@bad, "$name: the same both ways", $counts,
	    map { s/[^\x20-\x7e\n]/?/gr =~ s/\n/\n# /gr } @bad);
	my %was = %seen;
	(%seen, @bad) = ();
	return %was;
}

my @numbers = ('1', '0', '12', '-3', '1.5', '', '  7', '1e3', '3000000');
my @values = (@numbers, 'x', 'tekst', "\xc3\xa9\xc3\xa9n", 'a &amp; b',
    '&lt;3&gt;', "\xc3\xa9&apos;&quot;", '&amp;amp;', "twee\nregels", ' a ',
    "een lange tekst, langer dan zestien bytes", 'twee "woorden"', "\ta");
my @odd = ('&#65;', '&nbsp;', '&amp', '<!-- </entry> -->', '<![CDATA[1]]>',
    '<?p </entry>?>', "\xff", "\xed\xa0\x80", "\xef\xbf\xbe", "\xef\xbb\xbf",
    "\3", "\r", "\r\n", ']]>', '>', "\xf0\x9f\x98\x80", "\x7f", '<x/>', '&#13;',
    "</\1:A_1>", '</entry>', '<entry>', "<\2:properties/>", "<\1:Z_9>1</\1:Z_9>",
    '<?xml version="1.0"?>', "\n\n", 'tekst', '&', '<', "\x0c");
my @attributes = (" \2:type='Edm.Int32'", " \2:null=\"1\"", ' xml:lang="nl"',
    " \2:null=\"false\"", ' xml:space="default"', " \2:type=\"Edm.String\"",
    " \2:type=\"&lt;\"", " xmlns:\1=\"urn:x\"", " xmlns:\2=\"urn:x\"", ' a="1"',
    ' xmlns="urn:x"', " \1:type=\"Edm.String\"", ' ', "\n", ' xml:base="b"',
    " \2:type=\"\"", " xmlns:\1=\"$ado\"", ' q:a="1"', ' a="1" a="2"',
    ' title=">"', "\t\2:null=\"true\"", " \2:null=\"true\"");
my @rests = ('<link rel="edit" title="a" href="http://x/&amp;b" />',
    '<author><name>CBS</name></author>', '<title />', '<id>&lt;1&gt;</id>',
    '<summary type="text">a<b>c<i/></b></summary>', '<a><b></a></b>', '<a a="">',
    '<x:a/>', '<a b="1" b="1"/>', "<a b=\"\xc3\xa9\"/>", '<title></title >',
    '<a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a>',
    '<xmlns/>', '<a a="" b="" c="" e="" f="" g="" h="" i="" j=""/>',
    "<\2:content/>", "<id>r\xc3\xa9</id>", '<category term="a" scheme="b"/>');

# A property; one in so many has something odd.
sub property {
	my ($name, $type, $value, $odd) = @_;
	my $more = any(100) < $odd ? one(@attributes) : '';
	$value = one(@values) if any(100) < 3 * $odd;
	substr($value, any(length($value) + 1), 0) = one(@odd)
	    if any(100) < $odd;
	my $null = $type && !any(7) ? " \2:null=\"true\"" : '';
	my $at = "$name$type$null$more";
	$at = "$name$null$type" unless any(9);
	return one("<\1:$at/>", "<\1:$at />") if $null && any(4);
	return "<\1:$at>$value</\1:$name>";
}

# The third is of texts.
sub measure {
	my ($name, $odd) = @_;
	return property($name, one('', " \2:type=\"Edm.String\""), one(@values),
	    $odd) if $name eq 'M3_3';
	return property($name, one(" \2:type=\"Edm.Int32\"",
	    " \2:type=\"Edm.Double\"", ''), one(@numbers), $odd);
}

my $id = 0;

sub entry {
	my ($odd, $names, $nl) = @_;
	my $id_type = " \2:type=\"Edm.Int32\"";
	my @all = ("<\1:ID$id_type>" . $id++ . "</\1:ID>",
	    property('RegioS', one('', ' xml:space="preserve"'),
		one('GM0034', 'GM0034  ', 'NL01', 'PV24'), $odd / 4),
	    property('Perioden', '', 2010 + any(9) . one('JJ00', 'KW01', 'MM12'),
		$odd / 4),
	    map { measure($_, $odd) } @$names);
	@all = sort { any(3) - 1 } @all if any(100) < $odd;
	push @all, one(@all) if any(100) < $odd;
	splice @all, any(scalar @all), 1 if any(150) < $odd;
	my @head = ("<id>http://x/TypedDataSet($id)</id>",
	    map { any(3) ? () : one(@rests[0 .. 4]) } 1 .. 3);
	push @head, one(@rests) if any(100) < $odd;
	my $content = join $nl, "<content type=\"application/xml\">",
	    "<\2:properties>", @all, "</\2:properties>", '</content>';
	my $entry = join $nl, '<entry>', @head, $content, '</entry>';
	if (any(100) < 2 * $odd) {
		my @tags = split /(?<=>)/, $entry;
		$tags[any(scalar @tags)] .= one(@odd);
		$tags[any(scalar @tags)] =~ s/(?= ?\/?>$)/one(@attributes)/e
		    if any(2);
		$entry = join '', @tags;
	}
	return $entry;
}

sub page {
	my ($odd) = @_;
	my $strange = any(100) < $odd;
	my $nl = one("\n", "\n", "\n    ", "\r\n  ", '', "\n\n");
	my @names = map { "M$_" . "_$_" } 1 .. 1 + any(4);
	my ($ds, $ms) = (" xmlns:\1=\"$ado\"", " xmlns:\2=\"$ado/metadata\"");
	my $spaces = one($ds . $ms, $ds . $ms, $ms . $ds);
	$spaces = one($ds, $ms, " xmlns:\1=\"urn:x\"$ms", "$ds xmlns:\2=\"urn:x\"",
	    " xmlns:\1=\"$ado/metadata\" xmlns:\2=\"$ado\"", "$ds$ds$ms",
	    ' xmlns:x="urn:x"' . $ds . $ms) if $strange;
	my $page = one('', "\xef\xbb\xbf")
	    . one('<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0"?>',
		$strange ? '<?xml version="1.0" encoding="US-ASCII"?>' : ())
	    . $nl . '<feed xml:base="http://x/OData/99001NED"'
	    . ' xmlns="http://www.w3.org/2005/Atom"' . "$spaces>$nl"
	    . '<title>' . one('Typed', 'Untyped') . "DataSet</title>$nl";
	for (1 .. 2 + any(6)) {
		push @names, "N_$id" if any(100) < $odd;
		$page .= entry($odd, \@names, $nl) . $nl;
		$page .= one(@odd, @rests) if any(300) < $odd;
	}
	return "$page</feed>" . one('', "\n");
}

# A byte gone, doubled, changed (not into one of a prefix), or cut off there.
sub hurt {
	my ($feed) = @_;
	my $at = any(length $feed);
	my $how = any(4);
	substr($feed, $at, 1) = $how == 0 ? '' : $how == 1
	    ? substr($feed, $at, 1) x 2 : $how == 2
	    ? chr(any(256)) =~ s/[\1\2dmDM]/x/r : "\0";
	return any(12) ? $feed : substr $feed, 0, $at;
}

# Those that are: their prefixes stand in tags, and nowhere else.
for my $f (glob("'$root/testdata/cbs-extract/'*typed*.xml"),
    glob "'$root/../shared/data/cbs/atom/'*_TypedDataSet_*.xml") {
	same(slurp($f) =~ s/(xmlns:|<\/?| )([dm])(?=[:=])/$1 . $2 =~ tr{dm}{\1\2}r/ger,
	    basename($f));
}
report('feeds at hand');

my $count = $ENV{PLAIN} // 40;
my %all;
for my $i (1 .. $count) {
	my $odd = $i % 3 == 0 ? 0 : $i % 3 == 1 ? 2 : 10;
	my $feed = join '', map { page($odd) } 0 .. !any(4);
	$feed = hurt($feed) if $i % 4 == 0;
	same($feed, "feed $i");
}
%all = report('feeds made up');
ok(($all{0} // 0) + ($all{1} // 0) >= $count / 6 && ($all{2} // 0) >= $count / 6,
    'some are read, some refused');
done();
