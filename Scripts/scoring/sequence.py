"""Paragraph numbers against 1…n, in the body and in each annex; marks against notes."""

import re

NUMBER = re.compile(r"\(?\s*(\d+(?:\.\d+)*)\s*[.)]*")
OUTSIDE = {"annex", "quote", "table", "footnote"}
# Forms of a printed paragraph number, each with text after it.
PRINTED = tuple(
    re.compile(form + r"[“\"'‘(\[]?[^\W\d_]") for form in (r"\s*(\d{1,4})\.\s+", r"\s*\((\d{1,4})\)\s+", r"\s*(\d{1,4})(?:\t| {2,})\s*")
)


def printed_numbers(lines):
    """The longest sequence 1…n at line beginnings, in one form and with at most one in ten missing: (line, number)."""
    longest = []
    for form in PRINTED:
        found = []
        for place, line in enumerate(lines, 1):
            match = form.match(line)
            last = found[-1][1] if found else 0
            if match and last < int(match.group(1)) <= last + 2:
                found.append((place, int(match.group(1))))
        if found and len(found) >= 0.9 * found[-1][1] and len(found) > len(longest):
            longest = found
    return longest


class SequenceCheck:
    """in_order of due numbers; due = those in order, those missing between them, those that stand out of order.

    A scope is the body or an annex. Within it, dotted numbers (1.1, 1.2) count under the number before the last dot, and a
    section whose first number is 1 begins a sequence of its own, as resolutions and decisions do; an annex may go on with the
    numbers before it, as word processors do. Numbers that the text
    seems to print after the last that was read, and that are no number of a section or an item, are due too.
    """

    def __init__(self, record, lines):
        self.in_order = self.due = 0
        self.last = self.before = 0  # the last number so far, and that before the scope
        self.misses = []  # (line, words)
        for root in record.walk():
            if root.name in ("body", "annex"):
                self.check(root)
        begun = {(n.first_line, "".join(re.findall(r"\d+", n.head_text("num")))) for n in record.walk() if n.head("num")}
        unread = [(line, n) for line, n in printed_numbers(lines) if n > self.last and (line, str(n)) not in begun]
        if len(unread) > 4:
            self.due += len(unread)
            words = f"{len(unread)} numbers seem to be printed after {self.last or 'none'}, up to {unread[-1][1]}, and are not read"
            self.misses.append((unread[0][0], words))

    def check(self, root):
        sequences = {}  # what stands before the last dot → stack of open sequences, each of (number, line)
        done = []
        begun = set()  # sections that have a number already
        for node in root.walk(into=lambda n: n is root or n.name not in OUTSIDE):
            if node.name != "paragraph":
                continue
            section = next((a for a in node.ancestors() if a.name in ("section", "annex", "body")), None)
            first = id(section) not in begun
            match = NUMBER.fullmatch(node.head_text("num"))
            if not match:
                continue
            begun.add(id(section))
            prefix, _, last = match.group(1).rpartition(".")
            number = int(last)
            stack = sequences.setdefault(prefix, [[]])
            follows = next((s for s in reversed(stack) if s and s[-1][0] + 1 == number), None)
            if follows is not None:
                while stack[-1] is not follows:
                    done.append(stack.pop())
            elif number == 1 and first and stack[-1]:
                stack.append([])
            stack[-1].append((number, node.first_line))
        for stack in sequences.values():
            done += stack
        self.before = self.last
        for sequence in done:
            self.score(sequence)

    def score(self, sequence):
        """The chain of rising numbers that keeps most and misses least."""
        if not sequence:
            return
        best = []  # (worth, place of the one before, or None)
        for place, (number, _) in enumerate(sequence):
            worth, before = 1 - min(number - 1, 10_000) * (number != self.before + 1), None
            for earlier in range(max(0, place - 60), place):
                gap = number - sequence[earlier][0] - 1
                if gap >= 0 and best[earlier][0] + 1 - gap > worth:
                    worth, before = best[earlier][0] + 1 - gap, earlier
            best.append((worth, before))
        place = max(range(len(best)), key=lambda k: (best[k][0], k))
        if best[place][0] < 0:
            place = None  # more would be missing than is there: figures that are no paragraph numbers
        chain = []
        while place is not None:
            chain.append(place)
            place = best[place][1]
        chain.reverse()
        previous = self.before if chain and sequence[chain[0]][0] == self.before + 1 else 0
        missing = 0
        for place in chain:
            number, line = sequence[place]
            if number > previous + 1:
                missing += number - previous - 1
                absent = f"{previous + 1}" if number == previous + 2 else f"{previous + 1}-{number - 1}"
                self.misses.append((line, f"paragraph {absent} missing before {number}"))
            previous = number
        self.last = max(self.last, previous)
        for place in sorted(set(range(len(sequence))) - set(chain)):
            number, line = sequence[place]
            self.misses.append((line, f"paragraph {number} out of order"))
        self.in_order += len(chain)
        self.due += len(sequence) + missing


class MarkCheck:
    """Marks that lead to a note, of all marks; notes that a mark leads to, of those whose mark the text prints.

    The mark of a note is printed where its digits or signs follow a word without a space, raised or not, on a line of the
    text that is not the note's own; what a file has lost when it was made into text is counted apart.
    """

    def __init__(self, record, lines):
        nodes = list(record.walk())
        notes = {n.attributes["id"]: n for n in nodes if n.name == "footnote" and "id" in n.attributes}
        marks = [n for n in nodes if n.name == "noteReference"]
        called = {m.attributes.get("target") for m in marks}
        uncalled = [n for i, n in notes.items() if i not in called]
        self.notes = sum(1 for n in nodes if n.name == "footnote")
        self.marks = len(marks)
        self.answered = sum(1 for m in marks if m.attributes.get("target") in notes)
        self.called = sum(1 for i in notes if i in called)
        self.misses = [
            (m.first_line, f"mark {m.text()!r} without a note") for m in marks if m.attributes.get("target") not in notes
        ]
        self.unprinted = 0
        for note in uncalled:
            marker = note.head_text("marker")
            place = printed_call(marker, lines, note.lines)
            self.unprinted += not place
            words = f"printed on line {place} and not read" if place else "not printed in the text"
            self.misses.append((note.first_line, f"note {marker!r} without a mark: it is {words}"))


def printed_call(marker, lines, own):
    """The line on which a mark follows a word, the one nearest before the note; None where the text prints none."""
    key = re.escape(marker.strip("[]./ "))
    call = re.compile(rf"[^\W\d][.,;:)”\"]*{key}(?![\w/])|[.;)] {key}(?=\s+[A-Z]|\s*$)|\s{key}/(?!\w)|\[{key}\]")
    found = [n for n, line in enumerate(lines, 1) if n not in own and key and call.search(line)]
    first = min(own, default=0)
    return max((n for n in found if n < first), default=None) or min(found, default=None)
