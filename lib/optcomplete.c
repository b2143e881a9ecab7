#include "optcomplete.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* "_csv_pick" for csv-pick. */
static void
print_function(const struct opt_program *p)
{
	putchar('_');
	for (const char *c = p->name; *c; c++)
		putchar(*c == '-' ? '_' : *c);
}

static void
print_names(const struct opt *o)
{
	if (o->letter)
		printf("-%c | ", o->letter);
	printf("--%s) ", o->name);
}

static const char *
command_of(const struct opt_program *p, const struct opt *o)
{
	for (size_t i = 0; i < p->value_count; i++)
		if (strcmp(p->values[i].name, o->name) == 0)
			return p->values[i].command;
	return NULL;
}

static bool
ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

/* The kind of file that a value is, from what --help calls it. */
static const char *
files_of(const struct opt *o)
{
	static const char *const tables[] = {"LAYOUT", "FINDINGS", "OLD",
					     "LIST"};

	if (strcmp(o->arg, "FOLDER") == 0)
		return "/";
	if (ends(o->arg, "FILE"))
		return "*";
	if (ends(o->arg, ".csv"))
		return "csv gz";
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (strcmp(o->arg, tables[i]) == 0)
			return "csv gz";
	return "";
}

/* What comes behind an option that takes a value. */
static void
print_value(const struct opt_program *p, const struct opt *o)
{
	const char *command = command_of(p, o);

	printf("\t");
	print_names(o);
	if (o->kind == OPT_CHOICE || o->kind == OPT_WORD) {
		printf("%swords='", o->kind == OPT_CHOICE ? "kinds='' " : "");
		for (const char *c = o->arg; *c; c++)
			putchar(*c == '|' ? ' ' : *c);
		printf("'");
	} else if (command)
		printf("kinds='' list=$(%s)", command);
	else
		printf("kinds='%s'", files_of(o));
	printf(" ;;\n");
}

/* Which word is the value of an option, and which the data. */
static void
print_line(const struct opt_program *p)
{
	printf("\tfor ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do\n"
	       "\t\tword=${COMP_WORDS[i]//\\\\/}\n"
	       "\t\tcase ${COMP_WORDS[i - 1]} in\n");
	for (size_t i = 0; i < optrow_total(p); i++) {
		const struct opt *o = optrow_at(p, i);

		if (o->kind == OPT_FLAG || o->kind == OPT_WORD)
			continue;
		printf("\t\t");
		print_names(o);
		if (o->letter)
			printf("opt_%c=$word", o->letter);
		printf(" ;;\n");
	}
	printf("\t\t*) [[ $file || ! -f $word ]] || file=$word ;;\n"
	       "\t\tesac\n\tdone\n");
}

/* bash takes a word apart at =: back to --columns NAME, and to DIM=CODE. zsh
 * says "--" where the word is empty. */
static const char behind_equals[] =
    "\t[[ ${COMP_WORDS[n]} ]] || cur=''\n"
    "\tif [[ ${COMP_WORDS[n]} = '=' ]]; then prev='=' n=$((n + 1)); fi\n"
    "\tif [[ $prev = '=' ]]; then\n"
    "\t\tprev=${COMP_WORDS[n - 2]}\n"
    "\t\tif [[ $prev != -* ]]; then cut=$prev= cur=$prev=$cur "
    "prev=${COMP_WORDS[n - 3]}; fi\n"
    "\tfi\n";

/* And at colons, as in GM0034:2024:opgave: the whole is looked at, and what
 * stands before the last colon is cut off. */
static const char behind_colons[] =
    "\tword=${COMP_WORDS[n]-} i=$n\n"
    "\twhile ((i > 2)) && [[ $word = :* || ${COMP_WORDS[i - 1]} = : ]]; do\n"
    "\t\ti=$((i - 1)) word=${COMP_WORDS[i]}$word\n"
    "\tdone\n"
    "\tif ((i < n)); then cut=${word%:*}: cur=$word "
    "prev=${COMP_WORDS[i - 1]}; fi\n";

/* Words of options; what a value or an operand may be. It runs in zsh, too. Of
 * a list with commas the last is completed. */
void
optcomplete_print(const struct opt_program *p)
{
	print_function(p);
	printf("() {\n\tlocal cur=$2 prev=$3 n=$COMP_CWORD cut='' file='' "
	       "words='' list='' head='' word i "
	       "kind kinds='%s'\n",
	       p->files ? p->files : "csv gz");
	for (size_t i = 0; i < optrow_total(p); i++)
		if (optrow_at(p, i)->letter)
			printf("\tlocal opt_%c=''\n", optrow_at(p, i)->letter);
	print_line(p);
	printf("%s%s\tcase $prev in\n", behind_equals, behind_colons);
	for (size_t i = 0; i < optrow_total(p); i++)
		if (optrow_at(p, i)->kind != OPT_FLAG)
			print_value(p, optrow_at(p, i));
	printf("\t*) case $cur in -*) kinds='' words='");
	for (size_t i = 0; i < optrow_total(p); i++)
		printf("%s--%s", i ? " " : "", optrow_at(p, i)->name);
	printf("' ;; esac ;;\n"
	       "\tesac 2>/dev/null\n"
	       "\tCOMPREPLY=()\n"
	       "\tif [[ $list ]]; then head=${cur%%\"${cur##*,}\"}; fi\n"
	       "\twhile IFS= read -r word; do\n"
	       "\t\t[[ ! $word || $word != \"${cur#\"$head\"}\"* ]] ||\n"
	       "\t\t    { word=$head$word && "
	       "COMPREPLY+=(\"${word#\"$cut\"}\"); }\n"
	       "\tdone <<<\"$(printf '%%s\\n' $words)\n$list\"\n"
	       "\t[[ $kinds ]] || return 0\n"
	       "\twhile IFS= read -r word; do\n"
	       "\t\tif [[ -d $word ]]; then COMPREPLY+=(\"$word\"); fi\n"
	       "\t\t[[ ! -f $word ]] || for kind in ${kinds//\\*/.}; do\n"
	       "\t\t\tcase $word in\n"
	       "\t\t\t*.\"$kind\") COMPREPLY+=(\"$word\"); break ;;\n"
	       "\t\t\t*) [[ $kind != . ]] || COMPREPLY+=(\"$word\") ;;\n"
	       "\t\t\tesac\n\t\tdone\n"
	       "\tdone <<<\"$(compgen -f -- \"$cur\")\"\n}\n"
	       "complete -o filenames -F ");
	print_function(p);
	printf(" %s\n", p->name);
}
