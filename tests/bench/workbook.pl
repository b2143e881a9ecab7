#!/usr/bin/perl
# A workbook of ROWS x 20 for the benchmark, as Excel writes one: texts
# shared, whole numbers, decimals, dates, and doubles of 17 digits. KIND makes
# it another: formulas (all numbers), styles (4,000), inline (texts in their
# cells, with references), dates (nothing else), strings (a million shared
# ones), ods, or xls (at most 65,536 rows).
# workbook.pl ROWS [KIND] >FILE
use strict;
use warnings;
use Compress::Raw::Zlib;

my $rows = shift // 200000;
my $kind = shift // 'plain';
my $shared = $kind eq 'strings' ? 1000000 : 20000;
my $main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
my $office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
my $package = 'http://schemas.openxmlformats.org/package/2006';
my $app = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
my $decl = qq(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n);
my ($at, $directory, $count, $state, $r) = (0, '', 0, 1, 0);
binmode STDOUT;

sub out {
	print STDOUT $_[0] or die "$!\n";
	$at += length $_[0];
}

# A part whose text comes piece by piece; sizes follow its data.
sub part {
	my ($name, $next) = @_;
	my ($start, $crc, $size, $packed) = ($at, 0, 0, 0);
	my ($z) = Compress::Raw::Zlib::Deflate->new(
	    -WindowBits => -MAX_WBITS, -AppendOutput => 1);
	out("PK\3\4" . pack('vvvvvVVVvv', 20, 8, 8, 0, 33, 0, 0, 0,
	    length $name, 0) . $name);
	my $from = $at;
	while (defined(my $text = $next->())) {
		my $data = '';
		$crc = crc32($text, $crc);
		$size += length $text;
		$z->deflate($text, $data);
		out($data);
	}
	my $data = '';
	$z->flush($data);
	out($data);
	$packed = $at - $from;
	out("PK\7\10" . pack 'VVV', $crc, $packed, $size);
	$directory .= "PK\1\2" . pack('vvvvvvVVVvvvvvVV', 20, 20, 8, 8, 0, 33,
	    $crc, $packed, $size, length $name, 0, 0, 0, 0, 0, $start) . $name;
	$count++;
}

# A part as it is: OpenDocument's type, which must come first.
sub stored {
	my ($name, $text) = @_;
	my $head = pack 'vvvvVVVvv', 0, 0, 0, 33, crc32($text, 0),
	    length $text, length $text, length $name, 0;
	$directory .= "PK\1\2" . pack('vv', 20, 20) . $head
	    . pack('vvvVV', 0, 0, 0, 0, $at) . $name;
	out("PK\3\4" . pack('v', 20) . $head . $name . $text);
	$count++;
}

sub once {
	my @list = map { $decl . $_ } @_;
	return sub { shift @list };
}

sub number {
	$state = ($state * 1103515245 + 12345) & 0x7fffffff;
	return ($state >> 4) % $_[0];
}

sub relation {
	my ($id, $type, $target) = @_;
	return qq(<Relationship Id="$id" Type="$office/$type" )
	    . qq(Target="$target"/>);
}

my @kinds = split //, $kind eq 'dates' ? 'd' x 20
    : $kind eq 'strings' ? 's' x 20 : 'ssdsiiiiiiiissffdnsi';

# A number of each kind: day, whole, amount, 17 digits.
sub value {
	my ($kind) = @_;
	return 40000 + number(8000) if $kind eq 'd';
	return number(5000) if $kind eq 'i';
	return sprintf '%.2f', number(1000000) / 100 if $kind eq 'f';
	return sprintf '%.17g', number(100000) / 777;
}

sub text {
	return "Deelplan $_[0] Oosterwold";
}

sub cell {
	my ($c, $place) = @_;
	my $style = $kind eq 'styles' ? 1 + number(4000) : $c eq 'd' ? 1 : 0;
	$style = $style ? qq( s="$style") : '';
	return qq(<c r="$place" t="inlineStr"><is><t>) . text(number(20000))
	    . ' &amp; Hout</t></is></c>' if $c eq 's' && $kind eq 'inline';
	return qq(<c r="$place" t="s"><v>) . number($shared) . '</v></c>'
	    if $c eq 's';
	my $formula = $kind eq 'formulas' ? "<f>SUM(A1,\$B\$2)*$r</f>" : '';
	return qq(<c r="$place"$style>$formula<v>) . value($c) . '</v></c>';
}

