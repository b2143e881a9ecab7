#include "ground/report.h"

static void
add(struct report *r, enum rule rule, struct finding_place *p,
    struct text extra)
{
	struct text args[3] = {p->value, extra, p->name};

	p->file = r->file;
	finding_add(r->findings, &rules[rule], p, args, 3);
	if (rules[rule].severity == SEVERITY_ERROR)
		r->error = true;
}

void
report_add(struct report *r, enum rule rule, long column, struct text value,
	   struct text extra)
{
	struct finding_place p = {.record = csvin_record(r->in),
				  .row = csvin_row(r->in),
				  .name = {"", 0},
				  .value = value};

	if (column >= 0) {
		p.column = (size_t)column + 1;
		p.name = r->names[column];
	}
	add(r, rule, &p, extra);
}

void
report_header(struct report *r, enum rule rule, size_t column,
	      struct text value, struct text extra)
{
	struct finding_place p = {.record = r->header,
				  .column = column + 1,
				  .name = r->names[column],
				  .value = value};

	add(r, rule, &p, extra);
}

void
report_column(struct report *r, enum rule rule, size_t column,
	      struct text extra)
{
	report_header(r, rule, column, r->names[column], extra);
}

void
report_whole(struct report *r, enum rule rule, const struct text *args,
	     size_t count)
{
	struct finding_place p = {
	    .file = r->file, .name = {"", 0}, .value = {"", 0}};

	finding_add(r->findings, &rules[rule], &p, args, count);
}

void
report_past(struct report *r, enum rule rule, size_t record, struct text value,
	    const struct text extra[2])
{
	struct finding_place p = {
	    .file = r->file, .record = record, .name = {"", 0}, .value = value};
	struct text args[3] = {value, extra[0], extra[1]};

	finding_add(r->findings, &rules[rule], &p, args, 3);
}
