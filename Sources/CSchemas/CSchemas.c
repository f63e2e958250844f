#include "CSchemas.h"
#include <string.h>

static const unsigned char meeting_report_xsd[] = {
#embed "../../Schemas/meeting-report.xsd"
};
static const unsigned char meeting_report_schema_json[] = {
#embed "../../Schemas/meeting-report.schema.json"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
  { "meeting-report.xsd", meeting_report_xsd, sizeof meeting_report_xsd },
  { "meeting-report.schema.json", meeting_report_schema_json, sizeof meeting_report_schema_json },
};

const unsigned char *cschemas_find(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  return NULL;
}
