#include "propose/proposal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "csvout.h"
#include "fold.h"
#include "num.h"
#include "recode.h"
#include "layout/pattern.h"
#include "propose/evidence.h"
#include "propose/sample.h"
#include "layout/vocabulary.h"

/* Room for three values of a column. */
#define SAMPLES 128

/* A column of the delivery and what is proposed for it. */
struct column {
	const struct named_column *named; /* NULL: not recognised */
	struct text kolom;		  /* as the layout would write it */
	struct years years;
	bool whole; /* the whole name was known, not its last row only */
	bool done;
};

struct proposal {
	struct csvout *csv;
	const struct sample *sample;
	const struct vocabulary *vocabulary;
	struct column *columns;
	struct arena *arena;
	size_t count;
	bool guessed; /* the encoding, by what it makes of the bytes */
	size_t known, beyond;
};

/* The name of column i in the layout: by letter when the name is not its
 * own, or has none. */
static struct text
own_name(const struct sample *s, size_t i, struct arena *a)
{
	const struct header *h = s->header;
	char letters[TEXT_LETTERS], text[TEXT_LETTERS + 2];

	for (size_t k = 0; k < h->count; k++) {
		if (k == i || !text_equal(h->folded[k], h->folded[i]))
			continue;
		snprintf(text, sizeof(text), "[%s]", text_letters(i, letters));
		return arena_text(a, text_of(text));
	}
	return h->names[i];
}

/* What is above the last header row, and the known pattern after it:
 * "Plannen {jaar}". */
static struct text
joined_pattern(const struct sample *s, size_t i, struct text pattern,
	       struct arena *a)
{
	struct text name = s->header->names[i];
	size_t up = name.n - s->last[i].n;
	char *joined = arena_alloc(a, up + pattern.n + 1, 1);

	memcpy(joined, name.s, up);
	memcpy(joined + up, pattern.s, pattern.n);
	return (struct text){joined, up + pattern.n};
}

static void
recognise(const struct sample *s, const struct vocabulary *v, size_t i,
	  struct column *c, struct arena *a)
{
	const struct header *h = s->header;

	c->named = vocabulary_find(v, h->folded[i], &c->years);
	c->whole = c->named != NULL;
	if (!c->named && s->last[i].n <= h->names[i].n)
		c->named = vocabulary_find(v, s->last[i], &c->years);
	c->kolom = own_name(s, i, a);
	if (!c->named || pattern_is_plain(c->named->folded))
		return;
	c->kolom = c->whole ? c->named->kolom
			    : joined_pattern(s, i, c->named->kolom, a);
}

