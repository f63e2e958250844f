"""Mutations of a record: something removed, added, renamed, retyped or reordered, in its XML or in its JSON form.

Each function takes a record of its own, changes it, and returns a sentence on what it did, or None if it found nothing to do.
"""

import copy

from lxml import etree

from mirror import HEADS, NAMESPACE, XSI

# Values at the edges of the patterns: each is right for some attribute, and most are wrong for most.
EDGES = [
    "", " ", "x", "en", "EN-gb", "e", "en-", "abcdefghi", "1", "0", "01", "-1", "+1", "1.0", "999999999", "1000000000",
    "999999999999999", "1000000000000000", "3-5", "3-5 7", "3-5  7", " 3", "3 ", "3,5", "3-", "1-2-3", "0-3", "2017", "2017-10",
    "2017-13", "2017-00", "2017-10-31", "2017-10-32", "2017-1-1", "2017-02-30", "12017", "2017-10-31Z", "2017-10-31\n", "en\n", "3\n",
    "\n3", "1.0\n", "DEU\n", "3\t5", "3\u00a05", "\u0663", "\uff11", "DÉU", "chair viceChair", "chair  viceChair", "-a", "9a", "_a", "a.b",
    "a:b", "reported", "submittedTo", "Reported", "draft", "final", "label", "label ", "head", "mark", "http://x.y/?a=b&c#d", "http://x y",
    "http://é", "1.", "2.0", "1.00000", "1.9999", "\U0001f30d", "\u2028", "\u0085", "3\u2028", "3\r", "3\r\n", "a" * 64, "0" * 64, "0" * 65, "A" * 64,
]  # fmt: skip
TEXTS = ["x", " ", "\n", "\t", "\r", "\u00a0", "\u2028", "\u0085", "\ufeff", "\U0010ffff", "x\n", "&", "<p/>", "]]>", "e\u0301", "\u00a0 "]
UNKNOWN = ["foo", "Section", "P", "content", "type", "xmlns", "text", "div"]


