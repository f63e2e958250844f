#!/usr/bin/env python3
"""Do the XSD, the JSON Schema and the tool give one record one verdict, in XML and in JSON?

Takes the valid records of a folder, random ones from the XSD's content models, and one for each element; changes something, and asks:
  libxml2 (xmllint --schema) and, where it is installed, Xerces about every XML file, python-jsonschema about every JSON file, and
  the tool about both.
No code of the project takes part but the tool itself: the mirror, the generator and the mutations are written here anew.

  agreement.py --records Samples --count 10000 --random 1000 [--seed 1] [--quick] [--rapporteur .build/release/rapporteur]

For each change of an XML file: xmllint = Xerces = tool = jsonschema and tool on the JSON form; one without a JSON form must be invalid.
For each change of a JSON file: jsonschema = tool = xmllint, Xerces and tool on the XML form; one without an XML form must be invalid.
Prints each disagreement and a summary; exit 1 if there was one, 2 if a judge is missing or a record to start from is not valid.

Needs lxml and jsonschema. With jsonschema-rs installed, that judges every JSON file and python-jsonschema one in ten.
"""

import argparse
import copy
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import jsonschema
from lxml import etree

import rules
from mirror import NAMESPACE, NoForm, serialized, to_json, to_xml
from mutate import JSONMutator, XMLMutator
from records import Grammar
from systematic import Systematic
from xerces import Xerces, is_installed

try:
    import jsonschema_rs
except ImportError:
    jsonschema_rs = None

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parent.parent / "Schemas"
XSD = SCHEMAS / "meeting-report.xsd"
JSON_SCHEMA = SCHEMAS / "meeting-report.schema.json"
BATCH = 400
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class Case:
    """One record in the forms it has, what was done to it, and what each judge said: True for valid."""

    def __init__(self, title, xml=None, json_value=None, has_json=False):
        self.title, self.xml, self.json, self.has_json = title, xml, json_value, has_json
        self.verdicts = {}