/* One for each column of the sample's header, kept in a. */
static struct column *
recognise_all(const struct sample *s, const struct vocabulary *v,
	      struct arena *a)
{
	size_t n = s->header->count;
	struct column *list = arena_alloc(a, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		recognise(s, v, i, &list[i], a);
	return list;
}

/* One line; reden is a Dutch sentence. */
static void
line(struct proposal *p, const char *veld, struct text kolom,
     const char *omzetting, const char *waarde)
{
	csvout_string(p->csv, veld);
	csvout_text(p->csv, kolom);
	csvout_string(p->csv, omzetting);
	csvout_string(p->csv, waarde);
}

static void reason(struct proposal *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
reason(struct proposal *p, const char *fmt, ...)
{
	struct buffer text = {0};
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(&text, fmt, ap);
	va_end(ap);
	csvout_text(p->csv, buffer_view(&text));
	csvout_end(p->csv);
	buffer_free(&text);
}

static const struct text none = {"", 0};

static void
propose_settings(struct proposal *p, const char *encoding)
{
	const struct sample *s = p->sample;
	char text[3] = {s->delimiter, '\0', '\0'};

	if (s->kop > 1) {
		snprintf(text, sizeof(text), "%zu", s->kop % 100);
		line(p, "kop", none, "", text);
		reason(p,
		       "de eerste rij met bekende kolomnamen; %zu rijen "
		       "staan erboven",
		       s->kop - 1);
	}
	if (s->kopregels > 1) {
		line(p, "kopregels", none, "", "2");
		reason(p,
		       "namen in rij %zu komen dubbel voor of ontbreken; de "
		       "rij erboven vult ze aan",
		       s->kop + 1);
	}
	snprintf(text, sizeof(text), "%c", s->delimiter);
	line(p, "scheiding", none, "", s->delimiter == '\t' ? "tab" : text);
	reason(p, "dit teken staat het vaakst buiten aanhalingstekens");
	if (encoding) {
		line(p, "codering", none, "", encoding);
		if (!p->guessed)
			reason(p, "zo opgegeven");
		else if (p->beyond == 0)
			reason(p, "de levering is vol nullen: twee bytes per "
				  "teken");
		else
			reason(p,
			       "de levering is geen UTF-8; zo gelezen zijn %zu "
			       "van de %zu tekens buiten ASCII die van het "
			       "Nederlands",
			       p->known, p->beyond);
	}
	if (p->vocabulary->woorden.n) {
		line(p, "woorden", none, "", p->vocabulary->woorden.s);
		reason(p, "gedeelde woorden; maak het pad relatief aan deze "
			  "indeling");
	}
	line(p, "telling", none, "", "rest");
	reason(p, "ga na: restcapaciteit vanaf de peildatum (rest) of hele "
		  "jaren (jaar)?");
}

/* The first number column's cell that shows it. */
static const struct text *
find_evidence(const struct proposal *p, enum evidence e)
{
	const struct text *t = NULL;

	for (size_t i = 0; !t && i < p->count; i++) {
		const struct named_column *n = p->columns[i].named;

		if (n && (text_is(n->veld, "aantal") ||
			  text_is(n->veld, "controle")))
			t = evidence_number(p->sample, i, e);
	}
	return t;
}

static void
propose_numbers(struct proposal *p)
{
	const struct text *nl = find_evidence(p, EVIDENCE_NL);
	const struct text *en = find_evidence(p, EVIDENCE_EN);
	const struct text *either = find_evidence(p, EVIDENCE_EITHER);
	const struct text *t = nl && !en ? nl : en && !nl ? en : either;
	const char *form = nl && !en ? "nl" : en && !nl ? "en" : "";
	char shown[TEXT_SHOW];

	if (!t && !nl)
		return;
	line(p, "getal", none, "", form);
	if (*form)
		reason(p, "\"%s\" is alleen zo te lezen", text_show(*t, shown));
	else
		reason(p, "\"%s\" is op twee manieren te lezen: kies nl of en",
		       text_show(t ? *t : *nl, shown));
}

/* A column without a name of its own by its letter. */
static struct text
named_or_letter(const struct proposal *p, size_t i, char buf[TEXT_LETTERS + 2])
{
	char letters[TEXT_LETTERS];

	if (p->columns[i].kolom.n)
		return p->columns[i].kolom;
	snprintf(buf, TEXT_LETTERS + 2, "[%s]", text_letters(i, letters));
	return text_of(buf);
}

static void
propose_total_row(struct proposal *p, size_t i)
{
	size_t row = evidence_total(p->sample, i);
	char shown[TEXT_SHOW], buf[TEXT_LETTERS + 2];
	struct buffer folded = {0};
	struct text cell;

	if (!row)
		return;
	cell = p->sample->rows[row - 1][i];
	line(p, "totaalrij", named_or_letter(p, i, buf),
	     text_starts(fold(&folded, cell), "totaal") ? "begint" : "bevat",
	     "totaal");
	reason(p, "rij %zu na de kop zegt \"%s\"", row, text_show(cell, shown));
	buffer_free(&folded);
}

static void
propose_field(struct proposal *p, size_t i)
{
	struct column *c = &p->columns[i];
	char letters[TEXT_LETTERS];

	for (size_t k = 0; k < i; k++) {
		if (!p->columns[k].named ||
		    !text_equal(p->columns[k].named->veld, c->named->veld))
			continue;
		line(p, "negeer", c->kolom, "", "");
		reason(p, "lijkt ook %s, maar dat is al kolom %s: kies",
		       c->named->veld.s, text_letters(k, letters));
		return;
	}
	line(p, c->named->veld.s, c->kolom, c->named->omzetting.s, "");
	reason(p, "heet zo in %s", c->named->file.s);
	if (text_is(c->named->veld, "planstatus") &&
	    !text_is(c->named->omzetting, "code") &&
	    evidence_codes(p->sample, i)) {
		line(p, "planstatus", none, "code", "");
		reason(p, "de kolom bevat losse codes: ga na dat het de "
			  "planologische status is en niet de planlijst");
	}
	propose_total_row(p, i);
}

static bool
has_field(const struct proposal *p, const char *veld)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->columns[i].named &&
		    text_is(p->columns[i].named->veld, veld))
			return true;
	return false;
}

