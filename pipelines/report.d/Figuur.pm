# Figures for in the page: those of the release, one per municipality drawn
# by the same gnuplot scripts, and small lines for indicators.
package Figuur;
use strict;
use warnings;
use utf8;
use integer;
use Cwd qw(realpath);
use Getal;
use Html;

# What lies over each year of a figure, to be pointed at or reached by keyboard:
# its numbers in words. Where the years are follows from the lines of its grid,
# which go from .62 before the first year to .62 after the last (figuur.gp).
sub punten {
	my ($svg, $span, @marks) = @_;
	no integer; # places in a picture, no numbers of the release
	my (@x, @y);
	while ($svg =~ /class="gridline"\s+d='M([\d.]+),([\d.]+) L([\d.]+),/g) {
		@x = ($1, $3);
		push @y, $2;
	}
	return '' if !@x || !@marks;
	my ($from, $to) = @$span;
	my $step = ($x[1] - $x[0]) / ($to - $from + 1.24);
	my ($top, $bottom) = (sort { $a <=> $b } @y)[0, -1];
	my $high = $bottom - ($top > 30 ? $top - 24 : 6);
	my $html = "<g class=\"punten\">\n";
	for my $i (0 .. $#marks) {
		my ($year, $text) = @{$marks[$i]};
		my $say = Html::veilig($text);
		$html .= sprintf "<g class=\"punt\" role=\"img\" tabindex=\"%d\" " .
			"aria-label=\"%s\"><title>%s</title><rect x=\"%.1f\" " .
			"y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" " .
			"fill=\"transparent\"/></g>\n", $i ? -1 : 0, $say, $say,
			$x[0] + ($year - $from + .12) * $step, $bottom - $high,
			$step, $high;
	}
	return "$html</g>\n";
}

