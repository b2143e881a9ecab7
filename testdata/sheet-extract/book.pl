#!/usr/bin/perl
# Makes a workbook of a text that holds its parts, so that fixtures can be
# read: book.pl CASE.in.txt >CASE.xlsx
#
#   !xlsx NAME[=STATE] ...   the usual parts of a workbook with these sheets
#   == PART [utf16] [stored] what follows is this part
#
# A part given in full replaces the usual one. For many of them in one program:
# require it, and book(TEXT) is the workbook.
use strict;
use warnings;
# The library alone: IO::Compress takes longer to load than a book to make.
use Compress::Raw::Zlib;

my (@order, %part, %how);

sub add {
	my ($name, $text) = @_;
	push @order, $name unless exists $part{$name};
	$part{$name} = $text;
}

my $type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
my $main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

sub usual {
	my @sheets = @_;
	my ($list, $rels) = ('', '');
	for my $i (1 .. @sheets) {
		my ($name, $state) = split /=/, $sheets[$i - 1];
		$state = $state ? qq( state="$state") : '';
		$list .= qq(<sheet name="$name" sheetId="$i"$state r:id="r$i"/>);
		$rels .= qq(<Relationship Id="r$i" Type="$type/worksheet" )
		    . qq(Target="worksheets/sheet$i.xml"/>);
	}
	$rels .= qq(<Relationship Id="s" Type="$type/sharedStrings" )
	    . qq(Target="sharedStrings.xml"/><Relationship Id="t" )
	    . qq(Type="$type/styles" Target="styles.xml"/>);
	add('[Content_Types].xml', '<Types xmlns="http://schemas.'
	    . 'openxmlformats.org/package/2006/content-types"/>');
	add('_rels/.rels', relations(qq(<Relationship Id="a" )
	    . qq(Type="$type/officeDocument" Target="xl/workbook.xml"/>)));
	add('xl/workbook.xml', qq(<workbook xmlns="$main" xmlns:r="$type">)
	    . "<sheets>$list</sheets></workbook>");
	add('xl/_rels/workbook.xml.rels', relations($rels));
	add('xl/styles.xml', qq(<styleSheet xmlns="$main"/>));
	add('xl/sharedStrings.xml', qq(<sst xmlns="$main"/>));
}

sub relations {
	return '<Relationships xmlns="http://schemas.openxmlformats.org/'
	    . "package/2006/relationships\">$_[0]</Relationships>";
}

sub parts {
	my $name;
	for my $line (split /^/, $_[0]) {
		if ($line =~ /^!xlsx (.*)/) {
			usual(split ' ', $1);
		} elsif ($line =~ m{^== (.+?)((?: utf16| stored)*)$}) {
			$name = $1;
			$how{$name} = $2;
			add($name, '');
		} else {
			$part{$name} .= $line;
		}
	}
}

sub packed {
	my ($data, $flags) = @_;
	return $data if $flags =~ /stored/;
	my $d = Compress::Raw::Zlib::Deflate->new(-WindowBits => -MAX_WBITS,
	    -AppendOutput => 1);
	my $packed = '';
	$d->deflate($data, $packed) == Z_OK && $d->flush($packed) == Z_OK
	    or die "no deflate\n";
	return $packed;
}

sub book {
	my ($text) = @_;
	@order = %part = %how = ();
	parts($text);
	my ($out, $directory) = ('', '');
	for (@order) {
		my ($data, $flags) = ($part{$_}, $how{$_} // '');
		$data =~ s/\n\z//;
		$data = "\xff\xfe" . join '', map { pack 'v', ord } split //, $data
		    if $flags =~ /utf16/;
		my $packed = packed($data, $flags);
		my $head = pack 'vvvvvVVVvv', 20, 0, $flags =~ /stored/ ? 0 : 8, 0,
		    33, crc32($data), length $packed, length $data, length $_, 0;
		$directory .= "PK\1\2" . pack('v', 20) . $head
		    . pack('vvvVV', 0, 0, 0, 0, length $out) . $_;
		$out .= "PK\3\4$head$_$packed";
	}
	return $out . $directory . "PK\5\6" . pack 'vvvvVVv', 0, 0,
	    scalar @order, scalar @order, length $directory, length $out, 0;
}

unless (caller) {
	local $/;
	binmode STDOUT;
	print book(<>);
}
1;