sub sheet_text {
	return if $r > $rows + 1;
	my $text = $r == 0 ? $decl . qq(<worksheet xmlns="$main"><dimension )
	    . qq(ref="A1:T$rows"/><sheetData>) : '';
	for (1 .. 200) {
		last if ++$r > $rows;
		$text .= qq(<row r="$r" spans="1:20">);
		$text .= cell($kinds[$_], chr(65 + $_) . $r) for 0 .. 19;
		$text .= '</row>';
	}
	$text .= '</sheetData></worksheet>' if $r > $rows;
	$r = $rows + 2 if $r > $rows;
	return $text;
}

sub finish {
	my $end = $at;
	out($directory . "PK\5\6" . pack 'vvvvVVv', 0, 0, $count, $count,
	    length $directory, $end, 0);
}

sub xlsx {
	part('[Content_Types].xml', once(qq(<Types xmlns="$package/content-types">)
	    . qq(<Default Extension="rels" ContentType="application/vnd.)
	    . qq(openxmlformats-package.relationships+xml"/><Default )
	    . qq(Extension="xml" ContentType="application/xml"/>)
	    . join('', map { qq(<Override PartName="/xl/$_->[0].xml" )
		. qq(ContentType="$app.$_->[1]+xml"/>) }
		['workbook', 'sheet.main'], ['worksheets/sheet1', 'worksheet'],
		['styles', 'styles'], ['sharedStrings', 'sharedStrings'])
	    . '</Types>'));
	part('_rels/.rels', once(qq(<Relationships xmlns="$package/relationships">)
	    . relation('rId1', 'officeDocument', 'xl/workbook.xml')
	    . '</Relationships>'));
	part('xl/workbook.xml', once(qq(<workbook xmlns="$main" xmlns:r="$office">)
	    . '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>'
	    . '</workbook>'));
	part('xl/_rels/workbook.xml.rels', once(
	    qq(<Relationships xmlns="$package/relationships">)
	    . relation('rId1', 'worksheet', 'worksheets/sheet1.xml')
	    . relation('rId2', 'styles', 'styles.xml')
	    . relation('rId3', 'sharedStrings', 'sharedStrings.xml')
	    . '</Relationships>'));
	part('xl/styles.xml', once(qq(<styleSheet xmlns="$main"><fonts count="1">)
	    . '<font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1">'
	    . '<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
	    . '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" '
	    . 'applyNumberFormat="1"/>' . '<xf numFmtId="4" applyNumberFormat="1"/>' x
	    ($kind eq 'styles' ? 4000 : 0) . '</cellXfs></styleSheet>'));
	part('xl/sharedStrings.xml', once(qq(<sst xmlns="$main" count="$shared" )
	    . qq(uniqueCount="$shared">) . join('', map {
		'<si><t>' . text($_) . '</t></si>' } 1 .. $shared) . '</sst>'));
	part('xl/worksheets/sheet1.xml', \&sheet_text);
	finish();
}

sub ods_cell {
	my ($c) = @_;
	return '<table:table-cell office:value-type="string"><text:p>'
	    . text(number(20000)) . '</text:p></table:table-cell>'
	    if $c eq 's';
	return sprintf '<table:table-cell office:value-type="date" '
	    . 'office:date-value="20%02d-%02d-%02d"><text:p>x</text:p>'
	    . '</table:table-cell>', number(30), 1 + number(12),
	    1 + number(28) if $c eq 'd';
	my $v = value($c);
	return '<table:table-cell office:value-type="float" '
	    . qq(office:value="$v"><text:p>$v</text:p></table:table-cell>);
}

sub ods_text {
	return if $r > $rows + 1;
	my $ns = 'urn:oasis:names:tc:opendocument:xmlns';
	my $text = $r == 0 ? '<office:document-content office:version="1.2" '
	    . join(' ', map { qq(xmlns:$_="$ns:$_:1.0") }
		'office', 'table', 'text') . '><office:body>'
	    . '<office:spreadsheet><table:table table:name="Blad1">' : '';
	for (1 .. 200) {
		last if ++$r > $rows;
		$text .= '<table:table-row>'
		    . join('', map { ods_cell($_) } @kinds)
		    . '</table:table-row>';
	}
	$text .= '</table:table></office:spreadsheet></office:body>'
	    . '</office:document-content>' if $r > $rows;
	$r = $rows + 2 if $r > $rows;
	return $text;
}

sub ods {
	my $type = 'application/vnd.oasis.opendocument.spreadsheet';
	my $manifest = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
	my $entry = '<m:file-entry m:media-type=';
	stored('mimetype', $type);
	part('META-INF/manifest.xml', once(qq(<m:manifest xmlns:m="$manifest">)
	    . qq($entry"$type" m:full-path="/"/>$entry"text/xml" )
	    . 'm:full-path="content.xml"/></m:manifest>'));
	part('content.xml', \&ods_text);
	finish();
}

sub record {
	my ($type, $data) = @_;
	return pack('vv', $type, length $data) . $data;
}

sub xls_cell {
	my ($c, $row, $column) = @_;
	my $head = pack 'vvv', $row, $column, $c eq 'd' ? 1 : 0;
	return record(0xfd, $head . pack 'V', number(20000)) if $c eq 's';
	my $v = value($c);
	return record(0x27e, $head . pack 'V', $v << 2 | 2) if $v =~ /^\d+$/;
	return record(0x203, $head . pack 'd<', $v);
}

sub xls {
	my $bof = record(0x809, pack 'vvvvVV', 0x600, 5, 0, 0, 0, 0);
	my $sst = '';
	my $strings = pack 'VV', 20000, 20000;
	for my $i (1 .. 20000) {
		my $one = pack('vC', length text($i), 0) . text($i);
		if (length($strings) + length($one) > 8000) {
			$sst .= record($sst eq '' ? 0xfc : 0x3c, $strings);
			$strings = '';
		}
		$strings .= $one;
	}
	$sst .= record(0x3c, $strings);
	my $styles = record(0xe0, pack 'vvv', 0, 0, 0)
	    . record(0xe0, pack 'vvv', 0, 14, 0);
	my $place = length($bof . $sst . $styles) + 13 + 4 + 4;
	my $stream = $bof . $styles . $sst . record(0x85,
	    pack('VCCCC', $place, 0, 0, 5, 0) . 'Blad1') . record(0x0a, '')
	    . record(0x809, pack 'vvvvVV', 0x600, 16, 0, 0, 0, 0);
	for my $row (0 .. $rows - 1) {
		$stream .= xls_cell($kinds[$_], $row, $_) for 0 .. 19;
	}
	$stream .= record(0x0a, '');
	ole($stream);
}

sub ole_entry {
	my ($name, $type, $child, $start, $size) = @_;
	my $wide = pack('v*', map { ord } split //, $name) . "\0\0";
	return $wide . "\0" x (64 - length $wide) . pack('vCCVVV',
	    length $wide, $type, 1, 0xffffffff, 0xffffffff, $child)
	    . "\0" x 36 . pack('VVV', $start, $size, 0);
}

# Sectors of 512 bytes: the stream, the directory, the table of sectors, and
# the list of its own sectors beyond the 109 in the header.
sub ole {
	my ($stream) = @_;
	my $n = int((length($stream) + 511) / 512);
	my ($fats, $lists) = (0, 0);
	for (1 .. 9) {
		$fats = int(($n + 1 + $fats + $lists + 127) / 128);
		$lists = $fats > 109 ? int(($fats - 109 + 126) / 127) : 0;
	}
	my $first = $n + 1;
	my @places = ($first .. $first + $fats - 1);
	my @fat = (1 .. $n - 1, 0xfffffffe, 0xfffffffe,
	    (0xfffffffd) x $fats, (0xfffffffc) x $lists);
	push @fat, (0xffffffff) x (128 * $fats - @fat);
	my $list = $lists ? $first + $fats : 0xfffffffe;
	my @head = splice @places, 0, 109;
	print STDOUT "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\0" x 16,
	    pack('vvvvv', 0x3e, 3, 0xfffe, 9, 6), "\0" x 6,
	    pack('V9', 0, $fats, $n, 0, 4096, 0xfffffffe, 0, $list, $lists),
	    pack('V*', @head, (0xffffffff) x (109 - @head)),
	    $stream, "\0" x (-length($stream) % 512),
	    ole_entry('Root Entry', 5, 1, 0xfffffffe, 0),
	    ole_entry('Workbook', 2, 0xffffffff, 0, length $stream),
	    "\0" x 256, pack 'V*', @fat;
	for my $i (1 .. $lists) {
		my @part = splice @places, 0, 127;
		print STDOUT pack 'V*', @part, (0xffffffff) x (127 - @part),
		    $i < $lists ? $list + $i : 0xfffffffe;
	}
}

$kind eq 'ods' ? ods() : $kind eq 'xls' ? xls() : xlsx();
