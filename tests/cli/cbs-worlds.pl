# cbs-worlds.pl SEED DIR: one series of CBS in one to three tables that overlap,
# each in a form of its own, and what cbs-extract is to make of them by its
# manual, worked out here cell by cell. Nothing is read back. Writes sel.csv, the
# files, their names in several orders (orders), options and want.csv.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Made;

my ($seed, $dir) = @ARGV;
Made::begin($seed * 6271 + 11);

my @regions = shuffled('NL01', 'PV24', 'GM0034', 'GM0171', 'GM0995');
splice @regions, 2 + any(4);
# Each as CBS has it and as ours, with its first and last month.
my @periods = (map { ["${_}JJ00", $_, "$_-01", "$_-12"] } 2019 .. 2024);
push @periods, map { my $y = $_; map { [sprintf('%dKW%02d', $y, $_), "$y-Q$_",
    sprintf('%d-%02d', $y, 3 * $_ - 2), sprintf('%d-%02d', $y, 3 * $_)] } 1 .. 4 } 2023, 2024;
push @periods, map { [sprintf('2024MM%02d', $_), (sprintf('2024-%02d', $_)) x 3] } 1 .. 3;
my @soorten = any(2) ? ('') : ('A045364', 'T001419');
my $further = $soorten[0] ne '';

