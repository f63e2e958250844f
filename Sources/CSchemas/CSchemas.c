#include "CSchemas.h"
#include <string.h>

static const unsigned char meeting_report_xsd[] = {
#embed "../../Schemas/meeting-report.xsd"
};
static const unsigned char meeting_report_schema_json[] = {
#embed "../../Schemas/meeting-report.schema.json"
};
static const unsigned char validation_report_schema_json[] = {
#embed "../../Schemas/validation-report.schema.json"
};
static const unsigned char states_tsv[] = {
#embed "../MeetingReports/Text/Names/states.tsv"
};
static const unsigned char organizations_tsv[] = {
#embed "../MeetingReports/Text/Names/organizations.tsv"
};

static const unsigned char places_tsv[] = {
#embed "../MeetingReports/Text/Names/places.tsv"
};
static const unsigned char states_by_language_tsv[] = {
#embed "../MeetingReports/Text/Names/states-by-language.tsv"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
  { "meeting-report.xsd", meeting_report_xsd, sizeof meeting_report_xsd },
  { "meeting-report.schema.json", meeting_report_schema_json, sizeof meeting_report_schema_json },
  { "validation-report.schema.json", validation_report_schema_json, sizeof validation_report_schema_json },
  { "states.tsv", states_tsv, sizeof states_tsv },
  { "organizations.tsv", organizations_tsv, sizeof organizations_tsv },
  { "places.tsv", places_tsv, sizeof places_tsv },
  { "states-by-language.tsv", states_by_language_tsv, sizeof states_by_language_tsv },
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
