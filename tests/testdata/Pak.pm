# Writes files, gzip and zip with nothing in them that depends on the clock,
# the machine or the user: the same content gives the same bytes.
package Pak;
use strict;
use warnings;
use Compress::Raw::Zlib;
use Encode ();
use Exporter 'import';
our @EXPORT = qw(kopieer schrijf schrijf_gzip schrijf_zip utf8);

sub utf8 { return Encode::encode('UTF-8', $_[0]) }

sub schrijf {
	my ($path, $bytes) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes or die "$path: $!\n";
	close $out or die "$path: $!\n";
}

sub kopieer {
	my ($from, $to) = @_;
	open my $in, '<:raw', $from or die "$from: $!\n";
	local $/;
	schrijf($to, <$in>);
}

sub deflated {
	my ($bytes) = @_;
	my ($d, $rc) = Compress::Raw::Zlib::Deflate->new(
		-WindowBits => -MAX_WBITS, -Level => 9, -AppendOutput => 1);
	die "deflate: $rc\n" if !$d;
	my $out = '';
	$d->deflate($bytes, $out) == Z_OK or die "deflate\n";
	$d->flush($out) == Z_OK or die "deflate\n";
	return $out;
}

# Each content becomes a member of its own: what `cat a.gz b.gz` gives.
sub schrijf_gzip {
	my ($path, @contents) = @_;
	my $all = '';
	for (@contents) {
		$all .= pack('C4 V C2', 0x1f, 0x8b, 8, 0, 0, 2, 255);
		$all .= deflated($_);
		$all .= pack('V V', crc32($_), length $_);
	}
	schrijf($path, $all);
}

# entries: name, content, name, content ... in this order. 1980-01-01.
sub schrijf_zip {
	my ($path, @entries) = @_;
	my ($all, $dir, $n) = ('', '', 0);
	while (my ($name, $content) = splice @entries, 0, 2) {
		my $data = deflated($content);
		my $fixed = pack('v5 V3 v2', 20, 0x800, 8, 0, 0x21,
			crc32($content), length $data, length $content,
			length $name, 0);
		my $at = length $all;
		$all .= pack('V', 0x04034b50) . $fixed . $name . $data;
		$dir .= pack('V v', 0x02014b50, 20) . $fixed .
			pack('v3 V2', 0, 0, 0, 0, $at) . $name;
		$n++;
	}
	my $end = pack('V v4 V2 v', 0x06054b50, 0, 0, $n, $n, length $dir,
		length $all, 0);
	schrijf($path, $all . $dir . $end);
}

1;
