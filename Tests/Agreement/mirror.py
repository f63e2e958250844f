"""The JSON form of a record, and back: the five rules at the head of the XSD, written a second time by hand.

Neither direction looks into a schema. What both need to know of the vocabulary is in the three sets below; a record
with an unknown element or attribute has a JSON form like any other, so that it can be judged in both.
"""

import re

from lxml import etree

NAMESPACE = "urn:rapporteur:meeting-report:1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

# Children that stand at most once before the run, in this order.
HEADS = ["source", "num", "marker", "masthead", "heading", "agendaReference", "paragraphs", "page", "body"]
# Those of them that have attributes, and are objects; the others are arrays.
OBJECTS = {"source", "agendaReference"}
# Elements with neither run nor text: no `content`.
WITHOUT_CONTENT = {"meetingReport", "source", "entry", "lineBreak"}
# Elements in which white space between children is layout.
LAYOUT = set(
    "collection meetingReport masthead body section paragraph list item quote table row cell contents entry annex footnote".split()
)

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NoForm(Exception):
    """The record cannot be said in the other format; for JSON that means it is not valid."""


# XML → JSON


def to_json(root):
    """The JSON form of an element, with its `type`."""
    return {"type": local_name(root), **members(root, local_name(root))}


def local_name(node):
    name = etree.QName(node)
    if name.namespace != NAMESPACE:
        raise NoForm(f"element of the namespace {name.namespace}")
    return name.localname


def members(element, name):
    result = attributes(element)
    heads, run = parts(element, name)
    for head, child in heads:
        result[head] = head_value(head, child)
    if run or name not in WITHOUT_CONTENT:
        result["content"] = run
    return result


def attributes(element):
    result = {}
    for attribute, value in element.attrib.items():
        attribute = etree.QName(attribute)
        if attribute.namespace == XSI and attribute.localname in ("schemaLocation", "noNamespaceSchemaLocation"):
            continue  # a hint for the parser, which no reader follows; the XSD allows it everywhere
        if attribute.namespace is not None or attribute.localname in ("type", "content") or attribute.localname in HEADS:
            raise NoForm(f"attribute {attribute.text}")
        result[attribute.localname] = value
    return result


def head_value(name, element):
    if name in OBJECTS:
        return members(element, name)
    if attributes(element):
        raise NoForm(f"attribute of {name}")
    heads, run = parts(element, name)
    if heads:
        raise NoForm(f"{heads[0][0]} in {name}")
    return run


def parts(element, name):
    """The head children and the run of an element."""
    heads, run, text = [], [], [element.text or ""]

    def end_text():
        joined = "".join(text)
        if joined and not (name in LAYOUT and not joined.strip(" \t\r\n")):
            run.append(joined)
        text.clear()

    for child in element:
        if isinstance(child.tag, str):
            end_text()
            child_name = local_name(child)
            if child_name in HEADS:
                if run or heads and HEADS.index(heads[-1][0]) >= HEADS.index(child_name):
                    raise NoForm(f"{child_name} out of order")
                heads.append((child_name, child))
            else:
                run.append(to_json(child))
        elif child.tag is etree.Entity:
            raise NoForm("entity reference")
        text.append(child.tail or "")
    end_text()
    return heads, run


# JSON → XML


def to_xml(value):
    """The element that a JSON value is the form of."""
    if not isinstance(value, dict):
        raise NoForm("a record that is not an object")
    return build(value, typed(value), with_type=True)


def typed(value):
    name = value.get("type")
    if not isinstance(name, str):
        raise NoForm("an object without type")
    if name in HEADS:
        raise NoForm(f"{name} in a run")
    return name


def build(value, name, with_type):
    if not NCNAME.fullmatch(name):
        raise NoForm(f"the name {name!r}")
    element = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})
    heads = {}
    for key, member in value.items():
        if key == "type" and with_type or key == "content":
            continue
        if not NCNAME.fullmatch(key) or key in ("xmlns", "type"):
            raise NoForm(f"the member {key!r}")
        if isinstance(member, str):
            if key in HEADS:
                raise NoForm(f"a string as {key}")
            element.set(key, characters(member))
        elif isinstance(member, dict) and key in OBJECTS:
            heads[key] = build(member, key, with_type=False)
        elif isinstance(member, list) and key in HEADS and key not in OBJECTS:
            heads[key] = build({"content": member}, key, with_type=False)
        else:
            raise NoForm(f"the value of {key}")
    for head in HEADS:
        if head in heads:
            element.append(heads[head])
    if ("content" in value) == (name in WITHOUT_CONTENT):
        raise NoForm(f"content of {name}")
    if "content" in value:
        fill(element, name, value["content"])
    return element


def fill(element, name, run):
    if not isinstance(run, list):
        raise NoForm("content that is not an array")
    last = element[-1] if len(element) else None
    for thing in run:
        if isinstance(thing, str):
            if not thing or name in LAYOUT:
                raise NoForm(f"the text {thing!r} in {name}")
            if last is None:
                element.text = (element.text or "") + characters(thing)
            else:
                last.tail = (last.tail or "") + characters(thing)
        elif isinstance(thing, dict):
            last = build(thing, typed(thing), with_type=True)
            element.append(last)
        else:
            raise NoForm(f"{type(thing).__name__} in a run")


def characters(text):
    if NOT_XML.search(text):
        raise NoForm("characters that XML cannot carry")
    return text


# Elements → the bytes of a file. Not libxml2's writer, which drops the xmlns="" that a mutation may need.


def serialized(root):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + markup(root, "") + "\n").encode()


def markup(node, default):
    if not isinstance(node.tag, str):
        return etree.tostring(node, encoding="unicode", with_tail=False)
    name = etree.QName(node)
    namespace = name.namespace or ""
    tag = [name.localname]
    if namespace != default:
        tag.append(f'xmlns="{escaped(namespace)}"')
    for index, (attribute, value) in enumerate(node.attrib.items()):
        attribute = etree.QName(attribute)
        prefix = f"n{index}:" if attribute.namespace else ""
        if prefix:
            tag.append(f'xmlns:n{index}="{escaped(attribute.namespace)}"')
        tag.append(f'{prefix}{attribute.localname}="{escaped(value)}"')
    inside = escaped(node.text or "") + "".join(markup(c, namespace) + escaped(c.tail or "") for c in node)
    return f"<{' '.join(tag)}>{inside}</{name.localname}>" if inside else f"<{' '.join(tag)}/>"


def escaped(text):
    """For content and attribute values alike: what a parser would read as something else is a character reference."""
    return re.sub("[&<>\"\t\n\r]", lambda c: f"&#{ord(c[0])};", text)
