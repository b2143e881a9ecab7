# Writes a small workbook as Excel does: shared strings, styles, merged cells,
# formulas with their cached value. A cell is undef, a number, a text, or
# {v => value, f => formula, s => style}; style 1 is bold, 2 a date.
package Xlsx;
use strict;
use warnings;
use utf8;
use Pak;
use Exporter 'import';
our @EXPORT = qw(schrijf_xlsx letters);

my $XML = qq(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n);
my $MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
my $REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
my $PKG = 'http://schemas.openxmlformats.org/package/2006';
my $CT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

# A, Z, AA: column from 0.
sub letters {
	my ($n) = @_;
	return $n < 26 ? chr(65 + $n) :
		chr(64 + int($n / 26)) . chr(65 + $n % 26);
}

sub tekst {
	my ($s) = @_;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	return $s;
}

sub cel {
	my ($strings, $at, $cell) = @_;
	return '' if !defined $cell;
	my ($v, $f, $s) = ref $cell ? @$cell{qw(v f s)} : ($cell);
	my $style = $s ? " s=\"$s\"" : '';
	return "<c r=\"$at\"$style/>" if !defined $v;
	my $formula = defined $f ? '<f>' . tekst($f) . '</f>' : '';
	return "<c r=\"$at\"$style>$formula<v>$v</v></c>"
		if $v =~ /^-?\d+(\.\d+)?$/;
	$strings->{$v} = keys %$strings if !exists $strings->{$v};
	return "<c r=\"$at\"$style t=\"s\"><v>$strings->{$v}</v></c>";
}

sub blad {
	my ($strings, $sheet) = @_;
	my ($data, $n) = ('', 0);
	for my $row (@{$sheet->{rows}}) {
		$n++;
		my $cells = join '', map { cel($strings, letters($_) . $n,
			$row->[$_]) } 0 .. $#$row;
		$data .= "<row r=\"$n\">$cells</row>" if $cells ne '';
	}
	my @merged = @{$sheet->{merged} // []};
	my $merge = @merged ? '<mergeCells count="' . @merged . '">' .
		join('', map { "<mergeCell ref=\"$_\"/>" } @merged) .
		'</mergeCells>' : '';
	return "$XML<worksheet xmlns=\"$MAIN\"><sheetData>$data</sheetData>" .
		"$merge</worksheet>";
}

sub strings_xml {
	my ($strings) = @_;
	my @list = sort { $strings->{$a} <=> $strings->{$b} } keys %$strings;
	return "$XML<sst xmlns=\"$MAIN\" uniqueCount=\"" . @list . '">' .
		join('', map { '<si><t xml:space="preserve">' . tekst($_) .
		'</t></si>' } @list) . '</sst>';
}

sub styles_xml {
	return "$XML<styleSheet xmlns=\"$MAIN\"><fonts count=\"2\"><font/>" .
		'<font><b/></font></fonts><fills count="1"><fill/></fills>' .
		'<borders count="1"><border/></borders><cellXfs count="3">' .
		'<xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>' .
		'<xf numFmtId="14" fontId="0" applyNumberFormat="1"/></cellXfs>' .
		'</styleSheet>';
}

sub relaties {
	my ($n, @rels) = (0, @_);
	return "$XML<Relationships xmlns=\"$PKG/relationships\">" .
		join('', map { $n++; "<Relationship Id=\"rId$n\" Type=\"$REL/" .
		"$_->[0]\" Target=\"$_->[1]\"/>" } @rels) . '</Relationships>';
}

sub inhoud {
	my ($count) = @_;
	my $o = sub { "<Override PartName=\"/xl/$_[0].xml\" ContentType=\"$CT.$_[1]+xml\"/>" };
	return "$XML<Types xmlns=\"$PKG/content-types\">" .
		'<Default Extension="rels" ContentType="application/' .
		'vnd.openxmlformats-package.relationships+xml"/>' .
		'<Default Extension="xml" ContentType="application/xml"/>' .
		$o->('workbook', 'sheet.main') . $o->('styles', 'styles') .
		$o->('sharedStrings', 'sharedStrings') .
		join('', map { $o->("worksheets/sheet$_", 'worksheet') }
		1 .. $count) . '</Types>';
}

# sheets: {name, rows, merged, state}
sub schrijf_xlsx {
	my ($path, @sheets) = @_;
	my (%strings, @parts, $list);
	my $n = 0;
	for (@sheets) {
		$n++;
		push @parts, "xl/worksheets/sheet$n.xml",
			utf8(blad(\%strings, $_));
		my $state = $_->{state} ? " state=\"$_->{state}\"" : '';
		$list .= '<sheet name="' . tekst($_->{name}) .
			"\" sheetId=\"$n\"$state r:id=\"rId$n\"/>";
	}
	schrijf_zip($path, '[Content_Types].xml', inhoud($n),
		'_rels/.rels', relaties(['officeDocument', 'xl/workbook.xml']),
		'xl/workbook.xml', utf8("$XML<workbook xmlns=\"$MAIN\" " .
		"xmlns:r=\"$REL\"><sheets>$list</sheets></workbook>"),
		'xl/_rels/workbook.xml.rels', relaties(
		(map { ['worksheet', "worksheets/sheet$_.xml"] } 1 .. $n),
		['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']),
		@parts, 'xl/styles.xml', styles_xml(),
		'xl/sharedStrings.xml', utf8(strings_xml(\%strings)));
}

1;
