#!/usr/bin/env python3
"""Does any string in any text come through unchanged, or is it refused? JSON → XML → JSON, and JSON → text → JSON.

  strings.py --rapporteur PATH [--count 37000] [--seed 1]

The strings: all code points of all planes in runs, controls, halves of surrogate pairs, noncharacters, combining and bidirectional
characters, every kind of line end, spaces before and behind, what XML and JSON would take for markup, long ones; raw and escaped.
Each stands in one field of a record of its own, in turn: runs of several elements, spans, attributes, unrecognized text.

Expected: the same code points after both ways (the vocabulary makes a run of space, tab, CR and LF in running text one space, and
none at its ends); or an error on the line of the record, for what XML 1.0 cannot carry, a lone surrogate and an empty string alone.
Of the text that is written the characters, without white space, are those of the string, and those of the record that is read of it,
but for soft hyphens and the bars of tables, which the ledger counts; or it is refused by name. Prints what is not so; exit 1 if anything is not.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PIECES = (
    ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\ud800", "\udfff", "\udc00\ud800"]
    + ["\ufdd0", "\ufdef", "\ufffd", "\ufffe", "\uffff", "\U0001fffe", "\U0001ffff", "\U000f0000", "\U0010fffd", "\U0010ffff"]
    + ["e\u0301", "\u00e9", "\u1100\u1161", "\uac00", "\u0301" * 40, "\u200d", "\ufe0f", "\U0001f469\u200d\U0001f680", "\U0001f1eb\U0001f1f7"]
    + ["\u202e", "\u202c", "\u2067", "\u2069", "\u200f", "\u05d0\u05d1", "\u0627\u0644", "\ufeff", "\u00ad", "\u200b", "\u2060", "\U000e0041"]
    + ["\n", "\r", "\r\n", "\n\r", "\t", "\u2028", "\u2029", " ", "  ", "\u00a0", "\u3000", "\u2003", "\u1680"]
    + ["]]>", "<![CDATA[", "<", ">", "&", "&amp;", "&#1;", "&#x85;", "<!--", "--", "-->", "<?x", "?>", "<p>", "'", '"', "\\", "\\u0041", "{", "/"]
    + ["7.", "(a)", "\u2022", "-", "...", "|", "[1]", "Annex I", "Agenda item 3", "a-\nb", "M\u00fcller", "word", "x"]
)
EXACT, RUNNING, SPAN = "kept as it is", "running text", "running text within a run"


def body(*blocks):
    return {"body": list(blocks)}


def paragraph(run):
    return {"type": "paragraph", "content": [{"type": "p", "content": run}]}


# A field: how its white space is taken, the members of a record with a string there, and the string of such a record.
FIELDS = {
    "p": (RUNNING, lambda s: body(paragraph([s])), lambda r: r["body"][0]["content"][0]["content"]),
    "heading": (
        RUNNING,
        lambda s: body({"type": "section", "heading": [s], "content": [paragraph(["x"])]}),
        lambda r: r["body"][0]["heading"],
    ),
    "num": (RUNNING, lambda s: body({**paragraph(["x"]), "num": [s]}), lambda r: r["body"][0]["num"]),
    "title": (
        RUNNING,
        lambda s: {"masthead": [{"type": "title", "content": [s]}], **body(paragraph(["x"]))},
        lambda r: r["masthead"][0]["content"],
    ),
    "location": (
        SPAN,
        lambda s: body(paragraph(["a", {"type": "location", "content": [s]}, "b"])),
        lambda r: r["body"][0]["content"][0]["content"][1]["content"],
    ),
    "cell": (
        RUNNING,
        lambda s: body(
            {"type": "table", "content": [{"type": "row", "content": [{"type": "cell", "content": [{"type": "p", "content": [s]}]}]}]}
        ),
        lambda r: r["body"][0]["content"][0]["content"][0]["content"][0]["content"],
    ),
    "unrecognized": (EXACT, lambda s: body({"type": "unrecognized", "content": [s]}), lambda r: r["body"][0]["content"]),
    "source name": (EXACT, lambda s: {"source": {"name": s}, **body(paragraph(["x"]))}, lambda r: [r["source"]["name"]]),
}


def strings(count, seed):
    """Every code point in a run of its neighbours first, then words of pieces, every hundredth a long one."""
    random = Random(seed)
    width = max(30, 0x110000 // max(1, count // 2) + 1)
    starts = range(0, 0x110000, width)
    for start in starts:
        yield "".join(map(chr, range(start, min(start + width, 0x110000))))
    for index in range(count - len(starts)):
        pieces = [random.choice(PIECES) for _ in range(random.choice([1, 1, 2, 3, 5, 9]))]
        if index % 100 == 0:
            pieces *= random.choice([100, 1_000, 5_000])
        if random.random() < 0.2:
            pieces.insert(random.randrange(len(pieces) + 1), chr(random.randrange(0x110000)))
        yield "".join(pieces) if index % 500 else ""


def expected(string, kind):
    """The text as the vocabulary has it."""
    if kind == EXACT:
        return string
    string = re.sub("[ \t\r\n]+", " ", string)
    return string if kind == SPAN else string.strip(" ")


def joined(run):
    return "".join(part if isinstance(part, str) else joined(part.get("content", [])) for part in run)


def joined_pairs(string):
    """The string as JSON has it: a first and a second half of a pair that stand together are one character."""
    return string.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def dense(string):
    """A text without white space, and without what a reader may drop and then counts in the ledger."""
    return re.sub("[\\s|\u00ad\ufeff]+", "", string)


def ids(index):
    return f"s{index}"


class Run:
    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder

    def convert(self, *arguments):
        command = [self.tool, "convert", "--quiet", "--skip-invalid", *arguments]
        run = subprocess.run(command, capture_output=True, check=False, cwd=self.folder)
        if run.returncode not in (0, 3):
            raise SystemExit(f"{' '.join(command)}: {run.returncode} {run.stderr[-500:]}")
        return run.stdout

    def records(self, data):
        return {record["id"]: record for record in map(json.loads, data.decode().split("\n")[:-1])}

    def findings(self, file):
        """The findings of severity error, by the number of their line."""
        command = [self.tool, "validate", "--report", "jsonl", file]
        run = subprocess.run(command, capture_output=True, check=False, cwd=self.folder)
        result = next(r for r in map(json.loads, run.stdout.decode().split("\n")[:-1]) if r["kind"] == "result")
        lines = {}
        for finding in result["findings"]:
            if finding["severity"] == "error":
                lines.setdefault(finding.get("start", {}).get("line"), []).append(finding)
        return lines


def check_markup(run, cases, counts):
    """JSON → JSON, and JSON → XML → JSON."""
    refused = run.findings("strings.ndjson")
    same = run.records(run.convert("strings.ndjson", "--to", "ndjson"))
    (run.folder / "strings.xml").write_bytes(run.convert("strings.ndjson", "--to", "xml"))
    back = run.records(run.convert("strings.xml", "--to", "ndjson"))
    if None in refused:
        yield f"{len(refused[None])} findings have no line"
    for index, (field, string) in enumerate(cases):
        kind, _, value = FIELDS[field]
        wanted, name = expected(string, kind), ids(index)
        title = f"{field} {string[:40]!r}"
        if index + 1 in refused:
            counts["refused"] += 1
            if not NOT_XML.search(string) and string and wanted:
                yield f"{title}: refused: {refused[index + 1][0]['message']}"
            if name in back or name in same:
                yield f"{title}: refused, and written"
            continue
        counts["kept"] += 1
        if NOT_XML.search(string):
            yield f"{title}: not refused"
        for way, records in (("JSON", same), ("XML", back)):
            if name not in records:
                yield f"{title}: lost on the way by {way}"
            elif (found := joined(value(records[name]))) != wanted:
                yield f"{title}: {found[:40]!r} after {way}"


def printed(record):
    """Every printed character of a record."""

    def of(node):
        if isinstance(node, str):
            return node
        if isinstance(node, list):
            return "".join(map(of, node))
        return "".join(of(node.get(k, [])) for k in ("num", "marker", "masthead", "heading", "agendaReference", "paragraphs", "page", "body", "content"))

    return of({k: v for k, v in record.items() if k != "source"})


def check_text(run, cases, counts):
    """JSON → text, and text → JSON, for strings that are printed."""
    run.convert("strings.ndjson", "--to", "text", "--split", "--output-directory", "texts")
    files = {int(path.stem) - 1: path for path in (run.folder / "texts").rglob("*.txt")}
    run.convert("texts", "--from", "text", "--to", "json", "--output-directory", "read")
    for index, (field, string) in enumerate(cases):
        path = files.get(index)
        if path is None:
            counts["refused as text"] += 1
            continue
        counts["as text"] += 1
        text = path.read_bytes().decode()
        if field != "source name" and dense(string) not in dense(text):
            yield f"{field} {string[:40]!r}: not in the text {text[:60]!r}"
        if not dense(text):
            continue  # Nothing was printed, and nothing is read.
        read = run.folder / "read" / path.relative_to(run.folder / "texts").with_suffix(".json")
        if not read.exists():
            yield f"{field} {string[:40]!r}: the text {text[:60]!r} is not read"
        elif sorted(dense(printed(json.loads(read.read_text(encoding="utf-8"))))) != sorted(dense(text)):
            yield f"{field} {string[:40]!r}: {text[:60]!r} is read as {printed(json.loads(read.read_text(encoding='utf-8')))[:60]!r}"


def faults(arguments, folder):
    run = Run(str(Path(arguments.rapporteur).resolve()), folder)
    names = list(FIELDS)
    cases = [(names[i % len(names)], joined_pairs(s)) for i, s in enumerate(strings(arguments.count, arguments.seed))]
    with (folder / "strings.ndjson").open("wb") as file:
        for index, (field, string) in enumerate(cases):
            record = {"type": "meetingReport", "version": "1.0", "id": ids(index), **FIELDS[field][1](string)}
            isEscaped = index // len(names) % 2 == 0 or NOT_XML.search(string)
            file.write(json.dumps(record, ensure_ascii=bool(isEscaped)).encode("utf-8") + b"\n")
    counts = Counter()
    yield from check_markup(run, cases, counts)
    yield from check_text(run, cases, counts)
    print(f"{len(cases)} strings in {len(names)} fields: {', '.join(f'{v} {k}' for k, v in counts.items())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rapporteur", required=True, metavar="PATH", help="the tool")
    parser.add_argument("--count", type=int, default=37_000, help="how many strings to send")
    parser.add_argument("--seed", default="1", help="any word; the same seed makes the same strings")
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(parser.parse_args(), Path(folder)))
    print("\n".join(found[:200]) if found else "every string the same, or refused")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
