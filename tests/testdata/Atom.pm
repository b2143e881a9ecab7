# 81955NED as the v3 feed service of CBS sends it: Atom, pages of the data set
# and the metadata resources.
package Atom;
use strict;
use warnings;
use Groei;
use Pak;
use Exporter 'import';
our @EXPORT = qw(atom_schrijf);

our $TABEL = '81955NED';
our $TIJD = '2024-12-31T02:00:00+01:00';
our $PERIODE = '2012 - november 2024';
sub hier { return "https://opendata.cbs.nl/ODataFeed/odata/$TABEL" }
# CBS's own ID of the first row of each region (Woning, 2012); those of NL01
# and PV24 and of the other function are made up.
our @REGIO = (
	['NL01', 'Nederland', 88000], ['PV24', 'Flevoland (PV)', 88300],
	['GM0034', 'Almere', 90160], ['GM0303', 'Dronten', 103523],
	['GM0995', 'Lelystad', 122038], ['GM0171', 'Noordoostpolder', 130893],
	['GM0184', 'Urk', 147154], ['GM0050', 'Zeewolde', 156975]);
my @FUNCTIE = (['T001419', 'Woning en niet-woning totaal', -87000],
	['A045364', 'Woning', 0]);
my @ONDERWERP = (
	['BeginstandVoorraad_1', 'Beginstand voorraad', 'begin'],
	['Nieuwbouw_2', 'Nieuwbouw', 'nieuwbouw'],
	['OverigeToevoeging_3', 'Overige toevoeging', 'overige_toevoeging'],
	['Sloop_4', 'Sloop', 'sloop'],
	['OverigeOnttrekking_5', 'Overige onttrekking', 'overige_onttrekking'],
	['Correctie_6', 'Correctie', 'correctie'],
	['SaldoVoorraad_7', 'Saldo voorraad', 'saldo'],
	['EindstandVoorraad_8', 'Eindstand voorraad', 'eind']);

sub tekst {
	my ($s) = @_;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	$s =~ s/>/&gt;/g;
	return $s;
}

# One property: [name, value, type]; undef is null.
sub eigenschap {
	my ($name, $value, $type) = @{$_[0]};
	my $t = $type ? " m:type=\"$type\"" : '';
	return "        <d:$name$t m:null=\"true\" />\n" if !defined $value;
	$t = ' xml:space="preserve"' if $value =~ /^\s|\s$/;
	return "        <d:$name$t>" . tekst($value) . "</d:$name>\n";
}

sub entry {
	my ($set, $id, $term, @properties) = @_;
	my $in = join '', map { eigenschap($_) } @properties;
	my $hier = hier();
	return <<"END";
  <entry>
    <id>$hier/$set($id)</id>
    <category term="Cbs.OData.$term" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme" />
    <link rel="self" href="$hier/$set($id)" />
    <title />
    <updated>$TIJD</updated>
    <author>
      <name />
    </author>
    <content type="application/xml">
      <m:properties>
$in      </m:properties>
    </content>
  </entry>
END
}

sub feed {
	my ($set, $next, @entries) = @_;
	my $hier = hier();
	my $link = $next ? "  <link rel=\"next\" href=\"$hier/$set?\$skip=$next\" />\n" : '';
	return utf8(<<"END" . join('', @entries) . "$link</feed>\n");
<?xml version="1.0" encoding="utf-8"?>
<feed xml:base="http://opendata.cbs.nl/ODataFeed/odata/$TABEL" xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml">
  <id>$hier/$set</id>
  <title type="text">$set</title>
  <updated>$TIJD</updated>
  <link rel="self" title="$set" href="$hier/$set" />
END
}

# The place of a period among the seventeen a year has in the full table.
sub plaats {
	my ($y, $kind, $n) = $_[0] =~ /^(\d+)(MM|KW|JJ)(\d+)$/;
	my $at = $kind eq 'JJ' ? 16 : $kind eq 'KW' ? $n * 4 - 1 :
		$n + int(($n - 1) / 3) - 1;
	return ($y - 2012) * 17 + $at;
}

# Made up: what is not a dwelling, so that the total is another number.
sub niet_woning {
	my ($c, $k) = @_;
	return int($c->{begin} / 7) if $k eq 'begin';
	return int($c->{begin} / 7) + niet_woning($c, 'saldo') if $k eq 'eind';
	my %p = map { $_ => int($c->{$_} / 9) } @DELEN;
	return $p{$k} if $k ne 'saldo';
	return $p{nieuwbouw} + $p{overige_toevoeging} - $p{sloop} -
		$p{overige_onttrekking} + $p{correctie};
}

sub waarde {
	my ($c, $function, $k, $period) = @_;
	return $c->{$k} if $function eq 'A045364';
	# Null in the wire form: not known for the total in the first year.
	return undef if $k eq 'correctie' && $period eq '2012JJ00';
	return $c->{$k} + niet_woning($c, $k);
}