# An SVG of gnuplot as part of a page: ids of its own, a title and a
# description, no fixed size; its letters are for who sees them, its numbers
# for everyone.
sub inpassen {
	my ($svg, $prefix, $title, $desc, $span, @marks) = @_;
	$svg =~ s/^<\?xml.*?\?>\s*//s;
	$svg =~ s/<title>.*?<\/title>\s*<desc>.*?<\/desc>//s
		or die "figure $prefix: not as gnuplot writes it\n";
	$svg =~ s/<title>figuur_plot_\d+<\/title>//g;
	$svg =~ s/\bid=(["'])([^"']+)\1/id="$prefix-$2"/g;
	$svg =~ s/\bxlink:href=(["'])#([^"']+)\1/xlink:href="#$prefix-$2"/g;
	$svg =~ s/url\(#([^)]+)\)/url(#$prefix-$1)/g;
	$svg =~ s/\n\s*\n/\n/g;
	my $head = "<title id=\"$prefix-t\">" . Html::veilig($title) .
		"</title>\n<desc id=\"$prefix-d\">" . Html::veilig($desc) .
		'</desc>';
	$svg =~ s/<svg\s+width="\d+" height="\d+"(.*?)>/<svg role="group" aria-labelledby="$prefix-t $prefix-d"$1>\n$head/s
		or die "figure $prefix: no size\n";
	$svg =~ s/(<g id="$prefix-gnuplot_canvas")/$1 aria-hidden="true"/
		or die "figure $prefix: no canvas\n";
	my $points = punten($svg, $span, @marks);
	$svg =~ s/(<\/svg>\s*)\z/$points$1/;
	return $svg;
}

sub lees {
	my ($file) = @_;
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $svg = do { local $/; <$in> };
	close $in or die "$file: $!\n";
	return $svg;
}

# Figures that are drawn together, at the end: what stands in the page until
# then. Nothing that is escaped looks like it.
my @later;
sub later {
	my (%figure) = @_;
	push @later, \%figure;
	return "<!--figuur $#later-->";
}

# A value as figuren.gp takes it: data, whatever is in it.
sub gegeven {
	my ($text) = @_;
	$text =~ s/[[:cntrl:]]/?/g;
	$text =~ s/\\/\\\\/g;
	$text =~ s/"/\x01/g;
	return "=$text";
}

# Rows as figuren.gp takes them, below their header.
sub rijen {
	my ($rows) = @_;
	my @columns = qw(jaar_van jaar_tot opgave netto_groei groei_tm
		groei_status hard zacht onbekend);
	return map { join "\t", @$_ } [@columns, 'regio'],
		map { [@$_{@columns}, gegeven($_->{regio})] }
		grep { $_->{scenario} eq 'basis' } @$rows;
}

sub schrijf {
	my ($file, @lines) = @_;
	open my $out, '>:encoding(UTF-8)', $file or die "$file: $!\n";
	print {$out} map { "$_\n" } @lines;
	close $out or die "$file: $!\n";
}

# A folder of its own for what gnuplot reads and writes, gone at the end. Not by
# File::Temp: with what it loads it takes as long to compile as all tables to
# read.
my ($werkmap, $eigenaar);
sub werkmap {
	my $in = $ENV{TMPDIR} // '';
	$in = -d $in && -w _ ? realpath($in) : '/tmp';
	for my $try (1 .. 20) {
		my $dir = "$in/report-$$-" . int rand 1e9;
		next if !mkdir $dir, 0700;
		($werkmap, $eigenaar) = ($dir, $$);
		return $dir;
	}
	die "$in: $!\n";
}

END {
	# How the program ends is not for this to say; nor is it for a child.
	local ($?, $!);
	if (defined $werkmap && $eigenaar == $$ && opendir my $in, $werkmap) {
		unlink map { "$werkmap/$_" } grep { !/^\.\.?$/ } readdir $in;
		rmdir $werkmap;
	}
}

# Draws them all, by one gnuplot that runs in the folder.
sub teken {
	my ($here, $stand, $lopend) = @_; # rows of these
	return if !@later;
	my $dir = werkmap();
	# gnuplot takes a name that begins with < or | for a program.
	schrijf("$dir/bron", map { gegeven($_) } '', '', '', map {
		m{^/} ? $_ : "./$_" } $dir, $here);
	schrijf("$dir/stand", rijen($stand));
	schrijf("$dir/lopend", rijen($lopend));
	schrijf("$dir/lijst", map { my $f = $_; join "\t", map { gegeven($_) }
		@$f{qw(nummer soort regio naam)}, '', $f->{maat}, '' } @later);
	my $child = fork // die "fork: $!\n";
	if (!$child) {
		open STDERR, '>', "$dir/stderr" or exit 2;
		exec 'gnuplot', '-c', "$here/figuren.gp", $dir or exit 2;
	}
	waitpid $child, 0;
	die 'gnuplot failed: ' . lees("$dir/stderr") if $?;
	$_->{bestand} = "$dir/figuur-$_->{nummer}.svg" for @later;
}

# Puts those of a page in their places.
sub vul {
	my ($html) = @_;
	$html =~ s{<!--figuur (\d+)-->}{ingevuld($later[$1])}ge;
	return $html;
}

sub ingevuld {
	my ($f) = @_;
	return inpassen(lees($f->{bestand}), @$f{qw(id titel beschrijving jaren)},
		@{$f->{punten}});
}

# The colours and patterns of figuur.gp, for a legend in words.
my %kleur = (groei => '#007A59', hard => '#0072B2', zacht => '#56B4E9',
	onbekend => '#F0E442', opgave => '#B84E00', opgave_vlak => '#F6D5BF',
	lopend => '#ffffff');
my %streep = (zacht => '#ffffff', lopend => '#007A59');
my %rand = (zacht => '#0072B2', onbekend => '#404040', lopend => '#007A59',
	opgave_vlak => '#B84E00');

sub staal {
	my ($what) = @_;
	my $colour = $kleur{$what};
	my $svg = '<svg class="staal" aria-hidden="true" width="20" ' .
		'height="12" viewBox="0 0 20 12">';
	return "$svg<path d=\"M0 6H20\" stroke=\"$colour\" " .
		'stroke-width="4"/></svg>' if $what eq 'opgave';
	$svg .= "<path d=\"M0 0H20V12H0Z\" fill=\"$colour\"/>";
	$svg .= '<path d="M-4 0L8 12M2 0L14 12M8 0L20 12M14 0L26 12" ' .
		"stroke=\"$streep{$what}\"/>" if $streep{$what};
	$svg .= "<path d=\"M.5 .5H19.5V11.5H.5Z\" fill=\"none\" " .
		"stroke=\"$rand{$what}\"/>" if $rand{$what};
	$svg .= '<path d="M0 1H20" stroke="#B84E00" stroke-width="2"/>'
		if $what eq 'opgave_vlak';
	return "$svg</svg>";
}

# A line of the values of one series over its periods; where there is none it
# goes on to the next. Points are [period, number or nothing].
sub lijntje {
	my ($title, @points) = @_;
	my @known = grep { $_->[1] } @points;
	return '' if @known < 2;
	my @values = sort { $a <=> $b } map { $_->[1]{micro} } @known;
	my ($low, $high) = @values[0, -1];
	my ($width, $height, $edge) = (72, 18, 3);
	my $step = ($width - 2 * $edge) / (@points > 1 ? $#points : 1);
	my ($path, $pen, $dots, $x) = ('', 'M', '', $edge);
	for my $point (@points) {
		if ($point->[1]) {
			my $y = $height - $edge - ($high == $low ?
				($height - 2 * $edge) / 2 :
				($point->[1]{micro} - $low) *
				($height - 2 * $edge) / ($high - $low));
			$path .= "$pen$x $y";
			$pen = 'L';
			$dots = "<circle cx=\"$x\" cy=\"$y\" r=\"2\"/>";
		}
		$x += $step;
	}
	return "<svg class=\"lijntje\" role=\"img\" width=\"$width\" " .
		"height=\"$height\" viewBox=\"0 0 $width $height\"><title>" .
		Html::veilig($title) . "</title><path d=\"$path\"/>$dots</svg>";
}

1;
