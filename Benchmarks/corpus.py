"""Records to measure with: the small record of Samples grown to the size of a real report, the same at every run."""

import itertools
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMESPACE = "urn:rapporteur:meeting-report:1"
PAIRS = 8  # makes a record of about 15 kB, with as many elements in a kB as real reports have
LINES_PER_PAIR = 12
LINES = re.compile(r' lines="([0-9 -]+)"')
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()


def shifted(lines, by):
    """Line ranges, so many lines further down."""
    return re.sub("[0-9]+", lambda match: str(int(match[0]) + by), lines)


def template():
    """What stands before the two sections of the small record, the sections, and what stands behind."""
    base = (ROOT / "Samples/invalid/base.xml").read_text("utf-8")
    start, end = base.index('    <section id="sec_I"'), base.rindex("    <footnote")
    return base[:start], base[start:end], base[end:]


def seed_text():
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))


def sentences():
    """The sentences of the seed, over and over, ready for XML."""
    found = re.findall(r"[A-Z][^.\n]{40,400}\.", seed_text())
    return itertools.cycle([text.replace("&", "&amp;").replace("<", "&lt;") for text in found])


class Records:
    """An endless supply of records, no two of them alike."""

    def __init__(self):
        self.head, self.sections, self.tail = template()
        self.sentences = sentences()
        self.count = 0

    def next(self):
        """A record as a document of its own."""
        self.count += 1
        head = self.head.replace('id="tide-gauges"', f'id="record-{self.count}"')
        return head + "".join(self.pair(k) for k in range(PAIRS)) + self.tail

    def pair(self, k):
        text = LINES.sub(lambda match: match[0].replace(match[1], shifted(match[1], LINES_PER_PAIR * k)), self.sections)
        text = re.sub(r"<num>(II?)\.</num>", lambda m: f"<num>{ROMAN[2 * k + len(m[1]) - 1]}.</num>", text)
        text = text.replace("sec_II", f"sec_{2 * k + 2}").replace("sec_I", f"sec_{2 * k + 1}")
        text = re.sub(r"para_([12])", lambda m: f"para_{2 * k + int(m[1])}", text)
        text = re.sub(r"<num>([12])\.</num>", lambda m: f"<num>{2 * k + int(m[1])}.</num>", text)
        text = text.replace("The Working Party met in ", f"{next(self.sentences)} The Working Party met in ")
        return text.replace("recommended:", f"recommended: {next(self.sentences)} {next(self.sentences)}")

    def part(self):
        """A record as part of a collection."""
        record = self.next().split("\n", 1)[1]
        return record.replace(f' xmlns="{NAMESPACE}"', "", 1)


def write_files(folder, count):
    """Writes records as files of their own, and returns their names."""
    folder.mkdir()
    records = Records()
    names = []
    for number in range(count):
        names.append(f"{number:05}.xml")
        (folder / names[-1]).write_text(records.next(), "utf-8")
    return names


def write_small_files(folder, count):
    """Writes the small record as so many files, each with an id of its own, a thousand to a folder."""
    base = (ROOT / "Samples/invalid/base.xml").read_text("utf-8")
    for number in range(count):
        inner = folder / f"{number // 1000:03}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"{number:06}.xml").write_text(base.replace('"tide-gauges"', f'"record-{number}"'), "utf-8")


def write_collection(path, size):
    """Writes one file of records, of about so many bytes."""
    records = Records()
    with path.open("w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="{NAMESPACE}" version="1.0">\n')
        while file.tell() < size:
            file.write(records.part())
        file.write("</collection>\n")


def write_text(path, size):
    """Writes a text of about so many bytes: the seed's, again and again."""
    text = seed_text()
    path.write_text(text * (size // len(text.encode()) + 1), "utf-8")