sub gegevens {
	my ($cells) = @_;
	my @list;
	for my $f (@FUNCTIE) {
		for my $r (@REGIO) {
			for my $p (groei_perioden()) {
				my $c = $cells->{$r->[0]}{$p};
				my $id = $r->[2] + $f->[2] + plaats($p);
				push @list, entry('TypedDataSet', $id, 'TData',
					['ID', $id, 'Edm.Int32'],
					['Gebruiksfunctie', $f->[0]],
					['RegioS', sprintf('%-6s', $r->[0])],
					['Perioden', $p],
					map { [$_->[0], waarde($c, $f->[0], $_->[2], $p),
						'Edm.Int32'] } @ONDERWERP);
			}
		}
	}
	return @list;
}

my @MAAND = qw(januari februari maart april mei juni juli augustus september
	oktober november december);

sub periode_naam {
	my ($y, $kind, $n) = $_[0] =~ /^(\d+)(MM|KW|JJ)(\d+)$/;
	return $kind eq 'JJ' ? $y : $kind eq 'KW' ? $y . ' ' . ($n + 0) .
		'e kwartaal' : "$y $MAAND[$n - 1]";
}

sub perioden {
	return map {
		my ($status, $text) = $_ lt '2023' ? ('Definitief', '') :
			$_ lt '2024' ? ('NaderVoorlopig', 'Nader voorlopige cijfers') :
			('Voorlopig', 'Voorlopige cijfers');
		entry('Perioden', "'$_'", 'Perioden', ['Key', $_],
			['Title', periode_naam($_)], ['Description', $text],
			['Status', $status]);
	} groei_perioden();
}

sub codes {
	my ($set, @rows) = @_;
	return map { entry($set, "'$_->[0]'", $set, ['Key', $_->[0]],
		['Title', $_->[1]], ['Description', ''],
		['CategoryGroupID', undef, 'Edm.Int32']) } @rows;
}

sub eigenschappen {
	my @rows = (['Dimension', 'Gebruiksfunctie', 'Gebruiksfunctie'],
		['GeoDimension', 'RegioS', "Regio's"],
		['TimeDimension', 'Perioden', 'Perioden'],
		map { ['Topic', @$_] } @ONDERWERP);
	my $n = -1;
	return map {
		my ($type, $key, $title) = @$_;
		my $topic = $type eq 'Topic';
		$n++;
		entry('DataProperties', $n, $type, ['ID', $n, 'Edm.Int32'],
			['Position', $n, 'Edm.Int32'], ['ParentID', undef, 'Edm.Int32'],
			['Type', $type], ['Key', $key], ['Title', $title],
			['Description', ''],
			$topic ? (['Datatype', 'Integer'], ['Unit', 'aantal'],
			['Decimals', 0, 'Edm.Int32'], ['Default', 'Missing']) : ());
	} @rows;
}

sub tabel_info {
	return entry('TableInfos', 0, 'TableInfo', ['ID', 0, 'Edm.Int32'],
		['Title', 'Voorraad woningen en niet-woningen; mutaties, gebruiksfunctie, regio'],
		['ShortTitle', 'Voorraad woningen en niet-woningen'],
		['Identifier', '81955NED'],
		['Summary', "Voorraad, nieuwbouw, sloop en andere mutaties\nWoningen en niet-woningen, regio"],
		['Modified', '2024-12-31T02:00:00', 'Edm.DateTime'],
		['ReasonDelivery', 'Actualisering'], ['Language', 'nl'],
		['Catalog', 'CBS'], ['Frequency', 'Permaand'],
		['Period', $PERIODE], ['OutputStatus', 'Regulier'],
		['Source', 'CBS.'],
		['MetaDataModified', '2024-12-31T02:00:00', 'Edm.DateTime']);
}

# The data in two pages, joined as a downloader that follows rel="next"
# leaves them, and the resources beside it.
sub atom_schrijf {
	my ($dir) = @_;
	my @rows = gegevens(groei_cijfers());
	my $half = int(@rows / 2);
	schrijf_gzip("$dir/TypedDataSet.xml.gz",
		feed('TypedDataSet', $half, @rows[0 .. $half - 1]),
		feed('TypedDataSet', 0, @rows[$half .. $#rows]));
	schrijf("$dir/Perioden.xml", feed('Perioden', 0, perioden()));
	schrijf("$dir/Gebruiksfunctie.xml",
		feed('Gebruiksfunctie', 0, codes('Gebruiksfunctie', @FUNCTIE)));
	schrijf("$dir/RegioS.xml", feed('RegioS', 0, codes('RegioS', @REGIO)));
	schrijf("$dir/DataProperties.xml",
		feed('DataProperties', 0, eigenschappen()));
	schrijf("$dir/TableInfos.xml", feed('TableInfos', 0, tabel_info()));
}

1;
