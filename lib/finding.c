#include "finding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csvout.h"
#include "map.h"
#include "mem.h"
#include "output.h"

#define SENTENCE 1024

struct tally {
	const struct finding_rule *rule;
	size_t count;
};

struct findings {
	struct output *out;
	struct csvout *csv;
	struct map *rules; /* code -> struct tally */
	size_t by_severity[SEVERITY_ERROR + 1];
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

/* The sentence with {0}..{9} replaced; cut at SENTENCE. */
static struct text
fill(const char *sentence, const struct text *args, size_t count,
     char buf[SENTENCE])
{
	size_t n = 0;

	for (const char *p = sentence; *p && n < SENTENCE - 1; p++) {
		size_t which = (size_t)(p[0] == '{' ? p[1] - '0' : 10);

		if (which > 9 || p[2] != '}') {
			buf[n++] = *p;
			continue;
		}
		p += 2;
		if (which >= count)
			continue;
		for (size_t i = 0; i < args[which].n && n < SENTENCE - 1; i++)
			buf[n++] = args[which].s[i];
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

/* FILE:LINE:COLUMN, or FILE!F12 for a sheet (a file with a '!' in it). */
static void
format_place(const struct finding_place *p, char *buf, size_t cap)
{
	char letters[TEXT_LETTERS] = "";
	size_t row = p->row ? p->row : p->record;
	int n = 0;

	buf[0] = '\0';
	if (!p->file || !*p->file)
		return;
	if (p->column)
		text_letters(p->column - 1, letters);
	n = snprintf(buf, cap, "%s", p->file);
	if (row && n > 0 && (size_t)n < cap)
		n += snprintf(buf + n, cap - (size_t)n, ":%zu", row);
	if (p->column && n > 0 && (size_t)n < cap)
		snprintf(buf + n, cap - (size_t)n, ":%s", letters);
}

static void
say(const struct finding_rule *rule, const struct finding_place *p,
    const struct text *args, size_t count)
{
	char place[600], sentence[SENTENCE], shown[TEXT_SHOW];
	char line[SENTENCE + TEXT_SHOW + 32];

	format_place(p, place, sizeof(place));
	fill(rule->english, args, count, sentence);
	if (p->value.n)
		snprintf(line, sizeof(line), "%s \"%s\": %s", rule->code,
			 text_show(p->value, shown), sentence);
	else
		snprintf(line, sizeof(line), "%s %s", rule->code, sentence);
	diag_at(place, rule->severity, line);
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
	char sentence[SENTENCE];

	if (!*slot) {
		*slot = mem_new(struct tally);
		(*slot)->rule = rule;
	}
	f->by_severity[rule->severity]++;
	if ((*slot)->count++ < diag_messages())
		say(rule, place, args, count);
	if (f->csv)
		write_row(f, rule, place,
			  fill(rule->dutch, args, count, sentence));
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
	char line[128];

	for (size_t i = 0; i < map_count(f->rules); i++) {
		const struct tally *t = map_value(f->rules, i);

		if (t->count <= diag_messages())
			continue;
		snprintf(line, sizeof(line), "%s ... and %zu more like this",
			 t->rule->code, t->count - diag_messages());
		diag_at("", t->rule->severity, line);
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
	free(f);
}
