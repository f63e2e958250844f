"""A record of the JSON form as a tree of nodes, in the order in which it prints."""

import unicodedata

# The members that stand before the run, in printed order; see the head of Schemas/meeting-report.xsd.
HEADS = ("source", "num", "marker", "masthead", "heading", "agendaReference", "paragraphs", "page", "body")
INTERRUPTIONS = {"furniture", "footnote", "unrecognized"}
MASTHEAD_FIELDS = {
    "organ", "symbol", "distribution", "issued", "language", "originalLanguage", "session", "meeting", "venue",
    "agendaItem", "agendaItemTitle", "documentType", "stage", "title", "author", "jobNumber", "note",
}


class Node:
    """An element: its name, its attributes and, in printed order, its texts (str) and elements (Node)."""

    def __init__(self, name, value, parent=None):
        self.name = name
        self.parent = parent
        self.attributes = {}
        self.children = []
        if isinstance(value, list):
            value = {"content": value}
        for key, member in value.items():
            if isinstance(member, str) and key not in HEADS:
                self.attributes[key] = member
        for head in HEADS:
            member = value.get(head)
            if isinstance(member, (list, dict)):
                self.children.append(Node(head, member, self))
        for thing in value.get("content", []):
            self.children.append(thing if isinstance(thing, str) else Node(thing["type"], thing, self))

    def elements(self):
        return [child for child in self.children if isinstance(child, Node)]

    def head(self, name):
        return next((child for child in self.elements() if child.name == name), None)

    def walk(self, *, into=lambda node: True):
        """This element and all below it, in document order; `into` says whether to look below an element."""
        yield self
        if into(self):
            for child in self.elements():
                yield from child.walk(into=into)

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def text(self, interruptions=False):
        """The printed text; what interrupts it (notes, page heads) is left out unless asked for."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.name == "lineBreak":
                parts.append(" ")
            elif interruptions or child.name not in INTERRUPTIONS:
                parts.append(child.text(interruptions))
        return "".join(parts)

    def head_text(self, name):
        """The text of a head child in single spaces, or an empty string."""
        child = self.head(name)
        return " ".join(child.text().split()) if child else ""

    @property
    def lines(self):
        return line_numbers(self.attributes.get("lines", ""))

    @property
    def first_line(self):
        """The first source line, of this element or of the one it is in; 0 where none is known."""
        for node in [self, *self.ancestors()]:
            ranges = node.attributes.get("lines")
            if ranges and node.name != "source":
                return int(ranges.split()[0].split("-")[0])
        return 0


def line_numbers(ranges):
    """`39-43 52` → {39, 40, 41, 42, 43, 52}"""
    numbers = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers


def key(text):
    """Letters and digits alone, in small letters: what two prints of one heading have in common."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def decode(data):
    """A source's lines; line 1 is the first."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
