/* Whole numbers in as few bytes as they need: seven bits a byte, the lowest
 * first, the eighth says that more come (LEB128, as Protocol Buffers have it).
 */
#ifndef VARINT_H
#define VARINT_H

#include <stdint.h>

#define VARINT_MOST 10 /* bytes of one */

/* Writes v at p, where there is room for VARINT_MOST; returns behind it. */
unsigned char *varint_put(unsigned char *p, uint64_t v);
/* With the sign in the lowest bit, so that small numbers below zero are short
 * too. */
unsigned char *varint_put_signed(unsigned char *p, int64_t v);

/* What was put at *p, which goes behind it. Nothing is checked: only for bytes
 * of our own. */
uint64_t varint_take(const unsigned char **p);
int64_t varint_take_signed(const unsigned char **p);

#endif
