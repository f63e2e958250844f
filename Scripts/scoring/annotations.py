"""What was written down by hand of a text, against the record: masthead fields, sections, officers, States.

An annotation is a JSON file; Tests/Annotations/README.md says what is in it. Texts are compared in single spaces, and
nothing else about them is forgiven. What the print leaves open is annotated with all its right readings.
"""

import hashlib
import json
import re
from pathlib import Path

from .record import MASTHEAD_FIELDS

MEASURES = ("masthead", "sections", "ranges", "officers", "states")
OFFICES = {
    "chair", "coChair", "viceChair", "president", "coPresident", "vicePresident", "rapporteur", "secretary",
    "assistantSecretary", "deputySecretary", "convener",
}
NEAR = 8  # lines between the annotated place of a heading and its section's, so that a contents list's is another
TITLES = re.compile(
    r"^(?:(?:H\.? ?E\.?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Sr|Sra|Sres)\.?\s+|(?:Ambassador|Professor|Embajador|Embajadora|Monsieur|Madame)\s+)+"
)


class Tally:
    """Found, of those annotated and of those in the record."""

    def __init__(self, annotated=0, read=0, found=0):
        self.annotated, self.read, self.found = annotated, read, found

    def __add__(self, other):
        return Tally(self.annotated + other.annotated, self.read + other.read, self.found + other.found)

    @property
    def precision(self):
        return self.found / self.read if self.read else None

    @property
    def recall(self):
        return self.found / self.annotated if self.annotated else None

    @property
    def f1(self):
        both = self.annotated + self.read
        return 2 * self.found / both if both else None


def load(folder):
    """The annotations of a folder, by the name of the file that they are of."""
    paths = sorted(Path(folder).glob("*.json"))
    return {a["file"]: a for a in (json.loads(path.read_text(encoding="utf-8")) for path in paths)}


def changed(annotation, path):
    """Whether the text is another than the one that was read."""
    return hashlib.sha256(path.read_bytes()).hexdigest() != annotation["sha256"]


def single(text):
    return " ".join(text.split())


def any_of(value):
    return value if isinstance(value, list) else [value]


def compare(annotation, record):
    """Measure → tally, and the cases: (line, words). A measure that the annotation leaves out is not there."""
    tallies, cases = {}, []
    masthead = record.head("masthead")
    fields = [n for n in masthead.elements() if n.name in MASTHEAD_FIELDS] if masthead else []
    tallies["masthead"] = match(
        "masthead field", cases, choose(annotation["masthead"], fields, field_fits), fields, field_fits,
        lambda f: f"{f['kind']} {f['text']!r}", lambda n: f"{n.name} {single(n.text())!r}")
    if annotation["sections"] is not None:
        tallies["sections"], tallies["ranges"] = sections(annotation["sections"], record, cases)
    people = distinct(
        [(n, role) for n in record.walk() if n.name == "person" for role in n.attributes.get("as", "").split() if role in OFFICES],
        key=lambda pair: (name(pair[0].text()), pair[1]))
    if annotation["officers"] is not None:
        tallies["officers"] = match(
            "officer", cases, annotation["officers"], people,
            lambda o, pair: name(o["person"]) == name(pair[0].text()) and pair[1] in o["as"].split("|"),
            lambda o: f"{o['person']} as {o['as']}", lambda pair: f"{single(pair[0].text())} as {pair[1]}",
            line=lambda pair: pair[0].first_line)
    if annotation["states"] is not None:
        states = distinct(represented(record), key=lambda n: n.attributes["code"])
        tallies["states"] = match(
            "State", cases, [{"code": c} for c in annotation["states"]], states,
            lambda s, n: s["code"] == n.attributes["code"], lambda s: s["code"], lambda n: f"{n.attributes['code']} {single(n.text())!r}")
    return tallies, cases


def match(what, cases, annotated, read, fits, say, say_read, line=lambda n: n.first_line):
    """One to one, in order; what is optional is neither missed nor wrong."""
    tally, left = Tally(), list(read)
    for wanted in sorted(annotated, key=lambda a: a.get("optional", False)):
        found = next((n for n in left if fits(wanted, n)), None)
        if found is not None:
            left.remove(found)
            wanted["found"] = found
        if wanted.get("optional"):
            continue
        tally += Tally(1, found is not None, found is not None)
        if found is None:
            cases.append((wanted.get("line", 0), f"{what} missed: {say(wanted)}"))
    for extra in left:
        tally += Tally(0, 1, 0)
        cases.append((line(extra), f"{what} not so printed: {say_read(extra)}"))
    return tally


def choose(fields, read, fits):
    """The fields, with that reading taken, where several are right, of which the record has most."""
    chosen = []
    for field in fields:
        readings = field.get("either")
        if not readings:
            chosen.append(field)
            continue
        share = lambda reading: sum(any(fits(f, n) for n in read) for f in reading) / len(reading)
        chosen += max(readings, key=share)
    return chosen


def field_fits(field, node):
    return node.name in field["kind"].split("|") and single(node.text()) == field["text"]


def sections(annotated, record, cases):
    nodes = [n for n in record.walk() if n.name in ("section", "annex")]

    def level(node):
        depth = 0
        for n in [node, *node.ancestors()]:
            if n.name == "annex":
                return depth or 1
            depth += n.name == "section"
        return depth

    def fits(section, node):
        return (
            abs(node.first_line - section["line"]) <= NEAR and node.name == section.get("element", "section")
            and node.head_text("num") in any_of(section["number"])
            and node.head_text("heading") in any_of(section["heading"]) and level(node) in any_of(section["level"]))

    tally = match(
        "section", cases, annotated, nodes, fits, lambda s: f"{s['number']} {any_of(s['heading'])[0]!r}, level {s['level']}",
        lambda n: f"{n.name} {n.head_text('num')} {n.head_text('heading')!r}, level {level(n)}")
    ranges = Tally()
    for section in annotated:
        if "first" not in section or section.get("optional"):
            continue
        right = False
        if "found" in section:
            first, last = paragraphs(section["found"])
            right = first in any_of(section["first"]) and last in any_of(section["last"])
            if not right:
                cases.append((section["line"], f"paragraphs {section['first'] or 'none'}-{section['last'] or 'none'} printed, "
                              f"{first or 'none'}-{last or 'none'} read: {section['number']} {any_of(section['heading'])[0]}"))
        ranges += Tally(1, 1, right)
    return tally, ranges


def paragraphs(section):
    """The first and the last printed number of the paragraphs of a section, without its annexes and quotations."""
    inside = lambda n: n is section or n.name not in ("annex", "quote", "table", "footnote")
    numbers = [n.head_text("num") for n in section.walk(into=inside) if n.name == "paragraph" and n.head_text("num")]
    plain = [re.sub(r"^\(\s*(.*?)\s*\)$|^(\d+)[.)]$", r"\1\2", number) for number in numbers]
    return (plain[0], plain[-1]) if plain else ("", "")


def name(text):
    """A person's name without titles."""
    return TITLES.sub("", single(text))


def represented(record):
    """The States that the record says attended: those in a statement of attendance, but for the absent."""
    for statement in record.walk():
        if statement.name == "statement" and "attendance" in statement.attributes.get("kind", "").split():
            for node in statement.walk():
                capacities = node.attributes.get("as", "").split()
                if node.name == "organization" and node.attributes.get("kind") == "state" and "code" in node.attributes:
                    if capacities and "absent" not in capacities:
                        yield node


def distinct(things, key):
    seen = {}
    for thing in things:
        seen.setdefault(key(thing), thing)
    return list(seen.values())
