/* A foreign library that is loaded when it is first needed. Most runs of a tool
 * never need libxml2 or libzip, and what these bring along (ICU, libcrypto) is
 * two thirds of the time that it takes to start one. */
#ifndef LIBRARY_H
#define LIBRARY_H

#include <stdbool.h>

struct library {
	const char *file;    /* its soname */
	const char *package; /* where it is from, for the message */
	void *handle;	     /* NULL until it is loaded */
};

/* Whether it is loaded now, so that its functions are to be found. Like the
 * dynamic linker, these end the program when it is not there or has not the
 * function; with status 2 and a line that says so. */
bool library_load(struct library *l);

/* Puts the address of the function there: to is the address of a pointer to a
 * function of its type. */
void library_find(const struct library *l, const char *name, void *to);

/* For the module that knows the library: a list X(function) of what it uses
 * becomes the members of a struct, each of its own type, and what fills one. */
#define LIBRARY_MEMBER(name) __typeof__(name) *name;

#endif
