"""The rules beside the grammar, as far as the agreement needs them: may a tool refuse what both schemas accept?"""

import calendar
import re

from lxml import etree

DATES = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PREFIX = "{urn:rapporteur:meeting-report:1}"


def broken(root):
    """Whether a record repeats an id, points to none, or has a day that its month has not."""
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
        if "from" in element.attrib and "to" in element.attrib and element.get("from") > element.get("to"):
            return True
    return False


def real(year, month, day):
    return day <= (29 if month == 2 and calendar.isleap(year) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
