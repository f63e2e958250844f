"""Every small change, one by one: for each element of the vocabulary a least record that holds it with all its attributes and
head children, and from that each attribute at each edge value, each element in each place, each member retyped.

Random changes find what nobody thought of; these leave out nothing that the grammar says of one element.
"""

import copy

from lxml import etree

from mirror import HEADS, NAMESPACE, to_json
from mutate import EDGES, TEXTS, UNKNOWN, name, short

RETYPED = [None, True, 0, 1.5, "", " ", "x", [], {}, [""], [" "], ["x"], [None], [[]], [{}], {"content": []}, {"content": ["x"]}]


class Systematic:
    def __init__(self, grammar):
        self.grammar = grammar
        self.names = sorted(grammar.elements)
        self.parents = {}  # element → a parent on the shortest way from a root
        queue = ["meetingReport"]
        for parent in queue:
            for child in self.children(parent):
                if child not in self.parents and child != "meetingReport":
                    self.parents[child] = parent
                    queue.append(child)

    def children(self, parent):
        type_node = self.grammar.elements[parent].find("{*}complexType")
        particles = [] if type_node is None else list(self.grammar.particles(type_node))
        while particles:
            particle = particles.pop(0)
            child = particle.get("name") or particle.get("ref")
            if etree.QName(particle).localname == "element":
                yield child
            else:
                particles += self.grammar.children(particle)

    # Least records

    def least(self, random, name):
        """An element with nothing but what it must have."""
        self.grammar.left = 0
        element = self.grammar.element(random, self.grammar.elements[name], 0)
        for each in element.iter():
            each.tail = None
            if etree.QName(each).localname != "marker":
                each.text = None
        for attribute in set(element.attrib) - self.required(name):
            del element.attrib[attribute]
        return element

    def required(self, name):
        return {a.get("name") for a in self.declared(name) if a.get("use") == "required"}

    def declared(self, name):
        type_node = self.grammar.elements[name].find("{*}complexType")
        return [] if type_node is None else list(self.grammar.attributes(type_node))

    def record(self, random, name):
        """A record with one full element of a name; the element."""
        element = self.least(random, name)
        for attribute in self.declared(name):
            element.set(attribute.get("name"), self.grammar.value(random, attribute.get("type")))
        for child in self.children(name):
            if child in HEADS:
                self.put(element, self.least(random, child))
        full, child = element, name
        while child in self.parents:
            parent = self.least(random, self.parents[child])
            self.put(parent, element)
            element, child = parent, self.parents[child]
        return full

    @staticmethod
    def put(parent, child):
        """Puts a child where the order of the heads wants it; one that may stand once takes the place of the one there."""
        tag = name(child)
        if tag not in HEADS:
            parent.append(child)
            return
        for old in parent.findall(child.tag):
            parent.remove(old)
        later = [e for e in parent if name(e) not in HEADS or HEADS.index(name(e)) > HEADS.index(tag)]
        parent.insert(parent.index(later[0]) if later else len(parent), child)

    def records(self, random):
        for element in self.names:
            yield f"full {element}", self.record(random, element).getroottree().getroot()

    # Changes of the XML

    def xml(self, random):
        """Title and root of each changed record."""
        for element_name in self.names:
            full = self.record(random, element_name)
            for what, change in self.changes(random, full):
                root = copy.deepcopy(full.getroottree().getroot())
                change(self.same(root, full))
                yield f"{element_name}: {what}", top(root)

    @staticmethod
    def same(root, element):
        """The element of a copy that stands where another stands in the original."""
        path = []
        while element.getparent() is not None:
            path.append(element.getparent().index(element))
            element = element.getparent()
        for index in reversed(path):
            root = root[index]
        return root

    def changes(self, random, full):
        declared = {a.get("name") for a in self.declared(name(full))}
        for attribute in sorted(declared):
            yield f"without {attribute}", lambda e, a=attribute: e.attrib.pop(a)
            for value in EDGES + TEXTS:
                yield f"{attribute}={value!r}", lambda e, a=attribute, v=value: e.set(a, v)
        for attribute in sorted(set(self.grammar.attribute_names) - declared) + ["foo", "Lines"]:
            yield f"{attribute}='1'", lambda e, a=attribute: e.set(a, "1")
        for other in self.names + UNKNOWN[:2]:
            yield f"renamed {other}", lambda e, n=other: setattr(e, "tag", f"{{{NAMESPACE}}}{n}")
            if other in self.grammar.elements:
                new = self.least(random, other)
                for index in range(len(full) + 1):
                    yield f"{other} at {index}", lambda e, n=new, i=index: e.insert(i, copy.deepcopy(n))
        for index in range(len(full)):
            yield f"without child {index}", lambda e, i=index: e.remove(e[i])
            yield f"child {index} twice", lambda e, i=index: e.insert(i, copy.deepcopy(e[i]))
        yield "empty", lambda e: (e.__delitem__(slice(None)), setattr(e, "text", None))
        for text in TEXTS:
            yield f"text {text!r}", lambda e, t=text: setattr(e, "text", t)

    # Changes of the JSON

    def json(self, random):
        """Title and value of each changed record."""
        for element_name in self.names:
            full = self.record(random, element_name)
            root = full.getroottree().getroot()
            path = self.pointer(full)
            for what, change in self.json_changes(follow(to_json(root), path)):
                value = [to_json(root)]  # a list of one, so that the record itself has a place
                change(follow(value, [0, *path[:-1]]) if path else value, path[-1] if path else 0)
                yield f"{element_name} in JSON: {what}", value[0]

    @staticmethod
    def pointer(element):
        """The keys from a record to an element's value."""
        path = []
        while element.getparent() is not None:
            parent, tag = element.getparent(), name(element)
            if tag in HEADS:
                path.insert(0, tag)
            else:
                index = [e for e in parent if name(e) not in HEADS].index(element)
                path[:0] = [index] if name(parent) in HEADS and name(parent) not in ("source", "agendaReference") else ["content", index]
            element = parent
        return path

    def json_changes(self, value):
        for new in RETYPED:
            yield f"is {short(new)}", lambda c, k, n=new: c.__setitem__(k, copy.deepcopy(n))
        if isinstance(value, list):
            for new in RETYPED:
                yield f"holds {short(new)}", lambda c, k, n=new: c[k].insert(0, copy.deepcopy(n))
            return
        for member in value:
            yield f"without {member}", lambda c, k, m=member: c[k].pop(m)
            for new in RETYPED:
                yield f"{member} is {short(new)}", lambda c, k, m=member, n=new: c[k].__setitem__(m, copy.deepcopy(n))
        for member in self.grammar.attribute_names + self.names + ["type", "content", "foo", "", "a b", "xmlns", "xml:lang"]:
            if member not in value:
                for new in ("1", [], {"content": []}):
                    yield f"{member!r}: {short(new)}", lambda c, k, m=member, n=new: c[k].__setitem__(m, copy.deepcopy(n))
        for new in RETYPED if "content" in value else []:
            yield f"content holds {short(new)}", lambda c, k, n=new: c[k]["content"].append(copy.deepcopy(n))


def follow(value, path):
    for key in path:
        value = value[key]
    return value


def top(element):
    while element.getparent() is not None:
        element = element.getparent()
    return element
