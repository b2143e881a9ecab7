/* Encrypted .xlsx: a zip of which an OLE file holds the encrypted bytes
 * (MS-OFFCRYPTO 2.3.4: standard and agile encryption). Read when the password
 * is Excel's own. The only module that knows nettle's AES and its list of
 * digests. */
#ifndef PACKAGE_H
#define PACKAGE_H

#include "xls/ole.h"

/* A temporary file with the zip: its descriptor, at its start; -1 with the
 * message given: another password or method, or damage. */
int package_decrypt(struct ole *o, const char *name);

#endif
