"""Random records, valid by construction: a walk through the content models of the XSD, bounded in depth and size."""

from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
NAMESPACE = "urn:rapporteur:meeting-report:1"

WORDS = (
    "The meeting agreed to pursue work on the use of data . , ; ( ) 12 4(a) Geneva Côte d’Ivoire Brückner République "
    "«texte» naïve e\u0301tat № 7 \u00a0 \u2028 \u0085 \u200d \ufeff \uf02a \U0001f30d \U0010ffff \ufffd 日本 العربية & < > \" ' ]]> &amp; \t \n \r"
).split(" ") + [" "]


def number(random, digits=9):
    return str(random.choice([1, 2, 7, 10, 10**digits - 1, random.randint(1, 10 ** random.randint(1, digits) - 1)]))


def line_ranges(random):
    numbers = sorted({int(number(random)) for _ in range(random.choice([1, 2, 3, 7]))})
    ranges = []
    while numbers:
        ranges.append("-".join(str(numbers.pop(0)) for _ in range(random.choice([1, 2])) if numbers))
    return " ".join(ranges)


def text(random, least=1):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 6)))[: random.choice([1, 9, 99])] or "x" * least


def word(random):
    letters = "abcXYZ09-"
    return random.choice("abkXYZ") + "".join(random.choice(letters) for _ in range(random.randint(0, 6)))


def date(random):
    year, month, day = f"{random.randint(0, 9999):04}", f"-{random.randint(1, 12):02}", f"-{random.randint(1, 28):02}"
    return random.choice([year, year + month, year + month + day])


VALUES = {
    "characters": text,
    "identifier": lambda random: random.choice(["a", "_", "sec_I__para_7", "fn_1", "x.y-z", "Z9"]),
    "languageTag": lambda random: random.choice(["en", "fr", "zh-Hans", "es-419", "de-CH-1901", "abcdefgh-12345678"]),
    "lineRanges": line_ranges,
    "isoDate": date,
    "count": lambda random: random.choice(["0", number(random)]),
    "byteCount": lambda random: random.choice(["0", number(random, 15)]),
    "code": word,
    "codes": lambda random: " ".join(word(random) for _ in range(random.choice([1, 1, 2, 3]))),
    "uri": lambda random: random.choice(["http://x.org/", "a", "?q", "#", "mailto:x"]) + "".join(random.choices("azAZ09-._~!$&'()*+,;=:@/?", k=9)),
    "sha256": lambda random: "".join(random.choice("0123456789abcdef") for _ in range(64)),
    "formatVersion": lambda random: random.choice(["1.0", "1.0", "1.1", "1.9999", "1.0000"]),
}


def keep_rules(random, record):
    """Makes what the walk could not know right: ids unique, targets there, spans of dates in order."""
    for index, element in enumerate(e for e in record.iter() if e.get("id")):
        element.set("id", f"{element.get('id')}_{index}")
    ids = [e.get("id") for e in record.iter() if e.get("id")]
    notes = [e.get("id") for e in record.iter(f"{{{NAMESPACE}}}footnote") if e.get("id")]
    for tag, targets in (("noteReference", notes), ("entry", ids)):
        for element in record.iter(f"{{{NAMESPACE}}}{tag}"):
            if element.attrib.pop("target", None) and targets:
                element.set("target", random.choice(targets))
    for element in record.iter(f"{{{NAMESPACE}}}date", f"{{{NAMESPACE}}}session"):
        first = "from" if element.get("from") else "number"
        if element.get(first) and element.get("to"):
            pair = sorted([element.get(first), element.get("to")], key=lambda v: v if first == "from" else int(v))
            element.set(first, pair[0][:4] if first == "from" else pair[0])
            element.set("to", pair[1])