# --- the tables, from old to new
my @tables;
my $count = one(1, 2, 2, 3, 3);
for my $n (1 .. $count) {
	# A CSV of codes does not say of which table it is: alone, by an option.
	my $form = one(qw(atom json3 bulk json4), $count == 1 ? 'csv' : ());
	my $v4 = $form =~ /4|bulk/;
	my %t = (id => "9800${n}NED", form => $form, v4 => $v4, unit => $form eq 'bulk' ? one('aantal', 'x 1 000') : '');
	# Under its name: the keys, with their signs.
	$t{measures} = {voorraad => [[$v4 ? "M00$n" : 'Voorraad_1', '']],
	    bouw => any(3) ? [[$v4 ? 'M900' : 'Bouw_2', '']] :
	    [[$v4 ? 'M901' : 'Nieuw_3', '+'], [$v4 ? 'M902' : 'Sloop_4', '-']]};
	delete $t{measures}{one(qw(voorraad bouw))} if any(4) == 0;
	# It is taken from and until, where that is said.
	for my $name (sort keys %{$t{measures}}) {
		$t{van}{$name} = any(3) ? '' : one('2020', '2022-04', '2021');
		$t{tot}{$name} = any(3) ? '' : one('2023', '2024-02', '2022-06');
	}
	push @tables, \%t;
}
sub number { return any(2) ? any(90000) : any(900) . '.' . (1 + any(9)) }
for my $t (@tables) {
	my @some = shuffled(@periods);
	@some = @some[0 .. 3 + any(8)];
	for my $region (grep { any(6) } @regions) {
		for my $p (@some) {
			for my $soort (@soorten) {
				next if any(12) == 0;
				my %row = (regio => $region, periode => $p, soort => $soort);
				for my $name (sort keys %{$t->{measures}}) {
					my @parts = @{$t->{measures}{$name}};
					# Of v4 a cell may have no row at all.
					next if $t->{v4} && any(9) == 0;
					for my $part (@parts) {
						$row{cells}{$part->[0]} = any(9) == 0 ? undef :
						    @parts > 1 ? any(3000) : number();
					}
				}
				push @{$t->{rows}}, \%row if $row{cells};
			}
		}
	}
	$t->{rows} = [shuffled(@{$t->{rows} // []})];
}
@tables = grep { @{$_->{rows}} } @tables;
my %asked = map { my $t = $_; map { $_ => 1 } map { keys %{$_->{cells}} } @{$t->{rows}} } @tables;

# --- the files
my %keys;
sub keys_of {
	my ($t) = @_;
	return map { map { $_->[0] } @{$t->{measures}{$_}} } sort keys %{$t->{measures}};
}
sub region { my ($t, $r) = @_; return sprintf '%-6s', $r }
sub atom {
	my ($t) = @_;
	my $base = "https://opendata.cbs.nl/ODataFeed/odata/$t->{id}";
	my $ns = 'http://schemas.microsoft.com/ado/2007/08/dataservices';
	my $x = qq(<?xml version="1.0" encoding="utf-8"?>\n<feed xml:base="$base" ) .
	    qq(xmlns="http://www.w3.org/2005/Atom" xmlns:d="$ns" xmlns:m="$ns/metadata">\n) .
	    qq(<id>$base/TypedDataSet</id><title type="text">TypedDataSet</title>\n);
	my $id = 0;
	for my $row (@{$t->{rows}}) {
		$x .= '<entry><content type="application/xml"><m:properties>' .
		    qq(<d:ID m:type="Edm.Int32">) . $id++ . '</d:ID>' .
		    ($further ? "<d:Soort>$row->{soort}</d:Soort>" : '') .
		    qq(<d:RegioS xml:space="preserve">) . region($t, $row->{regio}) . '</d:RegioS>' .
		    "<d:Perioden>$row->{periode}[0]</d:Perioden>" . join('', map {
			my $v = $row->{cells}{$_};
			qq(<d:$_ m:type="Edm.Double") . (defined $v ? ">$v</d:$_>" : ' m:null="true" />')
		    } keys_of($t)) . "</m:properties></content></entry>\n";
	}
	return "$x</feed>\n";
}
sub json3 {
	my ($t) = @_;
	my $id = 0;
	return qq({"odata.metadata":"https://opendata.cbs.nl/ODataApi/odata/$t->{id}/\$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[\n) .
	    join(",\n", map { my $row = $_; '{' . join(',', '"ID":' . $id++,
		$further ? qq("Soort":"$row->{soort}") : (), '"RegioS":"' . region($t, $row->{regio}) . '"',
		qq("Perioden":"$row->{periode}[0]"), map { qq("$_":) . ($row->{cells}{$_} // 'null') } keys_of($t)) . '}'
	    } @{$t->{rows}}) . "\n]}\n";
}
sub codes {
	my ($t) = @_;
	my $id = 0;
	return join(',', '"ID"', $further ? '"Soort"' : (), '"RegioS"', '"Perioden"', map { qq("$_") } keys_of($t)) . "\n" .
	    join('', map { my $row = $_; join(',', $id++, $further ? qq("$row->{soort}") : (),
		'"' . region($t, $row->{regio}) . qq(","$row->{periode}[0]"), map { $row->{cells}{$_} // '' } keys_of($t)) . "\n"
	    } @{$t->{rows}});
}
# Of v4 an observation a row: [measure, soort, regio, periode, value].
sub observations {
	my ($t) = @_;
	return map { my $row = $_; map { [$_, $row->{soort}, region($t, $row->{regio}), $row->{periode}[0],
	    $row->{cells}{$_}] } grep { exists $row->{cells}{$_} } keys_of($t) } @{$t->{rows}};
}
sub json4 {
	my ($t) = @_;
	my $id = 0;
	return qq({"\@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/$t->{id}/\$metadata#Observations","value":[\n) .
	    join(",\n", map { my ($m, $soort, $regio, $p, $v) = @$_; '{"Id":' . $id++ .
		qq(,"Measure":"$m","ValueAttribute":") . (defined $v ? 'None' : 'Impossible') . '","StringValue":null,"Value":' . ($v // 'null') .
		($further ? qq(,"Soort":"$soort") : '') . qq(,"RegioS":"$regio","Perioden":"$p"}) } observations($t)) . "\n]}\n";
}
my %status = (Definitief => 'definitief', NaderVoorlopig => 'nader_voorlopig', Voorlopig => 'voorlopig');
sub bulk {
	my ($t) = @_;
	mkdir "$dir/$t->{id}";
	my $id = 0;
	my @dims = ($further ? 'Soort' : (), 'RegioS');
	$t->{status}{$_->[0]} = one(sort keys %status) for @periods;
	my %file = (
	    'Observations.csv' => join(';', 'Id', 'Measure', @dims, 'Perioden', 'Value', 'StringValue', 'ValueAttribute') . "\n" .
		join('', map { my ($m, $soort, $regio, $p, $v) = @$_; join(';', $id++, $m, $further ? $soort : (), $regio, $p,
		    $v // '', '', defined $v ? 'None' : 'Impossible') . "\n" } observations($t)),
	    'Properties.csv' => "Identifier;Title;Modified\n$t->{id};Verzonnen;2024-05-01T02:00:00+02:00\n",
	    'MeasureCodes.csv' => "Identifier;MeasureGroupId;Index;Title;Description;DataType;Unit;Decimals\n" .
		join('', map { "$_;;1;Onderwerp $_;;Double;$t->{unit};1\n" } keys_of($t)),
	    'Dimensions.csv' => "Identifier;Title;Kind\n" . ($further ? "Soort;Soort;Dimension\n" : '') .
		"RegioS;Regio's;GeoDimension\nPerioden;Perioden;TimeDimension\n",
	    'PeriodenCodes.csv' => "Identifier;DimensionGroupId;DimensionId;Index;Title;Description;Status\n" .
		join('', map { "$_->[0];;Perioden;1;$_->[1];;$t->{status}{$_->[0]}\n" } @periods),
	    'RegioSCodes.csv' => "Identifier;DimensionGroupId;DimensionId;Index;Title;Description\n" .
		join('', map { region($t, $_) . ";;RegioS;1;Plaats $_;\n" } @regions));
	$file{'SoortCodes.csv'} = "Identifier;DimensionGroupId;DimensionId;Index;Title;Description\n" .
	    join('', map { "$_;;Soort;1;Soort $_;\n" } @soorten) if $further;
	spill("$dir/$t->{id}/$_", $file{$_}) for sort keys %file;
	system('sh', '-c', 'cd "$1" && zip -qX0 "../$2.zip" ./*.csv', 'zip', "$dir/$t->{id}", $t->{id}) == 0 or die "zip\n";
	return "$t->{id}.zip";
}
my %form = (atom => [\&atom, 'xml'], json3 => [\&json3, 'json'], json4 => [\&json4, 'json'], csv => [\&codes, 'csv']);
my (@files, @sel, @options);
for my $t (@tables) {
	if ($t->{form} eq 'bulk') {
		push @files, bulk($t);
	} else {
		my ($make, $end) = @{$form{$t->{form}}};
		spill("$dir/$t->{id}.$end", $make->($t));
		push @files, "$t->{id}.$end";
	}
	push @options, '--table-id', $t->{id} if $t->{form} eq 'csv';
	for my $name (sort keys %{$t->{measures}}) {
		push @sel, map { [$t->{id}, '', $_->[0], $name, $_->[1], $t->{van}{$name}, $t->{tot}{$name}] }
		    grep { $asked{$_->[0]} } @{$t->{measures}{$name}};
	}
}
spill("$dir/sel.csv", csv(qw(tabel dimensie sleutel naam gebruik van tot)), map { csv(@$_) } @sel);

# --- the model
my ($from, $to) = ('', '');
($from, $to) = (one('', '2021-01', '2023-04'), one('', '2023-12', '2024-02')) if any(3) == 0;
my $grain = any(4) ? '' : 'year';
push @options, '-p', "$from..$to" if "$from$to" ne '';
push @options, '-g', $grain if $grain;
spill("$dir/options", "@options\n");
spill("$dir/orders", "@files\n", join(' ', reverse @files) . "\n", join(' ', shuffled(@files)) . "\n");

sub first_month { return $_[0] =~ /^\d{4}$/ ? "$_[0]-01" : $_[0] }
sub last_month { return $_[0] =~ /^\d{4}$/ ? "$_[0]-12" : $_[0] }
my %cell;
for my $t (@tables) {
	for my $row (@{$t->{rows}}) {
		my ($code, $ours, $begins, $ends) = @{$row->{periode}};
		next if $grain && $ours !~ /^\d{4}$/;
		next if $from && $begins lt $from || $to && $ends gt $to;
		for my $name (sort keys %{$t->{measures}}) {
			my ($van, $tot) = ($t->{van}{$name}, $t->{tot}{$name});
			next if $van && $begins lt first_month($van) || $tot && $ends gt last_month($tot);
			my @parts = @{$t->{measures}{$name}};
			next if !grep { exists $row->{cells}{$_->[0]} || !$t->{v4} } @parts;
			my ($value, $any) = (0, 1);
			for my $part (@parts) {
				my $v = $row->{cells}{$part->[0]};
				$any = 0 if !defined $v;
				$value = @parts == 1 ? $v : $part->[1] eq '-' ? $value - $v : $value + $v if $any;
			}
			$cell{"$name,$row->{regio},$ours,$row->{soort}"} = [$t->{id}, $name, $row->{regio}, $ours,
			    $any ? $value : '', $t->{unit}, $t->{status} ? $status{$t->{status}{$code}} : 'onbekend',
			    $any ? '' : $t->{v4} ? 'onmogelijk' : 'onbekend', $further ? $row->{soort} : ()];
		}
	}
}
spill("$dir/want.csv", map { csv(@{$cell{$_}}) } sort keys %cell);
spill("$dir/forms", map { "$_->{form}\n" } @tables);
