/* expat FILE: expat's push parser over the file with callbacks that do nothing:
 * what the parse alone would take with it instead of libxml2. */
#include <expat.h>
#include <fcntl.h>
#include <unistd.h>

#define BLOCK (64u << 10)

static void
start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	(void)ctx, (void)name, (void)attrs;
}

static void
end(void *ctx, const XML_Char *name)
{
	(void)ctx, (void)name;
}

static void
text(void *ctx, const XML_Char *s, int n)
{
	(void)ctx, (void)s, (void)n;
}

int
main(int argc, char **argv)
{
	static char block[BLOCK];
	int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1, rc;
	XML_Parser p = XML_ParserCreateNS(NULL, ' ');
	ssize_t n;

	if (fd < 0 || !p)
		return 2;
	XML_SetElementHandler(p, start, end);
	XML_SetCharacterDataHandler(p, text);
	while ((n = read(fd, block, BLOCK)) > 0)
		if (XML_Parse(p, block, (int)n, 0) != XML_STATUS_OK)
			return 2;
	rc = XML_Parse(p, block, 0, 1) == XML_STATUS_OK;
	XML_ParserFree(p);
	return n < 0 || !rc ? 2 : 0;
}
