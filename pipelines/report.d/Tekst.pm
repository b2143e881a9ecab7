# The same story as plain text, 78 wide; only tables may be wider.
package Tekst;
use strict;
use warnings;
use utf8;

my $breed = 78;

sub vouw {
	my ($text, $first, $rest) = @_;
	my ($out, $line) = ('', $first);
	my $empty = 1;
	for my $word (split / +/, $text) {
		if (!$empty && length($line) + 1 + length($word) > $breed) {
			$out .= "$line\n";
			($line, $empty) = ($rest, 1);
		}
		$line .= ($empty ? '' : ' ') . $word;
		$empty = 0;
	}
	return "$out$line\n";
}

sub celtekst {
	my ($cell) = @_;
	return $cell if !ref $cell;
	return ($cell->{tekst} // '') . (defined $cell->{letter} ?
		" $cell->{letter}" : '');
}

sub vul {
	my ($text, $width, $right) = @_;
	my $space = ' ' x ($width - length $text);
	return $right ? $space . $text : $text . $space;
}

sub tabel {
	my ($block) = @_;
	my @keep = grep { ($block->{kolommen}[$_]{soort} // '') ne 'lijntje' }
		0 .. $#{$block->{kolommen}};
	my @columns = @{$block->{kolommen}}[@keep];
	my @rows;
	for my $row (@{$block->{rijen}}) {
		if (($row->{soort} // '') eq 'groep') {
			push @rows, [$row->{cellen}[0]];
			next;
		}
		my @cells = map { celtekst($_) } @{$row->{cellen}}[@keep];
		$cells[0] = "  $cells[0]" if ($row->{soort} // '') eq
			'gemeente';
		push @rows, \@cells;
	}
	my @width;
	for my $row ([map { $_->{naam} } @columns], grep { @$_ > 1 } @rows) {
		for my $i (0 .. $#columns) {
			my $length = length $row->[$i];
			$width[$i] = $length if $length > ($width[$i] // 0);
		}
	}
	my $out = vouw($block->{titel}, '', '');
	for my $row ([map { $_->{naam} } @columns],
	    [map { '-' x $_ } @width], @rows) {
		if (@$row == 1 && @columns > 1) {
			$out .= "$row->[0]\n";
			next;
		}
		my $line = join '  ', map { vul($row->[$_], $width[$_],
			($columns[$_]{soort} // '') eq 'getal') } 0 .. $#columns;
		$line =~ s/ +$//;
		$out .= "$line\n";
	}
	return "$out\n";
}

sub figuur {
	my ($f) = @_;
	return vouw("[$f->{titel}]" . (length($f->{noot} // '') ?
		" $f->{noot}" : ''), '', ' ') . "\n";
}

my %blok = (
	kop => sub {
		my ($b) = @_;
		my $line = $b->{niveau} == 1 ? '=' : '-';
		return "$b->{tekst}\n" . ($b->{niveau} < 3 ?
			$line x length($b->{tekst}) . "\n" : '') . "\n";
	},
	alinea => sub { return vouw($_[0]{tekst}, '', '') . "\n"; },
	letop => sub { return vouw($_[0]{tekst}, '! ', '  ') . "\n"; },
	bestanden => sub {
		return join('', map { vouw("$_->{naam}: $_->{tekst}", '- ',
			'  ') } @{$_[0]{punten}}) . "\n";
	},
	verloopt => sub { return vouw($_[0]{tekst}, '', '') . "\n"; },
	lijst => sub {
		return join('', map { vouw($_, '- ', '  ') }
			@{$_[0]{punten}}) . "\n";
	},
	cijfers => sub { return ''; },
	# Its numbers are those of the table of plans.
	kaart => sub { return tabel({%{$_[0]{tabel}}, titel =>
		$_[0]{titel}}); },
	tabel => \&tabel,
	figuren => sub { return join '', map { figuur($_) }
		@{$_[0]{punten}}; },
	kaarten => sub {
		return join '', map { "$_->{kop}\n\n" . vouw($_->{tekst}, '', '') .
			"\n" . ($_->{figuur} ? figuur($_->{figuur}) : '') }
			@{$_[0]{punten}};
	},
);

sub maak {
	my @blocks = @_;
	my $text = join '', map { $blok{$_->{blok}}->($_) } @blocks;
	$text =~ s/\x{a0}/ /g;
	$text =~ s/−/-/g;
	$text =~ s/\n+\z/\n/;
	return $text;
}

1;
