#!/usr/bin/perl
# Every kind of wrong input to every tool, as its operand and as each file that
# an option takes: one line that says what it is, what was expected, and what
# takes it instead; exit 2; nothing written. What is offered exists.
#
# All kinds go to each tool's first slot, a choice of them to the others:
# WRONG=all (make soak) gives all to all. SHOW=word prints the messages about
# inputs or slots that have the word.
use strict;
use warnings;
use Cwd qw(abs_path);
use Encode qw(encode);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use FindBin;
use IO::Compress::Bzip2 qw(bzip2);
use IO::Compress::Gzip qw(gzip);
use IO::Compress::Zip ();
use IPC::Open2;
use lib $FindBin::Bin;
use Made qw(slurp spurt ok done);

my $root = abs_path(dirname($0) . '/../..');
my $bin = abs_path($ENV{BIN} // "$root/build/bin");
$ENV{PATH} = "$bin:$ENV{PATH}";
my $T = tempdir(CLEANUP => 1);
my $show = $ENV{SHOW};

sub zipped {
	my @parts = @_;
	my ($zip, $z);
	while (my ($name, $text) = splice @parts, 0, 2) {
		if ($z) {
			$z->newStream(Name => $name, Method => 0);
		} else {
			$z = IO::Compress::Zip->new(\$zip, Name => $name, Method => 0);
		}
		$z->print($text);
	}
	$z->close;
	return $zip;
}

sub packed {
	my ($how, $text) = @_;
	my $out;
	$how->(\$text => \$out);
	return $out;
}

my $csv = "gemeente,naam,aantal\nGM0034,Almere,1\nGM0050,Zeewolde,2\n";
my $gz = packed(\&gzip, $csv x 500);

# What each is: the file, and what a message about it must say.
my @wrong = (
	xlsx => zipped('[Content_Types].xml', '<Types/>', 'xl/workbook.xml', '<w/>'),
	    qr/Excel workbook \(xlsx\)|workbook/,
	ods => zipped('mimetype', 'application/vnd.oasis.opendocument.spreadsheet',
	    'content.xml', '<c/>'), qr/spreadsheet \(ods\)/,
	docx => zipped('[Content_Types].xml', '<Types/>', 'word/document.xml', '<w/>'),
	    qr/Word|Office document/,
	xls => "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . "\0" x 600, qr/xls|old Excel/,
	zip => zipped('a.csv', $csv), qr/a zip|fout:a/,
	rubbish => zipped('a.bin', pack('N*', 1 .. 50)), qr/a zip|fout:a/,
	semicolon => $csv =~ tr/,/;/r, qr/separated by ';'|no column|not a form|not in the header/,
	tab => $csv =~ tr/,/\t/r, qr/separated by tabs|no column|not a form|not in the header/,
	latin1 => encode('iso-8859-1', "gemeente,naam\nGM1,S\xFAdwest\n"),
	    qr/is not UTF-8|no column|not a form|separated by|not in the header/,
	utf16le => "\xFF\xFE" . encode('UTF-16LE', $csv), qr/UTF-16/,
	utf16be => "\xFE\xFF" . encode('UTF-16BE', $csv), qr/UTF-16/,
	'utf16le bare' => encode('UTF-16LE', $csv), qr/UTF-16/,
	'utf16be bare' => encode('UTF-16BE', $csv), qr/UTF-16/,
	utf32 => "\xFF\xFE\0\0" . encode('UTF-32LE', $csv), qr/UTF-(?:16|32)/,
	'gz twice' => packed(\&gzip, $gz), qr/gzip/,
	'gz of xlsx' => packed(\&gzip, zipped('[Content_Types].xml', '<Types/>',
	    'xl/workbook.xml', '<w/>')), qr/workbook|gzip/,
	'cut gz' => substr($gz, 0, 60), qr/cut off|truncated|ends.*gzip|byte|this is gzip/,
	zstd => "\x28\xB5\x2F\xFD\x24\x03\x19\0\0hi\n\x12\x34", qr/zstd -dc/,
	bzip2 => packed(\&bzip2, $csv), qr/bzip2 -dc/,
	xz => "\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46" . "\0" x 40, qr/xz -dc/,
	'7z' => "7z\xBC\xAF\x27\x1C\0\x04" . "\0" x 40, qr/7z|7-Zip/,
	rar => "Rar!\x1A\x07\x01\0" . "\0" x 40, qr/RAR/,
	tar => pack('a100 a8 a8 a8 a12 a12 a8 a1 a100 a6 a2 x247', 'a.csv', '0000644',
	    '0001750', '0001750', '00000000003', '14000000000', '', '0', '', 'ustar',
	    '00') . "a,b\n" . "\0" x 1020, qr/tar/,
	'cbs v4 json' => '{"@odata.context":"https://odata4.cbs.nl/CBS/1/$metadata#'
	    . 'Observations","value":[{"Id":1,"Measure":"M1","ValueAttribute":"None",'
	    . '"Value":1.0,"Perioden":"2022JJ00"}]}' . "\n",
	    qr/JSON of OData/,
	'cbs v3 json' => '{"odata.metadata":"https://opendata.cbs.nl/x","value":['
	    . '{"ID":0,"RegioS":"GM0034","Perioden":"2022JJ00","M_1":1}]}' . "\n",
	    qr/JSON of OData/,
	json => qq([\n  {"gemeente": "GM0034"}\n]\n), qr/JSON|page of OData/,
	geojson => qq({"type":"FeatureCollection","features":[]}\n), qr/JSON/,
	html => "<!DOCTYPE html>\n<html><body>503</body></html>\n", qr/web page/,
	'html bare' => "<html>\n<head><title>404</title></head></html>\n", qr/web page/,
	xml => qq(<?xml version="1.0"?>\n<a><b/></a>\n), qr/XML|root element/,
	pdf => "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n", qr/PDF/,
	png => "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1", qr/picture/,
	sqlite => "SQLite format 3\0" . "\x10\0" x 50, qr/SQLite/,
	parquet => "PAR1\x15\x04\x15\x10" . "\0" x 40, qr/Parquet/,
	rtf => "{\\rtf1\\ansi hallo}\n", qr/RTF/,
	prose => "Beste collega,\n\nHierbij de lijst, zoals afgesproken.\n\nGroet, Jan\n",
	    qr/./,
	quote => $csv . "GM0184,\"Urk,3\n" . $csv, qr/quote|no column|not a form|separated|not in the header/,
	nul => "gemeente,naam\nGM0034,Al\0mere\n", qr/NUL|no column|not a form|no text|not in the header/,
	binary => pack('C*', map { ($_ * 73 + 11) % 256 } 0 .. 900),
	    qr/no text|NUL|not UTF-8|not a form/,
	empty => '', qr/no header|empty/,
	blank => "\n\n\n", qr/no header|header does not show|this is text|blank|no name|not in the header/,
);

my $here = "$root/tests/cli/behaviour";
my $fl = "$root/pipelines/flevoland";

# Files of ours in the wrong place.
my %ours = (
	gemeenten => "$here/gemeenten.csv",
	planstatus => "$here/planstatus.csv",
	opgave => "$here/opgave.csv",
	indicatoren => "$here/indicatoren.csv",
	waarnemingen => "$here/waarnemingen.csv",
	plannen => "$here/plannen.csv",
	layout => "$here/layout.csv",
	selecties => "$fl/selecties.csv",
	rooster => "$fl/rooster.csv",
	leveringen => "$fl/leveringen.csv",
	norm => "$fl/norm.csv",
	uitgave => "$root/pipelines/uitgave.csv",
	eenheden => "$root/pipelines/maten/eenheden.csv",
);

# A slot: a tool and where the wrong file goes (@). `takes` are kinds that are
# right there, or of which it knows no better.
my @slots = (
	['cbs-extract', '@', 'cbs v4 json', 'cbs v3 json', 'waarnemingen'],
	['cbs-extract', '-M @ --table-id 1 typed.csv'],
	['cbs-extract', '--selecties @ --table-id 1 typed.csv', 'selecties'],
	['cbs-extract', '--since @ --table-id 1 typed.csv', 'waarnemingen'],
	['sheet-extract', '@', 'xlsx', 'ods', 'xls', 'gz of xlsx'],
	['plan-normalize', '-g gemeenten.csv -S planstatus.csv -l layout.csv @'],
	['plan-normalize', '-g @ -S planstatus.csv -l layout.csv levering.csv', 'gemeenten'],
	['plan-normalize', '-g gemeenten.csv -S @ -l layout.csv levering.csv', 'planstatus'],
	['plan-normalize', '-g gemeenten.csv -S planstatus.csv -l @ levering.csv', 'layout'],
	['plan-normalize', '-g gemeenten.csv -S planstatus.csv -l layout.csv --prijsgrenzen @ levering.csv'],
	['plan-normalize', '-g gemeenten.csv -S planstatus.csv -l layout.csv --gebieden @ levering.csv'],
	['plan-accept', '-g gemeenten.csv --grenzen grenzen.csv @'],
	['plan-accept', '-g @ --grenzen grenzen.csv geleverd.csv', 'gemeenten'],
	['plan-accept', '-g gemeenten.csv --grenzen @ geleverd.csv'],
	['plan-accept', '-g gemeenten.csv --grenzen grenzen.csv --aanvaard @ geleverd.csv'],
	['plan-accept', '-g gemeenten.csv --grenzen grenzen.csv -P @ --before-name a geleverd.csv', 'plannen'],
	['plan-accept', '-g gemeenten.csv --grenzen grenzen.csv -P plannen.csv --vankracht @ geleverd.csv'],
	['plan-accept', '-g gemeenten.csv --grenzen grenzen.csv --waarnemingen @ geleverd.csv', 'waarnemingen'],
	['plan-diff', '@ plannen.csv', 'plannen'],
	['plan-diff', 'plannen.csv @', 'plannen'],
	['plan-diff', '--afgewezen @ plannen.csv plannen-oud.csv', 'plannen'],
	['plan-letter', '-g gemeenten.csv @', 'plannen'],
	['plan-letter', '-g @ plannen.csv', 'gemeenten'],
	['plan-letter', '-g gemeenten.csv --bevindingen @ plannen.csv'],
	['plan-letter', '-g gemeenten.csv --afgewezen @ plannen.csv', 'plannen'],
	['plan-letter', '-g gemeenten.csv --planwijzigingen @ plannen.csv'],
	['plan-letter', '-g gemeenten.csv --planbrug @ plannen.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv @', 'waarnemingen'],
	['woondeal-diff', '-g @ -t opgave.csv groei.csv', 'gemeenten'],
	['woondeal-diff', '-g gemeenten.csv -t @ groei.csv', 'opgave'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv -P @ groei.csv', 'plannen'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --phasing @ groei.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --scenario @ groei.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --groep gebied --gebieden @ groei.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --segment woningtype --norm @ groei.csv', 'norm'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --explain GM9001:2022:opgave --leveringen @ groei.csv', 'leveringen'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --also rulesets=x.csv -S @ groei.csv', 'planstatus'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --rooster @ groei.csv', 'rooster'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --beweringen @ groei.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --also need:@=x.csv groei.csv'],
	['woondeal-diff', '-g gemeenten.csv -t opgave.csv --also choice:@=x.csv groei.csv'],
	['indicator-join', '-i indicatoren.csv -g gemeenten.csv @', 'waarnemingen'],
	['indicator-join', '-i @ -g gemeenten.csv waarnemingen.csv', 'indicatoren'],
	['indicator-join', '-i indicatoren.csv -g @ waarnemingen.csv', 'gemeenten'],
	['indicator-join', '-i indicatoren.csv -g gemeenten.csv --herindelingen @ waarnemingen.csv'],
	['indicator-join', '-i indicatoren.csv -g gemeenten.csv -G @ waarnemingen.csv'],
	['indicator-join', '-i indicatoren.csv -g gemeenten.csv --plausibel @ waarnemingen.csv'],
	['indicator-join', '-i indicatoren.csv -g gemeenten.csv --eenheden @ waarnemingen.csv', 'eenheden'],
	['disclosure-check', '-g gemeenten.csv --uitgave sommen.csv --release published @', 'plannen'],
	['disclosure-check', '-g @ --uitgave sommen.csv --release published plannen.csv', 'gemeenten'],
	['disclosure-check', '-g gemeenten.csv --uitgave @ --release published plannen.csv', 'uitgave'],
	['disclosure-check', '-g gemeenten.csv --uitgave sommen.csv --release published -G @ plannen.csv'],
	['csvpick', '-c jaar_van_alles @'],
	['csvdiff', '-k onderwerp,regio,periode @ groei.csv', 'waarnemingen'],
	['csvdiff', '-k onderwerp,regio,periode groei.csv @', 'waarnemingen'],
	['csvmerge', '-k onderwerp,regio,periode @ groei.csv', 'waarnemingen'],
	['plan-exchange', '@', 'json', 'geojson'],
	['plan-exchange', 'Planregistratie.csv @', 'json', 'geojson'],
	['release-seal', '--release uitgave --schema schema @', 'uitgave'],
	['release-seal', '--release uitgave --schema schema --publish uit --name a --inputs @ uitgave.csv', 'empty'],
	['release-seal', '--release uitgave --schema schema --publish uit --name a --inputs in --proof @ uitgave.csv'],
);

# --- the tools that may be named, and their options
my %options;
for my $path (glob "$bin/*") {
	my $tool = $path =~ s|.*/||r;
	my $help = `$path --help all`;
	$options{$tool} = { map { $_ => 1 } $help =~ /(?<![\w-])(--[a-z-]+|-[A-Za-z0](?=[, ]))/g };
}
my %others = map { $_ => 1 } qw(iconv zstd bzip2 xz gzip unzip 7z tar unrar
    sqlite3 uitwisseling);

# What a message offers that there is not.
sub offers {
	my ($tool, $text) = @_;
	my @bad;
	my $of = $tool;
	while ($text =~ /(?<![\w.\/-])((?:[a-z]+-[a-z]+|csv[a-z]+)(?![\w.\/])|--[a-z-]+|-[A-Za-z](?![\w.-]))/g) {
		my $word = $1;
		if ($options{$word}) {
			$of = $word;
		} elsif ($word =~ /^-/) {
			push @bad, "$of $word"
			    if !$options{$of}{$word} && !$options{$tool}{$word}
			    && $text !~ /(?:zstd|bzip2|xz|gzip|iconv|sha256sum) (?:\S+ )*$word/;
		} elsif ($word =~ /^(?:cbs|sheet|plan|woondeal|indicator|disclosure|release|csv[pdm])/) {
			push @bad, $word;
		}
	}
	return @bad;
}

# --- the runs
symlink $_, "$T/" . ($_ =~ s|.*/||r) for glob "$here/*";
spurt("$T/in", '0' x 64 . "  a\0");
my $so = "$bin/../fault.so";
my $serve = -e $so && system("LD_PRELOAD=$so csvpick --version >/dev/null 2>&1") == 0;
my ($to, $from, $pid);

sub start {
	my @command = @_;
	return if !$serve;
	local @ENV{qw(FAULT_SERVE LD_PRELOAD)} = ("$T/run", $so);
	$pid = open2($from, $to, @command);
}

sub run {
	my @command = @_;
	if ($serve) {
		print $to "none\n";
		$to->flush;
		return <$from> + 0;
	}
	my $child = fork // die;
	if ($child == 0) {
		open STDIN, '<', '/dev/null';
		open STDOUT, '>', "$T/run/out";
		open STDERR, '>', "$T/run/err";
		exec @command;
		exit 127;
	}
	waitpid $child, 0;
	return $? >> 8 || $? & 127;
}

sub stop {
	return if !$serve;
	close $to;
	close $from;
	waitpid $pid, 0;
}

mkdir "$T/run";
mkdir "$T/corpus";
chdir $T or die;
my @kinds;
my %says;
while (my ($kind, $text, $words) = splice @wrong, 0, 3) {
	push @kinds, $kind;
	$says{$kind} = $words;
	spurt("$T/corpus/$kind", $text);
}
for my $kind (sort keys %ours) {
	push @kinds, $kind;
	$says{$kind} = $kind eq 'layout' ? qr/a layout/
	    : qr/\Q$kind\E\.csv/;
	symlink $ours{$kind}, "$T/corpus/$kind";
}
mkdir "$T/corpus/folder";
push @kinds, 'folder', 'missing';
$says{folder} = qr/directory|folder/i;
$says{missing} = qr/No such file/;

my %choice = map { $_ => 1 } qw(xlsx zip semicolon json html quote empty folder
    missing gemeenten opgave waarnemingen plannen), 'utf16le bare';
my %seen;

# What is wrong with the answer to this input, if anything.
sub judge {
	my ($tool, $kind, $status) = @_;
	my $err = slurp("$T/run/err");
	my @lines = split /\n/, $err;
	my @bad;
	push @bad, "status $status" if $status != 2;
	push @bad, 'data on stdout' if -s "$T/run/out";
	push @bad, 'an output' if -e "$T/uit.csv" || -e "$T/x.csv" || -e "$T/uit";
	unlink "$T/uit.csv", "$T/x.csv";
	push @bad, scalar(@lines) . ' lines' if @lines != 1;
	my $said = $lines[-1] // '';
	push @bad, 'not named' if $said !~ /^\Q$tool\E: [^:]*\bfout\b/;
	push @bad, 'not what it is'
	    if $said !~ $says{$kind} && $said !~ /this is (?:text|empty|other JSON)/;
	push @bad, 'longer than 600' if length $said > 600;
	push @bad, 'not what was expected' if $said !~
	    /expected|no header|No such file|no column|Is a directory|is a directory|quote|NUL|gzip|cut off|not UTF-8|not in the header/;
	push @bad, map { "there is no $_" } offers($tool, $said);
	return (\@bad, $err);
}

for my $slot (@slots) {
	my ($tool, $args, @takes) = @$slot;
	my %takes = map { $_ => 1 } @takes;
	my @command = ($tool, map { s/@/fout/r } split / /, $args);
	push @command, '-o', 'uit.csv' if $args !~ /--publish/;
	my @bad;
	my $all = ($ENV{WRONG} // q()) eq q(all) || !$seen{$tool}++;
	start(@command);
	for my $kind (@kinds) {
		next if $takes{$kind} || !($all || $choice{$kind});
		unlink "$T/fout";
		symlink "$T/corpus/$kind", "$T/fout" if $kind ne 'missing';
		my $status = run(@command);
		my ($why, $err) = judge($tool, $kind, $status);
		print "# $tool $args | $kind: $err"
		    if defined $show && "$tool $args | $kind" =~ /$show/;
		push @bad, "$kind: " . join(', ', @$why) . ": $err" if @$why;
	}
	stop();
	ok(!@bad, "$tool $args", map { chomp; $_ } @bad);
}
# Right files, spoiled in their last row: the message has the line, of a quote
# that where it opened; a row that stands twice names both.
my %spoiled = (
	'an open quote' => [sub { "\"$_[0]\n$_[0]\n" }, qr/quote/],
	'bytes of latin1' => [sub { "$_[0]\xE9\n" }, qr/0xE9 .*not UTF-8/],
	'a NUL byte' => [sub { "$_[0]\0\n" }, qr/NUL byte/],
	'a short row' => [sub { "x\n" }, qr/expected \d+ fields.*found 1/],
	'a row twice' => [sub { "$_[0]\n" }, qr/ROWS/],
);
for (['plan-normalize', '-g @ -S planstatus.csv -l layout.csv levering.csv', 'gemeenten'],
    ['plan-normalize', '-g gemeenten.csv -S @ -l layout.csv levering.csv', 'planstatus'],
    ['woondeal-diff', '-g gemeenten.csv -t opgave.csv --also rulesets=x.csv -S @ groei.csv', 'planstatus'],
    ['woondeal-diff', '-g gemeenten.csv -t @ groei.csv', 'opgave'],
    ['woondeal-diff', '-g gemeenten.csv -t opgave.csv @', 'groei'],
    ['plan-accept', '-g gemeenten.csv --grenzen @ geleverd.csv', 'grenzen'],
    ['disclosure-check', '-g gemeenten.csv --uitgave @ --release published plannen.csv', 'sommen'],
    ['release-seal', '--release uitgave --schema schema @', 'uitgave'],
    ['indicator-join', '-i @ -g gemeenten.csv waarnemingen.csv', 'indicatoren'],
    ['indicator-join', '-i indicatoren.csv -g gemeenten.csv @', 'waarnemingen'],
    ['csvdiff', '-k onderwerp,regio,periode @ groei.csv', 'waarnemingen']) {
	my ($tool, $args, $right) = @$_;
	my $text = slurp("$here/$right.csv");
	my $rows = () = $text =~ /\n/g;
	my $line = $rows + 1;
	my $last = ((split /\n/, $text)[-1] =~ tr/"//dr);
	my @command = ($tool, (map { s/@/fout/r } split / /, $args), '-o', 'uit.csv');
	my @bad;
	start(@command);
	for my $how (sort keys %spoiled) {
		my ($make, $words) = @{$spoiled{$how}};
		next if $how eq 'a row twice' && $text !~ /\n\Q$last\E\n\z/;
		$words = qr/\b(?:line |row |fout:)$rows\b/ if $how eq 'a row twice';
		unlink "$T/fout";
		spurt("$T/fout", $text . $make->($last));
		my $status = run(@command);
		my $err = slurp("$T/run/err");
		push @bad, "$how: $status $err" if $status != 2 || -e "$T/uit.csv"
		    || $err !~ /^\Q$tool\E: fout:$line: error: .*$words/;
	}
	stop();
	ok(!@bad, "$tool $args: spoiled", map { chomp; $_ } @bad);
}
done();