class JSONJudge:
    def __init__(self):
        schema = json.loads(JSON_SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.record = jsonschema.Draft202012Validator(schema)
        self.fast = jsonschema_rs.Draft202012Validator(schema) if jsonschema_rs else None
        self.asked = 0

    def ask(self, case):
        self.asked += 1
        if self.fast is None or self.asked % 10 == 0:
            case.verdicts["jsonschema"] = self.record.is_valid(case.json)
        if self.fast is not None:
            case.verdicts["jsonschema-rs"] = self.fast.is_valid(case.json)


def ask_xmllint(files):
    """Whether each file is valid, by xmllint in one process."""
    command = ["xmllint", "--huge", "--nonet", "--noout", "--schema", str(XSD), *map(str, files)]
    output = subprocess.run(command, capture_output=True, check=False).stderr.decode(errors="replace")
    verdicts = {}
    for line in output.splitlines():
        for ending, verdict in ((" fails to validate", False), (" validates", True)):
            if line.endswith(ending):
                verdicts[line[: -len(ending)]] = verdict
    return [verdicts.get(str(f)) for f in files]


def ask_tool(tool, files):
    """Whether each file is valid, by the tool in one process; a verdict that is neither yes nor no stays a word."""
    command = [tool, "validate", "--report", "jsonl", *map(str, files)]
    run = subprocess.run(command, capture_output=True, check=False)
    verdicts = {}
    for line in run.stdout.decode(errors="replace").split("\n"):
        if not line:
            continue
        finding = json.loads(line)
        if "verdict" in finding:
            verdicts[finding["file"]] = finding["verdict"]
    if not verdicts:
        sys.exit(f"{tool} gave no verdict: exit code {run.returncode}, {run.stderr.decode(errors='replace')[:500]}")
    # A collection without records is valid by both schemas; the tool says that it had nothing to check.
    words = {"valid": True, "needs review": True, "not checked": True, "invalid": False}
    return [words.get(verdicts.get(str(f)), verdicts.get(str(f), "nothing said")) for f in files]


class Agreement:
    def __init__(self, arguments):
        self.arguments = arguments
        self.judge = JSONJudge()
        self.xerces = Xerces() if is_installed() else None
        self.counts = Counter()
        self.disagreements = 0
        self.keep = Path(arguments.keep) if arguments.keep else None

    def run(self, cases):
        batch = []
        for case in cases:
            batch.append(case)
            if len(batch) == BATCH:
                self.settle(batch)
                batch = []
        self.settle(batch)

    def settle(self, batch):
        """Asks every judge about a batch and compares."""
        with tempfile.TemporaryDirectory() as folder:
            xml, jsons = [], []
            for index, case in enumerate(batch):
                if case.xml is not None:
                    path = Path(folder, f"{index:04}.xml")
                    path.write_bytes(serialized(case.xml))
                    xml.append((case, path))
                if case.has_json:
                    path = Path(folder, f"{index:04}.json")
                    path.write_text(json.dumps(case.json, ensure_ascii=index % 2 == 0), encoding="utf-8")
                    jsons.append((case, path))
                    self.judge.ask(case)
            for (case, _), verdict in zip(xml, ask_xmllint([p for _, p in xml]) if xml else []):
                case.verdicts["xmllint"] = verdict
            for case, path in xml if self.xerces else []:
                case.verdicts["Xerces"] = self.xerces.ask(XSD, path) == "valid"
                self.counts["asked of Xerces"] += 1
            if self.arguments.rapporteur:
                everything = xml + jsons
                for (case, path), verdict in zip(everything, ask_tool(self.arguments.rapporteur, [p for _, p in everything])):
                    case.verdicts["tool on " + path.suffix[1:].upper()] = verdict
            for case in batch:
                self.compare(case, folder, batch.index(case))

    def compare(self, case, folder, index):
        schema = {v for k, v in case.verdicts.items() if not k.startswith("tool")}
        tool = {v for k, v in case.verdicts.items() if k.startswith("tool")}
        agreed = len(schema) == 1 and None not in schema and len(tool) <= 1
        if agreed and tool and tool != schema:
            # The tool's rules may refuse what the schemas accept, for a reason that is found here too.
            agreed = schema == {True} and tool == {False} and rules.broken(case.xml)
            self.counts["refused by a rule"] += bool(agreed)
        self.counts["cases"] += 1
        self.counts["in both forms"] += case.xml is not None and case.has_json
        self.counts["valid"] += schema == {True}
        if not agreed:
            self.disagreements += 1
            verdicts = ", ".join(f"{k}: {v}" for k, v in case.verdicts.items())
            print(f"DISAGREE {case.title}\n         {verdicts}", flush=True)
            if self.keep:
                self.keep.mkdir(parents=True, exist_ok=True)
                for path in Path(folder).glob(f"{index:04}.*"):
                    shutil.copy(path, self.keep / f"{self.disagreements:04}{path.suffix}")

    # Cases

    @staticmethod
    def records(folder):
        """The records in XML in a folder, but for those that are wrong on purpose."""
        for path in sorted(folder.rglob("*.xml")):
            if "invalid" not in path.relative_to(folder).parts:
                root = etree.parse(path, PARSER).getroot()
                if etree.QName(root).namespace == NAMESPACE:
                    yield str(path.relative_to(folder)), root

    def unchanged(self, records):
        """Records that must be valid everywhere, and equal after XML → JSON → XML → JSON."""
        for title, root in records:
            value = to_json(root)
            back = to_xml(value)
            if to_json(back) != value:
                self.disagreements += 1
                print(f"DISAGREE {title}: XML → JSON → XML is another record")
            yield Case(title, root, value, has_json=True)

    def systematic(self, everything):
        """Every small change of every element, in XML and in JSON."""
        random = Random(self.arguments.seed)
        for title, root in everything.xml(random):
            yield self.case_of_xml(title, root)
        for title, value in everything.json(random):
            yield self.case_of_json(title, value)

    @staticmethod
    def case_of_xml(title, root):
        case = Case(title, xml=root)
        try:
            case.json, case.has_json = to_json(root), True
        except NoForm:
            case.verdicts["mirror"] = False
        return case

    @staticmethod
    def case_of_json(title, value):
        case = Case(title, json_value=value, has_json=True)
        try:
            case.xml = to_xml(value)
        except NoForm:
            case.verdicts["mirror"] = False
        return case

    def changed_xml(self, records, count):
        mutator = XMLMutator(self.grammar)
        for index in range(count):
            random = Random(f"{self.arguments.seed} xml {index}")
            title, root = random.choice(records)
            root, steps = copy.deepcopy(root), []
            for _ in range(random.choice([1, 1, 1, 2, 3])):
                root, step = mutator.mutate(random, root)
                steps.append(step)
            yield self.case_of_xml(f"{title}, XML change {index}: {'; '.join(steps)}", root)

    def changed_json(self, records, count):
        mutator = JSONMutator(self.grammar)
        values = [(title, to_json(root)) for title, root in records]
        for index in range(count):
            random = Random(f"{self.arguments.seed} json {index}")
            title, value = random.choice(values)
            value, steps = copy.deepcopy(value), []
            for _ in range(random.choice([1, 1, 1, 2, 3])):
                value, step = mutator.mutate(random, value)
                steps.append(step)
            yield self.case_of_json(f"{title}, JSON change {index}: {'; '.join(steps)}", value)

    def main(self):
        if self.xerces is None:
            print("Xerces is not installed (default-jdk-headless, libxerces2-java), and is not asked")
        self.grammar = Grammar(XSD)
        folder, seed = Path(self.arguments.records), self.arguments.seed
        found = list(self.records(folder))
        made = [(f"random record {i}", self.grammar.record(Random(f"{seed} record {i}"))) for i in range(self.arguments.random)]
        everything = Systematic(self.grammar)
        full = list(everything.records(Random(seed)))
        self.run(self.unchanged(found + made + full))
        print(f"{len(found)} records, {len(made)} random ones and {len(full)} of one full element each: ", end="")
        if self.counts["valid"] != len(found + made + full):
            print(f"{len(found + made + full) - self.counts['valid']} are not valid, so nothing can be said")
            return 2
        print(f"valid in both forms, and back; {self.disagreements} disagreements")
        half = self.arguments.count // 2
        if not self.arguments.quick:
            self.part("every small change", self.systematic(everything))
        if found or made:
            self.part("random changes of XML", self.changed_xml(found + made, half))
            self.part("random changes of JSON", self.changed_json(found + made, self.arguments.count - half))
        return 1 if self.disagreements else 0

    def part(self, title, cases):
        self.counts.clear()
        before = self.disagreements
        self.run(cases)
        print(
            f"{title}: {self.counts['cases']} cases, {self.counts['valid']} of them still valid, {self.counts['in both forms']} judged in"
            f" both forms, {self.counts['asked of Xerces']} asked of Xerces, {self.counts['refused by a rule']} refused by a rule of the tool; {self.disagreements - before} disagreements"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", default=str(HERE.parent.parent / "Samples"), help="a folder of valid records in XML")
    parser.add_argument("--count", type=int, default=2000, help="how many changes to make")
    parser.add_argument("--random", type=int, default=200, help="how many random records to make and to change")
    parser.add_argument("--quick", action="store_true", help="leave out the systematic part")
    parser.add_argument("--seed", default="1", help="any word; the same seed makes the same changes")
    parser.add_argument("--rapporteur", metavar="PATH", help="the tool, to be asked as well")
    parser.add_argument("--keep", metavar="FOLDER", help="keep the files of each disagreement there")
    arguments = parser.parse_args()
    if shutil.which("xmllint") is None:
        print("xmllint is not installed")
        return 2
    return Agreement(arguments).main()


if __name__ == "__main__":
    sys.exit(main())