class XMLMutator:
    """Mutations of an element tree."""

    def __init__(self, grammar):
        self.grammar = grammar
        self.names = sorted(grammar.elements)

    def mutate(self, random, root):
        """The changed root (it may be another element) and what was done."""
        while True:
            operation = random.choice(
                [self.remove, self.unwrap, self.repeat, self.add, self.add, self.rename, self.move, self.swap, self.wrap]
                + [self.remove_attribute, self.add_attribute, self.add_attribute, self.rename_attribute, self.change_attribute]
                + [self.change_attribute, self.add_text, self.remove_text, self.namespace, self.schema_instance, self.comment]
            )
            done = operation(random, root)
            if done:
                while root.getparent() is not None:
                    root = root.getparent()
                return root, f"{operation.__name__.replace('_', ' ')}: {done}"

    # Choices

    @staticmethod
    def elements(root):
        return [e for e in root.iter() if isinstance(e.tag, str)]

    def any(self, random, root):
        return random.choice(self.elements(root))

    def below(self, random, root):
        found = self.elements(root)[1:]
        return random.choice(found) if found else None

    def new(self, random):
        name = random.choice(self.names) if random.random() < 0.95 else random.choice(UNKNOWN[:3])
        element = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})
        if name in self.grammar.elements and random.random() < 0.6:  # whole and valid in itself
            self.grammar.left = 5
            element = self.grammar.element(random, self.grammar.elements[name], 4)
        return element

    @staticmethod
    def detach(element):
        """Takes an element out; its tail stays where it was."""
        parent, before, tail = element.getparent(), element.getprevious(), element.tail
        if tail and before is not None:
            before.tail = (before.tail or "") + tail
        elif tail:
            parent.text = (parent.text or "") + tail
        element.tail = None
        parent.remove(element)

    # Elements

    def remove(self, random, root):
        element = self.below(random, root)
        if element is not None:
            done = name(element)
            self.detach(element)
            return done

    def unwrap(self, random, root):
        element = self.below(random, root)
        if element is not None:
            parent, index = element.getparent(), element.getparent().index(element)
            children, text = list(element), element.text
            self.detach(element)
            for child in reversed(children):
                parent.insert(index, child)
            if text and index:
                parent[index - 1].tail = (parent[index - 1].tail or "") + text
            elif text:
                parent.text = (parent.text or "") + text
            return name(element)

    def repeat(self, random, root):
        element = self.below(random, root)
        if element is not None:
            element.addnext(copy.deepcopy(element))
            return name(element)

    def add(self, random, root):
        parent, element = self.any(random, root), self.new(random)
        parent.insert(random.choice([0, len(parent), random.randint(0, len(parent))]), element)
        return f"{name(element)} in {name(parent)}"

    def rename(self, random, root):
        element = self.any(random, root)
        old, new = name(element), random.choice(self.names + UNKNOWN[:3])
        element.tag = f"{{{NAMESPACE}}}{new}"
        return old != new and f"{old} to {new}"

    def move(self, random, root):
        element, target = self.below(random, root), self.any(random, root)
        if element is not None and element is not target and element not in target.iterancestors():
            self.detach(element)
            target.insert(random.randint(0, len(target)), element)
            return f"{name(element)} into {name(target)}"

    def swap(self, random, root):
        element = self.below(random, root)
        following = None if element is None else element.getnext()
        if following is not None and isinstance(following.tag, str):
            tails = element.tail, following.tail
            following.addnext(element)
            following.tail, element.tail = tails
            return f"{name(element)} and {name(following)}"

    def wrap(self, random, root):
        element = self.any(random, root)
        around = etree.Element(f"{{{NAMESPACE}}}{random.choice(self.names)}", nsmap={None: NAMESPACE})
        if random.random() < 0.5:
            around.set("version", "1.0")
        if element is not root:
            element.addprevious(around)
            around.tail, element.tail = element.tail, None
        around.append(element)
        return f"{name(element)} in {name(around)}"

    # Attributes

    def with_attributes(self, random, root):
        found = [e for e in self.elements(root) if e.attrib]
        if not found:
            return None, None
        element = random.choice(found)
        return element, random.choice(sorted(element.attrib))

    def value(self, random):
        return random.choice(EDGES) if random.random() < 0.5 else self.grammar.value(random, random.choice(self.grammar.value_names))

    def remove_attribute(self, random, root):
        element, attribute = self.with_attributes(random, root)
        if attribute:
            del element.attrib[attribute]
            return f"{attribute} of {name(element)}"

    def add_attribute(self, random, root):
        element = self.any(random, root)
        attribute, value = random.choice(self.grammar.attribute_names + ["foo", "Lines", "date", "page"]), self.value(random)
        if element.get(attribute) is None:
            element.set(attribute, value)
            return f"{attribute}={value!r} to {name(element)}"

    def rename_attribute(self, random, root):
        element, attribute = self.with_attributes(random, root)
        if attribute:
            new = random.choice(self.grammar.attribute_names + ["foo", "type", "content", "num"])
            element.set(new, element.attrib.pop(attribute))
            return new != attribute and f"{attribute} to {new} of {name(element)}"

    def change_attribute(self, random, root):
        element, attribute = self.with_attributes(random, root)
        if attribute:
            value = self.value(random)
            element.set(attribute, value)
            return f"{attribute}={value!r} of {name(element)}"

    # Text and the rest

    def add_text(self, random, root):
        element, text = self.any(random, root), random.choice(TEXTS)
        if element.getparent() is None or random.random() < 0.5:
            element.text = text + (element.text or "") if random.random() < 0.5 else (element.text or "") + text
            return f"{text!r} in {name(element)}"
        element.tail = (element.tail or "") + text
        return f"{text!r} after {name(element)} in {name(element.getparent())}"

    def remove_text(self, random, root):
        found = [e for e in self.elements(root) if e.text]
        if found:
            element = random.choice(found)
            element.text = None
            return f"in {name(element)}"

    def namespace(self, random, root):
        element = self.any(random, root)
        namespace = random.choice(["", "urn:other", "urn:rapporteur:meeting-report:2", NAMESPACE + "#"])
        if random.random() < 0.5:
            element.tag = etree.QName(namespace or None, name(element)).text
            return f"{name(element)} in {namespace!r}"
        namespace = namespace or NAMESPACE
        element.set(f"{{{namespace}}}lines", "1")
        return f"lines of {namespace!r} on {name(element)}"

    def schema_instance(self, random, root):
        element = self.any(random, root)
        attribute, value = random.choice(
            [("type", "section"), ("type", "xs:string"), ("nil", "true"), ("nil", "false"), ("schemaLocation", f"{NAMESPACE} x.xsd"),
             ("noNamespaceSchemaLocation", "x.xsd"), ("other", "1")]
        )  # fmt: skip
        element.set(f"{{{XSI}}}{attribute}", value)
        return f"{attribute}={value!r} on {name(element)}"

    def comment(self, random, root):
        element = self.any(random, root)
        inserted = random.choice([etree.Comment(" x "), etree.ProcessingInstruction("x", "y")])
        if random.random() < 0.5:  # inside the text, which stays one text
            inserted.tail, element.text = element.text, None
            element.insert(0, inserted)
        else:
            element.append(inserted)
        return f"in {name(element)}"


