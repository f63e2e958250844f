"""Are all printed characters of the source in the record, and no others?

Outside mastheads and tables: the same characters in the same order. In each masthead and each table: the same characters
as in the source lines that it carries, in any order. White space aside. Only what draws or breaks lines may be missing:
a hyphen that broke a line, soft hyphens, byte order marks and control characters, leaders, bars and rules of a table.
"""

import re
from collections import Counter

REGIONS = {"masthead", "table"}
DROPPABLE = (
    re.compile(r"[-\u2010\u00ad](?=[ \t]*(?://+)?[ \t]*\n)"),
    re.compile(r"[\u00ad\u200b\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]"),
    re.compile(r"[.\u2026\u00b7]{3,}|(?:[.\u2026\u00b7][ \t]){3,}[.\u2026\u00b7]?"),
    re.compile(r"(?m)^[ \t|+:=\-\u2500-\u257f]{3,}$"),
)
BARRED = re.compile(r"(?m)^.*\|.*$")


def squeeze(text):
    return "".join(text.split())


def droppable(text):
    """The places of characters that may be missing."""
    places = set()
    for pattern in DROPPABLE:
        for match in pattern.finditer(text):
            places.update(range(match.start(), match.end()))
    for match in BARRED.finditer(text):
        places.update(match.start() + k for k, c in enumerate(match.group()) if c in "|+")
    return places


class Law:
    """The outcome: `total` printed characters, `dropped` of them rightly missing, and where it broke, if it did."""

    def __init__(self, record, lines):
        self.total = sum(len(squeeze(line)) for line in lines)
        self.dropped = 0
        self.lost = 0
        self.added = 0
        self.breaks = []  # (line, words)
        numbered = [""] + lines
        used = set()
        for region in self.regions(record):
            mine = set().union(*(node.lines for node in region.walk())) - used
            used |= mine
            self.compare_bags(region, sorted(n for n in mine if n < len(numbered)), numbered)
        rest = [(n, numbered[n]) for n in range(1, len(numbered)) if n not in used]
        self.compare_ordered(rest, squeeze(self.text_outside(record)))

    @property
    def kept(self):
        """The share of the characters that had to be kept which were; 1 where nothing was lost or added."""
        due = self.total - self.dropped
        return 1 - (self.lost + self.added) / due if due else 1.0

    def regions(self, node):
        for child in node.elements():
            if child.name in REGIONS:
                yield child
            else:
                yield from self.regions(child)

    def text_outside(self, node):
        return "".join(
            child if isinstance(child, str) else "" if child.name in REGIONS else self.text_outside(child)
            for child in node.children
        )

    def compare_bags(self, region, mine, numbered):
        source = "\n".join(numbered[n] for n in mine) + "\n"
        free = Counter(source[k] for k in droppable(source))
        printed = Counter(squeeze(source))
        held = Counter(squeeze(region.text(interruptions=True)))
        added = held - printed
        missing = printed - held
        lost = missing - free
        self.dropped += (missing - lost).total()
        self.lost += lost.total()
        self.added += added.total()
        if lost or added:
            self.breaks.append((mine[0] if mine else 0, f"{region.name}: lost {dict(lost)}, added {dict(added)}"))

    def compare_ordered(self, rest, held):
        source = "\n".join(line for _, line in rest) + "\n"
        free = droppable(source)
        at = 0
        for place, character in enumerate(source):
            if character.isspace():
                continue
            if at < len(held) and held[at] == character:
                at += 1
            elif place in free:
                self.dropped += 1
            else:
                number = rest[source.count("\n", 0, place)][0]
                self.breaks.append((number, f"source has {source[place:place + 30]!r}, record has {held[at:at + 30]!r}"))
                printed = Counter(squeeze(source[place:]))
                left = Counter(held[at:])
                self.lost += (printed - left).total()
                self.added += (left - printed).total()
                if not (self.lost or self.added):
                    self.lost = 1  # out of order alone breaks the law too
                return
        if at < len(held):
            self.added += len(held) - at
            self.breaks.append((0, f"record adds {held[at:at + 30]!r}"))


COLUMNED = re.compile(r"\S(?: {3,}| *\t+ *| *\| *)\S")
MARKED = re.compile(r"^\s*(?:\(?[\w.]{1,8}[).]*|[^\w\s])\s+")
COLUMNS_HOLD = REGIONS | {"contents", "furniture", "unrecognized", "footnote"}


def flattened(record, lines):
    """Lines that are printed in columns (three blanks, a tab or a bar inside) and read as running text: (line, characters)."""
    holders = {}  # line → the deepest element that carries it, as the record is walked from the outside in
    for node in record.walk():
        if node.name != "source":
            for number in node.lines:
                holders[number] = node
    for number, line in enumerate(lines, 1):
        node = holders.get(number)
        if node and COLUMNED.search(MARKED.sub("", line.rstrip(), count=1)):
            if not any(n.name in COLUMNS_HOLD for n in [node, *node.ancestors()]):
                yield number, len(squeeze(line))
