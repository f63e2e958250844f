#ifndef CSCHEMAS_H
#define CSCHEMAS_H
#include <stddef.h>

/// The bytes of a file of Schemas/, or of a table of names, by its name; NULL for others. They live as long as the process.
const unsigned char *_Nullable cschemas_find(const char *_Nonnull name, size_t *_Nonnull count);

#endif
