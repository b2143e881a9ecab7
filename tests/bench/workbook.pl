#!/usr/bin/perl
# A workbook of ROWS x 20 for the benchmark, as Excel writes one: texts
# shared, whole numbers, decimals, dates, and doubles of 17 digits.
# workbook.pl ROWS >FILE.xlsx
use strict;
use warnings;
use Compress::Raw::Zlib;

my $rows = shift // 200000;
my $main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
my $office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
my $package = 'http://schemas.openxmlformats.org/package/2006';
my $app = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
my $decl = qq(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n);
my ($at, $directory, $count, $state) = (0, '', 0, 1);
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

my @kinds = split //, 'ssdsiiiiiiiissffdnsi';

sub cell {
	my ($kind, $place) = @_;
	return qq(<c r="$place" t="s"><v>) . number(20000) . '</v></c>'
	    if $kind eq 's';
	return qq(<c r="$place" s="1"><v>) . (40000 + number(8000))
	    . '</v></c>' if $kind eq 'd';
	return qq(<c r="$place"><v>) . number(5000) . '</v></c>'
	    if $kind eq 'i';
	return sprintf '<c r="%s"><v>%.2f</v></c>', $place,
	    number(1000000) / 100 if $kind eq 'f';
	return sprintf '<c r="%s"><v>%.17g</v></c>', $place,
	    number(100000) / 777;
}

my $r = 0;

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
    . '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
    . 'applyNumberFormat="1"/></cellXfs></styleSheet>'));
part('xl/sharedStrings.xml', once(qq(<sst xmlns="$main" count="20000" )
    . 'uniqueCount="20000">' . join('', map {
	"<si><t>Deelplan $_ Oosterwold</t></si>" } 1 .. 20000) . '</sst>'));
part('xl/worksheets/sheet1.xml', \&sheet_text);
my $end = $at;
out($directory . "PK\5\6" . pack 'vvvvVVv', 0, 0, $count, $count,
    length $directory, $end, 0);
