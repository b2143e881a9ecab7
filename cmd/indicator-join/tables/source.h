/* One file of observations (waarnemingen, contracts.md), read record by
 * record. Each file may have further dimension columns of its own. */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "tables/catalogue.h"
#include "finding.h"
#include "observations.h"
#include "text.h"

struct source;

/* Opens the file and reads its header. c outlives the source. NULL on
 * failure, message given. */
struct source *source_open(const char *path, const struct catalogue *c);
/* -1 when closing found an error. NULL is fine. */
int source_close(struct source *s);
const char *source_name(const struct source *s);
const struct observations *source_rows(const struct source *s);
/* 1, 0 at the end, -1 on broken structure. */
int source_next(struct source *s);
/* As source_next, but -1 when onderwerp is before that of the last record. */
int source_next_sorted(struct source *s);
/* Whether it has the onderwerp of the record for which source_series was
 * asked last. */
bool source_same(const struct source *s);
/* Views, valid until the next record. */
struct text source_field(const struct source *s, enum observation_column c);
size_t source_row(const struct source *s);
/* The first series of the catalogue with this record's onderwerp. */
size_t source_series(struct source *s);
/* Whether the record has the table, the edition (when the file has that
 * column) and the dimensions the series asks for. */
bool source_matches(const struct source *s, size_t series);
/* Where a field stands of a record read before, for a finding, by its physical
 * line and the field's text. Its number is left out when it is not known: when
 * a record before the current one had several lines. */
struct finding_place source_place_before(const struct source *s,
					 enum observation_column c, size_t line,
					 struct text value);

#endif
