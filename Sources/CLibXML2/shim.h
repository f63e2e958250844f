#ifndef RAPPORTEUR_CLIBXML2_SHIM_H
#define RAPPORTEUR_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian's libxml2 includes the system's ICU headers, which clash with Foundation's copy of ICU. Nothing here needs ICU. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#endif
