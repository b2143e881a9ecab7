#!/usr/bin/perl
# Plain rows past the parser (plainrow.h) give what the parser gives: status,
# data and messages of build/bin/sheet-extract beside those of a program that
# parses all (make: PARSE_ALL), on the fixtures, on generated sheets full of
# what is nearly plain, on damaged ones and on all of shared/data. PLAIN=n
# takes so many generated sheets. Places come from a fixed sequence.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);
use FindBin;
use lib $FindBin::Bin;
use Made qw(any one slurp spurt ok done);
use Ready;

my $root = abs_path(dirname($0) . '/../..');
my $bin = $ENV{BIN} // "$root/build/bin";
my ($ours, $other) = ("$bin/sheet-extract", "$bin/../parse-all/sheet-extract");
my $tmp = tempdir(CLEANUP => 1);

Made::begin(1);

Ready::begin($tmp, $bin);

# Each reads what is at one place.
sub run {
	my ($program, $file) = @_;
	unlink "$tmp/given";
	symlink $file, "$tmp/given" or die "$tmp/given: $!\n";
	my $status = Ready::run($program, "$tmp/given");
	return join "\n", "status $status", slurp("$tmp/err"),
	    slurp("$tmp/out");
}

my (%seen, @bad);

sub same {
	my ($file, $what) = @_;
	my ($a, $b) = map { run($_, $file) } $ours, $other;
	my ($status) = $a =~ /^status (\d+)/;
	$seen{$status}++;
	push @bad, "$what\n" . substr($a, 0, 300) . "\nbut parsed: "
	    . substr($b, 0, 300) if $a ne $b || $status > 2;
}