/* True when the years of a period stand in columns of their own too. */
static bool
is_subtotal(const struct proposal *p, const struct column *c)
{
	for (size_t k = 0; k < p->count; k++) {
		const struct column *o = &p->columns[k];

		if (o->named && text_is(o->named->veld, "aantal") &&
		    o->years.from && o->years.from == o->years.to &&
		    c->years.from != c->years.to &&
		    years_within(o->years, c->years))
			return true;
	}
	return false;
}

/* All columns that one pattern names, in one line. */
static void
propose_amounts(struct proposal *p, size_t i)
{
	struct column *c = &p->columns[i];
	const char *veld = has_field(p, "aantal") ? c->named->veld.s : "aantal";
	bool sub = text_is(c->named->veld, "aantal") && c->years.to &&
		   is_subtotal(p, c);
	size_t n = 0, last = i;
	char one[TEXT_LETTERS], two[TEXT_LETTERS];

	for (size_t k = i; k < p->count; k++) {
		struct column *o = &p->columns[k];

		if (o->named != c->named || !text_equal(o->kolom, c->kolom))
			continue;
		o->done = true;
		last = k;
		n++;
	}
	line(p, sub ? "controle" : veld, c->kolom, c->named->omzetting.s,
	     c->named->waarde.s);
	if (sub)
		reason(p, "een periode waarvan de jaren ook apart staan");
	else if (n > 1)
		reason(p, "%zu kolommen, %s tot en met %s, als in %s", n,
		       text_letters(i, one), text_letters(last, two),
		       c->named->file.s);
	else
		reason(p, "kolom %s, als in %s", text_letters(i, one),
		       c->named->file.s);
}

/* Three values of a column, for who has to say what it is. */
static const char *
samples(const struct proposal *p, size_t i, char buf[SAMPLES])
{
	char shown[TEXT_SHOW];
	size_t n = 0, used = 0;

	buf[0] = '\0';
	for (size_t r = 0; r < p->sample->row_count && n < 3; r++) {
		struct text t = p->sample->rows[r][i];

		if (!t.n)
			continue;
		while (t.n > 24 ||
		       (t.n && ((unsigned char)t.s[t.n] & 0xC0) == 0x80))
			t.n--;
		text_show(t, shown);
		used += (size_t)snprintf(buf + used, SAMPLES - used, "%s\"%s\"",
					 n++ ? ", " : "", shown);
	}
	if (!n)
		snprintf(buf, SAMPLES, "leeg");
	return buf;
}

/* A column that may hold dwellings gets no veld: the layout cannot be used
 * before a person has chosen one. */
static void
propose_unknown(struct proposal *p, size_t i)
{
	struct text name = p->sample->header->folded[i];
	char letters[TEXT_LETTERS], values[SAMPLES];
	struct years y;

	if (!has_field(p, "planstatus") && evidence_statuses(p->sample, i)) {
		line(p, "planstatus", p->columns[i].kolom, "", "");
		reason(p, "de waarden van kolom %s (%s) beginnen met een code",
		       text_letters(i, letters), samples(p, i, values));
	} else if (pattern_match(text_of("*{jaar}*"), name, &y)) {
		line(p, "", p->columns[i].kolom, "", "");
		reason(p,
		       "kolom %s noemt een jaar (%s): kies aantal, controle of "
		       "negeer",
		       text_letters(i, letters), samples(p, i, values));
	} else if (evidence_numeric(p->sample, i)) {
		line(p, "", p->columns[i].kolom, "", "");
		reason(p,
		       "kolom %s bevat getallen (%s): kies aantal, controle of "
		       "negeer",
		       text_letters(i, letters), samples(p, i, values));
	} else {
		line(p, "negeer", p->columns[i].kolom, "", "");
		reason(
		    p,
		    "kolom %s is niet herkend (%s): kies een veld, of laat zo",
		    text_letters(i, letters), samples(p, i, values));
		propose_total_row(p, i);
	}
}

