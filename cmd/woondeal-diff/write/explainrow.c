#include "write/explainrow.h"

#include <stdlib.h>

static const char *const hardheden[] = {"hard", "zacht", "onbekend"};

void
uitlegrij_header(struct csvout *w)
{
	static const char *const names[] = {
	    "soort",  "kolom",	 "regio", "naam", "periode",
	    "waarde", "bestand", "rij",	  "bron", "toelichting"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static void
begin(struct csvout *w, const char *soort, const char *kolom,
      const struct regio *r)
{
	csvout_string(w, soort);
	csvout_string(w, kolom);
	csvout_text(w, r->code);
	csvout_text(w, r->naam);
}

/* Words with blanks between them; empty ones are left out. */
static void
add_word(struct woorden *w, const char *before, struct text t)
{
	if (t.n == 0)
		return;
	if (w->n > 0)
		woorden_add(w, text_of(", "));
	woorden_add(w, text_of(before));
	woorden_add(w, t);
}

static void
end(struct csvout *w, struct woorden *note)
{
	csvout_text(w, woorden_text(note));
	csvout_end(w);
	free(note->s);
}

void
uitlegrij_answer(struct csvout *w, const struct standrij *r,
		 const struct antwoord *a)
{
	char years[SPAN_TEXT], last[PERIOD_TEXT];
	struct woorden note = {0};
	begin(w, a->soort, a->kolom, r->regio);
	csvout_text(w, span_format(r->span, years));
	csvout_text(w, a->waarde);
	csvout_empty(w);
	csvout_empty(w);
	csvout_empty(w);
	if (a->opgave)
		add_word(&note, "", woorden_text(&r->reden));
	if (a->groei && r->groei.bekend)
		add_word(&note, "groei t/m ", period_format(r->groei.tm, last));
	if (a->volledig)
		add_word(&note, "niet volledig: ", woorden_text(&r->volledig));
	end(w, &note);
}

void
uitlegrij_cel(struct csvout *w, const struct stand *s, const struct groeicel *c,
	      enum onderwerp o, int sign)
{
	char period[PERIOD_TEXT];
	struct woorden note = {0};
	begin(w, "waarneming", onderwerp_name(o),
	      regios_at(s->kader->regios, c->regio));
	csvout_text(w, period_format(c->periode, period));
	if (c->cel->bekend)
		csvout_num(w, aantal_num(sign * c->cel->waarde));
	else
		csvout_empty(w);
	csvout_string(w, waarnemingen_name(s->waarnemingen));
	if (c->cel->rij > 0)
		csvout_int(w, (int64_t)c->cel->rij);
	else
		csvout_empty(w);
	csvout_string(w, c->cel->rij > 0 ? c->cel->tabel : "");
	add_word(&note, "",
		 text_of(c->cel->rij > 0 ? status_name(c->cel->status)
					 : "ontbreekt"));
	end(w, &note);
}

void
uitlegrij_opgave(struct csvout *w, const struct stand *s,
		 const struct opgaverij *row, int sign)
{
	char years[SPAN_TEXT];
	struct woorden note = {0};
	begin(w, "opgave", "opgave", regios_at(s->kader->regios, row->regio));
	csvout_text(w, span_format(row->doel.span, years));
	csvout_num(w, aantal_num(sign * row->doel.aantal));
	csvout_string(w, opgaven_name(s->opgaven));
	csvout_int(w, (int64_t)row->rij);
	csvout_text(w, row->bron);
	add_word(&note, "vastgesteld ", row->datum);
	add_word(&note, "afgeleid ", row->afgeleid);
	end(w, &note);
}

/* "ca., 36 tot 44", when the number itself is not exact; else what it may be
 * because growth was taken off numbers that are not. */
static void
add_range(struct woorden *note, const struct planaantal *a)
{
	static const char *const words[] = {
	    [EXACT] = "na aftrek ", [CIRCA] = "ca., ", [BEREIK] = "bereik, "};
	char low[NUM_TEXT], high[NUM_TEXT];
	struct woorden range = {0};
	if (a->schatting == EXACT &&
	    (a->laag >= a->hoog || a->laag > a->aantal || a->hoog < a->aantal))
		return;
	woorden_add(&range, aantal_format(a->laag, low));
	woorden_add(&range, text_of(" tot "));
	woorden_add(&range, aantal_format(a->hoog, high));
	add_word(note, words[a->schatting], woorden_text(&range));
	free(range.s);
}

/* "almere 2024-1: S2", as the cell is called in a spreadsheet. */
static void
write_source(struct csvout *w, const struct planaantal *a)
{
	struct woorden source = {0};
	woorden_add(&source, a->kenmerk[KENMERK_LEVERING]);
	woorden_add(&source, text_of(": "));
	woorden_add(&source, a->kenmerk[KENMERK_BRON_KOLOM]);
	woorden_add(&source, a->kenmerk[KENMERK_BRON_RIJ]);
	csvout_text(w, woorden_text(&source));
	free(source.s);
}

void
uitlegrij_plan(struct csvout *w, const struct kader *k,
	       const struct planaantal *a, const struct regelsets *sets)
{
	char years[SPAN_TEXT], number[NUM_TEXT];
	struct woorden note = {0};
	struct woorden rule = {0};
	begin(w, "plan", hardheden[a->hardheid],
	      regios_gemeente_at(k->regios, a->gemeente));
	csvout_text(w, span_format(a->span, years));
	csvout_num(w, aantal_num(a->aantal));
	csvout_string(w, a->bestand);
	csvout_int(w, (int64_t)a->rij);
	write_source(w, a);
	add_word(&note, "", a->kenmerk[KENMERK_PLAN_NAAM]);
	add_word(&note, "planstatus ", a->kenmerk[KENMERK_PLANSTATUS]);
	regelsets_tell(sets, a->kenmerk[KENMERK_PLANSTATUS],
		       hardheden[a->hardheid], &rule);
	add_word(&note, "", woorden_text(&rule));
	free(rule.s);
	add_range(&note, a);
	if (a->eraf > 0)
		add_word(&note, "sinds 1 januari gebouwd ",
			 aantal_format(a->eraf, number));
	end(w, &note);
}

void
uitlegrij_volledig(struct csvout *w, const struct stand *s,
		   const struct standrij *r, size_t m)
{
	const struct kader *k = s->kader;
	char years[SPAN_TEXT];
	struct woorden note = {0};
	bool plans = r->span.tot >= kader_planjaar(k);
	if (groei_ontbreekt(k, s->waarnemingen, m, r->span))
		add_word(&note, "", text_of("groei ontbreekt"));
	if (plans && plannen_any(s->plannen) &&
	    !plannen_delivered(s->plannen, m))
		add_word(&note, "", text_of("geen plannen"));
	else if (plans && plannen_any(s->plannen) &&
		 !plannen_whole(s->plannen, m))
		add_word(&note, "", text_of("geweigerde records"));
	if (plans && !rooster_complete(s->rooster, m))
		add_word(&note, "",
			 text_of("levering volgens rooster niet volledig"));
	if (note.n == 0)
		return;
	begin(w, "gemeente", "volledig", regios_gemeente_at(k->regios, m));
	csvout_text(w, span_format(r->span, years));
	for (int i = 0; i < 4; i++)
		csvout_empty(w);
	end(w, &note);
}
