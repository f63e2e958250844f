#!/usr/bin/env python3
"""Is Samples/invalid what its table says? Asks xmllint, python-jsonschema and Python's own readers; no code of the project.

The base record is valid and the same in both forms; each other file differs from it by at least a byte and is invalid, not
well-formed or refused, as the table says; the place is there, at the line that is given; pairs of one name are one record.
Prints what is not so; exit 1 if anything is not.
"""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
from lxml import etree

from mirror import NAMESPACE, NoForm, to_json

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / "Samples" / "invalid"
SCHEMAS = HERE.parent.parent / "Schemas"
XSD = SCHEMAS / "meeting-report.xsd"
JUDGE = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "meeting-report.schema.json").read_text(encoding="utf-8")))
NAMES = {"r": NAMESPACE, "o": "urn:example:office", "xsi": "http://www.w3.org/2001/XMLSchema-instance"}


def xml_outcome(path):
    """The outcome, and the lines at which xmllint finds fault."""
    data = path.read_bytes()
    if re.search(rb"<!DOCTYPE|version=\"1\.1\"\s+encoding", data):
        return "refused", []
    for outcome, options in (("not-well-formed", []), ("invalid", ["--schema", str(XSD)])):
        run = subprocess.run(["xmllint", "--nonet", "--noout", *options, str(path)], capture_output=True, check=False)
        if run.returncode or b"namespace error" in run.stderr:  # an unbound prefix does not stop xmllint
            return outcome, [int(n) for n in re.findall(rf"{re.escape(str(path))}:(\d+):", run.stderr.decode(errors="replace"))]
    return "valid", []


def json_outcome(path):
    """The outcome, and the line at which Python's reader finds fault."""
    try:
        value = json_value(path)
    except json.JSONDecodeError as error:
        return "not-well-formed", [error.lineno]
    except (UnicodeDecodeError, ValueError):
        return "not-well-formed", []
    except RecursionError:
        return "refused", []
    return ("valid" if JUDGE.is_valid(value) else "invalid"), []


def json_value(path):
    def members(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise ValueError("a member comes twice")
        return dict(pairs)

    def refuse(constant):
        raise ValueError(constant)

    value = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=members, parse_constant=refuse)
    json.dumps(value, ensure_ascii=False).encode()  # a lone surrogate ends here
    return value


def line_of_xml(path, place):
    """The line on which the element or the attribute of a place begins."""
    root = etree.parse(path).getroot()
    steps = [s if s[0] in "@*" or ":" in s else f"*[local-name()='{s.split('[')[0]}']" + s[len(s.split("[")[0]) :] for s in place.split("/")[1:]]
    found = root.xpath("/" + "/".join(steps), namespaces={**NAMES, "xml": "http://www.w3.org/XML/1998/namespace"})
    if len(found) != 1:
        return None
    return (found[0].getparent() if isinstance(found[0], str) else found[0]).sourceline


def resolves(value, pointer):
    for key in pointer.split("/")[1:]:
        try:
            value = value[int(key) if isinstance(value, list) else key.replace("~1", "/").replace("~0", "~")]
        except (KeyError, IndexError, ValueError, TypeError):
            return False
    return True


def faults():
    base, base_json = etree.parse(FOLDER / "base.xml").getroot(), json_value(FOLDER / "base.json")
    if xml_outcome(FOLDER / "base.xml")[0] != "valid" or not JUDGE.is_valid(base_json):
        yield "the base record is not valid"
    if to_json(base) != base_json:
        yield "the base record is not the same in both forms"
    with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    listed = {row["file"] for row in rows}
    there = {p.name for p in FOLDER.iterdir()} - {"base.xml", "base.json", "expected.tsv", "README.md"}
    if listed != there or len(listed) != len(rows):
        yield f"table and folder differ: {sorted(listed ^ there)}"
    for row in rows:
        path = FOLDER / row["file"]
        outcome, lines = (xml_outcome if path.suffix == ".xml" else json_outcome)(path)
        if outcome != row["outcome"]:
            yield f"{path.name}: {outcome}, not {row['outcome']}"
        line = int(row["line"])
        if lines and line not in lines:
            yield f"{path.name}: line {lines}, not {line}"
        if outcome == "invalid" and path.suffix == ".xml" and line_of_xml(path, row["place"]) != line:
            yield f"{path.name}: {row['place']} is at line {line_of_xml(path, row['place'])}, not {line}"
        if outcome == "invalid" and path.suffix == ".json":
            if not resolves(json_value(path), row["place"]):
                yield f"{path.name}: there is no {row['place']}"
            twin = path.with_suffix(".xml")
            if twin.exists() and xml_outcome(twin)[0] == "invalid":
                try:
                    same = to_json(etree.parse(twin).getroot()) == json_value(path)
                except NoForm:  # an unknown root: whether white space in it is layout, nobody can say
                    same = row["file"] == "unknown-root.json"
                if not same:
                    yield f"{path.name} and {twin.name} are not the same record"
    print(f"{len(rows)} files: {sum(r['outcome'] == 'invalid' for r in rows)} invalid", end="")
    print(f", {sum(r['outcome'] == 'not-well-formed' for r in rows)} not well-formed, {sum(r['outcome'] == 'refused' for r in rows)} refused")


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) if found else "all as the table says")
    sys.exit(1 if found else 0)
