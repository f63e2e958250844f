#!/usr/bin/env python3
"""Are the tool's reports what other tools take them for? Prints what is wrong; exit 1 if anything is.

  reports.py json FILE     our JSON report, or its lines, by the published schema, with python-jsonschema
  reports.py sarif FILE    SARIF by the schema of its standard, with python-jsonschema, and references in it
  reports.py junit FILE    JUnit XML by junit.xsd beside this file, with lxml, and as junitparser counts it, if installed
  reports.py html FILE     a page: well nested, ids unique, links met, nothing loaded from elsewhere
  reports.py --fetch       get the schema of SARIF from PyPI (package sarif-om), for tests only
  reports.py --has         exit 0 if the schema of SARIF is there
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent.parent / "Schemas" / "validation-report.schema.json"
SARIF = HERE.parent.parent / ".build" / "sarif-2.1.0.json"


def fetch():
    """The schema is in the source package, which is of the MIT licence; it stays outside of the repository's files."""
    if SARIF.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*pip, "--dest", folder, "sarif-om==1.0.4"], check=True)
        with tarfile.open(next(Path(folder).glob("*.tar.gz"))) as archive:
            member = next(m for m in archive.getmembers() if Path(m.name).name.startswith("sarif-2.1.0"))
            SARIF.write_bytes(archive.extractfile(member).read())


def schema_errors(validator, value):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(value)]


def check_json(path):
    import jsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    text = path.read_text(encoding="utf-8")
    if text.startswith("{\n"):
        values, results = [json.loads(text)], json.loads(text)["results"]
        summary = values[0]["summary"]
    else:
        values = [json.loads(line) for line in text.split("\n") if line]
        results, summary = values[1:-1], values[-1]
    problems = [error for value in values for error in schema_errors(validator, value)]
    if summary["inputs"] != len(results):
        problems.append("the summary counts other inputs")
    if {k: v for k, v in summary["verdicts"].items() if v} != Counter(r["verdict"] for r in results):
        problems.append("the summary counts other verdicts")
    severities = Counter(f["severity"] for r in results for f in r["findings"])
    if {k: v for k, v in summary["severities"].items() if v} != severities:
        problems.append("the summary counts other severities")
    for result in results:
        for line in result.get("excerpt", []):
            if "\n" in line["text"]:
                problems.append(f"{result['file']}: a line of the excerpt holds a line end")
    return problems


def check_sarif(path):
    import jsonschema

    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    log = json.loads(path.read_text(encoding="utf-8"))
    problems = schema_errors(jsonschema.validators.validator_for(schema)(schema), log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            problems.append(f"{result['ruleId']} has the index of another rule")
        for location in result["locations"] + result.get("relatedLocations", []):
            artifact = location["physicalLocation"]["artifactLocation"]
            if run["artifacts"][artifact["index"]]["location"]["uri"] != artifact["uri"]:
                problems.append(f"{artifact['uri']} has the index of another artifact")
    places = Counter(
        (r["partialFingerprints"]["codeAndNode/v1"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for r in run["results"]
    )
    problems += [f"the fingerprint {p} is not unique" for p, count in places.items() if count > 1]
    return problems


def check_junit(path):
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(HERE / "junit.xsd"))
    document = etree.parse(path)
    schema.validate(document)
    problems = [f"{e.line}: {e.message}" for e in schema.error_log]
    for suite in document.iter("testsuite"):
        for name, element in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            if int(suite.get(name)) != len(list(suite.iter(element))):
                problems.append(f"the suite counts other {name}")
    try:
        import junitparser
    except ImportError:
        return problems
    read = junitparser.JUnitXml.fromfile(str(path))
    outcomes = Counter(type(outcome).__name__ for suite in read for case in suite for outcome in case.result)
    if (outcomes["Failure"], outcomes["Error"], outcomes["Skipped"]) != (read.failures, read.errors, read.skipped):
        problems.append(f"junitparser reads {dict(outcomes)}")
    return problems


class Page(HTMLParser):
    VOID = {"meta", "link", "img", "br", "hr", "input", "col"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.problems, self.seen = [], [], [], [], Counter()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.seen[tag] += 1
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("href", "src", "aria-labelledby"):
            if name in attributes:
                self.links.append(attributes[name] if name != "aria-labelledby" else "#" + attributes[name])
        if tag in ("script", "link", "img", "iframe", "object") or any(name.startswith("on") for name in attributes):
            self.problems.append(f"<{tag}> is not allowed")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"{self.getpos()}: </{tag}> closes another element")


def check_html(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    problems = page.problems + [f"<{tag}> is not closed" for tag in page.open]
    problems += [f"the id {i} is not unique" for i, count in Counter(page.ids).items() if count > 1]
    problems += [f"{link} leads nowhere" for link in page.links if link[0] != "#" or link[1:] not in page.ids]
    if page.seen["caption"] != page.seen["table"] or page.seen["h1"] != 1:
        problems.append("a table has no caption, or the page not one heading")
    return problems


def main(arguments):
    checks = {"json": check_json, "sarif": check_sarif, "junit": check_junit, "html": check_html}
    if arguments == ["--fetch"]:
        fetch()
        return 0
    if arguments == ["--has"]:
        return 0 if SARIF.exists() else 1
    if len(arguments) != 2 or arguments[0] not in checks:
        print(__doc__)
        return 2
    problems = checks[arguments[0]](Path(arguments[1]))
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