sub report {
	my ($name) = @_;
	my $n = 0;
	$n += $_ for values %seen;
	my $counts = join ', ', map { "$seen{$_} with status $_" } sort keys %seen;
	ok(!@bad, "$name: the same both ways", "$n: $counts",
	    map { s/[^\x20-\x7e\n]/?/gr =~ s/\n/\n# /gr } @bad);
	(%seen, @bad) = ();
	return $n;
}

require "$root/testdata/sheet-extract/book.pl";

# A workbook around this worksheet part.
sub workbook {
	my ($xml) = @_;
	spurt("$tmp/book.xlsx", book("!xlsx Blad\n== xl/sharedStrings.xml\n<sst xmlns="
	    . '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
	    . "<si><t>een</t></si><si><t>twee, \"2\"</t></si></sst>\n"
	    . "== xl/styles.xml\n<styleSheet><cellXfs><xf numFmtId=\"0\"/>"
	    . '<xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/>'
	    . "</cellXfs></styleSheet>\n== xl/worksheets/sheet1.xml\n$xml\n"));
	return "$tmp/book.xlsx";
}

my @numbers = ('1', '0', '12', '1.5', '45292.520844907405', '-3', '1E3', '',
    '87.718146718146713', '1.1000000000000001', ' 7 ', '60', '3000000');
my @values = (@numbers, 'tekst', "\xc3\xa9\xc3\xa9n", '_x0041_', '_x000D_b',
    'a &amp; b', '&lt;3&gt;', "\xc3\xa9&apos;&quot;", '&amp;amp;', '&amp;1',
    "twee\nregels", '2024-01-31', '31-12-2024', 'TRUE', '1e400', ' a ');
my @odd = ('&amp;', '&lt;', '&#65;', '&nbsp;', '<!-- c -->', '<![CDATA[1]]>',
    '<?p i?>', "\xff", "\xed\xa0\x80", "\xef\xbf\xbe", "\x01", "\r\n", ']]>',
    '<x/>', "\xf0\x9f\x98\x80", '>', '"', "'", '</v>', '<row>', '</row>');
my @cell = (' cm="1"', ' t="q"', ' r="A1"', ' s="99"', ' r="XFE1"', " s='1'",
    ' xmlns="urn:x"', ' x14ac:a="1"', ' y:a="1"', ' s="1" s="1"', '  s="1"');
my @row = (' spans="1:9"', ' ht="0"', ' hidden="1"', ' hidden="true"',
    ' ht="12.8" customHeight="1"', ' x14ac:dyDescent="0.25"', ' odd="1"',
    ' r="0"', ' r="1048577"', ' spans="1" spans="1"', ' s="&lt;"', ' ');
my @between = ("\n", ' ', '<!-- </row> -->', '<?a </row>?>', 'tekst', '<x/>',
    '<row/>', "\r\n", '<mc:Choice xmlns:mc="m"><row/></mc:Choice>', '&amp;');

sub value {
	my ($odd, $type) = @_;
	my $v = one($type =~ /str|Str|e/ ? @values : @numbers);
	$v = one('2024-01-31', '2024-01-31T12:00:00') if $type eq ' t="d"';
	$v = one(@values) if any(100) < $odd;
	substr($v, any(length($v) + 1), 0) = one(@odd) if any(100) < $odd;
	return $v;
}

sub letters {
	my ($i) = @_;
	return $i < 26 ? chr(65 + $i) : letters(int($i / 26) - 1)
	    . chr(65 + $i % 26);
}

sub cell {
	my ($r, $c, $odd) = @_;
	my $type = one('', '', '', ' t="n"', ' t="s"', ' t="str"', ' t="b"',
	    ' t="e"', ' t="d"', ' t="inlineStr"');
	my $more = any(100) < $odd ? one(@cell) : '';
	my $style = one('', '', ' s="1"', ' s="2"', ' s="3"');
	my $at = any(20) ? sprintf ' r="%s%d"', letters($c), $r : '';
	my @attributes = sort { any(3) - 1 } $at, $style, $type, $more;
	my $v = $type eq ' t="s"' && any(100) >= $odd ? any(2)
	    : $type eq ' t="b"' ? any(2) : value($odd, $type);
	my $f = one('', '', '', '<f>A1+B2</f>', '<f>"&amp;"&lt;A1</f>',
	    '<f t="shared" ref="A1:B2" si="0">A1</f>', '<f t="shared" si="0"/>',
	    '<f ca="1"/>', '<f>' . value($odd, 'e') . '</f>');
	my $in = $type eq ' t="inlineStr"'
	    ? one("<is><t>$v</t></is>", "<is><t xml:space=\"preserve\">$v</t></is>",
		"<is><r><t>$v</t></r><r><t>b</t></r></is>")
	    : one(("$f<v>$v</v>") x 8, $f, '<v/>');
	return any(12) ? "<c@attributes>$in</c>" =~ s/ +/ /gr =~ s/ >/>/r
	    : "<c$at$style/>";
}

sub sheet {
	my ($odd) = @_;
	my ($ns, $prefix) = ('http://schemas.openxmlformats.org/'
	    . 'spreadsheetml/2006/main', any(3) ? ' xmlns:x14ac="urn:x"' : '');
	my $data = '';
	my $r = 0;
	for (1 .. 3 + any(12)) {
		$r += 1 + (any(6) ? 0 : any(5));
		$r = 1 + any(9) if any(400) < $odd;
		my $at = any(20) ? qq( r="$r") : '';
		my $more = any(100) < $odd ? one(@row) : one('', '', $row[0],
		    $row[1], $row[2], $row[4], $prefix ? $row[5] : '');
		my ($c, $cells) = (0, '');
		for (1 .. any(7)) {
			$cells .= cell($r, $c, $odd);
			$c += 1 + (any(4) ? 0 : any(3));
		}
		$data .= "<row$at$more>$cells</row>";
		$data .= any(100) < $odd ? one(@between) : any(3) ? '' : "\n";
	}
	return one('', '', "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
	    '<?xml version="1.0" encoding="US-ASCII"?>')
	    . "<worksheet xmlns=\"$ns\"$prefix><sheetData>$data</sheetData>"
	    . '<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>';
}

# A byte gone, doubled, changed, or cut off there.
sub hurt {
	my ($xml) = @_;
	my $at = any(length $xml);
	my $how = any(4);
	substr($xml, $at, 1) = $how == 0 ? '' : $how == 1
	    ? substr($xml, $at, 1) x 2 : $how == 2 ? chr any(256) : "\0";
	return any(12) ? $xml : substr $xml, 0, $at;
}

for my $f (glob "'$root/testdata/sheet-extract/'*.in.txt") {
	next if $f =~ /ods/;
	spurt("$tmp/book.xlsx", book(slurp($f)));
	same("$tmp/book.xlsx", basename($f));
}
same($_, basename($_)) for glob "'$root/testdata/nightly/plannen/'*.xlsx";
report('the fixtures');

my $count = $ENV{PLAIN} // 120;
for my $i (1 .. $count) {
	my $xml = sheet($i % 3 == 0 ? 0 : $i % 3 == 1 ? 3 : 15);
	same(workbook($xml), "generated $i: $xml");
	$xml = hurt($xml);
	same(workbook($xml), "generated $i, damaged: $xml") if $i % 2;
}
my %all = %seen;
report('generated sheets');
ok(($all{0} // 0) + ($all{1} // 0) >= $count / 6 && $all{2} >= $count / 6,
    'some are read, some refused');

my $shared = "$root/../shared/data";
if (-d $shared) {
	same($_, basename($_)) for glob("'$shared/sheets/workbooks/'*.xls[xm]"),
	    glob("'$shared/evil/'*.xlsx"), glob "'$shared/plans/'*.xlsx";
	report('workbooks of others');
} else {
	ok(1, 'workbooks of others # SKIP no shared/data here');
}
done();