/* A column without a name: left alone, but for numbers and totals. */
static void
propose_nameless(struct proposal *p, size_t i)
{
	char buf[TEXT_LETTERS + 2], values[SAMPLES];

	propose_total_row(p, i);
	if (!evidence_numeric(p->sample, i))
		return;
	line(p, "", named_or_letter(p, i, buf), "", "");
	reason(p,
	       "kolom %s heeft geen naam en bevat getallen (%s): kies aantal, "
	       "controle of negeer",
	       named_or_letter(p, i, buf).s, samples(p, i, values));
}

static void
propose_column(struct proposal *p, size_t i)
{
	struct column *c = &p->columns[i];

	if (c->done)
		return;
	if (!p->sample->header->names[i].n) {
		propose_nameless(p, i);
		return;
	}
	if (!c->named) {
		propose_unknown(p, i);
	} else if (text_is(c->named->veld, "aantal") ||
		   text_is(c->named->veld, "controle")) {
		propose_amounts(p, i);
	} else if (text_is(c->named->veld, "negeer")) {
		line(p, "negeer", c->kolom, "", "");
		reason(p, "als in %s", c->named->file.s);
	} else {
		propose_field(p, i);
	}
}

static bool
any_statuses(const struct proposal *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (!p->columns[i].named && evidence_statuses(p->sample, i))
			return true;
	return false;
}

/* What a register cannot do without. */
static void
propose_missing(struct proposal *p)
{
	if (!has_field(p, "gemeente")) {
		line(p, "gemeente", none, "", "");
		reason(p, "geen kolom gevonden: vul hier de code in, of geef "
			  "--gemeente");
	}
	if (!has_field(p, "vertrouwelijkheid")) {
		line(p, "vertrouwelijkheid", none, "", "Gemeente");
		reason(p, "geen kolom gevonden: niet openbaar tot de gemeente "
			  "dat zegt");
	}
	if (!has_field(p, "planstatus") && !any_statuses(p)) {
		line(p, "planstatus", none, "", "");
		reason(p, "geen kolom gevonden: alle plannen worden onbekend");
	}
}

static void
write_all(struct proposal *p, const char *encoding)
{
	static const char *const head[] = {"veld", "kolom", "omzetting",
					   "waarde", "reden"};

	for (size_t i = 0; i < sizeof(head) / sizeof(head[0]); i++)
		csvout_string(p->csv, head[i]);
	csvout_end(p->csv);
	propose_settings(p, encoding);
	propose_numbers(p);
	propose_missing(p);
	for (size_t i = 0; i < p->count; i++)
		propose_column(p, i);
}

/* The encoding that was given, or a guess where the bytes are not UTF-8. */
static int
settle_encoding(struct proposal *p, struct input *in, const char **encoding)
{
	const unsigned char *bytes;
	ssize_t n = input_peek(in, &bytes);
	const char *text = (const char *)bytes;
	size_t bad;

	if (n < 0)
		return -1;
	bad = n ? text_utf8_error(text, (size_t)n) : 0;
	p->guessed = !*encoding && bad + 4 < (size_t)n;
	/* A character cut off at the end of the peek is no error. */
	if (p->guessed)
		*encoding =
		    recode_guess(text, (size_t)n, &p->known, &p->beyond);
	return *encoding ? input_encoding(in, *encoding) : 0;
}

int
proposal_write(struct input *in, const struct choices *layouts,
	       const char *encoding, char delimiter, struct output *out)
{
	struct vocabulary *v = vocabulary_load(layouts);
	struct sample *s = NULL;
	struct proposal p = {.vocabulary = v};

	if (v && settle_encoding(&p, in, &encoding) == 0)
		s = sample_take(in, delimiter, v);
	if (s) {
		p.sample = s;
		p.count = s->header->count;
		p.arena = arena_new();
		p.columns = recognise_all(s, v, p.arena);
		p.csv = csvout_new(out, CSVOUT_ASKED);
		write_all(&p, encoding);
		csvout_finish(p.csv);
		arena_free(p.arena);
	}
	sample_free(s);
	vocabulary_free(v);
	return s ? 0 : -1;
}
