# The six deliveries, each in a dialect of its own.
package Levering;
use strict;
use warnings;
use utf8;
use Digest::MD5 'md5_hex';
use Encode ();
use Pak;
use Plannen;
use Tabel;
use Xlsx;
use Exporter 'import';
our @EXPORT = qw(leveringen_schrijf);

# Planmonitor Wonen's words, and those of the EIB list.
my %PMW = ('1A' => '1A. Onherroepelijk', '1B' => '1B. Onherroepelijk, uitwerkingsplicht',
	'1C' => '1C. Onherroepelijk, wijzigingsbevoegdheid',
	'2A' => '2A. Vastgesteld', '2B' => '2B. Vastgesteld, uitwerkingsplicht',
	'2C' => '2C. Vastgesteld, wijzigingsbevoegdheid',
	'3' => '3. In voorbereiding', '4A' => '4A. Visie', '4B' => '4B. Optie',
	'5A' => '5A. Ambtelijk met locatie', '5B' => '5B. Ambtelijk zonder locatie',
	'' => 'Onbekend');
my %EIB = ('1A' => '1A Onherroepelijk', '2B' => '2B vastgesteld + uitwerkingsplicht',
	'2C' => '2C Vastgesteld, wijzigingsbevoegdheid',
	'3' => '3 plan/besluit in voorbereiding');

sub jaren {
	my ($plan, $what) = @_;
	return map { $plan->{$what}{$_} } @JAAR;
}

sub som {
	my $sum = 0;
	$sum += $_ // 0 for @_;
	return $sum;
}

sub woorden {
	my ($list, $by) = @_;
	return join $by, split /\|/, $list;
}

# Five partitions of the same dwellings, with their usual shares.
my @GROEP = ([[Eengezins => 45], [Meergezins => 50], ['Woningtype Onbekend' => 5]],
	[[Nultreden => 20], [Geclusterd => 5], [Zorggeschikt => 3],
		['Wonen en zorg Onbekend' => 10], [Regulier => 62]],
	[[Flexwoningen => 2], ['Regulier permanent' => 98]],
	[['Sociale huur' => 30], ['Huur middenhuur' => 18],
		['Huur dure huur' => 8], ['Huur onbekend' => 0],
		['Koop betaalbare koop' => 20], ['Koop dure koop' => 18],
		['Koop onbekend' => 2], ['Onbekend Koop of Huur' => 4]]);

# label -> amounts of 2024 to 2043 of one plan.
sub draaitabel_rijen {
	my ($plan) = @_;
	my @late = $plan->{na2030} ? verdeel($plan->{na2030}, (1) x 10) : ();
	my @bouw = (jaren($plan, 'bouw'), @late);
	$#bouw = 19;
	my @rows = (['Nieuwbouw', @bouw]);
	for my $group (@GROEP) {
		my @weights = map { $_->[1] } @$group;
		my @parts = map { defined $_ ? [verdeel($_, @weights)] : undef } @bouw;
		for my $i (0 .. $#$group) {
			push @rows, [$group->[$i][0],
				map { $_ ? $_->[$i] : undef } @parts];
		}
	}
	my @sloop = jaren($plan, 'sloop');
	$#sloop = 19;
	return (@rows, ['Sloop', @sloop]);
}

sub uuid {
	my $h = md5_hex(utf8($_[0]));
	return join '-', map { substr $h, $_->[0], $_->[1] }
		[0, 8], [8, 4], [12, 4], [16, 4], [20, 12];
}

# Planmonitor Wonen, export "Draaitabel": twenty rows per plan.
sub almere {
	my ($path) = @_;
	my @rows = ([qw(ID Plannaam Plaatsnaam Gemeente Regio Provincie Plantype
		Vertrouwelijkheid), 'Status Project', 'Status Planologisch',
		qw(Knelpunten Woonmilieu Studentenwoningen Opdrachtegever),
		'Opdrachtgever Naam', qw(Sleutelproject Opmerkingen Woningtype),
		2024 .. 2043]);
	for my $p (plannen_van('GM0034')) {
		my @base = (uuid($p->{plan}), $p->{plan}, $p->{plaats}, 'Almere',
			'Metropoolregio Amsterdam', 'Flevoland', $p->{plantype},
			$p->{vertrouwelijkheid}, $p->{projectfase}, $PMW{$p->{status}},
			woorden($p->{knelpunten}, ', '), undef, 0,
			$p->{opdrachtgever}, undef, $p->{sleutel},
			$p->{gebied} || undef);
		push @rows, map { [@base, @$_] } draaitabel_rijen($p);
	}
	schrijf_xlsx($path, {name => 'Draaitabel', rows => \@rows});
}