def name(element):
    return etree.QName(element).localname


class JSONMutator:
    """Mutations of JSON values."""

    def __init__(self, grammar):
        self.grammar = grammar
        self.names = sorted(grammar.elements)
        self.keys = self.names + grammar.attribute_names + ["type", "content", "foo", "", "a b", "xmlns", "xml:lang", "Type", "é", "@id", "#text"]

    def mutate(self, random, record):
        """The changed record (it may be another value) and what was done."""
        while True:
            places = list(walk([record]))  # (container, key, pointer); the record is item 0 of a list
            container, key, pointer = random.choice(places)
            operation = random.choice(
                [self.remove, self.retype, self.retype, self.change, self.change, self.swap, self.repeat, self.insert, self.insert]
                + [self.add_member, self.add_member, self.rename_member, self.rename_type, self.move, self.wrap, self.reorder_members]
            )
            root = places[0][0]
            done = operation(random, container, key, root)
            if done and len(root) == 1:
                return root[0], f"{operation.__name__.replace('_', ' ')} at {pointer or 'the root'}: {done}"
            if done:  # a second root is not a record; start from one of them
                record = root[0] if root else {}

    def remove(self, random, container, key, root):
        if container is not root:
            return f"{short(container.pop(key))}"

    def other(self, random, value):
        simple = [None, True, False, 0, 1, 5, -1, 1.5, 1e300, "", "x", "1", [], {}, [""], [[]], [None], [{}], ["x"], {"content": []}]
        options = simple + [[value], {"content": value}, {"type": value}, [str(value)[:20]]]
        return random.choice(options)

    def retype(self, random, container, key, root):
        old, new = container[key], self.other(random, container[key])
        if isinstance(old, str) and random.random() < 0.2 and old.isdecimal():
            new = int(old)
        if type(old) is not type(new):
            container[key] = copy.deepcopy(new)
            return f"{short(old)} to {short(new)}"

    def change(self, random, container, key, root):
        if isinstance(container[key], str):
            values = EDGES + TEXTS + ["\x00", "\x01", "x\x1f", "\x7f", "\x80", "\ufffe", "\uffff", "a\x0b", "\x0c"]
            old, new = container[key], random.choice(values)
            if random.random() < 0.2:
                new = old + random.choice(["\n", " ", "\r\n", "\u2028", "\x00", "x"])
            elif random.random() < 0.3:
                new = self.grammar.value(random, random.choice(self.grammar.value_names))
            container[key] = new
            return old != new and f"{short(old)} to {short(new)}"

    def swap(self, random, container, key, root):
        if isinstance(container, list) and container is not root and len(container) > 1:
            other = random.randrange(len(container))
            container[key], container[other] = container[other], container[key]
            return other != key and f"with {other}"

    def repeat(self, random, container, key, root):
        if isinstance(container, list) and container is not root:
            container.insert(key, copy.deepcopy(container[key]))
            return short(container[key])

    def new(self, random):
        name = random.choice(self.names + ["foo"])
        thing = {"type": name}
        for _ in range(random.choice([0, 0, 1, 2])):
            thing[random.choice(self.grammar.attribute_names)] = random.choice(EDGES)
        if random.random() < 0.75:
            thing["content"] = random.choice([[], [], ["x"], [{"type": "p", "content": []}], [{"type": "item", "content": []}]])
        if random.random() < 0.3:
            thing[random.choice(HEADS)] = random.choice([[], ["x"], {}, {"content": []}, {"name": "x"}, [{"type": "organ", "content": []}]])
        return thing

    def insert(self, random, container, key, root):
        target = container[key]
        if isinstance(target, list):
            thing = random.choice([self.new(random)] * 6 + ["x", " ", "\n", "", "\x00", None, 7, [], True])
            target.insert(random.randint(0, len(target)), thing)
            return short(thing)

    def add_member(self, random, container, key, root):
        target = container[key]
        if isinstance(target, dict):
            member = random.choice(self.keys)
            value = random.choice(EDGES + [[], ["x"], {}, {"content": []}, {"items": "1", "content": ["x"]}, None, 1, True])
            if member not in target:
                target[member] = value
                return f"{member!r}: {short(value)}"

    def rename_member(self, random, container, key, root):
        if isinstance(container, dict):
            new = random.choice(self.keys)
            container[new] = container.pop(key)
            return new != key and f"to {new!r}"

    def rename_type(self, random, container, key, root):
        target = container[key]
        if isinstance(target, dict) and "type" in target:
            old, target["type"] = target["type"], random.choice(self.names + ["foo", "a:b", "", "P"])
            return old != target["type"] and f"{old!r} to {target['type']!r}"

    def move(self, random, container, key, root):
        if container is root:
            return None
        value = container[key]
        inside = {id(c) for c, _, _ in walk([value])}
        targets = [c[k] for c, k, _ in walk(root) if isinstance(c[k], list) and id(c[k]) not in inside and c[k] is not container]
        if targets:
            container.pop(key)
            target = random.choice(targets)
            target.insert(random.randint(0, len(target)), value)
            return short(value)

    def wrap(self, random, container, key, root):
        around = {"type": random.choice(self.names), "content": [container[key]]}
        if random.random() < 0.5:
            around["version"] = "1.0"
        container[key] = around
        return f"in {around['type']}"

    def reorder_members(self, random, container, key, root):
        target = container[key]
        if isinstance(target, dict) and len(target) > 1:
            items = list(target.items())
            random.shuffle(items)
            target.clear()
            target.update(items)
            return "shuffled"


def walk(container):
    """Every place in a list of JSON values: its container, its key there and its JSON Pointer within its value."""
    stack = [(container, key, "") for key in range(len(container))]
    while stack:
        container, key, pointer = stack.pop()
        yield container, key, pointer
        value = container[key]
        if isinstance(value, dict):
            stack.extend((value, k, f"{pointer}/{k.replace('~', '~0').replace('/', '~1')}") for k in value)
        elif isinstance(value, list):
            stack.extend((value, k, f"{pointer}/{k}") for k in range(len(value)))


def short(value):
    text = ascii(value)
    return text if len(text) <= 60 else text[:57] + "..."
