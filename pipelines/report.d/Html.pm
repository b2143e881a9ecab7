# The story as one HTML file: everything is in it, nothing is fetched.
package Html;
use strict;
use warnings;
use utf8;
use Figuur;

sub veilig {
	my ($text) = @_;
	return $text if $text !~ /[&<>"–]|\d \d/; # as most cells are
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	$text =~ s/>/&gt;/g;
	$text =~ s/"/&quot;/g;
	$text =~ s/(\d–)(?=\d)/$1\x{2060}/g; # 2022–2023 on one line
	$text =~ s/(\d) (?=\d{3}\b)/$1\x{a0}/g;
	return $text;
}

# A cell is text, or a hash: tekst, with kleur, letter, svg, kop or smal.
sub cel {
	my ($cell, $column) = @_;
	$cell = {tekst => $cell} if !ref $cell;
	my @class = ($column->{soort} // ());
	push @class, "kleur-$cell->{kleur}" if $cell->{kleur};
	my $class = @class ? ' class="' . join(' ', @class) . '"' : '';
	my $text = ($cell->{svg} // '') . veilig($cell->{tekst} // '');
	$text .= ' <b class="letter">' . veilig($cell->{letter}) . '</b>'
		if defined $cell->{letter};
	return $column->{kop} ? "<th scope=\"row\"$class>$text</th>" :
		"<td$class>$text</td>";
}

sub tabel {
	my ($block) = @_;
	my @columns = @{$block->{kolommen}};
	my $wide = (grep { ($_->{soort} // '') eq 'lijntje' } @columns) ?
		' class="breed"' : '';
	my $html = '<div class="tabel" tabindex="0" role="region" aria-label="' .
		veilig($block->{titel}) . "\"><table$wide><caption><span>" .
		veilig($block->{titel}) . "</span></caption>\n<thead><tr>";
	$html .= '<th scope="col"' . ($_->{soort} ?
		" class=\"$_->{soort}\"" : '') . '>' . veilig($_->{naam}) .
		'</th>' for @columns;
	$html .= "</tr></thead>\n<tbody>\n";
	for my $row (@{$block->{rijen}}) {
		my @cells = @{$row->{cellen}};
		if (($row->{soort} // '') eq 'groep') {
			$html .= "</tbody>\n<tbody><tr class=\"groep\"><th " .
				'scope="rowgroup" colspan="' . @columns . '">' .
				veilig($cells[0]) . "</th></tr>\n";
			next;
		}
		$html .= '<tr' . ($row->{soort} ?
			" class=\"$row->{soort}\"" : '') . '>';
		$html .= cel($cells[$_], $columns[$_]) for 0 .. $#columns;
		$html .= "</tr>\n";
	}
	$html =~ s/<tbody>\n<\/tbody>\n//;
	return "$html</tbody></table></div>\n";
}

sub links {
	my ($text) = @_;
	$text = veilig($text);
	$text =~ s{\b([\w.+-]+\@[\w-]+(?:\.[\w-]+)+)}{<a href="mailto:$1">$1</a>}g;
	$text =~ s{(https://[^\s),;]*[^\s),;.])}{<a href="$1">$1</a>}g;
	return $text;
}

# A file's name as a relative address.
sub adres {
	my ($name) = @_;
	utf8::encode($name);
	$name =~ s/([^A-Za-z0-9_.\/-])/sprintf '%%%02X', ord $1/ge;
	return $name =~ m{^\.\./} ? $name : "./$name";
}

my %blok = (
	kop => sub {
		my ($b) = @_;
		return "<h$b->{niveau} id=\"$b->{id}\">" . veilig($b->{tekst}) .
			"</h$b->{niveau}>\n";
	},
	alinea => sub {
		my ($b) = @_;
		my $class = $b->{soort} ? " class=\"$b->{soort}\"" : '';
		return "<p$class>" . links($b->{tekst}) . "</p>\n";
	},
	letop => sub {
		return '<p class="letop">' . links($_[0]{tekst}) . "</p>\n";
	},
	# Files beside the page, or where they are not: their names.
	bestanden => sub {
		my ($b) = @_;
		return "<ul class=\"bestanden\">\n" . join('', map {
			my $name = veilig($_->{naam});
			'<li>' . ($b->{hier} ? '<a href="' . adres($_->{naam}) .
			"\">$name</a>" : $name) . ': ' . veilig($_->{tekst}) .
			"</li>\n" } @{$b->{punten}}) . "</ul>\n";
	},
	# Where no script runs, the day alone has to say it.
	verloopt => sub {
		my ($b) = @_;
		return "<p class=\"noot\">" . veilig($b->{tekst}) . "</p>\n" .
			"<div class=\"verouderd\" role=\"alert\" hidden " .
			"data-na=\"$b->{dag}T23:59:59\">" . veilig($b->{oud}) .
			"</div>\n<script>{\n" .
			"const oud = document.querySelector('.verouderd');\n" .
			"oud.hidden = !(new Date > new Date(oud.dataset.na));" .
			"\n}</script>\n";
	},
	lijst => sub {
		my ($b) = @_;
		return "<ul>\n" . join('', map { '<li>' . links($_) .
			"</li>\n" } @{$b->{punten}}) . "</ul>\n";
	},
	cijfers => sub {
		my ($b) = @_;
		return "<dl class=\"cijfers\">\n" . join('', map { '<div><dt>' .
			veilig($_->[0]) . '</dt><dd>' . veilig($_->[1]) .
			"</dd></div>\n" } @{$b->{punten}}) . "</dl>\n";
	},
	tabel => \&tabel,
	kaart => \&kaart,
	# Pages beside this one: [address or nothing where it is this, name].
	paginas => sub {
		my ($b) = @_;
		return '<nav class="paginas" aria-label="' . veilig($b->{naam}) .
			'"><ul>' . join('', map { '<li>' . ($_->[0] ?
			verwijs(@$_) : '<b aria-current="page">' .
			veilig($_->[1]) . '</b>') . "</li>\n" }
			@{$b->{punten}}) . "</ul></nav>\n";
	},
	# Text that is as it is, to the blank.
	vast => sub {
		my ($b) = @_;
		return '<pre class="brief" tabindex="0" role="group" ' .
			'aria-label="' . veilig($b->{naam}) . '">' .
			veilig($b->{tekst}) . "</pre>\n";
	},
	figuren => sub {
		my ($b) = @_;
		return legenda($b) . '<div class="figuren">' . "\n" .
			join('', map { figuur($_) } @{$b->{punten}}) .
			"</div>\n";
	},
	kaarten => sub {
		my ($b) = @_;
		return legenda($b) . '<div class="figuren kaarten">' . "\n" .
			join('', map { "<div class=\"kaart\"><h3 id=\"$_->{id}\">" .
			verwijs($_->{pagina}, $_->{kop}) . "</h3>\n<p>" . veilig($_->{tekst}) .
			"</p>\n" . ($_->{figuur} ? figuur($_->{figuur}) : '') .
			"</div>\n" } @{$b->{punten}}) . "</div>\n";
	},
);

sub kaart {
	my ($b) = @_;
	return "<figure class=\"tegels\"><figcaption>" . veilig($b->{titel}) .
		"</figcaption>\n<div class=\"legenda\">" . join('', map {
		"<span>$_->[0]" . veilig($_->[1]) . '</span>' }
		@{$b->{legenda}}) . "</div>\n<div class=\"doek\">$b->{svg}" .
		"</div>\n" . cijfers_bij('deze kaart', $b->{tabel}, $b->{titel}) .
		"</figure>\n";
}

# A name, linked to a page where there is one.
sub verwijs {
	my ($page, $text) = @_;
	return veilig($text) if !defined $page;
	return '<a href="' . adres($page) . '">' . veilig($text) . '</a>';
}

sub cijfers_bij {
	my ($what, $table, $title) = @_;
	return "<details><summary>Cijfers bij $what</summary>" .
		tabel({%$table, titel => $title}) . "</details>\n";
}

# A wide one can be moved sideways where there is no room for it.
sub figuur {
	my ($f) = @_;
	my $note = length($f->{noot} // '') ? ' <small>' .
		veilig($f->{noot}) . '</small>' : '';
	my $table = !$f->{tabel} ? '' : cijfers_bij('deze figuur', $f->{tabel},
		"$f->{titel}, woningen per jaar");
	return "<figure class=\"$f->{maat}\"><figcaption>" .
		veilig($f->{titel}) . "$note</figcaption>\n" .
		"<div class=\"doek\">$f->{svg}</div>\n$table</figure>\n";
}

sub legenda {
	my ($b) = @_;
	return '' if !@{$b->{legenda}};
	return '<div class="legenda">' . join('', map { '<span>' .
		Figuur::staal($_->[0]) . veilig($_->[1]) . '</span>' }
		@{$b->{legenda}}) . "</div>\n";
}

sub inhoud {
	my @blocks = @_;
	return "<nav aria-label=\"Inhoud\"><ol>\n" . join('', map {
		"<li><a href=\"#$_->{id}\">" . veilig($_->{tekst}) .
		"</a></li>\n" } grep { $_->{blok} eq 'kop' &&
		$_->{niveau} == 2 } @blocks) . "</ol></nav>\n";
}

# Past what every page begins with, for who has no mouse.
sub voorbij {
	my ($first) = grep { $_->{blok} eq 'kop' && $_->{niveau} == 2 } @_;
	return $first ? "<a class=\"voorbij\" href=\"#$first->{id}\">" .
		"Naar de inhoud</a>\n" : '';
}

sub maak {
	my ($title, $css, $script, @blocks) = @_;
	my $html = "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n" .
		"<meta charset=\"utf-8\">\n<meta name=\"viewport\" " .
		"content=\"width=device-width, initial-scale=1\">\n" .
		'<title>' . veilig($title) . "</title>\n" .
		"<link rel=\"icon\" href=\"data:,\">\n" .
		"<style>\n$css</style>\n</head>\n<body>\n" .
		voorbij(@blocks) . "<main>\n";
	my $open = 0;
	for my $block (@blocks) {
		if ($block->{blok} eq 'kop' && $block->{niveau} == 2) {
			$html .= $open++ ? "</section>\n" : inhoud(@blocks);
			$html .= "<section aria-labelledby=\"$block->{id}\">\n";
		}
		# Once, where two pages have it.
		$html .= $block->{html} //= $blok{$block->{blok}}->($block);
	}
	$html .= "</section>\n" if $open;
	return "$html</main>\n<script>\n$script</script>\n</body>\n</html>\n";
}

1;