sub lelystad_rij {
	my ($p, $n) = @_;
	my $r = $n + 5;
	return ["L-$p->{nr}", $p->{plan}, $p->{fase} || undef, $PMW{$p->{status}},
		$p->{projectfase}, $p->{plantype}, $p->{opdrachtgever},
		$p->{gebied} || undef, woorden($p->{knelpunten}, ', '),
		$p->{vertrouwelijkheid}, $p->{sleutel}, jaren($p, 'bouw'),
		$p->{na2030} || undef, jaren($p, 'sloop'),
		{f => "SUM(L$r:R$r)-SUM(T$r:Z$r)",
			v => som(jaren($p, 'netto'))}];
}

sub kolomsom {
	my ($column, $rows) = @_;
	my $l = letters($column);
	my $last = 5 + @$rows;
	return {s => 1, f => "SUM(${l}6:$l$last)", v => som(map {
		ref $_->[$column] ? $_->[$column]{v} : $_->[$column] } @$rows)};
}

# A workbook made by hand: title rows, merged header cells, a totals row.
sub lelystad {
	my ($path) = @_;
	my $n = 0;
	my @plans = map { lelystad_rij($_, ++$n) } plannen_van('GM0995');
	my @head = (['Gemeente Lelystad – woningbouwplannen'],
		['Peildatum', {v => 45292, s => 2}], [],
		['Plan', (undef) x 10, 'Nieuwbouw', (undef) x 7, 'Sloop',
			(undef) x 6, 'Totaal netto'],
		[qw(Nr Plannaam Deelplan Status Fase Plantype Opdrachtgever Gebied
			Knelpunten Vertrouwelijkheid Sleutelproject), @JAAR,
			'na 2030', @JAAR]);
	my @total = ({v => 'Totaal', s => 1}, (undef) x 10,
		map { kolomsom($_, \@plans) } 11 .. 26);
	my @uitleg = (['Toelichting'],
		['Alle aantallen zijn woningen; sloop is een positief aantal.'],
		['Tellen vanaf 1 januari 2024, hele jaren.']);
	schrijf_xlsx($path, {name => 'Toelichting', rows => \@uitleg},
		{name => 'Plancapaciteit', rows => [@head, @plans, [], \@total],
		merged => [qw(A1:AA1 A4:K4 L4:S4 T4:Z4 AA4:AA5)]});
}

