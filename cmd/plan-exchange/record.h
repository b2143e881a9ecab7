/* Records of columns that are met one by one: what a JSON record does not say
 * is empty. And a store of them outside memory, from which they come back by
 * their place. */
#ifndef RECORD_H
#define RECORD_H

#include <stdint.h>

#include "text.h"

/* Names in the order in which they were met. */
struct columns;

struct columns *columns_new(void);
void columns_free(struct columns *c);
/* The column of this name, made when it is new. */
size_t columns_place(struct columns *c, struct text name);
/* The column of this name, or -1. */
long columns_find(const struct columns *c, const char *name);
size_t columns_count(const struct columns *c);
struct text columns_name(const struct columns *c, size_t i);

struct record;

struct record *record_new(void);
void record_free(struct record *r);
void record_clear(struct record *r);
/* Its value in a column, from 0; the text is copied. */
void record_set(struct record *r, size_t column, struct text value);
/* Valid until the record changes; empty where it says nothing. */
struct text record_get(const struct record *r, size_t column);

/* Records in an unlinked temporary file. */
struct store;

/* name is for messages. NULL with the message given. */
struct store *store_open(const char *name);
void store_close(struct store *s);
/* *place is where it is. -1 with the message given. */
int store_add(struct store *s, const struct record *r, uint64_t *place);
/* Fills r anew, as it was. -1 with the message given. */
int store_get(struct store *s, uint64_t place, struct record *r);
/* The same, and *place is then that of the record added after it. */
int store_next(struct store *s, uint64_t *place, struct record *r);

#endif
