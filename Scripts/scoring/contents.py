"""The contents list as the source prints it, found without the reader, and what the record made of it.

A list begins under a line that says Contents (or Índice, Sommaire); an entry begins with a number, or where the entry before
it ended, and ends with its page, behind a tab, leaders or wide space. A list without pages has an entry a line. The list ends
where the first entry's number and heading come again, or where no line is an entry any more.
"""

import difflib
import re

from .record import key

TITLE = re.compile(r"^[\s|*_]*(table of )?(contents|índice|indice|sommaire|table des matières)\s*(page)?[\s|*_.]*$", re.IGNORECASE)
LABEL = re.compile(r"^(paragraphs?|paras?\.?|pages?|chapters?|decisions?|resolutions?|párrafos?|páginas?|paragraphes?|\s)+$", re.IGNORECASE)
FURNITURE = re.compile(r"^(\d+|- ?\d+ ?-|(\d+\s+)?GE[.:]\S+( \(E\))?(\s+\d+)?|[A-Z]+(/[\w.]+)+)$")
RULE = re.compile(r"^[*_=\-]{5,}$")
ANNEXES = re.compile(r"^(annex(es)?|anexos?|annexes?)\s*$", re.IGNORECASE)
NUMBERS = (
    ("part", re.compile(r"^((?:Part|Chapter|Annex)\s+(?:[IVX]+|\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))\b\s*[:.]?")),
    ("slash", re.compile(r"^(\d+/(?:[A-Z]+\.)?\d+)\.?(?=\s)")),
    ("dotted", re.compile(r"^(\d+(?:\.\d+)+)\.?(?=\s)")),
    ("roman", re.compile(r"^(?:\*\s*)?([IVXLC]+)\s*(?:\.|\)|-|–)(?=\s)")),
    ("letter", re.compile(r"^([A-Z])(?:\.(?=\s)|(?=\t))")),
    ("arabic", re.compile(r"^(\d{1,2})(?:\.| [-–])?(?=\s)")),
)
TAIL = re.compile(r"(?:\s*[.…]{3,}\s*|\t\s*|\s{2,}|(?<=\.)\s)(?:(\d+(?:\s*[–-]\s*\d+)?)\s+)?(\d+)\s*$")
AGENDA = re.compile(r"\(\s*agenda\s+(?:sub-)?items?(?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
HELD = re.compile(r"\(held in abeyance\)", re.IGNORECASE)
LONGEST = 6  # lines of one entry
ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Entry:
    """A printed entry: number, heading, paragraph range (first, last) or None, whether of an annex, and its level."""

    def __init__(self, line, style, number, text, in_annexes):
        self.line = line
        self.style = style
        self.number = number
        self.text = text
        self.in_annexes = in_annexes
        self.range = None
        self.level = None
        self.parent = None
        self.closed = False

    @property
    def heading(self):
        return " ".join(AGENDA.sub(" ", self.text).split())

    def __str__(self):
        return " ".join(part for part in (self.number, self.heading) if part)


class ContentsList:
    """The entries between two lines, and whether they have pages."""

    def __init__(self, first, last, entries, paged):
        self.first = first
        self.last = last
        self.entries = entries
        self.paged = paged


def heading_key(text):
    """What a heading and its entry have in common: an entry may say that the item was held in abeyance."""
    return key(HELD.sub(" ", text))


def numbered(text):
    """Style, number and the rest of a line that may begin with a number."""
    for style, pattern in NUMBERS:
        match = pattern.match(text)
        if match:
            return style, match.group(1), text[match.end():].strip()
    return None, "", text.strip()


def find(lines):
    """All contents lists of a source, which has at least two entries each."""
    lists = []
    at = 0
    while at < len(lines):
        if TITLE.match(lines[at]):
            found = read(lines, at)
            if len(found.entries) >= 2:
                lists.append(found)
                at = found.last
        at += 1
    return lists


def read(lines, title):
    entries = []
    in_annexes = False
    pages = only_paragraphs = None
    last = title + 1
    count = 0
    for place in range(title + 1, len(lines)):
        raw = lines[place].replace("\f", " ").strip()
        if not raw:
            if pages is False and entries:
                entries[-1].closed = True
            continue
        if RULE.match(raw):
            break
        if LABEL.match(raw):
            if len(entries) == 1 and not entries[0].closed:
                entries.clear()  # a title above the column heads
            only_paragraphs = "page" not in raw.casefold() and "pág" not in raw.casefold() and "para" in raw.casefold()
            continue
        if entries and raw.rstrip(".") == entries[0].number:
            break
        if FURNITURE.match(raw) and not numbered(raw)[1]:
            continue
        if ANNEXES.match(raw):
            in_annexes = True
            last = place + 1
            continue
        tail = TAIL.search(lines[place].rstrip().replace("\f", " "))
        body = raw[: len(raw) - len(tail.group(0).rstrip())].strip() if tail else raw
        style, number, rest = numbered(raw)
        if tail:
            style, number, rest = numbered(body + " ")
        if comes_again(entries, number, rest, tail):
            break
        is_open = bool(entries) and not entries[-1].closed
        if style in ("arabic", "part") and is_open and pages and entries[0].style != style and not in_annexes:
            style, number, rest = None, "", body  # a line of a heading that begins with a figure or with Annex I
        if number or not is_open:
            if is_open and pages and entries:
                entries.pop()  # no page came: not an entry
            entries.append(Entry(place + 1, style, number, rest, in_annexes))
            count = 1
        else:
            entries[-1].text += " " + body
            count += 1
        if tail:
            pages = True
            entries[-1].closed = True
            printed = tail.group(2) if only_paragraphs else tail.group(1)
            entries[-1].range = printed_range(printed)
            last = place + 1
        elif pages is None and len(entries) > 2:
            pages = False
        if pages is False:
            last = place + 1
        if count > LONGEST:
            break
    while entries and pages and not entries[-1].closed:
        entries.pop()
    give_levels(entries)
    return ContentsList(title + 1, last, entries, bool(pages))


def comes_again(entries, number, rest, tail):
    """Whether a line is the first entry's heading, printed where the text begins."""
    if len(entries) < 2 or tail:
        return False
    first = entries[0]
    if first.number:
        return number == first.number and (not rest or key(first.heading).startswith(key(rest)[:60]) or key(rest).startswith(key(first.heading)))
    return not number and key(rest) != "" and key(rest) == key(first.heading)


def printed_range(text):
    if not text:
        return None
    numbers = re.findall(r"\d+", text)
    return int(numbers[0]), int(numbers[-1])


def roman(text):
    total = 0
    for here, after in zip(text, text[1:] + " "):
        value = ROMANS[here]
        total += -value if ROMANS.get(after, 0) > value else value
    return total


def give_levels(entries):
    """Levels from the styles of the numbers: a style opens a level below, or goes back to the one where it stood."""
    stack = []  # (style, entry)
    in_annexes = False
    for entry in entries:
        if entry.in_annexes != in_annexes:
            stack, in_annexes = [], entry.in_annexes
        style = entry.style
        if style is None:
            if not stack:
                entry.level = 1
            continue
        if style == "roman" and len(entry.number) == 1:
            letters = [e.number for s, e in stack if s == "letter"]
            if letters and ord(entry.number) == ord(letters[-1]) + 1:
                style = "letter"
        elif style == "letter" and set(entry.number) <= set(ROMANS):
            romans = [e.number for s, e in stack if s == "roman"]
            if romans and roman(entry.number) == roman(romans[-1]) + 1:
                style = "roman"
        if style == "dotted":
            style = f"dotted{entry.number.count('.')}"
        styles = [s for s, _ in stack]
        if style in styles:
            del stack[styles.index(style):]
        entry.level = len(stack) + 1
        entry.parent = stack[-1][1] if stack else None
        stack.append((style, entry))


class ContentsCheck:
    """Counts over the entries of all lists of a text.

    entries: printed; absent: those among them whose heading the text does not print, left out of what follows;
    listed: entries that the record has in a contents element; found: heading is a section's (or annex's), at its level;
    ranges: printed paragraph ranges; right: those whose section begins and ends with these numbers.
    """

    def __init__(self, record, lines, lists=None):
        self.entries = self.absent = self.listed = self.found = self.ranges = self.right = 0
        self.misses = []  # (line, words)
        self.extra = 0
        self.lists = find(lines) if lists is None else lists
        read_entries = [e for c in record.walk() if c.name == "contents" for e in c.elements() if e.name == "entry"]
        read_entries = [e for e in read_entries if e.attributes.get("kind") != "label"]
        if read_entries and not self.lists:
            self.extra = len(read_entries)
            self.misses.append((read_entries[0].first_line, f"{self.extra} contents entries where no contents list was found"))
        listed = {(key(e.head_text("num")), heading_key(e.head_text("heading"))) for e in read_entries}
        for one in self.lists:
            self.check(one, record, lines, listed)

    def check(self, one, record, lines, listed):
        rest = key("\n".join(lines[one.last:]))
        heads = [
            n for n in record.walk()
            if n.name in ("section", "annex", "paragraph") and (n.head("heading") or n.name != "paragraph") and n.first_line > one.last
        ]
        matched = {}
        after = 0
        unlisted = [e for e in one.entries if not self.is_listed(e, listed)]
        self.listed += len(one.entries) - len(unlisted)
        if unlisted:
            words = f"{len(unlisted)} of {len(one.entries)} entries not in a contents element, first: {unlisted[0]}"
            self.misses.append((unlisted[0].line, words))
        for entry in one.entries:
            self.entries += 1
            number, heading = key(entry.number), heading_key(entry.heading)
            free = [n for n in heads if id(n) not in {id(m) for m in matched.values()}]
            parent = matched.get(entry.parent) if entry.parent else None
            section = self.pick(entry, free, parent, after, strict=one.paged)
            if section is None and number + heading not in rest:
                section = self.pick(entry, free, parent, after, strict=False)
                if section is None:
                    self.absent += 1
                    continue
            if entry.range:
                self.ranges += 1
            if section is None:
                self.misses.append((entry.line, f"no section: {entry}"))
                continue
            matched[entry] = section
            after = section.first_line
            why = self.misplaced(entry, section, parent)
            if why:
                self.misses.append((section.first_line, f"{why}: {entry}"))
            else:
                self.found += 1
            if entry.range:
                shared = any(e is not entry and e.parent is entry.parent and e.range == entry.range for e in one.entries)
                numbers = shared_range(section) if shared else paragraph_range(section)
                if numbers == entry.range:
                    self.right += 1
                else:
                    self.misses.append((section.first_line, f"paragraphs {span(entry.range)} printed (line {entry.line}), {span(numbers)} read: {entry}"))

    @staticmethod
    def is_listed(entry, listed):
        """Whether the record has an entry of this number and heading; in annexes it may print more in the number."""
        number, heading = key(entry.number), heading_key(entry.heading)
        return (number, heading) in listed or (entry.in_annexes and any(read == heading for _, read in listed))

    @staticmethod
    def pick(entry, heads, parent, after, strict):
        """The section of an entry: inside its parent's, then after the one before, then anywhere.

        Strictly, the headings are the same; else one may be worded more fully than the other.
        """
        number, heading = key(entry.number), heading_key(entry.heading)

        def fits(node):
            if number and key(node.head_text("num")).removeprefix("annex") != number.removeprefix("annex"):
                return False
            read = heading_key(node.head_text("heading"))
            if strict or read == heading:
                return read == heading
            if number and read.startswith(heading):
                return True
            return difflib.SequenceMatcher(None, read, heading, autojunk=False).ratio() >= 0.75

        fitting = [n for n in heads if fits(n)]
        inside = [n for n in fitting if parent and parent in n.ancestors()]
        later = [n for n in fitting if n.first_line >= after]
        return next(iter(inside or later or fitting), None)

    @staticmethod
    def misplaced(entry, node, parent):
        """Why a node is not at the place of an entry, or an empty string."""
        if entry.in_annexes or entry.number.startswith("Annex"):
            return "" if node.name == "annex" else f"{node.name} in place of an annex"
        if node.name == "annex":
            return "annex in place of a section"
        if node.name == "paragraph":
            return "paragraph in place of a section"
        depth = sum(1 for n in [node, *node.ancestors()] if n.name == "section")
        if entry.level and depth != entry.level:
            return f"level {entry.level} printed, {depth} read"
        if parent and parent not in node.ancestors():
            return f"not under {parent.head_text('num')}"
        return ""


def paragraph_range(section):
    """The first and the last number of the paragraphs of a section, without its annexes and quotations; None without any."""
    numbers = []
    for node in section.walk(into=lambda n: n is section or n.name not in ("annex", "quote", "table", "footnote")):
        if node.name == "paragraph":
            match = re.fullmatch(r"\(?\s*(\d+)\s*[.)]*", node.head_text("num"))
            if match:
                numbers.append(int(match.group(1)))
    return (numbers[0], numbers[-1]) if numbers else None


def shared_range(section):
    """The section's range; of headings printed together over one text, such as A., B. and C., that of the last of them."""
    siblings = [n for n in section.parent.elements() if n.name == "section"]
    following = siblings[siblings.index(section):] if section in siblings else [section]
    return next((numbers for numbers in map(paragraph_range, following) if numbers), None)


def span(numbers):
    return "none" if not numbers else f"{numbers[0]}-{numbers[1]}" if numbers[0] != numbers[1] else str(numbers[0])
