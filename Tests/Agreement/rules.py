"""The rules beside the grammar, as far as the agreement needs them: may a tool refuse what both schemas accept?"""

import calendar
import re

from lxml import etree

DATES = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
URI = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*:)?([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*")
PREFIX = "{urn:rapporteur:meeting-report:1}"


def broken(root):
    """Whether a record repeats an id, points to none, has a day that its month has not, a span or lines that run backwards, or an address
    that no URI is."""
    records = [root] if root.tag == PREFIX + "meetingReport" else list(root)
    return any(breaks(record) for record in records if isinstance(record.tag, str))


def breaks(record):
    elements = [e for e in record.iter() if isinstance(e.tag, str)]
    ids = [e.get("id") for e in elements if e.get("id") is not None]
    if len(ids) != len(set(ids)):
        return True
    for element in elements:
        name = etree.QName(element).localname
        if name in ("noteReference", "entry") and element.get("target") not in (None, *ids):
            return True
        for attribute in ("from", "to", "value"):
            match = DATES.fullmatch(element.get(attribute) or "") if name in ("date", "issued") else None
            if match and not real(*map(int, match.groups())):
                return True
        if backwards(element.get("lines", "")) or "href" in element.attrib and not URI.fullmatch(element.get("href")):
            return True
        if "number" in element.attrib and element.get("to", "x").isdecimal() and int(element.get("number")) > int(element.get("to")):
            return True
        if name == "date" and precedes(element.get("to", ""), element.get("from", "")):
            return True
    return False


def precedes(date, other):
    """Whether a date lies before another as exactly as both are given: 2016 before 2017-10, but not 2017."""
    parts = [(int(a), int(b)) for a, b in zip(re.findall("[0-9]+", date), re.findall("[0-9]+", other))]
    return next((a < b for a, b in parts if a != b), False)


def backwards(lines):
    """Whether a range ends before it begins, or begins before the one before it has ended."""
    ranges = [[int(n) for n in part.split("-")] for part in re.findall("[0-9-]+", lines)]
    return any(r[0] > r[-1] for r in ranges) or any(a[-1] >= b[0] for a, b in zip(ranges, ranges[1:]))


def real(year, month, day):
    return day <= (29 if month == 2 and calendar.isleap(year) else calendar.mdays[month])
