/* sax FILE: libxml2's push parser over the file, with callbacks that do
 * nothing: what the parse alone takes. */
#include <fcntl.h>
#include <libxml/parser.h>
#include <unistd.h>

#define BLOCK (64u << 10)

static void
start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns,
      int nn, const xmlChar **namespaces, int na, int nd, const xmlChar **attrs)
{
	(void)ctx, (void)name, (void)prefix, (void)ns, (void)nn;
	(void)namespaces, (void)na, (void)nd, (void)attrs;
}

static void
end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
	(void)ctx, (void)name, (void)prefix, (void)ns;
}

static void
text(void *ctx, const xmlChar *s, int n)
{
	(void)ctx, (void)s, (void)n;
}

int
main(int argc, char **argv)
{
	static char block[BLOCK];
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
			     .startElementNs = start,
			     .endElementNs = end,
			     .characters = text};
	int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1, rc;
	xmlParserCtxtPtr p = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
	ssize_t n;

	if (fd < 0 || !p)
		return 2;
	xmlCtxtUseOptions(p, XML_PARSE_NONET);
	while ((n = read(fd, block, BLOCK)) > 0)
		if (xmlParseChunk(p, block, (int)n, 0) != 0)
			return 2;
	rc = xmlParseChunk(p, block, 0, 1);
	xmlFreeParserCtxt(p);
	return n < 0 || rc != 0 ? 2 : 0;
}
