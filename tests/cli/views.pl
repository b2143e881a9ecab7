#!/usr/bin/perl
# What --json wrote, held against what else there is.
#   views.pl back CSV JSON [CSV JSON]...       are the records of JSON, as CSV
#     again, the bytes of CSV? Prints NAME: ok or what differs.
#   views.pl types FOLDER SCHEMA JSON [SCHEMA JSON]... is a value a number where the
#     schema of that folder (several, a|b) has one, and only there? At least one record.
use strict;
use warnings;
use Cpanel::JSON::XS;

my $what = shift;
my $folder;

sub text {
	open my $h, '<:raw', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar <$h>;
}

# Numbers as strings "#1.50": no reader of JSON keeps their digits.
sub records {
	my $t = text($_[0]);
	$t =~ s/("(?:[^"\\]|\\.)*")|(-?[0-9][0-9.eE+-]*)/defined $1 ? $1 : "\"#$2\""/ge;
	my $first = $t =~ /\{(.*)\}/ ? $1 : '';
	my @names;
	push @names, decode_json("[$1]")->[0]
	    while $first =~ /\G,?("(?:[^"\\]|\\.)*"):(?:"(?:[^"\\]|\\.)*"|null)/gc;
	return (decode_json($t), \@names);
}

sub field {
	my ($v) = @_;
	$v = '' unless defined $v;
	$v =~ s/^#//;
	utf8::encode($v);
	return $v unless $v =~ /[",\r\n]/;
	$v =~ s/"/""/g;
	return "\"$v\"";
}

sub back {
	my ($csv, $json) = @_;
	my ($records, $names) = records($json);
	my $want = text($csv);
	return "no records" unless @$records || $want =~ /^[^\n]*\n\z/;
	@$names = split /,|\n/, $want unless @$records;
	my $got = join '', map { join(',', @$_) . "\n" } [map { field($_) } @$names],
	    map { my $r = $_; [map { field($r->{$_}) } @$names] } @$records;
	return $got eq $want ? 'ok' : "differs:\n$got";
}

sub types {
	my ($schemas, $json) = @_;
	my ($records) = records($json);
	my @rows = map { [split /,/] }
	    map { split /\n/, text("$folder/$_.csv") } split /\|/, $schemas;
	return 'no records' unless @$records;
	my %wrong;
	for my $r (@$records) {
		for my $name (keys %$r) {
			my $v = $r->{$name};
			next unless defined $v;
			my ($row) = ((grep { $_->[0] eq $name } @rows),
			    grep { $_->[0] =~ /^\*(.*)/ && $name =~ /\Q$1\E$/ } @rows);
			my $number = $row && $row->[1] =~ /^(integer|number)$/;
			$wrong{$name} = $v
			    if $number xor $v =~ /^#/;
		}
	}
	return join(', ', map { "$_ ($wrong{$_})" } sort keys %wrong) || 'ok';
}

$folder = shift if $what eq "types";
while (my ($of, $json) = splice @ARGV, 0, 2) {
	my $name = $json =~ s/.*\///r =~ s/\.json$//r;
	print "$name: ", ($what eq 'back' ? back($of, $json) : types($of, $json)),
	    "\n";
}