class Grammar:
    """What the random walk and the mutator know of the XSD."""

    def __init__(self, path):
        self.root = etree.parse(path).getroot()
        self.groups = {g.get("name"): g for g in self.root.findall(XS + "group")}
        self.attribute_groups = {g.get("name"): g for g in self.root.findall(XS + "attributeGroup")}
        self.types = {t.get("name"): t for t in self.root.findall(XS + "simpleType")}
        self.elements = {e.get("name"): e for e in self.root.iter(XS + "element") if e.get("name")}
        self.attribute_names = sorted({a.get("name") for a in self.root.iter(XS + "attribute")})
        self.value_names = sorted(self.types)
        self.cost = {}
        for _ in self.elements:  # the least depth that each element needs, by as many rounds as it may take
            self.cost = {name: 1 + self.cost_of_type(e) for name, e in self.elements.items()}

    # The least depth of what a particle must hold

    def cost_of_type(self, element):
        type_node = element.find(XS + "complexType")
        return 0 if type_node is None else max((self.cost_of(p) for p in self.particles(type_node)), default=0)

    def cost_of(self, particle, at_least_once=False):
        if particle.get("minOccurs") == "0" and not at_least_once:
            return 0
        if particle.tag == XS + "element":
            return self.cost.get(particle.get("name") or particle.get("ref"), 99)
        costs = [self.cost_of(child) for child in self.children(particle)]
        return max(costs, default=0) if particle.tag == XS + "sequence" else min(costs, default=0)

    def children(self, particle):
        return self.particles(self.groups[particle.get("ref")] if particle.tag == XS + "group" else particle)

    @staticmethod
    def particles(node):
        return [c for c in node if c.tag in (XS + "sequence", XS + "choice", XS + "group", XS + "element")]

    def attributes(self, node):
        for child in node:
            if child.tag == XS + "attribute":
                yield child
            elif child.tag == XS + "attributeGroup":
                yield from self.attributes(self.attribute_groups[child.get("ref")])

    def value(self, random, type_name):
        values = [e.get("value") for e in self.types[type_name].iter(XS + "enumeration")]
        return random.choice(values) if values else VALUES[type_name](random)

    # The walk

    def record(self, random, depth=9, size=120):
        self.left = size
        root = self.element(random, self.elements[random.choice(["meetingReport"] * 9 + ["collection"])], depth)
        for record in root.iter(f"{{{NAMESPACE}}}meetingReport"):
            keep_rules(random, record)
        return root

    def element(self, random, declaration, depth):
        self.left -= 1
        element = etree.Element(f"{{{NAMESPACE}}}{declaration.get('name')}", nsmap={None: NAMESPACE})
        type_node = declaration.find(XS + "complexType")
        if type_node is None:
            element.text = text(random)
            return element
        for attribute in self.attributes(type_node):
            if attribute.get("use") == "required" or random.random() < 0.35:
                element.set(attribute.get("name"), self.value(random, attribute.get("type")))
        children = []
        for particle in self.particles(type_node):
            self.fill(random, particle, depth - 1, children)
        mixed = type_node.get("mixed") == "true"
        layout = not mixed and self.particles(type_node) and random.random() < 0.3
        if mixed and random.random() < 0.8:
            element.text = text(random)
        elif layout:
            element.text = "\n  "
        for child in children:
            element.append(child)
            child.tail = text(random) if mixed and random.random() < 0.6 else "\n" if layout else None
        return element

    def fill(self, random, particle, depth, children):
        least = int(particle.get("minOccurs", "1"))
        most = particle.get("maxOccurs", "1")
        narrow = self.left <= 0 or self.cost_of(particle, at_least_once=True) > depth
        times = least if narrow else random.randint(least, 4 if most == "unbounded" else int(most))
        for _ in range(times):
            if particle.tag == XS + "element":
                declaration = self.elements[particle.get("name") or particle.get("ref")]
                children.append(self.element(random, declaration, depth))
            elif particle.tag == XS + "choice":
                options = self.children(particle)
                if narrow or self.left <= 0:
                    options = sorted(options, key=self.cost_of)[:1]
                else:
                    options = [o for o in options if self.cost_of(o) <= depth] or sorted(options, key=self.cost_of)[:1]
                self.fill(random, random.choice(options), depth, children)
            else:
                for child in self.children(particle):
                    self.fill(random, child, depth, children)
