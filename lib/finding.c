#include "finding.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "map.h"
#include "mem.h"
#include "output.h"

struct tally {
	const struct finding_rule *rule;
	size_t count;
};

struct findings {
	struct output *out;
	struct csvout *csv;
	struct map *rules; /* code -> struct tally */
	size_t by_severity[SEVERITY_ERROR + 1];
	struct buffer sentence, line, place; /* used again and again */
};

static void
write_header(struct csvout *w)
{
	static const char *const names[] = {"bestand",	 "rij",	   "kolom",
					    "kolomnaam", "code",   "ernst",
					    "waarde",	 "melding"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

struct findings *
findings_open(const char *path)
{
	struct findings *f = mem_new(struct findings);

	f->rules = map_new();
	if (!path)
		return f;
	f->out = output_open(path);
	if (!f->out) {
		findings_free(f);
		return NULL;
	}
	f->csv = csvout_new(f->out, CSVOUT_CSV);
	write_header(f->csv);
	return f;
}

/* The sentence with {0}..{9} replaced. */
static struct text
fill(struct buffer *b, const char *sentence, const struct text *args,
     size_t count)
{
	buffer_clear(b);
	for (const char *p = sentence; *p; p++) {
		size_t which = (size_t)(p[0] == '{' ? p[1] - '0' : 10);

		if (which > 9 || p[2] != '}') {
			buffer_char(b, *p);
			continue;
		}
		p += 2;
		if (which < count)
			buffer_add(b, args[which]);
	}
	return buffer_view(b);
}

/* FILE:LINE:COLUMN, or FILE!F12 for a sheet (a file with a '!' in it). */
static const char *
format_place(struct buffer *b, const struct finding_place *p)
{
	char letters[TEXT_LETTERS];
	size_t row = p->row ? p->row : p->record;

	if (!p->file || !*p->file)
		return "";
	buffer_clear(b);
	buffer_string(b, p->file);
	if (row)
		buffer_printf(b, ":%zu", row);
	if (p->column)
		buffer_printf(b, ":%s", text_letters(p->column - 1, letters));
	return buffer_view(b).s;
}

static void
say(struct findings *f, const struct finding_rule *rule,
    const struct finding_place *p, const struct text *args, size_t count)
{
	char shown[TEXT_SHOW];

	buffer_clear(&f->line);
	buffer_string(&f->line, rule->code);
	if (p->value.n)
		buffer_printf(&f->line, " \"%s\":", text_show(p->value, shown));
	buffer_char(&f->line, ' ');
	buffer_add(&f->line, fill(&f->sentence, rule->english, args, count));
	diag_at(format_place(&f->place, p), rule->severity,
		buffer_view(&f->line).s);
}

static void
write_row(struct findings *f, const struct finding_rule *rule,
	  const struct finding_place *p, struct text sentence)
{
	static const char *const dutch[] = {"info", "waarschuwing", "fout"};
	char letters[TEXT_LETTERS];

	csvout_string(f->csv, p->file);
	if (p->record)
		csvout_int(f->csv, (int64_t)p->record);
	else
		csvout_empty(f->csv);
	csvout_string(f->csv,
		      p->column ? text_letters(p->column - 1, letters) : "");
	csvout_text(f->csv, p->name);
	csvout_string(f->csv, rule->code);
	csvout_string(f->csv, dutch[rule->severity]);
	csvout_text(f->csv, p->value);
	csvout_text(f->csv, sentence);
	csvout_end(f->csv);
}

void
finding_add(struct findings *f, const struct finding_rule *rule,
	    const struct finding_place *place, const struct text *args,
	    size_t count)
{
	struct tally **slot =
	    (struct tally **)map_slot(f->rules, text_of(rule->code));

	if (!*slot) {
		*slot = mem_new(struct tally);
		(*slot)->rule = rule;
	}
	f->by_severity[rule->severity]++;
	if ((*slot)->count++ < diag_messages())
		say(f, rule, place, args, count);
	if (f->csv)
		write_row(f, rule, place,
			  fill(&f->sentence, rule->dutch, args, count));
}

size_t
findings_count(const struct findings *f, enum severity at_least)
{
	size_t n = 0;

	for (int s = (int)at_least; s <= SEVERITY_ERROR; s++)
		n += f->by_severity[s];
	return n;
}

struct output *
findings_finish(struct findings *f)
{
	struct output *out = f->out;

	for (size_t i = 0; i < map_count(f->rules); i++) {
		const struct tally *t = map_value(f->rules, i);

		if (t->count <= diag_messages())
			continue;
		buffer_clear(&f->line);
		buffer_printf(&f->line, "%s ... and %zu more like this",
			      t->rule->code, t->count - diag_messages());
		diag_at("", t->rule->severity, buffer_view(&f->line).s);
	}
	if (f->csv)
		csvout_finish(f->csv);
	f->csv = NULL;
	f->out = NULL;
	return out;
}

enum severity
findings_threshold(const char *word)
{
	return word && strcmp(word, "warning") == 0 ? SEVERITY_WARNING
						    : SEVERITY_ERROR;
}

enum exit_status
findings_status(const struct findings *f, enum severity fail_on)
{
	return findings_count(f, fail_on) ? EXIT_FINDINGS : EXIT_FINE;
}

void
findings_free(struct findings *f)
{
	if (!f)
		return;
	if (f->csv)
		csvout_finish(f->csv);
	output_discard(f->out);
	for (size_t i = 0; i < map_count(f->rules); i++)
		free(map_value(f->rules, i));
	map_free(f->rules);
	buffer_free(&f->sentence);
	buffer_free(&f->line);
	buffer_free(&f->place);
	free(f);
}