# Joins rows to CSV; a field is quoted only where it must be.
sub csv {
	my ($d, $end, @rows) = @_;
	return join '', map { join($d, map { veld($_ // '', $d) } @$_) . $end }
		@rows;
}

sub veld {
	my ($s, $d) = @_;
	return $s if $s !~ /["\r\n]/ && index($s, $d) < 0;
	$s =~ s/"/""/g;
	return "\"$s\"";
}

# 1.045,0: as a Dutch Excel shows a number with one decimal.
sub nl {
	return map {
		my $s = $_;
		if (defined $s) {
			1 while $s =~ s/(\d)(\d{3})(?!\d)/$1.$2/;
			$s .= ',0';
		}
		$s;
	} @_;
}

# Saved by a Dutch Excel: Windows-1252, `;`, decimal comma, five header rows.
sub dronten {
	my ($path) = @_;
	my @rows = (['Gemeente Dronten – woningbouwplannen', ('') x 23],
		['Stand: 1 januari 2024', ('') x 23], [('') x 24],
		['Plan', ('') x 7, 'Nieuwbouw', ('') x 7, 'Sloop', ('') x 6,
			'Totaal'],
		['Nr', 'Plannaam', 'Kern', 'Planologische status', 'Projectfase',
			'Opp. (ha)', 'Knelpunten', 'Vertrouwelijkheid', @JAAR,
			'na 2030', @JAAR, 'netto']);
	for my $p (plannen_van('GM0303')) {
		push @rows, ["D-0$p->{nr}", $p->{plan}, $p->{plaats},
			$PMW{$p->{status}}, $p->{projectfase}, $p->{nr} * 3 . ',75',
			woorden($p->{knelpunten}, ', '), $p->{vertrouwelijkheid},
			nl(jaren($p, 'bouw'), $p->{na2030} || undef,
			jaren($p, 'sloop'), som(jaren($p, 'netto')))];
	}
	my @total = map { my $c = $_; som(map { my $v = $_->[$c] // 0;
		$v =~ s/\.|,0$//g; $v || 0 } @rows[5 .. $#rows]) } 8 .. 23;
	push @rows, ['Totaal', ('') x 7, nl(@total)];
	schrijf($path, Encode::encode('cp1252', csv(';', "\r\n", @rows)));
}

# `;`, UTF-8 with BOM, CRLF; the municipality by its nickname.
sub noordoostpolder {
	my ($path) = @_;
	my @rows = ([qw(Gemeente Plannr Plan Deelplan Planstatus Projectfase
		Plantype Opdrachtgever Kern Knelpunten Vertrouwelijkheid),
		(map { "Bouw $_" } @JAAR), 'Bouw na 2030',
		map { "Sloop $_" } @JAAR]);
	for my $p (plannen_van('GM0171')) {
		push @rows, ['NOP', "NOP$p->{nr}", $p->{plan}, $p->{fase},
			$p->{status} || 'onbekend', $p->{projectfase}, $p->{plantype},
			$p->{opdrachtgever}, $p->{plaats},
			woorden($p->{knelpunten}, ', '), $p->{vertrouwelijkheid},
			jaren($p, 'bouw'), $p->{na2030} || undef,
			jaren($p, 'sloop')];
	}
	schrijf($path, utf8("\x{feff}" . csv(';', "\r\n", @rows)));
}

# Comma, LF, names with a comma in quotes, status in the words of EIB.
sub urk {
	my ($path) = @_;
	my @rows = (['Gemeente', 'Plan', 'Status', 'Fase', 'Type',
		'Opdrachtgever', 'Knelpunten', 'Openbaar', @JAAR, 'na 2030',
		map { "sloop $_" } @JAAR]);
	for my $p (plannen_van('GM0184')) {
		push @rows, ['Gemeente Urk', $p->{plan} .
			($p->{fase} ? ", $p->{fase}" : ''), $EIB{$p->{status}},
			$p->{projectfase}, $p->{plantype}, $p->{opdrachtgever},
			woorden($p->{knelpunten}, ', '), $p->{vertrouwelijkheid},
			jaren($p, 'bouw'), $p->{na2030} || undef,
			jaren($p, 'sloop')];
	}
	schrijf($path, utf8(csv(',', "\n", @rows)));
}

# Wood that comes with a plan, in hectares, by its number; and a plan whose last
# years are only about so many.
my %BOS = (3 => '12,5', 5 => '4');
my ($CIRCA, @RONDOM) = (2, 5, 6);

# Tabs; demolition as a negative number (as EIB does); no final newline.
sub zeewolde {
	my ($path) = @_;
	my @rows = (['Code', 'Plannaam', 'Gebied', 'Planologische status', 'Fase',
		'Type', 'Initiatiefnemer', 'Knelpunt', 'Vertrouwelijkheid', @JAAR,
		'na 2030', (map { "Sloop $_" } @JAAR), 'Bos (ha)']);
	for my $p (plannen_van('GM0050')) {
		my @bouw = jaren($p, 'bouw');
		@bouw[@RONDOM] = map { "ca. $_" } @bouw[@RONDOM]
			if $p->{nr} == $CIRCA;
		push @rows, ["ZW$p->{nr}", $p->{plan}, $p->{gebied},
			$PMW{$p->{status}}, $p->{projectfase}, $p->{plantype},
			$p->{opdrachtgever}, woorden($p->{knelpunten}, ', '),
			$p->{vertrouwelijkheid}, @bouw, $p->{na2030} || undef,
			(map { defined $_ ? -$_ : undef } jaren($p, 'sloop')),
			$BOS{$p->{nr}}];
	}
	my $out = csv("\t", "\n", @rows);
	chomp $out;
	schrijf($path, utf8($out));
}

sub leveringen_schrijf {
	my ($dir) = @_;
	almere("$dir/almere.xlsx");
	lelystad("$dir/lelystad.xlsx");
	dronten("$dir/dronten.csv");
	noordoostpolder("$dir/noordoostpolder.csv");
	urk("$dir/urk.csv");
	zeewolde("$dir/zeewolde.csv");
}

1;
