# What a reader must know beside the numbers: who did not deliver, what the
# findings say, what does not add up, and where it all comes from.
package Kanttekening;
use strict;
use warnings;
use utf8;
use Cwd qw(realpath);
use Getal;
use Nederlands;
use Plannen;
use Tabel;
use Welvaart;
use Wonen;

# The last delivery that was expected, as known on the day asked for.
sub rooster {
	my ($v, $region) = @_;
	my @rows = sort { $a->{verwacht} cmp $b->{verwacht} }
		grep { $_->{gemeente} eq $region && (!$v->{dag} ||
		$_->{verwacht} le $v->{dag}) } @{$v->{rooster}};
	return undef if !@rows;
	my %row = (te_laat => '', sinds => '', reden => '', %{$rows[-1]});
	@row{qw(ontvangen stand te_laat sinds reden)} = ('', 'niet', '',
		$row{verwacht}, '')
		if $v->{dag} && $row{ontvangen} gt $v->{dag};
	return \%row;
}

# What is said of a municipality: not delivered, in part, late, absent. Of one
# of which nothing was expected yet on the day asked for: nothing.
sub oordeel {
	my ($due, $known, $in, $code) = @_;
	my %why = (L001 => 'weg', L002 => 'onleesbaar', L004 => 'wacht',
		L005 => 'afwijkend', L006 => 'deel', L007 => 'tegenspraak');
	my @say = !$due ? $known ? () : 'onbekend' :
		$due->{stand} ne 'volledig' ? $due->{stand} : ();
	push @say, 'vorige' if $in && ($in->{oordeel} // '') eq 'behouden' &&
		!grep { $_ eq 'vorige' } @say;
	push @say, 'laat' if $due && $due->{te_laat} eq 'ja';
	push @say, $why{$code} // ($in ? () : 'ontbreekt');
	return @say;
}

# Of one municipality: its row of the table, and what is said of it, each with
# the date of the plans that are still those of before.
sub levering {
	my ($v, $region) = @_;
	my ($in) = grep { $_->{gemeente} eq $region }
		@{$v->{release}{manifest}{leveringen}};
	my ($refused) = map { $_->{code} } grep { $_->{gemeente} eq $region }
		@{$v->{release}{manifest}{geweigerd} // []};
	my $due = rooster($v, $region);
	my @say = map { [$_, $v->naam($region) . ($_ ne 'vorige' || !$in ? '' :
		' (' . Nederlands::datum($in->{peildatum}) . ')')] } oordeel($due,
		scalar(grep { $_->{gemeente} eq $region } @{$v->{rooster}}),
		$in, $refused // '');
	return ([$v->naam($region), $in ? Nederlands::datum($in->{peildatum}) :
		'–', $due ? ($due->{levering}, (map { Nederlands::datum(
		$due->{$_}) || '–' } qw(verwacht ontvangen)),
		$due->{te_laat} || '–', $due->{stand},
		Nederlands::datum($due->{sinds}) || '–', $due->{reden}) :
		(('–') x 6, '')], @say);
}

# Sentences and table of deliveries; a column of reasons where there are any.
sub geleverd {
	my ($v, @regions) = @_;
	my (@rows, %by);
	for my $region (@regions) {
		my ($cells, @say) = levering($v, $region);
		push @rows, {cellen => $cells};
		push @{$by{$_->[0]}}, $_->[1] for @say;
	}
	$v->alinea(map { $by{$_} ? Nederlands::zin("levering_$_", gemeenten =>
		Nederlands::lijst(@{$by{$_}})) : () }
		qw(niet gedeeltelijk laat weg onleesbaar wacht afwijkend
		tegenspraak deel vorige ontbreekt onbekend));
	$v->alinea(Nederlands::zin((grep { $_->{cellen}[2] eq '–' } @rows) ?
		'levering_nog_niets' : $v->{gemeente} ? 'levering_volledig' :
		'levering_alle', naam => $v->naam($regions[0]))) if !%by;
	my @columns = ('Peildatum plannen', 'Levering', 'Verwacht', 'Ontvangen',
		'Te laat', 'Stand', 'Sinds', 'Reden');
	if (!grep { $_->{cellen}[-1] ne '' } @rows) {
		pop @columns;
		pop @{$_->{cellen}} for @rows;
	}
	$v->tabel($v->{gemeente} ? 'Planlevering' :
		'Planleveringen van de gemeenten', ['Gemeente', map { [$_, 'tekst'] } @columns],
		@rows);
}

sub leveringen {
	my ($v) = @_;
	$v->kop(2, 'Wie heeft geleverd');
	my @towns = grep { $v->soort($_) eq 'gemeente' } $v->regios;
	geleverd($v, @towns) if @towns;
}

# What the page says of bevindingen.csv, in one pass: how many of each code,
# its severity, and the first of what sources tell differently.
sub gelezen {
	my ($v) = @_;
	return $v->{gelezen} if $v->{gelezen};
	my %of = (aantal => {}, ernst => {}, anders => [], meer => 0);
	$v->{release}->elk('bevindingen.csv', [qw(code ernst melding)], sub {
		my ($row) = @_;
		my $code = $row->{code};
		$of{aantal}{$code}++;
		$of{ernst}{$code} //= $row->{ernst};
		return if $code !~ /^(C01[1236]|W01[0-245]|W03[0-3])$/;
		if (@{$of{anders}} < 8) {
			push @{$of{anders}}, $row->{melding};
		} else {
			$of{meer}++;
		}
	});
	return $v->{gelezen} = \%of;
}

# Findings by code and severity.
sub bevindingen {
	my ($v) = @_;
	my %short = map { $_->{code} => $_->{kort} }
		Tabel::lees("$v->{hier}/meldingen.csv");
	my ($count, $severity) = @{gelezen($v)}{qw(aantal ernst)};
	my %rank = (fout => 0, waarschuwing => 1, info => 2);
	my @codes = sort { ($rank{$severity->{$a}} // 0) <=>
		($rank{$severity->{$b}} // 0) || $a cmp $b } keys %$count;
	if (!@codes) {
		$v->alinea(Nederlands::zin('bevindingen_geen'));
		return;
	}
	$v->tabel('Bevindingen bij het verwerken', ['Code', ['Ernst', 'tekst'],
		'Aantal', ['Wat er is', 'tekst lang']], map { {cellen => [$_,
		$severity->{$_}, Getal::nl(Getal::telling($count->{$_},
		'bevindingen.csv', "code $_")), $short{$_} //
		Nederlands::zin('melding_onbekend')]} } @codes);
}

# Growth of part of a year beside a target of whole years.
sub maanden {
	my ($v) = @_;
	return if $v->lopend_tm eq '';
	my %with = Wonen::lopend_woorden($v);
	my $row = $v->{release}->jaar($v->provincie, $with{jaar},
		'stand-lopend.csv');
	return if substr($v->lopend_tm, 5) eq '12';
	return Nederlands::zin('kant_maanden', %with,
		opgave => Getal::cel('stand-lopend.csv', $row, 'opgave_cum'),
		hele => $with{jaar} == $with{van} ? 'een heel jaar' :
		Nederlands::telwoord($with{jaar} - $with{van} + 1) .
		' hele jaren');
}

# Targets are agreements, not equal shares; and parts must make the whole.
sub opgaven {
	my ($v) = @_;
	my $release = $v->{release};
	my $all = $release->cel($v->provincie, 'opgave');
	my ($target) = Wonen::tot_nu($v, $v->provincie);
	my $even = $v->heel_jaar ? $release->cijfer($v->provincie,
		'opgave_evenredig', heel => 1, tot => $v->heel_jaar) : undef;
	my @items;
	push @items, Nederlands::zin('kant_evenredig', totaal => $all,
		opgave => $target, deel => $even,
		jaren => Nederlands::jaren_lang($release->{van}, $v->tot_jaar))
		if $target && $even && $target->{micro} != $even->{micro};
	return (@items, afgeleid($v));
}

sub afgeleid {
	my ($v) = @_;
	my (%by, @order);
	for my $row (grep { $_->{afgeleid} eq 'ja' } @{$v->{opgave}}) {
		push @order, $row->{bron} if !$by{$row->{bron}};
		$by{$row->{bron}}{$v->naam($row->{gemeente} ||
			$row->{woondeal})} = 1;
	}
	return map { Nederlands::zin('kant_afgeleid', bron => $_, gebieden =>
		Nederlands::lijst(sort keys %{$by{$_}})) } @order;
}

sub plannen {
	my ($v) = @_;
	my %with = (Plannen::woorden($v, $v->provincie),
		regelset => $v->{release}{manifest}{regelset});
	my @missing = $v->{release}->ontbrekend($v->provincie);
	my @deals = map { $v->naam($_) } grep {
		$v->{release}->ontbrekend($_) }
		$v->{release}->regios('woondeal');
	return (@missing ? Nederlands::zin('kant_onvolledig', levering =>
		$v->levering_zegt(@missing), gebieden => Nederlands::lijst(
		$v->naam($v->provincie), @deals)) : undef,
		Nederlands::zin('kant_zacht', %with),
		Nederlands::zin('kant_onbekend', %with),
		Nederlands::zin('kant_regelset', %with), peildatum($v));
}

# The plans' own dates, when the running stand counts from a later one.
sub peildatum {
	my ($v) = @_;
	my %days = map { $_->{peildatum} => 1 }
		@{$v->{release}{manifest}{leveringen}};
	my @days = sort grep { length } keys %days;
	return undef if $v->lopend_tm eq '' || !@days ||
		substr($days[0], 0, 7) ge $v->lopend_tm;
	return Nederlands::zin('kant_peildatum',
		datums => Nederlands::lijst(map { Nederlands::datum($_) } @days),
		tm => Nederlands::datum($v->lopend_tm));
}

# What CBS tells twice and differently: the findings' own words; they name
# regions and periods only.
sub verschillen {
	my ($v) = @_;
	my ($items, $more) = @{gelezen($v)}{qw(anders meer)};
	return (@$items, $more ? Nederlands::zin('kant_meer', aantal =>
		Getal::telling($more, 'bevindingen.csv', 'meer van deze soort'))
		: ());
}

sub hoofdstuk {
	my ($v) = @_;
	$v->kop(2, 'Kanttekeningen');
	$v->lijst(maanden($v), opgaven($v), plannen($v), voorlopig($v),
		verschillen($v));
	uitspraken($v);
	bevindingen($v);
}

# What was stated and is not so, with both numbers. What is withheld is not
# judged.
sub uitspraken {
	my ($v) = @_;
	my @rows;
	for my $file (qw(getoetst.csv getoetst-plannen.csv)) {
		next if !-f "$v->{release}{map}/$file";
		$v->{release}->elk($file, [qw(bewering regio beweerd waarde
			heel eenheid oordeel bron)], sub {
			my ($row) = @_;
			push @rows, {cellen => [$row->{bewering},
				$v->naam($row->{regio}), beweerd($row),
				gebleken($v, $file, $row), $row->{eenheid},
				$row->{bron}]} if $row->{oordeel} eq
				'weersproken';
		});
	}
	return if !@rows;
	$v->kop(3, 'Uitspraken die niet kloppen');
	$v->alinea(Nederlands::zin('uitspraken'));
	$v->tabel('Wat er gezegd is en wat deze uitgave zegt', ['Uitspraak',
		['Gebied', 'tekst'], 'Gezegd', 'Deze uitgave',
		['Eenheid', 'tekst'], ['Waar', 'tekst']], @rows);
}

# As it was stated: days in words, numbers as here.
sub beweerd {
	my ($row) = @_;
	return join ' tot ', map { Nederlands::datum($_) } split m{/},
		$row->{beweerd} if $row->{beweerd} =~ m{^\d{4}-\d\d-\d\d/};
	return $row->{beweerd} =~ s/(-?\d+)(?:\.(\d+))?/Getal::nl_tekst($1 .
		(defined $2 ? ".$2" : ''))/ger;
}

# A number, a day, or a region.
sub gebleken {
	my ($v, $file, $row) = @_;
	return Getal::nl(Getal::cel($file, $row, 'heel'))
		if $row->{heel} ne '';
	return Nederlands::datum($row->{waarde})
		if $row->{waarde} =~ /^\d{4}-\d\d-\d\d$/;
	return $row->{waarde} eq '' ? '–' : $v->naam($row->{waarde});
}

sub voorlopig {
	my ($v) = @_;
	my $status = ($v->{release}->totaal($v->provincie) //
		{})->{groei_status} // '';
	return undef if $status !~ /voorlopig/;
	return Nederlands::zin('kant_voorlopig', jaar => $v->heel_jaar,
		status => $status =~ tr/_/ /r);
}

sub cbs {
	my ($v) = @_;
	return Nederlands::zin('cbs', groei => $v->{instelling}{bron_groei},
		plannen => $v->{instelling}{bron_plannen});
}

sub licentie {
	my ($v) = @_;
	my ($license) = @{($v->{pakket} // {})->{licenses} // []};
	return !$license ? undef : Nederlands::zin('licentie',
		naam => $license->{title}, adres => $license->{path});
}

sub bronnen {
	my ($v) = @_;
	my $manifest = $v->{release}{manifest};
	$v->kop(2, 'Bronnen en verantwoording');
	$v->tabel('Bronnen van deze uitgave', ['Bron', ['Bestand', 'tekst'],
		['Gewijzigd', 'tekst']], map { {cellen => [$_->{tabel},
		$_->{bestand}, Nederlands::datum($_->{gewijzigd}) ||
		'niet vermeld']} } @{$manifest->{bronnen}});
	my %tables = %{Welvaart::lees($v->{release})->{tabel} // {}};
	$v->alinea(cbs($v), %tables ? Nederlands::zin('indicatorbronnen',
		bronnen => Nederlands::lijst(sort keys %tables)) : undef,
		licentie($v));
	my %file = map { $_->[1] => 1 } grep { $_->[1] !~ m{^(vorige/|$)} }
		Getal::register();
	$v->alinea(Nederlands::zin('herkomst', bestanden =>
		Nederlands::lijst(sort keys %file)), Nederlands::zin($v->{bewaard} ?
		'herkomst_bewaard' : 'herkomst_nu'),
		Nederlands::zin('rekenen'));
	bestanden($v);
	uitgave($v);
}

# Who made it, of what, and what it does not tell.
sub uitgave {
	my ($v) = @_;
	my $manifest = $v->{release}{manifest};
	$v->alinea(Nederlands::zin('uitgever', uitgever =>
		$v->{instelling}{uitgever} || $v->{instelling}{naam}),
		Nederlands::zin('contact', contact =>
		$v->{instelling}{contact} || undef));
	my %with = (run => $manifest->{run},
		datum => Nederlands::datum($v->{release}{datum}) || undef,
		programma => Nederlands::lijst(map {
		"$_ $manifest->{programma}{$_}" }
		sort keys %{$manifest->{programma}}));
	$v->alinea(Nederlands::zin('uitgave', %with) //
		Nederlands::zin('uitgave_zonder', %with));
	$v->alinea(Nederlands::zin('vertrouwelijk'));
}

# Every table of the release that is published, with what it is.
sub bestanden {
	my ($v) = @_;
	my %closed = map { $_->{pad} => 1 } grep { $_->{sommen} =~ /^besloten/ }
		Tabel::lees("$v->{hier}/../uitgave.csv");
	my %there = map { $_->{path} => 1 }
		@{($v->{pakket} // {})->{resources} // []};
	my @files = map { {naam => $_->{pad}, tekst => $_->{omschrijving}} }
		grep { $there{$_->{pad}} && !$closed{$_->{pad}} }
		Tabel::lees("$v->{hier}/bestanden.csv");
	return if !@files;
	$v->kop(3, 'Bestanden');
	$v->voeg(blok => 'bestanden', punten => \@files, hier =>
		(realpath($v->{uit}) // '') eq realpath($v->{release}{map}));
}

1;
