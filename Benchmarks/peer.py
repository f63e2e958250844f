#!/usr/bin/env python3
"""The same work by lxml and json, as a user would script it: validate, XML to NDJSON, NDJSON to XML.

    peer.py VALIDATOR validate SCHEMA FILE...
    peer.py VALIDATOR xml-to-ndjson SCHEMA COLLECTION     to standard output
    peer.py VALIDATOR ndjson-to-xml SCHEMA FILE           to standard output

VALIDATOR is lxml, which validates by libxml2, or xmlschema, which does so in Python and says where each error is.
"""

import json
import re
import sys

from lxml import etree

NAMESPACE = "{urn:rapporteur:meeting-report:1}"
HEADS = ("source", "num", "marker", "masthead", "heading", "agendaReference", "paragraphs", "page", "body")
OBJECT_HEADS = ("source", "agendaReference")
WITHOUT_CONTENT = ("source", "meetingReport", "entry", "lineBreak")
FIELDS = (
    "organ symbol distribution issued language originalLanguage session meeting venue agendaItem agendaItemTitle "
    "documentType stage title author jobNumber note"
).split()
TRIMMED = {"p", "num", "heading", "agendaReference", "paragraphs", "page", "marker", "furniture", *FIELDS}
WITHOUT_TEXT = {
    *("collection", "meetingReport", "source", "masthead", "body", "section", "paragraph", "list", "item", "quote"),
    *("table", "row", "cell", "contents", "entry", "annex", "footnote", "lineBreak"),
}
SPACE = re.compile("[ \t\r\n]+")


def to_json(element, is_head=False):
    name = element.tag[len(NAMESPACE):]
    value = {} if is_head else {"type": name}
    value.update(element.attrib)
    content = []

    def add(text):
        if not text or name in WITHOUT_TEXT:
            return
        if name != "unrecognized":
            text = SPACE.sub(" ", text)
        if content and isinstance(content[-1], str):
            content[-1] += text
        else:
            content.append(text)

    add(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            add(child.tail)
            continue
        child_name = child.tag[len(NAMESPACE):]
        if child_name in HEADS:
            value[child_name] = to_json(child, True)
        else:
            content.append(to_json(child))
        add(child.tail)
    if name in TRIMMED and content:
        if isinstance(content[0], str):
            content[0] = content[0].lstrip(" ")
        if isinstance(content[-1], str):
            content[-1] = content[-1].rstrip(" ")
        content = [part for part in content if part != ""]
    if is_head and name not in OBJECT_HEADS:
        return content
    if name not in WITHOUT_CONTENT:
        value["content"] = content
    return value


def to_xml(name, value, parent=None):
    tag = NAMESPACE + name
    element = etree.Element(tag, nsmap={None: NAMESPACE[1:-1]}) if parent is None else etree.SubElement(parent, tag)
    content = value
    if isinstance(value, dict):
        content = value.get("content", [])
        for key, member in value.items():
            if key != "type" and isinstance(member, str):
                element.set(key, member)
        for head in HEADS:
            if head in value:
                to_xml(head, value[head], element)
    last = None
    for part in content:
        if isinstance(part, dict):
            last = to_xml(part["type"], part, element)
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return element


def validate(is_valid, files):
    failures = 0
    for file in files:
        failures += not is_valid(etree.parse(file).getroot())
    return failures > 0


def xml_to_ndjson(is_valid, file):
    write = sys.stdout.write
    failures = 0
    for _, element in etree.iterparse(file, tag=NAMESPACE + "meetingReport"):
        failures += not is_valid(element)
        write(json.dumps(to_json(element), ensure_ascii=False, separators=(",", ":")))
        write("\n")
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return failures > 0


def ndjson_to_xml(is_valid, file):
    failures = 0
    with open(file, "rb") as lines, etree.xmlfile(sys.stdout.buffer, encoding="UTF-8") as out:
        out.write_declaration()
        with out.element(NAMESPACE + "collection", version="1.0", nsmap={None: NAMESPACE[1:-1]}):
            for line in lines:
                element = to_xml("meetingReport", json.loads(line))
                failures += not is_valid(element)
                out.write(element)
    return failures > 0


def validator(name, schema_file):
    """A function that tells whether an element is a valid document."""
    if name == "lxml":
        schema = etree.XMLSchema(etree.parse(schema_file))
        return lambda element: schema.validate(etree.ElementTree(element))
    import xmlschema

    return xmlschema.XMLSchema(schema_file).is_valid


def main(name, work, schema_file, *files):
    is_valid = validator(name, schema_file)
    if work == "validate":
        return validate(is_valid, files)
    return {"xml-to-ndjson": xml_to_ndjson, "ndjson-to-xml": ndjson_to_xml}[work](is_valid, *files)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
