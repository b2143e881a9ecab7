# Dutch words: dates, periods, lists, counts up to twelve; and the sentences
# of zinnen.txt. A sentence has no number of its own: {name} is filled in.
package Nederlands;
use strict;
use warnings;
use utf8;
use Getal;

my @maand = qw(januari februari maart april mei juni juli augustus september
	oktober november december);
my @telwoord = qw(nul een twee drie vier vijf zes zeven acht negen tien elf
	twaalf);
my %zinnen;

sub telwoord { return $telwoord[$_[0]] // $_[0]; }

# 2024, november 2024, 1 december 2024, eerste kwartaal: by the form.
sub datum {
	my ($text) = @_;
	return '' if !defined $text;
	return "$maand[$2 - 1] $1" if $text =~ /^(\d{4})-(\d\d)$/;
	return int($3) . " $maand[$2 - 1] $1"
		if $text =~ /^(\d{4})-(\d\d)-(\d\d)$/;
	return $text;
}

sub maand { return $maand[$_[0] - 1]; }

sub jaren {
	my ($from, $to) = @_;
	return $from eq $to ? $from : "$from–$to";
}

# In a sentence: 2022 en 2023, 2024 tot en met 2030.
sub jaren_lang {
	my ($from, $to) = @_;
	return $from eq $to ? $from : $to == $from + 1 ? "$from en $to" :
		"$from tot en met $to";
}

# a, b en c
sub lijst {
	my @words = @_;
	my $last = pop @words;
	return @words ? join(', ', @words) . " en $last" : $last // '';
}

sub laad {
	my ($file) = @_;
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $key;
	while (my $line = <$in>) {
		chomp $line;
		next if $line =~ /^\s*(#|$)/;
		if ($line =~ /^([a-z_]+):\s*(.*)$/) {
			$key = $1;
			die "$file:$.: $key is there twice\n" if $zinnen{$key};
			$zinnen{$key} = $2;
		} elsif ($line =~ /^\s+(.*)$/ && $key) {
			$zinnen{$key} .= ' ' . $1;
		} else {
			die "$file:$.: no key and no continuation\n";
		}
	}
	close $in;
}

# 1 woning, er is er nog 1: what a sentence for many says of one.
sub enkelvoud {
	my ($text) = @_;
	my $one = qr/(?<![\d.,–])1\*{0,2}(?![\d–]|[.,]\d)/;
	$text =~ s/($one) woningen\b/$1 woning/g;
	$text =~ s/($one) andere plannen\b/$1 ander plan/g;
	$text =~ s/($one) plannen\b/$1 plan/g;
	$text =~ s/($one) (aantal|rij|kwarta)(?:len|en)\b/"$1 $2" .
		($2 eq 'kwarta' ? 'al' : '')/ge;
	$text =~ s/\b([Ee]r|dat) zijn(?=( dan)?( nog)? $one)/$1 is/g;
	$text =~ s/\b(Dat )?zijn er(?=( dan)?( nog)? $one)/($1 \/\/ '') .
		'is er'/ge;
	$text =~ s/\bzijn (?=$one woning\b)/is /g;
	$text =~ s/\b(de $one die (?:nog te gaan|voor [^.:;,]*)) zijn\b/$1 is/g;
	$text =~ s/\bwaren dat er (?=$one)/was dat er /g;
	$text =~ s/\bkwamen er (?=$one)/kwam er /g;
	$text =~ s/\bkomen er (?=$one)/komt er /g;
	return $text;
}

# The sentence, or nothing when something it needs is not known.
sub zin {
	my ($key, %with) = @_;
	my $text = $zinnen{$key} // die "zinnen.txt: no sentence '$key'\n";
	for my $name ($text =~ /\{([a-z_]+)\}/g) {
		die "zinnen.txt: $key: nobody fills {$name}\n"
			if !exists $with{$name};
		return if !defined $with{$name};
	}
	$text =~ s/\{([a-z_]+)\}/ref $with{$1} ? Getal::nl($with{$1}) :
		$with{$1}/ge;
	$text = enkelvoud($text);
	$text =~ s/ %/\x{a0}%/g;
	return $text;
}

1;
