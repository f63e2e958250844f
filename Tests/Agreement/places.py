#!/usr/bin/env python3
"""Are findings where the tool says they are? Asks lxml about XML and Python's reader about JSON.

  places.py --rapporteur PATH [--count 400] [--seed 1]

Changes the samples and random records, writes them with other line ends, with tags over several lines, with long lines, with
line 70,002 and with characters beyond U+FFFF, and checks each place of each finding and of what belongs to it:
  line and column are in the file, count Unicode characters, and agree with the offset; what is underlined is not empty;
  the XPath selects exactly one node, whose name is that of the tag there, at the line that lxml gives; an attribute's, that attribute;
  the JSON Pointer names a value.
Prints what is not so; exit 1 if anything is not.
"""

import argparse
import copy
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from lxml import etree

from mirror import NAMESPACE, serialized, to_json
from mutate import JSONMutator, XMLMutator
from records import Grammar

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
SAMPLES = ["report.xml", "collection.xml", "invalid/base.xml"]


class Text:
    """A file's text with the starts of its lines; LF, CRLF and CR each end one."""

    def __init__(self, data):
        self.text = data.decode()
        self.starts = [0] + [m.end() for m in re.finditer(r"\r\n|\r|\n", self.text)]

    def index(self, position):
        """Where in the text a position is; None where it is not in it."""
        line, column = position["line"], position["column"]
        if not 1 <= line <= len(self.starts):
            return None
        end = self.starts[line] if line < len(self.starts) else len(self.text) + 1
        index = self.starts[line - 1] + column - 1
        return index if column >= 1 and index < end else None


def laid_out(random, data):
    """The same XML in another layout."""
    text = data.decode()
    head, _, rest = text.partition("\n")
    joined = re.sub(r">\s*\n\s*<", "><", rest)
    layouts = [
        lambda: text,
        lambda: text.replace("\n", "\r\n"),
        lambda: text.replace("\n", "\r"),
        lambda: re.sub(r'(<[A-Za-z][^<>]*?) ([a-zA-Z:]+=")', r"\1\n\t\2", text),
        lambda: text.replace(">\n", ">\n\t\t"),
        lambda: head + "\n" + joined,
        lambda: head + "\n" * 70_000 + joined,
    ]
    return random.choice(layouts)().encode()


def add_astral(random, root):
    for element in root.iter():
        if isinstance(element.tag, str) and not element.tag.endswith("}num") and (element.text or "").strip():
            if random.random() < 0.3:
                element.text = "\U0001f4dc\u00e9 " + element.text


def cases(arguments):
    """Pairs of a file's ending and its bytes."""
    grammar = Grammar(PACKAGE / "Schemas" / "meeting-report.xsd")
    records = [etree.parse(PACKAGE / "Samples" / name, PARSER).getroot() for name in SAMPLES]
    records += [grammar.record(Random(f"{arguments.seed} record {i}")) for i in range(30)]
    for index in range(arguments.count):
        random = Random(f"{arguments.seed} {index}")
        root, _ = XMLMutator(grammar).mutate(random, copy.deepcopy(random.choice(records)))
        add_astral(random, root)
        yield ".xml", laid_out(random, serialized(root))
        value, _ = JSONMutator(grammar).mutate(random, copy.deepcopy(to_json(random.choice(records))))
        text = json.dumps(value, ensure_ascii=random.random() < 0.5, indent=random.choice([None, 1, "\t"]))
        yield ".json", text.replace("\n", random.choice(["\n", "\r\n", "\r"])).encode("utf-8", "surrogatepass")


def selected(document, xpath):
    """The nodes that a path of names without prefixes selects."""
    steps = [s if s[0] in "@*" or ":" in s.split("[")[0] else "r:" + s for s in xpath.split("/")[1:]]
    names = {k: v for element in document.iter() if isinstance(element.tag, str) for k, v in element.nsmap.items() if k}
    return document.xpath("/" + "/".join(steps), namespaces=names | {"r": NAMESPACE})


def xml_faults(place, found, start, text, document):
    nodes = selected(document, place["xpath"])
    if len(nodes) != 1:
        yield f"the path selects {len(nodes)} nodes"
        return
    node = nodes[0]
    if isinstance(node, etree._ElementUnicodeResult):
        if not re.match(rf"([\w.-]+:)?{re.escape(node.attrname.split('}')[-1])}\s*=", found):
            yield "the attribute is not there"
        return
    tag = re.match(r"<(?:[\w.-]+:)?([\w.-]+)", found)
    if tag is None:
        return
    if tag[1] != etree.QName(node).localname:
        yield f"the tag there is {tag[1]}"
    # lxml gives the line in which a start tag ends, none above 65,535, and ends no line at a CR alone.
    first, last = (text.text.count("\n", 0, index) + 1 for index in (start, text.text.index(">", start)))
    if node.sourceline < 65_535 and not first <= node.sourceline <= last:
        yield f"lxml finds it in line {node.sourceline}"


def resolves(value, pointer):
    try:
        for step in pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            value = value[int(key)] if isinstance(value, list) else value[key]
    except (KeyError, IndexError, ValueError, TypeError):
        return False
    return True


def place_faults(place, text, document, value):
    if "start" not in place:
        yield "no place"
        return
    start, end = text.index(place["start"]), text.index(place["end"])
    if start is None or end is None:
        yield "line or column is not in the file"
        return
    if start >= end:
        yield "nothing is underlined"
    if len(text.text[:start].encode()) != place["start"]["offset"]:
        yield "the offset is that of another place"
    if document is not None:
        yield from xml_faults(place, text.text[start:end], start, text, document)
    elif not resolves(value, place["jsonPointer"]):
        yield "the pointer names no value"


def faults(arguments):
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for index, (ending, data) in enumerate(cases(arguments)):
            path = Path(folder, f"{index:05}{ending}")
            path.write_bytes(data)
            files[str(path)] = data
        command = [arguments.rapporteur, "validate", "--report", "jsonl", "--files0-from", "-"]
        run = subprocess.run(command, input="\0".join(files).encode(), capture_output=True, check=False)
    results = [json.loads(line) for line in run.stdout.split(b"\n") if line]
    results = [result for result in results if "verdict" in result]
    if len(results) != len(files):
        yield f"{len(results)} results of {len(files)} files"
    count = 0
    for result in results:
        data = files[result["file"]]
        text, is_xml = Text(data), result["file"].endswith(".xml")
        document = etree.fromstring(data, PARSER).getroottree() if is_xml else None
        value = None if is_xml else json.loads(data)
        for finding in result["findings"]:
            # Of another namespace there is no path by the names of this one; a file without records has its beginning.
            if finding["code"] in ("record-namespace", "no-record"):
                if "start" not in finding:
                    yield f"{Path(result['file']).name}: {finding['code']}: no place"
                continue
            for place in [finding, *finding.get("related", [])]:
                count += 1
                for fault in place_faults(place, text, document, value):
                    where = place.get("xpath" if is_xml else "jsonPointer")
                    yield f"{Path(result['file']).name}: {finding['code']} at {place.get('start')} {where}: {fault}"
    print(f"{len(files)} files, {count} places")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rapporteur", required=True, metavar="PATH", help="the tool")
    parser.add_argument("--count", type=int, default=400, help="how many changes of XML, and of JSON, to make")
    parser.add_argument("--seed", default="1", help="any word; the same seed makes the same changes")
    found = list(faults(parser.parse_args()))
    print("\n".join(found) if found else "every place right")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
