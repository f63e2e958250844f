"""One text through the reader, and what came of it."""

import csv
import json
import subprocess
import time
from pathlib import Path

from .contents import ContentsCheck
from .law import Law, flattened, squeeze
from .record import MASTHEAD_FIELDS, Node, decode
from .sequence import MarkCheck, SequenceCheck

TIMEOUT = 120  # seconds
REPORTS = {"report", "minutes", ""}


def kinds(folder):
    """What each file is, by the folder's INDEX.tsv, if it has one."""
    index = folder / "INDEX.tsv"
    if not index.exists():
        return {}
    with index.open(encoding="utf-8", newline="") as file:
        return {row["file"]: row["kind"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def texts(paths):
    """The files to score, in the order of their names."""
    found = []
    for path in map(Path, paths):
        inside = path.iterdir() if path.is_dir() else [path]
        found += [p for p in inside if p.is_file() and p.name != "INDEX.tsv" and not p.name.startswith(".")]
    return sorted(set(found))


def convert(tool, path):
    """The record, the seconds it took, and what went wrong, if anything."""
    start = time.monotonic()
    try:
        run = subprocess.run(
            [tool, "convert", "--from", "text", "--to", "json", "--quiet", str(path)],
            capture_output=True, timeout=TIMEOUT, check=False,
        )
    except subprocess.TimeoutExpired:
        return None, TIMEOUT, f"no record after {TIMEOUT} s"
    seconds = time.monotonic() - start
    try:
        return Node("meetingReport", json.loads(run.stdout)), seconds, None
    except (ValueError, KeyError, RecursionError):
        said = run.stderr.decode(errors="replace").strip().splitlines()
        return None, seconds, f"no record, exit {run.returncode}: {said[-1] if said else 'nothing said'}"


def score(tool, path, kind):
    """The measures of one file, as JSON has them, and its cases: (weight, line, words)."""
    data = path.read_bytes()
    lines = decode(data)
    printed = sum(len(squeeze(line)) for line in lines)
    record, seconds, failure = convert(tool, path)
    record = record or Node("meetingReport", {})  # what is printed counts as missed
    nodes = list(record.walk())
    count = lambda *names: sum(1 for n in nodes if n.name in names)
    law = Law(record, lines)
    contents, sequence, marks = ContentsCheck(record, lines), SequenceCheck(record, lines), MarkCheck(record, lines)
    lost = [(n, len(squeeze(n.text(interruptions=True)))) for n in nodes if n.name == "unrecognized"]
    unrecognized = sum(size for _, size in lost)
    flat = list(flattened(record, lines))
    cases = [(10**5 + law.lost, line, f"law 1: {words}") for line, words in law.breaks]
    cases += [(size, n.first_line, f"{size} characters unrecognized: {n.text(True)[:60]!r}") for n, size in lost]
    cases += [(60, line, f"columns read as running text: {lines[line - 1].strip()[:80]!r}") for line, _ in flat]
    cases += [(200, line, words) for line, words in contents.misses]
    cases += [(80, line, words) for line, words in sequence.misses]
    cases += [(40, line, words) for line, words in marks.misses]
    if failure:
        cases = [(10**6, 0, failure)]
    masthead = record.head("masthead")
    row = {
        "file": path.name,
        "kind": kind,
        "recordKind": record.attributes.get("kind", ""),
        "seconds": round(seconds, 3),
        "characters": printed,
        "lawHolds": not law.breaks and not failure,
        "kept": law.kept,
        "dropped": law.dropped,
        "unrecognized": unrecognized,
        "flattened": sum(size for _, size in flat),
        "sections": count("section"),
        "annexes": count("annex"),
        "paragraphs": count("paragraph"),
        "lists": count("list"),
        "tables": count("table"),
        "notes": count("footnote"),
        "mastheadFields": sum(1 for n in masthead.elements() if n.name in MASTHEAD_FIELDS) if masthead else 0,
        "contentsLists": len(contents.lists),
        "contentsEntries": contents.entries,
        "contentsAbsent": contents.absent,
        "contentsListed": contents.listed,
        "contentsFound": contents.found,
        "contentsRanges": contents.ranges,
        "contentsRangesRight": contents.right,
        "contentsInvented": contents.extra,
        "numbersDue": sequence.due,
        "numbersInOrder": sequence.in_order,
        "marks": marks.marks,
        "marksAnswered": marks.answered,
        "notesCalled": marks.called,
        "notesUnprinted": marks.unprinted,
        "cases": cases,
    }
    return row | {"failure": failure} if failure else row
