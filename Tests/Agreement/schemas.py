#!/usr/bin/env python3
"""Does `validate --schema` give the verdicts of the libxml2 that it uses, and does that give those of XML Schema 1.0?

  schemas.py --rapporteur PATH [--verbose]

Asks about the schemas and documents of schema_cases.py, made by hand from the parts of the recommendation: the tool, xmllint and,
where it is installed, Xerces. The tool must say what xmllint says; where both depart from what the case says, that is told, and
counted as libxml2's own. A schema that xmllint does not compile must be exit code 2, one that lacks a part too. Exit 1 if not so.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from schema_cases import BROKEN, CASES
from xerces import Xerces, is_installed


def xmllint(schema, file):
    """True for valid, False for not, None without a verdict."""
    command = ["xmllint", "--nonet", "--noout", "--schema", str(schema), str(file)]
    code = subprocess.run(command, capture_output=True, check=False).returncode
    return {0: True, 3: False, 4: False}.get(code)


def tool(program, schema, files):
    """The exit code, and the verdict on each file."""
    command = [program, "validate", "--report", "jsonl", "--schema", str(schema), *map(str, files)]
    run = subprocess.run(command, capture_output=True, check=False)
    results = [json.loads(line) for line in run.stdout.decode().split("\n") if line]
    verdicts = [r["verdict"] for r in results if r["kind"] == "result"]
    words = {"valid": True, "needs review": True, "invalid": False}
    return run.returncode, [words.get(verdict) for verdict in verdicts]


def lay_out(folder, files):
    for name, content in ({"main.xsd": files} if isinstance(files, str) else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder / "main.xsd"


def faults(program, folder, counts, verbose):
    other = Xerces() if is_installed() else None
    for number, (title, files, good, bad) in enumerate(CASES):
        place = folder / f"{number}"
        place.mkdir()
        schema = lay_out(place, files)
        wanted = [True] * len(good) + [False] * len(bad)
        paths = [place / f"{index}.xml" for index in range(len(wanted))]
        for path, document in zip(paths, good + bad):
            path.write_text(document, encoding="utf-8")
        code, verdicts = tool(program, schema, paths)
        lint = [xmllint(schema, path) for path in paths]
        xerces = [other.ask(schema, path) for path in paths] if other else []
        if len(verdicts) != len(paths):
            yield f"{title}: exit code {code} and {len(verdicts)} verdicts; xmllint: {lint}"
            continue
        for index, document in enumerate(good + bad):
            counts["pairs"] += 1
            if verdicts[index] != lint[index]:
                yield f"{title}: {document[:80]}: the tool says {verdicts[index]}, xmllint {lint[index]}"
            elif lint[index] != wanted[index]:
                counts["otherwise by libxml2"] += 1
                print(f"libxml2: {title}: {document[:80]} is {lint[index]}, and should be {wanted[index]}")
            if xerces and (xerces[index] == "valid") != wanted[index]:
                counts["otherwise by Xerces"] += 1
                print(f"Xerces: {title}: {document[:80]}: {xerces[index]}, and should be {wanted[index]}")
        if verbose:
            print(f"{title}: {verdicts}")


def broken_faults(program, folder, counts):
    for number, (title, files) in enumerate(BROKEN):
        place = folder / f"broken-{number}"
        place.mkdir()
        schema = lay_out(place, files)
        document = place / "r.xml"
        document.write_text("<r/>", encoding="utf-8")
        counts["schemas that are none"] += 1
        code, verdicts = tool(program, schema, [document])
        if xmllint(schema, document) is None and (code, verdicts) != (2, []):
            yield f"{title}: exit code {code}, {verdicts}"
        elif xmllint(schema, document) is not None:
            print(f"libxml2: {title}: it compiles; the tool: exit code {code}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rapporteur", required=True, metavar="PATH", help="the tool")
    parser.add_argument("--verbose", action="store_true", help="print every verdict")
    arguments = parser.parse_args()
    counts = dict.fromkeys(["pairs", "schemas that are none", "otherwise by libxml2", "otherwise by Xerces"], 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = list(faults(arguments.rapporteur, folder, counts, arguments.verbose))
        found += broken_faults(arguments.rapporteur, folder, counts)
    if not is_installed():
        print("Xerces is not installed (default-jdk-headless, libxerces2-java), and was not asked")
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    print("\n".join(found) if found else "every verdict that of libxml2")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
